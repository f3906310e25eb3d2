"""The words that a reader sees for the terms of the program, each term once."""

from PySide6.QtCore import QCoreApplication

from reader.core.attribution.attributions import Form, Kind
from reader.core.lexicon.findings import Voice
from reader.core.sources.source import Identification, Source, SourceKind
from reader.core.text.article import TextKind, ZoneKind
from reader.core.views.disclosure import Position
from reader.core.views.disclosure_words import Channel, Knowledge


def _tr(words: str) -> str:
    return QCoreApplication.translate("Words", words)


def source_name(source: Source | None) -> str:
    """Return the name of a source as rows and cards give it."""
    name = (source.name if source else None) or unnamed_source()
    if source is not None and not source.is_resolved:
        return _tr("{name} (not resolved)").format(name=name)
    return name


def unnamed_source() -> str:
    """Return what stands for the name of a source that has none."""
    return _tr("a source not named")


def grade_words(identification: Identification) -> str:
    """Return how well a source is named."""
    return {
        "named-with-role": _tr("named, with role"),
        "named": _tr("named"),
        "described": _tr("described"),
        "group": _tr("a group"),
        "unnamed": _tr("not named"),
    }[identification]


def source_kind_words(kind: SourceKind) -> str:
    """Return the kind of a source."""
    return {
        "official": _tr("official"),
        "military": _tr("military"),
        "party": _tr("party"),
        "expert": _tr("expert"),
        "business": _tr("business"),
        "civil-society": _tr("civil society"),
        "citizen": _tr("citizen"),
        "armed-group": _tr("armed group"),
        "media": _tr("media"),
        "document": _tr("document"),
        "unclear": _tr("unclear"),
    }[kind]


def attribution_kind_words(kind: Kind) -> str:
    """Return the kind of an attribution."""
    return {
        "speech": _tr("said or written"),
        "thought": _tr("thought or felt"),
        "refusal": _tr("no answer given"),
    }[kind]


def form_words(form: Form) -> str:
    """Return whether the words of a source are its own or retold."""
    return _tr("reported") if form == "indirect" else _tr("quoted")


def channel_words(channel: Channel) -> str:
    """Return through which channel a source spoke."""
    return {
        "interview": _tr("interview"),
        "statement": _tr("statement"),
        "press-conference": _tr("press conference"),
        "speech": _tr("speech"),
        "hearing": _tr("court or parliament"),
        "document": _tr("document"),
        "letter": _tr("letter or e-mail"),
        "post": _tr("post"),
        "published-work": _tr("published work"),
        "other-media": _tr("other media"),
    }[channel]


def knowledge_words(knowledge: Knowledge) -> str:
    """Return how a source knows."""
    return {
        "witness": _tr("saw or heard it"),
        "participant": _tr("took part"),
        "document": _tr("from documents"),
        "hearsay": _tr("from others"),
        "official-duty": _tr("by their office"),
    }[knowledge]


def position_words(position: Position) -> str:
    """Return where in the article a source speaks."""
    return {
        "headline": _tr("title"),
        "lead": _tr("first paragraph"),
        "first-third": _tr("first third"),
        "later": _tr("last two thirds"),
        "last-word": _tr("last word"),
    }[position]


def text_kind_words(kind: TextKind) -> str:
    """Return the name of a kind of text."""
    return {
        "news": _tr("News"),
        "analysis": _tr("Analysis"),
        "opinion": _tr("Opinion"),
        "live": _tr("Live"),
        "interview": _tr("Interview"),
        "unknown": _tr("Not known"),
    }[kind]


def voice_words(voice: Voice) -> str:
    """Return whose words stand somewhere."""
    return {
        "narrator": _tr("narrator"),
        "direct": _tr("quoted"),
        "indirect": _tr("reported"),
    }[voice]


def zone_words(kind: ZoneKind) -> str:
    """Return the name of a zone of the article, as a place is cited by it."""
    return {
        "headline": _tr("Title"),
        "kicker": _tr("Kicker"),
        "standfirst": _tr("Standfirst"),
        "dateline": _tr("Dateline"),
        "paragraph": _tr("Text"),
        "subheading": _tr("Subheading"),
        "caption": _tr("Caption"),
        "list-item": _tr("Text"),
        "standing-note": _tr("Note"),
    }[kind]


def colour_words(slot: int) -> str:
    """Return the name of a colour, 1 to 8."""
    return (
        _tr("rust"),
        _tr("ochre"),
        _tr("olive"),
        _tr("teal"),
        _tr("azure"),
        _tr("indigo"),
        _tr("violet"),
        _tr("rose"),
    )[slot - 1]


def line_words(line: str) -> str:
    """Return the name of a line under words, by its name in lexicon files."""
    return {
        "thick": _tr("thick"),
        "double": _tr("double"),
        "thin": _tr("thin"),
        "thick-thin": _tr("thick over thin"),
        "dashed": _tr("dashed"),
        "dash-dot": _tr("dash and dot"),
        "dotted": _tr("dotted"),
        "comb": _tr("comb"),
        "wave": _tr("wave"),
        "square-dots": _tr("square dots"),
        "double-thin": _tr("double, thin"),
        "bar": _tr("bar"),
    }.get(line, line)

"""The words on the card of a mark, gathered from the analysis."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import (
    is_doubted,
    panel_categories,
    source_numbers,
    source_of,
)
from reader.core.attribution import Attribution
from reader.core.attribution.attributions import Form
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Category, Entry
from reader.core.sources.source import by_attribution
from reader.core.views.plainer import fitted_entry
from reader.core.views.text_kinds import kind_of_text
from reader.ui.marks.look import Look, look_of
from reader.ui.marks.measured_words import measured_words
from reader.ui.marks.rule_words import rule_words
from reader.ui.marks.words import form_words, source_name
from reader.values import frozen

_MOST_OPTIONS = 4


@frozen
class CardFacts:
    """The words on a card."""

    finding: Finding
    look: Look
    category: str
    words: str
    explanation: str
    question: str
    speaker: str
    options: tuple[str, ...]
    others: str
    origin: str
    note: str
    practice: str = ""
    objection: str = ""
    authors: str = ""
    measured: str = ""
    can_mute: bool = True


def card_facts(analysis: Analysis, finding: Finding) -> CardFacts:
    """Return the words of the card of a finding."""
    if finding.panel == "sourcing":
        return _cue_facts(analysis, finding)
    lexicon = next((item for item in analysis.lexicons if item.id == finding.lexicon), None)
    category = _category(analysis, finding)
    title = lexicon.title if lexicon else finding.lexicon
    version = lexicon.version if lexicon else ""
    authors = ", ".join(lexicon.authors) if lexicon else ""
    fitted = fitted_entry(analysis, finding)
    return CardFacts(
        finding=finding,
        look=look_of(category, is_hedge=finding.panel == "hedging"),
        category=category.name,
        words=" ".join(finding.span.of(analysis.article.text).split()),
        explanation=f"{category.explanation} {_also(analysis, finding)}".strip(),
        question=category.question,
        speaker=_speaker(analysis, finding),
        options=_options(fitted),
        others=finding.entry.counterpart,
        origin=f"{title} {version}".strip(),
        note=" ".join((finding.entry.note, *_losses(fitted))).strip(),
        practice=finding.entry.practice,
        objection=finding.entry.objection,
        authors=authors,
        measured=measured_words(lexicon) if lexicon else "",
    )


def _options(entry: Entry) -> tuple[str, ...]:
    """Return the plainer wordings, each with what it would lose where the list says so."""
    losses = dict(entry.losses)
    return tuple(
        f"{words} ({losses[words]})" if words in losses else words
        for words in entry.wordings[:_MOST_OPTIONS]
    )


def _cue_facts(analysis: Analysis, finding: Finding) -> CardFacts:
    """Return the words of the card of an attribution: who, with which verb, by which rule."""
    category = _category(analysis, finding)
    said = next(item for item in analysis.attributions if item.id == finding.attribution)
    numbers = source_numbers(analysis)
    source = source_of(analysis, finding)
    is_known = category.id != "no-cue" and bool(category.name)
    return CardFacts(
        finding=finding,
        look=Look(0, "thin", str(numbers[source.id]) if source else "?"),
        category=category.name if is_known else _tr("Somebody’s words"),
        words=" ".join(finding.span.of(analysis.article.text).split()),
        explanation=category.explanation,
        question=category.question or _tr("Who says it, and how do they know?"),
        speaker=_speaker(analysis, finding),
        options=(),
        others="",
        origin="",
        note=_tr("Found by the rule: {rule}.").format(rule=rule_words(said.rule)),
        can_mute=False,
    )


def _speaker(analysis: Analysis, finding: Finding) -> str:
    words = speaker_words(analysis, finding)
    if analysis.marks.is_attribution_corrected(finding.attribution or 0):
        return f"{words} {_tr('Corrected by you.')}"
    if is_doubted(analysis, finding) and finding.panel == "sourcing":
        return f"{words} {_tr('The program is not sure, and does not count it.')}"
    if is_doubted(analysis, finding):
        return f"{words} {_tr('The program is not sure of that.')}"
    return words


def _category(analysis: Analysis, finding: Finding) -> Category:
    for category in panel_categories(analysis, finding.panel):
        if category.id == finding.category:
            return category
    name = "" if finding.panel == "sourcing" else finding.category
    return Category(finding.category, name, "", "", "?", 1, "thin")


def _losses(entry: Entry) -> Iterator[str]:
    """Yield what each plainer wording loses, as sentences."""
    for words, loss in entry.losses[:_MOST_OPTIONS]:
        yield _tr("“{words}” {loss}.").format(words=words, loss=loss)


def _also(analysis: Analysis, finding: Finding) -> str:
    """Return what else the words are listed as; "" for nothing."""
    others = set(finding.entry.categories) - {finding.category}
    names = [i.name for i in panel_categories(analysis, finding.panel) if i.id in others]
    return _tr("Also: {names}.").format(names=", ".join(names)) if names else ""


def speaker_words(analysis: Analysis, finding: Finding) -> str:
    """Return who speaks at a finding."""
    source = source_of(analysis, finding)
    if source is not None and finding.panel == "sourcing":
        said = next(item for item in analysis.attributions if item.id == finding.attribution)
        return f"{source_name(source)}, {form_words(said.form)}."
    if finding.voice == "narrator" and kind_of_text(analysis).kind == "opinion":
        return _tr("The author, in an opinion piece.")
    if finding.voice == "narrator":
        is_open = any(passage.overlaps(finding.span) for passage in analysis.unsourced)
        if is_open:
            return _tr("The narrator; no source found.")
        introduced = _introduced(analysis, finding)
        if introduced is None:
            return _tr("The narrator.")
        speaker = source_name(by_attribution(analysis.sources).get(introduced.id))
        return _tr("The narrator, of what {name} says.").format(name=speaker)
    form: Form = "direct" if finding.voice == "direct" else "indirect"
    return f"{source_name(source)}, {form_words(form)}."


def _introduced(analysis: Analysis, finding: Finding) -> Attribution | None:
    """Return the attribution that the marked words introduce as its verb, or None."""
    return next(
        (
            item
            for item in analysis.attributions
            if any(cue.overlaps(finding.span) for cue in item.cue)
        ),
        None,
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Card", words)

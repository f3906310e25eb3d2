"""How an article introduces a source: rows that lead to its own words."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.sources.anonymity import Anonymity
from reader.core.text.spans import Span
from reader.core.views.disclosure import Disclosure
from reader.ui.marks.places import place_words
from reader.ui.marks.words import channel_words, knowledge_words, position_words
from reader.ui.widgets.rows.fact_row import FactRow


def _tr(words: str) -> str:
    return QCoreApplication.translate("Disclosure", words)


def anonymity_words(anonymity: Anonymity | None, text: str) -> str:
    """Return the reason given for keeping a name back, or ""."""
    if anonymity is None:
        return ""
    if anonymity.reason is None:
        return _tr("no reason given")
    return _tr("reason given: {words}").format(words=_flat(anonymity.reason, text))


def disclosure_cells(disclosure: Disclosure, text: str) -> tuple[str, str, str, str]:
    """Return channel, knowledge, places and a name kept back for a table; "–" for none."""
    channels = ", ".join(channel_words(words.value) for words in disclosure.channels)
    knowledge = ", ".join(knowledge_words(words.value) for words in disclosure.knowledge)
    places = ", ".join(map(position_words, disclosure.positions))
    kept_back = anonymity_words(disclosure.anonymity, text)
    return channels or "–", knowledge or "–", places or "–", kept_back or "–"


def disclosure_rows(analysis: Analysis, disclosure: Disclosure, places: Places) -> list[FactRow]:
    """Return a row for each thing that the article says of a source, with its words."""
    text = analysis.article.text
    rows = []
    if disclosure.positions:
        told = ", ".join(map(position_words, disclosure.positions))
        rows.append(FactRow(kind="quiet", text=_tr("Speaks in: {places}").format(places=told)))
    rows += [_place(*words, text, places) for words in _told(disclosure)]
    kept_back = disclosure.anonymity
    if kept_back is not None:
        why, silent = _tr("Why no name is given"), _tr("No name is given, and no reason")
        name = why if kept_back.reason else silent
        rows.append(FactRow(kind="quiet", text=name))
        rows.append(_place(name, kept_back.reason or kept_back.asked, text, places))
    return rows


def _told(disclosure: Disclosure) -> Iterator[tuple[str, Span]]:
    for channel in disclosure.channels:
        yield _tr("Channel: {what}").format(what=channel_words(channel.value)), channel.words
    for known in disclosure.knowledge:
        yield _tr("Knows it: {how}").format(how=knowledge_words(known.value)), known.words


def _place(title: str, words: Span, text: str, places: Places) -> FactRow:
    sentence, place = _flat(words, text), place_words(places, words)
    return FactRow(
        kind="place",
        lead=place,
        hit=sentence,
        detail=title,
        payload=words,
        spoken=f"{title}: {sentence}, {place}",
    )


def _flat(words: Span, text: str) -> str:
    return " ".join(words.of(text).split())

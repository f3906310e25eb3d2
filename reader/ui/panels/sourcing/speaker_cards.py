"""The three cards above the sources: who speaks first, in the title, and last."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.analysis.summary import speakers
from reader.core.attribution import Attribution
from reader.core.text.spans import Span
from reader.ui.marks.places import place_words
from reader.ui.marks.words import form_words, source_name
from reader.values import frozen


@frozen
class CardWords:
    """One of the three cards: who speaks first, in the title, last."""

    title: str
    name: str
    place: str
    attribution: Attribution | None


def _tr(words: str) -> str:
    return QCoreApplication.translate("Sources", words)


def speaker_cards(analysis: Analysis, places: Places) -> tuple[CardWords, ...]:
    """Return who speaks first, in the title and last, of those who are counted."""
    speaking = [
        item
        for item in analysis.attributions
        if item.content and item.sure and not item.is_narrators
    ]
    zones = analysis.article.zones
    title = zones[0].span if zones and zones[0].kind == "headline" else Span(0, 0)
    in_title = [item for item in speaking if title.contains(item.content[0])]
    body = [item for item in speaking if item not in in_title]
    last = sorted(body, key=lambda item: item.content[-1].end)
    return (
        _card(analysis, places, _tr("First to speak"), body[:1]),
        _card(analysis, places, _tr("In the title"), in_title[:1]),
        _card(analysis, places, _tr("Last word"), last[-1:]),
    )


def _card(
    analysis: Analysis, places: Places, title: str, found: Sequence[Attribution]
) -> CardWords:
    if not found:
        return CardWords(title, _tr("nobody"), _tr("the narrator"), None)
    said = found[0]
    place = place_words(places, said.content[0])
    name = source_name(speakers(analysis).get(said.id))
    return CardWords(title, name, f"{place}, {form_words(said.form)}", said)

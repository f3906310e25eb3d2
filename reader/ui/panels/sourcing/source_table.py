"""All sources of an article as a plain table."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.analysis.summary import (
    allows_share,
    source_numbers,
    speaking_sources,
    sure_attributions_of,
)
from reader.core.sources.source import Source
from reader.core.views.balance import verb_uses
from reader.core.views.disclosure import Disclosures
from reader.ui.marks.places import place_words
from reader.ui.marks.words import grade_words, source_kind_words, source_name
from reader.ui.panels.sourcing.disclosure_rows import disclosure_cells
from reader.ui.panels.sourcing.verb_classes import VerbClasses
from reader.ui.widgets.fact_table import Facts


def _tr(words: str) -> str:
    return QCoreApplication.translate("Sources", words)


def source_table(analysis: Analysis, places: Places) -> Facts:
    """Return all sources that speak as a table."""
    table = _Table(analysis, places)
    found = speaking_sources(analysis)
    return Facts(
        columns=tuple(_titles()),
        rows=tuple(map(table.cells, found)),
        payloads=tuple(sure_attributions_of(analysis, source)[0] for source in found),
    )


def _titles() -> Iterator[str]:
    yield from (_tr("No."), _tr("Source"), _tr("Identified"), _tr("Kind"))
    yield from (_tr("Words"), _tr("Share"), _tr("Times"), _tr("Places"), _tr("Verbs"))
    yield from (_tr("Channel"), _tr("How they know"), _tr("Where"), _tr("Name kept back"))
    yield from (_tr("Side"), _tr("Yours"))


class _Table:
    """Fills the cells of one source."""

    def __init__(self, analysis: Analysis, places: Places) -> None:
        self._analysis = analysis
        self._places = places
        self._classes = VerbClasses(analysis)
        self._disclosures = Disclosures(analysis)
        self._numbers = source_numbers(analysis)

    def cells(self, source: Source) -> tuple[str | int, ...]:
        """Return the cells of one source."""
        analysis, marks = self._analysis, self._analysis.marks
        said = sure_attributions_of(analysis, source)
        places = (place_words(self._places, item.content[0]) for item in said if item.content)
        verbs = (self._classes.verb(use) for use in verb_uses(analysis, said))
        is_corrected = marks.is_source_corrected(source.id)
        words = analysis.words
        share = allows_share(words, source.words)
        return (
            self._numbers[source.id],
            source_name(source),
            grade_words(source.identification),
            source_kind_words(source.kind),
            source.words,
            f"{round(100 * source.words / words)} %" if share else "–",
            len(said),
            ", ".join(dict.fromkeys(places)),
            ", ".join(f"{verb.words} {verb.what}".strip() for verb in verbs),
            *disclosure_cells(self._disclosures.of(source), analysis.article.text),
            str(marks.side_of(source.id) or "–"),
            _tr("corrected") if is_corrected else "–",
        )

"""The sources of an article as rows, then who did not answer, and passages without a source."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.analysis.summary import (
    allows_share,
    attributions_of,
    doubtful,
    refusals,
    source_numbers,
    speakers,
    speaking_sources,
    sure_attributions_of,
)
from reader.core.attribution import Attribution
from reader.core.sources.source import Identification, Source
from reader.core.views.balance import verb_uses
from reader.core.views.disclosure import Disclosures
from reader.ui.marks.places import attribution_row, sentence_row, span_mark
from reader.ui.marks.words import grade_words, source_kind_words, source_name
from reader.ui.panels.sourcing.disclosure_rows import disclosure_rows
from reader.ui.panels.sourcing.source_rows import SourceRow
from reader.ui.panels.sourcing.verb_classes import VerbClasses
from reader.ui.widgets.rows.fact_row import FactRow

PASSAGES = "passages"  # what stands for the heading over them
_MOST = 200  # passages listed one by one
_DOTS: dict[Identification, int] = {
    "named-with-role": 4,
    "named": 3,
    "described": 2,
    "group": 1,
    "unnamed": 0,
}


def _tr(words: str) -> str:
    return QCoreApplication.translate("Sources", words)


class SourceFacts:
    """Puts what an analysis knows of its sources into words and rows."""

    def __init__(self, analysis: Analysis, places: Places) -> None:
        self._analysis = analysis
        self._places = places
        self._classes = VerbClasses(analysis)
        self._numbers = source_numbers(analysis)

    # -- sources -----------------------------------------------------------------------------

    def source_rows(self) -> list[FactRow]:
        """Return the sources that speak, the most words first."""
        return [self._row(source) for source in speaking_sources(self._analysis)]

    def _row(self, source: Source) -> SourceRow:
        analysis, marks = self._analysis, self._analysis.marks
        said = sure_attributions_of(analysis, source)
        grade, side = grade_words(source.identification), marks.side_of(source.id)
        is_corrected = marks.is_source_corrected(source.id) or any(
            marks.is_attribution_corrected(item.id) for item in said
        )
        return SourceRow(
            kind="category",
            text=source_name(source),
            detail=self._description(source),
            letter=str(self._numbers[source.id]),
            strip=tuple(
                span_mark(analysis, span, item.form == "indirect")
                for item in said
                for span in item.content
            ),
            places=tuple(span for item in said for span in item.content),
            payload=source.id,
            children=partial(self._details, source),
            spoken=self._spoken(source, grade, side, is_corrected=is_corrected),
            dots=_DOTS[source.identification],
            grade=grade,
            sort=source_kind_words(source.kind),
            verbs=tuple(self._classes.verb(use) for use in verb_uses(analysis, said)),
            words=source.words,
            side=side,
            is_quoted=any(item.form != "indirect" for item in said),
            is_corrected=is_corrected,
        )

    def _description(self, source: Source) -> str:
        if source.anonymity_reason:
            return _tr("reason given: {words}").format(words=source.anonymity_reason)
        return (source.role or "").strip().removeprefix("who ")

    def _spoken(self, source: Source, grade: str, side: int, *, is_corrected: bool) -> str:
        words = [
            source_name(source),
            grade,
            source_kind_words(source.kind),
            _tr("{n} words").format(n=source.words),
            self._share(source),
            _tr("side {side}").format(side=side) if side else "",
            _tr("corrected by you") if is_corrected else "",
        ]
        return ", ".join(filter(None, words))

    def _share(self, source: Source) -> str:
        """Return the share of the article, where it is long enough for one."""
        words = self._analysis.words
        if not allows_share(words, source.words):
            return ""
        return _tr("{n} % of the text").format(n=round(100 * source.words / words))

    def _details(self, source: Source) -> list[FactRow]:
        analysis = self._analysis
        rows = []
        share = self._share(source)
        if share:
            rows.append(FactRow(kind="quiet", text=share[0].upper() + share[1:]))
        words = Disclosures(analysis).of(source)
        rows += disclosure_rows(analysis, words, self._places)
        said = attributions_of(analysis, source)
        return rows + [attribution_row(analysis, item, self._places) for item in said]

    def speaker_of(self, number: int | None) -> tuple[str, Attribution] | None:
        """Return the id of the source of an attribution, and the attribution itself."""
        source = speakers(self._analysis).get(number or 0)
        said = next((item for item in self._analysis.attributions if item.id == number), None)
        return (source.id, said) if source is not None and said is not None else None

    # -- doubts ------------------------------------------------------------------------------

    def doubtful_rows(self) -> list[FactRow]:
        """Return what may be somebody's words; the program is not sure, and counts none of it."""
        unsure = doubtful(self._analysis)
        if not unsure:
            return []
        title = _tr("Perhaps somebody’s words, not counted")
        rows = [attribution_row(self._analysis, item, self._places) for item in unsure[:_MOST]]
        return [FactRow(kind="heading", text=title, detail=str(len(unsure))), *rows]

    # -- silence -----------------------------------------------------------------------------

    def silent_rows(self) -> list[FactRow]:
        """Return who was asked and did not answer."""
        silent = refusals(self._analysis)
        if not silent:
            return []
        title = _tr("Asked, did not answer")
        rows = [attribution_row(self._analysis, item, self._places) for item in silent]
        return [FactRow(kind="heading", text=title, detail=str(len(silent))), *rows]

    def passage_rows(self) -> list[FactRow]:
        """Return the passages in which no source was found."""
        passages = self._analysis.unsourced
        if not passages:
            return []
        title = _tr("Passages with no source found")
        rows = [FactRow(kind="heading", text=title, detail=str(len(passages)), payload=PASSAGES)]
        rows += [sentence_row(self._analysis, span, self._places) for span in passages[:_MOST]]
        if len(passages) > _MOST:
            rest = _tr("and {n} more").format(n=len(passages) - _MOST)
            rows.append(FactRow(kind="quiet", text=rest))
        told = (_tr("The program found none."), _tr("The reporter may have one, or was there."))
        return [*rows, *(FactRow(kind="quiet", text=words) for words in told)]

"""What an analysis tells of its sources, as rows, cards and a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import (
    allows_share,
    attributions_of,
    panel_categories,
    refusals,
    speakers,
    speaking_sources,
)
from reader.core.attribution import Attribution
from reader.core.sources.kinds import Identification
from reader.core.sources.sources import Source
from reader.core.text.spans import Span
from reader.core.views.balance import SideBalance, VerbUse, side_balances, verb_uses
from reader.core.views.disclosure import Disclosure, Disclosures
from reader.ui.marks.correction_choices import source_kind_words
from reader.ui.marks.places import attribution_row, line_text, sentence_row, span_mark
from reader.ui.panels.sourcing.disclosure_rows import disclosure_cells, disclosure_rows
from reader.ui.panels.sourcing.source_rows import Chip, ColumnsRow, SourceRow
from reader.ui.widgets.fact_table import Facts
from reader.ui.widgets.panel import LineFinder
from reader.ui.widgets.row_tree import Row

_MOST = 200  # passages listed one by one
_PLAIN = frozenset({"neutral", "source-phrase", "noun-cue", "formal"})  # classes without a chip


@dataclass(frozen=True, slots=True)
class Card:
    """One of the three cards: who speaks first, in the title, last."""

    title: str
    name: str
    place: str
    attribution: Attribution | None


def _tr(words: str) -> str:
    return QCoreApplication.translate("Sources", words)


class SourceFacts:
    """Puts what an analysis knows of its sources into words and rows."""

    def __init__(self, analysis: Analysis, line_of: LineFinder) -> None:
        self._analysis = analysis
        self._line_of = line_of
        self._classes = {item.id: item for item in panel_categories(analysis, "sourcing")}
        self._numbers = {
            source.id: number for number, source in enumerate(analysis.sources, start=1)
        }
        self._grades: dict[Identification, tuple[int, str]] = {
            "named-with-role": (4, _tr("named, with role")),
            "named": (3, _tr("named")),
            "described": (2, _tr("described")),
            "group": (1, _tr("a group")),
            "unnamed": (0, _tr("not named")),
        }

    # -- sources -----------------------------------------------------------------------------

    def source_rows(self) -> list[Row]:
        """Return the sources that speak, the most words first."""
        titles = ColumnsRow(
            "quiet",
            name_title=_tr("Source, how it is identified"),
            words_title=_tr("words"),
            strip_title=_tr("where in the article"),
        )
        rows = [self._row(source) for source in speaking_sources(self._analysis)]
        return [titles, *rows] if rows else []

    def _row(self, source: Source) -> SourceRow:
        analysis, marks = self._analysis, self._analysis.marks
        said = attributions_of(analysis, source)
        dots, grade = self._grades[source.identification]
        name, side = self._name(source), marks.side_of(source.id)
        is_corrected = marks.is_source_corrected(source.id) or any(
            marks.is_attribution_corrected(item.id) for item in said
        )
        return SourceRow(
            kind="category",
            text=name,
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
            dots=dots,
            grade=grade,
            sort=source_kind_words(source.kind),
            chips=tuple(self._chip(use) for use in verb_uses(analysis, said)),
            words=source.words,
            side=side,
            is_corrected=is_corrected,
        )

    def _name(self, source: Source) -> str:
        name = source.name or _tr("no source named")
        return name if source.is_resolved else _tr("{name} (not resolved)").format(name=name)

    def _description(self, source: Source) -> str:
        if source.anonymity_reason:
            return _tr("reason given: {words}").format(words=source.anonymity_reason)
        return (source.role or "").strip().removeprefix("who ")

    def _spoken(self, source: Source, grade: str, side: int, *, is_corrected: bool) -> str:
        told = [
            self._name(source),
            grade,
            source_kind_words(source.kind),
            _tr("{n} words").format(n=source.words),
            self._share(source),
            _tr("side {side}").format(side=side) if side else "",
            _tr("corrected by you") if is_corrected else "",
        ]
        return ", ".join(filter(None, told))

    def _share(self, source: Source) -> str:
        """Return the share of the article, where it is long enough for one."""
        words = self._analysis.words
        if not allows_share(words, source.words):
            return ""
        return _tr("{n} % of the text").format(n=round(100 * source.words / words))

    def _chip(self, use: VerbUse) -> Chip:
        times = len(use.attributions)
        words = f"{use.words} ×{times}" if times > 1 else use.words
        return Chip(words, self._class_words(use))

    def _class_words(self, use: VerbUse) -> str:
        category = self._classes.get(use.verb_class or "")
        return category.name.lower() if category and category.id not in _PLAIN else ""

    def _details(self, source: Source) -> list[Row]:
        analysis = self._analysis
        rows = []
        share = self._share(source)
        if share:
            rows.append(Row(kind="quiet", text=share[0].upper() + share[1:]))
        told = Disclosures(analysis).of(source)
        rows += disclosure_rows(analysis, told, self._line_of)
        said = attributions_of(analysis, source)
        return rows + [attribution_row(analysis, item, self._line_of) for item in said]

    def speaker_of(self, number: int | None) -> tuple[str, Attribution] | None:
        """Return the id of the source of an attribution, and the attribution itself."""
        source = speakers(self._analysis).get(number or 0)
        said = next((item for item in self._analysis.attributions if item.id == number), None)
        return (source.id, said) if source is not None and said is not None else None

    # -- first and last ----------------------------------------------------------------------

    def cards(self) -> tuple[Card, ...]:
        """Return who speaks first, in the title and last."""
        analysis = self._analysis
        speaking = [
            item for item in analysis.attributions if item.content and not item.is_narrators
        ]
        zones = analysis.article.zones
        title = zones[0].span if zones and zones[0].kind == "headline" else Span(0, 0)
        in_title = [item for item in speaking if title.contains(item.content[0])]
        body = [item for item in speaking if item not in in_title]
        last = sorted(body, key=lambda item: item.content[-1].end)
        return (
            self._card(_tr("First to speak"), body[:1]),
            self._card(_tr("In the title"), in_title[:1]),
            self._card(_tr("Last word"), last[-1:]),
        )

    def _card(self, title: str, found: Sequence[Attribution]) -> Card:
        if not found:
            return Card(title, _tr("nobody"), _tr("the narrator"), None)
        source = speakers(self._analysis).get(found[0].id)
        name = self._name(source) if source else _tr("no source named")
        line = line_text(self._line_of(found[0].content[0]))
        form = {"direct": _tr("quoted"), "indirect": _tr("reported"), "mixed": _tr("quoted")}
        return Card(title, name, f"{line}, {form[found[0].form]}", found[0])

    # -- silence -----------------------------------------------------------------------------

    def silent_rows(self) -> list[Row]:
        """Return who was asked and did not answer."""
        silent = refusals(self._analysis)
        if not silent:
            return []
        title = _tr("Asked, did not answer")
        rows = [attribution_row(self._analysis, item, self._line_of) for item in silent]
        return [Row(kind="heading", text=title, detail=str(len(silent))), *rows]

    def passage_rows(self) -> list[Row]:
        """Return the passages in which no source was found."""
        passages = self._analysis.unsourced
        if not passages:
            return []
        title = _tr("Passages with no source found")
        rows = [Row(kind="heading", text=title, detail=str(len(passages)))]
        rows += [sentence_row(self._analysis, span, self._line_of) for span in passages[:_MOST]]
        if len(passages) > _MOST:
            rest = _tr("and {n} more").format(n=len(passages) - _MOST)
            rows.append(Row(kind="quiet", text=rest))
        return rows

    # -- sides -------------------------------------------------------------------------------

    def side_rows(self) -> list[Row]:
        """Return what the two sides bring, each number with its sentences below."""
        balances = side_balances(self._analysis)
        if not balances:
            return []
        one, two = balances
        rows = [
            Row(kind="heading", text=_tr("Sides, as you set them")),
            self._columns(one, two),
            self._number("sources", _tr("sources"), balances, _sources),
            self._number("words", _tr("words"), balances, _words),
            self._number("named", _tr("named"), balances, _named),
        ]
        rows += self._verb_rows(balances)
        told = _tr("Equal space is not always fair.")
        return [*rows, Row(kind="quiet", text=told)]

    def _columns(self, one: SideBalance, two: SideBalance) -> Row:
        told = _tr("side 1 {one}, side 2 {two}").format(one=one.name, two=two.name)
        names = " / ".join(balance.name for balance in (one, two) if balance.name)
        return Row(kind="category", text=names or _tr("side"), counts=(1, 2), spoken=told)

    def _number(
        self,
        key: str,
        text: str,
        balances: Sequence[SideBalance],
        count: Callable[[SideBalance], tuple[int, tuple[Attribution, ...]]],
    ) -> Row:
        (first, said), (second, said_too) = (count(balance) for balance in balances)
        told = _tr("{text}: side 1 {a}, side 2 {b}").format(text=text, a=first, b=second)
        return Row(
            kind="category",
            text=text,
            counts=(first, second),
            payload=f"side {key}",
            children=partial(self._behind, said, said_too),
            spoken=told,
        )

    def _behind(self, said: Sequence[Attribution], said_too: Sequence[Attribution]) -> list[Row]:
        analysis, line_of = self._analysis, self._line_of
        return [
            attribution_row(analysis, item, line_of, side)
            for side, items in (("1", said), ("2", said_too))
            for item in items
        ]

    def _verb_rows(self, balances: Sequence[SideBalance]) -> list[Row]:
        uses = {use.words: use for balance in balances for use in balance.verbs}
        rows = []
        for words, use in uses.items():
            what = self._class_words(use)
            text = f"{words} · {what}" if what else words
            rows.append(self._number(f"verb {words}", text, balances, partial(_verb, words)))
        return rows

    # -- the table ---------------------------------------------------------------------------

    def table(self) -> Facts:
        """Return all sources as a table."""
        found, disclosures = speaking_sources(self._analysis), Disclosures(self._analysis)
        return Facts(
            columns=(
                _tr("No."),
                _tr("Source"),
                _tr("Identified"),
                _tr("Kind"),
                _tr("Words"),
                _tr("Share"),
                _tr("Times"),
                _tr("Lines"),
                _tr("Verbs"),
                _tr("Channel"),
                _tr("How they know"),
                _tr("Where"),
                _tr("Name kept back"),
                _tr("Side"),
                _tr("Yours"),
            ),
            rows=tuple(self._cells(source, disclosures.of(source)) for source in found),
            payloads=tuple(attributions_of(self._analysis, source)[0] for source in found),
        )

    def _cells(self, source: Source, disclosure: Disclosure) -> tuple[str | int, ...]:
        analysis, marks = self._analysis, self._analysis.marks
        said = attributions_of(analysis, source)
        lines = (line_text(self._line_of(item.content[0])) for item in said if item.content)
        chips = (self._chip(use) for use in verb_uses(analysis, said))
        is_corrected = marks.is_source_corrected(source.id)
        words = analysis.words
        share = allows_share(words, source.words)
        return (
            self._numbers[source.id],
            self._name(source),
            self._grades[source.identification][1],
            source_kind_words(source.kind),
            source.words,
            f"{round(100 * source.words / words)} %" if share else "–",
            len(said),
            ", ".join(dict.fromkeys(lines)),
            ", ".join(f"{chip.words} {chip.what}".strip() for chip in chips),
            *disclosure_cells(disclosure, analysis.article.text),
            str(marks.side_of(source.id) or "–"),
            _tr("corrected") if is_corrected else "–",
        )


def _sources(balance: SideBalance) -> tuple[int, tuple[Attribution, ...]]:
    return len(balance.sources), balance.attributions


def _words(balance: SideBalance) -> tuple[int, tuple[Attribution, ...]]:
    return balance.words, balance.attributions


def _named(balance: SideBalance) -> tuple[int, tuple[Attribution, ...]]:
    numbers = {number for source in balance.named for number in source.attributions}
    said = tuple(item for item in balance.attributions if item.id in numbers)
    return len(balance.named), said


def _verb(words: str, balance: SideBalance) -> tuple[int, tuple[Attribution, ...]]:
    found = next((use for use in balance.verbs if use.words == words), None)
    said = found.attributions if found else ()
    return len(said), said

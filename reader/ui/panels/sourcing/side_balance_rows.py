"""The two sides beside one another: a row for each number, its sentences below."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.attribution import Attribution
from reader.core.views.balance import SideBalance, side_balances
from reader.ui.marks.places import attribution_row
from reader.ui.panels.sourcing.verb_classes import VerbClasses
from reader.ui.widgets.rows.fact_row import FactRow


def _tr(words: str) -> str:
    return QCoreApplication.translate("Sources", words)


class SideBalanceRows:
    """Compares the sides that the reader set."""

    def __init__(self, analysis: Analysis, places: Places) -> None:
        self._analysis = analysis
        self._places = places
        self._classes = VerbClasses(analysis)

    def rows(self) -> list[FactRow]:
        """Return the numbers of the two sides, or nothing while no source is on a side."""
        balances = side_balances(self._analysis)
        if not balances:
            return []
        one, two = balances
        rows = [
            FactRow(kind="heading", text=_tr("Sides, as you set them")),
            self._columns(one, two),
            self._number("sources", _tr("sources"), balances, _sources),
            self._number("words", _tr("words"), balances, _words),
            self._number("named", _tr("named"), balances, _named),
        ]
        rows += self._verb_rows(balances)
        words = _tr("Equal space is not always fair.")
        return [*rows, FactRow(kind="quiet", text=words)]

    def _columns(self, one: SideBalance, two: SideBalance) -> FactRow:
        words = _tr("side 1 {one}, side 2 {two}").format(one=one.name, two=two.name)
        names = " / ".join(balance.name for balance in (one, two) if balance.name)
        return FactRow(kind="category", text=names or _tr("side"), counts=(1, 2), spoken=words)

    def _number(
        self,
        key: str,
        text: str,
        balances: Sequence[SideBalance],
        count: Callable[[SideBalance], tuple[int, tuple[Attribution, ...]]],
    ) -> FactRow:
        (first, said), (second, said_too) = (count(balance) for balance in balances)
        words = _tr("{text}: side 1 {a}, side 2 {b}").format(text=text, a=first, b=second)
        return FactRow(
            kind="category",
            text=text,
            counts=(first, second),
            payload=f"side {key}",
            children=partial(self._behind, said, said_too),
            spoken=words,
        )

    def _behind(
        self, said: Sequence[Attribution], said_too: Sequence[Attribution]
    ) -> list[FactRow]:
        analysis, places = self._analysis, self._places
        return [
            attribution_row(analysis, item, places, side)
            for side, items in (("1", said), ("2", said_too))
            for item in items
        ]

    def _verb_rows(self, balances: Sequence[SideBalance]) -> list[FactRow]:
        uses = {use.words: use for balance in balances for use in balance.verbs}
        rows = []
        for words, use in uses.items():
            what = self._classes.words(use)
            text = f"{words} · {what}" if what else words
            rows.append(self._number(f"verb {words}", text, balances, partial(_verb, words)))
        return rows


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

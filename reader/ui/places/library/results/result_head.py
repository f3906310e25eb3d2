"""What stands over the results: how many, how to keep the search, and chips that narrow it."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.core.across.query import VOICE_NAMES
from reader.core.across.unknown_keys import UnknownKey, unknown_keys
from reader.ui.places.library.results.result_lines import FoundText

_MOST_CHIPS = 4


class ResultHead(QFrame):
    """Tells what was found, and narrows it.

    Signals:
        keep_requested(): Keep this search under a name.
        narrowed(str): Add this to what is looked for.
    """

    keep_requested = Signal()
    narrowed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result_head")
        column = QVBoxLayout(self)
        column.setContentsMargins(44, 9, 14, 9)
        row = QHBoxLayout()
        self.told = QLabel(self)
        self.told.setProperty("role", "heading")
        row.addWidget(self.told, 1)
        self.keep = QPushButton(self.tr("Keep this search…"), self)
        self.keep.setObjectName("keep_search")
        self.keep.clicked.connect(self.keep_requested)
        row.addWidget(self.keep)
        column.addLayout(row)
        self.keys = QLabel(self)
        self.keys.setObjectName("unknown_keys")
        self.keys.setProperty("role", "small")
        self.keys.setWordWrap(True)
        self.keys.setTextFormat(Qt.TextFormat.PlainText)
        self.keys.hide()
        column.addWidget(self.keys)
        self._line = QWidget(self)
        chips = QHBoxLayout(self._line)
        chips.setContentsMargins(0, 0, 0, 0)
        label = QLabel(self.tr("Narrow it:"), self._line)
        label.setProperty("role", "small")
        chips.addWidget(label)
        self._chips = [self._make_chip(chips) for _ in range(_MOST_CHIPS)]
        chips.addStretch(1)
        column.addWidget(self._line)

    def _make_chip(self, row: QHBoxLayout) -> QPushButton:
        chip = QPushButton(self._line)
        chip.setProperty("chip", "true")
        chip.clicked.connect(self._narrow)
        row.addWidget(chip)
        chip.hide()
        return chip

    def _narrow(self) -> None:
        for chip in self._chips:
            if chip is self.sender():
                self.narrowed.emit(str(chip.property("query")))

    def counted(self, places: int, articles: int, more: str = "") -> str:
        """Return how many places in how many articles; `more` follows the numbers."""
        first = self.tr("1 place") if places == 1 and not more else self.tr("{n} places")
        second = self.tr("1 article") if articles == 1 and not more else self.tr("{n} articles")
        if articles and not places and not more:  # by a date or an outlet, which stand in no place
            return second.format(n=f"{articles:,}")
        return self.tr("{places} in {articles}").format(
            places=first.format(n=f"{places:,}{more}"),
            articles=second.format(n=f"{articles:,}{more}"),
        )

    def show_keys(self, query: str) -> str:
        """Tell which keys of a query mean nothing; return the same words."""
        told = " ".join(map(self._words_of, unknown_keys(query)))
        self.keys.setText(told)
        self.keys.setVisible(bool(told))
        return told

    def _words_of(self, one: UnknownKey) -> str:
        if one.nearest:
            told = self.tr("There is no key “{key}:”. Did you mean {nearest}:?")
            return told.format(key=one.key, nearest=one.nearest)
        if not one.is_key_known:
            told = self.tr("There is no key “{key}:”, so it was looked for as a word.")
            return told.format(key=one.key)
        days = self.tr("It takes 2025, 2025-05, 2025-05-09, or two of them with .. between.")
        takes = {
            "voice": self.tr("It takes {words}.").format(words=", ".join(VOICE_NAMES)),
            "date": days,
            "added": days,
            "in": self.tr("It takes title or notes."),
        }
        told = self.tr("“{value}” does not fit {key}:.")
        return f"{told.format(value=one.value, key=one.key)} {takes[one.key]}"

    def show_found(self, texts: Sequence[FoundText], places: int, *, is_whole: bool) -> None:
        """Tell how much was found, and offer the outlets and years it is in."""
        self.told.setText(self.counted(places, len(texts), "" if is_whole else "+"))
        offers = _offers(texts)
        self._line.setVisible(bool(offers))
        for chip, offer in zip(self._chips, [*offers, *[None] * _MOST_CHIPS], strict=False):
            chip.setVisible(offer is not None)
            if offer is not None:
                words, query = offer
                chip.setText(words)
                chip.setProperty("query", query)
                chip.setAccessibleName(self.tr("Only {what}").format(what=words))


def _offers(texts: Sequence[FoundText]) -> list[tuple[str, str]]:
    """Return what narrows a search: an outlet or a year that not all results share."""
    outlets = Counter(one.article.outlet for one in texts if one.article.outlet)
    years = Counter((one.article.published or "")[:4] for one in texts if one.article.published)
    found = [
        (f"{name} {count}", f'outlet:"{name}"')
        for name, count in outlets.most_common(2)
        if count < len(texts)
    ]
    found += [
        (f"{year} {count}", f"date:{year}")
        for year, count in years.most_common(2)
        if count < len(texts)
    ]
    return found[:_MOST_CHIPS]

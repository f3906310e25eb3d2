"""The lines of a search as Qt asks for them."""

from collections.abc import Sequence
from typing import Any, get_args

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.core.text.article import ZoneKind
from reader.ui.marks.words import zone_words
from reader.ui.places.library.article_list.row_words import day_words
from reader.ui.places.library.results.result_lines import (
    MoreLine,
    NoteLine,
    PlaceLine,
    ResultLine,
    TitleLine,
)

RESULT_ROLE = Qt.ItemDataRole.UserRole
AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class ResultModel(QAbstractListModel):
    """Holds the lines of what was found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[ResultLine, ...] = ()

    def show_lines(self, lines: Sequence[ResultLine]) -> None:
        """Show lines; those that stood there before as they stand are kept."""
        lines, before = tuple(lines), self.lines
        if lines == before:
            return
        if before and lines[: len(before)] == before and len(lines) > len(before):
            self.beginInsertRows(QModelIndex(), len(before), len(lines) - 1)
            self.lines = lines
            self.endInsertRows()
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- Qt's own type
        """Return a line for the painter, and words for those who hear it."""
        line = self.lines[index.row()]
        if role == RESULT_ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._spoken(line)
        return None

    def _spoken(self, line: ResultLine) -> str:
        if isinstance(line, PlaceLine):
            voice = self.voice_words(line.place.voice)
            words = " ".join(f"{line.before}{line.place.text}{line.after}".split())
            parts = (cited(line.name), voice, line.place.speaker or "", words)
            return ", ".join(filter(None, parts))
        if isinstance(line, NoteLine):
            parts = (cited(line.name), self.tr("your note"), line.words, line.quote)
            return ", ".join(filter(None, parts))
        if isinstance(line, MoreLine):
            return self.more_words(line)
        count = self.tr("{n} places").format(n=len(line.article.places))
        folded = ""
        if line.copies:
            folded = self.tr("open") if line.is_open else self.tr("folded")
        parts = (self.title_words(line), self.detail_words(line), count, folded)
        return ", ".join(filter(None, parts))

    def detail_words(self, line: TitleLine) -> str:
        """Return outlet, day and how many copies are folded under an article."""
        article = line.article
        day = day_words(article.published) if article.published else ""
        copies = ""
        if line.copies:
            told = self.tr("1 copy") if line.copies == 1 else self.tr("{n} copies")
            copies = told.format(n=line.copies)
        return ", ".join(filter(None, (article.outlet or "", day, copies)))

    def title_words(self, line: TitleLine) -> str:
        """Return what the article is called."""
        return line.article.name

    def voice_words(self, voice: str | None) -> str:
        """Return what a voice is called; "" where nobody knows yet."""
        return {
            "narrator": self.tr("narrator"),
            "direct": self.tr("quoted"),
            "indirect": self.tr("reported"),
        }.get(voice or "", "")

    def more_words(self, line: MoreLine) -> str:
        """Return what leads to the places that are not shown."""
        if line.count == 1:
            return self.tr("1 more place in this article")
        return self.tr("{n} more places in this article").format(n=line.count)


def cited(name: str) -> str:
    """Return how a place is cited on screen: "7.2", "Title"."""
    kind = next((kind for kind in get_args(ZoneKind) if kind == name), None)
    return zone_words(kind) if kind is not None else name

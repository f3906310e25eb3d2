"""The duel of two lists: whose words stand where on one text, and which both lists have."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from reader.core.analysis.analysing import AnalysisTools
from reader.core.lessons.duel import Duel
from reader.core.lessons.lesson import Lesson, LessonArticle
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Lexicon
from reader.core.text.spans import Span
from reader.storage.lessons.duels import duel_on, lists_for_duels
from reader.storage.lessons.texts import LessonTexts
from reader.ui.places.lessons.page.layers import Layers, PenMark
from reader.ui.places.lessons.page.lesson_page import LessonPage
from reader.ui.places.lessons.pupil.mark_form import plain_label
from reader.ui.theme import Theme
from reader.ui.widgets.side_window import SideWindow

_SIZE = QSize(1280, 740)
_MOST_ROWS = 12  # a longer list scrolls, and leaves the others room
_SIDE = 340


class DuelWindow(SideWindow):
    """Lets a class set two lists against one another.

    Signals:
        save_requested(): The duel is to be saved as a lesson.
    """

    save_requested = Signal()

    def __init__(
        self, lesson: Lesson, texts: LessonTexts, tools: AnalysisTools, theme: Theme
    ) -> None:
        super().__init__()
        self._lesson, self._texts, self._tools = lesson, texts, tools
        self._lists = lists_for_duels(tools)
        self.setObjectName("duel_window")
        self.setWindowTitle(lesson.title)
        self.resize(_SIZE)
        self.page = LessonPage(theme)
        self._first = self._list_box(self.tr("First list"), lesson.sides[:1], 0)
        self._second = self._list_box(self.tr("Second list"), lesson.sides[1:2], 1)
        self.addToolBar(self._bar())
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.page, 1)
        row.addWidget(self._side())
        self.setCentralWidget(body)
        self._show_article()
        QShortcut(QKeySequence("Ctrl+W"), self, self.close)

    def _list_box(self, name: str, wanted: Sequence[str], otherwise: int) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        for one in self._lists:
            box.addItem(one.title, one.id)
        place = box.findData(wanted[0]) if wanted else -1
        box.setCurrentIndex(place if place >= 0 else min(otherwise, box.count() - 1))
        box.setMinimumContentsLength(14)
        box.currentIndexChanged.connect(self._show_duel)
        return box

    def _bar(self) -> QToolBar:
        bar = QToolBar(self.tr("Duel"))
        bar.setAccessibleName(self.tr("Duel"))
        bar.setMovable(False)
        self._articles = QComboBox()
        self._articles.setAccessibleName(self.tr("Article"))
        self._articles.setMinimumContentsLength(18)
        for article in self._lesson.articles:
            self._articles.addItem(f"{article.id}  {article.title}", article.id)
        self._articles.currentIndexChanged.connect(self._show_article)
        for widget in (
            _bare(self.tr("Ring: ")), self._first, _bare(self.tr("  Box: ")), self._second,
            _bare("  "), self._articles,
        ):  # fmt: skip
            bar.addWidget(widget)
        space = QWidget()
        space.setSizePolicy(space.sizePolicy().Policy.Expanding, space.sizePolicy().Policy.Minimum)
        bar.addWidget(space)
        save = QPushButton(self.tr("Save as a lesson…"))
        save.setObjectName("save_duel")
        save.clicked.connect(self.save_requested)
        bar.addWidget(save)
        return bar

    def _side(self) -> QWidget:
        side = QFrame()
        side.setFixedWidth(_SIDE)
        rows = self._column = QVBoxLayout(side)
        rows.setContentsMargins(14, 12, 14, 10)
        told = self.tr("Whose words are they? In brackets: in the narrator’s words.")
        rows.addWidget(plain_label(told, "small"))
        self._heads: list[QLabel] = []
        self._rows: list[QListWidget] = []
        for _ in range(3):
            head = plain_label("", "section")
            places = QListWidget()
            places.setProperty("rows", True)  # noqa: FBT003 -- Qt's call
            places.setFrameShape(QFrame.Shape.NoFrame)
            places.itemClicked.connect(self._reveal)
            places.itemActivated.connect(self._reveal)
            rows.addWidget(head)
            rows.addWidget(places, 1)
            self._heads.append(head)
            self._rows.append(places)
        foot = self.tr(
            "A list that marks more is no better list. Swap, and look where it is wrong."
        )
        rows.addWidget(plain_label(foot, "small"))
        return side

    @property
    def sides(self) -> tuple[Lexicon, Lexicon]:
        """Return the two lists that are chosen."""
        first, second = self._first.currentIndex(), self._second.currentIndex()
        return self._lists[first], self._lists[second]

    @property
    def _article(self) -> LessonArticle:
        return self._lesson.articles[max(0, self._articles.currentIndex())]

    def _show_article(self) -> None:
        self.page.show_article(self._article.as_article(with_outlet=True))
        self._show_duel()

    def _show_duel(self) -> None:
        duel = duel_on(self._article, self.sides, self._tools)
        self.page.show_layers(Layers(pens=_pens(duel)))
        first, second = self.sides
        for place, (name, found) in enumerate(
            (
                (self.tr("Only {title}").format(title=first.title), duel.first),
                (self.tr("Only {title}").format(title=second.title), duel.second),
                (self.tr("Both"), duel.both),
            )
        ):
            narrator = sum(one.voice == "narrator" for one in found)
            self._heads[place].setText(f"{name}: {len(found)} ({narrator})")
            self._rows[place].setAccessibleName(name)
            self._fill(self._rows[place], found)
            self._column.setStretchFactor(self._rows[place], min(max(1, len(found)), _MOST_ROWS))

    def _fill(self, rows: QListWidget, found: Sequence[Finding]) -> None:
        rows.clear()
        for one in found:
            place = self._texts.place_in(self._article.id, one.span)
            words = self._texts.words(self._article.id, one.span)
            item = QListWidgetItem(f"{place}  {words}", rows)
            item.setData(Qt.ItemDataRole.UserRole, (one.span.start, one.span.end))

    def _reveal(self, item: QListWidgetItem) -> None:
        self.page.reveal(Span(*item.data(Qt.ItemDataRole.UserRole)))

    def counts(self) -> tuple[int, int, int]:
        """Return how many words only the first, only the second, and both lists have."""
        first, second, both = (rows.count() for rows in self._rows)
        return first, second, both

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.page.set_theme(theme)


def _pens(duel: Duel) -> tuple[PenMark, ...]:
    first = [PenMark(one.span, "ring", "A") for one in (*duel.first, *duel.both)]
    second = [PenMark(one.span, "box", "B") for one in (*duel.second, *duel.both_second)]
    return tuple(sorted((*first, *second), key=lambda mark: mark.span))


def _bare(words: str) -> QLabel:
    label = plain_label(words, "small")
    label.setWordWrap(False)
    return label

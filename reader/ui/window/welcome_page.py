"""The page of an empty window: how to begin, two samples, recent articles."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui.widgets.elided_text import ElidedLabel
from reader.values import frozen

_LARGE = 70  # pixels of a sample whose title takes one line
_MARGINS = (40, 80, 40, 40)
_DETAIL = 170  # pixels of the name of a file beside a title
_LOW = 640  # pixels of a page that has no room to spare


@frozen
class Offer:
    """An article to open: where it lies, its title and a quiet line."""

    origin: str
    title: str
    detail: str
    is_there: bool = True


class WelcomePage(QScrollArea):
    """Offers ways to begin; it scrolls where the window is low, which it never makes higher.

    Signals:
        open_requested(): Choose a file.
        paste_requested(): Take the clipboard.
        tour_requested(): Show the window around.
        teachers_requested(): Show the lessons that are ready.
        address_requested(): Ask for a web address.
        article_requested(str): Open this one.
        compare_requested(list): Lay the samples side by side.
        marks_hidden_toggled(bool): Start each article without marks.
    """

    open_requested = Signal()
    library_requested = Signal()
    paste_requested = Signal()
    tour_requested = Signal()
    teachers_requested = Signal()
    address_requested = Signal()
    article_requested = Signal(str)
    compare_requested = Signal(object)
    marks_hidden_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Welcome"))
        page = QWidget(self)
        page.setObjectName("welcome_words")
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QHBoxLayout(page)
        self._outer = outer
        outer.setContentsMargins(*_MARGINS)
        outer.addStretch(1)
        self._left = self._column(outer, 500)
        outer.addSpacing(64)
        self._right = self._column(outer, 396)
        outer.addStretch(1)
        self._fill_left()
        self._recent = QVBoxLayout()
        self._left.addLayout(self._recent)
        self._left.addStretch(1)
        self._samples = QVBoxLayout()
        self._offered: list[str] = []  # where the samples lie
        self._fill_right()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Begin higher up where the window is low."""
        super().resizeEvent(event)
        left, top, right, bottom = _MARGINS
        is_low = event.size().height() < _LOW
        self._outer.setContentsMargins(left, top // 4 if is_low else top, right, bottom // 2)

    def _column(self, outer: QHBoxLayout, width: int) -> QVBoxLayout:
        column = QWidget(self)
        column.setMaximumWidth(width)
        column.setMinimumWidth(width * 2 // 3)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        outer.addWidget(column, width)
        return layout

    def _fill_left(self) -> None:
        title = QLabel("Close Reader", self)
        title.setStyleSheet('font: 600 40px "Source Serif 4";')
        motto = QLabel(self.tr("Read a news article slowly: its words, its sources, its doubts."))
        motto.setStyleSheet('font: italic 400 19px "Source Serif 4";')
        motto.setProperty("role", "quiet")
        motto.setWordWrap(True)
        box = QFrame(self)
        box.setObjectName("drop_box")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(24, 24, 24, 20)
        inner.setSpacing(14)
        words = QLabel(self.tr("Drop a saved page, a text file or a lesson here."), box)
        words.setStyleSheet('font: 400 18px "Source Serif 4";')
        words.setWordWrap(True)
        inner.addWidget(words)
        row = QHBoxLayout()
        self.open_button = self._button(self.tr("Open…  Ctrl+O"), "welcome_open", box)
        self.open_button.setProperty("main", "true")
        self.open_button.clicked.connect(self.open_requested)
        paste = self._button(self.tr("Paste text  Ctrl+V"), "welcome_paste", box)
        paste.clicked.connect(self.paste_requested)
        address = self._button(self.tr("Address…"), "welcome_address", box)
        address.clicked.connect(self.address_requested)
        for button in (self.open_button, paste, address):
            row.addWidget(button)
        row.addStretch(1)
        inner.addLayout(row)
        for widget in (title, motto, box):
            self._left.addWidget(widget)
        self.library_button = self._button(
            self.tr("What you kept, in the library  Ctrl+L"), "welcome_library", self
        )
        self.library_button.clicked.connect(self.library_requested)
        self._left.addWidget(self.library_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _button(self, text: str, name: str, parent: QWidget) -> QPushButton:
        button = QPushButton(text, parent)
        button.setObjectName(name)
        button.setMinimumHeight(36)
        return button

    def _fill_right(self) -> None:
        heading = QLabel(self.tr("Try it on two articles about one event"), self)
        heading.setProperty("role", "section")
        self._right.addWidget(heading)
        self._right.addLayout(self._samples)
        note = QFrame(self)
        note.setObjectName("forewarning")
        inner = QVBoxLayout(note)
        inner.setContentsMargins(16, 2, 0, 2)
        title = QLabel(self.tr("Before you read"), note)
        title.setStyleSheet("font-weight: 600;")
        words = QLabel(
            self.tr(
                "Every text chooses its words and its sources. A mark is a question, not a "
                "verdict. Hedges can be honest. Read first, then press M."
            ),
            note,
        )
        words.setWordWrap(True)
        words.setStyleSheet('font: 400 17px "Source Serif 4";')
        inner.addWidget(title)
        inner.addWidget(words)
        self._compare = self._button(self.tr("Compare the two"), "welcome_compare", self)
        self._compare.clicked.connect(self._ask_to_compare)
        tour = self._button(self.tr("Show me around"), "welcome_tour", self)
        tour.clicked.connect(self.tour_requested)
        row = QHBoxLayout()
        row.addWidget(self._compare)
        row.addWidget(tour)
        row.addStretch(1)
        self._right.addLayout(row)
        teachers = QPushButton(self.tr("For teachers: lessons that are ready"), self)
        teachers.setObjectName("welcome_teachers")
        teachers.setProperty("link", "true")
        teachers.setStyleSheet("padding: 2px 0;")
        teachers.clicked.connect(self.teachers_requested)
        self._right.addSpacing(20)
        self._right.addWidget(note)
        self.hidden_box = QCheckBox(self.tr("Start each article without marks"), self)
        self.hidden_box.setObjectName("welcome_marks_hidden")
        self.hidden_box.toggled.connect(self.marks_hidden_toggled)
        self._right.addSpacing(10)
        self._right.addWidget(self.hidden_box)
        self._right.addWidget(teachers, 0, Qt.AlignmentFlag.AlignLeft)
        self._right.addStretch(1)

    def _ask_to_compare(self) -> None:
        self.compare_requested.emit(self._offered)

    def show_offers(self, samples: Sequence[Offer], recent: Sequence[Offer]) -> None:
        """Show the samples and the recent articles."""
        self._offered = [offer.origin for offer in samples]
        self._compare.setVisible(len(samples) > 1)
        _clear(self._samples)
        for number, offer in enumerate(samples):
            button = _OfferButton(offer, f"sample_{number}", self, is_large=True)
            button.wanted.connect(self.article_requested)
            self._samples.addWidget(button)
        _clear(self._recent)
        if not recent:
            return
        heading = QLabel(self.tr("Recent"), self)
        heading.setProperty("role", "section")
        self._recent.addSpacing(16)
        self._recent.addWidget(heading)
        for number, offer in enumerate(recent):
            row = _OfferButton(offer, f"recent_{number}", self, is_large=False)
            row.wanted.connect(self.article_requested)
            self._recent.addWidget(row)


class _OfferButton(QPushButton):
    """A button with a title and a quiet line."""

    wanted = Signal(str)

    def __init__(self, offer: Offer, name: str, parent: QWidget, *, is_large: bool) -> None:
        super().__init__(parent)
        self._offer = offer
        self.setObjectName(name)
        self.setAccessibleName(f"{offer.title}, {offer.detail}")
        self.setEnabled(offer.is_there)
        layout: QHBoxLayout | QVBoxLayout = QVBoxLayout(self) if is_large else QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(2 if is_large else 12)
        kind = QLabel if is_large else ElidedLabel
        title, detail = kind(offer.title, self), kind(offer.detail, self)
        title.setWordWrap(is_large)
        size, weight = (18, 600) if is_large else (16, 400)
        title.setStyleSheet(f'font: {weight} {size}px "Source Serif 4"; background: transparent;')
        detail.setProperty("role", "small")
        for label in (title, detail):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label, 1 if label is title else 0)
        if not is_large:
            detail.setMaximumWidth(_DETAIL)
            self.setToolTip(f"{offer.title}\n{offer.detail}")
        self._is_large = is_large
        self.setMinimumHeight(_LARGE if is_large else 38)
        if not is_large:
            self.setProperty("flat", "true")
        self.clicked.connect(self._want)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a title that takes two lines the height of two."""
        super().resizeEvent(event)
        layout = self.layout()
        if self._is_large and layout is not None:
            self.setMinimumHeight(max(_LARGE, layout.heightForWidth(event.size().width())))
            layout.setGeometry(self.rect())  # it has placed its lines in the lower height

    def _want(self) -> None:
        self.wanted.emit(self._offer.origin)


def _clear(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.deleteLater()

"""The window of a teacher: the maker, and the answers of a class."""

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QWidget,
)

from reader.core.lessons.scores.scoring import Agreement
from reader.storage.lessons.texts import LessonTexts
from reader.ui.places.lessons.answers.answers_page import AnswersPage
from reader.ui.places.lessons.answers.class_view import ClassView
from reader.ui.places.lessons.answers.class_work import ClassWork
from reader.ui.places.lessons.answers.looked_at import View
from reader.ui.places.lessons.maker.lesson_draft import LessonDraft
from reader.ui.places.lessons.maker.maker_page import MakerPage
from reader.ui.places.lessons.pupil.mark_form import plain_label
from reader.ui.theme import Theme
from reader.ui.theme.segment_ends import round_ends
from reader.ui.widgets.icons import Icons

_SIZE = QSize(1366, 768)
_KEEP_MS = 1500
_LONGEST_TITLE = 120
_STEPS, _ANSWERS, _CLASS = 0, 1, 2


class LessonWindow(QMainWindow):
    """Two segments: steps, and answers of a class; and what can be done with the lesson.

    Signals:
        try_requested(): The lesson is to be tried as a pupil.
        paper_requested(): The forms are to be printed.
        save_requested(str): The lesson is to be saved: `lesson`, `html` or `reference`.
        keep_requested(): What was made is to be kept.
        outlet_requested(str): The outlet of the article of an id is to be typed in.
        guide_requested(): The guide for teachers is wanted.
        closed(): The window was closed.
    """

    try_requested = Signal()
    paper_requested = Signal()
    save_requested = Signal(str)
    keep_requested = Signal()
    outlet_requested = Signal(str)
    guide_requested = Signal()
    closed = Signal()

    def __init__(
        self,
        draft: LessonDraft,
        texts: LessonTexts,
        theme: Theme,
        icons: Icons,
        load_agreement: Callable[[], Agreement],
    ) -> None:
        super().__init__()
        self.draft, self._theme, self._icons = draft, theme, icons
        self._drawn: list[tuple[QPushButton | QToolButton, str]] = []
        self.work = ClassWork(draft, texts, load_agreement, self)
        self.maker = MakerPage(draft, texts, theme, icons)
        self.answers = AnswersPage(self.work, icons, theme)
        self.class_view = ClassView(self.work, theme)
        self.setObjectName("lesson_window")
        self.setWindowTitle(draft.lesson.title)
        self.resize(_SIZE)
        self._pages = QStackedWidget()
        for page in (self.maker, self.answers, self.class_view):
            self._pages.addWidget(page)
        self.setCentralWidget(self._pages)
        self.addToolBar(self._bar())
        self.state = plain_label("")
        self.state.setWordWrap(False)
        self._kept = plain_label(self.tr("Kept as you type"))
        self._kept.setWordWrap(False)
        self.statusBar().addWidget(self.state, 1)
        self.statusBar().addPermanentWidget(self._kept)
        self.statusBar().setSizeGripEnabled(False)
        self._connect()
        self._tell_state()
        self.maker.steps.setFocus()

    def _bar(self) -> QToolBar:
        bar = QToolBar(self.tr("Lesson"))
        bar.setAccessibleName(self.tr("Lesson"))
        bar.setMovable(False)
        title = QLineEdit(self.draft.lesson.title)
        title.setObjectName("lesson_name")
        title.setMaxLength(_LONGEST_TITLE)
        title.setCursorPosition(0)
        title.setMinimumWidth(110)
        title.setMaximumWidth(340)
        title.setAccessibleName(self.tr("Title of the lesson"))
        title.setToolTip(self.tr("The title, as pupils see it"))
        title.textEdited.connect(self.draft.rename)
        bar.addWidget(title)
        space = QWidget()
        space.setSizePolicy(space.sizePolicy().Policy.Expanding, space.sizePolicy().Policy.Minimum)
        bar.addWidget(space)
        self._segments = QButtonGroup(self)
        for place, words in enumerate((self.tr("Steps"), self.tr("Answers of a class"))):
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setChecked(place == 0)
            button.setProperty("segment", True)  # noqa: FBT003 -- Qt's call
            button.setObjectName("show_answers" if place else "show_steps")
            self._segments.addButton(button, place)
            bar.addWidget(button)
        round_ends(self._segments.buttons())
        bar.addSeparator()
        for words, name, icon, slot in (
            (self.tr("Try as a pupil"), "try_pupil", "eye", self.try_requested.emit),
            (self.tr("Paper forms…"), "paper_forms", "printer", self.paper_requested.emit),
        ):
            bar.addWidget(self._button(words, name, icon, slot))
        save = self._button(
            self.tr("Save lesson file…"), "save_lesson", "download", self._save_lesson
        )
        save.setProperty("main", True)  # noqa: FBT003 -- Qt's call
        save.setIcon(self._icons.icon("download", self._theme.on))
        bar.addWidget(save)
        bar.addWidget(self._more_button())
        return bar

    def _more_button(self) -> QToolButton:
        """Return the button with what is done less often."""
        more = QToolButton()
        more.setIcon(self._icons.icon("ellipsis", self._theme.text))
        self._drawn.append((more, "ellipsis"))
        more.setObjectName("lesson_more")
        more.setToolTip(self.tr("More"))
        more.setProperty("bare", "true")  # the dots say that there is a menu
        more.setAccessibleName(self.tr("More"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.addAction(self.tr("Save for browsers…"), self._save_html)
        menu.addAction(self.tr("Save the reference…"), self._save_reference)
        menu.addSeparator()
        menu.addAction(self.tr("Outlet of the article that is shown…"), self._want_outlet)
        menu.addSeparator()
        menu.addAction(self.tr("Guide for teachers"), self.guide_requested.emit)
        more.setMenu(menu)
        return more

    def _button(self, words: str, name: str, icon: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(self._icons.icon(icon, self._theme.text), words)
        self._drawn.append((button, icon))
        button.setObjectName(name)
        button.clicked.connect(slot)
        return button

    def _connect(self) -> None:
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_MS)
        self._keeping.timeout.connect(self.keep_requested)
        self._segments.idClicked.connect(self._show_page)
        self.answers.view_wanted.connect(self.show_view)
        self.class_view.back_wanted.connect(self._show_answers)
        self.draft.lesson_changed.connect(self._changed)
        self.draft.reference_changed.connect(self._changed)
        self.draft.words_changed.connect(self._changed)
        self.maker.told.connect(self.state.setText)
        for key, slot in (
            ("Ctrl+Z", self._undo),
            ("Ctrl+S", self._save_lesson),
            ("Ctrl+W", self.close),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(slot)
            self.addAction(action)

    def _show_page(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self._segments.button(min(page, _ANSWERS)).setChecked(True)
        self._tell_state()

    def _show_answers(self) -> None:
        self._show_page(_ANSWERS)

    def show_view(self, view: View) -> None:
        """Show the class on the text, one pupil, or pairs."""
        if view != "reasons" and self.work.counted()[0]:
            self.class_view.show_scores(self.work.scores(), view)
            self._show_page(_CLASS)

    def _undo(self) -> None:
        if self._pages.currentIndex() == _STEPS:
            if self.draft.undo():
                self.maker.show_same_step()
        else:
            self.work.undo()

    def _changed(self) -> None:
        self._tell_state()
        self.setWindowTitle(self.draft.lesson.title)
        self._keeping.start()

    def _tell_state(self) -> None:
        counts = ", ".join(
            f"{sum(one.category == pen.id for one in self.draft.marks)} {pen.id}"
            for pen in self.draft.lesson.pens
        )
        told = self.tr("Reference marks: {counts}").format(counts=counts)
        missing = self.draft.missing()
        rest = missing[0] if missing else self.tr("nothing missing in the steps")
        self.state.setText(f"{told}    {rest}")

    def _save_lesson(self) -> None:
        self.save_requested.emit("lesson")

    def _want_outlet(self) -> None:
        self.outlet_requested.emit(self.maker.article)

    def _save_html(self) -> None:
        self.save_requested.emit("html")

    def _save_reference(self) -> None:
        self.save_requested.emit("reference")

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        for button, icon in self._drawn:
            is_main = bool(button.property("main"))
            button.setIcon(self._icons.icon(icon, theme.on if is_main else theme.text))
        self.maker.set_theme(theme)
        self.answers.set_theme(theme)
        self.class_view.set_theme(theme)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was made."""
        self._keeping.stop()
        self.keep_requested.emit()
        self.closed.emit()
        super().closeEvent(event)

"""One fact of an article: what it is, where it stands, and a field to say it better."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from reader.core.views.article_facts import SHELVES, Detail
from reader.ui.panels.about.fact_values import DAYS, shown_fact, typed_fact, what_to_type

_PENCIL_PX = 22
Told = tuple[str, str]  # a line and its role


class DetailRow(QFrame):
    """Shows a fact. The pencil, F2 or a double click turns its words into a field.

    Return takes what was typed, Escape gives it up; leaving the field takes it too.

    Signals:
        said(str, str): The reader says what the fact of this name is.
        taken_back(str): The fact is to be as it came.
        closed(): The field is gone.
    """

    said = Signal(str, str)
    taken_back = Signal(str)
    closed = Signal()

    def __init__(
        self, detail: Detail, title: str, told: tuple[Told, ...], pencil: QIcon, parent: QWidget
    ) -> None:
        """Show a fact; one without a pencil cannot be edited."""
        super().__init__(parent)
        self._detail, self._title = detail, title
        self.setObjectName(f"detail_row_{detail.name}")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnMinimumWidth(0, 64)
        self._grid.setColumnStretch(1, 1)
        name = QLabel(title, self)
        name.setProperty("role", "quiet")
        self._grid.addWidget(name, 0, 0, Qt.AlignmentFlag.AlignTop)
        self.value = self._label(shown_fact(detail.name, detail.value) or self._nothing(), "")
        self.value.setObjectName(f"detail_{detail.name}")
        self._grid.addWidget(self.value, 0, 1)
        for number, (words, role) in enumerate(told, start=2):
            self._grid.addWidget(self._label(words, role), number, 1)
        self.field: QLineEdit | None = None
        self._problem = self._label("", "warn")
        self._problem.hide()
        self._grid.addWidget(self._problem, 1, 1)
        self.pencil: QToolButton | None = None
        if not pencil.isNull():
            self._add_pencil(pencil)
        if detail.before is not None:
            self._add_way_back(len(told) + 2)
        spoken = ". ".join((self.value.text(), *(words for words, _ in told)))
        self.setAccessibleName(f"{title}: {spoken}")

    def _label(self, words: str, role: str) -> QLabel:
        label = QLabel(words, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        if role:
            label.setProperty("role", role)
        else:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _nothing(self) -> str:
        if self._detail.name in {"language", "changed"}:
            return self.tr("not known")
        is_shelf = self._detail.name in SHELVES
        return self.tr("none") if is_shelf else self.tr("none named")

    def _add_pencil(self, icon: QIcon) -> None:
        self.pencil = QToolButton(self)
        self.pencil.setObjectName(f"edit_{self._detail.name}")
        self.pencil.setIcon(icon)
        self.pencil.setToolTip(self._tip())
        self.pencil.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pencil.setAccessibleName(self.tr("Edit: {fact}").format(fact=self._title))
        self.pencil.setAccessibleDescription(self.value.text())
        self.pencil.setFixedHeight(_PENCIL_PX)  # else a row of one line would be higher
        self.pencil.clicked.connect(self.edit)
        self._grid.addWidget(self.pencil, 0, 2, Qt.AlignmentFlag.AlignTop)

    def _tip(self) -> str:
        if self._detail.name in SHELVES:
            return self.tr("Edit, with commas between them (F2)")
        return self.tr("Edit (F2)")

    def _add_way_back(self, number: int) -> None:
        before = shown_fact(self._detail.name, self._detail.before or "") or self._nothing()
        words = self.tr("The program’s: {value}").format(value=before)
        back = QPushButton(words.replace("&", "&&"), self)
        back.setObjectName(f"as_it_came_{self._detail.name}")
        back.setProperty("link", "true")
        back.setToolTip(self.tr("Undo your edit"))
        back.setAccessibleName(self.tr("{words}. Undo your edit").format(words=words))
        back.clicked.connect(self._take_back)
        self._grid.addWidget(back, number, 1, Qt.AlignmentFlag.AlignLeft)

    # -- editing -------------------------------------------------------------------------------

    @property
    def is_edited(self) -> bool:
        """Tell whether the field is open."""
        return self.field is not None

    def edit(self) -> None:
        """Put a field in the place of the words."""
        if self.field is not None or self.pencil is None:
            return
        field = QLineEdit(self._typed_form(), self)
        field.setObjectName(f"field_{self._detail.name}")
        field.setAccessibleName(self._title)
        field.setPlaceholderText(self._nothing())
        field.returnPressed.connect(self._take)
        field.installEventFilter(self)
        self.field = field
        self.value.hide()
        self._grid.addWidget(field, 0, 1)
        field.show()
        field.setFocus()
        field.selectAll()

    def _typed_form(self) -> str:
        detail = self._detail
        return detail.value if detail.name in DAYS else shown_fact(detail.name, detail.value)

    def _take(self) -> None:
        """Take what was typed; what is no such fact stays in the field, with the reason."""
        if self.field is None:
            return
        value = typed_fact(self._detail.name, self.field.text())
        if value is None:
            self._problem.setText(what_to_type(self._detail.name))
            self._problem.show()
            return
        self._close()
        if value != self._detail.value:
            self.said.emit(self._detail.name, value)

    def _close(self) -> None:
        field, self.field = self.field, None
        if field is None or self.pencil is None:
            return
        had_focus = field.hasFocus()
        field.removeEventFilter(self)
        field.hide()
        field.deleteLater()
        self._problem.hide()
        self.value.show()
        if had_focus:
            self.pencil.setFocus()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give up with Escape, and take what is typed when the field is left."""
        if watched is self.field:
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                if event.type() == QEvent.Type.KeyPress:
                    self._close()
                return True
            if event.type() == QEvent.Type.FocusOut and not self._problem.isVisible():
                self._take()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the field with F2."""
        if event.key() == Qt.Key.Key_F2:
            self.edit()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the field with a double click."""
        self.edit()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to edit, and to take an edit back."""
        if self.pencil is None or self.field is not None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit"), self.edit)
        if self._detail.before is not None:
            menu.addAction(self.tr("As it came"), self._take_back)
        menu.popup(event.globalPos())

    def _take_back(self) -> None:
        self.taken_back.emit(self._detail.name)

"""The bar over the library: where one is, the search field, whose words, what is left out."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from reader.ui.marks.voice_swatch import HEIGHT_PX, WIDTH_PX, voice_icon
from reader.ui.theme import Theme
from reader.ui.theme.segment_ends import round_ends
from reader.ui.widgets.icons import Icons, beside_icon

_LEFT = ("library", "back", "forward", "add")
_RIGHT = ("only_new", "fold_copies", "library_pane")
_WITH_WORDS = ("add", "only_new", "fold_copies")
_VOICES = ("all", "narrator", "direct", "indirect")
_MORE = (
    "new_collection",
    "lately_read",
    "",
    "look_for_new",
    "reports",
    "save_feeds",
    "empty_trash",
    "",
    "preferences",
    "keys",
)
_FIELD, _USUAL_FIELD, _LEAST_FIELD = 400, 300, 160
_WIDE = 1300  # pixels; from here on the voices leave the field its usual width
_AFTER_SWATCH = 4  # pixels that part a swatch from its word
_HEIGHT = 44
_LEAVE = {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_FOR_A_MOMENT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_NARROW = 1100  # pixels; below, commands are icons only


class SearchField(QLineEdit):
    """The search field. Esc clears it, then leaves it; Down goes to what was found.

    Signals:
        left(): The reader wants to be in the list.
        entered(): The reader is in the field.
        gone(): The reader is in another part of the window.
    """

    left = Signal()
    entered = Signal()
    gone = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody is about to look for something."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that nobody is looking for something now."""
        super().focusOutEvent(event)
        if event.reason() not in _FOR_A_MOMENT:
            self.gone.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc or Down, and go to what was found with Enter."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in _LEAVE:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class LibraryBar(QToolBar):
    """Holds the commands of the library; the actions hold what is on or off.

    Signals:
        search_changed(str): This is looked for now; "" for nothing.
        voice_chosen(str): Only places in this voice, or "all".
    """

    search_changed = Signal(str)
    voice_chosen = Signal(str)

    def __init__(
        self, actions: Mapping[str, QAction], theme: Theme, icons: Icons, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Library"))
        self.setObjectName("library_bar")
        self.setAccessibleName(self.tr("Library"))
        self.setMovable(False)
        self.setIconSize(QSize(16, 16))
        self.setFixedHeight(_HEIGHT)
        self._theme, self._icons = theme, icons
        self._with_words: list[QToolButton] = []
        self._counts: Mapping[str, int] | None = None
        self._is_narrow = False
        for name in _LEFT:
            self._add(actions[name], has_words=name in _WITH_WORDS)
        self.widgetForAction(actions["add"]).setProperty("boxed", "true")
        self.addSeparator()
        self.field = self._make_field()
        self._search, self._size = actions["search_library"], 0
        self._search.changed.connect(self._show_hint)
        self._glass = self.field.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.addWidget(self.field)
        self._voices: dict[str, QToolButton] = {}
        self._voice_action = self.addWidget(self._make_voices())
        spacer = QWidget(self)
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addWidget(spacer)
        for name in _RIGHT:
            self._add(actions[name], has_words=name in _WITH_WORDS)
        self._more = self._make_more(actions)
        self.addWidget(self._more)
        self.show_counts(None)
        self.set_theme(theme)

    def _add(self, action: QAction, *, has_words: bool) -> None:
        self.addAction(action)
        button = self.widgetForAction(action)
        button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if has_words and isinstance(button, QToolButton):
            self._with_words.append(button)
            action.setIconText(beside_icon(action.iconText()))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _make_more(self, actions: Mapping[str, QAction]) -> QToolButton:
        """Return the button at the end that opens a menu of what is wanted more seldom."""
        button = QToolButton(self)
        button.setObjectName("library_more")
        button.setProperty("bare", "true")
        button.setToolTip(self.tr("More"))
        button.setAccessibleName(self.tr("More"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for name in _MORE:
            menu.addAction(actions[name]) if name else menu.addSeparator()
        button.setMenu(menu)
        return button

    def _make_field(self) -> SearchField:
        field = SearchField(self)
        field.setObjectName("library_search")
        field.setAccessibleName(self.tr("Search the library"))
        field.setClearButtonEnabled(True)
        field.setMaximumWidth(_FIELD)
        field.setMinimumWidth(_LEAST_FIELD)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        field.textChanged.connect(self.search_changed)
        return field

    def _make_voices(self) -> QWidget:
        segments = QWidget(self)
        segments.setObjectName("library_voices")
        row = QHBoxLayout(segments)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(0)
        group = QButtonGroup(self)
        group.buttonClicked.connect(self._choose_voice)
        for voice in _VOICES:
            button = QToolButton(segments)
            button.setObjectName(f"library_voice_{voice}")
            button.setCheckable(True)
            button.setProperty("segment", "true")
            button.setIconSize(QSize(WIDTH_PX + _AFTER_SWATCH, HEIGHT_PX))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            group.addButton(button)
            row.addWidget(button)
            self._voices[voice] = button
        round_ends(tuple(self._voices.values()))
        self._voices["all"].setChecked(True)
        return segments

    def _choose_voice(self) -> None:
        self.voice_chosen.emit(self.voice())

    def voice(self) -> str:
        """Return the voice that is chosen, or "all"."""
        return next(name for name, button in self._voices.items() if button.isChecked())

    def set_theme(self, theme: Theme) -> None:
        """Draw the swatches of the voices in other colours."""
        self._theme = theme
        ratio = self.devicePixelRatioF()
        self._glass.setIcon(self._icons.icon("search", theme.text2))
        self._more.setIcon(self._icons.icon("ellipsis", theme.text))
        for voice, button in self._voices.items():
            if voice != "all":
                icon = voice_icon(theme, voice, ratio, after_px=_AFTER_SWATCH)
                button.setIcon(icon)

    def show_counts(self, counts: Mapping[str, int] | None) -> None:
        """Show how many places each voice has; None while nothing is looked for.

        A voice without a number was not looked in, since another one is typed.
        """
        self._counts = counts
        self._voice_action.setVisible(counts is not None)
        if counts is None:
            self._voices["all"].setChecked(True)
            counts = dict.fromkeys(self._voices, 0)
        if self.voice() not in counts and self.voice() != "all":
            self._voices["all"].setChecked(True)
            self._choose_voice()
        words = {
            "all": self.tr("All"),
            "narrator": self.tr("Narrator"),
            "direct": self.tr("Quoted"),
            "indirect": self.tr("Reported"),
        }
        is_any = any(counts.values())
        for voice, button in self._voices.items():
            is_counted = voice in counts
            has_number = is_counted and is_any  # no row of nothing but noughts
            number = f"{counts[voice]:,}" if has_number else ""
            spoken = f"{words[voice]} {number}".strip()
            is_short = self._is_narrow and voice != "all"
            button.setText(number if is_short else spoken)
            button.setEnabled(is_counted or voice == "all")
            told = spoken if is_short else ""
            button.setToolTip(told if is_counted else self.tr("The search names one voice."))
            button.setAccessibleName(spoken)

    def show_size(self, articles: int) -> None:
        """Say in the field how many articles can be searched."""
        self._size = articles
        self._show_hint()

    def _show_hint(self) -> None:
        words = self.tr("Search 1 article") if self._size == 1 else self.tr("Search {n} articles")
        told = words.format(n=f"{self._size:,}")
        key = self._search.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.field.setPlaceholderText(f"{told}  ({key})" if key else told)

    def set_width(self, width: int) -> None:
        """Show commands as icons only where there is little room."""
        style = Qt.ToolButtonStyle
        has_room = width >= _NARROW
        if self._is_narrow == has_room:  # where there is little, swatches stand for the voices
            self._is_narrow = not has_room
            self.show_counts(self._counts)
        self.field.setMinimumWidth(_USUAL_FIELD if width >= _WIDE else _LEAST_FIELD)
        for button in self._with_words:
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if has_room else style.ToolButtonIconOnly
            )

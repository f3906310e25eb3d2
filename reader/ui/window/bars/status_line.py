"""The status bar: what the program is doing, a way to stop it, and the place in the article."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar

_BUSY_AFTER_MS = 400
_READ_MS = 4000  # after which what was told has been read, and goes as the reader goes on


class StatusLine(QObject):
    """Fills the status bar of the window.

    Signals:
        importing_changed(): An import has begun or ended.

    Attributes:
        is_importing: Articles are being taken in.
    """

    importing_changed = Signal()

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self.is_importing = False
        bar.setAccessibleName(self.tr("State of the program"))
        bar.setSizeGripEnabled(False)  # a window is sized by its frame
        self.state = QLabel(self.tr("Ready"), bar)
        self._progress = QProgressBar(bar)
        self._progress.setAccessibleName(self.tr("The marks are being looked for"))
        self._progress.setRange(0, 0)
        self._progress.setFixedWidth(160)
        self._progress.hide()
        self.cancel = QPushButton(self.tr("Cancel"), bar)
        self.cancel.setObjectName("cancel_analysis")
        self.cancel.setStyleSheet("padding: 1px 8px; font-size: 12px;")
        self.cancel.hide()
        self._news, self._standing = "", self.state.text()
        self._told = QElapsedTimer()
        self._place = QLabel("", bar)
        self._place.setObjectName("status_place")
        self._notes = QLabel("", bar)
        self._kept_words = self._unwritten_words = ""
        self._notes.setObjectName("status_notes")
        self._notes.hide()
        for widget in (self.state, self._progress, self.cancel, self._notes):
            bar.addWidget(widget)
        bar.addPermanentWidget(self._place)
        self._busy_timer = QTimer(self)
        self._busy_timer.setSingleShot(True)
        self._busy_timer.setInterval(_BUSY_AFTER_MS)
        self._busy_timer.timeout.connect(self._show_busy)

    def show_step(self, step: str) -> None:
        """Show that an analysis is running, after a moment only; "" for none."""
        if not step:
            self._busy_timer.stop()
            self._progress.hide()
            self.cancel.hide()
            self.show_ready()
        elif not self._progress.isVisible() and not self._busy_timer.isActive():
            self._busy_timer.start()

    def tell(self, news: str) -> None:
        """Say something in passing: it goes as the reader goes on, once there was time to read it.

        Args:
            news: What is said; "" takes back what was said last.
        """
        self._news = news
        self._told.start()
        if news:
            self.state.setText(news)

    def stand(self, words: str) -> None:
        """Say what the program is doing, or what is in front; it stays until that is otherwise."""
        self._standing = words
        self.state.setText(self._news or words)

    def go_on(self) -> None:
        """Let what was told in passing go: the reader has gone on."""
        if self._news and self._told.elapsed() >= _READ_MS:
            was_shown = self.state.text() == self._news  # and not how far some work is
            self._news = ""
            if was_shown:
                self.state.setText(self._standing)

    def show_ready(self) -> None:
        """Show that nothing is being done, or what was told last."""
        self.stand(self.tr("Ready"))

    def show_import(self, words: str) -> None:
        """Show how far an import is, with a way to stop it; "" when it has ended."""
        if self.is_importing != bool(words):
            self.is_importing = bool(words)
            self.importing_changed.emit()
        self.cancel.setVisible(bool(words))
        if words:
            self.state.setText(words)
        else:
            self.show_ready()

    def _show_busy(self) -> None:
        self.state.setText(self.tr("Looking for words and sources. You can read on meanwhile."))
        self._progress.show()
        self.cancel.show()

    def show_place(self, place: str, count: int, zoom: int) -> None:
        """Show where in the article the view is: a paragraph, and a sentence if one is meant."""
        words = self.tr("Paragraph {place} of {count}    {zoom} %")
        if not place[:1].isdigit():
            words = "{place}    {zoom} %"
        self._place.setText(words.format(place=place, count=count, zoom=zoom))
        self.go_on()
        self._show_notes()

    def show_notes(self, count: int) -> None:
        """Show how many highlights and notes the reader has in the article; nothing for none."""
        one, many = self.tr("1 note"), self.tr("{n} notes")
        told = (one if count == 1 else many).format(n=count)
        words = self.tr("{told}, kept on this computer").format(told=told)
        self._kept_words = words if count else ""
        self._notes.setText(self._unwritten_words or self._kept_words)
        self._show_notes()

    def show_unwritten(self, *, is_waiting: bool) -> None:
        """Show whether changes wait to be written, instead of how many notes are kept."""
        told = self.tr("Your latest changes are not kept yet")
        self._unwritten_words = told if is_waiting else ""
        self._notes.setText(self._unwritten_words or self._kept_words)
        self._show_notes()

    def clear_place(self) -> None:
        """Show no place and no notes, as there is no article."""
        self._place.setText("")
        self._show_notes()

    def set_reading(self, is_reading: bool) -> None:  # noqa: FBT001 -- a Qt setter
        """Show what is told of the article, or hide it while another page is in front."""
        self._place.setHidden(not is_reading)
        self._show_notes()

    def _show_notes(self) -> None:
        is_there = bool(self._place.text() and self._notes.text())
        self._notes.setVisible(is_there and not self._place.isHidden())

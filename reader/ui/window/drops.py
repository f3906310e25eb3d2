"""What is dropped on the window, and the sign over the page while something is dragged."""

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from reader.errors import ReaderError
from reader.ui.widgets.fields.dropping import take_as_copy

_INSET = 14  # pixels around the sign


class Drops(QObject):
    """Takes files, addresses, text and pieces of pages that are dropped on a window.

    What is dragged from a window of this program is no article: words that were selected on
    the page and slipped are not opened as a text of three words.

    Attributes:
        sign: A frame over the page while something is dragged over the window.

    Signals:
        files_dropped(list): Paths or addresses were dropped.
        text_dropped(str, str): Plain text and HTML were dropped.
        failed(ReaderError): Nothing came of what was dropped, as of a program that has ended.
    """

    files_dropped = Signal(list)
    text_dropped = Signal(str, str)
    failed = Signal(object)

    def __init__(self, window: QWidget, page: QWidget) -> None:
        super().__init__(window)
        self._window, self._page = window, page
        self._dragged: list[str] = []  # paths and addresses that are over the window
        words = QCoreApplication.translate("MainWindow", "Drop it to read it")
        self.sign = QLabel(words, window)
        self.sign.setObjectName("drop_sign")
        self.sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.sign.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Show the sign over what can be taken, and hand on what is dropped."""
        if isinstance(event, QDragEnterEvent):
            is_from_outside = event.source() is None and _can_take(event.mimeData())
            if is_from_outside and take_as_copy(event):
                self._dragged = _origins_in(event.mimeData())
                self._show_sign()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._dragged = []
            self.sign.hide()
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.sign.hide()
            if take_as_copy(event):
                self._hand_on(event.mimeData())
            return True
        return False

    def _show_sign(self) -> None:
        corner = self._page.mapTo(self._window, QPoint(0, 0))
        place = QRect(corner, self._page.size())
        self.sign.setGeometry(place.adjusted(_INSET, _INSET, -_INSET, -_INSET))
        self.sign.show()
        self.sign.raise_()

    def _hand_on(self, data: QMimeData) -> None:
        """Hand on what was dropped; where its program has ended since, what was seen of it."""
        origins, self._dragged = _origins_in(data) or self._dragged, []
        text, html = data.text(), data.html() if data.hasHtml() else ""
        if origins:
            self.files_dropped.emit(origins)
        elif text.strip() or html.strip():
            self.text_dropped.emit(text, html)
        else:
            words = QCoreApplication.translate("MainWindow", "What you dropped did not arrive.")
            hint = QCoreApplication.translate(
                "MainWindow", "Drop it again, or open it with File > Open."
            )
            self.failed.emit(ReaderError(words, hint=hint))


def _origins_in(data: QMimeData) -> list[str]:
    """Return the paths and addresses in what is dragged."""
    urls = data.urls()
    return [url.toLocalFile() if url.isLocalFile() else url.toString() for url in urls]


def _can_take(data: QMimeData) -> bool:
    return data.hasUrls() or data.hasText() or data.hasHtml()

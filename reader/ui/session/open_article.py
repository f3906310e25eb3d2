"""The article on the page: opened, pasted, read again, with pieces put back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.intake import read
from reader.ui.jobs import Jobs

ReadArticle = tuple[Article, bytes]  # and the bytes it was read from
_QUICK_BYTES = 16_000  # plain text of this size is read in a few milliseconds
_PAGES = frozenset({".html", ".htm", ".xhtml", ".mht", ".mhtml"})
_HEAD_BYTES = 300  # where a page of the web shows itself


class OpenArticle(QObject):
    """Holds one article at a time. What takes long to read is read by a worker.

    Signals:
        leaving(): The article on the page is about to go; its place is still known.
        changed(Article | None): Another article is to be shown, or none.
        stepped(str): Pieces were put back or left out, a `new` step, or one went `back` or came
            `again`; `changed` has come before.
        failed(ReaderError): It could not be read; the article before stays.
        step_changed(str): "page" while a worker reads; "" when it has ended.

    Attributes:
        current: The article on the page, or None.
        is_restored: It is the article from before with pieces of it put back.
        is_read_again: It is the article from before, read again from where it lies.
        kept_id: What the library knows it by, where it came from there; "" otherwise.
        data: The bytes that it was read from; empty where nobody has them any more.
    """

    leaving = Signal()
    changed = Signal(object)
    stepped = Signal(str)
    failed = Signal(object)
    step_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current: Article | None = None
        self.is_restored = self.is_read_again = False
        self.kept_id, self.data = "", b""
        self._before: tuple[Article, ...] = ()
        self._after: tuple[Article, ...] = ()  # what was taken back, the last one last
        self._reads_again = False
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._read)
        self._jobs.failed.connect(self._reading_failed)

    def open(self, origin: str) -> None:
        """Read the article at a path or a web address, and show it."""
        reading = partial(read.read_with_bytes, origin)
        if is_quick_to_read(origin):
            self._read_now(reading)
        else:
            self.step_changed.emit("page")
            self._jobs.start(partial(_read_or_fetch, origin))

    def paste_text(self, text: str) -> None:
        """Show pasted text as an article."""
        reading = partial(_pasted_text, text)
        if len(text) <= _QUICK_BYTES:
            self._read_now(reading)
        else:
            self._read_late(reading)

    def paste_html(self, html: str) -> None:
        """Show a pasted piece of a page as an article."""
        self._read_late(partial(_pasted_page, html))

    def reload(self) -> None:
        """Read the article again from where it came from."""
        if self.current is None:
            return
        if self.current.origin:
            self._reads_again = True
            self.open(self.current.origin)
            return
        hint = self.tr("Copy it again and paste it.")
        self.failed.emit(ReaderError(self.tr("Pasted text cannot be read again."), hint=hint))

    def show(self, article: Article, kept_id: str = "", data: bytes = b"") -> None:
        """Show an article that has been read before, such as one of the library."""
        self.cancel()
        self._show(article, data=data, kept_id=kept_id)

    def restore(self, index: int) -> None:
        """Put one piece that was left out back into the article."""
        if self.current is not None:
            self._restore(read.restore(self.current, index))

    def restore_all(self) -> None:
        """Put all pieces that were left out back into the article."""
        if self.current is not None:
            self._restore(read.restore_all(self.current))

    def leave_out(self, span: Span) -> None:
        """Leave out the paragraphs that a stretch of the article touches.

        Raises:
            ReaderError: Nothing of it can be left out, or nothing would be left.
        """
        if self.current is not None:
            self._restore(read.leave_out(self.current, span))

    @property
    def can_take_back(self) -> bool:
        """Tell whether pieces were put back or left out since the article was opened."""
        return bool(self._before)

    def take_back(self) -> None:
        """Show the article as it was before pieces were last put back or left out."""
        if self._before and self.current is not None:
            *earlier, last = self._before
            self._put(last, tuple(earlier), (*self._after, self.current))
            self.stepped.emit("back")

    @property
    def can_do_again(self) -> bool:
        """Tell whether something was taken back that can be done again."""
        return bool(self._after)

    def do_again(self) -> None:
        """Put back or leave out again what was taken back last."""
        if self._after and self.current is not None:
            *later, last = self._after
            self._put(last, (*self._before, self.current), tuple(later))
            self.stepped.emit("again")

    def _restore(self, article: Article) -> None:
        if self.current is not None and article != self.current:
            self._put(article, (*self._before, self.current), ())
            self.stepped.emit("new")

    def _put(
        self, article: Article, before: tuple[Article, ...], after: tuple[Article, ...]
    ) -> None:
        data, kept_id = self.data, self.kept_id
        self._show(article, data=data, kept_id=kept_id, ways=(before, after), is_restored=True)

    def close(self) -> None:
        """Leave the page empty."""
        self.cancel()
        self._show(None)

    def cancel(self) -> None:
        """Give up reading; the article on the page stays."""
        if self._jobs.is_busy:
            self._jobs.cancel()
            self.step_changed.emit("")

    def stop(self) -> None:
        """End all work, as the window does when it closes."""
        self._jobs.cancel()
        self._jobs.wait()

    def _read_now(self, reading: Callable[[], ReadArticle]) -> None:
        self.cancel()
        try:
            article, data = reading()
        except ReaderError as error:
            self._reads_again = False
            self.failed.emit(error)
            return
        self._show(article, data=data)

    def _read_late(self, reading: Callable[[], ReadArticle]) -> None:
        self.step_changed.emit("page")
        self._jobs.start(partial(_on_worker, reading))

    def _read(self, answer: ReadArticle) -> None:
        self.step_changed.emit("")
        article, data = answer
        self._show(article, data=data)

    def _reading_failed(self, error: Exception) -> None:
        self._reads_again = False
        self.step_changed.emit("")
        if not isinstance(error, ReaderError):
            raise error
        self.failed.emit(error)

    def _show(
        self,
        article: Article | None,
        *,
        is_restored: bool = False,
        data: bytes = b"",
        kept_id: str = "",
        ways: tuple[tuple[Article, ...], tuple[Article, ...]] = ((), ()),
    ) -> None:
        self.leaving.emit()
        self._before, self._after = ways
        self.is_read_again, self._reads_again = self._reads_again, False
        self.current, self.is_restored = article, is_restored
        self.data, self.kept_id = data, kept_id
        self.changed.emit(article)


def is_quick_to_read(origin: str) -> bool:
    """Tell whether the window need not wait for an article: a short file that is no web page."""
    path = Path(origin)
    if "://" in origin or origin == "-" or path.suffix.lower() in _PAGES:
        return False
    try:
        if not path.exists():
            return True  # reading it fails at once
        if not path.is_file() or path.stat().st_size > _QUICK_BYTES:
            return False
        with path.open("rb") as file:
            return b"<" not in file.read(_HEAD_BYTES)
    except (OSError, ValueError):
        return True


def _on_worker(reading: Callable[[], ReadArticle], _tell: Callable[[str], None]) -> ReadArticle:
    return reading()


def _read_or_fetch(origin: str, tell: Callable[[str], None]) -> ReadArticle:
    return read.read_with_bytes(origin, still_wanted=partial(tell, "page"))


def _pasted_text(text: str) -> ReadArticle:
    return read.read_pasted_text(text), b""


def _pasted_page(page: str) -> ReadArticle:
    return read.read_pasted_html(page), page.encode("utf-8", "replace")

"""How a list treats the sides of a body of texts: the audit as a page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
)

from reader.core.lexicon.audit import AuditReport, CorpusItem, audit
from reader.core.lexicon.lexicon import Lexicon
from reader.errors import ReaderError
from reader.intake.formats.registry import text_endings
from reader.paths import Paths
from reader.storage.corpora import read_corpus
from reader.storage.files.atomic_files import write_atomically
from reader.storage.languages import load_tagger
from reader.storage.reports.audit_report import audit_lines
from reader.ui.jobs import Jobs
from reader.ui.messages import Messages
from reader.ui.places.editor.audit.audit_page import ENTRY_SCHEME, audit_html
from reader.ui.theme import Theme

Tell = Callable[[str], None]
_STEP = 50  # texts between two words of progress


class AuditWindow(QDialog):
    """Lets the reader choose a list and texts with sides, and shows what was counted.

    Signals:
        entry_activated(str, str): The entry of a list (its id and phrase) is to be shown.
    """

    entry_activated = Signal(str, str)

    def __init__(self, theme: Theme, paths: Paths, messages: Messages) -> None:
        super().__init__()
        self._theme, self._paths, self._messages = theme, paths, messages
        self._lexicons: tuple[Lexicon, ...] = ()
        self._corpus: Path | None = None
        self._report: AuditReport | None = None
        self._jobs = Jobs(self)
        self.setObjectName("audit_window")
        self.setWindowTitle(self.tr("How a list treats the sides – Close Reader"))
        self.resize(960, 680)
        self._build()
        self._connect()
        self._show_state()

    def _build(self) -> None:
        self.list = QComboBox(self)
        self.list.setObjectName("audit_list")
        self.list.setAccessibleName(self.tr("List"))
        self.choose_file = self._button("audit_file", self.tr("Texts in a &file…"))
        self.choose_folder = self._button("audit_folder", self.tr("Texts in a f&older…"))
        self.stop = self._button("audit_stop", self.tr("&Stop"))
        self.save = self._button("audit_save", self.tr("S&ave as text…"))
        bar = QHBoxLayout()
        for widget in (self.list, self.choose_file, self.choose_folder, self.stop):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.save)
        self.state = QLabel(self)
        self.state.setObjectName("audit_state")
        self.state.setWordWrap(True)
        self.page = QTextBrowser(self)
        self.page.setObjectName("audit_page")
        self.page.setAccessibleName(self.tr("What was counted"))
        self.page.setOpenLinks(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.addLayout(bar)
        column.addWidget(self.state)
        column.addWidget(self.page, 1)

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        self._jobs.failed.connect(self._failed)
        self._jobs.finished.connect(self._finished)
        self._jobs.progressed.connect(self.state.setText)
        self.choose_file.clicked.connect(self._choose_file)
        self.choose_folder.clicked.connect(self._choose_folder)
        self.list.activated.connect(self._count)
        self.page.anchorClicked.connect(self._follow)
        self.save.clicked.connect(self._save)
        self.stop.clicked.connect(self._stop)

    def show_lexicons(self, lexicons: Sequence[Lexicon]) -> None:
        """Offer these lists, as they are now; the one chosen before stays chosen."""
        chosen = self.list.currentData()
        self._lexicons = tuple(lexicons)
        self.list.clear()
        for lexicon in self._lexicons:
            self.list.addItem(lexicon.title, lexicon.id)
        place = self.list.findData(chosen)
        first = next((i for i, one in enumerate(lexicons) if one.panel == "wording"), 0)
        self.list.setCurrentIndex(place if place >= 0 else first)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._show_report()

    # -- counting --------------------------------------------------------------------------------

    def _choose_file(self) -> None:
        kinds = self.tr("JSON Lines (*.jsonl *.ndjson);;All files (*)")
        self.count_on(self._messages.ask_file(self.tr("Texts with sides"), kinds))

    def _choose_folder(self) -> None:
        self.count_on(self._messages.ask_folder(self.tr("A folder with one folder for each side")))

    def count_on(self, corpus: str) -> None:
        """Count on the texts at a path; "" leaves all as it is."""
        if corpus:
            self._corpus = Path(corpus)
            self._count()

    def _count(self) -> None:
        if self._corpus is None or not self._lexicons:
            return
        lexicon = self._lexicons[self.list.currentIndex()]
        self._report = None
        self._show_report()
        self._jobs.start(partial(self._work, lexicon, self._corpus))
        self._show_state()

    def _work(self, lexicon: Lexicon, corpus: Path, tell: Tell) -> AuditReport:
        tagger = load_tagger(self._paths.languages, lexicon.language_data)
        texts = _told(read_corpus(corpus, text_endings()), tell, self.tr("{n} texts read…"))
        return audit(lexicon, texts, tagger.tag)

    def _stop(self) -> None:
        self._jobs.cancel()
        self._show_state()

    def _finished(self, report: object) -> None:
        if isinstance(report, AuditReport):
            self._report = report
            self._show_report()
            self._show_state()

    def _failed(self, error: object) -> None:
        self._show_state()
        if not isinstance(error, ReaderError):
            raise error if isinstance(error, Exception) else TypeError(error)
        self.state.setText(f"{error.message} {error.hint}".strip())

    # -- showing ---------------------------------------------------------------------------------

    def _show_report(self) -> None:
        self.page.setHtml(audit_html(self._report, self._theme) if self._report else "")

    def _show_state(self) -> None:
        is_busy = self._jobs.is_busy
        self.stop.setEnabled(is_busy)
        self.save.setEnabled(self._report is not None)
        if is_busy:
            self.state.setText(self.tr("Counting…"))
        elif self._report is not None and self._corpus is not None:
            self.state.setText(self.tr("Counted on {name}.").format(name=self._corpus.name))
        else:
            self.state.setText(
                self.tr(
                    "Choose texts with sides: a file of JSON Lines with id, text and side, and "
                    "spans where people marked words; or a folder with one folder for each side."
                )
            )

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == ENTRY_SCHEME and self._report is not None:
            phrase = link.path(QUrl.ComponentFormattingOption.FullyDecoded)
            self.entry_activated.emit(self._report.lexicon, phrase)

    def _save(self) -> None:
        if self._report is None:
            return
        title, kinds = self.tr("Save the audit"), self.tr("Text (*.txt);;All files (*)")
        place = self._messages.ask_place(title, f"{self._report.lexicon}-audit.txt", kinds)
        if place:
            try:
                lines = "".join(f"{line}\n" for line in audit_lines(self._report))
                write_atomically(Path(place), lines.encode())
            except ReaderError as error:
                self._failed(error)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop counting."""
        self._jobs.cancel()
        self._jobs.wait()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop counting before Esc closes the window."""
        if event.key() == Qt.Key.Key_Escape and self._jobs.is_busy:
            self._stop()
            return
        super().keyPressEvent(event)


def _told(corpus: Iterable[CorpusItem], tell: Tell, words: str) -> Iterator[CorpusItem]:
    """Yield the texts of a corpus, telling how many were read; `tell` may end it."""
    for number, item in enumerate(corpus):
        if number % _STEP == 0:
            tell(words.format(n=f"{number:,}"))
        yield item

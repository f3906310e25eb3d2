"""The dialog of export and print: formats, what goes in, and a preview beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.corrections import without_muted
from reader.core.text.spans import Span
from reader.storage.exports.registry import export_format
from reader.storage.reports.choosing import chosen, counted
from reader.storage.reports.report_format import Choices, Part, Report, ReportFormat
from reader.ui.places.export.families import families
from reader.ui.places.export.format_list import FormatList
from reader.ui.places.export.kept_choices import kept_choices
from reader.ui.places.export.options import Options
from reader.ui.places.export.preview import Preview
from reader.ui.places.export.scopes import FromLibrary
from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons
from reader.values import frozen

_SIZE = (1100, 640)
_PAUSE_MS = 120  # after a choice, before the preview is made anew
ARTICLE, SELECTION = "article", "selection"


@frozen
class Subject:
    """What may be exported.

    Attributes:
        report: The open article, or the first of the chosen ones, with what the reader corrected
            and noted.
        selected: The selected words, or None.
        collections: The names of the collections.
        shows_possible: Whether the reader wants less certain marks to be drawn.
        chosen: The articles that are chosen in the library, where they are several.
    """

    report: Report
    selected: Span | None = None
    collections: tuple[str, ...] = ()
    shows_possible: bool = False
    chosen: tuple[str, ...] = ()


class ExportDialog(QDialog):
    """Lets the reader choose what is taken away, and how.

    Signals:
        save_requested(str, Choices, FromLibrary): A file of this format is wanted, of articles of
            the library where they are named, else (None) of the article.
        print_requested(Choices, FromLibrary): The same is to be printed.
        choices_kept(str): The line of settings with the last choices of each format.
    """

    save_requested = Signal(str, object, object)
    print_requested = Signal(object, object)
    choices_kept = Signal(str)

    def __init__(
        self, subject: Subject, kept: str, theme: Theme, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(self.tr("Export and print"))
        self._subject, self._kept = subject, kept_choices(kept)
        self._families = families()
        self._format: ReportFormat = self._families[0].formats[0]
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._show_preview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_head(icons, theme))
        layout.addWidget(self._make_middle(theme, icons), 1)
        layout.addWidget(self._make_foot(icons, theme))
        self.formats.family_chosen.connect(self._choose_family)
        self.options.kind_chosen.connect(self.choose_format)
        self.options.changed.connect(self._timer.start)
        self.scope.currentIndexChanged.connect(self._timer.start)
        self.preview.larger_requested.connect(self._show_larger)
        self._fit()

    # -- building ------------------------------------------------------------------------------

    def _fit(self) -> None:
        parent = self.parentWidget()
        room = parent.size() if parent is not None else self.screen().availableSize()
        self.resize(min(_SIZE[0], room.width() - 16), min(_SIZE[1], room.height() - 16))

    def _bar(self, name: str) -> tuple[QFrame, QHBoxLayout]:
        bar = QFrame(self)
        bar.setObjectName(name)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(10)
        return bar, row

    def _make_head(self, icons: Icons, theme: Theme) -> QFrame:
        bar, row = self._bar("export_head")
        heading = QLabel(self.tr("Export and print"), bar)
        heading.setProperty("role", "heading")
        row.addWidget(heading)
        title = QLabel(self._subject.report.analysis.article.title or "", bar)
        title.setProperty("role", "quiet")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setMinimumWidth(60)
        row.addWidget(title, 1)
        self.scope = QComboBox(bar)
        self.scope.setObjectName("export_scope")
        self.scope.setAccessibleName(self.tr("What is exported"))
        if self._subject.chosen:
            words = self.tr("The {n} chosen articles").format(n=f"{len(self._subject.chosen):,}")
            self.scope.addItem(words, FromLibrary(ids=self._subject.chosen))
        else:
            self.scope.addItem(self.tr("This article"), ARTICLE)
        if self._subject.selected is not None:
            self.scope.addItem(self.tr("The selection"), SELECTION)
        for name in self._subject.collections:
            words = self.tr("Collection “{name}”").format(name=name)
            self.scope.addItem(words, FromLibrary(name))
        row.addWidget(self.scope)
        close = QToolButton(bar)
        close.setObjectName("export_close")
        close.setIcon(icons.icon("x", theme.text))
        close.setAccessibleName(self.tr("Close"))
        close.setToolTip(self.tr("Close (Esc)"))
        close.clicked.connect(self.reject)
        row.addWidget(close)
        return bar

    def _make_middle(self, theme: Theme, icons: Icons) -> QWidget:
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QWidget(middle)
        left.setObjectName("export_left")
        left.setFixedWidth(270)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 8, 1, 12)  # a line at the right
        self.formats = FormatList(self._families, theme, icons, left)
        column.addWidget(self.formats, 1)
        told = QLabel(
            self.tr(
                "Every export that can hold it names the lists and versions, and says that a mark "
                "is a question."
            ),
            left,
        )
        told.setProperty("role", "small")
        told.setWordWrap(True)
        told.setContentsMargins(14, 0, 14, 0)
        column.addWidget(told)
        row.addWidget(left)
        self.options = Options(middle)
        scroll = QScrollArea(middle)
        scroll.setObjectName("export_scroll")
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.options)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(330)
        row.addWidget(scroll, 5)
        self.preview = Preview(theme, icons, middle)
        self.preview.setMinimumWidth(250)
        row.addWidget(self.preview, 5)
        return middle

    def _make_foot(self, icons: Icons, theme: Theme) -> QFrame:
        bar, row = self._bar("export_foot")
        self.told = QLabel(
            self.tr("The whole text of others’ articles is for your own use; to pass it on,"), bar
        )
        self.told.setProperty("role", "small")
        row.addWidget(self.told)
        self.only_marked = QPushButton(self.tr("take only the marked sentences"), bar)
        self.only_marked.setObjectName("export_only_marked")
        self.only_marked.setProperty("link", "true")
        self.only_marked.setAutoDefault(False)
        self.only_marked.clicked.connect(self.options.take_only_marked_sentences)
        row.addWidget(self.only_marked)
        row.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"), bar)
        cancel.setObjectName("export_cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.print_button = QPushButton(self.tr("Print…"), bar)
        self.print_button.setObjectName("export_print")
        self.print_button.setIcon(icons.icon("printer", theme.text))
        self.print_button.setAutoDefault(False)
        self.print_button.clicked.connect(self._print)
        self.save = QPushButton(bar)
        self.save.setObjectName("export_save")
        self.save.setProperty("main", "true")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        for button in (cancel, self.print_button, self.save):
            row.addWidget(button)
        return bar

    # -- choosing ------------------------------------------------------------------------------

    def begin(self, name: str = "") -> None:
        """Show the dialog at a format, or at the one that was chosen last."""
        known = {one.name for family in self._families for one in family.formats}
        wanted = name or self._kept.last
        self.choose_format(wanted if wanted in known else "html")
        self.formats.setFocus()
        self.open()

    def choose_format(self, name: str) -> None:
        """Choose a format by its name."""
        self._keep()
        self._format = export_format(name)
        place = next(n for n, family in enumerate(self._families) if name in family.names)
        with QSignalBlocker(self.formats):
            self.formats.setCurrentRow(place)
        choices = self._kept.of(name)
        self.options.show_format(
            self._format, self._families[place].formats, choices, self._facts(choices)
        )
        self.save.setText(self.tr("Save as {what}…").format(what=self._what()))
        self.print_button.setVisible(name == "pdf")
        self._show_preview()

    def _what(self) -> str:
        return self._format.suffix.rsplit(".", 1)[-1].upper()

    def _choose_family(self, place: int) -> None:
        names = self._families[place].names
        self.choose_format(self._kept.last if self._kept.last in names else names[0])

    def _keep(self) -> None:
        """Remember what was chosen for the format that is left."""
        if self.isVisible():
            self._kept = self._kept.with_choice(self._format.name, self.options.choices())

    def choices(self) -> Choices:
        """Return what is chosen now, for the scope that is chosen."""
        is_selection = self.scope.currentData() == SELECTION
        return replace(
            self.options.choices(),
            within=self._subject.selected if is_selection else None,
            shows_possible=self._subject.shows_possible,
        )

    def _facts(self, choices: Choices) -> Mapping[Part, str]:
        """Return what there is of each part, in a few words."""
        report = self._subject.report
        shown = replace(report, analysis=without_muted(report.analysis, report.corrections))
        found = counted(shown, replace(choices, shows_possible=True))
        sure = [item for item in found if item.confidence == "confident"]

        def marks(panel: str) -> str:
            shown = sum(item.panel == panel for item in sure)
            left = sum(item.panel == panel for item in found) - shown
            if not left or self._subject.shows_possible:
                return self.tr("{n} shown").format(n=shown + left)
            told = self.tr("{n} shown, {left} less certain left out")
            return told.format(n=shown, left=left)

        corrected = len(report.corrections)
        return {
            "wording": marks("wording"),
            "hedging": marks("hedging"),
            "notes": f"{len(report.notes)}",
            "corrections": self.tr("{n}, told apart").format(n=corrected) if corrected else "0",
        }

    # -- showing -------------------------------------------------------------------------------

    def _show_preview(self) -> None:
        self._timer.stop()
        choices = self.choices()
        reports: Sequence[Report] = [chosen(self._subject.report, choices)]
        is_example = self._from_library() is not None
        self.preview.show_file(self._format, reports, choices, is_example=is_example)

    def _from_library(self) -> FromLibrary | None:
        data = self.scope.currentData()
        return data if isinstance(data, FromLibrary) else None

    def _show_larger(self) -> None:
        """Show the page of paper in a window of its own, as large as the screen allows."""
        pages = self.preview.page.pages
        if pages is None:
            return
        larger = QDialog(self)
        larger.setObjectName("export_larger")
        larger.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        larger.setWindowTitle(self.preview.told.text())
        column = QVBoxLayout(larger)
        column.setContentsMargins(8, 8, 8, 8)
        page = type(self.preview.page)(self.preview.page.theme, larger)
        page.show_page(pages, self.preview.page.number)
        column.addWidget(page)
        room = self.screen().availableSize()
        height = min(1000, room.height() - 60)
        larger.resize(round(height / 1.4), height)
        larger.open()

    def show_progress(self, count: int) -> None:
        """Tell how many articles are ready."""
        one, several = self.tr("1 article is ready"), self.tr("{n} articles are ready")
        self.told.setText((one if count == 1 else several).format(n=f"{count:,}"))
        self.only_marked.hide()

    def show_error(self, words: str) -> None:
        """Tell at the foot what went wrong; the dialog stays, and so do all choices."""
        self.told.setText(words)
        self.told.setWordWrap(True)
        self.told.setProperty("role", "warning")
        self.only_marked.hide()

    # -- acting --------------------------------------------------------------------------------

    def _save(self) -> None:
        self._keep()
        self.choices_kept.emit(self._kept.line())
        self.save_requested.emit(self._format.name, self.choices(), self._from_library())

    def _print(self) -> None:
        self._keep()
        self.choices_kept.emit(self._kept.line())
        self.print_requested.emit(self.choices(), self._from_library())

"""What came of the imports of this session: how many were added, and what to look at."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.places.library.adding.adding_work import AddingReport


class ReportDialog(QDialog):
    """Lists what was refused or has a remark, the latest import first.

    Signals:
        article_requested(str, int): Open this article of the library.
    """

    article_requested = Signal(str, int)

    def __init__(self, reports: Sequence[AddingReport], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("report_dialog")
        self.setWindowTitle(self.tr("Reports"))
        self.resize(620, 460)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        self.told = QLabel(self)
        self.told.setProperty("role", "heading")
        self.told.setWordWrap(True)
        column.addWidget(self.told)
        self.list = QListWidget(self)
        self.list.setObjectName("report_list")
        self.list.setAccessibleName(self.tr("What to look at"))
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(self._open)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = QPushButton(self.tr("Close"), self)
        close.setObjectName("report_close")
        close.setProperty("main", "true")
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)
        self._fill(reports)

    def _fill(self, reports: Sequence[AddingReport]) -> None:
        if not reports:
            self.told.setText(self.tr("Nothing has been added since the program was started."))
            return
        self.told.setText(report_words(reports[-1]))
        for report in reversed(reports):
            for one in report.to_look_at():
                item = QListWidgetItem(f"{one.title or one.name}\n{one.problem}", self.list)
                item.setData(Qt.ItemDataRole.UserRole, one.id)

    def _open(self, item: QListWidgetItem) -> None:
        article_id = item.data(Qt.ItemDataRole.UserRole)
        if article_id:
            self.article_requested.emit(article_id, -1)
            self.accept()


def report_words(report: AddingReport) -> str:
    """Return the first line of a report: how many were added, known, to look at."""
    words = (
        QCoreApplication.translate("Reports", "{n} added"),
        QCoreApplication.translate("Reports", "{n} were here already"),
        QCoreApplication.translate("Reports", "{n} to look at"),
    )
    added = report.count("added", "version", "out-of-trash")
    counts = (added, report.count("kept"), len(report.to_look_at()))
    told = [
        part.format(n=n) for part, n in zip(words, counts, strict=True) if n or part is words[0]
    ]
    return f"{', '.join(told)}."

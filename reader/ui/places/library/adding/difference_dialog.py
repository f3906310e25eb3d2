"""What changed from the text that is kept to one that may be kept too, in a dialog."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.core.across.versions import differences
from reader.core.text.article import Article
from reader.ui.messages.plain_dialog import foot_of
from reader.ui.places.library.versions.changes_page import ChangesPage
from reader.ui.theme import Theme


class DifferenceDialog(QDialog):
    """Shows a new text, with what is gone from the kept one struck through.

    Attributes:
        page: The text with its changes.
    """

    def __init__(
        self, kept: str, article: Article, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("difference_dialog")
        self.setWindowTitle(self.tr("Differences"))
        self.resize(820, 600)
        self.page = ChangesPage(theme, self)
        self.page.show_changes(article, kept, differences(kept, article.text))
        self.page.left.connect(self.reject)
        foot, row = foot_of(self)
        told = QLabel(
            self.tr(
                "Words that are gone are struck through, new ones have a ground. F8 next change."
            ),
            foot,
        )
        told.setProperty("role", "small")
        close = QPushButton(self.tr("Close"), foot)
        close.setObjectName("difference_close")
        close.setProperty("main", "true")
        close.clicked.connect(self.accept)
        row.addWidget(told, 1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addWidget(foot)
        self.page.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F8 goes to the next change, Shift+F8 to the one before."""
        if not self.page.step_by_key(event):
            super().keyPressEvent(event)

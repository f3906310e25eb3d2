"""The menu of the articles that were read last."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.ui.window.welcome_page import Offer


class RecentMenu(QMenu):
    """Lists them by title; one that is gone cannot be chosen.

    Signals:
        article_requested(str): Open the article at this path or address.
    """

    article_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("MainWindow", "Open rece&nt"), parent)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """List other articles."""
        self.clear()
        self.setEnabled(bool(offers))
        for offer in offers:
            words = f"{offer.title} ({offer.detail})" if offer.detail else offer.title
            action = self.addAction(words.replace("&", "&&"))
            action.setToolTip(offer.origin)
            action.setEnabled(offer.is_there)
            action.triggered.connect(partial(self.article_requested.emit, offer.origin))

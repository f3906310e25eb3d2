"""The sheet of a source, from its row: a page to save and to print."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from reader.core.sources.source import Source
from reader.errors import ReaderError
from reader.storage.files.atomic_files import write_atomically
from reader.ui.controllers.corrections.correcting import Correcting
from reader.ui.controllers.program_parts import ProgramParts


class SourceSheets(QObject):
    """Adds the sheet to the menu of a source."""

    def __init__(
        self, parts: ProgramParts, correcting: Correcting, load: Callable[[], Any] | None
    ) -> None:
        super().__init__(parts.window)
        self._window, self._messages = parts.window, parts.messages
        self._analysis = parts.session.analysis
        self._load = load
        correcting.source_menu_made.connect(self._fill)

    def _fill(self, menu: QMenu, source: Source) -> None:
        if self._load is None:
            return
        menu.addSeparator()
        save = menu.addAction(self.tr("Save source sheet…"))
        save.triggered.connect(partial(self.save, source))
        paper = menu.addAction(self.tr("Print source sheet…"))
        paper.triggered.connect(partial(self.print, source))

    def save(self, source: Source) -> None:
        """Write the sheet of a source to a file."""
        html = self._html(source)
        name = "-".join(re.findall(r"\w+", (source.name or "source").lower()))[:50]
        title = self.tr("Save source sheet")
        path = html and self._messages.ask_place(
            title, f"{name}-sheet.html", self.tr("Page to print (*.html)")
        )
        if not path:
            return
        try:
            write_atomically(Path(path), html.encode())
        except ReaderError as error:
            self._messages.tell(title, f"{error.message} {error.hint}")

    def print(self, source: Source) -> None:
        """Show the sheet of a source on paper, and print it."""
        html = self._html(source)
        if html and self._load is not None:
            parts = self._load()
            parts.paper(html, self.tr("Print source sheet"), self._window).exec()

    def _html(self, source: Source) -> str:
        analysis = self._analysis.current
        if analysis is None or self._load is None:
            return ""
        page: str = self._load().sheet(analysis, source)
        return page

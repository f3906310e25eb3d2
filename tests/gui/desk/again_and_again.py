"""A reader who starts the program again and again, and what is read."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reader.core.analysis.readability import Measure
from reader.launch import (
    load_comparison,
    load_editor,
    load_export,
    load_lessons,
    load_library,
    load_library_place,
)
from reader.paths import default_paths
from reader.ui.app import Program
from reader.ui.session.loaders import LateLoads

FERRY = """Ferry to stop at night from June

The night ferry will stop in June, the harbour office said on Monday.

“The regime at the harbour is a disgrace,” said Ada Renfrew, a baker.

The regime of spot checks goes on. Nobody was asked."""


MARKET = """Market to move

The Saturday market moves to the hill, said Piers Holloway. The decision is final."""


LONG = "Twenty boats\n\n" + " ".join(
    f"The boat of {number} crews came to harbour {number} and brought {number} baskets of fish."
    for number in "two three four five six seven eight nine ten eleven twelve twenty".split()
)


class Readers:
    """Starts the program again and again over one data folder, as readers do."""

    def __init__(self, qtbot, qapp, folder, messages, tools):
        self._qtbot, self._qapp, self._messages = qtbot, qapp, messages
        self._paths = default_paths(folder)
        self._loads = LateLoads(
            lambda: tools,
            lambda _paths: lambda _analysis: (Measure("words", 1.0, True),),
            load_editor,
            library=load_library,
            library_place=load_library_place,
            comparison=load_comparison,
            lessons=load_lessons,
            export=load_export,
        )
        self.program = None
        self._before = []

    def load_also(self, **loads):
        """Give the next program these loads too."""
        self._loads = replace(self._loads, **loads)

    def start(self, *origins):
        self.close()
        self.program = Program(self._qapp, self._paths, self._loads, self._messages)
        self._qtbot.addWidget(self.program.window)
        self.program.begin(list(origins))
        return self.program

    def close(self):
        if self.program is not None:
            self.program.window.close()
            self._before.append(self.program)  # Qt's objects end with the test, not before
            self.program = None

    def paste(self, text):
        """Paste an article and wait until it is kept with its marks."""
        program = self.program
        with self._qtbot.waitSignal(program.desk.keeping.kept) as kept:
            program.session.article.paste_text(text)
        library = program.session.door.library
        self._qtbot.waitUntil(lambda: library.row(*kept.args).marks is not None)
        self.settle()

    def read(self, what):
        """Open a file, or read the one on the page again, and wait until it is kept."""
        session = self.program.session
        with self._qtbot.waitSignal(self.program.desk.keeping.kept):
            what() if callable(what) else session.article.open(str(what))
        self.settle()

    def settle(self):
        """Wait until all that was asked is written and shown."""
        door = self.program.session.door
        self._qtbot.waitUntil(lambda: not door.is_busy)
        if self.program.desk.page.place is not None:
            self.program.desk.page.place.refresh()
        QApplication.processEvents()

    def do(self, command):
        self.program.window.actions_by_name[command].trigger()

    def library(self):
        """Go to the library and return its page."""
        program = self.program
        if not program.desk.page.is_in_front:
            self.do("library")
            self._qtbot.waitUntil(lambda: program.desk.page.is_in_front)
        self.settle()
        return program.desk.page.place

    def titles(self):
        place = self.library()
        library = self.program.session.door.library
        return [row.title for row in library.rows_of(place.list.articles.ids())]


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, key, modifier)


def spoken(place, line):
    articles = place.list.articles
    return articles.index(line, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def waits_for_offer(qtbot, dialog):
    page = dialog.page
    qtbot.waitUntil(lambda: page.items.count() > 0 or page.note.isVisible())

import gc
import os
import shutil

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.launch import (
    load_analysis,
    load_comparison,
    load_editor,
    load_export,
    load_lessons,
    load_portable,
    load_readability,
)
from reader.paths import default_paths
from reader.ui.app import Program
from reader.ui.session.loaders import LateLoads

PATIENCE_MS = 60_000  # a test ends as soon as what it waits for is so, however busy the machine


class PatientBot(QtBot):
    """Waits longer than the five seconds of pytest-qt, so that a busy machine fails no test."""

    def waitUntil(self, callback, *, timeout=PATIENCE_MS):  # noqa: N802 -- a name of pytest-qt
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=PATIENCE_MS, **more):  # noqa: N802 -- so too
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitExposed(self, widget, *, timeout=PATIENCE_MS):  # noqa: N802 -- so too
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


class Heard(QObject):
    """Hears a signal, and tells when it has brought what is waited for.

    `check_params_cb` of `waitSignal` does the same and writes all that came as text, in case the
    wait fails: of an analysis, half a second's work.
    """

    once_so = Signal()

    def __init__(self, signal, is_so):
        super().__init__()
        self._is_so = is_so
        signal.connect(self._hear)

    def _hear(self, value):
        if self._is_so(value):
            self.once_so.emit()


class RememberedMessages:
    """Stands for the message boxes and remembers what they would have said."""

    def __init__(self):
        self.told = []
        self.answer = ""

    def tell(self, title, text):
        self.told.append((title, text))

    def confirm(self, title, text, verb):
        self.told.append((title, text))
        return bool(self.answer)

    def report_crash(self, report):
        raise AssertionError(report)

    def ask_file(self, title, kinds, kind="open"):
        return self.answer

    def ask_files(self, title, kinds, kind="open"):
        return self.answer or []

    def choose(self, title, text, verbs):
        self.told.append((title, text))
        return int(self.answer or -1)

    def ask_folder(self, title, kind="open"):
        return self.answer

    def ask_place(self, title, name, kinds, kind="export"):
        return self.answer

    def ask_words(self, title, question, begun="", verb=""):
        return self.answer or begun

    def ask_changed_words(self, title, question, now):
        return self.answer


@pytest.fixture
def shown_messages():
    return RememberedMessages()


class SharedTools:
    """Hands the tools over the shipped lexicons out again, as making them takes a second."""

    def __init__(self, paths):
        self.paths = paths
        self.made = None

    def load_analysis_tools(self, paths, **_later):
        if paths.user_lexicons.exists():
            return load_analysis().load_analysis_tools(paths)
        if self.made is None:
            load_analysis().load_analysis_tools(self.paths)  # which keeps the lists it has read
            self.made = load_analysis().load_analysis_tools(self.paths)
        return self.made

    def keep_lists_in(self, paths):
        """Keep the shipped lists, as they were read once, in another data folder too."""
        self.load_analysis_tools(self.paths)
        kept = self.paths.compiled_lists
        shutil.copytree(kept, paths.compiled_lists, copy_function=os.link, dirs_exist_ok=True)

    def __getattr__(self, name):
        return getattr(load_analysis(), name)


@pytest.fixture(scope="session")
def shared_tools(tmp_path_factory):
    return SharedTools(default_paths(tmp_path_factory.mktemp("first")))


@pytest.fixture
def data(tmp_path, shared_tools):
    """A data folder as a first start leaves it: what was read of the shipped lists is kept."""
    paths = default_paths(tmp_path)
    shared_tools.keep_lists_in(paths)
    return paths


class SharedMeter:
    """Hands the measures of readability out again: syllables and easy words are read once."""

    def __init__(self):
        self.made = None

    def __call__(self, paths):
        self.made = self.made or load_readability(paths)
        return self.made


@pytest.fixture(scope="session")
def shared_meter():
    return SharedMeter()


@pytest.fixture
def program(qtbot, qapp, data, shown_messages, shared_tools, shared_meter):
    """The whole program with a throw-away data folder; its window is shown and closed."""
    made = Program(
        qapp,
        data,
        LateLoads(
            lambda: shared_tools,
            shared_meter,
            load_editor,
            export=load_export,
            comparison=load_comparison,
            lessons=load_lessons,
        ),
        shown_messages,
    )
    qtbot.addWidget(made.window)
    made.begin([])
    yield made
    made.window.close()
    QGuiApplication.clipboard().clear()
    QApplication.processEvents()
    made.deleteLater()  # here: Python may come to it on a worker, which Qt's watchers do not bear
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def quick_program(qtbot, qapp, data, shown_messages, shared_tools):
    """The whole program, with lexicons that are shared and without readability."""
    made = Program(
        qapp,
        data,
        LateLoads(
            lambda: shared_tools,
            lambda _paths: lambda _analysis: (),
            load_editor,
            export=load_export,
            comparison=load_comparison,
            portable=load_portable,
        ),
        shown_messages,
    )
    qtbot.addWidget(made.window)
    made.begin([])
    yield made
    made.window.close()


@pytest.fixture
def samples():
    return sorted((default_paths().resources / "samples").glob("*.md"))


@pytest.fixture
def opened(program, samples, qtbot):
    """The program with the first sample open and analysed, readability included."""
    heard = Heard(program.session.analysis.changed, lambda analysis: analysis.readability)
    with qtbot.waitSignal(heard.once_so):
        program.session.article.open(str(samples[0]))
    return program


@pytest.fixture
def window(opened):
    """The window of the opened program."""
    return opened.window


@pytest.fixture
def open_text(program, qtbot):
    """Opens pasted words and waits for their marks."""

    def open_text(words):
        with qtbot.waitSignal(program.session.analysis.changed):
            program.session.article.paste_text(words)
        return program

    return open_text


@pytest.fixture(autouse=True)
def _no_window_stays(qapp):
    yield
    qapp.processEvents()
    left = [widget.objectName() for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert left == []
    gc.enable()  # windows look for unused cycles by themselves, and put it off

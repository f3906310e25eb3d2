"""Portable: asked in Preferences, copied and checked, used from the next start on, and back."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.launch import load_library
from reader.paths import default_paths, portable_data
from reader.ui.controllers.appearance.portable import Portable
from reader.ui.dialogs.preferences.portable_row import PORTABLE
from reader.ui.dialogs.waiting_dialog import WaitingDialog

# A window with everything kept, closed when its article is kept with all that is measured of it.
ON_A_STICK = """
import sys
from pathlib import Path
from reader import launch, paths
from reader.ui import app

class Told(app.Program):
    def begin(self, origins):
        super().begin(origins)
        self.session.analysis.changed.connect(self.end_when_measured)

    def end_when_measured(self, analysis):
        if analysis.readability:
            self.end()

app.Program = Told
paths.program_folders = lambda: (Path("stick").absolute(),)
sys.exit(launch.run_window(["stick/storm.txt"]))
"""


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """The folder of the program, and the one the system has for a reader's files."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("reader.paths.user_data_path", lambda *_, **__: tmp_path / "home")
    (tmp_path / "stick").mkdir()
    library = load_library().library.open(tmp_path / "home")
    library.shelves.make_collection("Market")
    library.close()
    (tmp_path / "home" / "lexicons").mkdir()
    (tmp_path / "home" / "lexicons" / "mine.csv").write_text("phrase\n")
    return tmp_path / "stick", tmp_path / "home"


def portable_from(now, stick, messages):
    return Portable(default_paths(now), messages, load_library, (stick,))


def test_everything_is_copied_beside_the_program_and_the_old_folder_stays(
    qtbot, folders, shown_messages
):
    stick, home = folders
    portable = portable_from(home, stick, shown_messages)
    assert not portable.place().why_not
    shown_messages.answer = "1"  # yes to the move, and no new start in the end
    with qtbot.waitSignal(portable.ending_requested):
        portable.ask(True)
    assert portable_data([stick]) is None
    portable.carry_out()
    data = portable_data([stick])
    assert data == stick / "close-reader-data"
    assert (data / "lexicons" / "mine.csv").read_bytes() == b"phrase\n"
    assert (home / "lexicons" / "mine.csv").exists()
    copied = sqlite3.connect(data / "library.sqlite")
    assert copied.execute("SELECT name FROM collection").fetchall() == [("Market",)]
    copied.close()
    assert str(data) in shown_messages.told[-1][1]
    back = portable_from(data, stick, shown_messages)
    assert back.place().is_portable
    back.ask(False)
    assert "already" in shown_messages.told[-1][1]
    back.carry_out()
    assert portable_data([stick]) is None
    assert (data / "library.sqlite").exists()


def test_what_cannot_be_copied_changes_nothing(qtbot, folders, shown_messages):
    stick, home = folders
    (home / "library.sqlite").write_bytes(b"no library at all" * 1000)
    portable = portable_from(home, stick, shown_messages)
    shown_messages.answer = "1"
    portable.ask(True)
    portable.carry_out()
    assert "stays" in shown_messages.told[-1][0]
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize(("error", "is_told"), [(LibraryError("No."), True), (KeyError(), False)])
def test_the_dialog_ends_whatever_goes_wrong(qtbot, error, is_told):
    def fail(_tell):
        raise error

    dialog = WaitingDialog("Copying", "Wait.")
    qtbot.addWidget(dialog)
    if is_told:
        assert dialog.run(fail) is error
    else:
        with pytest.raises(KeyError):
            dialog.run(fail)
    assert not dialog.isVisible()


def test_the_box_says_why_it_cannot_be_ticked(quick_program, tmp_path):
    quick_program.window.actions_by_name["preferences"].trigger()
    dialog = quick_program.appearance.dialog
    dialog.search.setText("stick")
    box = dialog.findChild(object, f"preference_{PORTABLE}")
    assert box.isVisible()
    assert not box.isEnabled()
    assert "started" in box.accessibleDescription()
    dialog.close()


def test_on_a_stick_nothing_is_written_anywhere_else(tmp_path):
    stick, home, scratch = (tmp_path / name for name in ("stick", "home", "scratch"))
    for folder in (stick, stick / "portable", home, scratch):
        folder.mkdir()
    (stick / "portable" / "settings.json").write_text('{"keeps": "yes"}')
    (stick / "storm.txt").write_text("The mayor said the horrific storm may return.\n")
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    finished = subprocess.run(
        [sys.executable, "-c", ON_A_STICK],
        cwd=tmp_path,
        env={
            **kept,
            "HOME": str(home),
            "USERPROFILE": str(home),
            "TMPDIR": str(scratch),
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    written = {path.name for path in (stick / "portable").iterdir()}
    assert {"library.sqlite", "settings.json", "compiled"} <= written
    assert list(home.iterdir()) == []
    assert list(scratch.iterdir()) == []

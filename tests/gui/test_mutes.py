"""Mutes are undone as corrections are: by one key, at any later start, in an edited text too."""

import hashlib
import json

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from reader.core.corrections import EVERYWHERE
from reader.errors import ReaderError
from reader.launch import load_editor
from reader.paths import default_paths
from reader.storage.user_data.file_store import FileStore
from reader.ui.app import Program
from reader.ui.session.loaders import LateLoads
from tests.gui.acting import choose, open_menu, select
from tests.memory_store import MemoryStore

TEXT = "The brutal mayor slammed the plan. A brutal winter came, he said, and it may end."
TWICE = "The brutal mayor slammed the plan. An outrageous winter came, he said."


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def start(qtbot, qapp, tmp_path, shown_messages, shared_tools, store):
    """Start the program over one store, again and again."""
    started = []

    def start(text="", kept=None):
        loads = LateLoads(lambda: shared_tools, lambda _p: lambda _analysis: (), load_editor)
        program = Program(qapp, default_paths(tmp_path), loads, shown_messages, kept or store)
        qtbot.addWidget(program.window)
        program.begin([])
        started.append(program)
        if text:
            paste(program, text, qtbot)
        return program

    yield start
    for program in started:
        program.window.close()


def paste(program, text, qtbot):
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.paste_text(text)


def drawn(program):
    text = program.session.article.current.text
    return [item.span.of(text) for item in program.window.view.visible_marks()]


def mute(program, words, entry):
    choose(open_menu(program.window.view, select(program.window, words)), entry)


def undo(program):
    program.window.actions_by_name["undo"].trigger()


@pytest.mark.parametrize(
    ("entry", "left"),
    [("Mute at this place", ["slammed", "brutal"]), ("Mute in every article", ["slammed"])],
)
def test_a_mute_is_taken_back_at_a_later_start(start, entry, left):
    program = start(TEXT)
    everything = drawn(program)
    mute(program, "brutal", entry)
    assert drawn(program) == left
    program.window.close()
    again = start(TEXT)
    assert drawn(again) == left
    undo(again)
    assert drawn(again) == everything
    where = " in every article" if "every" in entry else ""
    assert f"“brutal” is marked again{where}." in again.window.toast.words.text()
    again.window.actions_by_name["redo"].trigger()
    assert "Done again: muted “brutal”" in again.window.toast.words.text()
    assert drawn(again) == left
    undo(again)
    assert drawn(start(TEXT)) == everything


def test_mutes_and_corrections_go_back_in_their_order_after_a_start(start, qtbot):
    program = start(TEXT)
    mute(program, "slammed", "Mute in every article")
    with qtbot.waitSignal(program.session.analysis.changed):
        menu = open_menu(program.window.view, select(program.window, "plan"))
        choose(menu, "Add a hedge", "Rough figure")
    mute(program, "brutal", "Mute at this place")
    again = start(TEXT)
    qtbot.waitUntil(lambda: _has_added_hedge(again.session.analysis.current))
    assert drawn(again) == ["brutal"]
    undo(again)
    assert drawn(again) == ["brutal", "brutal"]
    undo(again)
    qtbot.waitUntil(lambda: not _has_added_hedge(again.session.analysis.current))
    undo(again)
    assert drawn(again) == ["brutal", "slammed", "brutal"]


def _has_added_hedge(analysis):
    return bool(analysis.marks.hedges)


def test_a_mute_survives_an_edited_text(start, tmp_path, qtbot):
    path = tmp_path / "winter.txt"
    path.write_text(TEXT, "utf-8")
    program = start()
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.open(str(path))
    mute(program, "brutal", "Mute at this place")
    path.write_text("It rained all night. " + TEXT, "utf-8")
    with qtbot.waitSignal(program.session.analysis.changed):
        program.window.actions_by_name["reload"].trigger()
    assert "It rained" in program.session.article.current.text
    assert drawn(program) == ["slammed", "brutal"]


def test_every_mute_is_listed_and_taken_back_from_the_list(start, qtbot):
    program = start(TEXT)
    mute(program, "brutal", "Mute at this place")
    paste(program, "A horrific storm came, and a vile wind, he said.", qtbot)
    mute(program, "horrific", "Mute in every article")
    corrections = program.session.analysis.corrections
    words = [item.correction.words for item in corrections.all_mutes()]
    assert words == ["horrific", "brutal"]
    for kept in corrections.all_mutes():
        corrections.unmute(kept)
    assert corrections.all_mutes() == ()
    assert "horrific" in drawn(program)
    paste(program, TEXT, qtbot)
    assert drawn(program) == ["brutal", "slammed", "brutal"]


def test_two_windows_lose_nothing_of_each_other(start, store):
    first, second = start(TEXT), start(TEXT)
    mute(first, "brutal", "Mute at this place")
    mute(first, "slammed", "Mute at this place")
    mute(second, "brutal", "Mute in every article")
    second.window.actions_by_name["larger"].trigger()
    first.window.actions_by_name["stronger_voices"].trigger()
    assert drawn(start(TEXT)) == []
    assert store.settings.text_size == 20
    assert store.settings.stronger_voice_marks
    assert [item.value for item in store.load_corrections(EVERYWHERE).value] == ["brutal"]


def test_what_cannot_be_kept_is_told_and_in_force_all_the_same(start, store):
    program = start(TEXT)
    store.failure = ReaderError("The disk is full.", hint="Make room.")
    mute(program, "brutal", "Mute at this place")
    assert program.window.notes.error.cause.text().startswith("The disk is full.")
    assert drawn(program) == ["slammed", "brutal"]
    store.failure = None


def test_the_mutes_of_the_earlier_version_are_in_force(start, tmp_path):
    plain = {"places": {}, "entries": [["loaded-wording", "brutal"]]}
    (tmp_path / "mutes.json").write_text(json.dumps(plain))
    assert drawn(start(TEXT, FileStore(tmp_path))) == ["slammed"]
    assert not (tmp_path / "mutes.json").exists()


def test_a_place_of_the_earlier_version_is_taken_back_from_the_list(start, tmp_path):
    name = hashlib.sha256(TEXT.encode()).hexdigest()[:32]
    plain = {"places": {name: [[4, 10, "brutal"]]}, "entries": []}
    (tmp_path / "mutes.json").write_text(json.dumps(plain))
    program = start(TEXT, FileStore(tmp_path))
    assert drawn(program) == ["slammed", "brutal"]
    corrections = program.session.analysis.corrections
    (mute,) = corrections.all_mutes()
    corrections.unmute(mute)
    assert drawn(program) == ["brutal", "slammed", "brutal"]
    assert corrections.all_mutes() == ()
    assert drawn(start(TEXT, FileStore(tmp_path))) == ["brutal", "slammed", "brutal"]


def test_damaged_files_are_told_of_and_the_window_opens(start, tmp_path):
    for name in ("mutes.json", "settings.json"):
        (tmp_path / name).write_bytes(b"[" * 100_000)
    program = start(TEXT, FileStore(tmp_path))
    assert "could not be read" in program.window.notes.error.cause.text()
    assert {path.name for path in tmp_path.glob("*.old")} == {
        "mutes.json.old",
        "settings.json.old",
    }
    assert drawn(program) == ["brutal", "slammed", "brutal"]


def test_names_that_no_system_takes_do_not_stop_the_start(start, tmp_path):
    recent = ["/" + "x" * 300, "half \ud83d", "nul\x00", "y" * 5_000, str(tmp_path)]
    (tmp_path / "settings.json").write_text(json.dumps({"recent": recent}))
    program = start(TEXT, FileStore(tmp_path))
    assert not program.window.notes.error.isVisible()
    assert not any(action.isEnabled() for action in program.window.recent_menu.actions())


def test_a_step_back_takes_back_ones_own_mute_and_not_that_of_another_window(start):
    one, two = start(TWICE), start(TWICE)
    mute(one, "brutal", "Mute at this place")
    mute(two, "slammed", "Mute at this place")
    mute(one, "outrageous", "Mute at this place")
    undo(one)
    undo(one)
    assert drawn(one) == ["brutal", "outrageous"]


def test_what_another_window_muted_and_corrected_comes_when_one_comes_back(start, store, qtbot):
    one, two = start(TWICE), start(TWICE)
    mute(one, "brutal", "Mute at this place")
    mute(one, "slammed", "Mute in every article")
    menu = open_menu(one.window.view, select(one.window, "plan"))
    choose(menu, "Add a hedge", "Rough figure")
    assert drawn(two) == ["brutal", "slammed", "outrageous"]
    come_back(two)
    qtbot.waitUntil(lambda: drawn(two) == ["outrageous"])
    qtbot.waitUntil(lambda: _has_added_hedge(two.session.analysis.current))
    undo(one)
    qtbot.waitUntil(lambda: not _has_added_hedge(one.session.analysis.current))
    come_back(two)
    qtbot.waitUntil(lambda: not _has_added_hedge(two.session.analysis.current))
    mute(two, "outrageous", "Mute at this place")
    undo(two)
    assert drawn(two) == ["outrageous"]
    assert drawn(start(TWICE)) == ["outrageous"]


def test_what_is_wrong_with_the_kept_work_is_told_once_on_coming_back(start, store):
    empty, program = start(), start(TWICE)
    store.problem = ReaderError("The library is damaged.", hint="It is set aside.")
    come_back(empty)
    assert not empty.window.notes.error.isVisible()  # nothing is looked up for an empty window
    come_back(program)
    note = program.window.notes.error
    assert note.cause.text().startswith("The library is damaged.")
    note.hide()
    come_back(program)
    assert not note.isVisible()
    assert drawn(program) == ["brutal", "slammed", "outrageous"]


def come_back(program):
    QApplication.sendEvent(program.window, QEvent(QEvent.Type.WindowActivate))

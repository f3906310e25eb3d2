"""The program's own dialogs: a heading, words, verbs."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from reader.errors import LibraryError
from reader.storage.user_data.file_store import FileStore
from reader.ui.messages import Messages
from reader.ui.messages.last_folders import LastFolders
from reader.ui.session.chosen_settings import ChosenSettings
from tests.memory_store import MemoryStore


@pytest.fixture
def messages(qtbot, qapp):
    parent = QWidget()
    parent.setObjectName("somewhere")
    qtbot.addWidget(parent)
    parent.show()
    yield Messages(parent, qapp)
    parent.close()


def answer(act):
    """Do something with the dialog that is about to open."""
    QTimer.singleShot(0, lambda: act(QApplication.activeModalWidget()))


def press(name):
    return lambda dialog: dialog.findChild(QWidget, name).click()


def test_a_question_comes_over_the_window_whose_dialog_was_closed(messages, qtbot, monkeypatch):
    second = QWidget()
    qtbot.addWidget(second)
    second.show()
    dialog = QDialog(second)
    qtbot.addWidget(dialog)
    field = QLineEdit(dialog)
    messages._note_front(None, field)  # noqa: SLF001 -- as Qt tells it when the field has the focus
    dialog.close()
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: None))
    over = []

    def choose(parent, *_words, **_options):
        over.append(parent)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    messages.ask_file("Open", "*")
    assert over == [second]


@pytest.mark.parametrize(
    ("button", "is_wanted"), [("dialog_main", True), ("dialog_cancel", False)]
)
def test_a_question_is_answered_by_its_verb(messages, button, is_wanted):
    answer(press(button))
    assert (
        messages.confirm("Empty the trash", "Two articles go for good.", "Empty it") is is_wanted
    )


def test_escape_changes_nothing(messages, qtbot):
    answer(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    assert not messages.confirm("Empty the trash", "Two articles go for good.", "Empty it")


@pytest.mark.parametrize(("button", "number"), [("dialog_main", 0), ("dialog_choice_1", 1)])
def test_one_of_some_verbs_is_chosen(messages, button, number):
    answer(press(button))
    assert messages.choose("Keep what you read?", "", ("Keep it", "Keep nothing")) == number


def test_words_are_asked_for_and_nothing_cannot_be_taken(messages, qtbot):
    def write(dialog):
        assert not dialog.main.isEnabled()
        assert dialog.main.text() == "Create"
        qtbot.keyClicks(dialog.field, " Market debate ")
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)

    answer(write)
    asked = messages.ask_words("New collection", "What is it called?", verb="Create")
    assert asked == "Market debate"


def test_a_report_can_be_copied(messages):
    def copy(dialog):
        dialog.findChild(QWidget, "copy_report").click()
        dialog.main.click()

    answer(copy)
    messages.report_crash("ValueError: seven")
    assert QApplication.clipboard().text() == "ValueError: seven"


@pytest.fixture
def kept(tmp_path):
    return ChosenSettings(FileStore(tmp_path / "data"))


def test_settings_that_could_not_be_written_go_along_with_the_next_change():
    store = MemoryStore()
    kept = ChosenSettings(store)
    told = []
    kept.failed.connect(told.append)
    store.failure = LibraryError("The disk is full.")
    kept.change(replace(kept.now, text_size=20))
    assert [str(error) for error in told] == ["The disk is full."]
    store.failure = None
    kept.change(replace(kept.now, open_folder="/quay"))
    assert (store.settings.text_size, store.settings.open_folder) == (20, "/quay")


def test_a_choice_of_files_begins_where_the_last_of_its_kind_ended(
    messages, kept, tmp_path, monkeypatch, qapp
):
    begun, asked = [], []

    def choose(_parent, _title, start, _kinds, options=None):
        begun.append(start)
        asked.append(options)
        return str(tmp_path / "given" / "one.md"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    (tmp_path / "given").mkdir()
    parent = QApplication.topLevelWidgets()[0]
    Messages(parent, qapp, kept).ask_file("Open", "")
    again = ChosenSettings(FileStore(tmp_path / "data"))  # as the next start does
    later = Messages(parent, qapp, again)
    later.ask_file("Open", "")
    later.ask_file("Play a lesson", "", kind="lesson")
    later.ask_place("Save", "two.html", "")
    later.ask_place("Save", "two.html", "")
    given = (tmp_path / "given").as_posix()
    documents = LastFolders().start("lesson")
    assert begun == ["", given, documents, "two.html", f"{given}/two.html"]
    assert asked == [QFileDialog.Option.ReadOnly] * 5  # nothing can be deleted there

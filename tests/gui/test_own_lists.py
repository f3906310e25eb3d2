"""Whole lists in the editor: described, deleted, put back, compared, merged, entries moved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from reader.errors import ReaderError
from reader.storage.lexicons.own_lexicons import UserLexicons
from tests.gui.acting import words_of
from tests.gui.test_access import nameless

TEXT = "The brutal mayor slammed the plan, and a zorgful spring came."


@pytest.fixture
def program(quick_program):
    return quick_program


@pytest.fixture
def editor(open_text, qtbot, shown_messages):
    """The editor with a list of the reader's own, of one entry, chosen."""
    made = open_text(TEXT).lexicon_windows.open()
    qtbot.addWidget(made)
    shown_messages.answer = "Our words"
    made.actions_by_name["new_list"].trigger()
    made.add_phrase("zorgful")
    made.form.flush()
    return made


def steps(editor):
    return editor.list_steps


def titles(editor):
    return [item.title for item in steps(editor).own._editing.lists()]  # noqa: SLF001 -- no door


def dialog_of(editor, command):
    """Open a dialog, in which everything has a name for those who hear it."""
    editor.actions_by_name[command].trigger()
    assert nameless(steps(editor).dialog) == []
    return steps(editor).dialog


def phrases(editor, name):
    rows = (editor.model.row_at(n) for n in range(editor.model.rowCount()))
    return {row.shown.phrase: row.state for row in rows if row.lexicon == name}


def test_a_list_is_named_and_described_by_keyboard(editor, qtbot, tmp_path):
    editor.lists.setFocus()
    qtbot.keyClick(editor.lists, Qt.Key.Key_F2)
    dialog = steps(editor).dialog
    assert nameless(dialog) == []
    for name, words in (
        ("title", "Words of spring"),
        ("authors", "Ada Holm; Nell"),
        ("licence", "CC0"),
        ("version", "2"),
    ):
        field = dialog.findChild(QLineEdit, f"list_{name}")
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, words)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    editor.form.flush()
    steps(editor).own.keep("our-words")  # writes what waits, too
    assert "Words of spring" in titles(editor)
    kept = steps(editor).own.versions("our-words")
    assert [one.lexicon.version for one in kept].count("1") == 1
    editor.actions_by_name["undo"].trigger()
    assert "Our words" in titles(editor)


def test_a_list_is_deleted_and_put_back(editor, qtbot, tmp_path):
    editor.lists.choose("our-words")
    editor.lists.setFocus()
    qtbot.keyClick(editor.lists, Qt.Key.Key_Delete)
    assert "Our words" not in titles(editor)
    assert "is deleted" in words_of(editor.trouble)
    dialog = dialog_of(editor, "deleted_lists")
    assert not (tmp_path / "lexicons" / "our-words").exists()
    assert "Our words (entries: 1)" in dialog.rows.item(0).text()
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Return)
    assert "Our words" in titles(editor)
    assert phrases(editor, "our-words") == {"zorgful": "added"}
    assert (tmp_path / "lexicons" / "our-words" / "entries.csv").exists()


def test_undo_brings_a_deleted_list_back_with_its_folder(editor, tmp_path):
    editor.lists.choose("our-words")
    editor.actions_by_name["delete_list"].trigger()
    steps(editor).own.deleted()  # what waits is written
    editor.actions_by_name["undo"].trigger()
    assert steps(editor).own.deleted() == ()
    assert (tmp_path / "lexicons" / "our-words" / "entries.csv").exists()
    editor.actions_by_name["redo"].trigger()
    assert len(steps(editor).own.deleted()) == 1
    assert not (tmp_path / "lexicons" / "our-words").exists()


def test_a_shipped_list_cannot_be_deleted(editor):
    editor.lists.choose("loaded-wording")
    editor.actions_by_name["delete_list"].trigger()
    assert "is shipped and stays" in words_of(editor.trouble)


def test_an_own_category_is_deleted_and_its_entries_go_where_the_reader_says(editor, qtbot):
    dialog = dialog_of(editor, "categories")
    dialog.which.setCurrentIndex(0)
    dialog.name.setText("Spring words")
    dialog.accept()
    own = editor.form.category.findText("Spring words")
    editor.form.category.setCurrentIndex(own)
    editor.form.category.activated.emit(own)
    editor.form.flush()
    editor.categories.choose("own-1")
    editor.categories.setFocus()
    qtbot.keyClick(editor.categories, Qt.Key.Key_Delete)
    dialog = steps(editor).dialog
    assert nameless(dialog) == []
    assert "It has 1 entry" in words_of(dialog)
    instead = dialog.findChild(QComboBox, "category_instead")
    instead.setCurrentIndex(2)
    wanted = instead.currentData()
    dialog.accept()
    assert editor.form.category.findText("Spring words") < 0
    assert editor.form.category.currentData() == wanted
    editor.actions_by_name["undo"].trigger()
    assert editor.form.category.currentText() == "Spring words"


def test_entries_move_to_another_list_and_shipped_ones_are_muted_there(editor, qtbot):
    editor.lists.choose("loaded-wording")
    editor.search.setText("brutal")
    places = range(editor.model.rowCount())
    place = next(n for n in places if editor.model.row_at(n).shown.phrase == "brutal")
    editor.table.choose([place])
    menu = editor.move_list_menu
    menu.aboutToShow.emit()
    target = next(one for one in menu.actions() if one.data() == "our-words")
    target.trigger()
    assert phrases(editor, "loaded-wording")["brutal"] == "muted"
    editor.lists.choose("our-words")
    assert phrases(editor, "our-words")["brutal"] == "added"
    editor.actions_by_name["undo"].trigger()
    editor.lists.choose("loaded-wording")
    assert phrases(editor, "loaded-wording")["brutal"] == "shipped"


def test_two_lists_are_compared_and_what_is_ticked_is_taken_over(editor, qtbot, tmp_path):
    other = tmp_path / "theirs.csv"
    other.write_text(
        "phrase,category,note\nzorgful,emotive,of theirs\nsnarky,emotive,\nblithe,emotive,\n"
    )
    dialog = dialog_of(editor, "versions")
    steps(editor)._messages.answer = str(other)  # noqa: SLF001 -- the answer of the test
    dialog.findChild(QPushButton, "difference_file").click()
    assert "2 only there, 0 only here, 1 differ" in dialog.told.text()
    dialog.findChild(QPushButton, "difference_new").click()
    assert dialog.take.text() == "Copy 2 from there"
    dialog.take.click()
    assert "0 only there, 0 only here, 1 differ" in dialog.told.text()
    dialog.close()
    assert set(phrases(editor, "our-words")) == {"zorgful", "snarky", "blithe"}
    editor.actions_by_name["undo"].trigger()
    assert set(phrases(editor, "our-words")) == {"zorgful"}


def test_a_kept_version_shows_what_changed_since(editor, qtbot):
    dialog = dialog_of(editor, "versions")
    dialog.findChild(QPushButton, "difference_keep").click()
    dialog.close()
    editor.add_phrase("blithe")
    editor.form.flush()
    dialog = dialog_of(editor, "versions")
    assert dialog.other.currentText().startswith("Version 1, of ")
    assert "0 only there, 1 only here, 0 differ" in dialog.told.text()
    item = dialog.rows.topLevelItem(0)
    item.setCheckState(0, Qt.CheckState.Checked)
    dialog.take.click()
    dialog.close()
    assert set(phrases(editor, "our-words")) == {"zorgful"}


def test_what_a_full_disk_could_not_take_of_a_list_is_asked_about_and_kept_later(
    program, editor, shown_messages, monkeypatch, data
):
    def refuse(*_):
        raise ReaderError("The list could not be written: the disk is full.", hint="Make room.")

    monkeypatch.setattr(UserLexicons, "save", refuse)
    editor.add_phrase("grumbly")
    editor.form.flush()
    shown_messages.answer = "2"
    program.window.close()
    assert shown_messages.told[-1][0] == "Not all your changes are kept"
    assert program.window.isVisible()
    monkeypatch.undo()
    program.window.close()
    assert not program.window.isVisible()
    (path,) = data.user_lexicons.glob("*/entries.csv")
    assert "grumbly" in path.read_text(encoding="utf-8")


def test_what_is_said_of_broken_lists_goes_when_their_files_are_in_order(
    program, qtbot, tmp_path, open_text
):
    folder = tmp_path / "lexicons"
    for name in ("mill", "quay"):
        (folder / name).mkdir(parents=True)
        (folder / name / "lexicon.toml").write_text("title = [")
        (folder / name / "entries.csv").write_text("phrase,category\nzorgful,loud\n")
    open_text(TEXT)
    told = program.window.notes.error
    assert told.isVisible()
    assert "nothing of “mill”, “quay” is in use" in told.advice.text()
    assert "`" not in told.cause.text()
    for name in ("mill", "quay"):
        head = 'title = "X"\n[[categories]]\nid = "loud"\n'
        (folder / name / "lexicon.toml").write_text(head)
    qtbot.waitUntil(lambda: not told.isVisible())
    analysis = program.session.analysis
    qtbot.waitUntil(
        lambda: "zorgful" in {found.entry.phrase for found in analysis.current.findings}
    )


def test_only_lists_that_are_not_in_order_are_said_not_to_be_used(
    program, qtbot, tmp_path, open_text
):
    folder = tmp_path / "lexicons"
    new = 'title = "New"\n[[categories]]\nid = "loud"\n'
    for name, head in (("windmill", "title = ["), ("mill", new), ("i", new)):
        (folder / name).mkdir(parents=True)
        (folder / name / "lexicon.toml").write_text(head)
        (folder / name / "entries.csv").write_text("phrase,category\n")
    open_text(TEXT)
    assert "nothing of “windmill” is in use" in program.window.notes.error.advice.text()

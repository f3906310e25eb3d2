"""The lexicon editor, as a person uses it: search, type, undo, delete, reset."""

import shutil
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QToolBar,
    QWidget,
)

from reader.core.lexicon.layering.layers import Row
from reader.core.lexicon.lexicon import Category, Entry
from reader.core.text.spans import Span
from reader.launch import load_analysis
from reader.paths import default_paths
from reader.storage.interchange.packs import write_pack
from reader.storage.lexicons.files import load_lexicon, load_lexicons
from reader.ui.places.editor.lists.category_dialog import CategoryDialog
from reader.ui.places.editor.table.row_order import RowFilter, RowIndex
from tests.english import LANGUAGES

TEXT = "The brutal mayor slammed the plan. A brutal winter came, he said, and a zorgful spring."


@pytest.fixture
def program(quick_program):
    return quick_program


@pytest.fixture
def editor(open_text, qtbot):
    """The editor over a short article."""
    program = open_text(TEXT)
    made = program.lexicon_windows.open()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def own_folder(tmp_path):
    return tmp_path / "lexicons" / "my-loaded-wording"


def seek(editor, words, qtbot):
    editor.search.clear()
    qtbot.keyClicks(editor.search, words)


def choose(editor, phrase):
    places = range(editor.model.rowCount())
    place = next(n for n in places if editor.model.row_at(n).shown.phrase == phrase)
    editor.table.choose([place])
    return place


def shown(editor):
    return [editor.model.row_at(n).shown.phrase for n in range(editor.model.rowCount())]


def marked(program):
    return [item.entry.phrase for item in program.session.analysis.current.findings]


def retype(field, words, qtbot):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not field.window().is_behind)


def editor_categories(editor):
    box = editor.form.category
    return [box.itemData(n) for n in range(box.count())]


def state(editor, phrase):
    places = range(editor.model.rowCount())
    rows = [editor.model.row_at(n) for n in places]
    return next(row.state for row in rows if row.shown.phrase == phrase)


def test_the_menu_key_opens_the_editor_and_it_counts_the_article(editor, qtbot, program):
    assert program.window.actions_by_name["edit_lexicons"].shortcut().toString() == "Ctrl+E"
    seek(editor, "brutal", qtbot)
    choose(editor, "brutal")
    assert "1 by the narrator, 1 by sources" in editor.form.places.matches.text()
    assert editor.model.index(shown(editor).index("brutal"), 6).data() == "2"


def test_a_cue_that_is_not_marked_tells_the_reports_it_introduces(editor, qtbot):
    seek(editor, "say", qtbot)
    place = choose(editor, "say")
    assert editor.model.row_at(place).lexicon == "attribution-cues"
    assert "introduces in this article: 1" in editor.form.places.matches.text()
    assert editor.model.index(place, 6).data() == "1"
    assert [row.hit for row in editor.form.places.here.rows()] == ["said"]
    assert "only words that are marked" in editor.form.places.library.text()
    choose(editor, "unsay" if "unsay" in shown(editor) else shown(editor)[-1])
    assert "introduces" not in editor.form.places.matches.text()


def test_search_lists_and_categories_narrow_the_table(editor, qtbot):
    every = editor.model.rowCount()
    seek(editor, "brutal", qtbot)
    assert 0 < editor.model.rowCount() < every
    assert editor.counted.text().startswith(str(editor.model.rowCount()))
    editor.search.clear()
    names = [item.id for item in load_lexicons([default_paths().lexicons], LANGUAGES)[0]]
    editor.lists.setCurrentRow(1 + names.index("hedging"))
    assert 0 < editor.model.rowCount() < every
    assert {editor.model.row_at(n).lexicon for n in range(editor.model.rowCount())} == {"hedging"}
    editor.sure.setCurrentIndex(editor.sure.findData("possible"))
    assert {editor.model.row_at(n).shown.confidence for n in range(editor.model.rowCount())} == {
        "possible"
    }


def test_a_phrase_typed_in_the_form_marks_the_page_at_once(editor, qtbot, program):
    editor.actions_by_name["new"].trigger()
    retype(editor.form.phrase, "zorgful", qtbot)
    assert "zorgful" in marked(program)
    assert "1 by the narrator" in editor.form.places.matches.text()
    assert state(editor, "zorgful") == "added"


def test_typing_alone_is_enough(editor, qtbot, program):
    editor.actions_by_name["new"].trigger()
    editor.form.phrase.selectAll()
    with qtbot.waitSignal(editor.form.entry_changed):
        qtbot.keyClicks(editor.form.phrase, "zorgful")
    assert "zorgful" in marked(program)
    assert editor.form.phrase.text() == "zorgful"
    editor.actions_by_name["undo"].trigger()
    assert "zorgful" not in marked(program)


def test_a_shipped_entry_is_changed_compared_and_reset(editor, qtbot, program):
    seek(editor, "brutal", qtbot)
    choose(editor, "brutal")
    assert not editor.form.reset.isEnabled()
    retype(editor.form.guards, "after:winter", qtbot)
    assert marked(program).count("brutal") == 1
    assert state(editor, "brutal") == "changed"
    assert "Not when, as shipped:" in editor.form.difference.text()
    qtbot.mouseClick(editor.form.reset, Qt.MouseButton.LeftButton)
    assert marked(program).count("brutal") == 2
    assert state(editor, "brutal") == "shipped"


def test_delete_mutes_what_is_shipped_and_undo_and_redo_go_back_and_forth(editor, qtbot, program):
    seek(editor, "brutal", qtbot)
    choose(editor, "brutal")
    editor.table.setFocus()
    editor.actions_by_name["delete"].trigger()
    assert state(editor, "brutal") == "muted"
    assert "brutal" not in marked(program)
    assert not editor.form.phrase.isEnabled()
    editor.actions_by_name["undo"].trigger()
    assert marked(program).count("brutal") == 2
    editor.actions_by_name["redo"].trigger()
    assert "brutal" not in marked(program)


def test_a_cell_is_edited_in_place(editor, qtbot):
    seek(editor, "brutal", qtbot)
    place = choose(editor, "brutal")
    editor.table.setCurrentIndex(editor.model.index(place, 5))
    editor.table.edit(editor.model.index(place, 5))
    field = editor.table.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "harsh | cold")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: state(editor, "brutal") == "changed")
    assert editor.form.plainer.text() == "harsh | cold"


def click_header(editor, column, qtbot):
    header = editor.table.horizontalHeader()
    middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    place = QPoint(middle, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_sorting_keeps_what_is_chosen_and_shows_large_counts_first(editor, qtbot):
    seek(editor, "brut", qtbot)
    choose(editor, "brutalise")
    click_header(editor, 6, qtbot)
    assert shown(editor)[0] == "brutal"
    assert editor.sorted_by.text() == "Sorted by matches in this article"
    assert [row.shown.phrase for row in editor.table.chosen()] == ["brutalise"]
    click_header(editor, 6, qtbot)
    assert shown(editor)[-1] == "brutal"
    click_header(editor, 0, qtbot)
    assert shown(editor)[0] == "brutal"
    assert editor.form.phrase.text() == "brutalise"


def test_a_choice_is_edited_in_place(editor, qtbot):
    seek(editor, "brutal", qtbot)
    place = choose(editor, "brutal")
    index = editor.model.index(place, 3)
    editor.table.setCurrentIndex(index)
    editor.table.edit(index)
    box = editor.table.findChild(QComboBox)
    assert box.hasFocus()
    box.setCurrentIndex(box.findData("possible"))
    box.activated.emit(box.currentIndex())
    assert editor.table.hasFocus()  # keys go on where they were, not to the lists
    assert editor.table.currentIndex().column() == 3
    row = editor.model.row_at(choose(editor, "brutal"))
    assert (row.shown.confidence, row.state) == ("possible", "changed")


def test_enter_on_its_way_finds_the_cell_closed_and_is_quiet(editor, qtbot):
    seek(editor, "brutal", qtbot)
    editor.table.edit(editor.model.index(choose(editor, "brutal"), 0))
    field = editor.table.findChild(QLineEdit)
    qtbot.keyClicks(field, "brutalist")
    qtbot.keyClick(field, Qt.Key.Key_Return)  # which Qt carries out later
    editor.search.setFocus()
    QApplication.processEvents()
    assert "brutalist" in shown(editor)
    place = choose(editor, "brutalist")
    before = editor.model.row_at(place).shown.match
    editor.table.edit(editor.model.index(place, 1))
    box = editor.table.findChild(QComboBox)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert editor.model.row_at(choose(editor, "brutalist")).shown.match != before


SLIPS = (
    ("guards", "befor:insurance", "Did you mean “before:insurance”"),
    ("guards", "after:", "names no word"),
    ("phrase", "*", "must begin"),
    ("phrase", "shocking", "already"),
)


def test_a_small_window_keeps_its_commands_and_its_table(editor, qtbot):
    editor.resize(900, 600)
    bar = editor.findChild(QToolBar, "editor_toolbar")
    button = bar.widgetForAction(editor.actions_by_name["export"])
    qtbot.waitUntil(button.isVisible)
    assert editor.table.width() >= 350  # phrase, matches and part of speech


def test_every_part_of_the_editor_has_a_name_for_those_who_hear_it(editor):
    dialog = open_categories(editor, "loaded-wording")
    for top in (editor, dialog):
        for part in top.findChildren(QWidget):
            if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                told = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
                assert told, (type(part), part.objectName())
    dialog.reject()


def test_a_slip_is_told_in_words_and_the_entry_still_works(editor, qtbot):
    seek(editor, "brutal", qtbot)
    for field, text, told in SLIPS:
        choose(editor, "brutal")
        retype(getattr(editor.form, field), text, qtbot)
        assert told in editor.form.problem_words.text()
        assert "Until then" in editor.form.problem_words.text()
        assert editor.form.problem.isVisible()
        assert "brutal" in {row.shown.phrase for row in editor.table.chosen()}
        choose(editor, next(phrase for phrase in shown(editor) if phrase != "brutal"))
        assert not editor.form.problem.isVisible()


def test_examples_are_tried_on_the_spot(editor, qtbot):
    seek(editor, "brutal", qtbot)
    choose(editor, "brutal")
    retype(editor.form.example, "A mild evening.", qtbot)
    assert editor.form.example_sign.text() == "!"
    assert editor.form.sign_words.text() == "The entry is not found in its example."
    retype(editor.form.example, "A brutal evening.", qtbot)
    assert editor.form.example_sign.text() == "✓"
    retype(editor.form.counterexample, "It was a brutal day.", qtbot)
    assert editor.form.counterexample_sign.text() == "!"


def line_of(side_list, name):
    lines = [side_list.item(number) for number in range(side_list.count())]
    return next(item for item in lines if item.data(Qt.ItemDataRole.UserRole) == name)


def test_a_list_is_switched_off_and_on_with_its_box(editor, qtbot, program):
    assert "brutal" in marked(program)
    assert line_of(editor.lists, "attribution-cues").data(Qt.ItemDataRole.CheckStateRole) is None
    box = editor.lists.visualItemRect(line_of(editor.lists, "loaded-wording"))
    with qtbot.waitSignal(program.session.analysis.changed):
        qtbot.mouseClick(
            editor.lists.viewport(),
            Qt.MouseButton.LeftButton,
            pos=QPoint(box.left() + 15, box.center().y()),
        )
    assert "brutal" not in marked(program)
    assert program.session.settings.now.lexicons_off == ("loaded-wording",)
    line = line_of(editor.lists, "loaded-wording")
    assert line.checkState() == Qt.CheckState.Unchecked
    editor.lists.setCurrentItem(line)
    editor.lists.setFocus()
    with qtbot.waitSignal(program.session.analysis.changed):
        qtbot.keyClick(editor.lists, Qt.Key.Key_Space)
    assert "brutal" in marked(program)


def test_many_rows_are_moved_duplicated_and_deleted_together(editor, qtbot):
    editor.lists.setCurrentRow(editor.lists.count() - 1)
    told = []
    editor.table.rows_chosen.connect(told.append)
    editor.table.choose([4, 0, 1, 2])
    assert [len(rows) for rows in told] in ([4], [0, 4])  # not a line at a time
    assert editor.table.currentIndex().row() == 4
    editor.table.choose([0, 1, 2])
    theirs = {editor.model.row_at(row).shown.category for row in range(3)}
    category = next(item for item in editor_categories(editor) if item not in theirs)
    editor.steps.move_chosen(category)
    assert {row.shown.category for row in editor.table.chosen()} == {category}
    editor.steps.duplicate_chosen()
    seek(editor, " 2", qtbot)
    assert editor.model.rowCount() >= 3
    editor.whose["mine"].click()
    assert editor.model.rowCount() == 3
    editor.table.selectAll()
    editor.steps.delete_chosen()
    assert editor.model.rowCount() == 0
    for _ in range(3):
        editor.actions_by_name["undo"].trigger()
    assert not editor.actions_by_name["undo"].isEnabled()


def test_several_chosen_entries_are_told_of_and_copies_are_chosen(editor, qtbot):
    seek(editor, "brutal", qtbot)
    editor.table.choose([0, 1])
    assert "2 entries are chosen" in editor.form.chosen.text()
    phrases = [row.shown.phrase for row in editor.table.chosen()]
    editor.steps.duplicate_chosen()
    assert [row.shown.phrase for row in editor.table.chosen()] == [f"{one} 2" for one in phrases]
    editor.steps.delete_chosen()
    assert len(editor.table.chosen()) == 1
    assert not editor.form.chosen.isVisible()


def test_undo_and_redo_show_what_they_change(editor, qtbot):
    seek(editor, "brutal", qtbot)
    choose(editor, "brutal")
    editor.steps.delete_chosen()
    choose(editor, "brutally")
    editor.actions_by_name["undo"].trigger()
    assert [row.shown.phrase for row in editor.table.chosen()] == ["brutal"]
    choose(editor, "brutally")
    editor.actions_by_name["redo"].trigger()
    assert [row.state for row in editor.table.chosen()] == ["muted"]
    qtbot.mouseClick(editor.form.reset, Qt.MouseButton.LeftButton)
    assert state(editor, "brutal") == "shipped"


def test_undo_within_a_field_is_the_editors(editor, qtbot):
    before = editor.model.rowCount()
    editor.actions_by_name["new"].trigger()
    qtbot.keyClicks(editor.form.phrase, "zorgful")
    qtbot.keyClick(editor.form.phrase, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.form.phrase.text() == "new phrase"
    qtbot.keyClick(editor.form.phrase, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.model.rowCount() == before
    redo = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(editor.form.phrase, Qt.Key.Key_Z, redo)
    qtbot.keyClick(editor.form.phrase, Qt.Key.Key_Z, redo)
    assert editor.form.phrase.text() == "zorgful"
    assert state(editor, "zorgful") == "added"


def test_typing_what_the_search_hides_keeps_the_entry_in_the_form(editor, qtbot):
    seek(editor, "brutal", qtbot)
    choose(editor, "brutal")
    editor.steps.duplicate_chosen()
    retype(editor.form.phrase, "zorgful", qtbot)
    assert "zorgful" not in shown(editor)
    qtbot.keyClicks(editor.form.note, "A note.")
    editor.form.flush()
    assert editor.form.row.shown.note.startswith("A note.")
    editor.search.clear()
    assert state(editor, "zorgful") == "added"


def test_a_search_shows_the_nearest_first(editor, qtbot):
    seek(editor, "slam", qtbot)
    found = shown(editor)
    assert found[0] == "slam"
    assert found[1].startswith("slam")
    assert "Islamist" in found[2:]


def overlaps(form):
    """Return the pairs of fields that lie over one another."""
    parts = [form.problem, form.category_words, *form.editors()]
    parts = [part for part in parts if part.isVisible()]
    return [
        (one.objectName(), other.objectName())
        for number, one in enumerate(parts)
        for other in parts[:number]
        if one.geometry().intersects(other.geometry())
    ]


def is_whole(label):
    return label.height() >= label.heightForWidth(label.width())


def test_no_field_of_the_form_lies_over_another(editor, qtbot):
    form = editor.form
    for phrase in ("brutal", "claim", "a blip", "regime"):
        seek(editor, phrase, qtbot)
        choose(editor, phrase)
        retype(form.guards, "befor:insurance; aftr:a long list", qtbot)
        qtbot.waitUntil(lambda: form.problem.isVisible() and is_whole(form.problem_words))
        qtbot.waitUntil(lambda: overlaps(form) == [])
        form.guards.selectAll()
        qtbot.keyClick(form.guards, Qt.Key.Key_Backspace)
        qtbot.waitUntil(lambda: not form.problem.isVisible() and overlaps(form) == [])


def test_what_was_changed_is_on_disk_and_there_again(editor, qtbot, own_folder, program):
    seek(editor, "brutal", qtbot)
    choose(editor, "brutal")
    retype(editor.form.counterpart, "mild", qtbot)
    qtbot.waitUntil(lambda: editor.form.saved.text() == "Saved.")
    lexicon = load_lexicon(own_folder, LANGUAGES).lexicon
    assert [(item.phrase, item.counterpart) for item in lexicon.entries] == [("brutal", "mild")]


@pytest.mark.parametrize("column", ["date", "region"])
def test_a_further_column_is_shown_and_changed_in_the_form(editor, qtbot, own_folder, column):
    seek(editor, "brutal", qtbot)
    choose(editor, "brutal")
    field = editor.form.further[column]
    assert field.accessibleName() == field.placeholderText() == column.capitalize()
    retype(field, "1998", qtbot)
    qtbot.waitUntil(lambda: editor.form.saved.text() == "Saved.")
    assert getattr(load_lexicon(own_folder, LANGUAGES).lexicon.entries[0], column) == "1998"
    assert f"{column.capitalize()}, as shipped: nothing" in editor.form.difference.text()
    choose(editor, "brutal")
    assert editor.form.further[column].text() == "1998"


def test_closing_writes_what_was_typed_last(editor, qtbot, own_folder):
    seek(editor, "brutal", qtbot)
    choose(editor, "brutal")
    qtbot.keyClicks(editor.form.counterpart, "mild")
    editor.close()
    assert load_lexicon(own_folder, LANGUAGES).lexicon.entries[0].counterpart.endswith("mild")


def test_a_file_changed_outside_is_read_and_a_broken_one_keeps_the_last_state(
    editor, qtbot, own_folder, program
):
    editor.actions_by_name["new"].trigger()
    retype(editor.form.phrase, "zorgful", qtbot)
    qtbot.waitUntil(lambda: editor.form.saved.text() == "Saved.")
    path = own_folder / "entries.csv"
    kept = path.read_text("utf-8")
    path.write_text(kept + "winter,forms,noun,emotive,confident\n", "utf-8")
    qtbot.waitUntil(lambda: "winter" in marked(program))
    path.write_text(kept + "spring,forms,noun,nonsense,confident\n", "utf-8")
    qtbot.waitUntil(lambda: "line 3" in editor.trouble.cause.text())
    assert "zorgful" in marked(program)


def test_a_file_changed_outside_is_noticed_after_many_savings_too(
    editor, qtbot, own_folder, program
):
    editor.actions_by_name["new"].trigger()
    for words in ("zorgful", "zorgfully", "zorgful"):
        editor.form.saved.clear()
        retype(editor.form.phrase, words, qtbot)
        qtbot.waitUntil(lambda: editor.form.saved.text() == "Saved.")
    for number, words in enumerate(("winter", "spring"), start=1):
        path = own_folder / "entries.csv"
        path.write_text(path.read_text("utf-8") + f"{words},exact,,emotive,confident\n", "utf-8")
        qtbot.waitUntil(lambda words=words: words in marked(program))
        assert len(load_lexicon(own_folder, LANGUAGES).lexicon.entries) == 1 + number


def test_what_is_broken_outside_is_set_aside_when_the_reader_goes_on(editor, qtbot, own_folder):
    editor.actions_by_name["new"].trigger()
    retype(editor.form.phrase, "zorgful", qtbot)
    qtbot.waitUntil(lambda: editor.form.saved.text() == "Saved.")
    path = own_folder / "entries.csv"
    path.write_text(path.read_text("utf-8") + "spring,forms,noun,nonsense,confident\n", "utf-8")
    qtbot.waitUntil(editor.trouble.isVisible)
    retype(editor.form.counterpart, "mild", qtbot)
    qtbot.waitUntil(lambda: "entries.csv.old" in editor.trouble.advice.text())
    assert "spring" in path.with_name("entries.csv.old").read_text("utf-8")
    assert "mild" in path.read_text("utf-8")
    qtbot.mouseClick(editor.trouble.first, Qt.MouseButton.LeftButton)
    assert not editor.trouble.isVisible()


def test_an_empty_table_says_why_and_shows_the_way_on(editor, qtbot, shown_messages):
    seek(editor, "qqqq", qtbot)
    assert editor.empty.isVisible()
    assert "“qqqq”" in editor.empty.sentence.text()
    qtbot.mouseClick(editor.empty.button, Qt.MouseButton.LeftButton)
    assert editor.model.rowCount() > 1000
    assert not editor.empty.isVisible()
    seek(editor, "brutal", qtbot)
    shown_messages.answer = "Class 7b"
    editor.actions_by_name["new_list"].trigger()
    assert "no entries yet" in editor.empty.sentence.text()
    qtbot.mouseClick(editor.empty.button, Qt.MouseButton.LeftButton)
    assert shown(editor) == ["new phrase"]
    assert editor.form.phrase.selectedText() == "new phrase"


def test_the_keyboard_alone_is_enough(editor, qtbot):
    editor.actions_by_name["search"].trigger()
    qtbot.keyClicks(editor.search, "brutal")
    qtbot.keyClick(editor.search, Qt.Key.Key_Return)
    assert editor.table.hasFocus()
    first = editor.table.currentIndex().row()
    qtbot.keyClick(editor.table, Qt.Key.Key_Down)
    assert editor.table.currentIndex().row() == first + 1
    chosen = editor.table.chosen()[0]
    assert editor.form.phrase.text() == chosen.shown.phrase
    qtbot.keyClick(editor.table, Qt.Key.Key_Delete)
    assert editor.table.chosen()[0].state == "muted"
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.table.chosen()[0].state == "shipped"
    qtbot.keyClick(editor.table, Qt.Key.Key_Tab)
    assert not editor.table.hasFocus()


def test_selected_words_of_the_page_become_an_entry(editor, qtbot, program):
    editor.close()
    cursor = program.window.view.textCursor()
    start = program.window.view.toPlainText().index("zorgful")
    cursor.setPosition(start + 2)  # a word of which a part is selected is meant whole
    cursor.setPosition(start + len("zorgful"), cursor.MoveMode.KeepAnchor)
    program.window.view.setTextCursor(cursor)
    program.window.actions_by_name["add_to_lexicon"].trigger()
    assert editor.isVisible()
    assert editor.form.phrase.text() == "zorgful"
    assert "zorgful spring" in editor.form.example.text()
    assert editor.form.example_sign.text() == "✓"
    assert "zorgful" in marked(program)


def test_a_mark_leads_to_its_entry_and_takes_an_exception(editor, program):
    editor.close()
    finding = next(
        f for f in program.session.analysis.current.findings if f.entry.phrase == "brutal"
    )
    menu = QMenu(program.window)
    program.mark_menu.fill(menu, Span(finding.span.start, finding.span.start))
    by_text = {action.text(): action for action in menu.actions()}
    by_text["Not in “brutal mayor”"].trigger()
    assert marked(program).count("brutal") == 1
    by_text["Change the entry “brutal”…"].trigger()
    assert editor.isVisible()
    assert editor.form.guards.text().endswith("phrase:brutal mayor")


def test_an_own_list_and_an_own_category(editor, qtbot, shown_messages, tmp_path):
    shown_messages.answer = "Class 7b"
    editor.actions_by_name["new_list"].trigger()
    assert "Class 7b" in editor.lists.item(editor.lists.count() - 1).text()
    editor.lists.setCurrentRow(editor.lists.count() - 1)
    editor.actions_by_name["categories"].trigger()
    dialog = editor.findChild(CategoryDialog)
    save = dialog.save
    assert not save.isEnabled()
    qtbot.keyClicks(dialog.name, "Our words")
    assert save.isEnabled()
    dialog.letter.setText("E")
    assert "taken by" in dialog.problem.text()
    dialog.letter.setText("Z")
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    names = [editor.categories.item(n).text() for n in range(editor.categories.count())]
    assert any("Our words" in name for name in names)
    qtbot.waitUntil((tmp_path / "lexicons" / "class-7b" / "entries.csv").is_file)


def open_categories(editor, name):
    editor.lists.choose(name)
    editor.actions_by_name["categories"].trigger()
    return editor.findChildren(CategoryDialog)[-1]


def drawn(box, number):
    return box.itemIcon(number).pixmap(box.iconSize()).toImage()


def test_colours_and_lines_are_drawn_and_named(editor):
    dialog = open_categories(editor, "loaded-wording")
    for box in (dialog.slot, dialog.line):
        pictures = [drawn(box, number) for number in range(box.count())]
        assert len(pictures) == 8
        assert all(one != other for one, other in pairwise(pictures))
        assert len({box.itemText(number) for number in range(8)}) == 8
    before = drawn(dialog.line, 1)
    dialog.slot.setCurrentIndex(dialog.slot.findData(1))
    assert drawn(dialog.line, 1) != before
    assert dialog.line.itemText(dialog.line.findData("thick")) == "thick, as Emotive word"
    dialog.name.setText("Our words")
    dialog.line.setCurrentIndex(dialog.line.findData("thick"))
    assert "taken by “Emotive word”" in dialog.problem.text()
    assert "rust" in dialog.sample.accessibleName()
    assert "thick" in dialog.sample.accessibleName()
    dialog.reject()


def test_categories_of_hedges_have_their_own_lines_and_one_ink(editor, qtbot):
    dialog = open_categories(editor, "hedging")
    assert not dialog.slot.isVisible()
    lines = {dialog.line.itemData(number) for number in range(dialog.line.count())}
    assert lines == {"wave", "thin", "square-dots", "double-thin", "bar"}
    dialog.line.setCurrentIndex(dialog.line.findData("wave"))
    qtbot.keyClicks(dialog.name, "Our hedges")
    dialog.letter.setText("y")
    assert dialog.problem.text() == ""
    assert dialog.category().letter == "y"
    dialog.reject()


def test_classes_of_attribution_verbs_can_only_be_looked_at(editor):
    dialog = open_categories(editor, "attribution-cues")
    assert dialog.which.itemText(0) != "A new category"
    assert not dialog.name.isEnabled()
    assert "stays as it is" in dialog.problem.text()
    dialog.reject()


def test_the_editor_changes_colours_with_the_page(editor, program, qtbot):
    choose(editor, "brutal")
    retype(editor.form.guards, "befor:insurance", qtbot)
    before = drawn(editor.form.category, editor.form.category.currentIndex())
    program.appearance.set_theme("dark")
    assert editor.theme.name == "dark"
    assert editor.form.guards.text() == "befor:insurance"
    assert editor.form.problem.isVisible()
    assert drawn(editor.form.category, editor.form.category.currentIndex()) != before


def test_a_list_that_is_deleted_outside_is_gone_and_undo_brings_it_back(
    editor, qtbot, shown_messages, tmp_path
):
    shown_messages.answer = "Class 7b"
    editor.actions_by_name["new_list"].trigger()
    editor.lists.setCurrentRow(editor.lists.count() - 1)
    editor.actions_by_name["new"].trigger()
    retype(editor.form.phrase, "zorgful", qtbot)
    qtbot.waitUntil(lambda: editor.form.saved.text() == "Saved.")
    lists = editor.lists.count()
    shutil.rmtree(tmp_path / "lexicons" / "class-7b")
    qtbot.waitUntil(lambda: editor.lists.count() == lists - 1)
    assert "zorgful" not in shown(editor)
    editor.actions_by_name["undo"].trigger()
    assert state(editor, "zorgful") == "added"


def test_a_list_is_handed_out_and_taken_over(editor, qtbot, shown_messages, tmp_path, program):
    place = tmp_path / "words.csv"
    seek(editor, "brutal", qtbot)
    choose(editor, "brutal")
    retype(editor.form.counterpart, "mild", qtbot)
    shown_messages.answer = str(place)
    editor.lists.choose("loaded-wording")
    editor.actions_by_name["export"].trigger()
    assert ",mild," in place.read_text("utf-8-sig")
    place.write_text(
        "phrase,match,part,category,confidence\nzorgful,exact,,Own,confident\n*,,,Own,\n"
    )
    editor.actions_by_name["import"].trigger()
    assert "line 3" in shown_messages.told[-1][1]
    editor.search.clear()
    assert shown(editor) == ["zorgful"]
    assert "zorgful" in marked(program)
    folder = tmp_path / "lexicons" / "words"
    qtbot.waitUntil(folder.is_dir)
    editor.actions_by_name["undo"].trigger()
    assert "zorgful" not in marked(program)
    assert editor.model.row_filter.lexicon == "loaded-wording"
    assert "brutal" in shown(editor)
    qtbot.waitUntil(lambda: not folder.exists())
    editor.actions_by_name["redo"].trigger()
    qtbot.waitUntil(lambda: "zorgful" in marked(program) and folder.is_dir())


def import_words(editor, shown_messages, folder, table):
    place = folder / "words.csv"
    place.write_text(table)
    shown_messages.answer = str(place)
    editor.actions_by_name["import"].trigger()
    return place


def test_a_file_that_was_taken_over_before_makes_no_second_list_unasked(
    editor, shown_messages, tmp_path, qtbot
):
    place = import_words(
        editor, shown_messages, tmp_path, "phrase,category,confidence\nzorgful,Slurs,confident\n"
    )
    lists = editor.lists.count()
    editor.actions_by_name["import"].trigger()
    assert shown_messages.told[-1][1] == "“words” holds the entries of this file already."
    assert editor.lists.count() == lists
    place.write_text("phrase,category,confidence\nzorgful,Slurs,\nzorging,Slurs,possible\n")
    editor.actions_by_name["import"].trigger()
    assert "holds other entries than this one" in shown_messages.told[-1][1]
    assert editor.lists.count() == lists + 1


def test_a_category_that_is_taken_over_has_a_letter_of_its_own(
    editor, shown_messages, tmp_path, qtbot
):
    import_words(
        editor, shown_messages, tmp_path, "phrase,category\nzorgful,Slurs\nzorging,Loud\n"
    )
    folder = tmp_path / "lexicons" / "words"
    qtbot.waitUntil((folder / "lexicon.toml").is_file)
    own, shipped = (
        {category.letter for category in load_lexicon(place, LANGUAGES).lexicon.categories}
        for place in (folder, default_paths().lexicons / "loaded-wording")
    )
    assert {"S", "L"} <= shipped
    assert len(own) == 2
    assert not shipped & own


def test_a_pack_that_is_imported_is_installed_and_brought_up_to_date(
    editor, shown_messages, tmp_path, program, qtbot
):
    place = tmp_path / "zorg.crlex"
    category = Category("zorg", "Zorg", "Ours.", "Why?", "Z", 1, "thick")
    entries = tuple(Entry(word, "exact", None, "zorg", "confident") for word in ("a z", "zorgful"))
    pattern = load_lexicon(default_paths().lexicons / "loaded-wording", LANGUAGES).lexicon
    lists = editor.lists.count()
    shown_messages.answer = str(place)
    for version, rows in (("1", entries[:1]), ("2", entries)):
        list_ = replace(
            pattern, id="zorg", title="Zorg", version=version, categories=(category,), entries=rows
        )
        place.write_bytes(write_pack(list_).data)
        editor.actions_by_name["import"].trigger()
        assert shown_messages.told[-1][1] == "Zorg is installed."
    assert editor.lists.count() == lists + 1
    qtbot.waitUntil(lambda: "zorgful" in marked(program))


def test_marks_follow_each_letter_without_a_new_analysis(open_text, qtbot, calls_of):
    article = " ".join(f"{TEXT} The council of ward {n} met again." for n in range(44))
    assert len(article.split()) > 1000
    program = open_text(article)
    editor = program.lexicon_windows.open()
    qtbot.addWidget(editor)
    editor.actions_by_name["new"].trigger()
    editor.form.phrase.selectAll()

    def type_letter(letter):
        qtbot.keyClick(editor.form.phrase, letter)
        editor.form.flush()
        program.window.view.viewport().repaint()

    calls = []
    for letter in "zorgfulx":
        QApplication.processEvents()
        calls.append(calls_of(lambda letter=letter: type_letter(letter)))
        if editor.form.phrase.text() == "zorgful":
            assert marked(program).count("zorgful") == 44
    tools, _problems = load_analysis().load_analysis_tools(default_paths())
    analysed = program.session.analysis.current.article
    assert max(calls[:6]) < calls_of(lambda: load_analysis().analyse(analysed, tools)) / 2


def test_fifty_thousand_rows_are_filtered_without_a_call_for_each(calls_of):
    entries = [
        Entry(f"word{n % 977} number{n}", "forms", "noun", "emotive", "confident", note="A note.")
        for n in range(50_000)
    ]
    index = RowIndex([Row("list", entry, entry) for entry in entries], {})
    order = index.in_order("phrase", is_descending=False)
    for words in ("n", "nu", "numb", "number4", "number49", "word97"):
        assert calls_of(lambda words=words: index.shown(RowFilter(words=words), order)) < 1_000
    assert len(index.shown(RowFilter(words="number4999"), order)) == 11


def test_another_category_is_explained_at_once(editor, qtbot):
    seek(editor, "brutal", qtbot)
    choose(editor, "brutal")
    box, before = editor.form.category, editor.form.category_words.text()
    other = (box.currentIndex() + 1) % box.count()
    box.setCurrentIndex(other)
    box.activated.emit(other)
    assert editor.form.category_words.text() not in {"", before}

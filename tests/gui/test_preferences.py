"""Preferences and keys, as a reader uses them: found, changed, taken back, kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

from reader.launch import load_analysis, load_editor, load_readability
from reader.paths import default_paths
from reader.ui.app import Program
from reader.ui.dialogs.preferences.setting_row import PreferenceRow
from reader.ui.session.loaders import LateLoads


@pytest.fixture
def loads():
    return LateLoads(load_analysis, load_readability, load_editor)


@pytest.fixture
def preferences(quick_program):
    quick_program.window.actions_by_name["preferences"].trigger()
    yield quick_program.appearance.dialog
    quick_program.appearance.dialog.close()


@pytest.fixture
def keys(quick_program):
    quick_program.window.actions_by_name["keys"].trigger()
    yield quick_program.appearance.keys.dialog
    quick_program.appearance.keys.dialog.close()


def shown(preferences):
    rows = preferences.findChildren(PreferenceRow)
    return [row.label for row in rows if not row.isHidden()]


def test_a_search_finds_settings_of_every_section(preferences, qtbot):
    qtbot.keyClicks(preferences.search, "mark")
    labels = shown(preferences)
    assert "Start each article without marks" in labels
    assert "Next mark" in labels
    assert "Colours" not in labels
    preferences.search.setText("backup")
    assert preferences.sections.currentItem().text(0) == "Files and backup"
    preferences.search.setText("zebra")
    assert preferences.nothing.isVisible()


def test_a_change_counts_at_once_and_is_taken_back(preferences, quick_program, qtbot):
    size = preferences.findChild(QSpinBox, "preference_text_size")
    before = size.value()
    size.setValue(before + 4)
    assert quick_program.session.settings.now.text_size == before + 4
    colours = preferences.findChild(QComboBox, "preference_appearance")
    colours.setCurrentIndex(colours.findData("contrast-dark"))
    assert quick_program.window.theme.page == "#000000"
    qtbot.keyClick(preferences, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert quick_program.window.theme.page != "#000000"
    qtbot.keyClick(preferences, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert quick_program.session.settings.now.text_size == before == size.value()


def test_column_leading_and_font_change_the_page_at_once(
    preferences, quick_program, samples, qtbot
):
    program = quick_program
    program.session.article.open(str(samples[0]))
    view = program.window.view
    first = view.document().size().height()
    preferences.findChild(QSpinBox, "preference_text_leading").setValue(200)
    high = view.document().size().height()
    assert high > first * 1.1
    preferences.findChild(QSpinBox, "preference_text_width").setValue(50)
    assert view.document().size().height() > high
    font = preferences.findChild(QComboBox, "preference_text_font")
    font.setCurrentIndex(font.findData("sans"))
    assert view.document().lastBlock().charFormat().font().family() == "IBM Plex Sans"
    for _ in range(3):
        qtbot.keyClick(preferences, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert view.document().size().height() == first


def test_usual_settings_come_back_together(preferences, quick_program):
    box = preferences.findChild(QCheckBox, "preference_stronger_voice_marks")
    box.click()
    preferences.findChild(QSpinBox, "preference_text_size").setValue(30)
    preferences.findChild(object, "preferences_usual").click()
    settings = quick_program.session.settings.now
    assert (settings.stronger_voice_marks, settings.text_size) == (False, 19)
    assert not box.isChecked()


def test_articles_are_read_in_the_language_that_is_chosen(program, open_text, qtbot):
    open_text("Der Rat hat am Montag beschlossen, dass der brutal Markt nicht mehr kommt. " * 6)
    window = program.window
    assert window.view.visible_marks() == ()
    window.actions_by_name["preferences"].trigger()
    preferences = program.appearance.dialog
    field = preferences.findChild(QComboBox, "preference_text_language")
    qtbot.waitUntil(lambda: field.count() == 2)
    field.setCurrentIndex(1)
    qtbot.waitUntil(lambda: bool(window.view.visible_marks()))
    text = program.session.article.current.text
    assert {one.span.of(text) for one in window.view.visible_marks()} == {"brutal"}
    assert not window.notes.language.isVisible()
    qtbot.keyClick(preferences, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.view.visible_marks() == ())
    preferences.close()


def test_a_language_that_is_installed_no_more_takes_no_marks(program, open_text, qtbot):
    program.session.analysis.read_in("xx")
    open_text("The council said on Monday that the brutal market would not open any more. " * 6)
    qtbot.waitUntil(lambda: bool(program.window.view.visible_marks()))
    assert program.session.analysis.current.caveats == ()


def item_of(keys, text):
    items = [keys.tree.topLevelItem(n) for n in range(keys.tree.topLevelItemCount())]
    rows = (item for item in items if item.flags() & Qt.ItemFlag.ItemIsSelectable)
    return next(item for item in rows if item.text(0) == text)


def press(keys, qtbot, text, key, modifier=Qt.KeyboardModifier.ControlModifier):
    """Choose the row of a command with Enter, then press a key."""
    keys.tree.setCurrentItem(item_of(keys, text))
    qtbot.keyClick(keys.tree, Qt.Key.Key_Return)
    field = keys.findChildren(object, "key_field")[-1]
    qtbot.keyClick(field, key, modifier)


def test_every_key_of_the_window_is_listed(keys, quick_program):
    listed = {
        item_of(keys, action.text().replace("&", "").rstrip("…")).text(1)
        for action in quick_program.window.actions_by_name.values()
    }
    wanted = {a.shortcut().toString() for a in quick_program.window.actions_by_name.values()}
    assert listed == wanted
    assert item_of(keys, "Join a source with another").text(1) == "J"


def test_a_free_key_counts_at_once_and_outlasts_the_window(
    keys, quick_program, qtbot, qapp, tmp_path, loads
):
    press(keys, qtbot, "Preferences", Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier)
    action = quick_program.window.actions_by_name["preferences"]
    assert action.shortcut().toString() == "F4"
    assert "F4" in action.toolTip()
    again = Program(qapp, default_paths(tmp_path), loads)
    qtbot.addWidget(again.window)
    assert again.window.actions_by_name["preferences"].shortcut().toString() == "F4"
    again.window.close()
    qtbot.keyClick(keys, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert action.shortcut().toString() == "Ctrl+,"


def test_a_clash_names_both_and_changes_nothing_until_chosen(keys, quick_program, qtbot):
    actions = quick_program.window.actions_by_name
    press(keys, qtbot, "Preferences", Qt.Key.Key_M)
    assert "Mute at this place" in keys.clash.words.text()
    assert "Preferences" in keys.clash.words.text()
    assert actions["mute_here"].shortcut().toString() == "Ctrl+M"
    assert actions["preferences"].shortcut().toString() == "Ctrl+,"
    keys.clash.take.click()
    assert actions["mute_here"].shortcut().toString() == ""
    assert actions["preferences"].shortcut().toString() == "Ctrl+M"
    keys.usual_all.click()
    assert actions["mute_here"].shortcut().toString() == "Ctrl+M"
    assert actions["preferences"].shortcut().toString() == "Ctrl+,"


def test_a_key_of_the_page_cannot_be_taken(keys, qtbot, quick_program):
    press(keys, qtbot, "Preferences", Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier)
    assert keys.clash.isVisible()
    assert not keys.clash.take.isVisible()
    assert quick_program.window.actions_by_name["preferences"].shortcut().toString() == "Ctrl+,"


def test_a_command_is_found_by_its_key(keys, qtbot):
    qtbot.keyClick(keys.search, Qt.Key.Key_F8)
    texts = [keys.tree.topLevelItem(n).text(0) for n in range(keys.tree.topLevelItemCount())]
    assert texts == ["Marks", "Next mark", "Previous mark"]


def test_a_key_is_taken_away_with_backspace(keys, qtbot, quick_program):
    action = quick_program.window.actions_by_name["preferences"]
    press(keys, qtbot, "Preferences", Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)
    assert action.shortcut().isEmpty()
    assert keys.changed.text() == "Changed 1"

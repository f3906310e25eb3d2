"""The window without eyes or mouse: names for screen readers, one mnemonic for each entry."""

import re
from string import ascii_lowercase

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabWidget,
    QToolBar,
)

from reader.ui.actions import COMMANDS

NAMED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabWidget,
    QToolBar,
)


def nameless(window):
    """Return the widgets that a screen reader could not name."""
    inner = {"qt_spinbox_lineedit", "qt_toolbar_ext_button"}  # parts that Qt names itself
    return [
        f"{type(widget).__name__} {widget.objectName()} in {widget.parent().objectName()}"
        for kind in NAMED
        for widget in window.findChildren(kind)
        if not widget.accessibleName()
        and not widget.isHidden()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and widget.objectName() not in inner
        and not isinstance(widget.parent(), QComboBox | QLineEdit)
        and not isinstance(widget, QHeaderView)
        and widget.parent().metaObject().className() != "QComboBoxPrivateContainer"
        and widget.metaObject().className() != "QTableCornerButton"
    ]


Role = QAccessible.Role
GROUPS = {  # what only holds other things
    Role.Pane,
    Role.Client,
    Role.Grouping,
    Role.Separator,
    Role.StaticText,
    Role.LayeredPane,
    Role.Window,
    Role.Border,
    Role.Graphic,
    Role.Whitespace,
    Role.NoRole,
}
ROWS = {Role.Tree, Role.Table, Role.List}  # their rows speak for themselves


def nameless_in_tree(interface):
    """Yield what a screen reader meets without a name, Qt's own parts included."""
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    role = interface.role()
    if not interface.text(QAccessible.Text.Name) and role not in GROUPS:
        yield f"{role.name} at {interface.rect()}"
    for number in range(0 if role in ROWS else interface.childCount()):
        yield from nameless_in_tree(interface.child(number))


def test_nothing_in_the_accessible_tree_lacks_a_name(program, window):
    window.open_find()
    for number in range(window.tabs.count()):
        window.tabs.setCurrentIndex(number)
        window.view.open_card()
        tree = QAccessible.queryAccessibleInterface(window)
        assert list(nameless_in_tree(tree)) == []
    editor = program.lexicon_windows.open()
    assert list(nameless_in_tree(QAccessible.queryAccessibleInterface(editor))) == []
    editor.close()


def test_everything_in_the_window_has_a_name(window):
    assert nameless(window) == []


def test_everything_in_the_editor_has_a_name(program, qtbot):
    editor = program.lexicon_windows.open()
    qtbot.addWidget(editor)
    assert nameless(editor) == []


def test_everything_in_the_audit_has_a_name(program):
    auditor = program.lexicon_windows.audit()
    assert nameless(auditor) == []
    program.lexicon_windows.close()


@pytest.mark.parametrize("command", ["preferences", "keys"])
def test_every_preference_and_key_has_a_name(program, command):
    program.window.actions_by_name[command].trigger()
    appearance = program.appearance
    dialog = appearance.dialog if command == "preferences" else appearance.keys.dialog
    assert nameless(dialog) == []
    dialog.close()


def test_every_command_is_in_a_menu_with_words_and_a_tip(window):
    menus = [entry.menu() for entry in window.menuBar().actions()]
    held = {action for menu in menus for action in menu.actions()}
    actions = {name: window.actions_by_name[name] for name in COMMANDS}
    assert [name for name, action in actions.items() if action not in held] == []
    assert all(action.text() and action.toolTip() for action in actions.values())


TITLES = "File Edit View Library Marks Compare Notes Lexicons Lesson Help".split()


def test_no_two_entries_of_a_menu_share_a_mnemonic(window):
    menus = {entry.text().replace("&", ""): entry.menu() for entry in window.menuBar().actions()}
    assert list(menus) == TITLES
    for title, menu in menus.items():
        letters = [
            found.lower() for found in re.findall(r"&(\w)", "".join(map(text_of, menu.actions())))
        ]
        assert len(letters) == len([action for action in menu.actions() if action.text()]), title
        free = sorted(set(ascii_lowercase).difference(letters))
        twice = [letter for letter in letters if letters.count(letter) > 1]
        assert twice == [], f"{title}: free are {free}"


def text_of(action):
    return action.text()


def test_the_keyboard_reaches_import_and_export_and_is_seen_in_the_lists(program, qtbot):
    editor = program.lexicon_windows.open()
    bar = editor.findChild(QToolBar, "editor_toolbar")
    for name in ("import", "export"):
        button = bar.widgetForAction(editor.actions_by_name[name])
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    editor.activateWindow()
    editor.lists.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(editor.lists.hasFocus)
    editor.lists.setCurrentIndex(editor.lists.model().index(0, 0))
    picture = editor.lists.grab().toImage()
    ring = QColor(program.window.theme.focus).rgb()
    row = editor.lists.visualRect(editor.lists.currentIndex())
    assert any(picture.pixel(x, row.top() + 1) == ring for x in range(10, row.width() - 10))
    editor.close()

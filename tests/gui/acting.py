"""What a reader does with page and menus, for the tests of corrections and panels."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QMenu


def select(window, words):
    """Select words on the page and return where they stand in the view."""
    view = window.view
    start = view.toPlainText().index(words)
    cursor = view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    return view.cursorRect().center()


def open_menu(widget, place):
    """Press the right button at a place of a scrolling widget; return the menu that opens."""
    viewport = widget.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    return latest_menu(widget.window())


def latest_menu(window):
    """Return the menu that was opened last."""
    return window.findChildren(QMenu, "correction_menu")[-1]


def texts(menu):
    return [action.text() for action in menu.actions() if action.text()]


def choose(menu, *path):
    """Choose an entry of a menu by the words it begins with, through the menus below."""
    for words in path[:-1]:
        menu = _entry(menu, words).menu()
    _entry(menu, path[-1]).trigger()
    top = menu
    while isinstance(top.parent(), QMenu):
        top = top.parent()
    top.close()


def _entry(menu, words):
    found = [action for action in menu.actions() if action.text().startswith(words)]
    assert found, f"{words!r} is not in {texts(menu)}"
    return found[0]


def row_place(tree, text):
    """Return the middle of the row with a text, and select it as a click does."""
    for index in range(tree.topLevelItemCount()):
        item = tree.topLevelItem(index)
        if tree.rows()[index].text == text:
            tree.setCurrentItem(item)
            tree.scrollToItem(item)
            return tree.visualItemRect(item).topLeft() + QPoint(120, 10)
    raise AssertionError(f"no row {text!r}: {[row.text for row in tree.rows()]}")


def click_row(qtbot, tree, text):
    place = row_place(tree, text)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def row(tree, text):
    return next(item for item in tree.rows() if item.text == text)


def below(tree, text):
    """Return what the open row with a text shows below it."""
    index = [item.text for item in tree.rows()].index(text)
    item = tree.topLevelItem(index)
    return [item.child(number).text(0) for number in range(item.childCount())]


def words_of(widget):
    """Return all words that the labels of a widget show."""
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())

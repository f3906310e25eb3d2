"""The keyboard: where it is can be seen, what it can do is on; full screen is the page alone."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QToolBar, QToolButton, QWidget

from tests.gui.acting import choose, open_menu, select


def test_the_focus_is_seen_in_every_pane(opened, qtbot):
    window = opened.window
    color = QColor(window.theme.focus).rgb()
    window.view.setFocus(Qt.FocusReason.OtherFocusReason)
    seen = []
    for _ in range(3):
        window.actions_by_name["next_pane"].trigger()
        window.repaint()
        picture = window.grab().toImage()
        held = window.focusWidget()
        corner = held.mapTo(window, held.rect().topLeft())
        area = [
            picture.pixel(corner.x() + x, corner.y() + y)
            for x in range(min(120, held.width()))
            for y in range(min(60, held.height()))
        ]
        seen.append((held.objectName(), area.count(color)))
    assert {name for name, _ in seen} >= {"reading_view", "qt_tabwidget_tabbar"}
    assert all(count >= 40 for _, count in seen), seen


def without_sign(window, qtbot):
    """Return what looks the same with the keyboard as without it."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    found = []
    for widget in window.findChildren(QWidget):
        is_reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        is_empty = isinstance(widget, QAbstractItemView) and not widget.model().rowCount()
        is_seen = widget.isVisible() and not widget.visibleRegion().isEmpty()
        if not is_reached or not is_seen or is_empty or widget.window() is not window:
            continue
        if window.focusWidget() is not None:
            window.focusWidget().clearFocus()
        corner = widget.mapTo(window, widget.rect().topLeft())
        area = QRect(corner, widget.size()).adjusted(-4, -4, 4, 4) & window.rect()
        before = window.grab(area).toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        after = window.grab(area).toImage()
        is_button = isinstance(widget, QPushButton | QToolButton)
        if after == before or (is_button and changed_dots(before, after) < SEEN):
            found.append(
                f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()}"
            )
    return found


SEEN = 60  # dots of a button that are clearly lighter or darker with the keyboard


def changed_dots(before, after):
    pairs = (
        (before.pixelColor(x, y).lightness(), after.pixelColor(x, y).lightness())
        for x in range(before.width())
        for y in range(before.height())
    )
    return sum(abs(one - other) > 40 for one, other in pairs)


def test_the_focus_is_seen_on_everything_that_takes_it(opened, qtbot):
    window = opened.window
    for number in range(window.tabs.count()):
        window.tabs.setCurrentIndex(number)
        assert without_sign(window, qtbot) == []
    editor = opened.lexicon_windows.open()
    assert without_sign(editor, qtbot) == []
    editor.close()
    for command, owner in (("preferences", opened.appearance), ("keys", opened.appearance.keys)):
        window.actions_by_name[command].trigger()
        assert without_sign(owner.dialog, qtbot) == []
        owner.dialog.close()


def test_full_screen_is_the_page_alone_and_the_window_comes_back(opened, qtbot):
    window = opened.window
    action = window.actions_by_name["full_screen"]
    bar = window.findChild(QToolBar, "toolbar")
    there = window.screen().availableGeometry()
    window.resize(there.width() - 20, there.height() - 60)
    around = [window.menuBar(), window.statusBar(), bar, window.panel.rail, window.panel.dock]
    around = [widget for widget in around if widget.isVisible()]
    assert len(around) >= 4
    window.notes.gaps.show()
    for _ in range(2):
        action.trigger()
        assert action.isChecked()
        assert not window.notes.gaps.isVisible()
        assert not any(widget.isVisible() for widget in around)
        assert window.view.isVisible()
        qtbot.keyClick(window.view, Qt.Key.Key_Escape)
        assert not action.isChecked()
        assert all(widget.isVisible() for widget in around)
        assert window.width() <= there.width()
        assert window.height() <= there.height()


def test_titles_of_tabs_are_cut_in_the_weight_of_the_one_in_front(opened):
    tabs = opened.window.article_tabs
    tabs.ensurePolished()
    assert tabs.font().weight() == QFont.Weight.DemiBold  # a lighter one would cut too late


def test_out_of_full_screen_in_a_place_the_bar_of_the_page_stays_away(opened):
    window = opened.window
    place = QWidget(window)
    window.add_place(place)
    action = window.actions_by_name["full_screen"]
    action.trigger()
    window.show_place(place, "A place")
    action.trigger()
    bar = window.findChild(QToolBar, "toolbar")
    assert bar.isHidden()
    window.show_page()
    assert not bar.isHidden()


def test_undo_is_on_only_when_there_is_something(opened):
    actions = opened.window.actions_by_name
    assert not actions["undo"].isEnabled()
    assert not actions["redo"].isEnabled()
    actions["next_mark"].trigger()
    actions["mute_here"].trigger()
    assert actions["undo"].isEnabled()
    actions["undo"].trigger()
    assert not actions["undo"].isEnabled()
    assert actions["redo"].isEnabled()


def test_an_exception_made_on_the_page_is_taken_back_by_undo(opened):
    window = opened.window
    mark = window.view.visible_marks()[2]
    place = select(window, mark.span.of(opened.session.article.current.text))
    choose(open_menu(window.view, place), "Not in")
    assert mark.span not in [one.span for one in window.view.visible_marks()]
    assert window.actions_by_name["undo"].isEnabled()
    window.toast.undo.click()
    assert mark.span in [one.span for one in window.view.visible_marks()]
    assert not window.actions_by_name["undo"].isEnabled()


def test_what_is_on_or_off_has_a_tick(opened):
    for command in ("stronger_voices", "full_screen", "show_marks", "pin_layer"):
        assert opened.window.actions_by_name[command].isCheckable(), command

"""Rows of the panels: the letter as a switch, rows that open in full, places in their columns."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from reader.ui.theme import LIGHT
from reader.ui.widgets.rows.fact_row import FactRow
from reader.ui.widgets.rows.row_tree import RowTree
from tests.gui.acting import row, row_place


def test_the_letter_of_a_category_is_a_switch(opened, qtbot):
    tree, view = opened.window.wording.tree, opened.window.view
    name, before = tree.rows()[0].text, len(view.visible_marks())
    place = tree.visualItemRect(tree.topLevelItem(0))
    letter = QPoint(place.left() + 22, place.center().y())
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=letter)
    hidden = row(tree, name)
    assert hidden.is_checked is False
    assert hidden.spoken.startswith(f"{name}, hidden")
    assert len(view.visible_marks()) == before - sum(hidden.counts)
    assert not tree.topLevelItem(0).isExpanded()

    tree.setCurrentItem(tree.topLevelItem(0))
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert row(tree, name).spoken.startswith(f"{name}, shown")
    assert len(view.visible_marks()) == before


def test_rows_of_another_article_begin_at_their_top(qtbot):
    tree = RowTree(LIGHT, "rows")
    qtbot.addWidget(tree)
    tree.resize(300, 120)
    tree.show()
    rows = [FactRow("place", f"Place {number}", payload=number) for number in range(40)]
    tree.show_rows(rows)
    tree.doItemsLayout()
    bar = tree.verticalScrollBar()
    bar.setValue(bar.maximum())
    tree.show_rows(rows, keeps_place=True)
    assert bar.value() == bar.maximum() > 0
    tree.show_rows(rows)
    tree.doItemsLayout()
    assert bar.value() == 0


def test_a_screen_reader_hears_whether_a_category_is_shown(opened):
    tree = opened.window.wording.tree
    interface = QAccessible.queryAccessibleInterface(tree).child(1)  # 0 is the header
    assert interface.text(QAccessible.Text.Name).startswith(f"{tree.rows()[0].text}, shown")
    assert interface.state().checkable
    assert interface.state().checked


def test_the_strip_in_a_row_leads_to_a_place(opened, qtbot):
    panel = opened.window.wording
    tree = panel.tree
    first = tree.rows()[0]
    assert len(first.places) == sum(first.counts)
    place = tree.visualItemRect(tree.topLevelItem(0))
    strip = QPoint(place.right() - 14 - 52 - 28 - 4, place.center().y())
    with qtbot.waitSignal(panel.finding_activated) as caught:
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=strip)
    assert caught.args[0] == first.places[-1]


def test_the_chosen_source_shows_all_its_words(opened, qtbot):
    opened.window.tabs.setCurrentIndex(1)
    panel = opened.window.sourcing
    tree = panel.tree
    name = "Piers Holloway"
    index = [item.text for item in tree.rows()].index(name)
    item = tree.topLevelItem(index)
    assert tree.visualItemRect(item).height() == 46
    row_place(tree, name)
    qtbot.waitUntil(lambda: tree.visualItemRect(item).height() > 46)
    row_place(tree, tree.rows()[index + 1].text)
    qtbot.waitUntil(lambda: tree.visualItemRect(item).height() == 46)
    assert not panel.sides.isVisible()


def test_the_foot_of_sourcing_leads_to_passages_without_a_source(opened):
    opened.window.tabs.setCurrentIndex(1)
    panel = opened.window.sourcing
    labels = panel.findChildren(QLabel)
    foot = next(label for label in labels if "passages with no source" in label.text())
    assert panel.tree.verticalScrollBar().value() == 0
    foot.linkActivated.emit("#")
    assert panel.tree.verticalScrollBar().value() > 0


def test_names_get_a_second_line_when_a_scroll_bar_takes_room(opened, qtbot):
    tree = RowTree(opened.window.theme, "rows")
    qtbot.addWidget(tree)
    tree.show_rows(
        [FactRow("category", text="Assumes it is so", letter="A", slot=1, counts=(1, 1))] * 9
    )
    tree.show()
    first, broke = tree.topLevelItem(0), 0
    for width in range(240, 400, 4):
        tree.resize(width, 900)
        QApplication.processEvents()
        alone = tree.visualItemRect(first).height()
        tree.resize(width, 90)
        QApplication.processEvents()
        assert tree.verticalScrollBar().isVisible()
        wanted = tree.itemDelegate().sizeHint(None, tree.indexFromItem(first)).height()
        assert tree.visualItemRect(first).height() == wanted
        broke += wanted != alone
    assert broke

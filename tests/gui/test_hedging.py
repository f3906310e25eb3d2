"""The Hedging panel: kinds, whose, stacked, title against text, and a table of it."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.gui.acting import below, click_row, open_menu, row, texts


@pytest.fixture
def panel(opened):
    opened.window.tabs.setCurrentIndex(2)
    return opened.window.hedging


def test_kinds_have_counts_and_words_and_lead_to_places(opened, panel, qtbot):
    rows = panel.tree.rows()
    kinds = [item for item in rows if item.kind == "category"]
    shown = [item for item in opened.window.view.visible_marks() if item.panel == "hedging"]
    assert sum(sum(item.counts) for item in kinds) == len(shown)
    assert "may" in row(panel.tree, "Leaves it open").detail
    click_row(qtbot, panel.tree, "Leaves it open")
    assert any("may" in words for words in below(panel.tree, "Leaves it open"))
    item = panel.tree.currentItem().child(0)
    panel.tree.scrollToItem(item)
    place = panel.tree.visualItemRect(item).topLeft() + QPoint(100, 8)
    menu = open_menu(panel.tree, place)
    assert any(words.startswith("Not a hedge") for words in texts(menu))
    menu.close()


def test_strips_say_their_places_and_lead_there(opened, panel, qtbot):
    strips = [item for item in panel.tree.rows() if item.kind == "strip"]
    assert [item.lead for item in strips] == ["hedges", "boosters"]
    assert all(re.search(r"\d+\.\d+", item.spoken) for item in strips)

    tree = panel.tree
    rect = tree.visualItemRect(tree.topLevelItem(0))
    last = panel.tree.rows()[0].places[-1]
    with qtbot.waitSignal(panel.finding_activated) as caught:
        place = QPoint(rect.right() - 16, rect.center().y())
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [last]
    assert opened.window.view.focused_finding() == last


def test_whose_stacked_and_against_the_title_lead_to_places(opened, panel, qtbot):
    narrator = row(panel.tree, "The narrator")
    hedges = [item for item in opened.session.analysis.current.findings if item.panel == "hedging"]
    own = [item for item in hedges if item.voice == "narrator" and item.category != "booster"]
    assert int(narrator.detail) == len([item for item in own if item.confidence == "confident"])
    click_row(qtbot, panel.tree, "The narrator")
    assert len(below(panel.tree, "The narrator")) == int(narrator.detail)
    stacked = [item for item in panel.tree.rows() if " … " in item.hit]
    assert stacked
    with qtbot.waitSignal(panel.place_activated) as caught:
        panel.tree.row_activated.emit(stacked[0].payload)
    assert caught.args[0] in opened.session.analysis.current.sentences
    titles = [item.text for item in panel.tree.rows()]
    assert "Title and text" in titles
    claim = panel.tree.rows()[titles.index("Title and text") + 2]
    text = opened.session.analysis.current.article.text
    assert claim.hit == claim.payload.span.of(text)
    assert "is the short form fair" in " ".join(titles).lower()


def test_table_and_wide_panel_have_the_same_numbers(opened, panel, qtbot):
    kinds = [item for item in panel.tree.rows() if item.kind == "category"]
    qtbot.mouseClick(panel.as_table, Qt.MouseButton.LeftButton)
    assert panel.table.isVisible()
    cells = {line[1]: (int(line[2]), int(line[3])) for line in panel.table.words()}
    assert cells == {item.text: item.counts for item in kinds}
    qtbot.mouseClick(panel.as_table, Qt.MouseButton.LeftButton)
    window = opened.window
    window.resize(1600, 1100)
    window.resizeDocks([window.panel.dock], [640], Qt.Orientation.Horizontal)
    qtbot.waitUntil(panel.owners.isVisible)
    assert "Whose hedges" in [item.text for item in panel.owners.rows()]
    assert "Title and text" in [item.text for item in panel.claims.rows()]

"""The Naming panel: names lead to places, are grouped anew by keys and drops, and contested."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from reader.ui.panels.naming.forms_table import FormsTable
from reader.ui.panels.naming.name_button import MIME, NameButton
from reader.ui.panels.naming.naming_panel import NamingPanel
from tests.gui.acting import words_of

TEXT = """The market

Mayor Ada Renfrew said the market would stay. “Renfrew is wrong,” said Bo Lind, a trader.

Renfrew told a crowd that the protesters would be heard. She left early.

“That regime has to go,” said Bo Lind. A mob of traders had gathered, the police said.
"""


@pytest.fixture
def panel(open_text, qapp):
    window = open_text(TEXT).window
    window.actions_by_name["naming"].trigger()
    qapp.processEvents()
    return window.tabs.panel_of(NamingPanel)


def button(panel, words):
    found = [one for row in panel.rows for one in row.buttons if one.places.text == words]
    return next(one for one in found if not one.places.is_actor)


def row_of(panel, actor):
    return next(row for row in panel.rows if row.naming.actor == actor)


def names(panel, actor):
    return [one.places.text for one in row_of(panel, actor).buttons if not one.places.is_actor]


def test_a_name_leads_to_its_place_and_marks_all_names_of_its_actor(panel, program, qtbot):
    with qtbot.waitSignal(panel.names_chosen) as chosen:
        button(panel, "Renfrew").click()
    text = program.session.article.current.text
    shown = [span.of(text) for span in chosen.args[0]]
    assert shown == ["Mayor Ada Renfrew", "Renfrew", "Renfrew", "She"]
    assert row_of(panel, "Ada Renfrew").property("chosen") == "true"
    assert "Renfrew, narrator, 1 place" in {
        one.accessibleName() for one in row_of(panel, "Ada Renfrew").buttons
    }


def test_an_actor_of_a_long_name_makes_the_panel_no_wider(open_text, qapp):
    long_name = "the transportation department’s deputy director of corridors"
    window = open_text(
        f"Osk\n\nBo Lind, {long_name}, said no. Lind left. {long_name.capitalize()} came."
    ).window
    window.actions_by_name["naming"].trigger()
    qapp.processEvents()
    heads = [one for row in window.tabs.panel_of(NamingPanel).rows for one in row.buttons]
    actors = [one for one in heads if one.places.is_actor]
    assert actors
    assert max(one.minimumWidth() for one in actors) < 100
    assert (
        max(row.minimumSizeHint().width() for row in window.tabs.panel_of(NamingPanel).rows) < 300
    )


def test_what_an_actor_is_ends_in_an_ellipsis_in_a_narrow_row(panel):
    row = row_of(panel, "Ada Renfrew")
    kind = next(one for one in row.findChildren(QLabel) if one.accessibleName() == "Mayor")
    kind.resize(200, kind.height())
    assert (kind.text(), kind.toolTip()) == ("Mayor", "")
    kind.resize(24, kind.height())
    assert kind.text().endswith("…")
    assert kind.toolTip() == "Mayor"


def test_a_count_of_forms_leads_to_its_places(panel, qtbot):
    table = panel.findChild(FormsTable)
    assert table.item(0, 0).text() == "Ada Renfrew"
    with qtbot.waitSignal(panel.place_activated):
        table.cellClicked.emit(0, 2)


def test_j_joins_a_name_and_undo_takes_it_back(panel, program, qtbot, qapp):
    panel.findChild(QPushButton, "naming_more").click()
    qtbot.keyClick(button(panel, "the protesters"), Qt.Key.Key_J)
    menu = panel.findChildren(QMenu, "naming_join_menu")[-1]
    next(one for one in menu.actions() if one.text() == "Bo Lind").trigger()
    menu.close()
    qtbot.waitUntil(lambda: "the protesters" in names(panel, "Bo Lind"))
    assert "Grouped by you" in {
        label.accessibleName() for label in row_of(panel, "Bo Lind").findChildren(QLabel)
    }
    assert "means Bo Lind" in panel.undo_button.text()
    panel.undo_button.click()
    qtbot.waitUntil(lambda: "the protesters" not in names(panel, "Bo Lind"))
    assert panel.undo_button.isHidden()


def test_del_makes_a_name_an_actor_of_its_own(panel, qtbot):
    first = len(names(panel, "Ada Renfrew"))
    qtbot.keyClick(button(panel, "Mayor Ada Renfrew"), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: any(row.naming.kind == "own" for row in panel.rows))
    assert len(names(panel, "Ada Renfrew")) == first - 1


def test_a_name_that_is_dropped_on_an_actor_goes_to_it(panel, qtbot):
    panel.findChild(QPushButton, "naming_more").click()
    held, target = button(panel, "the protesters"), row_of(panel, "Ada Renfrew")
    target.name_dropped.emit(held.places)
    qtbot.waitUntil(lambda: "the protesters" in names(panel, "Ada Renfrew"))


def test_only_names_can_be_dropped(panel):
    data = QMimeData()
    data.setText("elsewhere")
    event = QDropEvent(
        QPoint(4, 4),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dropped = []
    panel.rows[0].name_dropped.connect(dropped.append)
    panel.rows[0].dropEvent(event)
    assert dropped == []
    assert not data.hasFormat(MIME)


def test_a_contested_card_names_no_right_word(panel, qtbot):
    card = next(card for card in panel.cards if "regime" in card.accessibleName())
    words = words_of(card)
    for part in (
        "In this article",
        "Rival words",
        "administration",
        "Practice",
        "Objection",
        "Bo Lind",
    ):
        assert part in words
    with qtbot.waitSignal(panel.place_activated):
        card.findChildren(NameButton)[0].click()


def test_the_table_says_the_same(panel):
    panel.as_table.click()
    rows = panel.table.words()
    assert ["Ada Renfrew", "Renfrew", "quoted", "Bo Lind", "1", "1.2"] in rows

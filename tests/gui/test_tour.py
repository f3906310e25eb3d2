"""The tour, as somebody takes it who has never seen the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


@pytest.fixture
def tour(quick_program, qtbot):
    with qtbot.waitSignal(quick_program.session.analysis.changed):
        quick_program.window.actions_by_name["tour"].trigger()
    yield quick_program.tour
    quick_program.tour.end()


def test_five_steps_lead_round_the_window(tour, quick_program, qtbot):
    window, card = quick_program.window, tour.card
    assert card.number.text() == "1 of 5"
    assert not window.actions_by_name["show_marks"].isChecked()
    assert card.next.hasFocus() or not window.isActiveWindow()
    titles = []
    for _ in range(4):
        titles.append(card.title.text())
        assert card.height() >= card.layout().heightForWidth(card.width()), "nothing is cut"
        qtbot.mouseClick(card.next, Qt.MouseButton.LeftButton)
        assert window.rect().contains(card.geometry())
    assert titles == ["Read first", "A mark is a question", "Whose words?", "Who speaks, how sure"]
    assert window.tabs.front().id == "sourcing"
    assert card.next.text() == "Start reading"
    qtbot.mouseClick(card.next, Qt.MouseButton.LeftButton)
    assert tour.card is None


def test_the_first_step_goes_on_when_the_marks_are_brought(tour, quick_program):
    quick_program.window.actions_by_name["show_marks"].trigger()
    assert tour.card.number.text() == "2 of 5"


def test_the_page_takes_its_keys_and_escape_ends_the_tour_from_there(tour, quick_program, qtbot):
    window, card = quick_program.window, tour.card
    qtbot.mouseClick(card.next, Qt.MouseButton.LeftButton)
    shown = window.view.findChild(QWidget, "mark_card")
    assert shown is None or not shown.isVisible()
    qtbot.keyClick(card.next, Qt.Key.Key_Return)
    shown = window.view.findChild(QWidget, "mark_card")
    assert shown.isVisible(), "Enter opens the card of the mark, as the words say"
    qtbot.keyClick(window.view, Qt.Key.Key_Escape)
    assert tour.card is card, "the card of the mark is closed first"
    window.actions_by_name["next_mark"].trigger()
    assert not card.geometry().contains(window.view.mapTo(window, ring_of(window.view)))
    for _ in range(2):  # the sentence first loses its ground
        qtbot.keyClick(window.view, Qt.Key.Key_Escape)
    assert tour.card is None


def ring_of(view):
    """Return where the mark with the ring stands in the view."""
    rect = view.rects_of(view.focused_finding().span)[0].toAlignedRect()
    return view.viewport().mapTo(view, rect.center())


def test_escape_ends_it_and_back_goes_back(tour, qtbot):
    card = tour.card
    qtbot.mouseClick(card.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.back, Qt.MouseButton.LeftButton)
    assert card.number.text() == "1 of 5"
    assert card.accessibleName() == "Step 1 of 5, Read first"
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert tour.card is None

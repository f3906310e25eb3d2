"""The card of a mark: beside the letters, off its mark, with quiet buttons."""

from html import escape

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QMenu

from tests.gui.acting import words_of


@pytest.fixture
def card(opened):
    open_card_of(opened.window, 0)  # it is made when it is first opened
    return opened.window.view.findChild(QFrame, "mark_card")


def open_card_of(window, number):
    mark = window.view.visible_marks()[number]
    window.view.focus_finding(mark)
    window.actions_by_name["open_card"].trigger()
    return mark


def test_the_card_takes_the_focus_and_gives_it_back(opened, card, qtbot):
    open_card_of(opened.window, 2)
    assert card.hasFocus()
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert opened.window.view.hasFocus()


def test_a_mark_is_muted_from_the_menu_of_its_card(opened, card):
    window = opened.window
    mark = open_card_of(window, 2)
    menu = card.findChild(QMenu, "card_mute_menu")
    assert [action.text() for action in menu.actions()] == ["At this place", "In every article"]
    menu.actions()[0].trigger()
    assert mark not in window.view.visible_marks()
    assert not card.isVisible()


def test_the_card_never_covers_its_mark(opened, card):
    window = opened.window
    view = window.view
    for size in ((1366, 768), (900, 600), (640, 500)):
        window.resize(*size)
        for number in range(len(view.visible_marks())):
            mark = open_card_of(window, number)
            inside = card.geometry()
            area = view.viewport().rect()
            columns, rows = range(60, area.width(), 9), range(5, area.height(), 9)
            spots = [QPoint(x, y) for x in columns for y in rows]
            covered = [
                spot
                for spot in spots
                if inside.contains(view.viewport().mapTo(view, spot))
                and view.finding_at(spot) is mark
            ]
            assert covered == [], (size, number)
            assert view.rect().contains(inside)
            view.close_card()


def test_a_cue_of_a_source_is_the_narrators_word_for_what_is_said(opened, card):
    window = opened.window
    window.wording.possible.click()
    marks = window.view.visible_marks()
    text = opened.session.article.current.text
    window.view.focus_finding(next(one for one in marks if one.span.of(text) == "claimed"))
    window.actions_by_name["open_card"].trigger()
    assert "The narrator, of what Piers Holloway says." in words_of(card)
    assert "no source found" not in words_of(card)


def test_a_letter_in_the_margin_opens_the_card_of_its_mark(opened, card, qtbot):
    view = opened.window.view
    view.close_card()
    mark = view.visible_marks()[1]
    view.focus_finding(mark)
    for x in range(690, 780, 6):
        for y in range(20, 400, 6):
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))
            if card.isVisible():
                break
        if card.isVisible():
            break
    letter = view.focused_finding()
    assert letter in view.visible_marks()
    assert letter.span.of(opened.session.article.current.text) in words_of(card)


def test_a_step_to_a_mark_moves_the_cursor_of_a_screen_reader(opened):
    view = opened.window.view
    for _ in range(3):
        opened.window.actions_by_name["next_mark"].trigger()
    mark = view.focused_finding()
    assert view.selected_span().start == mark.span.start
    interface = QAccessible.queryAccessibleInterface(view)
    text = interface.textInterface()
    assert text.text(text.cursorPosition(), text.cursorPosition() + len(mark.span)) == (
        mark.span.of(opened.session.article.current.text)
    )


def test_a_contested_term_tells_what_handbooks_do_and_what_is_said_against(open_text):
    window = open_text("The police blamed the agitators, and the cull was a slaughter.").window
    window.wording.possible.setChecked(True)
    marks = window.view.visible_marks()
    mark = next(one for one in marks if one.entry.practice and one.entry.objection)
    window.view.focus_finding(mark)
    window.actions_by_name["open_card"].trigger()
    told = words_of(window.view.findChild(QFrame, "mark_card"))
    assert "Handbooks:" in told
    assert escape(mark.entry.practice, quote=True)[:20] in told
    assert "Against it:" in told

"""Searching in the library: places, kept searches, what was not found."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMenu,
    QToolButton,
)

from reader.ui.places.library.results.result_lines import PlaceLine, TitleLine
from reader.ui.places.library.shelf_tree.tree_places import TreePlace
from tests.gui.acting import choose
from tests.gui.desk.again_and_again import FERRY, LONG, MARKET, press, spoken


def test_places_are_found_by_voice(reader, qtbot):
    reader.start()
    reader.paste(FERRY)
    place = reader.library()
    with qtbot.waitSignal(place.status_changed, check_params_cb=_tells_places):
        qtbot.keyClicks(place.bar.field, "regime")
    assert [line.place.voice for line in places_of(place)] == ["direct", "narrator"]
    narrator = place.bar.findChild(QToolButton, "library_voice_narrator")
    assert narrator.text() == "Narrator 1"
    qtbot.mouseClick(narrator, Qt.MouseButton.LeftButton)
    (line,) = places_of(place)
    assert line.after.startswith(" of spot checks")
    place.found.results.setFocus()
    reader.do("next_mark")
    assert place.pane.next.isVisible()
    place.pane.next.click()
    press(qtbot, place.found.results, Qt.Key.Key_Return)
    assert not reader.program.desk.page.is_in_front
    told = [label.text() for label in reader.program.window.statusBar().findChildren(QLabel)]
    assert any(words.startswith("Paragraph 3.1 of 3") for words in told)
    press(qtbot, place.bar.field, Qt.Key.Key_Escape)
    assert place.query() == ""


def test_enter_waits_in_the_field_until_something_is_found(reader, qtbot):
    reader.start()
    reader.paste(FERRY)
    place = reader.library()
    place.focus_search()
    with qtbot.waitSignal(place.status_changed, check_params_cb=_tells_places):
        qtbot.keyClicks(place.bar.field, "regime")
        press(qtbot, place.bar.field, Qt.Key.Key_Return)  # before the search has begun
        assert place.bar.field.hasFocus()
    qtbot.waitUntil(place.found.results.hasFocus)
    place.focus_search()
    with qtbot.waitSignal(place.status_changed, check_params_cb=_tells_places):
        qtbot.keyClicks(place.bar.field, "Holloway")
        press(qtbot, place.bar.field, Qt.Key.Key_Return)
    press(qtbot, place.bar.field, Qt.Key.Key_Return)
    assert place.middle.currentWidget() is place.note
    assert place.bar.field.hasFocus()


def test_a_search_that_found_nothing_looks_again_after_the_library_has_changed(reader, qtbot):
    reader.start()
    reader.paste(FERRY)
    place = reader.library()
    with qtbot.waitSignal(place.status_changed, check_params_cb=_tells_places):
        qtbot.keyClicks(place.bar.field, "Holloway")
    assert place.middle.currentWidget() is place.note
    assert not place.pane.open.isVisible()
    reader.do("library")
    reader.paste(MARKET)
    reader.do("library")
    qtbot.waitUntil(lambda: [one.place.text for one in places_of(place)] == ["Holloway"])
    told = [label.text() for label in reader.program.window.statusBar().findChildren(QLabel)]
    assert "1 place in 1 article" in told
    spot = place.tree.visualItemRect(place.tree.currentItem()).center()
    qtbot.mouseClick(place.tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert place.query() == "", "who chooses the place that is chosen wants to see it"
    assert place.middle.currentWidget() is place.list


def test_a_copy_is_told_as_one_and_has_a_row_of_its_own_where_nothing_is_folded(reader, qtbot):
    reader.start()
    reader.paste(LONG)
    reader.paste(LONG.replace("twelve", "thirteen"))
    place = reader.library()
    told = [label.text() for label in reader.program.window.statusBar().findChildren(QLabel)]
    words = "All articles: 2 articles, one of them a copy of another"
    assert any(one.startswith(words) for one in told)
    assert [spoken(place, 0).count("1 copy below"), place.list.articles.rowCount()] == [1, 1]
    place.choose_place(TreePlace("lately"))
    assert place.list.articles.rowCount() == 2
    assert not any("copy below" in spoken(place, line) for line in range(2))
    assert any("much the same text" in spoken(place, line) for line in range(2))
    with qtbot.waitSignal(place.status_changed, check_params_cb=_tells_places):
        place.look_for("baskets")
    told = [label.text() for label in reader.program.window.statusBar().findChildren(QLabel)]
    assert "12 places in 1 article    1 copy folded" in told
    results = place.found.results
    assert _titles(results) == [(1, False, False)]
    press(qtbot, results, Qt.Key.Key_Right)
    assert _titles(results) == [(1, True, False), (0, False, True)]
    press(qtbot, results, Qt.Key.Key_Left)
    reader.do("fold_copies")
    assert _titles(results) == [(0, False, False)] * 2


def _titles(results):
    lines = (line for line in results.lines() if isinstance(line, TitleLine))
    return [(line.copies, line.is_open, line.is_below) for line in lines]


def test_a_voice_that_was_not_looked_in_has_no_number(reader, qtbot):
    reader.start()
    reader.paste(FERRY)
    place = reader.library()
    with qtbot.waitSignal(place.status_changed, check_params_cb=_tells_places):
        qtbot.keyClicks(place.bar.field, "regime, narrator only")
    qtbot.waitUntil(lambda: len(places_of(place)) == 1)
    shown = place.bar.findChildren(QToolButton)
    voices = [one for one in shown if one.objectName().startswith("library_voice_")]
    assert [one.text() for one in voices] == ["All", "Narrator 1", "Quoted", "Reported"]
    assert [one.isEnabled() for one in voices] == [True, True, False, False]


def test_a_key_that_means_nothing_is_told(reader, qtbot):
    reader.start()
    reader.paste(FERRY)
    place = reader.library()
    for typed, shown in (
        ("voise:regime OR regime", place.found.head.keys),
        ("voise:nonesuch", place.note.advice),
    ):
        place.bar.field.clear()
        qtbot.keyClicks(place.bar.field, typed)
        qtbot.waitUntil(shown.isVisible)
        assert shown.text() == "There is no key “voise:”. Did you mean voice:?"


def _tells_places(words):
    return "place" in words


def places_of(place):
    return [line for line in place.found.results.lines() if isinstance(line, PlaceLine)]


def test_a_search_is_kept_in_the_tree(reader, qtbot, shown_messages):
    reader.start()
    reader.paste(FERRY)
    place = reader.library()
    qtbot.keyClicks(place.bar.field, "regime, narrator only")
    reader.do("keep_search")  # the name that is offered is taken
    reader.settle()
    place.bar.field.clear()
    with qtbot.waitSignal(place.status_changed, check_params_cb=_tells_places):
        place.choose_place(TreePlace("search", "regime, narrator only"))
    assert [line.place.voice for line in places_of(place)] == ["narrator"]
    shown_messages.answer = "Checks"
    press(qtbot, place.tree, Qt.Key.Key_F2)
    reader.settle()
    assert place.place() == TreePlace("search", "Checks", query="regime, narrator only")
    reader.do("undo")
    reader.settle()
    assert place.place().name == "regime, narrator only"


def test_a_found_place_has_a_menu(reader, qtbot, shown_messages):
    program = reader.start()
    reader.paste(FERRY)
    place = reader.library()
    reader.do("find")
    with qtbot.waitSignal(place.status_changed, check_params_cb=_tells_places):
        qtbot.keyClicks(place.bar.field, "regime")
    results = place.found.results
    results.step_to_place(1)

    def act(*path):
        where = results.visualRect(results.currentIndex()).center()
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, where, results.mapToGlobal(where)
        )
        QApplication.sendEvent(results.viewport(), event)
        choose(program.window.findChildren(QMenu, "library_menu")[-1], *path)
        reader.settle()
        return program.session.door.library.row("kept-1")

    shown_messages.answer = "boats"
    assert act("&Tags").tags == ("boats",)
    assert act("Mark as &new").state == "new"
    act("&Read")
    assert not program.desk.page.is_in_front
    told = [label.text() for label in program.window.statusBar().findChildren(QLabel)]
    assert any(words.startswith("Paragraph 2.") for words in told)
    place = reader.library()
    assert act("D&elete").trashed


def test_the_pane_tells_how_one_searches_before_anything_is_typed(reader):
    reader.start()
    reader.paste(FERRY)
    place = reader.library()
    place.list.show_article("kept-1")
    place.bar.field.entered.emit()
    facts = place.pane.findChild(QLabel, "pane_facts")
    assert "regime, narrator only" in facts.text()
    place.focus_list()
    assert "Added" in facts.text()
    place.look_for("zorgful")
    place.bar.field.entered.emit()
    assert "regime, narrator only" not in facts.text(), "what was typed is in the way"


def test_the_pane_tells_of_the_place_that_is_chosen_in_the_colours_of_now(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    reader.paste(MARKET)
    place = reader.library()
    place.list.setCurrentIndex(place.list.articles.index(0, 0))
    with qtbot.waitSignal(place.status_changed, check_params_cb=_tells_places):
        place.look_for("regime")
    with qtbot.waitSignal(place.found.results.line_chosen):
        place.step_to_place(1)
    labels = place.pane.findChildren(QLabel)
    words = next(one for one in labels if "<span style" in one.text() and "regime" in one.text())
    before = words.text()
    program.appearance.set_theme("dark")
    place.focus_list()
    assert "regime" in words.text()
    assert words.text() != before, "what is marked keeps the colours of the light theme"

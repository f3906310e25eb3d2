"""Tabs and reading places, within a session and at the next start."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
)

from reader.storage.library.library import Library
from reader.ui.controllers.library.tabs.tabs_kept import TabsKept
from tests.gui.desk.again_and_again import FERRY, LONG, MARKET, press
from tests.gui.test_access import nameless


def test_articles_of_the_command_line_open_in_tabs(reader, samples, qtbot):
    program = reader.start(*map(str, samples))
    tabs = program.window.article_tabs
    qtbot.waitUntil(lambda: tabs.count() == 2)
    first = program.session.article.current.title
    assert tabs.isVisible()
    reader.do("next_tab")
    assert program.session.article.current.title != first
    reader.do("close_article")
    assert program.session.article.current.title == first
    assert not tabs.isVisible()
    reader.do("reopen_tab")
    assert tabs.count() == 2
    place = tabs.tabRect(0).center()
    mouse = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(tabs, QContextMenuEvent(mouse, place, tabs.mapToGlobal(place)))
    menu = tabs.findChild(QMenu, "tab_menu")
    assert [entry.text() for entry in menu.actions()] == ["&Close", "Close the &others"]
    kept = tabs.tabToolTip(0)
    menu.actions()[1].trigger()
    menu.close()
    assert [tab.title for tab in program.desk.tabs.tabs] == [kept.split(", ")[0]]
    assert program.session.article.current.title == kept.split(", ")[0]


def test_a_tab_keeps_its_title_when_it_comes_to_the_front(reader, qtbot):
    program = reader.start()
    for text in (FERRY, MARKET):
        reader.paste(text)
    place = reader.library()
    place.list.show_article("kept-1")
    place.list.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    tabs = program.window.article_tabs
    press(qtbot, place.list, Qt.Key.Key_Return, both)
    assert (tabs.count(), tabs.isVisible()) == (2, False)  # they stand below the page's own bar
    for key, chosen in ((Qt.Key.Key_End, 1), (Qt.Key.Key_Home, 0)):
        press(qtbot, place.list, key)
        assert [index.row() for index in place.list.selectionModel().selectedRows()] == [chosen]
    reader.do("library")
    assert tabs.isVisible()
    for _step in range(3):
        assert [tabs.tabToolTip(number) for number in range(tabs.count())] == [
            "Market to move",
            "Ferry to stop at night from June",
        ]
        title = program.session.article.current.title
        assert tabs.tabToolTip(tabs.currentIndex()) == title
        reader.do("next_tab")
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(0).center())
    assert "Market" in program.window.view.toPlainText()
    assert tabs.tabToolTip(1) == "Ferry to stop at night from June"


def with_a_tab_behind(reader, samples, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    with qtbot.waitSignal(program.desk.keeping.kept_behind):
        program.desk.tabs.read_behind(["the one on the page", str(samples[0])])
    return program


def test_a_named_article_comes_in_front_of_the_tabs_of_the_last_time(reader, samples, qtbot):
    program = with_a_tab_behind(reader, samples, qtbot)
    tabs = program.window.article_tabs
    assert tabs.count() == 2
    reader.do("next_tab")
    for name in (str(samples[1]), str(samples[1])):  # named again, it has no second tab
        program = reader.start(name)
        tabs = program.window.article_tabs
        with qtbot.waitSignal(program.desk.keeping.kept):
            named = program.session.article.current.title
        qtbot.waitUntil(lambda tabs=tabs: tabs.count() == 3)
        reader.settle()
        assert program.session.article.current.title == named
        assert tabs.tabToolTip(tabs.currentIndex()).startswith(named)
        told = {tabs.tabToolTip(number) for number in range(tabs.count())}
        assert len(told) == 3


def test_tabs_come_back_behind_a_lesson_that_was_named(reader, samples, qtbot, tmp_path):
    program = with_a_tab_behind(reader, samples, qtbot)
    reader.do("next_tab")
    front = program.session.article.current.title
    reader.settle()
    lesson = tmp_path / "market.crlesson"
    lesson.write_bytes(b"PK")  # damaged, which is told; the tabs are there all the same
    program = reader.start(str(lesson))
    qtbot.waitUntil(lambda: program.window.article_tabs.count() == 2)
    reader.settle()
    assert program.session.article.current.title == front
    program = reader.start(str(lesson))
    program = reader.start()  # closed before they were there, the first time
    qtbot.waitUntil(lambda: program.session.article.current is not None)
    assert program.session.article.current.title == front


def test_tabs_and_places_come_back_at_the_next_start(reader, samples, qtbot):
    program = with_a_tab_behind(reader, samples, qtbot)
    tabs = program.window.article_tabs
    assert tabs.count() == 2
    reader.do("next_tab")
    view = program.window.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    start = view.span_in_view().start
    assert start > 0
    title = program.session.article.current.title
    reader.do("hedging")
    reader.do("show_panel")
    settings, kept = program.session.settings, program.session.article
    qtbot.waitUntil(lambda: len(settings.now.open_tabs) == 2, timeout=20_000)  # also if it crashes
    assert settings.now.front_tab == kept.kept_id
    program = reader.start()
    qtbot.waitUntil(lambda: program.session.article.current is not None)
    assert program.window.tabs.front().id == "hedging"
    assert not program.window.tabs.isVisible()
    assert program.session.article.current.title == title
    assert program.window.article_tabs.count() == 2
    assert abs(program.window.view.span_in_view().start - start) < 120


def test_the_line_that_was_read_last_outlasts_a_program_that_ends_in_the_middle(
    reader, qtbot, tmp_path
):
    """One long paragraph: its beginning is not the place; nothing is closed before it is kept."""
    program = reader.start()
    reader.paste(LONG + " They came and went." * 400)
    view, kept = program.window.view, program.session.article.kept_id
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    start = view.top_place()
    assert start > len(LONG)

    def place_kept():
        other = Library.open(tmp_path)  # as the next start reads it
        place = other.reading.place(kept)
        other.close()
        return place.start if place is not None else 0

    qtbot.waitUntil(lambda: place_kept() == start, timeout=10_000)
    program = reader.start()
    qtbot.waitUntil(lambda: program.session.article.current is not None)
    view = program.window.view
    qtbot.waitUntil(lambda: view.top_place() == start)


def test_the_line_stays_at_the_top_when_the_page_is_set_anew(reader, qtbot):
    """A paragraph of many screens; its beginning is no place, and no step goes a line back."""
    program = reader.start()
    reader.paste(LONG + " They came and went." * 900)
    view = program.window.view
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    start = view.top_place()
    assert start > len(LONG)
    for step in ("larger", "larger", "next_theme", "smaller", "smaller"):
        reader.do(step)
    for width in (700, 1300, 660, 1366):
        program.window.resize(width, 700)
        QApplication.processEvents()
    assert 0 <= start - view.top_place() < 120


def test_back_and_forward_walk_articles_and_places(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    reader.paste(MARKET)
    reader.do("back")
    assert program.session.article.current.title.startswith("Ferry")
    reader.do("forward")
    assert program.session.article.current.title.startswith("Market")
    assert not program.window.actions_by_name["forward"].isEnabled()


def test_the_back_button_lists_where_one_has_been(reader, qtbot):
    program = reader.start()
    for text in (FERRY, MARKET, LONG):
        reader.paste(text)
    button = program.window.button_of("back")
    press(qtbot, button, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = button.menu()
    assert menu.isVisible()
    names = [entry.text() for entry in menu.actions() if entry.text()]
    assert names == ["Market to move", "Ferry to stop at night from June", "Lately &read"]
    menu.actions()[1].trigger()
    menu.close()
    assert program.session.article.current.title == "Ferry to stop at night from June"
    forward = program.window.button_of("forward").menu()
    forward.aboutToShow.emit()
    assert [entry.text() for entry in forward.actions()][:2] == ["Market to move", "Twenty boats"]


def test_the_next_article_of_the_list_opens_with_a_key(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    reader.paste(MARKET)
    here = program.session.article.kept_id
    reader.do("next_article")
    if program.session.article.kept_id == here:
        reader.do("previous_article")
    assert program.session.article.kept_id != here
    assert not program.desk.page.is_in_front


def test_the_shelf_opens_the_next_article_over_the_page(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    reader.paste(MARKET)
    width = program.window.view.width()
    reader.do("shelf")
    shelf = program.desk.shelf.shelf
    assert shelf.isVisible()
    assert program.window.view.width() == width
    assert nameless(shelf) == []
    lines = shelf.list.model().rowCount
    assert lines() == 2
    program.session.door.write(lambda library: library.trash.remove(["kept-2"]))
    qtbot.waitUntil(lambda: lines() == 1)
    program.session.door.library.shelves.give_tag("boats", ["kept-1"])
    reader.program.desk.page.place.refresh()
    shelf.places.aboutToShow.emit()
    lists = {entry.text(): entry for entry in shelf.places.actions()}
    assert "Trash" not in lists
    lists["boats"].trigger()
    assert (shelf.name.text(), shelf.count.text()) == ("boats", "1 of 1")
    is_marked = program.window.actions_by_name["show_marks"].isChecked()
    qtbot.keyClicks(shelf.list, "m")
    assert shelf.field.text() == "m", "what is typed in the list is looked for"
    assert program.window.actions_by_name["show_marks"].isChecked() == is_marked
    shelf.field.clear()
    qtbot.keyClicks(shelf.field, "zebra")
    assert (lines(), shelf.count.text()) == (0, "0 of 1")
    assert shelf.nothing.sentence.text() == "No title or outlet in “boats” has “zebra”."
    assert shelf.nothing.isVisible()
    press(qtbot, shelf.field, Qt.Key.Key_Escape)
    assert shelf.isVisible(), "Esc empties the field first"
    qtbot.keyClicks(shelf.field, "NIGHT ferry")
    assert lines() == 1
    line = shelf.list.model().line_of("kept-1")
    place = shelf.list.visualRect(shelf.list.model().index(line, 0)).center()
    qtbot.mouseClick(shelf.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert program.session.article.kept_id == "kept-1"
    assert shelf.isVisible()
    press(qtbot, shelf.list, Qt.Key.Key_Escape)
    assert not shelf.isVisible()
    assert not program.window.actions_by_name["shelf"].isChecked()
    program.session.door.write(lambda library: library.trash.remove(["kept-1"]))
    with qtbot.waitSignal(program.session.door.changed):
        pass
    assert lines() == 1  # who does not see the list need not wait for it
    assert reader.titles() == []


def test_an_article_in_a_tab_behind_is_kept_and_comes_back_though_nobody_looked(
    reader, samples, qtbot
):
    program = with_a_tab_behind(reader, samples, qtbot)
    titles = {tab.title for tab in program.desk.tabs.tabs}
    program = reader.start()
    qtbot.waitUntil(lambda: program.session.article.current is not None)
    assert {tab.title for tab in program.desk.tabs.tabs} == titles
    assert len(titles) == 2


def test_tabs_that_are_kept_late_are_written_down_before_the_end(stranger, qtbot):
    program = stranger.start()
    settings = program.session.settings
    with qtbot.waitSignal(program.desk.keeping.question_asked):
        program.session.article.paste_text(FERRY)
    program.desk.tabs.findChild(TabsKept).keep()  # what is open is in no library yet
    assert settings.now.open_tabs == ()
    with qtbot.waitSignal(program.desk.keeping.kept) as kept:
        program.desk.keeping.answer(keeps=True)
    qtbot.waitUntil(lambda: settings.now.open_tabs == tuple(kept.args))


def test_an_article_that_is_left_before_it_was_kept_comes_back_in_its_tab(reader, samples, qtbot):
    program = reader.start(*map(str, samples))
    qtbot.waitUntil(lambda: program.window.article_tabs.count() == 2)
    settings = program.session.settings
    program.desk.keeping.keep_pending()  # its answer comes when another one is in front
    reader.do("next_tab")
    qtbot.waitUntil(lambda: len(settings.now.open_tabs) == 2)

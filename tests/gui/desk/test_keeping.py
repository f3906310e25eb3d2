"""What was read is kept: closed, damaged, gone, read again, or not wanted."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
)

from reader.intake.read import read_pasted_text
from reader.storage.library.rows import FILE, Original, Wanted
from tests.gui.acting import choose, open_menu, select
from tests.gui.desk.again_and_again import FERRY, LONG, MARKET, press
from tests.gui.test_access import nameless


def test_a_pasted_article_is_there_at_the_next_start(reader, qtbot):
    reader.start()
    reader.paste(FERRY)
    program = reader.start()
    assert reader.titles() == ["Ferry to stop at night from June"]
    place = reader.library()
    place.list.setFocus()
    press(qtbot, place.list, Qt.Key.Key_Return)
    assert "night ferry" in program.window.view.toPlainText()
    assert not program.desk.page.is_in_front
    assert program.session.article.kept_id == "kept-1"


def test_no_clock_of_a_closed_window_opens_its_library_again(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    reader.close()
    clocks = program.window.findChildren(QTimer)
    for clock in clocks:
        clock.setSingleShot(True)
        clock.start(0)
    qtbot.waitUntil(lambda: not any(clock.isActive() for clock in clocks))
    assert program.session.door.library is None
    assert not program.session.door.is_busy


@pytest.mark.parametrize("is_first_bad", [True, False])
def test_files_opened_together_that_cannot_be_read_are_named_at_once(
    reader, qtbot, tmp_path, is_first_bad
):
    program = reader.start()
    names = ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]
    for number, name in enumerate(names):
        is_bad = number % 2 == (0 if is_first_bad else 1)
        (tmp_path / name).write_bytes(b"\x7fELF" if is_bad else f"{number} {FERRY}".encode())
    program.desk.take_dropped([str(tmp_path / name) for name in names])
    note = program.window.notes.error

    def told():
        return " ".join(label.text() for label in note.findChildren(QLabel))

    wanted = "3 of 5" if is_first_bad else "2 of 5"
    qtbot.waitUntil(lambda: f"{wanted} files could not be read." in told())
    assert told().count("is a program") == (3 if is_first_bad else 2)
    bad = "ace" if is_first_bad else "bd"
    assert [name for name in names if name in told()] == [f"{letter}.txt" for letter in bad]
    assert "What could be read is open in tabs." in told()
    reader.settle()
    assert note.isVisible()
    assert len(program.desk.tabs.tabs) == (2 if is_first_bad else 3)


def test_feeds_that_may_be_due_are_left_for_later_while_the_folder_is_gone(reader):
    program = reader.start()
    reader.paste(FERRY)
    reader.library()
    folder = program.session.door.folder
    away = folder.with_name(f"{folder.name}-away")
    folder.rename(away)
    for timer in program.desk.adding.findChildren(QTimer):
        timer.timeout.emit()  # an error that nobody catches fails the test
    assert not folder.exists()
    away.rename(folder)


def test_a_library_damaged_while_it_is_open_is_begun_anew(reader, qtbot, tmp_path):
    program = reader.start()
    reader.paste(FERRY)
    reader.paste(MARKET)
    reader.close()
    (path,) = tmp_path.rglob(FILE)
    program = reader.start()
    reader.library()
    data = path.read_bytes()
    path.write_bytes(data[: 5 * 16384] + b"\xa5" * (len(data) - 5 * 16384))
    reader.do("library")
    note = program.window.notes.error
    program.desk.acts.do("", lambda library: library.shelves.make_collection("Town"), None)
    qtbot.waitUntil(note.isVisible)
    qtbot.waitUntil(lambda: path.with_name(f"{FILE}.old").exists())
    reader.settle()
    words = " ".join(label.text() for label in note.findChildren(QLabel))
    assert f"{FILE}.old" in words


def test_a_glance_leaves_an_article_new(reader, qtbot):
    program = reader.start()
    reader.paste(f"{LONG}\n\n{FERRY}\n\n" * 4)
    reader.do("close_article")
    reader.settle()
    library = program.session.door.library
    assert library.row("kept-1").state == "new"
    program.desk.page.open_article("kept-1")
    program.window.view.setFocus()
    press(qtbot, program.window.view, Qt.Key.Key_PageDown)
    reader.do("close_article")
    reader.settle()
    assert library.row("kept-1").state != "new"


def test_the_kept_analysis_is_shown_without_a_new_one(reader, qtbot):
    reader.start()
    reader.paste(FERRY)
    first = reader.program.session.analysis.current
    asked = []
    program = reader.start()
    program.session.analysis.step_changed.connect(asked.append)
    qtbot.waitUntil(lambda: program.session.analysis.current is not None)
    shown = program.session.analysis.current
    assert [item.span for item in shown.findings] == [item.span for item in first.findings]
    assert set(asked) <= {"lexicons", ""}  # nobody analyses it anew


def test_stale_marks_that_were_only_shown_stay_stale(reader, qtbot, tmp_path):
    reader.start()
    reader.paste(FERRY)
    reader.do("close_article")
    reader.close()
    with closing(sqlite3.connect(tmp_path / FILE)) as database, database:
        order = "UPDATE lexicon_set SET stamp = json_set(stamp, '$[1].digest', 'another')"
        database.execute(order)
    program = reader.start()
    program.session.lexicons.load()
    qtbot.waitUntil(lambda: program.session.lexicons.tools is not None)
    reader.library()
    program.desk.page.open_article("kept-1")
    qtbot.waitUntil(lambda: program.session.analysis.current is not None)
    reader.do("close_article")
    reader.settle()
    door = program.session.door
    known = door.parts.known_lexicons(program.session.lexicons.tools.lexicons)
    assert door.library.analyses.is_any_stale(known)


PAGE = """<html><head><title>Ferry to stop</title></head><body><article><h1>Ferry to stop</h1>
<p>The night ferry will stop in June, the harbour office said on Monday, after forty years.</p>
<p>Sign up for our newsletter and get the news of the harbour in your inbox.</p>
<p>Nobody was asked, and the crews of all twelve boats heard of it from the radio.</p></article>
</body></html>"""


def test_a_page_with_pieces_put_back_is_the_same_article_when_it_is_read_again(reader, tmp_path):
    page = tmp_path / "ferry.html"
    page.write_text(PAGE, encoding="utf-8")
    program = reader.start()
    reader.read(page)
    as_read = program.session.article.current
    assert as_read.removed
    program.session.article.restore_all()
    reader.settle()
    program = reader.start()
    reader.library()
    library = program.session.door.library
    library.shelves.give_tag("boats", ["kept-1"])
    assert library.articles.article("kept-1").text != as_read.text
    program.desk.page.open_article("kept-1")
    reader.read(program.session.article.reload)
    assert program.session.article.kept_id == "kept-1"
    assert library.ids(Wanted()) == ("kept-1",)
    assert library.row("kept-1").tags == ("boats",)
    assert library.articles.article("kept-1").text == as_read.text


def test_a_mute_counts_in_no_row(reader, qtbot):
    program = reader.start()
    reader.paste("The brutal mayor slammed the plan. It may end, he said.")
    row = program.session.door.library.row
    assert row("kept-1").marks.narrator == 2
    choose(open_menu(program.window.view, select(program.window, "brutal")), "Mute at this place")
    reader.settle()
    assert row("kept-1").marks.narrator == 1
    program = reader.start()
    qtbot.waitUntil(lambda: program.session.analysis.current is not None)
    reader.settle()
    assert program.session.door.library.row("kept-1").marks.narrator == 1
    reader.do("undo")
    reader.settle()
    assert program.session.door.library.row("kept-1").marks.narrator == 2


def test_a_fact_said_better_is_found_in_the_library_and_there_again(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    program.window.about.fact_requested.emit("title", "The last ferry")
    qtbot.waitUntil(lambda: "The last ferry" in program.window.windowTitle())
    reader.settle()
    assert program.window.article_tabs.tabToolTip(0) == "The last ferry"
    assert reader.titles() == ["The last ferry"]
    program = reader.start()
    reader.titles()
    press(qtbot, reader.library().list, Qt.Key.Key_Return)
    assert "The last ferry" in program.window.windowTitle()
    qtbot.waitUntil(lambda: program.session.analysis.current is not None)
    program.correcting.take_fact_back("title")
    qtbot.waitUntil(lambda: "Ferry to stop" in program.window.windowTitle())
    reader.settle()
    assert reader.titles() == ["Ferry to stop at night from June"]


def test_a_stranger_is_asked_once_and_nothing_is_kept_before(stranger, qtbot):
    program = stranger.start()
    note = program.window.notes.keeping
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.paste_text(FERRY)
    assert note.isVisible()
    assert program.session.article.kept_id == ""
    with qtbot.waitSignal(program.desk.keeping.kept):
        qtbot.mouseClick(note.first, Qt.MouseButton.LeftButton)
    assert not note.isVisible()
    assert program.window.focusWidget() is program.window.view
    stranger.paste(MARKET)
    assert not note.isVisible()
    assert len(stranger.titles()) == 2


def test_who_wants_nothing_kept_is_not_asked_again(stranger, qtbot, tmp_path):
    program = stranger.start()
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.paste_text(FERRY)
    program.window.notes.keeping.second.click()
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.paste_text(MARKET)
    assert not program.window.notes.keeping.isVisible()
    stranger.close()
    assert not (tmp_path / "library.sqlite").exists()


def test_nothing_is_kept_while_the_reader_says_so(reader, qtbot, tmp_path):
    program = reader.start()
    reader.do("without_keeping")
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.paste_text(FERRY)
    reader.start()
    assert reader.titles() == []


def test_a_throw_away_profile_keeps_nothing_and_asks_nothing(stranger, qtbot, tmp_path):
    program = stranger.start()
    program.desk.keep_nothing()
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.paste_text(FERRY)
    assert not program.window.notes.keeping.isVisible()
    stranger.close()
    assert not (tmp_path / "library.sqlite").exists()


def test_versions_of_an_address_are_shown_with_what_changed(reader, qtbot):
    program = reader.start()
    place = reader.library()
    library = program.session.door.library
    for text in (
        "Anger at the market\n\nSixty stalls go.",
        "Fury at the market\n\nForty stalls go.",
    ):
        article = replace(read_pasted_text(text), origin="https://courier.example/market")
        newest = library.articles.add(article).id
    place.refresh()
    place.list.show_article(newest)
    place.pane.versions_requested.emit(newest)
    dialog = program.desk.page.versions
    assert dialog.title.text() == "2 changes between two versions"
    assert "Anger Fury at the market" in dialog.page.toPlainText()
    assert nameless(dialog) == []
    press(qtbot, dialog, Qt.Key.Key_F8)
    assert dialog.page.at == 0
    dialog.read.click()
    assert program.session.article.kept_id == newest
    window = program.window
    window.show_panel(window.about.id)
    segment = window.about.findChild(QPushButton, "segment_about_versions")
    assert segment.text() == "Versions 2"
    segment.click()
    changes = program.desk.versions.page
    assert "Anger Fury at the market" in changes.toPlainText()
    assert window.view.isHidden()
    assert nameless(window.about) + nameless(changes) == []
    assert changes.document().firstBlock().text() == "Anger Fury at the market"
    changes.set_text_size(32)
    assert changes.lineWrapColumnOrWidth() <= changes.width(), "large text is not cut"
    window.actions_by_name["next_mark"].trigger()
    window.actions_by_name["next_mark"].trigger()
    assert changes.at == 1
    window.about.findChild(QPushButton, "about_change_0").click()
    assert changes.at == 0
    window.about.findChild(QRadioButton, "about_version_1_1").click()
    assert "No change" in window.about.versions.findChild(QLabel).text()
    press(qtbot, changes, Qt.Key.Key_Escape)
    assert changes.isHidden()
    assert not window.view.isHidden()
    segment.click()
    window.about.findChild(QPushButton, "about_read_version").click()
    assert program.session.article.kept_id == "kept-1"
    assert not window.view.isHidden()


def test_preferences_show_what_takes_room_and_make_some(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    library = program.session.door.library
    big = Original("big.html", os.urandom(3_000_000))
    one = library.articles.add(read_pasted_text(MARKET), big).id
    reader.do("preferences")
    dialog = program.appearance.dialog
    reader.settle()
    dialog.search.setText("room")
    told = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any("Now 3 MB." in words for words in told)
    dialog.findChild(QSpinBox, "preference_originals_mb").setValue(1)
    assert library.articles.original(one) is not None, "not while numbers are typed"
    dialog.accept()
    reader.settle()
    assert library.articles.original(one) is None
    assert library.row(one) is not None
    assert program.window.status.state.text() == "Deleted to make room: 1 original file."


@pytest.mark.parametrize("command", ["highlight_sentence", "note", "note_on_article"])
def test_no_note_is_made_on_the_page_while_the_library_hides_it(reader, command):
    program = reader.start()
    reader.paste(FERRY)
    reader.do("library")
    reader.do(command)
    assert not program.noting.notes.now
    assert program.noting.writing.field.isHidden()
    assert "page of an article" in program.window.status.state.text()
    reader.do("library")
    reader.do(command)
    assert program.noting.notes.now or not program.noting.writing.field.isHidden()

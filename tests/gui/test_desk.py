"""The desk, as a reader uses it: read, close, start again, find it, search, throw away."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QToolButton,
)

from reader.batch.importing import refreshing
from reader.core.analysis.readability import Measure
from reader.core.corrections import Scope
from reader.core.text.article import Article, Removed
from reader.errors import ImportFailedError, IsFeedError
from reader.intake.feeds.feed import Feed, FeedEntry, FeedLink
from reader.intake.feeds.fetching import FeedAnswer
from reader.intake.read import read_pasted_text
from reader.launch import (
    load_comparison,
    load_editor,
    load_export,
    load_lessons,
    load_library,
    load_library_place,
)
from reader.paths import default_paths
from reader.storage.library.library import Library
from reader.storage.library.rows import FILE, Original, Wanted
from reader.storage.user_data.scope_files import CORRECTIONS
from reader.ui.app import Program
from reader.ui.places.library.adding import add_dialog
from reader.ui.places.library.adding.offered import offers
from reader.ui.places.library.adding.offered.offer import Offer
from reader.ui.places.library.article_list.article_model import ids_in
from reader.ui.places.library.article_list.row_words import day_words
from reader.ui.places.library.results.result_lines import PlaceLine, TitleLine
from reader.ui.places.library.shelf_tree.tree_places import ALL, TreePlace
from reader.ui.session.loaders import LateLoads
from tests.gui.acting import choose, open_menu, select
from tests.gui.test_access import nameless
from tests.gui.test_seen_focus import without_sign

FERRY = """Ferry to stop at night from June

The night ferry will stop in June, the harbour office said on Monday.

“The regime at the harbour is a disgrace,” said Ada Renfrew, a baker.

The regime of spot checks goes on. Nobody was asked."""
MARKET = """Market to move

The Saturday market moves to the hill, said Piers Holloway. The decision is final."""


LONG = "Twenty boats\n\n" + " ".join(
    f"The boat of {number} crews came to harbour {number} and brought {number} baskets of fish."
    for number in "two three four five six seven eight nine ten eleven twelve twenty".split()
)


class Readers:
    """Starts the program again and again over one data folder, as readers do."""

    def __init__(self, qtbot, qapp, folder, messages, tools):
        self._qtbot, self._qapp, self._messages = qtbot, qapp, messages
        self._paths = default_paths(folder)
        self._loads = LateLoads(
            lambda: tools,
            lambda _paths: lambda _analysis: (Measure("words", 1.0, True),),
            load_editor,
            library=load_library,
            library_place=load_library_place,
            comparison=load_comparison,
            lessons=load_lessons,
            export=load_export,
        )
        self.program = None
        self._before = []

    def start(self, *origins):
        self.close()
        self.program = Program(self._qapp, self._paths, self._loads, self._messages)
        self._qtbot.addWidget(self.program.window)
        self.program.begin(list(origins))
        return self.program

    def close(self):
        if self.program is not None:
            self.program.window.close()
            self._before.append(self.program)  # Qt's objects end with the test, not before
            self.program = None

    def paste(self, text):
        """Paste an article and wait until it is kept with its marks."""
        program = self.program
        with self._qtbot.waitSignal(program.desk.keeping.kept) as kept:
            program.session.article.paste_text(text)
        library = program.session.door.library
        self._qtbot.waitUntil(lambda: library.row(*kept.args).marks is not None)
        self.settle()

    def read(self, what):
        """Open a file, or read the one on the page again, and wait until it is kept."""
        session = self.program.session
        with self._qtbot.waitSignal(self.program.desk.keeping.kept):
            what() if callable(what) else session.article.open(str(what))
        self.settle()

    def settle(self):
        """Wait until all that was asked is written and shown."""
        door = self.program.session.door
        self._qtbot.waitUntil(lambda: not door.is_busy)
        if self.program.desk.page.place is not None:
            self.program.desk.page.place.refresh()
        QApplication.processEvents()

    def do(self, command):
        self.program.window.actions_by_name[command].trigger()

    def library(self):
        """Go to the library and return its page."""
        program = self.program
        if not program.desk.page.is_in_front:
            self.do("library")
            self._qtbot.waitUntil(lambda: program.desk.page.is_in_front)
        self.settle()
        return program.desk.page.place

    def titles(self):
        place = self.library()
        library = self.program.session.door.library
        return [row.title for row in library.rows_of(place.list.articles.ids())]


@pytest.fixture
def reader(qtbot, qapp, tmp_path, shown_messages, shared_tools):
    readers = Readers(qtbot, qapp, tmp_path, shown_messages, shared_tools)
    (tmp_path / "settings.json").write_text('{"keeps": "yes"}', encoding="utf-8")
    yield readers
    readers.close()


@pytest.fixture
def stranger(qtbot, qapp, tmp_path, shown_messages, shared_tools):
    """A reader who was not asked yet."""
    readers = Readers(qtbot, qapp, tmp_path, shown_messages, shared_tools)
    yield readers
    readers.close()


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, key, modifier)


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

    wanted = "3 of 5 files could not be read: a.txt, c.txt, e.txt."
    wanted = wanted if is_first_bad else "2 of 5 files could not be read: b.txt, d.txt."
    qtbot.waitUntil(lambda: wanted in told())
    assert "is a program" in told()
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


def test_an_article_without_a_date_tells_when_it_was_added(reader, qtbot):
    reader.start()
    before = date.today()  # noqa: DTZ011 -- the reader's day
    reader.paste(FERRY)
    articles = reader.library().list.articles
    days = (before, date.today())  # noqa: DTZ011 -- one more where midnight fell between them
    spoken = articles.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert any(f"added {day_words(day.isoformat())}, new" in spoken for day in days)
    assert articles.index(0, 1).data() == ""


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


def test_the_pane_shows_the_notes(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    select(program.window, "night ferry")
    reader.do("highlight")
    reader.settle()
    place = reader.library()
    words = place.pane.findChild(QLabel, "pane_facts").text()
    assert "Your notes: 1" in words
    assert "night ferry" in words
    qtbot.keyClicks(place.bar.field, "notes:ferry")
    results = place.found.results
    qtbot.waitUntil(lambda: len(results.lines()) > 1)
    results.step_to_place(1)
    chosen = results.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert chosen == "1, your note, night ferry"
    assert "Your notes: 1" in place.pane.findChild(QLabel, "pane_facts").text()
    press(qtbot, results, Qt.Key.Key_Return)
    assert not program.desk.page.is_in_front


def test_collections_and_tags_are_changed_in_the_details(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    reader.do("about_article")
    about = program.window.about

    def shown(shelf):
        return about.findChild(QLabel, f"detail_{shelf}").text()

    def write(shelf, words, after):
        pencil = f"edit_{shelf}"
        qtbot.waitUntil(lambda: about.findChild(QToolButton, pencil) is not None)
        about.findChild(QToolButton, pencil).click()
        field = about.findChild(QLineEdit, f"field_{shelf}")
        field.setText(words)
        press(qtbot, field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: shown(shelf) == after)

    write("collections", "Harbour, Ferry at night", "Ferry at night, Harbour")
    write("tags", "boats,, for class , boats", "boats, for class")
    place = reader.library()
    (row,) = place.list.articles.ids()
    row = program.session.door.library.row(row)
    assert (row.collections, row.tags) == (("Ferry at night", "Harbour"), ("boats", "for class"))
    reader.do("library")
    write("collections", "Harbour", "Harbour")
    write("tags", "", "none")
    program.window.toast.undo.click()
    qtbot.waitUntil(lambda: shown("tags") == "boats, for class")
    assert shown("kept").endswith(", pasted")


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
    assert [_spoken(place, 0).count("1 copy below"), place.list.articles.rowCount()] == [1, 1]
    place.choose_place(TreePlace("lately"))
    assert place.list.articles.rowCount() == 2
    assert not any("copy below" in _spoken(place, line) for line in range(2))
    assert any("much the same text" in _spoken(place, line) for line in range(2))
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


def _spoken(place, line):
    articles = place.list.articles
    return articles.index(line, 0).data(Qt.ItemDataRole.AccessibleTextRole)


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


def test_deleting_goes_to_the_trash_and_is_taken_back(reader, qtbot):
    reader.start()
    reader.paste(FERRY)
    reader.paste(MARKET)
    place = reader.library()
    place.list.setFocus()
    place.list.show_article("kept-1")
    press(qtbot, place.list, Qt.Key.Key_Delete)
    reader.settle()
    assert reader.titles() == ["Market to move"]
    assert reader.program.window.toast.isVisible()
    reader.do("undo")
    reader.settle()
    assert sorted(reader.titles()) == ["Ferry to stop at night from June", "Market to move"]


def test_the_trash_gives_back_and_is_emptied_after_a_question(reader, qtbot, shown_messages):
    reader.start()
    reader.paste(FERRY)
    place = reader.library()
    place.list.setFocus()
    press(qtbot, place.list, Qt.Key.Key_Delete)
    reader.settle()
    place.choose_place(TreePlace("trash"))
    assert "30 days left" in _spoken(place, 0)
    assert place.pane.open.text() == "Put back"
    place.pane.open.click()
    reader.settle()
    place.choose_place(ALL)
    assert reader.titles() == ["Ferry to stop at night from June"]
    press(qtbot, place.list, Qt.Key.Key_Delete)
    reader.settle()
    shown_messages.answer = "yes"
    reader.do("empty_trash")
    reader.settle()
    place.choose_place(TreePlace("trash"))
    assert "deleted for good" in shown_messages.told[-1][1]
    assert place.note.sentence.text() == "The trash is empty."


def test_del_in_a_collection_only_takes_out_of_it(reader, qtbot, shown_messages):
    reader.start()
    reader.paste(FERRY)
    place = reader.library()
    shown_messages.answer = "Harbour"
    reader.do("new_collection")
    reader.settle()
    assert "collection of 1 article" in reader.program.window.toast.words.text()
    place.choose_place(TreePlace("collection", "Harbour"))
    assert reader.titles() == ["Ferry to stop at night from June"]
    place.list.setFocus()
    press(qtbot, place.list, Qt.Key.Key_Delete)
    reader.settle()
    assert "It stays in the library" in reader.program.window.toast.words.text()
    assert reader.titles() == []
    reader.do("undo")
    reader.settle()
    assert reader.titles() == ["Ferry to stop at night from June"]


def test_articles_are_dropped_on_a_tag(reader, qtbot, shown_messages):
    reader.start()
    reader.paste(FERRY)
    reader.paste(MARKET)
    place = reader.library()
    place.list.show_article("kept-1")
    shown_messages.answer = "council, for class"
    place.pane.tags_requested.emit()
    reader.settle()
    data = place.list.articles.mimeData([place.list.articles.index(0, 0)])
    place.tree.articles_dropped.emit(TreePlace("tag", "council"), ids_in(data))
    reader.settle()
    place.choose_place(TreePlace("tag", "council"))
    assert len(reader.titles()) == 2


def test_a_feed_is_asked_otherwise_renamed_left_and_followed_again(reader, qtbot, shown_messages):
    program = reader.start()
    reader.paste(FERRY)
    place, library = reader.library(), program.session.door.library
    library.feeds.follow("http://127.0.0.1:9/feed", title="Quay")
    feed = TreePlace("feed", "Quay", feed=1)

    heading = place.tree.visualItemRect(place.tree.topLevelItem(0)).center()
    qtbot.mouseClick(place.tree.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert [item.text(0) for item in place.tree.selectedItems()] == ["All articles"]

    def act(*path):
        place.tree.menu_requested.emit(feed, QPoint(5, 5))
        choose(program.window.findChildren(QMenu, "library_menu")[-1], *path)
        reader.settle()
        return library.feeds.all()

    assert act("&Check it", "Every h")[0].schedule == "hourly"
    assert act("Fetch whole")[0].wants_page
    shown_messages.answer = "Harbour"
    assert act("&Rename")[0].title == "Harbour"
    assert act("Stop &following") == ()
    for _ in range(4):
        reader.do("undo")
    reader.settle()
    (again,) = library.feeds.all()
    assert (again.schedule, again.wants_page, again.title) == ("by-hand", False, "Quay")


def test_what_is_new_in_a_list_is_marked_as_read_and_what_is_half_read_stays(
    reader, qtbot, shown_messages
):
    program = reader.start()
    reader.paste(FERRY)
    reader.paste(MARKET)
    place, library = reader.library(), program.session.door.library
    library.reading.set_state(["kept-1"], "new")
    library.reading.set_state(["kept-2"], "half-read")
    reader.settle()

    def states():
        reader.settle()
        return [library.row(one).state for one in ("kept-1", "kept-2")]

    reader.do("mark_read")
    assert states() == ["read", "half-read"]
    reader.do("undo")
    assert states() == ["new", "half-read"]
    shown_messages.answer = "Town"
    place.list.choose(["kept-1", "kept-2"])
    reader.do("new_collection")
    reader.settle()
    place.choose_place(TreePlace("collection", "Town"))
    shown_messages.answer = "City"
    press(qtbot, place.tree, Qt.Key.Key_F2)
    reader.settle()
    assert place.place().name == "City"
    place.tree.menu_requested.emit(place.place(), QPoint(5, 5))
    choose(program.window.findChildren(QMenu, "library_menu")[-1], "Mark what")
    assert states() == ["read", "half-read"]
    reader.do("mark_read")
    assert program.window.status.state.text() == "There is nothing new here."


def test_preferences_say_how_all_feeds_are_asked_and_how_long_they_stay(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    reader.library()
    library = program.session.door.library
    library.feeds.follow("http://127.0.0.1:9/feed", title="Quay")
    old = library.articles.add(Article("Old.", ()), feed=1).id
    database = library.articles._database  # noqa: SLF001 -- nobody waits ten days
    database.run("UPDATE article SET added = '2020-01-01T00:00:00Z' WHERE id = 2")
    program.window.actions_by_name["preferences"].trigger()
    dialog = program.appearance.dialog
    for name, value in (("feed_schedule", "hourly"), ("feed_pages", "yes")):
        field = dialog.findChild(QComboBox, f"preference_{name}")
        field.setCurrentIndex(field.findData(value))
    days = dialog.findChild(QSpinBox, "preference_feed_days")
    assert days.text() == "always"
    days.setValue(10)
    dialog.accept()
    reader.settle()
    assert library.row(old).trashed
    assert "1 article" in program.window.toast.words.text()
    program.window.toast.undo.click()
    reader.settle()
    assert library.row(old).trashed is None
    reader.do("add")
    options = program.desk.adding.dialog.options
    assert (options.schedule(), options.full_pages.isChecked()) == ("hourly", True)
    assert not options.full_pages.isEnabled()
    program.desk.adding.dialog.close()


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


@pytest.fixture
def adding(reader, qtbot):
    """The dialog that adds articles, opened from the library."""
    program = reader.start()
    reader.library()
    reader.do("add")
    qtbot.waitUntil(lambda: program.desk.adding.dialog is not None)
    return program.desk.adding.dialog


def waits_for_offer(qtbot, dialog):
    page = dialog.page
    qtbot.waitUntil(lambda: page.items.count() > 0 or page.note.isVisible())


def test_files_are_taken_in_behind_the_page(adding, reader, tmp_path, qtbot, shown_messages):
    for number in range(12):
        path = tmp_path / f"notice-{number}.txt"
        path.write_text(f"Notice {number}\n\nThe bridge is shut, day {number}.", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    shown_messages.answer = [str(path) for path in tmp_path.glob("*.txt")]
    adding.kinds.choose("file")
    adding.page.choose.click()
    waits_for_offer(qtbot, adding)
    assert adding.main.text() == "Add 13"
    adding.options.collection.setText("Bridge")
    with qtbot.waitSignal(reader.program.desk.adding.finished) as report:
        adding.main.click()
    (report,) = report.args
    assert report.count("added") == 12
    assert ["empty.txt" in one.problem for one in report.to_look_at()] == [True]
    assert len(reader.titles()) == 12
    reader.program.desk.page.place.choose_place(TreePlace("collection", "Bridge"))
    assert len(reader.titles()) == 12
    reader.do("reports")
    dialog = reader.program.window.findChild(QDialog, "report_dialog")
    assert "12 added" in dialog.told.text()
    assert dialog.list.count() == 1
    dialog.close()


def test_what_cannot_be_read_is_told_under_the_field(adding, qtbot):
    qtbot.keyClicks(adding.field, "nowhere.txt")
    adding.kinds.choose("file")
    press(qtbot, adding.field, Qt.Key.Key_Return)
    waits_for_offer(qtbot, adding)
    note = adding.page.note
    assert "nowhere.txt" in note.cause.text()
    assert adding.field.text() == "nowhere.txt"
    assert not adding.main.isEnabled()
    assert [way for way, button in note.buttons.items() if button.isVisible()] == [
        "choose",
        "type",
    ]
    note.buttons["type"].click()
    assert adding.kinds.kind() == "text"
    assert not note.isVisible()
    adding.close()


def test_an_address_that_is_a_feed_is_offered_as_one(adding, qtbot, monkeypatch):
    feed = Feed("Harbour News", "", (FeedEntry(guid="1", title="Ferry stops"),))
    answer = FeedAnswer(feed, "https://harbour.example/feed")

    def is_feed(*_args, **_more):
        raise IsFeedError("“feed” is a feed, and no article.")

    monkeypatch.setattr(offers, "read_with_bytes", is_feed)
    monkeypatch.setattr(offers, "find_feed", lambda _address: (answer, ()))
    qtbot.keyClicks(adding.field, "harbour.example/feed")
    press(qtbot, adding.field, Qt.Key.Key_Return)
    waits_for_offer(qtbot, adding)
    assert (adding.kinds.kind(), adding.main.text()) == ("feed", "Follow and add 1")
    assert "Ferry stops" in adding.page.items.item(0).text()
    adding.close()


def test_entries_of_a_feed_are_chosen_and_no_other_feed_is_asked(
    adding, reader, qtbot, monkeypatch
):
    entries = [
        FeedEntry(word, f"Ferry {word}", f"https://harbour.example/{word}", f"It {word}.", True)
        for word in ("stops", "sails", "sinks")
    ]
    feed = Feed("Harbour News", "", tuple(entries))
    asked = []

    def ask(address, **_more):
        asked.append(address)
        return FeedAnswer(feed, address)

    library = reader.program.session.door.library
    library.feeds.follow("https://other.example/feed")
    answer = ask("https://harbour.example/feed")
    monkeypatch.setattr(offers, "find_feed", lambda _address: (answer, ()))
    monkeypatch.setattr(refreshing, "fetch_feed", ask)
    adding.kinds.choose("feed")
    qtbot.keyClicks(adding.field, "harbour.example/feed")
    press(qtbot, adding.field, Qt.Key.Key_Return)
    waits_for_offer(qtbot, adding)
    for number in (0, 2):
        adding.page.items.item(number).setCheckState(Qt.CheckState.Unchecked)
    assert adding.main.text() == "Follow and add 1"
    adding.page.items.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert (adding.main.text(), adding.main.isEnabled()) == ("Follow", True)
    adding.page.items.item(1).setCheckState(Qt.CheckState.Checked)
    with qtbot.waitSignal(reader.program.desk.adding.finished):
        adding.main.click()
    assert reader.titles() == ["Ferry sails"]
    assert asked == ["https://harbour.example/feed"] * 2
    followed = library.feeds.at("https://harbour.example/feed")
    assert library.feeds.unseen(followed.number, ["stops", "sails", "sinks", "new"]) == ("new",)
    library.feeds.choose(followed.number, ["stops", "sails"], ["sinks"])
    assert library.feeds.unseen(followed.number, ["stops", "sails", "sinks"]) == ("stops",)


def test_who_looks_for_new_articles_is_told_that_there_are_none(reader, qtbot, monkeypatch):
    program = reader.start()
    reader.library()
    feeds = program.session.door.library.feeds
    feeds.follow("https://harbour.example/feed")
    answers = [FeedAnswer(Feed("Harbour News"), "https://harbour.example/feed")]

    def ask(*_names, **_more):
        if answers:
            return answers.pop()
        raise ImportFailedError("https://harbour.example/feed does not answer.", hint="Try later.")

    monkeypatch.setattr(refreshing, "fetch_feed", ask)
    for told in ("Nothing new.", "0 added, 1 to look at. See Library > Reports."):
        with qtbot.waitSignal(program.desk.adding.finished):
            reader.do("look_for_new")
        assert program.window.status.state.text() == told


def test_a_page_that_names_a_feed_says_so_and_leads_there(adding, reader, qtbot, monkeypatch):
    page = b"<html><head><link rel=alternate type='application/rss+xml' href=/feed></head></html>"
    article = replace(read_pasted_text(MARKET), origin="https://harbour.example/market")
    answer = FeedAnswer(Feed("Harbour News"), "https://harbour.example/feed")
    named = (FeedLink(answer.address), FeedLink("https://harbour.example/comments", "Letters"))
    monkeypatch.setattr(offers, "read_with_bytes", lambda *_, **__: (article, page))
    monkeypatch.setattr(offers, "find_feed", lambda _address: (answer, named))
    kept = reader.program.session.door.library.articles.add(article).id
    qtbot.keyClicks(adding.field, "harbour.example/market")
    press(qtbot, adding.field, Qt.Key.Key_Return)
    waits_for_offer(qtbot, adding)
    assert adding.page.note.cause.text().startswith("You have had this since")
    assert adding.page.note.buttons["yours"].isVisible()
    assert not adding.main.isEnabled()
    adding.page.also.click()
    waits_for_offer(qtbot, adding)
    assert (adding.kinds.kind(), adding.main.text()) == ("feed", "Follow 1")
    assert "names 2 feeds" in adding.page.told.text()
    adding.page.also.click()
    waits_for_offer(qtbot, adding)
    assert adding.kinds.kind() == "address"
    adding.page.note.buttons["yours"].click()
    assert reader.program.session.article.kept_id == kept


def test_the_clipboard_is_looked_at_before_it_is_added(adding, reader, qtbot, qapp):
    qapp.clipboard().setText(MARKET)
    adding.kinds.choose("text")
    waits_for_offer(qtbot, adding)
    text = adding.page.text
    adding.look()
    waits_for_offer(qtbot, adding)
    assert text.words.toPlainText() == MARKET, "the empty field takes nothing away"
    assert text.title.placeholderText() == "Market to move"
    qtbot.keyClicks(text.outlet, "The Eskerby Courier")
    qtbot.keyClicks(text.date, "9 Maybe")
    assert text.problem.isVisible()
    assert not adding.main.isEnabled()
    text.date.setText("9 May 2025")
    text.date.textEdited.emit("9 May 2025")
    assert adding.main.text() == "Add 1"
    adding.options.tags.setText("council, hill")
    adding.main.click()
    reader.settle()
    assert reader.titles() == ["Market to move"]
    library = reader.program.session.door.library
    (row,) = library.rows_of(library.ids(Wanted()))
    assert (row.outlet, row.published) == ("The Eskerby Courier", "2025-05-09")
    article = library.articles.article(row.id, is_edited=False)
    said = library.work.load(CORRECTIONS, Scope.of(article))  # what the page lays over it
    assert [(one.action, one.value) for one in said.value] == [
        ("set-outlet", "The Eskerby Courier"),
        ("set-date", "2025-05-09"),
    ]
    reader.program.desk.page.place.choose_place(TreePlace("tag", "hill"))
    assert reader.titles() == ["Market to move"]


def test_another_text_of_an_address_is_offered_as_a_version(adding, reader, qtbot, monkeypatch):
    origin = "https://harbour.example/market"
    older = replace(read_pasted_text(MARKET), origin=origin)
    newer = replace(read_pasted_text(MARKET.replace("final", "open")), origin=origin)
    monkeypatch.setattr(offers, "read_with_bytes", lambda *_, **__: (newer, b"x"))
    reader.program.session.door.library.articles.add(older)
    qtbot.keyClicks(adding.field, "harbour.example/market")
    press(qtbot, adding.field, Qt.Key.Key_Return)
    waits_for_offer(qtbot, adding)
    assert "1 paragraph is different" in adding.page.note.advice.text()
    assert adding.main.text() == "Keep as a version"
    assert adding.field.found.text() == "a page"
    adding.page.note.buttons["differences"].click()
    shown = adding.findChild(QDialog, "difference_dialog")
    assert "finalopen" in shown.page.toPlainText().replace(" ", "")
    press(qtbot, shown, Qt.Key.Key_F8)
    assert shown.page.at == 0
    press(qtbot, shown.page, Qt.Key.Key_Escape)
    adding.main.click()
    reader.settle()
    assert len(reader.titles()) == 1, "the older one is folded"


def test_what_a_page_left_out_and_lacks_is_told_before_it_is_added(
    adding, reader, qtbot, monkeypatch
):
    read = replace(
        read_pasted_text(MARKET),
        origin="https://harbour.example/market",
        removed=(Removed("Share this", "a list of buttons", 0),),
        caveats=("Parts of it may be missing: 20 words were found.",),
    )
    monkeypatch.setattr(offers, "read_with_bytes", lambda *_, **__: (read, b"x"))
    qtbot.keyClicks(adding.field, "harbour.example/market")
    press(qtbot, adding.field, Qt.Key.Key_Return)
    waits_for_offer(qtbot, adding)
    page = adding.page
    assert page.note.property("role") == "warning"
    assert page.note.buttons["choose"].text() == "Choose the saved page…"
    assert page.items.isHidden(), "one article needs no list"
    page.look.click()
    assert [page.pieces.item(n).text() for n in range(page.pieces.count())] == [
        "“Share this”, a list of buttons"
    ]
    assert nameless(adding) == []
    assert adding.main.text() == "Add 1"
    adding.close()


def test_feeds_of_a_list_are_followed_and_a_silent_one_is_told_in_place(
    adding, reader, tmp_path, qtbot
):
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        '<opml version="2.0"><body><outline text="Courier" xmlUrl="http://127.0.0.1:9/feed"/>'
        '<outline text="Today" xmlUrl="http://127.0.0.1:9/today"/></body></opml>',
        encoding="utf-8",
    )
    adding.kinds.choose("feed")
    adding.field.setText(str(opml))
    adding.look()
    waits_for_offer(qtbot, adding)
    assert adding.main.text() == "Follow 2"
    with qtbot.waitSignal(reader.program.desk.adding.finished):
        adding.main.click()
    reader.settle()
    feeds = reader.program.session.door.library.feeds.all()
    assert [feed.title for feed in feeds] == ["Courier", "Today"]
    reader.program.desk.adding._show_sources()  # noqa: SLF001 -- what follows every change
    place = reader.program.desk.page.place
    place.choose_place(TreePlace("feed", "Courier", feed=1))
    assert place.place().problem


def test_a_watched_folder_brings_what_comes_into_it(adding, reader, tmp_path, qtbot):
    folder = tmp_path / "in"
    folder.mkdir()
    adding.kinds.choose("watched")
    adding.take_folder(str(folder))
    qtbot.waitUntil(adding.main.isEnabled)
    with qtbot.waitSignal(reader.program.desk.adding.finished):
        adding.main.click()
    reader.settle()
    (folder / "new.txt").write_text("New notice\n\nThe bridge is open.", encoding="utf-8")
    os.utime(folder / "new.txt", (2_000_000_000, 2_000_000_000))
    with qtbot.waitSignal(reader.program.desk.adding.finished):
        reader.do("reload")
    assert reader.titles() == ["New notice"]


def test_everything_in_the_dialog_has_a_name(adding):
    assert nameless(adding) == []
    adding.close()


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


def test_a_low_window_keeps_the_status_bar_where_it_is_needed(reader, qtbot):
    window = reader.start().window
    reader.paste(FERRY)
    window.show()
    window.resize(900, 600)
    assert not window.statusBar().isVisible()
    reader.library()
    assert window.statusBar().isVisible()
    window.show_page()
    assert not window.statusBar().isVisible()
    window.status.show_import("Reading 1 of 2")
    assert window.status.cancel.isVisible()
    window.status.show_import("")
    assert not window.statusBar().isVisible()


def test_many_rows_are_shown_as_they_come_into_view(reader, qtbot):
    program = reader.start()
    place = reader.library()
    asked = []
    place.list.articles.set_readers(lambda ids: asked.extend(ids) or (), lambda _id: ())
    place.list.show_ids([f"kept-{n}" for n in range(1, 50_001)], Wanted())
    place.middle.setCurrentWidget(place.list)
    program.window.grab()
    assert place.list.articles.rowCount() == 50_000
    assert 0 < len(set(asked)) < 1_000


def test_a_narrow_window_has_a_rail_that_opens_the_tree(reader, qtbot, qapp):
    program = reader.start()
    place = reader.library()
    program.window.resize(1000, 700)
    qapp.processEvents()
    assert place.rail.isVisible()
    assert not place.tree.isVisible()
    assert not place.pane.isVisible()
    qtbot.mouseClick(place.rail.findChild(QToolButton, "rail_tags"), Qt.MouseButton.LeftButton)
    assert place.tree.isVisible()
    place.choose_lately_read()
    assert not place.tree.isVisible()
    place.bar.show_counts({"all": 23, "narrator": 9, "direct": 7, "indirect": 7})
    program.window.resize(900, 600)
    qapp.processEvents()
    assert place.bar.findChild(QToolButton, "library_more").isVisible(), "there is room for all"
    narrator = place.bar.findChild(QToolButton, "library_voice_narrator")
    assert (narrator.text(), narrator.accessibleName()) == ("9", "Narrator 9")
    program.window.resize(1366, 768)
    qapp.processEvents()
    assert place.tree.isVisible()
    assert place.pane.isVisible()
    reader.do("library_pane")
    for width in (1000, 1366):
        program.window.resize(width, 700)
        qapp.processEvents()
        assert not place.pane.isVisible()  # who closed it wants it closed in every width


def test_everything_in_the_library_has_a_name(reader):
    reader.start()
    reader.paste(FERRY)
    place = reader.library()
    assert nameless(place) == []
    row = place.list.articles.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert row.startswith("Ferry to stop at night from June")
    assert "marks: narrator" in row


def test_the_keyboard_is_seen_everywhere_in_the_library_and_f6_goes_round(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    place, window = reader.library(), program.window
    assert without_sign(window, qtbot) == []
    facts = place.pane.findChild(QLabel, "pane_facts")
    place.bar.field.setFocus()
    assert "in this voice" in facts.text()

    def next_pane():
        reader.do("next_pane")
        focus = window.focusWidget()
        return next(one for one in place.panes() if one is focus or one.isAncestorOf(focus))

    panes = [place.tree, place.middle, place.pane, place.bar, place.tree]
    assert [next_pane() for _ in panes] == panes
    assert "Collections" in facts.text()


def test_the_pane_shows_more_of_a_text_without_a_headline_than_what_it_is_called_by(reader):
    reader.start()
    reader.paste("The ferry sails no more.\n\nIt was sold with the harbour, the mayor said.")
    place = reader.library()
    place.list.choose(place.list.articles.ids()[:1])
    shown = [label.text() for label in place.pane.findChildren(QLabel)]
    assert "It was sold with the harbour, the mayor said." in shown


def test_the_pane_tells_what_chosen_articles_share_and_offers_another(reader, qtbot):
    names = (
        "Ada Lind, Tom Roe, Mira Osei, Piers Holloway and the mayor of Carrow, in 2025 and 2026"
    )
    reader.start()
    for title, way in (("One", "say"), ("Two", "insist"), ("Three", "admit")):
        reader.paste(f"{title} story\n\nThere {way} {names}, that it ends. They {way} it {way}.")
    place = reader.library()
    ids = place.list.articles.ids()
    place.list.choose(ids[:1])
    same = place.pane.findChild(QLabel, "pane_same")
    qtbot.waitUntil(same.isVisible)
    assert "11 names and figures shared" in same.text()
    same.linkActivated.emit(ids[2])
    assert place.chosen_ids() == (ids[2],)
    place.list.choose(ids[:2])
    assert not same.isVisible()
    chosen = place.pane.chosen
    qtbot.waitUntil(lambda: "share 11 names and figures" in chosen.shared.text())
    assert "You decide" in chosen.shared.text()
    told = chosen.rows.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("A, ")
    assert told.endswith(" words"), "its outlet, day and length stand below the title"
    assert chosen.others.isVisible()
    chosen.others.linkActivated.emit(ids[2])
    assert set(place.chosen_ids()) == set(ids)
    qtbot.waitUntil(lambda: "C shares 11 with them" in chosen.shared.text())
    assert not chosen.others.isVisible()


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


def test_what_is_chosen_in_the_library_is_compared(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    reader.paste(MARKET)
    place = reader.library()
    place.list.selectAll()
    ids = tuple(reversed(place.chosen_ids()))
    assert len(ids) == 2
    chosen = place.pane.chosen
    press(qtbot, chosen.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert chosen.ids() == ids
    assert chosen.compare.isEnabled()
    reader.do("compare")
    comparing = program.comparing
    qtbot.waitUntil(lambda: comparing.comparison_window is not None)
    shown = comparing.comparison_window
    assert "The night ferry" in "".join(pane.page.toPlainText() for pane in shown.panes)
    shown.hides.setChecked(False)
    assert tuple(item.id for item in shown.shown.articles) == ids
    shown.close()
    cross = chosen.rows.visualItemRect(chosen.rows.item(0)).center()
    cross.setX(chosen.rows.viewport().width() - 10)
    viewport = chosen.rows.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=cross)
    assert place.chosen_ids() == ids[1:]
    place.list.clearSelection()
    reader.do("compare")
    assert comparing.chooser.isVisible()
    comparing.chooser.reject()


def test_what_is_chosen_in_the_library_is_exported_and_not_the_page(
    reader, qtbot, shown_messages, tmp_path
):
    program = reader.start()
    reader.paste(MARKET)
    reader.paste(FERRY)
    place = reader.library()
    place.list.choose(())
    export = program.window.actions_by_name["export"]
    assert not export.isEnabled()

    def save(ids, name):
        place.list.choose(ids)
        export.trigger()
        qtbot.waitUntil(lambda: dialog() is not None and dialog().isVisible())
        dialog().choose_format("html")
        shown_messages.answer = str(tmp_path / name)
        scope = dialog().scope.currentText()
        dialog().save.click()
        qtbot.waitUntil(lambda: not dialog().isVisible())
        return scope, (tmp_path / name).read_text(encoding="utf-8")

    def dialog():
        return program.exporting.dialog

    scope, saved = save(["kept-1"], "one.html")
    assert scope == "This article"
    assert ("market moves" in saved, "regime" in saved) == (True, False)
    scope, saved = save(["kept-1", "kept-2"], "both.html")
    assert scope == "The 2 chosen articles"
    assert ("market moves" in saved, "regime" in saved) == (True, True)


@pytest.mark.parametrize(
    ("command", "rows"), [("compare", "chosen_articles"), ("new_lesson", "lesson_articles")]
)
def test_kept_articles_are_added_from_a_list_of_the_library(reader, qtbot, command, rows):
    program = reader.start()
    reader.paste(FERRY)
    reader.paste(MARKET)
    reader.do(command)
    dialog = program.comparing.chooser if command == "compare" else program.lessons.new_lesson
    qtbot.mouseClick(dialog.library, Qt.MouseButton.LeftButton)
    kept = dialog.findChild(QDialog, "kept_articles")
    assert kept.isVisible()
    assert not kept.add.isEnabled()
    qtbot.keyClicks(kept.filter, "ferry stop")
    shown = [kept.list.item(row) for row in range(2) if not kept.list.item(row).isHidden()]
    assert [item.text().startswith("Ferry to stop") for item in shown] == [True]
    assert nameless(kept) == []
    shown[0].setSelected(True)
    qtbot.mouseClick(kept.add, Qt.MouseButton.LeftButton)
    added = dialog.findChild(QListWidget, rows)
    assert [added.item(row).text()[4:] for row in range(added.count())] == [
        "Market to move",
        "Ferry to stop at night from June",
    ]
    dialog.reject()


def test_an_article_in_a_tab_behind_is_kept_and_comes_back_though_nobody_looked(
    reader, samples, qtbot
):
    program = with_a_tab_behind(reader, samples, qtbot)
    titles = {tab.title for tab in program.desk.tabs.tabs}
    program = reader.start()
    qtbot.waitUntil(lambda: program.session.article.current is not None)
    assert {tab.title for tab in program.desk.tabs.tabs} == titles
    assert len(titles) == 2


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


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("The mayor said that the bridge would close. Nobody was asked.", "text"),
        ("“Will the bridge be closed?” she asked", "text"),
        ("mayor.txt", "address"),
        ("the mayor and Mr. Smith.txt", "file"),
        ("/home/ada/what the mayor said. Again.txt", "file"),
        ("The mayor said", "file"),
    ],
)
def test_what_is_typed_is_known_for_a_text_by_its_sentences(typed, kind):
    assert offers.kind_of(typed) == kind


def test_enter_in_the_field_of_tags_adds(adding, reader, qtbot, tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY, encoding="utf-8")
    adding.take_files([str(path)])
    waits_for_offer(qtbot, adding)
    tags = adding.options.tags
    qtbot.keyClicks(tags, "boats,ferry,harbour")
    chips = {one.accessibleName(): one for one in tags.parent().findChildren(QPushButton)}
    assert [name for name, one in chips.items() if one.isVisible()] == [
        "Take the tag boats away",
        "Take the tag ferry away",
    ]
    chips["Take the tag ferry away"].click()
    press(qtbot, tags, Qt.Key.Key_Return)
    library = reader.program.session.door.library
    qtbot.waitUntil(lambda: [one.tags for one in library.rows()] == [("boats", "harbour")])


def test_after_a_feed_was_found_another_kind_is_found_too(adding, qtbot, monkeypatch):
    monkeypatch.setattr(add_dialog, "look_at", lambda *_: Offer("feed", title="Courier"))
    adding.kinds.choose("feed")
    qtbot.keyClicks(adding.field, "The mayor said that it would close.")
    assert adding.kinds.kind() == "feed", "the reader chose it"
    adding.kinds.choose("address")
    adding.field.clear()
    qtbot.keyClicks(adding.field, "https://courier.example/")
    press(qtbot, adding.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: adding.kinds.kind() == "feed")
    adding.field.clear()
    qtbot.keyClicks(adding.field, "The mayor said that it would close.")
    assert adding.kinds.kind() == "text"
    assert adding.page.text.words.toPlainText().startswith("The mayor")
    adding.reject()


@pytest.mark.parametrize("typed", ["~5 people were hurt", "a" * 300, f"{'a' * 300}.txt"])
@pytest.mark.parametrize("kind", ["", "file", "folder", "watched"])
def test_what_is_no_path_is_told_and_ends_nothing(tmp_path, typed, kind):
    library = Library.open(tmp_path / "data")
    offer = offers.look_at(library, kind or offers.kind_of(typed), typed, print)
    library.close()
    assert offer.article is not None or str(offer.error).endswith(".")


@pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "feed.txt"])
def test_a_feed_that_was_saved_as_a_file_is_offered_by_its_address(tmp_path, name):
    own = '<link rel="self" href="https://quay.example/feed"/>'
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Quay</title>{own}</feed>'
    place = tmp_path / name
    place.write_text(feed)
    library = Library.open(tmp_path / "data")
    offer = offers.look_at(library, offers.kind_of(str(place)), str(place), print)
    library.close()
    assert offer.error is None
    assert offer.kind == "feed"
    assert [link.address for link in offer.links] == ["https://quay.example/feed"]


def test_files_dropped_on_the_tree_are_looked_at(reader, samples, qtbot):
    program = reader.start()
    place = reader.library()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(samples[0]))])
    how = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    viewport = place.tree.viewport()
    entering = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, *how)
    QApplication.sendEvent(viewport, entering)
    assert entering.isAccepted()
    dropped = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, *how)
    QApplication.sendEvent(viewport, dropped)
    qtbot.waitUntil(lambda: program.desk.adding.dialog is not None)
    dialog = program.desk.adding.dialog
    assert dialog.kinds.kind() == "file"
    assert dialog.field.text() == str(samples[0])
    dialog.reject()

"""Counting over many articles in the window: sets, numbers that lead to lines, lines to pages."""

import csv
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from reader.core.analysis.analysing import analyse
from reader.core.analysis.known_lexicons import KnownLexicons
from reader.intake.read import read_pasted_text
from reader.launch import (
    load_collocates,
    load_corpus,
    load_editor,
    load_library,
    load_library_place,
)
from reader.paths import default_paths
from reader.storage.library.library import Library
from reader.ui.app import Program
from reader.ui.places.corpus.asking import answering
from reader.ui.places.library.shelf_tree.tree_places import TreePlace
from reader.ui.session.loaders import LateLoads
from tests.gui.acting import choose, texts
from tests.gui.test_access import nameless

MARKET = """Market {n} to move

The Saturday market moves to the hill. "The market is our home," said Ada Renfrew, a baker.

The market is loud and the market stays, Mayor Piers Holloway said on Monday number {n}."""
FERRY = """Ferry {n} to stop at night

The night ferry will stop in June. The ferry office did not answer. Nobody was asked {n} times."""


@pytest.fixture
def kept(tmp_path, shared_tools):
    """A library of a few articles, with their analyses: five on a market, four on a ferry."""
    tools, _ = shared_tools.load_analysis_tools(default_paths(tmp_path))
    library = Library.open(tmp_path)
    known, ids = KnownLexicons(tools.lexicons), []
    for number in range(9):
        pattern, outlet = (MARKET, "The Courier") if number < 5 else (FERRY, "Harbour Post")
        article = replace(
            read_pasted_text(pattern.format(n="one two three four five six".split()[number % 6])),
            outlet=outlet,
            published=f"2025-0{1 + number % 3}-01",
        )
        ids.append(library.articles.add(article).id)
        library.analyses.keep(ids[-1], analyse(article, tools), known)
    library.shelves.make_collection("Market")
    library.shelves.put_in_collection("Market", ids[:5])
    library.shelves.make_collection("Both")
    library.shelves.put_in_collection("Both", ids[4:])
    library.close()
    return ids


class Measuring:
    """Measures the words beside a word, or does what a test wants instead."""

    wanted = None

    def load(self):
        return self.wanted or load_collocates()


@pytest.fixture
def measuring():
    return Measuring()


@pytest.fixture
def program(qtbot, qapp, tmp_path, kept, shown_messages, shared_tools, measuring):
    loads = LateLoads(
        lambda: shared_tools,
        lambda _paths: lambda _analysis: (),
        load_editor,
        library=load_library,
        library_place=load_library_place,
        corpus=lambda: replace(load_corpus(), load_measure=measuring.load),
    )
    made = Program(qapp, default_paths(tmp_path), loads, shown_messages)
    qtbot.addWidget(made.window)
    made.begin([])
    yield made
    made.window.close()


@pytest.fixture
def place(program, qtbot):
    """The page of counts, on the collection Market."""
    program.corpora.count_place(TreePlace("collection", "Market"))
    qtbot.waitUntil(lambda: program.corpora.place is not None)
    wait(qtbot, program.corpora.place)
    return program.corpora.place


def wait(qtbot, place):
    qtbot.waitUntil(lambda: not place.jobs.is_busy)
    QApplication.processEvents()


def choose_tab(qtbot, place, name):
    tabs = place.pages.tabs
    number = [tabs.tabText(index) for index in range(tabs.count())].index(name)
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(number).center())
    wait(qtbot, place)


def look_for(qtbot, place, words):
    place.bar.words.setText(words)
    qtbot.keyClick(place.bar.words, Qt.Key.Key_Return)
    wait(qtbot, place)


def cells(place, line):
    counts = place.pages.table.counts
    return [counts.data(counts.index(line, n)) for n in range(counts.columnCount())]


def go_to(place, word, title):
    """Make the cell of a word under a title the current one."""
    counts = place.pages.table.counts
    line = next(n for n in range(counts.rowCount()) if cells(place, n)[0] == word)
    titles = [column.title for column in counts.columns]
    place.pages.table.setCurrentIndex(counts.index(line, titles.index(title)))


def menu_of(table, line, column):
    """Press the right button on a cell; return the menu that opens."""
    place = table.visualRect(table.counts.index(line, column)).center()
    viewport = table.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    return table.findChildren(QMenu, "count_menu")[-1]


def test_key_words_of_a_collection_and_articles_of_both_sets(place, qtbot):
    assert place.window().windowTitle().startswith("Words counted")
    assert "fewer than 20 articles" in place.pages.warning.text()
    assert place.pages.shared.text().startswith("5 articles are in both sets; they are left out")
    assert cells(place, 0)[:5] in (
        ["ferry", "0", "12", "0", "4"],
        ["market", "25", "0", "5", "0"],
    )
    assert nameless(place) == []
    place.pages.counts_shared.click()
    wait(qtbot, place)
    assert place.pages.shared.text().endswith("counted twice.")
    place.bar.other.choose(place.bar.one.chosen())
    place.bar.changed.emit()
    assert "not the same" in place.pages.advice.text()


def test_a_number_leads_to_its_lines_and_a_line_to_its_article(place, program, qtbot):
    table, counts = place.pages.table, place.pages.table.counts
    go_to(place, "market", "Count")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    wait(qtbot, place)
    assert place.pages.tab() == "lines"
    assert counts.rowCount() == 25
    assert "25 places" in place.pages.summary.text()
    table.setCurrentIndex(counts.index(0, 3))
    qtbot.keyClick(table, Qt.Key.Key_S)
    assert cells(place, 0)[3] == "narrator"
    qtbot.keyClick(table, Qt.Key.Key_S)
    assert cells(place, 0)[3] == "reported"
    assert cells(place, 0)[4] == "Piers Holloway"
    row = counts.row_of(0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    wanted = place.pages.answer.leads_to[row]
    article = program.session.article.current
    assert wanted.span.of(article.text).lower() == "market"
    assert program.session.article.kept_id == wanted.article
    assert program.window.view.isVisible()
    told = program.window.statusBar().findChild(QLabel, "status_place")
    assert told.isVisible()
    program.window.actions_by_name["back"].trigger()
    assert place.isVisible()
    program.window.resize(1100, 700)  # the page that is not in front has another place then
    assert not told.isVisible()
    assert cells(place, 0)[3] == "reported"  # as it was left
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert place.pages.tab() == "keyness"
    choose(menu_of(table, 0, 1), "&Sort by “Count”")
    assert counts.sorted_by == (1, True)
    choose(menu_of(table, 0, 1), "Show its &lines")
    wait(qtbot, place)
    assert place.pages.tab() == "lines"


def test_the_other_set_is_told_where_its_number_led(place, qtbot):
    go_to(place, "ferry", "Beside")
    qtbot.keyClick(place.pages.table, Qt.Key.Key_Return)
    wait(qtbot, place)
    assert "in “All articles” without “Collection: Market”" in place.pages.narrowed.text()
    assert place.pages.table.counts.rowCount() == 12
    place.pages.widen.click()
    wait(qtbot, place)
    assert place.pages.narrowed.isHidden()
    assert place.pages.table.counts.rowCount() == 0


def test_spread_and_words_beside_lead_to_lines(place, qtbot):
    choose_tab(qtbot, place, "Spread")
    assert "Type a word" in place.pages.advice.text()
    look_for(qtbot, place, "market")
    assert "25 places in 5 articles. DP" in place.pages.summary.text()
    counts = place.pages.table.counts
    spoken = counts.data(counts.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert "narrator 0%" in spoken
    assert "quoted" in spoken
    qtbot.keyClick(place.pages.table, Qt.Key.Key_Return)
    wait(qtbot, place)
    assert counts.rowCount() == 5
    choose_tab(qtbot, place, "Beside a word")
    go_to(place, "saturday", "Together")
    assert cells(place, place.pages.table.currentIndex().row())[1] == "5"
    qtbot.keyClick(place.pages.table, Qt.Key.Key_Return)
    wait(qtbot, place)
    assert "with “saturday” beside it" in place.pages.narrowed.text()
    assert counts.rowCount() == 5


def test_the_chart_of_trends_leads_to_lines_by_mouse_and_keys(place, qtbot):
    choose_tab(qtbot, place, "Trends")
    look_for(qtbot, place, "market")
    chart = place.pages.chart
    assert chart.accessibleDescription().startswith("2025-01, narrator: 4 places")
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription().startswith("2025-02, quoted: 2 places")
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    wait(qtbot, place)
    assert "2025-02, quoted" in place.pages.narrowed.text()
    assert place.pages.table.counts.rowCount() == 2
    choose_tab(qtbot, place, "Trends")
    place.pages.by_field.setCurrentIndex(1)
    place.pages.by_field.activated.emit(1)
    wait(qtbot, place)
    assert cells(place, 0)[0] == "The Courier"
    column = chart.column_area(0, 2)
    at = QPoint(round(column.center().x()), round(column.center().y()))
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
    wait(qtbot, place)
    assert "The Courier, reported" in place.pages.narrowed.text()


def test_tables_are_copied_and_saved(place, program, qtbot, tmp_path):
    place.window().activateWindow()
    place.pages.table.setFocus()
    qtbot.keyClick(place.pages.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0].startswith("Word\tCount\tBeside")
    assert len(lines) == place.pages.table.counts.rowCount() + 1
    program.messages.answer = str(tmp_path / "words")
    place.pages.save.click()
    qtbot.waitUntil(lambda: not program.corpora.saving.is_busy)
    with (tmp_path / "words.csv").open(newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][:3] == ["word", "count", "other"]
    assert "words.csv" in place.pages.summary.text()
    (tmp_path / "words.xlsx").mkdir()
    program.messages.answer = str(tmp_path / "words.xlsx")
    place.pages.save.click()
    qtbot.waitUntil(lambda: bool(program.messages.told))
    assert "words.xlsx" in program.messages.told[-1][1]


def test_a_folder_is_a_set_and_its_lines_open_its_files(place, program, qtbot, tmp_path):
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "one.txt").write_text("It rained.\n\nThe regime fell in May.", "utf-8")
    (folder / "two.txt").write_text("", "utf-8")
    choose_tab(qtbot, place, "Lines")
    program.messages.answer = str(folder)
    field = place.bar.one
    field.activated.emit(field.count() - 1)
    look_for(qtbot, place, "regime")
    assert field.currentText() == "Folder: press"
    assert "two" in place.pages.warning.text()
    qtbot.keyClick(place.pages.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.session.article.current is not None)
    assert program.session.article.current.origin == str(folder / "one.txt")


def test_articles_chosen_in_the_library_are_a_set(program, qtbot, kept):
    program.window.actions_by_name["library"].trigger()
    qtbot.waitUntil(lambda: program.desk.page.place is not None)
    library = program.desk.page.place
    library.list.selectAll()
    library.list.menu_requested.emit(QPoint(5, 5))
    menu = program.window.findChild(QMenu, "library_menu")
    assert "Count &words over many articles…" in texts(menu)
    menu.close()
    library.tree.menu_requested.emit(TreePlace("collection", "Both"), QPoint(5, 5))
    menu = program.window.findChildren(QMenu, "library_menu")[-1]
    choose(menu, "Count its &words…")
    qtbot.waitUntil(lambda: program.corpora.place is not None)
    assert program.corpora.place.bar.one.currentText() == "Collection: Both"
    wait(qtbot, program.corpora.place)
    library.look_for("market")
    program.window.actions_by_name["library"].trigger()
    program.window.actions_by_name["corpus"].trigger()
    assert program.corpora.place.bar.one.currentText() == "Search: market"
    program.window.actions_by_name["library"].trigger()
    library.bar.field.clear()
    library.list.selectAll()
    program.window.actions_by_name["corpus"].trigger()
    place = program.corpora.place
    assert place.bar.one.currentText() == "9 chosen articles"
    choose_tab(qtbot, place, "Lines")
    place.bar.whose.setCurrentIndex(2)
    look_for(qtbot, place, "market")
    assert {cells(place, line)[3] for line in range(5)} == {"quoted"}
    assert place.pages.summary.text() == "5 places in 5 of 9 articles."
    assert place.pages.table.counts.rowCount() == 5
    place.bar.whose.setCurrentIndex(4)
    look_for(qtbot, place, "market")
    assert {cells(place, line)[3] for line in range(10)} == {"quoted", "reported"}
    look_for(qtbot, place, "zeppelin")
    assert place.pages.summary.text() == "0 places in 0 of 9 articles."
    assert place.pages.sentence.text() == "It is not in these articles."
    assert not place.pages.save.isEnabled()


def test_of_very_many_lines_only_the_first_are_listed(place, qtbot, monkeypatch):
    monkeypatch.setattr(answering, "MOST_LINES", 7)
    choose_tab(qtbot, place, "Lines")
    look_for(qtbot, place, "market")
    assert place.pages.summary.text().startswith("7 of 25 places are listed")
    assert place.pages.table.counts.rowCount() == 7


def test_counting_is_stopped_by_esc_and_begins_again(place, measuring, qtbot):
    goes_on = threading.Event()
    texts_seen = []

    def measure(texts, _words, _whose):
        goes_on.wait(20)
        texts_seen.extend(texts)  # where the reader may have stopped it
        return ()

    measuring.wanted = measure
    place.pages.choose_tab("beside")
    place.bar.words.setText("market")
    place.bar.count.click()
    assert not place.bar.stop.isHidden()
    qtbot.keyClick(place.bar.words, Qt.Key.Key_Escape)
    goes_on.set()
    wait(qtbot, place)
    place.jobs.wait()
    assert texts_seen == []
    assert place.pages.sentence.text() == "Stopped."
    place.bar.count.click()
    wait(qtbot, place)
    assert len(texts_seen) == 5
    assert place.pages.sentence.text() == "No word stands beside it three times."

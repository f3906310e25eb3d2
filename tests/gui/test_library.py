"""The library in the editor: counted while typing, each place a way to its article."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reader.core.lexicon.lexicon import Entry
from reader.ui.places.editor.folder_search.folder_search import LibrarySearch
from reader.ui.places.editor.folder_search.search_steps import Wanted
from tests.english import ENGLISH

TEXT = "The brutal mayor slammed the plan. A brutal winter came, he said."


@pytest.fixture
def program(quick_program):
    return quick_program


@pytest.fixture
def folder(tmp_path):
    """Three articles of the reader's, and a file that is none."""
    made = tmp_path / "texts"
    made.mkdir()
    articles = {
        "winter.txt": "A brutal winter came to the town, and the zorgful spring did not.",
        "harbour.txt": "The harbour vote was brutal, said the brutal mayor of the harbour town.",
        "trains.txt": "Night trains run again between the two towns, the company said.",
        "empty.txt": "",
    }
    for age, (name, text) in enumerate(articles.items()):
        (made / name).write_text(text, "utf-8")
        os.utime(made / name, (1_000_000 - age, 1_000_000 - age))
    return made


@pytest.fixture
def editor(open_text, qtbot):
    made = open_text(TEXT).lexicon_windows.open()
    qtbot.addWidget(made)
    return made


def choose_folder(editor, shown_messages, folder):
    shown_messages.answer = str(folder)
    editor.form.places.choose_folder.trigger()


def seek(editor, phrase):
    editor.search.setText(phrase)
    places = range(editor.model.rowCount())
    found = next(n for n in places if editor.model.row_at(n).shown.phrase == phrase)
    editor.table.choose([found])


def wait_for(qtbot, program, words):
    """Wait for the count that the form shows, however many steps the search takes to it."""
    label = program.lexicon_windows.editor.form.places.library
    while label.text().partition(": ")[2] != words:
        with qtbot.waitSignal(program.lexicon_windows.library_search.counted):
            pass


def titles(editor):
    return [row.lead for row in editor.form.places.there.rows()]


def test_at_first_there_is_nothing_and_the_form_says_so(editor, qtbot, program):
    seek(editor, "brutal")
    wait_for(qtbot, program, "no articles yet")
    assert not editor.form.places.drop_folder.isEnabled()


def test_an_entry_is_counted_in_a_folder(editor, qtbot, shown_messages, folder, program):
    seek(editor, "brutal")
    choose_folder(editor, shown_messages, folder)
    wait_for(qtbot, program, "3 in 2 of 3 articles")
    where = editor.form.places.library.text().partition(":")[0]
    assert where == f"In “{folder.name}” and recent files"
    assert titles(editor) == ["winter", "harbour", "harbour"]
    assert "could not be read as articles: 1" in editor.form.places.library.toolTip()
    assert program.session.settings.now.library_folder == str(folder)
    editor.form.places.drop_folder.trigger()
    wait_for(qtbot, program, "no articles yet")


def test_the_count_follows_what_is_typed(editor, qtbot, shown_messages, folder, program):
    choose_folder(editor, shown_messages, folder)
    editor.actions_by_name["new"].trigger()
    wait_for(qtbot, program, "nowhere in 3 articles")
    editor.form.phrase.selectAll()
    qtbot.keyClicks(editor.form.phrase, "zorgful")
    wait_for(qtbot, program, "1 in 1 of 3 articles")
    assert titles(editor) == ["winter"]
    editor.form.guards.setFocus()
    qtbot.keyClicks(editor.form.guards, "after:spring")
    wait_for(qtbot, program, "nowhere in 3 articles")
    editor.actions_by_name["undo"].trigger()
    wait_for(qtbot, program, "1 in 1 of 3 articles")


def test_a_place_leads_to_its_article(editor, qtbot, shown_messages, folder, program):
    seek(editor, "brutal")
    choose_folder(editor, shown_messages, folder)
    wait_for(qtbot, program, "3 in 2 of 3 articles")
    places = editor.form.places.there
    places.setCurrentItem(places.topLevelItem(2))
    with qtbot.waitSignal(program.session.analysis.changed):
        qtbot.keyClick(places, Qt.Key.Key_Return)
    assert program.session.article.current.origin == str(folder / "harbour.txt")
    focused = program.window.view.focused_finding()
    assert (
        program.session.article.current.text[focused.span.start - 4 : focused.span.end]
        == "the brutal"
    )


def test_new_and_changed_articles_are_seen_when_the_editor_opens_again(
    editor, qtbot, shown_messages, folder, program
):
    seek(editor, "brutal")
    choose_folder(editor, shown_messages, folder)
    wait_for(qtbot, program, "3 in 2 of 3 articles")
    editor.close()
    (folder / "trains.txt").write_text("The night train was brutal, she said.", "utf-8")
    (folder / "coast.txt").write_text("A brutal coast, in a brutal wind.", "utf-8")
    program.lexicon_windows.open()
    wait_for(qtbot, program, "6 in 4 of 4 articles")


def test_without_an_article_the_library_is_counted_too(
    program, qtbot, shown_messages, folder, tmp_path
):
    editor = program.lexicon_windows.open()
    qtbot.addWidget(editor)
    choose_folder(editor, shown_messages, folder)
    seek(editor, "brutal")
    wait_for(qtbot, program, "3 in 2 of 3 articles")
    assert "Open an article" in editor.form.places.matches.text()


def test_memory_is_bounded_and_the_older_articles_are_told_of(
    editor, qtbot, shown_messages, folder, program, monkeypatch
):
    monkeypatch.setattr("reader.ui.places.editor.folder_search.folder_search.MOST_CHARACTERS", 5)
    monkeypatch.setattr("reader.ui.places.editor.folder_search.folder_search._READ_AT_ONCE", 1)
    seek(editor, "brutal")
    choose_folder(editor, shown_messages, folder)
    wait_for(qtbot, program, "1 in the only article")
    assert "memory stays small: 3" in editor.form.places.library.toolTip()


def test_a_folder_chosen_while_another_is_listed_is_listed_too(qtbot, folder, tmp_path):
    search = LibrarySearch(lambda: pytest.fail("no tagger is wanted"), ENGLISH)
    entry = Entry("brutal", "forms", None, "emotive", "confident")
    search.seek(Wanted(entry, frozenset(), (), None, None))
    (tmp_path / "empty").mkdir()
    search.look_in(str(tmp_path / "empty"), [])
    while not search.is_listing:
        QApplication.processEvents()
    with qtbot.waitSignal(search.counted, check_params_cb=lambda count: count.total == 4):
        search.look_in(str(folder), [])
    search.close()


def test_closing_ends_the_work(qtbot, folder):
    closed, other = (
        LibrarySearch(lambda: pytest.fail("no tagger is wanted"), ENGLISH) for _ in range(2)
    )
    counts = []
    closed.counted.connect(counts.append)
    entry = Entry("brutal", "forms", None, "emotive", "confident")
    for search in (closed, other):
        search.look_in(str(folder), [])
        search.seek(Wanted(entry, frozenset(), (), None, None))
    closed.close()
    counts.clear()
    # The other one began later: once it has counted, the closed one would have counted too.
    with qtbot.waitSignal(other.counted, check_params_cb=lambda count: count.total == 4):
        pass
    other.close()
    assert counts == []

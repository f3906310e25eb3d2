"""An entry in several categories: a row for each, one mark, and a choice of several."""

import pytest
from PySide6.QtWidgets import QFrame

from tests.gui.acting import row, words_of
from tests.gui.test_editor import choose, seek

HEAD = """
title = "Our words"
language = "en"
panel = "wording"

[[categories]]
id = "pomp"
name = "Pomp"
explanation = "Makes much of a thing."
letter = "p"
slot = 1
line = "thick"

[[categories]]
id = "gloom"
name = "Gloom"
explanation = "Makes a thing dark."
letter = "g"
slot = 2
line = "wave"
"""
TABLE = "phrase,match,category\nzorgful,exact,pomp|gloom\nflimmer,exact,gloom\n"
TEXT = "A zorgful spring came, and a flimmer."


@pytest.fixture
def program(quick_program):
    return quick_program


@pytest.fixture
def both(tmp_path, open_text):
    """A text with a word of the reader's own in two categories, and one in one of them."""
    folder = tmp_path / "lexicons" / "ours"
    folder.mkdir(parents=True)
    (folder / "lexicon.toml").write_text(HEAD, encoding="utf-8")
    (folder / "entries.csv").write_text(TABLE, encoding="utf-8")
    return open_text(TEXT)


def drawn(window):
    return [(item.entry.phrase, item.category) for item in window.view.visible_marks()]


def test_it_has_a_row_for_each_and_one_mark(both):
    window = both.window
    panel = window.tabs.front()
    assert (row(panel.tree, "Pomp").counts, row(panel.tree, "Gloom").counts) == ((1, 0), (2, 0))
    assert "2 words and phrases" in panel.heading.text()
    assert drawn(window) == [("zorgful", "pomp"), ("flimmer", "gloom")]
    assert window.actions_by_name["voice_all"].iconText() == "All 2"
    window.actions_by_name["next_mark"].trigger()
    window.actions_by_name["open_card"].trigger()
    assert "Also: Gloom." in words_of(window.view.findChild(QFrame, "mark_card"))


def test_what_is_hidden_leaves_the_mark_of_the_other_category(both):
    both.window.tabs.front().category_toggled.emit("pomp", False)
    assert drawn(both.window) == [("zorgful", "gloom"), ("flimmer", "gloom")]
    both.window.tabs.front().category_toggled.emit("gloom", False)
    assert drawn(both.window) == []


def test_the_editor_chooses_several(both, qtbot):
    editor = both.lexicon_windows.open()
    qtbot.addWidget(editor)
    seek(editor, "flimmer", qtbot)
    choose(editor, "flimmer")
    further = editor.form.further_categories
    assert further.text() == "+"
    further.menu().actions()[0].trigger()
    assert further.text() == "+1"
    assert further.accessibleName() == "Also in: Pomp"
    assert editor.form.row.shown.categories == ("gloom", "pomp")
    editor.categories.choose("pomp")
    seek(editor, "", qtbot)
    assert editor.model.rowCount() == 2
    editor.actions_by_name["undo"].trigger()
    assert editor.model.rowCount() == 1

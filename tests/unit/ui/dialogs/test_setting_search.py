"""What a search in Preferences finds, and which words of it are lit."""

import pytest

from reader.settings import SECTIONS
from reader.ui.dialogs.preferences.setting_search import (
    counts_by_section,
    entries_found,
    pieces,
    setting_entries,
)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("sepia", {"appearance"}),
        ("SIZE", {"text_size", "text_leading"}),
        ("without marks", {"marks_hidden_at_first"}),
        ("reported", {"appearance", "stronger_voice_marks"}),
        ("zebra", set()),
    ],
)
def test_a_setting_is_found_by_label_sentence_and_choice(words, names):
    assert {entry.name for entry in entries_found(setting_entries(), words)} == names


def test_every_setting_stands_in_a_section():
    entries = setting_entries()
    assert {entry.section for entry in entries} <= set(SECTIONS)
    assert sum(counts_by_section(entries).values()) == len(entries)


@pytest.mark.parametrize(
    ("words", "lit"),
    [
        ("", []),
        ("mark", ["mark", "mark"]),
        ("marks mark", ["marks", "mark"]),
        ("the page", ["page"]),
        ("PAGE mark", ["mark", "page", "mark"]),
    ],
)
def test_the_words_looked_for_are_lit(words, lit):
    text = "Two marks on a page, one mark beside"
    shown = pieces(text, words)
    assert "".join(piece for piece, _ in shown) == text
    assert [piece for piece, is_hit in shown if is_hit] == lit

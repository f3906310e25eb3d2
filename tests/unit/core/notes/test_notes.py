"""Notes are found again by their words, and those whose words are gone are told apart."""

from reader.core.corrections import Anchor
from reader.core.notes import Note, NotesHistory, placed_notes, unplaced_notes
from reader.core.text.spans import Span

TEXT = "The mayor may go home tonight. Nobody knows when the mayor will be back in town."


def note(start: int, end: int, text: str = "") -> Note:
    return Note("lemon", Anchor.at(TEXT, Span(start, end)), text)


def test_notes_are_placed_in_reading_order() -> None:
    late, early, whole = note(31, 43), note(4, 16), Note("bar", None, "all of it")
    assert placed_notes([late, whole, early], TEXT) == (
        (Span(4, 16), early),
        (Span(31, 43), late),
    )
    assert unplaced_notes([late, whole, early], TEXT) == (whole,)


def test_a_note_is_found_in_an_edited_text() -> None:
    kept = note(31, 57)
    edited = f"Late news: {TEXT}"
    assert kept.place_in(edited) == Span(42, 68)
    assert unplaced_notes([kept], "Quite another text.") == (kept,)


def test_what_another_window_changed_is_taken_back_by_no_step_here() -> None:
    old, mine, theirs = note(4, 16), note(4, 16, "AAA"), note(4, 16, "BBB")
    history = NotesHistory((old,)).with_now((mine,)).with_others((theirs, mine))
    assert history.undo().now == (old, theirs)
    assert history.undo().redo().now == (theirs, mine)
    assert history.undo().with_others((old,)).redo().now == (mine,)

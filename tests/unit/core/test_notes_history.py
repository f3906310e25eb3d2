"""Notes as data: a way back, pens in their round, tags read from a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.notes import PENS, NotesHistory, changed, highlight, next_pen, read_tags
from reader.core.text.spans import Span

TEXT = "Eskerby’s beloved market is to be cut to one day a month."
NOTES = [highlight(TEXT, Span(start, start + 7), "lemon", "now") for start in (0, 10, 20)]


def test_pens_go_round():
    assert [next_pen(pen) for pen in PENS] == [*PENS[1:], PENS[0]]


@pytest.mark.parametrize(
    ("written", "tags"),
    [("", ()), (" , ,", ()), ("number,  to   check, number", ("number", "to check"))],
)
def test_tags_of_a_line(written, tags):
    assert read_tags(written) == tags


def test_a_change_keeps_what_is_not_told():
    note = changed(changed(NOTES[0], "later", words="Why?"), "last", tags=("a",))
    assert (note.text, note.tags, note.pen, note.changed) == ("Why?", ("a",), "lemon", "last")
    assert note.place_in(TEXT) == Span(0, 7)


@given(st.lists(st.sampled_from([*range(3), "undo", "redo"]), max_size=12))
def test_every_step_can_be_taken_back(steps):
    history, states = NotesHistory(), [()]
    for step in steps:
        if step == "undo":
            history = history.undo()
        elif step == "redo":
            history = history.redo()
        else:
            history = history.with_now((*history.now, NOTES[step]))
        states.append(history.now)
    while history.past:
        history = history.undo()
    assert history.now == ()
    while history.future:
        history = history.redo()
    assert history.redo() == history


def test_a_note_that_both_windows_wrote_in_is_not_doubled_by_a_step_back():
    made, mine = NOTES[0], changed(NOTES[0], "later", words="Mine.")
    theirs = changed(mine, "last", words="Mine, and theirs.")
    history = NotesHistory().with_now((made,)).with_now((mine,)).with_others((theirs,))
    assert history.undo().now == (theirs,)
    assert history.undo().undo().now == (theirs,)
    assert history.undo().redo().now == (theirs,)
    gone = history.with_others(())
    assert gone.undo().now == ()

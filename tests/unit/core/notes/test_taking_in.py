"""Notes of a file beside those that are here: nothing doubled, nothing lost."""

import pytest

from reader.core.corrections import Anchor
from reader.core.notes import Note
from reader.core.notes.taking_in import take_in
from reader.core.text.spans import Span

TEXT = "The mayor may go home tonight. Nobody knows when the mayor will be back in town."
DAY = "2026-11-26T00:30:00Z"
MAYOR = Anchor.at(TEXT, Span(4, 20))
GONE = Anchor("words that are not here at all", "some ", " more", 3)


@pytest.mark.parametrize(
    ("now", "given", "new", "known"),
    [
        ([], [Note("lemon", MAYOR), Note("bar", None, "all")], 2, 0),
        ([Note("lemon", MAYOR)], [Note("lilac", MAYOR)], 0, 1),
        ([Note("lemon", MAYOR, "why?")], [Note("lemon", MAYOR, " why?\n")], 0, 1),
        ([Note("lemon", MAYOR, "why?")], [Note("lemon", MAYOR, "who?")], 1, 0),
        ([Note("lemon", MAYOR, "", ("a",))], [Note("lemon", MAYOR, "", ("b",))], 1, 0),
        ([Note("lemon", MAYOR, "mine", made=DAY)], [Note("bar", MAYOR, "old", made=DAY)], 0, 1),
        ([Note("bar", None, "mine", made=DAY)], [Note("bar", MAYOR, "mine", made=DAY)], 1, 0),
        ([], [Note("lemon", MAYOR, "why?"), Note("lemon", MAYOR, "why?")], 1, 1),
        ([], [Note("lemon", MAYOR, "one", made=DAY), Note("lemon", MAYOR, "two", made=DAY)], 2, 0),
        ([Note("bar", GONE)], [Note("lemon", GONE)], 0, 1),
    ],
)
def test_what_is_here_is_not_doubled(
    now: list[Note], given: list[Note], new: int, known: int
) -> None:
    taken = take_in(now, given, TEXT)
    assert (len(taken.new), taken.known) == (new, known)
    again = take_in([*now, *taken.new], given, TEXT)
    assert (again.new, again.known) == ((), len(given))


def test_those_without_a_place_are_kept_and_told() -> None:
    lost, whole = Note("lemon", GONE, "where?"), Note("bar", None, "all")
    taken = take_in([], [lost, Note("lemon", MAYOR), whole], TEXT)
    assert taken.new == (lost, Note("lemon", MAYOR), whole)
    assert taken.lost == (lost,)

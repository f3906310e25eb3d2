"""Values behave as frozen dataclasses with slots do."""

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace

import pytest

from reader.values import frozen


@frozen
class Nothing:
    """A value without fields."""


@frozen
class Place:
    """A value with one field."""

    number: int


@frozen
class Note:
    """A value with every kind of field."""

    words: str
    place: "Place" = Place(1)
    tags: list[str] = field(default_factory=list)
    kept: int = field(default=0, compare=False, repr=False)
    found: list[str] = field(init=False, default_factory=list, compare=False, repr=False)


@frozen
class LongNote(Note):
    """A value with fields of another."""

    pages: int = 2


@frozen
class Word:
    """A value that says itself how it is written."""

    text: str

    def __repr__(self) -> str:
        return f"<{self.text}>"


@dataclass(frozen=True, slots=True)
class Usual:
    """What `dataclasses` makes of the fields of a note."""

    words: str
    place: "Place" = Place(1)  # noqa: RUF009 -- a value never changes
    tags: list[str] = field(default_factory=list)
    kept: int = field(default=0, compare=False, repr=False)
    found: list[str] = field(init=False, default_factory=list, compare=False, repr=False)


def test_it_is_told_and_listed_as_a_dataclass() -> None:
    note, usual = Note("a", Place(2), ["x"], 3), Usual("a", Place(2), ["x"], 3)
    assert repr(note) == repr(usual).replace("Usual", "Note")
    assert asdict(note) == asdict(usual)
    assert [one.name for one in fields(Note)] == [one.name for one in fields(Usual)]
    assert Note.__match_args__ == Usual.__match_args__
    assert not hasattr(note, "__dict__")


@pytest.mark.parametrize(
    ("one", "other", "is_equal"),
    [
        (Nothing(), Nothing(), True),
        (Place(1), Place(1), True),
        (Place(1), Place(2), False),
        (Place(1), 1, False),
        (Note("a"), Note("a", kept=5), True),
        (Note("a"), LongNote("a"), False),
        (LongNote("a", pages=3), LongNote("a", pages=4), False),
    ],
)
def test_equal_is_what_holds_the_same(one: object, other: object, is_equal: bool) -> None:
    assert (one == other) is is_equal
    assert (one != other) is not is_equal


def test_values_are_found_in_a_set() -> None:
    assert len({Place(1), Place(1), Place(2), Nothing(), Nothing()}) == 3


def test_what_a_class_says_itself_stays() -> None:
    assert repr(Word("a")) == "<a>"


def test_defaults_are_made_anew() -> None:
    assert Note("a").tags is not Note("a").tags
    assert LongNote(words="a", pages=7) == LongNote("a", Place(1), [], 0, 7)


def test_what_a_value_worked_out_goes_into_no_copy() -> None:
    note = Note("a")
    note.found.append("b")
    for other in (replace(note, words="c"), copy.copy(note), pickle.loads(pickle.dumps(note))):
        assert other.found == []
    assert note.found == ["b"]


@pytest.mark.parametrize("call", [Place, lambda: Place(1, 2), lambda: Place(other=1)])
def test_a_wrong_call_is_told(call) -> None:
    with pytest.raises(TypeError, match=r"Place.__init__\(\)"):
        call()


def test_nothing_changes() -> None:
    place = Place(1)
    with pytest.raises(FrozenInstanceError, match="number"):
        place.number = 2
    with pytest.raises(FrozenInstanceError, match="number"):
        del place.number
    assert replace(place, number=2) == Place(2)
    assert place == Place(1)


@pytest.mark.parametrize("one", [Nothing(), Place(1), LongNote("a", Place(2), ["x"], 3, 4)])
def test_a_copy_holds_the_same(one: object) -> None:
    for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert other == one
        assert repr(other) == repr(one)

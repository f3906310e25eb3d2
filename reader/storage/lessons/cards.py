"""The cards and tables of the paper forms, as they stand in the resources."""

import tomllib
from collections.abc import Callable, Sequence

from reader.core.lessons.fields import Fields
from reader.core.lessons.placing import PlacedAnswer
from reader.errors import ReaderError
from reader.paths import Paths
from reader.storage.lessons.lesson_files import LessonPack
from reader.storage.lessons.making import LESSONS
from reader.values import frozen

LessonPaper = Callable[[LessonPack, PlacedAnswer | None, Paths, Sequence[PlacedAnswer]], bytes]
"""What writes the forms of a lesson as a PDF; the reference and the answers may be missing."""

_NAMES = ("key", "verbs", "sources", "compare", "lateral", "judge", "tally", "codes")


@frozen
class Card:
    """One card or table.

    Attributes:
        title: Its heading.
        task: What is to be done with it.
        columns: The headings of its columns.
        rows: Its rows, cell by cell.
        empty: How many empty rows it has.
        foot: What stands below it.
        words: The words that codes are made of.
        count: How many codes.
    """

    title: str
    task: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    empty: int = 0
    foot: str = ""
    words: tuple[str, ...] = ()
    count: int = 0


def load_cards(paths: Paths) -> dict[str, Card]:
    """Return the cards by their names.

    Raises:
        ReaderError: They cannot be read.
    """
    try:
        text = (paths.resources / LESSONS / "cards.toml").read_text(encoding="utf-8")
        plain = tomllib.loads(text)
        return {name: _card(plain[name], name) for name in _NAMES}
    except (OSError, ValueError, KeyError, ReaderError) as error:
        raise ReaderError(
            "The cards of the paper forms could not be read.", hint="Install Close Reader again."
        ) from error


def _card(plain: object, name: str) -> Card:
    fields = Fields(plain, name)
    given = dict(plain).get("rows", ()) if isinstance(plain, dict) else ()
    rows = tuple(tuple(row) if isinstance(row, list) else (str(row),) for row in given)
    return Card(
        title=fields.text("title"),
        task=fields.text("task", ""),
        columns=fields.texts("columns"),
        rows=rows or tuple((question,) for question in fields.texts("questions")),
        empty=fields.number("rows_empty", 0),
        foot=fields.text("foot", ""),
        words=fields.texts("words"),
        count=fields.number("count", 0),
    )


def codes(card: Card) -> tuple[str, ...]:
    """Return the codes to cut out: heron-01, otter-02 and so on."""
    return tuple(
        f"{card.words[number % len(card.words)]}-{number + 1:02}" for number in range(card.count)
    )

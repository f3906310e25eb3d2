"""What a file of others' annotations holds for one article, and what is told of a wrong one."""

from reader.core.notes import Note
from reader.errors import ImportFailedError
from reader.values import frozen

LARGEST = 50_000_000  # bytes, unpacked
MOST = 5_000  # annotations of one file
TAKE_FEWER = "Take the annotations of one article."


@frozen
class NotesFile:
    """The notes of one file.

    Attributes:
        notes: Those for the article, in the order of the file.
        elsewhere: How many it holds for other articles.
    """

    notes: tuple[Note, ...]
    elsewhere: int = 0


def other_text(name: str) -> ImportFailedError:
    """Return what is told of annotations that belong to another text."""
    return ImportFailedError(
        f"{name} belongs to another text: none of its words were found in this article.",
        hint="Open the article that it was made for, and try again.",
    )


def too_many(name: str, count: int) -> ImportFailedError:
    """Return what is told of a file with more annotations than a reader makes."""
    return ImportFailedError(
        f"{name} holds {count:,} annotations, and {MOST:,} at most are read.",
        hint=TAKE_FEWER,
    )

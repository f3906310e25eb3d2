"""The row of a source: identification, verbs, words, side."""

from dataclasses import dataclass

from reader.ui.widgets.fact_row import FactRow


@dataclass(frozen=True, slots=True)
class Chip:
    """A verb in a frame: the words, and quietly what they do."""

    words: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class SourceRow(FactRow):
    """What the row of a source shows beside its name.

    Attributes:
        dots: How many of four dots are filled.
        grade: The identification in words; the dots never stand alone.
        sort: The kind of source in words.
        chips: Its verbs.
        words: How many words are its own.
        side: 1 or 2 when the reader put it on a side, else 0.
        is_corrected: The reader changed it.
    """

    dots: int = 0
    grade: str = ""
    sort: str = ""
    chips: tuple[Chip, ...] = ()
    words: int = 0
    side: int = 0
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class ColumnsRow(FactRow):
    """The names of the columns above the sources."""

    name_title: str = ""
    words_title: str = ""
    strip_title: str = ""

"""The row of a source: identification, verbs, words, side."""

from reader.ui.widgets.rows.fact_row import FactRow
from reader.values import frozen


@frozen
class VerbWords:
    """A verb with which a source is made to speak, and quietly what it does."""

    words: str
    what: str = ""


@frozen
class SourceRow(FactRow):
    """What the row of a source shows beside its name.

    Attributes:
        dots: How many of four dots are filled.
        grade: The identification in words; the dots never stand alone.
        sort: The kind of source in words.
        verbs: The verbs with which it is made to speak.
        words: How many words are its own.
        side: 1 or 2 when the reader put it on a side, else 0.
        is_quoted: Some of its words stand between quotation marks.
        is_corrected: The reader changed it.
    """

    dots: int = 0
    grade: str = ""
    sort: str = ""
    verbs: tuple[VerbWords, ...] = ()
    words: int = 0
    side: int = 0
    is_quoted: bool = False
    is_corrected: bool = False

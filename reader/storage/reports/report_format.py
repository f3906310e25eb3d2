"""What the program must know of a format that analyses can be written in."""

from collections.abc import Callable, Sequence
from typing import Literal, get_args

from reader.core.analysis.analysis import Analysis
from reader.core.corrections import Correction
from reader.core.lexicon.findings import Voice
from reader.core.notes import Note
from reader.core.text.spans import Span
from reader.values import frozen

Part = Literal[
    "article", "wording", "voices", "sourcing", "hedging", "notes", "corrections", "method"
]
PARTS: tuple[Part, ...] = get_args(Part)
EVERY_PART: frozenset[Part] = frozenset(PARTS)
PaperSize = Literal["A4", "Letter"]


@frozen
class Report:
    """What is to be written of one article.

    Attributes:
        analysis: The analysis of the article.
        name: The short name of the article.
        corrections: What the reader corrected in it, in order; `analysis` has it already.
        notes: The reader's highlights and notes on it.
        accessed: The day on which it was fetched from its address, as yyyy-mm-dd; "" where that
            is not known.
    """

    analysis: Analysis
    name: str
    corrections: tuple[Correction, ...] = ()
    notes: tuple[Note, ...] = ()
    accessed: str = ""


@frozen
class Choices:
    """What of it goes in, and how it looks. Formats pass over what they cannot hold.

    Attributes:
        parts: What goes in. Without "article" only sentences with a mark or a note do.
        within: Only this stretch of the article is wanted, or None for all of it.
        voices: Whose words are marked; empty for everybody's.
        shows_possible: Whether less certain marks are drawn; tables have them always.
        is_black: No colour: everything is told by line, letter and pattern.
        hides_outlet: Leave out the outlet, the byline and where the article came from.
        paper: The size of a page.
        has_wide_margin: Whether paper has 5 cm for notes at the right.
    """

    parts: frozenset[Part] = EVERY_PART
    within: Span | None = None
    voices: tuple[Voice, ...] = ()
    shows_possible: bool = False
    is_black: bool = False
    hides_outlet: bool = False
    paper: PaperSize = "A4"
    has_wide_margin: bool = True


USUAL = Choices()
Writer = Callable[[Sequence[Report], Choices], bytes]


@frozen
class ReportFormat:
    """A format that analyses can be written in.

    Attributes:
        name: Its fixed short name, as it is typed after --format.
        title: What a person calls it, as the dialog shows it.
        suffix: How the names of its files end, with the dot.
        write: Returns the bytes of a file on one or more articles, each with what was chosen
            already; None where the window's part writes it.
        is_text: Whether it can be shown on a terminal.
        about: What it is for, in a few words.
        holds: What of the parts it can hold.
        loss: What it cannot hold, as a finished sentence, or "".
        is_export: Whether `export` writes it.
        has_text_beside: Whether the text of the article belongs in a file beside it.
    """

    name: str
    title: str
    suffix: str
    write: Writer | None
    is_text: bool = True
    about: str = ""
    holds: frozenset[Part] = EVERY_PART
    loss: str = ""
    is_export: bool = True
    has_text_beside: bool = False

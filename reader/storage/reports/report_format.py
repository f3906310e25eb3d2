"""What the program must know of a format that an analysis can be written in."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.core.analysis.analysis import Analysis
from reader.core.corrections import Correction


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be written.

    Attributes:
        analysis: The analysis of an article.
        name: The short name of the article.
        corrections: What the reader corrected in it, in order; `analysis` has it already.
    """

    analysis: Analysis
    name: str
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """A format that an analysis can be written in.

    Attributes:
        name: Its fixed short name, as it is typed after --format.
        title: What a person calls it, as the file dialog shows it.
        suffix: How the names of its files end, with the dot.
        write: Returns the bytes of a file.
        is_text: Whether it can be shown on a terminal.
    """

    name: str
    title: str
    suffix: str
    write: Callable[[Report], bytes]
    is_text: bool = True

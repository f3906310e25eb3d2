"""Readability measures, each with its meaning and which way is harder."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure about the text.

    Attributes:
        id: The key in the analysis document, such as `flesch_reading_ease`.
        value: The figure, or None when the text is too short for it.
        higher_is_harder: The way to read it; None where it has no direction (word counts).
    """

    id: str
    value: float | None
    higher_is_harder: bool | None

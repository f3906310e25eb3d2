"""What can lie on the page of a lesson, as data."""

from reader.core.lessons.lesson import PenForm
from reader.core.text.spans import Span
from reader.values import frozen


@frozen
class PenMark:
    """A pupil's mark: a ring, a box, or a wave, in ink.

    Attributes:
        span: Where it stands.
        form: How it is drawn.
        letter: What stands in the margin.
        is_chosen: Whether it is looked at.
    """

    span: Span
    form: PenForm
    letter: str
    is_chosen: bool = False


@frozen
class HeatMark:
    """A stretch that some of a class marked.

    Attributes:
        span: The stretch.
        count: How many marked it.
        level: From 1 to 4: how dark the tint, how many lines.
    """

    span: Span
    count: int
    level: int


@frozen
class Layers:
    """Everything that is drawn on the page.

    Attributes:
        pens: Marks in ink.
        corners: Reference marks, blue corners.
        chosen_corner: The one of them that is looked at, or None.
        heat: The heat of a class.
        counts: For each stretch of words that was marked the most who marked some of it.
    """

    pens: tuple[PenMark, ...] = ()
    corners: tuple[Span, ...] = ()
    chosen_corner: Span | None = None
    heat: tuple[HeatMark, ...] = ()
    counts: tuple[HeatMark, ...] = ()

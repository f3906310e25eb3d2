"""The measures of a sheet of paper. The unit is a twentieth of a point, so that fonts fit."""

from reader.storage.reports.report_format import Choices, PaperSize
from reader.values import frozen

POINT = 20.0  # units
TEXT_SIZE = 212  # units: 10.6 pt
SCALE = TEXT_SIZE / 19  # the design's pixels are measured at a text of 19 px
_SIZES: dict[PaperSize, tuple[float, float]] = {"A4": (595.28, 841.89), "Letter": (612.0, 792.0)}
_LEFT, _TOP, _FOOT = 60.0, 40.0, 34.0  # points
_NOTES = 141.7  # 5 cm
_LETTERS = 60.0  # without a margin for notes there is still room for letters
_GAP = 14.0


@frozen
class Sheet:
    """Where things stand on a page, in units from its upper left corner.

    Attributes:
        width: Of the paper.
        height: Of the paper.
        left: Where the text begins.
        text_width: How wide the column is.
        rule: Where the line beside the column stands.
        right: Where the printed part ends.
        top: Where the header stands.
        bottom: Where the printed part ends.
    """

    width: float
    height: float
    left: float
    text_width: float
    rule: float
    right: float
    top: float
    bottom: float

    @classmethod
    def of(cls, choices: Choices) -> "Sheet":
        """Return the measures of the paper that was chosen."""
        wide, high = _SIZES[choices.paper]
        right = wide - 40
        rule = right - (_NOTES if choices.has_wide_margin else _LETTERS)
        measures = (wide, high, _LEFT, rule - _LEFT - _GAP, rule, right, _TOP, high - _FOOT)
        return cls(*(value * POINT for value in measures))

"""How the marks of a category look: colour, line and letter."""

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import panel_categories
from reader.core.lexicon.lexicon import Category
from reader.ui.widgets.strokes import Style
from reader.values import frozen

# How hedging lexicons call their lines, and how they are drawn.
_HEDGE_STYLES: dict[str, Style] = {
    "wave": "wave",
    "thin": "thin-caps",
    "square-dots": "square-dots",
    "double-thin": "double-caps",
    "bar": "bar",
}
_WORDING_STYLES: frozenset[str] = frozenset(
    ("thick", "double", "thin", "thick-thin", "dashed", "dash-dot", "dotted", "comb")
)


@frozen
class Look:
    """How the marks of a category look.

    Attributes:
        slot: The colour slot, or 0 for the hedge ink.
        style: The line under the words.
        letter: The sign in the margin.
    """

    slot: int
    style: Style
    letter: str


def looks_of(analysis: Analysis) -> dict[tuple[str, str], Look]:
    """Return the look of every category, by panel and id."""
    return {
        (panel, category.id): look_of(category, is_hedge=panel == "hedging")
        for panel in ("wording", "hedging")
        for category in panel_categories(analysis, panel)
    }


def look_of(category: Category, *, is_hedge: bool) -> Look:
    """Return the look of one category."""
    if is_hedge:
        return Look(0, _HEDGE_STYLES.get(category.line, "wave"), category.letter)
    style = category.line if category.line in _WORDING_STYLES else "thin"
    return Look(category.slot, style, category.letter)  # type: ignore[arg-type]  # checked above

"""The pages of a PDF as plain data: pieces of words with their places."""

from reader.values import frozen


@frozen
class Run:
    """Words that PDFium sees as one piece, in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        """Return how high the letters stand."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Return where its middle lies above the foot of the page."""
        return (self.top + self.bottom) / 2


@frozen
class Page:
    """One page: its size in points, and its words in the order in which they are drawn."""

    width: float
    height: float
    runs: tuple[Run, ...]


@frozen
class Pages:
    """What was read of a file.

    Attributes:
        pages: The pages in order.
        properties: What the file says of itself, by PDF's names ("Title").
        is_cut: There were more pages or words than are read, or no more time.
        problem: "" or why there are no pages: "missing", "locked", "damaged".
    """

    pages: tuple[Page, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    is_cut: bool = False
    problem: str = ""

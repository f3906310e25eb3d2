"""Where the columns of the page stand: numbers, text, margin letters, cards."""

from PySide6.QtGui import QTextDocument

from reader.ui.reading_view.margin_map import WIDTH as MAP_WIDTH
from reader.ui.reading_view.typesetting.page import BASE_SIZE
from reader.values import frozen

CARD_WIDTH = 246  # pixels
_COLUMN = 600  # pixels for 19 px text: 66 characters
_LEFT = 72
_RIGHT = 322  # the outer margin: letters and cards
_LETTERS = 22  # from the column to the first letter
_BESIDE_LETTERS = 48
_LETTERS_MARGIN = 110
_BESIDE_ALL_LETTERS = 92  # four of them
_NOTE_WIDTH = 202  # pixels of a note in the margin
_NOTES_MARGIN = 300  # pixels right of the text; below, a dot stands for a note
_NUMBERS = 40  # pixels at the left that line numbers need
_SMALL = 560  # pixels; below, margins shrink and fewer letters are shown
_LEAST = 260
_LEAST_COLUMN = 220
_BESIDE_SHELF = 18  # pixels from the shelf to the text
_LETTERS_BESIDE = 8  # from the text to its letters, and then two of them
_TWO_LETTERS = 40


@frozen
class Columns:
    """The columns of one page, in pixels of the viewport.

    Attributes:
        left: Where the text begins.
        column: How wide the text is.
        page: How wide text and margins are together.
        extra: The empty room left of the page, where the window is wide.
        window: How wide the view is, the map included.
        is_moved: The block stands beside the shelf: two letters a line, no numbers.
    """

    left: int
    column: int
    page: int
    extra: int
    window: int
    is_moved: bool = False

    @classmethod
    def of(cls, window: int, size_px: int, share: float = 1.0, taken: int = 0) -> "Columns":
        """Return the columns in a view of some width.

        Args:
            window: The width of the view.
            size_px: The size of the text.
            share: How wide the column is, as a share of the usual one.
            taken: What lies over the left of the view, in pixels. The block moves beside it,
                where that takes nothing from the column; else it stays below.
        """
        width = max(_LEAST, window - MAP_WIDTH)
        wanted = round(_COLUMN * share * size_px / BASE_SIZE)
        if width >= _LEFT + wanted + _LETTERS_MARGIN:
            left, column = _LEFT, wanted
        else:
            left = 16 if width < _SMALL else 40
            letters = 64 if width < _SMALL else 80  # two letters have room in either
            column = max(_LEAST_COLUMN, min(wanted, width - left - letters))
        page = min(width, left + column + _RIGHT)
        middle = (width - column) // 2 - left  # of the text, as long as a card has its margin
        usual = cls(left, column, page, max(0, min(middle, width - page)), window)
        moved = taken + _BESIDE_SHELF
        needs = moved + column + _LETTERS_BESIDE + _TWO_LETTERS
        if not taken or usual.extra + left - _NUMBERS >= taken or needs > width:
            return usual
        return cls(moved, column, width, 0, window, is_moved=True)

    def set_margins(self, document: QTextDocument) -> None:
        """Put the text of a document into its column."""
        document.setDocumentMargin(0)  # which sets those of the frame too
        frame = document.rootFrame()
        form = frame.frameFormat()
        form.setLeftMargin(self.left)
        form.setRightMargin(max(0, self.page - self.left - self.column))
        form.setTopMargin(26)
        form.setBottomMargin(80)
        form.setBorder(0)
        frame.setFrameFormat(form)

    @property
    def letters_left(self) -> int:
        """Return where the margin letters begin."""
        return self.left + self.column + (_LETTERS_BESIDE if self.is_moved else _LETTERS)

    @property
    def card_left(self) -> int:
        """Return where a card begins: beside two letters."""
        return self.letters_left + _BESIDE_LETTERS

    @property
    def letter_count(self) -> int:
        """Return how many letters a line may show."""
        is_tight = self.page - self.left - self.column < _LETTERS_MARGIN
        return 2 if is_tight or self.is_moved else 4

    @property
    def has_numbers(self) -> bool:
        """Return whether there is room for line numbers."""
        return self.left >= _NUMBERS and not self.is_moved

    @property
    def note_left(self) -> int:
        """Return where a note in the margin begins: beside all letters."""
        return self.letters_left + _BESIDE_ALL_LETTERS

    @property
    def note_width(self) -> int:
        """Return how wide a note in the margin is, 0 where a dot stands for it."""
        room = self._right - self.note_left
        is_wide = self._right - self.left - self.column >= _NOTES_MARGIN
        return min(_NOTE_WIDTH, room) if is_wide else 0

    @property
    def _right(self) -> int:
        """Return where the margin ends, at the map."""
        return self.window - MAP_WIDTH - self.extra

    @property
    def has_card_margin(self) -> bool:
        """Return whether a card has room beside the text."""
        return self.card_left + CARD_WIDTH <= self._right

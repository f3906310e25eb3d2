"""An article set as a page: its zones become the blocks of a Qt document."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
    QTextLayout,
    QTextOption,
)

from reader.core.text.article import Article, Removed, Zone, ZoneKind, fact_of
from reader.core.text.spans import Span
from reader.ui.marks.dates import date_text
from reader.ui.reading_view.typesetting.geometry import CAPTION, STUB
from reader.ui.reading_view.typesetting.long_words import BREAK, pieces
from reader.ui.reading_view.typesetting.text_offsets import TextOffsets, TextRun, qt_length
from reader.ui.theme import Theme, sans, serif
from reader.values import frozen

BASE_SIZE = 19
_YEAR = 4  # digits
_WORDS_A_MINUTE = 230  # silent reading of English, Brysbaert 2019
_FROM_HOURS = 90  # minutes; from here on reading time is told in halves of an hour


@frozen
class BlockStyle:
    """How one kind of zone is set, for a text size of 19 pixels."""

    size: float
    line: float
    above: float = 0
    below: float = 15
    weight: int = 400
    is_sans: bool = False
    is_italic: bool = False
    is_quiet: bool = False
    indent: float = 0


@frozen
class PageLook:
    """What the reader changes of the page besides its size.

    Attributes:
        width: The column, as a share of the usual one of 66 characters.
        leading: The height of lines, as a share of the usual one.
        is_sans: The text is set in the font of the interface.
    """

    width: float = 1.0
    leading: float = 1.0
    is_sans: bool = False


USUAL_LOOK = PageLook()
STYLES: dict[ZoneKind, BlockStyle] = {
    "headline": BlockStyle(34, 40, above=2, below=8, weight=600),
    "kicker": BlockStyle(12, 16, below=8, weight=500, is_sans=True, is_quiet=True),
    "standfirst": BlockStyle(21, 30, below=17),
    "dateline": BlockStyle(15, 20, below=14, is_italic=True, is_quiet=True),
    "paragraph": BlockStyle(19, 30),
    "subheading": BlockStyle(21, 28, above=10, below=8, weight=600),
    "caption": BlockStyle(13, 19, above=2, below=17, is_sans=True, is_quiet=True, indent=12),
    "list-item": BlockStyle(19, 30, below=6, indent=22),
    "standing-note": BlockStyle(13, 19, below=15, is_sans=True, is_quiet=True),
}
_TOGETHER = frozenset({"paragraph", "list-item"})  # kinds of which many follow one another
_STATES: dict[ZoneKind, int] = {
    "caption": CAPTION,
}
_KICKER = BlockStyle(12, 16, below=6, weight=500, is_sans=True, is_quiet=True)
_STUB = BlockStyle(13, 19, above=2, below=17, is_sans=True, is_quiet=True, indent=14)
RESTORE = "restore:"  # the beginning of a link that puts a piece back
_HUGE = 20_000  # characters of a zone
_STUB_LENGTH = 44  # characters of a left-out piece
_BYLINE = BlockStyle(15, 20, below=18, is_italic=True, is_quiet=True)
_OWN = QTextFormat.Property.UserProperty.value + 1  # of a block: a line that is not the article's


class PageSetter:
    """Sets articles in a theme, a size and a column."""

    def __init__(
        self,
        theme: Theme,
        size_px: int,
        column_px: int,
        *,
        shows_left_out: bool = False,
        look: PageLook = USUAL_LOOK,
    ) -> None:
        self._theme, self._look = theme, look
        self._scale = size_px / BASE_SIZE
        self._column = column_px
        self._shows_left_out = shows_left_out
        self._is_first = True
        self._made: dict[int, tuple[QTextBlockFormat, QTextCharFormat]] = {}

    def fill(self, document: QTextDocument, article: Article, words: int) -> TextOffsets:
        """Write the article into an empty document; return where its characters stand."""
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        self._is_first = True
        runs: list[TextRun] = []
        if article.outlet:
            self._block(cursor, [article.outlet.upper()], _KICKER)
        byline = byline_text(article, words)
        has_title = bool(article.zones) and article.zones[0].kind == "headline"
        if article.title_above:  # no part of the text, as the outlet is none
            self._block(cursor, [article.title_above], STYLES["headline"])
        if byline and not has_title:
            self._block(cursor, [byline], _BYLINE)
        stubs = list(enumerate(article.removed)) if self._shows_left_out else []
        for zones in _alike(article.zones, [piece.position for _, piece in stubs]):
            while stubs and stubs[0][1].position <= zones[0].span.start:
                self._stub(cursor, *stubs.pop(0))
            cut = [_Cut(zone.span.start, zone.span.of(article.text)) for zone in zones]
            position = self._block(cursor, [one.shown for one in cut], STYLES[zones[0].kind])
            for one in cut:
                runs.extend(one.runs(position))
                position += one.length + 1
            if zones[0].kind in _STATES:
                cursor.block().setUserState(_STATES[zones[0].kind])
            if byline and has_title and zones[0] is article.zones[0]:
                self._block(cursor, [byline], _BYLINE)
        for number, piece in stubs:
            self._stub(cursor, number, piece)
        cursor.endEditBlock()
        return TextOffsets(article.text, tuple(runs))

    def _stub(self, cursor: QTextCursor, number: int, piece: Removed) -> None:
        """Write what stands for a left-out piece: why, its first words, and a way back."""
        words = " ".join(piece.text.split())
        if len(words) > _STUB_LENGTH:
            words = words[:_STUB_LENGTH].rsplit(" ", 1)[0] + " …"
        self._block(cursor, [_tr("Left out:")], _STUB)
        cursor.block().setUserState(STUB)
        usual, bold = cursor.charFormat(), cursor.charFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        bold.setForeground(QBrush(QColor(self._theme.text)))
        label = QTextCursor(cursor)
        label.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        label.setCharFormat(bold)
        told = _tr(" {reason}. “{words}”   ").format(reason=piece.reason, words=words)
        cursor.insertText(told, usual)
        link = cursor.charFormat()
        link.setAnchor(True)
        link.setAnchorHref(f"{RESTORE}{number}")
        link.setForeground(QBrush(QColor(self._theme.accent)))
        cursor.insertText(_tr("Put back").replace(" ", "\u00a0"), link)

    def _block(self, cursor: QTextCursor, texts: Sequence[str], style: BlockStyle) -> int:
        """Write a block for each of some texts; return where the first one begins."""
        block, char = self._formats(texts[0], style)
        if self._is_first:
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(char)
            self._is_first = False
        else:
            cursor.insertBlock(block, char)
        position = cursor.position()
        cursor.insertText("\n".join(text.replace("\n", "\u2028") for text in texts), char)
        return position

    def _formats(self, text: str, style: BlockStyle) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return how a block is set; each style is made once, but titles, which are balanced."""
        made = self._made.get(id(style))
        if made is None:
            made = self._make_formats(text, style)
            if style is not STYLES["headline"]:
                self._made[id(style)] = made
        return made

    def _make_formats(
        self, text: str, style: BlockStyle
    ) -> tuple[QTextBlockFormat, QTextCharFormat]:
        scale = self._scale
        make = sans if style.is_sans or self._look.is_sans else serif
        font = make(style.size * scale, weight=style.weight, italic=style.is_italic)
        block = QTextBlockFormat()
        block.setLineHeight(
            round(style.line * scale * self._look.leading),
            QTextBlockFormat.LineHeightTypes.FixedHeight.value,
        )
        block.setTopMargin(style.above * scale)
        block.setBottomMargin(style.below * scale)
        block.setLeftMargin(style.indent * scale)
        if style is STYLES["headline"]:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.3)
            block.setRightMargin(max(0, self._column - self._balanced(text, font)))
        if style in {_KICKER, _BYLINE, _STUB}:
            block.setProperty(_OWN, True)  # noqa: FBT003 -- as Qt has it
        if style is _KICKER:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.4)
        char = QTextCharFormat()
        char.setFont(font)
        color = self._theme.text2 if style.is_quiet else self._theme.text
        char.setForeground(QBrush(QColor(color)))
        return block, char

    def _balanced(self, text: str, font: QFont) -> float:
        """Return the narrowest width that keeps the number of lines of a title."""
        lines = _line_count(text, font, self._column)
        low, high = self._column / 3, float(self._column)
        while lines > 1 and high - low > 4:
            middle = (low + high) / 2
            if _line_count(text, font, middle) > lines:
                low = middle
            else:
                high = middle
        return high + 2 if lines > 1 else self._column


def words_copied(selected: QTextCursor, *, has_own_breaks: bool) -> QMimeData:
    """Return what is copied of a page: the words of the article, without what the page adds.

    The program's own lines, of outlet, author and length and of pieces left out, are copied only
    where nothing else is selected.

    Args:
        selected: What is selected.
        has_own_breaks: The article itself has the signs by which the page breaks long words.
    """
    document = QTextDocument()
    QTextCursor(document).insertFragment(selected.selection())
    own = _own_lines(selected)
    if len(own) < document.blockCount():
        for number in reversed(own):
            _take_out(document, number)
    kept = QTextDocumentFragment(document)
    text, html = kept.toPlainText(), kept.toHtml()
    copied = QMimeData()
    copied.setText(text if has_own_breaks else text.replace(BREAK, ""))
    copied.setHtml(html if has_own_breaks else html.replace(BREAK, ""))
    return copied


def _own_lines(selected: QTextCursor) -> list[int]:
    """Return which blocks of a selection are the program's own, by their number in it."""
    document = selected.document()
    first = document.findBlock(selected.selectionStart()).blockNumber()
    last = document.findBlock(selected.selectionEnd()).blockNumber()
    return [
        number - first
        for number in range(first, last + 1)
        if document.findBlockByNumber(number).blockFormat().hasProperty(_OWN)
    ]


def _take_out(document: QTextDocument, number: int) -> None:
    """Delete a block, and the break that parts it from the next one or the one before."""
    cursor = QTextCursor(document.findBlockByNumber(number))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    if number + 1 < document.blockCount():
        cursor.deleteChar()
    else:
        cursor.deletePreviousChar()


def _alike(zones: Sequence[Zone], borders: Sequence[int]) -> Iterator[Sequence[Zone]]:
    """Yield the plain zones of one kind that follow one another, and every other zone alone.

    Args:
        zones: In order.
        borders: Places of the article between which zones must lie to stay together, in order.
    """
    for _, some in groupby(
        enumerate(zones),
        lambda item: (
            item[1].kind,
            bisect_right(borders, item[1].span.start),
            item[0] if item[1].kind not in _TOGETHER else -1,
        ),
    ):
        yield [zone for _, zone in some]


class _Cut:
    """The text of a zone, cut where words without end may be broken.

    Attributes:
        shown: The text as the page shows it.
        length: How many of Qt's units it takes.
    """

    def __init__(self, start: int, text: str) -> None:
        self._start, self._text = start, text
        self._parts = tuple(pieces(text))
        self.shown = BREAK.join(text[start:end] for start, end in self._parts)
        self.length = qt_length(self.shown)

    def runs(self, position: int) -> Iterator[TextRun]:
        """Yield the stretches as they stand in the document, a break after each."""
        for first, past_last in self._parts:
            span = Span(self._start + first, self._start + past_last)
            yield TextRun(span, position)
            if past_last < len(self._text):
                position += qt_length(self._text[first:past_last]) + len(BREAK)


def _line_count(text: str, font: QFont, width: float) -> int:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    count = 0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        count += 1
    layout.endLayout()
    return count


def _tr(words: str) -> str:
    return QCoreApplication.translate("Page", words)


def byline_text(article: Article, words: int) -> str:
    """Return the line under the title: author, date, length and reading time.

    Author and date are left out where a line of the text has them.
    """
    lines = [zone.span.of(article.text) for zone in article.zones if zone.kind == "dateline"]
    parts = []
    if article.byline and not any(article.byline in line for line in lines):
        parts.append(article.byline)
    day = date_text(article.published)
    if day and not any(day[-_YEAR:] in line for line in lines):
        parts.append(day)
    changed = fact_of(article, "changed")
    if changed and changed != article.published:
        parts.append(_tr("changed {day}").format(day=date_text(changed)))
    if words:
        minutes = max(1, round(words / _WORDS_A_MINUTE))
        text = _tr("{words} words, {minutes} minutes")
        if words == 1 or minutes == 1:
            text = _tr("1 word") if words == 1 else _tr("{words} words, 1 minute")
        if minutes >= _FROM_HOURS:
            text = _tr("{words} words, {hours} hours")
        hours = round(minutes / 30) / 2
        parts.append(text.format(words=f"{words:,}", minutes=minutes, hours=f"{hours:g}"))
    return " · ".join(parts)


def has_huge_block(article: Article | None) -> bool:
    """Tell whether a zone of an article is as long as a book, without a paragraph."""
    return article is not None and any(len(zone.span) > _HUGE for zone in article.zones)


def over_the_text(article: Article) -> tuple[str | None, ...]:
    """Return what is told of an article over its text."""
    changed = fact_of(article, "changed")
    return article.outlet, article.title, article.byline, article.published, changed

"""Paints bands, marks, hedges, cues, letters and the ring under the text of a page."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from reader.core.attribution import Attribution
from reader.core.lexicon.findings import Finding
from reader.core.notes import Note
from reader.core.sources.voice import VoiceStretch
from reader.core.text.spans import Span
from reader.ui.marks.letters import LetterPainter
from reader.ui.marks.look import Look
from reader.ui.reading_view.painting.margin_letters import (
    MarginNumeral,
    MarginRest,
    margin_letters,
    margin_numerals,
)
from reader.ui.reading_view.painting.margin_notes import (
    MarginNote,
    NoteDot,
    margin_notes,
    note_dots,
    paint_margin_notes,
    paint_note_dots,
)
from reader.ui.reading_view.painting.pens import HighlightPainter
from reader.ui.reading_view.painting.voices import VoicePainter
from reader.ui.reading_view.typesetting.geometry import LinePiece, PageGeometry
from reader.ui.theme import Theme, sans, sans_within
from reader.ui.widgets.strokes import Strokes, hatch_brush
from reader.values import frozen

_LANE, _SECOND_LANE = 5, 9  # pixels under the baseline
_TINT_TOP, _HATCH_TOP = 17, 14.5  # pixels over the baseline; a hatch stays below the roof
_DASH = 4  # pixels
_MOST_LETTERS = 4


@frozen
class PageScene:
    """What is to be seen between two heights of the page.

    Attributes:
        marks: Findings with the look of their category.
        voices: Stretches in somebody else's words.
        attributions: Shown in the sourcing layer only, with the numeral of their source.
        is_sourcing: Whether the sourcing layer is on the page.
        names: Where the chosen actor is named; in the naming layer only.
        focus: The finding in focus, or None.
        hovered: The finding under the pointer, or None.
        washed: The sentence that is looked at, or None.
        stronger_voices: Draw bands with a frame, and thicker roofs.
        letters_left: Where the margin letters begin, or None where there is no room.
        letter_count: How many letters a line may show.
        notes: The reader's highlights and notes, in reading order.
        column_left: Where the text begins; bars stand left of it.
        notes_left: Where notes stand in the margin.
        notes_width: How wide they are, 0 where dots stand for them.
        notes_right: Where the margin ends.
    """

    marks: Sequence[tuple[Finding, Look]]
    voices: Sequence[VoiceStretch]
    attributions: Sequence[tuple[Attribution, int]]
    is_sourcing: bool
    names: Sequence[Span]
    focus: Finding | None
    hovered: Finding | None
    washed: Span | None
    stronger_voices: bool
    letters_left: float | None
    letter_count: int = _MOST_LETTERS
    notes: Sequence[tuple[Span, Note]] = ()
    column_left: float = 0.0
    notes_left: float = 0.0
    notes_width: float = 0.0
    notes_right: float = 0.0


def scene_notes(scene: PageScene, geometry: PageGeometry) -> Iterator[MarginNote]:
    """Yield the notes in the margin, none where dots stand for them."""
    if scene.notes_width:
        yield from margin_notes(scene.notes, geometry, scene.notes_left, scene.notes_width)


def scene_dots(scene: PageScene, geometry: PageGeometry, *, has_signs: bool) -> Iterator[NoteDot]:
    """Yield what stands for notes in a narrow margin."""
    left = scene.letters_left
    if scene.notes_width or left is None or not scene.notes:
        return
    signs: dict[int, float] = {}
    if has_signs:
        letters = margin_letters(scene.marks, geometry, left, scene.letter_count)
        numerals = margin_numerals(scene.attributions, geometry, left)
        for sign in (*letters, *(numerals if scene.is_sourcing else ())):
            line = round(sign.rect.top())
            signs[line] = max(signs.get(line, 0.0), sign.rect.right() + 4)
    yield from note_dots(scene.notes, geometry, signs, left, scene.notes_right)


class PagePainter:
    """Paints one scene; every paint event makes a new one."""

    def __init__(
        self, painter: QPainter, theme: Theme, geometry: PageGeometry, scale: float, ratio: float
    ) -> None:
        self._painter = painter
        self._theme = theme
        self._geometry = geometry
        self._scale = scale
        self._letters = LetterPainter(painter, theme, ratio)
        self._ratio = ratio
        self._strokes = Strokes(painter, ratio, scale)
        self._voices = VoicePainter(painter, theme, geometry, ratio)
        self._highlights = HighlightPainter(painter, theme, geometry)

    def paint(self, scene: PageScene) -> None:
        """Paint the scene, from the lowest layer to the ring on top."""
        self._voices.paint(scene.voices, scene.washed, is_strong=scene.stronger_voices)
        self.paint_notes(scene)
        if scene.is_sourcing:
            for attribution, _ in scene.attributions:
                self._cue(attribution)
        for finding, look in scene.marks:
            self._mark(finding, look, scene)
        for span in scene.names:
            self._name(span)
        if scene.letters_left is not None:
            self._margin(scene, scene.letters_left)
        self.paint_dots(scene, has_signs=True)
        if scene.focus is not None:
            self._ring(scene.focus)

    def paint_notes(self, scene: PageScene) -> None:
        """Paint what the reader marked and wrote, which no filter hides."""
        self._highlights.paint(scene.notes, scene.column_left)
        paint_margin_notes(self._painter, self._theme, scene_notes(scene, self._geometry))

    def paint_dots(self, scene: PageScene, *, has_signs: bool) -> None:
        """Paint what stands for notes in a narrow margin, beside letters where there are some."""
        dots = scene_dots(scene, self._geometry, has_signs=has_signs)
        paint_note_dots(self._painter, self._theme, dots)

    def wash(self, span: Span) -> None:
        """Paint the ground under a sentence alone, where no marks are shown."""
        self._voices.paint((), span, is_strong=False)

    # -- sources ----------------------------------------------------------------------

    def _cue(self, attribution: Attribution) -> None:
        """Draw a line under who speaks, and a dotted one under the verb."""
        for span in attribution.source:
            for piece in self._geometry.pieces(span):
                self._strokes.accent(self._under(piece), QColor(self._theme.accent))
        for span in attribution.cue:
            for piece in self._geometry.pieces(span):
                self._strokes.accent(
                    self._under(piece), QColor(self._theme.accent), is_dotted=True
                )

    def _name(self, span: Span) -> None:
        """Draw a line of 2 pixels under a name of the chosen actor."""
        for piece in self._geometry.pieces(span):
            top = round(piece.baseline + _LANE * piece.scale)
            rect = QRectF(piece.left, top, piece.width, 2)
            self._painter.fillRect(rect, QColor(self._theme.accent))

    def _under(self, piece: LinePiece) -> QRectF:
        return QRectF(piece.left, piece.baseline + _LANE * piece.scale, piece.width, 1)

    # -- marks ------------------------------------------------------------------------------

    def _mark(self, finding: Finding, look: Look, scene: PageScene) -> None:
        theme = self._theme
        color = theme.slot(look.slot) if look.slot else QColor(theme.hedge)
        is_source = finding.voice != "narrator"
        is_possible = finding.confidence == "possible"
        lane = _LANE if look.slot or not self._has_wording(scene) else _SECOND_LANE
        for piece in self._geometry.pieces(finding.span):
            if look.slot and not is_possible:
                self._tint(piece, color, is_source=is_source, is_hovered=finding is scene.hovered)
            y = piece.baseline + lane * piece.scale
            line = QRectF(piece.left, y, piece.width, 6 * self._scale)
            self._strokes.line(look.style, line, color, is_source=is_source or is_possible)

    def _has_wording(self, scene: PageScene) -> bool:
        return any(look.slot for _, look in scene.marks)

    def _tint(self, piece: LinePiece, color: QColor, *, is_source: bool, is_hovered: bool) -> None:
        scale, theme = piece.scale, self._theme
        above = _HATCH_TOP if is_source else _TINT_TOP
        top, height = piece.baseline - above * scale, (above + _LANE) * scale
        rect = QRectF(piece.left - 1, top, piece.width + 2, height)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        if is_source:
            self._painter.setBrush(hatch_brush(color, theme.hatch, self._ratio))
        else:
            tinted = QColor(color)
            tinted.setAlphaF(min(1.0, theme.tint + (0.10 if is_hovered else 0)))
            self._painter.setBrush(QBrush(tinted))
        self._painter.drawRoundedRect(rect, 3, 3)

    def _ring(self, finding: Finding) -> None:
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(QPen(QColor(self._theme.focus), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for piece in self._geometry.pieces(finding.span):
            scale = piece.scale
            rect = QRectF(
                piece.left - 2.5, piece.baseline - 19 * scale, piece.width + 5, 31 * scale
            )
            self._painter.drawRoundedRect(rect, 4, 4)

    # -- the margin ----------------------------------------------------------------------------

    def _margin(self, scene: PageScene, left: float) -> None:
        for item in margin_letters(scene.marks, self._geometry, left, scene.letter_count):
            if isinstance(item, MarginRest):
                self._more(item)
            else:
                finding = item.finding
                is_possible = finding.confidence == "possible"
                self._letters.draw(item.rect, item.look, finding.voice, is_possible=is_possible)
        if scene.is_sourcing:
            for numeral in margin_numerals(scene.attributions, self._geometry, left):
                self._numeral(numeral)

    def _more(self, rest: MarginRest) -> None:
        self._painter.setPen(QColor(self._theme.text2))
        self._painter.setFont(sans(12))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(rest.rect, int(flags), f"+{rest.count}")

    def _numeral(self, numeral: MarginNumeral) -> None:
        theme, painter, ink = self._theme, self._painter, QColor(self._theme.text2)
        is_sure = numeral.attribution.sure  # a doubtful one is hollow, in a ring of dots
        is_quoted = is_sure and numeral.attribution.form != "indirect"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = Qt.PenStyle.SolidLine if is_sure else Qt.PenStyle.DotLine
        painter.setPen(QPen(ink, 1.4, line))
        painter.setBrush(ink if is_quoted else QColor(theme.page))
        painter.drawEllipse(numeral.rect.adjusted(1, 1, -1, -1))
        painter.setPen(QColor(theme.page) if is_quoted else ink)
        words = str(numeral.number) if numeral.number else "?"
        painter.setFont(sans_within(words, 11, numeral.rect.width() - 4))
        painter.drawText(numeral.rect, Qt.AlignmentFlag.AlignCenter, words)

    def paragraph_number(self, number: int, right: float, baseline: float) -> None:
        """Draw the number of a paragraph so that it ends at `right`."""
        self._painter.setPen(QColor(self._theme.text2))
        self._painter.setFont(sans(12))
        rect = QRectF(right - 40, baseline - 14, 40, 16)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        self._painter.drawText(rect, int(flags), str(number))

    def side_rule(self, place: QRectF, *, is_broken: bool) -> None:
        """Draw the line that sets a caption apart, or a broken one beside a left-out piece."""
        color = QColor(self._theme.line2)
        if not is_broken:
            self._painter.fillRect(place, color)
            return
        y = place.top()
        while y < place.bottom():
            part = QRectF(place.left(), y, place.width(), min(_DASH, place.bottom() - y))
            self._painter.fillRect(part, color)
            y += 2 * _DASH

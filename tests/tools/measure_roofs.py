"""Print how near letters come to the roof over reported words, in pixels of the screen.

For every text size, at 1x, 1.25x, 1.5x and 2x: how many of the capitals with accents would be
touched by a roof that always stands 17/19 of the size over the baseline, and the smallest gap
that the page leaves. No arguments. Run with QT_QPA_PLATFORM=offscreen.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocument
from PySide6.QtWidgets import QApplication

from reader.core.text.spans import Span
from reader.paths import default_paths
from reader.ui.reading_view.painting.voices import VoicePainter
from reader.ui.reading_view.typesetting.geometry import PageGeometry
from reader.ui.reading_view.typesetting.text_offsets import TextOffsets, TextRun
from reader.ui.theme import LIGHT, load_fonts, serif

CAPITALS = "ÉÅÑÂÃÄÖŐŽŮẤ"
RATIOS = (1.0, 1.25, 1.5, 2.0)
SIZES = range(15, 33)
_INK = 60  # darkness of 255 from which a pixel counts as part of a letter


def gap_under_roof(letter: str, size_px: int, ratio: float) -> tuple[int, int]:
    """Return the rows between roof and letter, and between the usual roof and the letter.

    Both in pixels of the screen; 0 or less means that they touch.
    """
    document = QTextDocument()
    document.setDocumentMargin(20)
    document.setDefaultFont(serif(size_px))
    document.setPlainText(f"n{letter}n")
    document.documentLayout().documentSize()
    runs = (TextRun(Span(0, len(letter) + 2), 0),)
    geometry = PageGeometry(document, TextOffsets(f"n{letter}n", runs))
    piece, ink = next(iter(geometry.pieces_with_ink(Span(0, len(letter) + 2))))
    painter = QPainter()
    roof = VoicePainter(painter, LIGHT, geometry, ratio).roof_top(piece, ink, 1 / ratio)
    top = _first_row(letter, size_px, ratio, piece.baseline)
    usual = round((piece.baseline - 17 * piece.scale) * ratio)
    return top - round(roof * ratio) - 1, top - usual - 1


def _first_row(letter: str, size_px: int, ratio: float, baseline: float) -> int:
    """Return the first row of the screen with ink of a letter drawn on a baseline."""
    side = round(4 * size_px * ratio) + 40
    image = QImage(side, side, QImage.Format.Format_Grayscale8)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(serif(size_px))
    painter.drawText(QPointF(10, baseline), letter)
    painter.end()
    for row in range(side):
        if any(255 - image.pixelColor(column, row).red() > _INK for column in range(side)):
            return row
    return side


def main() -> None:
    """Print one line for each ratio."""
    application = QApplication([])
    load_fonts(default_paths().resources)
    for ratio in RATIOS:
        gaps = [gap_under_roof(one, size, ratio) for size in SIZES for one in CAPITALS]
        touched = sum(usual <= 0 for _, usual in gaps)
        plain = min(gap_under_roof(one, size, ratio)[0] for size in SIZES for one in "Eb“f")
        print(
            f"{ratio:4}x: {touched} of {len(gaps)} capitals would touch; smallest gap left "
            f"{min(gap for gap, _ in gaps)}, under plain letters {plain}"
        )
    application.processEvents()


if __name__ == "__main__":
    main()

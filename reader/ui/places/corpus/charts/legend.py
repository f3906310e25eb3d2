"""What the signs of the three voices in a chart mean."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reader.core.across.corpora.voiced_text import VOICES
from reader.core.lexicon.findings import Voice
from reader.ui.marks.voice_swatch import voice_icon
from reader.ui.marks.words import voice_words
from reader.ui.places.corpus.counts.cell_painter import paint_strip
from reader.ui.theme import Theme

Signs = Literal["columns", "places"]
_WIDTH, _HEIGHT = 22, 22


class Legend(QWidget):
    """Three signs with their words, in a row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._signs = theme, "places"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        self._pictures: dict[Voice, QLabel] = {}
        for voice in VOICES:
            picture, words = QLabel(self), QLabel(voice_words(voice), self)
            words.setProperty("role", "small")
            row.addWidget(picture)
            row.addWidget(words)
            row.addSpacing(9)
            self._pictures[voice] = picture
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._draw()

    def show_signs(self, signs: Signs) -> None:
        """Explain columns of a chart, or places in an article."""
        self._signs = signs
        self._draw()

    def _draw(self) -> None:
        for voice, picture in self._pictures.items():
            if self._signs == "columns":
                ratio = self.devicePixelRatioF()
                picture.setPixmap(voice_icon(self._theme, voice, ratio).pixmap(18, 12))
            else:
                picture.setPixmap(self._place_sign(voice))

    def _place_sign(self, voice: Voice) -> QPixmap:
        ratio = self.devicePixelRatioF()
        sign = QPixmap(round(_WIDTH * ratio), round(_HEIGHT * ratio))
        sign.setDevicePixelRatio(ratio)
        sign.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sign)
        paint_strip(painter, QRectF(0, 0, _WIDTH, _HEIGHT), ((0.5, voice),), self._theme)
        painter.end()
        return sign

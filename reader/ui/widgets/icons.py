"""The shipped icons, drawn in a colour of the theme when they are first needed."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SIZE = 16


class Icons:
    """Makes icons from the Lucide files in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, color: str) -> QIcon:
        """Return an icon in a colour; an empty one when the file is not there."""
        key = (name, color)
        if key not in self._made:
            self._made[key] = self._draw(name, color)
        return self._made[key]

    def _draw(self, name: str, color: str) -> QIcon:
        path = self._folder / f"{name}.svg"
        icon = QIcon()
        if not path.is_file():
            return icon
        drawing = path.read_text(encoding="utf-8")
        drawing = drawing.replace("currentColor", color).replace(
            'stroke-width="2"', 'stroke-width="1.75"'
        )
        renderer = QSvgRenderer(QByteArray(drawing.encode()))
        for ratio in (1, 2):
            pixmap = QPixmap(_SIZE * ratio, _SIZE * ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter, QRectF(0, 0, _SIZE * ratio, _SIZE * ratio))
            painter.end()
            pixmap.setDevicePixelRatio(ratio)
            icon.addPixmap(pixmap)
        return icon


def beside_icon(words: str) -> str:
    """Return the words of a button with an icon, held apart from it: Qt leaves two pixels only."""
    return f"\u00a0{words}"

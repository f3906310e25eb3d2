"""Where the mouse is on a page of text: on a line, also between two of them."""

from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTextEdit

from reader.ui.reading_view.typesetting.geometry import PageGeometry


def on_a_line(page: QTextEdit, geometry: PageGeometry, event: QMouseEvent) -> QMouseEvent:
    """Return an event of the mouse as if it were on the nearest line; most are on one.

    Args:
        page: What the mouse is over.
        geometry: Where its lines stand.
        event: What happened.
    """
    if event.type() == QEvent.Type.MouseMove and not event.buttons():
        return event  # nobody selects
    place = event.position()
    moved = point_on_a_line(page, geometry, place)
    if moved == place:
        return event
    return QMouseEvent(
        event.type(),
        moved,
        event.globalPosition(),
        event.button(),
        event.buttons(),
        event.modifiers(),
        event.pointingDevice(),
    )


def point_on_a_line(page: QTextEdit, geometry: PageGeometry, point: QPointF | QPoint) -> QPointF:
    """Return a point of the viewport moved onto the nearest line."""
    scrolled = QPointF(0, page.verticalScrollBar().value())
    return geometry.on_a_line(QPointF(point) + scrolled) - scrolled

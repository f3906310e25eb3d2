"""The reading view: the page, its marks, its margin map and the card."""

from reader.ui.reading_view.mark_filter import Layer, MarkFilter
from reader.ui.reading_view.reading_view import ReadingView

__all__ = ["Layer", "MarkFilter", "ReadingView"]

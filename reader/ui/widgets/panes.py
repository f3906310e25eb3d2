"""The panes of the window, from one to the next by a key."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QWidget


@runtime_checkable
class HasPanes(Protocol):
    """A page of the window with panes of its own, such as the library."""

    def panes(self) -> Sequence[QWidget]:
        """Return those that can be seen, in their order."""


def go_on(panes: Sequence[QWidget], focus: QWidget | None) -> None:
    """Move the keyboard to the pane after the one that has it, to the first of what it holds.

    Args:
        panes: Those that can be seen, in their order.
        focus: What has the keyboard now.
    """
    here = next((n for n, pane in enumerate(panes) if _holds(pane, focus)), -1)
    target = panes[(here + 1) % len(panes)]
    first = target if isinstance(target, QTextEdit) else _first_stop(target)
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))


def _first_stop(pane: QWidget) -> QWidget | None:
    """Return the first widget of a pane that the Tab key reaches, itself included."""
    for widget in (pane, *pane.findChildren(QWidget)):
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and widget.isVisible() and widget.isEnabled():
            return widget
    return None

"""The icons of the commands: those in sight are drawn at once, the others with the first menu."""

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QAction

from reader.ui.theme import Theme
from reader.ui.widgets.icons import Icons


class CommandIcons:
    """Gives actions their icons in the colours of a theme.

    To draw forty takes longer than to show a page of text, and a dozen can be seen at first.
    """

    def __init__(
        self,
        icons: Icons,
        names: Mapping[str, str],
        actions: Mapping[str, QAction],
        in_sight: Iterable[QAction],
    ) -> None:
        seen = set(in_sight)
        self._icons, self._actions = icons, actions
        self._names = {name: icon for name, icon in names.items() if icon}
        self._missing = {name for name in self._names if actions[name] not in seen}
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours what is drawn already, and what is in sight."""
        self._theme = theme
        self._draw(self._names.keys() - self._missing)

    def complete(self) -> None:
        """Draw those that are missing: a menu opens, or a page or a rail that shows them."""
        missing, self._missing = self._missing, set()
        self._draw(missing)

    def _draw(self, names: Iterable[str]) -> None:
        if self._theme is not None:
            for name in names:
                icon = self._icons.icon(self._names[name], self._theme.text)
                self._actions[name].setIcon(icon)

"""The Qt palette of a theme, for what no style sheet reaches."""

from PySide6.QtGui import QColor, QPalette

from reader.ui.theme.tokens import Theme


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme."""
    colors = QPalette()
    for role, value in (
        (QPalette.ColorRole.Window, theme.chrome),
        (QPalette.ColorRole.WindowText, theme.text),
        (QPalette.ColorRole.Base, theme.page),
        (QPalette.ColorRole.AlternateBase, theme.panel),
        (QPalette.ColorRole.Text, theme.text),
        (QPalette.ColorRole.Button, theme.raised),
        (QPalette.ColorRole.ButtonText, theme.text),
        (QPalette.ColorRole.Highlight, theme.accent),
        (QPalette.ColorRole.HighlightedText, theme.on),
        (QPalette.ColorRole.ToolTipBase, theme.raised),
        (QPalette.ColorRole.ToolTipText, theme.text),
        (QPalette.ColorRole.Link, theme.accent),
        (QPalette.ColorRole.PlaceholderText, theme.text2),
    ):
        colors.setColor(role, QColor(value))
    return colors

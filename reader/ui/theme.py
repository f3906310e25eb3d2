"""The design's tokens: colours of light, dark and sepia, fonts, and the style sheet."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from reader.paths import default_paths

ThemeName = Literal["light", "dark", "sepia"]

SERIF = "Source Serif 4"
SANS = "IBM Plex Sans"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, as `#rrggbb`; the names are the design's.

    Attributes:
        name: light, dark or sepia.
        slots: The eight wording colours.
        tint: Opacity of a tint, 0 to 1.
        hatch: Opacity of a hatch line, 0 to 1.
    """

    name: ThemeName
    page: str
    chrome: str
    panel: str
    raised: str
    text: str
    text2: str
    line: str
    line2: str
    accent: str
    on: str
    accent_wash: str
    hover: str
    focus: str
    band: str
    band2: str
    bandline: str
    hedge: str
    warn: str
    warn_wash: str
    swatch: str
    slots: tuple[str, str, str, str, str, str, str, str]
    tint: float
    hatch: float

    def slot(self, number: int) -> QColor:
        """Return the colour of a wording slot, 1 to 8."""
        return QColor(self.slots[number - 1])

    def tint_of(self, color: QColor) -> QColor:
        """Return a colour at the opacity of a tint."""
        tinted = QColor(color)
        tinted.setAlphaF(self.tint)
        return tinted


LIGHT = Theme(
    name="light",
    page="#FCFBF8",
    chrome="#EFEDE8",
    panel="#F6F4F0",
    raised="#FFFFFF",
    text="#1F1D1A",
    text2="#55514A",
    line="#D9D5CC",
    line2="#8A857A",
    accent="#1F4F82",
    on="#FFFFFF",
    accent_wash="#E1E9F2",
    hover="#E7E4DD",
    focus="#1B5FB0",
    band="#EDE8DC",
    band2="#F6F3EC",
    bandline="#BBB19B",
    hedge="#55606C",
    warn="#7A4B00",
    warn_wash="#FBF0DA",
    swatch="#DCD4C2",
    slots=(
        "#8F2402",
        "#9E651D",
        "#47552C",
        "#00564A",
        "#007C9D",
        "#0B4FAB",
        "#68266E",
        "#C10F66",
    ),
    tint=0.15,
    hatch=0.34,
)

DARK = Theme(
    name="dark",
    page="#1B1B1C",
    chrome="#141415",
    panel="#222224",
    raised="#2C2C2F",
    text="#E6E2D9",
    text2="#B1ACA2",
    line="#3B3A39",
    line2="#85807A",
    accent="#8DB9EA",
    on="#10202F",
    accent_wash="#26374A",
    hover="#313135",
    focus="#7DB4F2",
    band="#35312A",
    band2="#252320",
    bandline="#625B49",
    hedge="#C3C5C8",
    warn="#F0C676",
    warn_wash="#3A3020",
    swatch="#4A4436",
    slots=(
        "#F79469",
        "#FBCC3F",
        "#8E9305",
        "#399D8D",
        "#92DCFB",
        "#8B8FBE",
        "#D090FE",
        "#FA447D",
    ),
    tint=0.24,
    hatch=0.30,
)

SEPIA = Theme(
    name="sepia",
    page="#F5EAD5",
    chrome="#E6D8BC",
    panel="#EEE1C9",
    raised="#FBF3E2",
    text="#2E2418",
    text2="#544632",
    line="#CFBF9F",
    line2="#84745A",
    accent="#1D4A75",
    on="#FFFFFF",
    accent_wash="#D9DCD8",
    hover="#E2D3B4",
    focus="#1A56A0",
    band="#E6D5B2",
    band2="#EFE1C5",
    bandline="#B39C6E",
    hedge="#302C21",
    warn="#6E4300",
    warn_wash="#F3DFB2",
    swatch="#D9C497",
    slots=(
        "#8A2000",
        "#8C5A12",
        "#424F27",
        "#00564A",
        "#00718F",
        "#0B4BA3",
        "#66246C",
        "#B80D60",
    ),
    tint=0.15,
    hatch=0.34,
)

THEMES: dict[ThemeName, Theme] = {"light": LIGHT, "dark": DARK, "sepia": SEPIA}


def load_fonts(resources: Path) -> None:
    """Make the shipped fonts known to Qt; without them Qt falls back on the system's."""
    for path in sorted((resources / "fonts").glob("*.woff2")):
        QFontDatabase.addApplicationFont(str(path))


def serif(size_px: float, *, weight: int = 400, italic: bool = False) -> QFont:
    """Return the reading font."""
    return _font(SERIF, size_px, weight, italic=italic)


def sans(size_px: float, *, weight: int = 400, italic: bool = False) -> QFont:
    """Return the interface font."""
    return _font(SANS, size_px, weight, italic=italic)


def _font(family: str, size_px: float, weight: int, *, italic: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(round(size_px))
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    return font


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme, for what no style sheet reaches."""
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


_SHEET = """
* { font-family: "IBM Plex Sans"; font-size: 13px; color: %(text)s; }
QMainWindow, QMenuBar, QToolBar, QStatusBar { background: %(chrome)s; border: 0; }
QMenuBar { padding: 0 10px; }
QMenuBar::item { padding: 3px 8px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: %(hover)s; }
QMenu { background: %(raised)s; border: 1px solid %(line2)s; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: %(accent_wash)s; }
QMenu::item:disabled { color: %(line2)s; }
QMenu::separator { height: 1px; background: %(line)s; margin: 4px 8px; }
QToolBar { border-bottom: 1px solid %(line)s; padding: 2px 12px; spacing: 4px; }
QToolBar#rail { border: 0; border-left: 1px solid %(line)s; padding: 8px 4px; }
QToolBar::separator { background: %(line)s; width: 1px; margin: 4px 8px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px;
  padding: 4px 6px; }
QToolButton:hover, QPushButton:hover { background: %(hover)s; }
QToolButton:focus, QPushButton:focus { border: 2px solid %(focus)s; }
QToolButton:checked { background: %(accent_wash)s; border: 1px solid %(accent)s;
  color: %(accent)s; }
VoiceFilter QToolButton { border: 1px solid %(line2)s; border-radius: 0; background: %(raised)s;
  padding: 4px 9px; margin-left: -1px; }
VoiceFilter QToolButton:hover { background: %(hover)s; }
VoiceFilter QToolButton:checked { background: %(accent_wash)s; border: 1px solid %(accent)s;
  border-bottom: 2px solid %(accent)s; font-weight: 600; }
PanelFrame, PanelFrame QStackedWidget, PanelFrame QStackedWidget > QWidget,
  AboutPanel, AboutPanel > QWidget > QWidget { background: %(panel)s; }
WelcomePage { background: %(page)s; }
QFrame#forewarning { border: 0; border-left: 3px solid %(accent)s; }
QFrame#drop_box { border: 1px dashed %(line2)s; border-radius: 8px; }
QLabel#drop_sign { background: %(accent_wash)s; border: 2px dashed %(accent)s; border-radius: 8px;
  font: 400 22px "Source Serif 4"; }
QWidget#find_bar { background: %(chrome)s; border-bottom: 1px solid %(line)s; }
QStatusBar { border-top: 1px solid %(line)s; }
QStatusBar QLabel { color: %(text2)s; font-size: 12px; padding: 0 6px; }
QStatusBar::item { border: 0; }
QPushButton { background: %(raised)s; border: 1px solid %(line2)s; border-radius: 5px;
  padding: 5px 12px; }
QPushButton:pressed { background: %(accent_wash)s; }
QPushButton:disabled { color: %(line2)s; }
QPushButton[main="true"] { background: %(accent)s; color: %(on)s; border-color: %(accent)s; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QToolButton[small="true"] { font-size: 12px; padding: 1px 7px; border: 1px solid %(line2)s; }
QTableWidget { gridline-color: %(line)s; selection-background-color: %(accent_wash)s;
  selection-color: %(text)s; }
QHeaderView, QHeaderView::section { background: %(chrome)s; border: 0; padding: 3px 6px;
  color: %(text2)s; font-size: 12px; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox { background: %(raised)s;
  border: 1px solid %(line2)s; border-radius: 5px; padding: 4px 8px;
  selection-background-color: %(accent)s; selection-color: %(on)s; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid %(focus)s;
  padding: 3px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: %(text2)s;
  background: %(panel)s; border-color: %(line)s; }
QWidget#entry_form { background: %(panel)s; border-left: 1px solid %(line)s; }
QTableView#entry_table { background: %(page)s; }
QHeaderView { background: %(panel)s; padding: 0; }
QHeaderView::section { background: %(panel)s; border: 0; border-bottom: 1px solid %(line)s;
  padding: 7px 8px; color: %(text2)s; font-weight: 600; }
QComboBox::drop-down { border: 0; width: 20px; }
QComboBox::down-arrow { image: url("%(arrow)s"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: %(raised)s; selection-color: %(text)s;
  selection-background-color: %(accent_wash)s; }
QDialog, QMessageBox { background: %(panel)s; }
QDockWidget, QDockWidget > QWidget { background: %(panel)s; }
QMainWindow::separator { background: %(line)s; width: 5px; height: 5px; }
QMainWindow::separator:hover { background: %(accent)s; }
QTabBar { background: %(chrome)s; }
QTabBar::tab { background: transparent; padding: 8px 6px; color: %(text2)s;
  border: 1px solid transparent; border-top: 2px solid transparent; }
QTabBar::tab:selected { background: %(panel)s; color: %(text)s; font-weight: 600;
  border-color: %(line)s; border-top: 2px solid %(accent)s; border-bottom: 0; }
QTabBar::tab:focus { color: %(focus)s; }
QTabWidget::pane { border: 0; background: %(panel)s; }
QTextBrowser { background: %(page)s; border: 0; selection-background-color: %(accent)s;
  selection-color: %(on)s; }
QScrollArea, QScrollArea > QWidget > QWidget { background: %(panel)s; border: 0; }
QTreeView, QTableView { background: %(panel)s; border: 0; outline: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: %(line2)s; min-height: 24px; border-radius: 4px;
  margin: 1px 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; }
QScrollBar::handle:horizontal { background: %(line2)s; min-width: 24px; border-radius: 4px;
  margin: 2px 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: %(raised)s; color: %(text)s; border: 1px solid %(line2)s; padding: 4px; }
QLabel[role="heading"] { font-size: 15px; font-weight: 600; }
QLabel[role="section"] { font-size: 12px; font-weight: 600; color: %(text2)s; }
QLabel[role="chip"] { border: 1px solid %(line2)s; border-radius: 10px; padding: 1px 8px;
  font-size: 12px; }
QLabel[role="quiet"] { color: %(text2)s; }
QLabel[role="foot"] { color: %(text2)s; font-size: 12px; padding: 8px 14px;
  border-top: 1px solid %(line)s; }
QLabel[role="small"] { color: %(text2)s; font-size: 12px; }
QFrame[role="note"] { background: %(accent_wash)s; border-radius: 5px; }
QFrame[role="warning"] { background: %(warn_wash)s; border: 1px solid %(warn)s;
  border-radius: 5px; }
QFrame[role="card"] { background: %(raised)s; border: 1px solid %(line2)s; border-radius: 8px; }
QFrame[role="rule"] { background: %(line)s; border: 0; max-height: 1px; min-height: 1px; }
QProgressBar { border: 1px solid %(line2)s; border-radius: 3px; max-height: 6px;
  background: %(raised)s; }
QProgressBar::chunk { background: %(accent)s; }
"""


def style_sheet(theme: Theme) -> str:
    """Return the application's style sheet in the colours of a theme."""
    names = (
        "page chrome panel raised text text2 line line2 accent on accent_wash hover focus warn "
        "warn_wash"
    ).split()
    arrow = default_paths().resources / "icons" / "combo-arrow.svg"
    return _SHEET % ({name: getattr(theme, name) for name in names} | {"arrow": arrow.as_posix()})

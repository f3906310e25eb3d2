"""The style sheet of the application, filled with the colours of a theme."""

from reader.paths import default_paths
from reader.ui.theme.tokens import Theme

_SHEET = """
* { font-family: "IBM Plex Sans"; font-size: 13px; color: %(text)s; }
QMainWindow, QMenuBar, QToolBar, QStatusBar { background: %(chrome)s; border: 0; }
QMenuBar { padding: 0 10px; }
QMenuBar::item { padding: 3px 8px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: %(hover)s; }
QMenu { background: %(raised)s; border: 1px solid %(line2)s; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 28px; border-radius: 4px; }
QMenu::icon { left: 6px; }
QMenu::icon:checked { background: %(accent_wash)s; border: 1px solid %(accent)s;
  border-radius: 3px; }
QMenu::item:selected { background: %(accent_wash)s; }
QMenu::indicator { width: 14px; height: 14px; left: 7px; }
QMenu::indicator:checked { image: url("%(menu_tick)s"); }
QMenu::item:disabled { color: %(line2)s; }
QMenu::separator { height: 1px; background: %(line)s; margin: 4px 8px; }
QToolBar { border-bottom: 1px solid %(line)s; padding: 6px; spacing: 4px; }
QToolBar#rail { border: 0; border-left: 1px solid %(line)s; padding: 8px 4px; }
QToolBar::separator { background: %(line)s; width: 1px; margin: 4px 8px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px;
  padding: 4px 6px; }
QToolButton:hover, QPushButton:hover { background: %(hover)s; }
QToolButton:checked { background: %(accent_wash)s; border: 1px solid %(accent)s;
  color: %(accent)s; }
QToolButton:focus, QPushButton:focus { border: 2px solid %(focus)s; }
VoiceFilter QToolButton { border: 1px solid %(line2)s; border-radius: 0; background: %(raised)s;
  padding: 4px 9px; margin-left: -1px; }
VoiceFilter QToolButton#filter_all { margin-left: 0; border-top-left-radius: 6px;
  border-bottom-left-radius: 6px; }
VoiceFilter QToolButton#filter_indirect { border-top-right-radius: 6px;
  border-bottom-right-radius: 6px; }
VoiceFilter QToolButton#filter_menu { margin-left: 0; border-radius: 6px; padding-right: 18px; }
QToolButton#more::menu-indicator, QToolButton[bare="true"]::menu-indicator { image: none;
  width: 0; }
VoiceFilter QToolButton:hover { background: %(hover)s; }
VoiceFilter QToolButton:checked { background: %(accent_wash)s; border: 1px solid %(accent)s;
  border-bottom: 2px solid %(accent)s; font-weight: 600; }
VoiceFilter QToolButton:focus { border: 2px solid %(focus)s; padding: 3px 8px; }
Segments QToolButton { border: 1px solid %(line2)s; border-radius: 0; background: %(raised)s;
  padding: 4px 10px; margin-left: -1px; }
Segments QToolButton[end="first"] { margin-left: 0; border-top-left-radius: 6px;
  border-bottom-left-radius: 6px; }
Segments QToolButton[end="last"] { border-top-right-radius: 6px;
  border-bottom-right-radius: 6px; }
Segments QToolButton[end="first last"] { margin-left: 0; border-radius: 6px; }
Segments QToolButton:hover { background: %(hover)s; }
Segments QToolButton:checked { background: %(accent_wash)s; border: 1px solid %(accent)s;
  border-bottom: 2px solid %(accent)s; font-weight: 600; }
Segments QToolButton:focus { border: 2px solid %(focus)s; padding: 3px 9px; }
QFrame#export_head { border: 0; border-bottom: 1px solid %(line)s; background: %(panel)s; }
QFrame#export_foot { border: 0; border-top: 1px solid %(line)s; background: %(panel)s; }
QWidget#export_left { background: %(panel)s; border-right: 1px solid %(line)s; }
QListWidget#export_formats { background: %(panel)s; border: 0; outline: 0; }
QScrollArea#export_scroll, QWidget#export_options { background: %(raised)s; border: 0; }
QWidget#export_preview { background: %(panel)s; border-left: 1px solid %(line)s; }
QPlainTextEdit#export_text { background: %(raised)s; border: 1px solid %(line2)s;
  font-family: monospace; font-size: 12px; }
QTextBrowser#export_reading { background: #FFFFFF; border: 1px solid %(line2)s; padding: 8px; }
QLabel[role="warning"] { background: %(warn_wash)s; color: %(warn)s; border-radius: 5px;
  padding: 4px 8px; }
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
QPushButton:checked { background: %(accent_wash)s; border-color: %(accent)s; }
QPushButton:disabled { color: %(line2)s; }
QPushButton[main="true"] { background: %(accent)s; color: %(on)s; border-color: %(accent)s; }
QPushButton[main="true"]:focus { border: 2px solid %(focus)s; padding: 4px 11px;
  background: %(accent_wash)s; color: %(text)s; }
QPushButton[main="true"]:disabled { background: %(hover)s; color: %(text2)s;
  border-color: %(line2)s; }
QPushButton[link="true"] { background: transparent; border: 1px solid transparent;
  padding: 1px 3px; font-size: 12px; font-weight: 600; color: %(accent)s; }
QPushButton[link="true"]:focus { border: 2px solid %(focus)s; padding: 0 2px; }
QPushButton[link="true"]::menu-indicator { width: 0; }
QPushButton[segment="true"] { border-radius: 0; margin-left: -1px; padding: 4px 8px;
  font-size: 12px; }
QPushButton[segment="true"]:checked { background: %(accent_wash)s; color: %(accent)s;
  border: 1px solid %(accent)s; border-bottom: 2px solid %(accent)s; font-weight: 600; }
QPushButton[segment="true"]:focus { border: 2px solid %(focus)s; padding: 3px 7px; }
QPushButton[segment="true"][tight="true"] { padding: 4px 5px; }
QPushButton[segment="true"][tight="true"]:focus { padding: 3px 4px; }
QPushButton[segment="true"][end="first"], QToolButton[segment="true"][end="first"] {
  margin-left: 0; border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QPushButton[segment="true"][end="last"], QToolButton[segment="true"][end="last"] {
  border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QLabel[role="key"] { background: %(raised)s; border: 1px solid %(line2)s; border-radius: 3px;
  color: %(text2)s; font-size: 11px; padding: 0 4px; }
QLabel[role="warn"] { color: %(warn)s; font-size: 12px; }
QPushButton[main="true"]:disabled { background: %(panel)s; color: %(line2)s;
  border-color: %(line)s; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QToolButton[small="true"] { font-size: 12px; padding: 1px 7px; border: 1px solid %(line2)s; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator, QListView::indicator, QTreeWidget#difference_rows::indicator {
  width: 14px; height: 14px; background: %(raised)s;
  border: 1px solid %(line2)s; border-radius: 3px; }
QTreeWidget#difference_rows { background: %(page)s; selection-color: %(text)s;
  selection-background-color: %(accent_wash)s; }
QTreeWidget#difference_rows::item { height: 27px; border-bottom: 1px solid %(line)s; }
QTreeWidget#difference_rows::item:selected { background: %(accent_wash)s; color: %(text)s; }
QCheckBox::indicator:checked, QListView::indicator:checked,
  QTreeWidget#difference_rows::indicator:checked { background: %(accent)s;
  border-color: %(accent)s;
  image: url("%(box_tick)s"); }
QCheckBox:disabled { color: %(text2)s; }
QRadioButton { spacing: 8px; }
QRadioButton::indicator { width: 14px; height: 14px; background: %(raised)s;
  border: 1px solid %(line2)s; border-radius: 8px; }
QRadioButton::indicator:checked { width: 6px; height: 6px; background: %(on)s;
  border: 5px solid %(accent)s; border-radius: 8px; }
QRadioButton::indicator:focus { border-color: %(focus)s; }
QRadioButton:focus { background: %(hover)s; border-radius: 8px; }
QCheckBox::indicator:disabled { background: %(panel)s; border-color: %(line)s; }
QCheckBox::indicator:focus { border: 2px solid %(focus)s; }
QAbstractItemView { selection-background-color: %(accent_wash)s; selection-color: %(text)s; }
QTableWidget { gridline-color: %(line)s; }
QHeaderView, QHeaderView::section { background: %(chrome)s; border: 0; padding: 3px 6px;
  color: %(text2)s; font-size: 12px; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox { background: %(raised)s;
  border: 1px solid %(line2)s; border-radius: 5px; padding: 4px 8px;
  selection-background-color: %(accent)s; selection-color: %(on)s; }
QLineEdit { lineedit-clear-button-icon: url("%(clear)s"); }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {
  border: 2px solid %(focus)s; padding: 3px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: %(text2)s;
  background: %(panel)s; border-color: %(line)s; }
QWidget#entry_form { background: %(panel)s; border-left: 1px solid %(line)s; }
QTableView#entry_table { background: %(page)s; }
QHeaderView { background: %(panel)s; padding: 0; }
QHeaderView::section { background: %(panel)s; border: 0; border-bottom: 1px solid %(line)s;
  padding: 7px 8px; color: %(text2)s; font-weight: 600; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: 0; width: 20px; }
QComboBox::down-arrow { image: url("%(arrow)s"); width: 14px; height: 14px; }
QSpinBox::up-button, QSpinBox::down-button { border: 0; width: 20px; background: transparent; }
QSpinBox::up-arrow { image: url("%(arrow_up)s"); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url("%(arrow)s"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: %(raised)s; selection-color: %(text)s;
  selection-background-color: %(accent_wash)s; border: 1px solid %(line2)s; padding: 4px;
  outline: 0; }
QDialog, QMessageBox { background: %(panel)s; }
QDockWidget, QDockWidget > QWidget { background: %(panel)s; }
QMainWindow::separator { background: %(line)s; width: 5px; height: 5px; }
QMainWindow::separator:hover { background: %(accent)s; }
QTabBar { background: %(chrome)s; }
QTabBar::tab { background: transparent; padding: 7px 5px; color: %(text2)s;
  border: 1px solid transparent; border-top: 2px solid transparent; }
QTabBar::tab:selected { background: %(panel)s; color: %(text)s; font-weight: 600;
  border-color: %(line)s; border-top: 2px solid %(accent)s; border-bottom: 0; }
QTabBar::tab:selected:focus { color: %(focus)s; border: 2px solid %(focus)s; }
QTabWidget::pane { border: 0; background: %(panel)s; }
QTextBrowser { background: %(page)s; border: 0; selection-background-color: %(accent)s;
  selection-color: %(on)s; }
QScrollArea, QScrollArea > QWidget > QWidget { background: %(panel)s; border: 0; }
QScrollArea#welcome_page, QWidget#welcome_words { background: %(page)s; }
QTreeView, QTableView { background: %(panel)s; border: 0; outline: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: %(line2)s; min-height: 24px; border-radius: 4px;
  margin: 1px 2px; }
QScrollBar::handle:vertical:disabled { background: transparent; }
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
QLabel[role="number"] { border: 1px solid %(line2)s; border-radius: 11px; font-size: 12px;
  background: %(page)s; }
QLabel[role="quiet"] { color: %(text2)s; }
QLabel[role="foot"] { color: %(text2)s; font-size: 12px; padding: 8px 14px;
  border-top: 1px solid %(line)s; }
QLabel[role="small"] { color: %(text2)s; font-size: 12px; }
QFrame[role="note"] { background: %(accent_wash)s; border-radius: 5px; }
QFrame[role="warning"] { background: %(warn_wash)s; border: 1px solid %(warn)s;
  border-radius: 5px; }
QFrame#mark_card:focus { border: 2px solid %(focus)s; }
QFrame[role="card"] { background: %(raised)s; border: 1px solid %(line2)s; border-radius: 8px; }
QFrame[role="rule"] { background: %(line)s; border: 0; max-height: 1px; min-height: 1px; }
QProgressBar { border: 1px solid %(line2)s; border-radius: 3px; max-height: 6px;
  background: %(raised)s; }
QToolButton[segment="true"] { border: 1px solid %(line2)s; border-radius: 0; padding: 4px 10px;
  background: %(raised)s; margin-left: -1px; }
QToolButton[segment="true"]:checked { background: %(accent_wash)s; border: 1px solid %(accent)s;
  border-bottom: 2px solid %(accent)s; color: %(accent)s; font-weight: 600; }
QFrame#preference_row { border: 0; border-bottom: 1px solid %(line)s; }
QFrame#dialog_head { background: %(chrome)s; border: 0; border-bottom: 1px solid %(line)s; }
QFrame#dialog_foot { background: %(chrome)s; border: 0; border-top: 1px solid %(line)s; }
QWidget#preference_rows { background: %(raised)s; }
QTreeWidget#preference_sections { border-right: 1px solid %(line)s; background: %(panel)s; }
QTreeWidget#preference_sections::item { height: 32px; padding-left: 10px; }
QTreeWidget#preference_sections::item:selected { background: %(accent_wash)s; color: %(text)s;
  font-weight: 600; }
QTreeWidget#key_list { background: %(page)s; border-top: 1px solid %(line)s;
  border-bottom: 1px solid %(line)s; }
QToolBar#library_bar { background: %(chrome)s; }
QFrame#library_tree_frame { background: %(panel)s; border: 0; border-right: 1px solid %(line)s; }
QFrame#library_rail { background: %(panel)s; border: 0; border-right: 1px solid %(line)s; }
QTableView#article_list, QListView#result_list, QWidget#library_note { background: %(page)s; }
QTableView#article_list { border: 0; selection-background-color: %(accent_wash)s; }
QTableView#article_list QHeaderView::section { background: %(page)s; font-weight: 400;
  padding: 5px 14px 5px 0; }
QTableView#article_list QHeaderView::section:first { padding-left: 52px; }
QToolButton[boxed="true"] { background: %(raised)s;
  border: 1px solid %(line2)s; padding: 4px 11px; }
QToolButton[boxed="true"]:hover { background: %(hover)s; }
QToolButton[boxed="true"]:focus { border: 2px solid %(focus)s; padding: 3px 10px; }
QWidget#corpus_bar { background: %(chrome)s; border-bottom: 1px solid %(line)s; }
QWidget#corpus_foot { background: %(panel)s; border-top: 1px solid %(line)s; }
QWidget#corpus_place, QTableView#count_table, QWidget#corpus_blank { background: %(page)s; }
QTabBar#count_tabs { background: transparent; }
QTabBar#count_tabs::tab { padding: 6px 12px; }
QScrollArea#trend_scroll { border-bottom: 1px solid %(line)s; }
QScrollArea#article_pane { border: 2px solid transparent; border-left: 1px solid %(line)s; }
QScrollArea#article_pane:focus { border: 2px solid %(focus)s; }
QFrame#result_head { background: %(page)s; border: 0; border-bottom: 1px solid %(line)s; }
QPushButton[chip="true"] { border-radius: 10px; padding: 1px 9px; font-size: 12px; }
QFrame#versions_side { background: %(panel)s; border: 0; border-left: 1px solid %(line)s; }
QFrame#shelf { background: %(panel)s; border: 0; border-right: 1px solid %(line2)s; }
QTableView#shelf_list { background: %(panel)s; border: 0; border-top: 1px solid %(line)s;
  border-bottom: 1px solid %(line)s; }
QListWidget#add_kinds { background: %(panel)s; border-right: 1px solid %(line)s;
  padding-top: 6px; }
QListWidget#add_kinds::item { height: 34px; padding-left: 8px; }
QListWidget#add_kinds::item:selected { background: %(accent_wash)s; color: %(text)s; }
QWidget#add_content { background: %(raised)s; }
QListWidget#add_items { background: %(raised)s; border: 0; font: 400 15px "Source Serif 4"; }
QListWidget#add_items::item { height: 34px; border-bottom: 1px solid %(line)s; }
QTabBar#article_tabs { border-bottom: 1px solid %(line)s; font-weight: 600; }
QTabBar#article_tabs::tab { max-height: 20px; padding: 4px 10px; }
QTabBar#article_tabs::tab:!selected { font-weight: 400; }
QTabBar::scroller { width: 44px; }
QTabBar QToolButton#ScrollLeftButton, QTabBar QToolButton#ScrollRightButton {
  background: %(chrome)s; border: 0; border-left: 1px solid %(line)s; border-radius: 0;
  padding: 0; }
QTabBar QToolButton::left-arrow { image: url("%(to_left)s"); width: 14px; height: 14px; }
QTabBar QToolButton::right-arrow { image: url("%(to_right)s"); width: 14px; height: 14px; }
QLabel[role="task"] { font: 400 15px "Source Serif 4"; }
QLabel[role="quoted"] { font: 600 19px "Source Serif 4"; }
QLabel[role="read"] { font: 400 15px "Source Serif 4"; }
QLabel[role="lock"] { font: 400 20px "Source Serif 4"; }
QLabel[role="missing"] { color: %(warn)s; font-size: 12px; }
QPlainTextEdit[read="true"], QLineEdit[read="true"] { font: 400 15px "Source Serif 4"; }
QListWidget[rows="true"] { background: transparent; border: 0; outline: 0; }
QListWidget[rows="true"]::item { border-bottom: 1px solid %(line)s; padding: 4px 2px; }
QListWidget[rows="true"]::item:selected { background: %(accent_wash)s; color: %(text)s;
  border-left: 3px solid %(accent)s; }
QListWidget[rows="true"]::item:selected:focus { border: 2px solid %(focus)s; }
QWidget#step_editor, QWidget#reference_list, QWidget#answers_left, QTableWidget#answer_table,
  QScrollArea#step_scroll, QScrollArea#step_scroll > QWidget > QWidget,
  QWidget#reference_list QScrollArea, QWidget#reference_list QScrollArea > QWidget > QWidget {
  background: %(page)s; }
QWidget#steps_panel, QWidget#answers_side { background: %(panel)s; }
QWidget#answers_side { border-left: 1px solid %(line)s; }
QTableWidget#answer_table { border: 0; }
QTableWidget#reason_table { background: %(page)s; }
QTableWidget#reason_table::item { padding: 6px 10px; }
QTableWidget#answer_table::item { border-bottom: 1px solid %(line)s; padding: 0 14px; }
QTableWidget#answer_table QHeaderView::section { background: %(page)s; font-weight: 400;
  padding: 5px 16px 5px 17px; }
QToolButton[step="true"] { border: 1px solid %(line2)s; border-radius: 12px; padding: 3px 7px;
  background: %(page)s; }
QToolButton[step="true"]:checked { background: %(accent)s; color: %(on)s;
  border: 1px solid %(accent)s; font-weight: 600; }
QToolButton[step="true"]:disabled { background: transparent; color: %(text2)s; }
QToolButton[step="true"]:focus { border: 2px solid %(focus)s; padding: 2px 6px; }
QPushButton[start="true"] { text-align: left; padding-left: 12px; }
QFrame#drop_answers { border: 1px dashed %(line2)s; border-radius: 8px; }
QProgressBar::chunk { background: %(accent)s; }
FactPage, QScrollArea#notes_rows, QScrollArea#preference_page {
  border: 2px solid transparent; }
FactPage:focus, QScrollArea#notes_rows:focus, QScrollArea#preference_page:focus,
  QToolButton[small="true"]:focus, QToolButton[segment="true"]:focus,
  QPushButton[flat="true"]:focus, QScrollArea:focus, QTableWidget:focus,
  QTreeWidget#preference_sections:focus, QTreeWidget#key_list:focus,
  QTreeWidget#difference_rows:focus, QListWidget#add_kinds:focus, QListWidget#add_items:focus {
  border: 2px solid %(focus)s; }
"""


def style_sheet(theme: Theme) -> str:
    """Return the application's style sheet in the colours of a theme."""
    names = (
        "page chrome panel raised text text2 line line2 accent on accent_wash hover focus warn "
        "warn_wash"
    ).split()
    icons = default_paths().resources / "icons"
    light, dark = icons / "tick-light.svg", icons / "tick-dark.svg"
    on_accent, on_menu = (dark, light) if theme.is_dark else (light, dark)
    files = {
        "arrow": icons / "combo-arrow.svg",
        "arrow_up": icons / "combo-arrow-up.svg",
        "box_tick": on_accent,
        "clear": icons / "clear-field.svg",
        "menu_tick": on_menu,
        "to_left": icons / "scroll-left.svg",
        "to_right": icons / "scroll-right.svg",
    }
    colours = {name: getattr(theme, name) for name in names}
    return _SHEET % (colours | {name: path.as_posix() for name, path in files.items()})

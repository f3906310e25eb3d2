"""Every panel of the list has what the window needs, and shows categories of any list."""

import importlib
import pkgutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTabBar, QToolButton

from reader.paths import default_paths
from reader.ui import panels
from reader.ui.actions import COMMANDS
from reader.ui.panels import PANELS
from reader.ui.widgets.panel_shape.panel import Panel
from reader.ui.window.panel_tabs import PanelTabs
from tests.gui.acting import row, words_of

ICONS = default_paths().resources / "icons"

OWN_LIST = """
id = "our-hedges"
title = "Our hedges"
language = "en"
version = "1"
panel = "hedging"
licence = "CC0-1.0"
authors = ["Class 9b"]
purpose = "Hedges that the class found."
limits = ""

[[categories]]
id = "rumour"
name = "Rumour has it"
explanation = "Passes on a rumour."
question = "Who started it?"
letter = "r"
slot = 1
line = "{line}"
"""
ENTRIES = """phrase,match,part,category,confidence
the grapevine says,exact,,rumour,confident
"""


@pytest.mark.parametrize("kind", PANELS, ids=lambda kind: kind.id)
def test_a_panel_has_words_and_an_icon(kind):
    assert (ICONS / f"{kind.icon}.svg").is_file()
    assert kind.title
    assert kind.command.replace("&", "")
    assert kind.id not in COMMANDS


def test_no_panel_is_forgotten():
    names = [one.name for one in pkgutil.walk_packages(panels.__path__, "reader.ui.panels.")]
    found = [
        kind
        for name in names
        for kind in vars(importlib.import_module(name)).values()
        if isinstance(kind, type) and issubclass(kind, Panel) and kind.__module__ == name
    ]
    assert set(found) == set(PANELS), "a panel is not in PANELS"


def test_no_two_panels_share_a_name_or_a_key():
    for values in zip(*((kind.id, kind.title, kind.key) for kind in PANELS), strict=True):
        assert len(set(values)) == len(PANELS)
    keys = {kind.key for kind in PANELS}
    assert not keys & {command.key for command in COMMANDS.values()}


def test_each_panel_comes_to_the_front_with_its_command(window):
    view_menu = next(menu for menu in window.menuBar().actions() if menu.text() == "&View").menu()
    bar = window.tabs.findChild(QTabBar)
    for kind in PANELS:
        action = window.actions_by_name[kind.id]
        action.trigger()
        panel = window.tabs.front()
        assert isinstance(panel, kind)
        assert panel.isVisible(), kind.id
        assert panel.accessibleName() == kind.title
        assert bar.accessibleTabName(window.tabs.currentIndex()) == kind.title
        assert action in view_menu.actions(), kind.id
        view_menu.popup(window.pos())  # the icons of a menu are drawn when one is opened
        assert not action.icon().isNull(), kind.id
        view_menu.close()
        button = window.panel.rail.widgetForAction(action)
        assert isinstance(button, QToolButton)
        assert button.accessibleName() == kind.title


def test_each_panel_says_why_it_is_empty(program, open_text, qapp):
    open_text("It rained.")
    shows_marks = program.window.actions_by_name["show_marks"]
    for kind in PANELS:
        panel = program.window.tabs.panel_of(kind)
        program.window.actions_by_name[kind.id].trigger()
        qapp.processEvents()
        assert len(words_of(panel)) > 20, kind.id
        shows_marks.trigger()
        assert ("Marks are off" in words_of(panel)) == kind.needs_marks, kind.id
        shows_marks.trigger()


def test_less_certain_marks_are_offered_where_there_are_no_others(open_text, qtbot):
    wording = open_text(
        "The market was booming in May, and nobody minded the rain."
    ).window.wording
    button = wording.state_button
    assert button.isVisible()
    assert button.text() == "Show 2 less certain marks too"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isVisible()
    assert wording.possible.isChecked()
    assert wording.heading.text() == "2 words and phrases to look at"


def test_a_long_text_has_readable_numbers_and_no_rate(open_text):
    window = open_text("The mill may be shut, the mayor said. " * 200).window
    window.actions_by_name["hedging"].trigger()
    assert "this text has 1,600 words and 200 hedges" in words_of(window.hedging)
    window.actions_by_name["sourcing"].trigger()
    assert "of 1,600 words" in words_of(window.sourcing)


def test_about_names_the_language(window, qapp):
    window.actions_by_name["about_article"].trigger()
    qapp.processEvents()
    assert window.about.findChild(QLabel, "detail_language").text() == "English"


@pytest.fixture
def own_list(tmp_path):
    """Writes a list of the reader's own, with one category that nobody ships."""

    def write(line):
        folder = tmp_path / "lexicons" / "our-hedges"
        folder.mkdir(parents=True)
        (folder / "lexicon.toml").write_text(OWN_LIST.format(line=line), encoding="utf-8")
        (folder / "entries.csv").write_text(ENTRIES, encoding="utf-8")

    return write


@pytest.mark.parametrize(
    ("line", "family"),
    [("wave", "How likely"), ("thin", "On whose word"), ("bar", "Emphasis, the opposite")],
)
def test_a_category_of_the_readers_own_has_its_row(own_list, open_text, line, family):
    own_list(line)
    window = open_text("The grapevine says the mill is sold.").window
    window.actions_by_name["hedging"].trigger()
    assert row(window.hedging.tree, "Rumour has it").counts == (1, 0)
    titles = [item.text for item in window.hedging.tree.rows()]
    assert titles[titles.index("Rumour has it") - 1] == family
    window.hedging.as_table.click()
    assert "Rumour has it" in [cells[1] for cells in window.hedging.table.words()]


def test_tabs_have_as_many_words_as_fit_and_none_is_cut(program, qtbot):
    """All of them; with less room all but those seldom used; at last only that in front."""
    tabs = PanelTabs(program.window.theme, program.window.icons)
    qtbot.addWidget(tabs)
    tabs.setCurrentIndex(1)
    tabs.show()
    bar, seen = tabs.tabBar(), []
    for width in range(900, 279, -4):
        tabs.setFixedSize(width, 500)
        words = [bar.tabText(number) for number in range(bar.count())]
        has_icon = [not bar.tabIcon(number).isNull() for number in range(bar.count())]
        assert has_icon == [not word for word in words]
        assert sum(bar.tabRect(number).width() for number in range(bar.count())) <= width
        if words not in seen:
            seen.append(words)
    every = [panel.tab_title or panel.title for panel in tabs.panels]
    kept = [panel.has_tab_title for panel in tabs.panels]
    most = [word if is_kept else "" for word, is_kept in zip(every, kept, strict=True)]
    front = [word if number == 1 else "" for number, word in enumerate(every)]
    assert seen == [every, most, front]
    assert all(bar.accessibleTabName(number) for number in range(bar.count()))

"""Grab every screen: `screenshots.py FOLDER`. Run with QT_QPA_PLATFORM=offscreen."""

import argparse
import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from reader.launch import (
    load_analysis,
    load_comparison,
    load_corpus,
    load_editor,
    load_readability,
)
from reader.paths import default_paths
from reader.ui.app import Program
from reader.ui.session.late_loads import LateLoads
from reader.ui.theme import THEMES

SAMPLE = Path("resources/samples/eskerby-courier.md")
LIMIT_S = 20
EDITOR = 1366, 768
MARK = 2  # the mark whose card is shown


def settle(program: Program, *, analysed: bool = True) -> None:
    """Run the event loop until the analysis is there."""
    until = time.monotonic() + LIMIT_S
    while time.monotonic() < until:
        QApplication.processEvents()
        analysis = program.session.analysis.current
        if not analysed or (analysis is not None and analysis.readability):
            break
    for _ in range(20):
        QApplication.processEvents()


def themes(program: Program, folder: Path) -> None:
    """Grab every panel in every theme."""
    window = program.window
    for theme in ("light", "dark", "sepia"):
        program.appearance.set_theme(theme)
        for tab, name in enumerate(("wording", "sourcing", "hedging", "naming", "about")):
            window.tabs.setCurrentIndex(tab)
            settle(program)
            marks = window.view.visible_marks()
            if name == "wording" and len(marks) > MARK:
                window.view.focus_finding(marks[MARK])
                window.view.open_card()
                settle(program)
            window.grab().save(str(folder / f"{name}-{theme}.png"))
            window.view.close_card()
    program.appearance.set_theme("light")
    window.tabs.setCurrentIndex(0)


def widths(program: Program, folder: Path) -> None:
    """Grab the window in other sizes, the narrow one with its panel over the page too."""
    window = program.window
    for width, height in ((1920, 1080), (1000, 700), (900, 600), (760, 700)):
        window.resize(width, height)
        settle(program)
        window.grab().save(str(folder / f"wide-{width}.png"))
    window.resize(1000, 700)
    window.actions_by_name["wording"].trigger()
    settle(program)
    window.grab().save(str(folder / "narrow-panel.png"))
    window.panel.close_overlay()
    window.resize(1366, 768)


def menus(program: Program, folder: Path) -> None:
    """Grab menus, preferences and keys in every theme."""
    window = program.window
    for theme in THEMES:
        program.appearance.set_theme(theme)
        for action in window.menuBar().actions()[1:4]:
            menu = action.menu()
            menu.popup(window.pos())
            settle(program)
            name = action.text().replace("&", "").lower()
            menu.grab().save(str(folder / f"menu-{name}-{theme}.png"))
            menu.close()
        window.actions_by_name["preferences"].trigger()
        program.appearance.dialog.search.setText("mark")
        window.actions_by_name["keys"].trigger()
        for dialog in (program.appearance.dialog, program.appearance.keys.dialog):
            settle(program)
            dialog.grab().save(str(folder / f"{dialog.objectName()}-{theme}.png"))
            dialog.close()
    program.appearance.set_theme("light")


def editor(program: Program, folder: Path) -> None:
    """Grab the lexicon editor, with an entry that is not quite in order."""
    window = program.lexicon_windows.open()
    window.showNormal()  # the screen of a test is small, and the window fills it
    window.resize(*EDITOR)
    window.search.setText("claim")
    window.form.guards.setText("after:lives; befor:insurance")
    window.form.guards.textEdited.emit("")
    window.form.flush()
    for theme in ("light", "dark", "sepia"):
        program.appearance.set_theme(theme)
        window.set_theme(program.appearance.theme())
        settle(program)
        window.grab().save(str(folder / f"editor-{theme}.png"))
    window.actions_by_name["undo"].trigger()
    window.close()
    program.appearance.set_theme("light")


def comparison(program: Program, folder: Path) -> None:
    """Grab the dialog in which articles are chosen, and a comparison in two themes."""
    comparing = program.comparing
    comparing.choose()
    if comparing.chooser is None:
        return
    comparing.chooser.add_files([str(SAMPLE.with_name("eskerby-today.md"))])
    settle(program)
    comparing.chooser.grab().save(str(folder / "compare-choose.png"))
    comparing.chooser.compare.click()
    until = time.monotonic() + LIMIT_S
    while comparing.comparison_window is None and time.monotonic() < until:
        QApplication.processEvents()
    shown = comparing.comparison_window
    if shown is None:
        return
    shown.showNormal()
    for theme, width, height in (("light", 1366, 768), ("dark", 900, 600)):
        program.appearance.set_theme(theme)
        shown.resize(width, height)
        settle(program)
        shown.grab().save(str(folder / f"compare-{theme}.png"))
    shown.close()
    program.appearance.set_theme("light")


def corpus(program: Program, folder: Path) -> None:
    """Grab the page of counts over the samples, each of its tabs, in two sizes and themes."""
    program.window.actions_by_name["corpus"].trigger()
    until = time.monotonic() + LIMIT_S
    while program.corpora.place is None and time.monotonic() < until:
        QApplication.processEvents()
    place = program.corpora.place
    if place is None:
        return
    place.bar.words.setText("market")
    place.bar.one.choose_folder(str(SAMPLE.parent))
    for theme, width, height in (("light", 1366, 768), ("dark", 900, 600)):
        program.appearance.set_theme(theme)
        program.window.resize(width, height)
        for number, name in enumerate(("keywords", "lines", "spread", "beside", "trends")):
            place.pages.tabs.setCurrentIndex(number)
            while place.jobs.is_busy and time.monotonic() < until:
                QApplication.processEvents()
            settle(program)
            program.window.grab().save(str(folder / f"corpus-{name}-{theme}.png"))
    program.appearance.set_theme("light")
    program.window.resize(1366, 768)
    program.window.show_page()


def states(program: Program, folder: Path) -> None:
    """Grab what a reader meets when something is not as usual."""
    window = program.window
    window.open_find()
    window.find_bar.field.setText("market")
    settle(program)
    window.grab().save(str(folder / "state-find.png"))
    window.close_find()
    window.actions_by_name["show_marks"].trigger()
    settle(program)
    window.grab().save(str(folder / "state-marks-off.png"))
    window.actions_by_name["show_marks"].trigger()
    program.session.article.open("nowhere.txt")
    settle(program)
    window.grab().save(str(folder / "state-not-there.png"))
    program.session.article.paste_text(
        "Der Rat hat am Montag beschlossen, dass der Markt nicht ist. " * 6
    )
    settle(program)
    window.grab().save(str(folder / "state-language.png"))
    program.session.article.paste_text(
        "The clock struck nine. Read more: Ferry\n\nRead more: Ferry"
    )
    settle(program)
    window.grab().save(str(folder / "state-short.png"))


def main() -> None:
    """Write one PNG for each screen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--article", default=str(SAMPLE))
    call = parser.parse_args()
    call.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    with tempfile.TemporaryDirectory() as own:
        paths = default_paths(Path(own))
        program = Program(
            application,
            paths,
            LateLoads(
                load_analysis,
                load_readability,
                load_editor,
                comparison=load_comparison,
                corpus=load_corpus,
            ),
        )
        program.begin([])
        settle(program, analysed=False)
        program.window.grab().save(str(call.folder / "welcome.png"))
        program.session.article.open(call.article)
        settle(program)
        themes(program, call.folder)
        editor(program, call.folder)
        menus(program, call.folder)
        widths(program, call.folder)
        comparison(program, call.folder)
        corpus(program, call.folder)
        states(program, call.folder)
        program.window.close()
    application.processEvents()


if __name__ == "__main__":
    main()

"""Grab every screen: `screenshots.py FOLDER [--desk] [--size 900x600] [--theme dark]`.

Offscreen. With `--desk` the screens of the library and what belongs to it, over an invented
library, in one size and theme; QT_SCALE_FACTOR=2 makes them twice as fine. Dialogs are grabbed
by themselves.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desk_library import fill
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from reader.launch import (
    load_analysis,
    load_comparison,
    load_corpus,
    load_editor,
    load_library,
    load_library_place,
    load_readability,
)
from reader.paths import default_paths
from reader.storage.library.library import Library
from reader.ui.app import Program
from reader.ui.places.library.shelf_tree.tree_places import TreePlace
from reader.ui.session.loaders import LateLoads
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


def wait(program: Program, is_done: Callable[[], object], rest_s: float = 0.3) -> None:
    """Run the event loop until something is so, and a little longer."""
    until = time.monotonic() + LIMIT_S
    while not is_done() and time.monotonic() < until:
        QApplication.processEvents()
    until = time.monotonic() + rest_s
    while time.monotonic() < until:
        QApplication.processEvents()
    settle(program, analysed=False)


def desk(program: Program, folder: Path, sample: str) -> None:
    """Grab the screens of the desk.

    Args:
        program: The program, with its library filled.
        folder: Where the pictures go.
        sample: The id of the article to be read.
    """

    def grab(name: str, shown: QWidget | None = None) -> None:
        settle(program, analysed=False)
        (shown or program.window).grab().save(str(folder / f"{name}.png"))

    window, session = program.window, program.session
    grab("welcome")
    session.door.when_open(lambda _library: program.desk.page.open_article(sample))
    wait(program, lambda: session.analysis.current is not None)
    for command in ("wording", "sourcing", "hedging", "naming", "notes", "about_article"):
        window.actions_by_name[command].trigger()
        grab(command)
    for part in ("left_out", "versions", "measures", "lists"):
        window.about.findChild(QPushButton, f"segment_about_{part}").click()
        grab(f"about-{part}")
    window.actions_by_name["wording"].trigger()
    window.panel.close_overlay()
    window.actions_by_name["shelf"].trigger()
    wait(program, lambda: program.desk.shelf.shelf is not None)
    grab("shelf")
    _library_screens(program, grab, sample)
    program.tour.begin()
    for step in range(1, 6):
        wait(program, lambda: session.analysis.current is not None)
        grab(f"tour-{step}")
        if program.tour.card is not None:
            program.tour.card.next.click()


def _library_screens(program: Program, grab: Callable[..., None], sample: str) -> None:
    """Grab the library itself, a search, what is chosen, and the dialog that adds articles."""
    window, adding = program.window, program.desk.adding
    window.actions_by_name["library"].trigger()
    wait(program, lambda: program.desk.page.is_in_front)
    place = program.desk.page.place
    assert place is not None  # it is in front
    place.list.show_article(sample)
    grab("library")
    place.choose_place(TreePlace("collection", "Market debate"))
    place.list.selectAll()
    wait(program, lambda: "share" in place.pane.chosen.shared.text())
    grab("library-chosen")
    place.choose_place(TreePlace("all"))
    for name, words in (("found", "regime council"), ("nothing-found", "zorgful")):
        place.look_for(words)
        wait(program, lambda: True, rest_s=1.0)
        grab(f"library-{name}")
    place.look_for("")
    QApplication.clipboard().setText("The market will be held once a month, the council said.")
    for kind, word in (("text", ""), ("file", "nowhere.pdf"), ("folder", "resources/samples")):
        adding.dialog = None
        adding.open(kind)
        wait(program, lambda: adding.dialog is not None)
        assert adding.dialog is not None  # it was waited for
        adding.dialog.field.setText(word)
        adding.dialog.look()
        wait(program, lambda: True, rest_s=0.8)
        grab(f"add-{kind}", adding.dialog)
        adding.dialog.reject()
    window.show_page()


def main() -> None:
    """Write one PNG for each screen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--article", default=str(SAMPLE))
    parser.add_argument("--desk", action="store_true", help="the library and what belongs to it")
    parser.add_argument("--size", default="1366x768", help="of the window, with --desk")
    parser.add_argument("--theme", choices=THEMES, default="light", help="with --desk")
    call = parser.parse_args()
    call.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    with tempfile.TemporaryDirectory() as own:
        sample = ""
        keeps = "yes" if call.desk else "no"  # else it is asked in every picture
        (Path(own) / "settings.json").write_text(f'{{"keeps": "{keeps}"}}', encoding="utf-8")
        if call.desk:
            library = Library.open(Path(own))
            sample = fill(library)
            library.close()
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
                library=load_library,
                library_place=load_library_place,
            ),
        )
        program.begin([])
        if call.desk:
            program.window.showNormal()
            program.window.resize(*map(int, call.size.split("x")))
            program.appearance.set_theme(call.theme)
            desk(program, call.folder, sample)
            program.window.close()
            application.processEvents()
            return
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

"""Grab every screen: `screenshots.py FOLDER`. Run with QT_QPA_PLATFORM=offscreen."""

import argparse
import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from reader.launch import load_analysis, load_readability
from reader.paths import default_paths
from reader.ui.app import Program

SAMPLE = Path("resources/samples/eskerby-courier.md")
LIMIT_S = 20


def settle(program: Program, *, analysed: bool = True) -> None:
    """Run the event loop until the analysis is there."""
    until = time.monotonic() + LIMIT_S
    while time.monotonic() < until:
        QApplication.processEvents()
        analysis = program.session.analysis
        if not analysed or (analysis is not None and analysis.readability):
            break
    for _ in range(20):
        QApplication.processEvents()


def main() -> None:
    """Write one PNG for each screen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--article", default=str(SAMPLE))
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    article = parser.parse_args().article
    application = QApplication([])
    with tempfile.TemporaryDirectory() as own:
        program = Program(application, default_paths(Path(own)), load_analysis, load_readability)
        window = program.window
        program.begin([])
        settle(program, analysed=False)
        window.grab().save(str(folder / "welcome.png"))
        program.session.open(article)
        settle(program)
        for theme in ("light", "dark", "sepia"):
            program.looks.set_theme(theme)
            for tab, name in enumerate(("wording", "sourcing", "hedging", "about")):
                window.tabs.setCurrentIndex(tab)
                settle(program)
                if name == "wording":
                    window.view.focus_finding(window.view.visible_marks()[2])
                    window.view.open_card()
                    settle(program)
                window.grab().save(str(folder / f"{name}-{theme}.png"))
                window.view.close_card()
        program.looks.set_theme("light")
        window.tabs.setCurrentIndex(0)
        for width, height in ((1000, 700), (760, 700), (1920, 1080)):
            window.resize(width, height)
            settle(program)
            window.grab().save(str(folder / f"wide-{width}.png"))
        window.close()
    application.processEvents()


if __name__ == "__main__":
    main()

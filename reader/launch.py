"""The late loads; everything else is imported at the top of its module.

The window or the command line is loaded when it has been chosen, a command when it has been
named, the analysis when the first text waits for it (readability, which brings nltk, after
that), and the lexicon editor when somebody asks for it.
"""

import importlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from argparse import Namespace
    from types import ModuleType

    from reader.core.analysis.analysis import Analysis
    from reader.paths import Paths
    from reader.ui.editor.parts import EditorParts


def run_window(arguments: Sequence[str]) -> int:
    """Open the window; return the exit status."""
    module = importlib.import_module("reader.ui.app")
    return cast("int", module.run(arguments, load_analysis, load_readability, load_editor))


def run_command_line(arguments: Sequence[str]) -> int:
    """Run a command; return the exit status."""
    return cast("int", importlib.import_module("reader.cli.main").main(arguments, load_command))


def report_without_window(origins: Sequence[str]) -> int:
    """Print the text reports for a machine without a display; return the exit status."""
    module = importlib.import_module("reader.cli.main")
    return cast("int", module.report_without_window(origins, load_command))


def load_command(name: str) -> "Callable[[Namespace], int]":
    """Return what runs `analyze`, `batch` or `lexicon`; each brings libraries of its own."""
    return cast("Callable[[Namespace], int]", importlib.import_module(f"reader.cli.{name}").run)


def load_analysis() -> "ModuleType":
    """Return `reader.storage.analysis_tools`, with all detectors behind it."""
    return importlib.import_module("reader.storage.analysis_tools")


def load_readability(paths: "Paths") -> "Callable[[Analysis], object]":
    """Return the function that measures readability; brings textstat and nltk."""
    module = importlib.import_module("reader.storage.readability_tools")
    return cast("Callable[[Analysis], object]", module.ReadabilityTools(paths).measure)


def load_editor() -> "EditorParts":
    """Return the parts of the lexicon editor, its windows among them."""
    from reader.ui.editor.parts import EditorParts

    return EditorParts()

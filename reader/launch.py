"""The late loads of the program, and the commands; all else is imported at the top of its module.

These are loaded when they are wanted and not before: the window or the command line when it has
been chosen, a command when it has been named, the analysis when the first text waits for it
(readability, which brings textstat and nltk, after that), the lexicon editor, comparisons,
lessons, and what moves the kept files, when somebody asks for them, the library when something is
to be kept, its page when somebody goes there, what makes stale analyses anew when there are any,
and what measures agreement, or the words beside a
word, by nltk, when it is asked for. What a room below needs late stands in its `late_loads`: what
only some articles need (`reader.intake`, `reader.intake.text`, `reader.intake.documents.pdf`),
stemmers (`reader.storage`), what writes Parquet (`reader.storage.exports`), the library's
database (`reader.storage.library`), and dialogs (`reader.ui.controllers`). There are no others.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.cli.frame.command import BatchLoads, Command, CorpusLoads, ExportLoads, LessonLoads

if TYPE_CHECKING:
    from types import ModuleType

    from reader.batch.runner import Runner
    from reader.core.across.corpora.collocate import MeasureBeside
    from reader.core.analysis.analysis import Analysis
    from reader.core.analysis.readability import Measure
    from reader.core.lessons.scores.scoring import Agreement
    from reader.paths import Paths
    from reader.storage.lessons.cards import LessonPaper
    from reader.storage.reports.report_format import Writer
    from reader.ui.controllers.appearance.portable import Portable
    from reader.ui.places.comparison.parts import ComparisonParts
    from reader.ui.places.corpus.parts import CorpusParts
    from reader.ui.places.editor.parts import EditorParts
    from reader.ui.places.export.parts import ExportParts
    from reader.ui.places.lessons.parts import LessonParts
    from reader.ui.places.library.parts import LibraryPlaceParts
    from reader.ui.session.library.library_parts import LibraryParts

_UNASKED = -1  # how Qt for Python marks a module that it leaves alone


def collect_seldom() -> None:
    """Let Python look for unused cycles less often.

    The modules, lists and tables that a start makes are half a million objects that stay; to go
    over them again and again costs a tenth of the start, and of every first analysis.
    """
    gc.set_threshold(50_000, 20, 20)


def collect_nothing_yet() -> None:
    """Let Python look for no unused cycles until the window stands (`Program.begin`).

    A command that ends with one article never needs to: all it made goes when it ends.
    """
    gc.disable()


def leave_last_look() -> None:
    """Let Python end without a last look for unused cycles among all that was made.

    For a long text it takes a tenth of the time of its analysis. Where Qt was used it is made,
    for windows end in their order.
    """
    if "PySide6" not in sys.modules:
        gc.freeze()


def load_before_qt() -> "tuple[ModuleType, ...]":
    """Load what the window needs besides Qt, and return it.

    Qt looks through the source of everything that is imported after it, which takes longer than
    to import it.
    """
    from reader.core.views import balance, contested, hedge_patterns
    from reader.intake import read
    from reader.storage.library import store

    return balance, contested, hedge_patterns, read, store


def spare_all_source() -> None:
    """Tell Qt for Python that no module but its own asks for its `__feature__`.

    Else it reads the source of each one that is imported after it, and of each that is named in
    an `import` once more, to see whether that names PySide6; this takes as long again as to
    import it.
    """
    from PySide6 import support

    feature = getattr(support, "feature", None)  # it may move in another version
    asked = getattr(feature, "pyside_feature_dict", None)
    if asked is not None:
        for name in sys.modules:
            asked.setdefault(name, _UNASKED)
        sys.meta_path.insert(0, _Unasked(asked))


class _Unasked:
    """Finds no module, but notes each that is looked for as one that Qt leaves alone."""

    def __init__(self, asked: dict[str, int]) -> None:
        self._asked = asked

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        """Note a module, which the next finder finds."""
        self._asked.setdefault(name, _UNASKED)


def run_window(arguments: Sequence[str]) -> int:
    """Open the window; return the exit status."""
    collect_nothing_yet()
    load_before_qt()
    spare_all_source()
    from reader.ui import app
    from reader.ui.session.loaders import LateLoads

    loads = LateLoads(
        load_analysis,
        load_readability,
        load_editor,
        export=load_export,
        comparison=load_comparison,
        corpus=load_corpus,
        library=load_library,
        library_place=load_library_place,
        lessons=load_lessons,
        renewing=load_renewing,
        portable=load_portable,
    )
    return app.run(arguments, loads)


def run_command_line(arguments: Sequence[str]) -> int:
    """Run a command; return the exit status."""
    from reader.cli import main

    return main.main(arguments, COMMANDS, load_readability)


def is_mistyped(word: str) -> bool:
    """Tell whether a first word can be nothing but a command: plain letters, and no such file."""
    return word.replace("-", "").isalpha() and word[0] != "-" and not os.path.lexists(word)


def report_without_window(origins: Sequence[str]) -> int:
    """Print the text reports for a machine without a display; return the exit status."""
    from reader.cli import main

    return main.report_without_window(origins, COMMANDS, load_readability)


def load_analysis() -> "ModuleType":
    """Return `reader.storage.analysis_tools`, with all detectors behind it."""
    from reader.storage import analysis_tools

    return analysis_tools


def load_readability(paths: "Paths") -> "Callable[[Analysis], tuple[Measure, ...]]":
    """Return the function that measures readability; brings textstat and nltk."""
    from reader.storage.readability_tools import ReadabilityTools

    return ReadabilityTools(paths).measure


def load_editor() -> "EditorParts":
    """Return the parts of the lexicon editor, its windows among them."""
    from reader.ui.places.editor.parts import EditorParts

    return EditorParts()


def load_renewing() -> "ModuleType":
    """Return what makes stale analyses anew in a process of its own."""
    from reader.batch.importing import renewing

    return renewing


def load_portable() -> "type[Portable]":
    """Return the class that moves what is kept beside the program."""
    from reader.ui.controllers.appearance.portable import Portable

    return Portable


def load_comparison() -> "ComparisonParts":
    """Return the parts of comparisons, their window and their paper among them."""
    from reader.ui.places.comparison.parts import ComparisonParts

    return ComparisonParts()


def load_corpus() -> "CorpusParts":
    """Return the parts of the page of counts over many articles."""
    from reader.ui.places.corpus.parts import CorpusParts

    return CorpusParts(load_collocates)


def load_lessons() -> "LessonParts":
    """Return the parts of lessons, their windows among them."""
    from reader.ui.places.lessons.parts import LessonParts

    return LessonParts(load_agreement)


def load_agreement() -> "Agreement":
    """Return what measures agreement in a class; brings nltk."""
    from reader.core.lessons.scores import agreement
    from reader.core.lessons.scores.scoring import Agreement

    return Agreement(agreement.kappa, agreement.alpha, agreement.FEWEST_UNITS)


def load_collocates() -> "MeasureBeside":
    """Return what measures the words beside a word; brings nltk."""
    from reader.core.across.corpora import collocates

    return collocates.collocates


def load_export() -> "ExportParts":
    """Return the parts of export and print, the dialog among them."""
    from reader.ui.places.export.parts import ExportParts

    return ExportParts()


def load_cluster(address: str) -> "Runner":
    """Return the runner for a cluster; brings dask.

    Raises:
        ImportError: dask.distributed is not installed.
        ReaderError: It is no address of a cluster.
    """
    from reader.batch.cluster import Cluster

    return Cluster(address)


def load_paper() -> "Writer":
    """Return what writes articles as PDF; brings Qt, which needs no display for it."""
    from reader.ui.marks.paper import pdf

    return pdf.write_offscreen


def load_lesson_paper() -> "LessonPaper":
    """Return what writes the paper forms of a lesson; brings Qt, which needs no display for it."""
    from reader.ui.places.lessons.paper import lesson_pdf

    return lesson_pdf.lesson_pdf_offscreen


def load_library() -> "LibraryParts":
    """Return the parts of the library's storage, with its database behind them."""
    from reader.ui.session.library.library_parts import LibraryParts

    return LibraryParts()


def load_library_place() -> "LibraryPlaceParts":
    """Return the parts of the library's page."""
    from reader.ui.places.library.parts import LibraryPlaceParts

    return LibraryPlaceParts()


def _analyze() -> "ModuleType":
    from reader.cli import analyze

    return analyze


def _batch() -> "ModuleType":
    from reader.cli import batch

    return batch


def _export() -> "ModuleType":
    from reader.cli import export

    return export


def _compare() -> "ModuleType":
    from reader.cli import compare

    return compare


def _lexicon() -> "ModuleType":
    from reader.cli import lexicon

    return lexicon


def _lesson() -> "ModuleType":
    from reader.cli import lesson

    return lesson


def _corpus() -> "ModuleType":
    from reader.cli import corpus

    return corpus


def _notes() -> "ModuleType":
    from reader.cli import notes

    return notes


def _feeds() -> "ModuleType":
    from reader.cli import feeds

    return feeds


def _library() -> "ModuleType":
    from reader.cli import library

    return library


# To add a command, write a module in `reader.cli` with `add_arguments` and `run`, and load it
# here; a test finds modules that were forgotten.
COMMANDS = (
    Command("analyze", "analyse one article", _analyze),
    Command(
        "batch",
        "analyse many articles, one JSON line each",
        _batch,
        BatchLoads(load_readability, load_cluster),
    ),
    Command("compare", "lay two to six articles side by side", _compare),
    Command(
        "lesson",
        "make lessons, score what a class answered",
        _lesson,
        LessonLoads(load_agreement, load_lesson_paper),
    ),
    Command(
        "export",
        "write an article with its marks for others",
        _export,
        ExportLoads(load_readability, load_paper),
    ),
    Command("notes", "take in highlights and notes of other programs", _notes),
    Command(
        "corpus", "count words of many articles by voice", _corpus, CorpusLoads(load_collocates)
    ),
    Command("feeds", "follow feeds, ask them for what is new", _feeds),
    Command("library", "keep articles, list them, search them", _library),
    Command("lexicon", "list, check, import, export, audit word lists", _lexicon),
)

"""What an analysis needs, loaded from the shipped and the reader's own files."""

from collections.abc import Sequence
from pathlib import Path

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.live_marks import Remarker
from reader.core.lexicon.lexicon import Lexicon
from reader.errors import LexiconError
from reader.paths import Paths
from reader.storage.languages import SHIPPED, load_languages, load_tagger
from reader.storage.lexicons.files import load_lexicons
from reader.storage.lexicons.folder_files import finish_if_needed

__all__ = ["Remarker", "analyse", "load_all_lexicons", "load_analysis_tools"]


def load_analysis_tools(
    paths: Paths, extra: Sequence[Path] = ()
) -> tuple[AnalysisTools, tuple[LexiconError, ...]]:
    """Return tagger and lexicons, and all that is wrong with the lexicons.

    Args:
        paths: Where the shipped and the reader's own files lie.
        extra: Further lexicon folders, on top of all others.

    Raises:
        ReaderError: The language data cannot be read, or a folder of `extra` is missing.
    """
    lexicons, problems = load_all_lexicons(paths, extra)
    language = load_languages(paths.languages).of(SHIPPED)
    tagger = load_tagger(paths.languages, language)
    return AnalysisTools.of(tagger, lexicons, language), problems


def load_all_lexicons(
    paths: Paths, extra: Sequence[Path] = ()
) -> tuple[tuple[Lexicon, ...], tuple[LexiconError, ...]]:
    """Return the shipped, the reader's own and further lexicons, and what is wrong with them.

    Args:
        paths: Where the shipped and the reader's own files lie.
        extra: Further lexicon folders, on top of all others.

    Raises:
        LexiconError: A folder of `extra` is missing.
    """
    for folder in extra:
        if not folder.is_dir():
            raise LexiconError(
                f"{folder} is not a folder of lexicons.", hint="Name the folder with --lexicons."
            )
    finish_if_needed(paths.user_lexicons)
    folders = [paths.lexicons, paths.user_lexicons, *extra]
    return load_lexicons(folders, load_languages(paths.languages), paths.compiled_lists)

"""What an analysis needs, loaded from the shipped and the reader's own files."""

import contextlib
import gc
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.live_marks import Remarker
from reader.core.languages.language import Languages
from reader.core.lexicon.lexicon import Lexicon
from reader.errors import LexiconError
from reader.paths import Paths
from reader.storage.languages import SHIPPED, languages_in_use, load_guesser, load_tagger
from reader.storage.lexicons.files import Later, lexicon_folders, load_lexicons
from reader.storage.lexicons.folder_files import finish_if_needed

__all__ = ["Remarker", "analyse", "load_all_lexicons", "load_analysis_tools"]


def load_analysis_tools(
    paths: Paths, extra: Sequence[Path] = (), *, later: Later | None = None
) -> tuple[AnalysisTools, tuple[LexiconError, ...]]:
    """Return tagger and lexicons, and all that is wrong with the lexicons.

    Args:
        paths: Where the shipped and the reader's own files lie.
        extra: Further lexicon folders, on top of all others.
        later: Takes what keeps lists as they were read, to be called when there is time; None
            to keep them at once.

    Raises:
        ReaderError: The language data cannot be read, or a folder of `extra` is missing.
    """
    with _no_collection():
        lexicons, problems = load_all_lexicons(paths, extra, later)
        language = languages_in_use(paths).of(SHIPPED)
        tagger = load_tagger(paths.languages, language)
        guess = load_guesser(paths.common_words)
        return AnalysisTools.of(tagger, lexicons, language, guess), problems


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Let Python look for no unused cycles meanwhile, and never among what was made.

    A hundred thousand words and entries stay as long as the program runs; to go over them again
    and again takes a tenth of the start.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        _freeze_once()
        if was_on:
            gc.enable()


@cache
def _freeze_once() -> None:
    gc.freeze()


def load_all_lexicons(
    paths: Paths, extra: Sequence[Path] = (), later: Later | None = None
) -> tuple[tuple[Lexicon, ...], tuple[LexiconError, ...]]:
    """Return the shipped, the reader's own and further lexicons, and what is wrong with them.

    Args:
        paths: Where the shipped and the reader's own files lie.
        extra: Further lexicon folders, on top of all others.
        later: Takes what keeps lists as they were read; None to keep them at once.

    Raises:
        LexiconError: A folder of `extra` is missing, or holds no lexicon.
    """
    for folder in extra:
        if not folder.is_dir():
            raise LexiconError(
                f"{folder} is not a folder of lexicons.", hint="Name the folder with --lexicons."
            )
        if not lexicon_folders(folder):
            raise LexiconError(
                f"{folder} holds no lexicon.",
                hint="A lexicon is a folder with lexicon.toml and entries.csv.",
            )
    finish_if_needed(paths.user_lexicons)
    folders = [paths.lexicons, paths.user_lexicons, *extra]
    languages = languages_in_use(paths)
    lexicons, problems = load_lexicons(folders, languages, paths.compiled_lists, later)
    return lexicons, (*problems, *language_warnings(lexicons, languages))


def language_warnings(
    lexicons: Iterable[Lexicon], languages: Languages
) -> tuple[LexiconError, ...]:
    """Return a sentence for each list in a language of which the program has no data."""
    known = ", ".join(sorted(languages.known))
    return tuple(
        LexiconError(
            f"{lexicon.id}: nothing is known here of the language “{lexicon.language[:20]}”, so "
            "its words are found as they are written only, without their other forms.",
            hint=f"Known: {known}. If it is one of these, write it as language in lexicon.toml.",
        )
        for lexicon in lexicons
        if not languages.knows(lexicon.language)
    )

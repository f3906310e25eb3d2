"""Stale analyses made anew in a process of its own: it may die, and ends when it is not wanted."""

import multiprocessing
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from deadly_measures import dies_at_deadly

from reader.batch.importing.renewing import Renewal, renewed
from reader.core.analysis.analysing import AnalysisTools
from reader.core.analysis.known_lexicons import KnownLexicons
from reader.core.lexicon.lexicon import switched_on
from reader.errors import ReaderError
from reader.intake.read import read_text
from reader.paths import default_paths
from reader.storage.library.library import Library


class Deadly:
    """Ends the process that is given it."""

    def __reduce__(self):
        return os._exit, (9,)


class UnwantedError(Exception):
    pass


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path)
    for word in ("horrific", "deadly", "shameful", "brutal"):
        opened.articles.add(read_text(f"Boats\n\nIt was a {word} night.", f"{word}.txt"))
    yield opened
    opened.close()


def lacking(library: Library, known: KnownLexicons) -> list[str]:
    return [library.articles.article(one).origin for one in library.analyses.stale(known)]


def test_what_kills_its_process_is_left_and_what_is_kept_stays(
    library: Library, tmp_path: Path, shipped_tools: AnalysisTools
) -> None:
    off = frozenset({"hedging"})
    known = KnownLexicons(switched_on(shipped_tools.lexicons, off))
    assert len(known.lexicons) < len(shipped_tools.lexicons)
    renewal = Renewal(default_paths(tmp_path), dies_at_deadly, off)
    wanted = iter([True] * 1000)

    def still_wanted() -> None:
        if not next(wanted):
            raise UnwantedError

    run = renewed(renewal, still_wanted)
    assert library.articles.article(next(run)).origin == "brutal.txt"
    wanted = iter([False])
    with pytest.raises(UnwantedError):
        next(run)
    assert not multiprocessing.active_children()
    assert {"deadly.txt", "horrific.txt"} <= set(lacking(library, known))
    assert "brutal.txt" not in lacking(library, known)

    list(renewed(renewal, lambda: None))
    assert lacking(library, known) == ["deadly.txt"]
    assert library.analyses.is_any_stale(known)
    assert not multiprocessing.active_children()


def test_a_process_that_never_lives_is_told(library: Library, tmp_path: Path) -> None:
    assert library.analyses.is_any_stale(KnownLexicons(()))
    with pytest.raises(ReaderError, match="the process for it ended"):
        list(renewed(Renewal(default_paths(tmp_path), Deadly()), lambda: None))

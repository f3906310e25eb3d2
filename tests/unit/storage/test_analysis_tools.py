"""The tools of an analysis: shipped lexicons below, the reader's above, mistakes told."""

from pathlib import Path

import pytest

from reader.core.analysis.analysing import analyse
from reader.errors import LexiconError, ReaderError
from reader.intake.read import read_text
from reader.paths import Paths, default_paths
from reader.storage.analysis_tools import load_analysis_tools

TOML = """\
id = "{name}"
title = "Harbour words"
language = "en"
version = "2"
panel = "wording"
licence = "CC0-1.0"
authors = ["A class"]
purpose = "A test."
limits = "It knows one word."

[[categories]]
id = "harbour"
name = "Harbour word"
explanation = "Smells of tar."
question = "Who says so?"
letter = "H"
slot = 3
line = "thick"
"""
HEADER = (
    "phrase,match,part,category,confidence,alternatives,unless,counterpart,note,source,"
    "example,counterexample\n"
)


def write_lexicon(folder: Path, rows: str) -> Path:
    place = folder / "harbour-words"
    place.mkdir(parents=True)
    (place / "lexicon.toml").write_text(TOML.format(name=place.name))
    (place / "entries.csv").write_text(HEADER + rows)
    return folder


def phrases(tools: object, text: str) -> set[str]:
    found = analyse(read_text(text, "x"), tools, assume_english=True).findings
    return {finding.entry.phrase for finding in found}


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return default_paths(tmp_path / "data")


def test_the_shipped_ones_are_in_order(paths: Paths) -> None:
    tools, problems = load_analysis_tools(paths)
    assert problems == ()
    assert {lexicon.panel for lexicon in tools.lexicons} == {"wording", "hedging", "sourcing"}


@pytest.mark.parametrize("where", ["user", "extra"])
def test_the_readers_own_are_used(paths: Paths, tmp_path: Path, where: str) -> None:
    row = "flotsam,forms,noun,harbour,confident,,,,,,,\n"
    folder = write_lexicon(paths.user_lexicons if where == "user" else tmp_path / "more", row)
    tools, problems = load_analysis_tools(paths, [folder] if where == "extra" else [])
    assert problems == ()
    assert "flotsam" in phrases(tools, "The flotsam lay on the beach all week.")
    assert "harbour-words" in {lexicon.id for lexicon in tools.lexicons}


def test_a_mistake_is_told_with_its_line_and_the_rest_is_used(paths: Paths) -> None:
    rows = "flotsam,forms,noun,harbour,confident,,,,,,,\njetsam,forms,noun,sea,confident,,,,,,,\n"
    write_lexicon(paths.user_lexicons, rows)
    tools, problems = load_analysis_tools(paths)
    assert any("line 3" in problem.message for problem in problems)
    assert all(isinstance(problem, LexiconError) for problem in problems)
    assert "flotsam" in phrases(tools, "The flotsam lay on the beach all week.")


def test_a_missing_folder_is_told(paths: Paths, tmp_path: Path) -> None:
    with pytest.raises(ReaderError) as told:
        load_analysis_tools(paths, [tmp_path / "nowhere"])
    assert "nowhere" in told.value.message
    assert told.value.hint

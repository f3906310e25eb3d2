"""Readability of an analysed article, with sockets refused."""

import os
import socket
from dataclasses import replace
from pathlib import Path

import nltk
import pytest
import textstat  # type: ignore[import-untyped]  # it ships no types

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.document import analysis_document
from reader.core.text.article import Article
from reader.intake.read import read_text
from reader.paths import default_paths
from reader.storage.readability_tools import ReadabilityTools


@pytest.fixture(scope="module")
def tools() -> ReadabilityTools:
    return ReadabilityTools(default_paths())


def test_no_socket_is_opened(
    storm: Analysis, tools: ReadabilityTools, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def refuse(*place: object, **_: object) -> None:
        asked.append(place)
        raise OSError("no network in this test")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    values = {item.id: item.value for item in tools.measure(storm)}
    assert asked == []
    assert values["words"] == storm.words
    assert values["sentences"] == len(storm.sentences)
    assert 0 < values["flesch_reading_ease"] < 121


def test_no_words_no_figures(tools: ReadabilityTools, shipped_tools: AnalysisTools) -> None:
    analysis = analyse(read_text("😀 😀 😀", "x"), shipped_tools)
    assert [
        item.value for item in tools.measure(analysis) if item.id != "sentences" and item.value
    ] == []


def test_the_document_has_one_key_a_measure(storm: Analysis, tools: ReadabilityTools) -> None:
    assert analysis_document(storm, "x")["readability"] == {}  # not yet taken
    assert len({item.id for item in tools.measure(storm)}) == len(tools.measure(storm))


@pytest.mark.skipif(os.name == "nt", reason="rights are kept in another way there")
def test_folders_that_a_group_may_write_in_are_no_matter(
    storm: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a checkout where the umask is 002; nltk takes nothing from such a folder."""
    monkeypatch.setattr(nltk.data, "path", [])
    before = os.umask(0o002)
    try:
        shared = tmp_path / "nltk" / "corpora" / "cmudict"
        shared.mkdir(parents=True)
        paths = default_paths()
        (tmp_path / "language").symlink_to(paths.languages)
        tools = ReadabilityTools(replace(paths, resources=tmp_path))
    finally:
        os.umask(before)
    assert str(tmp_path / "nltk") not in nltk.data.path
    assert {item.id for item in tools.measure(storm)}


def test_the_counts_are_those_of_textstat(tools: ReadabilityTools) -> None:
    text = "Don't ''try — İzmir's co-operative zyzzyvine, don't! rock'n'roll It; it \x1c Émile's"
    values = {item.id: item.value for item in tools.measure(Analysis(Article(text, ()), words=9))}
    words = textstat.lexicon_count(text)
    assert values["syllables_per_word"] == round(textstat.syllable_count(text) / words, 2)
    assert values["difficult_words"] == textstat.difficult_words(text, 3)
    letters = 100 * textstat.letter_count(text) / words
    assert values["coleman_liau_index"] == round(0.0588 * letters - 29.6 / words - 15.8, 2)

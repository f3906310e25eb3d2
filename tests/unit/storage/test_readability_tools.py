"""Readability of an analysed article, with sockets refused."""

import socket

import pytest

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.document import analysis_document
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

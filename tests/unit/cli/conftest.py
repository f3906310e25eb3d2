"""Calls of the command line share the loaded tools, which take a third of a second each time."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.core.analysis.analysing import AnalysisTools
from reader.errors import LexiconError
from reader.paths import Paths
from reader.storage.analysis_tools import load_analysis_tools


@pytest.fixture(autouse=True)
def _own_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shipped_tools: AnalysisTools
) -> None:
    def load(
        paths: Paths, extra: Sequence[Path] = ()
    ) -> tuple[AnalysisTools, tuple[LexiconError, ...]]:
        return load_analysis_tools(paths, extra) if extra else (shipped_tools, ())

    monkeypatch.setenv("CLOSE_READER_DATA", str(tmp_path / "data"))
    monkeypatch.setattr("reader.batch.documents.load_analysis_tools", load)


@pytest.fixture
def article(tmp_path: Path, storm_text: str) -> Path:
    path = tmp_path / "storm.txt"
    path.write_text(storm_text, encoding="utf-8")
    return path

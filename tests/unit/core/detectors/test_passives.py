"""Passives without a doer."""

import pytest

from reader.core.analysis.analysing import AnalysisTools
from reader.core.detectors.passives import find_passives
from tests.english import tokenize


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Three protesters were shot dead on Friday.", ["were shot dead"]),
        ("Forty families were evicted last week.", ["were evicted"]),
        ("The files had been quietly deleted.", ["been quietly deleted"]),
        ("The camp was destroyed by Friday.", ["was destroyed"]),
        ("The shelling of the town went on.", ["The shelling of"]),
        ("The sudden eviction of forty families shocked all.", ["The sudden eviction of"]),
        ("Their shelling of the town went on.", []),
        ("The army’s destruction of the bridge took an hour.", []),
        ("The eviction of families by the council was quick.", []),
        ("Three protesters were shot by police.", []),
        ("The camp was destroyed by the army.", []),
        ("Two people were killed in a train crash.", []),
        ("Police shot three protesters.", []),
        ("She was tired and worried.", []),
        ("He got his boss fired.", []),
    ],
)
def test_missing_doers(shipped_tools: AnalysisTools, text: str, marked: list[str]) -> None:
    tokens = tokenize(text)
    found = find_passives(tokens, shipped_tools.tagger.tag(tokens), shipped_tools.grammar.acts)
    assert [text[item.span.start : item.span.end] for item in found] == marked
    assert all(item.category == "no-doer" for item in found)

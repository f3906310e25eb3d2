"""Compounds with a loaded last part."""

import pytest

from reader.core.detectors.compounds import find_compounds
from reader.core.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The Kiev-controlled town fell.", [("Kiev-controlled", "label")]),
        (
            "A truth-hating, rat-infested place.",
            [("truth-hating", "label"), ("rat-infested", "metaphor")],
        ),
        ("It was fear‑mongering.", [("fear‑mongering", "emotive")]),
        ("A peace-loving nation backed the plan.", []),
        ("The well-known writer controlled it.", []),
    ],
)
def test_loaded_endings(text: str, marked: list[tuple[str, str]]) -> None:
    found = find_compounds(tokenize(text))
    assert [(text[f.span.start : f.span.end], f.category) for f in found] == marked

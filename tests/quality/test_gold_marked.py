"""Readings of our own marked texts fit their texts, and are compared and merged rightly."""

import copy
import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "gold_marked"
TEXTS = sorted(FOLDER.glob("*.txt"))
READINGS = sorted(FOLDER.glob("*.json"))  # two of each text, and the one that decides between them
SORTS = {"speech", "thought", "refusal", "attitude"}
FORMS = {"direct", "indirect", "mixed"}
GRADES = {"named-with-role", "named", "described", "group", "unnamed"}
KINDS = set(
    "official military party expert business civil-society citizen armed-group media document "
    "unclear".split()
)
_spec = importlib.util.spec_from_file_location(
    "score_agreement", Path(__file__).parents[1] / "tools" / "score_agreement.py"
)
score_agreement = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(score_agreement)


def read(path: Path) -> tuple[str, dict[str, Any]]:
    """Return a text and one reading of it."""
    reading = json.loads(path.read_text(encoding="utf-8"))
    return (FOLDER / reading["text"]).read_text(encoding="utf-8"), reading


def test_every_text_has_two_readings_and_one_that_decides() -> None:
    assert len(TEXTS) >= 10
    endings = (".json", ".reading-a.json", ".reading-b.json")
    expected = {path.with_suffix(ending): path.name for path in TEXTS for ending in endings}
    assert {path: read(path)[1]["text"] for path in READINGS} == expected


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_what_both_readings_are_sure_of_stands(path: Path) -> None:
    endings = (".reading-a.json", ".reading-b.json", ".json")
    first, second, decided = (
        {
            str(mark["content"])
            for mark in read(path.with_suffix(ending))[1]["attributions"]
            if mark["sure"]
        }
        for ending in endings
    )
    assert first & second
    assert first & second <= decided


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_spans_begin_and_end_at_words(path: Path) -> None:
    text, reading = read(path)
    spans = [mark["span"] for mark in reading["loaded"] + reading["pronouns"]]
    for mark in reading["attributions"]:
        spans += [*mark["content"], *(mark[part] for part in ("source", "cue") if mark[part])]
    for start, end in spans:
        quoted = text[start:end]
        assert quoted
        assert quoted == quoted.strip()
        assert not (text[start - 1 : start].isalnum() and quoted[0].isalnum()), quoted
        assert not (text[end : end + 1].isalnum() and quoted[-1].isalnum()), quoted


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_entities_and_values_are_known(path: Path) -> None:
    text, reading = read(path)
    entities = reading["entities"]
    assert set(reading["actors"]) <= set(entities)
    for entity in entities.values():
        assert entity["kind"] in KINDS
        assert entity["identification"] in GRADES
        assert all(form in text for form in entity["forms"]), entity["name"]
    for mark in reading["attributions"]:
        assert mark["content"]
        assert mark["entity"] is None or mark["entity"] in entities
        assert mark["kind"] in SORTS
        assert mark["form"] in FORMS
    for mark in reading["loaded"]:
        assert mark["speaker"] == "narrator" or mark["speaker"] in entities


def _without_the_last(reading: dict[str, Any]) -> None:
    reading["attributions"].pop()


def _with_other_kind(reading: dict[str, Any]) -> None:
    for entity in reading["entities"].values():
        entity["kind"] = "unclear"


def _with_other_cue(reading: dict[str, Any]) -> None:
    reading["attributions"][0]["cue"] = None


def _without_loaded(reading: dict[str, Any]) -> None:
    reading["loaded"] = []


def _moved(reading: dict[str, Any]) -> None:
    reading["attributions"][0]["content"] = [[0, 4]]


def _together(reading: dict[str, Any]) -> None:
    for mark in reading["attributions"]:
        mark["entity"] = "x"


@pytest.mark.parametrize(
    ("change", "lower"),
    [
        (lambda reading: None, set()),
        (_without_the_last, {"found F1", "a met", "both sure"}),
        (_with_other_kind, {"kind"}),
        (_with_other_cue, {"cue"}),
        (_without_loaded, {"loaded F1"}),
        (_moved, {"found F1", "a met", "b met", "both sure"}),
        (_together, {"same src"}),
    ],
)
def test_only_what_differs_lowers_a_figure(
    change: Callable[[dict[str, Any]], None], lower: set[str]
) -> None:
    entity = {"name": "Ada", "kind": "expert", "identification": "named", "forms": ["Ada"]}
    mark = {"cue": [5, 9], "source": [0, 4], "kind": "speech", "form": "indirect", "sure": True}
    marks = [
        {**mark, "content": [[10 * n, 10 * n + 8]], "entity": "x" if n < 3 else "y"}
        for n in range(1, 5)
    ]
    reading = {
        "entities": {"x": entity, "y": entity},
        "attributions": [{**mark, "inside": False} for mark in marks],
        "loaded": [{"span": [1, 3]}],
    }
    other = copy.deepcopy(reading)
    change(other)
    figures = score_agreement.figures(score_agreement.compare(reading, other))
    assert {name for name, value in figures.items() if value < 1} == lower

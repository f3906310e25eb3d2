"""Wording marks against sentences of our own, and against development data where it lies.

The floors lie a little below the figures of 2026-11-26. A marked stretch and a mark of the program
agree when they share a letter.
"""

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from reader.core.lexicon.matcher import Matcher
from reader.paths import default_paths
from reader.storage.lexicons.files import load_lexicons
from tests.english import LANGUAGES, english_tagger, tokenize

ROOT = Path(__file__).resolve().parents[2]
EVAL = ROOT.parent / "shared" / "eval"
SETS = {
    name: Path(__file__).with_name(f"{name}.txt")
    for name in ("wording_sentences", "wording_sentences_second")
}
FLOORS = {
    "wording_sentences": {
        "confident precision": 0.96,
        "confident recall": 0.50,
        "recall of all marks": 0.80,
        "plain sentences without a confident mark": 0.95,
    },
    "wording_sentences_second": {
        "confident precision": 0.94,
        "confident recall": 0.50,
        "recall of all marks": 0.80,
        "plain sentences without a confident mark": 0.96,
    },
}
# Of recall between the sides, 11 and 14 sentences each.
MOST_GAP = {"wording_sentences": 0.15, "wording_sentences_second": 0.15}
PASSAGE_FLOORS = {
    "wording_passages": {
        "confident precision": 0.94,
        "confident recall": 0.60,
        "recall of all marks": 0.80,
    },
    "wording_passages_second": {
        "confident precision": 0.93,
        "confident recall": 0.53,
        "recall of all marks": 0.68,
    },
}
BABE_FLOORS = {"all": 0.40, "precision": 0.62, "recall": 0.43}
MOST_FLAGGED, MOST_RECALL_GAP, MOST_FALSE_GAP = 0.15, 0.03, 0.05
PTC_FLOOR, MOST_CLEAN_FLAGGED = 0.36, 0.10

Place = tuple[int, int]


@cache
def sentences(gold: str) -> tuple[tuple[str, str, tuple[Place, ...]], ...]:
    """Return side, text and marked places of each sentence of a set of our own."""
    found = []
    for line in SETS[gold].read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            side, _, marked = line.partition("|")
            found.append((side, *unmarked(marked)))
    return tuple(found)


def unmarked(marked: str) -> tuple[str, tuple[Place, ...]]:
    """Return a text without its brackets, and what stood in them."""
    text, places, begin = "", [], 0
    for piece in re.split(r"([\[\]])", marked):
        if piece == "[":
            begin = len(text)
        elif piece == "]":
            places.append((begin, len(text)))
        else:
            text += piece
    return text, tuple(places)


@cache
def marks(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return start, end and confidence of the program's marks."""
    tagger, matcher = tools()
    tokens = tokenize(text)
    return tuple(
        (found.span.start, found.span.end, found.confidence)
        for found in matcher.find(tokens, tagger.tag(tokens))
        if found.panel == "wording"
    )


@cache
def tools():
    paths = default_paths()
    tagger = english_tagger()
    return tagger, Matcher(load_lexicons([paths.lexicons], LANGUAGES)[0])


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def touched(places: tuple[Place, ...], start: int, end: int) -> bool:
    return any(start < e and s < end for s, e in places)


def recall(gold: str, side: str, confidences: tuple[str, ...]) -> float:
    return share(
        [
            any(start < e and s < end and c in confidences for s, e, c in marks(text))
            for name, text, places in sentences(gold)
            if name in side
            for start, end in places
        ]
    )


@cache
def figures(gold: str) -> dict[str, float]:
    sure = [
        touched(places, start, end)
        for _, text, places in sentences(gold)
        for start, end, confidence in marks(text)
        if confidence == "confident"
    ]
    silent = [
        not any(confidence == "confident" for _, _, confidence in marks(text))
        for side, text, _ in sentences(gold)
        if side == "P"
    ]
    return {
        "confident precision": share(sure),
        "confident recall": recall(gold, "LRN", ("confident",)),
        "recall of all marks": recall(gold, "LRN", ("confident", "possible")),
        "plain sentences without a confident mark": share(silent),
    }


@pytest.mark.parametrize(("gold", "figure"), [(name, f) for name in SETS for f in FLOORS[name]])
def test_our_own_sentences(gold: str, figure: str) -> None:
    reached = figures(gold)[figure]
    print(f"{gold}, {figure}: {reached:.3f}")
    assert reached >= FLOORS[gold][figure]


@pytest.mark.parametrize("gold", SETS)
def test_both_sides_are_hit_alike(gold: str) -> None:
    left, right = (recall(gold, side, ("confident", "possible")) for side in "LR")
    print(f"{gold}, recall left {left:.3f}, right {right:.3f}")
    assert abs(left - right) <= MOST_GAP[gold]


@pytest.mark.parametrize("gold", PASSAGE_FLOORS)
def test_whole_passages_of_six_outlets(gold: str) -> None:
    lines = Path(__file__).with_name(f"{gold}.txt").read_text(encoding="utf-8").splitlines()
    texts = [unmarked(line) for line in lines if not line.startswith("#")]
    sure = [[mark[:2] for mark in marks(text) if mark[2] == "confident"] for text, _ in texts]
    reached = {
        "confident precision": share(
            [touched(places, *m) for (_, places), s in zip(texts, sure, strict=True) for m in s]
        ),
        "confident recall": share(
            [
                touched(tuple(s), *p)
                for (_, places), s in zip(texts, sure, strict=True)
                for p in places
            ]
        ),
        "recall of all marks": share(
            [touched(tuple(m[:2] for m in marks(t)), *p) for t, places in texts for p in places]
        ),
    }
    print(gold, reached)
    assert all(reached[name] >= floor for name, floor in PASSAGE_FLOORS[gold].items())


# -- names that the sides of a conflict have for each other -----------------------------------

CONFLICTS = Path(__file__).with_name("conflict_sentences.txt")
A_SIDE = 3  # sentences
MOST_APART = 1  # sentences


@cache
def conflicts() -> dict[str, dict[str, list[bool]]]:
    """Return for each conflict and side whether the name in each sentence was marked."""
    found: dict[str, dict[str, list[bool]]] = {}
    for line in CONFLICTS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            conflict, side, marked = line.split("|")
            start, end = marked.index("["), marked.index("]") - 1
            hits = marks(marked.replace("[", "").replace("]", ""))
            hit = any(s < end and start < e for s, e, _ in hits)
            found.setdefault(conflict, {}).setdefault(side, []).append(hit)
    return found


@pytest.mark.parametrize("conflict", conflicts())
def test_both_sides_of_a_conflict_are_found_alike(conflict: str) -> None:
    (one, first), (two, second) = conflicts()[conflict].items()
    print(f"{conflict}: {one} {sum(first)}, {two} {sum(second)} of {A_SIDE}")
    assert len(first) == len(second) == A_SIDE
    assert abs(sum(first) - sum(second)) <= MOST_APART
    assert min(sum(first), sum(second)) >= A_SIDE - MOST_APART


# -- development data ------------------------------------------------------------------------

needs_data = pytest.mark.skipif(
    not EVAL.is_dir(), reason="../shared/eval is not here, so there is nothing to measure with"
)


@cache
def documents(name: str, folder: Path) -> tuple[dict, ...]:
    """Return what `batch --verbatim` writes for a development file."""
    out = folder / f"{name}.jsonl"
    call = ["batch", str(EVAL / name / "dev.jsonl"), "--output", str(out), "--verbatim"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CLOSE_READER_DATA": str(folder)}
    finished = subprocess.run(
        [sys.executable, "-m", "reader", *call], env=environment, capture_output=True, check=False
    )
    assert finished.returncode == 0, finished.stderr.decode()
    return tuple(json.loads(line) for line in out.read_text(encoding="utf-8").split("\n") if line)


def measured(name: str, folder: Path, confidences: set[str], *options: str) -> dict:
    """Return what the evaluator says of the marks of these confidences."""
    found = [
        {
            "id": document["id"],
            "spans": [
                [item["start"], item["end"]]
                for item in document.get("findings", ())
                if item["panel"] == "wording" and item["confidence"] in confidences
            ],
        }
        for document in documents(name, folder)
    ]
    pred, out = folder / "pred.jsonl", folder / "report.json"
    pred.write_text("\n".join(map(json.dumps, found)), encoding="utf-8")
    call = ["--gold", str(EVAL / name / "dev.jsonl"), "--pred", str(pred), "--boot", "0", *options]
    call = [sys.executable, str(EVAL / "spans_eval.py"), *call, "--json", str(out)]
    finished = subprocess.run(call, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    return json.loads(out.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("wording")


LABELS = ("--doc-field", "label", "--doc-pos", "Biased", "--by", "type")


@needs_data
def test_all_marks_on_labelled_sentences(folder: Path) -> None:
    found = measured("babe", folder, {"confident", "possible"}, *LABELS)["all"]
    print(f"BABE, all marks: token F1 {found['token_f1']:.3f}")
    assert found["token_f1"] >= BABE_FLOORS["all"]


@needs_data
def test_confident_marks_on_labelled_sentences(folder: Path) -> None:
    found = measured("babe", folder, {"confident"}, *LABELS)
    print(f"BABE, confident marks: {found['all']}")
    left, right = (found["by"][side] for side in ("left", "right"))
    assert found["all"]["token_p"] >= BABE_FLOORS["precision"]
    assert found["all"]["token_r"] >= BABE_FLOORS["recall"]
    assert found["all"]["doc_fpr"] <= MOST_FLAGGED
    assert abs(left["token_r"] - right["token_r"]) <= MOST_RECALL_GAP
    assert abs(left["doc_fpr"] - right["doc_fpr"]) <= MOST_FALSE_GAP


@needs_data
def test_marks_on_propaganda_spans(folder: Path) -> None:
    found = measured("ptc_loaded", folder, {"confident"})["all"]
    print(f"PTC: span F1 {found['span_f1']:.3f}, clean lines flagged {found['doc_fpr']:.3f}")
    assert found["span_f1"] >= PTC_FLOOR
    assert found["doc_fpr"] <= MOST_CLEAN_FLAGGED

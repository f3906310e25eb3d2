"""`batch` against the evaluators that lie beside the project, where they do.

The floors lie a little below the figures of 2026-11-26. Without `../shared` there is nothing to
measure with, and the tests are skipped.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EVAL = ROOT.parent / "shared" / "eval"
HEDGES_DROPPED = {
    "hedge_news": {"hearsay", "approximator", "shield", "booster", "weasel"},
    "hedge_wiki": {"hearsay", "approximator", "shield", "booster"},
}
MOST_SENTENCES = 2500  # enough for a floor, and quick
ATTRIBUTION_FLOORS = {"content_partial": 0.79, "content_source": 0.75, "cue_hit": 0.83}
DIRECT_FLOORS = {"p": 0.95, "r": 0.92}
HEDGE_FLOORS = {
    "hedge_news": {"token_f1": 0.85, "doc_f1": 0.885},
    "hedge_wiki": {"token_f1": 0.845, "doc_f1": 0.89},
}

pytestmark = pytest.mark.skipif(
    not EVAL.is_dir(), reason="../shared/eval is not here, so there is nothing to measure with"
)


def batch(source: Path, out: Path) -> list[dict]:
    """Return the documents that `batch --verbatim` writes."""
    call = ["batch", str(source), "--output", str(out), "--verbatim"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CLOSE_READER_DATA": str(out.parent)}
    finished = subprocess.run(
        [sys.executable, "-m", "reader", *call], env=environment, capture_output=True, check=False
    )
    assert finished.returncode == 0, finished.stderr.decode()
    documents = [json.loads(line) for line in out.read_text(encoding="utf-8").split("\n") if line]
    assert not [item["error"] for item in documents if "error" in item]
    return documents


def report(script: str, *arguments: Path | str, out: Path) -> dict:
    """Return what an evaluator writes as JSON."""
    call = [sys.executable, str(EVAL / script), *map(str, arguments), "--json", str(out)]
    finished = subprocess.run(call, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    return json.loads(out.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def attribution(tmp_path_factory: pytest.TempPathFactory) -> dict:
    folder = tmp_path_factory.mktemp("attribution")
    gold = EVAL / "attribution" / "dev"
    texts = folder / "texts"
    texts.mkdir()
    for path in gold.glob("*.txt"):
        (texts / path.name).write_bytes(path.read_bytes())
    found = []
    for document in batch(texts, folder / "out.jsonl"):
        outer = [item for item in document["attributions"] if item["inside"] is None]
        found.append({"id": document["id"], "attributions": outer})
    pred = folder / "pred.jsonl"
    pred.write_text("\n".join(map(json.dumps, found)), encoding="utf-8")
    return report("attribution_eval.py", gold, pred, "--quiet", out=folder / "report.json")


@pytest.fixture(scope="module", params=sorted(HEDGES_DROPPED))
def hedges(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple:
    folder = tmp_path_factory.mktemp("hedges")
    given = (EVAL / request.param / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    gold = folder / "gold.jsonl"
    gold.write_text("\n".join(given[:MOST_SENTENCES]), encoding="utf-8")
    found = []
    for document in batch(gold, folder / "out.jsonl"):
        spans = [
            [item["start"], item["end"]]
            for item in document["findings"]
            if item["panel"] == "hedging" and item["category"] not in HEDGES_DROPPED[request.param]
        ]
        found.append({"id": document["id"], "spans": spans})
    pred = folder / "pred.jsonl"
    pred.write_text("\n".join(map(json.dumps, found)), encoding="utf-8")
    names = ("--gold", gold, "--pred", pred, "--boot", "0")
    return request.param, report("spans_eval.py", *names, out=folder / "report.json")


@pytest.mark.parametrize("figure", ATTRIBUTION_FLOORS)
def test_attribution(attribution: dict, figure: str) -> None:
    reached = attribution["metrics"][figure]["f1"]
    print(f"{figure} F1: {reached:.3f}")
    assert reached >= ATTRIBUTION_FLOORS[figure]


@pytest.mark.parametrize("figure", DIRECT_FLOORS)
def test_direct_quotations(attribution: dict, figure: str) -> None:
    reached = attribution["by_type"]["direct"][figure]
    print(f"direct, {figure}: {reached:.3f}")
    assert reached >= DIRECT_FLOORS[figure]


@pytest.mark.parametrize("figure", ["token_f1", "doc_f1"])
def test_hedges(hedges: tuple, figure: str) -> None:
    name, found = hedges
    reached = found["all"][figure]
    print(f"{name} {figure}: {reached:.3f}")
    assert reached >= HEDGE_FLOORS[name][figure]

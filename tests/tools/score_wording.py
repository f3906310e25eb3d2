"""Score the wording marks: `score_wording.py SHARED`, on the development halves."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from reader.core.lexicon.matcher import Matcher
from reader.paths import default_paths
from reader.storage.languages import SHIPPED, load_languages, load_tagger
from reader.storage.lexicons.files import load_lexicons

_FOLDER = default_paths().languages
LANGUAGES = load_languages(_FOLDER)
ENGLISH = LANGUAGES.of(SHIPPED)

ROOT = Path(__file__).resolve().parents[2]


def marks(gold: Path, confidences: set[str]) -> dict[str, list[list[object]]]:
    """Return the wording marks of each text as [start, end, entry]."""
    tagger = load_tagger(_FOLDER, ENGLISH)
    matcher = Matcher(load_lexicons([ROOT / "lexicons"], LANGUAGES)[0])
    result = {}
    for line in gold.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        tokens = ENGLISH.tokenizer(item["text"])
        result[item["id"]] = [
            [finding.span.start, finding.span.end, finding.entry.phrase]
            for finding in matcher.find(tokens, tagger.tag(tokens))
            if finding.panel == "wording" and finding.confidence in confidences
        ]
    return result


def run(evaluator: Path, gold: Path, found: dict[str, list[list[object]]], *options: str) -> str:
    """Return what the evaluator prints."""
    with tempfile.TemporaryDirectory() as folder:
        pred = Path(folder) / "pred.jsonl"
        pred.write_text(
            "\n".join(
                json.dumps({"id": name, "spans": [mark[:2] for mark in marked]})
                for name, marked in found.items()
            )
        )
        command = [sys.executable, str(evaluator), "--gold", str(gold), "--pred", str(pred)]
        out = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
        return out.stdout or out.stderr


def entries(gold: Path, found: dict[str, list[list[object]]], most: int) -> None:
    """Print the entries that fire most beside gold marks, with how often they are right."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for line in gold.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        for start, end, phrase in found[item["id"]]:
            total[phrase] += 1
            right[phrase] += any(start < e and s < end for s, e, *_ in item["spans"])
    for phrase, count in total.most_common(most):
        print(f"{count:4d} {right[phrase] / count:.2f} {phrase}")


def main() -> None:
    """Print the figures of both corpora, all marks and confident ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--entries", type=int, default=0)
    call = parser.parse_args()
    evaluator = call.shared / "eval/spans_eval.py"
    babe, ptc = (call.shared / f"eval/{name}/dev.jsonl" for name in ("babe", "ptc_loaded"))
    labels = ("--doc-field", "label", "--doc-pos", "Biased", "--by", "type", "--gap", "left,right")
    for name, confidences in (("all", {"confident", "possible"}), ("confident", {"confident"})):
        found = marks(babe, confidences)
        print(f"== BABE, {name}\n{run(evaluator, babe, found, *labels)}")
        entries(babe, found, call.entries)
    print(f"== PTC, confident\n{run(evaluator, ptc, marks(ptc, {'confident'}))}")


if __name__ == "__main__":
    main()

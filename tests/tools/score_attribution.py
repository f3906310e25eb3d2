"""Score the attributions: `score_attribution.py SHARED [dev|train] [--limit N] [--rules]`."""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from reader.core.attribution import Attribution
from reader.core.attribution.cue_list import CueList
from reader.core.attribution.joining import find_reported
from reader.paths import default_paths
from reader.storage.languages import SHIPPED, load_languages, load_tagger
from reader.storage.lexicons.files import load_lexicons

_FOLDER = default_paths().languages
LANGUAGES = load_languages(_FOLDER)
ENGLISH = LANGUAGES.of(SHIPPED)

ROOT = Path(__file__).resolve().parents[2]
SHOWN = {
    "content_partial": "content",
    "content_source": "content+source",
    "content_strict": "strict",
    "cue_hit": "cue",
}


def as_plain(attribution: Attribution) -> dict[str, object]:
    """Return an attribution in the evaluator's form."""
    pairs = {
        role: [[span.start, span.end] for span in getattr(attribution, role)]
        for role in ("source", "cue", "content")
    }
    return {**pairs, "rule": attribution.rule, "class": attribution.verb_class}


def predictions(folder: Path, limit: int) -> dict[str, list[dict[str, object]]]:
    """Return the attributions of each text, without those inside another."""
    tagger = load_tagger(_FOLDER, ENGLISH)
    cues = CueList(load_lexicons([ROOT / "lexicons"], LANGUAGES)[0])
    result = {}
    began = time.process_time()
    for path in sorted(folder.glob("*.txt"))[:limit]:
        text = path.read_bytes().decode("utf-8")
        tokens = ENGLISH.tokenizer(text)
        found = find_reported(tokens, tagger.tag(tokens), cues).attributions
        result[path.stem] = [as_plain(item) for item in found if item.inside is None]
    print(f"{len(result)} texts, {len(result) / (time.process_time() - began):.0f} a CPU second")
    return result


def evaluate(evaluator: Path, gold: Path, found: dict[str, list[dict[str, object]]]) -> None:
    """Print the evaluator's figures, with the gold flags and without them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind in ("speech", "all"):
            place = folder / kind
            place.mkdir()
            for stem in found:
                items = json.loads((gold / f"{stem}.json").read_text(encoding="utf-8"))
                if kind == "all":
                    items = [{k: v for k, v in i.items() if k != "ignore"} for i in items]
                (place / f"{stem}.json").write_text(json.dumps(items))
                (place / f"{stem}.txt").write_bytes((gold / f"{stem}.txt").read_bytes())
            lines = [json.dumps({"id": s, "attributions": a}) for s, a in found.items()]
            (folder / "pred.jsonl").write_text("\n".join(lines))
            command = [sys.executable, str(evaluator), str(place), str(folder / "pred.jsonl")]
            out = subprocess.run(
                command,
                capture_output=True,
                text=True,
                check=False,
            )
            if out.returncode:
                sys.exit(out.stderr)
            print(f"== {kind}\n{out.stdout}")


def by_rule(gold: Path, found: dict[str, list[dict[str, object]]]) -> None:
    """Print how often each rule's contents half agree with a gold content."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for stem, items in found.items():
        golds = json.loads((gold / f"{stem}.json").read_text(encoding="utf-8"))
        sets = [{c for s, e in g["content"] for c in range(s, e)} for g in golds]
        for item in items:
            mine = {c for s, e in item["content"] for c in range(s, e)}
            key = (str(item["rule"]), str(item["class"]))
            total[key] += 1
            right[key] += any(len(mine & g) >= 0.5 * len(mine | g) for g in sets if mine)
    for key, count in total.most_common(200):
        print(f"{count:5d} {right[key] / count:.2f} {key}")


def main() -> None:
    """Score one half of the corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("half", nargs="?", default="dev", choices=("dev", "train"))
    parser.add_argument("--limit", type=int, default=100_000)
    parser.add_argument("--rules", action="store_true")
    call = parser.parse_args()
    gold = call.shared / "eval/attribution" / call.half
    found = predictions(gold, call.limit)
    if call.rules:
        by_rule(gold, found)
    evaluate(call.shared / "eval/attribution_eval.py", gold, found)


if __name__ == "__main__":
    main()

"""Score hedges on marked sentences: `score_hedges.py SHARED [--wrong N]`, SHARED with eval/."""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from reader.core.detectors.hedging import HedgeWords, find_hedges
from reader.core.lexicon.matcher import Matcher
from reader.paths import default_paths
from reader.storage.languages import SHIPPED, load_languages, load_tagger
from reader.storage.lexicons.files import load_lexicon

_FOLDER = default_paths().languages
LANGUAGES = load_languages(_FOLDER)
ENGLISH = LANGUAGES.of(SHIPPED)

DROPPED = {
    "hedge_news": {"hearsay", "approximator", "shield", "booster", "weasel"},
    "hedge_wiki": {"hearsay", "approximator", "shield", "booster"},
}


def predictions(path: Path, matcher: Matcher, tagger: object, dropped: set[str]) -> list[dict]:
    """Return every item of a set with the findings that count."""
    items = []
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        tokens = ENGLISH.tokenizer(item["text"])
        tags = tagger.tag(tokens)
        found = find_hedges(tokens, tags, matcher.find(tokens, tags), ENGLISH.lists(HedgeWords))
        item["found"] = [finding for finding in found if finding.category not in dropped]
        items.append(item)
    return items


def print_wrong(items: list[dict], limit: int) -> None:
    """Print which entries were right and wrong how often, and the marks that were missed."""
    right, wrong, missed = Counter(), Counter(), Counter()
    examples = {}
    for item in items:
        text = item["text"]
        gold = [(span[0], span[1]) for span in item["spans"]]
        for finding in item["found"]:
            start, end = finding.span.start, finding.span.end
            is_right = any(a < end and start < b for a, b in gold)
            (right if is_right else wrong)[finding.entry.phrase] += 1
            if not is_right:
                examples.setdefault(finding.entry.phrase, []).append(
                    text[max(0, start - 60) : start]
                    + "["
                    + text[start:end]
                    + "]"
                    + text[end:][:60]
                )
        spans = [finding.span for finding in item["found"]]
        for a, b in gold:
            if not any(span.start < b and a < span.end for span in spans):
                missed[text[a:b].lower()] += 1
                examples.setdefault("-" + text[a:b].lower(), []).append(
                    text[max(0, a - 60) : b + 60]
                )
    for phrase, count in wrong.most_common(limit):
        print(f"  {phrase}: {right[phrase]} right, {count} wrong")
        for example in examples[phrase][:4]:
            print("       ", example)
    print("  missed", missed.most_common(3 * limit))
    for phrase, _ in missed.most_common(limit):
        for example in examples["-" + phrase][:3]:
            print(f"     missed {phrase}:", example)


def main() -> None:
    """Score both development halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--wrong", type=int, default=0)
    call = parser.parse_args()
    lexicon = load_lexicon(Path("lexicons/hedging"), LANGUAGES)
    for problem in lexicon.problems:
        print(problem)
    matcher = Matcher([lexicon.lexicon])
    tagger = load_tagger(_FOLDER, ENGLISH)
    for name, dropped in DROPPED.items():
        gold = call.shared / "eval" / name / "dev.jsonl"
        began = time.process_time()
        items = predictions(gold, matcher, tagger, dropped)
        print(f"== {name}, {time.process_time() - began:.1f} s CPU", flush=True)
        if call.wrong:
            print_wrong(items, call.wrong)
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
            for item in items:
                spans = [[found.span.start, found.span.end] for found in item["found"]]
                file.write(json.dumps({"id": item["id"], "spans": spans}) + "\n")
            file.flush()
            script = call.shared / "eval" / "spans_eval.py"
            subprocess.run(
                [sys.executable, script, "--gold", gold, "--pred", file.name], check=True
            )


if __name__ == "__main__":
    main()

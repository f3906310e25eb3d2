"""Measure how corrections outlive edits: `score_corrections.py SHARED [--limit N]`.

Two sentences are deleted from each article. A word or attribution that stays should be found at
its new place; one that is gone should be found nowhere.
"""

import argparse
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.attribution import Attribution
from reader.core.corrections import Anchor, apply
from reader.core.corrections.attribution_actions import set_kind
from reader.core.text.article import Article, Zone
from reader.core.text.spans import Span
from reader.paths import default_paths
from reader.storage.analysis_tools import load_analysis_tools

SEED = 9
CUTS = 3  # of each article
STAYING = 0.03  # the share of the words that stay which is tried
WORDS = re.compile(r"\b(?:may|might|said|could|the|[A-Z]\w+)\b")
SENTENCE = re.compile(r"(?<=\. )[A-Z]")


def look(text: str, tools: AnalysisTools) -> Analysis:
    """Return the analysis of a text without zones of its own."""
    article = Article(text=text, zones=(Zone("paragraph", Span(0, len(text))),))
    return analyse(article, tools, assume_english=True)


def cuts(text: str, chance: random.Random) -> Iterator[Span]:
    """Yield stretches of two sentences."""
    starts = [found.start() for found in SENTENCE.finditer(text)]
    for _ in range(CUTS if len(starts) > 5 else 0):
        first = chance.randrange(len(starts) - 3)
        yield Span(starts[first], starts[first + 2])


def outcome(found: int | None, place: int, cut: Span) -> tuple[str, str]:
    """Return whether a place is in the cut, and whether it was found where it should be."""
    is_gone = cut.start <= place < cut.end
    expected = place if place < cut.start else place - len(cut)
    if found is None:
        return ("gone" if is_gone else "stays"), "none"
    is_right = not is_gone and found == expected
    return ("gone" if is_gone else "stays"), "right" if is_right else "wrong"


def placed_at(found: Analysis, attribution: Attribution, edited: Analysis) -> int | None:
    """Return where the correction of an attribution lands in an edited text."""
    after = apply(edited, [set_kind(found, attribution, "refusal")])
    ids = after.marks.changed | after.marks.added
    landed = [item for item in after.attributions if item.id in ids]
    return landed[0].cue[0].start if landed and landed[0].cue else None


def measure(text: str, tools: AnalysisTools, chance: random.Random, counts: Counter) -> None:
    """Count what becomes of words and attributions of one text."""
    found = look(text, tools)
    for cut in cuts(text, chance):
        edited = look(text[: cut.start] + text[cut.end :], tools)
        for word in WORDS.finditer(text):
            if cut.start <= word.start() < cut.end or chance.random() < STAYING:
                place = Anchor.at(text, Span(*word.span())).find(edited.article.text)
                result = outcome(place.start if place else None, word.start(), cut)
                counts["word", *result] += 1
        for item in found.attributions:
            if item.cue and item.content:
                landed = placed_at(found, item, edited)
                counts["attribution", *outcome(landed, item.cue[0].start, cut)] += 1


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--limit", type=int, default=16)
    call = parser.parse_args()
    with tempfile.TemporaryDirectory() as own:
        tools, _ = load_analysis_tools(default_paths(Path(own)))
    counts: Counter[tuple[str, str, str]] = Counter()
    chance, began = random.Random(SEED), time.process_time()
    for path in sorted((call.shared / "eval/attribution/dev").glob("*.txt"))[: call.limit]:
        measure(path.read_bytes().decode("utf-8"), tools, chance, counts)
    for (what, where, how), count in sorted(counts.items()):
        print(f"{what:12} {where:6} {how:6} {count:6}")
    print(f"{time.process_time() - began:.1f} CPU seconds")


if __name__ == "__main__":
    main()

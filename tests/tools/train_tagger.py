"""Train the part-of-speech tagger: `train_tagger.py FOLDER` with masc.tsv.gz and gum.tsv.gz.

Writes `resources/language/en/tagger.bin`. The text stays where it is; only weights are kept.
"""

import argparse
import gzip
import random
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from reader.core.text.tagger_model import PackedWeights, TaggerModel
from reader.core.text.tagging import look_features

EDGE = "\x02"
OPEN = "NN NNS NNP NNPS JJ JJR JJS RB RBR VB VBD VBG VBN VBP VBZ CD FW UH SYM IN".split()
KNOWN_FROM = 4  # times a word must be seen before its tags are trusted to be all it has
PRUNE_BELOW = 0.5
PUNCTUATION = set(',.?!:;()[]{}$£€"“”‘«»…—–') | {"``", "''", "...", "--"}

Sentence = list[tuple[str, str]]


def read(path: Path) -> list[Sentence]:
    """Return the sentences of one file of `token<TAB>tag` lines."""
    sentences: list[Sentence] = [[]]
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 2 and cells[0]:
                sentences[-1].append((cells[0].replace("’", "'"), cells[1]))
            elif sentences[-1]:
                sentences.append([])
    return [sentence for sentence in sentences if sentence]


def known_words(sentences: list[Sentence]) -> dict[str, tuple[str, ...]]:
    """Return the tags of every word that was seen often enough."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, tag in sentence:
            counts[word.lower()][tag] += 1
    known = {}
    for word, tags in counts.items():
        total = sum(tags.values())
        if total < KNOWN_FROM:
            continue
        kept = [tag for tag, count in tags.most_common() if count / total > 0.004]
        if len(kept) > 1 and total >= 30 and tags[kept[0]] / total > 0.995:
            kept = kept[:1]
        known[word] = tuple(kept)
    return known


class Trainer:
    """The averaged perceptron while it learns."""

    def __init__(self, known: dict[str, tuple[str, ...]]) -> None:
        self.known = known
        self.weights: dict[str, dict[str, float]] = defaultdict(dict)
        self._totals: dict[tuple[str, str], float] = defaultdict(float)
        self._stamps: dict[tuple[str, str], int] = defaultdict(int)
        self._now = 0

    def sentence(self, sentence: Sentence) -> tuple[int, int]:
        """Learn from one sentence; return how many tags were right, and of how many."""
        lowers = [EDGE, EDGE, *(word.lower() for word, _ in sentence), EDGE, EDGE]
        one, two, right, is_first = EDGE, EDGE, 0, True
        for index, (word, gold) in enumerate(sentence):
            if word in PUNCTUATION:
                one, two = gold, one
                right += 1
                continue
            lower = lowers[index + 2]
            features = self._features(word, lowers, index, one, two, is_first=is_first)
            candidates = self._candidates(word, lower, is_first=is_first)
            guess = candidates[0]
            if len(candidates) > 1:
                vectors = [self.weights.get(feature, {}) for feature in features]
                guess = _best(candidates, vectors)
                self._now += 1
                if guess != gold:
                    self._move(features, gold, 1.0)
                    self._move(features, guess, -1.0)
            right += guess == gold
            one, two, is_first = guess, one, False
        return right, len(sentence)

    def _features(
        self, word: str, lowers: list[str], index: int, one: str, two: str, *, is_first: bool
    ) -> tuple[str, ...]:
        lower, before, after = lowers[index + 2], lowers[index + 1], lowers[index + 3]
        return (
            f"w {lower}",
            *look_features(word, lower, is_first=is_first),
            f"t {one}",
            f"T {two} {one}",
            "bias",
            f"b {one} {lower}",
            f"p {before}",
            f"q {before[-3:]}",
            f"n {after}",
            f"m {after[-3:]}",
            f"P {lowers[index]}",
            f"N {lowers[index + 4]}",
            f"a {one} {after}",
        )

    def _candidates(self, word: str, lower: str, *, is_first: bool) -> Sequence[str]:
        tags = self.known.get(lower)
        if tags is None:
            return OPEN
        if len(tags) == 1 and (is_first or word == lower or tags[0] in {"DT", "IN", "PRP"}):
            return tags
        if word[0].isupper() and "NNP" not in tags and not is_first:
            return (*tags, "NNP")
        return tags

    def _move(self, features: tuple[str, ...], tag: str, step: float) -> None:
        for feature in features:
            key = (feature, tag)
            weight = self.weights[feature].get(tag, 0.0)
            self._totals[key] += (self._now - self._stamps[key]) * weight
            self._stamps[key] = self._now
            self.weights[feature][tag] = weight + step

    def averaged(self) -> dict[str, dict[str, float]]:
        """Return the averaged weights, small ones left out, rounded to one decimal."""
        result: dict[str, dict[str, float]] = {}
        for feature, tags in self.weights.items():
            kept = {}
            for tag, weight in tags.items():
                key = (feature, tag)
                total = self._totals[key] + (self._now - self._stamps[key]) * weight
                mean = total / self._now
                if abs(mean) >= PRUNE_BELOW:
                    kept[tag] = round(mean, 1)
            if kept:
                result[feature] = kept
        return result


def _best(candidates: Sequence[str], vectors: list[dict[str, float]]) -> str:
    """Return the candidate with the highest sum of weights; the earlier one wins a tie."""
    return max(candidates, key=lambda tag: sum(vector.get(tag, 0.0) for vector in vectors))


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--output", type=Path, default=Path("resources/language/en/tagger.bin"))
    call = parser.parse_args()
    sentences = read(call.folder / "masc.tsv.gz") + read(call.folder / "gum.tsv.gz")
    trainer = Trainer(known_words(sentences))
    shuffler = random.Random(7)
    for number in range(call.rounds):
        began = time.process_time()
        shuffler.shuffle(sentences)
        counts = [trainer.sentence(sentence) for sentence in sentences]
        share = sum(right for right, _ in counts) / sum(total for _, total in counts)
        print(f"round {number + 1}: {share:.4f}, {time.process_time() - began:.0f} s", flush=True)
    averaged = trainer.averaged()
    model = TaggerModel(tuple(OPEN), trainer.known, PackedWeights.made(averaged))
    call.output.parent.mkdir(parents=True, exist_ok=True)
    call.output.write_bytes(model.to_bytes())
    print(f"{call.output}: {call.output.stat().st_size / 1e6:.2f} MB, {len(averaged)} features")


if __name__ == "__main__":
    main()

"""Score the sentence borders on hand-cut text: `score_sentences.py SHARED`.

The tokens of GUM are glued to running text as print has them: a sentence that ends without a
stop (a heading, a list item) ends its line, all others are followed by a space.
"""

import argparse
import gzip
from collections.abc import Iterator
from pathlib import Path

from reader.paths import default_paths
from reader.storage.languages import SHIPPED, load_languages

_FOLDER = default_paths().languages
LANGUAGES = load_languages(_FOLDER)
ENGLISH = LANGUAGES.of(SHIPPED)


NO_SPACE_BEFORE = frozenset(". , ; : ? ! ) ] } ” ’ % ... …".split())
NO_SPACE_AFTER = frozenset("( [ { “ ‘ $ £ €".split())
STOPS = frozenset(".?!…”\"'’)]")
CHUNK = 60  # sentences glued at once


def sentences(path: Path) -> Iterator[list[str]]:
    """Yield the tokens of each sentence."""
    found: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip():
                found.append(line.split("\t")[0])
            elif found:
                yield found
                found = []
    if found:
        yield found


def glued(tokens: list[str]) -> str:
    """Return tokens as people print them."""
    text = ""
    is_open = False  # inside straight quotation marks
    sticks = True
    for token in tokens:
        closes = token == '"' and is_open
        joins = token in NO_SPACE_BEFORE or token.startswith(("'", "’", "n't", "n’t")) or closes
        text += token if sticks or joins else f" {token}"
        if token == '"':
            is_open = not is_open
        sticks = token in NO_SPACE_AFTER or (token == '"' and is_open)
    return text


def scored(path: Path) -> tuple[int, int, int]:
    """Return borders found rightly, found, and there."""
    right = found = there = 0
    chunk: list[str] = []
    for tokens in [*sentences(path), []]:
        if tokens:
            chunk.append(glued(tokens))
        if len(chunk) == CHUNK or (chunk and not tokens):
            gold, text = set(), ""
            for sentence in chunk:
                text += sentence
                gold.add(len(text))
                text += " " if sentence[-1] in STOPS else "\n"
            table = ENGLISH.tokenizer(text)
            cut = {table.ends[past_last - 1] for _, past_last in table.sentences}
            right, found, there = right + len(gold & cut), found + len(cut), there + len(gold)
            chunk = []
    return right, found, there


def main() -> None:
    """Print precision, recall and F of the borders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    right, found, there = scored(parser.parse_args().shared / "train/gum.tsv.gz")
    precision, recall = right / found, right / there
    f_score = 2 * precision * recall / (precision + recall)
    print(f"{there:,} sentences: precision {precision:.3f}, recall {recall:.3f}, F {f_score:.3f}")


if __name__ == "__main__":
    main()

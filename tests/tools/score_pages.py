"""Score the reading of web pages: `score_pages.py [SHARED] [--wrong] [--made N]`.

* articles/pages: F1 over the passages that gold.json wants in the text and wants out of it.
* articles/readability: F1 of words, page by page, against expected.html, and its mean.
* pages made of every shape of markup: how many planted sentences are lost, come twice, run into
  their neighbours, are left out with a reason or stand in the wrong zone.

Times are CPU time of reading a page, without analysis. Without SHARED only made pages are read.
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import html
from page_shapes import SHAPES, fates, make_page

from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.intake.read import read_bytes


def main() -> int:
    """Print the figures; return 1 when there are no pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, nargs="?")
    parser.add_argument("--wrong", action="store_true", help="name what is missing or too much")
    parser.add_argument("--made", type=int, default=5, help="pages to make for each shape")
    arguments = parser.parse_args()
    if arguments.shared:
        folder = arguments.shared / "articles"
        if not (folder / "pages" / "gold.json").is_file():
            print(f"There is no pages/gold.json in {folder}.", file=sys.stderr)
            return 1
        score_passages(folder / "pages", is_told=arguments.wrong)
        score_words(folder / "readability", is_told=arguments.wrong)
    score_made(arguments.made, is_told=arguments.wrong)
    return 0


class Clock:
    """Reads pages and keeps how long each took."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def read(self, data: bytes, name: str) -> Article:
        """Return the article of a page, an empty one where there is none."""
        began = time.process_time()
        try:
            article = read_bytes(data, name)
        except ReaderError as error:
            article = Article("", (), caveats=(str(error),))
        self.seconds.append(time.process_time() - began)
        return article

    def __str__(self) -> str:
        """Return the median and the 95th percentile."""
        times = sorted(1000 * seconds for seconds in self.seconds)
        median, most = (times[int(share * (len(times) - 1))] for share in (0.5, 0.95))
        return f"{median:.0f} ms CPU a page in the median, {most:.0f} at most for 95 %"


def score_passages(folder: Path, *, is_told: bool) -> None:
    """Print the figures of the pages with wanted and unwanted passages."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    clock, count, right = Clock(), Counter[str](), 0
    for name, passages in sorted(gold.items()):
        wrong = list(judged(clock.read((folder / name).read_bytes(), name), passages))
        count.update(kind for kind, _ in wrong)
        right += not wrong
        if is_told:
            for kind, words in wrong:
                print(f"{name}\t{kind}\t{words}")
    wanted = sum(len(passages["with"]) for passages in gold.values())
    unwanted = sum(len(passages["without"]) for passages in gold.values())
    missing = count["lost"] + count["left out"]
    found = wanted - missing
    f1 = 2 * found / (2 * found + missing + count["too much"])
    print(f"articles/pages: F1 {f1:.4f}, {right} of {len(gold)} pages right")
    print(f"  wanted, in       {found} of {wanted}")
    print(f"  wanted, left out {count['left out']} (one click puts them back)")
    print(f"  wanted, lost     {count['lost']}")
    print(f"  unwanted, in     {count['too much']} of {unwanted}")
    print(f"  {clock}")


def judged(article: Article, passages: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield the passages of one page that are lost, left out (with a reason) or too much."""
    text = one_line(article.text)
    for words in map(one_line, passages["with"]):
        if words not in text:
            is_left = any(words in one_line(piece.text) for piece in article.removed)
            yield ("left out" if is_left else "lost"), words
    for words in map(one_line, passages["without"]):
        if words in text:
            yield "too much", words


def score_words(folder: Path, *, is_told: bool) -> None:
    """Print the figures of the pages whose whole text is known."""
    clock, scores = Clock(), []
    for page in sorted(path for path in folder.iterdir() if (path / "source.html").is_file()):
        article = clock.read((page / "source.html").read_bytes(), f"{page.name}.html")
        tree = html.fromstring((page / "expected.html").read_text(encoding="utf-8"))
        scores.append(word_f1(article.text, " ".join(str(text) for text in tree.itertext())))
        if is_told and scores[-1] < 0.95:
            print(f"{page.name}\t{scores[-1]:.3f}")
    print(f"articles/readability: word F1 {sum(scores) / len(scores):.4f} on {len(scores)} pages")
    print(f"  {clock}")


def word_f1(ours: str, gold: str) -> float:
    """Return F1 of the words of two texts, each counted as often as it comes."""
    found, wanted = (Counter(re.findall(r"\w+", text.lower())) for text in (ours, gold))
    shared = (found & wanted).total()
    return 2 * shared / max(1, found.total() + wanted.total())


def score_made(pages: int, *, is_told: bool) -> None:
    """Print what became of the sentences of made pages."""
    count, sentences, clock = Counter[str](), 0, Clock()
    for number, shape in enumerate(sorted(SHAPES)):
        for seed in range(pages):
            made = make_page(1000 * number + seed, shape)
            sentences += len(made.story) + len(made.around)
            for kind, words in fates(made, clock.read(made.html.encode(), "made.html")):
                count[kind] += 1
                if is_told:
                    print(f"{shape} {1000 * number + seed}\t{kind}\t{words}")
    kinds = ("lost", "twice", "glued", "left out", "taken in", "zone")
    told = ", ".join(f"{kind} {count[kind]}" for kind in kinds)
    print(f"made pages: {sentences} sentences on {len(clock.seconds)} pages: {told}")


def one_line(text: str) -> str:
    """Return a text with every white space as one space."""
    return " ".join(text.split())


if __name__ == "__main__":
    sys.exit(main())

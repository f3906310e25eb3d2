"""Score saved web pages: `score_pages.py SHARED [--wrong]`, SHARED with articles/pages/gold.json.

A page is right when all passages of "with" are in its text and none of "without".
"""

import argparse
import json
import sys
import time
from pathlib import Path

from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.intake.read import read_article


def main() -> int:
    """Print the figures; return 1 when there are no pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--wrong", action="store_true", help="name what is missing or too much")
    arguments = parser.parse_args()
    folder = arguments.shared / "articles" / "pages"
    if not (folder / "gold.json").is_file():
        print(f"There is no gold.json in {folder}.", file=sys.stderr)
        return 1
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    began = time.process_time()
    results = {name: judge(folder / name, passages) for name, passages in sorted(gold.items())}
    seconds = time.process_time() - began
    print_figures(results, gold, seconds)
    if arguments.wrong:
        print_wrong(results)
    return 0


def judge(path: Path, passages: dict) -> dict:
    """Return the passages of one page that are lost, left out (with a reason) or too much."""
    try:
        article = read_article(str(path))
    except ReaderError as error:
        return {"lost": passages["with"], "left out": [], "too much": [], "notes": [str(error)]}
    text = one_line(article.text)
    missing = [words for words in passages["with"] if one_line(words) not in text]
    left_out = {words: reason_of(words, article) for words in missing}
    return {
        "lost": [words for words in missing if not left_out[words]],
        "left out": [f"{words} ({reason})" for words, reason in left_out.items() if reason],
        "too much": [words for words in passages["without"] if one_line(words) in text],
        "notes": list(article.caveats),
    }


def reason_of(words: str, article: Article) -> str:
    """Return why these words were left out, or "" when they are nowhere."""
    wanted = one_line(words)
    return next((r.reason for r in article.removed if wanted in one_line(r.text)), "")


def one_line(text: str) -> str:
    """Return a text with every white space as one space."""
    return " ".join(text.split())


def print_figures(results: dict, gold: dict, seconds: float) -> None:
    """Print how many pages and passages are right."""
    right = sum(not (r["lost"] or r["left out"] or r["too much"]) for r in results.values())
    wanted = sum(len(passages["with"]) for passages in gold.values())
    unwanted = sum(len(passages["without"]) for passages in gold.values())
    count = {
        name: sum(len(r[name]) for r in results.values())
        for name in ("lost", "left out", "too much")
    }
    print(f"pages right      {right} of {len(results)}")
    print(f"wanted, in       {wanted - count['lost'] - count['left out']} of {wanted}")
    print(f"wanted, left out {count['left out']} (one click puts them back)")
    print(f"wanted, lost     {count['lost']}")
    print(f"unwanted, in     {count['too much']} of {unwanted}")
    print(f"CPU a page       {1000 * seconds / max(1, len(results)):.0f} ms")


def print_wrong(results: dict) -> None:
    """Print what went wrong, page by page."""
    for name, result in results.items():
        for kind in ("lost", "left out", "too much", "notes"):
            for words in result[kind]:
                print(f"{name}\t{kind}\t{words}")


if __name__ == "__main__":
    sys.exit(main())

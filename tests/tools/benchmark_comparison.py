"""CPU of comparisons beyond the analyses: two articles of 1,000 words, six of 5,000.

Usage: python tests/tools/benchmark_comparison.py FOLDER-OF-ARTICLES
"""

import re
import sys
import time
from itertools import cycle, islice
from pathlib import Path

from reader.core.across.comparison.comparing import compare
from reader.core.across.comparison.comparison import ComparedArticle
from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.intake.read import read_text
from reader.launch import collect_seldom
from reader.paths import default_paths
from reader.storage.analysis_tools import load_analysis_tools

_WORD = re.compile(r"\S+")


def cut(texts: list[str], first: int, words: int) -> str:
    """Return texts from the given one on, one after another, up to a number of words."""
    whole = "\n\n".join(islice(cycle(texts), first, first + 1 + words // 100))
    return whole[: list(islice(_WORD.finditer(whole), words))[-1].end()]


def measure(texts: list[str], articles: int, words: int, tools: AnalysisTools) -> list[float]:
    """Return the milliseconds of five comparisons; the first compiles patterns too."""
    made = [
        ComparedArticle(str(n), analyse(read_text(cut(texts, 7 * n, words), str(n)), tools))
        for n in range(articles)
    ]
    taken = []
    for _ in range(5):
        began = time.process_time()
        compare(made)
        taken.append(1000 * (time.process_time() - began))
    return taken


def main(folder: Path) -> None:
    """Print the figures."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    collect_seldom()  # as every start of the program does
    tools, _ = load_analysis_tools(default_paths())
    for articles, words in ((2, 1000), (6, 5000)):
        taken = measure(texts, articles, words, tools)
        told = ", ".join(f"{one:.0f}" for one in taken)
        print(f"{articles} articles of {words:,} words: {told} ms")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Cut every text of some folders at every word: `cut_texts.py FOLDER... [--before N]`.

Each cut is analysed with the words before it. Prints each text that ends the analysis in one
line, and how many there were.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from reader.core.analysis.analysing import analyse
from reader.intake.text.plain_text import read_verbatim
from reader.paths import default_paths
from reader.storage.analysis_tools import load_analysis_tools


def cuts(text: str, before: int) -> Iterator[str]:
    """Yield the text up to each of its words, no more than `before` words of it."""
    pieces = re.findall(r"\S+\s*", text)
    for end in range(1, len(pieces) + 1):
        yield "".join(pieces[max(0, end - before) : end]).rstrip()


def main() -> int:
    """Cut and analyse; the exit status is 1 when a text failed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--before", type=int, default=40, help="words before each cut")
    chosen = arguments.parse_args()
    tools, _ = load_analysis_tools(default_paths())
    done = failed = 0
    for folder in chosen.folders:
        for path in sorted(folder.glob("*.txt")):
            for text in cuts(path.read_text(encoding="utf-8"), chosen.before):
                done += 1
                try:
                    analyse(read_verbatim(text, ""), tools, assume_english=True)
                except Exception as error:  # noqa: BLE001 -- each is counted and shown
                    failed += 1
                    print(f"{type(error).__name__}: {text[-120:]!r}")
    print(f"{done:,} cut texts, {failed:,} failed")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())

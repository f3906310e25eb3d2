"""Figures of counts over a library: `benchmark_corpora.py FOLDER`, made by `benchmark_library.py`.

CPU seconds from kept analyses; what is counted stands beside them. The library is parted in two
halves for key words. `--word` is looked for in the others.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from reader.core.across.corpora.concordance import concordance, found_places, line_of
from reader.core.across.corpora.dispersion import dispersion
from reader.core.across.corpora.keyness import keyness
from reader.core.across.corpora.trends import trends
from reader.core.across.corpora.voiced_text import VoicedText, Whose
from reader.launch import collect_seldom, load_collocates
from reader.storage.library.library import Library

T = TypeVar("T")
TIMES = 3


def best(name: str, work: Callable[[], T]) -> T:
    """Print the least CPU time of some work; another session's load only makes it longer."""
    taken = []
    for _ in range(TIMES):
        began = time.process_time()
        result = work()
        taken.append(time.process_time() - began)
    print(f"{name}: {min(taken):.2f} s", flush=True)
    return result


def counted(texts: Sequence[VoicedText], word: str) -> int:
    """Return how many places a word has, as the window counts them: it makes 20,000 lines."""
    places = found_places(texts, word)
    lines = [line_of(place, 90) for place in islice(places, 20_000)]
    return len(lines) + sum(1 for _ in places)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--word", default="police")
    call = parser.parse_args()
    collect_seldom()  # as the program does
    library = Library.open(call.folder)
    ids, word = library.ids(), call.word
    texts = best(f"{len(ids)} articles read", lambda: tuple(library.analyses.voiced(ids)))
    library.close()
    one, other = texts[::2], texts[1::2]
    narrator, measure = Whose(("narrator",)), load_collocates()
    found = best("key words, 50, narrator", lambda: keyness(one, other, narrator, 50))
    print(f"  {found.one.total + found.other.total:,} words counted")
    best("key words, 1,000, all voices", lambda: keyness(one, other))
    lines = best("lines", lambda: list(concordance(texts, word)))
    print(f"  {len(lines):,} lines of “{word}”")
    often = best("lines of a frequent word, 20,000 made", lambda: counted(texts, "the"))
    print(f"  {often:,} places of “the”")
    best("spread", lambda: dispersion(texts, word))
    best("words beside it", lambda: measure(texts, word, Whose()))
    best("trends", lambda: trends(texts, word, "month"))


if __name__ == "__main__":
    main()

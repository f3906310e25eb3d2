"""Figures of a library: `benchmark_library.py FOLDER [--articles N]`, `--import N`, `--copies`.

The first call makes a library of N articles of about 700 words in FOLDER, which takes a while; the
next ones measure it. Its texts are paragraphs of real news (`tests/quality/wikinews`), four words
in ten drawn anew from the examples of the lexicons so that no two articles are alike. An analysis
is made of 200 of them, and kept with every text that has the same places. CPU time throughout
(user and system of this process).
"""

import argparse
import csv
import os
import random
import re
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from reader.core.across.near_copies import FEWEST_SHARED, sketch_of
from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.known_lexicons import KnownLexicons
from reader.core.text.article import Article
from reader.intake.read import read_text
from reader.paths import default_paths
from reader.storage.analysis_tools import load_analysis_tools
from reader.storage.library.library import Library
from reader.storage.library.rows import Wanted
from reader.storage.readability_tools import ReadabilityTools

WORDS, PATTERNS, TOGETHER = 700, 200, 100
DRAWN = (
    10_000  # texts that are drawn; more articles repeat them, which takes a quarter of the time
)
NEWS = Path(__file__).parents[1] / "quality" / "wikinews"
OUTLETS = ("The Courier", "Today", "Harbour Post", "Carrow Mail", "Pressline")
QUERIES = (
    ("a rare word", "zeugma"),
    ("a word of each tenth article", "ferry"),
    ("a word of every article", "the"),
    ("two words", "police council"),
    (
        "ten words, one of them",
        " OR ".join("police council vote war man may law city tax aid".split()),
    ),
    ("a phrase", '"according to"'),
    ("any ending", "govern*"),
    ("in the narrator's words", "police, narrator only"),
    ("quoted", "people voice:direct"),
    ("said by a name", "may said by Mohamed"),
    ("a word of nearly every article said by a name", "the said by Mohamed"),
    ("a common word that is rarely quoted", "said, quoted only"),
    ("a common word that is rarely the narrator's", "we, narrator only"),
    ("two common words quoted", "people government, quoted only"),
    ("a phrase, reported", '"would be", reported only'),
    ("a phrase quoted", '"according to", quoted only'),
    ("an entry in a voice", "entry:absolutely, quoted only"),
    ("a category said by a name", "category:modal said by Mohamed"),
    ("any ending of two letters", "co*"),
    ("any ending of one letter", "a*"),
    ("said by nobody", "may said by Smith"),
    ("a source", "source:teacher"),
    ("an entry", "entry:absolutely"),
    ("a category, narrator", "category:modal voice:narrator"),
    ("outlet and date", "outlet:courier date:2025-05"),
    ("without", "police -council"),
)


def cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def cost(work: Callable[[], object], times: int = 7) -> float:
    """Return the median CPU milliseconds of some work, after one time unmeasured."""
    work()
    taken = []
    for _ in range(times):
        began = cpu()
        work()
        taken.append(1000 * (cpu() - began))
    return statistics.median(taken)


def sentences() -> list[str]:
    """Return the example sentences of the shipped lexicons."""
    found = []
    for path in sorted(default_paths().lexicons.glob("*/entries.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found += [row.get(name) or "" for name in ("example", "counterexample")]
    return sorted({one for one in found if 5 <= len(one.split()) <= 40})


def paragraphs() -> list[str]:
    """Return paragraphs of real news, as long as paragraphs of news are."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(NEWS.glob("*.txt"))]
    found = [one.strip() for text in texts for one in text.split("\n\n")]
    return [one for one in found if 15 <= len(one.split()) <= 120]


class Texts:
    """Makes articles: a few patterns, and as many texts of the same shape as one likes."""

    def __init__(self, tools: AnalysisTools) -> None:
        self._dice = random.Random(26)
        pool = paragraphs()
        words = re.findall(r"[a-z]{3,}", " ".join(sentences()))
        # Words of one length take each other's place, frequent ones more often than rare ones;
        # made-up names give the long tail that every newspaper has.
        self._by_length: dict[int, list[str]] = {}
        for word in words:
            self._by_length.setdefault(len(word), []).append(word)
        self._measure = ReadabilityTools(default_paths()).measure
        self._patterns = [self._pattern(pool, tools) for _ in range(PATTERNS)]

    def _pattern(self, pool: list[str], tools: AnalysisTools):
        chosen: list[str] = []
        while sum(len(one.split()) for one in chosen) < WORDS:
            chosen.append(self._dice.choice(pool))
        title = " ".join(self._dice.choice(pool).split()[:9]).rstrip(".")
        article = read_text("\n\n".join([title, *chosen]), "")
        analysis = analyse(article, tools)
        return replace(analysis, readability=self._measure(analysis))

    def each(self, number: int) -> Iterator[tuple[Article, object]]:
        """Yield articles, each with an analysis that fits its places."""
        for index in range(number):
            analysis = self._patterns[index % PATTERNS]
            text = re.sub(r"[a-z]{3,}", self._drawn, analysis.article.text)
            if index % 10 == 0:
                text = text[:-7] + " ferry."
                text = text[: len(analysis.article.text)]
            if index % 5000 == 0:
                text = text[: len(text) - 8] + " zeugma."
            article = replace(
                analysis.article,
                text=text,
                title=text.partition("\n")[0],
                outlet=OUTLETS[index % len(OUTLETS)],
                published=f"20{15 + index % 11:02}-{1 + index % 12:02}-{1 + index % 28:02}",
                origin=f"https://news.example/{index}",
            )
            yield article, replace(analysis, article=article)

    def _drawn(self, found: re.Match[str]) -> str:
        word = found.group()
        share = self._dice.random()
        if share < 0.01:
            return "".join(self._dice.choices("abcdefghilmnoprstuvwy", k=len(word)))
        known = self._by_length.get(len(word), [word])
        return self._dice.choice(known) if share < 0.4 else word


def fill(folder: Path, number: int) -> None:
    tools, _ = load_analysis_tools(default_paths())
    known = KnownLexicons(tools.lexicons)
    library = Library.open(folder)
    texts = Texts(tools).each(number)
    began, added = cpu(), 0
    while True:
        with library.change():
            for article, analysis in (
                pair for pair, _ in zip(texts, range(TOGETHER), strict=False)
            ):
                one = library.articles.add(article)
                library.analyses.keep(one.id, analysis, known)
                added += 1
        if added % TOGETHER or added >= number:
            break
        if added % 5000 == 0:
            print(f"{added} after {cpu() - began:.0f} s CPU", flush=True)
    library.close()


def repeat(folder: Path, number: int) -> None:
    """Repeat all articles of a library, row by row, until there are as many as wanted.

    Each gets another address and other sketch values, so that no copies are folded.
    """
    library = Library.open(folder)
    database = library.articles._database  # noqa: SLF001 -- row by row
    known = database.one("SELECT max(id) FROM article")[0]
    for table in ("term_in", "sketch_value"):  # for this once
        database.run(f"CREATE INDEX IF NOT EXISTS tmp_{table} ON {table}(article)")
    for first in range(known, number, known):
        most = min(known, number - first)
        for start in range(0, most, TOGETHER):
            where = f"BETWEEN {start + 1} AND {min(most, start + TOGETHER)}"
            with database.writing() as connection:
                for order in _copies(first):
                    connection.execute(order.format(where=where))
        print(f"{first + most} articles", flush=True)
    for table in ("term_in", "sketch_value"):
        database.run(f"DROP INDEX tmp_{table}")
    while library.analyses.note_voices(TOGETHER):
        pass
    library.close()


def _copies(first: int) -> Iterator[str]:
    columns = "title, outlet, byline, published, language, text_digest, words, size, added, state"
    marks = "narrator, direct, indirect"
    yield (
        f"INSERT INTO article (id, origin, address, {columns}, {marks})"
        f" SELECT id + {first}, origin || '-{first}', address || '-{first}', {columns}, {marks}"
        " FROM article WHERE id {where}"
    )
    yield (
        f"INSERT INTO packed_body SELECT id + {first}, title, text, rest FROM packed_body"
        " WHERE id {where}"
    )
    yield (
        "INSERT INTO analysis (article, lexicons, terms, data, corrected)"
        f" SELECT article + {first}, lexicons, terms, data, corrected"
        " FROM analysis WHERE article {where}"
    )
    yield (
        f"INSERT INTO term_in SELECT term, article + {first} FROM term_in WHERE article {{where}}"
    )
    yield (
        f"INSERT OR IGNORE INTO sketch_value SELECT (value * 7 + {first}) & 8388607,"
        f" article + {first} FROM sketch_value WHERE article {{where}}"
    )


def measure(folder: Path) -> None:
    tools, _ = load_analysis_tools(default_paths())
    known = KnownLexicons(tools.lexicons)
    before = peak_mb()
    print(f"open: {cost(lambda: Library.open(folder).close()):.1f} ms")
    library = Library.open(folder)
    ids = library.ids()
    print(f"{len(ids)} articles; {library.upkeep.disk_use()}")
    use = library.upkeep.disk_use()
    pages = library.articles._database.one("SELECT sum(pgsize) FROM dbstat")  # noqa: SLF001 -- see below
    print(f"pages in use / texts: {pages[0] / use.texts:.2f}")
    for table, size in library.articles._database.all(  # noqa: SLF001 -- what takes the room
        "SELECT name, sum(pgsize) FROM dbstat GROUP BY name HAVING sum(pgsize) > 1e6"
        " ORDER BY sum(pgsize) DESC"
    ):
        print(f"  {table}: {size / use.texts:.3f}")
    print(f"ids in the usual order: {cost(library.ids):.0f} ms")
    for sort in ("title", "outlet", "words", "added"):
        wanted = Wanted(sort=sort)
        print(f"ids by {sort}: {cost(lambda wanted=wanted: library.ids(wanted)):.0f} ms")
    print(f"ids, folded: {cost(lambda: library.ids(Wanted(is_folded=True))):.0f} ms")
    print(f"counts: {cost(library.counts):.0f} ms")
    middle = ids[len(ids) // 2 : len(ids) // 2 + 30]
    print(f"30 rows: {cost(lambda: library.rows_of(middle)):.2f} ms")
    print(f"first page of rows: {cost(lambda: library.rows(most=30)):.2f} ms")
    dice = random.Random(1)
    print(f"an article: {cost(lambda: library.articles.article(dice.choice(ids)), 50):.2f} ms")
    one = library.articles.article(middle[0])
    kept = cost(lambda: library.analyses.get(middle[0], one, known), 20)
    print(f"its analysis: {kept:.2f} ms")
    for name, typed in QUERIES:
        found = library.search.find(typed)
        taken = cost(lambda typed=typed: library.search.find(typed))
        print(f"search, {name}: {taken:.1f} ms, {len(found)}")
    print(f"memory: {before:.0f} MB before, {peak_mb():.0f} MB at most")
    library.close()


def measure_import(number: int) -> None:
    """Print how many text files are added and analysed in a CPU second, by the command itself."""
    from reader.launch import run_command_line  # noqa: PLC0415 -- it brings the whole command line

    tools, _ = load_analysis_tools(default_paths())
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "articles")
        folder.mkdir()
        for index, (article, _) in enumerate(Texts(tools).each(number)):
            (folder / f"{index:05}.txt").write_text(article.text, encoding="utf-8")
        os.environ["CLOSE_READER_DATA"] = str(Path(place, "data"))
        began, wall = cpu(), time.monotonic()
        run_command_line(["library", "add", str(folder)])
        taken = cpu() - began
        per_second, waited = number / taken, time.monotonic() - wall
        print(f"{number} files: {per_second:.1f} a CPU second, {waited:.0f} s wall")


def measure_copies() -> None:
    """Print how many changed and cut copies have sketches that lead to one another."""
    dice, words = random.Random(3), " ".join(paragraphs()).split()
    for left in (1, 0.5, 0.2):
        for changed in (0.01, 0.03, 0.06):
            found = 0
            for _ in range(150):
                start = dice.randrange(len(words) - WORDS)
                text = words[start : start + WORDS]
                copy = [dice.choice(words) if dice.random() < changed else word for word in text]
                sketches = (
                    set(sketch_of(" ".join(one))) for one in (text, copy[: int(WORDS * left)])
                )
                found += len(set.intersection(*sketches)) >= FEWEST_SHARED
            print(f"{left:.0%} left, {changed:.0%} changed: {found / 150:.2f} found")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=50_000)
    parser.add_argument("--import", type=int, dest="imported", default=0, metavar="N")
    parser.add_argument("--copies", action="store_true")
    call = parser.parse_args()
    if call.copies:
        measure_copies()
    if call.imported:
        measure_import(call.imported)
    if call.folder is not None:
        if not (call.folder / "library.sqlite").exists():
            fill(call.folder, min(call.articles, DRAWN))
            repeat(call.folder, call.articles)
        measure(call.folder)


if __name__ == "__main__":
    main()

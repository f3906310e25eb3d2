"""Looks for texts that take more than two seconds of CPU time for a megabyte.

    slow_texts.py [--size BYTES] [--only WORD] [--seed N] [--rounds N] [--top N] [--no-compare]

Fragments of many kinds are repeated up to a size: read, analysed, measured, written in every
form of report, its busiest source put on a sheet, and compared with itself, each step apart.
`--rounds` joins two or three fragments at random; that is the search for kinds that nobody thought
of. What grows faster than its length is told by the ratio of a whole to a quarter. A busy machine
takes up to twice the CPU time for the same work, so plain news is measured before each kind, and
the slowest step is told as so many times the analysis of as much news.
"""

import argparse
import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from string import ascii_lowercase

from reader.batch.documents import AnalysisSettings, DocumentMaker
from reader.core.across.comparison.comparing import compare
from reader.core.across.comparison.comparison import ComparedArticle
from reader.core.analysis.analysis import Analysis
from reader.core.views.source_sheet import source_sheet
from reader.errors import ReaderError
from reader.intake.read import read_bytes
from reader.launch import collect_seldom, load_readability
from reader.storage.exports.registry import EXPORT_FORMATS
from reader.storage.reports.comparison.registry import COMPARISON_FORMATS
from reader.storage.reports.report_format import USUAL, Report
from reader.storage.reports.sheets.source_sheet import source_sheet_html

GOLD = Path(__file__).resolve().parents[1] / "quality" / "gold"

PLAIN = {
    "shouted speaker": "ANNA HOLM SAID ",
    "speaker": "Anna Holm said ",
    "speaker, stop": "Anna Holm said so. ",
    "quoted": "“It is shut,” Anna Holm said. ",
    "open quotes": "“It is shut, Anna Holm said. ",
    "quotation marks": '" ',
    "curly marks": "“”",
    "single marks": "'it' ",
    "brackets": "(he said) ",
    "open brackets": "((((",
    "square brackets": "[sic] ",
    "commas": "a, ",
    "and": "Holm and ",
    "names": "Anna Bert Carl Dora ",
    "role names": "Mayor Anna Holm, the chair of the board, ",
    "of the": "of the ",
    "kin without end": "the wife of the son of the mother of ",
    "that": "said that ",
    "said": "said ",
    "who": "who said that ",
    "he": "he ",
    "it is": "it is ",
    "may": "may ",
    "hedged": "reportedly may perhaps ",
    "brutal": "brutal ",
    "hyphens": "co-",
    "hyphened": "state-backed ",
    "dashes": "word — word ",
    "long word": "a",
    "digits": "1",
    "numbers": "12,345 ",
    "lines": "word\n",
    "empty lines": "word\n\n",
    "blank lines": " \n",
    "tabs": "a\tb\t",
    "questions": "Q: Why?\nA: Because.\n\n",
    "interview": "ANNA HOLM: It is shut.\n\n",
    "colon": "Holm: ",
    "stars": "* a\n",
    "agency": "(AP) ",
    "one sentence again": "The mayor said that the bridge would be shut. ",
    "list": "- item said Holm\n",
    "numbered": "1. item\n",
    "headings": "# Heading\n\n",
    "markdown links": "[a](b) ",
    "markdown images": "![a](b) ",
    "markdown quotes": "> ",
    "markdown stars": "**a",
    "underscores": "_a_ ",
    "backticks": "`",
    "table rows": "| a | b |\n",
    "urls": "https://example.org/a ",
    "abbreviations": "U.S. Sen. ",
    "stops": ". ",
    "dots": "...",
    "emoji": "🙂 ",
    "accents": "e\u0301",
    "zero width": "a\u200bb ",
    "right to left": "שלום ",
    "date lines": "LONDON (AP) — ",
    "passives": "was killed ",
    "according": "according to the mayor ",
    "declined": "declined to comment ",
    "unnamed": "officials said ",
    "pronouns": "She said he told her that they ",
    "groups": "critics of the plan ",
    "possessive": "Holm's ",
    "capitals": "THE MAYOR OF THE TOWN ",
    "attributions": "“It is shut,” said the mayor. ",
    "one name": "Anna Holm ",
    "shouted names": "ANNA HOLM, BERT BACH ",
    "a letter a line": "a\n",
    "a word a paragraph": "Word.\n\n",
    "quotes a paragraph": "“It is shut.”\n\n",
    "guillemets": "«it» ",
    "nested marks": "“‘it’” ",
    "apostrophes": "'",
    "signs alone": "\u0301",
    "vowel signs": "कि ",
    "ideographs": "新聞",
    "families of emoji": "👩‍👩‍👧 ",
    "soft hyphens": "wo\u00adrd ",
    "semicolons": "said; ",
    "ellipses": "said … ",
    "marks of sides": "\u202eword\u202c ",
    "dates": "On 3 May 2024, ",
    "initials": "J. K. ",
    "titles": "President Holm, Senator Bach ",
    "negated": "not may not ",
    "stop and mark": ". “",
    "a sign a paragraph": ")\n\n",
    "links without end": "[a](",
}  # fmt: skip
# Names, titles, cues and signs as rules meet them, called by themselves; `|` stands between.
FURTHER = (
    "LoP MoD |LoP said MoD |the LoP (MoD) |LoP, MoD, |J. K. Rowling said |iPhone eBay McDonald |"
    "Москва said Ivanov |5km 10kg 3pm |(a (b (c |President of the |the President said |"
    "Anna Holm and Bert Bach and |the mayor, the chair, |"
    "chair of the board of the bank of the city of |Minister of Education of |“It is |"
    '"it is shut said Anna Holm |Note: see: say: |Mayor: yes. |ANNA: no. BERT: yes. |'
    "— said Holm — |the police and the army and the court |Anna Anna Holm |"
    "The Minister Said That The Plan Was Dead |he said she said they said |The minister said. |"
    "said Anna, said Bert, |spokesman for the spokesman for |"
    "a spokeswoman said a spokesman said |who whom whose which that |pro-Kiev anti-Kiev |"
    "the rebels the militants the gunmen |her mother's brother's |"
    "the 43-year-old Anna Holm, 43, |Sen. John Doe (R-Texas) |told the BBC that |"
    "told Reuters, told AFP, |as said as told as seen |not said not told |to say to tell to ask |"
    "saying telling asking |allegedly |claim that the claim that |In a statement, |"
    "Anna Holm 's |Anna Holm she |Moscow said so. The Kremlin said so. |:\n|1 / it is a:\n|"
    "On Monday, on Tuesday, |@anna @bert |co-chair vice-chair |don't can't won't |"
    "the EU, the UN, the US |Holm, who said Bach, who said Carl, |one of the defectors |"
    "Osk Council Aston Council |Parents for Plain Reading for |van der de la |Kell & Stroud & |"
    "he, she, they, |I think I said I |“I,” he said, “you,” she said, |'It is,' said Holm. |"
    "is is |1,2,3,|한국 |+|a.b+|Q: |Mrs Holm said |wants to |Holm (D) said |told AFP |if |"
).split("|")[:-1]
# No two pieces alike: `*` stands for a word that was never seen before, with a capital for `^`.
MADE = {
    "different speakers": "“It is shut,” said ^ ^. ",
    "one speaker, many names": "^ Holm said it. ",
    "first name repeated": "Anna ^ said it. Anna came. ",
    "different bodies": "^ ^ Council said it. ",
    "different roles": "^ ^, the mayor of ^, came. The mayor said no. ",
    "different groups": "^ rebels and ^ troops. The militants said so. ",
    "different labels": "^: it is.\n\n",
    "different lines": "^ ^\n",
    "one sentence": "the * went to ^ and ",
    "one sentence of speakers": "^ ^ said that ",
    "words never seen": "* ",
    "names never seen": "^ ^ came. ",
}
PAGES = {
    "paragraphs": "<p>Anna Holm said so.</p>",
    "open paragraphs": "<p>a",
    "divs": "<div>",
    "nested div text": "<div>a",
    "breaks": "a<br>",
    "double breaks": "a<br><br>",
    "tables": "<table><tr><td>a</td></tr></table>",
    "cells": "<td>a",
    "lists": "<ul><li>a",
    "bold": "<b>a",
    "links": "<a href=x>a</a> ",
    "quotes": "<q>it is</q> ",
    "blockquotes": "<blockquote>a",
    "comments": "<!-- a -->",
    "entities": "&amp;",
    "attributes": '<p class="story body main">a</p>',
    "scripts": "<script>a</script>",
    "headings": "<h2>a</h2>",
    "figures": "<figure><img src=x><figcaption>a</figcaption></figure>",
    "metas": '<meta name="author" content="Ann">',
    "json": '<script type="application/ld+json">{"@type":"NewsArticle","headline":"a"}</script>',
    "asides": "<aside>a</aside>",
    "articles": "<article><p>word word word</p></article>",
    "definitions": "<dl><dt>a<dd>b</dl>",
    "same captions": "<figcaption>the same caption</figcaption>",
}  # fmt: skip
FORMATS = tuple(one for one in EXPORT_FORMATS if one.write is not None)


class Bench:
    """Takes one text after another through all steps, with the tools loaded once."""

    def __init__(self, *, compares: bool = True) -> None:
        collect_seldom()  # as the program does
        self._maker = DocumentMaker(AnalysisSettings(), load_readability)
        self._compares = compares
        self.seconds("warm.txt", b"Anna Holm said it may be shut.")

    def seconds(self, name: str, data: bytes) -> dict[str, float]:
        """Return the CPU seconds of each step; a text that is refused has only the first."""
        taken: dict[str, float] = {}
        try:
            with _timed(taken, "read"):
                article = read_bytes(data, name)
        except ReaderError:
            return taken
        with _timed(taken, "analysis"):
            analysis = self._maker.analysis(article)
        for one in FORMATS:
            with _timed(taken, one.name):
                one.write([Report(analysis, name)], USUAL)
        if analysis.sources:
            busiest = max(analysis.sources, key=lambda source: len(source.attributions))
            with _timed(taken, "sheet"):
                source_sheet_html(source_sheet(analysis, busiest))
        if self._compares:
            self._compare(analysis, taken)
        return taken

    def analysis_of(self, data: bytes) -> float:
        """Return the CPU seconds a MB of analysing a text."""
        article = read_bytes(data, "news.txt")
        taken: dict[str, float] = {}
        with _timed(taken, "analysis"):
            self._maker.analysis(article)
        return taken["analysis"] / len(data) * 1e6

    def _compare(self, analysis: Analysis, taken: dict[str, float]) -> None:
        """Lay the text beside itself; the time is told for one of the two."""
        with _timed(taken, "compare"):
            both = compare([ComparedArticle(name, analysis) for name in ("one", "other")])
            for one in COMPARISON_FORMATS:
                one.write(both)
        taken["compare"] /= 2


@contextlib.contextmanager
def _timed(taken: dict[str, float], step: str) -> Iterator[None]:
    began = time.process_time()
    try:
        yield
    finally:
        taken[step] = time.process_time() - began


def texts(rounds: int, seed: int) -> Iterator[tuple[str, str, str]]:
    """Yield what each kind is called, the ending of its file, and what is repeated."""
    for name, fragment in PLAIN.items():
        yield name, ".md", fragment
    for name, fragment in PAGES.items():
        yield f"page: {name}", ".html", fragment
    for fragment in FURTHER:
        yield repr(fragment), ".md", fragment
    for name, fragment in MADE.items():
        yield f"made: {name}", ".md", fragment
    dice = Random(seed)
    plain, pages = list(PLAIN.values()), list(PAGES.values())
    for number in range(rounds):
        chosen = dice.choices(pages if number % 3 == 0 else plain, k=dice.choice((2, 3)))
        if number % 3 == 0:
            chosen.insert(dice.randrange(3), dice.choice(plain))
        joined = "".join(chosen)
        shouted = joined.upper() if number % 5 == 4 else joined
        yield repr(shouted)[:70], ".html" if number % 3 == 0 else ".md", shouted


def main() -> None:
    """Take every kind, and print the slowest ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=200_000, help="bytes of a text")
    parser.add_argument("--only", default="", help="kinds with this in their name")
    parser.add_argument("--rounds", type=int, default=0, help="kinds joined at random")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--top", type=int, default=15)
    parser.add_argument("--no-compare", action="store_true", help="leave comparisons out")
    call = parser.parse_args()
    bench, rows = Bench(compares=not call.no_compare), []
    for name, ending, fragment in texts(call.rounds, call.seed):
        if call.only in name:
            plain = bench.analysis_of(_news(call.size // 4))
            ratio, taken = measured(bench, ending, fragment, call.size)
            rows.append((name, ratio, max(taken.values()) / plain, taken))
    rows.sort(key=lambda row: -row[2])
    print(f"{len(rows)} kinds, seconds of CPU a MB; ratio of a whole to a quarter (4 is in line);")
    print("slowest step against the analysis of plain news measured just before")
    for name, ratio, times, taken in rows[: call.top]:
        slow = sorted(taken.items(), key=lambda item: -item[1])[:5]
        told = "  ".join(f"{k} {v:.2f}" for k, v in slow)
        print(f"{name:40.70} {ratio:5.1f} {times:5.2f}  {told}")


def _news(size: int) -> bytes:
    """Return so many bytes of our own news texts, one after the other."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(GOLD.glob("*.txt")))
    return (text * (size // len(text) + 1)).encode()[:size]


def measured(
    bench: Bench, ending: str, fragment: str, size: int
) -> tuple[float, dict[str, float]]:
    """Return how much longer a whole takes than a quarter, and the seconds a MB of each step."""
    whole, quarter = (
        bench.seconds(f"a{ending}", _repeated(fragment, length)) for length in (size, size // 4)
    )
    megabytes = len(_repeated(fragment, size)) / 1e6
    ratio = sum(whole.values()) / max(0.001, sum(quarter.values()))
    return ratio, {step: seconds / megabytes for step, seconds in whole.items()}


def _repeated(fragment: str, size: int) -> bytes:
    if fragment in MADE.values():
        return _made(fragment, size)
    one = fragment.encode()
    return one * max(1, size // len(one))


def _made(pattern: str, size: int) -> bytes:
    """Return a text in which no word for a sign of the pattern stands twice, or hardly ever."""
    pieces: list[str] = []
    dice, length = Random(3), 0
    while length < size:
        for sign in pattern:
            word = "".join(dice.choices(ascii_lowercase, k=dice.randint(3, 8)))
            pieces.append({"^": word.capitalize(), "*": word}.get(sign, sign))
            length += len(pieces[-1])
    return "".join(pieces).encode()


if __name__ == "__main__":
    main()

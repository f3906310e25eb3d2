"""Score the program on sentences of known kinds of fault: `score_kinds.py [FILE]... [-v]`.

The head of `tests/quality/kind_sentences/01.txt` says what may stand in such a file. A text counts
as right when all that it asks for holds, and nobody else is surely said to say anything.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.attribution.attributions import Attribution
from reader.core.lexicon.findings import Finding
from reader.core.sources.source import Source
from reader.core.views.disclosure import Disclosures
from reader.intake.text.plain_text import read_verbatim
from reader.paths import default_paths
from reader.storage.analysis_tools import load_analysis_tools

_QUALITY = Path(__file__).resolve().parents[1] / "quality"
SETS = sorted((_QUALITY / "kind_sentences").glob("*.txt"))
ARTICLES = _QUALITY / "kind_articles.txt"  # whole articles, of which each thing asked for counts
_ALIKE = 0.8  # share of the letters of both contents that they have in common
_TOUCHED = 0.4
_NOTHING = "nothing"
_CONFIDENT = "confident"
_THAT = "that "


@dataclass
class Case:
    """A text and what must hold of it, each as a word and the rest of the line."""

    kind: str
    text: str
    wants: list[tuple[str, str]] = field(default_factory=list)

    def of(self, word: str) -> Iterator[str]:
        """Yield the rest of the lines that begin with a word."""
        return (rest for known, rest in self.wants if known == word)


def cases_of(path: Path) -> Iterator[Case]:
    """Yield the cases of a file."""
    kind, case = "", None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            kind = line.removeprefix("## ")
        elif line.startswith("  ") and case is not None:
            word, _, rest = line.strip().partition(" ")
            case.wants.append((word, rest))
        elif line and not line.startswith("#"):
            if case is not None:
                yield case
            case = Case(kind, line.replace(" ¶ ", "\n\n"))
    if case is not None:
        yield case


class Judged:
    """One case beside what the program made of it."""

    def __init__(self, case: Case, analysis: Analysis) -> None:
        self._case, self._analysis, self._text = case, analysis, case.text
        self._owners = {
            number: source for source in analysis.sources for number in source.attributions
        }
        self._disclosures = Disclosures(analysis)
        self._tests: Mapping[str, Callable[[str], bool]] = {
            "says": lambda rest: self._is_said(rest, is_sure=True),
            "doubts": lambda rest: self._is_said(rest, is_sure=False),
            "may": lambda rest: True,
            "sources": lambda rest: self._speakers() == int(rest),
            "kind": lambda rest: self._of_source(rest, lambda source: source.kind),
            "identified": lambda rest: self._of_source(rest, lambda source: source.identification),
            "knows": lambda rest: self._told(rest, "knowledge"),
            "channel": lambda rest: self._told(rest, "channels"),
            "reason": self._reason,
            "hedge": self._is_hedge,
            "plain": lambda rest: not self._hedges(rest),
            "marks": self._is_marked,
            "unmarked": lambda rest: all(
                item.confidence != _CONFIDENT for item in self._marks(rest)
            ),
            "actor": lambda rest: self._together(rest.split("; ")),
            "apart": lambda rest: not self._together(rest.split("; ")),
            "within": self._is_within,
        }

    def faults(self) -> Iterator[str]:
        """Yield what does not hold."""
        for word, rest in self._case.wants:
            if not self._tests[word](rest):
                yield f"{word} {rest}"
        for item in self._analysis.attributions:
            if item.sure and item.content and not self._is_listed(item):
                yield f"not asked for: {self._shown(item)}"

    def _shown(self, item: Attribution) -> str:
        pieces = " … ".join(span.of(self._text) for span in item.content)
        source = self._owners.get(item.id)
        name = source.name if source else None
        return f"{name} > {pieces} ({item.rule}, {item.verb_class})".replace("\n\n", " ¶ ")

    def found(self) -> Iterator[str]:
        """Yield what the program found."""
        for item in self._analysis.attributions:
            yield f"{'' if item.sure else 'unsure '}{self._shown(item)}"

    def _letters(self, rest: str) -> frozenset[int]:
        """Return the places of some words of the text, pieces parted by "…"."""
        places: set[int] = set()
        start = 0
        for piece in rest.replace(" ¶ ", "\n\n").split(" … "):
            at = self._text.find(piece, start)
            if at < 0:
                at = self._text.find(piece)
            if at < 0:
                sys.exit(f"{piece!r} does not stand in {self._text!r}")
            start = at + len(piece)
            at += len(_THAT) * piece.lower().startswith(_THAT)
            places |= {place for place in range(at, start) if self._text[place].isalnum()}
        return frozenset(places)

    def _own(self, item: Attribution) -> frozenset[int]:
        """Return the places of the letters of what is said; the program counts "that" to it."""
        places = {place for span in item.content for place in range(span.start, span.end)}
        start = min(places, default=0)
        if self._text[start : start + len(_THAT)].lower() == _THAT:
            places -= set(range(start, start + len(_THAT)))
        return frozenset(place for place in places if self._text[place].isalnum())

    def _share(self, item: Attribution, rest: str) -> float:
        one, other = self._own(item), self._letters(rest)
        return len(one & other) / max(1, len(one | other))

    def _is_whose(self, source: Source | None, name: str) -> bool:
        if not name:
            return True
        if source is None:
            return False
        mentions = (span.of(self._text) for span in source.mentions)
        told = [source.name or "", *mentions]
        return any(name.lower() in one.lower() for one in told)

    def _is_said(self, rest: str, *, is_sure: bool) -> bool:
        name, _, words = rest.partition("> ")
        return any(
            item.sure is is_sure
            and self._share(item, words) >= _ALIKE
            and self._is_whose(self._owners.get(item.id), name.strip())
            for item in self._analysis.attributions
        )

    def _is_listed(self, item: Attribution) -> bool:
        rests = [*self._case.of("says"), *self._case.of("may"), *self._case.of("doubts")]
        return item.inside is not None or any(
            self._share(item, rest.partition("> ")[2]) >= _TOUCHED for rest in rests
        )

    def _speakers(self) -> int:
        return sum(bool(source.attributions) for source in self._analysis.sources)

    def _sources(self, name: str) -> Sequence[Source]:
        return [item for item in self._analysis.sources if self._is_whose(item, name)]

    def _of_source(self, rest: str, value: Callable[[Source], str]) -> bool:
        name, _, wanted = rest.partition(" = ")
        return any(value(source) == wanted for source in self._sources(name))

    def _told(self, rest: str, what: str) -> bool:
        name, _, wanted = rest.partition(" = ")
        told = [
            one.value
            for source in self._sources(name)
            for one in getattr(self._disclosures.of(source), what)
        ]
        return not told if wanted == _NOTHING else wanted in told

    def _reason(self, rest: str) -> bool:
        name, _, wanted = rest.partition(" = ")
        told = [
            found.reason.of(self._text)
            for source in self._sources(name)
            if (found := self._disclosures.of(source).anonymity) and found.reason
        ]
        if wanted == _NOTHING:
            return not told
        return any(wanted in reason for reason in told)

    def _hedges(self, words: str) -> Sequence[Finding]:
        places = self._letters(words)
        return [
            item
            for item in self._analysis.findings
            if item.panel == "hedging"
            and item.category != "booster"
            and places & frozenset(range(item.span.start, item.span.end))
        ]

    def _marks(self, words: str) -> Sequence[Finding]:
        places = self._letters(words)
        return [
            item
            for item in self._analysis.findings
            if item.panel == "wording"
            and places & frozenset(range(item.span.start, item.span.end))
        ]

    def _is_marked(self, rest: str) -> bool:
        words, _, category = rest.partition(" = ")
        return any(not category or item.category == category for item in self._marks(words))

    def _is_hedge(self, rest: str) -> bool:
        words, _, told = rest.partition(" = ")
        category, _, owner = told.partition(" @ ")
        return any(
            item.category == category and (not owner or self._is_owned(item, owner))
            for item in self._hedges(words)
        )

    def _is_owned(self, item: Finding, owner: str) -> bool:
        if owner == "narrator":
            return item.voice == "narrator"
        return item.voice != "narrator" and self._is_whose(
            self._owners.get(item.attribution or 0), owner
        )

    def _together(self, wordings: Sequence[str]) -> bool:
        groups = [
            {re.sub("^the ", "", label.text.lower()) for label in actor.labels}
            for actor in self._analysis.naming
        ]
        wanted = {re.sub("^the ", "", wording.lower()) for wording in wordings}
        return any(wanted <= group for group in groups)

    def _is_within(self, rest: str) -> bool:
        outer, _, inner = rest.partition(" > ")
        return any(
            item.inside is not None
            and self._is_whose(self._owners.get(item.id), inner)
            and self._is_whose(self._owners.get(item.inside), outer)
            for item in self._analysis.attributions
        )


def judged(path: Path, tools: AnalysisTools | None = None) -> Iterator[tuple[Case, Judged]]:
    """Yield each case of a file with what the program made of it."""
    if tools is None:
        with tempfile.TemporaryDirectory() as nothing_of_ones_own:
            tools, _ = load_analysis_tools(default_paths(Path(nothing_of_ones_own)))
    for case in cases_of(path):
        article = read_verbatim(case.text, path.name)
        yield case, Judged(case, analyse(article, tools, assume_english=True))


def main() -> None:
    """Print the right ones of each kind; with `-v` what is wrong with the others."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=SETS)
    parser.add_argument("-v", "--verbose", action="store_true")
    call = parser.parse_args()
    right: dict[str, list[bool]] = {}
    things = wrong = 0
    for case, judgement in (one for path in call.paths for one in judged(path)):
        faults = list(judgement.faults())
        right.setdefault(case.kind, []).append(not faults)
        things, wrong = things + len(case.wants), wrong + len(faults)
        if faults and call.verbose:
            print(f"{case.kind}: {case.text}".replace("\n\n", " ¶ "))
            for line in faults:
                print(f"    wrong: {line}")
            for line in judgement.found():
                print(f"    found: {line}")
    for kind, marks in right.items():
        print(f"{sum(marks):3d} of {len(marks):3d}  {kind}")
    every = [mark for marks in right.values() for mark in marks]
    print(
        f"{sum(every)} of {len(every)}, {len(right)} kinds; {wrong} faults, {things} things told"
    )


if __name__ == "__main__":
    main()

"""Finds one entry in many texts as an analysis would, without analysing them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.core.analysis.finding_recipe import combined_findings
from reader.core.languages.language import Language
from reader.core.lexicon.findings import Finding, each_once
from reader.core.lexicon.lexicon import Entry
from reader.core.lexicon.matcher import Matcher
from reader.core.lexicon.phrases import Step, read_phrase
from reader.core.text.spans import Span
from reader.core.text.tagging import Tagger
from reader.values import frozen

_RUN = re.compile(r"\w+")


@frozen
class EntrySearch:
    """Looks for one entry; only the lines that may hold it are cut into words.

    A line break always ends a sentence, so a line alone is matched as it is in its text.

    Attributes:
        entry: What is looked for.
        lexicons: The ids of the lexicons that may own it: the shipped one and the reader's.
        matcher: All lexicons, so that a longer entry still comes before a shorter one.
        tagger: Gives parts of speech.
        language: The language of the texts.
    """

    entry: Entry
    lexicons: frozenset[str]
    matcher: Matcher
    tagger: Tagger
    language: Language

    def places(self, text: str, left_out: Sequence[Span] = ()) -> tuple[Span, ...]:
        """Return where the entry stands in a text, outside the stretches left out."""
        needles = _needles(self.entry, self.language)
        if not _may_hold(text.lower(), needles):
            return ()
        found = (
            Span(start + span.start, start + span.end)
            for start, line in _lines(text)
            if _may_hold(line.lower(), needles)
            for span in self._in_line(line)
        )
        return tuple(span for span in found if not any(map(span.overlaps, left_out)))

    def _in_line(self, line: str) -> Iterator[Span]:
        tokens = self.language.tokenizer(line)
        tags = self.tagger.tag(tokens)
        matched = filter(self._is_meant, self.matcher.find(tokens, tags))
        for finding in each_once(combined_findings(tokens, tags, matched, self.language)):
            yield finding.span

    def _is_meant(self, finding: Finding) -> bool:
        entry, found = self.entry, finding.entry
        is_same = entry.part == found.part and entry.phrase.lower() == found.phrase.lower()
        return is_same and finding.lexicon in self.lexicons


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _needles(entry: Entry, language: Language) -> tuple[tuple[str, ...], ...]:
    """Return for each word of the phrase the letters of which some must stand in the text."""
    steps = read_phrase(entry.phrase, entry.match, entry.part, language).steps
    told = (tuple(_runs(step)) for step in steps if not step.is_gap)
    return tuple(sorted(filter(None, told), key=lambda runs: -min(map(len, runs))))


def _runs(step: Step) -> Iterator[str]:
    """Yield the longest run of letters of each form; none where a form has no letter."""
    forms: Iterable[str] = (step.prefix,) if step.prefix else step.forms
    found = [max(_RUN.findall(form), key=len, default="") for form in forms]
    if all(found):
        yield from set(found)


def _may_hold(lower: str, needles: tuple[tuple[str, ...], ...]) -> bool:
    return all(any(run in lower for run in runs) for runs in needles)

"""Scores analysis documents on articles marked whole: who says what, who that is, in which words.

The figures are those of the README beside `wikinews`; `SCORES` says what each one means. All are
counted over attributions that are sure, not inside another one, and no attitudes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

Plain = Mapping[str, Any]
SCORES = {
    "found": "attributions that are met: contents overlap by 0.4 of their union, one to one",
    "false": "of the program's sure attributions, those that meet nothing at all",
    "source": "of those met, whose source overlaps the right one",
    "name": "of those met, whose shown name shares a word with a name of the right source",
    "same_source": "F1 over pairs of attributions that are given to one source",
    "kind": "kind of source right",
    "kind_wrong": "kind of source wrong, and not “unclear”",
    "identification": "how well a source is named, right",
    "ownerless": "share of the quoted words with a known speaker that lie in no content",
    "forms": "wordings of the main actors that stand together under one actor in `naming`",
    "loaded_p": "confident wording marks that touch a marked word",
    "loaded_r": "marked words that a confident mark touches",
    "unsure": "share of the program's attributions that it calls unsure",
}
FALLING = frozenset({"false", "kind_wrong", "ownerless", "unsure"})  # less is better
_MET = 0.4
_SPARED = 0.5
_STOP = frozenset(
    "the a an of for and mr mrs ms dr sir president spokesman spokeswoman spokesperson s".split()
)
_QUOTED = re.compile(r"[“\"][^”\"\n]{15,}[”\"]")


def characters(spans: Iterable[Sequence[int]] | None) -> frozenset[int]:
    """Return the places of all characters in some spans."""
    return frozenset(place for start, end in spans or () for place in range(start, end))


def name_words(text: str | None) -> set[str]:
    """Return the words of a name that tell it from others."""
    return set(re.findall(r"\w+", (text or "").lower())) - _STOP


@dataclass
class Item:
    """One attribution, marked or found, with the characters of its content."""

    plain: Plain
    places: frozenset[int]

    @property
    def counts(self) -> bool:
        """Tell whether a marked attribution is one that the figures are about."""
        plain = self.plain
        return bool(plain["sure"]) and not plain["inside"] and plain["kind"] != "attitude"

    @property
    def is_sure(self) -> bool:
        """Tell whether the program stands by a found attribution."""
        return self.plain.get("sure", True) is not False


@dataclass
class Tally:
    """Counts over any number of articles, and what went wrong in words."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Return every figure of `SCORES`."""
        n = self.counts
        pairs = n["pairs_marked"] + n["pairs_found"]
        return {
            "found": _share(n["found"], n["marked"]),
            "false": _share(n["false"], n["right"] + n["false"]),
            "source": _share(n["source"], n["found"]),
            "name": _share(n["name"], n["linked"]),
            "same_source": _share(2 * n["pairs_both"], pairs),
            "kind": _share(n["kind"], n["shown"]),
            "kind_wrong": _share(n["kind_wrong"], n["shown"]),
            "identification": _share(n["identification"], n["shown"]),
            "ownerless": _share(n["ownerless"], n["owned"]),
            "forms": _share(n["forms_found"], n["forms"]),
            "loaded_p": _share(n["marks_right"], n["marks"]),
            "loaded_r": _share(n["loaded_found"], n["loaded"]),
            "unsure": _share(n["unsure"], n["predicted"]),
        }


def _share(part: int, whole: int) -> float:
    return part / max(1, whole)


class Article:
    """One article: its marks by hand beside the document of the program."""

    def __init__(self, stem: str, text: str, gold: Plain, document: Plain) -> None:
        self._stem, self._text, self._gold, self._document = stem, text, gold, document
        marked = (Item(plain, characters(plain["content"])) for plain in gold["attributions"])
        self._marked = [item for item in marked if item.places]
        self._found = [
            Item(plain, characters(plain["content"]))
            for plain in document["attributions"]
            if plain.get("inside") is None and plain["content"]
        ]
        self._sources = {source["id"]: source for source in document["sources"]}
        self._met = self._pairs()

    def _pairs(self) -> dict[int, int]:
        """Return which found attribution meets each marked one, the closest pairs first."""
        shares = sorted(
            (
                (len(one.places & other.places) / len(one.places | other.places), one.counts, i, j)
                for i, one in enumerate(self._marked)
                for j, other in enumerate(self._found)
                if one.places & other.places
            ),
            reverse=True,
        )
        met: dict[int, int] = {}
        for share, _, i, j in shares:
            if share >= _MET and i not in met and j not in met.values():
                met[i] = j
        return met

    def count(self, tally: Tally) -> None:
        """Add this article to the counts."""
        for number, item in enumerate(self._marked):
            if item.counts:
                self._count_marked(number, item, tally)
        self._count_found(tally)
        self._count_pairs(tally)
        self._count_quoted(tally)
        self._count_wording(tally)
        self._count_forms(tally)

    def _count_marked(self, number: int, item: Item, tally: Tally) -> None:
        counts = tally.counts
        counts["marked"] += 1
        if number not in self._met:
            tally.wrong.append(f"{self._stem}: missed {self._words_at(item)!r}")
            return
        found = self._found[self._met[number]].plain
        counts["found"] += 1
        source = item.plain["source"]
        is_right = source is None or bool(characters(found["source"]) & characters([source]))
        counts["source"] += is_right
        if not is_right:
            told = self._text[slice(*source)]
            tally.wrong.append(f"{self._stem}: {self._words_at(item)!r} is said by {told!r}")
        entity = self._gold["entities"].get(item.plain["entity"])
        if entity:
            self._count_source(entity, self._sources.get(found.get("source_id")), tally)

    def _count_source(self, entity: Plain, shown: Plain | None, tally: Tally) -> None:
        counts = tally.counts
        names = set().union(*(name_words(form) for form in (entity["name"], *entity["forms"])))
        counts["linked"] += 1
        counts["name"] += bool(name_words(shown["name"] if shown else None) & names)
        if shown is None:
            return
        counts["shown"] += 1
        counts["kind"] += shown["kind"] == entity["kind"]
        counts["kind_wrong"] += shown["kind"] not in {entity["kind"], "unclear"}
        counts["identification"] += shown["identification"] == entity["identification"]
        if shown["kind"] != entity["kind"]:
            told = f"{entity['name']!r} is {entity['kind']}, not {shown['kind']}"
            tally.wrong.append(f"{self._stem}: {told}")

    def _count_found(self, tally: Tally) -> None:
        """Count what the program found and nobody marked; what is doubtful is spared."""
        counts = tally.counts
        spared = frozenset().union(*(one.places for one in self._marked if not one.counts))
        owner = {j: i for i, j in self._met.items()}
        for number, item in enumerate(self._found):
            counts["predicted"] += 1
            counts["unsure"] += not item.is_sure
            if number in owner or not item.is_sure:
                is_right = number in owner and self._marked[owner[number]].counts
                counts["right"] += is_right and item.is_sure
            elif len(item.places & spared) < _SPARED * len(item.places):
                counts["false"] += 1
                tally.wrong.append(f"{self._stem}: false {self._words_at(item)!r}")

    def _count_pairs(self, tally: Tally) -> None:
        counts = tally.counts
        given = [
            (self._marked[i].plain["entity"], self._found[j].plain.get("source_id"))
            for i, j in self._met.items()
            if self._marked[i].counts and self._marked[i].plain["entity"]
        ]
        for (entity, source), (other_entity, other_source) in combinations(given, 2):
            is_one_source = source == other_source and source is not None
            counts["pairs_marked"] += entity == other_entity
            counts["pairs_found"] += is_one_source
            counts["pairs_both"] += entity == other_entity and is_one_source

    def _count_quoted(self, tally: Tally) -> None:
        quoted = characters(match.span() for match in _QUOTED.finditer(self._text))
        known = (one.places for one in self._marked if one.plain["entity"])
        owned = quoted & frozenset().union(*known)
        tally.counts["owned"] += len(owned)
        given = frozenset().union(*(item.places for item in self._found))
        tally.counts["ownerless"] += len(owned - given)

    def _count_wording(self, tally: Tally) -> None:
        counts, loaded = tally.counts, [mark["span"] for mark in self._gold["loaded"]]
        marks = [
            (finding["start"], finding["end"])
            for finding in self._document["findings"]
            if finding["panel"] == "wording" and finding["confidence"] == "confident"
        ]
        counts["marks"] += len(marks)
        counts["marks_right"] += sum(any(_touch(mark, one) for one in loaded) for mark in marks)
        counts["loaded"] += len(loaded)
        counts["loaded_found"] += sum(any(_touch(mark, one) for mark in marks) for one in loaded)

    def _count_forms(self, tally: Tally) -> None:
        groups = [
            {_bare(label["text"]) for label in actor["labels"]}
            for actor in self._document.get("naming") or ()
        ]
        for key in self._gold["actors"]:
            forms = {_bare(form) for form in self._gold["entities"][key]["forms"]}
            if len(forms) > 1:
                tally.counts["forms"] += len(forms)
                together = max((len(forms & group) for group in groups), default=0)
                tally.counts["forms_found"] += together

    def _words_at(self, item: Item) -> str:
        start = min(item.places)
        return self._text[start : start + 70]


def _touch(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and one[1] > other[0]


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ")

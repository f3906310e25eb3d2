"""All lexicons over one text in one pass: compiled lexicons -> findings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from reader.core.lexicon.filed.filing import filed, places_for, places_of
from reader.core.lexicon.filed.late_entries import (
    Filing,
    LateEntries,
    Lead,
    lead_at,
    lead_of,
    leads,
)
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Category, Entry, Lexicon, Panel, categories_in
from reader.core.lexicon.occurrences import Hit, Pattern, Surroundings
from reader.core.lexicon.phrase_words import PhraseWords
from reader.core.lexicon.phrases import Phrase, read_phrase, walk
from reader.core.text.kept import Kept
from reader.core.text.tokens import TokenTable

_SEEN_WORDS = 100_000  # kept with their patterns
_NOTHING_FILED = Filing((), (), ())


class _Candidates(NamedTuple):
    """What may begin with one word: alone, with a known second word, or in some other way."""

    alone: tuple[Pattern, ...]
    by_second: dict[str, tuple[Pattern, ...]]
    others: tuple[Pattern, ...]


class CompiledLexicon:
    """One lexicon made ready; unchanged ones can be shared between matchers.

    Attributes:
        lexicon: What it was made from.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._categories = {category.id: category for category in lexicon.categories}
        self._hides_all = lexicon.panel == "sourcing" and not any(
            category.wording for category in lexicon.categories
        )
        self._parts: dict[str, frozenset[str | None]] = {}  # of phrases that were asked for
        self._muted = frozenset(phrase.lower() for phrase in lexicon.muted)
        # Entries go by their number in the list: of equal hits the first one counts.
        self._entries = lexicon.entries
        self._later: dict[int, Entry] = {}  # those that came later, numbered on
        self._count = len(lexicon.entries)  # of all that were ever filed
        self._filing = _NOTHING_FILED if self._hides_all else _filing(lexicon)
        self._changed: dict[str, Sequence[int]] = {}  # what is filed otherwise by now

    def with_lexicon(self, lexicon: Lexicon) -> "CompiledLexicon":
        """Return `lexicon` made ready, taking over whatever both have in common.

        Entries are compared by identity, so a handful of new ones costs next to nothing.
        """
        if lexicon.categories != self.lexicon.categories or lexicon.panel != self.lexicon.panel:
            return CompiledLexicon(lexicon)
        old, new = ({id(e): e for e in each.entries} for each in (self.lexicon, lexicon))
        compiled = CompiledLexicon(replace(lexicon, entries=()))
        compiled.lexicon = lexicon
        compiled._entries = self._entries
        compiled._later = dict(self._later)
        compiled._filing = self._filing
        compiled._changed = dict(self._changed)
        compiled._count = self._count
        removed = [old[name] for name in old.keys() - new.keys()]
        added = [entry for name, entry in new.items() if name not in old]
        for entry in removed:
            compiled._remove(entry)
        for entry in added:
            compiled._add(entry)
        return compiled

    def with_entry(self, entry: Entry, instead_of: Entry | None = None) -> "CompiledLexicon":
        """Return the lexicon with one entry more, in the place of another or at the end."""
        entries = self.lexicon.entries
        if instead_of is None:
            changed = (*entries, entry)
        else:
            changed = tuple(entry if kept is instead_of else kept for kept in entries)
        return self.with_lexicon(replace(self.lexicon, entries=changed))

    def without_entry(self, entry: Entry) -> "CompiledLexicon":
        """Return the lexicon without one of its entries."""
        entries = tuple(kept for kept in self.lexicon.entries if kept is not entry)
        return self.with_lexicon(replace(self.lexicon, entries=entries))

    @property
    def panel(self) -> Panel:
        """The panel that shows what it finds."""
        return self.lexicon.panel

    def switches_off(self, lead: Lead) -> bool:
        """Tell whether it has or mutes an entry of a list below it in the same panel."""
        phrase = lead.phrase.lower()
        return phrase in self._muted or (
            phrase in self._phrases and lead.kind.part in self._parts_of(phrase)
        )

    @cached_property
    def _phrases(self) -> frozenset[str]:
        return frozenset(one.phrase.lower() for one in leads(self.lexicon.entries))

    def _parts_of(self, phrase: str) -> frozenset[str | None]:
        if phrase not in self._parts:
            own = (one for one in leads(self.lexicon.entries) if one.phrase.lower() == phrase)
            self._parts[phrase] = frozenset(one.kind.part for one in own)
        return self._parts[phrase]

    def beginning_with(self, word: str) -> Iterator[tuple[int, Lead]]:
        """Yield what may begin with a lower-case word, with its number, as it was filed."""
        if self._hides_all:
            return
        exact, opening, *others = map(self._at, places_for(word))
        plain = sorted((*exact, *opening)) if exact and opening else exact or opening
        for number in (*plain, *chain.from_iterable(others)):
            lead = self._lead(number)
            if self._is_shown(lead):
                yield number, lead

    def entry(self, number: int) -> Entry:
        """Return the entry of a number."""
        late = self._later.get(number)
        return self._entries[number] if late is None else late

    def categories_of(self, lead: Lead) -> tuple[Category, ...]:
        """Return the categories of an entry, the one that leads first."""
        return tuple(self._categories[name] for name in categories_in(lead.kind.category))

    def _at(self, word: str) -> Sequence[int]:
        """Return the numbers of what is filed under a word by now."""
        changed = self._changed.get(word) if self._changed else None
        return self._filing.at(word) if changed is None else changed

    def _lead(self, number: int) -> Lead:
        late = self._later.get(number)
        return lead_at(self._entries, number) if late is None else lead_of(late)

    def _is_shown(self, lead: Lead) -> bool:
        return self.lexicon.panel != "sourcing" or any(
            category.wording is not None for category in self.categories_of(lead)
        )

    def _add(self, entry: Entry) -> None:
        self._count += 1
        self._later[self._count] = entry
        for word in self._places_of(entry):
            self._changed[word] = (*self._at(word), self._count)

    def _remove(self, entry: Entry) -> None:
        for word in self._places_of(entry):
            kept = (number for number in self._at(word) if self.entry(number) is not entry)
            self._changed[word] = tuple(kept)

    def _places_of(self, entry: Entry) -> Iterable[str]:
        return places_of(lead_of(entry), self.lexicon.language_data)


def _filing(lexicon: Lexicon) -> Filing:
    entries = lexicon.entries
    if isinstance(entries, LateEntries):
        return entries.columns.filing
    return filed(leads(entries), lexicon.language_data)


class Matcher:
    """Finds the entries of its lexicons in a text.

    Later lexicons lie on top: their entries replace those of the same phrase and part below,
    and their muted phrases switch entries below off.
    """

    def __init__(self, lexicons: Iterable[Lexicon | CompiledLexicon]) -> None:
        self._layers = tuple(
            item if isinstance(item, CompiledLexicon) else CompiledLexicon(item)
            for item in lexicons
        )
        self._above = [
            [upper for upper in self._layers[rank + 1 :] if upper.panel == layer.panel]
            for rank, layer in enumerate(self._layers)
        ]
        self._by_word = Kept(self._candidates, _SEEN_WORDS)

    @property
    def layers(self) -> tuple[CompiledLexicon, ...]:
        """The compiled lexicons, to be handed to the next matcher where unchanged."""
        return self._layers

    def find(self, tokens: TokenTable, tags: Sequence[str] | None) -> tuple[Finding, ...]:
        """Return the findings in reading order; without tags no part of speech is asked for."""
        return Surroundings(tokens, tags).findings(self._hits(tokens.lowers))

    def _hits(self, lowers: Sequence[str]) -> list[Hit]:
        active = {word: found for word in set(lowers) if (found := self._by_word[word])}
        hits: list[Hit] = []
        keep = hits.append
        followed = (*lowers, "")
        for index in [place for place, word in enumerate(lowers) if word in active]:
            alone, by_second, others = active[lowers[index]]
            following = followed[index + 1]
            for pattern in alone:
                keep((index, index + 1, pattern))
            if following in by_second:
                for pattern in by_second[following]:
                    past_last = walk(pattern.phrase.steps, 2, lowers, index + 2)
                    if past_last:
                        keep((index, past_last, pattern))
            for pattern in others:
                past_last = walk(pattern.phrase.steps, 1, lowers, index + 1)
                if past_last:
                    keep((index, past_last, pattern))
        return hits

    def _candidates(self, word: str) -> _Candidates | None:
        return _sorted_out(self._patterns(word))

    def _patterns(self, word: str) -> Iterator[Pattern]:
        for rank, (layer, above) in enumerate(zip(self._layers, self._above, strict=True)):
            language = layer.lexicon.language_data
            for number, lead in layer.beginning_with(word):
                match, part, _, _ = lead.kind
                phrase = read_phrase(lead.phrase, match, part, language)
                is_meant = phrase.steps[0].fits(word)
                if is_meant and not any(upper.switches_off(lead) for upper in above):
                    yield _pattern(layer, number, lead, phrase, rank)


def _pattern(
    layer: CompiledLexicon, number: int, lead: Lead, phrase: Phrase, rank: int
) -> Pattern:
    lexicon = layer.lexicon
    is_cue = lexicon.panel == "sourcing"
    names = (one.wording if is_cue else one.id for one in layer.categories_of(lead))
    return Pattern(
        layer.entry,
        number,
        lead,
        lexicon.id,
        "wording" if is_cue else lexicon.panel,
        tuple(dict.fromkeys(filter(None, names))),
        phrase,
        rank,
        lexicon.language_data.lists(PhraseWords),
    )


def _sorted_out(patterns: Iterable[Pattern]) -> _Candidates | None:
    alone: list[Pattern] = []
    by_second: dict[str, list[Pattern]] = {}
    others: list[Pattern] = []
    for pattern in patterns:
        steps = pattern.phrase.steps
        if len(steps) == 1:
            alone.append(pattern)
        elif steps[1].forms:
            for form in steps[1].forms:
                by_second.setdefault(form, []).append(pattern)
        else:
            others.append(pattern)
    if not (alone or by_second or others):
        return None
    seconds = {form: tuple(found) for form, found in by_second.items()}
    return _Candidates(tuple(alone), seconds, tuple(others))

"""All lexicons over one text in one pass: compiled lexicons -> findings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Category, Entry, Lexicon
from reader.core.lexicon.occurrences import Hit, Pattern, Surroundings
from reader.core.lexicon.phrase_words import PhraseWords
from reader.core.lexicon.phrases import Phrase, read_phrase, walk
from reader.core.text.kept import Kept
from reader.core.text.tokens import TokenTable

_SEEN_WORDS = 100_000  # kept with their patterns
_HYPHENS = str.maketrans("‐‑", "--")
_KEY = 2  # letters by which beginnings (`*`) are filed
_OPENING = 4  # letters by which words are filed that all have forms of the same beginning
_OPEN = "~"  # stands behind those
_EntryKey = tuple[str, str | None]
_Filed = tuple[int, Entry]  # numbered in the order of the list: of equal hits the first one counts


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
        self._keys: Counter[_EntryKey] | None = None  # counted when they are first asked for
        self._muted = frozenset(phrase.lower() for phrase in lexicon.muted)
        self._count = len(lexicon.entries)  # of all that were ever filed
        filed: dict[str, list[_Filed]] = {}
        for number, entry in enumerate(lexicon.entries):
            for word in self._places_of(entry):
                filed.setdefault(word, []).append((number, entry))
        self._starts = {word: tuple(found) for word, found in filed.items()}

    def with_lexicon(self, lexicon: Lexicon) -> "CompiledLexicon":
        """Return `lexicon` made ready, taking over whatever both have in common.

        Entries are compared by identity, so a handful of new ones costs next to nothing.
        """
        if lexicon.categories != self.lexicon.categories or lexicon.panel != self.lexicon.panel:
            return CompiledLexicon(lexicon)
        old, new = ({id(e): e for e in each.entries} for each in (self.lexicon, lexicon))
        compiled = CompiledLexicon(replace(lexicon, entries=()))
        compiled.lexicon = lexicon
        compiled._starts = dict(self._starts)
        compiled._count = self._count
        removed = [old[name] for name in old.keys() - new.keys()]
        added = [entry for name, entry in new.items() if name not in old]
        for entry in removed:
            compiled._remove(entry)
        for entry in added:
            compiled._add(entry)
        if self._keys is not None:
            compiled._keys = self._keys.copy()
            compiled._keys.subtract(map(_key, removed))
            compiled._keys.update(map(_key, added))
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

    def replaces(self, entry: Entry) -> bool:
        """Tell whether this lexicon has an entry of the same phrase and part."""
        if self._keys is None:
            self._keys = Counter(map(_key, self.lexicon.entries))
        return self._keys[_key(entry)] > 0

    def mutes(self, entry: Entry) -> bool:
        """Tell whether this lexicon switches such an entry below it off."""
        return entry.phrase.lower() in self._muted

    def beginning_with(self, word: str) -> Iterator[tuple[Entry, tuple[Category, ...]]]:
        """Yield the entries that may begin with a lower-case word, as they were filed."""
        exact, opening, *others = (self._starts.get(key, ()) for key in _keys_of(word))
        plain = sorted((*exact, *opening), key=_number) if exact and opening else exact or opening
        for _, entry in (*plain, *chain.from_iterable(others)):
            yield entry, self._categories_of(entry)

    def _categories_of(self, entry: Entry) -> tuple[Category, ...]:
        return tuple(self._categories[name] for name in entry.categories)

    def _first_words(self, entry: Entry) -> Iterable[str]:
        """Return the keys of an entry: first words, or the letters of a beginning or ending.

        Most entries are filed by what their first word shows at once: to read ten thousand
        phrases takes a tenth of a second, and a text asks for some hundred of them.
        """
        language = self.lexicon.language_data
        first = entry.phrase.split(" ", 1)[0]
        if entry.match != "slot" and first.isalpha() and not language.tokenizer.is_fused(first):
            lower = first.lower()
            opening = language.inflections.opening(lower) if entry.match == "forms" else ""
            if len(opening) >= _OPENING:
                return (opening[:_OPENING] + _OPEN,)
            if entry.match != "forms":
                return (lower,)
        step = read_phrase(entry.phrase, entry.match, entry.part, language).steps[0]
        if step.suffix:
            return (step.suffix[step.suffix.rfind("-") :],)
        return (step.prefix[:_KEY] + "*",) if step.prefix else step.forms

    def _is_shown(self, entry: Entry) -> bool:
        if self.lexicon.panel != "sourcing":
            return True
        return not self._hides_all and any(
            category.wording is not None for category in self._categories_of(entry)
        )

    def _places_of(self, entry: Entry) -> Iterable[str]:
        """Return under what an entry is to be filed; nothing if it is never shown."""
        return self._first_words(entry) if self._is_shown(entry) else ()

    def _add(self, entry: Entry) -> None:
        self._count += 1
        for word in self._places_of(entry):
            self._starts[word] = (*self._starts.get(word, ()), (self._count, entry))

    def _remove(self, entry: Entry) -> None:
        for word in self._places_of(entry):
            self._starts[word] = tuple(kept for kept in self._starts[word] if kept[1] is not entry)


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
        for rank, layer in enumerate(self._layers):
            above = self._layers[rank + 1 :]
            for entry, categories in layer.beginning_with(word):
                phrase = _phrase(entry, layer.lexicon)
                is_meant = phrase.steps[0].fits(word)
                if is_meant and not any(_switches_off(upper, layer, entry) for upper in above):
                    yield _pattern(entry, categories, layer.lexicon, rank)


def _number(filed: _Filed) -> int:
    return filed[0]


def _key(entry: Entry) -> _EntryKey:
    return entry.phrase.lower(), entry.part


def _keys_of(word: str) -> Iterable[str]:
    """Return the keys under which entries that begin with a lower-case word are filed."""
    plain = word.translate(_HYPHENS)
    hyphen = plain.rfind("-")
    keys = (word, word[:_OPENING] + _OPEN, word[:_KEY] + "*")
    return (*keys, plain[hyphen:]) if hyphen > 0 else keys


def _switches_off(upper: CompiledLexicon, lower: CompiledLexicon, entry: Entry) -> bool:
    """Tell whether `upper` speaks of this entry; it leaves other panels' words alone."""
    if upper.lexicon.panel != lower.lexicon.panel:
        return False
    return upper.mutes(entry) or upper.replaces(entry)


def _phrase(entry: Entry, lexicon: Lexicon) -> Phrase:
    return read_phrase(entry.phrase, entry.match, entry.part, lexicon.language_data)


def _pattern(
    entry: Entry, categories: tuple[Category, ...], lexicon: Lexicon, rank: int
) -> Pattern:
    is_cue = lexicon.panel == "sourcing"
    names = (category.wording if is_cue else category.id for category in categories)
    return Pattern(
        entry,
        lexicon.id,
        "wording" if is_cue else lexicon.panel,
        tuple(dict.fromkeys(filter(None, names))),
        _phrase(entry, lexicon),
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

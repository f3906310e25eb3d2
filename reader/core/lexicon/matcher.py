"""All lexicons over one text in one pass: compiled lexicons -> findings."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import chain, islice
from operator import is_
from typing import NamedTuple

from reader.core.lexicon.filed.filing import forms_of_second, places_for, places_of
from reader.core.lexicon.filed.known_entries import NumberedEntries, known
from reader.core.lexicon.filed.late_entries import Filing, Lead, lead_of
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Entry, Lexicon, Panel, categories_in
from reader.core.lexicon.occurrences import Hit, Pattern, Surroundings
from reader.core.lexicon.phrase_words import PhraseWords
from reader.core.lexicon.phrases import read_phrase, walk
from reader.core.text.kept import Kept
from reader.core.text.tokens import TokenTable
from reader.core.text.word_places import WordPlaces

_SEEN_WORDS = 100_000  # kept with their patterns

_Reading = Callable[[], Pattern | None]  # reads an entry; None where it does not count


class _BySecond(dict[str, list[_Reading]]):
    """What may begin with one word, by the second: read where a text has both side by side.

    Of the entries of several words whose first word stands in an article, one in ten is read.
    """

    def __init__(self) -> None:
        super().__init__()
        self._read: dict[str, Sequence[Pattern]] = {}

    def patterns(self, second: str) -> Sequence[Pattern]:
        """Return what goes on with a word."""
        found = self._read.get(second)
        if found is None:
            read = (one() for one in self[second])
            found = self._read[second] = tuple([one for one in read if one is not None])
        return found


class _Candidates(NamedTuple):
    """What may begin with one word: alone, with a known second word, or in some other way."""

    alone: list[Pattern]
    by_second: _BySecond
    others: list[Pattern]

    def add(self, reading: _Reading, seconds: Iterable[str]) -> None:
        """Add an entry.

        Args:
            reading: Reads it; done at once where its second word does not show.
            seconds: The forms of its second word, where they show without reading it.
        """
        if not seconds:
            pattern = reading()
            if pattern is None:
                return
            steps = pattern.phrase.steps
            if len(steps) == 1:
                self.alone.append(pattern)
                return
            seconds = steps[1].forms
            if not seconds:
                self.others.append(pattern)
        for form in seconds:
            self.by_second.setdefault(form, []).append(reading)


class _Patterns(Kept[tuple[int, int], Pattern]):
    """The entries of a list ready for matching, by rank and number, made when first asked for.

    Whatever is made of the list, change by change, shares them.

    Attributes:
        entries: The entries.
        openings: The letters that all forms of an entry's first word begin with.
        seconds: The forms of an entry's second word, where they show without reading it.
        marks: Whether anything that the list finds is shown.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(self._made, _SEEN_WORDS)
        self._lexicon = replace(lexicon, entries=())
        self._by_id = {category.id: category for category in lexicon.categories}
        self.entries = NumberedEntries(lexicon.entries)
        self.openings = Kept(self._opening_of, _SEEN_WORDS)
        self.seconds = Kept(self._seconds_of, _SEEN_WORDS)
        wordings = (category.wording for category in lexicon.categories)
        self.marks = lexicon.panel != "sourcing" or any(wordings)

    def places_of(self, entry: Entry) -> Iterable[str]:
        """Return what an entry is filed under; one that marks nothing is not filed."""
        return places_of(lead_of(entry), self._lexicon.language_data) if self.marks else ()

    def _opening_of(self, number: int) -> str:
        first = self.entries.phrase(number).partition(" ")[0].lower()
        return self._lexicon.language_data.inflections.opening(first)

    def _seconds_of(self, number: int) -> Iterable[str]:
        return forms_of_second(self.entries.lead(number), self._lexicon.language_data)

    def fit(self, lexicon: Lexicon) -> bool:
        """Tell whether another state of the list has patterns of the same kind."""
        ours = self._lexicon
        return (ours.id, ours.panel, ours.categories, ours.language_data) == (
            lexicon.id,
            lexicon.panel,
            lexicon.categories,
            lexicon.language_data,
        )

    def _made(self, key: tuple[int, int]) -> Pattern:
        rank, number = key
        lead, lexicon = self.entries.lead(number), self._lexicon
        match, part, category, _ = lead.kind
        is_cue = lexicon.panel == "sourcing"
        categories = (self._by_id[name] for name in categories_in(category))
        names = (one.wording if is_cue else one.id for one in categories)
        return Pattern(
            self.entries.entry,
            number,
            lead,
            lexicon.id,
            "wording" if is_cue else lexicon.panel,
            tuple(dict.fromkeys(filter(None, names))),
            read_phrase(lead.phrase, match, part, lexicon.language_data),
            rank,
            lexicon.language_data.lists(PhraseWords),
        )


class _Filed(NamedTuple):
    """Where the entries of one state of a list are filed: as at first, but for some words.

    Entries go by their number in the list: of equal hits the first one counts.
    """

    patterns: _Patterns
    at_first: Filing
    by_now: dict[str, Sequence[int]]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "_Filed":
        """Return the entries of a lexicon filed; of one that marks nothing, none."""
        patterns = _Patterns(lexicon)
        entries = known(lexicon.entries) if patterns.marks else known(())
        return cls(patterns, entries.filing(lexicon.language_data), {})

    def at(self, word: str) -> Sequence[int]:
        """Return the numbers of what is filed under a word."""
        changed = self.by_now.get(word) if self.by_now else None
        return self.at_first.at(word) if changed is None else changed

    def words(self) -> Iterable[str]:
        """Yield what entries are filed under, or were."""
        return chain(self.at_first.words, self.by_now)

    def changed(self, before: Sequence[Entry], after: Sequence[Entry]) -> "_Filed":
        """Return how they are filed after a change."""
        filed = self._replace(by_now=dict(self.by_now))
        removed, added = _differing(before, after)
        entries = self.patterns.entries
        for entry in removed:
            for word in self.patterns.places_of(entry):
                numbers = filed.at(word)
                filed.by_now[word] = [one for one in numbers if entries.entry(one) is not entry]
        for entry in added:
            number = entries.add(entry)
            for word in self.patterns.places_of(entry):
                filed.by_now[word] = (*filed.at(word), number)
        return filed


class CompiledLexicon:
    """One lexicon made ready; unchanged ones can be shared between matchers.

    Attributes:
        lexicon: What it was made from.
    """

    def __init__(self, lexicon: Lexicon, filed: "_Filed | None" = None) -> None:
        """Make a lexicon ready.

        Args:
            lexicon: The lexicon.
            filed: Its entries, where another state of it has them filed already.
        """
        self.lexicon = lexicon
        self._filed = filed or _Filed.of(lexicon)
        self._parts: dict[str, frozenset[str | None]] = {}  # of phrases that were asked for
        self._muted = frozenset(phrase.lower() for phrase in lexicon.muted)

    def with_lexicon(self, lexicon: Lexicon) -> "CompiledLexicon":
        """Return `lexicon` made ready, taking over whatever both have in common.

        Entries are compared by identity, so a handful of new ones costs next to nothing.
        """
        if not self._filed.patterns.fit(lexicon):
            return CompiledLexicon(lexicon)
        return CompiledLexicon(lexicon, self._filed.changed(self.lexicon.entries, lexicon.entries))

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
        return frozenset(one.phrase.lower() for one in known(self.lexicon.entries).leads())

    def _parts_of(self, phrase: str) -> frozenset[str | None]:
        if phrase not in self._parts:
            leads = known(self.lexicon.entries).leads()
            own = (one for one in leads if one.phrase.lower() == phrase)
            self._parts[phrase] = frozenset(one.kind.part for one in own)
        return self._parts[phrase]

    @property
    def marks(self) -> bool:
        """Tell whether anything that it finds is shown: most lists of words mark nothing."""
        return self._filed.patterns.marks

    def filed_under(self) -> Iterable[str]:
        """Yield what entries are filed under, or were."""
        return self._filed.words()

    def beginning_with(self, word: str) -> Iterable[int]:
        """Return the numbers of the entries that may begin with a lower-case word."""
        patterns = self._filed.patterns
        exact, opened, *others = map(self._filed.at, places_for(word))
        openings = patterns.openings
        opening = [number for number in opened if word.startswith(openings[number])]
        plain = sorted((*exact, *opening)) if exact and opening else exact or opening
        return (*plain, *chain.from_iterable(others))

    def seconds(self, number: int) -> Iterable[str]:
        """Return the forms of an entry's second word, where they show without reading it."""
        return self._filed.patterns.seconds[number]

    def pattern(self, number: int, word: str, rank: int) -> Pattern | None:
        """Return an entry ready for matching, if it begins with a lower-case word and is shown.

        Args:
            number: Its number.
            word: The word.
            rank: Where the lexicon lies in the pile: a higher one's word counts.
        """
        pattern = self._filed.patterns[rank, number]
        return pattern if pattern.categories and pattern.phrase.steps[0].fits(word) else None


def _differing(
    old: Sequence[Entry], new: Sequence[Entry]
) -> tuple[Iterable[Entry], Iterable[Entry]]:
    """Return the entries that only the old list has, and those that only the new one has.

    Most lists differ in one place: what stands before and behind it is passed over.
    """
    if old is new:
        return (), ()
    first = _same(old, new, min(len(old), len(new)))
    last = _same(reversed(old), reversed(new), min(len(old), len(new)) - first)
    ours, theirs = (
        {id(entry): entry for entry in each[first : len(each) - last]} for each in (old, new)
    )
    removed = [entry for name, entry in ours.items() if name not in theirs]
    return removed, [entry for name, entry in theirs.items() if name not in ours]


def _same(old: Iterable[Entry], new: Iterable[Entry], most: int) -> int:
    """Return how many entries are the same from the beginning on."""
    alike = [*islice(map(is_, old, new), most), False]
    return alike.index(False)


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
        self._marking = [
            (rank, layer, [one for one in self._layers[rank + 1 :] if one.panel == layer.panel])
            for rank, layer in enumerate(self._layers)
            if layer.marks
        ]
        self._by_word = Kept(self._candidates, _SEEN_WORDS)

    @property
    def layers(self) -> tuple[CompiledLexicon, ...]:
        """The compiled lexicons, to be handed to the next matcher where unchanged."""
        return self._layers

    def find(self, tokens: TokenTable, tags: Sequence[str] | None) -> tuple[Finding, ...]:
        """Return the findings in reading order; without tags no part of speech is asked for."""
        return Surroundings(tokens, tags).findings(self._hits(tokens.lowers, tokens.places))

    def _hits(self, lowers: Sequence[str], places: WordPlaces) -> list[Hit]:
        begin = filter(self._by_word.__getitem__, places.words())
        active = {word: found for word in begin if (found := self._by_word[word])}
        hits: list[Hit] = []
        keep = hits.append
        followed = (*lowers, "")
        for index in places.of(active.keys()):
            alone, by_second, others = active[lowers[index]]
            following = followed[index + 1]
            for pattern in alone:
                keep((index, index + 1, pattern))
            if following in by_second:
                for pattern in by_second.patterns(following):
                    past_last = walk(pattern.phrase.steps, 2, lowers, index + 2)
                    if past_last:
                        keep((index, past_last, pattern))
            for pattern in others:
                past_last = walk(pattern.phrase.steps, 1, lowers, index + 1)
                if past_last:
                    keep((index, past_last, pattern))
        return hits

    def _candidates(self, word: str) -> _Candidates | None:
        """Return what may begin with a word; what goes on with a plain word is not read yet."""
        if self._filed_under.isdisjoint(places_for(word)):
            return None  # as of most words
        found = _Candidates([], _BySecond(), [])
        for rank, layer, above in self._marking:
            for number in layer.beginning_with(word):
                reading = partial(_read, layer, number, word, rank, above)
                found.add(reading, layer.seconds(number))
        return found if any(found) else None

    @cached_property
    def _filed_under(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(layer.filed_under() for _, layer, _ in self._marking))


def _read(
    layer: CompiledLexicon, number: int, word: str, rank: int, above: Iterable[CompiledLexicon]
) -> Pattern | None:
    """Return an entry ready for matching, unless a list above switches it off."""
    pattern = layer.pattern(number, word, rank)
    is_off = pattern is not None and any(upper.switches_off(pattern.lead) for upper in above)
    return None if is_off else pattern

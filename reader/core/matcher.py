"""All lexicons over one text in one pass: compiled lexicons -> findings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.core.findings import Finding
from reader.core.guards import lies_inside, stands_after, stands_before
from reader.core.inflections import inflections
from reader.core.lexicon import Category, Entry, Guard, Lexicon, Panel, Part
from reader.core.tokens import TokenTable, tokenize

_GAP = 3  # words that `…` may stand for
_TAGS: dict[Part, tuple[str, ...]] = {
    "verb": ("VB",),
    "noun": ("NN",),
    "adj": ("JJ", "VBN", "VBG", "VBD"),
    "adv": ("RB", "RP", "IN", "JJR"),
}
_NEGATIONS = frozenset("not n't never no nobody nothing neither nor without hardly cannot".split())
_PREPOSITIONS = frozenset("of on for in to against with at by from over under behind".split())
_OPENING = frozenset('"“‘«([-—–:') | {"``", "''", "--", "..."}


@dataclass(frozen=True, slots=True)
class _Step:
    """One element of a phrase: the forms it may take, a beginning (`*`), or a gap."""

    forms: frozenset[str] = frozenset()
    prefix: str = ""
    is_gap: bool = False

    def fits(self, lower: str) -> bool:
        return lower in self.forms or bool(self.prefix and lower.startswith(self.prefix))


@dataclass(frozen=True, slots=True)
class _Pattern:
    """An entry ready for matching. `rank` says whose word counts when two claim one place."""

    entry: Entry
    lexicon: str
    panel: Panel
    category: str
    steps: tuple[_Step, ...]
    head: int
    rank: int


@dataclass(frozen=True, slots=True)
class _Hit:
    first: int
    past_last: int
    pattern: _Pattern


class CompiledLexicon:
    """One lexicon made ready; unchanged ones can be shared between matchers."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.starts: dict[str, list[tuple[Entry, Category]]] = {}
        self.prefixes: dict[str, list[tuple[Entry, Category]]] = {}
        categories = {category.id: category for category in lexicon.categories}
        for entry in lexicon.entries:
            category = categories[entry.category]
            if lexicon.panel == "sourcing" and category.wording is None:
                continue
            self._file(entry, category)

    def _file(self, entry: Entry, category: Category) -> None:
        first = _phrase_words(entry.phrase)[0]
        if first.endswith("*"):
            self.prefixes.setdefault(first[:2].rstrip("*"), []).append((entry, category))
        elif _head(entry) == 0 and entry.match == "forms":
            for form in inflections(first, entry.part):
                self.starts.setdefault(form, []).append((entry, category))
        else:
            self.starts.setdefault(first, []).append((entry, category))


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
        self._off = _switched_off(self._layers)
        self._by_word: dict[str, tuple[_Pattern, ...]] = {}

    @property
    def layers(self) -> tuple[CompiledLexicon, ...]:
        """The compiled lexicons, to be handed to the next matcher where unchanged."""
        return self._layers

    def find(self, tokens: TokenTable, tags: Sequence[str] | None) -> tuple[Finding, ...]:
        """Return the findings in reading order; without tags no part of speech is asked for."""
        hits: list[_Hit] = []
        lowers = tokens.lowers
        active = {word: found for word in set(lowers) if (found := self._patterns(word))}
        for index, word in enumerate(lowers):
            if word in active:
                for pattern in active[word]:
                    past_last = _end_of_match(pattern, lowers, index)
                    if past_last:
                        hits.append(_Hit(index, past_last, pattern))
        return _Context(tokens, tags).findings(hits)

    def _patterns(self, word: str) -> tuple[_Pattern, ...]:
        found = self._by_word.get(word)
        if found is None:
            found = tuple(
                _pattern(entry, category, layer.lexicon, rank)
                for rank, layer in enumerate(self._layers)
                for panel in (layer.lexicon.panel,)
                for entry, category in (
                    *layer.starts.get(word, ()),
                    *layer.prefixes.get(word[:2], ()),
                    *(layer.prefixes.get(word[:1], ()) if len(word) > 1 else ()),
                )
                if rank >= self._off.get((panel, entry.phrase.lower(), entry.part), 0)
                and rank >= self._off.get((panel, entry.phrase.lower(), "muted"), 0)
            )
            if len(self._by_word) > 100_000:
                self._by_word.clear()
            self._by_word[word] = found
        return found


def _switched_off(layers: Sequence[CompiledLexicon]) -> dict[tuple[Panel, str, str | None], int]:
    """Return the rank below which an entry no longer counts.

    By panel, phrase and part (or "muted"): what is said of a hedge leaves a loaded word of the
    same phrase alone.
    """
    off: dict[tuple[Panel, str, str | None], int] = {}
    seen: dict[tuple[Panel, str, str | None], int] = {}
    for rank, layer in enumerate(layers):
        panel = layer.lexicon.panel
        for phrase in layer.lexicon.muted:
            off[panel, phrase.lower(), "muted"] = rank
        for entry in layer.lexicon.entries:
            key = (panel, entry.phrase.lower(), entry.part)
            if seen.get(key, rank) < rank:
                off[key] = rank
            seen[key] = rank
    return off


def _phrase_words(phrase: str) -> tuple[str, ...]:
    words: list[str] = []
    for piece in phrase.replace("...", "…").split():
        if piece.endswith("*") or piece == "…":
            words.append(piece.lower().replace("’", "'"))
        else:
            words.extend(tokenize(piece).lowers)
    return tuple(words)


def _head(entry: Entry) -> int:
    """Return which word of a phrase is inflected: its verb first, its noun before "of"."""
    words = _phrase_words(entry.phrase)
    if len(words) == 1:
        return 0
    if entry.part == "verb":
        return 1 if words[0] == "not" or words[0].endswith("ly") else 0
    for index, word in enumerate(words[1:], start=1):
        if word in _PREPOSITIONS or word == "…":
            return index - 1
    return len(words) - 1


def _pattern(entry: Entry, category: Category, lexicon: Lexicon, rank: int) -> _Pattern:
    head = _head(entry)
    steps = []
    for index, word in enumerate(_phrase_words(entry.phrase)):
        if word == "…":
            steps.append(_Step(is_gap=True))
        elif word.endswith("*"):
            steps.append(_Step(prefix=word[:-1]))
        elif index == head and entry.match == "forms":
            part = entry.part or (None if len(steps) == 0 else "noun")
            steps.append(_Step(inflections(word, part)))
        else:
            steps.append(_Step(frozenset((word,))))
    is_cue = lexicon.panel == "sourcing"
    return _Pattern(
        entry,
        lexicon.id,
        "wording" if is_cue else lexicon.panel,
        (category.wording or category.id) if is_cue else category.id,
        tuple(steps),
        head,
        rank,
    )


def _end_of_match(pattern: _Pattern, lowers: Sequence[str], first: int) -> int:
    """Return the token after the last one that the pattern takes from `first`, 0 for none."""
    return _walk(pattern.steps, 0, lowers, first)


def _walk(steps: Sequence[_Step], step: int, lowers: Sequence[str], index: int) -> int:
    while step < len(steps):
        if steps[step].is_gap:
            for skipped in range(_GAP + 1):
                past_last = _walk(steps, step + 1, lowers, index + skipped)
                if past_last:
                    return past_last
                if index + skipped >= len(lowers) or lowers[index + skipped] in ".!?;":
                    return 0
            return 0
        if index >= len(lowers) or not steps[step].fits(lowers[index]):
            return 0
        step += 1
        index += 1
    return index


class _Context:
    """What stands around the hits of one text: decides which of them count."""

    def __init__(self, tokens: TokenTable, tags: Sequence[str] | None) -> None:
        self._tokens = tokens
        self._tags = tags
        self._sentence = 0
        self._title_case: dict[int, bool] = {}

    def findings(self, hits: Sequence[_Hit]) -> tuple[Finding, ...]:
        """Return the hits that count as findings, the longer one where two overlap."""
        good = [hit for hit in hits if self._counts(hit)]
        good.sort(key=lambda hit: (hit.first - hit.past_last, -hit.pattern.rank, hit.first))
        taken: dict[Panel, set[int]] = {}
        kept = []
        for hit in good:
            places = taken.setdefault(hit.pattern.panel, set())
            if places.isdisjoint(range(hit.first, hit.past_last)):
                places.update(range(hit.first, hit.past_last))
                kept.append(hit)
        kept.sort(key=lambda hit: (hit.first, hit.past_last))
        self._sentence = 0
        return tuple(self._finding(hit) for hit in kept)

    def _counts(self, hit: _Hit) -> bool:
        first, past_last = self._sentence_of(hit.first)
        if hit.past_last > past_last:
            return False
        entry = hit.pattern.entry
        return (
            self._has_case(hit)
            and self._has_part(hit)
            and all(self._lets_pass(guard, hit) for guard in entry.guards)
            and not self._is_in_name(hit, first, past_last)
        )

    def _sentence_of(self, index: int) -> tuple[int, int]:
        sentences = self._tokens.sentences
        while self._sentence and sentences[self._sentence][0] > index:
            self._sentence -= 1
        while sentences[self._sentence][1] <= index:
            self._sentence += 1
        return sentences[self._sentence]

    def _has_case(self, hit: _Hit) -> bool:
        if hit.pattern.entry.match != "case":
            return True
        span = self._tokens.span(hit.first, hit.past_last)
        words = span.of(self._tokens.text).replace("’", "'").split()
        return words == hit.pattern.entry.phrase.replace("’", "'").split()

    def _has_part(self, hit: _Hit) -> bool:
        part = hit.pattern.entry.part
        if part is None or self._tags is None or hit.past_last - hit.first > 2:
            return True
        place = min(hit.first + hit.pattern.head, hit.past_last - 1)
        return self._tags[place].startswith(_TAGS[part])

    def _lets_pass(self, guard: Guard, hit: _Hit) -> bool:
        lowers = self._tokens.lowers
        if guard.kind == "before":
            holds = stands_before(lowers, hit.first, guard.words)
        elif guard.kind == "after":
            holds = stands_after(lowers, hit.past_last, guard.words)
        elif guard.kind == "phrase":
            holds = lies_inside(lowers, hit.first, hit.past_last, guard.words)
        else:
            first, past_last = self._sentence_of(hit.first)
            holds = self._is_capital_run(hit, first, past_last)
        return holds is guard.only

    def _is_in_name(self, hit: _Hit, first: int, past_last: int) -> bool:
        """Tell whether the words are (part of) a proper name: White House, Mad King Street."""
        phrase = hit.pattern.entry.phrase
        if phrase != phrase.lower():
            return False
        words = self._tokens.words
        word = words[hit.first]
        if not word[0].isupper() or self._is_title(first, past_last):
            return False
        opens = all(words[place] in _OPENING for place in range(first, hit.first))
        if not opens:
            return not (hit.first > first and words[hit.first - 1] in {":", "“", '"'})
        if hit.past_last >= past_last or not words[hit.past_last][0].isupper():
            return False
        tags = self._tags
        return tags is None or tags[hit.first].startswith("NNP")

    def _is_capital_run(self, hit: _Hit, first: int, past_last: int) -> bool:
        words = self._tokens.words
        if not words[hit.first][0].isupper():
            return False
        before = hit.first > first and words[hit.first - 1][0].isupper()
        after = hit.past_last < past_last and words[hit.past_last][0].isupper()
        return before or after or hit.first > first

    def _is_title(self, first: int, past_last: int) -> bool:
        """Tell whether a sentence is set in capitals or in Title Case."""
        known = self._title_case.get(first)
        if known is None:
            long = [w for w in self._tokens.words[first:past_last] if len(w) > 3 and w.isalpha()]
            known = len(long) > 1 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)
            self._title_case[first] = known
        return known

    def _finding(self, hit: _Hit) -> Finding:
        first, past_last = self._sentence_of(hit.first)
        lowers = self._tokens.lowers
        before = lowers[max(first, hit.first - 3) : hit.first]
        pattern = hit.pattern
        return Finding(
            self._tokens.span(hit.first, hit.past_last),
            pattern.lexicon,
            pattern.panel,
            pattern.category,
            pattern.entry,
            pattern.entry.confidence,
            is_negated=any(word in _NEGATIONS for word in before),
            is_question="?" in lowers[max(first, past_last - 2) : past_last],
        )

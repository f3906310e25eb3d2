"""Words and sentences of a text, with exact places."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TypeVar

from reader.core.text.spans import Span

_Item = TypeVar("_Item")
_BEYOND = 64  # places past either end that a window answers for; no rule looks half as far


@dataclass(frozen=True, slots=True)
class TokenTable:
    """All tokens of a text as columns of equal length.

    Columns, not objects: an article has thousands of tokens and every detector walks them.

    Attributes:
        text: The text that was cut.
        words: Each token as written (punctuation marks are tokens too).
        lowers: Each token in lower case, curly apostrophes made straight.
        starts: Where each token begins in `text`.
        ends: Where each token ends (exclusive).
        sentences: Token index ranges `(first, past_last)`, in order, covering every token.
    """

    text: str
    words: tuple[str, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    def span(self, first: int, past_last: int) -> Span:
        """Return the stretch of text from token `first` up to before token `past_last`."""
        return Span(self.starts[first], self.ends[past_last - 1])

    def tokens_in(self, span: Span) -> range:
        """Return the indexes of the tokens that share a character with `span`."""
        first = bisect_right(self.ends, span.start)
        return range(first, max(first, bisect_left(self.starts, span.end)))


def window(column: Iterable[_Item], nothing: _Item) -> tuple[_Item, ...]:
    """Return a column of a table that answers `nothing` past its last and before its first place.

    So a rule may look at the word after the last one, or at place -1, and finds that nothing
    stands there. The length of a window says nothing: ask the table for it.
    """
    return (*column, *(nothing,) * (2 * _BEYOND))


# The order matters: what a later part would cut to pieces stands first. Each piece takes the
# spaces after it along, so that all pieces together are the text.
_PIECE = re.compile(
    r"""
    (?:
      (?-i:[A-Za-z]++)(?![\w.:@&+\-'’‐‑])                   # most words, quickly
    | \n\s*
    | (?:https?://|www\.)[^\s<>"”»]*[^\s<>"”».,;:!?)\]’']
    | [\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+
    | (?:[^\W\d_]\.){2,} | ph\.d\.                        # U.S., J.K., p.m.
    | (?-i:[A-Z]-(?:(?:[A-Z]\.){2,}|[A-Z][a-z]{1,4}\.(?=[),])))  # R-N.C., D-Calif.
    | [@\#]\w+
    | (?<!\S)\.\d+                                        # .5
    | \d+(?:[.,:/]\d+)*(?:-?[^\W\d_]+)*(?:[-‐‑][^\W_]+)*  # 1,000 3.5 21st 34-year-old 9:30
    | \w+(?:(?:[-‐‑&]|['’](?!['’]))\w+)*                  # words, compounds, don't, AT&T
    | ``|''
    | ['’](?:s|ll|re|ve|d|m|em|til|tis|twas|cause|\d\ds?)\b
    | \.{2,}|…+|-{2,}|[—–―]+
    | [^\w\s]
    )?[^\S\n]*+
    """,
    re.VERBOSE | re.IGNORECASE,
)

_CONTRACTION = re.compile(r"(?i)(?<=\w)(?:n['’]t|['’](?:s|ll|re|ve|d|m))$")

_TWO_IN_ONE = frozenset(("cannot", "Cannot"))

_TITLES = frozenset(
    "mr mrs ms mx dr prof rev fr sr sra st gen col lt sgt maj capt cmdr adm cpl pvt gov sen rep "
    "reps sens hon pres supt insp det messrs mme mlle m sec amb ald cllr dep asst assoc vs v no "
    "nos vol pp fig ed eds cf op art sect ch".split()
)
_ABBREVIATIONS = _TITLES | frozenset(
    "jr esq inc corp co ltd llc plc bros dept univ assn govt est approx etc viz ave blvd rd hwy "
    "mt ft jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri "
    "sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo "
    "mont neb nev okla ore pa tenn tex va vt wash wis wyo ph.d i.e e.g a.m p.m".split()
)
# These are abbreviations only with a capital letter.
_PLAIN_WORDS = frozenset(
    "no art op fig ch sect ill miss mass wash sun sat wed mar col gen del me pa ga va la mo md "
    "fr sec hon amb".split()
)
# An abbreviation before one of these ends its sentence: names seldom begin so.
_STARTERS = frozenset(
    "the a an this that these those he she it they we you i his her its their our my in on at by "
    "for from with as but and or if when while after before although though because since so "
    "there here what who why how where some many most all both no not one another such it's he's "
    "she's they're according however meanwhile also then now yet still".split()
)
_STOPS = frozenset({".", "?", "!", "…", "...", "?!", "!?"})
_STOP_SIGNS = frozenset(".?!…")
_OPENERS = frozenset("\"“‘«‹([{'") | {"``", "''", "„", "‚"}
_CLOSERS = frozenset("\"”’»›)]}'") | {"''"}
_QUOTES = frozenset("\"”’»›'") | {"''"}
_SPEECH = frozenset("said says asked asks wrote added told replied cried tweeted shouted".split())


def tokenize(text: str) -> TokenTable:
    """Return the tokens and sentences of `text`.

    Contractions are cut as the Penn treebank does (do|n't, he|'s), hyphen compounds stay
    whole, abbreviations keep their full stop, and a line break always ends a sentence.
    """
    words, starts, breaks = _cut(text)
    ends = tuple([start + len(word) for start, word in zip(starts, words, strict=True)])
    lowers = _lowered(words)
    sentences = _Sentences(text, words, lowers, starts, breaks).ranges()
    return TokenTable(text, tuple(words), lowers, tuple(starts), ends, sentences)


def _lowered(words: list[str]) -> tuple[str, ...]:
    """Return all words in lower case; no word holds a line break, so one call does them all."""
    if not words:
        return ()
    return tuple("\n".join(words).lower().replace("’", "'").split("\n"))


def _cut(text: str) -> tuple[list[str], list[int], frozenset[int]]:
    """Return words, their starts, and the token indexes before which a line break stands."""
    pieces = _PIECE.findall(text)
    places = list(accumulate(map(len, pieces), initial=0))
    whole = list(map(str.rstrip, pieces))
    words: list[str] = []
    starts: list[int] = []
    breaks: set[int] = set()
    done = 0
    for index in [i for i, word in enumerate(whole) if not word.isalpha() or word in _TWO_IN_ONE]:
        words += whole[done:index]
        starts += places[done:index]
        done = index + 1
        word = whole[index]
        start = places[index]
        if not word:
            if pieces[index].startswith("\n"):
                breaks.add(len(words))
        elif word == "." and words and _takes_stop(words[-1], starts[-1], start):
            words[-1] += "."
        elif "'" in word or "’" in word or word in _TWO_IN_ONE:
            for part in _pieces(word):
                words.append(part)
                starts.append(start)
                start += len(part)
        else:
            words.append(word)
            starts.append(start)
    words += whole[done:]
    starts += places[done : len(whole)]
    return words, starts, frozenset(breaks)


def _takes_stop(word: str, word_start: int, start: int) -> bool:
    if word_start + len(word) != start:
        return False
    if word in _PLAIN_WORDS:
        return False
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper() and word != "I")


def _pieces(word: str) -> tuple[str, ...]:
    if word in _TWO_IN_ONE:
        return word[:3], word[3:]
    found = _CONTRACTION.search(word) if len(word) > 2 else None
    return (word[: found.start()], found.group()) if found else (word,)


class _Sentences:
    """Decides after which tokens a sentence ends."""

    def __init__(
        self,
        text: str,
        words: list[str],
        lowers: tuple[str, ...],
        starts: list[int],
        breaks: frozenset[int],
    ) -> None:
        self._text = text
        self._words = words
        self._lowers = lowers
        self._starts = starts
        self._breaks = breaks

    def ranges(self) -> tuple[tuple[int, int], ...]:
        """Return token ranges, one for each sentence."""
        words = self._words
        borders = {border for border in self._breaks if 0 < border < len(words)}
        for index, word in enumerate(words):
            if word[-1] in _STOP_SIGNS and (word in _STOPS or (word[-1] == "." and len(word) > 1)):
                border = self._border_after(index)
                if border:
                    borders.add(border)
        edges = [0, *sorted(borders), len(words)]
        return tuple((a, b) for a, b in pairwise(edges) if a < b)

    def _border_after(self, index: int) -> int:
        """Return where the sentence that stops at `index` ends, 0 when it does not."""
        after = index + 1
        while after < len(self._words) and self._closes(after):
            after += 1
        after = self._past_notes(after)
        if after >= len(self._words) or after in self._breaks:
            return after
        if self._words[index] in _STOPS and self._words[after] in _STOPS:
            return 0
        following = after
        while following < len(self._words) - 1 and self._words[following] in _OPENERS:
            following += 1
        first = self._words[following]
        if not (first[0].isupper() or first[0].isdigit() or following > after):
            return 0
        if first[0].islower() and self._words[after] != "''":
            return 0
        return after if self._may_end(index, after, following) else 0

    def _past_notes(self, index: int) -> int:
        """Return the first token after footnote numbers ([11]), which belong to what is before."""
        words = self._words
        while words[index : index + 1] == ["["] and words[index + 2 : index + 3] == ["]"]:
            if index in self._breaks or not words[index + 1].isdigit():
                break
            index += 3
        return index

    def _closes(self, index: int) -> bool:
        """Tell whether the mark at `index` closes what came before: no space stands between."""
        word = self._words[index]
        if word not in _CLOSERS or self._text[self._starts[index] - 1].isspace():
            return False
        after = self._starts[index] + len(word)
        is_open = word in {'"', "'", "''"} and after < len(self._text)
        return not (is_open and self._text[after].isalnum())

    def _may_end(self, index: int, after: int, following: int) -> bool:
        word = self._words[index]
        if word in {"?", "!"} and after > index + 1 and self._words[after - 1] in _QUOTES:
            return not self._is_speech_tag(following)
        if word in _STOPS:
            return True
        bare = self._lowers[index].rstrip(".")
        if bare in _TITLES or (len(bare) == 1 and self._words[index][0].isupper()):
            return False
        return self._lowers[following] in _STARTERS or following > after

    def _is_speech_tag(self, index: int) -> bool:
        """Tell whether `index` begins words like "Smith said", which go on the sentence."""
        window = self._lowers[index + 1 : index + 4]
        return self._words[index][0].isupper() and any(word in _SPEECH for word in window)

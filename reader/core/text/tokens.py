"""Words and sentences of a text, with exact places."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import field
from functools import cached_property
from itertools import accumulate, pairwise
from operator import add
from typing import ClassVar, TypeVar
from unicodedata import normalize

from reader.core.text.expressions import any_of, either_apostrophe, plain_apostrophes
from reader.core.text.spans import Span
from reader.core.text.word_lists import Forms, forms, words
from reader.core.text.word_places import WordPlaces
from reader.values import frozen

_Item = TypeVar("_Item")
LONGEST_READ = 20_000  # tokens of a sentence that are read for speakers and names
_BEYOND = 64  # places past either end that a window answers for; no rule looks half as far


@frozen
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
    _gathered: list[WordPlaces] = field(default_factory=list, compare=False, repr=False)

    @property
    def places(self) -> WordPlaces:
        """Return where each word in lower case stands; gathered when it is first asked for."""
        if not self._gathered:
            self._gathered.append(WordPlaces(self.lowers))
        return self._gathered[0]

    @property
    def is_endless(self) -> bool:
        """Tell whether a sentence goes on for longer than it is read for speakers and names."""
        return any(past_last - first > LONGEST_READ for first, past_last in self.sentences)

    def read_sentences(self) -> Iterator[tuple[int, int]]:
        """Yield what is read for speakers and names: of a sentence without end its beginning."""
        for first, past_last in self.sentences:
            yield first, min(past_last, first + LONGEST_READ)

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


@frozen
class TokenWords:
    """What a tokenizer must know of a language."""

    TABLE: ClassVar[str] = "tokens"

    titles: frozenset[str] = words("abbreviations before a name or number: no sentence ends here")
    abbreviations: frozenset[str] = words("other abbreviations that keep their full stop")
    plain_words: frozenset[str] = words("abbreviations in small letters that are plain words too")
    dotted: frozenset[str] = words("abbreviations with a full stop inside that letters join")
    letters: frozenset[str] = words("capital letters that are words: a full stop ends them")
    starters: frozenset[str] = words("words that begin a sentence after an abbreviation")
    speech: frozenset[str] = words("forms of verbs of speech after “…?”, which go on the sentence")
    endings: frozenset[str] = words("what a contraction ends in, cut off as a token of its own")
    clipped: frozenset[str] = words("what an apostrophe may stand before at a word's beginning")
    domains: frozenset[str] = words("what addresses of the web end in, without the full stop")
    fused: Forms = forms("words that are two in one, with the two parts that they are cut into")


# The order matters: what a later part would cut to pieces stands first. Each piece takes the
# spaces after it along, so that all pieces together are the text.
_PIECE = r"""
    (?:
      (?-i:[A-Za-z]++)(?![\w.:@&+\-'’‐‑MARKS])              # most words, quickly
    | \n\s*
    | (?:https?://|www\.)[^\s<>"”»]*[^\s<>"”».,;:!?)\]’']
    | [\w.+-]{1,64}@\w[\w-]*(?:\.\w[\w-]*)+
    DOMAINS
    | (?:[^\W\d_]\.){2,} DOTTED                           # U.S., J.K., p.m.
    | (?-i:[A-Z]-(?:(?:[A-Z]\.){2,}|[A-Z][a-z]{1,4}\.(?=[),])))  # R-N.C., D-Calif.
    | [@\#]\w+
    | (?<!\S)\.\d+                                        # .5
    | \d+(?:[.,:/]\d+)*(?:-?[^\W\d_]+)*(?:[-‐‑][^\W_]+)*  # 1,000 3.5 21st 34-year-old 9:30
    | \w[\wMARKS]*(?:(?:[-‐‑&]|['’](?!['’]))\w[\wMARKS]*)*  # words, compounds, don't, AT&T
    | [MARKS]+                                            # signs over a letter, and none there
    | ``|''
    CLIPPED
    | \.{2,}|…+|-{2,}|[—–―]+
    | [^\w\s]
    )?[^\S\n]*+
"""


# Signs set over or under the letter before: "café" in five characters is one word too.
_SIGNS_OVER = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"


def _piece_pattern(lists: TokenWords) -> re.Pattern[str]:
    dotted = "".join(f"| {re.escape(word)}" for word in sorted(lists.dotted))
    clipped = rf"| ['’](?:{any_of(lists.clipped)}|\d\ds?)\b" if lists.clipped else ""
    # "Osk.org"; in small letters, so that "over.Net sales" is no address
    domains = rf"| (?-i:\w[\w-]*\.(?:{any_of(lists.domains)})(?![\w-]))" if lists.domains else ""
    pattern = (
        _PIECE.replace("DOMAINS", domains).replace("DOTTED", dotted).replace("CLIPPED", clipped)
    )
    pattern = pattern.replace("MARKS", _SIGNS_OVER)
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


def _contraction_pattern(lists: TokenWords) -> re.Pattern[str]:
    """Return what finds the ending of a contraction; without endings, nothing."""
    endings = either_apostrophe(any_of(lists.endings))
    return re.compile(rf"(?i)(?<=\w)(?:{endings})$")


_STOPS = frozenset({".", "?", "!", "…", "...", "?!", "!?"})
_STOP_SIGNS = frozenset(".?!…")
_OPENERS = frozenset("\"“‘«‹([{'") | {"``", "''", "„", "‚"}
_CLOSERS = frozenset("\"”’»›)]}'") | {"''"}
_QUOTES = frozenset("\"”’»›'") | {"''"}


class Tokenizer:
    """Cuts texts of one language into words and sentences.

    Contractions are cut as the Penn treebank does (do|n't, he|'s), hyphen compounds stay
    whole, abbreviations keep their full stop, and a line break always ends a sentence.
    """

    def __init__(self, lists: TokenWords) -> None:
        self._lists = lists
        self._abbreviations = lists.titles | lists.abbreviations
        self._fused = {
            written: parts
            for word, pieces in lists.fused.items()
            for written, parts in ((word, pieces), (word.capitalize(), _capital(pieces)))
        }

    @cached_property
    def _pieces(self) -> re.Pattern[str]:
        """The pattern of a token; made when the first text is cut."""
        return _piece_pattern(self._lists)

    @cached_property
    def _contraction(self) -> re.Pattern[str]:
        return _contraction_pattern(self._lists)

    def __call__(self, text: str) -> TokenTable:
        """Return the tokens and sentences of `text`."""
        words, starts, breaks = self._cut(text)
        ends = tuple(map(add, starts, map(len, words)))
        lowers = _all_lowered(words)
        sentences = _Sentences(text, words, lowers, starts, breaks, self._lists).ranges()
        return TokenTable(text, tuple(words), lowers, tuple(starts), ends, sentences)

    def is_fused(self, word: str) -> bool:
        """Tell whether a word of letters alone is two in one and will be cut."""
        return word in self._fused

    def _cut(self, text: str) -> tuple[list[str], list[int], frozenset[int]]:
        """Return words, their starts, and the token indexes before which a line break stands."""
        pieces = self._pieces.findall(text)
        places = list(accumulate(map(len, pieces), initial=0))
        # One object for equal words: a text has most of its words many times.
        known = {piece: piece.rstrip() for piece in dict.fromkeys(pieces)}
        whole = list(map(known.__getitem__, pieces))
        fused = self._fused
        words: list[str] = []
        starts: list[int] = []
        breaks: set[int] = set()
        done = 0
        for index in [i for i, word in enumerate(whole) if not word.isalpha() or word in fused]:
            words += whole[done:index]
            starts += places[done:index]
            done = index + 1
            word = whole[index]
            start = places[index]
            if not word:
                if pieces[index].startswith("\n"):
                    breaks.add(len(words))
            elif word == "." and words and self._takes_stop(words[-1], starts[-1], start):
                words[-1] += "."
            elif "'" in word or "’" in word or word in fused:
                for part in self._parts(word):
                    words.append(part)
                    starts.append(start)
                    start += len(part)
            else:
                words.append(word)
                starts.append(start)
        words += whole[done:]
        starts += places[done : len(whole)]
        return words, starts, frozenset(breaks)

    def _takes_stop(self, word: str, word_start: int, start: int) -> bool:
        if word_start + len(word) != start or word in self._lists.plain_words:
            return False
        if word.lower() in self._abbreviations:
            return True
        return len(word) == 1 and word.isupper() and word not in self._lists.letters

    def _parts(self, word: str) -> tuple[str, ...]:
        if word in self._fused:
            return self._fused[word]
        found = self._contraction.search(word) if len(word) > 2 else None
        return (word[: found.start()], found.group()) if found else (word,)


def _capital(parts: tuple[str, ...]) -> tuple[str, ...]:
    return (parts[0].capitalize(), *parts[1:]) if parts else ()


def lowered(text: str) -> str:
    """Return a text in lower case as lists write it: apostrophes straight, one sign a letter."""
    lower = plain_apostrophes(text.lower())
    return lower if lower.isascii() else normalize("NFC", lower)


def _all_lowered(words: list[str]) -> tuple[str, ...]:
    """Return all words in lower case; no word holds a line break, so one call does them all."""
    each = dict.fromkeys(words)
    lowers = dict(zip(each, lowered("\n".join(each)).split("\n"), strict=True)) if words else {}
    return tuple(map(lowers.__getitem__, words))


class _Sentences:
    """Decides after which tokens a sentence ends."""

    def __init__(
        self,
        text: str,
        words: list[str],
        lowers: tuple[str, ...],
        starts: list[int],
        breaks: frozenset[int],
        lists: TokenWords,
    ) -> None:
        self._text = text
        self._words = words
        self._lowers = lowers
        self._starts = starts
        self._breaks = breaks
        self._lists = lists

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
        if bare in self._lists.titles or (len(bare) == 1 and self._words[index][0].isupper()):
            return False
        return self._lowers[following] in self._lists.starters or following > after

    def _is_speech_tag(self, index: int) -> bool:
        """Tell whether `index` begins words like "Smith said", which go on the sentence."""
        window = self._lowers[index + 1 : index + 4]
        speech = self._lists.speech
        return self._words[index][0].isupper() and any(word in speech for word in window)

"""Words in quotation marks that nobody is quoted with."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import ClassVar

from reader.core.lexicon.filed.listed_words import ListedWords
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Confidence, Entry, Lexicon
from reader.core.text.spans import Span
from reader.core.text.tokens import TokenTable
from reader.core.text.word_lists import words
from reader.values import frozen

_PAIRS = {
    "“": frozenset({"”"}),
    '"': frozenset({'"'}),
    "``": frozenset({"''"}),
    "''": frozenset({"''"}),
    "‘": frozenset({"’", "'"}),
    "'": frozenset({"'"}),
    "«": frozenset({"»"}),
}
_MOST_WORDS = 3
_WINDOW = 6  # tokens before the mark in which somebody may be said to use the word
_STOPS = frozenset(".,?!;:…") | {"...", "--"}

_ENDS = frozenset(".?!…")

_NOTE = "The marks hold the word at arm’s length, and nobody nearby is quoted with it."


@frozen
class MarkWords:
    """What must be known of a language to tell whose a word in quotation marks is."""

    TABLE: ClassVar[str] = "quoting"

    framing: frozenset[str] = words("words before marks that set them into the writer's sentence")


@frozen
class QuotingWords:
    """The listed words that show a quotation or a name, in lower case.

    Attributes:
        before: With one of these before the marks the words are quoted, named or explained.
        after: With one of these after the marks they are quoted.
        holding: With one of these right before the marks the writer holds the word off.
        framing: With one of these right before the marks they stand in the writer's own sentence.
        doubted: Words for something good, proven or guilty, which a writer who sets them in
            marks mostly does not take for granted.
    """

    before: frozenset[str]
    after: frozenset[str]
    holding: frozenset[str] = frozenset()
    framing: frozenset[str] = frozenset()
    doubted: frozenset[str] = frozenset()

    @classmethod
    def of(cls, lexicons: Iterable[Lexicon]) -> "QuotingWords":
        """Return the words of these lexicons, later ones on top."""
        lexicons = [lexicon for lexicon in lexicons if lexicon.serves("quoting-words")]
        listed = ListedWords(lexicons, "quoting-words")
        own = (lexicon.language_data.lists(MarkWords) for lexicon in lexicons)
        return cls(
            before=listed.of("saying", "naming"),
            after=listed.of("saying"),
            holding=listed.of("holding"),
            framing=frozenset[str]().union(*(item.framing for item in own)),
            doubted=listed.of("doubted"),
        )


def find_scare_quotes(
    tokens: TokenTable, quoted: Sequence[Span], listed: QuotingWords
) -> tuple[Finding, ...]:
    """Return one to three words in quotation marks that are no quotation.

    Args:
        tokens: The text.
        quoted: Stretches that somebody is quoted with; marks in them are theirs.
        listed: Words beside which the marks are no scare quotes.
    """
    found = []
    theirs = bytearray(len(tokens.text) + 1)  # a look-up that does not grow with the text
    for span in quoted:
        theirs[span.start : span.end] = b"\x01" * len(span)
    openers = tokens.places.of(_PAIRS.keys())
    borders = iter(tokens.sentences)
    sentence = (0, 0)
    free = 0
    for index in openers:
        while sentence[1] <= index:
            sentence = next(borders)
        close = _closing(tokens, index, sentence[1]) if index >= free else 0
        if not close:
            continue
        free = close + 1
        if _is_held_off(tokens, (index, close), sentence, listed):
            start, end = tokens.starts[index], tokens.ends[close]
            if theirs.find(1, start, end) < 0:
                found.append(_finding(tokens, (index, close), sentence, listed))
    return tuple(found)


def _closing(tokens: TokenTable, index: int, past_last: int) -> int:
    """Return the token that closes the short quotation opened at `index`, 0 for none."""
    closers = _PAIRS.get(tokens.words[index])
    if closers is None or not _opens(tokens, index):
        return 0
    for place in range(index + 2, min(past_last, index + _MOST_WORDS + 2)):
        if tokens.words[place] in closers:
            return place
    return 0


def _opens(tokens: TokenTable, index: int) -> bool:
    """Tell whether a mark stands before a word and after a space."""
    start, end = tokens.starts[index], tokens.ends[index]
    text = tokens.text
    is_free = start == 0 or text[start - 1].isspace() or text[start - 1] in "([—–-"
    return is_free and end < len(text) and text[end].isalnum()


def _is_held_off(
    tokens: TokenTable, marks: tuple[int, int], sentence: tuple[int, int], listed: QuotingWords
) -> bool:
    (index, close), (first, past_last) = marks, sentence
    marked = tokens.words[index + 1 : close]
    if any(word in _STOPS or _has_digit(word) for word in marked):
        return False
    if len(marked) == 1 and len(marked[0]) == 1:
        return False  # "rock 'n' roll"
    is_name = all(word[0].isupper() or not word[0].isalnum() for word in marked)  # Fox & Friends
    if tokens.starts[close] != tokens.ends[close - 1] or is_name:
        return False
    before = tokens.lowers[max(first, index - _WINDOW) : index]
    after = tokens.lowers[close + 1 : min(past_last, close + 4)]
    return listed.before.isdisjoint(before) and listed.after.isdisjoint(after) and len(before) > 0


def _has_digit(word: str) -> bool:
    return not word.isalpha() and any(map(str.isdigit, word))


def _finding(
    tokens: TokenTable, marks: tuple[int, int], sentence: tuple[int, int], listed: QuotingWords
) -> Finding:
    """Return the mark: a sure one where the writer plainly holds the quoted words off."""
    index, close = marks
    is_sure = tokens.lowers[index - 1] in listed.holding or _is_doubted(
        tokens, marks, sentence, listed
    )
    confidence: Confidence = "confident" if is_sure else "possible"
    entry = _entry(" ".join(tokens.lowers[index + 1 : close]), confidence)
    span = tokens.span(index, close + 1)
    return Finding(span, "loaded-wording", "wording", "scare-quotes", entry, confidence)


def _is_doubted(
    tokens: TokenTable, marks: tuple[int, int], sentence: tuple[int, int], listed: QuotingWords
) -> bool:
    """Tell whether a word such as “proof” stands in marks amid the writer's own sentence.

    Headlines, which end in no full stop, quote more often than they hold off.
    """
    (index, close), (_, past_last) = marks, sentence
    ends_whole = any(word in _ENDS for word in tokens.words[max(close, past_last - 2) : past_last])
    is_framed = tokens.lowers[index - 1] in listed.framing
    return ends_whole and is_framed and tokens.lowers[close - 1] in listed.doubted


@lru_cache(maxsize=1_000)
def _entry(phrase: str, confidence: Confidence) -> Entry:
    return Entry(phrase, "exact", None, "scare-quotes", confidence, note=_NOTE)

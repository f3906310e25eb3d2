"""Words in quotation marks that nobody is quoted with."""

from collections.abc import Sequence

from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Entry
from reader.core.text.spans import Span
from reader.core.text.tokens import TokenTable

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

# With one of these before it the word is quoted, named or explained, not held off.
_QUOTING = frozenset(
    "said say says saying told tell tells wrote write writes tweeted posted added asked asking "
    "replied stated declared described describes describing called calls calling call termed "
    "dubbed labelled labeled branded deemed considered denounced condemned praised hailed as "
    "titled entitled headlined named nicknamed known word words term terms phrase phrases slogan "
    "read reads reading chanted chanting shouted shouting yelled yelling sang song film book "
    "album episode series article essay column novel means meaning spelled tagged hashtag "
    "according statement".split()
)
_SAYING_AFTER = frozenset("said says say told wrote added asked tweeted replied".split())
_NOTE = "The marks hold the word at arm’s length, and nobody nearby is quoted with it."


def find_scare_quotes(tokens: TokenTable, quoted: Sequence[Span] = ()) -> tuple[Finding, ...]:
    """Return one to three words in quotation marks that are no quotation.

    Args:
        tokens: The text.
        quoted: Stretches that somebody is quoted with; marks in them are theirs.
    """
    found = []
    theirs = bytearray(len(tokens.text) + 1)  # a look-up that does not grow with the text
    for span in quoted:
        theirs[span.start : span.end] = b"\x01" * len(span)
    for first, past_last in tokens.sentences:
        index = first
        while index < past_last:
            close = _closing(tokens, index, past_last)
            if close and _is_held_off(tokens, index, close, first, past_last):
                span = tokens.span(index, close + 1)
                if not any(theirs[span.start : span.end]):
                    found.append(_finding(tokens, index, close))
            index = close + 1 if close else index + 1
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


def _is_held_off(tokens: TokenTable, index: int, close: int, first: int, past_last: int) -> bool:
    words = tokens.words[index + 1 : close]
    if any(word in _STOPS or any(sign.isdigit() for sign in word) for word in words):
        return False
    if tokens.starts[close] != tokens.ends[close - 1] or all(word[0].isupper() for word in words):
        return False
    before = tokens.lowers[max(first, index - _WINDOW) : index]
    after = tokens.lowers[close + 1 : min(past_last, close + 4)]
    return _QUOTING.isdisjoint(before) and _SAYING_AFTER.isdisjoint(after) and len(before) > 0


def _finding(tokens: TokenTable, index: int, close: int) -> Finding:
    phrase = " ".join(tokens.lowers[index + 1 : close])
    entry = Entry(phrase, "exact", None, "scare-quotes", "possible", note=_NOTE)
    span = tokens.span(index, close + 1)
    return Finding(span, "loaded-wording", "wording", "scare-quotes", entry, "possible")

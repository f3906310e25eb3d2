"""Why somebody is not named, where the text says so."""

import re

from reader.core.sources.words.disclosure_words import DisclosureWords, pattern_of
from reader.core.text.spans import Span
from reader.values import frozen

_REACH = 250  # characters


@frozen
class Anonymity:
    """What a text says of a name that it does not give.

    Attributes:
        asked: The words that say the name is kept back.
        reason: The words that say why, or None.
    """

    asked: Span
    reason: Span | None


def speaks_of_anonymity(text: str, words: DisclosureWords) -> bool:
    """Tell whether a text says anywhere that a name is kept back; most say it nowhere."""
    return any(pattern_of(each).search(text) for each in (words.asked, words.forbidden))


def find_anonymity(
    text: str, sentence: Span, mention: Span, words: DisclosureWords
) -> Anonymity | None:
    """Return what a sentence says of a name kept back, or None when it says nothing.

    What is said inside the mention of the source is looked for first, and ends with it.
    """
    within = Span(max(sentence.start, mention.start), min(sentence.end, mention.end))
    found = _within(text, within, words)
    if found is None:
        return _within(text, sentence, words)
    return found if found.reason else _with_reason_behind(text, sentence, within.end, found, words)


def _with_reason_behind(
    text: str, sentence: Span, end: int, found: Anonymity, words: DisclosureWords
) -> Anonymity:
    """Return the same with a reason that follows at once: ", citing her safety"."""
    start = end + len(text[end : sentence.end]) - len(text[end : sentence.end].lstrip(" ,"))
    reason = pattern_of(words.reason).match(text, start, min(sentence.end, len(text)))
    return Anonymity(found.asked, _trimmed(reason, words)) if reason else found


def _within(text: str, sentence: Span, words: DisclosureWords) -> Anonymity | None:
    end = min(sentence.end, len(text))
    asked = pattern_of(words.asked).search(text, sentence.start, end)
    if asked is None:
        forbidden = pattern_of(words.forbidden).search(text, sentence.start, end)
        return (
            Anonymity(_trimmed(forbidden, words), _trimmed(forbidden, words))
            if forbidden
            else None
        )
    reason = pattern_of(words.reason).search(text, asked.end(), min(end, asked.end() + _REACH))
    reason = reason or pattern_of(words.reason).search(text, sentence.start, asked.start())
    return Anonymity(_trimmed(asked, words), _trimmed(reason, words) if reason else None)


def _trimmed(found: re.Match[str], words: DisclosureWords) -> Span:
    """Return what was found, up to the verb of speech that goes on with the sentence."""
    told = pattern_of(words.speaks).split(found.group(), maxsplit=1)[0]
    return Span(found.start(), found.start() + len(told.rstrip(" ,")))

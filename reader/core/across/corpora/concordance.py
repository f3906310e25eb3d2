"""Every place of a word or phrase in many articles, each with its line, voice and speaker."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

from reader.core.across.corpora.voiced_text import EVERYBODY, VOICES, VoicedText, Whose
from reader.core.across.corpora.words import words_of
from reader.core.lexicon.findings import Voice
from reader.core.text.expressions import either_apostrophe, plain_apostrophes
from reader.values import frozen

# An article, where the words begin and end in it, whose voice it is, and the speaker.
FoundPlace = tuple[VoicedText, tuple[int, int], Voice, str | None]
Order = Literal["left", "right", "voice", "speaker"]
NO_WORD = "There is no word to look for."
_SPACES = re.compile(r"\s+")


@frozen
class Line:
    """One place.

    Attributes:
        article: The id of the article.
        title: Its headline, or "".
        outlet: Who published it, or "".
        month: When, as yyyy-mm, or "".
        start: Where the words begin, in code points of its text.
        end: Where they end.
        before: What stands before them, on one line.
        words: The words.
        after: What stands after them.
        voice: Whose words they are.
        speaker: The name of the source, as every list of places calls it; None for the narrator
            and where nobody is named.
    """

    article: str
    title: str
    outlet: str
    month: str
    start: int
    end: int
    before: str
    words: str
    after: str
    voice: Voice
    speaker: str | None


@frozen
class Near:
    """Asks for another word beside a place.

    Attributes:
        word: The word, in lower case.
        window: Within how many words on each side, in words of the same voice.
    """

    word: str
    window: int

    def holds(self, text: VoicedText, span: tuple[int, int]) -> bool:
        """Tell whether the word stands near a place of a text."""
        first, last = text.piece_around(span[0])
        before = words_of(text.text[first : span[0]])[-self.window :]
        after = words_of(text.text[span[1] : last])[: self.window]
        return self.word in before or self.word in after


def in_order(lines: Iterable[Line], order: Order) -> list[Line]:
    """Return lines sorted by the words to the left or right, by voice or speaker."""
    return sorted(lines, key=_KEYS[order])


def backwards(words: str) -> str:
    """Return words from the last to the first, in lower case, as contexts to the left sort."""
    return " ".join(reversed(words.casefold().split()))


def _by_left(line: Line) -> str:
    return backwards(line.before)


def _by_right(line: Line) -> str:
    return line.after.casefold()


def _by_voice(line: Line) -> int:
    return VOICES.index(line.voice)


def _by_speaker(line: Line) -> str:
    return (line.speaker or "").casefold()


_KEYS: Mapping[Order, Callable[[Line], str | int]] = {
    "left": _by_left,
    "right": _by_right,
    "voice": _by_voice,
    "speaker": _by_speaker,
}


def word_pattern(words: str) -> re.Pattern[str]:
    """Return what finds a word or phrase as a whole, in any case; `*` stands for any ending.

    Raises:
        ValueError: There is no letter or digit in it.
    """
    if not any(char.isalnum() for char in words):
        raise ValueError(NO_WORD)
    parts = (
        either_apostrophe(re.escape(plain_apostrophes(part)).replace(r"\*", r"\w*"))
        for part in words.split()
    )
    joined = r"\s+".join(parts)
    return re.compile(rf"(?<!\w){joined}(?!\w)", re.IGNORECASE)


def concordance(
    texts: Iterable[VoicedText],
    words: str,
    whose: Whose = EVERYBODY,
    width: int = 40,
    near: Near | None = None,
) -> Iterator[Line]:
    """Yield the places of a word or phrase, article by article.

    Args:
        texts: The articles.
        words: What is looked for; `*` stands for any ending.
        whose: Whose words count.
        width: How many characters stand on each side.
        near: Only places that have another word beside them.

    Raises:
        ValueError: There is no word to look for.
    """
    for place in found_places(texts, words, whose, near):
        yield line_of(place, width)


def found_places(
    texts: Iterable[VoicedText],
    words: str,
    whose: Whose = EVERYBODY,
    near: Near | None = None,
) -> Iterator[FoundPlace]:
    """Yield the places of a word or phrase without their lines, for who only counts them.

    Raises:
        ValueError: There is no word to look for.
    """
    pattern = word_pattern(words)
    for text in texts:
        for found in pattern.finditer(text.text):
            voice, speaker, kind = text.spoken_at(found.start())
            if whose.takes(voice, kind) and (near is None or near.holds(text, found.span())):
                yield text, found.span(), voice, speaker


def line_of(place: FoundPlace, width: int) -> Line:
    """Return the line of a place, with some characters on each side."""
    text, (start, end), voice, speaker = place
    before = _SPACES.sub(" ", text.text[max(0, start - 2 * width) : start])[-width:]
    after = _SPACES.sub(" ", text.text[end : end + 2 * width])[:width]
    words = _SPACES.sub(" ", text.text[start:end])
    facts = (text.id, text.title, text.outlet, text.month)
    return Line(*facts, start, end, before, words, after, voice, speaker)

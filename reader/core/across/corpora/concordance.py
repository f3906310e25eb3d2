"""Every place of a word or phrase in many articles, each with its line, voice and speaker."""

import re
from collections.abc import Collection, Iterable, Iterator

from reader.core.across.corpora.voiced_text import VOICES, VoicedText
from reader.core.lexicon.findings import Voice
from reader.values import frozen

_SPACES = re.compile(r"\s+")


@frozen
class Line:
    """One place.

    Attributes:
        article: The id of the article.
        title: Its headline, or "".
        start: Where the words begin, in code points of its text.
        end: Where they end.
        before: What stands before them, on one line.
        words: The words.
        after: What stands after them.
        voice: Whose words they are.
        speaker: The source's name, or None.
    """

    article: str
    title: str
    start: int
    end: int
    before: str
    words: str
    after: str
    voice: Voice
    speaker: str | None


def word_pattern(words: str) -> re.Pattern[str]:
    """Return what finds a word or phrase as a whole, in any case; `*` stands for any ending.

    Raises:
        ValueError: There is no letter or digit in it.
    """
    if not any(char.isalnum() for char in words):
        raise ValueError("there is no word to look for")
    parts = (
        re.escape(part).replace(r"\*", r"\w*").replace("'", "['’]").replace("’", "['’]")
        for part in words.split()
    )
    joined = r"\s+".join(parts)
    return re.compile(rf"(?<!\w){joined}(?!\w)", re.IGNORECASE)


def concordance(
    texts: Iterable[VoicedText],
    words: str,
    voices: Collection[Voice] = VOICES,
    width: int = 40,
) -> Iterator[Line]:
    """Yield the places of a word or phrase, article by article.

    Args:
        texts: The articles.
        words: What is looked for; `*` stands for any ending.
        voices: Whose words count.
        width: How many characters stand on each side.

    Raises:
        ValueError: There is no word to look for.
    """
    pattern = word_pattern(words)
    for text in texts:
        for found in pattern.finditer(text.text):
            voice, speaker = text.voice_at(found.start())
            if voice in voices:
                yield _line(text, found.span(), width, (voice, speaker))


def _line(
    text: VoicedText, span: tuple[int, int], width: int, spoken: tuple[Voice, str | None]
) -> Line:
    start, end = span
    before = _SPACES.sub(" ", text.text[max(0, start - 2 * width) : start])[-width:]
    after = _SPACES.sub(" ", text.text[end : end + 2 * width])[:width]
    words = _SPACES.sub(" ", text.text[start:end])
    return Line(text.id, text.title, start, end, before, words, after, *spoken)

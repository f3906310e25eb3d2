"""One article of a corpus: its text, and whose words stand where in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from reader.core.lexicon.findings import Voice
from reader.values import frozen

# A word: letters, with an apostrophe or a hyphen only between letters.
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
VOICES: tuple[Voice, ...] = ("narrator", "direct", "indirect")


@frozen
class VoicedText:
    """An article as corpora count it.

    Attributes:
        id: Its id, or the name of its file.
        title: Its headline, or "".
        outlet: Who published it, or "".
        month: When, as yyyy-mm, or "".
        text: The text.
        stretches: Start, end, voice and speaker of what is in somebody else's words, in order;
            all the rest is the narrator's.
    """

    id: str
    title: str
    outlet: str
    month: str
    text: str
    stretches: tuple[tuple[int, int, Voice, str | None], ...]

    def voice_at(self, place: int) -> tuple[Voice, str | None]:
        """Return whose word stands at a place: the voice, and the speaker where one is named."""
        index = bisect_right(self.stretches, place, key=_start) - 1
        if index >= 0 and place < self.stretches[index][1]:
            return self.stretches[index][2], self.stretches[index][3]
        return "narrator", None

    def pieces(self) -> Iterator[tuple[Voice, str]]:
        """Yield the text in pieces of one voice each, in order."""
        last = 0
        for start, end, voice, _ in self.stretches:
            if start > last:
                yield "narrator", self.text[last:start]
            yield voice, self.text[max(start, last) : end]
            last = max(last, end)
        yield "narrator", self.text[last:]


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, one kind of apostrophe in all of them."""
    return _WORD.findall(text.lower().replace("’", "'"))


def _start(stretch: tuple[int, int, Voice, str | None]) -> int:
    return stretch[0]

"""One article of a corpus: its text, and whose words stand where in it."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from reader.core.lexicon.findings import Voice
from reader.core.sources.source import SourceKind
from reader.core.sources.voice import Spoken
from reader.values import frozen

VOICES: tuple[Voice, ...] = ("narrator", "direct", "indirect")


@frozen
class Whose:
    """Whose words are counted.

    Attributes:
        voices: In which voices.
        kind: Only the words of sources of this kind; None for all.
    """

    voices: tuple[Voice, ...] = VOICES
    kind: SourceKind | None = None

    def takes(self, voice: Voice, kind: SourceKind | None) -> bool:
        """Tell whether words in a voice, of a source of some kind, are counted."""
        return voice in self.voices and (self.kind is None or kind == self.kind)


EVERYBODY = Whose()


@frozen
class VoicedText:
    """An article as corpora count it.

    Attributes:
        id: Its id, or the name of its file.
        title: Its headline, or what it is called without one.
        outlet: Who published it, or "".
        month: When, as yyyy-mm, or "".
        text: The text.
        stretches: What is in somebody else's words, in order; all the rest is the narrator's.
        origin: The path it was read from, or "" where the id leads to it.
    """

    id: str
    title: str
    outlet: str
    month: str
    text: str
    stretches: tuple[Spoken, ...]
    origin: str = ""

    def spoken_at(self, place: int) -> tuple[Voice, str | None, SourceKind | None]:
        """Return whose word stands at a place: voice, and name and kind of the source if any."""
        index = bisect_right(self.stretches, place, key=_start) - 1
        if index >= 0 and place < self.stretches[index][1]:
            return self.stretches[index][2:]
        return "narrator", None, None

    def piece_around(self, place: int) -> tuple[int, int]:
        """Return where the piece of one voice begins and ends in which a place lies."""
        index = bisect_right(self.stretches, place, key=_start) - 1
        last = 0 if index < 0 else self.stretches[index][1]
        if place < last:
            return self.stretches[index][:2]
        later = self.stretches[index + 1 : index + 2]
        return last, later[0][0] if later else len(self.text)

    def pieces(self) -> Iterator[tuple[Voice, SourceKind | None, str]]:
        """Yield the text in pieces of one voice each, in order, with the kind of the source."""
        last = 0
        for start, end, voice, _, kind in self.stretches:
            if start > last:
                yield "narrator", None, self.text[last:start]
            yield voice, kind, self.text[max(start, last) : end]
            last = max(last, end)
        yield "narrator", None, self.text[last:]

    def counted_pieces(self, whose: Whose) -> Iterator[str]:
        """Yield the pieces that are counted, in order."""
        return (piece for voice, kind, piece in self.pieces() if whose.takes(voice, kind))


def month_of(published: str | None) -> str:
    """Return the month of an ISO date as yyyy-mm, or "" where it is no date that can be."""
    told = published or ""
    try:
        day = date.fromisoformat(told[:10] if len(told) > len("yyyy-mm") else f"{told}-01")
    except ValueError:
        return ""
    return day.isoformat()[:7]


def _start(stretch: Spoken) -> int:
    return stretch[0]

"""Who is speaking at a span: the narrator, a direct or an indirect source."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from reader.core.attribution import Attribution
from reader.core.lexicon.findings import Voice
from reader.core.sources.source import SourceKind
from reader.core.text.spans import Span, edges
from reader.values import frozen

Stretch = tuple[int, int, int]  # start, end, attribution id (0 for none)
# Start, end, voice, and the name and kind of the source where there is one.
Spoken = tuple[int, int, Voice, str | None, SourceKind | None]
_SHORT = 24  # characters; a longer quotation without an attribution is speech
_NARRATOR: tuple[Voice, None] = ("narrator", None)


@frozen
class VoiceStretch:
    """A stretch of the text in somebody else's words, from the first character to the last.

    Attributes:
        span: The stretch, without space at its ends.
        voice: Direct between quotation marks and in an interview, indirect outside.
        attribution: The id of its attribution, or None for a quotation nobody claims.
    """

    span: Span
    voice: Voice
    attribution: int | None


class VoiceMap:
    """Answers, for any place, whose words stand there.

    Where attributions lie inside one another the innermost one speaks, unless the program is not
    sure of it: then the words stay whose they are around it.
    """

    def __init__(self, attributions: Sequence[Attribution], quoted: Sequence[Span]) -> None:
        """Make the map.

        Args:
            attributions: All attributions of the text.
            quoted: The stretches between quotation marks, in order, not overlapping.
        """
        self._edges, self._owners = _flattened(attributions)
        self._verbatim = {item.id for item in attributions if item.is_verbatim}
        self._quoted = sorted(quoted, key=edges)
        self._starts = [span.start for span in self._quoted]

    def at(self, span: Span) -> tuple[Voice, int | None]:
        """Return the voice at the beginning of `span` and the id of its attribution."""
        return self._at(span.start)

    def _at(self, place: int) -> tuple[Voice, int | None]:
        owner = self._owners[bisect_right(self._edges, place) - 1] if self._edges else 0
        quotation = self._quotation_at(place)
        if quotation is not None and (owner or len(quotation) > _SHORT):
            return "direct", owner or None
        if not owner:
            return _NARRATOR
        return ("direct" if owner in self._verbatim else "indirect"), owner

    def stretches(self, text: str) -> tuple[VoiceStretch, ...]:
        """Return all stretches that are not the narrator's, in order."""
        borders = sorted(
            {
                *self._edges,
                *(edge for span in self._quoted for edge in (span.start, span.end)),
                len(text),
            }
        )
        found: list[VoiceStretch] = []
        for start, end in pairwise(border for border in borders if border <= len(text)):
            voice, attribution = self._at(start)
            if voice == "narrator":
                continue
            span = _stripped(text, start, end)
            if any(map(str.isalnum, span.of(text))):
                found.append(VoiceStretch(span, voice, attribution))
        return tuple(found)

    def _quotation_at(self, place: int) -> Span | None:
        index = bisect_right(self._starts, place) - 1
        if index >= 0 and place < self._quoted[index].end:
            return self._quoted[index]
        return None


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _flattened(attributions: Sequence[Attribution]) -> tuple[list[int], list[int]]:
    """Return where the speaker changes, and who speaks from there on; inner ones win."""
    stretches = [
        (span.start, span.end, attribution.id)
        for attribution in attributions
        if not attribution.is_narrators and (attribution.sure or attribution.inside is None)
        for span in attribution.content
    ]
    stretches.sort(key=lambda s: (s[0], -s[1]))
    edges: list[int] = []
    owners: list[int] = []
    open_stretches: list[Stretch] = []

    def put(place: int, owner: int) -> None:
        if edges and edges[-1] == place:
            owners[-1] = owner
        else:
            edges.append(place)
            owners.append(owner)

    def close_until(place: int) -> None:
        while open_stretches and open_stretches[-1][1] <= place:
            end = open_stretches.pop()[1]
            while open_stretches and open_stretches[-1][1] <= end:
                open_stretches.pop()
            put(end, open_stretches[-1][2] if open_stretches else 0)

    put(0, 0)
    for stretch in stretches:
        close_until(stretch[0])
        put(stretch[0], stretch[2])
        open_stretches.append(stretch)
        open_stretches.sort(key=lambda s: -s[1])
    close_until(1 << 62)
    return edges, owners

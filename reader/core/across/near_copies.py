"""Near copies: texts that share nine in ten sentences, found by small sketches of their words.

A sketch holds the smallest check sums of all runs of five words. Two texts that share many runs
share many of the smallest ones too, so an index of sketches names the few texts that are worth
comparing sentence by sentence. (Broder, "On the resemblance and containment of documents", 1997.)
"""

import re
import zlib
from collections.abc import Iterable, Iterator

from reader.core.across.copy_kinds import CopyKind
from reader.core.across.query import WORD, fold, words_in
from reader.values import frozen

FEWEST_SHARED = 2  # values of two sketches, for texts that are worth comparing
_RUN = 5  # words
_SIZE = 32  # values; a copy cut to a fifth still shares six of them on average
_VALUE = (1 << 23) - 1  # values are small, and so is the index of them
_SHARE = 0.9  # of the shorter text stands in the other one
_SHORT_RUN = 3  # words, for comparing sentences
_WORTH_IT = 0.4  # of the runs are shared, or no nine in ten sentences are
_ALIKE = 0.75  # of a sentence's words, for a sentence that is the same with a word changed
_FEWEST_WORDS = 40  # shorter texts are alike by chance
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?!\s)[^.!?\n]*)*")
_LOOKED_AT = 250  # characters at both ends, where an agency is named


def sketch_of(text: str) -> tuple[int, ...]:
    """Return the sketch of a text; empty for one that is too short to be compared."""
    words = words_in(text)
    if len(words) < _FEWEST_WORDS:
        return ()
    smallest = sorted(set(_runs(words)))[:_SIZE]
    return tuple(sorted({value & _VALUE for value in smallest}))


def _runs(words: tuple[str, ...]) -> Iterator[int]:
    """Yield a check sum of every run of five words."""
    for place in range(len(words) - _RUN + 1):
        yield zlib.crc32(" ".join(words[place : place + _RUN]).encode("utf-8", "surrogatepass"))


def is_near_copy(one: str, other: str) -> bool:
    """Tell whether nine in ten sentences of the shorter text stand in the other, or nearly so."""
    words, others = words_in(one), words_in(other)
    if min(len(words), len(others)) < _FEWEST_WORDS:
        return False
    if len(words) > len(others):
        one, words, others = other, others, words
    known = set(_short_runs(others))
    runs = set(_short_runs(words))
    if len(runs & known) < _WORTH_IT * len(runs):
        return False
    shared = counted = 0
    for sentence in _SENTENCE.findall(fold(one)):
        own = tuple(WORD.findall(sentence))
        if len(own) >= _SHORT_RUN:
            counted += len(own)
            if _known_words(own, known) >= _ALIKE * len(own):
                shared += len(own)
    return counted > 0 and shared >= _SHARE * counted


def _short_runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[place:] for place in range(_SHORT_RUN)), strict=False)


def _known_words(words: tuple[str, ...], known: set[tuple[str, ...]]) -> int:
    """Return how many words of a sentence lie in a run that the other text has too."""
    covered: set[int] = set()
    for place, run in enumerate(_short_runs(words)):
        if run in known:
            covered.update(range(place, place + _SHORT_RUN))
    return len(covered)


@frozen
class Copy:
    """What decides which of several copies is shown in front.

    Attributes:
        number: The number of the article; a higher one was added later.
        address: Its web address, or "".
        outlet: Who published it, or "".
        credit: Author line, beginning and end, where an agency is named.
        words: How many words it has.
        is_present: It is not in the trash.
    """

    number: int
    address: str
    outlet: str
    credit: str
    words: int
    is_present: bool = True


def credit_of(byline: str, text: str) -> str:
    """Return where a text would name the agency that wrote it."""
    return f"{byline}\n{text[:_LOOKED_AT]}\n{text[-_LOOKED_AT:]}"


def leader_of(copies: Iterable[Copy]) -> Copy:
    """Return the copy in front.

    The newest of each address counts; of these the agency's own text, or else the longest, is in
    front. An outlet is the agency where another copy credits it. What is in the trash counts only
    where all is.
    """
    known = list(copies)
    present = [copy for copy in known if copy.is_present] or known
    newest = {copy.address or copy.number: copy for copy in sorted(present, key=_number)}
    front = list(newest.values())
    own = [copy for copy in front if any(_credits(other, copy.outlet) for other in known)]
    return max(own or front, key=lambda copy: (copy.words, -copy.number))


def _number(copy: Copy) -> int:
    return copy.number


def _credits(copy: Copy, outlet: str) -> bool:
    """Tell whether a copy in another outlet names this one as its author."""
    name = words_in(outlet)
    if not name or words_in(copy.outlet) == name:
        return False
    return f" {' '.join(name)} " in f" {' '.join(words_in(copy.credit))} "


def kind_of(copy: Copy, leader: Copy) -> CopyKind:
    """Return why a copy is folded under the one in front."""
    if copy.address and copy.address == leader.address:
        return "version"
    is_elsewhere = copy.outlet and leader.outlet and copy.outlet != leader.outlet
    return "agency" if is_elsewhere else "near"

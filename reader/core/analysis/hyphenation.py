"""In how many parts a word can be hyphenated, by the patterns that textstat's hyphenation reads.

The method is Liang (1983), "Word hy-phen-a-tion by com-put-er": a pattern gives numbers to the
gaps between its letters, the highest counts in each gap, and an odd one allows a hyphen.
"""

from collections.abc import Iterable, Mapping

from reader.values import frozen

_ROOM = 16  # bits for each gap; a number n is written as n ones, so `|` keeps the highest
_ODD = sum(0b101010101 << _ROOM * gap for gap in range(256))  # the last ones of odd numbers
_FIRST = 2  # letters that stay before the first hyphen, and after the last one
_HEADS = ("%", "#", "LEFT", "RIGHT", "COMPOUND")  # lines that hold no pattern
_UNUSUAL = ("/", "^^")  # hyphens that change letters, letters by number


@frozen
class Hyphenation:
    """Patterns of hyphenation, and the beginnings of patterns.

    Attributes:
        gaps: By letters that patterns begin with: the gaps of all patterns that these begin with.
    """

    gaps: Mapping[str, int]

    @classmethod
    def of(cls, lines: Iterable[str]) -> "Hyphenation | None":
        """Read patterns as a hyphenation dictionary writes them, below its line of encoding.

        Patterns that need more than hyphens are not understood: None.
        """
        gaps: dict[str, int] = {}
        for line in filter(None, map(str.strip, lines)):
            if line.startswith(_HEADS):
                continue
            if any(sign in line for sign in _UNUSUAL):
                return None
            letters, own = "", 0
            for sign in line:
                if sign.isdecimal():
                    own |= _ones(int(sign)) << _ROOM * len(letters)
                else:
                    letters += sign
            gaps[letters] = own
        return cls(_with_beginnings(gaps))

    def parts(self, word: str) -> int:
        """Return in how many parts a word in lower case, of at most 250 letters, can be cut."""
        usable = len(word) + 1 - 2 * _FIRST  # gaps
        if usable < 1:
            return 1
        pointed, gaps, total, shift = f".{word}.", self.gaps, 0, 0
        for start in range(len(word) + 1):
            known = gaps.get(pointed[start : start + 3])
            if known is None:  # then no pattern of three letters or more begins here
                known = gaps.get(pointed[start : start + 2]) or gaps.get(pointed[start], 0)
            else:
                for past_last in range(start + 4, len(pointed) + 1):
                    longer = gaps.get(pointed[start:past_last])
                    if longer is None:
                        break
                    known = longer
            total |= known << shift
            shift += _ROOM
        total = total >> _ROOM * (_FIRST + 1) & _ones(_ROOM * usable)
        return 1 + (total & ~(total >> 1) & _ODD).bit_count()


def _ones(number: int) -> int:
    return (1 << number) - 1


def _with_beginnings(gaps: dict[str, int]) -> dict[str, int]:
    """Return the patterns and what they begin with; each has what shorter ones say, too."""
    for letters in list(gaps):
        for length in range(1, len(letters)):
            gaps.setdefault(letters[:length], 0)
    for letters in sorted(gaps, key=len):
        gaps[letters] |= gaps.get(letters[:-1], 0)
    return gaps

"""What a word is for counts over many articles, and cutting texts into words quickly.

A word is letters, with an apostrophe or a hyphen only between letters, in lower case. The quick
way does for a whole text at once what can be done so, in UTF-8, and looks closely only at words
with other letters than those of English; it gives exactly what the pattern gives.
"""

import re
from collections.abc import Iterable

from reader.core.text.expressions import plain_apostrophes

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Signs that are no letters: quotation marks, dashes, dots, signs of money, and those of Latin-1.
_SIGNS = re.compile(
    rb"\xe2(?:\x80[\x80-\xbf]|\x82[\xa0-\xbf])|\xc2[\x80-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf]"
)
_INSIDE = (b"-", b"'")  # between two letters they belong to the word
_NO_LETTERS = b" -'"  # all else is a letter by then, or a part of one
_TABLE = bytes(
    code if code >= 0x80 or chr(code).isalpha() or code in b"'-" else 0x20 for code in range(256)
)


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, one kind of apostrophe in all of them."""
    return _WORD.findall(_lower(text))


def _lower(text: str) -> str:
    return plain_apostrophes(text.lower())


class WordCutter:
    """Cuts texts into words, in UTF-8, and remembers how words of other letters are cut."""

    def __init__(self) -> None:
        self._cut: dict[bytes, bytes] = {}

    def cut(self, pieces: Iterable[str]) -> bytes:
        """Return the words of some pieces of a text with blanks between them; `split` parts them.

        No word reaches over two pieces.
        """
        data = _SIGNS.sub(b" ", encoded(_lower("\n".join(("", *pieces, "")))))
        data = data.translate(_TABLE)
        for sign in _INSIDE:
            data = _between_letters(data, sign)
        if data.isascii():
            return data
        return b" ".join([word if word.isascii() else self._closer(word) for word in data.split()])

    def _closer(self, word: bytes) -> bytes:
        """Return the words in what has other letters, or signs that are none."""
        known = self._cut.get(word)
        if known is None:
            found = _WORD.findall(word.decode("utf-8", "surrogatepass"))
            known = self._cut[word] = encoded(" ".join(found))
        return known


def _between_letters(data: bytes, sign: bytes) -> bytes:
    """Return words of which a sign parts only letters; a blank stands where it does not."""
    before, *others = data.split(sign)
    kept = [before]
    for after in others:
        is_inside = before and after and not (before[-1] in _NO_LETTERS or after[0] in _NO_LETTERS)
        kept += (sign if is_inside else b" ", after)
        before = after
    return b"".join(kept)


def encoded(text: str) -> bytes:
    """Return a text in UTF-8, half surrogate pairs included."""
    return text.encode("utf-8", "surrogatepass")


def decoded(word: bytes) -> str:
    """Return a word that was cut."""
    return word.decode("utf-8", "surrogatepass")

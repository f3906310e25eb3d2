"""The language of a text, guessed from its script and its commonest words.

The words are in resources/language/common-words.toml.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import field

from reader.values import frozen

_LOOKED_AT = 4_000  # characters; the rest of a text seldom says otherwise
_FEWEST = 3  # common words that must be seen
_SHARE = 0.12  # of all words, least share of common words in a text of that language

_SCRIPTS = (
    ("ja", "\u3040-\u30ff"),
    ("ko", "\uac00-\ud7af"),
    ("zh", "\u4e00-\u9fff"),
    ("ar", "\u0600-\u06ff"),
    ("he", "\u0590-\u05ff"),
    ("el", "\u0370-\u03ff"),
    ("hi", "\u0900-\u097f"),
    ("th", "\u0e00-\u0e7f"),
)
_OF_ANY = re.compile("[" + "".join(signs for _, signs in _SCRIPTS) + "]")
_CODE = re.compile(r"[a-z]{2}")
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")


@frozen
class LanguageGuesser:
    """Guesses in which language a text is.

    Attributes:
        common: The commonest words of each language in lower case, by its two-letter code. What
            has a script of its own is known without.
    """

    common: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])

    @classmethod
    def from_table(cls, table: Mapping[str, object]) -> "LanguageGuesser":
        """Return what guesses by the words of a data file: a text of words for each code.

        Raises:
            ValueError: It is no such table; the message is a finished sentence.
        """
        common: dict[str, frozenset[str]] = {}
        for code, words in table.items():
            if not _CODE.fullmatch(code):
                raise ValueError(f"“{code[:20]}” is no two-letter code of a language.")
            if not isinstance(words, str) or words != words.lower():
                raise ValueError(f"“{code}” must be words in lower case with spaces between them.")
            common[code] = frozenset(words.split())
        return cls(common)

    def __call__(self, text: str) -> str | None:
        """Return the two-letter code of the language, or None when the text does not tell.

        A text of a few words, or of several languages alike, does not tell.
        """
        piece = text[:_LOOKED_AT]
        by_script = _by_script(piece)
        if by_script:
            return by_script
        return self._by_words(Counter(map(str.lower, _WORD.findall(piece))))

    def _by_words(self, words: Counter[str]) -> str | None:
        ranked = sorted(
            (sum(words[word] for word in common & words.keys()), language)
            for language, common in self.common.items()
        )
        most, language = ranked[-1] if ranked else (0, "")
        second = ranked[-2][0] if len(ranked) > 1 else 0
        if most < _FEWEST or most < _SHARE * words.total() or most == second:
            return None
        return language


def _by_script(piece: str) -> str | None:
    if not _OF_ANY.search(piece):
        return None
    letters = len(_LETTER.findall(piece))
    for language, signs in _SCRIPTS:
        found = len(re.findall(f"[{signs}]", piece))  # ready where a text before asked for it
        # Japanese mixes its syllables with Chinese signs.
        if found >= 4 and found > letters * (0.15 if language == "ja" else 0.4):
            return language
    return None

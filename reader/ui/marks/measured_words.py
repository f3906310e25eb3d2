"""How good a list was in a test, in words."""

from PySide6.QtCore import QCoreApplication

from reader.core.lexicon.lexicon import Lexicon

# The share up to which a word holds; the words are the nearest everyday fraction.
_SHARES = (
    (0.05, "hardly any"),
    (0.29, "about one in five"),
    (0.42, "about a third"),
    (0.58, "about half"),
    (0.72, "about two thirds"),
    (0.85, "about four in five"),
    (1.0, "nearly all"),
)


def measured_words(lexicon: Lexicon) -> str:
    """Return a sentence on the known precision of a list, "" where nobody measured it."""
    if lexicon.precision is None:
        return ""
    share = next(words for most, words in _SHARES if lexicon.precision <= most)
    words = _tr("In tests {share} of its marks were shared by readers.")
    if lexicon.measured_on is not None:
        words = _tr("In tests on {n} texts {share} of its marks were shared by readers.")
    return words.format(share=_tr(share), n=f"{lexicon.measured_on or 0:,}")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Measured", words)

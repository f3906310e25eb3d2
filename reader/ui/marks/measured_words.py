"""How good a list was in a test, in words."""

from PySide6.QtCore import QCoreApplication

from reader.core.lexicon.lexicon import Lexicon


def measured_words(lexicon: Lexicon) -> str:
    """Return a sentence on the known precision of a list, "" where nobody measured it."""
    if lexicon.precision is None:
        return ""
    share = next(words for most, words in _shares() if lexicon.precision <= most)
    words = _tr("In tests, readers agreed with {share} of its marks.")
    if lexicon.measured_on is not None:
        words = _tr("In tests on {n} texts, readers agreed with {share} of its marks.")
    return words.format(share=share, n=f"{lexicon.measured_on or 0:,}")


def _shares() -> tuple[tuple[float, str], ...]:
    """Return the share up to which each word holds, the nearest everyday fraction."""
    return (
        (0.05, _tr("hardly any")),
        (0.29, _tr("about one in five")),
        (0.42, _tr("about a third")),
        (0.58, _tr("about half")),
        (0.72, _tr("about two thirds")),
        (0.85, _tr("about four in five")),
        (1.0, _tr("nearly all")),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Measured", words)

"""Readability with the shipped syllables. Imports textstat, so it is imported late."""

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.measuring import measure_readability
from reader.core.analysis.readability import Measure
from reader.paths import Paths
from reader.storage.language_data import load_syllables


class ReadabilityTools:
    """Holds the syllables of English words."""

    def __init__(self, paths: Paths) -> None:
        self._syllables = load_syllables(paths.resources / "language" / "syllables.bin")

    def measure(self, analysis: Analysis) -> tuple[Measure, ...]:
        """Return the measures of an analysed article."""
        return measure_readability(
            analysis.article.text, analysis.words, len(analysis.sentences), self._syllables
        )

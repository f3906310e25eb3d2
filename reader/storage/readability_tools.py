"""Readability with the shipped syllables. Imports textstat, so it is imported late."""

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.measuring import ReadabilityMeter
from reader.core.analysis.readability import Measure
from reader.paths import Paths
from reader.storage.languages import SHIPPED, load_syllables


class ReadabilityTools:
    """Holds a meter with the syllables of English words."""

    def __init__(self, paths: Paths) -> None:
        syllables = load_syllables(paths.languages / SHIPPED / "syllables.bin")
        self._meter = ReadabilityMeter(syllables, str(paths.resources / "nltk"))

    def measure(self, analysis: Analysis) -> tuple[Measure, ...]:
        """Return the measures of an analysed article."""
        return self._meter.measure(analysis.article.text, analysis.words, len(analysis.sentences))

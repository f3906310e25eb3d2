"""Readability with the shipped syllables. Imports textstat, so it is imported late."""

import shutil
import tempfile
import weakref
from pathlib import Path

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.measuring import ReadabilityMeter
from reader.core.analysis.readability import Measure
from reader.paths import Paths
from reader.storage.atomic_files import make_folder
from reader.storage.languages import SHIPPED, load_syllables


class ReadabilityTools:
    """Holds a meter with the syllables of English words."""

    def __init__(self, paths: Paths) -> None:
        syllables = load_syllables(paths.languages / SHIPPED / "syllables.bin")
        try:
            self._meter = ReadabilityMeter(syllables, str(paths.resources / "nltk"))
        except LookupError:
            self._meter = ReadabilityMeter(syllables, self._private_folder())

    def _private_folder(self) -> str:
        """Return a folder of our own that nltk takes for its dictionary's.

        It refuses shipped ones that a group may write in, as in checkouts on many systems. The
        folder is empty on either side: the syllables come from elsewhere.
        """
        folder = tempfile.mkdtemp(prefix="close-reader-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        make_folder(Path(folder) / "corpora" / "cmudict", is_private=True)
        return folder

    def measure(self, analysis: Analysis) -> tuple[Measure, ...]:
        """Return the measures of an analysed article."""
        return self._meter.measure(analysis.article.text, analysis.words, len(analysis.sentences))

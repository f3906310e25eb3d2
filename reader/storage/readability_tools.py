"""Readability with the shipped syllables. Imports textstat, so it is imported late."""

from importlib.resources import files

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.hyphenation import Hyphenation
from reader.core.analysis.measuring import ReadabilityMeter
from reader.core.analysis.readability import Measure
from reader.paths import Paths
from reader.storage.files.atomic_files import make_folder
from reader.storage.files.temporary_folders import TemporaryFolder
from reader.storage.languages import SHIPPED, load_syllables


class ReadabilityTools:
    """Holds a meter with the syllables of English words."""

    def __init__(self, paths: Paths) -> None:
        syllables = load_syllables(paths.languages / SHIPPED / "syllables.bin")
        easy = _easy_words()
        try:
            self._meter = ReadabilityMeter(
                syllables, str(paths.resources / "nltk"), easy, _hyphens
            )
        except LookupError:
            self._meter = ReadabilityMeter(syllables, self._private_folder(), easy, _hyphens)

    def _private_folder(self) -> str:
        """Return a folder of our own that nltk takes for its dictionary's.

        It refuses shipped ones that a group may write in, as in checkouts on many systems. The
        folder is empty on either side: the syllables come from elsewhere.
        """
        self._folder = TemporaryFolder()  # which goes with this
        make_folder(self._folder.path / "corpora" / "cmudict", is_private=True)
        return str(self._folder.path)

    def measure(self, analysis: Analysis) -> tuple[Measure, ...]:
        """Return the measures of an analysed article."""
        return self._meter.measure(analysis.article.text, analysis.words, len(analysis.sentences))


def _easy_words() -> frozenset[str] | None:
    """Return the easy words that textstat ships; None where they do not lie where we know them.

    To ask textstat about each takes ten times as long, since it counts syllables first.
    """
    listed = files("textstat") / "resources" / "en" / "easy_words.txt"
    try:
        return frozenset(map(str.strip, listed.read_text(encoding="utf-8").splitlines()))
    except OSError:
        return None


def _hyphens() -> Hyphenation | None:
    """Return the patterns by which textstat hyphenates; None where they do not lie there."""
    listed = files("pyphen") / "dictionaries" / "hyph_en_US.dic"
    try:
        first, *lines = listed.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return None
    return Hyphenation.of(lines) if first.strip() == "UTF-8" else None

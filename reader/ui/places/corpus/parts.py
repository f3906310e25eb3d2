"""The parts of the page of counts in one place, for those who load them late."""

from collections.abc import Callable

from reader.core.across.corpora.collocate import MeasureBeside
from reader.storage.exports.count_tables import COUNT_FORMATS, CountFormat
from reader.ui.places.corpus.asking.leads import table_of_file
from reader.ui.places.corpus.asking.questions import SetChoice
from reader.ui.places.corpus.asking.set_shelf import SetShelf
from reader.ui.places.corpus.corpus_place import CorpusPlace
from reader.values import frozen


@frozen
class CorpusParts:
    """What the controllers need to count over many articles, once a reader asks for it.

    Attributes:
        load_measure: Returns what measures the words beside a word; for a worker.
        place: The page of the window.
        shelf: Reads sets, and holds the last ones.
        choice: What stands for a set.
        formats: The formats of its files.
        file_table: Returns the table of an answer that is written to a file.
    """

    load_measure: Callable[[], MeasureBeside]
    place: type[CorpusPlace] = CorpusPlace
    shelf: type[SetShelf] = SetShelf
    choice: type[SetChoice] = SetChoice
    formats: tuple[CountFormat, ...] = COUNT_FORMATS
    file_table: Callable[..., object] = table_of_file

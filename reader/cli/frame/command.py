"""What a command of the command line is; light, so that `--help` is quick."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, cast

from reader.values import frozen

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from types import ModuleType

    from reader.batch.documents import LoadReadability
    from reader.batch.runner import Runner
    from reader.core.across.corpora.collocate import MeasureBeside
    from reader.core.lessons.scores.scoring import Agreement
    from reader.storage.lessons.cards import LessonPaper
    from reader.storage.reports.report_format import Writer


class CommandModule(Protocol):
    """The module of a command."""

    def add_arguments(self, parser: "ArgumentParser") -> None:
        """Add all that may follow the command's name."""

    def run(self, call: "Namespace", loads: Any) -> int:  # noqa: ANN401 -- each command has its own
        """Run the command; return the exit status.

        Args:
            call: The words of the call.
            loads: What the command loads late: its `Command.late`, or else the function that
                loads what measures readability.

        Raises:
            ReaderError: It cannot be done.
        """


@frozen
class Command:
    """A command that can be named on the command line.

    Attributes:
        name: What is typed.
        help: What it does, in a few words.
        load: Returns its module, a CommandModule; it brings libraries of its own.
        late: What the command itself loads when it comes to need it, where that is more than
            what measures readability.
    """

    name: str
    help: str
    load: "Callable[[], ModuleType]"
    late: object = None

    def module(self) -> CommandModule:
        """Return its module, loaded now."""
        return cast("CommandModule", self.load())


@frozen
class CorpusLoads:
    """What the corpus command loads late.

    Attributes:
        collocates: Returns what measures the words beside a word; brings nltk.
    """

    collocates: "Callable[[], MeasureBeside]"


@frozen
class LessonLoads:
    """What the lesson command loads late.

    Attributes:
        agreement: Returns what measures agreement; brings nltk.
        paper: Returns what writes the paper forms as a PDF; brings Qt.
    """

    agreement: "Callable[[], Agreement]"
    paper: "Callable[[], LessonPaper]"


@frozen
class ExportLoads:
    """What the export command loads late.

    Attributes:
        readability: Loads what measures readability.
        paper: Returns what writes PDF; brings Qt.
    """

    readability: "LoadReadability"
    paper: "Callable[[], Writer]"


@frozen
class BatchLoads:
    """What the batch command loads late.

    Attributes:
        readability: Loads what measures readability.
        cluster: Returns the runner for a cluster at an address; brings dask, which may be missing.
    """

    readability: "LoadReadability"
    cluster: "Callable[[str], Runner]"

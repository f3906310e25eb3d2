"""The port of a batch: something that makes a line of each input, in order.

Here in this process, or in a pool of processes; a cluster can be a third.
"""

import json
from collections.abc import Callable, Generator, Sequence
from typing import Protocol

from reader.batch.documents import DocumentMaker
from reader.batch.inputs import BatchInput
from reader.errors import ReaderError
from reader.intake.text.decode import whole_characters
from reader.values import frozen

LoadMaker = Callable[[], DocumentMaker]


@frozen
class Line:
    """What came of one input.

    Attributes:
        data: One line of JSON, the end of the line included.
        is_failed: Whether it holds an error instead of a document.
    """

    data: bytes
    is_failed: bool


Lines = Generator[Line, None, None]


class Runner(Protocol):
    """Makes the lines of many inputs."""

    def run(self, inputs: Sequence[BatchInput], load_maker: LoadMaker) -> Lines:
        """Yield a line for each input, in order.

        Args:
            inputs: What to work on.
            load_maker: Loads what makes the documents; it can be sent to another process.

        Raises:
            ReaderError: The work cannot go on.
        """


def line_of(item: BatchInput, maker: DocumentMaker) -> Line:
    """Return the line of one input; whatever is wrong with it is said in the line."""
    try:
        article = item.article(is_verbatim=maker.settings.is_verbatim)
        document = maker.document(article, item.id)
    except ReaderError as error:
        return failed_line(item, str(error))
    except Exception as error:  # noqa: BLE001 -- one article must never end a run over thousands
        reason = f"{item.id} could not be analysed: {type(error).__name__}, {error}."
        return failed_line(item, reason)
    return Line(_encoded(document), is_failed=False)


def failed_line(item: BatchInput, reason: str) -> Line:
    """Return the line of an input of which nothing came, with a finished sentence why."""
    return Line(_encoded({"id": item.id, "error": reason}), is_failed=True)


def _encoded(document: dict[str, object]) -> bytes:
    text = json.dumps(document, ensure_ascii=False) + "\n"
    try:
        return text.encode()
    except UnicodeEncodeError:  # half a surrogate pair, as in file names that are not UTF-8
        return whole_characters(text).encode()

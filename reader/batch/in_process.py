"""A batch in this process, one article after another."""

from collections.abc import Sequence

from reader.batch.inputs import BatchInput
from reader.batch.runner import Lines, LoadMaker, line_of


class InThisProcess:
    """The runner for one process."""

    def run(self, inputs: Sequence[BatchInput], load_maker: LoadMaker) -> Lines:
        """Yield a line for each input, in order.

        Raises:
            ReaderError: The lexicons or the language data cannot be read.
        """
        maker = load_maker()
        for item in inputs:
            yield line_of(item, maker)

"""`close-reader batch`: many articles in, one analysis document a line out."""

import argparse
import hashlib
import json
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from reader.batch.documents import AnalysisSettings, DocumentMaker, lexicon_problems, settings_of
from reader.batch.inputs import BatchInput, read_inputs
from reader.errors import ReaderError

_AHEAD = 8  # articles each worker may have waiting: enough to keep it busy, little memory


@dataclass(frozen=True, slots=True)
class Batch:
    """One run over many articles.

    Attributes:
        inputs: Folders and JSON Lines files.
        output: The JSON Lines file to write.
        jobs: How many processes work on it.
        settings: How each article is analysed.
    """

    inputs: tuple[Path, ...]
    output: Path
    jobs: int
    settings: AnalysisSettings


def run(call: argparse.Namespace) -> int:
    """Write a line for each input and tell how many failed; return the exit status.

    Raises:
        ReaderError: The inputs or the output cannot be used at all.
    """
    batch = Batch(tuple(call.inputs), call.output, call.jobs, settings_of(call))
    for problem in lexicon_problems(batch.settings):
        print(f"close-reader: {problem}", file=sys.stderr)
    failed = run_batch(batch, sys.stderr)
    if failed:
        print(
            f'close-reader: {failed} articles could not be read; their lines have an "error".',
            file=sys.stderr,
        )
    return 0


def run_batch(batch: Batch, progress: TextIO) -> int:
    """Analyse all inputs in order, writing each line when it is done; return how many failed.

    A run that was interrupted goes on where it stopped: while it works, a note beside the
    output says what it is working on, and the lines already written are kept when the same
    call comes again.

    Raises:
        ReaderError: The inputs or the output cannot be used at all.
    """
    items = [item for path in batch.inputs for item in read_inputs(path)]
    note = batch.output.with_name(batch.output.name + ".unfinished")
    key = _run_key(batch, items)
    finished = _finished_lines(batch.output, note, key)
    failed = 0
    try:
        note.write_text(key, encoding="utf-8")
        with batch.output.open("r+b" if finished else "wb") as file:
            file.seek(finished.size)
            file.truncate()
            report = Progress(progress, len(items), finished.count)
            for line, is_failed in _lines(batch, items[finished.count :]):
                file.write(line.encode() + b"\n")
                file.flush()
                failed += is_failed
                report.step()
            report.close()
        note.unlink()
    except OSError as error:
        raise ReaderError(
            f"{batch.output} could not be written: {(error.strerror or str(error)).lower()}.",
            hint="Choose another file with --output.",
        ) from error
    return failed


@dataclass(frozen=True, slots=True)
class _Finished:
    """What an interrupted run left: whole lines and their size in bytes."""

    count: int
    size: int

    def __bool__(self) -> bool:
        return self.count > 0


def _finished_lines(output: Path, note: Path, key: str) -> _Finished:
    try:
        if note.read_text(encoding="utf-8") != key:
            return _Finished(0, 0)
        data = output.read_bytes()
    except (OSError, UnicodeDecodeError):
        return _Finished(0, 0)
    return _Finished(data.count(b"\n"), data.rfind(b"\n") + 1)


def _run_key(batch: Batch, items: Iterable[BatchInput]) -> str:
    digest = hashlib.sha256(repr(batch.settings).encode())
    for item in items:
        digest.update(repr((item.id, item.fingerprint)).encode())
    return digest.hexdigest()


def _lines(batch: Batch, items: list[BatchInput]) -> Iterator[tuple[str, bool]]:
    if batch.jobs == 1:
        _start_worker(batch.settings)
        yield from map(_line, items)
        return
    with ProcessPoolExecutor(
        batch.jobs, initializer=_start_worker, initargs=(batch.settings,)
    ) as pool:
        waiting: deque[Future[tuple[str, bool]]] = deque()
        try:
            for item in items:
                waiting.append(pool.submit(_line, item))
                if len(waiting) >= batch.jobs * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise ReaderError(
                "A worker process ended before its article was done.",
                hint="Type the same command again to go on, with --jobs 1 if memory is short.",
            ) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


_maker: list[DocumentMaker] = []  # one a process; a list, so that no name is rebound


def _start_worker(settings: AnalysisSettings) -> None:
    _maker[:] = [DocumentMaker(settings)]


def _line(item: BatchInput) -> tuple[str, bool]:
    """Return the document of one input as a line, and whether it failed."""
    try:
        document = _maker[0].document(item.article(_maker[0].settings.is_verbatim), item.id)
    except ReaderError as error:
        return json.dumps({"id": item.id, "error": str(error)}, ensure_ascii=False), True
    except (RecursionError, MemoryError, ArithmeticError, LookupError, ValueError) as error:
        message = f"{item.id} could not be analysed: {type(error).__name__}, {error}."
        return json.dumps({"id": item.id, "error": message}, ensure_ascii=False), True
    return json.dumps(document, ensure_ascii=False), False


class Progress:
    """A line that counts, on a terminal only."""

    def __init__(self, stream: TextIO, total: int, done: int) -> None:
        self._stream = stream
        self._total = total
        self._done = done
        self._is_shown = stream.isatty()

    def step(self) -> None:
        """Count one more."""
        self._done += 1
        if self._is_shown:
            self._stream.write(f"\r{self._done} of {self._total} articles")
            self._stream.flush()

    def close(self) -> None:
        """End the line."""
        if self._is_shown:
            self._stream.write("\n")

"""A run over many articles: what is written, in which order, and how it goes on when stopped."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Protocol

from reader import __version__
from reader.batch.converting import write_rows
from reader.batch.documents import AnalysisSettings
from reader.batch.earlier_files import (
    Memory,
    keep_changed_lines,
    refuse_other_rows,
    replace_output,
)
from reader.batch.inputs import BatchInput, read_inputs
from reader.batch.runner import Lines, LoadMaker, Runner
from reader.batch.same_again import state_of
from reader.batch.unfinished import Finished, UnfinishedRun, being_written, note_beside
from reader.errors import ReaderError, reason_of
from reader.paths import default_paths
from reader.storage.exports.rows.row_file import RowFormat
from reader.storage.files.atomic_files import STANDARD, is_special, opened_special
from reader.storage.files.file_locks import held_alone
from reader.values import frozen

_MOST_WAITING = 9  # runs that were stopped, each of another call, beside one output
_NAME_A_FILE = "Name a file to write with --output."


class ShowsProgress(Protocol):
    """Takes how far a run has come, and what a person should know of it."""

    def show(self, done: int, total: int) -> None:
        """Show how many of all articles are done."""

    def tell(self, sentence: str) -> None:
        """Tell what a person should know."""


@frozen
class Batch:
    """One run over many articles.

    Attributes:
        inputs: Folders, JSON Lines files and articles.
        output: The file to write, or `-` for standard output.
        settings: How each article is analysed.
        form: What the rows of all articles are written as in the end; None for JSON Lines.
        memory: Knows the files that batch wrote.
    """

    inputs: tuple[Path, ...]
    output: Path
    settings: AnalysisSettings
    form: RowFormat | None = None
    memory: Memory = Memory()

    @property
    def is_stream(self) -> bool:
        """Tell whether the output takes what comes and keeps nothing: no run of it goes on."""
        return self.output == STANDARD or is_special(self.output)

    @property
    def lines(self) -> Path:
        """Return the file of lines: the output, or what the output is made of when all is done.

        Where the output is a link, as `/dev/stdout` is, notes lie beside what it leads to.
        """
        return self._target if self.form is None else self.lines_beside

    @property
    def lines_beside(self) -> Path:
        """Return the file of lines that takes the place of the output when all is done."""
        return self._target.with_name(f"{self._target.name}.lines")

    @property
    def places(self) -> tuple[Path, ...]:
        """Return where the lines of a run may be written, the first of them where that is free.

        At the others they wait where lines of other runs stand before them, until all are there.
        """
        beside = self.lines_beside
        further = (beside.with_name(f"{beside.name}{n}") for n in range(2, _MOST_WAITING))
        return tuple(dict.fromkeys((self.lines, beside, *further)))

    @property
    def _target(self) -> Path:
        is_link = self.output.is_symlink()
        return Path(os.path.realpath(self.output)) if is_link else self.output

    @property
    def lock(self) -> Path:
        """Return the file that keeps other runs from the output meanwhile."""
        target = Path(os.path.realpath(self.output))
        return target.with_name(f"{target.name}.lock")

    @property
    def written(self) -> tuple[Path, ...]:
        """Return all files that a run writes, the output first."""
        if self.is_stream:
            return (self.output,)
        return (self.output, *self.places, *map(note_beside, self.places), self.lock)


def run_batch(batch: Batch, runner: Runner, load_maker: LoadMaker, progress: ShowsProgress) -> int:
    """Write a line for each input, in order, as it is done; return how many failed.

    A run that was interrupted goes on where it stopped when the same call comes again: no line is
    lost, and none is there twice. Rows are written when all lines are there, and the lines kept
    until then, so that they go on too; lines of another run stay until all new ones are there.
    Where nothing has changed since the output was made, it stays as it is. A device, a pipe and
    standard output get all lines from the first on, behind what went there before.

    Raises:
        ReaderError: The inputs or the output cannot be used at all.
    """
    _check_output(batch)
    if batch.form is not None:
        batch.form.check()
    is_verbatim = batch.settings.is_verbatim
    items = [item for path in batch.inputs for item in read_inputs(path, is_verbatim=is_verbatim)]
    try:
        with _alone(batch):
            state = _state(batch, items)
            if state and batch.memory.is_made_of(batch.output, state):
                progress.show(len(items), len(items))
                return 0  # all lines are there, and would be the same
            batch = replace(batch, memory=replace(batch.memory, state=state))
            return _written(
                batch, items, lambda done: runner.run(items[done:], load_maker), progress
            )
    except OSError as error:
        raise ReaderError(
            f"{_told(batch)} could not be written: {reason_of(error)}.",
            hint="Choose another file with --output, or free the disk and type the call again.",
        ) from error


@contextmanager
def _alone(batch: Batch) -> Iterator[None]:
    """Keep all other runs from an output meanwhile; a device or a pipe takes what comes.

    Raises:
        OSError: Nothing can be written beside it.
        ReaderError: Another run writes there.
    """
    if batch.is_stream:
        yield
        return
    with held_alone(batch.lock) as is_held:
        if not is_held:
            raise being_written(batch.output)
        yield


def _written(
    batch: Batch,
    items: Sequence[BatchInput],
    lines_of: Callable[[int], Lines],
    progress: ShowsProgress,
) -> int:
    """Write what is still to be written; return how many of these articles failed.

    Raises:
        OSError: It cannot be written.
        ReaderError: The file that is there already is another's.
    """
    if batch.is_stream:
        with _opened(batch.output) as pipe, closing(lines_of(0)) as lines:
            return _written_to(pipe, lines, progress, (0, len(items)))
    unfinished, finished = _begun(batch, items, progress)
    if batch.form is not None:
        refuse_other_rows(batch.output, batch.form, batch.memory)
    done = finished.count
    with (
        unfinished.open(finished) as file,
        closing(lines_of(done)) as lines,
    ):
        failed = _written_to(file, lines, progress, (done, len(items)))
        _check_is_there(unfinished.output, file)
    if done or failed:  # of other lines it is not known what they were made of; bad ones may heal
        batch = replace(batch, memory=replace(batch.memory, state=""))
    if batch.form is not None:
        refuse_other_rows(batch.output, batch.form, batch.memory)  # it may have changed since
        write_rows(unfinished.output, batch.form, batch.output, batch.memory)
        unfinished.output.unlink()
    elif unfinished.output != batch.lines:
        _put_in_place(batch, unfinished, progress)
    else:
        batch.memory.remember(batch.output)
    unfinished.end()
    return failed


def _put_in_place(batch: Batch, unfinished: UnfinishedRun, progress: ShowsProgress) -> None:
    """Put the lines of a whole run in the place of those of another one.

    Raises:
        OSError: The output cannot be replaced.
        ReaderError: Somebody wrote a line of their own into it meanwhile.
    """
    before = replace(unfinished, output=batch.lines)
    batch.memory.remember(unfinished.output)
    if before.would_replace_stopped_lines():
        before.spare_other_file(batch.memory)
        before.end()  # first: the note must never stand beside lines of another run
    else:
        _tell_kept(batch.lines, keep_changed_lines(batch.lines, batch.memory), progress)
    replace_output(batch.lines, unfinished.output)


def _begun(
    batch: Batch, items: Sequence[BatchInput], progress: ShowsProgress
) -> tuple[UnfinishedRun, Finished]:
    """Return the run as it is to go on, and what there is of it already.

    It is written beside the output where that holds lines of another run, finished or stopped:
    they stay until all new ones are there.

    Raises:
        OSError: It cannot be written.
        ReaderError: The file that is there already is another's, or many runs wait beside it.
    """
    key, ids = _run_key(batch.settings, items), [item.id for item in items]
    first, *others = (UnfinishedRun(place, key, ids) for place in batch.places)
    finished = _spared(first, batch.memory, progress)
    is_free = not (
        first.would_replace_lines() if batch.form is None else first.would_replace_stopped_lines()
    )
    begun = [run for run in (first, *others) if run.is_begun]
    free = (run for run in others if not run.would_replace_stopped_lines())
    chosen = next(iter(begun), first if is_free else next(free, None))
    if chosen is None:
        raise ReaderError(
            f"{len(batch.places)} other runs that were stopped wait beside {batch.output}.",
            hint=f"Choose another file with --output, or remove {others[-1].output}.",
        )
    return chosen, finished if chosen is first else _spared(chosen, batch.memory, progress)


def _spared(unfinished: UnfinishedRun, memory: Memory, progress: ShowsProgress) -> Finished:
    """Return what there is of a run; what others wrote in its place is kept, or refused."""
    unfinished.refuse_other_note()
    finished = unfinished.finished()
    _tell_kept(unfinished.output, unfinished.spare_other_file(memory), progress)
    return finished


def _tell_kept(path: Path, kept: Path | None, progress: ShowsProgress) -> None:
    if kept is not None:
        progress.tell(f"{path} was not as batch left it here, and is kept as {kept.name}.")


def _check_is_there(path: Path, file: BinaryIO) -> None:
    """Find out whether a file was taken away, alone or with its folder, while it was written.

    Raises:
        OSError: There is nothing in its place.
        ReaderError: There is another file.
    """
    if not os.path.samestat(path.stat(), os.fstat(file.fileno())):
        raise ReaderError(
            f"Another file was put in the place of {path} while it was written, and stays.",
            hint=_NAME_A_FILE,
        )


def _opened(stream: Path) -> BinaryIO:
    """Return a stream, open; standard output goes on where others wrote to it before."""
    return open(1, "wb", closefd=False) if stream == STANDARD else opened_special(stream)


def _written_to(
    file: BinaryIO, lines: Lines, progress: ShowsProgress, counts: tuple[int, int]
) -> int:
    """Write lines as they are done; return how many are of articles that failed.

    Args:
        file: What they are written to.
        lines: The lines.
        progress: Is shown how far the run has come.
        counts: How many lines are there already, and how many there are to be.

    Raises:
        OSError: It cannot be written.
    """
    done, total = counts
    failed = 0
    progress.show(done, total)
    for line in lines:
        file.write(line.data)
        file.flush()
        done += 1
        failed += line.is_failed
        progress.show(done, total)
    return failed


def _check_output(batch: Batch) -> None:
    """Refuse an output that would be written over one of the inputs, or that is no file.

    Raises:
        ReaderError: It is an input, or lies in a folder of them, or cannot hold what is asked for.
    """
    output = Path(os.path.realpath("/dev/stdout" if batch.output == STANDARD else batch.output))
    if output.is_dir():
        raise ReaderError(f"{batch.output} is a folder.", hint=_NAME_A_FILE)
    written = {output, *map(_real, batch.written[1:])}
    for path in batch.inputs:
        given = Path(os.path.realpath(path))
        with suppress(OSError):  # either may be missing: then they are not one file
            given = output if output.samefile(given) else given
        if given in written or (given.is_dir() and given in output.parents):
            raise ReaderError(
                f"{_told(batch)} is the input, or lies in it, and would be written over it.",
                hint="Choose a file elsewhere with --output.",
            )
    if batch.form is not None and batch.is_stream:
        kind = "no file" if batch.output == STANDARD else "a device or a pipe, and no file"
        raise ReaderError(f"{_told(batch)} is {kind}.", hint=_NAME_A_FILE)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _told(batch: Batch) -> str:
    return "Standard output" if batch.output == STANDARD else str(batch.output)


def _state(batch: Batch, items: Sequence[BatchInput]) -> str:
    """Return a digest of all that the output is made of; "" where none is remembered."""
    if batch.is_stream or batch.memory.folder is None:
        return ""
    form = batch.form.name if batch.form is not None else ""
    state = state_of(items, batch.settings, default_paths(batch.memory.folder))
    key = f"{form} {_run_key(batch.settings, items)} {state}"
    return hashlib.sha256(key.encode()).hexdigest() if state else ""


def _run_key(settings: AnalysisSettings, items: Iterable[BatchInput]) -> str:
    digest = hashlib.sha256(repr((__version__, settings)).encode())
    for item in items:
        digest.update(repr((item.id, item.fingerprint)).encode())
    return digest.hexdigest()

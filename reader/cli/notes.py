"""The `notes` command: takes in highlights and notes that were made in other programs."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from reader.batch.documents import LoadReadability
from reader.cli.arguments.articles import article_of
from reader.cli.frame.output import harmless, say
from reader.core.corrections import Scope
from reader.core.notes.taking_in import TakenIn, quotes_of, take_in
from reader.paths import default_paths
from reader.storage.exports.others.note_files import read_note_file
from reader.storage.library.store import LibraryStore

_EPILOG = """\
FILE holds Web Annotations in JSON-LD, or brat's annotations: a .ann file with its .txt beside it,
or a zip of both, as `close-reader export --format annotations|brat` writes them. ARTICLE is a
file, a web address, - for standard input, or the id of a kept article. What is here already is
not doubled. The window shows the notes when the article is opened."""
_QUOTED = 10  # lost notes


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what can be done with notes."""
    parser.epilog = _EPILOG
    below = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    taking = below.add_parser("import", help="take in the notes of a file", epilog=_EPILOG)
    taking.add_argument("file", type=Path, metavar="FILE")
    taking.add_argument("--article", required=True, metavar="ARTICLE", help="what they are about")


def run(call: argparse.Namespace, _loads: LoadReadability) -> int:
    """Take the notes in, and tell what became of them; return the exit status.

    Raises:
        ReaderError: File or article cannot be read, they do not belong together, or the notes
            cannot be kept. Nothing is changed then.
    """
    article = article_of(call.article)
    held = read_note_file(call.file, article)
    store = LibraryStore(default_paths().data)
    try:
        problem = store.prepare()  # what an earlier version kept in files is taken over
        loaded = store.load_notes(Scope.of(article))
        say(tuple(str(one) for one in (problem, loaded.problem) if one is not None))
        taken = take_in(loaded.value, held.notes, article.text)
        if taken.new:
            now = (*loaded.value, *taken.new)
            store.save_notes(Scope.of(article), loaded.value, now)
    finally:
        store.close()
    print(harmless("\n".join(_told(taken, held.elsewhere))))
    return 0


def _told(taken: TakenIn, elsewhere: int) -> Iterator[str]:
    """Yield what became of the notes of a file, a sentence a line."""
    yield f"{_notes(len(taken.new))} taken in."
    if taken.known:
        yield f"{_notes(taken.known)} here already, and not doubled."
    if taken.lost:
        yield f"The article does not have the words of {len(taken.lost)}; kept as “not found”:"
        yield from (f"  {quote}" for quote in quotes_of(taken.lost[:_QUOTED]))
        if len(taken.lost) > _QUOTED:
            yield f"  and {len(taken.lost) - _QUOTED} more"
    if elsewhere:
        yield f"{_notes(elsewhere)} left out: about other articles."


def _notes(count: int) -> str:
    return "1 note was" if count == 1 else f"{count:,} notes were"

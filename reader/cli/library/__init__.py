"""The `library` command: what is kept, found, thrown away, looked over and backed up."""

import argparse
from pathlib import Path

from reader.batch.documents import LoadReadability
from reader.cli.arguments.numbers import positive
from reader.cli.frame.output import harmless, say
from reader.cli.library.adding import add
from reader.cli.library.listing import list_articles
from reader.cli.library.searching import search
from reader.core.across.query import VOICE_NAMES
from reader.errors import ReaderError
from reader.paths import default_paths
from reader.storage.files.atomic_files import STANDARD
from reader.storage.library.library import Library
from reader.storage.library.rows import TRASH_DAYS

_EPILOG = """\
INPUT is a file, a folder, a web address, a JSON Lines file of {"id", "text"}, - for standard
input, or an export: Pocket, Instapaper, wallabag, Omnivore, the bookmarks of a browser. ID is
the id of a kept article, such as kept-17. A search takes words, "phrases", title:, outlet:,
date:, tag:, collection:, entry:, category:, source:, notes:, voice:, -without and OR."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the commands of the library with their options."""
    parser.epilog = _EPILOG
    below = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    adding = below.add_parser("add", help="keep articles")
    adding.add_argument("inputs", nargs="+", metavar="INPUT")
    adding.add_argument("--collection", action="append", default=[], metavar="NAME")
    adding.add_argument("--tag", action="append", default=[], metavar="NAME")
    adding.add_argument("--no-analysis", action="store_true", help="leave the analysis for later")
    listing = below.add_parser("list", help="list what is kept")
    listing.add_argument("--collection", default="", metavar="NAME")
    listing.add_argument("--tag", default="", metavar="NAME")
    searching = below.add_parser("search", help="find words, facts, sources, voices")
    searching.add_argument("query", metavar="QUERY")
    voices = tuple(dict.fromkeys(VOICE_NAMES.values()))
    searching.add_argument("--voice", choices=voices, help="only in these words")
    searching.add_argument("--limit", type=positive, default=100, metavar="N", help="articles")
    for one in (listing, searching):
        one.add_argument("--format", choices=("text", "json"), default="text")
    for name, told in (("remove", "into the trash, for 30 days"), ("restore", "out of the trash")):
        below.add_parser(name, help=told).add_argument("ids", nargs="+", metavar="ID")
    below.add_parser("check", help="look the library over, and mend it")
    below.add_parser("backup", help="write a copy").add_argument("file", type=Path, metavar="FILE")


def run(call: argparse.Namespace, load_readability: LoadReadability) -> int:
    """Do what is asked of the library; return the exit status.

    Raises:
        ReaderError: The library cannot be used, or the call names what is not there.
    """
    library = Library.open(default_paths().data)
    try:
        if library.problem is not None:
            say((str(library.problem),))
        is_added = call.action == "add"
        status = (
            add(library, call, load_readability)
            if is_added
            else _ACTIONS[call.action](library, call)
        )
        problem = library.upkeep.daily()
        if problem is not None:
            say((str(problem),))
        return status
    finally:
        library.close()


def _remove(library: Library, call: argparse.Namespace) -> int:
    library.trash.remove(call.ids)
    for one in dict.fromkeys(call.ids):
        print(f"{harmless(one)}  is in the trash for {TRASH_DAYS} days")
    return 0


def _restore(library: Library, call: argparse.Namespace) -> int:
    library.trash.restore(call.ids)
    for one in dict.fromkeys(call.ids):
        print(f"{harmless(one)}  is in the library")
    return 0


def _check(library: Library, _: argparse.Namespace) -> int:
    is_well, said = library.upkeep.check()
    print(harmless("\n".join(said)))
    return 0 if is_well else 1


def _back_up(library: Library, call: argparse.Namespace) -> int:
    if call.file == STANDARD:
        hint = "Name one: close-reader library backup FILE"
        raise ReaderError("A library is copied to a file, and to no standard output.", hint=hint)
    library.upkeep.back_up(call.file)
    print(harmless(f"The library is copied to {call.file}."))
    return 0


_ACTIONS = {
    "list": list_articles,
    "search": search,
    "remove": _remove,
    "restore": _restore,
    "check": _check,
    "backup": _back_up,
}

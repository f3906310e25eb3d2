"""The `feeds` command: follow feeds, list them, ask them for what is new, hand them on."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from reader.batch.documents import LoadReadability
from reader.batch.importing.analyser import Analyser
from reader.batch.importing.refreshing import refresh
from reader.cli.frame.output import (
    harmless,
    refuse_library,
    refuse_missing_folder,
    say,
    say_to_person,
    write_output,
)
from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.intake.feeds.feed import FeedLink
from reader.intake.feeds.fetching import find_feed
from reader.intake.feeds.files import feeds_in_file
from reader.intake.feeds.opml import cut_words, write_opml
from reader.intake.sources.files import read_file
from reader.paths import default_paths
from reader.storage.files.atomic_files import STANDARD, write_atomically
from reader.storage.library.articles.feeds import SCHEDULES, FeedRow
from reader.storage.library.library import Library

_EPILOG = """\
Nothing is fetched but what is followed, and only by `follow` and `refresh`. The whole page of an
entry is fetched only for feeds that were followed with --full-pages."""
_SHOWN = (
    "address", "title", "site", "folder", "schedule", "asked", "answered", "problem", "new",
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the commands for feeds with their options."""
    parser.epilog = _EPILOG
    below = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    follow = below.add_parser("follow", help="follow a feed, or all feeds of a list")
    follow.add_argument("origin", metavar="ADDRESS|FILE.opml")
    follow.add_argument("--schedule", choices=SCHEDULES)
    follow.add_argument("--full-pages", action="store_true", help="fetch the page of each entry")
    listing = below.add_parser("list", help="list the feeds that are followed")
    listing.add_argument("--format", choices=("text", "json"), default="text")
    asking = below.add_parser("refresh", help="ask the feeds for what is new, and keep it")
    asking.add_argument("--due", action="store_true", help="only those whose schedule says so")
    asking.add_argument("--no-analysis", action="store_true", help="leave the analysis for later")
    leave = below.add_parser("unfollow", help="follow a feed no more; its articles stay")
    leave.add_argument("address", metavar="ADDRESS")
    export = below.add_parser("export", help="write the list of feeds for other programs")
    export.add_argument("file", type=Path, metavar="FILE.opml")


def run(call: argparse.Namespace, load_readability: LoadReadability) -> int:
    """Do what is asked of the feeds; return the exit status.

    Raises:
        ReaderError: The library cannot be used, or there is no feed where one was named.
    """
    library = Library.open(default_paths().data)
    try:
        if library.problem is not None:
            say((str(library.problem),))
        if call.action == "refresh":
            return _refresh(library, call, load_readability)
        return _ACTIONS[call.action](library, call)
    finally:
        library.close()


def _follow(library: Library, call: argparse.Namespace) -> int:
    path = Path(call.origin)
    for link in _of_list(path) if path.is_file() else _of_address(call.origin):
        is_new = library.feeds.follow(
            link.address,
            title=link.title,
            site=link.site,
            folder=link.folder,
            schedule=call.schedule or "by-hand",
            wants_page=call.full_pages,
        )
        if not is_new:
            _ask_otherwise(library, link.address, call)
        print(f"{_named(link.title, link.address)}{'' if is_new else ' (followed already)'}")
    return 0


def _ask_otherwise(library: Library, address: str, call: argparse.Namespace) -> None:
    """Ask a feed that is followed already as this call says; what it leaves out stays."""
    feed = library.feeds.at(address)
    if feed is not None and (call.schedule or call.full_pages):
        wants_page = call.full_pages or feed.wants_page
        library.feeds.ask(feed.number, call.schedule or feed.schedule, wants_page=wants_page)


def _of_list(path: Path) -> tuple[FeedLink, ...]:
    data = read_file(path)
    links = feeds_in_file(data, path.name)
    if not links:
        raise ReaderError(f"There is no feed in “{path.name}”.", hint="Choose another list.")
    say(tuple(filter(None, [cut_words(data, path.name)])))
    return links


def _of_address(address: str) -> tuple[FeedLink, ...]:
    answer, named = find_feed(address)
    others = (link.address for link in named if link.address != answer.address)
    say(tuple(f"The page names another feed too: {harmless(other)}." for other in others))
    title, site = (answer.feed.title, answer.feed.site) if answer.feed else ("", "")
    return (FeedLink(answer.address, title, site),)


def _list(library: Library, call: argparse.Namespace) -> int:
    feeds = library.feeds.all()
    if call.format == "json":
        rows = [{key: _known(asdict(feed)[key]) for key in _SHOWN} for feed in feeds]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    elif not feeds:
        say_to_person("No feed is followed yet. Type: close-reader feeds follow ADDRESS")
    else:
        print("".join(f"{_line(feed)}\n" for feed in feeds), end="")
    return 0


def _known(value: object) -> object:
    """Return a value, None for one that is not known."""
    return None if value == "" else value


def _line(feed: FeedRow) -> str:
    parts = [_named(feed.title, feed.address), f"{feed.new} new", feed.schedule]
    parts += [harmless(one) for one in (feed.folder, feed.problem) if one]
    return "  ".join(parts)


def _named(title: str, address: str) -> str:
    words = harmless(" ".join(title.split()))
    return f"{words}  {harmless(address)}" if words and words != address else harmless(address)


def _refresh(library: Library, call: argparse.Namespace, load: LoadReadability) -> int:
    """Ask the feeds, print a line for each; return 1 if any failed."""
    feeds = library.feeds.due() if call.due else library.feeds.all()
    analyser = Analyser(library, load)
    failed = 0
    for done in refresh(library, feeds, _pass if call.no_analysis else analyser.analyse):
        name = harmless(done.feed.title)
        failed += bool(done.problem)
        say(tuple(f"{name}: {told}" for told in (done.problem, *done.left_out) if told))
        if not done.problem:
            print(f"{name}: {len(done.added)} new", flush=True)
    say(analyser.problems)
    return 1 if failed else 0


def _pass(_id: str, _article: Article) -> str:
    return ""


def _unfollow(library: Library, call: argparse.Namespace) -> int:
    library.feeds.unfollow(call.address)
    return 0


def _export(library: Library, call: argparse.Namespace) -> int:
    feeds = library.feeds.all()
    links = (FeedLink(feed.address, feed.title, feed.site, feed.folder) for feed in feeds)
    if call.file == STANDARD:
        write_output(write_opml(links), None)
        return 0
    refuse_missing_folder(call.file)
    refuse_library(call.file, "Choose another file.")
    write_atomically(call.file, write_opml(links))
    count = "1 feed is" if len(feeds) == 1 else f"{len(feeds)} feeds are"
    print(harmless(f"{count} written to {call.file}."))
    return 0


_ACTIONS = {"follow": _follow, "list": _list, "unfollow": _unfollow, "export": _export}

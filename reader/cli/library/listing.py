"""`library list`: the kept articles as lines or as JSON."""

import argparse
import json
from collections.abc import Iterable
from dataclasses import asdict

from reader.cli.frame.output import harmless, write_output
from reader.storage.library.library import Library
from reader.storage.library.rows import ArticleRow, Wanted

_SIGNS = {"new": "new", "half-read": "half", "read": ""}


def list_articles(library: Library, call: argparse.Namespace) -> int:
    """Write the articles that are asked for; return the exit status.

    Raises:
        ReaderError: The library cannot be read.
    """
    rows = library.rows(Wanted(collection=call.collection, tag=call.tag))
    if call.format == "json":
        items = (json.dumps(plain_row(row), ensure_ascii=False) for row in rows)
        text = "[" + ",\n ".join(items) + "]\n"
    else:
        text = harmless("".join(_lines(rows)))
    write_output(text.encode(), None)
    return 0


def plain_row(row: ArticleRow) -> dict[str, object]:
    """Return a row with the keys that other programs rely on."""
    return {
        "id": row.id,
        "title": row.title,
        "outlet": row.outlet,
        "published": row.published,
        "words": row.words,
        "marks": None if row.marks is None else asdict(row.marks),
        "added": row.added,
        "collections": list(row.collections),
        "tags": list(row.tags),
        "state": row.state,
        "copy_of": row.copy_of,
        "versions": row.versions,
    }


def _lines(rows: Iterable[ArticleRow]) -> Iterable[str]:
    for row in rows:
        marks = row.marks
        counts = f"{marks.narrator}/{marks.direct}/{marks.indirect}" if marks else "-"
        added = "" if row.published else f"added {row.added[:10]}"
        about = [row.outlet, added, row.copy_of and f"copy of {row.copy_of}", *row.tags]
        told = "; ".join(filter(None, about))
        date = row.published or "-"
        facts = (
            f"{row.id:<12} {date:<10}  {row.words:>6} words  {counts:>9}  {_SIGNS[row.state]:<4}"
        )
        title = " ".join(row.name.split())
        yield f"{facts}  {title}{f' ({told})' if told else ''}\n"
    if not rows:
        yield "Nothing is kept here yet.\n"

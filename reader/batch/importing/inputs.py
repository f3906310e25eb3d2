"""What the inputs of an import hold: articles, not yet read."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from reader.batch.inputs import BatchInput, files_in, numbered_lines, read_inputs, too_long
from reader.core.text.article import Article
from reader.errors import ImportFailedError
from reader.intake.collections.kept_item import KeptItem, article_of_item
from reader.intake.collections.registry import export_endings, read_collection
from reader.intake.formats.registry import document_endings
from reader.intake.read import read_text, read_with_bytes
from reader.intake.sources.files import read_file
from reader.intake.text.decode import whole_characters
from reader.storage.library.articles.addresses import is_address
from reader.storage.library.rows import Original
from reader.values import frozen

_JSON_LINES = {".jsonl", ".ndjson"}
# Keys of a line besides "id" and "text", and the fact each gives the article.
_FACTS = {
    "title": "title",
    "byline": "byline",
    "author": "byline",
    "published": "published",
    "date": "published",
    "outlet": "outlet",
    "language": "language",
}


@frozen
class Read:
    """An article that has been read, and where it belongs.

    Attributes:
        article: The article.
        original: The file it was read from, or None.
        collections: Collections that the input names.
        tags: Tags that the input names.
        is_address_only: There is no text, only an address with a title; the page has not been
            fetched.
        highlights: Passages that the reader had highlighted elsewhere.
        note: What the reader had written about it elsewhere, or "".
    """

    article: Article
    original: Original | None = None
    collections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    is_address_only: bool = False
    highlights: tuple[str, ...] = ()
    note: str = ""


@frozen
class Incoming:
    """One article of an input.

    Attributes:
        name: What to call it.
        read: Reads it, or raises an ImportFailedError.
    """

    name: str
    read: Callable[[], Read]


def incoming(word: str) -> Iterator[Incoming]:
    """Yield the articles of one input: a file, folder, address, "-", JSON Lines or an export.

    Raises:
        ImportFailedError: There is nothing of that name.
    """
    if word == "-" or is_address(word):
        yield Incoming(word, lambda: _read_origin(word))
        return
    path = Path(word)
    if not path.is_dir():
        yield from _in_file(path)
        return
    for file in files_in(path, export_endings()):
        try:
            if not (_is_export_only(file) and _of_other_program(file) is None):
                yield from _in_file(file)
        except ImportFailedError as error:  # the files after it are read all the same
            yield Incoming(file.name, _failing(error))


def _in_file(path: Path) -> Iterator[Incoming]:
    of_export = _of_other_program(path)
    if of_export is not None:
        yield from of_export
    elif path.suffix.lower() in _JSON_LINES and path.is_file():
        yield from _lines(path)
    elif not (_is_export_only(path) and path.exists()):
        for item in read_inputs(path):
            is_whole = item.path and not item.number
            read = _reader_of(str(Path(item.path).absolute())) if is_whole else _part_of(item)
            yield Incoming(item.id, read)
    else:
        hint = "Name an article, or an export of Pocket, Instapaper, wallabag or Omnivore."
        raise ImportFailedError(f"“{path.name}” is no export that is known.", hint=hint)


def _is_export_only(path: Path) -> bool:
    """Tell whether a file may be an export by its name, and no article; a table lies anywhere."""
    return path.suffix.lower() in export_endings() - document_endings()


def _failing(error: ImportFailedError) -> Callable[[], Read]:
    def read() -> Read:
        raise error

    return read


def _of_other_program(path: Path) -> Iterator[Incoming] | None:
    """Return the articles of another program's export, or None where the file is none.

    Raises:
        ImportFailedError: It is an export, and damaged.
    """
    if path.suffix.lower() not in export_endings() or not path.is_file():
        return None
    collection = read_collection(read_file(path), path.name)
    if collection is None:
        return None
    program = collection.program
    return (
        Incoming(item.address or item.title, _reader_of_item(item, program))
        for item in collection.items
    )


def _reader_of_item(item: KeptItem, program: str) -> Callable[[], Read]:
    return lambda: Read(
        article_of_item(item, program),
        collections=item.folders[-1:],
        tags=item.tags,
        is_address_only=not item.has_text,
        highlights=item.highlights if item.has_text else (),
        note=item.note,
    )


def _reader_of(origin: str) -> Callable[[], Read]:
    return lambda: _read_origin(origin)


def _part_of(item: BatchInput) -> Callable[[], Read]:
    """Return what reads one article of several in a file; the whole file is no original of it."""

    def read() -> Read:
        article = item.article(is_verbatim=False)
        is_file = article.origin == item.path
        return Read(
            replace(article, origin=str(Path(item.path).absolute())) if is_file else article
        )

    return read


def _read_origin(origin: str) -> Read:
    article, data = read_with_bytes(origin)
    name = article.origin if is_address(origin) else Path(origin).name
    return Read(article, Original(name, data))


def _lines(path: Path) -> Iterator[Incoming]:
    for number, line in numbered_lines(path):
        yield Incoming(f"{path.name}:{number}", _line_reader(line, path.name, number))


def _line_reader(line: str | None, name: str, number: int) -> Callable[[], Read]:
    def read() -> Read:
        if line is None:
            raise ImportFailedError(too_long(name, number), hint="Cut it into several.")
        return read_line(line, f"{name}, line {number}")

    return read


def read_line(line: str, place: str) -> Read:
    """Return the article in a line of JSON Lines.

    Args:
        line: An object with "id" and "text", and where known "title", "byline" (or "author"),
            "published" (or "date"), "outlet", "language", "url", "tags" and "collections".
        place: Where it stands, to tell what is wrong with it.

    Raises:
        ImportFailedError: It is no such object, or has no text.
    """
    item = _object(line, place)
    identity, text = item.get("id"), item.get("text")
    if identity is None or not isinstance(text, str):
        raise ImportFailedError(f'{place}: it is not an object with "id" and "text".')
    origin = _text(item, "url") or _text(item, "origin") or whole_characters(str(identity))
    article = read_text(whole_characters(text), origin)
    facts: dict[str, Any] = {
        name: value for key, name in _FACTS.items() if (value := _text(item, key))
    }
    tags, collections = _names(item, "tags"), _names(item, "collections")
    return Read(replace(article, **facts), None, collections, tags)


def _object(line: str, place: str) -> dict[str, Any]:
    try:
        item = json.loads(line)
    except (ValueError, RecursionError):
        item = None
    if not isinstance(item, dict):
        raise ImportFailedError(f'{place}: it is not an object with "id" and "text".')
    return item


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return " ".join(whole_characters(value).split()) if isinstance(value, str) else ""


def _names(item: dict[str, Any], key: str) -> tuple[str, ...]:
    value = item.get(key)
    listed = value if isinstance(value, list) else [value]
    return tuple(whole_characters(one) for one in listed if isinstance(one, str) and one.strip())

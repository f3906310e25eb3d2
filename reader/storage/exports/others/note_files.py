"""The door for files of others' annotations: tells what a file is, and reads its notes."""

import re
from pathlib import Path

from reader.core.text.article import Article
from reader.errors import ImportFailedError
from reader.storage.exports.others.brat_files import read_ann, read_pairs
from reader.storage.exports.others.notes_file import LARGEST, TAKE_FEWER, NotesFile
from reader.storage.exports.others.packed_files import unpacked
from reader.storage.exports.others.reading import read_annotations
from reader.storage.files.limited_files import read_limited

_OF_BOOKS = "annotations.json"  # what a reading program packs beside nothing else
_BRAT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:[TEARMN#]\d*|\*)\t")
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")


def read_note_file(path: Path, article: Article) -> NotesFile:
    """Return the notes that a file holds for an article, whatever the file is called.

    Raises:
        ReaderError: It cannot be read, is larger than 50 MB, is no file of annotations, holds
            none, or belongs to another text.
    """
    data = read_limited(path, LARGEST, TAKE_FEWER)
    if data.startswith(b"PK"):
        held = _of_zip(data, path.name, article)
    elif _BRAT.match(data) or path.suffix.lower() == ".ann":
        held = read_ann(data, path, article)
    elif _JSON.match(data):
        held = read_annotations(data, article, path.name)
    else:
        raise ImportFailedError(
            f"{path.name} holds no annotations that can be read.",
            hint="Choose Web Annotations in JSON-LD, or brat's .ann or .zip.",
        )
    if not held.notes:
        raise ImportFailedError(
            f"{path.name} holds no notes of a reader.",
            hint="Choose a file in which somebody highlighted or wrote something.",
        )
    return held


def _of_zip(data: bytes, name: str, article: Article) -> NotesFile:
    """Return the notes of a zip: the annotations of a book, or pairs of brat."""
    parts = unpacked(data, name, (".ann", ".txt", _OF_BOOKS))
    held = parts.get(_OF_BOOKS)
    return read_annotations(held, article, name) if held else read_pairs(parts, name, article)

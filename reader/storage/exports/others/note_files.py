"""The door for files of others' annotations: tells what a file is, and reads its notes."""

import re
from pathlib import Path

from reader.core.text.article import Article
from reader.errors import ImportFailedError
from reader.storage.exports.others.brat_files import read_ann, read_brat_zip
from reader.storage.exports.others.notes_file import LARGEST, TAKE_FEWER, NotesFile
from reader.storage.exports.others.reading import read_annotations
from reader.storage.user_data.foreign_json import read_limited

ENDINGS = (".jsonld", ".json", ".ann", ".zip")
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
        held = read_brat_zip(data, path.name, article)
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

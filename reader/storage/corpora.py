"""Corpora with sides, for the audit: JSON Lines of {id, text, side}, or a folder for each side."""

import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from reader.core.lexicon.audit import CorpusItem
from reader.core.text.spans import Span
from reader.errors import LexiconError
from reader.storage.files.text_files import read_text_file

_LARGEST = 500_000_000  # bytes
_SHAPE = 'Each line holds {"id": ..., "text": ..., "side": ..., "spans": [[start, end], ...]}.'


def read_corpus(path: Path, endings: Collection[str]) -> Iterator[CorpusItem]:
    """Yield the texts of a corpus: a file of JSON Lines, or a folder with a folder for each side.

    The side is `side`, or `type` where that is how the corpus calls it, on the line itself or
    in its `meta`. `spans` (or `labels`) are optional.

    Args:
        path: The file or the folder.
        endings: How the names of texts in a folder end.

    Raises:
        LexiconError: The file, or a line of it, cannot be read.
    """
    if path.is_dir():
        yield from _folder(path, endings)
        return
    text = read_text_file(path, _LARGEST).text
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _item(line, f"{path.name}, line {number}", number)


def _folder(path: Path, endings: Collection[str]) -> Iterator[CorpusItem]:
    """Yield the text files of each side's folder; the folder's name is the side."""
    below = (file for file in path.glob("*/*") if not file.name.startswith("."))
    files = sorted(file for file in below if file.suffix.lower() in endings)
    if not files:
        shown = ", ".join(sorted(endings))
        hint = f"It needs a folder for each side, with texts in it ({shown})."
        raise LexiconError(f"“{path.name}” holds no texts of sides.", hint=hint)
    for file in files:
        name = f"{file.parent.name}/{file.stem}"
        yield CorpusItem(name, read_text_file(file).text, file.parent.name)


def _item(line: str, place: str, number: int) -> CorpusItem:
    try:
        plain = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LexiconError(f"{place}: this is not JSON.", hint=_SHAPE) from error
    if not isinstance(plain, dict) or not isinstance(plain.get("text"), str):
        raise LexiconError(f"{place}: there is no text.", hint=_SHAPE)
    spans = plain.get("spans", plain.get("labels"))
    marked = None if spans is None else tuple(_spans(spans, len(plain["text"]), place))
    return CorpusItem(str(plain.get("id", number)), plain["text"], _side(plain), marked)


def _side(plain: Mapping[str, object]) -> str:
    meta = plain.get("meta")
    for holder in (plain, meta if isinstance(meta, dict) else {}):
        for name in ("side", "type"):
            if isinstance(holder.get(name), str):
                return str(holder[name])
    return ""


def _spans(spans: object, length: int, place: str) -> Iterator[Span]:
    for span in spans if isinstance(spans, list) else [None]:
        match span:
            case [int(start), int(end), *_] if 0 <= start < end <= length:
                yield Span(start, end)
            case _:
                raise LexiconError(f"{place}: a mark is not [start, end].", hint=_SHAPE)

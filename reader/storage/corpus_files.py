"""Corpora with sides, for the audit: JSON Lines of {id, text, side} with or without marks."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from reader.core.audit import CorpusItem
from reader.core.spans import Span
from reader.errors import LexiconError
from reader.storage.text_files import read_text_file

_LARGEST = 500_000_000  # bytes
_SHAPE = 'Each line holds {"id": ..., "text": ..., "side": ..., "spans": [[start, end], ...]}.'


def read_corpus(path: Path) -> Iterator[CorpusItem]:
    """Yield the texts of a corpus.

    The side is `side`, or `type` where that is how the corpus calls it, on the line itself or
    in its `meta`. `spans` (or `labels`) are optional.

    Raises:
        LexiconError: The file, or a line of it, cannot be read.
    """
    text = read_text_file(path, _LARGEST).text
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _item(line, f"{path.name}, line {number}", number)


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

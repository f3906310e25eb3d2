"""Others' annotations read into notes: with limits, and a finished sentence for what is wrong."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from reader.core.corrections import Anchor
from reader.core.notes import PENS, Note, Pen
from reader.core.text.spans import Span
from reader.errors import ImportFailedError
from reader.storage.exports.others.web_annotation import OWN

LARGEST = 50_000_000  # bytes
_MOST = 100_000  # annotations
_NOT_OURS = frozenset({"mark", "attribution"})  # what a page of ours tells of the program's work


def check_size(data: bytes, name: str) -> None:
    """Refuse a file that is too large to be read.

    Raises:
        ImportFailedError: It is.
    """
    if len(data) > LARGEST:
        raise ImportFailedError(
            f"{name} is larger than {LARGEST // 1_000_000} MB, and was not read.",
            hint="Take the annotations of one article.",
        )


def other_text(name: str) -> ImportFailedError:
    """Return what is told of annotations that belong to another text."""
    return ImportFailedError(
        f"{name} belongs to another text: none of its words were found in this article.",
        hint="Open the article that it was made for, and try again.",
    )


def read_annotations(data: bytes, text: str, name: str) -> tuple[Note, ...]:
    """Return the notes in a file of Web Annotations, in its order.

    Args:
        data: The file: an AnnotationPage, an AnnotationCollection, a list, or one annotation.
        text: The text of the article that they are for.
        name: What the file is called.

    Raises:
        ImportFailedError: It is no such file, or it belongs to another text.
    """
    check_size(data, name)
    items = list(_items(_parsed(data, name)))
    if len(items) > _MOST:
        raise ImportFailedError(
            f"{name} holds {len(items):,} annotations, and {_MOST:,} at most are read.",
            hint="Take the annotations of one article.",
        )
    notes = tuple(
        _note(item, text, name) for item in items if _own(item).get("kind") not in _NOT_OURS
    )
    anchored = [note for note in notes if note.anchor is not None]
    if anchored and all(note.place_in(text) is None for note in anchored):
        raise other_text(name)
    return notes


def _parsed(data: bytes, name: str) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ImportFailedError(
            f"{name} could not be read: it is no JSON.", hint="Choose a file of Web Annotations."
        ) from error


def _items(plain: object) -> Iterator[Mapping[str, object]]:
    """Yield the annotations of a page, of the first page of a collection, of a list, or one."""
    if isinstance(plain, list):
        yield from (item for item in plain if isinstance(item, dict))
    elif isinstance(plain, dict):
        held = plain.get("items", plain.get("first", plain.get("@graph")))
        if isinstance(held, list | dict):
            yield from _items(held)
        elif "target" in plain:
            yield plain


def _note(item: Mapping[str, object], text: str, name: str) -> Note:
    own, bodies = _own(item), _bodies(item)
    told = [value for purpose, value in bodies if purpose != "tagging"]
    is_lost, is_whole = own.get("lost") is True, own.get("on") == "article"
    return Note(
        pen=_pen(own.get("pen")),
        anchor=None if is_whole else _anchor(item, text, name, is_lost=is_lost),
        text="\n\n".join(told),
        tags=tuple(value for purpose, value in bodies if purpose == "tagging"),
        made=_words(item.get("created")),
        changed=_words(item.get("modified")),
    )


def _own(item: Mapping[str, object]) -> Mapping[str, object]:
    held = item.get(OWN)
    return held if isinstance(held, dict) else {}


def _pen(name: object) -> Pen:
    return next((pen for pen in PENS if pen == name), "lemon")


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""


def _many(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _bodies(item: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return purpose and words of each body."""
    found = []
    for body in chain(_many(item.get("body")), _many(item.get("bodyValue"))):
        if isinstance(body, str):
            found.append(("commenting", body))
        elif isinstance(body, dict) and isinstance(body.get("value"), str):
            found.append((_words(body.get("purpose")), body["value"]))
    return found


def _anchor(item: Mapping[str, object], text: str, name: str, *, is_lost: bool) -> Anchor | None:
    """Return how the words of an annotation are found, None for one on the whole article."""
    selectors = list(_selectors(item))
    quote = next((one for one in selectors if one.get("type") == "TextQuoteSelector"), None)
    span = _position(selectors, text, name, is_checked=quote is None)
    exact = _words(quote.get("exact")) if quote else ""
    if not exact:
        return Anchor.at(text, span) if span is not None else None
    prefix, suffix = (_words(quote.get(key)) if quote else "" for key in ("prefix", "suffix"))
    start = span.start if span is not None else max(0, text.find(f"{prefix}{exact}") + len(prefix))
    anchor = Anchor(exact, prefix, suffix, start)
    place = None if is_lost else anchor.find(text)
    return Anchor.at(text, place) if place is not None else anchor


def _selectors(item: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    targets = (target for target in _many(item.get("target")) if isinstance(target, dict))
    for selector in chain.from_iterable(_many(target.get("selector")) for target in targets):
        if isinstance(selector, dict):
            yield selector
            if isinstance(selector.get("refinedBy"), dict):  # a narrower one in it
                yield selector["refinedBy"]


def _position(
    selectors: Iterable[Mapping[str, object]], text: str, name: str, *, is_checked: bool
) -> Span | None:
    """Return the span that a position selector names.

    Raises:
        ImportFailedError: It lies past the end of the text and no quotation tells the words.
    """
    for one in selectors:
        start, end = one.get("start"), one.get("end")
        if one.get("type") != "TextPositionSelector":
            continue
        if not isinstance(start, int) or not isinstance(end, int):
            continue
        if 0 <= start <= end <= len(text):
            return Span(start, end)
        if is_checked:
            raise ImportFailedError(
                f"{name} names the characters {start} to {end}, and the text has {len(text)}.",
                hint="It belongs to another text; open that article, and try again.",
            )
        return Span(max(0, min(start, len(text))), len(text))
    return None

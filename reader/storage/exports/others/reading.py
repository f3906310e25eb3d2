"""Web Annotations of any program read into notes, and refused in words where they are none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from reader.core.corrections import Anchor
from reader.core.notes import PENS, Note, Pen
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.errors import ImportFailedError
from reader.storage.exports.others.notes_file import (
    MOST,
    NotesFile,
    other_text,
    too_many,
)
from reader.storage.exports.others.web_annotation import OWN, source_of
from reader.storage.user_data.foreign_json import plain_json
from reader.storage.user_data.json_files import DamagedError

# What holds the annotations: in the model, in JSON-LD, and in what Hypothesis exports.
_HOLDERS = ("items", "first", "@graph", "rows", "annotations")
_NOT_OURS = frozenset({"mark", "attribution"})  # what a page of ours tells of the program's work

Item = Mapping[str, object]


def read_annotations(data: bytes, article: Article, name: str) -> NotesFile:
    """Return the notes in a file of Web Annotations, in its order.

    Of a file on several articles those are taken that name the source of this one, or, where none
    does, those of the sources whose words stand in it.

    Args:
        data: The file: an AnnotationPage, an AnnotationCollection, a list, or one annotation.
        article: The article that they are for.
        name: What the file is called.

    Raises:
        ImportFailedError: It is no such file, or it belongs to another text.
    """
    items = list(_items(_parsed(data, name)))
    if len(items) > MOST:
        raise too_many(name, len(items))
    items = [item for item in items if _own(item).get("kind") not in _NOT_OURS]
    chosen = _chosen(items, article, name)
    notes = tuple(_note(item, article.text, name) for item in chosen)
    anchored = [note for note in notes if note.anchor is not None]
    is_here = any(_is_found(note, article) for note in anchored)
    if (items and not chosen) or (anchored and not is_here):
        raise other_text(name)
    return NotesFile(notes, len(items) - len(chosen))


def _parsed(data: bytes, name: str) -> object:
    try:
        return plain_json(data)
    except DamagedError as error:
        raise ImportFailedError(
            f"{name} could not be read: {error}.", hint="Choose a file of Web Annotations."
        ) from error


def _chosen(items: Sequence[Item], article: Article, name: str) -> Sequence[Item]:
    """Return the annotations of one article among those of several."""
    sources = {_source(item) for item in items} - {""}
    own = source_of(article)
    if own in sources:
        sources = {own}
    elif len(sources) > 1:
        placed = (item for item in items if _is_found(_note(item, article.text, name), article))
        sources = {_source(item) for item in placed}
    return [item for item in items if _source(item) in {"", *sources}]


def _is_found(note: Note, article: Article) -> bool:
    return note.place_in(article.text) is not None


def _source(item: Item) -> str:
    """Return the address that an annotation is about, without the place in it."""
    for target in _many(item.get("target")):
        named = target.get("source") if isinstance(target, dict) else target
        address = named.get("id") if isinstance(named, dict) else named
        if isinstance(address, str):
            return address.partition("#")[0]
    return ""


def _items(plain: object) -> Iterator[Item]:
    """Yield the annotations of a page, of the first page of a collection, of a list, or one."""
    if isinstance(plain, list):
        yield from (item for item in plain if isinstance(item, dict))
    elif isinstance(plain, dict):
        held = next((plain[key] for key in _HOLDERS if key in plain), None)
        if isinstance(held, list | dict):
            yield from _items(held)
        elif "target" in plain:
            yield plain


def _note(item: Item, text: str, name: str) -> Note:
    own, bodies = _own(item), _bodies(item)
    told = [value for purpose, value in bodies if purpose != "tagging"]
    is_lost, is_whole = own.get("lost") is True, own.get("on") == "article"
    return Note(
        pen=_pen(own.get("pen")),
        anchor=None if is_whole else _anchor(item, text, name, is_lost=is_lost),
        text="\n\n".join(told),
        tags=tuple(value for purpose, value in bodies if purpose == "tagging"),
        made=_words(item.get("created")),
        changed=_words(item.get("modified")) or _words(item.get("updated")),
    )


def _own(item: Item) -> Mapping[str, object]:
    held = item.get(OWN)
    return held if isinstance(held, dict) else {}


def _pen(name: object) -> Pen:
    return next((pen for pen in PENS if pen == name), "lemon")


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""


def _many(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _bodies(item: Item) -> list[tuple[str, str]]:
    """Return purpose and words of each body."""
    found = []
    found += [("tagging", tag) for tag in _many(item.get("tags")) if isinstance(tag, str) and tag]
    for body in chain(_many(item.get("body")), _many(item.get("bodyValue")), [item.get("text")]):
        if isinstance(body, str) and body:
            found.append(("commenting", body))
        elif isinstance(body, dict) and isinstance(body.get("value"), str):
            found.append((_words(body.get("purpose")), body["value"]))
    return found


def _anchor(item: Item, text: str, name: str, *, is_lost: bool) -> Anchor | None:
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


def _selectors(item: Item) -> Iterator[Mapping[str, object]]:
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

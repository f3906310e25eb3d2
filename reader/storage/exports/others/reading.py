"""Web Annotations of any program read into notes, and refused in words where they are none."""

from collections.abc import Iterable, Mapping, Sequence

from reader.core.corrections import Anchor
from reader.core.notes import PENS, Note, Pen
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.errors import ImportFailedError
from reader.storage.exports.others.annotation_parts import (
    Item,
    annotations_in,
    bodies_of,
    elsewhere_of,
    own_facts,
    selectors_of,
    source_of_item,
    type_of,
    words_in,
)
from reader.storage.exports.others.notes_file import (
    MOST,
    NotesFile,
    other_text,
    too_many,
)
from reader.storage.exports.others.web_annotation import source_of
from reader.storage.user_data.json_files import DamagedError, parsed_json

_NOT_OURS = frozenset({"mark", "attribution"})  # what a page of ours tells of the program's work


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
    plain = _parsed(data, name)
    items = list(annotations_in(plain))
    if not items and elsewhere_of(plain):
        raise ImportFailedError(
            f"{name} names only where its annotations are: {elsewhere_of(plain)}.",
            hint="Save what is there to a file, and choose that.",
        )
    if len(items) > MOST:
        raise too_many(name, len(items))
    items = [item for item in items if own_facts(item).get("kind") not in _NOT_OURS]
    chosen = _chosen(items, article, name)
    notes = tuple(_note(item, article.text, name) for item in chosen)
    anchored = [note for note in notes if note.anchor is not None]
    is_here = any(_is_found(note, article) for note in anchored)
    if (items and not chosen) or (anchored and not is_here):
        raise other_text(name)
    return NotesFile(notes, len(items) - len(chosen))


def _parsed(data: bytes, name: str) -> object:
    try:
        return parsed_json(data)
    except DamagedError as error:
        raise ImportFailedError(
            f"{name} could not be read: {error}.", hint="Choose a file of Web Annotations."
        ) from error


def _chosen(items: Sequence[Item], article: Article, name: str) -> Sequence[Item]:
    """Return the annotations of one article among those of several."""
    sources = {source_of_item(item) for item in items} - {""}
    own = source_of(article)
    if own in sources:
        sources = {own}
    elif len(sources) > 1:
        placed = (item for item in items if _is_found(_note(item, article.text, name), article))
        sources = {source_of_item(item) for item in placed}
    return [item for item in items if source_of_item(item) in {"", *sources}]


def _is_found(note: Note, article: Article) -> bool:
    return note.place_in(article.text) is not None


def _note(item: Item, text: str, name: str) -> Note:
    own, bodies = own_facts(item), bodies_of(item)
    told = [value for purpose, value in bodies if purpose != "tagging"]
    is_lost, is_whole = own.get("lost") is True, own.get("on") == "article"
    return Note(
        pen=_pen(own.get("pen")),
        anchor=None if is_whole else _anchor(item, text, name, is_lost=is_lost),
        text="\n\n".join(told),
        tags=tuple(value for purpose, value in bodies if purpose == "tagging"),
        made=words_in(item.get("created")),
        changed=words_in(item.get("modified")) or words_in(item.get("updated")),
    )


def _pen(name: object) -> Pen:
    return next((pen for pen in PENS if pen == name), "lemon")


def _anchor(item: Item, text: str, name: str, *, is_lost: bool) -> Anchor | None:
    """Return how the words of an annotation are found, None for one on the whole article."""
    selectors = list(selectors_of(item))
    quote = next((one for one in selectors if type_of(one) == "TextQuoteSelector"), None)
    span = _position(selectors, text, name, is_checked=quote is None)
    exact = words_in(quote.get("exact")) if quote else ""
    if not exact:
        return Anchor.at(text, span) if span is not None else None
    prefix, suffix = (words_in(quote.get(key)) if quote else "" for key in ("prefix", "suffix"))
    start = span.start if span is not None else max(0, text.find(f"{prefix}{exact}") + len(prefix))
    anchor = Anchor(exact, prefix, suffix, start)
    place = None if is_lost else anchor.find(text)
    return Anchor.at(text, place) if place is not None else anchor


def _position(
    selectors: Iterable[Mapping[str, object]], text: str, name: str, *, is_checked: bool
) -> Span | None:
    """Return the span that a position selector names.

    Raises:
        ImportFailedError: It lies past the end of the text and no quotation tells the words.
    """
    for one in selectors:
        start, end = one.get("start"), one.get("end")
        if type_of(one) != "TextPositionSelector":
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

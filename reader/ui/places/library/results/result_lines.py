"""What a search found, line by line: a title, at most three of its places, and how many more."""

from collections.abc import Iterable, Sequence

from reader.core.across.query import fold
from reader.core.analysis.places import Places
from reader.core.lexicon.findings import Voice
from reader.core.notes import Note, placed_notes, unplaced_notes
from reader.storage.library.rows import FoundArticle, FoundPlace
from reader.values import frozen

SHOWN_PLACES = 3
_BEFORE, _AFTER = 60, 90  # characters of the sentence beside a hit


@frozen
class TitleLine:
    """An article in which something was found.

    Attributes:
        article: The article.
        copies: How many copies of it, in which it was found too, are folded under it.
        is_open: They stand below it.
        is_below: It is one of these.
    """

    article: FoundArticle
    copies: int = 0
    is_open: bool = False
    is_below: bool = False


@frozen
class PlaceLine:
    """One place in an article.

    Attributes:
        article: The article.
        place: The place.
        before: The words before it in its paragraph.
        after: The words after it.
        name: How the place is cited: "7.2", or the name of a zone.
    """

    article: FoundArticle
    place: FoundPlace
    before: str
    after: str
    name: str


@frozen
class MoreLine:
    """How many more places an article has; choosing it shows them.

    Attributes:
        article: The article.
        count: How many are not shown; 0 at the end of the list, where more articles follow.
    """

    article: FoundArticle
    count: int


@frozen
class NoteLine:
    """One note of the reader's that was looked for.

    Attributes:
        article: The article it is on.
        words: What was written, or its tags where nothing was.
        quote: The words on the page that it stands at, or "".
        start: Where these begin; -1 for a note on the whole article, or one without a place.
        name: How that place is cited, or "".
    """

    article: FoundArticle
    words: str
    quote: str
    start: int
    name: str


ResultLine = TitleLine | PlaceLine | NoteLine | MoreLine


@frozen
class FoundText:
    """An article that was found, with what stands around its places.

    Attributes:
        article: What was found.
        lines: One for each place.
        front: The id of the article that it is folded under, or "".
        notes: The reader's notes that were looked for.
    """

    article: FoundArticle
    lines: tuple[PlaceLine, ...]
    front: str = ""
    notes: tuple[NoteLine, ...] = ()

    def in_voice(self, voice: Voice | None) -> tuple[PlaceLine, ...]:
        """Return the places in a voice, or all of them."""
        return tuple(line for line in self.lines if voice in {None, line.place.voice})


def found_text(
    article: FoundArticle, text: str, names: Sequence[str], front: str = ""
) -> FoundText:
    """Return an article with the words around its places, and how each place is cited."""
    lines = tuple(
        PlaceLine(article, place, *around(text, place.start, place.end), name)
        for place, name in zip(article.places, names, strict=True)
    )
    return FoundText(article, lines, front)


def note_lines(
    article: FoundArticle,
    places: Places,
    text: str,
    notes: Sequence[Note],
    asked: Sequence[Sequence[str]],
) -> tuple[NoteLine, ...]:
    """Return the notes on an article that hold what was asked for, in reading order.

    Args:
        article: What was found.
        places: How places in it are cited.
        text: Its text.
        notes: All notes on it.
        asked: Folded words that a note is to hold one after another; one such list is enough.
    """
    found = [*placed_notes(notes, text), *((None, one) for one in unplaced_notes(notes, text))]
    return tuple(
        NoteLine(
            article,
            " ".join((note.text or ", ".join(note.tags)).split()),
            " ".join((text[span.start : span.end] if span else "").split()),
            span.start if span else -1,
            str(places.at(span.start)) if span else "",
        )
        for span, note in found
        if any(_holds(note, words) for words in asked)
    )


def _holds(note: Note, words: Sequence[str]) -> bool:
    quote = note.anchor.quote if note.anchor else ""
    folded_note, end = fold("\n".join((quote, note.text, *note.tags))), 0
    for word in words:
        place = folded_note.find(word, end)
        if place < 0:
            return False
        end = place + len(word)
    return True


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the words before and after a place, within its paragraph and at whole words."""
    first = max(text.rfind("\n", 0, start) + 1, start - _BEFORE)
    if first and not text[first - 1].isspace():
        blank = text.find(" ", first, start)
        first = blank + 1 if blank >= 0 else start
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + _AFTER)
    after = text[end:last]
    is_cut = last < len(text) and not text[last].isspace()
    return text[first:start], f"{after.rsplit(' ', 1)[0]}…" if is_cut and " " in after else after


Copies = dict[str, tuple[FoundText, ...]]


def folded(
    found: Iterable[FoundText], voice: Voice | None = None
) -> tuple[tuple[FoundText, ...], Copies]:
    """Return what stands in front among results, and the copies under each by its id.

    In front is what the list has in front where it was found too, else the first that was found.

    Args:
        found: What was found.
        voice: Only what has places in this voice.
    """
    groups: dict[str, list[FoundText]] = {}
    for one in found:
        if voice is None or one.in_voice(voice):
            groups.setdefault(one.front or one.article.id, []).append(one)
    fronts, copies = [], {}
    for name, group in groups.items():
        front = next((one for one in group if one.article.id == name), group[0])
        fronts.append(front)
        copies[front.article.id] = tuple(one for one in group if one is not front)
    return tuple(fronts), copies


def result_lines(
    found: Iterable[FoundText],
    voice: Voice | None = None,
    opened: frozenset[str] = frozenset(),
    copies: Copies | None = None,
    unfolded: frozenset[str] = frozenset(),
) -> tuple[ResultLine, ...]:
    """Return the lines of some results.

    Args:
        found: What was found, without the copies.
        voice: Only places in this voice.
        opened: The ids of articles that show all their places.
        copies: The copies under each, by its id.
        unfolded: The ids of articles that show their copies.
    """
    lines: list[ResultLine] = []
    for one in found:
        if voice is not None and not one.in_voice(voice):
            continue
        below = (copies or {}).get(one.article.id, ())
        is_open = bool(below) and one.article.id in unfolded
        lines += _lines_of(one, TitleLine(one.article, len(below), is_open), voice, opened)
        for copy in below if is_open else ():
            title = TitleLine(copy.article, is_below=True)
            lines += _lines_of(copy, title, voice, opened)
    return tuple(lines)


def _lines_of(
    one: FoundText, title: TitleLine, voice: Voice | None, opened: frozenset[str]
) -> list[ResultLine]:
    places: tuple[PlaceLine | NoteLine, ...] = one.in_voice(voice)
    if voice is None:
        places = (*one.notes, *places)
    shown = places if one.article.id in opened else places[:SHOWN_PLACES]
    more = [MoreLine(one.article, len(places) - len(shown))] if len(places) > len(shown) else []
    return [title, *shown, *more]


def counts_by_voice(found: Sequence[FoundText], *, is_folded: bool = False) -> dict[str, int]:
    """Return how many places each voice has, and all together; those of folded copies left out."""
    voices: dict[str, Voice | None] = {
        "all": None,
        "narrator": "narrator",
        "direct": "direct",
        "indirect": "indirect",
    }
    return {
        name: sum(
            len(one.in_voice(voice)) for one in (folded(found, voice)[0] if is_folded else found)
        )
        for name, voice in voices.items()
    }

"""What a search found, line by line: a title, at most three of its places, and how many more."""

from collections.abc import Iterable, Sequence

from reader.core.lexicon.findings import Voice
from reader.storage.library.rows import FoundArticle, FoundPlace
from reader.values import frozen

SHOWN_PLACES = 3
_BEFORE, _AFTER = 60, 90  # characters of the sentence beside a hit


@frozen
class TitleLine:
    """An article in which something was found."""

    article: FoundArticle


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


ResultLine = TitleLine | PlaceLine | MoreLine


@frozen
class FoundText:
    """An article that was found, with what stands around its places.

    Attributes:
        article: What was found.
        lines: One for each place.
    """

    article: FoundArticle
    lines: tuple[PlaceLine, ...]


def found_text(article: FoundArticle, text: str, names: Sequence[str]) -> FoundText:
    """Return an article with the words around its places, and how each place is cited."""
    lines = tuple(
        PlaceLine(article, place, *around(text, place.start, place.end), name)
        for place, name in zip(article.places, names, strict=True)
    )
    return FoundText(article, lines)


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


def result_lines(
    found: Iterable[FoundText], voice: Voice | None = None, opened: frozenset[str] = frozenset()
) -> tuple[ResultLine, ...]:
    """Return the lines of some results.

    Args:
        found: What was found.
        voice: Only places in this voice.
        opened: The ids of articles that show all their places.
    """
    lines: list[ResultLine] = []
    for one in found:
        places = [line for line in one.lines if voice in {None, line.place.voice}]
        if voice is not None and not places:
            continue
        shown = places if one.article.id in opened else places[:SHOWN_PLACES]
        lines += [TitleLine(one.article), *shown]
        if len(places) > len(shown):
            lines.append(MoreLine(one.article, len(places) - len(shown)))
    return tuple(lines)


def counts_by_voice(found: Iterable[FoundText]) -> dict[str, int]:
    """Return how many places each voice has, and all together."""
    voices = [str(line.place.voice) for one in found for line in one.lines]
    return {"all": len(voices)} | {
        voice: voices.count(voice) for voice in ("narrator", "direct", "indirect")
    }

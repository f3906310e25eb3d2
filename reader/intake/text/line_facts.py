"""What the lines of a text say of it besides author and date: when it was changed, where, by whom.

Only what is written as such lines are counts: "KYIV, 23 May 2014", "LONDON (Reuters) –", "By Ann
Lee, Associated Press". Where that is in doubt nothing is said.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from reader.core.text.article import Article, Fact
from reader.intake.text.date_lines import (
    beside_date,
    changed_in,
    date_in,
    date_of_line,
    date_words,
)

_DATE_LINE, _BEGINNING = "line with the date", "beginning of the text"
_AUTHOR, _END = "line with the author", "end of the text"
_OPENINGS = 3  # paragraphs at the top of which one may begin with a place
_LOOKED_AT = 120  # characters of such a paragraph
_SHORTEST_CAPITALS = 4  # letters of a place in capitals, else it may be an abbreviation
_LONGEST_END = 60  # characters of a last line that names an agency
_LAST = 2  # zones at the end that may name one
_SPLIT = re.compile(r"\s*[,|/·•()]\s*|\s+(?:–|—|-|for|of|with|in)\s+")
_NAME = r"[^\W\d_][\w.’'-]*(?:\s[^\W\d_][\w.’'-]*){0,3}"
_OPENING = re.compile(
    rf"(?P<place>{_NAME}(?:,\s{_NAME})?)(?P<day>,\s[^()]{{3,20}})?"
    rf"\s{{0,2}}(?:\((?P<agency>[^()]{{2,40}})\)\s{{0,2}})?(?:–|—|-{{1,2}})\s"
)


def with_line_facts(article: Article) -> Article:
    """Return an article whose facts tell too what its own lines say, after all else."""
    told = tuple(dict.fromkeys(_told(article)))
    return replace(article, facts=(*article.facts, *told)) if told else article


def _told(article: Article) -> Iterator[Fact]:
    zones = [(zone.kind, zone.span.of(article.text)) for zone in article.zones]
    for kind, words in zones:
        if kind == "dateline":
            yield from _in_date_line(words, article)
    yield from _agencies(article.byline or "", _AUTHOR)
    top = (words for kind, words in zones if kind == "paragraph")
    for words in islice(top, _OPENINGS):
        yield from _in_opening(words, article)
    for _, words in zones[-_LAST:] if len(zones) > _LAST else ():
        if len(words) <= _LONGEST_END:
            yield from _agencies(words.strip(" —–-()©.[]"), _END, is_alone=True)


def _in_date_line(line: str, article: Article) -> Iterator[Fact]:
    """Yield what a line with a date says: "KYIV, 23 May 2014 | Updated: 24 May 2014"."""
    changed = changed_in(line)
    if changed:
        yield Fact("changed", changed, _DATE_LINE)
    if date_of_line(line) is None:
        return
    for part in _SPLIT.split(beside_date(line)):
        words = part.strip(" ,:;|–—-.")
        if words in date_words().agencies:
            yield Fact("agency", words, _DATE_LINE)
        elif words and _is_place(words, article):
            yield Fact("place", _written(words), _DATE_LINE)


def _in_opening(paragraph: str, article: Article) -> Iterator[Fact]:
    """Yield what stands before the first sentence: "LONDON, May 9 (Reuters) – "."""
    found = _OPENING.match(paragraph[:_LOOKED_AT])
    if found is None:
        return
    place, agency = found["place"], found["agency"] or ""
    day = found["day"] or ""
    is_day = not day or any(map(str.isdigit, day)) or date_in(day) is not None
    if not is_day or not place[0].isupper():
        return
    names_agency = agency in date_words().agencies
    if names_agency or (place.split(",", maxsplit=1)[0].isupper() and _is_place(place, article)):
        yield Fact("place", _written(place), _BEGINNING)
    if names_agency:
        yield Fact("agency", agency, _BEGINNING)


def _agencies(line: str, where: str, *, is_alone: bool = False) -> Iterator[Fact]:
    known = date_words().agencies
    for part in [line] if is_alone else _SPLIT.split(line):
        if part.strip() in known:
            yield Fact("agency", part.strip(), where)


def _is_place(words: str, article: Article) -> bool:
    """Tell whether words that stand as a place does are one: the text names it again."""
    plain = words.casefold()
    if not words[0].isupper() or date_words().no_places & {plain, plain.split()[0]}:
        return False
    if plain in {(article.outlet or "").casefold(), (article.title or "").casefold()}:
        return False
    town = words.split(",", maxsplit=1)[0]
    if town.isupper() and len(town) < _SHORTEST_CAPITALS:
        return False
    named = re.findall(rf"\b{re.escape(_written(town))}\b", article.text)
    return len(named) > (0 if town.isupper() else 1)


def _written(place: str) -> str:
    """Return a place as it is usually written: "New York, N.Y." for "NEW YORK, N.Y."."""
    town, comma, rest = place.partition(",")
    words = (_small(word) for word in town.split(" ")) if town.isupper() else (town,)
    return f"{' '.join(words)}{comma}{rest}"


def _small(word: str) -> str:
    """Return a word in capitals with one of them: "Winston-Salem"; "D.C." stays."""
    if "." in word[:-1]:
        return word
    return "-".join(map(str.capitalize, word.split("-")))

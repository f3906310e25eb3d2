"""An article as it was taken in: its text, its zones and what was left out."""

import textwrap
from typing import Literal

from reader.core.text.spans import Span
from reader.values import frozen

ZoneKind = Literal[
    "headline",
    "kicker",
    "standfirst",
    "dateline",
    "paragraph",
    "subheading",
    "caption",
    "list-item",
    "standing-note",
]
YOUR_EDIT = "your edit"  # the place of a fact that the reader has said
_WITHIN = str.maketrans('“”"', "‘’'")  # quotation marks within quotation marks
NAMELESS = "…"  # what there is no name for; a word would be one of some language
OPENING, SHOWN = 300, 48  # characters of a text that are looked at for its name, and shown
TextKind = Literal["news", "analysis", "opinion", "live", "interview", "unknown"]


@frozen
class Zone:
    """One block of the text and what it is for. Zones never overlap and are in order."""

    kind: ZoneKind
    span: Span


@frozen
class Removed:
    """A piece of the input that is not part of the article.

    Attributes:
        text: The words that were left out.
        reason: Why, in words a reader understands.
        position: The offset in `Article.text` before which the piece stood.
    """

    text: str
    reason: str
    position: int


@frozen
class Fact:
    """Something that the input says of the article.

    Attributes:
        name: Which one: "title", "author", "date", "outlet", "language" or "address"; "changed",
            the day on which the text was changed; "place", where it was written; "agency", whose
            text it is.
        value: What it says.
        place: Where it stands in the input: "JSON-LD author", "meta og:title", "heading"; or
            `YOUR_EDIT`.
    """

    name: str
    value: str
    place: str


@frozen
class Article:
    """A news text, cleaned and taken apart.

    Attributes:
        text: The words of all zones, in order, an empty line between zones.
        zones: The blocks of the text, in order.
        removed: What the cleaning left out, in order.
        title: The headline, or None.
        byline: The author line as printed, or None.
        published: The date as yyyy-mm-dd, or None.
        outlet: The name of the publication, or None.
        origin: The path or address the article came from.
        language: The two-letter language code, or None when it could not be told.
        caveats: What the intake was unsure of, in finished sentences.
        facts: All that the input says of title, author, date, outlet and the like, most
            trusted first.
    """

    text: str
    zones: tuple[Zone, ...]
    removed: tuple[Removed, ...] = ()
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    outlet: str | None = None
    origin: str = ""
    language: str | None = None
    caveats: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()

    @property
    def name(self) -> str:
        """Return what the article is called, with a headline or without."""
        return name_of(self.title, self.text, self.origin)

    @property
    def title_above(self) -> str | None:
        """Return the headline where it is no part of the text, and None where it stands there."""
        if self.title is None or any(zone.kind == "headline" for zone in self.zones):
            return None
        opening = self.text.strip().partition("\n")[0]
        stands_there = self.title.strip() == opening or self.title == name_of(None, self.text)
        return None if stands_there else self.title


def name_of(title: str | None, opening: str, origin: str = "") -> str:
    """Return what an article is called wherever it is named.

    That is its headline; without one the first words of its text in quotation marks; where there
    is no text, the end of the path or address it came from, and without that `NAMELESS`.

    Args:
        title: The headline, if there is one.
        opening: The beginning of the text.
        origin: The path or address.
    """
    if title:
        return title
    words = opening[:OPENING].translate(_WITHIN).split()
    if words:
        shown = textwrap.shorten(" ".join(words), SHOWN, placeholder=" …")
        return f"“{shown}”" if shown != "…" else f"“{words[0][:SHOWN]}…”"
    lines = origin.strip().rstrip("/").replace("\\", "/").splitlines()
    return (lines[0].rsplit("/", 1)[-1] if lines else "") or NAMELESS


def in_quotes(name: str) -> str:
    """Return the name of an article in quotation marks, where it does not bring its own."""
    return name if name.startswith("“") and name.endswith("”") else f"“{name}”"


def is_web_address(words: str) -> bool:
    """Tell whether words such as the origin of an article are an address of the web."""
    return words.lower().startswith(("http://", "https://"))


def fact_of(article: Article, name: str) -> str:
    """Return the most trusted fact of a name, the reader's own first; "" where there is none."""
    return next((fact.value for fact in article.facts if fact.name == name), "")


def count_words(text: str) -> int:
    """Return the number of words as a reader counts them: "don't" and "well-known" are one."""
    pieces = text.replace("—", " ").replace("–", " ").split()
    others = [one for one in pieces if not one.isalpha()]
    return len(pieces) - len(others) + sum([any(map(str.isalnum, one)) for one in others])

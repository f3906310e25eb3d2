"""What the library tells of its articles: frozen rows, ready for a list, a file or a screen.

Ids are words such as `kept-17`: they stay, are never given again, and look like no path. Dates
are `yyyy-mm-ddThh:mm:ssZ`, times in UTC. What is not known is None.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from reader.core.across.copy_kinds import CopyKind
from reader.core.across.reading_state import State
from reader.core.lexicon.findings import Voice
from reader.core.text.article import name_of
from reader.errors import LibraryError
from reader.values import frozen

FILE = "library.sqlite"  # in the data folder
Sort = Literal["date", "title", "outlet", "words", "added"]
InTrash = Literal["comes back", "stays"]  # what lies in the trash, when it comes in again
TRASH_DAYS = 30  # that an article in the trash can be put back
_ID = re.compile(r"kept-([1-9]\d{0,17})")


def is_id(word: str) -> bool:
    """Tell whether a word is written like the id of a kept article."""
    return _ID.fullmatch(word) is not None


def id_of(number: int) -> str:
    """Return the id of the article with a number."""
    return f"kept-{number}"


def local_day(time: str) -> str:
    """Return the day of a time in UTC where the reader is, as yyyy-mm-dd; "" of what is none."""
    try:
        return datetime.fromisoformat(time).astimezone().date().isoformat()
    except (ValueError, OverflowError):
        return ""


def number_of(article_id: str) -> int:
    """Return the number in an id.

    Raises:
        LibraryError: It is no id.
    """
    found = _ID.fullmatch(article_id)
    if found is None:
        raise LibraryError(
            f"“{article_id}” is no article of the library.",
            hint="close-reader library list shows the ids, such as kept-17.",
        )
    return int(found[1])


@frozen
class Marks:
    """How many marks an article has by voice: the confident ones, wording and hedging."""

    narrator: int = 0
    direct: int = 0
    indirect: int = 0


@frozen
class ArticleRow:
    """One article as lists show it.

    Attributes:
        id: Its id.
        title: Its headline, as the reader edited it, or None.
        outlet: Who published it, or None.
        byline: The author line, or None.
        published: The date as yyyy-mm-dd, or None.
        language: Two letters, or None.
        kind: News, analysis, opinion ... as guessed or edited, or None.
        origin: The path or address it came from; "" for pasted text.
        words: Its number of words.
        marks: Its marks by voice, or None until it has been analysed.
        added: When it was kept.
        opened: When it was last opened, or None.
        trashed: When it was put into the trash, or None.
        feed: The number of the feed that brought it, or None.
        state: New, half-read or read.
        copy_of: The id of the article that it is folded under, or None.
        copy_kind: Why: a near copy, agency copy, or an earlier version of the same address.
        copies: How many articles are folded under it.
        versions: How many texts of its address are kept; 1 where there is but this one.
        notes: How many highlights and notes the reader made in it.
        collections: The names of its collections, sorted.
        tags: Its tags, sorted.
        opening: The beginning of its text where it has no headline, else "".
    """

    id: str
    title: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    language: str | None
    kind: str | None
    origin: str
    words: int
    marks: Marks | None
    added: str
    opened: str | None
    trashed: str | None
    feed: int | None
    state: State
    copy_of: str | None
    copy_kind: CopyKind | None
    copies: int
    versions: int
    notes: int
    collections: tuple[str, ...]
    tags: tuple[str, ...]
    opening: str = ""

    @property
    def name(self) -> str:
        """Return what the article is called, with a headline or without."""
        return name_of(self.title, self.opening, self.origin)


@frozen
class Wanted:
    """Which articles a list is to show, and in which order.

    Attributes:
        collection: Only those in a collection of this name.
        tag: Only those with this tag.
        feed: Only those of the feed with this number.
        outlet: Only those of this outlet.
        folder: Only those that were read from files in this folder, however deep.
        named: Only those whose title or outlet holds each word of this, in part or whole; where
            there is no title the first words stand for it, as they do in the list.
        state: Only those in this state.
        is_noted: Only those with notes or highlights.
        is_opened: Only those that were opened: the lately read ones, with `sort` unused and the
            latest first.
        is_trash: Those in the trash, and no others.
        is_folded: Without the articles that are folded under another one of the same list.
        sort: By date (published, else added), title, outlet, words, or when they were added.
        is_descending: The latest, largest or last first.
    """

    collection: str = ""
    tag: str = ""
    feed: int | None = None
    outlet: str = ""
    folder: str = ""
    named: str = ""
    state: State | None = None
    is_noted: bool = False
    is_opened: bool = False
    is_trash: bool = False
    is_folded: bool = False
    sort: Sort = "date"
    is_descending: bool = True


EVERYTHING = Wanted()


@frozen
class Original:
    """The file an article was read from, as it was.

    Attributes:
        name: The name of the file, or the address.
        data: Its bytes.
    """

    name: str
    data: bytes


@frozen
class Added:
    """What came of adding an article.

    Attributes:
        id: Its id, or the id of the same article that was there.
        is_new: False when it was there already: nothing was added.
        is_version: It is another text of an address that is kept.
        was_in_trash: It was there, in the trash, and has been taken out again.
    """

    id: str
    is_new: bool = True
    is_version: bool = False
    was_in_trash: bool = False


@frozen
class Group:
    """A collection, a tag or an outlet, with how many articles it holds outside the trash.

    Attributes:
        name: Its name.
        count: How many articles.
        new: How many of them are new.
    """

    name: str
    count: int
    new: int = 0


@frozen
class KeptSearch:
    """A search with a name.

    Attributes:
        name: What the reader calls it.
        query: What was typed.
    """

    name: str
    query: str


@frozen
class ReadingPlace:
    """How far an article was read.

    Attributes:
        start: Where the first line in view began, in code points of the text.
        quote: The first words of that line, to find it again in a text that has changed.
        share: How much of the text lay before the end of the view, from 0 to 1.
    """

    start: int
    quote: str
    share: float


@frozen
class FoundPlace:
    """One place that a search found.

    Attributes:
        start: Where it begins, in code points of the article's text.
        end: Where it ends (exclusive).
        text: The words there.
        voice: Whose words they are; None until the article has been analysed.
        speaker: Who is said to say them, or None.
    """

    start: int
    end: int
    text: str
    voice: Voice | None
    speaker: str | None


@frozen
class FoundArticle:
    """One article that a search found.

    Attributes:
        id: Its id.
        title: Its headline, or None.
        outlet: Who published it, or None.
        published: The date as yyyy-mm-dd, or None.
        places: Where, in reading order; empty where only facts were asked for.
        opening: The beginning of its text where it has no headline, else "".
    """

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    places: tuple[FoundPlace, ...]
    opening: str = ""

    @property
    def name(self) -> str:
        """Return what the article is called, with a headline or without."""
        return name_of(self.title, self.opening)


@frozen
class Counts:
    """How many articles there are.

    Attributes:
        articles: Outside the trash.
        by_state: By new, half-read and read.
        noted: With notes or highlights.
        trashed: In the trash.
        folded: Folded under another one.
    """

    articles: int
    by_state: Mapping[str, int]
    noted: int
    trashed: int
    folded: int

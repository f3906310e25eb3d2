"""Questions over sets of articles, as data, and their answers."""

from typing import Literal

from reader.core.across.corpora.tables import CountTable
from reader.core.across.corpora.trends import Group, Trend
from reader.core.across.corpora.voiced_text import EVERYBODY, Whose
from reader.core.lexicon.findings import Voice
from reader.core.text.spans import Span
from reader.storage.exports.count_tables import Facts
from reader.values import frozen

What = Literal["keyness", "lines", "spread", "beside", "trends"]
SetKind = Literal["all", "collection", "tag", "search", "feed", "chosen", "folder"]


@frozen
class SetChoice:
    """A set of articles that can be chosen.

    Attributes:
        kind: What it is.
        name: What it is called; "" for all articles.
        detail: What a search looks for, the path of a folder, the number of a feed.
        ids: The articles that are chosen in the library.
    """

    kind: SetKind
    name: str = ""
    detail: str = ""
    ids: tuple[str, ...] = ()


ALL_ARTICLES = SetChoice("all")


@frozen
class Only:
    """A part of a set, where a number of a table leads.

    Attributes:
        article: Only the article with this id.
        group: Only articles of this outlet or month; None for all.
        by: What the group is.
    """

    article: str = ""
    group: str | None = None
    by: Group = "month"


EVERYTHING = Only()


@frozen
class Question:
    """What is asked.

    Attributes:
        what: What is counted.
        one: The set.
        other: The set that key words are held beside.
        whose: Whose words are counted.
        words: The word or phrase, where one is needed.
        near: Only lines with this word beside it.
        by: What trends are put together by.
        only: A part of the set.
        apart_from: Articles of this set are left out; None leaves out none.
        counts_shared: Articles of both sets are counted in both.
    """

    what: What
    one: SetChoice
    other: SetChoice = ALL_ARTICLES
    whose: Whose = EVERYBODY
    words: str = ""
    near: str = ""
    by: Group = "month"
    only: Only = EVERYTHING
    apart_from: SetChoice | None = None
    counts_shared: bool = False


@frozen
class Narrowing:
    """What the lines are narrowed to, where a number led to them.

    Attributes:
        one: The set they are in, where it is not the one in the bar.
        apart_from: Articles of this set are left out.
        whose: Whose words, where they are others than in the bar.
        near: Only lines with this word beside the one that is looked for.
        only: A part of the set.
        told: What a reader sees of it, such as the title of an article.
    """

    one: SetChoice | None = None
    apart_from: SetChoice | None = None
    whose: Whose | None = None
    near: str = ""
    only: Only = EVERYTHING
    told: str = ""


NOT_NARROWED = Narrowing()


@frozen
class ArticleSpan:
    """Where a line of a table leads: an article, and a span in it.

    Attributes:
        article: The id of a kept article, or the path of a file.
        span: Where the words stand in its text.
    """

    article: str
    span: Span


Strip = tuple[tuple[float, Voice], ...]


@frozen
class Answer:
    """What was counted.

    Attributes:
        question: What was asked.
        table: The counts as they are shown.
        facts: How it was counted, for a file.
        articles: How many articles each set has.
        problems: What could not be used, as finished sentences.
        shared: How many articles both sets have.
        counted: All words of each set, or all places that were found.
        dp: How evenly a word is spread, or None.
        leads_to: Where the lines lead, in their order.
        strips: The places in each article, from 0 to 1, with their voices.
        trends: The groups, for the chart.
        file: The counts as they are written to a file, where that is another table.
    """

    question: Question
    table: CountTable
    facts: Facts
    articles: tuple[int, ...]
    problems: tuple[str, ...] = ()
    shared: int = 0
    counted: tuple[int, ...] = ()
    dp: float | None = None
    leads_to: tuple[ArticleSpan, ...] = ()
    strips: tuple[Strip, ...] = ()
    trends: tuple[Trend, ...] = ()
    file: CountTable | None = None

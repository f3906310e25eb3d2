"""An answer to a lesson: a pupil's marks and words under a code, or a teacher's reference."""

import re
from collections.abc import Mapping
from dataclasses import field

from reader.core.corrections.anchors import Anchor
from reader.core.lessons.lesson import ListVersion
from reader.core.text.spans import Span
from reader.values import frozen

LARGEST_ANSWER = 50_000  # bytes of a file
LONGEST_WORDS = 4_000  # characters of one field
_CODE = re.compile(r"[^\W_](?:[\w .-]{0,38}[^\W_])?")


@frozen
class Selector:
    """Where a mark stands: by the words, what stood around them, and by code points.

    Attributes:
        exact: The words, or "" where only the place is known.
        prefix: What stood before them.
        suffix: What stood after them.
        start: Where they begin, or None.
        end: Where they end, or None.
    """

    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None

    @classmethod
    def at(cls, text: str, span: Span) -> "Selector":
        """Return the selector of a span; it keeps the span as it is."""
        around = Anchor.at(text, span)
        before, after = text[max(0, span.start - 32) : span.start], text[span.end : span.end + 32]
        if around.quote == span.of(text):
            before, after = around.prefix, around.suffix
        return cls(span.of(text), before, after, span.start, span.end)

    def place_in(self, text: str) -> Span | None:
        """Return where the words stand in a text, or None where that is not safe to tell."""
        if self.start is not None and self.end is not None:
            span = Span(self.start, self.end)
            is_inside = 0 <= span.start < span.end <= len(text)
            if is_inside and (not self.exact or span.of(text) == self.exact):
                return span
        return Anchor(self.exact, self.prefix, self.suffix, max(0, self.start or 0)).find(text)


@frozen
class AnswerMark:
    """One mark.

    Attributes:
        article: The id of the article.
        category: The id of the pen.
        selector: Where it stands.
        reason: Why it was marked.
        plainer: A plainer word.
        loses: What would be lost with that.
        sure: How sure the pupil is, in the lesson's words, or None.
        also: Further categories that are right too; in a reference.
        is_optional: It counts for nobody and against nobody; in a reference.
    """

    article: str
    category: str
    selector: Selector
    reason: str = ""
    plainer: str = ""
    loses: str = ""
    sure: str | None = None
    also: tuple[str, ...] = ()
    is_optional: bool = False


@frozen
class SourceRow:
    """What a pupil says of one source: the source sheet."""

    name: str = ""
    role: str = ""
    knows: str = ""
    interest: str = ""
    named: str = ""


@frozen
class LateralRow:
    """What a pupil looked up elsewhere, where, and what was found."""

    looked_up: str = ""
    where: str = ""
    found: str = ""


@frozen
class TableCell:
    """What a pupil wrote into the comparison table: in which row, of which article."""

    row: str
    article: str
    text: str = ""


@frozen
class ArticleVersion:
    """The text that was marked: the article's id and the fingerprint of its text."""

    id: str
    sha256: str


@frozen
class Answer:
    """One answer file.

    Attributes:
        lesson: The id of the lesson.
        code: Under which code it was handed in. It is no name.
        articles: The texts that were marked.
        marks: The marks.
        sources: The source sheet.
        lateral: The log of what was looked up elsewhere.
        wrong: A mark of the program that the pupil holds to be wrong, and why.
        missed: What the program missed.
        steps: What was written in a step, by the id of the step.
        judgement: What the pupil says of the whole, last.
        lexicons: The lists that marked, in their versions.
        withdrawn: Marks that were taken back, with the reason.
        well_made: The ids of the articles that are well made; in a reference.
        comparison: The filled cells of the comparison table.
    """

    lesson: str
    code: str
    articles: tuple[ArticleVersion, ...]
    marks: tuple[AnswerMark, ...]
    sources: tuple[SourceRow, ...] = ()
    lateral: tuple[LateralRow, ...] = ()
    wrong: str = ""
    missed: str = ""
    steps: Mapping[str, str] = field(default_factory=dict)
    judgement: str = ""
    lexicons: tuple[ListVersion, ...] = ()
    withdrawn: tuple[AnswerMark, ...] = ()
    well_made: tuple[str, ...] = ()
    comparison: tuple[TableCell, ...] = ()

    def cell(self, row: str, article: str) -> str:
        """Return what stands in a cell of the comparison table, "" for nothing."""
        found = (one.text for one in self.comparison if (one.row, one.article) == (row, article))
        return next(found, "")


def is_code(words: str) -> bool:
    """Tell whether words can be a code: letters, digits, blanks, dots, lines, at most 40."""
    return _CODE.fullmatch(words) is not None

"""What the paper forms of a lesson are filled with."""

from collections.abc import Mapping
from dataclasses import field

from reader.core.lessons.lesson import Lesson, LessonArticle, TableRow
from reader.core.lessons.placing import PlacedAnswer, PlacedMark
from reader.core.text.spans import Span
from reader.storage.lessons.cards import Card
from reader.storage.lessons.filled_table import Cells
from reader.storage.lessons.texts import LessonTexts
from reader.ui.places.lessons.paper.article_sheet import line_of
from reader.values import frozen


@frozen
class PaperWork:
    """What the forms are filled with.

    Attributes:
        texts: The lesson, with its sentences.
        cards: The cards and tables, by name.
        reference: The teacher's marks, or None.
        table: The rows of the comparison table.
        filled: What the program fills it with; empty with one article.
        answers: What the class answered, for its heat map; empty before the lesson.
    """

    texts: LessonTexts
    cards: Mapping[str, Card]
    reference: PlacedAnswer | None = None
    table: tuple[TableRow, ...] = ()
    filled: Cells = field(default_factory=dict)
    answers: tuple[PlacedAnswer, ...] = ()

    @property
    def lesson(self) -> Lesson:
        """Return the lesson."""
        return self.texts.lesson

    def marks_in(self, article: LessonArticle) -> list[PlacedMark]:
        """Return the reference marks of an article."""
        marks = self.reference.marks if self.reference else ()
        return [mark for mark in marks if mark.article == article.id]

    def place_and_line(self, article: LessonArticle, span: Span) -> str:
        """Return a place as it is cited, and its line on paper where that is numbered."""
        line = line_of(article, span)
        place = self.texts.place_in(article.id, span)
        return f"{place}, l. {line}" if line else place

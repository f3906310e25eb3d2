"""Answers laid on the texts of their lesson; what does not belong there is told."""

from collections.abc import Iterable

from reader.core.lessons.answer import Answer, AnswerMark
from reader.core.lessons.lesson import Lesson
from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.values import frozen


@frozen
class PlacedMark:
    """A mark with its place in the text of its article.

    Attributes:
        mark: The mark.
        span: Where it stands.
    """

    mark: AnswerMark
    span: Span

    @property
    def article(self) -> str:
        """Return the id of the article."""
        return self.mark.article

    @property
    def category(self) -> str:
        """Return the id of the pen."""
        return self.mark.category


def with_words_of(
    now: Iterable[PlacedMark], earlier: Iterable[PlacedMark]
) -> tuple[PlacedMark, ...]:
    """Return the marks of an earlier state, each with what is written about it now.

    A step back takes marks back, and never words that were written meanwhile.
    """
    written = {(one.article, one.category, one.span): one for one in now}
    return tuple(written.get((one.article, one.category, one.span), one) for one in earlier)


@frozen
class PlacedAnswer:
    """An answer that belongs to the lesson, every mark in its place.

    Attributes:
        answer: The answer.
        marks: Its marks, in the order of the articles and of the text.
        file: The name of the file it came from.
    """

    answer: Answer
    marks: tuple[PlacedMark, ...]
    file: str = ""

    @property
    def code(self) -> str:
        """Return the code."""
        return self.answer.code

    def has_read(self, article: str) -> bool:
        """Tell whether the answer is about an article, too."""
        return any(one.id == article for one in self.answer.articles)


@frozen
class Refused:
    """A file that is not counted, and why, as a finished sentence."""

    file: str
    reason: str


def placed_answer(answer: Answer, lesson: Lesson, file: str = "") -> PlacedAnswer:
    """Return an answer with its marks in their places.

    Raises:
        ReaderError: It is of another lesson or another text, or a mark fits nowhere.
    """
    if answer.lesson != lesson.id:
        raise ReaderError(
            f"It is an answer to another lesson, “{answer.lesson[:80]}”, and not to “{lesson.id}”."
        )
    read = {one.id: one.sha256.lower() for one in answer.articles}
    for article_id, digest in read.items():
        article = lesson.article(article_id)
        if article is None:
            raise ReaderError(f"It is about an article “{article_id[:80]}”, which is not here.")
        if digest != article.sha256:
            raise ReaderError(_changed(answer, lesson, article.title))
    marks = tuple(_placed(mark, number, lesson, read) for number, mark in enumerate(answer.marks))
    order = {article.id: place for place, article in enumerate(lesson.articles)}
    return PlacedAnswer(
        answer, tuple(sorted(marks, key=lambda one: (order[one.article], one.span))), file
    )


def _placed(mark: AnswerMark, number: int, lesson: Lesson, read: Iterable[str]) -> PlacedMark:
    article = lesson.article(mark.article)
    name = f"Mark {number + 1}"
    if article is None or mark.article not in read:
        raise ReaderError(f"{name} is in an article “{mark.article[:80]}” that is not named.")
    strange = [one for one in (mark.category, *mark.also) if lesson.pen(one) is None]
    if strange:
        raise ReaderError(
            f"{name} has the category “{strange[0][:40]}”, which the lesson does not have."
        )
    span = mark.selector.place_in(article.text)
    if span is None:
        raise ReaderError(f"{name}, “{mark.selector.exact[:60]}”, does not stand in the text.")
    return PlacedMark(mark, span)


def _changed(answer: Answer, lesson: Lesson, title: str) -> str:
    """Return the sentence about a changed text, with how many marks would still fit."""
    texts = {article.id: article.text for article in lesson.articles}
    found = [mark.selector.place_in(texts.get(mark.article, "")) for mark in answer.marks]
    fit = sum(span is not None for span in found)
    return (
        f"The text of “{title}” was changed since; {fit} of its {len(found)} marks "
        "would still find their place."
    )


def without_older(placed: Iterable[PlacedAnswer]) -> tuple[list[PlacedAnswer], list[Refused]]:
    """Return one answer a code, the last named, and the older ones as refused."""
    newest: dict[str, PlacedAnswer] = {}
    older: list[Refused] = []
    for one in placed:
        code = one.code.casefold()
        before = newest.pop(code, None)
        if before is not None:
            told = f"{one.code} is there twice; the file named last, {one.file}, counts."
            older.append(Refused(before.file, told))
        newest[code] = one
    return list(newest.values()), older

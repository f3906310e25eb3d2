"""The texts of a lesson cut into sentences, and their places as people cite them."""

from dataclasses import dataclass
from functools import cached_property

from reader.core.analysis.places import Places
from reader.core.lessons.lesson import Lesson
from reader.core.lessons.placing import PlacedMark
from reader.core.text.spans import Span
from reader.paths import Paths
from reader.storage.languages import SHIPPED, load_languages


@dataclass(frozen=True)
class LessonTexts:
    """The sentences of each article of a lesson, and how its places are cited.

    Attributes:
        lesson: The lesson.
        sentences: The sentences of each article, by its id.
    """

    lesson: Lesson
    sentences: dict[str, tuple[Span, ...]]

    @classmethod
    def of(cls, lesson: Lesson, paths: Paths) -> "LessonTexts":
        """Return the texts of a lesson, cut by the rules of the shipped language.

        Raises:
            ReaderError: The language data cannot be read.
        """
        cut = load_languages(paths.languages).of(SHIPPED).tokenizer
        sentences = {}
        for article in lesson.articles:
            tokens = cut(article.text)
            sentences[article.id] = tuple(tokens.span(*ends) for ends in tokens.sentences)
        return cls(lesson, sentences)

    @cached_property
    def _places(self) -> dict[str, Places]:
        return {
            one.id: Places(one.as_article(with_outlet=False), self.sentences[one.id])
            for one in self.lesson.articles
        }

    def place(self, article: str, span: Span) -> str:
        """Return a place as it is cited: "7.2", or "B 7.2" in a lesson of several articles."""
        place = self.place_in(article, span)
        return place if len(self.lesson.articles) == 1 else f"{article} {place}"

    def place_in(self, article: str, span: Span) -> str:
        """Return a place inside its article, as it is cited: "7.2"."""
        return self._places[article].of_span(span)

    def place_of(self, mark: PlacedMark) -> str:
        """Return the place of a mark."""
        return self.place(mark.article, mark.span)

    def words(self, article: str, span: Span) -> str:
        """Return the words at a place in one line."""
        found = self.lesson.article(article)
        return " ".join(span.of(found.text).split()) if found else ""

    def words_of(self, mark: PlacedMark) -> str:
        """Return the words of a mark in one line."""
        return self.words(mark.article, mark.span)

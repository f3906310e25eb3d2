"""What a worker does with a question: it reads the sets, counts, and makes a table of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from PySide6.QtCore import QCoreApplication

from reader.batch.article_sets import ArticleSet
from reader.core.across.corpora.collocate import WINDOW, MeasureBeside
from reader.core.across.corpora.concordance import Near, found_places, line_of
from reader.core.across.corpora.dispersion import Spread, dispersion
from reader.core.across.corpora.keyness import keyness
from reader.core.across.corpora.overlap import kept_apart
from reader.core.across.corpora.tables import (
    CountTable,
    collocate_table,
    key_word_table,
    line_table,
    spread_table,
    trend_table,
    wide_trend_table,
)
from reader.core.across.corpora.trends import trends
from reader.core.across.corpora.voiced_text import VoicedText
from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.storage.exports.count_tables import counted_facts
from reader.storage.library.rows import is_id
from reader.ui.places.corpus.asking.questions import Answer, ArticleSpan, Question, SetChoice, What
from reader.ui.places.corpus.asking.set_shelf import SetShelf
from reader.values import frozen

MOST_LINES = 20_000
MOST_WORDS = 1_000
_WIDTH = 90  # characters on each side of a line
_STEP = 100  # articles between two chances to stop

Tell = Callable[[str], None]


@frozen
class ProgressWords:
    """What is told while a question is answered.

    Attributes:
        reading: Returns the words for a number of articles that have been read.
        counting: The words while they are counted.
    """

    reading: Callable[[int], str]
    counting: str


class Answering:
    """Answers questions; everything here runs on a worker."""

    def __init__(
        self, shelf: SetShelf, load: "Callable[[], MeasureBeside]", words: ProgressWords
    ) -> None:
        """Use a shelf of sets.

        Args:
            shelf: The sets that were read last.
            load: Returns what measures the words beside a word; slow the first time.
            words: What is told meanwhile.
        """
        self._shelf, self._load, self._words = shelf, load, words
        self._works: dict[What, Callable[[_Asked], Answer]] = {
            "lines": _lines,
            "spread": _spread,
            "beside": self._beside,
            "trends": _trends,
        }

    def answer(self, question: Question, state: object, tell: Tell) -> Answer:
        """Return what was counted.

        Args:
            question: What is asked.
            state: The state of the library that it is asked of.
            tell: Told how far it is; may end it.

        Raises:
            ReaderError: A set cannot be read, two are the same, or there is no word to look for.
        """
        one = self._read(question.one, state, tell)
        if question.what == "keyness":
            return self._key_words(question, one, self._read(question.other, state, tell), tell)
        texts = one.texts
        if question.apart_from is not None:
            texts = kept_apart(self._read(question.apart_from, state, tell).texts, texts).other
        asked = _Asked(question, one, tuple(_only(question, texts)), self._counted(tell))
        try:
            return self._works[question.what](asked)
        except ValueError as error:
            hint = _tr("Type a word, a phrase, or the beginning of a word with *.")
            raise ReaderError(_tr("There is no word to look for."), hint=hint) from error

    def _read(self, choice: SetChoice, state: object, tell: Tell) -> ArticleSet:
        return self._shelf.get(choice, state, lambda number: tell(self._words.reading(number)))

    def _counted(self, tell: Tell) -> "_Checked":
        return partial(_checked, tell=tell, words=self._words.counting)

    def _key_words(
        self, question: Question, one: ArticleSet, other: ArticleSet, tell: Tell
    ) -> Answer:
        parted = kept_apart(one.texts, other.texts)
        beside = other.texts if question.counts_shared else parted.other
        if not beside:
            raise ReaderError(
                _tr("Both sets hold the same articles, so there is nothing to compare."),
                hint=_tr("Choose another set for one of them."),
            )
        check = self._counted(tell)
        found = keyness(check(one.texts), check(beside), question.whose, MOST_WORDS)
        sizes = [(one.name, len(one.texts)), (other.name, len(beside))]
        return Answer(
            question,
            table=key_word_table(found.words),
            facts=counted_facts(sizes, question.whose, "", parted.shared),
            articles=(len(one.texts), len(beside)),
            problems=(*one.problems, *other.problems),
            shared=parted.shared,
            counted=(found.one.total, found.other.total),
        )

    def _beside(self, asked: "_Asked") -> Answer:
        measure = self._load()
        question = asked.question
        found = measure(asked.checked(), question.words, question.whose)[:MOST_WORDS]
        return asked.answer(collocate_table(found), len(found))


_Checked = Callable[[Sequence[VoicedText]], Iterator[VoicedText]]


@frozen
class _Asked:
    """A question about one set, with the articles that it is about."""

    question: Question
    found: ArticleSet
    texts: tuple[VoicedText, ...]
    check: _Checked

    def checked(self) -> Iterator[VoicedText]:
        return self.check(self.texts)

    def answer(self, table: CountTable, counted: int) -> Answer:
        sizes = [(self.found.name, len(self.texts))]
        facts = counted_facts(sizes, self.question.whose, self.question.words)
        return Answer(
            self.question, table, facts, (len(self.texts),), self.found.problems, 0, (counted,)
        )


def _lines(asked: _Asked) -> Answer:
    question = asked.question
    near = Near(question.near, WINDOW) if question.near else None
    found = found_places(asked.checked(), question.words, question.whose, near)
    lines = [line_of(place, _WIDTH) for place in islice(found, MOST_LINES)]
    further = sum(1 for _ in found)
    paths = {text.id: text.origin or (text.id if is_id(text.id) else "") for text in asked.texts}
    led = ((paths[line.article], Span(line.start, line.end)) for line in lines)
    leads_to = tuple(ArticleSpan(*one) for one in led)
    return replace(asked.answer(line_table(lines), len(lines) + further), leads_to=leads_to)


def _spread(asked: _Asked) -> Answer:
    found = dispersion(asked.checked(), asked.question.words, asked.question.whose)
    shown = sorted((one for one in found.spreads if one.places), key=_most_places)
    return replace(
        asked.answer(spread_table(replace(found, spreads=tuple(shown))), found.count),
        file=spread_table(found),
        dp=found.dp,
        strips=tuple(one.places for one in shown),
    )


def _most_places(spread: Spread) -> int:
    return -len(spread.places)


def _trends(asked: _Asked) -> Answer:
    question = asked.question
    found = trends(asked.checked(), question.words, question.by, question.whose)
    counted = sum(sum(trend.counts.values()) for trend in found)
    table = wide_trend_table(found, question.by)
    answer = asked.answer(table, counted)
    return replace(answer, file=trend_table(found, question.by), trends=found)


def _only(question: Question, texts: Sequence[VoicedText]) -> Iterator[VoicedText]:
    """Yield the articles that a question is about."""
    only = question.only
    for text in texts:
        group = text.outlet if only.by == "outlet" else text.month
        if only.article in {"", text.id} and only.group in {None, group}:
            yield text


def _checked(texts: Sequence[VoicedText], tell: Tell, words: str) -> Iterator[VoicedText]:
    """Yield articles, with a chance to stop now and then."""
    for number, text in enumerate(texts):
        if number % _STEP == 0:
            tell(words)
        yield text


def _tr(words: str) -> str:
    return QCoreApplication.translate("CorpusAnswers", words)

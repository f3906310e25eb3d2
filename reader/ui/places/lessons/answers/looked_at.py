"""What of a class's answers is looked at, and what of it is drawn on the text."""

from typing import Literal

from reader.core.lessons.lesson import Lesson, Step
from reader.core.lessons.placing import PlacedAnswer
from reader.core.lessons.scores.heat import heat_level, heat_of, heat_regions, readers_of
from reader.core.lessons.scores.scoring import ClassScores
from reader.core.text.spans import Span
from reader.ui.places.lessons.page.layers import HeatMark, Layers, PenMark
from reader.values import frozen

Mode = Literal["class", "pupil", "pairs"]
View = Literal[Mode, "reasons"]  # the last is a table of its own


@frozen
class LookedAt:
    """What of a class's answers is looked at.

    Attributes:
        scores: All answers, with the reference where there is one.
        mode: A class, one pupil of it, or two.
        lesson: The lesson that was answered.
        article: The id of the article on the page.
        pen: The id of the pen that is looked at of the class.
        codes: The codes of a pupil and of a neighbour.
        step: The step that is looked at alone; None for all of them.
        shows_reference: The reference is drawn too.
    """

    scores: ClassScores
    mode: Mode
    lesson: Lesson
    article: str
    pen: str
    codes: tuple[str, str]
    step: Step | None
    shows_reference: bool

    @property
    def answers(self) -> list[PlacedAnswer]:
        """Return the answers of all pupils."""
        return [one.answer for one in self.scores.pupils]

    @property
    def pair(self) -> tuple[PlacedAnswer | None, PlacedAnswer | None]:
        """Return the answers of pupil and neighbour; None for one that is not there."""
        answers = {one.code: one for one in self.answers}
        return answers.get(self.codes[0]), answers.get(self.codes[1])


def layers_of(looked: LookedAt) -> Layers:
    """Return what is drawn on the text."""
    if looked.mode == "class":
        return _class_layers(looked)
    return _pupil_layers(looked) if looked.mode == "pupil" else _pair_layers(looked)


def _class_layers(looked: LookedAt) -> Layers:
    answers, article = looked.answers, looked.article
    heat = heat_of(answers, [article], looked.pen)
    readers = readers_of(answers, article)
    reference = looked.scores.reference
    corners: tuple[Span, ...] = ()
    if reference is not None and looked.shows_reference:
        corners = tuple(
            one.span
            for one in reference.marks
            if one.article == article and one.category == looked.pen
        )
    marks = [HeatMark(one.span, one.count, heat_level(one.count, readers)) for one in heat]
    counts = [
        HeatMark(one.span, one.count, heat_level(one.count, readers)) for one in heat_regions(heat)
    ]
    return Layers(corners=corners, heat=tuple(marks), counts=tuple(counts))


def _pupil_layers(looked: LookedAt) -> Layers:
    reference = looked.scores.reference if looked.shows_reference else None
    return Layers(
        pens=_pens_of(looked.pair[0], looked),
        corners=_spans_of(reference, looked.article),
    )


def _pair_layers(looked: LookedAt) -> Layers:
    first, second = looked.pair
    return Layers(pens=_pens_of(first, looked), corners=_spans_of(second, looked.article))


def _spans_of(answer: PlacedAnswer | None, article: str) -> tuple[Span, ...]:
    marks = answer.marks if answer is not None else ()
    return tuple(one.span for one in marks if one.article == article)


def _pens_of(answer: PlacedAnswer | None, looked: LookedAt) -> tuple[PenMark, ...]:
    forms = {pen.id: pen.form for pen in looked.lesson.pens}
    marks = answer.marks if answer is not None else ()
    return tuple(
        PenMark(one.span, forms[one.category], one.category)
        for one in marks
        if one.article == looked.article
    )

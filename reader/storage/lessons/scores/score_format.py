"""What the program must know of a format that the scores of a class can be written in."""

from collections.abc import Callable

from reader.core.lessons.scores.scoring import ClassScores
from reader.storage.lessons.texts import LessonTexts
from reader.values import frozen


@frozen
class ScoreFormat:
    """A format that scores can be written in.

    Attributes:
        name: Its fixed short name, as it is typed after --format.
        title: What a person calls it.
        suffix: How the names of its files end, with the dot.
        write: Returns the bytes of a file.
    """

    name: str
    title: str
    suffix: str
    write: Callable[[ClassScores, LessonTexts], bytes]

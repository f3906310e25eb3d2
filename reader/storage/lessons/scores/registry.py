"""The formats that the scores of a class can be written in, in one tuple.

To add a format, write a module with its ScoreFormat and add it to SCORE_FORMATS.
"""

from reader.storage.lessons.scores.feedback_pages import FEEDBACK
from reader.storage.lessons.scores.gradebook import GRADEBOOK
from reader.storage.lessons.scores.heat_page import HEAT
from reader.storage.lessons.scores.json_scores import JSON
from reader.storage.lessons.scores.score_format import ScoreFormat
from reader.storage.lessons.scores.text_scores import TEXT

SCORE_FORMATS = (TEXT, JSON, GRADEBOOK, FEEDBACK, HEAT)


def score_format(name: str) -> ScoreFormat:
    """Return the format of a name.

    Raises:
        KeyError: There is none.
    """
    return {one.name: one for one in SCORE_FORMATS}[name]

"""The scores of a class as JSON, in schema `close-reader/scores/1`."""

import json

from reader.core.lessons.scores.score_document import score_document
from reader.core.lessons.scores.scoring import ClassScores
from reader.storage.lessons.scores.score_format import ScoreFormat
from reader.storage.lessons.texts import LessonTexts


def _write(scores: ClassScores, _texts: LessonTexts) -> bytes:
    text = json.dumps(score_document(scores), ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace")


JSON = ScoreFormat("json", "Scores as data", ".json", _write)

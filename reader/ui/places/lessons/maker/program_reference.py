"""Reference marks that the program proposes: what it marks itself, under the lesson's pens."""

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import confident
from reader.core.lessons.answer import AnswerMark, Selector
from reader.core.lessons.lesson import Lesson
from reader.core.lessons.placing import PlacedMark
from reader.core.text.spans import Span
from reader.storage.reports.tables import categories_by_id

_PENS = {"wording": "L", "hedging": "H"}
_SPEAKS = "S"


def program_reference(lesson: Lesson, article: str, analysis: Analysis) -> list[PlacedMark]:
    """Return the program's confident marks in an article, as far as the lesson has a pen for them.

    Each has the category as its reason, for the teacher to write a better one.
    """
    names = categories_by_id(analysis)
    found: dict[tuple[Span, str], str] = {}
    for finding in confident(analysis.findings):
        category = names.get((finding.panel, finding.category))
        pen = _PENS.get(finding.panel, "")
        found.setdefault((finding.span, pen), category.name if category else "")
    for attribution in analysis.attributions:
        if attribution.sure and attribution.source:
            found.setdefault((attribution.source[0], _SPEAKS), "")
    text = analysis.article.text
    return [
        PlacedMark(AnswerMark(article, pen, Selector.at(text, span), reason), span)
        for (span, pen), reason in sorted(found.items())
        if lesson.pen(pen) is not None
    ]

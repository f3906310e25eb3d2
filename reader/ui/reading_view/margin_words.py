"""Letters and numerals of the margin in words."""

from PySide6.QtCore import QCoreApplication, QPointF

from reader.core.analysis.summary import speakers
from reader.ui.marks.words import form_words, source_name
from reader.ui.reading_view.geometry import PageGeometry
from reader.ui.reading_view.page_marks import PageMarks
from reader.ui.reading_view.painting.margin_letters import (
    MarginRest,
    margin_letters,
    margin_numerals,
)
from reader.ui.reading_view.painting.page_painter import PageScene


def margin_words(
    scene: PageScene, geometry: PageGeometry, marks: PageMarks, point: QPointF
) -> str:
    """Return what the sign at a point of the margin stands for, or "" beside all signs."""
    if marks.analysis is None or scene.letters_left is None:
        return ""
    left, text = scene.letters_left, marks.analysis.article.text
    for letter in margin_letters(scene.marks, geometry, left, scene.letter_count):
        if letter.rect.contains(point):
            if isinstance(letter, MarginRest):
                return _tr("{n} more marks in this line").format(n=letter.count)
            words = " ".join(letter.finding.span.of(text).split())
            return f"{marks.name(letter.finding)}: “{words}”"
    owners = speakers(marks.analysis)
    for numeral in margin_numerals(scene.attributions, geometry, left):
        if numeral.rect.contains(point):
            said = numeral.attribution
            words = f"{source_name(owners.get(said.id))}, {form_words(said.form)}"
            return words if said.sure else f"{words}. {_tr('Not sure, and not counted.')}"
    return ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("Page", words)

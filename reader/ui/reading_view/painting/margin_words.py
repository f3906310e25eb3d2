"""Letters and numerals of the margin: what they stand for, and the mark behind one."""

from html import escape

from PySide6.QtCore import QCoreApplication, QPointF

from reader.core.analysis.summary import speakers
from reader.core.lexicon.findings import Finding
from reader.core.notes import Note
from reader.ui.marks.words import form_words, source_name
from reader.ui.reading_view.page_marks import PageMarks
from reader.ui.reading_view.painting.margin_letters import (
    MarginRest,
    margin_letters,
    margin_numerals,
)
from reader.ui.reading_view.painting.page_painter import PageScene, scene_dots, scene_notes
from reader.ui.reading_view.typesetting.geometry import PageGeometry

_LONGEST = 600  # characters of a note in a tip


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


def mark_in_margin(
    scene: PageScene, geometry: PageGeometry, marks: PageMarks, point: QPointF
) -> Finding | None:
    """Return the mark whose sign stands at a point of the margin, or None beside all signs."""
    if marks.analysis is None or scene.letters_left is None:
        return None
    left = scene.letters_left
    for letter in margin_letters(scene.marks, geometry, left, scene.letter_count):
        if letter.rect.contains(point) and not isinstance(letter, MarginRest):
            return letter.finding
    for numeral in margin_numerals(scene.attributions, geometry, left):
        if numeral.rect.contains(point):
            number = numeral.attribution.id
            cues = (one for one in marks.shown if one.panel == "sourcing")
            return next((one for one in cues if one.attribution == number), None)
    return None


def note_in_margin(
    scene: PageScene, geometry: PageGeometry, point: QPointF, *, has_signs: bool
) -> Note | None:
    """Return the note whose words or dot stand at a point of the margin, or None."""
    signs = [(sign.rect, sign.note) for sign in scene_notes(scene, geometry)]
    signs += [(dot.rect, dot.note) for dot in scene_dots(scene, geometry, has_signs=has_signs)]
    return next((note for rect, note in signs if rect.contains(point)), None)


def note_tip(note: Note) -> str:
    """Return what a note says, as the page of a tip: what looks like marks in it is only words."""
    words = note.text if len(note.text) <= _LONGEST else f"{note.text[:_LONGEST]}…"
    told = filter(None, (words, ", ".join(note.tags)))
    return f"<qt>{escape(chr(10).join(told)).replace(chr(10), '<br>')}</qt>"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Page", words)

"""Feedback pages: for each pupil the texts with the own marks, the reference, and the reasons."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from reader.core.lessons.lesson import Lesson, LessonArticle
from reader.core.lessons.placing import PlacedAnswer, PlacedMark
from reader.core.lessons.scores.scoring import ClassScores, PupilScores, table_rows
from reader.core.text.article import Zone
from reader.storage.lessons.scores.score_format import ScoreFormat
from reader.storage.lessons.scores.standalone_page import standalone_page
from reader.storage.lessons.scores.words import (
    GUIDING,
    closeness_words,
    figures_words,
    well_made_words,
)
from reader.storage.lessons.texts import LessonTexts

_OF_REFERENCE = " Blue line above: the reference."
_OF_OPTIONAL = " Dotted: optional, it counts for nobody and against nobody."
_TAGS = {"headline": "h2", "subheading": "h3"}
_STYLE = """
body{font:17px/1.58 "Source Serif 4",Georgia,serif;color:#1f1d1a;background:#fcfbf8;margin:0}
main{max-width:42em;margin:0 auto;padding:1em}
section{break-after:page;border-bottom:1px solid #d9d5cc;padding:1em 0}
h1{font-size:24px;margin:0 0 .3em} h2{font-size:22px;margin:1em 0 .3em} h3{font-size:18px}
p{margin:0 0 .8em} .small,table{font:13px/19px "IBM Plex Sans",sans-serif;color:#55514a}
.ring{border:1.5px solid;border-radius:1em;padding:0 .15em}
.box{border:1.5px solid;padding:0 .15em}
.wave{text-decoration:underline wavy 1.5px;text-underline-offset:3px}
.on{border-left:0;padding-left:0;border-top-left-radius:0;border-bottom-left-radius:0}
.to{border-right:0;padding-right:0;border-top-right-radius:0;border-bottom-right-radius:0}
.ref{border-top:2px solid #1f4f82} .opt{border-top:2px dotted #1f4f82}
sup{font:600 10px sans-serif} table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:3px 10px 3px 0;border-bottom:1px solid #d9d5cc}
.lines{height:5em;border-bottom:1px solid #8a857a}
@media print{body{background:#fff;color:#000} main{padding:0}}
"""


def feedback_pages(scores: ClassScores, texts: LessonTexts) -> str:
    """Return one file with a page for each pupil; everything from a file is only text there."""
    title = escape(scores.lesson.title)
    pages = "".join(_page(pupil, scores, texts) for pupil in scores.pupils)
    return standalone_page(title, _STYLE, pages)


def _page(pupil: PupilScores, scores: ClassScores, texts: LessonTexts) -> str:
    told = [
        figures_words(pupil.overlap) if pupil.overlap else "",
        closeness_words(pupil, scores, texts),
        well_made_words(pupil),
    ]
    answer, reference = pupil.answer, scores.reference
    right = reference.marks if reference else ()
    body = "".join(
        _article(article, scores.lesson, answer, right)
        for article in scores.lesson.articles
        if answer.has_read(article.id)
    )
    return (
        f"<section><h1>{escape(answer.code)}</h1>"
        f"<p>{escape(' '.join(filter(None, told)))}</p>"
        f'<p class="small">{escape(_key(scores.lesson, right))}</p>{body}'
        f"{_table('Your marks', answer.marks, texts)}"
        f"{_table('The reference', _shown(right, answer), texts)}"
        f"{_comparison(scores.lesson, answer)}{_rest(answer)}"
        f'<p class="small">{escape(GUIDING)}</p>'
        '<p class="small">The teacher’s words:</p><div class="lines"></div></section>'
    )


def _shown(reference: Sequence[PlacedMark], answer: PlacedAnswer) -> list[PlacedMark]:
    return [mark for mark in reference if answer.has_read(mark.article)]


def _key(lesson: Lesson, reference: Sequence[PlacedMark]) -> str:
    forms = {"ring": "ring", "box": "box", "wave": "wavy line"}
    pens = ", ".join(f"{forms[pen.form]}: {pen.name}" for pen in lesson.pens)
    of_optional = _OF_OPTIONAL if any(mark.mark.is_optional for mark in reference) else ""
    return f"{pens}." + (_OF_REFERENCE + of_optional if reference else "")


def _article(
    article: LessonArticle, lesson: Lesson, answer: PlacedAnswer, right: Iterable[PlacedMark]
) -> str:
    own = [mark for mark in answer.marks if mark.article == article.id]
    reference = [mark for mark in right if mark.article == article.id]
    forms = {pen.id: pen.form for pen in lesson.pens}
    return "".join(_zone(article, zone, own, reference, forms) for zone in article.zones)


def _zone(
    article: LessonArticle,
    zone: Zone,
    own: Sequence[PlacedMark],
    reference: Sequence[PlacedMark],
    forms: Mapping[str, str],
) -> str:
    tag = _TAGS.get(zone.kind, "p")
    marks = [*own, *reference]
    near = [mark for mark in marks if mark.span.overlaps(zone.span)]
    edges = {zone.span.start, zone.span.end}
    for mark in near:
        edges |= {max(zone.span.start, mark.span.start), min(zone.span.end, mark.span.end)}
    parts = []
    for left, right in pairwise(sorted(edges)):
        words = escape(article.text[left:right])
        over = [mark for mark in near if mark.span.start <= left and right <= mark.span.end]
        for mark in over:
            is_own = any(mark is one for one in own)
            right_look = "opt" if mark.mark.is_optional else "ref"
            look = _own_look(mark, left, right, forms) if is_own else right_look
            is_end = is_own and mark.span.end == right
            sign = f"<sup>{escape(mark.category)}</sup>" if is_end else ""
            words = f'<span class="{look}">{words}</span>{sign}'
        parts.append(words)
    return f"<{tag}>{''.join(parts)}</{tag}>"


def _own_look(mark: PlacedMark, left: int, right: int, forms: Mapping[str, str]) -> str:
    """Return how a piece of a pupil's mark is drawn: open where the mark goes on beside it."""
    goes_on = " on" if mark.span.start < left else ""
    goes_to = " to" if right < mark.span.end else ""
    return forms.get(mark.category, "ring") + goes_on + goes_to


def _table(title: str, marks: Sequence[PlacedMark], texts: LessonTexts) -> str:
    if not marks:
        return ""
    rows = "".join(_row(mark, texts) for mark in marks)
    head = "<tr><th>Place</th><th></th><th>Words</th><th>Why</th><th>Plainer</th></tr>"
    return f"<h3>{escape(title)}</h3><table>{head}{rows}</table>"


def _row(mark: PlacedMark, texts: LessonTexts) -> str:
    plainer = mark.mark.plainer + (f" (loses: {mark.mark.loses})" if mark.mark.loses else "")
    words = texts.words_of(mark) + (" (optional)" if mark.mark.is_optional else "")
    cells = (texts.place_of(mark), mark.category, words, mark.mark.reason, plainer)
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _comparison(lesson: Lesson, answer: PlacedAnswer) -> str:
    """Return the comparison table as the pupil filled it, or "" where nothing stands in it."""
    rows = "".join(
        f"<tr><th>{escape(row.title)}</th><td>"
        + "<br>".join(f"<b>{escape(one.article)}</b> {escape(one.text)}" for one in cells)
        + "</td></tr>"
        for row, cells in table_rows(lesson, answer.answer)
    )
    return f"<h3>Your comparison</h3><table>{rows}</table>" if rows else ""


def _rest(answer: PlacedAnswer) -> str:
    return "".join(
        f"<p><b>{escape(name)}</b> {escape(words)}</p>" for name, words in _said(answer)
    )


def _said(placed: PlacedAnswer) -> Iterator[tuple[str, str]]:
    """Yield what else the pupil said, with what it is."""
    answer = placed.answer
    facts = (
        ("A mark of the program that is wrong:", answer.wrong),
        ("What the program missed:", answer.missed),
        ("Your judgement:", answer.judgement),
    )
    yield from ((name, words) for name, words in facts if words.strip())


def _write(scores: ClassScores, texts: LessonTexts) -> bytes:
    return feedback_pages(scores, texts).encode("utf-8", "replace")


FEEDBACK = ScoreFormat("html", "Feedback pages", ".html", _write)

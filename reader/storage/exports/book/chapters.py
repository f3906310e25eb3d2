"""The chapters of a book: the article with its marks, and each mark's card as a footnote."""

from collections.abc import Callable, Iterator, Sequence

from reader.core.notes import Note
from reader.core.text.spans import Span
from reader.storage.reports.html.article_markup import facts_line, language_of, zones_markup
from reader.storage.reports.html.cards import Cards, note_lines, short
from reader.storage.reports.html.marked_text import MarkedText
from reader.storage.reports.html.signs import text
from reader.storage.reports.html.tables import sections
from reader.storage.reports.report_format import Choices, Report

HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
    'lang="{language}" xml:lang="{language}"><head><title>{title}</title>'
    '<link rel="stylesheet" type="text/css" href="style.css"/></head>'
)
STYLE = """body{margin:1em;font-family:serif;line-height:1.5}
h1{font-size:1.6em;line-height:1.2}h2{font-size:1.15em}
.facts,.kicker,.dateline,.caption,.standing-note,.refs,aside,table,.method{font-size:.8em;
font-family:sans-serif}
.refs{text-align:right}
mark{background:none;color:inherit;border-bottom:2px solid #333}
mark.thick{border-bottom-width:4px}mark.thin,mark.thin-caps{border-bottom-width:1px}
mark.double,mark.double-caps{border-bottom:4px double #333}
mark.thick-thin{border-bottom:5px double #333}
mark.dashed{border-bottom-style:dashed;border-bottom-width:3px}
mark.dash-dot{border-bottom-style:dashed}
mark.dotted{border-bottom-style:dotted;border-bottom-width:3px}
mark.square-dots,mark.wave{border-bottom-style:dotted}
mark.source{font-style:italic}
.direct{background:#eee}.indirect{border-top:1px solid #777}
.lemon,.apricot,.lilac{background:#ddd}.pen{border-left:2px solid #000}
sup{font-size:.6em}.who{border:1px solid #777}
table{border-collapse:collapse}td,th{border-bottom:1px solid #999;padding:.2em .6em .2em 0;
text-align:left;vertical-align:top}
"""


def chapter(report: Report, choices: Choices) -> str:
    """Return one article as a page of XHTML."""
    notes: list[str] = []

    def beside(marked: MarkedText) -> Callable[[Sequence[Span]], str]:
        return _Footnotes(report, marked, notes).markup

    zones = zones_markup(report, choices, beside)
    head = HEAD.format(
        language=language_of(report),
        title=text(report.analysis.article.name),
    )
    asides = f'<section epub:type="footnotes">{"".join(notes)}</section>' if notes else ""
    return (
        f'{head}<body><section epub:type="chapter"><p class="facts">{facts_line(report)}</p>'
        f"{zones}{sections(report, choices)}</section>{asides}</body></html>\n"
    )


class _Footnotes:
    """Writes for each stretch the references to the footnotes of its marks and notes."""

    def __init__(self, report: Report, marked: MarkedText, notes: list[str]) -> None:
        self._text = report.analysis.article.text
        self._marked, self._cards, self._notes = marked, Cards(report, marked), notes

    def markup(self, places: Sequence[Span]) -> str:
        references = [
            reference
            for place in places
            for reference in (*self._of_notes(place), *self._of_marks(place))
        ]
        return f'<p class="refs">{", ".join(references)}</p>' if references else ""

    def _of_notes(self, place: Span) -> Iterator[str]:
        for span, note in self._marked.notes_in(place):
            yield self._reference("✎", span, self._note(note))

    def _of_marks(self, place: Span) -> Iterator[str]:
        for finding in self._marked.findings_in(place):
            category = self._marked.category_of(finding)
            letter = category.letter if category else "·"
            yield self._reference(letter, finding.span, self._cards.paragraphs(finding))

    def _reference(self, sign: str, span: Span, body: str) -> str:
        number = len(self._notes) + 1
        words = f"{text(sign)} {text(short(span.of(self._text)))}"
        self._notes.append(
            f'<aside epub:type="footnote" id="n{number}"><p><a href="#r{number}">{words}</a></p>'
            f"{body}</aside>"
        )
        return f'<a epub:type="noteref" id="r{number}" href="#n{number}">{words}</a>'

    def _note(self, note: Note) -> str:
        return note_lines(note)

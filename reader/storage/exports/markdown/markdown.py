"""An article with the reader's highlights and notes as Markdown, for programs that keep notes."""

from collections.abc import Iterator, Sequence

from reader.core.analysis.places import Places
from reader.core.notes import Note, placed_notes, unplaced_notes
from reader.core.text.article import Zone
from reader.core.text.spans import Span
from reader.storage.exports.markdown.markdown_text import (
    front_matter,
    plain,
    quoted,
    tags_line,
    within_line,
)
from reader.storage.exports.markdown.method import method_lines
from reader.storage.reports.choosing import drawn, shown_stretches, voices_told
from reader.storage.reports.html.marked_text import MarkedText
from reader.storage.reports.report_format import Choices, Report, ReportFormat
from reader.storage.reports.sheets.method_sheet import QUESTION, list_name, lists_used, titles_of

_BEFORE = {"headline": "# ", "subheading": "## ", "list-item": "- "}


def markdown(reports: Sequence[Report], choices: Choices) -> str:
    """Return one article with its notes, or the notes of several articles."""
    lines = [front_matter(_facts(reports, choices)), ""]
    if len(reports) == 1:
        lines += _article(reports[0], choices)
    else:
        for report, title in zip(reports, titles_of(reports), strict=True):
            lines += [f"# {plain(title)}", "", *_where_from(report), *_notes(report)]
    if "method" in choices.parts:
        lines += [
            "",
            *(
                f"#{line}" if line.startswith("#") else line
                for line in method_lines(reports, choices)
            ),
        ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _facts(reports: Sequence[Report], choices: Choices) -> dict[str, object]:
    tags = [tag for report in reports for note in report.notes for tag in note.tags]
    article = reports[0].analysis.article
    own: dict[str, object] = {}
    if len(reports) == 1:
        own = {
            "title": article.name,
            "author": article.byline,
            "outlet": article.outlet,
            "published": article.published,
            "source": article.origin,
            "language": article.language,
            "words": reports[0].analysis.words,
        }
    return {
        **own,
        "tags": [tags_line((tag,))[1:] for tag in dict.fromkeys(tags)],
        "lists": [list_name(item) for item in lists_used(reports)],
        "voices": voices_told(choices),
        "reminder": QUESTION,
    }


def _where_from(report: Report) -> Iterator[str]:
    """Yield who wrote an article, where and when, and that there are no notes if so."""
    article = report.analysis.article
    facts = (article.byline, article.outlet, article.published, article.origin)
    told = " · ".join(plain(" ".join(fact.split())) for fact in facts if fact)
    yield from (told, "") if told else ()
    yield from () if report.notes else ("No notes.", "")


def _article(report: Report, choices: Choices) -> Iterator[str]:
    shown = shown_stretches(report, choices)
    for zone in report.analysis.article.zones:
        if zone in shown:
            words = " […] ".join(_highlighted(report, span) for span in shown[zone])
            yield f"{_BEFORE.get(zone.kind, '')}{_in_zone(zone, words)}"
            yield ""
    yield from _notes(report)
    yield from _marks(report, choices)


def _in_zone(zone: Zone, words: str) -> str:
    flat = " ".join(words.split())
    is_small = zone.kind in {"caption", "kicker", "dateline", "standing-note"} and "*" not in flat
    return f"*{flat}*" if is_small else flat


def _highlighted(report: Report, place: Span) -> str:
    """Return a stretch of the text with the reader's highlights between equals signs."""
    text, parts, at = report.analysis.article.text, [], place.start
    for span, _ in placed_notes(report.notes, text):
        start, end = max(span.start, at), min(span.end, place.end)
        if start < end:
            parts += [within_line(text[at:start]), f"=={within_line(text[start:end])}=="]
            at = end
    parts.append(within_line(text[at : place.end]))
    whole = "".join(parts)
    return whole if whole.startswith("==") else plain_start(whole)


def plain_start(words: str) -> str:
    """Return a line that begins with no sign of a list or a heading."""
    return f"\\{words}" if words[:1] in {"+", "-", "="} else words


def _notes(report: Report) -> Iterator[str]:
    text, places = report.analysis.article.text, Places.of(report.analysis)
    loose = unplaced_notes(report.notes, text)
    if report.notes:
        yield "## Notes"
        yield ""
    for note in (item for item in loose if item.anchor is None):
        yield from _note(note, "on the article")
    for span, note in placed_notes(report.notes, text):
        yield quoted(span.of(text))
        yield ""
        yield from _note(note, places.of_span(span))
    for note in loose:
        if note.anchor is not None:
            yield quoted(note.anchor.quote)
            yield ""
            yield from _note(note, "place not found")


def _note(note: Note, place: str) -> Iterator[str]:
    yield from (plain(line) for line in note.text.splitlines())
    made = f", {note.made[:10]}" if note.made else ""
    yield f"({note.pen}, {place}{made}) {tags_line(note.tags)}".rstrip()
    yield ""


def _marks(report: Report, choices: Choices) -> Iterator[str]:
    found = drawn(report, choices)
    if not found:
        return
    text, places = report.analysis.article.text, Places.of(report.analysis)
    marked = MarkedText(report, choices)
    yield "## Marks"
    yield ""
    for item in found:
        words = plain(item.span.of(text))
        who = plain(marked.speaker_of(item))
        yield f"- {places.of_span(item.span)} **{plain(marked.name_of(item))}**: {words} ({who})"
    yield ""


def _write(reports: Sequence[Report], choices: Choices) -> bytes:
    return markdown(reports, choices).encode("utf-8", "replace")


MARKDOWN = ReportFormat(
    "markdown",
    "Markdown",
    ".md",
    _write,
    about="for programs that keep notes",
    loss="It tells marks in a list below the text, not in it; the article's voices are not drawn.",
)

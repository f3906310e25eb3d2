"""The method sheet as a file of its own, in Markdown that anybody can read."""

from collections.abc import Iterator, Sequence

from reader.storage.exports.markdown.markdown_text import plain
from reader.storage.reports.report_format import Choices, Report, ReportFormat
from reader.storage.reports.sheets.method_sheet import method_sheet


def method_lines(reports: Sequence[Report], choices: Choices) -> Iterator[str]:
    """Yield the method sheet as lines of Markdown."""
    yield "# Method sheet"
    for part in method_sheet(reports, choices):
        yield ""
        yield f"## {plain(part.heading)}"
        yield ""
        for sentence in part.told:
            yield f"- {plain(sentence)}"


def _write(reports: Sequence[Report], choices: Choices) -> bytes:
    return ("\n".join(method_lines(reports, choices)) + "\n").encode("utf-8", "replace")


METHOD = ReportFormat(
    "method",
    "Method sheet",
    ".method.md",
    _write,
    about="what was counted, how, with which lists",
    holds=frozenset({"corrections", "method"}),
    loss="It holds no text and no marks, only how they were counted.",
)

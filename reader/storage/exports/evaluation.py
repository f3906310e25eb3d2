"""Evaluation data: what the reader holds to be right, to score a program against."""

import json
from collections.abc import Sequence

from reader.core.corrections import evaluation_line, marked_article
from reader.storage.reports.report_format import Choices, Report, ReportFormat


def _write(reports: Sequence[Report], _choices: Choices) -> bytes:
    lines = (
        json.dumps(evaluation_line(report.analysis, report.name), ensure_ascii=False)
        for report in reports
    )
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


EVALUATION = ReportFormat(
    "evaluation",
    "Evaluation data",
    ".jsonl",
    _write,
    about="attributions and hedges, to score a program against",
    holds=frozenset({"article", "sourcing", "hedging", "corrections"}),
    loss="It holds attributions and hedges, and whether you or the program made each.",
    is_export=False,
)


def _write_marked(reports: Sequence[Report], _choices: Choices) -> bytes:
    """Return the marks of an article; its text lies beside it, under the same name."""
    one = reports[0]
    marks = marked_article(one.analysis, f"{one.name}.marks.txt")
    text = json.dumps(marks, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace")


MARKED = ReportFormat(
    "marked",
    "Marked article",
    ".marks.json",
    _write_marked,
    about="in the form of the marked articles, for a class to add to",
    holds=frozenset({"article", "sourcing", "hedging", "corrections"}),
    loss="It holds one article; the text lies in a file beside it.",
    is_export=False,
    has_text_beside=True,
)

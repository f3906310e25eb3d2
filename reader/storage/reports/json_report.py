"""The analysis document as JSON."""

import json
from collections.abc import Mapping, Sequence

from reader.core.document import analysis_document
from reader.storage.reports.indented_json import indented_json
from reader.storage.reports.report_format import Choices, Report, ReportFormat


def json_report(document: Mapping[str, object]) -> str:
    """Return an analysis document as indented JSON."""
    return indented_json(document) + "\n"


def _write(reports: Sequence[Report], _choices: Choices) -> bytes:
    """Return one document; several articles are one line each, as `batch` writes them."""
    documents = [analysis_document(one.analysis, one.name, one.corrections) for one in reports]
    if len(documents) == 1:
        return json_report(documents[0]).encode("utf-8", "replace")
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in documents).encode(
        "utf-8", "replace"
    )


JSON = ReportFormat(
    "json",
    "Analysis document",
    ".json",
    _write,
    about="all that was found, for programs",
    holds=frozenset({"article", "wording", "voices", "sourcing", "hedging", "corrections"}),
    loss="It holds no highlights and notes of yours; Web Annotation does.",
    is_export=False,
)

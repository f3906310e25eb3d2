"""The analysis document as JSON."""

import json
from collections.abc import Mapping

from reader.core.document import analysis_document
from reader.storage.reports.report_format import Report, ReportFormat


def json_report(document: Mapping[str, object]) -> str:
    """Return an analysis document as indented JSON."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _write(report: Report) -> bytes:
    document = analysis_document(report.analysis, report.name, report.corrections)
    return json_report(document).encode()


JSON = ReportFormat("json", "Analysis document", ".json", _write)

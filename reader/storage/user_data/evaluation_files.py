"""A corrected analysis as evaluation data."""

import json
from pathlib import Path

from reader.core.analysis.analysis import Analysis
from reader.core.corrections import evaluation_line
from reader.storage.atomic_files import write_atomically


def write_evaluation(path: Path, analysis: Analysis, document_id: str) -> None:
    """Write a corrected analysis as one line of evaluation data.

    Raises:
        ReaderError: The file cannot be written.
    """
    line = json.dumps(evaluation_line(analysis, document_id), ensure_ascii=False)
    write_atomically(path, f"{line}\n".encode("utf-8", "backslashreplace"))

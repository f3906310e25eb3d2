"""A corrected analysis as evaluation data."""

import json
from pathlib import Path

from reader.core.analysis.analysis import Analysis
from reader.core.corrections import evaluation_line, marked_article
from reader.storage.atomic_files import write_atomically, write_together

MARKED = ".marks.json"


def write_evaluation(path: Path, analysis: Analysis, document_id: str) -> None:
    """Write a corrected analysis as one line of evaluation data.

    Raises:
        ReaderError: The file cannot be written.
    """
    line = json.dumps(evaluation_line(analysis, document_id), ensure_ascii=False)
    write_atomically(path, f"{line}\n".encode("utf-8", "backslashreplace"))


def write_marked_article(path: Path, analysis: Analysis) -> None:
    """Write the marks of an article, and its text in a file beside them that ends in `.txt`.

    Raises:
        ReaderError: One of the files cannot be written; then neither is.
    """
    text_file = path.with_suffix(".txt")
    marks = json.dumps(marked_article(analysis, text_file.name), ensure_ascii=False, indent=1)
    files = {path: f"{marks}\n", text_file: analysis.article.text}
    write_together(
        {name: data.encode("utf-8", "backslashreplace") for name, data in files.items()}
    )

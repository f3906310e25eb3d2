"""The late load of PDF: its library crashes on some files, so only those have it that may crash.

Those are a process that reads one file, and a worker of a cluster.
"""

from types import ModuleType


def load_worker() -> ModuleType:
    """Return `reader.intake.documents.pdf.worker`; brings PDFium into this process."""
    from reader.intake.documents.pdf import worker

    return worker

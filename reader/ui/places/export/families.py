"""The formats as the dialog lists them: a row for each thing that one may want to have."""

from PySide6.QtCore import QCoreApplication

from reader.storage.exports.registry import EXPORT_FORMATS, export_format
from reader.storage.reports.report_format import ReportFormat
from reader.values import frozen


@frozen
class Family:
    """One row of the list.

    Attributes:
        icon: The name of its icon.
        title: What one gets.
        about: What it is for.
        names: The formats it stands for; the first one is taken at first.
    """

    icon: str
    title: str
    about: str
    names: tuple[str, ...]

    @property
    def formats(self) -> tuple[ReportFormat, ...]:
        """Return the formats of the row."""
        return tuple(export_format(name) for name in self.names)


def families() -> tuple[Family, ...]:
    """Return all rows, in their order; a format that belongs to none has one of its own."""
    shared = _shared_rows()
    named = {name for family in shared for name in family.names}
    others = (one for one in EXPORT_FORMATS if one.name not in named)
    return (*shared, *(Family("file-text", one.title, one.about, (one.name,)) for one in others))


def _shared_rows() -> tuple[Family, ...]:
    """Return the rows with icons and words of their own, some for several formats."""
    return (
        Family(
            "file-text", _tr("Web page"), _tr("HTML, marks and notes, works offline"), ("html",)
        ),
        Family("book-text", _tr("PDF"), _tr("as printed"), ("pdf",)),
        Family("book-open", _tr("EPUB"), _tr("for a reading device"), ("epub",)),
        Family(
            "notebook-pen", _tr("Markdown"), _tr("for programs that keep notes"), ("markdown",)
        ),
        Family(
            "table", _tr("Tables"), _tr("marks, sources, hedges, names, notes"), ("csv", "xlsx")
        ),
        Family("tag", _tr("Web Annotation"), _tr("JSON-LD, W3C"), ("annotations",)),
        Family("braces", _tr("brat"), _tr("text and .ann"), ("brat",)),
        Family("library-big", _tr("References"), _tr("RIS, CSL JSON"), ("ris", "csl")),
        Family(
            "clipboard-list",
            _tr("Method sheet"),
            _tr("what was counted, how, with which lists"),
            ("method",),
        ),
        Family(
            "waves",
            _tr("Analysis"),
            _tr("with your corrections, for programs"),
            ("json", "text", "evaluation", "marked"),
        ),
    )


def short_title(one: ReportFormat) -> str:
    """Return what a format is called beside others of its family."""
    named = {
        "csv": _tr("CSV"),
        "xlsx": _tr("Spreadsheet"),
        "ris": "RIS",
        "csl": "CSL JSON",
        "json": _tr("Document"),
        "text": _tr("Report"),
        "evaluation": _tr("Evaluation data"),
        "marked": _tr("Marked article"),
    }
    return named.get(one.name, one.title)


def _tr(words: str) -> str:
    return QCoreApplication.translate("ExportFormats", words)

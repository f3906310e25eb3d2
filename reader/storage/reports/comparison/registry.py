"""The formats that a comparison can be written in, in one tuple."""

import json
from collections.abc import Callable

from reader.core.across.comparison.comparison import Comparison
from reader.core.across.comparison.forms.document import comparison_document
from reader.storage.reports.comparison.html import comparison_html
from reader.storage.reports.comparison.text import comparison_text
from reader.values import frozen


@frozen
class ComparisonFormat:
    """A format that a comparison can be written in.

    Attributes:
        name: Its fixed short name, as it is typed after --format.
        title: What a person calls it, as the file dialog shows it.
        suffix: How the names of its files end, with the dot.
        write: Returns the text of a file.
    """

    name: str
    title: str
    suffix: str
    write: Callable[[Comparison], str]


def _json(comparison: Comparison) -> str:
    return json.dumps(comparison_document(comparison), ensure_ascii=False, indent=1) + "\n"


COMPARISON_FORMATS = (
    ComparisonFormat("text", "Text report", ".txt", comparison_text),
    ComparisonFormat("json", "Comparison document", ".json", _json),
    ComparisonFormat("html", "Page with table and texts", ".html", comparison_html),
)


def comparison_format(name: str) -> ComparisonFormat:
    """Return the format of a name.

    Raises:
        KeyError: There is none.
    """
    return {one.name: one for one in COMPARISON_FORMATS}[name]

"""What the pane says while a search is being typed: how to look for words, and whose they are."""

from html import escape

from PySide6.QtCore import QCoreApplication

EXAMPLES = (
    ("regime council", "both words"),
    ("“renewal plan”", "exactly so"),
    ("regime OR junta", "one of them"),
    ("-harbour", "leave these out"),
    ("flog*", "any ending"),
    ("regime, narrator only", "whose words: also quoted, reported"),
    ("said by Holloway", "in this source’s mouth"),
    ("outlet:courier", "also title:, tag:, date:2025-05, kind:, entry:, category:"),
)


def search_help(color: str) -> str:
    """Return a table of ways to search, as rich text in a quiet colour."""
    rows = "".join(
        f'<tr><td style="padding: 4px 14px 4px 0"><code>{escape(example)}</code></td>'
        f'<td style="padding: 4px 0; color: {color}">{escape(_tr(told))}</td></tr>'
        for example, told in EXAMPLES
    )
    return f"<table>{rows}</table>"


def _tr(words: str) -> str:
    return QCoreApplication.translate("SearchHelp", words)

"""The differences of the reader's copy of an entry, field by field."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from reader.core.lexicon.guards import format_guards
from reader.core.lexicon.layering.layers import Field, differing_fields
from reader.core.lexicon.lexicon import Entry
from reader.ui.places.editor.table.entry_cells import choice_text

_LONGEST = 110  # letters of a line, two of the form's


def differences_text(base: Entry, entry: Entry, categories: Mapping[str, str]) -> str:
    """Return one line for each field that differs, with what is shipped; "" for none.

    Args:
        base: The shipped entry.
        entry: The reader's copy.
        categories: The names of the categories, by id.
    """
    words = _tr("{field}, as shipped: {text}")
    return "\n".join(
        words.format(
            field=field_name(field), text=field_text(base, field, categories) or _tr("nothing")
        )
        for field in differing_fields(base, entry)
    )


def shortened(words: str) -> str:
    """Return the lines, each cut where it is longer than a look takes in."""
    return "\n".join(
        line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
        for line in words.split("\n")
    )


def field_name(field: Field) -> str:
    """Return what the form calls a field; one without a word of its own goes by its name."""
    names: dict[Field, str] = {
        "phrase": _tr("Phrase"),
        "match": _tr("Matches"),
        "part": _tr("Part of speech"),
        "category": _tr("Category"),
        "confidence": _tr("Sure"),
        "alternatives": _tr("Plainer"),
        "guards": _tr("Not when"),
        "counterpart": _tr("Other side"),
        "note": _tr("Note"),
        "source": _tr("Source"),
        "example": _tr("Example"),
        "counterexample": _tr("Not this"),
    }
    return names.get(field) or _tr(field.capitalize())


def field_text(entry: Entry, field: Field, categories: Mapping[str, str]) -> str:
    """Return what an entry says in one field; categories go by the names given by id."""
    if field == "guards":
        return format_guards(entry.guards)
    if field == "alternatives":
        return " | ".join(entry.alternatives)
    if field == "category":
        return ", ".join(categories.get(name, name) for name in entry.categories)
    value = getattr(entry, field)
    if field in {"match", "part", "confidence"}:
        return choice_text(value or "")
    return str(value) if value else ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("EntryDifferences", words)

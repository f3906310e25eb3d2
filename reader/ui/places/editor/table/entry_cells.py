"""What the cells of the table say, and what becomes of an entry when one is typed in."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QCoreApplication

from reader.core.lexicon.guards import format_guards, parse_guards
from reader.core.lexicon.layering.layers import Row, State
from reader.core.lexicon.lexicon import Confidence, Entry, Match
from reader.core.text.tagging import Part
from reader.ui.places.editor.entry_checks import guards_text
from reader.ui.places.editor.table.row_order import Column

CHOICES: dict[Column, tuple[str, ...]] = {
    "match": ("forms", "exact", "case", "slot"),
    "part": ("", "verb", "noun", "adj", "adv"),
    "confidence": ("confident", "possible"),
}


def choice_text(value: str) -> str:
    """Return how a value of a fixed choice is called."""
    texts = {
        "": _tr("any"),
        "forms": _tr("all forms"),
        "exact": _tr("as written"),
        "case": _tr("same case"),
        "slot": _tr("any word at X"),
        "verb": _tr("verb"),
        "noun": _tr("noun"),
        "adj": _tr("adjective"),
        "adv": _tr("adverb"),
        "confident": _tr("confident"),
        "possible": _tr("possible"),
    }
    return texts[value]


def _tr(words: str) -> str:
    return QCoreApplication.translate("EntryCells", words)


def state_text(state: State) -> str:
    """Return the words for whose an entry is."""
    texts: dict[State, str] = {
        "shipped": _tr("Shipped"),
        "changed": _tr("Mine, changed"),
        "muted": _tr("Mine, muted"),
        "added": _tr("Mine"),
    }
    return texts[state]


def cell_text(row: Row, column: Column) -> str:
    """Return a field of a row as one types it."""
    entry = row.shown
    texts: dict[Column, str] = {
        "phrase": entry.phrase,
        "match": entry.match,
        "part": entry.part or "",
        "confidence": entry.confidence,
        "guards": format_guards(entry.guards),
        "plainer": "|".join(entry.alternatives),
    }
    return texts.get(column, "")


def with_cell(entry: Entry, column: Column, text: str) -> tuple[Entry, str]:
    """Return an entry with the text of a cell taken over, and what is wrong with the text."""
    if column == "phrase":
        return replace(entry, phrase=" ".join(text.replace("...", "…").split())), ""
    if column == "match":
        return replace(entry, match=cast("Match", text)), ""
    if column == "part":
        return replace(entry, part=cast("Part | None", text or None)), ""
    if column == "confidence":
        return replace(entry, confidence=cast("Confidence", text)), ""
    if column == "guards":
        guards, _problems = parse_guards(text)
        return replace(entry, guards=guards), guards_text(text)
    options = tuple(filter(None, map(str.strip, text.split("|"))))
    return replace(entry, alternatives=options), ""

"""The reader's own highlights and notes as data. A highlight is never a mark of the program."""

from reader.core.notes.history import (
    Notes,
    NotesHistory,
    changed,
    highlight,
    next_pen,
    read_tags,
)
from reader.core.notes.notes import PENS, Note, Pen, placed_notes, unplaced_notes
from reader.core.notes.plain import merged_notes, notes_from_plain, plain_notes

__all__ = [
    "PENS",
    "Note",
    "Notes",
    "NotesHistory",
    "Pen",
    "changed",
    "highlight",
    "merged_notes",
    "next_pen",
    "notes_from_plain",
    "placed_notes",
    "plain_notes",
    "read_tags",
    "unplaced_notes",
]

"""The reader's own highlights and notes as data. A highlight is never a mark of the program."""

from reader.core.notes.notes import PENS, Note, Pen, placed_notes, unplaced_notes
from reader.core.notes.plain import merged_notes, notes_from_plain, plain_notes

__all__ = [
    "PENS",
    "Note",
    "Pen",
    "merged_notes",
    "notes_from_plain",
    "placed_notes",
    "plain_notes",
    "unplaced_notes",
]

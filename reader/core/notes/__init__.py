"""The reader's own highlights and notes as data. A highlight is never a mark of the program."""

from reader.core.notes.notes import PENS, Note, Pen, placed_notes, unplaced_notes

__all__ = ["PENS", "Note", "Pen", "placed_notes", "unplaced_notes"]

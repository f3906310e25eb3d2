"""The notes of one article with a way back: what was done last is taken back first."""

from dataclasses import replace

from reader.core.corrections import Anchor
from reader.core.notes.notes import PENS, Note, Pen
from reader.core.text.spans import Span
from reader.values import frozen

Notes = tuple[Note, ...]


@frozen
class NotesHistory:
    """Notes as they are, as they were, and as they were before a step back.

    Attributes:
        now: The notes that count.
        past: The states before, the oldest first.
        future: The states that were taken back, the last one last.
    """

    now: Notes = ()
    past: tuple[Notes, ...] = ()
    future: tuple[Notes, ...] = ()

    def with_now(self, notes: Notes) -> "NotesHistory":
        """Return the history after a change; nothing is to come any more."""
        return self if notes == self.now else NotesHistory(notes, (*self.past, self.now))

    def with_others(self, kept: Notes) -> "NotesHistory":
        """Return the history after another window's changes came in, which no step takes back.

        Args:
            kept: The notes that count, which that window's changes are part of.
        """
        new = [note for note in kept if note not in self.now]
        gone = [note for note in self.now if note not in kept]
        touched = {_which(note) for note in gone}
        touched -= {_which(note) for note in self.now if note in kept}

        def joined(notes: Notes) -> Notes:
            """Return an earlier state as it would be had they done theirs before it."""
            own, waiting = [], list(new)
            for note in notes:
                if note not in gone and (note in kept or _which(note) not in touched):
                    own.append(note)
                    continue
                theirs = next((one for one in waiting if _which(one) == _which(note)), None)
                if theirs is not None:  # they wrote in it; else they took it away
                    own.append(theirs)
                    waiting.remove(theirs)
            return (*own, *(note for note in waiting if note not in own))

        return NotesHistory(kept, tuple(map(joined, self.past)), tuple(map(joined, self.future)))

    def undo(self) -> "NotesHistory":
        """Return the history one step back."""
        if not self.past:
            return self
        return NotesHistory(self.past[-1], self.past[:-1], (*self.future, self.now))

    def redo(self) -> "NotesHistory":
        """Return the history with the last step back taken again."""
        if not self.future:
            return self
        return NotesHistory(self.future[-1], (*self.past, self.now), self.future[:-1])


def _which(note: Note) -> tuple[Anchor | None, str]:
    """Return what stays of a note while it is written: where it is, and when it was made."""
    return note.anchor, note.made


def highlight(text: str, span: Span, pen: Pen, when: str) -> Note:
    """Return a new highlight of some words.

    Args:
        text: The article.
        span: The words.
        pen: What they are highlighted with.
        when: Now, as ISO 8601 in UTC.
    """
    return Note(pen, Anchor.at(text, span), made=when)


def changed(
    note: Note, when: str, *, words: str | None = None, tags: tuple[str, ...] | None = None
) -> Note:
    """Return a note with other words or tags; what is None stays."""
    return replace(
        note,
        text=note.text if words is None else words,
        tags=note.tags if tags is None else tags,
        changed=when,
    )


def next_pen(pen: Pen) -> Pen:
    """Return the pen after one, round at the end."""
    return PENS[(PENS.index(pen) + 1) % len(PENS)]


def read_tags(written: str) -> tuple[str, ...]:
    """Return the tags in a line, parted by commas, each once, in their order."""
    parts = (" ".join(part.split()) for part in written.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))

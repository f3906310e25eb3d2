"""What is seen only when all pieces of a page are known: captions given twice, bare headings."""

from collections.abc import Iterable, Iterator, Sequence

from reader.intake.pages.reasons import REASONS
from reader.intake.text.zones import Piece

_TEXT = frozenset({"paragraph", "list-item", "standing-note", "subheading", "caption"})
_ENDING = frozenset(REASONS[kind] for kind in ("related", "comments", "sign-up", "poll", "form"))


def cleaned(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces without captions given twice and headings that head nothing."""
    return _without_bare_headings(list(_without_second_captions(pieces)))


def _without_second_captions(pieces: Iterable[Piece]) -> Iterator[Piece]:
    seen: set[str] = set()
    for piece in pieces:
        if piece.kind == "caption" and piece.text in seen:
            yield Piece(piece.text, None, REASONS["twice"])
        else:
            yield piece
        if piece.kind == "caption":
            seen.add(piece.text)


def _without_bare_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave out headings with nothing below them that was kept."""
    kept: list[Piece] = []
    has_text = False
    for piece in reversed(pieces):
        is_bare = piece.kind == "subheading" and not has_text
        kept.append(Piece(piece.text, None, REASONS["heading"]) if is_bare else piece)
        if piece.kind in _TEXT and not is_bare:
            has_text = True
        elif piece.reason in _ENDING:
            has_text = False
    return kept[::-1]

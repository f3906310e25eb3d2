"""Why a part of a page is left out, in words for readers."""

from collections.abc import Iterable, Iterator

from reader.intake.text.zones import Piece

_BETWEEN = " · "

REASONS = {
    "hidden": "hidden on the page",
    "silent": "marked as decoration",
    "instead": "for browsers without scripts, frames or players",
    "sign": "number or arrow of a note",
    "note": "note at the foot of the page",
    "comments": "comments of readers",
    "related": "links to other stories",
    "other-story": "another story on the same page",
    "share": "menu or share bar",
    "sign-up": "invitation to sign up",
    "paywall": "notice of a paywall",
    "advert": "advertisement",
    "consent": "notice about cookies",
    "pop-up": "window over the page",
    "menu": "menu or share bar",
    "author": "about the author",
    "tags": "list of topics",
    "sidebar": "beside the story",
    "aside": "beside the story",
    "footer": "foot of the page",
    "poll": "poll or rating",
    "player": "controls of a player",
    "drawing": "words in a drawing or a film",
    "pullquote": "repeats words of the story",
    "form": "form",
    "button": "button",
    "credit": "credit of a picture",
    "byline": "line about author or time",
    "heading": "heading without a text",
    "outside": "not taken for part of the article",
    "title": "title given twice",
    "twice": "given twice",
}

_LONGEST_JOINED = 600  # characters of short left-out pieces that are shown as one
_SHORT = 60


def joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces; short ones left out side by side for one reason come as one."""
    waiting: list[str] = []
    reason = ""
    for piece in pieces:
        is_short = piece.kind is None and len(piece.text) <= _SHORT
        size = sum(map(len, waiting))
        if waiting and not (is_short and piece.reason == reason and size < _LONGEST_JOINED):
            yield Piece(_BETWEEN.join(waiting), None, reason)
            waiting = []
        if is_short:
            waiting.append(piece.text)
            reason = piece.reason
        else:
            yield piece
    if waiting:
        yield Piece(_BETWEEN.join(waiting), None, reason)

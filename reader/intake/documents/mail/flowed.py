"""Flowed text (RFC 3676): lines of a mail that the sender's program broke, made whole again."""

import re
from email.message import Message

_QUOTED = re.compile(r"(>{0,99}) ?(.*)")
_SIGNATURE = "-- "  # the line before a signature, which ends no broken line


def is_flowed(part: "Message[str, str]") -> bool:
    """Tell whether a space at the end of a line says that it goes on."""
    return _told(part, "format") == "flowed"


def unflowed(text: str, part: "Message[str, str]") -> str:
    """Return a flowed text with its lines joined, those of a quotation among themselves.

    Args:
        text: The text, with line feeds as its only line ends.
        part: The part of the message that it stands in; `DelSp` there says whether the space
            at the end of a line is a part of the text.
    """
    cut = 1 if _told(part, "delsp") == "yes" else 0
    lines: list[list[str]] = []
    depth_before = -1  # of the quotation whose last line goes on
    for line in text.split("\n"):
        depth, words = _parted(line)
        is_broken = words.endswith(" ") and words != _SIGNATURE
        if depth != depth_before or words == _SIGNATURE:
            lines.append([f"{'>' * depth} " if depth else ""])
        lines[-1].append(words[:-cut] if is_broken and cut else words)
        depth_before = depth if is_broken else -1
    return "\n".join(map("".join, lines))


def _parted(line: str) -> tuple[int, str]:
    """Return how deeply a line is quoted, and its words."""
    found = _QUOTED.fullmatch(line)
    return (len(found[1]), found[2]) if found else (0, line)


def _told(part: "Message[str, str]", name: str) -> str:
    return str(part.get_param(name) or "").casefold()

"""Mail messages and saved pages before they are parsed: line ends of one kind, heads in bounds."""

import re

from reader.intake.text.line_ends import with_line_feeds

# What reads the parameters of a field takes the square of its length.
_ENDLESS_FIELD = re.compile(
    rb"(?im)^(content-[a-z-]{1,40}[ \t]*:(?:[^\n]|\n[ \t]){10000})(?:[^\n]|\n[ \t])++"
)


def with_short_heads(data: bytes) -> bytes:
    """Return a message with line feeds as its only line ends, its parts told of in bounds."""
    return _ENDLESS_FIELD.sub(rb"\1", with_line_feeds(data))

"""End tags that browsers understand and the parser drops, so that words would run together."""

import re

_BREAK = re.compile(r"(?i)</\s{0,9}br\b[^<>]{0,99}>")
_PARAGRAPH_AND_WORD = re.compile(r"(?i)</p\s{0,9}>(?=[^\s<])")
_HEADING = re.compile(r"(?i)<(/?)h([1-6])(?=[\s>/])")


def with_whole_ends(page: str) -> str:
    """Return a page whose odd end tags part what they part in a browser.

    `</br>` breaks the line, a `</p>` without a beginning ends one, and a heading is ended by the
    end of a heading of any rank.
    """
    page = _PARAGRAPH_AND_WORD.sub("</p> ", _BREAK.sub("<br>", page))
    rank = ""  # of the heading that is open

    def matched(found: re.Match[str]) -> str:
        nonlocal rank
        is_end, number = bool(found[1]), found[2]
        told = f"</h{rank}" if is_end and rank not in {"", number} else found[0]
        rank = "" if is_end else number
        return told

    return _HEADING.sub(matched, page)

"""Enriched text (RFC 1896) and its elder brother (RFC 1341): plain text with a few commands."""

import re

_COMMAND = re.compile(r"<(<|/?[a-zA-Z][\w-]{0,59}>)")
_UNSHOWN = frozenset({"param", "comment"})  # what their commands hold is not shown
_SIGNS = {"nl": "\n", "np": "\n\n", "lt": "<"}  # commands of the elder form that stand for signs
_BREAKS = re.compile(r"\n+")


def plain_of_enriched(text: str) -> str:
    """Return what an enriched text shows: a line end alone is a space, of more one is left out.

    What a command would hide that never ends is shown, so that no words are lost.

    Args:
        text: The text, with line feeds as its only line ends.
    """
    shown: list[str] = []
    unended = _show(text, shown, 0, 0, _UNSHOWN)
    if unended is not None:
        _show(text, shown, *unended, frozenset())
    return "".join(shown)


def _show(
    text: str, shown: list[str], place: int, as_written: int, hides: frozenset[str]
) -> tuple[int, int] | None:
    """Add what a text shows from a place on; return where a hidden part begins that never ends.

    Args:
        text: The text.
        shown: What is added to.
        place: Where to begin.
        as_written: How many commands have been met there that keep line ends as they are.
        hides: The commands that hide what they hold.

    Returns:
        None, or the beginning of the part and the number of such commands there.
    """
    unshown, opened = 0, (place, as_written)
    for found in _COMMAND.finditer(text, place):
        _add(shown, text[place : found.start()], is_shown=not unshown, is_filled=not as_written)
        place = found.end()
        name = found[1].rstrip(">").casefold()
        step = -1 if name.startswith("/") else 1
        if name.lstrip("/") in hides:
            opened = opened if unshown else (place, as_written)
            unshown = max(0, unshown + step)
        elif name.lstrip("/") == "nofill":
            as_written = max(0, as_written + step)
        elif not unshown:
            shown.append("<" if name == "<" else _SIGNS.get(name, ""))
    if unshown:
        return opened
    _add(shown, text[place:], is_shown=True, is_filled=not as_written)
    return None


def _add(shown: list[str], words: str, *, is_shown: bool, is_filled: bool) -> None:
    if is_shown:
        shown.append(_BREAKS.sub(_filled, words) if is_filled else words)


def _filled(breaks: re.Match[str]) -> str:
    return breaks[0][1:] or " "

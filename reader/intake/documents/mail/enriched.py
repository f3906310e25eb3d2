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
    unshown, as_written, place, opened = 0, 0, 0, 0
    for found in _COMMAND.finditer(text):
        _add(shown, text[place : found.start()], is_shown=not unshown, is_filled=not as_written)
        place = found.end()
        name = found[1].rstrip(">").casefold()
        step = -1 if name.startswith("/") else 1
        if name.lstrip("/") in _UNSHOWN:
            opened = opened if unshown else place
            unshown = max(0, unshown + step)
        elif name.lstrip("/") == "nofill":
            as_written = max(0, as_written + step)
        elif not unshown:
            shown.append("<" if name == "<" else _SIGNS.get(name, ""))
    rest = _COMMAND.sub("", text[opened:]) if unshown else text[place:]
    _add(shown, rest, is_shown=True, is_filled=not as_written)
    return "".join(shown)


def _add(shown: list[str], words: str, *, is_shown: bool, is_filled: bool) -> None:
    if is_shown:
        shown.append(_BREAKS.sub(_filled, words) if is_filled else words)


def _filled(breaks: re.Match[str]) -> str:
    return breaks[0][1:] or " "

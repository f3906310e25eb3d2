"""Cells of a table that a spreadsheet would compute: written so that it does not, and read back.

An apostrophe before a cell keeps it from being computed; spreadsheets show and keep it.
"""

import re

# What a spreadsheet may compute: signs of formulas, wide, small and raised ones too, behind blanks
# and signs that nobody sees.
_SIGNS = (
    r"[\s\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"
    r"[=+\-@\t\r＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−﬩]"
)
_FORMULA = re.compile(_SIGNS)
_MARKED = re.compile(f"'+{_SIGNS}")
_MARK = "'"


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return cell if cell[:1].isalnum() or not _FORMULA.match(cell) else f"{_MARK}{cell}"


def defused_for_return(cell: str) -> str:
    """Return a cell that is no formula, from which `as_meant` makes the same words again."""
    if cell[:1].isalnum():
        return cell
    return f"{_MARK}{cell}" if _MARKED.match(cell) else defused(cell)


def as_meant(cell: str) -> str:
    """Return a cell without the apostrophe that kept a spreadsheet from computing it."""
    return cell[1:] if cell[:1] == _MARK and _MARKED.match(cell) else cell

"""Whole numbers in a call."""

import argparse
from collections.abc import Callable

_MOST = 1_000_000
_LONGEST = 20  # digits; Python itself refuses to read thousands of them


def positive(text: str) -> int:
    """Return a number from 1 to a million.

    Raises:
        ArgumentTypeError: It is none.
    """
    return positive_to(_MOST)(text)


def positive_to(most: int) -> Callable[[str], int]:
    """Return what reads a number from 1 to a largest one, as `positive` does."""

    def read(text: str) -> int:
        if len(text) > _LONGEST or not text.isdecimal() or not 1 <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"it takes a number from 1 to {most:,}")
        return int(text)

    return read

"""Whole numbers in a call."""

import argparse
from collections.abc import Callable


def positive(text: str) -> int:
    """Return a number from 1.

    Raises:
        ArgumentTypeError: It is none.
    """
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("it takes a number from 1")
    return int(text)


def positive_to(most: int) -> Callable[[str], int]:
    """Return what reads a number from 1 to a largest one, as `positive` does."""

    def read(text: str) -> int:
        if not text.isdecimal() or not 1 <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"it takes a number from 1 to {most:,}")
        return int(text)

    return read

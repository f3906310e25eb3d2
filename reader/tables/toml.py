"""TOML from foreign files: refused where reading it would take the square of its length."""

import re
import tomllib
from typing import Any

# A key of many parts, of which the reader of TOML takes the square. The parts between quotation
# marks end on their line, and none is looked for behind a backslash.
_PART = r"""(?:[\w-]++|"(?:[^"\\\n]|\\.){0,99}+"|'[^'\n]{0,99}+')[ \t]*+\.[ \t]*+"""
_DEEP_KEY = re.compile(rf"(?<![\w-])(?:{_PART}){{32}}")


def parsed_toml(text: str) -> dict[str, Any]:
    """Return what a text in TOML says.

    Raises:
        ValueError: It is not written as TOML asks, or nested too deeply; the words are the end of
            a sentence.
    """
    if _DEEP_KEY.search(text):
        raise ValueError("it is nested too deeply")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    except tomllib.TOMLDecodeError:
        raise
    except ValueError as error:  # of `int`, which speaks to programmers
        raise ValueError("a number in it is too large") from error

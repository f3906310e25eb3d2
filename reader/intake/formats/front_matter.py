"""The facts between two lines of dashes at the top of a Markdown file."""

import re
from collections.abc import Iterable, Mapping

from reader.intake.late_loads import yaml_facts

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LONGEST = 20_000  # characters; what is longer is part of the text
_FACT = re.compile(r"(?m)^\w[\w -]{0,40}:")
# Lines that mean to YAML what they mean to everybody: a name, a colon, and words without a sign
# that YAML has a use for. They need no parser.
_PLAIN = re.compile(r"(?:[^\W\d_][\w -]{0,40}:(?:[ \t]+[^\W_](?:[^:#\n]|:(?=\S)|(?<=\S)#)*)?\n)*")


def has_front_matter(text: str) -> bool:
    """Tell whether a text begins with facts, each with a name and a colon."""
    found = _FRONT.match(text[:_LONGEST])
    return found is not None and _FACT.search(found.group(1)) is not None


def split_front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """Return the facts by their names in lower case, and the text below them.

    A list is one fact, with commas between its items. Where somebody wrote a line that YAML does
    not take ("title: Storm: the sequel"), every line is one fact.
    """
    found = _FRONT.match(text[:_LONGEST])
    if found is None:
        return {}, text
    facts = {
        name.strip().lower(): " ".join(value.split())
        for name, value in _facts(found.group(1))
        if value.strip()
    }
    return facts, text[found.end() :]


def _facts(front: str) -> Iterable[tuple[str, str]]:
    lines = [line.partition(":") for line in front.split("\n")]
    if _PLAIN.fullmatch(f"{front}\n"):
        return [(name, value) for name, _, value in lines]
    facts = yaml_facts(front)
    if facts is not None:
        return facts
    return [(name, value.strip().strip("\"'")) for name, _, value in lines]

"""The facts at the top of a Markdown file: YAML between dashes, TOML between plus signs."""

import re
from collections.abc import Iterable, Mapping

from reader.intake.late_loads import toml_facts, yaml_facts

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)(?:\n|(?<=\n))\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_LONGEST = 20_000  # characters; what is longer is part of the text
_FACT = re.compile(r"(?m)^\w[\w -]{0,40}:")
_SETTING = re.compile(r"(?m)^[ \t]{0,9}[\w.\"'-]{1,60}[ \t]{0,9}=")
# Lines that mean to YAML what they mean to everybody: a name, a colon, and words without a sign
# that YAML has a use for. They need no parser.
_PLAIN = re.compile(r"(?:[^\W\d_][\w -]{0,40}:(?:[ \t]+[^\W_](?:[^:#\n]|:(?=\S)|(?<=\S)#)*)?\n)*")


def has_front_matter(text: str) -> bool:
    """Tell whether a text begins with facts, each with a name and a colon or an equals sign."""
    return _toml_front(text) is not None or (
        (found := _FRONT.match(text[:_LONGEST])) is not None
        and _FACT.search(found.group(1)) is not None
    )


def split_front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """Return the facts by their names in lower case, and the text below them.

    A list is one fact, with commas between its items. Where somebody wrote a line that YAML does
    not take ("title: Storm: the sequel"), or TOML, every line is one fact.
    """
    toml = _toml_front(text)
    found = toml or _FRONT.match(text[:_LONGEST])
    if found is None:
        return {}, text
    facts = {
        name.strip().lower(): " ".join(value.split())
        for name, value in (_settings if toml else _facts)(found.group(1))
        if value.strip()
    }
    return facts, text[found.end() :]


def _toml_front(text: str) -> re.Match[str] | None:
    """Return the lines of TOML at the top of a text, None where it has none."""
    found = _TOML.match(text[:_LONGEST])
    return found if found is not None and _SETTING.search(found.group(1)) else None


def _settings(front: str) -> Iterable[tuple[str, str]]:
    facts = toml_facts(front)
    return _by_line(front, "=") if facts is None else facts


def _facts(front: str) -> Iterable[tuple[str, str]]:
    if _PLAIN.fullmatch(f"{front}\n"):
        return [(name, value) for name, _, value in _parted(front, ":")]
    facts = yaml_facts(front)
    return _by_line(front, ":") if facts is None else facts


def _by_line(front: str, sign: str) -> Iterable[tuple[str, str]]:
    return [(name, value.strip().strip("\"'")) for name, _, value in _parted(front, sign)]


def _parted(front: str, sign: str) -> Iterable[tuple[str, str, str]]:
    return (line.partition(sign) for line in front.split("\n"))

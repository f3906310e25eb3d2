"""The facts between two lines of dashes at the top of a Markdown file."""

import re
from collections.abc import Iterator, Mapping

import yaml

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LONGEST = 20_000  # characters; what is longer is part of the text
_FACT = re.compile(r"(?m)^\w[\w -]{0,40}:")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEP = re.compile(r"(?:[-?:][ \t]+){20}|[\[{](?:\s*[\[{]){20}")


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


def _facts(front: str) -> Iterator[tuple[str, str]]:
    """Yield names and values. Only nodes are read; nothing is made of them."""
    try:
        root = None if _DEEP.search(front) else yaml.compose(front, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError, ValueError):
        root = None
    if isinstance(root, yaml.MappingNode):
        for key, value in root.value:
            yield str(key.value) if isinstance(key, yaml.ScalarNode) else "", _words(value)
        return
    for line in front.split("\n"):
        name, _, value = line.partition(":")
        yield name, value.strip().strip("\"'")


def _words(node: yaml.Node) -> str:
    if isinstance(node, yaml.SequenceNode):
        items = (item.value for item in node.value if isinstance(item, yaml.ScalarNode))
        return ", ".join(map(str, items))
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""

"""Names and values in YAML. Only nodes are read; nothing is made of them."""

import re
from collections.abc import Iterator

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEP = re.compile(r"(?:[-?:][ \t]+){20}|[\[{](?:\s*[\[{]){20}")


def yaml_facts(text: str) -> tuple[tuple[str, str], ...] | None:
    """Return the names and values of a mapping, None where the text is none."""
    try:
        root = None if _DEEP.search(text) else yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return tuple(_facts(root)) if isinstance(root, yaml.MappingNode) else None


def _facts(root: yaml.MappingNode) -> Iterator[tuple[str, str]]:
    for key, value in root.value:
        yield str(key.value) if isinstance(key, yaml.ScalarNode) else "", _words(value)


def _words(node: yaml.Node) -> str:
    """Return a scalar, or a list with commas between its items; "" for all else."""
    if isinstance(node, yaml.SequenceNode):
        items = (item.value for item in node.value if isinstance(item, yaml.ScalarNode))
        return ", ".join(map(str, items))
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""

"""Parts of foreign JSON, of which nothing may be taken for granted."""

from collections.abc import Mapping

from reader.intake.collections.kept_item import plain_line

_MOST = 500  # parts of one item


def objects_in(value: object) -> list[Mapping[str, object]]:
    """Return the objects of a list; [] for anything else."""
    if not isinstance(value, list):
        return []
    return [one for one in value if isinstance(one, dict)]


def lines_in(value: object) -> tuple[str, ...]:
    """Return the texts of a list, each as one line; of one text, that text."""
    values = value if isinstance(value, list) else [value]
    return tuple(filter(None, map(plain_line, values[:_MOST])))

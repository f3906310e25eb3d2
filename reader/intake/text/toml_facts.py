"""Names and values in TOML, the other language of facts at the top of a Markdown file."""

from collections.abc import Iterator, Mapping

from reader.tables.toml import parsed_toml


def toml_facts(text: str) -> tuple[tuple[str, str], ...] | None:
    """Return the names and values of a table, None where the text is no TOML."""
    try:
        return tuple(_facts(parsed_toml(text)))
    except ValueError:
        return None


def _facts(table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield what the lines at the top say; tables below them hold no facts of an article."""
    for name, value in table.items():
        if isinstance(value, list):
            yield name, ", ".join(str(one) for one in value if not isinstance(one, list | dict))
        elif not isinstance(value, dict):
            yield name, str(value)

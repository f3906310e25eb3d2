"""The table of lines that say when a text was published and who wrote it."""

from collections.abc import Mapping
from typing import Any

from reader.tables.problems import is_list_of_texts, key_problems, list_problems, text_problems

TABLE = "date-lines"
_LISTS = (
    "day_endings",
    "lasts",
    "before_author",
    "particles",
    "after_author",
    "between_authors",
    "changed",
    "agencies",
    "no_places",
)
_TEXTS = ("beside", "no_author")
_MONTHS = 12


def date_problems(table: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with a table of date lines, as finished sentences."""
    found = key_problems(table, ("months", *_LISTS, *_TEXTS))
    months = table.get("months")
    rows = months if isinstance(months, list) else []
    if len(rows) != _MONTHS or not all(map(is_list_of_texts, rows)):
        found.append("“months” must be twelve lists, each with the spellings of a month.")
    return [*found, *text_problems(table, *_TEXTS), *list_problems(table, *_LISTS)]

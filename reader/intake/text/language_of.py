"""In which language an article that is read seems to be."""

import tomllib
from functools import cache

from reader.core.languages.guessing import LanguageGuesser
from reader.paths import default_paths


def guess_language(text: str) -> str | None:
    """Return the two-letter code of the language, or None when the text does not tell."""
    return _guesser()(text)


@cache
def _guesser() -> LanguageGuesser:
    table = tomllib.loads(default_paths().common_words.read_text(encoding="utf-8"))
    return LanguageGuesser.from_table(table)

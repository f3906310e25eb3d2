"""The late load of languages: nltk's stemmers, 0.4 s that few languages ask for."""

from types import ModuleType


def load_stemmers() -> ModuleType:
    """Return `nltk.stem.snowball`."""
    from nltk.stem import snowball  # type: ignore[import-untyped] # nltk ships no types

    stemmers: ModuleType = snowball
    return stemmers

"""Names of collections and tags as they are typed: with commas between them."""

from collections.abc import Iterable


def names_in(words: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the names in what was typed, each once.

    Args:
        words: What was typed.
        known: Names that may hold a comma themselves, as long as they stand there as they are.
    """
    found = []
    for name in sorted((name for name in known if "," in name), key=len, reverse=True):
        if name in words:
            found.append(name)
            words = words.replace(name, "", 1)
    found += (" ".join(part.split()) for part in words.split(","))
    return tuple(dict.fromkeys(filter(None, found)))

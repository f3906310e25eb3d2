"""The late load of text: what guesses an encoding, for the first text that states none.

It takes 0.02 s to load, and few texts need it: the first painted text must not wait for it.
"""


def guessed_encoding(data: bytes) -> str | None:
    """Return the name of the encoding that bytes look like, None where they look like none."""
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return best.encoding if best is not None else None

"""Mutes as an earlier version of the program kept them, in `mutes.json`."""

from collections.abc import Callable, Iterable, Mapping

from reader.core.corrections import Anchor, Correction, Corrections, muted_entry
from reader.storage.user_data.json_files import DamagedError
from reader.values import frozen

_DIGITS = 24  # of the 32 by which the earlier version knew a text


@frozen
class EarlierMutes:
    """What the earlier version kept.

    Attributes:
        everywhere: The muted entries.
        places: The muted places by the digest of the text they are in.
        is_whole: Everything in the file was understood.
    """

    everywhere: Corrections
    places: Mapping[str, Corrections]
    is_whole: bool


def earlier_mutes(plain: object) -> EarlierMutes:
    """Return the mutes in the plain data of `mutes.json`.

    Raises:
        DamagedError: There are none in it at all.
    """
    if not isinstance(plain, dict):
        raise DamagedError("it holds no mutes")
    entries, places = plain.get("entries", []), plain.get("places", {})
    if not isinstance(entries, list) or not isinstance(places, dict):
        raise DamagedError("it holds no mutes")
    everywhere = _understood(entries, _entry)
    by_text = {
        str(text)[:_DIGITS]: _understood(listed, _place)
        for text, listed in places.items()
        if isinstance(listed, list)
    }
    count = len(everywhere) + sum(map(len, by_text.values()))
    listed = [len(item) if isinstance(item, list) else 1 for item in places.values()]
    return EarlierMutes(everywhere, by_text, count == len(entries) + sum(listed))


def _understood(
    items: Iterable[object], make: Callable[[object], Correction | None]
) -> Corrections:
    return tuple(made for item in items if (made := make(item)) is not None)


def _entry(item: object) -> Correction | None:
    match item:
        case [str(lexicon), str(phrase)]:
            return muted_entry(lexicon, phrase)
    return None


def _place(item: object) -> Correction | None:
    match item:
        case [int(start), int(), str(words)] if start >= 0 and words:
            return Correction("mute-here", places=(Anchor(words, "", "", start),))
    return None

"""`library search`: the places found, as lines or as JSON."""

import argparse
import json
from collections.abc import Iterator, Sequence

from reader.cli.frame.output import harmless, say, write_output
from reader.core.across.query import VOICE_NAMES
from reader.core.across.unknown_keys import UnknownKey, empty_keys, unknown_keys
from reader.storage.library.library import Library
from reader.storage.library.rows import FoundArticle, FoundPlace

_AROUND = 50  # characters shown on either side of a place


def search(library: Library, call: argparse.Namespace) -> int:
    """Write what is found; return the exit status.

    Raises:
        ReaderError: Nothing is asked, or the library cannot be read.
    """
    found = library.search.find(call.query, call.voice, limit=call.limit)
    if call.format == "json":
        items = (json.dumps(plain_hit(one), ensure_ascii=False) for one in found)
        text = "[" + ",\n ".join(items) + "]\n"
    else:
        fronts = set(library.folding.without_copies([one.id for one in found]))
        text = "".join(_lines(library, [one for one in found if one.id in fronts]))
        text = harmless(text) + _told_copies(len(found) - len(fronts))
    say(tuple(map(_told, unknown_keys(call.query))))
    told = "“{}:” has no value, and was looked for as a word."
    say(tuple(map(told.format, empty_keys(call.query))))
    write_output(text.encode(), None)
    return 0


def _told(one: UnknownKey) -> str:
    """Return what to say of a key that was looked for as a word."""
    if one.nearest:
        return f"There is no key “{one.key}:”. Did you mean {one.nearest}:?"
    if not one.is_key_known:
        return f"There is no key “{one.key}:”, so it was looked for as a word."
    days = "It takes 2025, 2025-05, 2025-05-09, or two of them with .. between."
    takes = {
        "voice": f"It takes {', '.join(VOICE_NAMES)}.",
        "date": days,
        "added": days,
        "in": "It takes title or notes.",
    }
    return f"“{one.value}” does not fit {one.key}:. {takes[one.key]}"


def _told_copies(number: int) -> str:
    """Return the line on copies that are not shown beside the article in front of them."""
    if not number:
        return ""
    told = "1 copy" if number == 1 else f"{number:,} copies"
    return f"{told} of these articles left out; --format json has all.\n"


def plain_hit(found: FoundArticle) -> dict[str, object]:
    """Return an article that was found with the keys that other programs rely on."""
    places = [
        {
            "start": place.start,
            "end": place.end,
            "text": place.text,
            "voice": place.voice,
            "speaker": place.speaker,
        }
        for place in found.places
    ]
    return {"id": found.id, "title": found.title, "places": places}


def _lines(library: Library, found: Sequence[FoundArticle]) -> Iterator[str]:
    for one in found:
        facts = ", ".join(filter(None, (one.outlet, one.published)))
        yield f"{one.id}  {one.name}{f' ({facts})' if facts else ''}\n"
        text = library.articles.article(one.id).text if one.places else ""
        for place in one.places:
            yield f"    {_voice(place)}: {_around(text, place)}\n"
    if not found:
        yield "Nothing was found.\n"


def _voice(place: FoundPlace) -> str:
    if place.speaker:
        return f"{place.voice}, {' '.join(place.speaker.split())}"
    return place.voice or "not analysed yet"


def _around(text: str, place: FoundPlace) -> str:
    start, end = max(0, place.start - _AROUND), min(len(text), place.end + _AROUND)
    before, after = text[start : place.start], text[place.end : end]
    shown = f"{before.rpartition(chr(10))[2]}[{place.text}]{after.partition(chr(10))[0]}"
    return " ".join(shown.split())

"""What the reader corrected, in plain words for a file."""

from collections.abc import Iterable

from reader.core.corrections import Correction

_LONGEST = 80  # characters of quoted words
_WORDS = {
    "merge-sources": "joined {other} and {name}",
    "split-off": "made a source of its own of who says “{words}”",
    "set-speaker": "gave “{words}” to {name}",
    "set-extent": "set what is said to “{words}”",
    "set-kind": "set the kind of “{words}” to {value}",
    "set-source-kind": "set the kind of source of {name} to {value}",
    "set-side": "put {name} on side {value}",
    "name-side": "named a side: {value}",
    "add-attribution": "added that {name} says “{words}”",
    "remove-attribution": "took out that somebody says “{words}”",
    "add-hedge": "added the hedge “{words}” ({value})",
    "remove-hedge": "took out the hedge “{words}” ({value})",
    "set-title": "said that the title is “{value}”",
    "set-author": "said that the author is “{value}”",
    "set-outlet": "said that the outlet is “{value}”",
    "set-date": "said that it was published on “{value}”",
    "set-language": "said that the language is “{value}”",
    "set-text-kind": "said that the kind of text is “{value}”",
    "mute-here": "muted “{words}” at one place",
    "mute-everywhere": "muted the entry “{value}” everywhere",
}


def corrections_told(corrections: Iterable[Correction]) -> tuple[str, ...]:
    """Return what each correction did, in the order they were made."""
    return tuple(map(_told, corrections))


def _told(correction: Correction) -> str:
    plain = f"{correction.action.replace('-', ' ')}: “{{words}}”"
    return _WORDS.get(correction.action, plain).format(
        name=_name(correction.speaker.name if correction.speaker else ""),
        other=_name(correction.other.name if correction.other else ""),
        words=_short(correction.words),
        value=_short(correction.value),
    )


def _name(name: str) -> str:
    return _short(name) or "a source without a name"


def _short(words: str) -> str:
    flat = " ".join(words.split()).strip("“”\"'‘’«»")
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"

"""The settings as plain data and back, and what two windows made of them."""

import contextlib
import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import Field, asdict, fields, replace
from functools import partial
from typing import Any

from reader.settings import Settings
from reader.storage.user_data.json_files import DamagedError, parsed_json

_SETTING = re.compile(r' "([a-z_]+)": (.+?),?\s*')
_PART = re.compile(r' {2,}".*",?\s*')
_LONGEST = 4_096  # characters of a path that any system takes
_MOST_UNKNOWN = 100_000  # characters of what another version keeps under one name
_MOST_NAMED = 6  # choices that are lost, of many
_CALLED = {"keys": "Keys of commands", "lexicons_off": "Lists that are switched off"}


def plain_settings(settings: Settings) -> dict[str, object]:
    """Return settings as data for JSON."""
    return asdict(settings)


def settings_from_plain(plain: object) -> Settings:
    """Return settings from data of JSON; what is no setting in it is passed over.

    Raises:
        DamagedError: There are no settings in it at all.
    """
    if not isinstance(plain, dict):
        raise DamagedError("it holds no settings")
    known: dict[str, Any] = {}
    for item in fields(Settings):
        value = plain.get(item.name)
        if isinstance(value, list):
            value = tuple(part for part in value if _is_usable(part))
        if value is not None and type(value) is type(item.default) and _is_choice(item, value):
            known[item.name] = _bounded(
                value, item.metadata.get("least"), item.metadata.get("most")
            )
    return Settings(**known)


def settings_by_lines(data: bytes) -> tuple[Settings, tuple[str, ...], bool]:
    """Return what the whole lines of a damaged file say, of which settings, and whether of tabs.

    Each setting has a line, and each part of a list; the last line of a file that was cut off may
    be half a number.
    """
    lines = data.decode(errors="replace").split("\n")[:-1]
    found: dict[str, object] = {}
    parts: list[object] = []
    is_whole = True
    for line in lines:
        head = _SETTING.fullmatch(line)
        if head is not None and head[2] == "[":
            found[head[1]] = parts = []
            is_whole = False
        elif head is not None:
            _add_plain(head[2], partial(found.__setitem__, head[1]))
        elif _PART.fullmatch(line):
            _add_plain(line.strip().removesuffix(","), parts.append)
        else:
            is_whole = is_whole or line.strip() in {"]", "],"}
    known = {item.name for item in fields(Settings)}
    named = [name for name in found if name in known]
    has_tabs = "open_tabs" in named and (is_whole or named[-1] != "open_tabs")
    return settings_from_plain(found), tuple(named), has_tabs


def lost_choices(read: Collection[str]) -> str:
    """Return what choices are called of which nothing could be read, the first of many."""
    lost = [
        str(item.metadata.get("label") or _CALLED[item.name])
        for item in fields(Settings)
        if item.name not in read and (item.metadata.get("label") or item.name in _CALLED)
    ]
    more = len(lost) - _MOST_NAMED
    named = ", ".join(f"“{one}”" for one in lost[:_MOST_NAMED])
    return f"{named} and {more} more" if more > 0 else named


def _add_plain(words: str, add: Callable[[object], None]) -> None:
    with contextlib.suppress(DamagedError):
        add(parsed_json(words.encode()))


def joined_settings(plain: object, settings: Settings) -> dict[str, object]:
    """Return settings as data for JSON, with what another version of the program kept there.

    Args:
        plain: What the file holds; a setting of it that means nothing here stays as it is, until
            it is changed here.
        settings: The settings that count now.
    """
    theirs: Mapping[str, object] = plain if isinstance(plain, dict) else {}
    ours = plain_settings(settings)
    kept = {name: value for name, value in theirs.items() if _is_foreign(name, value, settings)}
    return {**ours, **{name: value for name, value in kept.items() if _is_storable(value)}}


def _is_foreign(name: str, value: object, settings: Settings) -> bool:
    """Tell whether a value in the file is not one of today's settings, nor in their way."""
    item = next((one for one in fields(Settings) if one.name == name), None)
    if item is None:
        return True
    wanted = list if isinstance(item.default, tuple) else type(item.default)
    is_usable = type(value) is wanted and _is_choice(item, value)
    return not is_usable and getattr(settings, name) == item.default


def _is_choice(item: Field[Any], value: object) -> bool:
    """Tell whether a value is one of those that a setting may have, where these are few."""
    choices = item.metadata.get("choices", ())
    return not choices or "offers_more" in item.metadata or value in choices


def _is_storable(value: object) -> bool:
    try:
        return len(json.dumps(value, indent=1)) <= _MOST_UNKNOWN
    except (RecursionError, ValueError):
        return False


def _is_usable(part: object) -> bool:
    """Tell whether a part of a list can be a path or a name."""
    return isinstance(part, str) and len(part) <= _LONGEST and "\x00" not in part


def _bounded(value: object, least: object, most: object) -> object:
    if isinstance(value, int) and isinstance(least, int) and isinstance(most, int):
        return min(most, max(least, value))
    return value


def merged_settings(before: Settings, mine: Settings, theirs: Settings) -> Settings:
    """Return their settings with what changed from `before` to `mine`, lists part by part."""
    changed: dict[str, Any] = {}
    for item in fields(Settings):
        old, new, other = (getattr(one, item.name) for one in (before, mine, theirs))
        if new != old:
            merge = _MERGES.get(item.metadata.get("holds") or type(new), _mine)
            changed[item.name] = new if other == old else merge(old, new, other)
    return replace(theirs, **changed)


def _mine(_before: object, mine: object, _theirs: object) -> object:
    return mine


def _merged_lists(
    before: tuple[str, ...], mine: tuple[str, ...], theirs: Iterable[str]
) -> tuple[str, ...]:
    """Return what is new or first in my list, then what they have and I did not take out."""
    gone = set(before) - set(mine)
    kept = {part for part in theirs if part not in gone}
    own = [part for part in mine if part in kept or part not in before]
    return tuple(dict.fromkeys((*own, *(part for part in theirs if part in kept))))


def _merged_keys(
    before: Iterable[str], mine: Iterable[str], theirs: Iterable[str]
) -> tuple[str, ...]:
    """Return their keys of commands with those that I changed; a key that I gave has no other."""
    old, new, other = (
        dict(part.split("=", 1) for part in parts if "=" in part)
        for parts in (before, mine, theirs)
    )
    changed = {name: key for name, key in new.items() if old.get(name) != key}
    kept = {name: key for name, key in other.items() if name in new or name not in old}
    freed = {name: "" for name, key in kept.items() if key and key in changed.values()}
    return tuple(f"{name}={key}" for name, key in {**kept, **freed, **changed}.items())


def _merged_json(before: str, mine: str, theirs: str) -> str:
    """Return their JSON with what changed in mine, name by name; mine where one is none."""
    try:
        plain = [json.loads(text or "{}") for text in (before, mine, theirs)]
        return json.dumps(_merged_names(*plain), separators=(",", ":"))
    except (ValueError, RecursionError):
        return mine


def _merged_names(before: object, mine: object, theirs: object) -> object:
    if not isinstance(mine, dict) or not isinstance(theirs, dict):
        return theirs if mine == before else mine
    old = before if isinstance(before, dict) else {}
    kept = {name: value for name, value in theirs.items() if name in mine or name not in old}
    merged = {
        name: _merged_names(old.get(name), value, theirs[name]) if name in theirs else value
        for name, value in mine.items()
        if name in theirs or old.get(name) != value
    }
    return {**kept, **merged}


_MERGES: Mapping[object, Callable[[Any, Any, Any], object]] = {
    tuple: _merged_lists,
    "keys": _merged_keys,
    "json": _merged_json,
}

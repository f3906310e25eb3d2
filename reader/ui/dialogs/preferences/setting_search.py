"""What Preferences can find: settings and commands with a key, and where the words stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields
from itertools import groupby

from reader.settings import SECTIONS, Settings
from reader.values import frozen

KEYS_SECTION = "Keys"


@frozen
class PreferenceEntry:
    """One line of Preferences.

    Attributes:
        name: The setting's name, or that of a command in the section of keys.
        section: The section that it stands in.
        label: What it is called.
        told: What it does, in a sentence; "" for none.
        words: Further words that it is found by, such as its choices.
    """

    name: str
    section: str
    label: str
    told: str = ""
    words: str = ""


def setting_entries() -> tuple[PreferenceEntry, ...]:
    """Return the settings that have a label, by section, in their order."""
    entries = [
        PreferenceEntry(
            item.name,
            item.metadata["section"],
            item.metadata["label"],
            item.metadata.get("told", ""),
            " ".join(item.metadata.get("words", ())),
        )
        for item in fields(Settings)
        if "label" in item.metadata
    ]
    return tuple(sorted(entries, key=lambda entry: SECTIONS.index(entry.section)))


def entries_found(entries: Iterable[PreferenceEntry], words: str) -> tuple[PreferenceEntry, ...]:
    """Return the entries in which every word occurs; all of them for no words."""
    wanted = words.lower().split()
    return tuple(
        entry
        for entry in entries
        if all(
            word in f"{entry.label} {entry.told} {entry.words} {entry.section}".lower()
            for word in wanted
        )
    )


def pieces(text: str, words: str) -> tuple[tuple[str, bool], ...]:
    """Return a text in pieces, each with whether it is one of the words looked for."""
    wanted = sorted(words.split(), key=len, reverse=True)
    if not wanted:
        return ((text, False),)
    pattern = re.compile("|".join(map(re.escape, wanted)), re.IGNORECASE)
    hit = [False] * len(text)
    for found in pattern.finditer(text):
        hit[found.start() : found.end()] = [True] * (found.end() - found.start())
    runs = groupby(zip(text, hit, strict=True), key=lambda pair: pair[1])
    return tuple(("".join(letter for letter, _ in run), is_hit) for is_hit, run in runs)


def counts_by_section(entries: Sequence[PreferenceEntry]) -> dict[str, int]:
    """Return how many entries each section has."""
    return {
        section: sum(entry.section == section for entry in entries)
        for section in (*SECTIONS, KEYS_SECTION)
    }

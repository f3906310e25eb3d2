"""The patterns of a language that find what an article tells of its sources."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import ClassVar

from reader.core.text.word_lists import list_problems, phrases
from reader.values import frozen


@frozen
class DisclosureWords:
    """Regular expressions by what they tell; each list says its meaning."""

    TABLE: ClassVar[str] = "disclosure"

    negations: tuple[str, ...] = phrases("words that turn round what follows them")
    channel_other_media: tuple[str, ...] = phrases("the source said it to another outlet")
    channel_press_conference: tuple[str, ...] = phrases("it was said to the press at large")
    channel_hearing: tuple[str, ...] = phrases("it was said in court, parliament or at an inquiry")
    channel_statement: tuple[str, ...] = phrases("it was given out in writing, or read out")
    channel_post: tuple[str, ...] = phrases("it was posted")
    channel_letter: tuple[str, ...] = phrases("it was written to somebody")
    channel_speech: tuple[str, ...] = phrases("it was said to an audience")
    channel_published_work: tuple[str, ...] = phrases("it was published by the source")
    channel_document: tuple[str, ...] = phrases("it stands in a document")
    channel_interview: tuple[str, ...] = phrases("it was said to the reporter")
    knows_witness: tuple[str, ...] = phrases("saw or heard it")
    knows_participant: tuple[str, ...] = phrases("took part in what it tells")
    knows_document: tuple[str, ...] = phrases("has it from a document")
    knows_hearsay: tuple[str, ...] = phrases("has it from others")
    knows_official_duty: tuple[str, ...] = phrases("knows it by office")
    first_person: tuple[str, ...] = phrases("what a source says of its own eyes and ears")
    asked: tuple[str, ...] = phrases("a name is kept back")
    forbidden: tuple[str, ...] = phrases("somebody may not speak, so a name is kept back")
    reason: tuple[str, ...] = phrases("why a name is kept back")
    speaks: tuple[str, ...] = phrases("the verb of speech after a reason")
    to_ones_own: tuple[str, ...] = phrases("words to somebody of the speaker’s own")

    def by_value(self, opening: str) -> Mapping[str, re.Pattern[str]]:
        """Return the patterns of all lists with this opening, by what they tell.

        Args:
            opening: "channel" or "knows".
        """
        names = (name for name in self.__dataclass_fields__ if name.startswith(f"{opening}_"))
        return {
            name.removeprefix(f"{opening}_").replace("_", "-"): pattern_of(getattr(self, name))
            for name in names
        }


def disclosure_problems(table: Mapping[str, object]) -> tuple[str, ...]:
    """Return what is wrong with a table of these lists, as finished sentences."""
    told = list_problems((DisclosureWords,), {DisclosureWords.TABLE: table})
    found = [one.partition(": ")[2] for one in told]
    found = [one[0].upper() + one[1:] for one in found]
    for name, patterns in table.items():
        if isinstance(patterns, list) and all(isinstance(one, str) for one in patterns):
            try:
                re.compile("|".join(patterns))
            except (re.error, RecursionError, OverflowError) as error:
                found.append(f"A pattern of “{name[:40]}” is no regular expression: {error}.")
        elif not told:
            found.append(f"“{name[:40]}” must be a list of texts in quotation marks.")
    return tuple(found)


@lru_cache(maxsize=64)
def pattern_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern for any of these; without any it finds nothing."""
    return re.compile("|".join(patterns) or r"(?!)")

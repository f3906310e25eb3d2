"""Where the descriptions of sources are cut, by the small words of a language."""

import re

from reader.core.sources.words.reference_words import ReferenceWords
from reader.core.text.expressions import any_of
from reader.values import frozen


@frozen
class Joints:
    """Patterns for descriptions; in lower case, where nothing else is said.

    Attributes:
        part: Between a role or a body and what it belongs to: "mayor | of | Holm".
        relative: What opens a relative clause.
        owner: The ending of an owner's name, wherever it stands.
        owners: Owners in the plural: of "drivers' league" the league speaks, not drivers.
        seat: A party and a state in brackets, in the case of the text: "(D-Calif.)".
        share: Of those who were asked, some: "two-thirds of", "28% of", "four in ten".
        past_role: What stands behind a role and tells more of who has it; a space is around it.
    """

    part: re.Pattern[str]
    relative: re.Pattern[str]
    owner: re.Pattern[str]
    owners: re.Pattern[str]
    seat: re.Pattern[str]
    share: re.Pattern[str]
    past_role: re.Pattern[str]

    @classmethod
    def of(cls, grammar: ReferenceWords) -> "Joints":
        """Return the patterns for the words of a language."""
        parts, relatives = any_of(grammar.role_joins), any_of(grammar.relative)
        return cls(
            part=re.compile(rf"(?<![\w-])(?:{parts})(?![\w-])"),
            relative=re.compile(rf"\b(?:{relatives})\b"),
            owner=re.compile(any_of(grammar.owner_endings)),
            owners=re.compile(rf"\b\w+(?:{any_of(grammar.plurals)}) ?' "),
            seat=re.compile(rf"\((?:{any_of(grammar.seats)})-[A-Z][\w.]+\)"),
            share=re.compile(
                rf"(?:%|\b(?:{any_of(grammar.shares)})) (?:{any_of(grammar.owner_joins)})\b"
                rf"|\b\w+ (?:{any_of(grammar.ratios)})\b"
            ),
            past_role=re.compile(rf"[,;]| (?:{parts}|{relatives}) "),
        )

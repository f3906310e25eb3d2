"""The names of the rules that find attributions; the card has words for each of them."""

from typing import Literal

# How what was said was found; "" where nothing was found.
Rule = Literal[
    "",
    "that",
    "clause",
    "wh-clause",
    "noun phrase",
    "preposition",
    "infinitive",
    "gerund",
    "answer",
    "told to",
    "quotation",
    "colon",
    "colon after the cue",
    "after its content",
    "inverted",
    "source phrase",
    "study",
    "noun",
    "noun with its object",
    "asked",
    "announced",
    "transcript",
    "interview",
    "goes on",
    "signed",
    "impression",
    "passive",
    "refusal",
    "as",
    "relative clause",
]
# In what shape the cue stands; "" for a plain verb, noun or phrase.
Shape = Literal["", "participle", "to", "state", "verb and noun", "any verb"]


def rule_name(rule: Rule, shape: Shape) -> str:
    """Return the name of a rule as an attribution keeps it, with the shape of its cue."""
    if not shape:
        return rule
    return f"{rule}, {shape}" if shape == "any verb" else f"{shape}, {rule}"

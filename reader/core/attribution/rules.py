"""The rules that find attributions: the name of each, and its words on the card.

To add one, name it in `Rule` and say it in RULE_WORDS; a test asks for that. Then read its
construction: within a sentence in `reading/` (`verbs`, `frames` for passives and the like,
`asides` after or inside the words, `nouns`, `labels` before a colon, `viewpoints` beside a
sentence), a quotation that nobody claims in `stray_quotations`, questions,
answers and statements in full in `interviews/`. What prints words as spoken,
without quotation marks, stands in VERBATIM too.
"""

from collections.abc import Mapping
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
    "viewpoint",
    "noun",
    "noun with its object",
    "asked",
    "announced",
    "transcript",
    "interview",
    "statement",
    "goes on",
    "beside",
    "signed",
    "impression",
    "passive",
    "refusal",
    "as",
    "relative clause",
]
# In what shape the cue stands; "" for a plain verb, noun or phrase.
Shape = Literal["", "participle", "to", "state", "verb and noun", "any verb"]

VERBATIM: frozenset[Rule] = frozenset({"transcript", "interview", "statement"})  # as spoken

# What the card says of each; a test asks for the words of a new one.
RULE_WORDS: Mapping[Rule | Shape, str] = {
    "participle": "a verb in -ing",
    "to": "a verb after “to”",
    "that": "“that” follows the verb",
    "clause": "a whole clause follows the verb",
    "wh-clause": "a question word follows the verb",
    "noun phrase": "the thing named after the verb",
    "preposition": "“about”, “of” or “against” follows the verb",
    "infinitive": "“to” and a verb follow",
    "told to": "the one addressed stands between",
    "quotation": "a quotation follows the verb",
    "colon": "a name and a colon",
    "colon after the cue": "a colon follows the verb",
    "after its content": "the speaker stands after the words",
    "inverted": "the verb stands before the speaker",
    "any verb": "the verb is in no list",
    "source phrase": "a phrase such as “according to”",
    "state": "what somebody is said to feel",
    "verb and noun": "a verb and a noun such as “made the claim”",
    "gerund": "a verb in -ing follows",
    "answer": "“so”, “yes” or “no” stands for the words",
    "study": "“In a poll …”",
    "viewpoint": "it is told whose view or whose words it is",
    "impression": "it seems so; nobody is named",
    "passive": "the passive",
    "relative clause": "“which critics say …”",
    "as": "“as … said”",
    "asked": "a question without its asker",
    "announced": "the sentence announces a quotation",
    "transcript": "a name at the head of a paragraph",
    "interview": "an answer in an interview",
    "statement": "a statement printed in full",
    "beside": "a quotation behind the speaker’s words",
    "goes on": "a quotation after the speaker’s, probably theirs",
    "signed": "a name after a dash",
    "noun": "a noun such as “claim”",
    "noun with its object": "a noun such as “criticism of”",
    "refusal": "a refusal to speak",
}


def rule_name(rule: Rule, shape: Shape) -> str:
    """Return the name of a rule as an attribution keeps it, with the shape of its cue."""
    if not shape:
        return rule
    return f"{rule}, {shape}" if shape == "any verb" else f"{shape}, {rule}"

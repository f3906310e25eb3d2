"""Why somebody is not named, where the text says so."""

import re
from dataclasses import dataclass

from reader.core.text.spans import Span

_REACH = 250  # characters
_ASKED = re.compile(
    r"on (?:the )?condition (?:of|of strict|of complete) anonymity"
    r"|on (?:the )?condition that (?:\w+ ){1,3}not be (?:\w+ )?(?:named|identified|used|published)"
    r"|(?:ask|request|wish|want|prefer|insist|demand|declin|refus)\w*\b[^.;\n]{0,30}?"
    r"(?:\banonym\w*|not (?:to )?be (?:named|identified)|to be (?:named|identified)"
    r"|to give (?:his|her|their|its) (?:\w+ )?names?)"
    r"|(?:spoke|speaking|talked|talking|granted|given|remain\w*)\b[^.;\n]{0,20}?\banonym\w*"
    r"|whose (?:real |full |last )?(?:names?|identity) [^.;\n]{0,24}?"
    r"(?:withheld|changed|protected)"
    r"|who (?:cannot|can’t|can't|could not|may not|must not) be (?:named|identified)"
    r"|not (?:being )?(?:named|identified) (?=because|for|to protect)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|since|as (?!well|an?\b)|for fear|for (?:legal|security|safety|privacy) reasons"
    r"|fearing|afraid|citing|out of|due to|owing to|to protect|to avoid"
    r"|(?:is|was|are|were|who) not (?:authori[sz]ed|allowed|permitted) to)"
    r"[^.;\n“”\"]{0,140}",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r",? (?:said|says)\b(?<!was said)(?<!he said)(?<!is said)|, (?:told|tells|added|warned)\b"
)
_FORBIDDEN = re.compile(
    r"\bnot (?:authori[sz]ed|allowed|permitted) to (?:speak|talk|comment|discuss)"
    r"[^.;,\n“”\"]{0,80}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Anonymity:
    """What a text says of a name that it does not give.

    Attributes:
        asked: The words that say the name is kept back.
        reason: The words that say why, or None.
    """

    asked: Span
    reason: Span | None


def find_anonymity(text: str, sentence: Span, mention: Span) -> Anonymity | None:
    """Return what a sentence says of a name kept back, or None when it says nothing.

    What is said inside the mention of the source is looked for first, and ends with it.
    """
    within = Span(max(sentence.start, mention.start), min(sentence.end, mention.end))
    return _within(text, within) or _within(text, sentence)


def _within(text: str, sentence: Span) -> Anonymity | None:
    end = min(sentence.end, len(text))
    asked = _ASKED.search(text, sentence.start, end)
    if asked is None:
        forbidden = _FORBIDDEN.search(text, sentence.start, end)
        return Anonymity(_trimmed(forbidden), _trimmed(forbidden)) if forbidden else None
    reason = _REASON.search(text, asked.end(), min(end, asked.end() + _REACH))
    reason = reason or _REASON.search(text, sentence.start, asked.start())
    return Anonymity(_trimmed(asked), _trimmed(reason) if reason else None)


def _trimmed(found: re.Match[str]) -> Span:
    """Return what was found, up to the verb of speech that goes on with the sentence."""
    words = _SPEAKS.split(found.group(), maxsplit=1)[0]
    return Span(found.start(), found.start() + len(words.rstrip(" ,")))

"""The rules of attribution in words, for the card."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from reader.core.attribution.rules import RULE_WORDS
from reader.core.corrections import RULE

_WORDS: Mapping[str, str] = {
    **{str(name): words for name, words in RULE_WORDS.items()},
    RULE: "you",
}


def rule_words(rule: str) -> str:
    """Return in words how an attribution was found; a rule is one name or two, outer first."""
    return ", ".join(_tr(_WORDS.get(part, part)) for part in rule.split(", "))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Card", words)

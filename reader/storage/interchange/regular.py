"""An entry as a regular expression, for the rules of Vale."""

import re

from reader.core.languages.language import Language
from reader.core.lexicon.lexicon import Entry
from reader.core.lexicon.phrases import read_phrase

_GAP = r"(?:\S+ ){0,3}"


def as_expression(entry: Entry, language: Language) -> str:
    """Return an expression that finds what the entry finds, guards and tags apart."""
    phrase = read_phrase(entry.phrase, entry.match, entry.part, language)
    words = entry.phrase.split()
    if len(words) != len(phrase.steps):
        return _escaped(entry.phrase)
    pieces = []
    for step, word in zip(phrase.steps, words, strict=True):
        if step.is_slot:
            pieces.append(rf"{_escaped(step.prefix)}\w[\w-]*{_escaped(step.suffix)} ")
        elif step.is_gap:
            pieces.append(_GAP)
        elif step.prefix:
            pieces.append(_escaped(word[:-1]) + r"\w* ")
        elif len(step.forms) > 1:
            pieces.append(f"(?:{'|'.join(map(_escaped, sorted(step.forms)))}) ")
        else:
            pieces.append(_escaped(word) + " ")
    return "".join(pieces).rstrip()


def _escaped(word: str) -> str:
    return re.sub(r"([.*+?()\[\]{}|\\^$/])", r"\\\1", word)

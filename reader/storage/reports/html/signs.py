"""Words as they stand in markup, in HTML and in XML alike, whatever signs are in them."""

import re
from html import escape

# What XML cannot write: controls, halves of surrogate pairs, and two that are no characters.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def text(words: str) -> str:
    """Return words that stand between tags."""
    if words.isalnum():
        return words
    return escape(_UNWRITABLE.sub("�", words), quote=False)


def attribute(words: str) -> str:
    """Return words that stand in an attribute, between double quotation marks."""
    return escape(_UNWRITABLE.sub("�", words))

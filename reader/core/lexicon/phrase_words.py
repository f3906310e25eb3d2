"""Which words of a language decide how phrases are read and what stands around them."""

from typing import ClassVar

from reader.core.text.word_lists import phrases, words
from reader.values import frozen


@frozen
class PhraseWords:
    """What must be known of a language to read phrases of lexicons and to look around them."""

    TABLE: ClassVar[str] = "phrases"

    prepositions: frozenset[str] = words("prepositions: the noun before one is a phrase's head")
    not_heads: frozenset[str] = words("words at the head of a verb phrase that take no form")
    adverb_endings: tuple[str, ...] = phrases("endings of adverbs, which take no form either")
    everywhere: frozenset[str] = words("words of every text: no beginning with * may fit them")
    bare: frozenset[str] = words("words that make no phrase by themselves: they are everywhere")
    numbers: frozenset[str] = words("words that a # in a guard stands for, besides figures")
    negations: frozenset[str] = words("words that negate what stands up to three words behind")
    nots: frozenset[str] = words("forms of the word that negates a verb")
    be: frozenset[str] = words("the verb before an adjective: “be angry” is found as “is angry”")
    mentions: frozenset[str] = words("words before one that is spoken about and not used")
    small: frozenset[str] = words("words that keep small letters in a Title Case headline")

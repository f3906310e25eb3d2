"""Passive clauses and nouns of acts that name no doer of what somebody must have done."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from reader.core.lexicon.filed.listed_words import ListedWords
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Entry, Lexicon
from reader.core.text.tokens import TokenTable
from reader.core.text.word_lists import phrases, words
from reader.values import frozen

_LONGEST_BETWEEN = 3
_AGENT_WINDOW = 12  # tokens in which a doer with "by" is looked for
_ENDS = frozenset(".?!;:") | {"...", "…", "--", "—", "–"}

_BEFORE_NOUN = frozenset({"DT", "JJ"})
_VERB_TAGS = frozenset({"VBN", "VBD", "VB", "JJ"})
_NOTE = "Something was done, and the sentence does not name who did it."


@frozen
class PassiveWords:
    """The small words of a language around a passive verb and a noun of an act."""

    TABLE: ClassVar[str] = "passives"

    be: frozenset[str] = words("forms of the auxiliaries of the passive")
    get: frozenset[str] = words("those of them that stand right before the participle")
    between: frozenset[str] = words("words between an auxiliary and its participle")
    by: frozenset[str] = words("prepositions before the doer")
    of: frozenset[str] = words("prepositions between an act and whom it was done to")
    time_openers: frozenset[str] = words("words before a time: “by the end”")
    times: frozenset[str] = words("nouns of a time after these")
    ways: tuple[str, ...] = phrases("endings of words for a way in which it was done")


@frozen
class ActWords:
    """The listed acts, and what stands where a doer could, all in lower case.

    Attributes:
        acts: Participles of acts that harm or decide.
        chances: Nature and chance: where they did it, nobody is left out.
        no_doers: What follows "by" as a time, a way or an amount.
        particles: Small words that belong to the act before them.
        deeds: Nouns of such acts: "the shelling of".
        grammar: The small words around them.
    """

    acts: frozenset[str]
    chances: frozenset[str]
    no_doers: frozenset[str]
    particles: frozenset[str]
    deeds: frozenset[str] = frozenset()
    grammar: PassiveWords = PassiveWords()

    @classmethod
    def of(cls, lexicons: Iterable[Lexicon]) -> "ActWords":
        """Return the words of these lexicons, later ones on top; the first tells the language."""
        lexicons = tuple(lexicons)
        listed = ListedWords(lexicons, "acts-without-doer")
        return cls(
            acts=listed.of("act"),
            chances=listed.of("chance"),
            no_doers=listed.of("no-doer"),
            particles=listed.of("particle"),
            deeds=listed.of("deed"),
            grammar=lexicons[0].language_data.lists(PassiveWords) if lexicons else PassiveWords(),
        )


def find_passives(tokens: TokenTable, tags: Sequence[str], words: ActWords) -> tuple[Finding, ...]:
    """Return where the doer of a harmful or deciding act is missing: passives, nouns of acts."""
    found = []
    listed = words.acts | words.deeds
    borders = iter(tokens.sentences)
    first = past_last = 0
    for index in tokens.places.of(listed):
        while past_last <= index:
            first, past_last = next(borders)
        where = (first, index, past_last)
        place = _act(tokens, tags, where, words) or _deed(tokens, tags, where, words)
        if place and index > first and _has_no_doer(tokens.lowers, place[1], past_last, words):
            found.append(_finding(tokens, *place))
    return tuple(found)


def _act(
    tokens: TokenTable, tags: Sequence[str], place: tuple[int, int, int], words: ActWords
) -> tuple[int, int] | None:
    """Return the tokens of "was shot dead", whose participle stands at `place[1]`."""
    first, index, past_last = place
    if tokens.lowers[index] not in words.acts or tags[index] not in _VERB_TAGS:
        return None
    begin = _auxiliary(tokens.lowers, tags, (first, index), words.grammar)
    return (begin, _end(tokens.lowers, index, past_last, words)) if begin >= first else None


def _deed(
    tokens: TokenTable, tags: Sequence[str], place: tuple[int, int, int], words: ActWords
) -> tuple[int, int] | None:
    """Return the tokens of "the shelling of", unless an owner did it: "their shelling of"."""
    first, index, past_last = place
    if tokens.lowers[index] not in words.deeds or not tags[index].startswith(("NN", "VBG")):
        return None
    if index + 1 >= past_last or tokens.lowers[index + 1] not in words.grammar.of:
        return None
    begin = index
    while begin > first and tags[begin - 1] in _BEFORE_NOUN:
        begin -= 1
    is_owned = tags[begin - 1] in {"POS", "PRP$"} if begin > first else False
    return None if is_owned or tags[begin] != "DT" else (begin, index + 2)


def _auxiliary(
    lowers: Sequence[str], tags: Sequence[str], place: tuple[int, int], words: PassiveWords
) -> int:
    """Return where the "was" before the participle stands, -1 for none."""
    first, index = place
    before = index - 1
    lowest = max(first, index - 1 - _LONGEST_BETWEEN)
    while before > lowest and (lowers[before] in words.between or tags[before] == "RB"):
        before -= 1
    is_apart = lowers[before] in words.get and before + 1 != index  # "got him fired"
    return before if lowers[before] in words.be and not is_apart else -1


def _has_no_doer(lowers: Sequence[str], begin: int, past_last: int, words: ActWords) -> bool:
    for index in range(begin, min(past_last, begin + _AGENT_WINDOW)):
        word = lowers[index]
        if word in _ENDS or word in words.grammar.be:
            return True  # "was looted and a priest was shot by"
        if word in words.chances:
            return False
        if (
            word in words.grammar.by
            and index + 1 < past_last
            and _names_doer(lowers, index + 1, past_last, words)
        ):
            return False
    return True


def _names_doer(lowers: Sequence[str], index: int, past_last: int, words: ActWords) -> bool:
    word, grammar = lowers[index], words.grammar
    is_time = index + 1 < past_last and lowers[index + 1] in grammar.times
    is_time = is_time and word in grammar.time_openers
    is_way = word.endswith(grammar.ways)
    return not (word in words.no_doers or word[0].isdigit() or is_way or is_time)


def _end(lowers: Sequence[str], index: int, past_last: int, words: ActWords) -> int:
    after = index + 1
    if after < past_last and lowers[after] in words.particles:
        return after + 1
    return after


def _finding(tokens: TokenTable, first: int, past_last: int) -> Finding:
    phrase = " ".join(tokens.lowers[first:past_last])
    entry = Entry(phrase, "exact", "verb", "no-doer", "possible", note=_NOTE)
    span = tokens.span(first, past_last)
    return Finding(span, "loaded-wording", "wording", "no-doer", entry, "possible")

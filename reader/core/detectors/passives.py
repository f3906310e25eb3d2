"""Passive clauses and nouns of acts that name no doer of what somebody must have done."""

from collections.abc import Iterable, Sequence

from reader.core.lexicon.filed.listed_words import ListedWords
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Entry, Lexicon
from reader.core.text.tokens import TokenTable
from reader.values import frozen

_BE = frozenset("was were is are be been being am 's 're get gets got getting gotten".split())
_BETWEEN = frozenset("not n't also then later again both all reportedly".split())
_LONGEST_BETWEEN = 3
_AGENT_WINDOW = 12  # tokens in which a doer with "by" is looked for
_ENDS = frozenset(".?!;:") | {"...", "…", "--", "—", "–"}

_BEFORE_NOUN = frozenset({"DT", "JJ"})
_VERB_TAGS = frozenset({"VBN", "VBD", "VB", "JJ"})
_NOTE = "Something was done, and the sentence does not name who did it."


@frozen
class ActWords:
    """The listed acts, and what stands where a doer could, all in lower case.

    Attributes:
        acts: Participles of acts that harm or decide.
        chances: Nature and chance: where they did it, nobody is left out.
        no_doers: What follows "by" as a time, a way or an amount.
        particles: Small words that belong to the act before them.
        deeds: Nouns of such acts: "the shelling of".
    """

    acts: frozenset[str]
    chances: frozenset[str]
    no_doers: frozenset[str]
    particles: frozenset[str]
    deeds: frozenset[str] = frozenset()

    @classmethod
    def of(cls, lexicons: Iterable[Lexicon]) -> "ActWords":
        """Return the words of these lexicons, later ones on top."""
        listed = ListedWords(lexicons, "acts-without-doer")
        return cls(
            acts=listed.of("act"),
            chances=listed.of("chance"),
            no_doers=listed.of("no-doer"),
            particles=listed.of("particle"),
            deeds=listed.of("deed"),
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
    begin = _auxiliary(tokens.lowers, tags, first, index)
    return (begin, _end(tokens.lowers, index, past_last, words)) if begin >= first else None


def _deed(
    tokens: TokenTable, tags: Sequence[str], place: tuple[int, int, int], words: ActWords
) -> tuple[int, int] | None:
    """Return the tokens of "the shelling of", unless an owner did it: "their shelling of"."""
    first, index, past_last = place
    if tokens.lowers[index] not in words.deeds or not tags[index].startswith(("NN", "VBG")):
        return None
    if index + 1 >= past_last or tokens.lowers[index + 1] != "of":
        return None
    begin = index
    while begin > first and tags[begin - 1] in _BEFORE_NOUN:
        begin -= 1
    is_owned = tags[begin - 1] in {"POS", "PRP$"} if begin > first else False
    return None if is_owned or tags[begin] != "DT" else (begin, index + 2)


def _auxiliary(lowers: Sequence[str], tags: Sequence[str], first: int, index: int) -> int:
    """Return where the "was" before the participle stands, -1 for none."""
    place = index - 1
    lowest = max(first, index - 1 - _LONGEST_BETWEEN)
    while place > lowest and (lowers[place] in _BETWEEN or tags[place] == "RB"):
        place -= 1
    if lowers[place] not in _BE or _is_getting_object(lowers, place, index):
        return -1
    return place


def _is_getting_object(lowers: Sequence[str], place: int, index: int) -> bool:
    """Tell whether "get" and the participle do not stand side by side ("got him fired")."""
    return lowers[place].startswith("g") and place + 1 != index


def _has_no_doer(lowers: Sequence[str], begin: int, past_last: int, words: ActWords) -> bool:
    for index in range(begin, min(past_last, begin + _AGENT_WINDOW)):
        word = lowers[index]
        if word in _ENDS:
            return True
        if word in words.chances:
            return False
        if (
            word == "by"
            and index + 1 < past_last
            and _names_doer(lowers, index + 1, past_last, words)
        ):
            return False
    return True


def _names_doer(lowers: Sequence[str], index: int, past_last: int, words: ActWords) -> bool:
    word = lowers[index]
    is_time = word == "the" and index + 1 < past_last and lowers[index + 1] in {"time", "end"}
    return not (word in words.no_doers or word[0].isdigit() or word.endswith("ing") or is_time)


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

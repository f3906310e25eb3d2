"""Hedges whose meaning hangs on the sentence, not only on the words next to them.

The lexicon's own guards have spoken before; here is what a list of neighbours cannot say.
The rules are those that grammars give for the English modals and for verbs of seeming
(Huddleston and Pullum 2002, chapters 3 and 10; Hyland 1998).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from reader.core.lexicon.findings import Finding
from reader.core.text.tokens import TokenTable
from reader.core.text.word_lists import words
from reader.values import frozen

_PRESENT = frozenset({"VBZ", "VBP"})
_STOPS = frozenset({".", "?", "!", ""})
_NOUN_BEFORE = frozenset({"IN", "PRP$", "POS", "JJ", "DT", "CC"})
_NEAR_OBJECT = 6  # words from "expected" to "to earn"
_FAR_VERB = 8  # words from "should" to the verb of "should peace efforts there fail"
_SUBJECT = ("PRP", "DT", "NN", "EX", "JJ")
_WINDOW = 200  # words; a text without full stops is one sentence
_POSSESSIVE = frozenset({"PRP$", "POS", "DT", "JJ"})


@frozen
class HedgeWords:
    """The entries that each rule speaks of, and the words that it looks for."""

    TABLE: ClassVar[str] = "hedging"

    modal_or_month: frozenset[str] = words("entries that count as a modal, not as the month")
    modal_or_noun: frozenset[str] = words("entries that count as a modal, not as a noun")
    possibility: frozenset[str] = words(
        "entries that count as a possibility, not as an ability in the past"
    )
    supposed: frozenset[str] = words("entries that count in a supposed case")
    on_condition: frozenset[str] = words("entries that count where a condition stands")
    inverted: frozenset[str] = words("entries that count at the head of an inverted condition")
    still_open: frozenset[str] = words(
        "entries that count where the clause after is not in the past"
    )
    expected: frozenset[str] = words("entries that count with what is expected")
    held: frozenset[str] = words("entries that count as holding to be so, not as thinking about")
    held_as: frozenset[str] = words("entries that count with a complement after “as”")
    thought: frozenset[str] = words("entries that count with what is thought")
    open_question: frozenset[str] = words("entries that count as an open question")
    before_noun: frozenset[str] = words("entries that count before their noun")
    reason_to_believe: frozenset[str] = words("entries that count as giving reason to believe")
    taken_for_true: frozenset[str] = words("entries that count as taking for true")
    held_true: frozenset[str] = words("entries that count as holding for true")
    may_be_so: frozenset[str] = words("entries that count as what may be, not as an ability")
    foretold: frozenset[str] = words("entries that count as foretelling, not as an ability")
    before_month: frozenset[str] = words("words before the month whose name is a modal too")
    conditions: frozenset[str] = words("words that begin a condition or an open question")
    reports: frozenset[str] = words("forms of verbs that report a possibility in the past")
    negations: frozenset[str] = words("words that make a possibility an impossibility")
    be: frozenset[str] = words("forms of the verb before a complement")
    auxiliaries: frozenset[str] = words("all auxiliaries before a participle")
    borders: frozenset[str] = words("words and marks that end what a verb may take")
    hard_conditions: frozenset[str] = words("words that begin a condition on which a future hangs")
    before_expected: frozenset[str] = words("words before “expected” as an adjective")
    after_expected: frozenset[str] = words("words before what is expected")
    before_consider: frozenset[str] = words("words before “consider” as thinking about")
    after_consider: frozenset[str] = words("words before what something is held to be")
    no_complement: frozenset[str] = words("words before “as” that make a comparison of it")
    after_assume: frozenset[str] = words("words before what is taken for true")
    after_ability: frozenset[str] = words("words after “possible” as an ability")
    before_ability: frozenset[str] = words("words before “possible” as an ability")
    whatever: frozenset[str] = words("words before “whether” where all cases are alike")
    enabling: frozenset[str] = words("forms of verbs that lend an ability: “lets doctors”")
    hoped: frozenset[str] = words("verbs after “should” of which it tells what is to be hoped")
    after_possible: frozenset[str] = words("words before what may be so")
    degrees: frozenset[str] = words("adverbs before an ability in the past: “so … he could”")
    perfect: frozenset[str] = words("the auxiliary after a supposed case that is past")
    adjectives: frozenset[str] = words("forms that may be adjectives: “expected delays”")
    activities: frozenset[str] = words("forms that may be activities: “thinking is hard”")
    nouns_too: frozenset[str] = words("forms that may be nouns: “a thought”")
    as_what: frozenset[str] = words("the word before a complement: “see it as a gift”")
    infinitive: frozenset[str] = words("the word before an infinitive")
    condition: frozenset[str] = words("entries that count as a condition, not as a second name")
    before_second_name: frozenset[str] = words("the word before a second name: “if not hundreds”")
    thought_about: frozenset[str] = words("the word before what somebody thinks about")
    not_held: frozenset[str] = words("words before what somebody thinks about: “his options”")


def find_hedges(
    tokens: TokenTable, tags: Sequence[str], findings: Sequence[Finding], lists: HedgeWords
) -> tuple[Finding, ...]:
    """Return those of the hedging lexicon's findings that hold in their sentence."""
    rules = {phrase: rule for name, rule in _RULES.items() for phrase in getattr(lists, name)}
    starts = tokens.starts
    kept = []
    for finding in findings:
        rule = rules.get(finding.entry.phrase)
        first = bisect_left(starts, finding.span.start) if rule is not None else len(starts)
        if rule is None or starts[first : first + 1] != (finding.span.start,):
            kept.append(finding)
            continue
        past_last = bisect_left(starts, finding.span.end, first)
        if rule(_Place(tokens, tags, (first, past_last), lists)):
            kept.append(finding)
    return tuple(kept)


class _Place:
    """The words of a finding and what stands around them in its sentence."""

    def __init__(
        self,
        tokens: TokenTable,
        tags: Sequence[str],
        place: tuple[int, int],
        lists: HedgeWords,
    ) -> None:
        self._tokens, self._tags, (self._first, self._past_last) = tokens, tags, place
        self.lists = lists
        self.word = tokens.words[self._first]
        self.tag = tags[self._first]
        # the first token around that is looked at, and the one after the last
        number = bisect_right(tokens.sentences, (self._first, len(tokens.words))) - 1
        begin, end = tokens.sentences[number]
        self._borders = max(begin, self._first - _WINDOW), min(end, self._past_last + _WINDOW)

    @property
    def sentence(self) -> tuple[str, ...]:
        """The words of the sentence in lower case, the finding's among them."""
        begin, end = self._borders
        return self._tokens.lowers[begin:end]

    @property
    def left(self) -> tuple[str, ...]:
        """The words before in the sentence, in lower case."""
        return self._tokens.lowers[self._borders[0] : self._first]

    @property
    def right(self) -> tuple[str, ...]:
        """The words after in the sentence, in lower case."""
        return self._tokens.lowers[self._past_last : self._borders[1]]

    @property
    def left_tags(self) -> Sequence[str]:
        """The tags of the words before."""
        return self._tags[self._borders[0] : self._first]

    @property
    def right_tags(self) -> Sequence[str]:
        """The tags of the words after."""
        return self._tags[self._past_last : self._borders[1]]

    def has_capitals(self) -> bool:
        """Tell whether all longer words around have a capital, as in a headline."""
        begin, end = self._borders
        around = (self._tokens.words[place] for place in range(begin, end))
        return all(word[0].isupper() for word in around if word.isalpha() and len(word) > 3)

    @property
    def before(self) -> str:
        """The word before, or an empty one."""
        return self._tokens.lowers[self._first - 1] if self._first > self._borders[0] else ""

    @property
    def past_word(self) -> str:
        """The last word of the finding in lower case: "n't" of "won't"."""
        return self._tokens.lowers[self._past_last - 1]

    @property
    def after(self) -> str:
        """The word after, or an empty one."""
        is_there = self._past_last < self._borders[1]
        return self._tokens.lowers[self._past_last] if is_there else ""

    @property
    def tag_before(self) -> str:
        """The tag of the word before, or an empty one."""
        return self.left_tags[-1] if self.left_tags else ""

    @property
    def tag_after(self) -> str:
        """The tag of the word after, or an empty one."""
        return self.right_tags[0] if self.right_tags else ""

    def is_in_past(self) -> bool:
        """Tell whether another verb of the sentence stands in the past tense."""
        return "VBD" in self.left_tags or "VBD" in self.right_tags

    def is_in_present(self) -> bool:
        """Tell whether another verb of the sentence stands in the present tense."""
        return not _PRESENT.isdisjoint((*self.left_tags, *self.right_tags))

    def verb_tag_after(self) -> str:
        """Return the tag of the first word after that is neither adverb nor negation."""
        for tag in self.right_tags:
            if tag not in {"RB", "RBR", ","}:
                return tag
        return ""

    def is_before_subject(self) -> bool:
        """Tell whether a subject and its verb follow, as in "should it rain"."""
        if not self.tag_after.startswith(_SUBJECT) or self.tag_before.startswith("W"):
            return False
        if "?" in self.right[-2:]:
            return False
        for tag in self.right_tags[1:_FAR_VERB]:
            if tag in {"VB", "VBP"}:
                return True
            if not tag.startswith((*_SUBJECT, "IN", "RB", "POS")):
                return False
        return False


def _may(place: _Place) -> bool:
    """The modal, neither the month nor the name; in a headline it has a capital too."""
    if not place.word.istitle():
        return True
    if not place.left:
        return "?" in place.right[-2:]
    if place.before in place.lists.before_month or not place.has_capitals():
        return False
    return place.verb_tag_after() in {"VB", "VBP", "VBD", "VBN"}


def _might(place: _Place) -> bool:
    """The modal, not the noun: it has a verb after it."""
    return place.tag_before not in _POSSESSIVE or place.verb_tag_after().startswith("VB")


def _could(place: _Place) -> bool:
    """A possibility; not an ability in the past, nor what was impossible."""
    if not place.lists.degrees.isdisjoint(place.left[-6:]) or place.lists.negations.intersection(
        (*place.left[-4:], *place.right[:2])
    ):
        return False
    if place.lists.conditions.intersection(place.sentence) or not place.is_in_past():
        return True
    return place.after in place.lists.perfect or bool(place.lists.reports.intersection(place.left))


def _would(place: _Place) -> bool:
    """A supposed case; neither a habit in the past, a reported future nor a refusal."""
    if place.after in place.lists.negations:
        return False
    if place.lists.conditions.intersection(place.sentence):
        return True
    return place.is_in_present() and not place.is_in_past()


def _will(place: _Place) -> bool:
    """A future that hangs on a condition; if it is denied, on what comes first."""
    if place.tag != "MD":
        return False
    is_denied = place.after in place.lists.negations or place.past_word in place.lists.negations
    waits = is_denied and place.lists.still_open.intersection(place.right)
    return bool(waits or place.lists.hard_conditions.intersection(place.sentence))


def _should(place: _Place) -> bool:
    """The inverted condition, "Should it rain, ...", and what is to be hoped: "should take"."""
    following = [word for word in place.right[:2] if word not in place.lists.negations]
    if following and following[0] in place.lists.hoped:
        return True
    if not place.left:
        return place.word.istitle() and "?" not in place.right[-2:]
    return place.is_before_subject()


def _until(place: _Place) -> bool:
    """A condition still open: the clause after it is not in the past."""
    for tag in place.right_tags[:8]:
        if tag in {"VBZ", "VBP", "VB"}:
            return True
        if tag in {"VBD", "MD", "TO"}:
            return False
    return False


def _expect(place: _Place) -> bool:
    """The verb with what is expected; not "expected redemptions", "was expected"."""
    if place.word.lower() not in place.lists.adjectives:
        return True
    if place.before in place.lists.before_expected:
        return False
    if place.after in place.lists.after_expected or place.before in place.lists.auxiliaries:
        return True
    return place.tag == "VBD" and "TO" in place.right_tags[1:_NEAR_OBJECT]  # "the firm to earn"


def _consider(place: _Place) -> bool:
    """To hold to be so; not to think about."""
    if place.word.lower() in place.lists.activities or place.before in place.lists.before_consider:
        return False
    if place.after in place.lists.after_consider:
        return True
    if place.lists.be.isdisjoint(place.left[-2:]):  # "considered his options"
        return (
            place.tag_after not in {"VBG", "IN", "CD"} and place.after not in place.lists.not_held
        )
    return place.tag_after not in {"VBG", "IN", "CC"} and place.after not in place.lists.borders


def _if(place: _Place) -> bool:
    """A condition; not a second name for what was just named: "dozens if not hundreds"."""
    if place.after not in place.lists.before_second_name:
        return True
    return place.right_tags[1:2] in (("VBN",), ("IN",), (",",)) or not place.left


def _held_as(place: _Place) -> bool:
    """The verb with a complement: "see it as a gift", "is seen by many as a gift"."""
    if place.tag.startswith("NN"):
        return True
    for index, word in enumerate(place.right[:8]):
        if word in place.lists.as_what:
            return "RB" not in place.right_tags[index + 1 : index + 2]
        if word in place.lists.borders or word in place.lists.no_complement:
            return False
    return False


def _think(place: _Place) -> bool:
    """The verb with what is thought; not freedom of thought, nor thinking as an activity."""
    word = place.word.lower()
    if word in place.lists.activities:
        return place.tag_before.startswith(("PRP", "VB")) and place.tag_before != "PRP$"
    if word in place.lists.nouns_too and place.tag_before in _NOUN_BEFORE:
        return False
    if place.after in place.lists.thought_about:  # "thought of as a gift", not "thought of it"
        return bool(place.lists.as_what.intersection(place.right[1:_NEAR_OBJECT]))
    return place.after not in place.lists.borders and place.before not in place.lists.infinitive


def _whether(place: _Place) -> bool:
    """An open question; not "whether large or small", where all cases are alike."""
    if place.before in {",", "(", *place.lists.whatever}:
        return False
    if place.tag_after in {"JJ", "VBN"}:  # "whether legal fees are due", not "whether real or not"
        return "".join(place.right_tags[1:2]).startswith("NN")
    return place.tag_after not in {"RB", "IN", "TO"}


def _suggest(place: _Place) -> bool:
    """To give reason to believe; not to propose, nor "as the name suggests"."""
    return place.tag_after != "VBG" and place.after not in place.lists.borders


def _assume(place: _Place) -> bool:
    """To take for true; not to take on a post or a shape."""
    return (
        place.before in place.lists.be
        or place.tag_before == "RB"
        or place.after in place.lists.after_assume
        or place.tag_after == "PRP"
    )


def _believe(place: _Place) -> bool:
    """To hold for true; not to believe a person, nor one's eyes."""
    return place.tag_after != "PRP$" and (
        place.before in place.lists.be or place.after not in _STOPS
    )


def _possible(place: _Place) -> bool:
    """A thing that may be; not an ability ("it is possible to swim")."""
    if place.after in place.lists.after_ability:
        return False
    if place.before in place.lists.be or place.tag_before in {"PRP", "VBN"}:
        return place.after in {",", *place.lists.after_possible}
    return place.before not in place.lists.before_ability


def _predict(place: _Place) -> bool:
    """To say what will come; not what something lets somebody do: "lets doctors predict"."""
    return place.lists.enabling.isdisjoint(place.left[-_NEAR_OBJECT:])


def _potential(place: _Place) -> bool:
    """The adjective before its noun; not what somebody is able to do."""
    return place.tag_after.startswith(("NN", "JJ"))


_RULES: Mapping[str, Callable[[_Place], bool]] = {
    "modal_or_month": _may,
    "modal_or_noun": _might,
    "possibility": _could,
    "supposed": _would,
    "on_condition": _will,
    "inverted": _should,
    "still_open": _until,
    "expected": _expect,
    "held": _consider,
    "condition": _if,
    "held_as": _held_as,
    "thought": _think,
    "open_question": _whether,
    "before_noun": _potential,
    "reason_to_believe": _suggest,
    "taken_for_true": _assume,
    "held_true": _believe,
    "may_be_so": _possible,
    "foretold": _predict,
}

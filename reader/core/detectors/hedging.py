"""Hedges whose meaning hangs on the sentence, not only on the words next to them.

The lexicon's own guards have spoken before; here is what a list of neighbours cannot say.
The rules are those that grammars give for the English modals and for verbs of seeming
(Huddleston and Pullum 2002, chapters 3 and 10; Hyland 1998).
"""

from collections.abc import Callable, Mapping, Sequence

from reader.core.lexicon.findings import Finding
from reader.core.text.tokens import TokenTable

_MONTH_BEFORE = frozenset(
    "in since until last next this late early mid- of by during from".split()
)
_CONDITION = frozenset("if unless whether".split())
_PRESENT = frozenset({"VBZ", "VBP"})
_REPORTS = frozenset(
    "said say says saying warned argued believe believed think thought suggested feared".split()
)
_NEGATION = frozenset("not n't no never nothing nobody none neither nor without cannot".split())
_BE = frozenset("be is are was were been being 's 're 'm am".split())
_AUXILIARY = _BE | frozenset("have has had 've 'd do does did".split())
_STOPS = frozenset({".", "?", "!", ""})
_CLAUSE_BORDERS = frozenset(", ; : . ? ! ( ) and but".split())
_NOUN_BEFORE = frozenset({"IN", "PRP$", "POS", "JJ", "DT", "CC"})
_WINDOW = 200  # words; a text without full stops is one sentence
_POSSESSIVE = frozenset({"PRP$", "POS", "DT", "JJ"})


def find_hedges(
    tokens: TokenTable, tags: Sequence[str], findings: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Return those of the hedging lexicon's findings that hold in their sentence."""
    places = {start: index for index, start in enumerate(tokens.starts)}
    sentence_of = _sentence_numbers(tokens)
    kept = []
    for finding in findings:
        first = places.get(finding.span.start)
        rule = _RULES.get(finding.entry.phrase)
        if rule is None or first is None:
            kept.append(finding)
            continue
        past_last = tokens.tokens_in(finding.span).stop
        if rule(_Place(tokens, tags, first, past_last, sentence_of[first])):
            kept.append(finding)
    return tuple(kept)


def _sentence_numbers(tokens: TokenTable) -> list[int]:
    numbers: list[int] = []
    for number, (first, past_last) in enumerate(tokens.sentences):
        numbers.extend([number] * (past_last - first))
    return numbers


class _Place:
    """The words of a finding and what stands around them in its sentence."""

    def __init__(
        self, tokens: TokenTable, tags: Sequence[str], first: int, past_last: int, sentence: int
    ) -> None:
        begin, end = tokens.sentences[sentence]
        begin, end = max(begin, first - _WINDOW), min(end, past_last + _WINDOW)
        self.word = tokens.words[first]
        self.tag = tags[first]
        self.sentence = tokens.lowers[begin:end]
        self.left = tokens.lowers[begin:first]
        self.right = tokens.lowers[past_last:end]
        self.left_tags = tags[begin:first]
        self.right_tags = tags[past_last:end]
        words = [word for word in tokens.words[begin:end] if word.isalpha() and len(word) > 3]
        self.has_capitals = all(word[0].isupper() for word in words)

    @property
    def before(self) -> str:
        """The word before, or an empty one."""
        return self.left[-1] if self.left else ""

    @property
    def after(self) -> str:
        """The word after, or an empty one."""
        return self.right[0] if self.right else ""

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


def _may(place: _Place) -> bool:
    """The modal, neither the month nor the name; in a headline it has a capital too."""
    if place.word != "May":
        return True
    if not place.left:
        return "?" in place.right[-2:]
    if place.before in _MONTH_BEFORE or not place.has_capitals:
        return False
    return place.verb_tag_after() in {"VB", "VBP", "VBD", "VBN"}


def _might(place: _Place) -> bool:
    """The modal, not the noun: it has a verb after it."""
    return place.tag_before not in _POSSESSIVE or place.verb_tag_after().startswith("VB")


def _could(place: _Place) -> bool:
    """A possibility; not an ability in the past, nor what was impossible."""
    if "so" in place.left[-6:] or _NEGATION.intersection((*place.left[-4:], *place.right[:2])):
        return False
    if _CONDITION.intersection(place.sentence) or not place.is_in_past():
        return True
    return bool(_REPORTS.intersection(place.left))


def _would(place: _Place) -> bool:
    """A supposed case; neither a habit in the past nor a reported future."""
    if _CONDITION.intersection(place.sentence):
        return True
    return place.is_in_present() and not place.is_in_past() and place.after != "have"


def _will(place: _Place) -> bool:
    """A future that hangs on a condition."""
    return place.tag == "MD" and bool({"if", "unless"}.intersection(place.sentence))


def _should(place: _Place) -> bool:
    """The inverted condition: "Should it rain, ..."."""
    return not place.left and place.word == "Should"


def _until(place: _Place) -> bool:
    """A condition still open: the clause after it is not in the past."""
    for tag in place.right_tags[:8]:
        if tag in {"VBZ", "VBP"}:
            return True
        if tag in {"VBD", "MD"}:
            return False
    return False


def _expect(place: _Place) -> bool:
    """The verb with what is expected; not "expected redemptions", "was expected"."""
    if place.word.lower() != "expected":
        return True
    if place.before in {"as", "than", "the", "an"}:
        return False
    return place.after in {"to", "that", "by"} or place.before in _AUXILIARY


def _consider(place: _Place) -> bool:
    """To hold to be so; not to think about."""
    if place.word.lower() == "considering" or place.before in {"being", "we", "one"}:
        return False
    return place.tag_after not in {"VBG", "IN"} or place.after in {"as", "by"}


def _held_as(place: _Place) -> bool:
    """With a complement: "see it as a gift", "is seen by many as a gift"."""
    for index, word in enumerate(place.right[:8]):
        if word == "as":
            return "RB" not in place.right_tags[index + 1 : index + 2]
        if word in _CLAUSE_BORDERS or word in {"such", "same"}:
            return False
    return False


def _think(place: _Place) -> bool:
    """The verb with what is thought; not freedom of thought, nor thinking as an activity."""
    word = place.word.lower()
    if word == "thinking":
        return place.tag_before.startswith(("PRP", "VB")) and place.tag_before != "PRP$"
    if word == "thought" and place.tag_before in _NOUN_BEFORE:
        return False
    return place.after not in _CLAUSE_BORDERS and place.before != "to"


def _whether(place: _Place) -> bool:
    """An open question; not "whether large or small", where all cases are alike."""
    return place.before not in {",", "(", "irrespective", "regardless"} and (
        place.tag_after not in {"JJ", "RB", "VBN", "IN"}
    )


def _suggest(place: _Place) -> bool:
    """To give reason to believe; not to propose, nor "as the name suggests"."""
    return place.tag_after != "VBG" and place.after not in _CLAUSE_BORDERS


def _assume(place: _Place) -> bool:
    """To take for true; not to take on a post or a shape."""
    return (
        place.before in _BE
        or place.tag_before == "RB"
        or place.after in {"that", "to", "there", "no"}
        or place.tag_after == "PRP"
    )


def _believe(place: _Place) -> bool:
    """To hold for true; not to believe a person, nor one's eyes."""
    return place.tag_after != "PRP$" and (place.before in _BE or place.after not in _STOPS)


def _possible(place: _Place) -> bool:
    """A thing that may be; not an ability ("it is possible to swim")."""
    if place.after in {"to", "for", "only"}:
        return False
    if place.before in _BE or place.tag_before in {"PRP", "VBN"}:
        return place.after in {"that", ","}
    return place.before not in {"maximum", "only"}


def _potential(place: _Place) -> bool:
    """The adjective before its noun; not what somebody is able to do."""
    return place.tag_after.startswith(("NN", "JJ"))


_RULES: Mapping[str, Callable[[_Place], bool]] = {
    "may": _may,
    "might": _might,
    "could": _could,
    "would": _would,
    "will": _will,
    "should": _should,
    "until": _until,
    "expect": _expect,
    "consider": _consider,
    "regard": _held_as,
    "view": _held_as,
    "see": _held_as,
    "think": _think,
    "whether": _whether,
    "potential": _potential,
    "suggest": _suggest,
    "imply": _suggest,
    "indicate": _suggest,
    "assume": _assume,
    "believe": _believe,
    "possible": _possible,
}

"""Parts of speech: an averaged perceptron over the words around a word.

The method is Collins (2002), "Discriminative training methods for hidden Markov models",
decoded greedily from left to right as nltk's PerceptronTagger does. Tags are Penn's.
"""

import re
from collections.abc import Sequence
from typing import ClassVar, Literal

from reader.core.text.kept import Kept
from reader.core.text.tag_sums import TagColumns, heaviest, side_by_side
from reader.core.text.tagger_model import PackedWeights, TaggerModel
from reader.core.text.tokens import TokenTable, lowered
from reader.core.text.word_lists import phrases, words
from reader.values import frozen

Part = Literal["verb", "noun", "adj", "adv"]  # as lexicons name parts of speech
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})  # verbs that a clause can stand with
NAME_TAGS = frozenset({"NNP", "NNPS"})

# What a word with a capital inside a sentence can be when nobody has seen it before.
_CAPITAL_TAGS = ("NNP", "NNPS", "JJ", "NN")
_FIRST_TAGS = (*_CAPITAL_TAGS, "NNS", "VBG", "VBN", "VB")
_EDGE = "\x02"  # stands for the places before the first and after the last word
_PUNCTUATION = {
    ",": ",",
    ".": ".",
    "?": ".",
    "!": ".",
    ":": ":",
    ";": ":",
    "…": ":",
    "...": ":",
    "--": ":",
    "—": ":",
    "–": ":",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "{": "(",
    "}": ")",
    "“": "``",
    "‘": "``",
    "«": "``",
    "``": "``",
    "”": "''",
    "»": "''",
    "''": "''",
    '"': "''",
    "$": "$",
    "£": "$",
    "€": "$",
}
_SUBJECT_ENDS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_OBJECT_STARTS = frozenset({"DT", "PRP$", "PRP", "NN", "NNS", "JJ"})
_AFTER_LIKE = frozenset({"RB", "PRP"})
_LIKE_PARTICIPLES = frozenset({"VBN", "VBD", "JJ"})
_AFTER_PEOPLE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD", "IN", ",", "CC", "RB", "POS", "WP"})
_LONG_WORDS = 5  # so many words in capitals make a headline of a line with a full stop
_MOST_KNOWN = 20_000  # sentences of a text whose tags are kept for when they come again
_MOST_WORDS = 200_000  # more than a megabyte has: each is asked for twice
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")


@frozen
class TaggerWords:
    """What the tagger knows of a language besides what it has learned."""

    TABLE: ClassVar[str] = "tagging"

    have: frozenset[str] = words(
        "auxiliaries of the perfect: a past form after one is no past form"
    )
    linking: frozenset[str] = words("verbs that a participle may follow as a complement")
    adverb_endings: tuple[str, ...] = phrases("endings that tell an adverb, no name")
    past_endings: tuple[str, ...] = phrases("endings of regular participles")
    like_base: frozenset[str] = words("past forms that look like the base and like a noun")
    people: frozenset[str] = words("participles that stand for people: “the accused said”")


def shape(word: str, *, is_first: bool) -> str:
    """Return how a word looks: capitals, digits, hyphens, and whether it opens its sentence."""
    if not word.isalpha() and any(map(str.isdigit, word)):
        return "year" if _YEAR.match(word) else "digit" if word[0].isdigit() else "mixed"
    if word.isupper() and len(word) > 1:
        return "caps"
    if word[0].isupper():
        return "first" if is_first else "capital"
    return "hyphen" if "-" in word else "lower"


def look_features(word: str, lower: str, *, is_first: bool) -> tuple[str, ...]:
    """Return the features of a word that other words share."""
    look, ending, beginning = _look(word, lower, is_first=is_first)
    return (*_of_look(look), *_of_ending(ending), *_of_beginning(beginning))


def _look(word: str, lower: str, *, is_first: bool) -> tuple[tuple[str, str], str, str]:
    """Return what a word shares with others: shape and last letters, ending, beginning."""
    last = lower.rsplit("-", 1)[-1]
    return (shape(word, is_first=is_first), last[-2:]), last[-4:], lower[:3]


def _of_look(look: tuple[str, str]) -> tuple[str, ...]:
    kind, ending = look
    return f"h {kind}", f"H {kind} {ending}"


def _of_ending(ending: str) -> tuple[str, ...]:
    return f"4 {ending}", f"3 {ending[-3:]}", f"2 {ending[-2:]}"


def _of_beginning(beginning: str) -> tuple[str, ...]:
    return f"1 {beginning[:1]}", f"r {beginning}"


@frozen
class _Choice:
    """The tags that a word may have at its place, and what the word itself speaks for.

    Attributes:
        tags: The tags.
        columns: Their columns in a sum.
        own: What the word itself speaks for, and the level of a sum.
        only: The tag, where there is but one.
    """

    tags: tuple[str, ...]
    columns: tuple[int, ...]
    own: int = 0
    only: str = ""


class _AfterTags(dict[str, int]):
    """What a word speaks for after each tag, made when it is first asked for."""

    __slots__ = ("_always", "_pairs", "_weights")

    def __init__(self, weights: PackedWeights, pairs: bytes, always: int) -> None:
        """Begin with nothing.

        Args:
            weights: What the tagger has learned.
            pairs: The tags and the places of their weights.
            always: What comes to it after any tag.
        """
        super().__init__()
        self._weights, self._pairs, self._always = weights, pairs, always

    def __missing__(self, tag: str) -> int:
        """Return what has not been asked for before."""
        made = self[tag] = self._always
        if self._pairs:
            made = self[tag] = made + side_by_side(self._weights.after(self._pairs, tag))
        return made


@frozen
class _Word:
    """What a word in lower case speaks for, at its place and from those beside it.

    Attributes:
        own: At its place, by itself.
        behind: At its place, by the tag before.
        before: From right before another word.
        two_before: From two places before it.
        but_one: From right behind it, by the tag before that; what needs no tag is in it.
        two_after: From two places after it.
    """

    own: int
    behind: _AfterTags
    before: int
    two_before: int
    but_one: _AfterTags
    two_after: int


class Tagger:
    """Tags tokens; keeps what the words it has seen speak for."""

    def __init__(self, model: TaggerModel, lists: TaggerWords) -> None:
        self._model = model
        self._lists = lists
        others = {*_FIRST_TAGS, *model.open_tags}.union(*model.known.values())
        self._columns = TagColumns((*model.weights.tags, *sorted(others)))
        self._features = Kept(self._feature)
        self._first = Kept(self._choice_at_first)
        self._inner = Kept(self._choice_inside)
        self._tags = Kept(self._after_tags)
        self._words = Kept(self._word, most=_MOST_WORDS)
        self._unseen = Kept(self._unseen_word)
        self._columns_of = Kept(self._columns.of)
        self._looks = Kept(self._look_sum)
        self._endings = Kept(self._ending_sum)
        self._beginnings = Kept(self._beginning_sum)

    def tag(self, tokens: TokenTable) -> tuple[str, ...]:
        """Return one Penn tag for each token."""
        tags: list[str] = []
        known: dict[tuple[str, ...], list[str]] = {}  # a menu has the same lines again and again
        for first, past_last in tokens.sentences:
            words = tokens.words[first:past_last]
            own = known.get(words)
            if own is None:
                own = self._mended(words, tokens.lowers[first:past_last])
                if len(known) < _MOST_KNOWN:
                    known[words] = own
            tags += own
        return tuple(tags)

    def _mended(self, words: tuple[str, ...], lowers: tuple[str, ...]) -> list[str]:
        """Return the tags of a sentence, which depend on nothing outside it."""
        tags = self._sentence_tags(words, lowers)
        _mend_people(lowers, tags, self._lists)
        _mend_past_forms(lowers, tags, self._lists)
        _mend_nouns(lowers, tags, self._lists)
        return tags

    def _sentence_tags(self, words: tuple[str, ...], lowers: tuple[str, ...]) -> list[str]:
        tags: list[str] = []
        around = [*map(self._words.__getitem__, (_EDGE, _EDGE, *lowers, _EDGE, _EDGE))]
        two, one = _EDGE, _EDGE
        for choice, two_before, before, word, after, two_after in zip(
            self._choices(words, lowers),
            around,
            around[1:],
            around[2:],
            around[3:],
            around[4:],
            strict=False,
        ):
            tag = choice.only
            if not tag:
                total = (
                    choice.own
                    + self._tags[one, two]
                    + word.behind[one]
                    + after.but_one[one]
                    + before.before
                    + two_before.two_before
                    + two_after.two_after
                )
                tag = choice.tags[heaviest(total, choice.columns)]
            tags.append(tag)
            two, one = one, tag
        return tags

    def _choices(self, words: tuple[str, ...], lowers: tuple[str, ...]) -> list[_Choice]:
        """Return what each word of a sentence may be; the first that is no mark is told apart."""
        opening = next((n for n, lower in enumerate(lowers) if lower not in _PUNCTUATION), 0)
        written: Sequence[str] = words
        if len(words) > 3 and all(word.isupper() for word in words if word.isalpha()):
            written = lowers  # shouted
        elif _is_title(words):
            pairs = zip(words, lowers, strict=True)
            known = self._model.known
            written = [lower if lower in known else word for word, lower in pairs]
        inside = self._inner.__getitem__
        first = self._first[written[opening]]
        return [*map(inside, written[:opening]), first, *map(inside, written[opening + 1 :])]

    def _choice_at_first(self, word: str) -> _Choice:
        return self._choice(word, is_first=True)

    def _choice_inside(self, word: str) -> _Choice:
        return self._choice(word, is_first=False)

    def _choice(self, word: str, *, is_first: bool) -> _Choice:
        lower = lowered(word)
        if lower in _PUNCTUATION:
            return _Choice((), (), only=_PUNCTUATION[lower])
        candidates = self._candidates(word, lower, is_first=is_first)
        tags = tuple(candidates)
        columns = self._columns_of[tags]
        if len(tags) == 1:
            return _Choice(tags, columns, only=tags[0])
        look, ending, beginning = _look(word, lower, is_first=is_first)
        own = self._words[lower].own + self._looks[look] + self._columns.level
        own += self._endings[ending] + self._beginnings[beginning]
        if candidates is _CAPITAL_TAGS:  # inside a sentence: what is no adjective is a name
            tags = tuple("NNP" if tag == "NN" else tag for tag in tags)
        return _Choice(tags, columns, own)

    def _candidates(self, word: str, lower: str, *, is_first: bool) -> Sequence[str]:
        tags = self._model.known.get(lower)
        if tags is None:
            if (
                not word[0].isupper()
                or not word.isalpha()
                or lower.endswith(self._lists.adverb_endings)
            ):
                return self._model.open_tags
            return _FIRST_TAGS if is_first else _CAPITAL_TAGS
        if len(tags) == 1 and (is_first or word == lower or tags[0] in {"DT", "IN", "PRP"}):
            return tags
        if word[0].isupper() and "NNP" not in tags and not is_first:
            return (*tags, "NNP")
        return tags

    def _after_tags(self, tags: tuple[str, str]) -> int:
        one, two = tags
        return self._sum(f"t {one}", f"T {two} {one}", "bias")

    def _word(self, lower: str) -> _Word:
        weights, ending = self._model.weights, lower[-3:]
        found = weights.of_word(lower)
        if found is None:
            return self._unseen[ending]
        own, before, after, two_before, two_after = (
            side_by_side(weights.at(place)) if place else 0 for place in found.places
        )
        after += self._features[f"m {ending}"]
        return _Word(
            own,
            _AfterTags(weights, found.behind, 0),
            before + self._features[f"q {ending}"],
            two_before,
            _AfterTags(weights, found.but_one, after),
            two_after,
        )

    def _unseen_word(self, ending: str) -> _Word:
        """Return what any word of which nothing is known speaks for by its last letters."""
        weights, after = self._model.weights, self._features[f"m {ending}"]
        before = self._features[f"q {ending}"]
        return _Word(0, _AfterTags(weights, b"", 0), before, 0, _AfterTags(weights, b"", after), 0)

    def _look_sum(self, look: tuple[str, str]) -> int:
        return self._sum(*_of_look(look))

    def _ending_sum(self, ending: str) -> int:
        return self._sum(*_of_ending(ending))

    def _beginning_sum(self, beginning: str) -> int:
        return self._sum(*_of_beginning(beginning))

    def _sum(self, *features: str) -> int:
        return sum(map(self._features.__getitem__, features))

    def _feature(self, feature: str) -> int:
        return side_by_side(self._model.weights.of(feature))


class UnknownParts(Tagger):
    """Stands in where a language has no tagger: no part of speech is known."""

    def __init__(self) -> None:
        super().__init__(TaggerModel((), {}, PackedWeights.made({})), TaggerWords())

    def tag(self, tokens: TokenTable) -> tuple[str, ...]:
        """Return an empty tag for each token."""
        return ("",) * len(tokens)


def _mend_people(lowers: Sequence[str], tags: list[str], lists: TaggerWords) -> None:
    """Make a noun of a participle that stands for people: "the accused told the court"."""
    if lists.people.isdisjoint(lowers):
        return
    for place in range(1, len(tags) - 1):
        is_alone = tags[place - 1] == "DT" and tags[place + 1] in _AFTER_PEOPLE
        if is_alone and lowers[place] in lists.people and tags[place] in _LIKE_PARTICIPLES:
            tags[place] = "NN"


def _mend_past_forms(lowers: Sequence[str], tags: list[str], lists: TaggerWords) -> None:
    """Make the participle of a sentence its past form where it must be one.

    It must be after another verb's present form ("which they say led to"), and in a sentence
    that has no finite verb otherwise ("The judge sided with them"). What opens a sentence before a
    finite verb is its subject ("Poll finds").
    """
    if tags[0] == "VB" and tags[1:2] in (["VBZ"], ["VBD"]):
        tags[0] = "NN"
    has_finite = False
    lonely = -1
    for place, tag in enumerate(tags):
        if tag == "VBD" and place and lowers[place - 1] in lists.have:
            tags[place] = "VBN"
        elif tag in FINITE:
            has_finite = True
        elif place and (
            tag == "VBN" or (tag == "JJ" and lowers[place].endswith(lists.past_endings))
        ):
            before = tags[place - 1]
            if (
                tag == "VBN"
                and before in {"VBZ", "VBP"}
                and lowers[place - 1] not in lists.linking
            ):
                tags[place] = "VBD"
            elif lonely < 0 and before in _SUBJECT_ENDS:
                lonely = place
    if lonely >= 0 and not has_finite and tags[-1] in {".", "''"}:
        tags[lonely] = "VBD"


def _mend_nouns(lowers: Sequence[str], tags: list[str], lists: TaggerWords) -> None:
    """Make a verb of the noun after a name in a sentence without a finite verb.

    "Ada Hill cut the rate.", "Ada Lin teaches physics in Perth."
    """
    if "JJ" in tags and "NNS" in tags:
        for place in range(1, len(tags) - 1):
            is_between = tags[place - 1] == "NNS" and tags[place + 1] in _AFTER_LIKE
            if is_between and tags[place] == "JJ" and lowers[place].endswith(lists.past_endings):
                tags[place] = "VBD"  # "said pupils fainted daily"
    if not FINITE.isdisjoint(tags):
        return
    for place in range(1, len(tags) - 1):
        if tags[place - 1] != "NNP" or tags[place + 1] not in _OBJECT_STARTS | {"IN"}:
            continue
        if tags[place] == "NN" and lowers[place] in lists.like_base:
            tags[place] = "VBD"
            return
        if tags[place + 1] == "IN":
            continue
        if tags[place] == "NNS" and tags[-1] in {".", "''"}:
            tags[place] = "VBZ"
            return


def _is_title(words: tuple[str, ...]) -> bool:
    """Tell whether a line is set in Title Case, as headlines are: capitals say nothing there."""
    if len(words) < 4 or words[-1] == ",":
        return False
    if not all(word[0].isupper() for word in words if len(word) > 3 and word.isalpha()):
        return False  # most lines are told by their first long word
    fewest = _LONG_WORDS if words[-1] == "." else 2
    return sum(len(word) > 3 and word.isalpha() for word in words) >= fewest

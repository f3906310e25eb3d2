"""Parts of speech: an averaged perceptron over the words around a word.

The method is Collins (2002), "Discriminative training methods for hidden Markov models",
decoded greedily from left to right as nltk's PerceptronTagger does. Tags are Penn's.
"""

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar, Literal, TypeVar

from reader.core.text.tagger_model import LearnedWeights, TaggerModel, Weights
from reader.core.text.tokens import TokenTable
from reader.core.text.word_lists import phrases, words
from reader.values import frozen

Part = Literal["verb", "noun", "adj", "adv"]  # as lexicons name parts of speech
_Key = TypeVar("_Key")

# What a word with a capital inside a sentence can be when nobody has seen it before.
_NAME_TAGS = ("NNP", "NNPS", "JJ", "NN")
_FIRST_TAGS = (*_NAME_TAGS, "NNS", "VBG", "VBN", "VB")
_EDGE = "\x02"  # stands for the places before the first and after the last word
_CACHE_LIMIT = 40_000  # words kept with their summed weights; about 20 MB when full
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
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECT_ENDS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_OBJECT_STARTS = frozenset({"DT", "PRP$", "PRP", "NN", "NNS", "JJ"})
_LIKE_PARTICIPLES = frozenset({"VBN", "VBD", "JJ"})
_AFTER_PEOPLE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD", "IN", ",", "CC", "RB", "POS", "WP"})
_LONG_WORDS = 5  # so many words in capitals make a headline of a line with a full stop
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
    if any(char.isdigit() for char in word):
        return "year" if _YEAR.match(word) else "digit" if word[0].isdigit() else "mixed"
    if word.isupper() and len(word) > 1:
        return "caps"
    if word[0].isupper():
        return "first" if is_first else "capital"
    return "hyphen" if "-" in word else "lower"


def word_features(word: str, lower: str, *, is_first: bool) -> tuple[str, ...]:
    """Return the features that a word has by itself."""
    look = shape(word, is_first=is_first)
    last = lower.rsplit("-", 1)[-1]
    return (
        f"h {look}",
        f"w {lower}",
        f"4 {last[-4:]}",
        f"3 {last[-3:]}",
        f"2 {last[-2:]}",
        f"1 {lower[:1]}",
        f"r {lower[:3]}",
        f"H {look} {last[-2:]}",
    )


class Tagger:
    """Tags tokens; keeps the summed weights of the words it has seen."""

    def __init__(self, model: TaggerModel, lists: TaggerWords) -> None:
        self._model = model
        self._lists = lists
        self._own: dict[tuple[str, bool], Weights] = {}
        self._before: dict[str, Weights] = {}
        self._after: dict[str, Weights] = {}
        self._tags: dict[tuple[str, str], Weights] = {}

    def tag(self, tokens: TokenTable) -> tuple[str, ...]:
        """Return one Penn tag for each token."""
        tags: list[str] = []
        for first, past_last in tokens.sentences:
            self._tag_sentence(tokens.words[first:past_last], tokens.lowers[first:past_last], tags)
            _mend_people(tokens.lowers, tags, first, self._lists)
            _mend_past_forms(tokens.lowers, tags, first, self._lists)
            _mend_nouns(tokens.lowers, tags, first, self._lists)
        return tuple(tags)

    def _tag_sentence(
        self, words: tuple[str, ...], lowers: tuple[str, ...], tags: list[str]
    ) -> None:
        known, weights = self._model.known, self._model.weights
        padded = (_EDGE, _EDGE, *lowers, _EDGE, _EDGE)
        is_shouted = len(words) > 3 and all(word.isupper() for word in words if word.isalpha())
        is_title = not is_shouted and _is_title(words)
        one, two = _EDGE, _EDGE
        is_first = True
        for index, lower in enumerate(lowers):
            tag = _PUNCTUATION.get(lower)
            if tag is None:
                is_plain = is_shouted or (is_title and lower in known)
                word = lower if is_plain else words[index]
                candidates = self._candidates(word, lower, known, is_first=is_first)
                if len(candidates) == 1:
                    tag = candidates[0]
                else:
                    tag = best_tag(
                        candidates,
                        self._own_weights(word, lower, is_first=is_first),
                        self._tag_weights(one, two),
                        weights[f"b {one} {lower}"],
                        self._before_weights(padded[index + 1]),
                        self._after_weights(padded[index + 3]),
                        weights[f"P {padded[index]}"],
                        weights[f"N {padded[index + 4]}"],
                        weights[f"a {one} {padded[index + 3]}"],
                    )
                    if tag == "NN" and candidates is _NAME_TAGS and not is_plain:
                        tag = "NNP"
                is_first = False
            tags.append(tag)
            two, one = one, tag

    def _candidates(
        self, word: str, lower: str, known: Mapping[str, Sequence[str]], *, is_first: bool
    ) -> Sequence[str]:
        tags = known.get(lower)
        if tags is None:
            if (
                not word[0].isupper()
                or not word.isalpha()
                or lower.endswith(self._lists.adverb_endings)
            ):
                return self._model.open_tags
            return _FIRST_TAGS if is_first else _NAME_TAGS
        if len(tags) == 1 and (is_first or word == lower or tags[0] in {"DT", "IN", "PRP"}):
            return tags
        if word[0].isupper() and "NNP" not in tags and not is_first:
            return (*tags, "NNP")
        return tags

    def _own_weights(self, word: str, lower: str, *, is_first: bool) -> Weights:
        key = (word, is_first)
        found = self._own.get(key)
        if found is None:
            features = word_features(word, lower, is_first=is_first)
            found = _kept(self._own, key, self._sum(features))
        return found

    def _before_weights(self, lower: str) -> Weights:
        found = self._before.get(lower)
        if found is None:
            found = _kept(self._before, lower, self._sum((f"p {lower}", f"q {lower[-3:]}")))
        return found

    def _after_weights(self, lower: str) -> Weights:
        found = self._after.get(lower)
        if found is None:
            found = _kept(self._after, lower, self._sum((f"n {lower}", f"m {lower[-3:]}")))
        return found

    def _tag_weights(self, one: str, two: str) -> Weights:
        found = self._tags.get((one, two))
        if found is None:
            found = self._sum((f"t {one}", f"T {two} {one}", "bias"))
            self._tags[one, two] = found
        return found

    def _sum(self, features: Sequence[str]) -> Weights:
        total: dict[str, float] = {}
        for feature in features:
            for tag, weight in self._model.weights[feature].items():
                total[tag] = total.get(tag, 0.0) + weight
        return total


class UnknownParts(Tagger):
    """Stands in where a language has no tagger: no part of speech is known."""

    def __init__(self) -> None:
        super().__init__(TaggerModel((), {}, LearnedWeights()), TaggerWords())

    def tag(self, tokens: TokenTable) -> tuple[str, ...]:
        """Return an empty tag for each token."""
        return ("",) * len(tokens)


def _mend_people(lowers: Sequence[str], tags: list[str], first: int, lists: TaggerWords) -> None:
    """Make a noun of a participle that stands for people: "the accused told the court"."""
    for place in range(first + 1, len(tags) - 1):
        is_alone = tags[place - 1] == "DT" and tags[place + 1] in _AFTER_PEOPLE
        if is_alone and lowers[place] in lists.people and tags[place] in _LIKE_PARTICIPLES:
            tags[place] = "NN"


def _mend_past_forms(
    lowers: Sequence[str], tags: list[str], first: int, lists: TaggerWords
) -> None:
    """Make the participle of the sentence from `first` on its past form where it must be one.

    It must be after another verb's present form ("which they say led to"), and in a sentence
    that has no finite verb otherwise ("The judge sided with them"). What opens a sentence before a
    finite verb is its subject ("Poll finds").
    """
    if tags[first] == "VB" and tags[first + 1 : first + 2] in (["VBZ"], ["VBD"]):
        tags[first] = "NN"
    has_finite = False
    lonely = -1
    for place in range(first, len(tags)):
        tag = tags[place]
        if tag == "VBD" and place > first and lowers[place - 1] in lists.have:
            tags[place] = "VBN"
        elif tag in _FINITE_TAGS:
            has_finite = True
        elif place > first and (
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


def _mend_nouns(lowers: Sequence[str], tags: list[str], first: int, lists: TaggerWords) -> None:
    """Make a verb of the noun after a name in a sentence from `first` without a finite verb.

    "Ada Hill cut the rate.", "Ada Lin teaches physics in Perth."
    """
    for place in range(first + 1, len(tags) - 1):
        is_past = tags[place] == "JJ" and lowers[place].endswith(lists.past_endings)
        if is_past and tags[place - 1] == "NNS" and tags[place + 1] in {"RB", "PRP"}:
            tags[place] = "VBD"  # "said pupils fainted daily"
    if not _FINITE_TAGS.isdisjoint(tags[first:]):
        return
    for place in range(first + 1, len(tags) - 1):
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
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    fewest = _LONG_WORDS if words[-1] == "." else 2
    return len(long) >= fewest and all(word[0].isupper() for word in long)


def best_tag(candidates: Sequence[str], *vectors: Weights) -> str:
    """Return the candidate with the highest sum of weights; the earlier one wins a tie.

    The eight vectors are written out: no line of the program runs as often, and a loop over them
    takes a quarter more.
    """
    a, b, c, d, e, f, g, h = vectors
    best, best_weight = candidates[0], -1e9
    for tag in candidates:
        weight = (
            a.get(tag, 0.0)
            + b.get(tag, 0.0)
            + c.get(tag, 0.0)
            + d.get(tag, 0.0)
            + e.get(tag, 0.0)
            + f.get(tag, 0.0)
            + g.get(tag, 0.0)
            + h.get(tag, 0.0)
        )
        if weight > best_weight:
            best, best_weight = tag, weight
    return best


def _kept(cache: dict[_Key, Weights], key: _Key, value: Weights) -> Weights:
    if len(cache) >= _CACHE_LIMIT:
        cache.clear()
    cache[key] = value
    return value

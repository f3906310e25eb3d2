"""Contested names for groups of people: which wordings of a text are rivals for one group."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import starmap

from reader.core.languages.language import Language
from reader.core.lexicon.filed.known_entries import known
from reader.core.lexicon.lexicon import Lexicon
from reader.core.lexicon.same_lists import SameLists
from reader.core.sources.words.reference_words import ReferenceWords
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.spans import Span
from reader.core.text.tokens import TokenTable, window
from reader.core.text.word_places import WordPlaces
from reader.values import frozen

_LEADS = frozenset("DT PRP$ JJ VBN CD POS NN NNP".split())
_FARTHEST = 4  # sentences between two labels of one group


class RivalNames:
    """Contested names for groups of people, made ready for a text.

    The entries of a lexicon name their rivals; each set of rivals is one list of names.
    """

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        self._sets: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        numbers: dict[frozenset[str], int] = {}
        for lexicon in lexicons:
            named = known(lexicon.entries).counterparts() if lexicon.panel == "wording" else ()
            grammar = lexicon.language_data.lists(ReferenceWords)
            for rivals in starmap(_rivals, named):
                if _names_people(rivals, grammar) and rivals not in numbers:
                    numbers[rivals] = len(numbers)
                    self._add(rivals, numbers[rivals], lexicon.language_data)

    def _add(self, rivals: Iterable[str], number: int, language: Language) -> None:
        for phrase in rivals:
            words = tuple(_plural(phrase.lower(), language).split())
            self._sets.setdefault(words[-1], []).append((words, number))

    def ends(self, places: WordPlaces) -> Sequence[int]:
        """Return the places of the words with which a name may end."""
        return places.of(self._sets.keys())

    def ending_at(self, lowers: Sequence[str], index: int) -> tuple[tuple[str, ...], int] | None:
        """Return the longest name that ends with this word, in the plural, and its set."""
        found = [
            (words, number)
            for words, number in self._sets.get(lowers[index], ())
            if tuple(lowers[max(0, index + 1 - len(words)) : index + 1]) == words
        ]
        return max(found, key=lambda item: len(item[0])) if found else None


def rival_names(lexicons: Iterable[Lexicon]) -> RivalNames:
    """Return the contested names of some lexicons; those of the last ones are kept."""
    return _names_of(SameLists(lexicons))


@lru_cache(maxsize=2)
def _names_of(same: SameLists) -> RivalNames:
    return RivalNames(same.lexicons)


def _rivals(phrase: str, counterpart: str) -> frozenset[str]:
    others = (other.strip() for other in counterpart.split(","))
    return frozenset({phrase, *others} - {""})


def _names_people(phrases: frozenset[str], grammar: ReferenceWords) -> bool:
    """Tell whether rivals name people, as *fighters*; wars, taxes and laws have no sides."""
    people = (
        phrase.endswith(grammar.grouping) and not phrase.endswith(grammar.not_grouping)
        for phrase in phrases
    )
    return 2 * sum(people) >= len(phrases) > 1


def _plural(phrase: str, language: Language) -> str:
    """Return a phrase in the plural, by its last word."""
    before, space, last = phrase.rpartition(" ")
    if last.endswith(language.lists(ReferenceWords).plurals):
        return phrase
    others = language.inflections.forms(last, "noun") - {last}
    return f"{before}{space}{min(others, default=last)}"


@frozen
class _Mention:
    """A group named with a contested term."""

    phrase: str
    span: Span
    sentence: int
    is_definite: bool


class RivalGroups:
    """Joins rival names of one group where one takes up the other."""

    def __init__(
        self, tokens: TokenTable, tags: Sequence[str], rivals: RivalNames, lists: SourceWords
    ) -> None:
        self._definite = lists.grammar.definite | lists.grammar.owners
        self._tokens = tokens
        self._tags = window(tags, "")
        self._rivals = rivals
        self._sentences = [first for first, _ in tokens.sentences]

    def found(self) -> list[list[Span]]:
        """Return the places of each group that has rival names."""
        sets: dict[int, list[_Mention]] = {}
        for index in self._rivals.ends(self._tokens.places):
            name = self._rivals.ending_at(self._tokens.lowers, index)
            if name and self._is_head(index):
                words, number = name
                sets.setdefault(number, []).append(self._mention(words, index))
        joined = [_taken_up(mentions) for mentions in sets.values()]
        return [[mention.span for mention in mentions] for mentions in joined if mentions]

    def _is_head(self, index: int) -> bool:
        return not self._tags[index + 1].startswith(("NN", "POS"))

    def _mention(self, words: tuple[str, ...], last: int) -> _Mention:
        place = first = last + 1 - len(words)
        sentence = bisect_right(self._sentences, first) - 1
        start = self._sentences[sentence]
        while first > max(start, place - 4) and self._tags[first - 1] in _LEADS:
            first -= 1
        is_definite = (
            self._tokens.lowers[first] in self._definite or "POS" in self._tags[first:last]
        )
        span = self._tokens.span(first, last + 1)
        return _Mention(" ".join(words), span, sentence, is_definite)


def _taken_up(mentions: Sequence[_Mention]) -> list[_Mention]:
    """Return the mentions that are one group's: a new name must be definite, and near.

    Where one sentence holds two of the names, they are rivals for nothing: two groups.
    """
    by_sentence: dict[int, set[str]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, set()).add(mention.phrase)
    if any(len(phrases) > 1 for phrases in by_sentence.values()):
        return []
    kept: list[_Mention] = []
    known: set[str] = set()
    for mention in sorted(mentions, key=lambda m: m.span):
        is_near = bool(kept) and mention.sentence - kept[-1].sentence <= _FARTHEST
        if not kept or mention.phrase in known or (mention.is_definite and is_near):
            kept.append(mention)
            known.add(mention.phrase)
    return kept if len(known) > 1 else []

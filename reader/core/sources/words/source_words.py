"""The listed words that tell who a source is: kinds, titles, bodies, unnamed speakers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from typing import get_args

from reader.core.languages.language import plain_language
from reader.core.lexicon.filed.listed_words import ListedWords
from reader.core.lexicon.lexicon import Confidence, Lexicon
from reader.core.lexicon.same_lists import SameLists
from reader.core.sources.source import SourceKind
from reader.core.sources.words.disclosure_words import DisclosureWords
from reader.core.sources.words.joints import Joints
from reader.core.sources.words.reference_words import ReferenceWords
from reader.values import frozen

_UNNAMED = ("plain-body", "general")
_NOTHING = plain_language()
_KINDS: Mapping[str, SourceKind] = {kind: kind for kind in get_args(SourceKind)}


@frozen
class SourceWords:
    """What the lists say of roles, titles and bodies, all in lower case.

    Attributes:
        kinds: The kind of source that a word for a role or a body tells of.
        weak_kinds: The same for words found in every kind of body, such as *president*: they
            count only where no other word tells.
        forms_of_address: Words before a name that tell no office (Mr, Lady).
        titles: Words before a name that tell an office or a rank.
        bodies: Words that make a name one of a body or a place.
        named: Whole names of bodies: "al jazeera", "moody's".
        offices: Offices and bodies of several words, also those that count least for the kind.
        phrase_ends: The last words of all that is listed of several words: roles, bodies, names.
        calendar: Days and months, which are no names although they have a capital.
        moments: Parts of time, which are no roles although they stand before names.
        crowds: Words for people of whom nothing is told.
        nobodies: Words for one person of whom nothing is told.
        plain_bodies: Bodies that are named without a capital (police).
        too_general: Words for people that fit many.
        before_names: Titles and forms of address together.
        people: Words for people: roles, and words that tell nothing of an office.
        somebody: Words for people, and for bodies that can speak.
        persons: Words for one person that tell no office ("the strongman").
        namers: Words in the names of bodies, and words for documents, that "of" may follow.
        speaking: Nouns for people, bodies and documents together, which can say something.
        telling: Patterns for what is told of a source.
        states: States and what belongs to them.
        state_of: The state that each of these words tells of.
        nationalities: Words for what belongs to a state, without those for a whole people.
        alike: For nouns for groups, the sets of those that may take one another up.
        grammar: Articles, pronouns, and what ties a name to a description.
        joints: Where descriptions are cut.
        kinds_by_ending: The kind of a body whose name of several words ends in this word.
        told_kinds: The kind that each description tells which has been read, sure or not.
    """

    kinds: Mapping[str, SourceKind]
    weak_kinds: Mapping[str, SourceKind]
    forms_of_address: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    named: frozenset[str]
    offices: frozenset[str]
    phrase_ends: frozenset[str]
    calendar: frozenset[str]
    moments: frozenset[str]
    crowds: frozenset[str]
    nobodies: frozenset[str]
    plain_bodies: frozenset[str]
    too_general: frozenset[str]
    before_names: frozenset[str]
    people: frozenset[str]
    somebody: frozenset[str]
    persons: frozenset[str]
    namers: frozenset[str]
    speaking: frozenset[str]
    states: frozenset[str]
    state_of: Mapping[str, str]
    nationalities: frozenset[str]
    alike: Mapping[str, frozenset[str]]
    grammar: ReferenceWords
    joints: Joints
    kinds_by_ending: Mapping[str, SourceKind]
    telling: DisclosureWords
    told_kinds: dict[tuple[str, bool], SourceKind] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )

    @classmethod
    def of(cls, lexicons: Iterable[Lexicon]) -> "SourceWords":
        """Return the words of these lexicons, later ones on top; those of the last are kept."""
        return _words_of(SameLists(lexicons))

    @classmethod
    def _made(cls, lexicons: Sequence[Lexicon]) -> "SourceWords":
        kinds = ListedWords(lexicons, "source-kinds")
        names = ListedWords(lexicons, "names-and-titles")
        unnamed = ListedWords(lexicons, "unnamed-speakers")
        strong, weak = _kinds(kinds, "confident"), _kinds(kinds, "possible")
        bodies, plain_bodies = names.of("body"), unnamed.of("plain-body")
        known = unnamed.of("person", "nobody", "crowd") | names.of("title")
        language = next((item.language_data for item in lexicons), _NOTHING)
        grammar, telling = language.lists(ReferenceWords), language.lists(DisclosureWords)
        people = (_people({**strong, **weak}) | known) - bodies
        people -= kinds.names  # a firm is no role, of however many words
        people -= plain_bodies | (grammar.after_names - names.of("title"))  # "the Labour MP"
        return cls(
            kinds=strong,
            weak_kinds=weak,
            forms_of_address=names.of("address"),
            titles=names.of("title"),
            bodies=bodies,
            named=kinds.names,
            offices=frozenset(words for words in (*strong, *weak) if " " in words),
            phrase_ends=_phrase_ends((*strong, *weak, *kinds.names)),
            calendar=names.of("calendar"),
            moments=names.of("moment"),
            crowds=unnamed.of("crowd"),
            nobodies=unnamed.of("nobody"),
            plain_bodies=plain_bodies,
            too_general=unnamed.of("general", "crowd", "nobody"),
            before_names=names.of("title", "address"),
            people=people,
            somebody=people | plain_bodies | (bodies & (strong.keys() | grammar.general_bodies)),
            persons=unnamed.of("person"),
            namers=bodies,
            speaking=known | bodies | strong.keys() | weak.keys() | unnamed.of(*_UNNAMED),
            states=frozenset(grammar.states).union(*grammar.states.values()),
            state_of=_by_name(grammar.states),
            nationalities=_nationalities(grammar),
            alike=_by_set(grammar.alike),
            grammar=grammar,
            joints=Joints.of(grammar),
            kinds_by_ending={
                ending: _KINDS[kind]
                for kind, endings in grammar.name_endings.items()
                for ending in endings
                if kind in _KINDS
            },
            telling=telling,
        )


@lru_cache(maxsize=2)
def _words_of(same: SameLists) -> SourceWords:
    return SourceWords._made(same.lexicons)  # noqa: SLF001 -- its own class


def _by_name(states: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    found = {state: state for state in states}
    for state, others in states.items():
        found.update(dict.fromkeys(others, state))
    return found


def _by_set(alike: Mapping[str, Iterable[str]]) -> Mapping[str, frozenset[str]]:
    """Return for each noun the sets of nouns that may take one another up."""
    found: dict[str, set[str]] = {}
    for first, others in alike.items():
        for noun in (first, *others):
            found.setdefault(noun, set()).add(first)
    return {noun: frozenset(sets) for noun, sets in found.items()}


def _nationalities(grammar: ReferenceWords) -> frozenset[str]:
    """Return the words for what belongs to a state, without those for a whole people."""
    words = (word for others in grammar.states.values() for word in others)
    return frozenset(word for word in words if not word.endswith(grammar.peoples))


def _phrase_ends(listed: Iterable[str]) -> frozenset[str]:
    return frozenset(words.rpartition(" ")[2] for words in listed if " " in words)


def _people(kinds: Mapping[str, SourceKind]) -> frozenset[str]:
    """Return the words for roles: what is no document, and, in one word, no body."""
    return frozenset(word for word, kind in kinds.items() if kind != "document")


def _kinds(listed: ListedWords, confidence: Confidence) -> Mapping[str, SourceKind]:
    return {
        word: _KINDS[category]
        for word, category in listed.categories(confidence).items()
        if category in _KINDS
    }

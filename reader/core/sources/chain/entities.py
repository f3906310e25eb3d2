"""Entities: somebody or something that a text speaks of, with all that is told of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from typing import Literal

from reader.values import frozen

Sort = Literal["person", "body", "group", "someone", "named"]
Form = Literal["full", "last", "first", "title", "role", "pronoun"]
Gender = Literal["he", "she", ""]
_NAMING = frozenset({"full", "last", "first", "title"})
_FIRST = attrgetter("first")


@frozen
class Reference:
    """One place where an entity is meant.

    Attributes:
        first: The first token.
        end: Past the last token.
        form: In which form.
        name: Where the bare name begins in it; `end` where it holds none.
        reach: Past what hangs on a description by "of": "residents of Osk"; 0 where nothing does.
    """

    first: int
    end: int
    form: Form
    name: int
    reach: int = 0


@dataclass(slots=True, eq=False)
class Entity:
    """A person, a body, a group, or somebody without a name.

    Attributes:
        sort: Which of these; "named" where a name may be a person's or a body's.
        words: The words of its fullest name, in lower case; of a description, its head.
        name: The fullest name or description as written.
        roles: What the text says it is, in reading order, and where.
        asides: Those roles that the words for who goes on speaking tell.
        heads: The nouns among that: "mayor", "spokesman".
        gender: Told by the text itself, or "".
        references: Where it is meant.
        is_named: It has a name of its own, and is no mere description.
        side: For a group, whose it is: "ukraine" for Kiev's troops.
        namings: How often a name has been met, while a text is read.
    """

    sort: Sort
    words: tuple[str, ...]
    name: str
    roles: dict[str, range] = field(default_factory=dict)
    asides: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    gender: Gender = ""
    references: list[Reference] = field(default_factory=list)
    is_named: bool = False
    side: str = ""
    namings: int = 0

    def meet(self, reference: Reference) -> None:
        """Note one further place, behind those before."""
        self.references.append(reference)
        self.namings += reference.form in _NAMING

    @property
    def begins(self) -> int:
        """Return the token where it is met first."""
        return min(map(_FIRST, self.references), default=0)

    def told(self) -> frozenset[str]:
        """Return all words of its roles in lower case."""
        return _words_of_all(tuple(self.roles))

    def is_body_of(self, words: Sequence[str]) -> bool:
        """Tell whether it is a body whose name has at least as many words as these."""
        return self.sort == "body" and len(words) <= len(self.words)

    def forms(self) -> Mapping[Form, int]:
        """Return how often it is meant in which form."""
        return Counter(reference.form for reference in self.references)


@lru_cache(maxsize=20_000)
def words_of(role: str) -> frozenset[str]:
    """Return the words of a role in lower case; it is asked for at each description."""
    return frozenset(role.lower().split())


@lru_cache(maxsize=20_000)
def _words_of_all(roles: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(words_of, roles))


@frozen
class Chains:
    """Who is meant where.

    Attributes:
        entities: All of them, in order of their first place.
        places: The entity that a token belongs to.
    """

    entities: Sequence[Entity]
    places: Mapping[int, Entity]

    def at(self, places: range) -> Entity | None:
        """Return the entity that some tokens name: the one that their last word belongs to."""
        return self.places.get(places[-1]) if places else None

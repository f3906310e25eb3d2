"""Actors of single articles while they look for one another, and those that are one."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.core.sources.naming import Naming

Words = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Member:
    """An actor of one article while it looks for the same actor in the others.

    Attributes:
        article: The number of the article.
        naming: The actor with its wordings.
        words: The words of its name, in lower case, without article and form of address.
        is_named: It has a name of its own, and is no mere description.
    """

    article: int
    naming: Naming
    words: Words
    is_named: bool

    @property
    def is_person(self) -> bool:
        """Tell whether it is a person with a name."""
        return self.is_named and self.naming.kind in {"person", "named"}

    @property
    def is_body(self) -> bool:
        """Tell whether it is a body with a name."""
        return self.is_named and self.naming.kind == "body"


@dataclass(slots=True, eq=False)
class Joined:
    """Actors of several articles that are one.

    Attributes:
        members: The actors, at most a few of each article.
        perhaps: The full names of those who may be meant, where the articles do not tell.
    """

    members: list[Member] = field(default_factory=list)
    perhaps: tuple[str, ...] = ()

    @property
    def articles(self) -> set[int]:
        """Return the numbers of the articles that have the actor."""
        return {member.article for member in self.members}

    @property
    def fullest(self) -> Member:
        """Return the one with the fullest name."""
        return max(self.members, key=lambda member: (member.is_named, len(member.words)))


def one_of_each(group: Joined) -> Iterable[Joined]:
    """Return a group that has one member of each article, or each by itself: two are rivals."""
    if len(group.articles) == len(group.members):
        return (group,)
    return tuple(Joined([member], group.perhaps) for member in group.members)

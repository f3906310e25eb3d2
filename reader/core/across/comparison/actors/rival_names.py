"""Groups that the articles call by rival names: "protesters" in one, "rioters" in another."""

from collections.abc import Iterable, Iterator, Sequence

from reader.core.across.comparison.actors.members import Joined, Member
from reader.core.across.comparison.compared_text import ComparedText
from reader.core.across.comparison.matters import Matters
from reader.core.sources.rivals import RivalNames

_SHARED = 2  # words that the sentences about one group have in common at least


def with_rivals(
    joined: Sequence[Joined], texts: Sequence[ComparedText], rivals: RivalNames, matters: Matters
) -> list[Joined]:
    """Return the actors, with groups joined that articles call by names of one contested set.

    Each article must have one group of the set only, and tell of it in words that the other
    article has too; else two groups could be meant.
    """
    sets: dict[int, list[Joined]] = {}
    for group in joined:
        for number in {number for member in group.members for number in _sets(member, rivals)}:
            sets.setdefault(number, []).append(group)
    gone: set[int] = set()
    for groups in sets.values():
        left = [group for group in groups if id(group) not in gone]
        articles = [article for group in left for article in group.articles]
        if len(left) > 1 and len(set(articles)) == len(articles):
            first, *others = left
            for other in others:
                if _are_about_one_thing(first, other, texts, matters):
                    first.members.extend(other.members)
                    gone.add(id(other))
    return [group for group in joined if id(group) not in gone]


def _sets(member: Member, rivals: RivalNames) -> Iterator[int]:
    """Yield the numbers of the contested sets that the wordings for a group belong to."""
    if member.is_named:
        return
    for label in member.naming.labels:
        words = label.text.lower().split()
        found = rivals.ending_at(words, len(words) - 1)
        if found is not None:
            yield found[1]


def _are_about_one_thing(
    one: Joined, other: Joined, texts: Sequence[ComparedText], matters: Matters
) -> bool:
    return len(_told(one, texts, matters) & _told(other, texts, matters)) >= _SHARED


def _told(group: Joined, texts: Sequence[ComparedText], matters: Matters) -> set[str]:
    """Return the stems of what the sentences say in which a group is named."""
    return {stem for member in group.members for stem in _stems(member, texts, matters)}


def _stems(member: Member, texts: Sequence[ComparedText], matters: Matters) -> Iterable[str]:
    text = texts[member.article]
    own = {word[:5] for label in member.naming.labels for word in label.text.lower().split()}
    for label in member.naming.labels:
        for span in label.spans:
            sentence = text.analysis.sentence_at(span)
            if sentence is not None:
                yield from matters.of(text, sentence) - own

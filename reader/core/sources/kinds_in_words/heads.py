"""What the head of a description and a whole name tell, before their words are looked up."""

import re
from collections.abc import Sequence

from reader.core.sources.source import SourceKind
from reader.core.sources.words.reference_words import without_owners_ending
from reader.core.sources.words.source_words import SourceWords

_CUT = re.compile(r"[,;()]")
_PAIR = 2  # words: a body and its lawyer


def kind_of_name(name: str, lists: SourceWords) -> SourceKind | None:
    """Return the kind of a listed name or of a people, or None."""
    for one in (name, without_owners_ending(name, lists.grammar)):
        if one in lists.named and one in lists.kinds:
            return lists.kinds[one]  # "Moody's", "Lloyd's of London", "The Post's"
    return "citizen" if _is_people(name, lists) or _is_owned_citizen(name, lists) else None


def _is_owned_citizen(name: str, lists: SourceWords) -> bool:
    """Tell whether a citizen is told of by whose: "a police officer's widow" is no official."""
    head = lists.joints.part.split(name, maxsplit=1)[0].split()
    endings = tuple(lists.grammar.owner_endings)
    owner = next((at for at, word in enumerate(head) if word.endswith(endings)), len(head))
    return owner < len(head) - 1 and lists.kinds.get(head[-1]) == "citizen"


def _is_people(name: str, lists: SourceWords) -> bool:
    """Tell whether a name ends in the plural of a people: "some Americans", "Texans"."""
    last = name.rpartition(" ")[2]
    ones = (last.removesuffix(end) for end in lists.grammar.plurals if last.endswith(end))
    return any(one in lists.nationalities or one in lists.grammar.demonyms for one in ones)


def leads(words: str, lists: SourceWords) -> bool:
    """Tell whether somebody leads what stands behind "of": "director of the Centre for Youth"."""
    for phrase in _CUT.split(words):
        head, *parts = lists.joints.part.split(phrase)
        found = head.split()
        if parts and found and found[-1] in lists.grammar.leading:
            return True
    return False


def owns(words: str, lists: SourceWords) -> bool:
    """Tell whether somebody owns what stands behind "of": "the owner of the Osk Country Club"."""
    for phrase in _CUT.split(words):
        head, *parts = lists.joints.part.split(phrase)
        if parts and not lists.grammar.owning.isdisjoint(head.split()[-1:]):
            return True
    return False


def whose_lawyer(words: str, lists: SourceWords) -> SourceKind | None:
    """Return the kind of the body before a lawyer: "a Justice Department lawyer"; or None."""
    for phrase in _CUT.split(words):
        head = lists.joints.part.split(phrase, maxsplit=1)[0].split()
        is_listed = " ".join(head[-2:]) in lists.kinds  # "court lawyer"
        if len(head) < _PAIR or head[-1] not in lists.grammar.pleaders or is_listed:
            continue
        is_body = head[-2] in lists.bodies | lists.plain_bodies
        kind = lists.kinds.get(head[-2]) if is_body else None
        if kind not in {None, "citizen", "document", "expert", "media"}:
            return kind
    return None


def is_of_many(words: Sequence[str], lists: SourceWords) -> bool:
    """Tell whether words name people in the plural who speak for themselves, or by a trade."""
    ends = lists.grammar.plurals
    kinds = [(lists.kinds.get(word), at) for at, word in enumerate(words) if word.endswith(ends)]
    last = len(words) - 1  # "National Nurses United"
    return any(kind == "citizen" or (kind == "expert" and at < last) for kind, at in kinds)

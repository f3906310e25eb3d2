"""Roles beside the name of a body: "NFF president", "NUT secretary", "Zonta president".

Who presides over something is of its kind. Of letters that no list has, and of names, a reader
learns nothing: then the post alone must not say that somebody governs.
"""

import re

from reader.core.sources.words.reference_words import without_owners_ending
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.expressions import plain_apostrophes

_PHRASE = re.compile(r"[^,;()]+")
_LETTERS = re.compile(r"\b[A-Z][A-Z&]+\b")
_PAIR = 2  # words
_LONGEST_POST = 3  # words
_LONGEST_STRONG = 2  # words
_LONGEST_OFFICE = 4  # words


def with_bodies_read(words: str, lists: SourceWords) -> str:
    """Return a description in which a body stands for the posts of it that tell no kind.

    Args:
        words: The description, with capitals: "the NUT secretary, a father of two".
        lists: The words for roles and bodies.

    Returns:
        The same with "NUT" for "the NUT secretary", and nothing for "the ZZQ secretary".
    """
    if words == words.lower() or len(words.split()) == 1:
        return words
    seen = frozenset(map(str.lower, _LETTERS.findall(words)))
    return _PHRASE.sub(lambda found: _read(found.group(), seen, lists), words)


def _read(phrase: str, seen: frozenset[str], lists: SourceWords) -> str:
    """Return the letters that a phrase begins with, nothing, or the phrase.

    Args:
        phrase: A description without commas.
        seen: All letters of the text around it, in lower case, as the phrase may be.
        lists: The words for roles and bodies.
    """
    words = phrase.split()
    head = _head(words, lists)
    for place, word in enumerate(head[:-1]):
        letters = without_owners_ending(plain_apostrophes(word), lists.grammar).removesuffix("'")
        is_letters = _LETTERS.fullmatch(letters) or letters in seen
        if is_letters and not _is_a_word(letters.lower(), lists):
            post = _lower(head[place + 1 :])
            rest = _lower(words[place + 1 : place + 1 + _LONGEST_OFFICE])
            is_office = any(" ".join(rest[:count]) in lists.kinds for count in (3, 4))
            if is_office or " ".join([letters.lower(), *post]) in lists.kinds:
                return phrase  # "NDC Member of Parliament", "SUG president"
            return _of_letters(letters, phrase, post, lists)
    return _listed_in(head, lists) if _is_of_named(head, lists) else phrase


def _listed_in(head: list[str], lists: SourceWords) -> str:
    """Return the listed name before a post: "Credai" of "Credai Pune Metro president"; or ""."""
    names = (word for word in head[:-1] if word.lower() in lists.named)
    return next((name for name in names if name.lower() in lists.kinds), "")


def _head(words: list[str], lists: SourceWords) -> list[str]:
    """Return a role up to what it is a role in: "NUT secretary" of "NUT secretary for Osk"."""
    joins = lists.grammar.role_joins
    end = next((at for at, word in enumerate(words) if word in joins), len(words))
    while end and words[end - 1].lower() in lists.forms_of_address:
        end -= 1  # "CSIRO entomologist Dr"
    return words[:end]


def _lower(words: list[str]) -> list[str]:
    return [plain_apostrophes(word.lower()) for word in words]


def _is_a_word(letters: str, lists: SourceWords) -> bool:
    """Tell whether letters are those of a land or a post: "US", "CEO"."""
    if letters in lists.states or letters in lists.grammar.land_letters:
        return True
    is_listed = letters in lists.kinds or letters in lists.weak_kinds
    return is_listed and letters not in lists.named


def _of_letters(letters: str, phrase: str, post: list[str], lists: SourceWords) -> str:
    """Return what stands for a post in a body of these letters."""
    rank = post[-1]
    is_rank = "military" in {lists.kinds.get(rank), lists.weak_kinds.get(rank)}
    if is_rank and not _is_post(post[-2:], lists):
        return rank  # "ISPR director general Lt Gen"
    if not _is_of_any_body(post, lists):
        return phrase
    if letters.lower() in lists.named and letters.lower() in lists.kinds:
        return letters
    return phrase if _is_strong(post, lists) else ""


def _is_of_any_body(post: list[str], lists: SourceWords) -> bool:
    """Tell whether bodies of every kind have such a post."""
    grammar, last = lists.grammar, post[-1]
    posts = grammar.everywhere | grammar.headed_bodies | grammar.leading | grammar.staff
    if last in posts or last in grammar.voices:
        return True
    return any(
        " ".join(post[-count:]) in lists.weak_kinds for count in range(1, _LONGEST_POST + 1)
    )


def _is_post(words: list[str], lists: SourceWords) -> bool:
    whole = " ".join(words)
    return len(words) > 1 and (whole in lists.kinds or whole in lists.weak_kinds)


def _is_strong(post: list[str], lists: SourceWords) -> bool:
    """Tell whether a post is found in one kind of body only: "general secretary"."""
    return any(" ".join(post[-count:]) in lists.kinds for count in range(1, _LONGEST_STRONG + 1))


def _is_of_named(head: list[str], lists: SourceWords) -> bool:
    """Tell whether a name stands before a post that else is a state's: "Zonta president"."""
    if len(head) < 2 or head[-1] not in lists.grammar.headed_bodies:
        return False
    while len(head) > _PAIR and head[-2].lower() in lists.grammar.against:
        head = [*head[:-2], head[-1]]  # "a Fidelity vice president"
    before = head[-2]
    lower = before.lower()
    if " ".join(_lower(head[-2:])) in lists.kinds:
        return False  # "Shire president"
    grammar = lists.grammar
    plain = grammar.formerly | grammar.states_before | grammar.against | grammar.levels
    plain |= grammar.definite | grammar.indefinite | grammar.owners  # "The president of the bank"
    is_name = before[0].isupper() and lower not in plain and lower not in lists.kinds
    is_of_people = lower in lists.states or lower.endswith(grammar.from_lands)
    return is_name and not is_of_people and lower not in lists.weak_kinds

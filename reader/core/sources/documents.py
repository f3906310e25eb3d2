"""Documents that are told of again: "A new paper warns … the paper says … the study found"."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from reader.core.sources.words.source_words import SourceWords

T = TypeVar("T")

_MANY = 40  # documents of one text among which one is looked for


class Documents(Generic[T]):
    """Which of the documents that have spoken a description means: the one that it can be of.

    Two reports stay two. A description with a word that was not told before ("the police report")
    is another document.
    """

    def __init__(self, lists: SourceWords) -> None:
        """Take the words for documents."""
        self._kinds, self._alike = lists.kinds, lists.alike
        grammar = lists.grammar
        self._definite = grammar.definite | grammar.owners
        self._research = grammar.research
        self._bringing_in = grammar.indefinite | grammar.counting  # "a study", "new research"
        self._untelling = self._definite | self._bringing_in
        self._met: list[tuple[str, frozenset[str], bool, T]] = []

    def is_one(self, head: Sequence[str]) -> bool:
        """Tell whether a noun phrase, in lower case, stands for what is written or recorded."""
        if not head:
            return False
        two = " ".join(head[-2:])
        if head[-1] in self._research:
            return True
        return self._kinds.get(two, self._kinds.get(head[-1])) == "document"

    def note(self, head: Sequence[str], document: T) -> None:
        """Keep a document that speaks, with the words that tell which one it is."""
        is_new = head[0] in self._bringing_in
        noted = (head[-1], frozenset(head[:-1]) - self._untelling, is_new, document)
        if all(known != noted for known in self._met[-_MANY:]):
            self._met.append(noted)

    def meant(self, head: Sequence[str]) -> T | None:
        """Return the document that "the paper" means, or None where it is a new one, or unsure."""
        if head[0] not in self._definite:
            return None
        told = frozenset(head[:-1]) - self._untelling
        near = self._met[-_MANY:]
        same = {id(one): one for noun, words, _, one in near if noun == head[-1] and told <= words}
        if not same and not told:
            sets = self._alike.get(head[-1], frozenset())
            like = [(noun, one) for noun, _, is_new, one in near if is_new and noun != head[-1]]
            same = {
                id(one): one
                for noun, one in like
                if not sets.isdisjoint(self._alike.get(noun, ()))
            }
        return next(iter(same.values())) if len(same) == 1 else None

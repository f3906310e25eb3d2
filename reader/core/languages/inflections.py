"""The forms of words: what a language must answer, and a way that serves most of them."""

from collections.abc import Callable, Container
from functools import lru_cache
from typing import ClassVar, Protocol

from reader.core.text.expressions import plain_apostrophes
from reader.core.text.tagging import Part
from reader.core.text.word_lists import Forms, forms, phrases
from reader.values import frozen

_KEPT = 50_000  # words kept with their forms
Stem = Callable[[str], str]


@frozen
class Seen:
    """A word as it stands in a text.

    Attributes:
        base: Its base form, in lower case.
        form: The form that stands there, in lower case.
        part: Its part of speech; None where that is not known.
        is_participle: What stands around it asks for a participle ("was torn", "torn by").
    """

    base: str
    form: str
    part: Part | None
    is_participle: bool = False


class Inflections(Protocol):
    """Answers which forms a word has, and of which word something is a form."""

    def forms(self, head: str, part: Part | None) -> frozenset[str]:
        """Return all lower-case forms of a word, itself included."""

    def verb_lemmas(self, form: str, among: Container[str] | None = None) -> tuple[str, ...]:
        """Return the verbs that a lower-case form may belong to, the likeliest first.

        Args:
            form: The form.
            among: The only verbs that are asked for, besides the form itself; None for all.
        """

    def opening(self, word: str) -> str:
        """Return the letters that all forms of a lower-case word begin with, "" if not known.

        It is asked of thousands of words at once, and need not be the longest answer.
        """

    def like(self, word: str, seen: Seen) -> str:
        """Return a word in the form that another one has in a text, itself if that is not known.

        Args:
            word: The base form of a word that could stand in its place.
            seen: The word that stands there.
        """


@frozen
class SuffixWords:
    """The endings of a language, and the forms that they do not give."""

    TABLE: ClassVar[str] = "inflections"

    verb_endings: tuple[str, ...] = phrases("endings of verbs; “” is one where the bare stem is")
    noun_endings: tuple[str, ...] = phrases("endings of nouns")
    adj_endings: tuple[str, ...] = phrases("endings of adjectives")
    cut_off: tuple[str, ...] = phrases("endings that a word loses before it takes another")
    irregular: Forms = forms("words with all forms that the endings do not give")


class SuffixInflections:
    """Puts the endings of a language behind the stem of a word.

    With a stemmer only those of the words made count that have the same stem as the word.
    """

    def __init__(self, lists: SuffixWords, stem: Stem | None = None) -> None:
        self._lists = lists
        self._stem = stem
        self._bases = {form: base for base, found in lists.irregular.items() for form in found}
        self._forms = lru_cache(maxsize=_KEPT)(self._all_forms)

    def forms(self, head: str, part: Part | None) -> frozenset[str]:
        """Return all lower-case forms of a word, itself included.

        Args:
            head: One word.
            part: Its part of speech; None stands for any.
        """
        return self._forms(head, part)

    def verb_lemmas(self, form: str, among: Container[str] | None = None) -> tuple[str, ...]:
        """Return the verbs that `form` (lower case) may be a form of, the likeliest first."""
        found = [self._bases[form]] if form in self._bases else []
        for ending in filter(form.endswith, self._lists.verb_endings):
            stem = form[: len(form) - len(ending)]
            guesses = (stem + lost for lost in (*self._lists.cut_off, ""))
            likely = [one for one in guesses if one and (among is None or one in among)]
            found += [guess for guess in likely if form in self.forms(guess, "verb")]
        found.append(form)
        return tuple(dict.fromkeys(found))

    def opening(self, _word: str) -> str:
        """Return nothing: what the endings of a language leave of a word is not known."""
        return ""

    def like(self, word: str, seen: Seen) -> str:
        """Return the word as it is: endings alone do not tell which form is which."""
        del seen
        return word

    def _all_forms(self, head: str, part: Part | None) -> frozenset[str]:
        word = plain_apostrophes(head.lower())
        stems = {word} | {
            word[: -len(lost)]
            for lost in self._lists.cut_off
            if word.endswith(lost) and len(word) > len(lost)
        }
        made = {stem + ending for stem in stems for ending in self._endings(part)}
        if self._stem is not None:
            own = self._stem(word)
            made = {form for form in made if self._stem(form) == own}
        return frozenset({word, *made, *self._lists.irregular.get(word, ())})

    def _endings(self, part: Part | None) -> tuple[str, ...]:
        lists = self._lists
        by_part = {
            "verb": lists.verb_endings,
            "noun": lists.noun_endings,
            "adj": lists.adj_endings,
            "adv": lists.adj_endings,
        }
        if part is not None:
            return by_part[part]
        return (*lists.verb_endings, *lists.noun_endings, *lists.adj_endings)

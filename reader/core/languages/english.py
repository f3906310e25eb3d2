"""The forms of an English word, and the base forms that a word may have."""

from collections.abc import Container
from functools import lru_cache
from itertools import chain
from typing import ClassVar

from reader.core.languages.inflections import Seen
from reader.core.text.expressions import plain_apostrophes
from reader.core.text.tagging import Part
from reader.core.text.word_lists import Forms, forms, words
from reader.values import frozen

_VOWELS = "aeiou"
_ENDINGS = ("s", "ed", "ing")  # of verbs
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_KEPT = 50_000  # words kept with their forms
_SAFE = 6  # letters of a word of which four or more are the same in all forms


@frozen
class EnglishWords:
    """The words of English that its spelling rules do not cover."""

    TABLE: ClassVar[str] = "inflections"

    be: frozenset[str] = words("the forms of the verb that follows no rule")
    irregular: Forms = forms("verbs with their past form, and their participle where it differs")
    extra: Forms = forms("further forms of verbs besides those that rules and `irregular` give")
    prefixes: frozenset[str] = words("beginnings after which an irregular verb stays irregular")
    plurals: Forms = forms("nouns with their irregular plural")
    plain_man: frozenset[str] = words("nouns in -man whose plural is regular")
    comparisons: Forms = forms("adjectives with their irregular comparative and superlative")
    takes_es: frozenset[str] = words("words in -o that take -es")
    doubling: frozenset[str] = words(
        "longer words whose last consonant doubles, as it is stressed"
    )
    both_ways: frozenset[str] = words("words whose consonant doubles in Britain, not in America")
    one_by_one: Forms = forms("verbs whose third person, past, participle and -ing follow no rule")
    no_plural: frozenset[str] = words("words that stay as they are where another has a plural")


class EnglishInflections:
    """Makes the forms of English words by rules of spelling and lists of exceptions."""

    def __init__(self, lists: EnglishWords) -> None:
        self._lists = lists
        self._bases = _bases(lists)
        self._exceptions = {*lists.irregular, *lists.extra, *lists.plurals, *lists.comparisons}
        self._prefixes = tuple(lists.prefixes)
        self._forms = lru_cache(maxsize=_KEPT)(self._all_forms)
        self._lemmas = lru_cache(maxsize=_KEPT)(self._all_lemmas)

    def forms(self, head: str, part: Part | None) -> frozenset[str]:
        """Return all lower-case forms of a word, itself included.

        Args:
            head: One word; a compound is inflected at its end (`fear-monger`).
            part: Its part of speech; None stands for noun and verb, and for what its ending shows.
        """
        return self._forms(head, part)

    def verb_lemmas(self, form: str, among: Container[str] | None = None) -> tuple[str, ...]:
        """Return the verbs that `form` (lower case) may be a form of, the likeliest first.

        Args:
            form: The form.
            among: The only verbs that are asked for, besides the form itself; None for all.
        """
        return self._lemmas(form) if among is None else self._all_lemmas(form, among)

    def opening(self, word: str) -> str:
        """Return the letters that all forms of a lower-case word begin with, "" if not known.

        Rules of spelling change the last two letters at most: tie, tying; woman, women.
        """
        if len(word) < _SAFE or word in self._exceptions or word.startswith(self._prefixes):
            return ""
        return word[:-2]

    def like(self, word: str, seen: Seen) -> str:
        """Return a word in the form that another one has in a text, itself if that is not known.

        Args:
            word: The base form of a word that could stand in its place.
            seen: The word that stands there. A form that may be a plural or a third person
                ("claims") is answered with -s, which serves both.
        """
        base = seen.base.rpartition("-")[2]
        form = seen.form.rpartition("-")[2]
        if form == base or seen.part not in {"verb", "noun", None}:
            return word
        is_plural = form in {self._plural(base), self._third(base)} and seen.part != "verb"
        if is_plural:
            stays = word in self._lists.no_plural or word.endswith("s")
            return word if stays else self._plural(word)
        if seen.part == "noun":
            return word
        if form == self._third(base):
            return self._in_order(word)[0]
        return self._like_verb(word, form, seen)

    def _like_verb(self, word: str, form: str, seen: Seen) -> str:
        """Return a verb in the past, as a participle or with -ing, as `form` shows."""
        _, past, participle, doing = self._in_order(word)
        if form.endswith("ing"):
            return doing
        known = self._irregular(seen.base)
        if known is not None and len(known) > 1 and known[0] != known[-1]:
            return participle if form == known[-1] else past
        return participle if seen.is_participle else past

    def _in_order(self, word: str) -> tuple[str, str, str, str]:
        """Return third person, past, participle and -ing of a verb, the British form first."""
        if word in self._lists.one_by_one:
            third, past, participle, doing = self._lists.one_by_one[word]
            return third, past, participle, doing
        known = self._irregular(word) or (self._past(word)[0],)
        return self._third(word), known[0], known[-1], self._doing(word)[0]

    def _all_forms(self, head: str, part: Part | None) -> frozenset[str]:
        word = plain_apostrophes(head.lower())
        first, hyphen, last = word.rpartition("-")
        found = {word}
        if last.isalpha():
            if part in {"verb", None}:
                found.update(first + hyphen + form for form in self._verb_forms(last))
            if part in {"noun", None}:
                found.add(first + hyphen + self._plural(last))
            if part == "adj" or (part == "adv" and last in self._lists.comparisons):
                found.update(first + hyphen + form for form in self._comparisons(last))
        return frozenset(found)

    def _ends_short(self, word: str) -> bool:
        """Tell whether the last consonant doubles before -ed, -ing, -er."""
        if word in self._lists.doubling:
            return True
        if len(word) < 3 or word[-1] in _VOWELS + "wxy" or word[-2] not in _VOWELS:
            return False
        if word[-3] in _VOWELS and not (word[-3] == "u" and word[-4:-3] == "q"):
            return False
        groups = sum(
            1
            for i, c in enumerate(word)
            if c in _VOWELS + "y" and word[i - 1 : i] not in [*_VOWELS]
        )
        return groups == 1

    def _stems(self, word: str) -> tuple[str, ...]:
        """Return what stands before -ed and -ing; two where British and American differ."""
        if word.endswith("c"):
            return (word + "k",)
        if self._ends_short(word):
            return (word + word[-1],)
        if word in self._lists.both_ways or word.endswith(("el", "al")):
            return word + word[-1], word
        return (word,)

    def _third(self, word: str) -> str:
        if word.endswith(_SIBILANTS) or word in self._lists.takes_es:
            return word + "es"
        if _ends_in_y(word):
            return word[:-1] + "ies"
        return word + "s"

    def _verb_forms(self, word: str) -> set[str]:
        if word == "be":
            return set(self._lists.be)
        found = {word, self._third(word), *self._lists.extra.get(word, ())}
        return found.union(self._doing(word), self._irregular(word) or self._past(word))

    def _doing(self, word: str) -> tuple[str, ...]:
        if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
            return (word[:-1] + "ing" if not word.endswith("ie") else word[:-2] + "ying",)
        return tuple(stem + "ing" for stem in self._stems(word))

    def _past(self, word: str) -> tuple[str, ...]:
        """Return the past form that the rules give."""
        if word.endswith("e"):
            return (word + "d",)
        if _ends_in_y(word):
            return (word[:-1] + "ied",)
        return tuple(stem + "ed" for stem in self._stems(word))

    def _irregular(self, word: str) -> tuple[str, ...] | None:
        """Return past and participle of an irregular verb, one with a prefix included."""
        irregular = self._lists.irregular
        if word in irregular:
            return irregular[word]
        for prefix in self._lists.prefixes:
            bare = word.removeprefix(prefix)
            if bare != word and bare in irregular:
                return tuple(prefix + form for form in irregular[bare])
        return None

    def _plural(self, word: str) -> str:
        if word in self._lists.plurals:
            return self._lists.plurals[word][0]
        if word.endswith("man") and word not in self._lists.plain_man:
            return word[:-3] + "men"
        return self._third(word)

    def _comparisons(self, word: str) -> set[str]:
        if word in self._lists.comparisons:
            return set(self._lists.comparisons[word])
        if word.endswith("e"):
            return {word + "r", word + "st"}
        if word.endswith("y"):
            return {word[:-1] + "ier", word[:-1] + "iest"}
        stem = word + word[-1] if self._ends_short(word) else word
        return {stem + "er", stem + "est"} if len(word) <= 7 else set()

    def _all_lemmas(self, form: str, among: Container[str] | None = None) -> tuple[str, ...]:
        found = [self._bases[form]] if form in self._bases else []
        for ending in _ENDINGS if form.endswith(_ENDINGS) else ():
            if form.endswith(ending) and len(form) > len(ending) + 1:
                guesses = _before_ending(form[: -len(ending)], ending)
                likely = [g for g in guesses if len(g) > 1 and (among is None or g in among)]
                found += [guess for guess in likely if form in self.forms(guess, "verb")]
        found.append(form)
        return tuple(dict.fromkeys(found))


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in [*_VOWELS]


def _before_ending(stem: str, ending: str) -> list[str]:
    """Return the verbs that may have stood before an ending."""
    guesses = [stem, stem + "e", stem[:-1]]
    if stem.endswith("i"):
        guesses.append(stem[:-1] + "y")
    if ending == "s" and stem.endswith("e"):
        guesses.append(stem[:-1])
    if ending == "s" and stem.endswith("ie"):
        guesses.append(stem[:-2] + "y")
    if ending == "ing" and stem.endswith("y"):
        guesses.append(stem[:-1] + "ie")
    return guesses


def _bases(lists: EnglishWords) -> dict[str, str]:
    """Return the base of each irregular form; a verb listed earlier comes first."""
    rows = chain(reversed(list(lists.irregular.items())), lists.extra.items())
    bases = {form: base for base, listed in rows for form in listed}
    return bases | dict.fromkeys(lists.be, "be")

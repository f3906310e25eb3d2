"""Under which words an entry is filed, and where those are to be looked for that fit a word.

Most entries are filed by what their first word shows at once: to read ten thousand phrases takes a
tenth of a second, and a text asks for some hundred of them.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain

from reader.core.languages.language import Language
from reader.core.lexicon.filed.late_entries import Filing, Lead
from reader.core.lexicon.phrase_words import PhraseWords
from reader.core.lexicon.phrases import head_place, read_phrase
from reader.core.text.tagging import Part

_HYPHENS = str.maketrans("‐‑", "--")
_BEGINNING = 2  # letters by which beginnings (`*`) are filed
_OPENING = 4  # letters by which words are filed that all have forms of the same beginning
_OPEN = "~"  # stands behind those
_SEVERAL = 2  # words


def filed(leads: Iterable[Lead], language: Language) -> Filing:
    """Return the numbers of entries by what they are filed under."""
    found: dict[str, list[int]] = {}
    for number, lead in enumerate(leads):
        for word in places_of(lead, language):
            found.setdefault(word, []).append(number)
    ends = list(accumulate(map(len, found.values())))
    return Filing(found, ends, list(chain.from_iterable(found.values())))


def places_of(lead: Lead, language: Language) -> Iterable[str]:
    """Return what an entry is filed under: first words, or letters of a beginning or ending."""
    phrase, (match, part, _, _) = lead
    first = phrase.split(" ", 1)[0]
    if match != "slot" and first.isalpha() and not language.tokenizer.is_fused(first):
        lower = first.lower()
        if match != "forms":
            return (lower,)
        opening = language.inflections.opening(lower)
        if len(opening) >= _OPENING:
            return (opening[:_OPENING] + _OPEN,)
        forms = _forms_of_first(phrase, part, language)
        if forms:
            return forms
    step = read_phrase(phrase, match, part, language).steps[0]
    if step.suffix:
        return (step.suffix[step.suffix.rfind("-") :],)
    return (step.prefix[:_BEGINNING] + "*",) if step.prefix else step.forms


def _forms_of_first(phrase: str, part: Part | None, language: Language) -> Iterable[str]:
    """Return the forms of the first of some plain words; nothing where one is not plain."""
    words = _plain(phrase, language)
    if not words:
        return ()
    is_head = head_place(words, part, language.lists(PhraseWords)) == 0
    return language.inflections.forms(words[0], part) if is_head else words[:1]


def forms_of_second(lead: Lead, language: Language) -> Iterable[str]:
    """Return the forms of an entry's second word, where they show without reading the entry.

    Nothing where it has one word only, or a word that is not plain: then it must be read.
    """
    phrase, (match, part, _, _) = lead
    words = _plain(phrase, language) if match != "slot" else ()
    if len(words) < _SEVERAL:
        return ()
    is_head = match == "forms" and head_place(words, part, language.lists(PhraseWords)) == 1
    return language.inflections.forms(words[1], part or "noun") if is_head else words[1:2]


def _plain(phrase: str, language: Language) -> Sequence[str]:
    """Return the words of a phrase in lower case; nothing where one of them is not plain."""
    pieces = phrase.split(" ")
    if not all(map(str.isalpha, pieces)) or any(map(language.tokenizer.is_fused, pieces)):
        return ()
    return phrase.lower().split(" ")


def places_for(word: str) -> tuple[str, ...]:
    """Return where entries may be filed that begin with a lower-case word.

    The first two hold those with just this word or opening, the others those with less.
    """
    plain = word.translate(_HYPHENS)
    hyphen = plain.rfind("-")
    keys = (word, word[:_OPENING] + _OPEN, word[:_BEGINNING] + "*")
    return (*keys, plain[hyphen:]) if hyphen > 0 else keys

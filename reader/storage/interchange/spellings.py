"""How an entry is spelt out for a program that knows words and `*` only."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reader.core.languages.language import Language
from reader.core.lexicon.lexicon import TEXT_COLUMNS, Category, Entry, Lexicon
from reader.core.lexicon.phrases import read_phrase
from reader.core.text.expressions import plain_apostrophes

_FIELDS: Mapping[str, str] = {
    "guards": "guards",
    "alternatives": "plainer wordings",
    **{name: f"{name}s" for name in TEXT_COLUMNS if name != "source"},
    "part": "parts of speech",
}


def spellings(entry: Entry, language: Language) -> tuple[str, ...]:
    """Return all word sequences that an entry stands for, none where a gap forbids it.

    The order is fixed: the phrase as the lexicon writes it first, then its other forms.
    """
    phrase = read_phrase(entry.phrase, entry.match, entry.part, language)
    if any(step.is_gap or step.is_slot for step in phrase.steps):
        return ()
    if entry.match != "forms":
        return (entry.phrase,)
    words = entry.phrase.split()
    pieces = [f"{step.prefix}*" if step.prefix else min(step.forms) for step in phrase.steps]
    if len(words) != len(pieces):  # a contraction was cut; it is not inflected
        return (entry.phrase,)
    head = phrase.steps[phrase.head]
    forms = sorted(head.forms - {plain_apostrophes(words[phrase.head].lower())})
    before, after = words[: phrase.head], words[phrase.head + 1 :]
    return (entry.phrase, *(" ".join((*before, form, *after)) for form in forms))


def entries_by_category(lexicon: Lexicon) -> Iterator[tuple[Category, list[Entry]]]:
    """Yield each category with its entries, in the order of the lexicon."""
    found: dict[str, list[Entry]] = {category.id: [] for category in lexicon.categories}
    for entry in lexicon.entries:
        for name in dict.fromkeys(entry.categories):
            if name in found:
                found[name].append(entry)
    return ((category, found[category.id]) for category in lexicon.categories)


def by_category(lexicon: Lexicon) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each category's name and its spellings, in the order of the lexicon."""
    for category, entries in entries_by_category(lexicon):
        spelt = dict.fromkeys(
            text for entry in entries for text in spellings(entry, lexicon.language_data)
        )
        yield category.name, tuple(spelt)


def losses(lexicon: Lexicon, program: str, kept: Sequence[str] = ()) -> tuple[str, ...]:
    """Return a sentence for each kind of thing that a format without it lets fall.

    Args:
        lexicon: What is exported.
        program: The format's name, as a person reads it.
        kept: The fields that the format does hold.
    """
    told = list(losses_of_the_list(lexicon, program, kept))
    for field, name in _FIELDS.items():
        count = sum(bool(getattr(entry, field)) for entry in lexicon.entries)
        if count and field not in kept:
            told.append(f"{program} has no place for {name}; {_entries(count)} had some.")
    possible = sum(entry.confidence == "possible" for entry in lexicon.entries)
    if possible and "confidence" not in kept:
        told.append(f"{program} knows one confidence; {_entries(possible)} had “possible”.")
    cased = sum(entry.match == "case" for entry in lexicon.entries)
    if cased and "case" not in kept:
        told.append(f"{program} does not tell capitals; {_entries(cased)} asked for them.")
    gaps = [entry.phrase for entry in lexicon.entries if "…" in entry.phrase]
    if gaps and "gaps" not in kept:
        told.append(f"{program} knows no gap; left out: {', '.join(gaps)}.")
    slots = [entry.phrase for entry in lexicon.entries if entry.match == "slot"]
    if slots and "slots" not in kept:
        told.append(f"{program} knows no X for any word; left out: {', '.join(slots)}.")
    alike = Counter(category.name.casefold() for category in lexicon.categories)
    doubled = [
        category.name for category in lexicon.categories if alike[category.name.casefold()] > 1
    ]
    if doubled and "ids" not in kept:
        named = ", ".join(doubled)
        told.append(f"{program} tells categories by their names; called alike are: {named}.")
    if lexicon.muted:
        told.append(f"{program} has no place for the {len(lexicon.muted)} muted phrases.")
    return tuple(told)


def losses_of_the_list(lexicon: Lexicon, program: str, kept: Sequence[str] = ()) -> Iterator[str]:
    """Yield what is lost of the list's own facts and of its categories."""
    facts = {
        "title": lexicon.title,
        "authors": lexicon.authors,
        "licence": lexicon.licence,
        "version": lexicon.version,
        "purpose": lexicon.purpose,
        "limits": lexicon.limits,
    }
    named = [name for name, said in facts.items() if said and name not in kept]
    if named:
        yield f"{program} has no place for the list’s {', '.join(named)}; a pack has."
    lost = [
        name
        for name in ("explanation", "question")
        if name not in kept and any(getattr(one, name) for one in lexicon.categories)
    ]
    if lost:
        yield f"{program} has no place for each category’s {' and '.join(lost)}; a pack has."


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"

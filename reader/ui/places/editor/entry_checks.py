"""What is to say about an entry while it is being written, and whether its examples hold."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from reader.core.languages.language import Language
from reader.core.lexicon.guards import parse_guards
from reader.core.lexicon.lexicon import Category, Entry, Lexicon, Match
from reader.core.lexicon.matcher import Matcher
from reader.core.lexicon.phrases import phrase_problem, slot_problem
from reader.core.text.tagging import Tagger


def phrase_text(phrase: str, language: Language, *, is_taken: bool, match: Match = "forms") -> str:
    """Return what is wrong with a phrase, and what happens meanwhile; "" when it is in order."""
    problem = slot_problem(phrase) if match == "slot" else phrase_problem(phrase, language)
    if problem is None and is_taken:
        problem = _tr("This list has “{phrase}” already.").format(phrase=phrase)
    if problem is None:
        return ""
    words = problem[:1].upper() + problem[1:]
    return f"{words} " + _tr("Until then the entry stays as it was.")


def guards_text(text: str) -> str:
    """Return what is wrong with a cell of guards, and what happens meanwhile; "" for nothing."""
    _guards, problems = parse_guards(text)
    if not problems:
        return ""
    words = problems[0][:1].upper() + problems[0][1:]
    return f"{words} " + _tr("Until then this guard is left out and the entry still works.")


def category_text(
    category: Category, known: Mapping[str, Category], *, is_hedge: bool = False
) -> str:
    """Return what stands against a category's look, "" when it is free.

    Hedges have one ink, and families of them share a line: their letter alone tells them apart.
    """
    if not category.name.strip():
        return _tr("The category has no name.")
    for other in known.values():
        if other.id == category.id:
            continue
        if other.letter == category.letter:
            words = _tr("The letter {letter} is taken by “{name}”. Choose a free one.")
            return words.format(letter=category.letter, name=other.name)
        if not is_hedge and (other.slot, other.line) == (category.slot, category.line):
            words = _tr("This colour with this line is taken by “{name}”. Choose another one.")
            return words.format(name=other.name)
    return ""


def counts_in(sentence: str, entry: Entry, lexicon: Lexicon, tagger: Tagger | None) -> bool:
    """Return whether an entry would be marked in a sentence."""
    if lexicon.panel == "sourcing":
        lexicon = replace(lexicon, panel="wording")
    alone = replace(lexicon, entries=(entry,), muted=())
    tokens = lexicon.language_data.tokenizer(sentence)
    tags = tagger.tag(tokens) if tagger else None
    return bool(Matcher([alone]).find(tokens, tags))


def _tr(words: str) -> str:
    return QCoreApplication.translate("EntryChecks", words)

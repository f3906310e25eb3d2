"""Every shipped entry's example is marked by that entry, its counterexample is not."""

from dataclasses import replace
from functools import cache

import pytest

from reader.core.lexicon.lexicon import Category, Entry, Lexicon
from reader.core.lexicon.matcher import CompiledLexicon, Matcher
from reader.core.lexicon.phrases import read_phrase
from reader.core.text.tagging import Tagger
from reader.paths import default_paths
from reader.storage.lexicons.files import lexicon_folders, load_lexicon
from tests.english import LANGUAGES, english_tagger, tokenize

PATHS = default_paths()
FOLDERS = lexicon_folders(PATHS.lexicons)


@cache
def tagger() -> Tagger:
    return english_tagger()


@cache
def shipped(name: str) -> Lexicon:
    loaded = load_lexicon(PATHS.lexicons / name, LANGUAGES)
    assert loaded.problems == ()
    assert loaded.lexicon is not None
    return loaded.lexicon


@cache
def matcher(name: str) -> Matcher:
    """Match with all its entries, cues that are only counted elsewhere too."""
    lexicon = shipped(name)
    categories = tuple(replace(category, wording=None) for category in lexicon.categories)
    return Matcher([replace(lexicon, categories=categories, panel="wording")])


def fires(name: str, entry: Entry, text: str) -> bool:
    tokens = tokenize(text)
    found = matcher(name).find(tokens, tagger().tag(tokens))
    return any(f.entry.phrase == entry.phrase and f.entry.part == entry.part for f in found)


CATEGORIES = [
    pytest.param(folder.name, category, id=f"{folder.name}-{category.id}")
    for folder in FOLDERS
    for category in shipped(folder.name).categories
]


@pytest.mark.parametrize(("name", "category"), CATEGORIES)
def test_examples_and_counterexamples(name: str, category: Category) -> None:
    entries = [entry for entry in shipped(name).entries if category.id in entry.categories]
    examples = [entry for entry in entries if entry.example]
    counterexamples = [entry for entry in entries if entry.counterexample]
    assert len(examples) >= 3
    assert len(counterexamples) >= 3
    silent = [(e.line, e.phrase, e.example) for e in examples if not fires(name, e, e.example)]
    loud = [
        (e.line, e.phrase, e.counterexample)
        for e in counterexamples
        if fires(name, e, e.counterexample)
    ]
    assert (silent, loud) == ([], [])


SIDES = [
    ("Democrats", "Republicans"),
    ("Israelis", "Palestinians"),
    ("Ukraine", "Russia"),
    ("Catholics", "Protestants"),
    ("China", "Taiwan"),
]
FRAMES = [
    "{} slammed the shocking deal as a disgrace.",
    "The brutal regime, said {}, was a bunch of thugs.",
    "Radical {} and their so-called allies flooded the streets.",
    "{} admitted that the disastrous plan had failed, critics claim.",
    "“It is a witch hunt,” {} said.",
    "A flood of {} could perhaps hit the country.",
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("one", "two"), SIDES)
def test_swapping_the_names_of_the_sides_never_changes_the_marks(
    frame: str, one: str, two: str
) -> None:
    everything = Matcher([shipped(folder.name) for folder in FOLDERS])
    marks = []
    for side in (one, two):
        tokens = tokenize(frame.format(side))
        found = everything.find(tokens, tagger().tag(tokens))
        marks.append([(f.entry.phrase, f.category, f.is_negated) for f in found])
    assert marks[0] == marks[1]
    assert marks[0]


@pytest.mark.parametrize("name", ["loaded-wording", "hedging", "acts-without-doer"])
def test_every_entry_is_found_by_every_form_of_its_first_word(name: str) -> None:
    """Entries are filed by the letters that all forms of a word share; no form may be missed."""
    lexicon = replace(shipped(name), panel="wording")
    compiled = CompiledLexicon(lexicon)
    missed = [
        (entry.phrase, form)
        for number, entry in enumerate(lexicon.entries)
        if entry.match != "slot"
        for form in read_phrase(
            entry.phrase, entry.match, entry.part, lexicon.language_data
        ).steps[0].forms
        if number not in compiled.beginning_with(form)
    ]  # fmt: skip
    assert missed == []


@pytest.mark.parametrize("name", ["loaded-wording", "hedging"])
def test_the_second_word_of_an_entry_is_known_by_every_form(name: str) -> None:
    """An entry of several words is read where a form of its second one follows the first."""
    lexicon = replace(shipped(name), panel="wording")
    compiled = CompiledLexicon(lexicon)
    known = [(e, set(compiled.seconds(number))) for number, e in enumerate(lexicon.entries)]
    several = [(entry, forms) for entry, forms in known if forms]
    assert several
    for entry, forms in several:
        phrase = read_phrase(entry.phrase, entry.match, entry.part, lexicon.language_data)
        assert forms == set(phrase.steps[1].forms), entry.phrase

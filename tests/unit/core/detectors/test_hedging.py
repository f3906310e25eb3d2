"""Hedges: the shipped list by its own examples, and the rules that look at the sentence."""

from pathlib import Path

import pytest

from reader.core.detectors.hedging import HedgeWords, find_hedges
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Entry, Lexicon
from reader.core.lexicon.matcher import Matcher
from reader.core.text.tagging import Tagger
from reader.storage.lexicons.files import load_lexicon
from tests.english import ENGLISH, LANGUAGES, english_tagger, tokenize

ROOT = Path(__file__).parents[4]
LOADED = load_lexicon(ROOT / "lexicons" / "hedging", LANGUAGES)
CATEGORIES = (
    "hearsay modal probability approximator mental-verb shield weasel legal conditional "
    "limitation booster"
)


def lexicon() -> Lexicon:
    assert LOADED.lexicon is not None
    return LOADED.lexicon


MATCHER = Matcher([lexicon()])


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return english_tagger()


def hedges(text: str, tagger: Tagger) -> tuple[Finding, ...]:
    tokens = tokenize(text)
    tags = tagger.tag(tokens)
    return find_hedges(tokens, tags, MATCHER.find(tokens, tags), ENGLISH.lists(HedgeWords))


def test_the_list_has_no_mistakes() -> None:
    assert LOADED.problems == ()
    assert {category.id for category in lexicon().categories} == set(CATEGORIES.split())
    assert len(lexicon().entries) >= 150


@pytest.mark.parametrize("category", CATEGORIES.split())
def test_every_category_has_examples(category: str) -> None:
    entries = [entry for entry in lexicon().entries if entry.category == category]
    assert sum(bool(entry.example) for entry in entries) >= 3
    assert sum(bool(entry.counterexample) for entry in entries) >= 3


@pytest.mark.parametrize("entry", lexicon().entries, ids=lambda entry: entry.phrase)
def test_examples(entry: Entry, tagger: Tagger) -> None:
    if entry.example:
        assert any(found.entry is entry for found in hedges(entry.example, tagger))
    if entry.counterexample:
        assert not any(found.entry is entry for found in hedges(entry.counterexample, tagger))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road may flood.", ["may"]),
        ("May flowers bloom.", []),
        ("It opened in May.", []),
        ("May we enter?", ["May"]),
        ("Storm May Hit Coast", ["May"]),
        ("Theresa May Hits Back", []),
        ("Theresa May left.", []),
        ("The might of the army was plain.", []),
        ("The army might lose.", ["might"]),
        ("She could not find the key.", []),
        ("He could lift the stone and was proud.", []),
        ("The new rule could harm small farms.", ["could"]),
        ("If it rained, the pitch would flood.", ["If", "would"]),
        ("As a child she would walk to school.", []),
        ("If the dam breaks, the town will flood.", ["If", "will"]),
        ("The shop will open on Monday.", []),
        ("No train runs until the snow stops.", ["until"]),
        ("He waited until the rain stopped.", []),
        ("Rain is expected to fall.", ["expected"]),
        ("The fund met expected costs.", []),
        ("She considered moving to Leeds.", []),
        ("She is considered an expert.", ["considered"]),
        ("They suggested meeting at noon.", []),
        ("The marks suggest a break-in.", ["suggest"]),
        ("It is possible to swim there.", []),
        ("A possible cause is the cable.", ["possible"]),
        ("They saw the sea.", []),
        ("They see it as a gift.", ["see"]),
        ("He fought for freedom of thought.", []),
        ("They thought it was late.", ["thought"]),
        ("It can be thought of as a gift.", ["thought"]),
        ("They thought of a gift.", []),
        ("He will stay even if it rains.", ["will", "if"]),
        ("Only if it rains is the match off.", ["if"]),
        ("He acts as if it rained.", []),
        ("Dozens, if not hundreds, came.", []),
        ("The seeds rot if not kept dry.", ["if"]),
        ("He considered his options.", []),
        ("Her sonnets are considered his best work.", ["considered"]),
        ("It is considered one of the oldest oaks.", ["considered"]),
        ("The plan was considered, but dropped.", []),
        ("They will step in should the talks fail.", ["should"]),
        ("They said that she should go.", []),
        ("Why should he go?", []),
        ("The new rule should help small farms.", ["should"]),
        ("The deal won't be final until regulators approve it.", ["won't", "until"]),
        ("The shop won't open on Monday.", []),
        ("Aides would not comment.", []),
        ("The bridge could have stood longer, he wrote.", ["could"]),
        ("They asked whether legal fees are due.", ["whether"]),
        ("All art, whether real or not, was sold.", []),
        ("They hold the view that it fell.", ["view"]),
    ],
)
def test_rules_of_the_sentence(text: str, expected: list[str], tagger: Tagger) -> None:
    assert [found.span.of(text) for found in hedges(text, tagger)] == expected


def test_findings_stay_as_they_were(tagger: Tagger) -> None:
    text = "😀 The road may flood, police said."
    found = hedges(text, tagger)
    assert [finding.category for finding in found] == ["modal", "shield"]
    assert all(finding.panel == "hedging" for finding in found)


def test_no_text_no_hedge(tagger: Tagger) -> None:
    assert hedges("", tagger) == ()

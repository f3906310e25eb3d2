"""Matching: what an entry marks, what keeps it silent, and who wins a place."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.lexicon.findings import each_once
from reader.core.lexicon.guards import parse_guards
from reader.core.lexicon.lexicon import Category, Entry, Lexicon, Panel
from reader.core.lexicon.matcher import CompiledLexicon, Matcher
from tests.english import ENGLISH, tokenize

CATEGORIES = (
    Category("loud", "Loud", "It shouts.", "Why?", "L", 1, "thick"),
    Category("plain", "Plain", "It tells.", "Who?", "P", 2, "thin"),
)


def entry(phrase: str, unless: str = "", **fields) -> Entry:
    guards, problems = parse_guards(unless)
    assert not problems
    plain = {"match": "forms", "part": None, "category": "loud", "confidence": "confident"}
    return Entry(phrase, **{**plain, "guards": guards, **fields})


def lexicon(*entries: Entry, name: str = "test", panel: Panel = "wording", **fields) -> Lexicon:
    return Lexicon(
        id=name,
        title=name,
        language="en",
        version="1",
        panel=panel,
        licence="CC0-1.0",
        authors=(),
        purpose="",
        limits="",
        categories=CATEGORIES,
        entries=entries,
        **fields,
        language_data=ENGLISH,
    )


def marked(text: str, *lexicons: Lexicon | CompiledLexicon, tags: str = "") -> list[str]:
    tokens = tokenize(text)
    found = Matcher(lexicons).find(tokens, tags.split() or None)
    return [finding.span.of(text) for finding in found]


CASES = [
    # phrase, fields, text, marked words
    ("slam", {"part": "verb"}, "He slams her; she slammed him.", ["slams", "slammed"]),
    ("thug", {"part": "noun"}, "The thugs met a thug.", ["thugs", "thug"]),
    ("harsh", {"part": "adj"}, "The harshest of harsh words.", ["harshest", "harsh"]),
    ("slam", {"match": "exact"}, "He slams it. Slam! They slam.", ["Slam", "slam"]),
    ("Iron Lady", {"match": "case"}, "The Iron Lady, an iron lady.", ["Iron Lady"]),
    ("pull strings", {"part": "verb"}, "She pulled strings.", ["pulled strings"]),
    ("bed of roses", {"part": "noun"}, "Two beds of roses.", ["beds of roses"]),
    ("not answer", {"part": "verb"}, "They did not answered.", ["not answered"]),
    ("fear*", {"match": "exact"}, "Fearful people fear; she disappeared.", ["Fearful", "fear"]),
    ("sign* that", {"match": "exact"}, "Signs that it works.", ["Signs that"]),
    (
        "X-backed",
        {"match": "slot"},
        "Iran-backed and US‑backed; he backed it.",
        ["Iran-backed", "US‑backed"],
    ),
    ("X-monger", {"match": "slot"}, "A fear-monger; a -monger; a fishmonger.", ["fear-monger"]),
    ("pro-X", {"match": "slot"}, "The pro-Kiev troops, a pro, the product.", ["pro-Kiev"]),
    ("anti-X-led", {"match": "slot"}, "An anti-war-led walk; anti-war.", ["anti-war-led"]),
    (
        "self-styled X",
        {"match": "slot"},
        "A self-styled Lion King of Aston.",
        ["self-styled Lion King"],
    ),
    ("self-styled X", {"match": "slot"}, "The self-styled experts met.", ["self-styled experts"]),
    ("call … liar", {}, "They call the old man a liar.", []),
    ("call … liar", {}, "They call the man a liar.", ["call the man a liar"]),
    ("call … liar", {}, "They call liars.", []),
    ("from … to riches", {"match": "exact"}, "From rags to riches.", ["From rags to riches"]),
    ("call … liar", {"match": "exact"}, "They call. A liar came.", []),
    ("so-called", {"match": "exact"}, "The so-called expert so called.", ["so-called"]),
    ("bomb", {"part": "noun"}, "A bomb-proof car-bomb near a bomb.", ["bomb"]),
    ("it's over", {"match": "exact"}, "It’s over, they say.", ["It’s over"]),
    ("cannot stand", {"match": "exact"}, "I cannot stand it.", ["cannot stand"]),
    ("end here", {"match": "exact"}, "This is the end. Here we go.", []),
]


@pytest.mark.parametrize(("phrase", "fields", "text", "words"), CASES)
def test_kinds_of_phrases(phrase: str, fields: dict, text: str, words: list[str]) -> None:
    assert marked(text, lexicon(entry(phrase, **fields))) == words


GUARDS = [
    ("before:insurance", "The insurance fraud, the fraud.", 1),
    ("before:the great", "The great fraud, a great fraud.", 1),
    ("after:squad|office", "The fraud squad, the fraud office, the fraud.", 1),
    ("after:#", "Fraud 12, fraud twelve, fraud £5, fraud.", 1),
    ("after:inquir*", "A fraud inquiry, fraud inquiries, a fraud.", 1),
    ("phrase:serious fraud office", "The serious fraud office saw a fraud.", 1),
    ("phrase:fraud", "A fraud.", 0),
    ("only-before:vote|voter", "Voter fraud, a fraud.", 1),
    ("only-after:on", "A fraud on us, a fraud.", 1),
    ("only-phrase:fraud of the century", "The fraud of the century, a fraud.", 1),
    ("before:insurance; after:squad", "Insurance fraud, fraud squad, fraud.", 1),
    ("name", "We saw Fraud there. It was Fraud Street, a fraud.", 1),
]


@pytest.mark.parametrize(("unless", "text", "count"), GUARDS)
def test_guards(unless: str, text: str, count: int) -> None:
    guarded = entry("fraud", unless, match="exact", category="plain")
    assert len(marked(text, lexicon(guarded))) == count


NAMES = [
    ("We met at the White House.", []),
    ("They live in a white house.", ["white house"]),
    ("White House aides spoke.", []),
    ("White house for sale.", ["White house"]),
    ("“White houses are rare,” he said.", ["White houses"]),
    ("A WHITE HOUSE IS SOLD TODAY", ["WHITE HOUSE"]),
    ("White House Sold After Long Fight", ["White House"]),
    ("It is a WHITE house.", ["WHITE house"]),
    ("It is a White house.", []),
]


@pytest.mark.parametrize(("text", "words"), NAMES)
def test_proper_names_stay_silent(text: str, words: list[str]) -> None:
    assert marked(text, lexicon(entry("white house", part="noun"))) == words


def test_part_of_speech_is_asked_for_where_tags_are_known() -> None:
    words = lexicon(entry("attack", part="verb"))
    assert marked("They attack .", words, tags="PRP VBP .") == ["attack"]
    assert marked("The attack .", words, tags="DT NN .") == []
    assert marked("The attack .", words) == ["attack"]


COMPOUNDS = [
    ("yes-man", "noun", "A yes-man came .", "DT JJ VBD .", ["yes-man"]),
    ("chess match", "noun", "The chess match .", "DT NN VB .", ["chess match"]),
    ("tone-deaf", "adj", "A tone-deaf plan .", "DT NN NN .", ["tone-deaf"]),
    ("fire back", "verb", "The fire back there .", "DT NN RB RB .", []),
]


@pytest.mark.parametrize(("phrase", "part", "text", "tags", "words"), COMPOUNDS)
def test_compound_nouns_and_adjectives_are_known_by_their_form(
    phrase: str, part: str, text: str, tags: str, words: list[str]
) -> None:
    assert marked(text, lexicon(entry(phrase, part=part)), tags=tags) == words


def test_the_longest_phrase_wins_within_a_panel() -> None:
    long, short = entry("blood bath of the year"), entry("blood bath")
    text = "It was the blood bath of the year."
    assert marked(text, lexicon(short, long)) == ["blood bath of the year"]
    hedges = lexicon(short, name="other", panel="hedging")
    assert sorted(marked(text, lexicon(long), hedges)) == ["blood bath", "blood bath of the year"]


def test_chains_of_overlaps_are_settled() -> None:
    pairs = lexicon(*(entry(p, match="exact") for p in ("red hot", "hot iron bars", "bars fell")))
    assert marked("Red hot iron bars fell.", pairs) == ["hot iron bars"]


def test_upper_layers_replace_and_mute() -> None:
    below = lexicon(entry("thug"), entry("mob"), entry("junta"))
    above = lexicon(entry("thug", category="plain"), name="own", muted=("Mob",))
    found = Matcher([below, above]).find(tokenize("A thug, a mob, a junta."), None)
    assert [(f.entry.phrase, f.lexicon, f.category) for f in found] == [
        ("thug", "own", "plain"),
        ("junta", "test", "loud"),
    ]


def test_another_panel_replaces_nothing() -> None:
    above = lexicon(entry("may", category="plain"), name="hedges", panel="hedging")
    assert marked("He may.", lexicon(entry("may")), above) == ["may", "may"]


def test_cues_are_shown_only_where_their_category_names_one_of_wording() -> None:
    shown = replace(CATEGORIES[0], wording="forceful")
    cues = replace(lexicon(entry("rant"), panel="sourcing"), categories=(shown, CATEGORIES[1]))
    cues = replace(cues, entries=(*cues.entries, entry("say", category="plain")))
    found = Matcher([cues]).find(tokenize("He rants, she says."), None)
    assert [(f.panel, f.category) for f in found] == [("wording", "forceful")]


@pytest.mark.parametrize(
    ("text", "negated", "question"),
    [
        ("It is no fraud.", True, False),
        ("Is it a fraud?", False, True),
        ("Not now. It is a fraud.", False, False),
        ("It wasn't a big fraud.", True, False),
    ],
)
def test_negation_and_question_are_noted(text: str, negated: bool, question: bool) -> None:
    (found,) = Matcher([lexicon(entry("fraud"))]).find(tokenize(text), None)
    assert (found.is_negated, found.is_question) == (negated, question)


def test_case_holds_for_phrases_with_gaps_and_endings() -> None:
    words = lexicon(entry("Great … Leap*", match="case"))
    assert marked("The Great big Leaps and the great big leaps.", words) == ["Great big Leaps"]


# ------------------------------------------------------------ one entry changed

PHRASES = st.sampled_from(["thug", "mob rule", "slam", "fear*", "call … liar", "white lie"])
TEXT = "Thugs slam mob rule, fearing those who call them a liar for white lies. A thug."


def made(phrase: str, part: str | None, category: str, unless: str) -> Entry:
    return entry(phrase, unless, part=part, category=category)


ENTRIES = st.builds(
    made,
    PHRASES,
    st.sampled_from([None, "noun", "verb"]),
    st.sampled_from(["loud", "plain"]),
    st.sampled_from(["", "before:a", "only-after:mob"]),
)


@given(st.lists(ENTRIES, max_size=6), st.lists(ENTRIES, max_size=6), st.integers(0, 6))
def test_taking_over_equals_making_anew(first: list[Entry], more: list[Entry], kept: int) -> None:
    old = CompiledLexicon(lexicon(*first))
    changed = lexicon(*first[:kept], *more)
    assert sorted(marked(TEXT, old.with_lexicon(changed))) == sorted(marked(TEXT, changed))
    assert marked(TEXT, old) == marked(TEXT, lexicon(*first))


def test_one_entry_comes_and_goes() -> None:
    thug, mob = entry("thug"), entry("mob")
    compiled = CompiledLexicon(lexicon(thug))
    slam = entry("slam")
    more = compiled.with_lexicon(lexicon(thug, mob))
    other = more.with_lexicon(lexicon(slam, mob))
    assert marked(TEXT, more) == ["Thugs", "mob", "thug"]
    assert marked(TEXT, other) == ["slam", "mob"]
    assert marked(TEXT, other.with_lexicon(lexicon(slam))) == ["slam"]
    assert marked(TEXT, compiled) == ["Thugs", "thug"]


def test_new_mutes_are_taken_over() -> None:
    own = CompiledLexicon(lexicon(name="own"))
    muted = own.with_lexicon(lexicon(name="own", muted=("thug",)))
    assert marked(TEXT, lexicon(entry("thug")), muted) == []


# ------------------------------------------------------------ any text

WORDS = st.sampled_from(
    "Thug thugs mob rule fear fears call a liar “ ” . ! 😀 İ ß the\n".split(" ")
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_a_finding_lies_where_it_was_seen(text: str) -> None:
    words = lexicon(entry("thug"), entry("mob rule"), entry("fear*"), entry("call … liar"))
    tokens = tokenize(text)
    found = Matcher([words]).find(tokens, None)
    begins = {"thug": "thug", "mob rule": "mob", "fear*": "fear", "call … liar": "call"}
    for finding in found:
        assert finding.span.of(text).lower().startswith(begins[finding.entry.phrase])
    assert list(found) == sorted(found, key=lambda f: f.span)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


SIDES = [("Northern", "Southern"), ("Ruritania", "Borduria"), ("Left", "Right"), ("Reds", "Blues")]
FRAMES = [
    "The brutal regime of {} slammed the thugs.",
    "{} thugs slammed it.",
    "A {} mob, so-called, and {}-backed thugs slam.",
    "{}’s thugs are no mob.",
    "Thugs in {} slam the {} regime!",
]


@given(st.sampled_from(FRAMES), st.sampled_from(SIDES), st.text("ab ,.", max_size=10))
def test_swapping_the_names_of_the_sides_never_changes_the_marks(
    frame: str, sides: tuple[str, str], rest: str
) -> None:
    words = lexicon(entry("brutal"), entry("regime"), entry("slam"), entry("thug"), entry("mob"))
    one, two = (marked(frame.replace("{}", side) + rest, words) for side in sides)
    assert one == two


def test_an_entry_in_several_categories_is_a_finding_for_each() -> None:
    both = entry("slam", category="plain|loud")
    text = "He slams her. It slams shut."
    found = Matcher([lexicon(both, entry("shut"))]).find(tokenize(text), None)
    assert [(f.span.of(text), f.category) for f in found] == [
        ("slams", "plain"),
        ("slams", "loud"),
        ("slams", "plain"),
        ("slams", "loud"),
        ("shut", "loud"),
    ]
    assert [f.category for f in each_once(found)] == ["plain", "plain", "loud"]


def test_cues_in_several_classes_are_marked_as_those_that_are_shown() -> None:
    shown = replace(CATEGORIES[0], wording="forceful")
    cues = replace(
        lexicon(entry("slam", category="plain|loud"), panel="sourcing"),
        categories=(shown, CATEGORIES[1]),
    )
    found = Matcher([cues]).find(tokenize("He slams her."), None)
    assert [(f.panel, f.category) for f in found] == [("wording", "forceful")]


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("It was a hoax.", "confident"),
        ("They used the word “hoax” again.", "possible"),
        ("They dislike the term hoax.", "possible"),
        ("In a word, hoax.", "confident"),
    ],
)
def test_words_that_are_spoken_about_are_less_sure(text: str, confidence: str) -> None:
    (found,) = Matcher([lexicon(entry("hoax"))]).find(tokenize(text), None)
    assert found.confidence == confidence


def test_of_two_entries_of_one_word_the_narrower_one_counts() -> None:
    plain = entry("massive", confidence="possible")
    beside = entry("massive", "only-after:blow", part="adj")
    text = "A massive rock and a massive blow."
    found = Matcher([lexicon(plain, beside)]).find(tokenize(text), None)
    assert [finding.confidence for finding in found] == ["possible", "confident"]


def test_an_adjective_known_by_what_follows_needs_no_tag() -> None:
    beside = entry("rogue", "only-after:state", part="adj")
    assert marked("A rogue state.", lexicon(beside), tags="DT NN NN .") == ["rogue"]
    assert marked("A rogue.", lexicon(beside), tags="DT NN .") == []

"""The tagger with its shipped weights."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.text.tagger_model import PackedWeights, TaggerModel
from reader.core.text.tagging import Tagger
from tests.english import english_tagger, tokenize

ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return english_tagger()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said it would leave .", "DT NN VBD PRP MD VB ."),
        ("He might leave .", "PRP MD VB ."),
        ("The reports were denied .", "DT NNS VBD VBN ."),
        ("She doesn’t know him .", "PRP VBZ RB VB PRP ."),
        ("“ Yes , ” he said .", "`` UH , '' PRP VBD ."),
    ],
)
def test_tags(text: str, expected: str, tagger: Tagger) -> None:
    assert " ".join(tagger.tag(tokenize(text))) == expected


def test_a_headline_in_capitals_is_not_all_names(tagger: Tagger) -> None:
    assert "VBZ" in tagger.tag(tokenize("MAYOR SAYS THE BRIDGE IS SAFE"))


def test_title_case_says_nothing_about_names(tagger: Tagger) -> None:
    tags = tagger.tag(tokenize("Storm May Hit the North Coast, Police Say"))
    assert (tags[1], tags[-1]) == ("MD", "VBP")


def test_one_tag_a_token_whatever_the_text(tagger: Tagger) -> None:
    for text in ("", "😀 😀", "「」", "a" * 10_000, "\u0130stanbul'da"):
        tokens = tokenize(text)
        assert len(tagger.tag(tokens)) == len(tokens)


def test_a_sentence_of_50_000_words(tagger: Tagger, grows_in_line: Callable[..., bool]) -> None:
    tokens = tokenize("the report was read and " * 10_000)
    assert len(tagger.tag(tokens)) == 50_000
    assert grows_in_line(lambda times: tagger.tag(tokenize("the report " * times)), short=1_000)


def test_the_same_text_has_the_same_tags(tagger: Tagger) -> None:
    tokens = tokenize("Officials close the close road near the closed close.")
    assert tagger.tag(tokens) == tagger.tag(tokens)


def test_model_survives_writing_and_reading() -> None:
    learned = {
        "bias": {"NN": 1.5},
        "w ’’": {"NN": 1.5},
        "w é": {"VB": -0.1, "NN": 2.0},
        "N é": {"VB": 0.3},
        "b VB é": {"VB": 0.2},
        "b NN é": {"NN": 1.5},
        "a \x02 ;,": {"NN": 0.7},
    }
    known = {"a": ("DT",), "é": ("NN", "VB")}
    model = TaggerModel(("NN", "VB"), known, PackedWeights.made(learned))
    again = TaggerModel.from_bytes(model.to_bytes())
    assert (again.open_tags, dict(again.known)) == (model.open_tags, dict(model.known))
    assert dict(again.weights.all()) == learned
    tags = again.weights.tags
    word = again.weights.of_word("é")
    asked = (*map(again.weights.at, word.places), again.weights.after(word.behind, "NN"))
    assert [{tags[number]: tenths for number, tenths in each} for each in asked] == [
        {"VB": -1, "NN": 20},
        *({},) * 3,
        {"VB": 3},
        {"NN": 15},
    ]
    assert not list(again.weights.after(word.behind, "JJ"))
    assert not list(again.weights.after(word.but_one, "NN"))
    assert again.weights.of_word("unknown") is None
    assert not list(again.weights.of("h unknown"))
    assert again.to_bytes() == model.to_bytes()


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("The judge sided with the council.", "sided", "VBD"),
        ("It was a gap which they say led to the flood.", "led", "VBD"),
        ("Groups that have endorsed him are few.", "endorsed", "VBN"),
        ("Holm Says Council Plans Mill Closure Next Spring.", "Says", "VBZ"),
    ],
)
def test_a_verb_form_is_mended_by_its_neighbours(
    text: str, word: str, tag: str, tagger: Tagger
) -> None:
    tokens = tokenize(text)
    assert tagger.tag(tokens)[tokens.words.index(word)] == tag

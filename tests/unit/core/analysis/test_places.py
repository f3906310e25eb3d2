"""Places as people cite them: the same in every width, on the page and in every file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.analysis.places import Places
from reader.core.text.article import Article, Zone
from reader.core.text.spans import Span

BLOCKS = (
    ("headline", "Market to close. Traders object."),
    ("standfirst", "A long story in short."),
    ("paragraph", "The council met. It voted 😀 late. Nobody left."),
    ("subheading", "The vote"),
    ("list-item", "Seven for."),
    ("caption", "The market on Saturday."),
    ("paragraph", "Two against."),
)


def built(blocks: tuple[tuple[str, str], ...]) -> tuple[Article, list[Span]]:
    """Return an article of these blocks, and its sentences, which end at stops."""
    text, zones, sentences = "", [], []
    for kind, words in blocks:
        text += "\n\n" * bool(text)
        zones.append(Zone(kind, Span(len(text), len(text) + len(words))))
        start = len(text)
        for sentence in words.split(". "):
            whole = sentence + "." * (not sentence.endswith(".") and kind != "subheading")
            sentences.append(Span(start, min(start + len(whole), len(text) + len(words))))
            start += len(whole) + 1
        text += words
    return Article(text, tuple(zones)), sentences


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Market", "headline"),
        ("object", "headline"),
        ("long story", "standfirst"),
        ("The council", "1.1"),
        ("voted 😀", "1.2"),
        ("Nobody", "1.3"),
        ("The vote", "subheading"),
        ("Seven", "2.1"),
        ("The market", "caption"),
        ("against", "3.1"),
    ],
)
def test_a_place_is_a_paragraph_and_a_sentence(words: str, place: str) -> None:
    article, sentences = built(BLOCKS)
    start = article.text.index(words)
    assert Places(article, sentences).of_span(Span(start, start + len(words))) == place


def test_without_sentences_a_place_is_a_paragraph() -> None:
    article, _ = built(BLOCKS)
    places = Places(article)
    assert str(places.at(article.text.index("voted"))) == "1"
    assert [number for number, _ in places.numbered()] == [1, 2, 3]
    assert len(places) == 3


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("1.2", "It voted 😀 late."),
        (" 1 . 2 ", "It voted 😀 late."),
        ("2", "Seven for."),
        ("3.1", "Two against."),
        ("headline", "Market to close. Traders object."),
        ("Caption", "The market on Saturday."),
        ("1.4", None),
        ("1.0", None),
        ("0", None),
        ("4", None),
        ("2.2", None),
        ("line 3", None),
        ("paragraph", None),
        ("", None),
    ],
)
def test_a_written_place_is_found(written: str, words: str | None) -> None:
    article, sentences = built(BLOCKS)
    found = Places(article, sentences).find(written)
    assert (found and found.of(article.text)) == words


@pytest.mark.parametrize("text", ["", "No zones here."])
def test_a_text_without_zones_has_no_numbers(text: str) -> None:
    places = Places(Article(text, ()))
    assert str(places.at(3)) == "paragraph"
    assert places.find("1") is None
    assert len(places) == 0


_KINDS = st.sampled_from([kind for kind, _ in BLOCKS])
_WORDS = st.lists(st.text("ab 😀", min_size=1).filter(str.strip), min_size=1, max_size=3).map(
    lambda parts: ". ".join(part.strip() for part in parts)
)


@given(st.lists(st.tuples(_KINDS, _WORDS), min_size=1, max_size=6).map(tuple))
def test_every_counted_sentence_is_found_at_its_place(blocks: tuple[tuple[str, str], ...]) -> None:
    article, sentences = built(blocks)
    places = Places(article, sentences)
    for sentence in sentences:
        place = places.at(sentence.start)
        if place.paragraph:
            assert places.find(str(place)) == sentence

"""Anchors: words are found again where that is safe, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.corrections import Anchor
from reader.core.text.spans import Span

STORY = (
    "The bridge may close on Friday, officials said. Traders may lose their pitches.\n\n"
    "“We were never asked, and nobody came to see us,” said Ada Renfrew. She may go to court."
)


def anchored(text: str, words: str, number: int = 0) -> Anchor:
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return Anchor.at(text, Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("words", "number", "edits", "expected"),
    [
        ("may", 1, {"The bridge may close on Friday, officials said. ": ""}, "may lose"),
        ("may", 2, {"Traders may lose their pitches.": "Traders will go."}, "may go to court."),
        ("may", 0, {"The bridge": "On Monday we heard that the bridge"}, "may close"),
        ("Ada Renfrew", 0, {"\n\n": "\n", "Traders": "Most traders"}, "Ada Renfrew. She"),
        ("officials said", 0, {"officials said": "officials\n said"}, "officials\n said. Traders"),
        ("We were never asked, and nobody", 0, {"never": "not"}, "We were not asked"),
        ("We were never asked, and nobody", 0, {"We were": "Look: we were"}, "Look: we were"),
        ("“We were never asked, and nobody", 0, {"“": '"', "”": '"'}, '"We were never'),
        ("may", 2, {"Renfrew. She": "R. She then"}, "may go to court."),
    ],
)
def test_words_are_found_in_an_edited_text(
    words: str, number: int, edits: dict[str, str], expected: str
) -> None:
    edited = STORY
    for before, after in edits.items():
        edited = edited.replace(before, after, 1)
    found = anchored(STORY, words, number).find(edited)
    assert found is not None
    assert edited[found.start :].startswith(expected)


@pytest.mark.parametrize(
    ("words", "edited"),
    [
        ("may", "It may rain in the hills. The rest of the story was taken out."),
        ("may", "The mayor will close the bridge on Friday."),
        ("We were never asked, and nobody came to see us", "Nothing of this is left."),
        ("Ada Renfrew", ""),
    ],
)
def test_words_that_are_gone_have_no_place(words: str, edited: str) -> None:
    assert anchored(STORY, words).find(edited) is None


def test_nothing_is_found_for_no_words() -> None:
    assert Anchor.at("  ", Span(0, 2)).find("  ") is None


@given(st.text(max_size=200), st.data())
def test_the_same_text_gives_the_same_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = text[start:end]
    found = Anchor.at(text, Span(start, end)).find(text)
    if not words.strip():
        assert found is None
    else:
        assert found is not None
        assert found.of(text) == words.strip()
        assert start <= found.start <= found.end <= end


@given(
    st.lists(st.sampled_from(["may", "they", "said", "it", "😀", "close"]), max_size=8),
    st.integers(0, 39),
    st.integers(0, 40),
)
def test_words_put_in_elsewhere_only_move_the_place(
    added: list[str], place: int, before: int
) -> None:
    words = [f"word{number:02}" for number in range(40)]
    text = " ".join(words)
    start = text.index(words[place])
    anchor = Anchor.at(text, Span(start, start + 6))
    edited = " ".join([*words[:before], *added, *words[before:]])
    found = anchor.find(edited)
    assert found is not None
    assert found.of(edited) == words[place]


@given(
    st.lists(st.sampled_from([*STORY.split(" "), "\n", "“", '"', "😀"]), max_size=60),
    st.integers(0, len(STORY) - 1),
    st.integers(1, 80),
)
def test_in_any_other_text_a_place_is_told_or_none(
    words: list[str], start: int, length: int
) -> None:
    other = " ".join(words)
    found = Anchor.at(STORY, Span(start, min(len(STORY), start + length))).find(other)
    if found is not None:
        assert 0 <= found.start < found.end <= len(other)
        assert found.of(other).strip()


def test_edges_in_the_wrong_order_are_no_place() -> None:
    quote = "first of all the bridge and then at last the market"
    anchor = Anchor.at(f"Before it came {quote} and after it.", Span(15, 15 + len(quote)))
    assert anchor.find("then at last the market was told, and first of all the br") is None

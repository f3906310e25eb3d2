"""Near copies, and which of them stands in front."""

import random

import pytest

from reader.core.across.near_copies import (
    FEWEST_SHARED,
    Copy,
    is_near_copy,
    kind_of,
    leader_of,
    sketch_of,
)

WORDS = [f"{first}{last}" for first in "bdfghklm" for last in "an el ir os ut ay ee ow".split()]


def text_of(seed: int, sentences: int = 30) -> str:
    dice = random.Random(seed)
    return " ".join(
        " ".join(dice.choices(WORDS, k=dice.randint(8, 20))).capitalize() + "."
        for _ in range(sentences)
    )


def changed(text: str, share: float, seed: int = 1) -> str:
    dice = random.Random(seed)
    return " ".join(f"x{word}" if dice.random() < share else word for word in text.split())


def cut(text: str, share: float) -> str:
    sentences = text.split(". ")
    return ". ".join(sentences[: max(1, int(len(sentences) * share))])


@pytest.mark.parametrize(
    ("share_changed", "share_left"), [(0.0, 1.0), (0.03, 1.0), (0.0, 0.4), (0.02, 0.6)]
)
def test_copies_are_found(share_changed: float, share_left: float) -> None:
    for seed in range(20):
        text = text_of(seed)
        copy = cut(changed(text, share_changed), share_left)
        assert len(set(sketch_of(text)) & set(sketch_of(copy))) >= FEWEST_SHARED
        assert is_near_copy(text, copy)
        assert is_near_copy(copy, text)


def test_others_are_none() -> None:
    texts = [text_of(seed) for seed in range(20)]
    assert not any(is_near_copy(texts[0], other) for other in texts[1:])
    half = f"{cut(texts[0], 0.5)}. {cut(texts[1], 0.5)}"
    assert not is_near_copy(texts[0], half)
    assert sketch_of("A short note on the market.") == ()
    assert not is_near_copy("The same.", "The same.")


def copy(number: int, **facts: object) -> Copy:
    return Copy(
        **{"number": number, "address": "", "outlet": "", "credit": "", "words": 300} | facts
    )


LEADERS = [
    ("the longest", [copy(1), copy(2, words=400)], 2, "near"),
    ("the first of two as long", [copy(1), copy(2)], 1, "near"),
    (
        "the agency's own",
        [
            copy(1, outlet="Harbour Post", credit="ESKERBY (Pressline) - The ferry", words=900),
            copy(2, outlet="Pressline"),
        ],
        2,
        "agency",
    ),
    (
        "no agency but another paper",
        [copy(1, outlet="Harbour Post", words=900), copy(2, outlet="Carrow Mail")],
        1,
        "agency",
    ),
    (
        "the newest of an address",
        [copy(1, address="a", words=900), copy(2, address="a")],
        2,
        "version",
    ),
    ("not one in the trash", [copy(1), copy(2, words=900, is_present=False)], 1, "near"),
    ("of those in the trash one", [copy(2, is_present=False)], 2, "near"),
]


@pytest.mark.parametrize(("case", "copies", "leader", "kind"), LEADERS)
def test_which_one_is_in_front(case: str, copies: list[Copy], leader: int, kind: str) -> None:
    found = leader_of(copies)
    assert found.number == leader, case
    assert {kind_of(one, found) for one in copies if one != found} <= {kind}, case

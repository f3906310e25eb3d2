"""Where what somebody says ends, and who it is, in frames met in real articles."""

import pytest

from tests.unit.core.attribution.finding import told

# A text, and of each attribution who speaks and what.
TOLD = [
    (
        "She spent May touting her record and leaving the north alone, he said.",
        [("he", "She spent May touting her record and leaving the north alone")],
    ),
    (
        "Roth toured the coast, attacking Holm and visiting the docks.",
        [("Roth", "Holm")],
    ),
    (
        "In a speech that spoke of “anger” at the bank, Holm left old paths.",
        [("that", "“anger” at the bank")],
    ),
    (
        "Holm said that when Roth railed against the bank in May, “it was for all of us.”",
        [("Holm", "that when Roth railed against the bank in May, “it was for all of us.”")],
    ),
    (
        "The man who wrote the speech given by the widow says he is sorry.",
        [("The man who wrote the speech given by the widow", "he is sorry")],
    ),
    (
        "A woman who has accused Holm of theft said Sunday that he was there.",
        [("A woman who has accused Holm of theft", "that he was there")],
    ),
    (
        "As Roth left the hall, Holm was brief: “The road is shut for good.”",
        [("Holm", "“The road is shut for good.”")],
    ),
    (
        "Officials warned it could be weeks before help came.",
        [("Officials", "it could be weeks before help came")],
    ),
    ("Holm has said for weeks he will win.", [("Holm", "he will win")]),
    ("Information reaching the paper is that the ferry sank.", [("", "that the ferry sank")]),
    ("The move would see ten schools shut.", []),
    ("Holm will continue to be “a champion of hope”.", []),
    ("Minister slams report", [("Minister", "report")]),
    (
        "The jury heard he hid the keys, and it was later learnt that he sold them.",
        [("The jury", "he hid the keys"), ("", "that he sold them")],
    ),
    ("It was a verdict that the board has not appealed.", []),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD, ids=[text[:40] for text, _ in TOLD])
def test_words_end_where_the_narrator_goes_on(text, wanted):
    assert [(source, " … ".join(content)) for source, _, content, _ in told(text)] == wanted


def test_a_word_for_people_that_only_qualifies_is_no_name():
    assert told("Tourist numbers fell, they said.") == [
        ("they", "said", ["Tourist numbers fell"], True)
    ]

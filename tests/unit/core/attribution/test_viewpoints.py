"""Frames that tell whose view it is, and verbs that a tagger takes for nouns."""

import pytest

from tests.unit.core.attribution.finding import found_in

FRAMES = [
    ("As the mayor sees it, the wall is past saving.", "the mayor", "the wall is past saving"),
    ("The wall is past saving, as the mayor sees it.", "the mayor", "The wall is past saving"),
    ("To hear the firm tell it, nobody was warned.", "the firm", "nobody was warned"),
    ("By his own account, Reed slept for two days.", "Reed", "Reed slept for two days"),
    ("In the bishop's eyes, the vote was a sin.", "the bishop's", "the vote was a sin"),
    ("“A long goodbye” was how the vicar put it.", "the vicar", "“A long goodbye”"),
    ("“No comment,” was all the minister would say.", "the minister", "“No comment,”"),
    ("His view is that the bridge should stay.", "His", "that the bridge should stay"),
    ("The bridge is shut, or so the mayor claims.", "the mayor", "The bridge is shut"),
    ("The bridge is shut. Or so the mayor claims.", "the mayor", "The bridge is shut"),
    ("The task is hard. That is the view of Ada Hill.", "Ada Hill", "The task is hard"),
    ("A suggestion from the bench that he lied was noted.", "the bench", "that he lied"),
    ("Fears are growing that the dam will fail.", "", "that the dam will fail"),
    (
        "The boy was alone for hours, an inquest was told.",
        "an inquest",
        "The boy was alone for hours",
    ),
]
VERBS = [
    ("She fears the new road will take her trade.", "She", "the new road will take her trade"),
    ("The bank claims it was never asked.", "The bank", "it was never asked"),
    ("Dunmere fear he may miss the final.", "Dunmere", "he may miss the final"),
    ("Records from the council show he was paid.", "Records from the council", "he was paid"),
    ("Traders from Osk vowed to stay open.", "Traders from Osk", "to stay open"),
    ("The poet says silence suits him.", "The poet", "silence suits him"),
    ("The road will stay shut, the mayor vowed.", "the mayor", "The road will stay shut"),
    ("It was learnt on Monday that he left.", "", "that he left"),
    ("The mayor had to admit that he left.", "The mayor", "that he left"),
    ("She was forced to admit that he left.", "She", "that he left"),
    ("The dam, engineers had warned for years, was old.", "engineers", "The dam"),
]


@pytest.mark.parametrize(("text", "source", "content"), [*FRAMES, *VERBS])
def test_whose_words_they_are_is_found(text: str, source: str, content: str) -> None:
    attributions, _ = found_in(text)
    told = [
        (" ".join(span.of(text) for span in item.source), item.content[0].of(text))
        for item in attributions
        if item.inside is None
    ]
    assert told == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "It tells them when to leave.",
        "The drug helps doctors decide when to operate.",
        "A vote on the Ohio debate that night was close.",
        "By all accounts, the concert was long.",
    ],
)
def test_where_nobody_says_anything_nothing_is_found(text: str) -> None:
    attributions, _ = found_in(text)
    assert not attributions

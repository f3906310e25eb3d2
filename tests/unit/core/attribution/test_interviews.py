"""Interviews: whose words the answers are, with labels and without."""

import pytest

from reader.core.sources.voice import VoiceMap
from tests.unit.core.attribution.finding import found_in

LABELLED = """Nadia Brandt talks boats

Ivo: You began early. Did you ever regret it?

Nadia: Never. My aunt said that the sea was kinder than people.

She was right about most things.

Ivo: What came next?

Nadia: I bought a boat. I think it was the wrong one.

Ivo: Why?

Nadia: It sank."""

LETTERS = """Petra Olsen on the price of bread

The baker Petra Olsen answered our questions by letter.

Q: Why is bread so dear?

A: I pay twice as much for the flour.

Q: Will that change?

A: I hope so.

Q: When?

A: Ask the miller."""

UNLABELLED = """Interview with the painter Odile Marchand

Odile Marchand has painted the harbour for forty years. Marchand lives alone.

How did you begin?

I stole a brush. My brother told me that it was a sin.

I gave it back later.

And do you sell your pictures?

Never. I think that money spoils the colours.

What do you want to paint next?

I want to paint the rain."""

SEVERAL = """How did you two meet?

We met in school.

It is true.

Who lights the oven?

I do, and I say so to everybody.

What do you bake?

We bake what people want."""

EXPLAINER = """What the new bus fares mean

What has changed?

The council raised the fares by a tenth, its leader Rosa Kemp said.

When does it begin?

The fares rise in May.

What can you do?

You can buy a card before then."""


def answers(text):
    """Return source and content of each turn, and the caveats."""
    items, caveats = found_in(text)
    turns = [
        (
            " ".join(span.of(text) for span in item.source),
            " ".join(span.of(text) for span in item.content),
        )
        for item in items
        if item.rule in {"interview", "transcript"}
    ]
    return turns, caveats


def test_a_label_owns_the_text_up_to_the_next_label():
    turns, caveats = answers(LABELLED)
    assert [source for source, _ in turns] == ["Ivo", "Nadia"] * 3
    assert turns[1][1].endswith("She was right about most things.")
    assert not caveats


def test_a_letter_before_an_answer_stands_for_the_one_whom_the_lead_names():
    turns, _ = answers(LETTERS)
    assert [source for source, _ in turns] == ["", "Petra Olsen"] * 3


def test_without_labels_the_answers_are_of_the_one_whom_the_headline_names():
    turns, caveats = answers(UNLABELLED)
    assert [source for source, _ in turns] == ["Odile Marchand"] * 3
    assert turns[0][1].endswith("I gave it back later.")
    assert not caveats


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Interview with two bakers about the new oven", "two bakers"),
        ("We interview Ida Roth and Petra Lind of the bakery", "Ida Roth and Petra Lind"),
        ("The new oven: an interview", ""),
    ],
)
def test_where_it_is_not_plain_who_answers_the_reader_is_warned(headline, source):
    turns, caveats = answers(f"{headline}\n\n{SEVERAL}")
    assert len(turns) == 4
    assert {speaker for speaker, _ in turns} == {source}
    assert any("interview" in caveat for caveat in caveats)


@pytest.mark.parametrize("text", [LABELLED, UNLABELLED])
def test_answers_are_direct_speech_without_quotation_marks(text):
    items, _ = found_in(text)
    turns = [item for item in items if item.is_verbatim]
    assert turns
    assert {item.form for item in turns} == {"direct"}
    inner = next(item for item in items if item.inside is not None)
    voices = VoiceMap(items, ())
    outer = next(turn for turn in turns if turn.id == inner.inside)
    assert voices.at(outer.content[0]) == ("direct", outer.id)
    assert voices.at(inner.content[0]) == ("indirect", inner.id)


def test_what_an_answer_reports_lies_inside_it():
    items, _ = found_in(UNLABELLED)
    turns = [item.id for item in items if item.rule == "interview"]
    reported = [item for item in items if item.rule == "that"]
    assert [item.inside for item in reported] == turns[:1]


@pytest.mark.parametrize("text", [LABELLED, UNLABELLED, SEVERAL])
def test_i_and_you_are_no_sources_in_an_interview(text):
    items, _ = found_in(text)
    named = {span.of(text).lower() for item in items for span in item.source}
    assert named.isdisjoint({"i", "you", "we"})


def test_questions_that_the_narrator_answers_are_no_interview():
    turns, caveats = answers(EXPLAINER)
    assert not turns
    assert not caveats

"""Every quotation has its owner: verbs beside it, paragraphs, labels, dashes."""

import pytest

from tests.unit.core.attribution.finding import told

BESIDE = [
    ("“We open at nine,” vows Petra Lind.", "Petra Lind"),
    ("“We open at nine,” the baker promises.", "the baker"),
    ("“We open at nine,” the minister disputes.", "the minister"),
    ("“We open at nine,” sniffed Mrs Dale.", "Mrs Dale"),
    ("“We open at nine,” Olga grunts.", "Olga"),
    ("“We open at nine!” thunders the mayor of Orel.", "the mayor of Orel"),
    ("'It is the bakers' oven,' said Mrs Dale.", "Mrs Dale"),
]


@pytest.mark.parametrize(("text", "source"), BESIDE)
def test_a_verb_beside_a_quotation_gives_it_to_its_subject(text, source):
    assert [item[0] for item in told(text)] == [source]


def test_a_quotation_runs_on_over_any_number_of_paragraphs():
    parts = ["“The oven was cold.", "“The flour was wet.", "“Nobody came.", "“So we shut.”"]
    text = "Petra Lind said: " + "\n\n".join(parts)
    ((source, _, content, _),) = told(text)
    assert source == "Petra Lind"
    assert " ".join(content).endswith("“So we shut.”")


def test_a_quotation_may_run_on_without_marks_at_each_paragraph():
    text = "Petra Lind said: “The oven was cold.\n\nNobody came.\n\nSo we shut.”"
    ((_, _, content, _),) = told(text)
    assert content[-1].endswith("So we shut.”")


def test_a_paragraph_of_one_quotation_is_probably_the_speakers_before_it():
    text = "The oven was cold, Petra Lind said.\n\n“Nobody came to the shop that day.”"
    assert [(item[0], item[3]) for item in told(text)] == [
        ("Petra Lind", True),
        ("Petra Lind", False),
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“The oven has been cold since May.” – Councillor Ida Roth", "Councillor Ida Roth"),
        ("“The oven has been cold since May.” — Ida Roth, baker", "Ida Roth, baker"),
        ("And from Councillor Roth:\n\n“The oven has been cold since May.”", "Councillor Roth"),
    ],
)
def test_a_name_before_or_after_a_quotation_owns_it(text, source):
    assert [item[0] for item in told(text)] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mill is open again. — Ida Roth (@idaroth) May 3, 2024", "Ida Roth"),
        ("No bread today, sorry. – @millbakery", "@millbakery"),
    ],
)
def test_a_post_set_into_the_text_is_its_writers(text, source):
    ((named, _, content, sure),) = told(text)
    assert named == source
    assert content == [text.split(" — ")[0].split(" – ")[0]]
    assert sure


def test_a_quotation_without_a_speaker_is_whose_it_is_behind_its_last_paragraph():
    text = "The room fell still. “The oven was cold.\n\n“Nobody came to the shop,” said Ida Roth."
    ((source, _, content, _),) = told(text)
    assert source == "Ida Roth"
    assert content[0].startswith("“The oven was cold.")


def test_a_line_that_repeats_a_quotation_is_its_speakers():
    words = "The oven was cold and nobody came to the shop"
    text = f"“{words},” said Ida Roth.\n\nPetra Lind paid the bills.\n\n“{words}.”"
    assert [item[0] for item in told(text)] == ["Ida Roth", "Ida Roth"]


def test_a_few_words_in_a_sentence_are_not_those_of_a_speaker_in_another():
    text = (
        "Ida Roth said the oven was cold. The firm runs a shop that “never quite closes at all”."
    )
    ((source, _, content, _),) = told(text)
    assert (source, content) == ("Ida Roth", ["the oven was cold"])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ida Roth nodded. “The oven has been cold since May.”", "Ida Roth"),
        ("Ida Roth keeps bees.\n\n“They are better company than bakers.”", "Ida Roth"),
    ],
)
def test_who_is_told_of_before_a_quotation_perhaps_says_it(text, source):
    assert [(item[0], item[3]) for item in told(text)] == [(source, False)]

"""What is no report after all, and what the program is unsure of: each kind in a few sentences."""

import pytest

from reader.core.attribution.joining import TOO_MANY
from tests.unit.core.attribution.finding import found_in, told

NOBODY_SPEAKS = {
    "things as speakers": [
        "The lorry slammed a fence.",
        "The dog attacked the postman.",
        "The oven offered a steady warmth.",
        "“No entry,” says the banner.",
    ],
    "deeds that are no words": [
        "The rider claimed a second medal in May.",
        "The team defended the trophy in Orel.",
        "The gang attacked a convoy.",
        "She accepted the award in tears.",
        "The dancer described a slow circle.",
        "The opener added forty for the third wicket before rain stopped play.",
        "The keeper called for the ball.",
        "Addressing the crowd, the mayor smiled.",
    ],
    "adjectives that look like verbs": [
        "The confirmed number of dead rose to nine.",
        "The reported losses were small.",
    ],
    "names in marks": [
        "A club called “Friends of the Old Mill” has forty members.",
        "The bell, known as “Old Martha of the North”, fell.",
    ],
    "purposes": [
        "Firms are required to disclose gifts.",
        "It gives a farmer a way to document damage.",
        "She had no right to claim damages.",
        "It is a way to record a fault and to challenge a fine.",
        "He is the first president to address the union.",
        "Being asked to explain a joke is no fun.",
    ],
    "relative clauses": [
        "Holm found a boat that thieves had burned.",
        "It was a ruling that the firm has not appealed against.",
    ],
    "nouns that look like verbs behind an article": [
        "It is about the issues that face the town, and that is all.",
    ],
    "votes, and questions of the police": [
        "Nine councillors voted for the bypass and two against.",
        "A woman of 50 was questioned about a theft.",
    ],
    "names kept back": [
        "A nurse who did not want to be named because she works there left.",
        "A nurse who wished to remain anonymous left.",
    ],
    "headings": [
        "Match notes: United have not won here since 1998.",
        "COOKING: How to keep bread",
        "Join now or renew to get the letter",
    ],
}


def test_what_shows_something_is_not_its_relative_clause() -> None:
    found = told("The letters, which the firm has not confirmed, show that she knew.")
    assert [(item[0][:11], item[2]) for item in found] == [("The letters", ["that she knew"])]


@pytest.mark.parametrize("text", [text for kind in NOBODY_SPEAKS.values() for text in kind])
def test_nobody_is_made_to_speak(text):
    assert not [item for item in told(text) if item[3]]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Prof Lind, who took no part in it, said it was weak.",
            "Prof Lind, who took no part in it",
            ["it was weak"],
        ),
        (
            "The road, which drivers say was shut at night, leaves the valley.",
            "drivers",
            ["which", "was shut at night"],
        ),
        (
            "Holm and his friends are robbing us, Brook told a roaring hall outside.",
            "Brook",
            ["Holm and his friends are robbing us"],
        ),
        (
            "A father of two, who asked not to be named, said it was cruel.",
            "A father of two, who asked not to be named",
            ["it was cruel"],
        ),
        (
            "The shop was shut, with Norway saying the bread was old.",
            "Norway",
            ["the bread was old"],
        ),
        ("Crumb Ltd today said the shop was shut.", "Crumb Ltd", ["the shop was shut"]),
        ("10:42 The mayor said the road was shut.", "The mayor", ["the road was shut"]),
        (
            "“We are open,” said Ida Roth, the owner, on Friday as she lit the oven.",
            "Ida Roth, the owner",
            ["“We are open,”"],
        ),
        (
            "Holm said that this summer, the mill will pay its way.",
            "Holm",
            ["that this summer, the mill will pay its way"],
        ),
        (
            "Holm said storks, which fly far, sleep little.",
            "Holm",
            ["storks, which fly far, sleep little"],
        ),
        ("To bake it, the cooks admit, takes days.", "the cooks", ["To bake it", "takes days"]),
        (
            "Between friends, he confides, the bread is dry.",
            "he",
            ["Between friends", "the bread is dry"],
        ),
        (
            "The judge, Mrs Justice Lind, warned jurors not to speak.",
            "The judge, Mrs Justice Lind",
            ["not to speak"],
        ),
        (
            "Holm praised the baker's zeal, but asked for less salt.",
            "Holm",
            ["the baker's zeal"],
        ),
        (
            "Critics say the plan is late, while others like it.",
            "Critics",
            ["the plan is late"],
        ),
        ("In Dr Lind's words, “it was a very bad day”.", "Dr Lind's", ["“it was a very bad day”"]),
        ("The jury heard that he had a key.", "The jury", ["that he had a key"]),
        (
            "According to the ministry in Orel, West Aston, the mill is safe.",
            "the ministry",
            ["the mill is safe"],
        ),
        (
            "“It was mine,” recalls Ida Roth, 80, a retired baker.",
            "Ida Roth, 80",
            ["“It was mine,”"],
        ),
        ("He wondered how the mill had burned.", "He", ["how the mill had burned"]),
        (
            "The mill will close, the owners announced Monday.",
            "the owners",
            ["The mill will close"],
        ),
        ("The law stands, the court ruled.", "the court", ["The law stands"]),
        (
            "The club said members were cold and had voted to leave.",
            "The club",
            ["members were cold and had voted to leave"],
        ),
    ],
)
def test_the_right_one_speaks_and_no_more_than_was_said(text, source, content):
    assert [(item[0], item[2]) for item in told(text)] == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The bread seems to be old.",
        "You say that it is good.",
        "People think that it is bad.",
        "She thinks about it.",
    ],
)
def test_impressions_and_anybody_are_unsure(text):
    assert [item[3] for item in told(text)] == [False]


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("The depth of the lake shows that it is old.", False),
        ("The ferns expect that it is cold.", False),
        ("Their approach to the bay exposed a rift.", False),
        ("A survey of the lake shows that it is old.", True),
        ("Two thirds want the ferry to stay.", True),
        ("The mine says its water is clean.", True),
        ("“It is shut,” warns the taxman.", True),
        ("Gale expects the ferry to stay.", True),
    ],
)
def test_a_thing_is_no_sure_speaker(text, is_sure):
    assert [item[3] for item in told(text)] == [is_sure]


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("The union called a strike for Monday.", False),
        ("Officers charged a man of 30 with theft.", False),
        ("The board named Ada Lind as its chair.", False),
        ("The warden called the plan a mess.", True),
        ("The warden called the plan dangerous.", True),
        ("It was sold for what the warden called a song.", True),
        ("The warden charged that the plan was late.", True),
        ("Ivy claimed the wall and moss covered the roof.", False),
        ("The warden dismissed two aides.", False),
        ("The warden dismissed the claims.", True),
        ("The side will oppose Cuba in June.", False),
    ],
)
def test_a_deed_with_its_object_is_unsure(text, is_sure):
    assert {item[3] for item in told(text)} == {is_sure}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The jury was told Ada Lind had been at home.", "Ada Lind had been at home"),
        ("It was revealed on Friday that the boat was old.", "that the boat was old"),
        ("The accused told officers that he had been asleep.", "that he had been asleep"),
    ],
)
def test_what_a_court_heard_is_somebodys_words(text, content):
    assert [item[2] for item in told(text)] == [[content]]


def test_what_a_court_heard_without_that_is_sure():
    assert [item[3] for item in told("The jury was told Ada Lind had been at home.")] == [True]


def test_a_number_says_nothing():
    assert told("The toll was put at 41 confirmed dead.") == []


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("No official said that the bridge was safe.", False),
        ("None of the guards said that the bridge was safe.", False),
        ("Not one guard said that the bridge was safe.", False),
        ("The warden never said that the bridge was safe.", False),
        ("The warden has not said that the bridge was safe.", False),
        ("The warden did not once say that the bridge was safe.", False),
        ("If the warden says that the bridge is safe, we cross.", False),
        ("Did the warden say that the bridge was safe?", False),
        ("The warden should say that the bridge is safe.", False),
        ("The warden could have said that the bridge was safe.", False),
        ("Without saying that the bridge was safe, the warden left.", False),
        ("The warden did not deny that the bridge was safe.", True),
        ("The warden said that the bridge was not safe.", True),
        ("The warden, who was not there, said that the bridge was safe.", True),
        ("The warden will say that the bridge is safe.", True),
        ("No 10 said that the bridge was safe.", True),
        ("The warden said nobody had told him that.", True),
    ],
)
def test_what_was_not_said_or_only_might_be_is_unsure(text, is_sure):
    assert {item[3] for item in told(text)} == {is_sure}


def test_a_text_of_nothing_but_speakers_is_not_read_to_its_end():
    items, caveats = found_in("ADA LIND SAID " * 8_000)
    assert TOO_MANY in caveats
    assert len(items) < 4_000


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Critics in Lagos who say it is late have left.", "who", "it is late"),
        ("A landlord whose tenants say he lies was fined.", "tenants", "he lies"),
        ("Mayr, whose friends say he lied, was calm.", "friends", "he lied"),
        ("The firm asked for time and the bank gave it a week.", "The firm", "time"),
    ],
)
def test_what_is_said_ends_before_the_verb_of_the_sentence(text, source, content):
    assert [(item[0], item[2]) for item in told(text)] == [(source, [content])]

"""Plain text is taken apart into zones; nothing gets lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.text.spans import Span
from reader.intake.read import read_text, restore, restore_all
from reader.intake.text.plain_text import read_plain_text, read_verbatim

STORY = "The ferry stops running on Sunday, the harbour board said. It did not say why."
REST = "Nobody at the quay could tell when it will sail again. The board meets on Friday."


def zones(article):
    return [(zone.kind, zone.span.of(article.text)) for zone in article.zones]


def article_of(*blocks):
    return read_plain_text("\n\n".join(blocks), "x.txt")


def test_pasted_web_text_is_taken_apart():
    article = article_of(
        "icon mailicon printicon shareicon closeicon search",
        "Ferry stops running",
        "3 March, 2021 07:15",
        "Ferry stops running",
        "The ferry at the quay (Mira Holm / Quay Press)",
        STORY,
        "Share this article",
        "Read more: Storm shuts bridge",
        REST,
        "Editor’s note: The board’s name has been corrected.",
    )
    assert article.title == "Ferry stops running"
    assert article.published == "2021-03-03"
    assert zones(article) == [
        ("headline", "Ferry stops running"),
        ("dateline", "3 March, 2021 07:15"),
        ("caption", "The ferry at the quay (Mira Holm / Quay Press)"),
        ("paragraph", STORY),
        ("paragraph", REST),
        ("standing-note", "Editor’s note: The board’s name has been corrected."),
    ]
    assert [piece.reason for piece in article.removed] == [
        "icon names of the page",
        "title given twice",
        "menu or share bar",
        "“read more” list",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices fell on Monday.",
        "Follow the river and you reach the mill.",
        "By Monday morning the water had gone down.",
        "Related costs rose as well.",
        "Read more books, the minister told pupils.",
        "This article of the constitution protects the press.",
        "She was shown the scene afterwards (the video holds graphic images).",
        "Home, said the boy, is where the goats are.",
        "Protest planned for 23 May 2014 in the square.",
        "Most read the letter twice before they signed.",
        "Support for the plan fell to a third.",
        "Watch the gap, the guard said.",
        "More from the harbour: the board said it would not resign.",
        "Silicon, she said, is silicon: silicon from here, silicon from there, silicon for all.",
        "Iconic towns need iconic squares, iconic roofs, iconic doors and iconic bells.",
        "The views expressed by the mayor were shouted down by the whole hall.",
        "This report was published on Monday by the ombudsman.",
        "Sign up for the army, the boys were told.",
        "The captain posted it at once (the photo was later taken down).",
        "The news reached the island via Reuters.",
        "Photo by photo the case against the board grew.",
        "Before that the mayor had spent two long and rather cold winters in the U.S. AP",
        "Два слова: share.",
    ],
)
def test_a_real_sentence_is_never_furniture(sentence):
    article = article_of("Bridge shut", STORY, sentence, REST)
    assert ("paragraph", sentence) in zones(article)
    assert article.removed == ()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Nell Harwick, town reporter", "dateline"),
        ("KYIV, 23 May, 2014", "dateline"),
        ("Published: 12 June 2020 at 09:30 BST", "dateline"),
        ("A boat at the quay. Photograph: Mira Holm/Quay Press", "caption"),
        ("A boat at the quay (Photo by Mira Holm)", "caption"),
        ("A boat at the quay. Mira Holm via AP", "caption"),
        ("A boat lies at the quay. AP", "caption"),
        ("Photo by Mira Holm", "caption"),
        ("Correction: The ferry is ten years old, not twelve.", "standing-note"),
        ("The views expressed in this article are the author’s own.", "standing-note"),
        ("Sign up to the weekly Quay newsletter", "standing-note"),
        ("- The board pays for the bus", "list-item"),
        ("What happens next", "subheading"),
    ],
)
def test_lines_are_told_apart(line, kind):
    article = article_of("Bridge shut", STORY, line, REST)
    assert (kind, line) in zones(article)


def test_hard_wrapped_lines_are_joined():
    wrapped = (
        "The ferry stops running on Sunday, the harbour board\n"
        "said in a short letter to the shops along the quay, and\n"
        "it did not say why."
    )
    article = read_plain_text(f"Ferry stops\n\n{wrapped}", "x")
    assert zones(article)[1] == ("paragraph", " ".join(wrapped.split("\n")))


def test_what_was_left_out_keeps_its_place_and_comes_back():
    article = article_of("Bridge shut", STORY, "Share this article", REST)
    back = restore(article, 0)
    assert [words for _, words in zones(back)] == [
        "Bridge shut",
        STORY,
        "Share this article",
        REST,
    ]
    assert back.removed == ()
    assert restore_all(article) == back


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_verbatim_text_is_exactly_the_input(text):
    article = read_verbatim(text, "x")
    assert article.text == text
    last = 0
    for zone in article.zones:
        assert last <= zone.span.start < zone.span.end <= len(text)
        last = zone.span.end


lines = st.text(alphabet="abC .,’“”\n\t-1", min_size=1, max_size=60)


@given(st.lists(lines, min_size=1, max_size=8))
def test_every_word_is_in_the_text_or_left_out(blocks):
    text = "\n\n".join(blocks)
    article = read_plain_text(text, "x")
    kept = article.text + " " + " ".join(piece.text for piece in article.removed)
    assert sorted(kept.split()) == sorted(text.split())


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Share Tweet Email 3 comments", "menu or share bar"),
        ("mail icon print icon share icon close icon search icon", "icon names of the page"),
        ("Related: Storm shuts bridge", "“read more” list"),
        ("Home | News | Sport | Subscribe", "menu or share bar"),
        ("Cookie settings · Privacy policy · Terms", "menu or share bar"),
        ("Updated 4 hours ago", "how long ago it appeared"),
    ],
)
def test_furniture_is_left_out_with_its_reason(line, reason):
    article = article_of("Bridge shut", STORY, line, REST)
    assert [(piece.text, piece.reason) for piece in article.removed] == [(line, reason)]


@given(st.lists(lines, min_size=1, max_size=8))
def test_zones_are_in_order_and_cover_the_text(blocks):
    article = read_plain_text("\n\n".join(blocks), "x")
    ends = [zone.span.end for zone in article.zones]
    starts = [zone.span.start for zone in article.zones]
    assert starts == [0, *(end + 2 for end in ends[:-1])][: len(starts)]
    assert not article.zones or Span(0, ends[-1]).of(article.text) == article.text


def test_the_language_is_told_from_the_words():
    german = "Der Rat hat am Montag beschlossen, dass der Markt nicht mehr stattfindet. " * 4
    assert read_text(german, "").language == "de"
    assert read_text(f"{STORY} {REST}", "").language == "en"

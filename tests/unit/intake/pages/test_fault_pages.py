"""Small pages that were once read wrongly, each for its kind of fault."""

from pathlib import Path

import pytest

from reader.intake.read import read_bytes

CASES = Path(__file__).parent / "cases"

# For each page its zones, in order: the kind and how the words begin and end.
ZONES = {
    "01-anchor-no-href": [
        ("headline", "Ferry to Marlow island stops running"),
        ("paragraph", "The ferry between … last week."),
        ("paragraph", "Islanders will have … in Danby."),
        ("subheading", "What happens to commuters"),
        ("paragraph", "About 140 people … replaces it."),
        ("paragraph", "Loose text that … mainland side."),
    ],
    "03-squished-words": [
        ("headline", "Council votes on tram line"),
        ("paragraph", "The council voted … public surveys."),
        ("paragraph", "The vote was close and loud"),
        ("subheading", "Who pays"),
        ("paragraph", "The state pays … this year."),
        ("paragraph", "Residents will be asked again"),
        ("paragraph", "Work starts in spring and ends three years later, … Thursday."),
        ("dateline", "By Ann Holt"),
    ],
    "04-br-br-blockquote": [
        ("headline", "The Bronze Workshop"),
        ("dateline", "June 2024"),
        ("paragraph", "The old bronze … village churches."),
        ("paragraph", "She wrote to her customers last week:"),
        ("paragraph", "We have tried … trusted us."),
        ("paragraph", "The letter reached … of money."),
        ("paragraph", "A meeting is … parish hall."),
    ],
    "05-tweet-embed": [
        ("headline", "Minister under fire over flood remark"),
        ("paragraph", "The transport minister … their losses."),
        ("paragraph", "Some people seem … the valley."),
        ("paragraph", "— Carl Wenn (@carlwenn) March 3, 2024"),
        ("paragraph", "The message was … in parliament."),
        ("paragraph", '"He should go … regional assembly.'),
    ],
    "06-h1-in-body": [
        ("headline", "How the harbour was saved"),
        ("paragraph", "For three years … about it."),
        ("subheading", "A letter from the archive"),
        ("paragraph", "Then a student … a fee."),
        ("subheading", "The day in court"),
        ("paragraph", "The court took … so far."),
    ],
    "13-liveblog-jsonld": [
        ("headline", "Storm Ida: live updates"),
        ("dateline", "09:30"),
        ("subheading", "Bridge closed"),
        ("paragraph", "The bridge at … this morning."),
        ("dateline", "08:10"),
        ("subheading", "Trains stopped"),
        ("paragraph", '"No train will … text message.'),
        ("dateline", "06:05"),
        ("subheading", "Good morning"),
        ("paragraph", "Welcome to our … the east."),
    ],
    "14-pre-article": [
        ("headline", "Wire copy"),
        ("subheading", "GRAIN PRICES RISE AGAIN"),
        ("paragraph", "TARN, March 4 … early crop."),
        ("paragraph", '"It is a bad year already," … before June."'),
        ("paragraph", "The ministry said that it would sell grain from its stores."),
    ],
    "15-paywall-stub": [
        ("headline", "Inside the bank's collapse"),
        ("paragraph", "On the night … the morning."),
    ],
    "35c-br-only": [
        ("headline", "Wall falls in Danby"),
        ("paragraph", "The old wall … the valley."),
        ("paragraph", "The mayor said … open again."),
        ("paragraph", "A new wall will be built."),
    ],
    "35e-br-word": [
        ("headline", "Wall falls in Danby"),
        ("paragraph", "The old wall fell in Danby … nobody was hurt when it came down."),
        ("paragraph", '"We were lucky," said Ann Lee, the mayor, who lives close by.'),
    ],
    "44-q-element": [
        ("headline", "Mayor leaves hall"),
        ("paragraph", "The mayor left … a break."),
        ("paragraph", "Here is what … “This savage regime of lies must end.” Then she drove off."),
        ("paragraph", "“I am tired of thugs”, said Ann Lee, … her house."),
    ],
    "46-table-list": [
        ("headline", "What the budget changes"),
        ("paragraph", "The finance minister … coming year."),
        ("paragraph", "Group"),
        ("paragraph", "Change"),
        ("paragraph", "Families"),
        ("list-item", "Child benefit rises by 12 euros"),
        ("list-item", "School meals stay free"),
        ("paragraph", "Pensioners"),
        ("paragraph", "Pensions rise by 2.1 per cent"),
        ("paragraph", '"Nobody will be worse off," said Minister Rolf Ahn.'),
        ("paragraph", "The opposition said the numbers were a trick."),
    ],
    "48-nav-related": [
        ("headline", "Plant workers vote for strike"),
        ("paragraph", "Workers at the … sports hall."),
        ("paragraph", '"We want a … the talks.'),
        ("paragraph", "The company said … both sides."),
    ],
}


def article_of(name):
    return read_bytes((CASES / f"{name}.html").read_bytes(), f"{name}.html")


def fits(words, outline):
    """Tell whether words have the pieces of an outline, in order, with words between them."""
    pieces = outline.split(" … ")
    place = 0
    for piece in pieces:
        found = words.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    return words.startswith(pieces[0]) and words.endswith(pieces[-1])


@pytest.mark.parametrize("name", sorted(ZONES))
def test_a_page_gives_its_story_in_zones(name):
    article = article_of(name)
    found = [(zone.kind, zone.span.of(article.text)) for zone in article.zones]
    assert [kind for kind, _ in found] == [kind for kind, _ in ZONES[name]], found
    for (_, words), (_, outline) in zip(found, ZONES[name], strict=True):
        assert fits(words, outline), (words, outline)


def test_every_case_is_in_the_table():
    assert {path.stem for path in CASES.iterdir()} == set(ZONES)


@pytest.mark.parametrize(
    ("name", "words", "reason"),
    [
        ("48-nav-related", "Crime", "menu or share bar"),
        ("48-nav-related", "Outrage over savage cuts at hospital", "links to other stories"),
        ("48-nav-related", "John: These thugs", "comments of readers"),
        ("15-paywall-stub", "Subscribe now for 1 euro a week.", "notice of a paywall"),
    ],
)
def test_what_is_left_out_has_a_reason(name, words, reason):
    pieces = article_of(name).removed
    assert [piece.reason for piece in pieces if words in piece.text] == [reason]


def test_a_stub_behind_a_paywall_is_told():
    caveat = article_of("15-paywall-stub").caveats[0]
    assert "for subscribers" in caveat
    assert "29 words" in caveat


def test_the_date_comes_from_the_data_and_the_author_from_the_line():
    assert article_of("13-liveblog-jsonld").published == "2024-02-01"
    assert article_of("03-squished-words").byline == "Ann Holt"

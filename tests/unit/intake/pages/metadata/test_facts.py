"""Title, author, date and outlet of a page, each with where it stands."""

import pytest

from reader.core.text.article import Fact
from reader.intake.read import read_bytes

WORDS = "<p>The ferry stops running on Sunday, the harbour board said on Monday evening.</p>"


def read(head, body=""):
    page = f"<html><head>{head}</head><body>{body}{WORDS}</body></html>"
    return read_bytes(page.encode(), "ferry.html")


def linked(words):
    return f'<script type="application/ld+json">{words}</script>'


@pytest.mark.parametrize(
    ("head", "fact"),
    [
        (
            linked('{"@type":"NewsArticle","author":{"name":"Ann Holt"}}'),
            ("author", "Ann Holt", "JSON-LD author"),
        ),
        (
            linked('[{"@graph":[{"@type":["Article"],"author":["Ann","Ben"]}]}]'),
            ("author", "Ann, Ben", "JSON-LD author"),
        ),
        (
            linked('<!-- {"@type":"Article","headline":"It\nstops"} -->'),
            ("title", "It stops", "JSON-LD headline"),
        ),
        (
            '<meta property="article:published_time" content="2021-03-03T07:15:00Z">',
            ("date", "2021-03-03", "meta article:published_time"),
        ),
        ('<meta name="DC.date" content="3 March 2021">', ("date", "2021-03-03", "meta dc.date")),
        ('<meta name="DC.creator" content="Ann Holt">', ("author", "Ann Holt", "meta dc.creator")),
        (
            '<meta property="og:site_name" content="The Quay">',
            ("outlet", "The Quay", "meta og:site_name"),
        ),
        ('<meta name="author" content="By Ann Holt">', ("author", "Ann Holt", "meta author")),
    ],
)
def test_a_fact_tells_where_it_stands(head, fact):
    assert Fact(*fact) in read(head).facts


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        (
            '<b itemprop="author"><i itemprop="name">Ann Holt</i></b>',
            ("author", "Ann Holt", "itemprop author"),
        ),
        (
            '<time itemprop="datePublished" datetime="2021-03-03">today</time>',
            ("date", "2021-03-03", "itemprop datePublished"),
        ),
        ('<time datetime="2021-03-03T08:00">today</time>', ("date", "2021-03-03", "time")),
        ('<a rel="author" href="/ann">Ann Holt</a>', ("author", "Ann Holt", "link to the author")),
        (
            '<div itemprop="publisher"><meta itemprop="name" content="The Quay"></div>',
            ("outlet", "The Quay", "itemprop publisher"),
        ),
    ],
)
def test_a_fact_in_the_page_itself_tells_where_it_stands(body, fact):
    assert Fact(*fact) in read("", body).facts


@pytest.mark.parametrize(
    "name", ["No Author", "By No Author", "admin", "https://quay.example/ann"]
)
def test_nobody_is_no_author(name):
    assert read(f'<meta name="author" content="{name}">').byline is None


@pytest.mark.parametrize(
    ("name", "outlet", "byline", "told"),
    [
        ("QuaySide.com", "", None, "QuaySide.com"),
        ("QuaySide.com", "The Quay", None, "The Quay"),
        ("The quay", "The Quay", None, "The Quay"),
        ("Will.i.am", "The Quay", "Will.i.am", "The Quay"),
        ("J.K.Lee", "", "J.K.Lee", None),
    ],
)
def test_an_outlet_is_no_author(name, outlet, byline, told):
    site = f'<meta property="og:site_name" content="{outlet}">' if outlet else ""
    article = read(f'<meta name="author" content="{name}">{site}')
    assert (article.byline, article.outlet) == (byline, told)


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Local News | Plant workers vote for strike | The Post", "Plant workers vote for strike"),
        ("Plant workers vote for strike - The Post", "Plant workers vote for strike"),
        ("Plant workers vote: what now?", "Plant workers vote: what now?"),
        ("Post-war Danby - a portrait of the town", "Post-war Danby - a portrait of the town"),
    ],
)
def test_a_title_has_no_names_of_sections(title, plain):
    head = f'<title>{title}</title><meta property="og:site_name" content="The Post">'
    assert read(head).title == plain


def test_of_several_headings_the_one_that_the_page_is_called_by_is_the_title():
    body = "<nav><h1>Sections</h1></nav><h1>Ferry sinks off Mull</h1><h1>Subscribe</h1>"
    assert read("<title>Ferry sinks off Mull | The Post</title>", body).title == (
        "Ferry sinks off Mull"
    )


def test_differing_facts_are_all_kept_the_most_trusted_first():
    article = read(
        '<meta name="author" content="Ben Orme">'
        + linked('{"@type":"Article","author":"Ann Holt"}')
    )
    assert [fact.value for fact in article.facts if fact.name == "author"] == [
        "Ann Holt",
        "Ben Orme",
    ]
    assert article.byline == "Ann Holt"


@pytest.mark.parametrize("script", ["{", "[" * 5000, '{"a":' + "9" * 5000 + "}", "null", "[1, 2]"])
def test_broken_data_is_passed_over(script):
    assert read(linked(script)).text


@pytest.mark.parametrize(
    ("script", "author"),
    [
        (
            '{"@graph":[{"@type":"Person","@id":"#a","name":"Ann Holt"},'
            '{"@type":"NewsArticle","author":{"@id":"#a"}}]}',
            "Ann Holt",
        ),
        ('{"@type":"NewsArticle","author":{"@id":"#nobody"}}', None),
        ('{"@type":"NewsArticle","author":{"name":"Ann Holt",},}', "Ann Holt"),
        ('{"@type":"NewsArticle","author":"<b>Ann</b> Holt"}', "Ann Holt"),
        (
            '[{"@type":"NewsArticle","headline":"A storm","author":"Eve Lund"},'
            '{"@type":"NewsArticle","headline":"Ferry  stops","author":"Ann Holt"}]',
            "Ann Holt",
        ),
    ],
)
def test_the_author_of_this_page_is_found(script, author):
    assert read(linked(script), "<h1>Ferry stops</h1>").byline == author


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "",
            "<div class='byline'>By Ann Holt <a href='mailto:a@q.example'>a@q.example</a></div>",
        ),
        ("", "<span class='author vcard'><a class='fn' href=/a>Ann Holt</a></span>"),
        ("", "<a class='p-author h-card' href=/a>Ann Holt</a>"),
        ("<meta name=author content='By Ann Holt | Staff writer'>", ""),
        ("<meta name=author content='Ann Holt, harbour reporter'>", ""),
        (
            "",
            "<div itemscope itemtype='https://schema.org/Comment'><b itemprop=author>Bo</b></div>"
            "<div itemprop=itemReviewed itemscope><b itemprop=author>Al</b></div>"
            "<b itemprop=author>Ann Holt</b>",
        ),
    ],
)
def test_an_author_is_a_name_alone(head, body):
    assert read(head, f"<h1>Ferry stops</h1>{body}").byline == "Ann Holt"


def test_a_lower_heading_is_the_title_where_the_page_is_called_by_it():
    body = "<h1>Village Diary</h1><h3>The ferry stops</h3>"
    assert read("<title>The ferry stops</title>", body).title == "The ferry stops"
    assert read("<title>Village Diary</title>", body).title == "Village Diary"


def test_a_short_story_with_parts_for_subscribers_is_told():
    part = '{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".x"}'
    script = linked(f'{{"@type":"NewsArticle","headline":"Ferry stops","hasPart":[{part}]}}')
    assert "for subscribers" in read(script, "<h1>Ferry stops</h1>").caveats[0]


def test_a_box_that_asks_to_sign_in_tells_of_a_paywall():
    box = "<div class='subscribe-wall'><p>More for members. Already a member? Sign in.</p></div>"
    page = read("", "<h1>Ferry stops</h1>" + box)
    assert "for subscribers" in page.caveats[0]

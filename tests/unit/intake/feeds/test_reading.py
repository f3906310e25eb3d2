"""Feeds of every form, broken and hostile ones: what they say is read, or one sentence is told."""

import json

import pytest

from reader.errors import ImportFailedError
from reader.intake.feeds.discovery import feeds_in_page
from reader.intake.feeds.entry_articles import article_of_entry
from reader.intake.feeds.feed import Feed, FeedEntry
from reader.intake.feeds.reading import read_feed

AT = "https://quay.example/feeds/all"
ITEM = (
    "<item><title>Ferry stops</title><link>https://quay.example/ferry</link><guid>f1</guid>"
    "<pubDate>Wed, 03 Mar 2021 18:00:00 +0100</pubDate>{}</item>"
)
RSS = (
    '<?xml version="1.0"?><rss version="2.0"{}><channel><title>The Quay</title>{}</channel></rss>'
)
CONTENT = ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quay.example/"><title>The Quay'
    '</title><entry><id>f1</id><title type="html">Ferry &lt;b&gt;stops&lt;/b&gt;</title>'
    '<link href="ferry"/><updated>2021-03-03T18:00:00+01:00</updated><author><name>Ada</name>'
    '</author><content type="html">&lt;p&gt;The ferry &lt;script&gt;x&lt;/script&gt;stops.'
    "</content></entry></feed>"
)
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/'
    '1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Quay</title></channel>'
    '<item rdf:about="f1"><title>Ferry stops</title><link>https://quay.example/ferry</link>'
    "<dc:date>2021-03-03</dc:date><description>The ferry stops.</description></item></rdf:RDF>"
)
JSON = json.dumps({
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Quay",
    "home_page_url": "https://quay.example/",
    "items": [
        {
            "id": "f1", "url": "https://quay.example/ferry", "title": "Ferry stops",
            "content_html": "<p>The ferry stops.", "date_published": "2021-03-03T18:00:00Z",
            "authors": [{"name": "Ada"}],
        }
    ],
})  # fmt: skip
GOOD = {
    "rss": RSS.format("", ITEM.format("<description>The ferry stops.</description>")),
    "content": RSS.format(
        CONTENT,
        ITEM.format("<content:encoded><![CDATA[<p>The ferry stops.]]></content:encoded>"),
    ),
    "undeclared": RSS.format(
        "", ITEM.format("<content:encoded><![CDATA[<p>The ferry stops.]]></content:encoded>")
    ),
    "blanks": "\n\n  "
    + RSS.format("", ITEM.format("<description>The ferry stops.</description>")),
    "cut": RSS.format("", ITEM.format("<description>The ferry stops.</description>"))[:-20],
    "atom": ATOM,
    "rdf": RDF,
    "json": JSON,
}


@pytest.mark.parametrize("name", GOOD)
def test_a_feed_of_every_form(name):
    feed = read_feed(GOOD[name].encode(), AT)
    assert feed.title == "The Quay"
    (entry,) = feed.entries
    assert (entry.title, entry.published) == ("Ferry stops", "2021-03-03")
    assert entry.address == "https://quay.example/ferry"
    assert entry.guid.endswith("f1")
    article = article_of_entry(entry, feed)
    assert article.text == "Ferry stops\n\nThe ferry stops."
    assert (article.outlet, article.origin) == ("The Quay", "https://quay.example/ferry")
    assert ("outlet", "The Quay", "feed") in {(f.name, f.value, f.place) for f in article.facts}


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("AT&T & the ferry", "AT&T & the ferry"),
        ("AT&amp;T", "AT&T"),
        ("A&nbsp;ferry", "A ferry"),
        ("<![CDATA[Fish &amp; <i>ferry</i>]]>", "Fish & ferry"),
        ("5 &lt; 6", "5 < 6"),
        ("caf\xe9 \x93open\x94", "café “open”"),
    ],
)
def test_titles_are_plain_words(title, words):
    item = f"<item><title>{title}</title><link>https://a.b/</link></item>"
    head = '<?xml version="1.0" encoding="iso-8859-1"?>'
    data = (head + RSS.partition("?>")[2].format("", item)).encode("latin-1")
    assert read_feed(data, AT).entries[0].title == words


@pytest.mark.parametrize("named", ["utf-16", "utf-8", "iso-8859-1"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_feed_in_utf_16(named, encoding):
    text = GOOD["rss"].replace("<?xml version", f'<?xml encoding="{named}" version')
    assert read_feed(text.encode(encoding), AT).entries[0].title == "Ferry stops"


def test_entries_without_a_guid_or_twice():
    item = "<item><title>{}</title></item>"
    told = RSS.format("", item.format("One") + item.format("Two") + item.format("One") + "<item/>")
    entries = read_feed(told.encode(), AT).entries
    assert [entry.title for entry in entries] == ["One", "Two"]
    assert entries[0].guid != entries[1].guid


@pytest.mark.parametrize(
    ("parts", "address"),
    [
        ("<link>/ferry</link><guid>f1</guid>", "https://quay.example/ferry"),
        ("<link>ferry?a=1&amp;b</link>", "https://quay.example/feeds/ferry?a=1&b"),
        ("<guid>https://quay.example/p1</guid>", "https://quay.example/p1"),
        ("<guid>f1</guid>", ""),
        ('<guid isPermaLink="false">https://quay.example/p1</guid>', ""),
        ("<link>http://[bad</link>", ""),
    ],
)
def test_where_an_entry_leads(parts, address):
    told = RSS.format("", f"<item><title>One</title>{parts}</item>").encode()
    assert read_feed(told, AT).entries[0].address == address


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.b/"])
def test_addresses_that_lead_elsewhere_are_none(address):
    item = f"<item><title>One</title><link>{address}</link></item>"
    assert read_feed(RSS.format("", item).encode(), AT).entries[0].address == ""


ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">%s]>'
LAUGHS = '<!ENTITY b "lol">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("bcdefghi", "cdefghij", strict=True)
)


def test_entities_are_not_unfolded():
    item = "<item><title>One &a; &j;</title></item>"
    told = (ENTITY % LAUGHS + RSS.partition("?>")[2].format("", item)).encode()
    (entry,) = read_feed(told, AT).entries
    assert "root:" not in entry.title
    assert len(entry.title) < 100


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"The mayor left.",
        b"<html><body><p>No feed</body></html>",
        b"<opml version='2.0'><body/></opml>",
        b"{}",
        b'{"version": "https://jsonfeed.org/version/1", "items": 7',
        b'{"version": 1, "items": []}',
        b"{" * 9_000,
        b"\x00\xff" * 500,
        b"<rss>" * 250_000,
        f"<rss><a {'b=1 ' * 20_000}/></rss>".encode("utf-16"),
    ],
)
def test_what_is_no_feed_is_one_sentence(data):
    with pytest.raises(ImportFailedError) as told:
        read_feed(data, AT)
    assert told.value.message.endswith(".")
    assert AT in told.value.message


def test_odd_values_of_a_json_feed_do_no_harm():
    items = [{"id": 7}, {"id": [], "title": 3, "url": {}}, None, {"content_text": "One."}]
    told = {"version": "https://jsonfeed.org/version/1", "title": 9, "items": items}
    assert [one.words for one in read_feed(json.dumps(told).encode(), AT).entries] == ["One."]


@pytest.mark.parametrize(
    ("entry", "text", "caveat"),
    [
        (FeedEntry("g", "One", words="<p>Two.", is_whole=True), "One\n\nTwo.", ""),
        (FeedEntry("g", "One", words="Two."), "One\n\nTwo.", "may be the beginning only"),
        (FeedEntry("g", "One"), "One", "gives the title only"),
        (FeedEntry("g", "One", words="<img src='x'>"), "One", "gives the title only"),
        (FeedEntry("g", "", words="Fish &amp; ferry."), "Fish & ferry.", ""),
    ],
)
def test_the_text_of_an_entry(entry, text, caveat):
    article = article_of_entry(entry, Feed())
    assert article.text == text
    assert caveat in " ".join(article.caveats)


def test_an_entry_without_words_says_so():
    with pytest.raises(ImportFailedError, match="nothing to read"):
        article_of_entry(FeedEntry("g"), Feed())


def test_feeds_are_found_in_a_page():
    page = (
        '<html><head><link rel="alternate" type="application/rss+xml" title="All &amp; more" '
        'href="/feeds/all"><link rel=alternate type=application/rss+xml href=/feeds/all>'
        '<link rel="alternate" type="application/atom+xml" href="http://[bad">'
        '<link rel="alternate" type="application/atom+xml" href="javascript:a">'
        '<link rel="ALTERNATE home" type="application/feed+json; x" href="https://b.c/feed">'
        '<link rel="alternate" hreflang="fr" href="/fr"></head><body>x</body></html>'
    )
    found = feeds_in_page(page.encode(), "https://quay.example/news/")
    assert [(one.address, one.title) for one in found] == [
        ("https://quay.example/feeds/all", "All & more"),
        ("https://b.c/feed", ""),
    ]

"""A file of feeds is a list of them, or one feed that was saved."""

import json

import pytest

from reader.errors import ImportFailedError
from reader.intake.feeds.feed import FeedLink
from reader.intake.feeds.files import feeds_in_file
from reader.intake.feeds.opml import cut_words

AT = "https://quay.example/feed.xml"
RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
    "<title>The Quay</title><link>https://quay.example/</link>{}<item><title>Ferry</title></item>"
    "</channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Quay</title>'
    '<link rel="self" href="{}"/><link href="https://quay.example/"/></feed>'
)
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Quay",
    "home_page_url": "https://quay.example/",
    "feed_url": AT,
}


@pytest.mark.parametrize(
    "text",
    [RSS.format(f'<atom:link rel="self" href="{AT}"/>'), ATOM.format(AT), json.dumps(JSON)],
)
def test_a_saved_feed_stands_for_the_address_that_it_tells(text):
    assert feeds_in_file(text.encode(), "feed.xml") == (
        FeedLink(AT, "The Quay", "https://quay.example/"),
    )


def test_only_of_a_list_that_ends_in_the_middle_it_is_said_that_feeds_may_be_missing():
    """A saved feed names one feed, whole or not, and JSON has no last tag."""
    cut = f'<opml version="2.0"><body><outline xmlUrl="{AT}"/><outline xmlUrl="https:'
    assert cut_words(cut.encode(), "list.opml").startswith("“list.opml” ends in the middle")
    for text in (json.dumps(JSON), RSS[:-30], ATOM.format(AT)):
        assert cut_words(text.encode(), "feed.xml") == ""


@pytest.mark.parametrize("text", [RSS.format(""), ATOM.format("file:///etc/passwd")])
def test_a_saved_feed_without_an_address_is_told_with_what_to_do(text):
    with pytest.raises(ImportFailedError, match="is a feed that was saved as a file") as told:
        feeds_in_file(text.encode(), "feed.xml")
    assert "https://quay.example/" in told.value.message
    assert told.value.hint.startswith("Give the address of the feed")


def test_what_is_neither_is_told_as_no_list():
    with pytest.raises(ImportFailedError, match="is no list of feeds"):
        feeds_in_file(b"<p>Nothing.", "feed.xml")

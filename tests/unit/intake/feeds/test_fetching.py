"""Feeds asked for on a server of this machine: only news, redirects, drips, bombs, whole pages."""

import gzip
import socket
from collections.abc import Iterator

import pytest

from reader.errors import ImportFailedError
from reader.intake.feeds.feed import Feed, FeedEntry
from reader.intake.feeds.fetching import article_of, fetch_feed, find_feed
from tests.odd_server import PAGE, Server, whole

FEED = (
    b'<rss version="2.0"><channel><title>The Quay</title><item><title>Ferry stops</title>'
    b"<guid>f1</guid><description>The ferry stops.</description></item></channel></rss>"
)


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


def test_only_news_is_sent(server: Server) -> None:
    def answer(peer: socket.socket) -> None:
        if b'If-None-Match: "v1"' in server.asked[-1]:
            peer.sendall(whole(b"", status="304 Not Modified"))
        else:
            day = "Last-Modified: Wed, 03 Mar 2021 18:00:00 GMT"
            peer.sendall(whole(FEED, 'ETag: "v1"', day))

    server.answer = answer
    first = fetch_feed(server.address)
    assert first.feed is not None
    assert (first.feed.title, first.etag) == ("The Quay", '"v1"')
    again = fetch_feed(server.address, etag=first.etag, modified=first.modified)
    assert (again.feed, again.etag, again.modified) == (None, first.etag, first.modified)
    assert b"If-Modified-Since: Wed, 03 Mar 2021 18:00:00 GMT" in server.asked[-1]
    assert b"Accept: application/atom+xml" in server.asked[-1]


def test_a_feed_that_was_cut_off_is_asked_for_whole_the_next_time(server: Server) -> None:
    server.answer = lambda peer: peer.sendall(whole(FEED[:-20], 'ETag: "v1"', length=9_000))
    answer = fetch_feed(server.address)
    assert answer.feed is not None
    assert (answer.feed.entries[0].title, answer.etag) == ("Ferry stops", "")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (whole(PAGE), "is no feed"),
        (whole(b""), "is no feed"),
        (whole(b"", status="404 Not Found"), "answers 404"),
        (whole(b"", "Location: https://other.example/", status="301 Moved"), "sends to another"),
        (whole(b"", "Location: /a", status="302 Found"), "without end"),
        (whole(gzip.compress(b"<a>" * 5_000_000), "Content-Encoding: gzip"), "larger than 10 MB"),
    ],
)
def test_what_goes_wrong_is_one_sentence(server: Server, answer: bytes, told: str) -> None:
    server.answer = lambda peer: peer.sendall(answer)
    with pytest.raises(ImportFailedError, match=told) as caught:
        fetch_feed(server.address)
    assert caught.value.message.rstrip("/").endswith((".", "https://other.example/."))
    assert "in a browser" not in caught.value.hint, "nobody opens a feed from a file"


def test_nobody_waits_for_a_feed_that_drips(server: Server) -> None:
    class NotWantedError(Exception):
        pass

    def refuse() -> None:
        raise NotWantedError

    server.answer = server.drip(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n", b"<")
    with pytest.raises(NotWantedError):
        fetch_feed(server.address, still_wanted=refuse)


def test_the_feed_of_a_page_is_found(server: Server) -> None:
    link = b'<link rel="alternate" type="application/rss+xml" href="/feed">'

    def answer(peer: socket.socket) -> None:
        is_feed = server.asked[-1].startswith(b"GET /feed ")
        peer.sendall(whole(FEED if is_feed else b"<html><head>" + link + PAGE))

    server.answer = answer
    found, named = find_feed(server.address)
    assert found.address == server.address.removesuffix("/a") + "/feed"
    assert found.feed is not None
    assert [one.address for one in named] == [found.address]


def test_a_feed_on_another_site_is_named_and_not_asked_for(server: Server) -> None:
    link = b'<link rel="alternate" type="application/rss+xml" href="https://other.example/feed">'
    server.answer = lambda peer: peer.sendall(whole(b"<html><head>" + link + PAGE))
    with pytest.raises(ImportFailedError, match=r"another site: https://other\.example/feed"):
        find_feed(server.address)
    assert len(server.asked) == 1


def test_the_whole_page_is_fetched_only_when_asked(server: Server) -> None:
    entry = FeedEntry("f1", "Bridge", server.address, "A summary.")
    assert article_of(entry, Feed("The Quay")).text == "Bridge\n\nA summary."
    assert server.asked == []
    page = article_of(entry, Feed("The Quay"), wants_page=True)
    assert "The bridge was shut on Friday" in page.text
    assert page.outlet == "The Quay"
    server.answer = lambda peer: peer.sendall(whole(b"", status="500 Error"))
    without = article_of(entry, Feed("The Quay"), wants_page=True)
    assert without.text == "Bridge\n\nA summary."
    assert "answers 500" in without.caveats[-1]

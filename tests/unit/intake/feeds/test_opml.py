"""Lists of feeds come in from other programs and go out to them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ImportFailedError
from reader.intake.feeds.feed import FeedLink
from reader.intake.feeds.opml import read_opml, write_opml

OPML = """<?xml version="1.0"?><opml version="1.0"><body>
<outline text="Sea"><outline text="Quay" xmlUrl="https://quay.example/feed"
 htmlUrl="https://quay.example/"/><outline title="Bay &amp; boat" text="x" xmlurl="https://b.c/"/>
</outline><outline text="Town" XMLURL="http://town.example/rss"/>
<outline text="Town again" xmlUrl="http://town.example/rss"/>
<outline text="no feed" xmlUrl="javascript:alert(1)"/><outline/></body></opml>"""


def test_feeds_with_their_folders():
    assert read_opml(OPML.encode(), "x") == (
        FeedLink("https://quay.example/feed", "Quay", "https://quay.example/", "Sea"),
        FeedLink("https://b.c/", "Bay & boat", "", "Sea"),
        FeedLink("http://town.example/rss", "Town", "", ""),
    )


words = st.text(min_size=1, max_size=20)


@settings(max_examples=30)
@given(st.lists(st.tuples(words, words), max_size=6))
def test_what_goes_out_comes_in_again(told):
    links = [
        FeedLink(f"https://a.b/{number}", title, "https://a.b/", folder)
        for number, (title, folder) in enumerate(told)
    ]
    back = read_opml(write_opml(links), "x")
    assert sorted(link.address for link in back) == sorted(link.address for link in links)


def test_titles_and_folders_come_back():
    links = (FeedLink("https://a.b/1", "A & “c” <", "https://a.b/", "Sea & sand"),)
    assert read_opml(write_opml(links), "x") == links


BOMB = '<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "data",
    [
        BOMB.encode() + b'<opml><body><outline text="&b;" xmlUrl="&b;"/></body></opml>',
        b'<!DOCTYPE o SYSTEM "file:///etc/passwd"><opml><body/></opml>',
        b"<opml><body>" + b"<outline>" * 5_000,
    ],
)
def test_hostile_lists_hold_no_feeds(data):
    assert read_opml(data, "x") == ()


@pytest.mark.parametrize("data", [b"", b"No list.", b"<rss/>", b"\x00\xff"])
def test_what_is_no_list_is_one_sentence(data):
    with pytest.raises(ImportFailedError, match="is no list of feeds") as told:
        read_opml(data, "x.opml")
    assert told.value.message.endswith(".")


def test_attributes_take_no_longer_than_their_number(grows_in_line):
    def read_times(number):
        many = " ".join(f'a{one}="1"' for one in range(number))
        data = f'<opml><body><outline xmlUrl="https://a.example/f" {many}/></body></opml>'
        assert len(read_opml(data.encode(), "x")) == 1

    assert grows_in_line(read_times, short=3_000)

"""Searching many texts for one entry gives what the analysis of each text gives."""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.analysis.analysing import analyse
from reader.core.analysis.searching import EntrySearch
from reader.core.lexicon.lexicon import Category, Entry, Lexicon
from reader.core.lexicon.matcher import Matcher
from reader.core.text.spans import Span
from reader.intake.read import read_article, read_text
from reader.paths import default_paths
from tests.english import ENGLISH

WORDS = "slam slams slammed Slam so-called don't cannot the regime White House of was . , “ ” \n"
GRAMMAR = {"scare-quotes", "agentless-passive"}


def found_by_search(article, entry, lexicon, tools):
    notes = [zone.span for zone in article.zones if zone.kind == "standing-note"]
    search = EntrySearch(entry, frozenset({lexicon}), tools.matcher, tools.tagger, ENGLISH)
    return search.places(article.text, notes)


def texts(storm_text):
    samples = sorted((default_paths().resources / "samples").glob("*.md"))
    return [read_text(storm_text, ""), *(read_article(str(path)) for path in samples)]


def test_every_entry_of_an_analysis_is_found_at_the_same_places(shipped_tools, storm_text):
    listed = {
        (lexicon.id, id(entry)) for lexicon in shipped_tools.lexicons for entry in lexicon.entries
    }
    seen = 0
    for article in texts(storm_text):
        places = defaultdict(list)
        for item in analyse(article, shipped_tools).findings:
            if (item.lexicon, id(item.entry)) in listed:
                places[(item.lexicon, item.entry)].append(item.span)
        for (lexicon, entry), spans in places.items():
            assert found_by_search(article, entry, lexicon, shipped_tools) == tuple(spans)
            seen += len(spans)
    assert seen > 50


def lexicon(*entries):
    category = Category("loud", "Loud", "It shouts.", "Why?", "L", 1, "thick")
    return Lexicon(
        id="own",
        title="Own",
        language="en",
        version="1",
        panel="wording",
        licence="CC0-1.0",
        authors=(),
        purpose="",
        limits="",
        categories=(category,),
        entries=entries,
        language_data=ENGLISH,
    )


def an_entry(phrase, match="forms"):
    return Entry(phrase, match, None, "loud", "confident")


ENTRIES = [
    an_entry("slam"),
    an_entry("so-called"),
    an_entry("don't", "exact"),
    an_entry("cannot", "exact"),
    an_entry("slam … regime"),
    an_entry("reg*"),
    an_entry("White House", "case"),
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=40))
def test_lines_alone_are_matched_as_in_their_text(shipped_tools, pieces):
    article = read_text("Begin. " + " ".join(pieces), "")
    own = lexicon(*ENTRIES)
    tools = shipped_tools.with_lexicons((own,))
    findings = analyse(article, tools, assume_english=True).findings
    for entry in ENTRIES:
        expected = tuple(item.span for item in findings if item.entry is entry)
        assert found_by_search(article, entry, "own", tools) == expected


def test_a_longer_entry_takes_the_place_and_notes_are_left_out(shipped_tools):
    short, long = an_entry("regime"), an_entry("brutal regime")
    matcher = Matcher([lexicon(short, long)])
    text = "A regime fell.\n\nThe brutal regime stood.\n\nThis regime is a note."
    search = EntrySearch(short, frozenset({"own"}), matcher, shipped_tools.tagger, ENGLISH)
    assert search.places(text) == (Span(2, 8), Span(47, 53))
    assert search.places(text, [Span(42, 64)]) == (Span(2, 8),)
    assert not EntrySearch(
        short, frozenset({"other"}), matcher, shipped_tools.tagger, ENGLISH
    ).places(text)


@pytest.mark.parametrize("phrase", ["…", "--", "'s"])
def test_a_phrase_without_letters_is_no_trouble(shipped_tools, phrase):
    entry = an_entry(phrase, "exact")
    search = EntrySearch(
        entry, frozenset({"own"}), Matcher([lexicon()]), shipped_tools.tagger, ENGLISH
    )
    assert search.places("The mayor's plan -- a regime.") == ()

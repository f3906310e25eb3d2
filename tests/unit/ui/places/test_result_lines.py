"""What a search found, line by line: folded under what stands in front, in each voice."""

from dataclasses import replace

import pytest

from reader.core.analysis.places import Places
from reader.core.corrections import Anchor
from reader.core.notes import Note
from reader.core.text.spans import Span
from reader.intake.read import read_text
from reader.storage.library.rows import FoundArticle, FoundPlace
from reader.ui.places.library.results.result_lines import (
    MoreLine,
    TitleLine,
    counts_by_voice,
    folded,
    found_text,
    note_lines,
    result_lines,
)

TEXT = "A harbour, a harbour, a harbour and a harbour."


def found(article_id, voices, front=""):
    places = tuple(FoundPlace(2, 9, "harbour", voice, None) for voice in voices)
    article = FoundArticle(article_id, article_id.title(), None, None, places)
    return found_text(article, TEXT, ["1.1"] * len(places), front)


AGENCY = found("agency", ["narrator", "direct"])
COURIER = found("courier", ["narrator"], "agency")
MAIL = found("mail", ["indirect", "narrator", "narrator", "narrator"], "agency")
OTHER = found("other", ["direct"], "not found")
ALL = (COURIER, MAIL, OTHER, AGENCY)


def ids(texts):
    return [one.article.id for one in texts]


def test_in_front_is_what_the_list_has_in_front_where_it_was_found():
    fronts, copies = folded(ALL)
    assert ids(fronts) == ["agency", "other"]
    assert ids(copies["agency"]) == ["courier", "mail"]
    assert copies["other"] == ()
    fronts, copies = folded(ALL, "indirect")
    assert ids(fronts) == ["mail"]  # the agency says it in another voice


def test_voices_are_counted_in_what_is_shown():
    assert counts_by_voice(ALL) == {"all": 8, "narrator": 5, "direct": 2, "indirect": 1}
    counted = counts_by_voice(ALL, is_folded=True)
    assert counted == {"all": 3, "narrator": 1, "direct": 2, "indirect": 1}


def test_copies_stand_below_where_they_are_asked_for():
    fronts, copies = folded(ALL)
    titles = [line for line in result_lines(fronts, copies=copies) if isinstance(line, TitleLine)]
    assert [(line.article.id, line.copies, line.is_open) for line in titles] == [
        ("agency", 2, False),
        ("other", 0, False),
    ]
    lines = result_lines(fronts, copies=copies, unfolded=frozenset(["agency"]))
    titles = [line for line in lines if isinstance(line, TitleLine)]
    assert [(line.article.id, line.is_below) for line in titles] == [
        ("agency", False),
        ("courier", True),
        ("mail", True),
        ("other", False),
    ]
    assert [line.count for line in lines if isinstance(line, MoreLine)] == [1]


NOTED = "Market to move\n\nThe market moves. A baker asked why.\n\nNobody answered."


def _note_at(words, text, *tags):
    start = NOTED.index(words)
    return Note("lemon", Anchor.at(NOTED, Span(start, start + len(words))), text, tags)


NOTES = (
    Note("lemon", None, "For  the class", ("town",)),
    _note_at("baker", "Ask Zoë"),
    _note_at("market moves", "", "town"),
)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ([("zoe",)], [("Ask Zoë", "baker", "1")]),
        ([("ask", "zo")], [("Ask Zoë", "baker", "1")]),
        ([("zoe", "ask")], []),
        ([("town",)], [("town", "market moves", "1"), ("For the class", "", "")]),
        ([("zoe",), ("class",)], [("Ask Zoë", "baker", "1"), ("For the class", "", "")]),
        ([("market",)], [("town", "market moves", "1")]),
    ],
)
def test_the_notes_that_were_looked_for_are_shown_with_their_place(asked, shown):
    article = FoundArticle("kept-1", "Market to move", None, None, ())
    places = Places(read_text(NOTED, ""))
    lines = note_lines(article, places, NOTED, NOTES, asked)
    assert [(line.words, line.quote, line.name) for line in lines] == shown
    assert all(NOTED[line.start :].startswith(line.quote) for line in lines if line.quote)
    (_, *below) = result_lines([replace(found_text(article, NOTED, []), notes=lines)])
    assert below == list(lines)
    assert not result_lines([replace(found_text(article, NOTED, []), notes=lines)], "narrator")

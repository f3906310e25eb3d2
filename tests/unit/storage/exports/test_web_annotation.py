"""Web Annotations: valid as the W3C model asks, equal after a round trip, or refused."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.analysis.analysis import Analysis
from reader.core.corrections import Anchor
from reader.core.notes import PENS, Note
from reader.core.text.spans import Span
from reader.errors import ImportFailedError
from reader.storage.exports.others.reading import LARGEST, read_annotations
from reader.storage.exports.others.web_annotation import annotation_page
from reader.storage.reports.report_format import USUAL, Report

MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
QUOTE, POSITION = "TextQuoteSelector", "TextPositionSelector"
IRI = re.compile(r"(?:https?|urn):[^\s<>\"{}|\\^`]+")
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def assert_page(page: dict, text: str) -> None:
    """Assert what the model asks of a page, and the contract of its items."""
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert set(page["@context"][1]) == {"closeReader"}
    assert set(page) == {"@context", "id", "type", "closeReader", "startIndex", "items"}
    assert page["type"] == "AnnotationPage"
    ids = [page["id"], *(item["id"] for item in page["items"])]
    assert len(set(ids)) == len(ids)
    assert all(IRI.fullmatch(one) for one in ids)
    for item in page["items"]:
        assert_item(item, text)


def assert_item(item: dict, text: str) -> None:
    known = {"id", "type", "motivation", "body", "target", "closeReader", "created", "modified"}
    assert set(item) <= known
    assert item["type"] == "Annotation"
    assert item["motivation"] in MOTIVATIONS
    assert all(DATE.fullmatch(item[key]) for key in ("created", "modified") if key in item)
    for body in item.get("body", []):
        assert set(body) == {"type", "purpose", "value", "format"}
        assert (body["type"], body["format"]) == ("TextualBody", "text/plain")
        assert body["purpose"] in MOTIVATIONS
        assert isinstance(body["value"], str)
    assert set(item["target"]) == {"source", "selector"}
    assert IRI.fullmatch(item["target"]["source"])
    quote, position = item["target"]["selector"]
    assert set(quote) == {"type", "exact", "prefix", "suffix"}
    assert set(position) == {"type", "start", "end"}
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    start, end = position["start"], position["end"]
    assert text[start:end] == quote["exact"] != ""
    assert text[:start].endswith(quote["prefix"])
    assert text[end:].startswith(quote["suffix"])


def encoded(page: object) -> bytes:
    return json.dumps(page, ensure_ascii=False).encode()


def test_a_page_is_valid(report: Report) -> None:
    assert_page(annotation_page([report], USUAL), report.analysis.article.text)


def test_notes_come_back_equal(report: Report) -> None:
    data = encoded(annotation_page([report], USUAL))
    assert read_annotations(data, report.analysis.article.text, "a.jsonld") == report.notes


def test_the_same_makes_the_same_ids(report: Report) -> None:
    assert annotation_page([report], USUAL) == annotation_page([report], USUAL)


TEXT = "The mayor may go. The mayor may stay 😀, he said; nobody knows when.\nNo one asked.\n" * 3


@given(
    st.lists(
        st.builds(
            lambda pen, start, size, text, tags: (pen, start, start + size, text, tags),
            st.sampled_from(PENS),
            st.integers(0, len(TEXT) - 50),
            st.integers(25, 40),
            st.text(max_size=30),
            st.lists(st.text(min_size=1, max_size=8), max_size=3),
        ),
        max_size=5,
    )
)
def test_any_notes_come_back_equal(storm: Analysis, places: list[tuple]) -> None:
    analysis = replace(
        storm, article=replace(storm.article, text=TEXT), findings=(), attributions=()
    )
    notes = tuple(
        Note(pen, Anchor.at(TEXT, Span(start, end)), text, tuple(tags))
        for pen, start, end, text, tags in places
    )
    data = encoded(annotation_page([Report(analysis, "x", (), notes)], USUAL))
    assert read_annotations(data, TEXT, "a.jsonld") == notes


def test_others_annotations_become_notes(storm: Analysis, place_of: Callable[..., Span]) -> None:
    text, span = storm.article.text, place_of("horrific storm")
    items = [
        {"target": {"selector": {"type": "TextQuoteSelector", "exact": "horrific storm"}},
         "bodyValue": "strong"},
        {"target": [{"selector": [{"type": "FragmentSelector", "value": "x", "refinedBy":
                                   {"type": "TextPositionSelector", "start": span.start,
                                    "end": span.end}}]}],
         "body": {"type": "TextualBody", "value": "a tag", "purpose": "tagging"}},
        {"target": "https://a.example/", "body": [{"value": "on all", "purpose": "commenting"}]},
    ]  # fmt: skip
    notes = read_annotations(encoded({"first": {"items": items}}), text, "others.json")
    anchor = Anchor.at(text, span)
    assert notes == (
        Note("lemon", anchor, "strong"),
        Note("lemon", anchor, "", ("a tag",)),
        Note("lemon", None, "on all"),
    )


def test_a_lost_note_stays_lost_and_whole(report: Report) -> None:
    lost = Note("bar", Anchor("gone for ever and a day", "before ", " after", 7), "why?")
    kept = Report(report.analysis, "storm", (), (report.notes[0], lost))
    data = encoded(annotation_page([kept], USUAL))
    assert read_annotations(data, report.analysis.article.text, "x")[1] == lost


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        b"{" + b"x" * LARGEST,
        encoded([{"target": {"selector": {"type": QUOTE, "exact": "nowhere here"}}}]),
        encoded({"target": {"selector": {"type": POSITION, "start": 3, "end": 9**9}}}),
    ],
)  # fmt: skip
def test_what_is_no_annotation_of_this_text_is_told(storm: Analysis, data: bytes) -> None:
    with pytest.raises(ImportFailedError) as told:
        read_annotations(data, storm.article.text, "others.json")
    assert re.fullmatch(r"others\.json .*\. .*\.", str(told.value))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from("items target selector type body value start end exact".split()),
                inner,
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_is_read_or_refused(plain: object) -> None:
    with suppress(ImportFailedError):
        read_annotations(json.dumps(plain).encode(), TEXT, "x.json")

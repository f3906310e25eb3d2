"""Web Annotations: valid as the W3C model asks, equal after a round trip, or refused."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from reader.core.analysis.analysis import Analysis
from reader.core.corrections import Anchor
from reader.core.notes import PENS, Note
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.errors import ImportFailedError
from reader.storage.exports.others.notes_file import MOST
from reader.storage.exports.others.reading import read_annotations
from reader.storage.exports.others.web_annotation import ANNOTATIONS
from reader.storage.reports.report_format import USUAL, Report

QUOTE, POSITION = "TextQuoteSelector", "TextPositionSelector"
MODEL = Draft202012Validator(
    json.loads(Path(__file__).with_name("web_annotation.schema.json").read_text("utf-8"))
)
TEXT = "The mayor may go. The mayor may stay 😀, he said; nobody knows when.\nNo one asked.\n" * 3
HERE = Article(TEXT, ())


def assert_page(page: dict, text: str) -> None:
    """Assert what the model asks of a page, and what no schema can say of its places."""
    assert [error.message for error in MODEL.iter_errors(page)] == []
    ids = [page["id"], *(item["id"] for item in page["items"])]
    assert len(set(ids)) == len(ids)
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"] != ""
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])


def encoded(page: object) -> bytes:
    return json.dumps(page, ensure_ascii=False).encode()


def written(reports: list[Report]) -> bytes:
    assert ANNOTATIONS.write is not None
    return ANNOTATIONS.write(reports, USUAL)


def page_of(reports: list[Report]) -> dict:
    return json.loads(written(reports))


def test_a_page_is_valid(report: Report) -> None:
    assert_page(page_of([report]), report.analysis.article.text)


def test_a_file_is_the_page_with_one_item_a_line(report: Report) -> None:
    page = page_of([report])
    lines = [line.rstrip(",") for line in written([report]).decode().splitlines()]
    assert [json.loads(line) for line in lines if line.startswith('{"id"')] == page["items"]


def test_notes_come_back_equal(report: Report) -> None:
    data = written([report])
    assert read_annotations(data, report.analysis.article, "a.jsonld").notes == report.notes


@pytest.mark.parametrize(
    "spoil",
    [
        lambda page: page.pop("id"),
        lambda page: page["items"][0].update(motivation="judging"),
        lambda page: page["items"][0]["target"]["selector"].reverse(),
        lambda page: page["items"][0].update(more=1),
    ],
)
def test_the_schema_refuses_what_the_model_does_not_know(
    report: Report, spoil: Callable[[dict], object]
) -> None:
    page = page_of([report])
    spoil(page)
    assert not MODEL.is_valid(page)


def test_the_same_makes_the_same_ids(report: Report) -> None:
    assert page_of([report]) == page_of([report])


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
    data = written([Report(analysis, "x", (), notes)])
    assert read_annotations(data, HERE, "a.jsonld").notes == notes


def test_others_annotations_become_notes(storm: Analysis, place_of: Callable[..., Span]) -> None:
    article, span = storm.article, place_of("horrific storm")
    items = [
        {"target": {"selector": {"type": "TextQuoteSelector", "exact": "horrific storm"}},
         "bodyValue": "strong"},
        {"target": [{"selector": [{"type": "FragmentSelector", "value": "x", "refinedBy":
                                   {"type": "TextPositionSelector", "start": span.start,
                                    "end": span.end}}]}],
         "body": {"type": "TextualBody", "value": "a tag", "purpose": "tagging"}},
        {"target": "https://a.example/", "body": [{"value": "on all", "purpose": "commenting"}]},
    ]  # fmt: skip
    held = read_annotations(encoded({"first": {"items": items}}), article, "others.json")
    anchor = Anchor.at(article.text, span)
    assert held.notes == (
        Note("lemon", anchor, "strong"),
        Note("lemon", anchor, "", ("a tag",)),
        Note("lemon", None, "on all"),
    )


def test_what_hypothesis_exports_is_read(storm: Analysis, place_of: Callable[..., Span]) -> None:
    """Its rows have words and tags beside the target, and moments with fractions."""
    span, moment = place_of("horrific storm"), "2026-09-04T13:28:45.166812+00:00"
    quote = {
        "type": "TextQuoteSelector",
        "exact": "horrific storm",
        "prefix": "in a ",
        "suffix": ",",
    }
    utf16 = {"type": "TextPositionSelector", "start": span.start + 7, "end": span.end + 7}
    row = {
        "uri": "https://a.example/", "text": "strong", "tags": ["a", "b"], "created": moment,
        "target": [{"source": "https://a.example/", "selector": [utf16, quote]}],
    }  # fmt: skip
    (note,) = read_annotations(encoded({"total": 1, "rows": [row]}), storm.article, "h").notes
    assert note.place_in(storm.article.text) == span
    assert (note.text, note.tags, note.made) == ("strong", ("a", "b"), moment)
    report = Report(storm, "storm", (), (note,))
    assert_page(page_of([report]), storm.article.text)


def test_a_lost_note_stays_lost_and_whole(report: Report) -> None:
    lost = Note("bar", Anchor("gone for ever and a day", "before ", " after", 7), "why?")
    kept = Report(report.analysis, "storm", (), (report.notes[0], lost))
    data = written([kept])
    assert read_annotations(data, report.analysis.article, "x").notes[1] == lost


def test_of_a_page_on_several_articles_those_of_one_are_taken(report: Report) -> None:
    own = report.analysis.article
    far = replace(report, analysis=replace(report.analysis, article=replace(own, text="far")))
    other = replace(far, notes=(Note("lemon", None, "about the other"),))
    held = read_annotations(written([report, other]), own, "a.jsonld")
    assert (held.notes, held.elsewhere) == (report.notes, 1)
    edited = replace(own, text=f"Late: {own.text}")  # its digest is another, its words are there
    moved = read_annotations(written([report, other]), edited, "a.jsonld")
    assert [note.text for note in moved.notes] == [note.text for note in report.notes]
    assert moved.elsewhere == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        encoded([{"target": "urn:x"}] * (MOST + 1)),
        encoded([{"target": {"selector": {"type": QUOTE, "exact": "nowhere here"}}}]),
        encoded({"target": {"selector": {"type": POSITION, "start": 3, "end": 9**9}}}),
    ],
)  # fmt: skip
def test_what_is_no_annotation_of_this_text_is_told(storm: Analysis, data: bytes) -> None:
    with pytest.raises(ImportFailedError) as told:
        read_annotations(data, storm.article, "others.json")
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
        read_annotations(json.dumps(plain).encode(), HERE, "x.json")


def quoting(exact: str, **others: object) -> dict:
    return {"target": {"selector": {"type": "TextQuoteSelector", "exact": exact}}, **others}


COW, MOON = "the cow jumped", "over the moon"
OF_OTHERS = Article("Hey 🐄 diddle diddle, the cow jumped over the moon.", ())
FORMS = {
    "a page in a page": (
        {"type": "AnnotationCollection",
         "first": {"items": [quoting(COW)], "next": {"items": [quoting(MOON)]}}},
        [(COW, "", ()), (MOON, "", ())],
    ),
    "one in a list of targets": ({"target": [quoting(COW)["target"]]}, [(COW, "", ())]),
    "two targets": (
        {"body": "both", "target": [quoting(COW)["target"], quoting(MOON)["target"]]},
        [(COW, "both", ()), (MOON, "both", ())],
    ),
    "a type with a prefix": (
        {"target": {"selector": {"@type": ["oa:TextQuoteSelector"], "exact": COW}}},
        [(COW, "", ())],
    ),
    "a position counted in UTF-16 beside the words": (
        {"target": {"selector": [{"type": "TextPositionSelector", "start": 23, "end": 37},
                                 {"type": "TextQuoteSelector", "exact": COW}]}},
        [(COW, "", ())],
    ),
    "words with signs of HTML": (
        quoting(COW, body={"format": "text/html", "value": "<p>So &amp; <b>so</b></p>2 &lt; 3"}),
        [(COW, "So & so\n2 < 3", ())],
    ),
    "a body in a body": (
        quoting(COW, body={"purpose": "tagging", "source": {"value": "farm"}}),
        [(COW, "", ("farm",))],
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_forms_that_other_programs_write(form: str) -> None:
    plain, expected = FORMS[form]
    notes = read_annotations(json.dumps(plain).encode(), OF_OTHERS, "x.json").notes
    found = [(note.place_in(OF_OTHERS.text), note.text, note.tags) for note in notes]
    assert [(place.of(OF_OTHERS.text), *rest) for place, *rest in found] == expected


def test_a_collection_that_lies_elsewhere_is_told() -> None:
    plain = {"type": "AnnotationCollection", "first": "http://example.org/page1"}
    with pytest.raises(ImportFailedError, match=r"names only where .*: http://example.org/page1"):
        read_annotations(json.dumps(plain).encode(), OF_OTHERS, "x.json")

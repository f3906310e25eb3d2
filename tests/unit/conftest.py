"""What the tests without a window share: the tools, loaded once, and the document's schema."""

import json
import re
from collections.abc import Callable

import pytest

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.intake.read import read_text
from reader.paths import default_paths
from reader.storage.analysis_tools import load_analysis_tools


@pytest.fixture(scope="session")
def shipped_tools(tmp_path_factory: pytest.TempPathFactory) -> AnalysisTools:
    tools, problems = load_analysis_tools(default_paths(tmp_path_factory.mktemp("data")))
    assert not problems
    return tools


@pytest.fixture(scope="session")
def storm_text() -> str:
    return STORM


@pytest.fixture(scope="session")
def storm(shipped_tools: AnalysisTools) -> Analysis:
    """Return the analysis of a small article with all that a report can show."""
    return analyse(read_text(STORM, "/news/storm.txt"), shipped_tools)


@pytest.fixture(scope="session")
def check_document() -> Callable[..., None]:
    """Return a strict reader of `close-reader/analysis/1`: keys, types, offsets, references."""
    return assert_schema


STORM = """\
Storm may return, says forecaster 🌪️

Roofs in Lower Tamble were torn off on Sunday in a horrific storm, and the harbour was closed.

“It was a shameful night for this council,” said Ada Calloway, who runs the chandlery. \
“Nobody came 😡.”

Forecaster Odo Brandt said the storm could possibly return by Friday. He added that about 30 \
boats were lost.

The council declined to comment. According to the harbour office, repairs would cost £2m.

Critics claim the sea wall was never finished. It was approved in 2019 by the county.
"""

ZONES = {
    "headline",
    "dateline",
    "paragraph",
    "subheading",
    "caption",
    "list-item",
    "standing-note",
}
HEDGES = {
    "hearsay",
    "modal",
    "probability",
    "approximator",
    "mental-verb",
    "shield",
    "weasel",
    "legal",
    "conditional",
    "limitation",
    "booster",
}
GRADES = {"named-with-role", "named", "described", "group", "unnamed"}
KINDS = {
    "official",
    "military",
    "party",
    "expert",
    "business",
    "civil-society",
    "citizen",
    "armed-group",
    "media",
    "document",
    "unclear",
}
VOICES = {"narrator", "direct", "indirect"}
TOP = (
    "schema id article findings attributions sources naming readability summary caveats lexicons"
).split()
ARTICLE = "title byline published outlet origin language text zones removed".split()
FINDING = (
    "start end text panel category lexicon entry confidence voice attribution zone place".split()
)
ATTRIBUTION = "id kind form source cue content source_id verb_class inside".split()
SOURCE = "id name identification kind mentions attributions words".split()


def assert_schema(document: dict, *, has_corrections: bool = False) -> None:
    """Assert that a document is exactly what the contract promises."""
    assert list(document) == TOP + ["corrections"] * has_corrections
    assert document["schema"] == "close-reader/analysis/1"
    assert document == json.loads(json.dumps(document)), "it is not plain JSON"
    is_text(document["id"])
    text = document["article"]["text"]
    check_article(document["article"])
    numbers = [item["id"] for item in document["attributions"]]
    names = [item["id"] for item in document["sources"]]
    assert len(set(numbers)) == len(numbers)
    assert len(set(names)) == len(names)
    assert all(isinstance(number, int) and number > 0 for number in numbers)
    check_findings(document["findings"], text, numbers)
    check_attributions(document["attributions"], text, numbers, names)
    check_sources(document["sources"], text, document["attributions"])
    check_naming(document["naming"], text)
    check_rest(document)


def is_text(value: object, *, or_none: bool = False) -> None:
    assert (or_none and value is None) or (isinstance(value, str) and value.strip()), value


def is_filled(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def check_spans(spans: list, text: str) -> None:
    for span in spans:
        assert isinstance(span, list)
        start, end = span
        assert 0 <= start < end <= len(text), span
    assert spans == sorted(spans)


def check_article(article: dict) -> None:
    assert list(article) in (ARTICLE, [*ARTICLE, "facts"])
    for fact in article.get("facts", ()):
        assert list(fact) == ["name", "value", "place"]
        assert all(map(is_filled, fact.values()))
    for key in ("title", "byline", "outlet"):
        is_text(article[key], or_none=True)
    assert article["published"] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", article["published"])
    assert article["language"] is None or re.fullmatch("[a-z]{2}", article["language"])
    is_text(article["origin"])
    end = 0
    for zone in article["zones"]:
        assert list(zone) == ["kind", "start", "end"]
        assert zone["kind"] in ZONES
        assert end <= zone["start"] < zone["end"] <= len(article["text"])
        end = zone["end"]
    for piece in article["removed"]:
        assert list(piece) == ["text", "reason"]
        is_text(piece["text"])
        is_text(piece["reason"])


def check_findings(findings: list, text: str, numbers: list) -> None:
    places = [(item["start"], item["end"]) for item in findings]
    assert places == sorted(places)
    for item in findings:
        assert list(item) == FINDING
        check_spans([[item["start"], item["end"]]], text)
        assert item["text"] == text[item["start"] : item["end"]]
        assert item["panel"] in {"wording", "hedging"}
        assert item["panel"] == "wording" or item["category"] in HEDGES
        assert item["confidence"] in {"confident", "possible"}
        assert item["voice"] in VOICES
        assert item["zone"] in ZONES
        assert item["attribution"] in [None, *numbers]
        assert item["voice"] != "narrator" or item["attribution"] is None
        for key in ("category", "lexicon", "entry"):
            is_text(item[key])


def check_attributions(attributions: list, text: str, numbers: list, names: list) -> None:
    for item in attributions:
        assert [key for key in item if key != "sure"] == ATTRIBUTION
        assert item.get("sure", False) is False  # the key stands only where the program doubts
        assert item["kind"] in {"speech", "thought", "refusal"}
        assert item["form"] in {"direct", "indirect", "mixed"}
        for role in ("source", "cue", "content"):
            check_spans(item[role], text)
        assert item["content"] or item["kind"] == "refusal"
        assert item["source_id"] in [None, *names]
        is_text(item["verb_class"], or_none=True)
        assert item["inside"] in [None, *numbers]
        assert item["inside"] != item["id"]


def check_sources(sources: list, text: str, attributions: list) -> None:
    owners = {item["id"]: item["source_id"] for item in attributions}
    for item in sources:
        assert list(item) == SOURCE
        is_text(item["name"], or_none=True)
        assert item["identification"] in GRADES
        assert item["kind"] in KINDS
        check_spans(item["mentions"], text)
        assert item["attributions"]
        assert all(owners[number] == item["id"] for number in item["attributions"])
        assert isinstance(item["words"], int)
        assert item["words"] >= 0
        assert item["name"] or item["identification"] == "unnamed"


def check_naming(naming: list, text: str) -> None:
    for item in naming:
        assert list(item) == ["actor", "labels", "forms"]
        assert list(item["forms"]) == ["full", "last", "first", "title", "role", "pronoun"]
        assert all(isinstance(count, int) for count in item["forms"].values())
        is_text(item["actor"])
        for label in item["labels"]:
            assert list(label) == ["text", "spans", "voice", "speaker"]
            is_text(label["text"])
            assert label["spans"]
            check_spans(label["spans"], text)
            assert label["voice"] in VOICES


def check_rest(document: dict) -> None:
    for value in document["readability"].values():
        assert value is None or isinstance(value, int | float)
    summary = document["summary"]
    confident = [item for item in document["findings"] if item["confidence"] == "confident"]
    for panel in ("wording", "hedging"):
        told = sum(sum(voices.values()) for voices in summary[panel].values())
        assert told == sum(item["panel"] == panel for item in confident)
    assert summary["attributed_words"] == sum(item["words"] for item in document["sources"])
    for caveat in document["caveats"]:
        assert re.fullmatch(r"(?s)[A-Z“0-9].*[.?!”]", caveat), caveat
    for lexicon in document["lexicons"]:
        assert list(lexicon) == ["id", "version"]
        is_text(lexicon["id"])
        is_text(lexicon["version"])

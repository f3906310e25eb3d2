"""The analysis document: exactly the published schema, code points, unknown is null."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.document import analysis_document
from reader.intake.read import read_text
from reader.intake.text.plain_text import read_verbatim

Check = Callable[..., None]


def test_a_whole_article(storm: Analysis, check_document: Check) -> None:
    document = analysis_document(storm, "storm")
    check_document(document)
    assert document["id"] == "storm"
    assert document["article"]["title"] == "Storm may return, says forecaster 🌪️"
    assert document["sources"]
    assert document["findings"]


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            "😀 𝔸da said that “it may rain” , he told the \U0001f468\u200d\U0001f469 police . "
            "“ ” critics "
            "claim horrific news \r\n \n\n e\u0301 \u200fمرحبا declined to comment".split(" ")
        ),
        max_size=50,
    ).map(" ".join)
)
def test_any_text_keeps_the_schema(
    shipped_tools: AnalysisTools, check_document: Check, text: str
) -> None:
    analysis = analyse(read_verbatim(text + " x", "hostile"), shipped_tools, assume_english=True)
    assert analysis.article.text == text + " x"
    check_document(analysis_document(analysis, "hostile"))


def test_what_is_not_known_is_null(shipped_tools: AnalysisTools, check_document: Check) -> None:
    document = analysis_document(analyse(read_text("It rained all day.", "x"), shipped_tools), "x")
    check_document(document)
    article = document["article"]
    assert [article[key] for key in ("byline", "published", "outlet")] == [None] * 3
    assert document["naming"] == []


def test_a_source_without_a_name_is_null(
    shipped_tools: AnalysisTools, check_document: Check
) -> None:
    text = "It was reported that the bridge will open on Monday."
    document = analysis_document(analyse(read_text(text, "x"), shipped_tools), "x")
    check_document(document)
    unnamed = [source for source in document["sources"] if not source["mentions"]]
    assert unnamed
    assert all(source["name"] is None for source in unnamed)
    assert all(source["identification"] == "unnamed" for source in unnamed)


def test_an_inner_attribution_names_the_outer_one(
    shipped_tools: AnalysisTools, check_document: Check
) -> None:
    text = "The Tamble Post reported that Mayor Ada Renfrew said the bridge was safe."
    document = analysis_document(analyse(read_text(text, "x"), shipped_tools), "x")
    check_document(document)
    by_id = {item["id"]: item for item in document["attributions"]}
    inner = [item for item in by_id.values() if item["inside"] is not None]
    assert inner, "the mayor's words lie inside the paper's"
    for item in inner:
        outer = by_id[item["inside"]]
        assert outer["content"][0][0] <= item["content"][0][0]
        assert item["content"][-1][1] <= outer["content"][-1][1]


@pytest.mark.parametrize("lead", ["", "😀 ", "𝔸𝔹ℂ ", "e\u0301 ", "👩‍👩‍👧‍👦 "])
def test_offsets_count_code_points(
    shipped_tools: AnalysisTools, check_document: Check, lead: str
) -> None:
    text = f"{lead}The mayor said the horrific fire may return."
    document = analysis_document(analyse(read_verbatim(text, "x"), shipped_tools), "x")
    check_document(document)
    places = {item["text"]: item["start"] for item in document["findings"]}
    assert places["horrific"] == len(lead) + len("The mayor said the ")
    cue = document["attributions"][0]["cue"][0]
    assert text[cue[0] : cue[1]] == "said"

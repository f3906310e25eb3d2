"""The text report: what the panels show, in words that do not judge."""

import re
from dataclasses import replace

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import source_numbers, speaking_sources
from reader.core.text.article import Removed
from reader.intake.read import read_text
from reader.storage.reports.html.page import html_page
from reader.storage.reports.report_format import USUAL, Report
from reader.storage.reports.text_report import text_report

NEVER = ("biased", "unsourced", "weasel", "error", "score", "suspicious")


def test_it_tells_all_three_panels(storm: Analysis) -> None:
    report = text_report(storm, "storm")
    for words in (
        "Storm may return, says forecaster",
        "WORDING: ",
        "“horrific” · narrator",
        "“shameful” · quoted, Ada Calloway",
        "SOURCING: ",
        "Odo Brandt",
        "Asked, did not answer: 1",
        "Passages with no source found: ",
        "HEDGING: ",
        "ABOUT",
        "Lexicons: ",
        "Not covered: which facts were chosen",
    ):
        assert words in report
    assert report.endswith("\n")
    assert re.search(r"^ +\d+\.\d +“horrific”", report, re.MULTILINE)


def test_sources_have_the_numbers_that_the_page_gives_them(storm: Analysis) -> None:
    report, html = text_report(storm, "storm"), html_page([Report(storm, "storm")], USUAL)
    numbers = source_numbers(storm)
    for source in speaking_sources(storm):
        if source.name:
            assert f" {numbers[source.id]}. {source.name}" in report
            assert f"<td>{numbers[source.id]}</td><td>{source.name}" in html


def test_who_may_have_said_it_is_told_as_perhaps(shipped_tools: AnalysisTools) -> None:
    told = "Mira Lund backs the coup-imposed council."
    report = text_report(analyse(read_text(f"It rained.\n\n{told}", "it"), shipped_tools), "it")
    assert "“coup-imposed” · reported, perhaps Mira Lund" in report


def test_words_of_an_unsure_speaker_inside_a_sure_one_stay_the_sure_ones(
    shipped_tools: AnalysisTools,
) -> None:
    told = "Ada Lund said that a hired gang attacked a shelter of the brutal regime."
    report = text_report(analyse(read_text(f"It rained.\n\n{told}", "it"), shipped_tools), "it")
    assert "“brutal” · reported, Ada Lund" in report


def test_it_judges_nobody(storm: Analysis) -> None:
    words = set(re.findall(r"\w+", text_report(storm, "storm").lower()))
    assert not words & {*NEVER, "good", "bad"}


def test_it_fits_a_terminal(storm: Analysis) -> None:
    long_title = replace(storm, article=replace(storm.article, title="Storm " * 60))
    own = [line for line in text_report(long_title, "x").splitlines() if "Lexicons" not in line]
    assert all(len(line) <= 100 for line in own)


def test_what_was_left_out_and_what_is_unsure_is_told(storm: Analysis) -> None:
    removed = (Removed("Buy our calendar " * 9, "advertisement", 0),)
    article = replace(storm.article, removed=removed)
    caveat = "Paragraph 7: a quotation mark is not closed."
    report = text_report(replace(storm, article=article, caveats=(caveat,)), "x")
    assert "Left out, advertisement: Buy our calendar" in report
    assert caveat in report


def test_an_article_with_nothing_to_tell(shipped_tools: AnalysisTools) -> None:
    report = text_report(analyse(read_text("It rained.", "x"), shipped_tools), "x")
    assert report.startswith("“It rained.”\n")
    assert "WORDING: 0" in report
    assert "SOURCING: 0 sources" in report


def test_a_pronoun_without_a_name_is_not_resolved(shipped_tools: AnalysisTools) -> None:
    analysis = analyse(read_text("The gate was shut. She said it was late.", "x"), shipped_tools)
    assert "She (not resolved)" in text_report(analysis, "x").replace("she (", "She (")

"""Odd and hostile texts: no exception, caveats in words, time that grows with the length only."""

from collections.abc import Callable

import pytest

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.document import analysis_document
from reader.intake.read import read_text
from reader.intake.text.plain_text import read_verbatim
from reader.storage.exports.registry import EXPORT_FORMATS, written
from reader.storage.reports.json_report import json_report
from reader.storage.reports.report_format import USUAL, Report
from reader.storage.reports.text_report import text_report

ENDLESS = (
    "the mayor of Osk said that it may rain and critics claim horrific news , he told Ada Renfrew "
    "who laughed while "
)
ODD = {
    "no full stop": ENDLESS,
    "one word": "a",
    "quotation marks": "“ ” \" ' ‘ ’ « » ",
    "open quotation marks": "“ it rained ",
    "backticks": "``''",
    "speech": "“It may rain,” said Ada Renfrew. ",
    "said in said": "Ada said that Bo said that ",
    "names": "Mr Ada Renfrew Bo Stern ",
    "one title": "Mayor Ada Renfrew ran. Then the mayor slept. ",
    "groups": "Rebels ran. The militants slept. ",
    "hedges": "about 30 ",
    "according to": "according to ",
    "colons": "Ada: ",
    "stops": ". ",
    "brackets": "( a ",
    "empty lines": "a\n\n",
    "headlines": "Mayor says bridge is safe\n\n",
    "table": "| Osk | 3 | may |\n",
    "tabs": "Osk\t12\t14\n",
    "emoji": "😀👩‍👩‍👧 ",
    "zero width": "m\u200bay \u200d",
    "combining": "\u0301",
    "right to left": "قال العمدة إن ",
    "direction marks": "\u202eThe mayor said \u202c",
    "numbers": "1,000.5 ",
    "address": "https://a.example/a/",
    "nul": "a\x00b ",
    "surrogates made whole": "𝔸 \ufffd ",
}


def everything(text: str, tools: AnalysisTools) -> Analysis:
    """Do all that the program does with a text."""
    analysis = analyse(read_verbatim(text, "odd"), tools, assume_english=True)
    for one in EXPORT_FORMATS:
        if one.write is not None:
            assert written(one, [Report(analysis, "odd")], USUAL, one.write)
    assert json_report(analysis_document(analysis, "odd"))
    return analysis


@pytest.mark.parametrize("name", ODD)
def test_an_odd_text_is_analysed(
    shipped_tools: AnalysisTools, name: str, check_document: Callable[..., None]
) -> None:
    text = (ODD[name] * 3000)[:6000]
    analysis = everything(text, shipped_tools)
    assert analysis.article.text == text
    check_document(analysis_document(analysis, "odd"))
    check_document(analysis_document(analyse(read_text(text, "odd"), shipped_tools), "odd"))


@pytest.mark.parametrize(
    "name", ["no full stop", "speech", "quotation marks", "one title", "groups", "hedges", "table"]
)
def test_the_work_grows_with_the_length(
    shipped_tools: AnalysisTools, name: str, calls_of: Callable[..., int]
) -> None:
    def calls(length: int) -> int:
        text = (ODD[name] * (length // len(ODD[name]) + 1))[:length]
        return calls_of(lambda: everything(text, shipped_tools))

    calls(2000)  # what is made once and kept
    assert calls(32_000) < 12 * calls(4_000)  # linear: 8 times; quadratic: 64 times


def test_ten_thousand_open_quotation_marks(shipped_tools: AnalysisTools) -> None:
    analysis = everything("“ " * 10_000 + "\n\nThe mayor said it may rain.", shipped_tools)
    assert any("quotation mark" in caveat for caveat in analysis.caveats)
    assert "may" in {item.span.of(analysis.article.text) for item in analysis.findings}


@pytest.mark.parametrize("text", ["😀 😀", "— — —", "...", "\u200b", "|---|---|"])
def test_a_text_without_words_says_so(shipped_tools: AnalysisTools, text: str) -> None:
    assert "The article has no words." in everything(text, shipped_tools).caveats


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قال العمدة إن الجسر آمن ولن يغلق قبل الشتاء المقبل.", "ar"),
        ("Le maire a dit que le pont est sûr et que les travaux ne sont pas pour demain.", "fr"),
        ("市長は橋は安全だと述べ、工事は来年まで始まらないと説明した。", "ja"),
    ],
)
def test_another_language_is_named_and_left_alone(
    shipped_tools: AnalysisTools, text: str, language: str
) -> None:
    analysis = analyse(read_text(text, "odd"), shipped_tools)
    assert analysis.article.language == language
    assert (analysis.findings, analysis.attributions) == ((), ())
    assert any("not look like English" in caveat for caveat in analysis.caveats)
    assert "not look like English" in text_report(analysis, "odd")


def test_marks_in_a_word_do_not_hide_its_neighbours(shipped_tools: AnalysisTools) -> None:
    text = "The ho\u0301rrific fire 👩‍🚒 and\u200b the horrific smoke may spread."
    analysis = everything(text, shipped_tools)
    found = {item.span.of(text): item.span.start for item in analysis.findings}
    assert found["horrific"] == text.index("horrific")
    assert found["may"] == text.index("may")

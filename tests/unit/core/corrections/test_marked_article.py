"""A corrected article as marks: the form of the marked articles that the tests score."""

import json

from whole_articles import Article, Tally

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.corrections import marked_article
from reader.core.document import analysis_document
from reader.intake.text.plain_text import read_verbatim
from reader.storage.exports.evaluation import MARKED
from reader.storage.reports.report_format import USUAL, Report

TEXT = (
    "Mayor Ada Renfrew said the plan was a disgrace. She added that it was late.\n\n"
    "“It is shut,” said Bo Stern, a baker. The brutal storm went on."
)


def test_an_article_meets_its_own_marks(shipped_tools: AnalysisTools) -> None:
    analysis = analyse(read_verbatim(TEXT, "x"), shipped_tools, assume_english=True)
    assert MARKED.write is not None
    marks = json.loads(MARKED.write([Report(analysis, "market")], USUAL))
    assert marks["text"] == "market.marks.txt"
    text = analysis.article.text
    tally = Tally()
    Article("market", text, marks, analysis_document(analysis, "market")).count(tally)
    figures = tally.figures()
    assert tally.wrong == []
    for figure in ("found", "source", "name", "kind", "identification", "forms", "loaded_r"):
        assert figures[figure] == 1, figure
    assert {item["by"] for item in marks["attributions"]} == {"program"}
    assert [text[slice(*mark["span"])] for mark in marks["pronouns"]] == ["She"]


def test_nobody_and_nothing_are_told_too(shipped_tools: AnalysisTools) -> None:
    analysis = analyse(read_verbatim("It rained.", "x"), shipped_tools, assume_english=True)
    marks = marked_article(analysis, "x.txt")
    assert (marks["entities"], marks["actors"], marks["attributions"]) == ({}, [], [])

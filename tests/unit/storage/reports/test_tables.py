"""JSON for programs, CSV for spreadsheets: the same findings, safe to open."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.document import analysis_document
from reader.intake.read import read_text
from reader.intake.text.plain_text import read_verbatim
from reader.storage.files.formulas import defused
from reader.storage.reports import csv_report as csv_reports
from reader.storage.reports.json_report import json_report
from reader.storage.reports.report_format import Report
from reader.storage.reports.tables import (
    categories_by_id,
    document_id,
    source_names,
)


def csv_report(analysis: Analysis, name: str) -> str:
    return csv_reports.csv_report([Report(analysis, name)])


def rows_of(report: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(report)))


@pytest.mark.parametrize(
    ("origin", "name"),
    [
        ("-", "standard-input"),
        ("/news/storm.txt", "storm"),
        ("storm", "storm"),
        ("https://paper.example/2026/storm.html?page=2", "storm"),
        ("https://paper.example/", "paper"),
        ("", "article"),
        ("a.b.md", "a.b"),
    ],
)
def test_the_name_of_a_document(origin: str, name: str) -> None:
    assert document_id(origin) == name


def test_json_comes_back_whole(storm: Analysis) -> None:
    document = analysis_document(storm, "storm")
    report = json_report(document)
    assert json.loads(report) == document
    assert "🌪" in report
    assert report.endswith("}\n")


def test_csv_has_a_row_for_each_finding(storm: Analysis) -> None:
    rows = rows_of(csv_report(storm, "storm"))
    assert len(rows) == len(storm.findings) > 5
    for row, finding in zip(rows, storm.findings, strict=True):
        assert (int(row["start"]), int(row["end"])) == (finding.span.start, finding.span.end)
        assert row["text"] == finding.span.of(storm.article.text)
        assert row["text"] in row["sentence"]


def test_csv_cites_places_that_are_found_again(storm: Analysis) -> None:
    rows, places = rows_of(csv_report(storm, "storm")), Places.of(storm)
    assert {"headline", "2.1"} <= {row["place"] for row in rows}
    for row in rows:
        found = places.find(row["place"])
        assert found is not None
        assert found.start <= int(row["start"]) < found.end
        assert row["document"] == "storm"
        assert row["version"]
    speakers = {row["text"]: row["source"] for row in rows}
    assert speakers["shameful"] == "Ada Calloway"
    assert speakers["horrific"] == ""


def test_csv_of_nothing_is_a_header(storm: Analysis) -> None:
    assert csv_report(replace(storm, findings=()), "storm").count("\n") == 1


@pytest.mark.parametrize(
    "cell",
    "=1+1|+1|-1|@x|\t=1| =1|\r=1|＝1|＋1|－1|＠x|﹦1|⁻1|−1|\xa0@x|\u200b=1|\ufeff+1|\x01-1".split(
        "|"
    ),
)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert defused(cell) == "'" + cell


@given(st.text())
def test_defusing_keeps_the_words(cell: str) -> None:
    assert defused(cell).removeprefix("'") in {cell, cell.removeprefix("'")}
    assert not defused(cell).lstrip().startswith(tuple("=+-@＝＋－＠"))


def test_hostile_words_stay_in_their_cells(shipped_tools: AnalysisTools) -> None:
    text = 'The "horrific", "shameful"; storm.\n\n=HYPERLINK("x") said the horrific mayor may go.'
    analysis = analyse(read_text(text, "x"), shipped_tools, assume_english=True)
    rows = rows_of(csv_report(analysis, '=cmd|"x"'))
    assert len(rows) == len(analysis.findings) > 1
    for row in rows:
        assert None not in row
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_an_end_of_a_line_in_a_cell_begins_no_row(
    shipped_tools: AnalysisTools, tmp_path: Path, end: str
) -> None:
    """To spreadsheets a bare carriage return ends a row: here before a formula."""
    text = f"The{end}=1+1 storm was horrific."
    analysis = analyse(read_verbatim(text, "x"), shipped_tools, assume_english=True)
    made = csv_reports.csv_report([Report(analysis, f"a{end}=1+1")])
    (tmp_path / "marks.csv").write_text(made, encoding="utf-8", newline="")
    with (tmp_path / "marks.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 1 + len(analysis.findings) > 1
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_look_ups(storm: Analysis) -> None:
    names = source_names(storm)
    assert set(names) == {item.id for item in storm.attributions}
    categories = categories_by_id(storm)
    assert all((item.panel, item.category) in categories for item in storm.findings)

"""References are read by the programs they are for, where those are installed."""

import json
from dataclasses import replace

import pytest

from reader.core.analysis.analysis import Analysis
from reader.storage.exports.registry import export_format, written
from reader.storage.reports.report_format import EVERY_PART, USUAL, Choices, Report
from reader.storage.reports.sheets.method_sheet import list_name


@pytest.fixture
def told(storm: Analysis) -> Report:
    facts = {
        "outlet": "The Tamble Herald",
        "byline": "Nell Harwick",
        "published": "2026-11-24",
        "origin": "https://herald.example/storm?a=1",
        "title": "Storm\r\nTY  - JOUR may return",
    }
    return Report(replace(storm, article=replace(storm.article, **facts)), "storm")


def made(name: str, report: Report, choices: Choices = USUAL) -> str:
    one = export_format(name)
    assert one.write is not None
    return written(one, [report], choices, one.write).decode()


def test_no_title_makes_a_record_of_its_own(told: Report) -> None:
    lines = made("ris", told).splitlines()
    kinds = [line for line in lines if line.startswith("TY  -")]
    assert len(kinds) == lines.count("ER  - ") == 1
    assert kinds[0] == "TY  - NEWS"


def test_rispy_reads_ris(told: Report) -> None:
    rispy = pytest.importorskip("rispy", reason="rispy is not installed")
    records = rispy.loads(made("ris", told))
    first = records[0]
    assert len(records) == 1
    assert (first["type_of_reference"], first["authors"]) == ("NEWS", ["Nell Harwick"])
    assert first["urls"] == ["https://herald.example/storm?a=1"]
    assert first["year"] == "2026"
    assert list_name(told.analysis.lexicons[0]) in str(first["notes"])


def test_lists_are_cited_only_where_the_method_is_wanted(told: Report) -> None:
    without = replace(USUAL, parts=EVERY_PART - {"method"})
    assert "N1  - Word lists" in made("ris", told)
    assert "N1" not in made("ris", told, without)
    assert len(json.loads(made("csl", told, without))) == 1


def test_csl_has_the_date_in_parts(told: Report) -> None:
    first, second, *_ = json.loads(made("csl", told))
    assert first["issued"] == {"date-parts": [[2026, 11, 24]]}
    assert first["author"] == [{"literal": "Nell Harwick"}]
    assert first["container-title"] == "The Tamble Herald"
    assert second["version"] == told.analysis.lexicons[0].version


def test_the_day_of_fetching_goes_with_an_address(told: Report) -> None:
    fetched = replace(told, accessed="2026-11-26")
    assert "Y2  - 2026/11/26" in made("ris", fetched).splitlines()
    assert json.loads(made("csl", fetched))[0]["accessed"] == {"date-parts": [[2026, 11, 26]]}
    assert "Y2" not in made("ris", told)
    article = replace(told.analysis.article, origin="storm.txt")
    from_file = replace(fetched, analysis=replace(told.analysis, article=article))
    assert "accessed" not in made("csl", from_file)


def test_articles_of_one_name_are_told_apart(told: Report) -> None:
    one = export_format("csv")
    assert one.write is not None
    lines = written(one, [told] * 3, USUAL, one.write).decode().splitlines()
    names = [line.partition(",")[0] for line in lines[1:]]
    assert list(dict.fromkeys(names)) == ["storm", "storm-2", "storm-3"]


@pytest.mark.filterwarnings("ignore")
def test_citeproc_reads_csl(told: Report) -> None:
    source = pytest.importorskip("citeproc.source.json", reason="citeproc-py is not installed")
    entries = source.CiteProcJSON(json.loads(made("csl", told)))
    assert set(entries) == {item["id"].lower() for item in json.loads(made("csl", told))}
    assert entries["storm"].type == "article-newspaper"

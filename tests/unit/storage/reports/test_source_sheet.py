"""The sheet of a source: what was found, and lines for what only a reader can know."""

import pytest

from reader.core.analysis.analysing import analyse
from reader.core.views.source_sheet import source_sheet
from reader.intake.read import read_article
from reader.paths import default_paths
from reader.storage.reports.sheets.source_sheet import source_sheet_html


@pytest.fixture(scope="module")
def courier(shipped_tools):
    path = default_paths().resources / "samples" / "eskerby-courier.md"
    return analyse(read_article(str(path)), shipped_tools)


def sheet_of(analysis, name):
    source = next(item for item in analysis.sources if name in (item.name or ""))
    return source_sheet(analysis, source)


def test_a_sheet_tells_what_was_found_with_places(courier):
    sheet = sheet_of(courier, "Holloway")
    assert ("4.1", "insisted") in {(item.place, item.verb) for item in sheet.said}
    page = source_sheet_html(sheet)
    for words in ("Piers Holloway", "Council leader", "4.2", "a noisy fringe", "How do they know"):
        assert words in page
    assert page.count("class=line") >= 10
    assert "<script" not in page
    assert "http" not in page


def test_a_name_kept_back_has_its_reason(courier):
    page = source_sheet_html(sheet_of(courier, "senior official"))
    assert "not allowed to speak to the press" in page
    assert "Why no name" in page


def test_what_the_article_says_is_no_markup(courier):
    sheet = sheet_of(courier, "Renfrew")
    object.__setattr__(sheet, "title", "<script>")
    assert "<script>" not in source_sheet_html(sheet)

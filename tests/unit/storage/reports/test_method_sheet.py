"""The method sheet: its facts, and articles of one title told apart."""

from dataclasses import replace

import pytest

from reader.core.analysis.analysis import Analysis
from reader.storage.reports.report_format import USUAL, Report
from reader.storage.reports.sheets.method_sheet import method_sheet, titles_of

SAME = [("Ferry", None), ("Ferry", "2025-05-09"), ("Ferry", "2025-05-10"), ("Rain", None)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("Ferry", None)], ("Ferry",)),
        (SAME, ("Ferry (1 of 3)", "Ferry, 2025-05-09", "Ferry, 2025-05-10", "Rain")),
        ([("Ferry", "2025"), ("Ferry", "2025")], ("Ferry (1 of 2)", "Ferry (2 of 2)")),
        ([(None, None), (None, None)], ("name (1 of 2)", "name (2 of 2)")),
    ],
)
def test_articles_of_one_title_are_told_apart(
    storm: Analysis, given: list[tuple], expected: tuple[str, ...]
) -> None:
    articles = [replace(storm.article, title=title, published=date) for title, date in given]
    reports = [Report(replace(storm, article=one), "name") for one in articles]
    assert titles_of(reports) == expected


def test_a_refusal_is_no_attribution_and_makes_no_source(storm: Analysis) -> None:
    refusals = [one for one in storm.attributions if one.kind == "refusal"]
    assert len(refusals) == 1
    told = " ".join(
        words for part in method_sheet([Report(storm, "x")], USUAL) for words in part.told
    )
    assert f"Attributions: {len(storm.attributions) - 1}; refusals to comment: 1; " in told
    silent = {one.id for one in storm.sources if one.attributions == (refusals[0].id,)}
    assert f"sources with words of their own: {len(storm.sources) - len(silent)};" in told

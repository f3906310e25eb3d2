"""The counts that panels and reports show."""

from dataclasses import replace

import pytest

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.analysis.summary import (
    allows_rate,
    attributed_words,
    attributions_of,
    category_counts,
    confident,
    doubtful,
    likely_sources,
    panel_categories,
    refusals,
    source_of,
    speakers,
    speaking_sources,
    summary_counts,
    sure_attributions_of,
)
from reader.core.lexicon.findings import each_once
from reader.core.text.spans import Span
from reader.intake.text.plain_text import read_verbatim
from reader.storage.reports.html.page import html_page
from reader.storage.reports.report_format import USUAL, Report
from reader.storage.reports.text_report import text_report


def test_every_finding_is_counted_once(storm: Analysis) -> None:
    for panel in ("wording", "hedging"):
        counts = category_counts(storm, panel, storm.findings)
        counted = [finding for count in counts for finding in count.findings]
        expected = [finding for finding in storm.findings if finding.panel == panel]
        assert sorted(counted, key=repr) == sorted(expected, key=repr)
        assert [count.category for count in counts] == list(panel_categories(storm, panel))
        for count in counts:
            assert all(finding.voice == "narrator" for finding in count.narrator)
            assert all(finding.voice != "narrator" for finding in count.sources)
            assert list(count.findings) == sorted(count.findings, key=lambda f: f.span)


def test_first_come_the_confident_ones(storm: Analysis) -> None:
    shown = confident(storm.findings)
    assert shown
    assert {finding.confidence for finding in shown} == {"confident"}
    counts = summary_counts(storm)
    assert counts["possible"] == len(storm.findings) - len(shown)


def test_sources_speak_the_most_words_first(storm: Analysis) -> None:
    speaking = speaking_sources(storm)
    words = [source.words for source in speaking]
    assert words == sorted(words, reverse=True)
    assert attributed_words(storm) == sum(words)
    assert 0 < attributed_words(storm) < storm.words


def test_who_refused_is_asked_and_not_counted_as_speaking(storm: Analysis) -> None:
    silent = refusals(storm)
    assert len(silent) == 1
    assert "declined" in silent[0].cue[0].of(storm.article.text)
    asked = speakers(storm)[silent[0].id]
    assert asked not in speaking_sources(storm)


def test_what_is_not_sure_counts_nowhere(shipped_tools: AnalysisTools) -> None:
    text = "Mayor Ada Hill said the pier was safe. Bo Cole attacked the plan. The dam defended it."
    found = analyse(read_verbatim(text, "x"), shipped_tools, assume_english=True)
    hill = next(source for source in found.sources if source.name == "Ada Hill")
    said = replace(found.attributions[0], sure=False)
    doubted = replace(found, attributions=(said, *found.attributions[1:]))
    assert sure_attributions_of(found, hill) == attributions_of(found, hill)
    assert sure_attributions_of(doubted, hill) == ()
    assert hill not in speaking_sources(doubted)
    told = summary_counts(doubted)["identification"]
    assert sum(told.values()) == len(speaking_sources(doubted)) < len(doubted.sources)


def test_a_pronoun_may_be_one_of_those_named_last_before_it(storm: Analysis) -> None:
    named = [source for source in storm.sources if source.identification == "named-with-role"]
    place = max(mention.end for source in named for mention in source.mentions)
    pronoun = replace(named[0], id="s99", is_resolved=False, mentions=(Span(place, place + 2),))
    likely = likely_sources(storm, pronoun)
    assert 1 <= len(likely) <= 3
    assert max(named, key=lambda source: source.mentions[-1]) in likely
    assert likely_sources(storm, named[0]) == ()


def test_attributions_and_sources_find_each_other(storm: Analysis) -> None:
    for source in storm.sources:
        items = attributions_of(storm, source)
        assert [item.id for item in items] == list(source.attributions)
        assert all(speakers(storm)[item.id] is source for item in items)
    quoted = next(f for f in storm.findings if f.voice == "direct" and f.attribution)
    assert source_of(storm, quoted) is speakers(storm)[quoted.attribution]
    plain = next(f for f in storm.findings if f.voice == "narrator")
    assert source_of(storm, plain) is None


@pytest.mark.parametrize(
    ("words", "hits", "allowed"),
    [(299, 50, False), (300, 4, False), (300, 5, True), (0, 0, False), (9000, 5, True)],
)
def test_no_rate_from_little(words: int, hits: int, allowed: bool) -> None:
    assert allows_rate(words, hits) is allowed


def test_no_number_is_a_verdict(storm: Analysis) -> None:
    counts = summary_counts(storm)
    assert not {"score", "bias", "rating", "grade", "total"} & set(counts)
    assert counts["words"] == storm.words
    assert counts["passages_without_source"] == len(storm.unsourced)


def test_what_the_program_doubts_is_told_apart_and_not_counted(storm: Analysis) -> None:
    first, *others = speaking_sources(storm)
    doubted = replace(
        storm,
        attributions=tuple(
            replace(item, sure=item.id not in first.attributions) for item in storm.attributions
        ),
    )
    assert [source.id for source in speaking_sources(doubted)] == [item.id for item in others]
    assert {item.id for item in doubtful(doubted)} == set(first.attributions)
    assert doubtful(storm) == tuple(item for item in storm.attributions if not item.sure)


def test_a_place_in_two_categories_is_one_place_and_counted_in_both(storm: Analysis) -> None:
    first = next(item for item in storm.findings if item.panel == "wording")
    ids = [category.id for category in panel_categories(storm, "wording")]
    other = next(name for name in ids if name != first.category)
    entry = replace(first.entry, category=f"{first.category}|{other}")
    both = (replace(first, entry=entry), replace(first, entry=entry, category=other))
    found = replace(storm, findings=both)
    counts = {
        one.category.id: len(one.findings) for one in category_counts(found, "wording", both)
    }
    assert (counts[first.category], counts[other]) == (1, 1)
    assert sum(sum(one.values()) for one in summary_counts(found)["wording"].values()) == 2
    assert tuple(each_once(both)) == both[:1]
    assert text_report(found, "").count("WORDING: 1 ") == 1
    marks = drawn_marks(found)
    assert marks == drawn_marks(replace(storm, findings=both[:1])) == 1


def drawn_marks(analysis: Analysis) -> int:
    """Return how many marks a page draws in its text."""
    return html_page([Report(analysis, "")], USUAL).count('" title="')

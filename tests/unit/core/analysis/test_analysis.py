"""analyse(): whole, in order, inside the text, and the same every time."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.analysis.analysing import ENDLESS, AnalysisCancelledError, AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.text.article import Article, Zone
from reader.core.text.spans import Span
from reader.intake.read import read_text

WORDS = st.sampled_from(
    [
        *"The mayor said that it may rain . , : ( ) 😀 👩‍🚒 e\u0301 \u200b \u202e مرحبا".split(),
        *"“ ” \" ' ‘ ’ « » `` '' „ — - … ".split(),
        *"Ada Renfrew told reporters horrific allegedly critics claim about 30 declined".split(),
        "\n\n",
        "according to",
        "thinking, and said",
        "she recalled",
        "to comment.",
    ]
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)


def found(analysis: Analysis, panel: str) -> list[tuple[str, str, str]]:
    text = analysis.article.text
    return [
        (item.span.of(text), item.category, item.voice)
        for item in analysis.findings
        if item.panel == panel
    ]


def one_zone(text: str) -> Article:
    zones = (Zone("paragraph", Span(0, len(text))),) if text else ()
    return Article(text, zones, origin="test")


def test_every_detector_has_its_say(storm: Analysis) -> None:
    assert ("horrific", "emotive", "narrator") in found(storm, "wording")
    hedges = found(storm, "hedging")
    assert ("may", "modal", "indirect") in hedges or ("may", "modal", "narrator") in hedges
    assert ("possibly", "probability", "indirect") in hedges
    assert ("about", "approximator", "indirect") in hedges
    names = " | ".join(source.name or "" for source in storm.sources)
    assert "Ada Calloway" in names
    assert "Odo Brandt" in names
    assert any(item.kind == "refusal" for item in storm.attributions)
    assert storm.words > 80
    assert storm.article.language == "en"
    assert [lexicon.id for lexicon in storm.lexicons]


def test_words_in_a_quotation_are_the_sources(storm: Analysis) -> None:
    voices = {words: voice for words, _, voice in found(storm, "wording")}
    assert voices["shameful"] == "direct"
    assert voices["horrific"] == "narrator"


def test_the_same_article_gives_the_same_analysis(
    storm: Analysis, shipped_tools: AnalysisTools
) -> None:
    assert analyse(storm.article, shipped_tools) == storm


@settings(max_examples=60)
@given(text=TEXTS)
def test_every_span_lies_inside_and_in_order(shipped_tools: AnalysisTools, text: str) -> None:
    analysis = analyse(one_zone(text), shipped_tools, assume_english=True)
    whole = Span(0, len(text))
    places = [item.span for item in analysis.findings]
    assert places == sorted(places)
    roles = [
        span for item in analysis.attributions for span in (*item.source, *item.cue, *item.content)
    ]
    for span in (*places, *roles, *analysis.sentences, *analysis.unsourced):
        assert whole.contains(span)
        assert len(span) > 0
    stretches = [stretch.span for stretch in analysis.voices]
    assert stretches == sorted(stretches)
    assert not any(a.overlaps(b) for a, b in pairwise(stretches))
    numbers = {item.id for item in analysis.attributions}
    owned = [number for source in analysis.sources for number in source.attributions]
    assert sorted(owned) == sorted(numbers)


@settings(max_examples=30)
@given(text=TEXTS)
def test_an_emoji_in_front_moves_every_offset_by_one(
    shipped_tools: AnalysisTools, text: str
) -> None:
    def places(moved: int, article: Article) -> list[tuple[int, int, str]]:
        analysis = analyse(article, shipped_tools, assume_english=True)
        return [
            (item.span.start - moved, item.span.end - moved, item.category)
            for item in analysis.findings
        ]

    assert places(3, one_zone("😀\n\n" + text)) == places(3, one_zone("*\n\n" + text))


@pytest.mark.parametrize(
    "text",
    [
        "Renfrew said she recalled thinking, “This is what it was about.”",
        "His wife watched the films on Thursday, according to their lawyers, and said they came "
        "away with “more questions than answers.”",
    ],
)
def test_a_cue_beside_a_cue_leaves_no_span_turned_round(
    shipped_tools: AnalysisTools, text: str
) -> None:
    analysis = analyse(one_zone(text), shipped_tools, assume_english=True)
    contents = [span for item in analysis.attributions for span in item.content]
    assert contents
    assert all(span.start < span.end for span in contents)


def test_another_language_is_said_and_not_marked(shipped_tools: AnalysisTools) -> None:
    german = (
        "Der Bürgermeister sagte, dass die Brücke nicht mehr sicher ist und dass der Rat sich "
        "am Montag mit der Sache befassen wird. Die Anwohner sind nicht zufrieden mit dem Plan."
    )
    analysis = analyse(read_text(german, "de.txt"), shipped_tools)
    assert (analysis.findings, analysis.attributions, analysis.sources) == ((), (), ())
    assert analysis.article.language == "de"
    assert any("not look like English" in caveat for caveat in analysis.caveats)
    assert analysis.sentences
    assert analyse(analysis.article, shipped_tools, assume_english=True).lexicons


def test_an_empty_article_says_so(shipped_tools: AnalysisTools) -> None:
    analysis = analyse(one_zone(""), shipped_tools)
    assert (analysis.words, analysis.findings, analysis.sentences) == (0, (), ())
    assert analysis.caveats == ("The article has no words.",)


def test_standing_notes_are_not_counted(shipped_tools: AnalysisTools) -> None:
    note = "This horrific newspaper may possibly be wrong."
    text = f"The harbour opened again on Sunday.\n\n{note}"
    start = text.index(note)
    zones = (Zone("paragraph", Span(0, 35)), Zone("standing-note", Span(start, len(text))))
    analysis = analyse(Article(text, zones), shipped_tools, assume_english=True)
    assert analysis.findings == ()
    as_text = (zones[0], Zone("paragraph", zones[1].span))
    assert analyse(Article(text, as_text), shipped_tools, assume_english=True).findings


def test_passages_without_a_source_are_the_narrators_own(storm: Analysis) -> None:
    passages = [span.of(storm.article.text) for span in storm.unsourced]
    assert any(words.startswith("Roofs in Lower Tamble") for words in passages)
    assert not any("Brandt" in words or "shameful" in words for words in passages)
    assert not any(words.startswith("Storm may return") for words in passages)  # the headline


def test_the_steps_are_reported_and_can_be_stopped(
    storm: Analysis, shipped_tools: AnalysisTools
) -> None:
    steps: list[str] = []
    analyse(storm.article, shipped_tools, report=steps.append)
    assert steps == ["words", "tags", "lexicons", "sources", "voices"]

    def stop(step: str) -> None:
        if step == "sources":
            raise AnalysisCancelledError

    with pytest.raises(AnalysisCancelledError):
        analyse(storm.article, shipped_tools, report=stop)


def test_an_unclosed_quotation_mark_is_told(shipped_tools: AnalysisTools) -> None:
    text = "The gate is shut.\n\n“We are closed, said the porter and went away."
    analysis = analyse(read_text(text, "gate.txt"), shipped_tools, assume_english=True)
    assert any("quotation mark" in caveat for caveat in analysis.caveats)


def test_a_sentence_without_end_is_read_for_names_at_its_beginning_and_that_is_told(
    shipped_tools: AnalysisTools,
) -> None:
    begin, end = "Mayor Ada Renfrew said it may rain, and ", "reportedly Mayor Bo Quill said no."
    long, short = begin + "rain and " * 10_500 + end, begin + "rain and " * 50 + end
    analysis = analyse(one_zone(long), shipped_tools, assume_english=True)
    assert [source.name for source in analysis.sources] == ["Ada Renfrew"]
    assert ENDLESS in analysis.caveats
    assert found(analysis, "hedging")[-1][0] == "reportedly"  # what is marked is marked to the end
    analysis = analyse(one_zone(short), shipped_tools, assume_english=True)
    assert "Bo Quill" in [source.name for source in analysis.sources]
    assert ENDLESS not in analysis.caveats


def test_every_finding_stands_in_a_sentence_and_a_gap_in_none(storm: Analysis) -> None:
    text = storm.article.text
    for finding in storm.findings:
        sentence = storm.sentence_at(finding.span)
        assert sentence is not None
        assert sentence.start <= finding.span.start < sentence.end
    assert storm.sentence_at(Span(len(text) + 5, len(text) + 9)) is None

"""Sides as the reader sets them: numbers with what is behind them."""

from dataclasses import replace

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.correction_marks import CorrectionMarks
from reader.core.attribution.attributions import Attribution
from reader.core.sources.source import Source
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.core.views.balance import extent_of, side_balances, verb_uses

TEXT = "Ada said no. Ada said never. Bo claimed yes. They said maybe."


def span(words: str, start: int = 0) -> Span:
    place = TEXT.index(words, start)
    return Span(place, place + len(words))


def attribution(number: int, source: str, cue: str, content: str, start: int) -> Attribution:
    return Attribution(
        id=number,
        kind="speech",
        form="indirect",
        source=(span(source, start),),
        cue=(span(cue, start),),
        content=(span(content, start),),
        verb_class="distancing" if cue == "claimed" else "neutral",
        rule="a rule",
    )


SAID = (
    attribution(1, "Ada", "said", "no", 0),
    attribution(2, "Ada", "said", "never", 13),
    attribution(3, "Bo", "claimed", "yes", 29),
    attribution(4, "They", "said", "maybe", 45),
)
SOURCES = (
    Source("s1", "Ada", None, "named", "citizen", (span("Ada"),), (1, 2), 2),
    Source("s2", "Bo", None, "named-with-role", "official", (span("Bo"),), (3,), 1),
    Source("s3", "they", None, "unnamed", "unclear", (span("They"),), (4,), 1),
)
ANALYSIS = Analysis(article=Article(text=TEXT, zones=()), attributions=SAID, sources=SOURCES)


def test_no_sides_no_numbers() -> None:
    assert side_balances(ANALYSIS) == ()


def test_each_side_has_its_sources_words_and_verbs() -> None:
    marks = CorrectionMarks(sides=(("s1", 1), ("s3", 1), ("s2", 2)), side_names=("No", ""))
    one, two = side_balances(replace(ANALYSIS, marks=marks))
    assert (one.name, two.name) == ("No", "")
    assert [source.id for source in one.sources] == ["s1", "s3"]
    assert (one.words, two.words) == (3, 1)
    assert [source.id for source in one.named] == ["s1"]
    assert [item.id for item in one.attributions] == [1, 2, 4]
    assert [(use.words, len(use.attributions)) for use in one.verbs] == [("said", 3)]
    assert [(use.words, use.verb_class) for use in two.verbs] == [("claimed", "distancing")]


def test_the_most_used_verb_stands_first() -> None:
    uses = verb_uses(ANALYSIS, (SAID[2], *SAID[:2]))
    assert [use.words for use in uses] == ["said", "claimed"]


def test_an_attribution_reaches_from_source_to_content() -> None:
    assert extent_of(SAID[2]).of(TEXT) == "Bo claimed yes"

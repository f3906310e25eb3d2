"""Cues as findings: one for each attribution, where it can be seen."""

import pytest

from reader.core.analysis.analysis import Analysis
from reader.core.attribution.attributions import Attribution, Form
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.core.views.cue_findings import cue_findings

TEXT = "Ada said no. “Never,” Bo."


def analysis(cue: tuple[Span, ...], content: tuple[Span, ...], form: Form) -> Analysis:
    said = Attribution(7, "speech", form, (Span(0, 3),), cue, content, "neutral", "a rule")
    return Analysis(article=Article(text=TEXT, zones=()), attributions=(said,))


@pytest.mark.parametrize(
    ("cue", "content", "form", "words", "voice"),
    [
        ((Span(4, 8),), (Span(9, 11),), "indirect", "said", "indirect"),
        ((), (Span(13, 21),), "direct", "“Never,”", "direct"),
        ((Span(4, 8),), (), "mixed", "said", "direct"),
    ],
)
def test_it_stands_at_the_cue_or_where_the_content_begins(
    cue: tuple[Span, ...], content: tuple[Span, ...], form: Form, words: str, voice: str
) -> None:
    (finding,) = cue_findings(analysis(cue, content, form))
    assert finding.span.of(TEXT) == words
    assert (finding.voice, finding.attribution, finding.panel) == (voice, 7, "sourcing")


def test_an_attribution_that_is_nowhere_has_none() -> None:
    assert cue_findings(analysis((), (), "indirect")) == ()

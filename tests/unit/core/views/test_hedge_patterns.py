"""Hedges together: whose, stacked, and the text against its title."""

import pytest

from reader.core.analysis.analysis import Analysis
from reader.core.attribution.attributions import Attribution
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Entry
from reader.core.sources.source import Source
from reader.core.text.article import Article, Zone
from reader.core.text.spans import Span
from reader.core.views.hedge_patterns import firm_title, hedge_owners, stacked_hedges
from tests.english import ENGLISH, tokenize

TITLE = "Council closes the old bridge"
BODY = "The bridge may perhaps be closed. It rained. The council could meet again, Ada said."


def analysis(title: str, body: str) -> Analysis:
    text = f"{title}\n\n{body}"
    tokens = tokenize(text)
    zones = (
        Zone("headline", Span(0, len(title))),
        Zone("paragraph", Span(len(title) + 2, len(text))),
    )
    start = text.find("The council could")
    said = Attribution(1, "speech", "indirect", (), (), (Span(start, start + 27),), None, "a rule")
    source = Source("s1", "Ada", None, "named", "citizen", (), (1,), 5)
    return Analysis(
        article=Article(text=text, zones=zones),
        sentences=tuple(tokens.span(first, past) for first, past in tokens.sentences),
        attributions=(said,),
        sources=(source,),
        language_data=ENGLISH,
    )


def hedge(found: Analysis, words: str, *, said: bool = False) -> Finding:
    start = found.article.text.index(words)
    entry = Entry(words, "exact", None, "modal", "confident")
    place = Span(start, start + len(words))
    voice = "indirect" if said else "narrator"
    return Finding(
        place, "hedging", "hedging", "modal", entry, "confident", voice, 1 if said else None
    )


def test_hedges_belong_to_the_narrator_or_a_source() -> None:
    found = analysis(TITLE, BODY)
    hedges = [hedge(found, "may"), hedge(found, "perhaps"), hedge(found, "could", said=True)]
    narrator, ada = hedge_owners(found, hedges)
    assert narrator.is_narrator
    assert narrator.findings == tuple(hedges[:2])
    assert ada.source == found.sources[0]
    assert hedge_owners(found, []) == ()


def test_two_hedges_in_a_sentence_are_stacked() -> None:
    found = analysis(TITLE, BODY)
    hedges = [hedge(found, "may"), hedge(found, "perhaps"), hedge(found, "could", said=True)]
    ((sentence, stack),) = stacked_hedges(found, hedges)
    assert sentence.of(found.article.text) == "The bridge may perhaps be closed."
    assert stack == tuple(hedges[:2])


@pytest.mark.parametrize(
    ("title", "hedged", "expected"),
    [
        (TITLE, ("may", "could"), ["The bridge may perhaps be closed."]),
        (TITLE, ("could",), ["The council could meet again, Ada said."]),
        ("Rain on Monday", ("may", "could"), []),
        ("Council may close the old bridge", ("may", "could"), []),
        (TITLE, (), []),
    ],
)
def test_a_firm_title_is_set_against_hedged_sentences(
    title: str, hedged: tuple[str, ...], expected: list[str]
) -> None:
    found = analysis(title, BODY)
    claims = firm_title(found, [hedge(found, words) for words in hedged])
    assert [claim.sentence.of(found.article.text) for claim in claims] == expected
    for claim in claims:
        assert claim.hedges
        assert all(span.end <= len(title) for span in claim.shared)
        assert all(claim.sentence.contains(span) for span in claim.taken_up)
        assert claim.nearest in claim.hedges


def test_the_hedge_next_to_the_matter_is_shown() -> None:
    found = analysis(TITLE, "It is perhaps late, and nobody came, but the bridge may be closed.")
    (claim,) = firm_title(found, [hedge(found, "perhaps"), hedge(found, "may")])
    assert claim.nearest.span.of(found.article.text) == "may"


def test_a_text_without_a_title_has_nothing_to_set_against() -> None:
    found = analysis(TITLE, BODY)
    plain = Analysis(
        article=Article(text=found.article.text, zones=found.article.zones[1:]),
        sentences=found.sentences,
    )
    assert firm_title(plain, [hedge(found, "may")]) == ()

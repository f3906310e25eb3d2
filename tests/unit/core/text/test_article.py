"""Articles and findings are values: nobody edits them in place."""

from dataclasses import FrozenInstanceError, replace

import pytest

from reader.core.analysis.analysis import Analysis
from reader.core.text.article import Article, Zone, count_words
from reader.core.text.spans import Span


def test_an_article_is_a_value() -> None:
    article = Article("Rain.", (Zone("paragraph", Span(0, 5)),))
    assert article == replace(article)
    assert hash(article) == hash(replace(article))
    with pytest.raises(FrozenInstanceError):
        article.text = "Sun."  # type: ignore[misc]  # that is the point


def test_what_is_not_known_is_none() -> None:
    article = Article("Rain.", ())
    facts = (article.title, article.byline, article.published, article.outlet, article.language)
    assert facts == (None,) * 5


@pytest.mark.parametrize(
    ("title", "text", "kind", "above"),
    [
        ("Rain", "It fell on Sunday.", "paragraph", "Rain"),
        ("It fell on Sunday.", "It fell on Sunday.\n\nThen it stopped.", "paragraph", None),
        ("“It fell on Sunday.”", "It fell on Sunday.", "paragraph", None),
        ("Rain", "Rain", "headline", None),
        (None, "It fell on Sunday.", "paragraph", None),
    ],
)
def test_a_title_that_stands_in_the_text_is_not_shown_above_it(title, text, kind, above) -> None:
    zones = (Zone(kind, Span(0, len(text))),)
    assert Article(text, zones, title=title).title_above == above


def test_findings_cannot_be_changed(storm: Analysis) -> None:
    assert storm.findings
    with pytest.raises(FrozenInstanceError):
        storm.findings[0].voice = "direct"  # type: ignore[misc]  # that is the point
    assert len({*storm.findings}) == len(storm.findings)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("They don't sell well-known wine.", 5),
        ("It cost £60,000 – twice.", 4),
        ("One—two.", 2),
        ("— … !", 0),
        ("Rock ’n’ roll", 3),
    ],
)
def test_words_are_counted_as_a_reader_does(text: str, words: int) -> None:
    assert count_words(text) == words

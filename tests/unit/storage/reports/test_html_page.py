"""The HTML report: one file that loads nothing and runs nothing, whatever the article holds."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.text.article import Article, Zone
from reader.core.text.spans import Span
from reader.intake.text.plain_text import read_verbatim
from reader.storage.reports.html.page import html_page
from reader.storage.reports.report_format import USUAL, Report

HOSTILE = [
    '<script>alert("x")</script>',
    "<img src=http://evil.example/x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "</style><style>@import url(//evil.example)</style>",
    "&lt;b&gt; &amp; <b>",
    "javascript:alert(1)",
]
LOADING = {"src", "srcset", "action", "data", "poster", "background", "style"}
TAGS = set(
    "html head meta title style body main article section footer p h1 h2 h3 span mark sup table "
    "tr th td tbody thead div details summary b strong em small ul li".split()
)


def html_report(analysis: Analysis, name: str) -> str:
    return html_page([Report(analysis, name)], USUAL)


class Page(HTMLParser):
    """Gathers the tags, attributes and words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self._skips = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        links = (value or "" for name, value in attrs if name == "href")
        assert all(link.startswith("#") for link in links)
        if tag in {"style", "sup", "title"}:
            self._skips = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._skips:
            self._skips = ""

    def handle_data(self, data: str) -> None:
        if not self._skips:
            self.words.append(data)


def is_harmless(page: str) -> bool:
    found = Page(page)
    is_own = found.tags <= TAGS and not found.attributes & LOADING
    return is_own and not any(name.startswith("on") for name in found.attributes)


def test_the_article_is_in_it(storm: Analysis) -> None:
    page = html_report(storm, "storm")
    words = "".join(Page(page).words)
    for zone in storm.article.zones:
        assert zone.span.of(storm.article.text) in words
    assert page.startswith("<!doctype html>")
    assert "horrific" in page
    assert 'class="direct"' in page
    assert "A mark is a question, not a verdict." in page
    assert is_harmless(page)


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_article_stays_text(shipped_tools: AnalysisTools, words: str) -> None:
    text = f"{words} said the horrific mayor. “{words} may be horrific,” said Ada {words}."
    analysis = analyse(read_verbatim(text, words), shipped_tools, assume_english=True)
    article = replace(analysis.article, title=words, byline=words, outlet=words, published=words)
    page = html_report(replace(analysis, article=article), words)
    assert is_harmless(page)
    assert text in "".join(Page(page).words)


@settings(max_examples=30)
@given(
    st.lists(st.sampled_from([*HOSTILE, "horrific", "may", "“", "”", "said", "😀"]), max_size=20)
)
def test_any_mix_stays_text(shipped_tools: AnalysisTools, parts: list[str]) -> None:
    text = " ".join(["x", *parts, "x"])
    article = Article(text, (Zone("paragraph", Span(0, len(text))),))
    page = html_report(analyse(article, shipped_tools, assume_english=True), "x")
    assert is_harmless(page)
    assert text in "".join(Page(page).words)


def test_nothing_is_fetched(storm: Analysis) -> None:
    page = html_report(storm, "storm")
    assert not any(sign in page for sign in ("http:", "https:", "url(", "@import", "<script"))

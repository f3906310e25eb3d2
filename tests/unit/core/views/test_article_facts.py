"""Every fact of an article with where it stands, and what says otherwise."""

from dataclasses import replace

from reader.core.text.article import Article, Fact
from reader.core.views.article_facts import Detail, article_details

ARTICLE = Article(
    "It rained.",
    (),
    title="Market to close",
    byline="By Nell Harwick",
    published="2025-05-09",
    origin="https://paper.example/market",
    language="en",
    facts=(
        Fact("title", "Market to close – The Courier", "JSON-LD headline"),
        Fact("title", "Fury over market", "meta og:title"),
        Fact("title", "FURY OVER MARKET", "meta twitter:title"),
        Fact("author", "Nell Harwick", "JSON-LD author"),
        Fact("date", "2025-05-10", "meta date"),
    ),
)


def detail(article: Article, name: str) -> Detail:
    return next(item for item in article_details(article) if item.name == name)


def test_a_fact_says_where_it_stands_and_what_differs() -> None:
    title = detail(ARTICLE, "title")
    assert title.places == ("JSON-LD headline",)
    assert [fact.value for fact in title.others] == ["Fury over market"]


def test_more_or_fewer_words_around_a_value_are_no_difference() -> None:
    author = detail(ARTICLE, "author")
    assert (author.places, author.others) == (("JSON-LD author",), ())


def test_another_date_is_told() -> None:
    date = detail(ARTICLE, "date")
    assert date.places == ()
    assert [fact.place for fact in date.others] == ["meta date"]


def test_what_nothing_says_is_empty() -> None:
    plain = Article("It rained.", ())
    assert {item.value for item in article_details(plain)} == {""}
    told = replace(ARTICLE, facts=(Fact("address", "https://paper.example/a", "canonical link"),))
    assert detail(told, "address").value == "https://paper.example/a"
    assert detail(ARTICLE, "address").value == ARTICLE.origin

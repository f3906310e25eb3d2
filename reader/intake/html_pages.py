"""Saved web pages -> an Article. Nothing is fetched and nothing in the page is run.

trafilatura finds the story; paragraphs of the page's main part that it passes over are kept as
left-out pieces, so that one click puts them back. Importing this module takes a while (late).
"""

import json
import re
from collections.abc import Iterator
from html import unescape

import trafilatura
from lxml import etree, html
from lxml.html import HtmlElement

from reader.core.article import Article
from reader.errors import ImportFailedError
from reader.intake.plain_text import date_in, read_plain_text
from reader.intake.zones import Piece, build_article, pieces_of

_SHORTEST = 60  # characters of a paragraph worth telling about
_DEEPEST = 400


def read_html(page: str, origin: str) -> Article:
    """Return the article of a page, its title, date and author from the page's own data.

    Raises:
        ImportFailedError: The page holds no words.
    """
    tree = _tree(page, origin)
    facts = _facts(tree)
    body = _extracted(page, facts.get("title"))
    if not body:
        return _without_extraction(tree, origin, facts)
    captions = [Piece(words, "caption") for words in _captions(tree, body)]
    pieces = [*_head(facts, body), *body, *captions]
    pieces += _passed_over(tree, pieces)
    return build_article(pieces, _plain(facts, origin))


def _plain(facts: dict[str, str], origin: str) -> Article:
    return Article(
        "",
        (),
        title=facts.get("title"),
        byline=facts.get("author"),
        published=date_in(facts.get("date", "")),
        outlet=facts.get("outlet"),
        origin=origin,
        language=None,
    )


def _tree(page: str, origin: str) -> HtmlElement:
    page = re.sub(r"<!DOCTYPE[^>\[]*(?:\[.*?\])?[^>]*>", "", page, count=1, flags=re.DOTALL)
    page = re.sub(r"^\s*<\?xml[^>]*\?>", "", page)
    try:
        tree: HtmlElement = html.document_fromstring(
            page, parser=html.HTMLParser(no_network=True, remove_comments=True, recover=True)
        )
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ImportFailedError(
            f"“{origin}” holds no words that can be read.",
            hint="Open the page in a browser, copy the text and paste it here.",
        ) from error
    for element in list(tree.iter("script", "style", "noscript", "template", "iframe", "svg")):
        if element.get("type") != "application/ld+json" and element.getparent() is not None:
            element.drop_tree()
    return tree


def _facts(tree: HtmlElement) -> dict[str, str]:
    """Return title, author, date and outlet from JSON-LD, then from meta tags."""
    facts: dict[str, str] = {}
    for script in tree.xpath("//script[@type='application/ld+json']"):
        for item in _linked_data(script.text or ""):
            _take_linked(item, facts)
    for name, keys in (
        ("title", ("og:title", "twitter:title", "dc.title")),
        ("author", ("author", "article:author", "byl", "dc.creator", "parsely-author")),
        ("date", ("article:published_time", "date", "pubdate", "dc.date", "parsely-pub-date")),
        ("outlet", ("og:site_name", "application-name")),
    ):
        for key in keys:
            found = tree.xpath(
                "//meta[translate(@property,'ABCDEFGHIJKLMNOPQRSTUVWXYZ',"
                "'abcdefghijklmnopqrstuvwxyz')=$key or translate(@name,"
                "'ABCDEFGHIJKLMNOPQRSTUVWXYZ','abcdefghijklmnopqrstuvwxyz')=$key]/@content",
                key=key,
            )
            if found and found[0].strip() and not found[0].startswith("http"):
                facts.setdefault(name, " ".join(unescape(found[0]).split()))
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    if headings and (facts.get("title", "") not in headings):
        near = [h for h in headings if _alike(h, facts.get("title", h))]
        if near:
            facts["title"] = near[0]
    if "title" not in facts:
        words = " ".join("".join(tree.xpath("//title//text()")[:1]).split())
        if words:
            facts["title"] = words
    return facts


def _alike(one: str, other: str) -> bool:
    ours, theirs = set(one.lower().split()), set(other.lower().split())
    return len(ours & theirs) >= 0.5 * min(len(ours), len(theirs))


def _linked_data(text: str) -> Iterator[dict[str, object]]:
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        return
    queue = [plain]
    while queue:
        item = queue.pop()
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            yield item
            queue.extend(value for key, value in item.items() if key == "@graph")


def _take_linked(item: dict[str, object], facts: dict[str, str]) -> None:
    kinds = item.get("@type", "")
    if "Article" not in str(kinds) and "BlogPosting" not in str(kinds):
        return
    for name, key in (("title", "headline"), ("date", "datePublished")):
        value = item.get(key)
        if isinstance(value, str) and value.strip():
            facts.setdefault(name, " ".join(unescape(value).split()))
    for name, key in (("author", "author"), ("outlet", "publisher")):
        value = item.get(key)
        values = value if isinstance(value, list) else [value]
        names = [str(v.get("name", "")) if isinstance(v, dict) else str(v or "") for v in values]
        told = unescape(", ".join(n for n in names if n and not n.startswith("http")))
        if told:
            facts.setdefault(name, told)


def _extracted(page: str, title: str | None) -> list[Piece]:
    try:
        found = trafilatura.extract(
            page,
            fast=True,
            output_format="xml",
            include_comments=False,
            include_tables=False,
            include_formatting=False,
            deduplicate=False,
        )
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return []
    if not found:
        return []
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(found.encode(), parser=parser)
    pieces = []
    for element in root.iter("head", "p", "item", "quote"):
        if element.tag == "quote" and len(element):
            continue
        words = " ".join("".join(str(t) for t in element.itertext()).split())
        if not words:
            continue
        if title and words.casefold() == title.casefold():
            continue
        kind = {"head": "subheading", "item": "list-item"}.get(str(element.tag), "paragraph")
        pieces.append(Piece(words, kind))  # type: ignore[arg-type]  # all three are zone kinds
    if sum(len(piece.text) for piece in pieces) < _SHORTEST:
        return []
    return [_again(piece) for piece in pieces]


def _again(piece: Piece) -> Piece:
    """Return a piece as the plain-text rules see it: notes, captions, share bars."""
    if piece.kind != "paragraph":
        return piece
    seen = pieces_of(read_plain_text(f"x.\n\n{piece.text}\n\nx.", ""))
    middle = seen[1] if len(seen) == 3 else piece
    keeps = middle.kind in {None, "standing-note", "caption", "dateline"}
    return Piece(piece.text, middle.kind, middle.reason) if keeps else piece


def _head(facts: dict[str, str], body: list[Piece]) -> list[Piece]:
    title = facts.get("title")
    return [Piece(title, "headline")] if title else []


def _captions(tree: HtmlElement, body: list[Piece]) -> Iterator[str]:
    known = {piece.text for piece in body}
    for element in tree.xpath("//article//figcaption | //main//figcaption"):
        words = " ".join(element.text_content().split())
        if words and words not in known and len(words) < 600:
            known.add(words)
            yield words


def _passed_over(tree: HtmlElement, taken: list[Piece]) -> Iterator[Piece]:
    """Yield paragraphs of the page's main part that the extraction did not take."""
    known = " ".join(" ".join(piece.text.split()) for piece in taken)
    scopes = tree.xpath("//article") or tree.xpath("//main") or tree.xpath("//body")
    seen: set[str] = set()
    for scope in scopes[:1]:
        for element in scope.iter("p"):
            words = " ".join(element.text_content().split())
            if len(words) < _SHORTEST or words in seen or words in known:
                continue
            seen.add(words)
            yield Piece(words, None, "not taken for part of the article")


def _without_extraction(tree: HtmlElement, origin: str, facts: dict[str, str]) -> Article:
    """Return all words of a page in which no story was found."""
    body = tree.find("body")
    scope = tree if body is None else body
    blocks = []
    for element in scope.iter("p", "li", "h1", "h2", "h3", "div", "td", "blockquote"):
        own = " ".join((element.text or "").split())
        whole = " ".join(element.text_content().split())
        if element.tag in {"p", "li", "h1", "h2", "h3"} and whole:
            blocks.append(whole)
        elif own:
            blocks.append(own)
    if not blocks:
        blocks = [" ".join(scope.text_content().split())]
    text = "\n\n".join(block for block in blocks if block)
    if not text.strip():
        raise ImportFailedError(
            f"“{origin}” holds no words that can be read.",
            hint="Open the page in a browser, copy the text and paste it here.",
        )
    article = read_plain_text(text, origin)
    plain = _plain(facts, origin)
    title = article.title or plain.title
    return Article(
        article.text,
        article.zones,
        article.removed,
        title if article.zones and article.zones[0].kind == "headline" else None,
        plain.byline or article.byline,
        plain.published or article.published,
        plain.outlet,
        origin,
        None,
        ("No story was found in the page, so all of its words are shown.",),
    )

"""What a page says of itself: title, author, date and outlet, each with where it stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from reader.core.text.article import Fact, is_web_address
from reader.intake.pages.metadata.linked_data import LinkedData
from reader.intake.pages.metadata.named_authors import named_authors
from reader.intake.text.date_lines import date_in, date_words
from reader.intake.text.furniture import author_in, is_site

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_LEFT_OVER = " -–—|·:"  # of "Jamaica Observer - ", where nothing followed
_LONGEST = 500  # characters of a fact; more is no title and no name
_MOST_ELEMENTS = 50  # of one kind, of which facts are taken
_MOST_LINKS = 500  # in the head of a page
_MOST_TEXTS = 60  # pieces of text in one of them
_SHORTEST = 10  # letters of a lower heading that is the title
_OTHERS = frozenset({"comment", "itemreviewed"})
# A person as microformats mark it.
_CARDS = etree.XPath(
    "//*[(contains(concat(' ', @class, ' '), ' p-author ') or "
    "contains(concat(' ', @class, ' '), ' author ') and "
    "contains(concat(' ', @class, ' '), ' vcard '))]"
    "[not(ancestor::*[contains(@class, 'comment') or contains(@id, 'comment')])]"
)
_META: Mapping[str, tuple[str, ...]] = {
    "title": (
        "og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title",
        "citation_title", "title",
    ),
    "author": (
        "author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author",
        "sailthru.author", "citation_author", "cxenseparse:author", "twitter:creator",
    ),
    "date": (
        "article:published_time", "article:published", "og:published_time", "datepublished",
        "dc.date.issued", "dc.date", "dcterms.issued", "dcterms.created", "dcterms.date",
        "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publishdate",
        "pubdate", "publication_date", "citation_publication_date", "cxenseparse:recs:publishtime",
        "date",
    ),
    "outlet": (
        "og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title",
        "publisher", "application-name", "apple-mobile-web-app-title",
    ),
    "changed": (
        "article:modified_time", "article:modified", "og:updated_time", "datemodified",
        "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised",
        "parsely-modified-date", "cxenseparse:recs:modifiedtime",
    ),
    "place": ("geo.placename", "dcterms.spatial", "dc.coverage", "article:location"),
    "agency": ("article:agency", "news_agency", "source-organization"),
    "address": ("og:url", "parsely-link", "citation_public_url"),
}  # fmt: skip
_ITEMPROPS = {
    "headline": "title",
    "author": "author",
    "datepublished": "date",
    "publisher": "outlet",
    "datemodified": "changed",
    "dateline": "place",
    "locationcreated": "place",
    "contentlocation": "place",
    "sourceorganization": "agency",
}


def page_facts(tree: HtmlElement, data: LinkedData) -> tuple[Fact, ...]:
    """Return each title, author, date, outlet and address of a page, the most trusted first."""
    found = [(name, value, f"JSON-LD {key}") for name, value, key in data.facts if name != "site"]
    found += _from_itemprops(tree)
    found += _from_meta(tree)
    found += [("outlet", value, "JSON-LD site") for name, value, _ in data.facts if name == "site"]
    found += _from_elements(tree)
    if not any(name == "author" for name, *_ in found):
        found += _from_cards(tree)
    if not any(name == "author" for name, *_ in found):
        named = islice(named_authors(tree), 1)
        found += [("author", name, "element named after the author") for name in named]
    facts = [fact for fact in (_fact(*one) for one in found) if fact is not None]
    # A site that names itself as the author tells at least what it is called.
    sites = [one for one in facts if one.name == "author" and is_site(one.value)]
    outlets = (Fact("outlet", one.value, one.place) for one in sites)
    return tuple(dict.fromkeys((*(one for one in facts if one not in sites), *outlets)))


def first_of(facts: Sequence[Fact], name: str) -> str | None:
    """Return the most trusted fact of this name, or None."""
    return next((fact.value for fact in facts if fact.name == name), None)


def _fact(name: str, value: str, place: str) -> Fact | None:
    words = " ".join(_TAG.sub(" ", unescape(value[: 4 * _LONGEST])).split())
    if not words or len(words) > _LONGEST:
        return None
    is_address = is_web_address(words)
    if name == "address":
        return Fact(name, words, place) if is_address else None
    if name != "title" and (is_address or words.lower().startswith(("www.", "@"))):
        return None
    if name in {"title", "outlet"}:
        words = words.strip(_LEFT_OVER) or words
    elif name == "author":
        words = author_in(words)
    elif name in {"date", "changed"}:
        words = date_in(words) or ""
    elif name == "place" and not any(map(str.isalpha, words)):
        return None  # a latitude and a longitude
    elif name == "agency" and words not in date_words().agencies:
        return None  # most name themselves as the organisation behind a text
    return Fact(name, words, place) if words else None


def _from_meta(tree: HtmlElement) -> Iterator[tuple[str, str, str]]:
    told: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = meta.get("content")
        if content:
            for key in (meta.get("property"), meta.get("name"), meta.get("itemprop")):
                if key:
                    told.setdefault(key.strip().lower(), []).append(content)
    for name, keys in _META.items():
        for key in keys:
            values = told.get(key, ())
            if name == "author" and len(values) > 1:
                yield name, ", ".join(dict.fromkeys(values)), f"meta {key}"
            for value in values:
                yield name, value, f"meta {key}"


def _from_itemprops(tree: HtmlElement) -> Iterator[tuple[str, str, str]]:
    seen = 0
    for element in tree.xpath("//*[@itemprop]"):
        name = _ITEMPROPS.get(element.get("itemprop", "").strip().lower())
        if name is None:
            continue
        if not _is_of_article(element):
            continue
        seen += 1
        if seen > _MOST_ELEMENTS:
            return
        value = element.get("content") or element.get("datetime") or _own_words(element)
        yield name, value, f"itemprop {element.get('itemprop')}"


def _is_of_article(element: HtmlElement) -> bool:
    """Tell whether an item property is none of a comment or of what is reviewed."""
    for above in element.iterancestors():
        if above.get("itemscope") is not None:
            name = (above.get("itemprop") or "").strip().lower()
            if name in _OTHERS or "Comment" in (above.get("itemtype") or ""):
                return False
    return True


def _own_words(element: HtmlElement) -> str:
    """Return the words of an element, or of the name inside it."""
    for inner in islice(element.iter(), _MOST_TEXTS):
        if inner.get("itemprop") == "name":
            return inner.get("content") or _words(inner)
    return _words(element)


def _words(element: HtmlElement) -> str:
    return " ".join(str(text) for text in islice(element.itertext(), _MOST_TEXTS))


def _from_elements(tree: HtmlElement) -> Iterator[tuple[str, str, str]]:
    title = next((element.text or "" for element in tree.iter("title")), "")
    for heading in _headings(tree, " ".join(title.split())):
        yield "title", heading, "heading"
    for time in tree.iter("time"):
        if time.get("datetime"):
            yield "date", time.get("datetime"), "time"
            break
    for link in islice(tree.iter("link"), _MOST_LINKS):
        if (link.get("rel") or "").strip().lower() == "canonical":
            yield "address", link.get("href") or "", "link rel=canonical"
            break
    for link in tree.xpath("//a[contains(concat(' ', @rel, ' '), ' author ')]"):
        yield "author", _words(link), "link to the author"
        break
    yield "title", title, "title"


def _from_cards(tree: HtmlElement) -> Iterator[tuple[str, str, str]]:
    """Yield the author as microformats name it; to look for it takes longer than all else."""
    cards = _CARDS(tree)
    for card in cards[:1] if isinstance(cards, list) else ():
        if isinstance(card, HtmlElement):
            yield "author", _name_on(card), "card of the author"


def _headings(tree: HtmlElement, title: str) -> Iterator[str]:
    """Yield what may be the title: menus have headings too, and the page's own name tells.

    A blog has its own name as the first heading; then a lower one is that of the story.
    """
    first = [" ".join(_words(one).split()) for one in islice(tree.iter("h1"), _MOST_ELEMENTS)]
    told = [one for one in first if one and one in title]
    if not told:
        below = (" ".join(_words(one).split()) for one in tree.iter("h2", "h3"))
        told = [
            one for one in islice(below, _MOST_ELEMENTS) if len(one) > _SHORTEST and one in title
        ]
    yield from told[:1] or first
    yield from first


def _name_on(card: HtmlElement) -> str:
    """Return the name on the card of a person, all its words where none is marked."""
    for inner in islice(card.iter(), _MOST_TEXTS):
        if not {"fn", "p-name"}.isdisjoint((inner.get("class") or "").split()):
            return _words(inner)
    return _words(card)

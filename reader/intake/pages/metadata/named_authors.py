"""The author whom a page shows in an element that is called so, without a word such as "by"."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from reader.intake.pages.markup.part_names import is_hidden, part_kind
from reader.intake.text.date_lines import date_words
from reader.intake.text.furniture import author_in, furniture_words

_CALLED = etree.XPath(
    "//*[contains(@class, 'uthor') or contains(@class, 'yline') or contains(@class, 'utor') "
    "or contains(@class, 'reader-credits') or contains(@data-hook, 'user-name') "
    "or contains(@data-testid, 'uthor') or contains(@data-component, 'yline')]"
)
_MOST = 40  # elements that are looked at
_MOST_TEXTS = 12  # pieces of text in one of them
_MOST_AROUND = 30  # elements around one of them
_ELSEWHERE = frozenset({"comments", "related", "sidebar", "footer", "menu", "author", "hidden"})
_TAGS_ELSEWHERE = frozenset({"aside", "nav", "form"})
_NAME = re.compile(r"(?:[A-Z][\w.’'-]*|[a-z]{2,3})(?: (?:[A-Z][\w.’'-]*|[a-z]{2,3})){1,6}")
_SMALLEST = 2  # words of a name


def named_authors(tree: HtmlElement) -> Iterator[str]:
    """Yield what looks like a name in elements that are called after the author."""
    found = _CALLED(tree)
    for element in islice(found if isinstance(found, list) else (), _MOST):
        if isinstance(element, HtmlElement) and not _is_elsewhere(element):
            inside = (
                one for one in islice(element.iterdescendants(), _MOST_TEXTS) if _is_own(one)
            )
            names = map(_name_in, (element, *islice(inside, 1)))
            yield from filter(_is_name, names)


def _is_own(element: HtmlElement) -> bool:
    """Tell whether an element in one for the author is for the name alone."""
    return element.tag == "a" or "name" in (element.get("class") or "").split()


def _name_in(element: HtmlElement) -> str:
    texts = list(islice(element.itertext(), _MOST_TEXTS))
    words = " ".join(" ".join(map(str, texts)).split())
    return author_in(words.partition(" | ")[0]) if len(texts) < _MOST_TEXTS else ""


def _is_name(name: str) -> bool:
    """Tell whether words look like names of people, not like a desk or a section."""
    dates = date_words()
    small = dates.particles | dates.between_authors
    words = name.replace(",", " ").split()
    known = furniture_words().sections
    return (
        _NAME.fullmatch(" ".join(words)) is not None
        and all(word in small or word[0].isupper() for word in words)
        and not any(word.lower() in known for word in words if word not in small)
        and len(words) >= _SMALLEST
    )


def _is_elsewhere(element: HtmlElement) -> bool:
    """Tell whether an element stands in another part of the page, or tells more of a person."""
    around = [element, *islice(element.iterancestors(), _MOST_AROUND)]
    for one in around:
        if one.tag in {"html", "body", "main"}:
            return False
        names = f"{one.get('class') or ''} {one.get('id') or ''}"
        if one.tag in _TAGS_ELSEWHERE or part_kind(names) in _ELSEWHERE or is_hidden(one):
            return True
    return False

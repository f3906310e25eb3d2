"""What the reader can say of a text as a whole: its kind, and what is known of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Literal, get_args

from reader.core.corrections.layer import Correction
from reader.core.text.article import YOUR_EDIT, Article, Fact, TextKind, fact_of

FactName = Literal["title", "author", "outlet", "date", "changed", "place", "agency", "language"]
FACT_NAMES: tuple[FactName, ...] = get_args(FactName)
_FIELDS: Mapping[str, str] = {
    "title": "title",
    "author": "byline",
    "outlet": "outlet",
    "date": "published",
    "language": "language",
}  # of an article; what has no field stands among its facts alone
_SET = {f"set-{name}": name for name in FACT_NAMES}  # an action for each fact
_LONGEST = 500  # characters of a fact


class CorrectedText:
    """Holds what the reader says of the text.

    Attributes:
        kind: The kind of the text, or "" as long as the reader has not said it.
        facts: What the reader says of it, by the name of the fact; "" where nothing is known.
    """

    def __init__(self) -> None:
        self.kind = ""
        self.facts: dict[str, str] = {}

    def set_kind(self, correction: Correction) -> bool:
        """Take the kind that the reader gives the text."""
        self.kind = correction.value
        return True

    def set_fact(self, correction: Correction) -> bool:
        """Take one fact as the reader says it."""
        self.facts[_SET[correction.action]] = correction.value
        return True

    def edited(self, article: Article) -> Article:
        """Return an article with the facts that the reader said; what was read follows them."""
        if not self.facts:
            return article
        said = tuple(Fact(name, value, YOUR_EDIT) for name, value in self.facts.items())
        fields: dict[str, Any] = {
            _FIELDS[name]: value or None for name, value in self.facts.items() if name in _FIELDS
        }
        return replace(article, facts=(*said, *article.facts), **fields)

    def before(self, article: Article) -> tuple[tuple[str, str], ...]:
        """Return what the program had for each fact that the reader said, by its name."""
        return tuple((name, _known(article, name)) for name in self.facts)


def _known(article: Article, name: str) -> str:
    """Return what an article says of a fact, in its field or first among its facts."""
    if name in _FIELDS:
        return getattr(article, _FIELDS[name]) or ""
    return fact_of(article, name)


# To add an action of texts: its method above, its name here, and how it is said below.
TEXT_ACTIONS: Mapping[str, Callable[[CorrectedText, Correction], bool]] = {
    "set-text-kind": CorrectedText.set_kind,
    **dict.fromkeys(_SET, CorrectedText.set_fact),
}


def set_text_kind(kind: TextKind) -> Correction:
    """Say what kind of text an article is; "unknown" takes the program's guess away too."""
    return Correction("set-text-kind", value=kind)


def set_fact(name: FactName, value: str) -> Correction:
    """Say what a fact is.

    Args:
        name: Which fact.
        value: What it is: a day as yyyy-mm-dd, a language as its code; "" where none is known.
    """
    return Correction(f"set-{name}", value=" ".join(value.split())[:_LONGEST])


def edits_of(corrections: Iterable[Correction], name: FactName) -> tuple[Correction, ...]:
    """Return what was said of one fact, in order."""
    return tuple(item for item in corrections if item.action == f"set-{name}")


def edited_article(article: Article, corrections: Iterable[Correction]) -> Article:
    """Return an article with the facts that the reader said, before it is analysed."""
    text = CorrectedText()
    for item in corrections:
        if item.action in _SET:
            text.set_fact(item)
    return text.edited(article)


def said_of_text(corrections: Iterable[Correction]) -> dict[str, str]:
    """Return what the reader says of a text, by the name of the fact; "kind" among them."""
    text = CorrectedText()
    for item in corrections:
        effect = TEXT_ACTIONS.get(item.action)
        if effect is not None:
            effect(text, item)
    return {**text.facts, **({"kind": text.kind} if text.kind else {})}

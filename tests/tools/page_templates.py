"""Pages as their builders write them, with marks where sentences stand whose fate is known.

A file in `tests/unit/intake/pages/templates` holds pages, each below a line `=== NAME`. Lines that
begin with `@` tell what is expected of the whole: `@title`, `@byline`, `@date`, `@outlet`,
`@caveat` (some words of one), `@has` (words of the text), `@lacks`, and `@encoding` for its bytes.
In the page stands

* `[p]`, `[li]`, `[cap]`, `[sub]`, `[sf]`, `[k]`, `[date]`, `[note]`: a sentence of the story in
  its zone; `[p*3]` are three; `[p: Yes.]` are these words;
* `[x]`: a sentence that is left out, `[x hidden]` for this reason (a key of `REASONS`);
* `[?]`: one that may as well be left out as kept, but once; `[T]`: the title.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from page_shapes import Maker, zone_of

from reader.core.text.article import Article
from reader.intake.pages.reasons import REASONS

FOLDER = Path(__file__).parents[1] / "unit" / "intake" / "pages" / "templates"
_MARK = re.compile(
    r"\[(p|li|cap|sub|sf|k|date|note|x|\?|T)(?: ([\w-]+))?(?:\*(\d))?(?:: ([^\]]*))?\]"
)
_ZONES = {
    "p": "paragraph",
    "li": "list-item",
    "cap": "caption",
    "sub": "subheading",
    "sf": "standfirst",
    "k": "kicker",
    "date": "dateline",
    "note": "standing-note",
    "T": "headline",
}
_IN_ORDER = frozenset({"paragraph", "list-item", "subheading"})
_BESIDE = frozenset(' "“”‘’') | {""}
_ASKED = ("title", "byline", "date", "outlet", "caveat", "has", "lacks", "encoding")


@dataclass(slots=True)
class Planted:
    """A page with what is expected of it.

    Attributes:
        html: The page.
        sentences: Its sentences with the zone each belongs to, "x" where it is left out, "?" where
            it may be, and the reason for it, or "".
        asked: What is expected of the whole.
    """

    html: str = ""
    sentences: list[tuple[str, str, str]] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)

    @property
    def data(self) -> bytes:
        """Return the bytes of the page."""
        told = dict(self.asked).get("encoding", "utf-8")
        return self.html.encode(told)


def templates(folder: Path = FOLDER) -> dict[str, str]:
    """Return the text of each page by its name."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.html")):
        for part in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
            name, _, text = part.partition("\n")
            assert name not in found, name
            found[name.strip()] = text
    return found


def planted(name: str, text: str) -> Planted:
    """Return a page with sentences where its marks stand."""
    maker = Maker(random.Random(name))
    page = Planted()
    lines = text.split("\n")
    while lines and lines[0].startswith("@"):
        key, _, value = lines.pop(0)[1:].partition(" ")
        assert key in _ASKED, key
        page.asked.append((key, value.strip()))
    title = next((value for key, value in page.asked if key == "title"), "") or (
        f"{maker.dice.choice(('Danby', 'Marlow', 'Orme'))} counts its bells again"
    )
    body = "\n".join(lines).strip()
    if not any(key == "title" for key, _ in page.asked):
        page.asked.append(("title", title))
    if "<html" not in body.lower():
        body = f"<!DOCTYPE html><html><head><title>[T]</title></head><body>{body}</body></html>"

    def filled(found: re.Match[str]) -> str:
        kind, reason, count, words = found.groups()
        if kind == "T":
            return title
        said = []
        for _ in range(int(count or 1)):
            if words:
                sentence = words
            elif kind == "sub":
                maker.number += 1
                sentence = f"The bells of year {maker.number}"
            else:
                sentence = maker.words()
            known = " ".join(unescape(sentence).split())
            page.sentences.append((known, _ZONES.get(kind, kind), reason or ""))
            said.append(sentence)
        return " ".join(said)

    page.html = _MARK.sub(filled, body)
    return page


def faults(page: Planted, article: Article) -> Iterator[str]:
    """Yield what went wrong with a page, a line each."""
    text = " ".join(article.text.split())
    pieces = [(" ".join(piece.text.split()), piece.reason) for piece in article.removed]
    last = -1
    for sentence, zone, reason in page.sentences:
        inside = text.count(sentence)
        reasons = [why for words, why in pieces for _ in range(words.count(sentence))]
        if inside + len(reasons) != 1:
            yield f"{'lost' if not inside + len(reasons) else 'twice'}: {sentence}"
        elif zone == "x":
            if inside:
                yield f"taken in: {sentence}"
            elif reason and reasons[0] != REASONS[reason]:
                yield f"reason {reasons[0]!r} not {REASONS[reason]!r}: {sentence}"
        elif zone != "?":
            yield from _of_kept(article, text, sentence, zone, reasons)
            place = text.find(sentence)
            if place >= 0 and zone in _IN_ORDER:
                if place < last:
                    yield f"order: {sentence}"
                last = place
    yield from _of_whole(page, article, text)


def _of_kept(
    article: Article, text: str, sentence: str, zone: str, reasons: list[str]
) -> Iterator[str]:
    if reasons:
        yield f"left out as {reasons[0]!r}: {sentence}"
    elif _is_glued(text, sentence):
        yield f"glued: {sentence}"
    elif zone_of(article, sentence) != zone:
        yield f"zone {zone_of(article, sentence)} not {zone}: {sentence}"


def _is_glued(text: str, sentence: str) -> bool:
    """Tell whether a sentence runs into its neighbours; quotation marks may stand beside it."""
    start = text.index(sentence)
    before, after = text[start - 1 : start], text[start + len(sentence) :][:1]
    return not (before in _BESIDE and after in _BESIDE)


def _of_whole(page: Planted, article: Article, text: str) -> Iterator[str]:
    facts = {
        "title": article.title,
        "byline": article.byline,
        "date": article.published,
        "outlet": article.outlet,
    }
    for key, value in page.asked:
        if key in facts and (facts[key] or "") != value:
            yield f"{key} {facts[key]!r} not {value!r}"
        if key == "caveat" and not any(value in told for told in article.caveats):
            yield f"no caveat {value!r} in {article.caveats!r}"
        if key == "has" and value not in text:
            yield f"text has no {value!r}"
        if key == "lacks" and value in text:
            yield f"text has {value!r}"

"""Well-formed pages made of every shape of markup, with sentences whose fate is known.

`make_page(seed)` returns a page; `fates(page, article)` tells which of its sentences were lost,
come twice or run into their neighbours. Used by `score_pages.py` and by the unit tests of pages.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape

from reader.core.text.article import Article

PLACES = "Danby Marlow Orme Tarn Eskerby Holm Saltby Kirkdale Wrenford Aldmere".split()
WHO = (
    "the mayor",
    "a spokeswoman",
    "the harbour board",
    "two residents",
    "the county",
    "Ann Holt",
    "the union",
    "Otto Brill",
    "the ministry",
    "a witness",
    "the school",
    "Lena Orth",
)
DONE = (
    "closed the road to",
    "paid for the bridge at",
    "sent letters to the people of",
    "counted the boats in",
    "repaired the old wall in",
    "opened a new hall near",
    "refused to leave the square in",
    "sold the last tickets to",
)
WHEN = "on Monday|last week|in spring|after the storm|before the vote|at noon|for a year".split(
    "|"
)
TEASERS = "Storm leaves|Outrage over|Fury at|Joy in|Ten photos of|Why we left".split("|")


@dataclass(slots=True)
class Made:
    """A page and what was planted in it.

    Attributes:
        html: The page.
        story: The sentences of its story, in order, each with the zone it belongs to, or "" where
            it may as well be left out with a reason.
        around: The sentences around the story.
    """

    html: str = ""
    story: list[tuple[str, str]] = field(default_factory=list)
    around: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Maker:
    """Makes the sentences and pieces of one page."""

    dice: random.Random
    made: Made = field(default_factory=Made)
    number: int = 100

    def words(self) -> str:
        """Return a sentence that no other one is equal to or part of."""
        self.number += 1
        pick = self.dice.choice
        counted = f"{self.number} {pick(('people', 'homes', 'cars'))} were counted there."
        text = f"{pick(WHO)} {pick(DONE)} {pick(PLACES)} {pick(WHEN)}, and {counted}"
        return text[0].upper() + text[1:]

    def say(self, zone: str = "paragraph") -> str:
        """Return a new sentence of the story, ready for a page."""
        sentence = self.words()
        self.made.story.append((sentence, zone))
        return escape(sentence)

    def some(self, zone: str = "paragraph", most: int = 3) -> str:
        """Return one or a few sentences of the story."""
        return " ".join(self.say(zone) for _ in range(self.dice.randint(1, most)))

    def aside(self) -> str:
        """Return a sentence that stands around the story."""
        sentence = self.words()
        self.made.around.append(sentence)
        return escape(sentence)


def inline(text: str, maker: Maker) -> str:
    """Return a text with elements inside its lines."""
    words = text.split(" ")
    place = maker.dice.randrange(len(words) - 2)
    tag = maker.dice.choice(
        ("b", "i", "em", "strong", "span", "a href='/x'", "font color=red", "u")
    )
    words[place] = f"<{tag}>{words[place]}"
    words[place + 1] += f"</{tag.split()[0]}>"
    return " ".join(words)


def broken(maker: Maker) -> str:
    """Return sentences with one break inside each, where a line ends."""
    words = maker.say().split(" ")
    half = len(words) // 2
    return (
        " ".join(words[:half])
        + maker.dice.choice(("<br>", "<br/>\n", " <br />"))
        + " ".join(words[half:])
    )


def wrapped(maker: Maker) -> str:
    """Return preformatted paragraphs, wrapped at a fixed width."""
    blocks = []
    for _ in range(3):
        lines, line = [], ""
        for word in maker.some(most=2).split(" "):
            if len(line) + len(word) > 66:
                lines.append(line)
                line = ""
            line = f"{line} {word}".strip()
        blocks.append("\n".join([*lines, line]))
    return "<pre>\n" + "\n\n".join(blocks) + "\n</pre>"


def double_breaks(maker: Maker) -> str:
    """Return a block whose paragraphs are parted by two breaks."""
    gap = maker.dice.choice(("<br><br>", "<br/>\n<br/>", "<br> &nbsp; <br>", "<br><br><br>"))
    return "<div>" + gap.join(maker.some(most=2) for _ in range(4)) + "</div>"


def table(maker: Maker) -> str:
    """Return a table with sentences in its cells."""
    rows = (f"<tr><td>{maker.say()}</td><td>{maker.say()}</td></tr>" for _ in range(2))
    return f"<table><tr><th>Group</th><th>Change</th></tr>{''.join(rows)}</table>"


def embed(maker: Maker) -> str:
    """Return an embedded post with its author below it."""
    post = maker.say()
    author = f"— {maker.dice.choice(PLACES)} Desk{maker.number} (@desk{maker.number})"
    maker.made.story.append((author, "paragraph"))
    return (
        f'<blockquote class="twitter-tweet"><p lang="en">{post}</p>{author} '
        f'<a href="https://x.example/1">March 3, 2024</a></blockquote>'
    )


SHAPES: dict[str, Callable[[Maker], str]] = {
    "paragraph": lambda m: f"<p>{m.some()}</p>",
    "paragraph never closed": lambda m: f"<p>{m.some()}\n<p>{m.some()}\n",
    "capitals": lambda m: f"<P CLASS=x>{m.some()}</P>",
    "inline": lambda m: f"<p>{inline(m.say(), m)} {inline(m.say(), m)}</p>",
    "spans": lambda m: f"<p><span>{m.say()}</span> <span>{m.say()}</span></p>",
    "spans side by side": lambda m: f"<p><span>{m.say()}</span><span>{m.say()}</span></p>",
    "div": lambda m: f"<div>{m.some()}</div>",
    "loose text": lambda m: f"\n{m.some()}\n",
    "loose text beside a paragraph": lambda m: f"{m.some()}<p>{m.say()}</p>{m.some()}",
    "center": lambda m: f"<center>{m.some()}</center>",
    "font": lambda m: f"<font size=2>{m.some()}</font><br><br>",
    "section": lambda m: f"<section><div>{m.some()}</div><p>{m.say()}</p></section>",
    "aside": lambda m: f"<aside>{m.some()}</aside>",
    "details": lambda m: f"<details><summary>{m.say()}</summary><p>{m.some()}</p></details>",
    "accordion": lambda m: (
        f'<button aria-controls="f{m.number}">More</button>'
        f'<div id="f{m.number}" hidden><p>{m.some()}</p></div>'
    ),
    "quotation": lambda m: f"<blockquote>{m.some()}</blockquote>",
    "quotation in paragraphs": lambda m: (
        f"<blockquote><p>{m.say()}</p><p>{m.say()}</p></blockquote>"
    ),
    "q": lambda m: f"<p>{m.say()} She said: <q>{m.say()}</q> Then she left.</p>",
    "break in a sentence": lambda m: f"<p>{broken(m)}</p>",
    "double breaks": double_breaks,
    "double breaks in a paragraph": lambda m: f"<p>{m.some()}<br><br>{m.some()}</p>",
    "single breaks": lambda m: f"<p>{m.say()}<br>{m.say()}<br>{m.say()}</p>",
    "pre": wrapped,
    "list": lambda m: f"<ul><li>{m.say('list-item')}</li><li>{m.say('list-item')}</li></ul>",
    "numbers": lambda m: f"<ol><li><p>{m.say('list-item')}</p><li>{m.say('list-item')}</ol>",
    "definitions": lambda m: (
        f"<dl><dt>Fares</dt><dd>{m.say()}</dd><dt>Tickets</dt><dd>{m.say()}</dd></dl>"
    ),
    "table": table,
    "table of one cell": lambda m: f"<table><tbody><tr><td>{m.some()}</td></tr></tbody></table>",
    "subheading": lambda m: f"<h2>Part {m.number}</h2><p>{m.some()}</p>",
    "named anchor": lambda m: f'<a name="a{m.number}">{m.some()}</a>',
    "anchor and text": lambda m: f'<a id="b{m.number}"></a>{m.some()}',
    "caption": lambda m: (
        f"<figure><img src=a.jpg><figcaption>{m.say('caption')}</figcaption></figure>"
    ),
    "embed": embed,
    "own element": lambda m: f"<x-block><x-text>{m.some()}</x-text></x-block>",
    "address": lambda m: f"<address>{m.say()}</address>",
    "boxes in boxes": lambda m: (
        f"<div><div><div>{m.say()}<div>{m.say()}</div>{m.say()}</div></div></div>"
    ),
    "comment inside": lambda m: f"<p>{m.say()}<!-- no --> {m.say()}</p>",
    "script inside": lambda m: (
        f"<p>{m.say()}</p><script>var a = 'no <p>words</p>';</script>{m.say()}"
    ),
    "picture inside": lambda m: f"<p>{m.say()} <img src=b.png> {m.say()}</p>",
    "highlight": lambda m: f"<p><mark>{m.say()}</mark> <small>{m.say()}</small></p>",
    "bold box": lambda m: f"<b><div>{m.say()}</div><p>{m.say()}</p></b>",
    "div inside a paragraph": lambda m: f"<p>{m.say()}<div>{m.say()}</div>{m.say()}</p>",
    "span and div": lambda m: f"<div><span>{m.say()}</span><div>{m.say()}</div></div>",
    "old tags": lambda m: f"<tt>{m.say()}</tt> <big>{m.say()}</big> <nobr>{m.say()}</nobr><hr>",
    "word processor": lambda m: (
        f"<p class=MsoNormal>{m.say()}<o:p></o:p> <o:p>{m.say()}</o:p></p>"
    ),
    "fieldset": lambda m: f"<fieldset><legend>{m.say()}</legend>{m.say()}</fieldset>",
    "nested list": lambda m: (
        f"<ul><li>{m.say('list-item')}<ul><li>{m.say('list-item')}</li></ul>"
        f"{m.say('list-item')}</li></ul>"
    ),
    "loose text in a list": lambda m: f"<ul>{m.say()}<li>{m.say('list-item')}</ul>",
    "table with head and foot": lambda m: (
        f"<table><caption>{m.say('caption')}</caption><thead><tr><td>{m.say()}</td></tr></thead>"
        f"<tbody><tr><td>{m.say()}<br><br>{m.say()}</td></tr></tbody></table>"
    ),
    "table in a table": lambda m: (
        f"<table><tr><td>{m.say()}<table><tr><td>{m.say()}</table>{m.say()}</td></tr></table>"
    ),
    "linked paragraph": lambda m: f'<a href="/x"><p>{m.say()}</p></a>',
    "ruby": lambda m: f"<p>{m.say()} <ruby>{m.say()}<rp>(</rp><rt>x</rt><rp>)</rp></ruby></p>",
    "unseen": lambda m: (
        f"<template><p>no</p></template><noscript>no</noscript><iframe>no</iframe>"
        f"<svg><text>no</text></svg><textarea>no</textarea><p>{m.say()}</p>"
    ),
    "quoted angle": lambda m: f"<p title='a > b' data-x=\"<p>no</p>\">{m.say()}</p>",
    "conditional comment": lambda m: f"<!--[if IE]><p>no</p><![endif]--><p>{m.say()}</p>",
    "entities": lambda m: f"<p>&ldquo;Yes,&rdquo; &amp; so on. {m.say()}&nbsp;{m.say()}</p>",
    "control characters": lambda m: f"<p>{m.say()}\x0b{m.say()}\x1e{m.say()}&#x1e;</p>",
    "two quotations": lambda m: f"<p><q>{m.say()}</q> <q>{m.say()}</q></p>",
    "break beside a quotation": lambda m: f"<p><q>{m.say()}</q><br>said Ann Holt.</p>",
    "label": lambda m: f"<label>{m.say('')}</label>",
    "button": lambda m: f"<button>{m.say('')}</button>",
    "open dialog": lambda m: f"<dialog open><p>{m.say('')}</p></dialog>",
    "menu": lambda m: f"<menu><li>{m.say('')}</menu>",
    "silent": lambda m: f'<p aria-hidden="true">{m.say("")}</p>',
    "pull quote": lambda m: f'<div class="pullquote">{m.say("")}</div>',
    "share bar with words": lambda m: f'<div class="share"><p>{m.say("")}</p></div>',
    "newsletter box": lambda m: f'<div class="newsletter"><h3>News</h3><p>{m.say("")}</p></div>',
    "advertisement": lambda m: f'<div class="ad-slot">{m.say("")}</div>',
    "author box": lambda m: f'<div class="author-bio"><p>{m.say("")}</p></div>',
    "sentence as heading": lambda m: f"<h3>{m.say('subheading')}</h3><p>{m.say()}</p>",
    "header": lambda m: f"<header><p>{m.some()}</p></header>",
    "figure without a caption element": lambda m: (
        f"<figure><img src=a.jpg><div>{m.say('caption')}</div></figure>"
    ),
    "raised number": lambda m: (
        f'<p>{m.say()}<sup><a href="#n{m.number}">1</a></sup> {m.say()}</p>'
        f'<p id="n{m.number}">{m.say()} <a href="#r1" role="doc-backlink">↩︎</a></p>'
    ),
    "own elements side by side": lambda m: (
        f"<div><x-piece>{m.say()}</x-piece><x-caption>{m.say('caption')}</x-caption></div>"
    ),
    "heading that unfolds": lambda m: (
        f'<h3><button aria-expanded="false">{m.say("subheading")}</button></h3>'
        f'<div style="display:none"><p>{m.say()}</p></div>'
    ),
    "box with a heading": lambda m: (
        f"<aside><h3>The pier in figures</h3><p>{m.say()}</p><p>{m.say()}</p></aside>"
    ),
    "for subscribers, and shown": lambda m: f'<div class="subscriber-only"><p>{m.say()}</p></div>',
    "shadow without slots": lambda m: (
        f"<x-note><template shadowrootmode=open><p>{m.say()}</p></template>"
        f"<p>{m.aside()}</p> {m.aside()}</x-note>"
    ),
    "card in an article": lambda m: (
        f"<article><p>{m.say()}</p><p>{m.say()}</p><article><h3><a href=/x>Ten piers</a></h3>"
        f"<p>{m.aside()}</p></article><p>{m.say()}</p></article>"
    ),
    "field for mail": lambda m: (
        f'<div><p>{m.aside()}</p><form><input type="email"><button>Go</button></form></div>'
    ),
    "post with its author as a link": lambda m: (
        f'<blockquote class="mastodon-embed"><p>{m.say()}</p>'
        f'<a href="https://x.example/1"><div>Post by Desk{m.number}</div></a></blockquote>'
    ),
    "source of a table": lambda m: (
        f"<table><tr><td>{m.say()}</td></tr><tfoot><tr><td>Source: Desk {m.number}</td></tr>"
        f"</tfoot></table>"
    ),
    "live entry": lambda m: (
        f"<div class=entry><time>09:{m.number % 60:02}</time><h3>News</h3><p>{m.some()}</p></div>"
    ),
}

WRAPPERS = (
    "{}",
    "<article>{}</article>",
    "<main>{}</main>",
    '<div id="content"><div class="post">{}</div></div>',
    "<main><article><div class='article-body'>{}</div></article></main>",
    "<table width=100%><tr><td>{}</td></tr></table>",
    "<center><table><tr><td><font face=Arial>{}</font></td></tr></table></center>",
    '<form id="aspnet">{}</form>',
)


def furniture(maker: Maker) -> tuple[str, str]:
    """Return what stands above and below the story."""
    pick = maker.dice.choice
    links = "".join(f"<li><a href=/{i}>{pick(PLACES)} news</a></li>" for i in range(6))
    teasers = "".join(
        f"<div><a href=/t{i}><h3>{pick(TEASERS)} {pick(PLACES)}</h3></a></div>" for i in range(3)
    )
    above = f"<header><nav><ul>{links}</ul></nav></header>"
    below = (
        f'<section class="related"><h2>Related</h2>{teasers}</section>'
        f'<section id="comments"><h3>2 comments</h3><p>{maker.aside()}</p>'
        f"<p>{maker.aside()}</p></section>"
        f"<footer><p>{maker.aside()}</p></footer>"
    )
    return above, below


def make_page(seed: int, shape: str | None = None) -> Made:
    """Return a page of a few shapes, the same one for the same seed.

    Args:
        seed: Where the choices begin.
        shape: One shape that has to be in it.
    """
    maker = Maker(random.Random(seed))
    names = maker.dice.sample(sorted(SHAPES), 4)
    if shape is not None:
        names.insert(maker.dice.randrange(1, 4), shape)
    pieces = [f"<p>{maker.some()}</p>", f"<p>{maker.some()}</p>"]
    for name in names:
        pieces.append(SHAPES[name](maker))
        pieces.append(f"<p>{maker.some()}</p>")
    things = maker.dice.choice(("boats", "bridges", "bells"))
    title = f"{maker.dice.choice(PLACES)} counts its {things}"
    above, below = furniture(maker) if seed % 3 else ("", "")
    body = maker.dice.choice(WRAPPERS).format(f"<h1>{title}</h1>" + "\n".join(pieces))
    head = f"<!DOCTYPE html><html><head><title>{title}</title></head>"
    maker.made.html = f"{head}<body>{above}{body}{below}</body></html>"
    return maker.made


def fates(made: Made, article: Article) -> Iterator[tuple[str, str]]:
    """Yield what went wrong with which sentence.

    It is "lost", "twice", "glued", "left out" (of the story, with a reason), "taken in" (though it
    stands around the story) or in the wrong "zone".
    """
    text = " ".join(article.text.split())
    left = " ".join(" ".join(piece.text.split()) + " ¶" for piece in article.removed)
    for sentence, zone in made.story:
        inside, outside = text.count(sentence), left.count(sentence)
        if inside + outside != 1:
            yield ("twice" if inside + outside else "lost"), sentence
        elif not zone:
            continue
        elif outside:
            yield "left out", sentence
        elif is_glued(text, sentence):
            yield "glued", sentence
        elif zone_of(article, sentence) != zone:
            yield "zone", f"{zone_of(article, sentence)} not {zone}: {sentence}"
    for sentence in made.around:
        if sentence in text:
            yield "taken in", sentence
        elif left.count(sentence) != 1:
            yield ("twice" if sentence in left else "lost"), sentence


def is_glued(text: str, sentence: str) -> bool:
    """Tell whether a sentence has no space before or after it."""
    start = text.index(sentence)
    before, after = text[start - 1 : start], text[start + len(sentence) :][:1]
    return before not in {"", " ", "“", "‘"} or after not in {"", " ", "”", "’"}


def zone_of(article: Article, sentence: str) -> str:
    """Return the kind of the zone that a sentence stands in."""
    for zone in article.zones:
        if sentence in " ".join(zone.span.of(article.text).split()):
            return zone.kind
    return "none"

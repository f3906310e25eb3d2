"""Markdown with optional front matter -> an Article. Links give their words, pictures nothing."""

import re

from reader.core.article import Article
from reader.intake.plain_text import date_in
from reader.intake.zones import Piece, build_article

_FRONT = re.compile(r"\A---\n(.*?)\n---\s*(?:\n|\Z)", re.DOTALL)
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*_])")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_LIST = re.compile(r"^(?:[-*+]|\d{1,3}[.)])\s+(.*)")


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text is written in Markdown: front matter or a `#` heading first."""
    return bool(_FRONT.match(text)) or text.lstrip().startswith("# ")


def read_markdown(text: str, origin: str) -> Article:
    """Return the article in a Markdown text."""
    facts, body = _split(text)
    title = facts.get("title")
    pieces: list[Piece] = []
    for block in re.split(r"\n\s*\n", body.strip()):
        for piece in _block_pieces(block):
            if piece.kind == "headline":
                title = title or piece.text
                if any(one.kind == "headline" for one in pieces):
                    piece = Piece(piece.text, "subheading")  # noqa: PLW2901 -- only the first is the title
            pieces.append(piece)
    if title and not any(piece.kind == "headline" for piece in pieces):
        pieces.insert(0, Piece(title, "headline"))
    plain = Article(
        "",
        (),
        title=title or next((p.text for p in pieces if p.kind == "headline"), None),
        byline=facts.get("byline") or facts.get("author"),
        published=date_in(facts.get("date", "")),
        outlet=facts.get("outlet"),
        origin=origin,
    )
    return build_article(pieces, plain)


def _split(text: str) -> tuple[dict[str, str], str]:
    found = _FRONT.match(text)
    if found is None:
        return {}, text
    facts = {}
    for line in found.group(1).splitlines():
        name, colon, value = line.partition(":")
        if colon and value.strip():
            facts[name.strip().lower()] = value.strip().strip("\"'")
    return facts, text[found.end() :]


def _block_pieces(block: str) -> list[Piece]:
    lines = [line.strip() for line in block.splitlines() if line.strip()]
    pieces: list[Piece] = []
    running: list[str] = []

    def end_paragraph() -> None:
        words = _plain(" ".join(running))
        running.clear()
        if words:
            pieces.append(Piece(words))

    for line in lines:
        heading, item = _HEADING.match(line), _LIST.match(line)
        picture = _PICTURE.fullmatch(line)
        if heading or item or picture:
            end_paragraph()
        if heading:
            kind = "headline" if len(heading.group(1)) == 1 else "subheading"
            pieces.append(Piece(_plain(heading.group(2)), kind))  # type: ignore[arg-type]  # both are zone kinds
        elif item:
            pieces.append(Piece(_plain(item.group(1)), "list-item"))
        elif picture:
            words = _plain(picture.group(1))
            if words:
                pieces.append(Piece(words, "caption"))
        else:
            running.append(line.removeprefix("> "))
    end_paragraph()
    return [piece for piece in pieces if piece.text]


def _plain(text: str) -> str:
    text = _PICTURE.sub(r"\1", text)
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub(r"\2", text)
    return " ".join(text.replace("`", "").split())

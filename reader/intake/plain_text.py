"""Plain or pasted text -> an Article: furniture of web pages is told from the story."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from reader.core.article import Article, Zone, ZoneKind
from reader.core.spans import Span
from reader.intake.zones import Piece, build_article

_MONTHS = "january february march april may june july august september october november december"
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES = (
    re.compile(rf"(?i)\b{_ORDINAL}\s+{_MONTH},?\s+(?P<year>\d{{4}})"),
    re.compile(rf"(?i)\b{_MONTH}\s+{_ORDINAL},?\s+(?P<year>\d{{4}})"),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"),
)
_LONGEST_TITLE = 200
_LONGEST_DATE_LINE = 80
_LONGEST_CAPTION = 400
_LAST_BYLINE = 12  # blocks from the top in which an author may be named
_ICONS = re.compile(r"(?i)\bicon[ -]?|icon\b")
_BYLINE = re.compile(
    r"(?i)^(?:by|words by|from)\s+(?!the\b)[A-Z][\w.’'-]+(?:[ ,|&-]+[\w.’'@-]+){0,12}$"
)
_AGENCIES = r"getty images|afp|reuters|ap|epa|tass|ria novosti|sputnik"
_CREDIT = re.compile(
    r"(?i)(?:\((?=[^()]*(?:/|photo|image|getty|reuters|afp|ap\b|epa))[^()]{3,80}\)"
    r"|(?:photo(?:graph)?|picture|image|credit|illustration)(?: by|:)\s?[^.]{2,80}"
    rf"|©.{{2,60}}|/\s?(?:{_AGENCIES})[^.]{{0,30}})\.?$"
)
_SHARE = frozenset(
    "share tweet print email e-mail facebook twitter x whatsapp linkedin pinterest reddit "
    "telegram copy link save comments comment like follow subscribe login log in sign "
    "up in menu home search close skip to content main navigation newsletter newsletters "
    "advertisement "
    "advertisment ad sponsored more next previous back top play pause mute vk rss flipboard "
    "messenger pocket instapaper on this via and listen bookmark gift article".split()
)
_MORE = re.compile(
    r"(?i)^(?:read (?:more|also|next)|also read|related(?: (?:articles?|stories|news|topics))?|"
    r"more (?:on|from|stories)|see also|recommended|trending|most read|you may also like|"
    r"watch(?: now)?:|listen:)\b"
)
_NOTE = re.compile(
    r"(?i)^(?:editor[’']?s note|this (?:article|story|piece) (?:was|has been|is) (?:amended|"
    r"updated|corrected|originally|part of|published)|correction:|clarification:|follow us on|"
    r"sign up (?:to|for)|subscribe to|download (?:our|the) app|the views expressed|"
    r"the statements, views and|©|copyright|all rights reserved|our journalism|"
    r"support (?:our|us)|disclaimer|donate)\b"
)
_LIST = re.compile(r"^(?:[-*•‣–]|\d{1,2}[.)])\s+\S")
_ENDS = tuple(".!?:;,…\"”’')")


@dataclass(slots=True)
class _Facts:
    """What is learned on the way."""

    title: str | None = None
    byline: str | None = None
    published: str | None = None
    pieces: list[Piece] = field(default_factory=list)


def read_plain_text(text: str, origin: str) -> Article:
    """Return the article in a plain text, furniture told apart."""
    facts = _Facts()
    blocks = paragraphs(text)
    for index, block in enumerate(blocks):
        facts.pieces.append(_sorted_block(block, index, blocks, facts))
    plain = Article("", (), title=facts.title, byline=facts.byline,
                    published=facts.published, origin=origin)  # fmt: skip
    return build_article(facts.pieces, plain)


def read_verbatim(text: str, origin: str) -> Article:
    """Return the text exactly as it is; its paragraphs are the zones."""
    zones = []
    for found in re.finditer(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", text):
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        end = found.end() - (len(found.group()) - len(found.group().rstrip()))
        zones.append(Zone("paragraph", Span(start, end)))
    return Article(text, tuple(zones), origin=origin)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text; hard-wrapped lines are joined."""
    blocks: list[str] = []
    for block in re.split(r"\n[^\S\n]*\n\s*", text.strip("\n")):
        lines = [" ".join(line.split()) for line in block.split("\n") if line.strip()]
        if _is_wrapped(lines):
            blocks.append(" ".join(lines))
        else:
            blocks.extend(lines)
    return blocks


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether lines were broken at a fixed width, not at ends of sentences."""
    if len(lines) < 3 or any(_LIST.match(line) for line in lines):
        return False
    inner = lines[:-1]
    unfinished = sum(not line.endswith(_ENDS) for line in inner)
    return max(map(len, lines)) <= 100 and unfinished >= 0.6 * len(inner)


def _sorted_block(block: str, index: int, blocks: Sequence[str], facts: _Facts) -> Piece:
    reason = _furniture(block)
    if not reason and facts.title is not None and block.casefold() == facts.title.casefold():
        reason = "title given twice"
    if reason:
        return Piece(block, None, reason)
    if _is_date_line(block, facts) or _is_byline(block, index, facts):
        return Piece(block, "dateline")
    return Piece(block, _kind(block, index, blocks, facts))


def _is_date_line(block: str, facts: _Facts) -> bool:
    if len(block) > _LONGEST_DATE_LINE or block.endswith((".", "”", '"')):
        return False
    day = date_in(block)
    facts.published = facts.published or day
    return day is not None


def _is_byline(block: str, index: int, facts: _Facts) -> bool:
    if index >= _LAST_BYLINE or len(block) >= 100 or not _BYLINE.match(block):
        return False
    facts.byline = facts.byline or block
    return True


def _kind(block: str, index: int, blocks: Sequence[str], facts: _Facts) -> ZoneKind:
    if _NOTE.match(block):
        return "standing-note"
    if len(block) < _LONGEST_CAPTION and _CREDIT.search(block):
        return "caption"
    if facts.title is None and _is_title(block, facts.pieces, blocks):
        facts.title = block
        return "headline"
    if _LIST.match(block):
        return "list-item"
    return "subheading" if _is_subheading(block, index, blocks) else "paragraph"


def _furniture(block: str) -> str:
    """Return why a block does not belong to the story, or ""."""
    if len(_ICONS.findall(block)) >= 5:
        return "icon names of the page"
    words = re.findall(r"[a-z-]+", block.lower())
    if len(block) < 120 and words and all(word in _SHARE for word in words):
        return "menu or share bar"
    if _MORE.match(block) and len(block) < 160:
        return "“read more” list"
    return ""


def _is_title(block: str, before: Iterable[Piece], blocks: Sequence[str]) -> bool:
    if any(piece.kind in {"paragraph", "list-item"} for piece in before):
        return False
    if len(block) > _LONGEST_TITLE or len(blocks) < 2:
        return False
    return blocks.count(block) > 1 or not block.endswith((".", ",", ";", ":"))


def _is_subheading(block: str, index: int, blocks: Sequence[str]) -> bool:
    if not 0 < index < len(blocks) - 1 or len(block) > 90 or len(block.split()) > 12:
        return False
    if block.endswith(_ENDS) and not block.startswith(("“", '"')):
        return False
    return block[0].isupper() and len(blocks[index + 1]) > len(block)


def date_in(text: str) -> str | None:
    """Return the first date in a short text as yyyy-mm-dd, or None."""
    for pattern in _DATES:
        found = pattern.search(text)
        if found is None:
            continue
        month = found.group("month").lower()
        number = (
            int(month)
            if month.isdigit()
            else [name[:3] for name in _MONTHS.split()].index(month[:3]) + 1
        )
        try:
            day = datetime(int(found.group("year")), number, int(found.group("day")))  # noqa: DTZ001 -- a date printed without a zone
        except ValueError:
            continue
        return day.date().isoformat()
    return None

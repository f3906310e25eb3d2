"""What a web page puts around a story: share bars, menus, notes, credits, lists of links.

The words themselves are in resources/language/en/page-furniture.toml, which tells their form.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from reader.core.text.expressions import any_of
from reader.intake.text.date_lines import beside_date, date_in, is_byline
from reader.tables.files import kept_for_lines, read_once, read_table
from reader.tables.problems import key_problems, list_problems, pattern_problems, text_problems
from reader.values import frozen

_LONGEST_BAR = 120
_FEWEST_ICONS = 5
_FEWEST_LINKS = 3
_LONGEST_ITEM = 4  # words
_LONGEST_LINK = 160
_LONGEST_CAPTION = 400
_LONGEST_NOTE = 600
_LONGEST_HEAD = 80
_LONGEST_NAME = 100
_ICONS = re.compile(r"(?i)\bicon(?!i)|(?<!sil)(?<!lex)icon\b")
_WORDS = re.compile(r"[^\W\d_][\w-]*")
_PICTURE_FILE = re.compile(r"(?i)[^\s/]{1,200}\.(?:jpe?g|png|gif|webp|svg|avif|tiff?|bmp)")
_SITE = re.compile(r"(?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]{3,}\.[a-z]{2,8}")
_BAR = re.compile(r"\s+[|·•/]\s+|\s*[|·•]\s*")
_ENDED = re.compile(r"[.?!·]\s")
_ADDRESS = re.compile(r"(?:^|\s)[(<]?[\w.+-]{0,60}@[\w.-]{1,60}[)>]?")  # of mail, or in a network
# What an author is, in small letters: "Ann Holt, harbour reporter", "Ann Holt | Staff writer".
_ROLE = re.compile(
    r"(?:,\s+[a-z]\S{0,20}(?:\s[a-z]\S{0,20}){0,4}|\s\|\s+[A-Z]?[a-z]{1,20}(?:\s[a-z]{1,20}){1,4})$"
)
_PARTS = re.compile(r"\s*[·•|]\s*|\s+[–—-]\s+")  # of a line with author, time and topics
_SHORT_TIME = re.compile(r"(?:,|\s[·•|–—-])\s*\d{1,3}\s?[a-z]{1,7}\.?(?:\s[a-z]{1,7})?$")
_ASKING = (
    ("invitation", "invitation to follow, sign up or write"),
    ("paywall", "notice of a paywall"),
    ("disclosure", "note of the site about itself"),
)

TABLE = "page-furniture"
_KINDS = frozenset(
    {
        "ago",
        "link-head",
        "note",
        "correction",
        "invitation",
        "interruption",
        "disclosure",
        "paywall",
        "credit",
        "credit-line",
        "about-author",
    }
)


@frozen
class Furniture:
    """The words of page furniture in one language.

    Attributes:
        share: Words of share bars and menus.
        sections: Those and the names of sections.
        expressions: Regular expressions by kind; `pattern` makes them ready when they are needed.
        before: What stands before the name of an author.
        nobody: What stands where no author is known.
    """

    share: frozenset[str]
    sections: frozenset[str]
    expressions: Mapping[str, str]
    before: re.Pattern[str]
    nobody: frozenset[str]

    def pattern(self, kind: str) -> re.Pattern[str]:
        """Return the pattern of a kind; all of them take as long to make as a page to read."""
        return _ready(self.expressions[kind])


@cache
def _ready(expression: str) -> re.Pattern[str]:
    return re.compile("(?i)" + expression)


@read_once
def furniture_words() -> Furniture:
    """Return the words of page furniture, read from their table once."""
    table = read_table(TABLE, furniture_problems)
    share = frozenset(table["share_words"].split())
    before = any_of(table["authors"]["before"])
    return Furniture(
        share,
        share | frozenset(table["section_words"].split()),
        {row["kind"]: row["pattern"] for row in table["patterns"]},
        re.compile(rf"(?i)(?:{before})(?:\s+|(?<=:))(?=\S)"),
        frozenset(table["authors"]["nobody"]),
    )


def furniture_problems(table: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with a table of page furniture, as finished sentences."""
    known = ("share_words", "section_words", "authors", "patterns")
    found = [*key_problems(table, known), *text_problems(table, *known[:2])]
    authors, rows = table.get("authors"), table.get("patterns")
    if isinstance(authors, Mapping):
        found += list_problems(authors, "before", "nobody")
    else:
        found.append("“[authors]” is missing.")
    kinds: set[str] = set()
    for row in rows if isinstance(rows, list) else ():
        kind, pattern = (
            (row.get("kind"), row.get("pattern")) if isinstance(row, dict) else (None, None)
        )
        if kind not in _KINDS or kind in kinds or not isinstance(pattern, str):
            found.append(f"“{str(kind)[:40]}” is no kind of pattern, is there twice, or has none.")
            continue
        kinds.add(kind)
        found += pattern_problems(kind, "(?i)" + pattern)
    found += [f"The pattern of “{kind}” is missing." for kind in sorted(_KINDS - kinds)]
    return found


def reason_to_leave_out(block: str) -> str:
    """Return why a block of text does not belong to the story, or ""."""
    icons = len(_ICONS.findall(block)) if "icon" in block.lower() else 0
    if icons >= _FEWEST_ICONS and len(block.split()) <= 4 * icons:
        return "icon names of the page"
    if opens_link_list(block) or (is_link_line(block) and _is_link_line_with_head(block)):
        return "“read more” list"
    words = furniture_words()
    if words.pattern("ago").fullmatch(block):
        return "how long ago it appeared"
    if _is_bar(block, words.sections):
        return "menu or share bar"
    found = _WORDS.findall(block.lower()) if len(block) < _LONGEST_BAR else []
    if found and words.share.issuperset(found) and not block.endswith((".", "!", "?")):
        return "menu or share bar"
    return ""


def reason_as_interruption(block: str) -> str:
    """Return why a block is nothing but a button or label of the page, or ""."""
    if len(block) < _LONGEST_BAR and furniture_words().pattern("interruption").fullmatch(block):
        return "part of the page, not of the story"
    return "name of a picture’s file" if _PICTURE_FILE.fullmatch(block) else ""


@kept_for_lines
def reason_as_furniture(block: str) -> str:
    """Return why a block that a web page shows between its paragraphs is none of them, or ""."""
    pattern = furniture_words().pattern
    reason = reason_as_interruption(block)
    if reason:
        return reason
    if len(block) >= _LONGEST_NOTE:
        return ""
    for kind, reason in _ASKING:
        if pattern(kind).match(block):
            return reason
    if pattern("note").match(block) and not pattern("correction").match(block):
        return "note that is repeated from story to story"
    return ""


def _is_bar(block: str, sections: frozenset[str]) -> bool:
    """Tell whether a line is a row of short links: "Home | News | Sport"."""
    items = [item for item in _BAR.split(block) if item] if len(block) < _LONGEST_BAR else []
    if len(items) < _FEWEST_LINKS:
        return False
    words = [_WORDS.findall(item.lower()) for item in items]
    return all(0 < len(item) <= _LONGEST_ITEM and sections.issuperset(item) for item in words)


@kept_for_lines
def tells_time(line: str) -> bool:
    """Tell whether a line holds a date or says how long ago something was."""
    if len(line) >= _LONGEST_LINK:
        return False
    is_ago = furniture_words().pattern("ago").search(line) is not None
    return is_ago or date_in(line) is not None


@kept_for_lines
def opens_link_list(block: str) -> bool:
    """Tell whether a line announces links to other stories: "Read more:", "Related"."""
    if len(block) >= _LONGEST_HEAD:
        return False
    return furniture_words().pattern("link-head").fullmatch(block.rstrip(" :…»>")) is not None


def _is_link_line_with_head(block: str) -> bool:
    """Tell whether a line announces another story and names it: "Read more: Mayor leaves"."""
    found = furniture_words().pattern("link-head").match(block)
    return found is not None and re.match(r"\s*[:|»>]\s*\S", block[found.end() :]) is not None


def is_link_line(block: str) -> bool:
    """Tell whether a line below "Read more" may be the title of another story."""
    return len(block) < _LONGEST_LINK and not block.rstrip("\"”’')").endswith((".", ":", ";"))


def is_standing_note(block: str) -> bool:
    """Tell whether a block is one of the notes that a paper repeats from story to story."""
    return (
        len(block) < _LONGEST_NOTE and furniture_words().pattern("note").match(block) is not None
    )


def is_correction(block: str) -> bool:
    """Tell whether a block says what was wrong in the story."""
    is_short = len(block) < _LONGEST_NOTE
    return is_short and furniture_words().pattern("correction").match(block) is not None


def is_caption(block: str) -> bool:
    """Tell whether a block ends in the credit of a picture."""
    if len(block) >= _LONGEST_CAPTION:
        return False
    return furniture_words().pattern("credit").search(block) is not None


@kept_for_lines
def is_credit(block: str) -> bool:
    """Tell whether a block is nothing but the credit of a picture."""
    if len(block) >= _LONGEST_BAR:
        return False
    return furniture_words().pattern("credit-line").fullmatch(block) is not None


def is_about_author(block: str, author: str) -> bool:
    """Tell whether a block tells who the author of the article is."""
    if not author or len(author) > _LONGEST_NAME or not block.startswith(author):
        return False
    return furniture_words().pattern("about-author").match(block, len(author)) is not None


def names_author(line: str) -> bool:
    """Tell whether a line begins as one that names the author: "By", "Posted by"."""
    return furniture_words().before.match(line) is not None


def is_site(name: str) -> bool:
    """Tell whether a name is the address of a web site, such as Courier.com, and so no author."""
    return _SITE.fullmatch(name) is not None


def asks_to_pay(block: str) -> bool:
    """Tell whether a block says, anywhere in it, that more is for those who pay or sign in."""
    wanted = furniture_words().pattern("paywall")
    return any(wanted.match(words.strip()) for words in _ENDED.split(block[:_LONGEST_NOTE]))


def without_addresses(line: str) -> str:
    """Return a line without addresses of mail and names in networks."""
    return " ".join(_ADDRESS.sub(" ", line).split())


def byline_in(line: str) -> str:
    """Return the part of a line that names an author: "By Ann Holt" of "By Ann Holt · 2h ago"."""
    parts = _PARTS.split(line[:_LONGEST_LINK])
    return next((part for part in map(_time_off, parts) if is_byline(part)), "")


def _time_off(line: str) -> str:
    """Return a line that names an author without the date or the hours that stand behind."""
    if date_in(line):
        line = beside_date(line).rstrip(" ,;|·•–—-")
    ago = furniture_words().pattern("ago").search(line)
    line = line[: ago.start()] if ago and ago.start() else line
    return _SHORT_TIME.sub("", line).rstrip(" ,;|·•–—-")


def author_in(line: str) -> str:
    """Return the name in a line that names an author, or "" where it names nobody."""
    words = furniture_words()
    name = " ".join(line.split())
    found = words.before.match(name)
    while found:
        name = name[found.end() :]
        found = words.before.match(name)
    name = _time_off(without_addresses(name))
    name = _ROLE.sub("", name).strip(" ,;|·•–—-")
    return "" if name.casefold() in words.nobody else name

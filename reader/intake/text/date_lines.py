"""Lines that say when a text was published and who wrote it."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES = (
    re.compile(rf"(?i)\b{_DAY}\s+{_MONTH},?\s+(?P<year>\d{{4}})(?!\d)"),
    re.compile(rf"(?i)\b{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})(?!\d)"),
    re.compile(r"\b(?P<year>\d{4})[-/](?P<month>\d{2})[-/](?P<day>\d{2})(?!\d)"),
)
_LONGEST_DATE_LINE = 80
_LONGEST_BYLINE = 100
# What may stand beside a date without making a sentence of it.
_BESIDE = re.compile(
    r"(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|T?\b\d{1,2}[:.]\d{2}"
    r"(?::\d{2})?(?:Z|\+\d{2}:?\d{2})?|T\d{2}:\d{2}(?::\d{2})?(?:Z|\+\d{2}:?\d{2})?|"
    r"\b\d{1,2} min(?:ute)?s? read\b|\b[ap]\.?m\b\.?|\b(?:gmt|utc|bst|cet|cest|msk|"
    r"e[ds]?t|c[ds]t|m[ds]t|p[ds]?t|ist|aest|published|updated|last|modified|posted|first|on|at|"
    r"date|time|edited|created)\b"
)
_LONGEST_TIME = 30
_TIME_LINE = re.compile(
    rf"(?i)\d{{1,2}}[:.]\d{{2}}(?:\s?[ap]\.?m\.?)?(?:\s[a-z]{{2,4}})?|"
    rf"\d{{1,2}}\s?[ap]\.?m\.?|{_MONTH}\s+\d{{4}}"
)
_NAME = r"(?:[A-Z][\w.’'-]*|(?:de|van|der|den|von|al|el|la|bin|ibn|du|di|da)\b)"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|[Ww]ords by|Written by|Reporting by|Story by):?\s+{_NAME}(?:\s+{_NAME}){{0,5}}"
    r"(?P<more>(?:\s*(?:,|\||/|–|—|-|&|\band\b|\bin\b|\bfor\b|\bat\b|\bof\b)\s*[\w.’'@&-]+"
    r"(?:\s+[\w.’'@&-]+){0,4}){0,3})"
)
# "By Monday morning" and "By May" name no author.
_NO_AUTHOR = re.compile(
    r"(?i)by\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|by\s+(?:january|february|march|april|"
    r"may|june|july|august|september|october|november|december|christmas|easter|midnight|noon|"
    r"the|a|an|then|now|early|late|all|land|order|law|our|my|this|that|its|his|her|their)\b"
)


def date_in(text: str) -> str | None:
    """Return the first date in a short text as yyyy-mm-dd, or None."""
    for pattern in _DATES:
        found = pattern.search(text)
        day = _iso(found) if found else None
        if day:
            return day
    return None


def _iso(found: re.Match[str]) -> str | None:
    month = found.group("month").lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
    try:
        return date(int(found.group("year")), number, int(found.group("day"))).isoformat()
    except ValueError:
        return None


def date_of_line(line: str) -> str | None:
    """Return the date of a line that holds nothing but a date, time and place, or None.

    "Protest planned for 23 May 2014" is no such line; "KYIV, 23 May, 2014 01:02" is.
    """
    if len(line) > _LONGEST_DATE_LINE:
        return None
    for pattern in _DATES:
        found = pattern.search(line)
        day = _iso(found) if found else None
        if found and day:
            before = _BESIDE.sub("", line[: found.start()]).strip()
            after = _BESIDE.sub("", line[found.end() :]).strip()
            return day if _is_place(before, before[-1:]) and _is_place(after, after[:1]) else None
    return None


def _is_place(rest: str, edge: str) -> bool:
    """Tell whether words beside a date may be a place or an agency: set off, with capitals."""
    words = re.findall(r"[^\W\d_]+", rest)
    if not words:
        return not re.search(r"\d", rest)
    return not edge.isalnum() and len(words) <= 3 and not re.search(r"\d|(?<![^\W_])[a-z]", rest)


def is_time_line(line: str) -> bool:
    """Tell whether a line is nothing but a time of day or a month: "09:30", "June 2024"."""
    return len(line) <= _LONGEST_TIME and _TIME_LINE.fullmatch(line) is not None


def is_byline(line: str) -> bool:
    """Tell whether a line names the author: "By Nell Harwick, town reporter"."""
    if len(line) > _LONGEST_BYLINE or _NO_AUTHOR.match(line):
        return False
    return _BYLINE.fullmatch(line) is not None

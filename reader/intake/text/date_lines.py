"""Lines that say when a text was published and who wrote it.

The words themselves are in resources/language/en/date-lines.toml, which tells their form.
"""

import re
from collections.abc import Mapping
from datetime import date

from reader.core.text.expressions import any_of
from reader.tables.date_table import TABLE, date_problems
from reader.tables.files import kept_for_lines, read_once, read_table
from reader.values import frozen

_LONGEST_DATE_LINE = 120
_LONGEST_BYLINE = 100
_LONGEST_TIME = 30
_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:Z|\+\d{2}:?\d{2})?"
_JOINS = r",|\||/|–|—|-|&"  # between an author and what the author is


@frozen
class DateWords:
    """The words of date lines in one language, as expressions.

    Attributes:
        months: The number of each month by each of its spellings, in lower case.
        dates: A date, with groups for day, month and year.
        beside: What may stand beside a date without making a sentence of it.
        time_line: A line that holds nothing but a time of day or a month.
        byline: A line that names an author.
        no_author: A line that begins as one does, and names none.
        changed: What stands before the day on which a text was changed.
        agencies: The names of news agencies.
        no_places: What stands where a place would, and is none; in lower case.
        particles: Small words that are part of a name.
        between_authors: What stands between two authors.
    """

    months: Mapping[str, int]
    dates: tuple[re.Pattern[str], ...]
    beside: re.Pattern[str]
    time_line: re.Pattern[str]
    byline: re.Pattern[str]
    no_author: re.Pattern[str]
    changed: re.Pattern[str]
    agencies: frozenset[str]
    no_places: frozenset[str]
    particles: frozenset[str]
    between_authors: frozenset[str]


@read_once
def date_words() -> DateWords:
    """Return the words of date lines, read from their table once."""
    table = read_table(TABLE, date_problems)
    months = table["months"]
    month = rf"(?P<month>{any_of(name for names in months for name in names)})\.?"
    day = rf"(?P<day>\d{{1,2}})(?:{any_of(table['day_endings'])})?"
    lasts, beside = any_of(table["lasts"]), any_of(table["beside"].split())
    particles, joins = any_of(table["particles"]), any_of(table["after_author"])
    name = rf"(?:[A-Z][\w.’'-]*|(?:{particles})\b)"
    return DateWords(
        {name.lower(): n for n, names in enumerate(months, start=1) for name in names},
        (
            re.compile(rf"(?i)\b{day}\s+{month},?\s+(?P<year>\d{{4}})(?!\d)"),
            re.compile(rf"(?i)\b{month}\s+{day},?\s+(?P<year>\d{{4}})(?!\d)"),
            re.compile(r"\b(?P<year>\d{4})[-/](?P<month>\d{2})[-/](?P<day>\d{2})(?!\d)"),
        ),
        re.compile(
            rf"(?i)(?:T|\b){_CLOCK}|\b\d{{1,2}} (?:{lasts})\b|\b[ap]\.?m\b\.?|\b(?:{beside})\b"
        ),
        re.compile(
            rf"(?i)\d{{1,2}}[:.]\d{{2}}(?:\s?[ap]\.?m\.?)?(?:\s[a-z]{{2,4}})?|"
            rf"\d{{1,2}}\s?[ap]\.?m\.?|{month}\s+\d{{4}}"
        ),
        re.compile(
            rf"(?:{any_of(table['before_author'])}):?\s+{name}(?:\s+{name}){{0,5}}"
            rf"(?P<more>(?:\s*(?:{_JOINS}|\b(?:{joins})\b)\s*[\w.’'@&-]+"
            r"(?:\s+[\w.’'@&-]+){0,4}){0,3})"
        ),
        re.compile(rf"(?i)by\s+(?:{any_of(table['no_author'].split())})\b"),
        re.compile(rf"(?i)\b(?:{any_of(table['changed'])})\b"),
        frozenset(table["agencies"]),
        frozenset(table["no_places"]),
        frozenset(table["particles"]),
        frozenset(table["between_authors"]),
    )


def date_in(text: str) -> str | None:
    """Return the first date in a short text as yyyy-mm-dd, or None."""
    for pattern in date_words().dates:
        found = pattern.search(text)
        day = _iso(found) if found else None
        if day:
            return day
    return None


def _iso(found: re.Match[str]) -> str | None:
    month = found.group("month").lower()
    number = int(month) if month.isdigit() else date_words().months[month]
    try:
        return date(int(found.group("year")), number, int(found.group("day"))).isoformat()
    except ValueError:
        return None


def date_of_line(line: str) -> str | None:
    """Return the date of a line that holds nothing but a date, time and place, or None.

    "Protest planned for 23 May 2014" is no such line; "KYIV, 23 May, 2014 01:02" is, and so is
    "PUBLISHED: May 8, 2023 at 10:51 a.m. | UPDATED: May 9, 2023".
    """
    if len(line) > _LONGEST_DATE_LINE:
        return None
    words = date_words()
    for pattern in words.dates:
        found = pattern.search(line)
        day = _iso(found) if found else None
        if found and day:
            before = _without_dates(line[: found.start()], words).strip()
            after = _without_dates(line[found.end() :], words).strip()
            return day if _is_place(before, before[-1:]) and _is_place(after, after[:1]) else None
    return None


def changed_in(line: str) -> str | None:
    """Return the day on which a line says that a text was changed, as yyyy-mm-dd, or None.

    That is 9 May in "PUBLISHED: May 8, 2023 at 10:51 a.m. | UPDATED: May 9, 2023".
    """
    found = date_words().changed.search(line)
    return date_in(line[found.end() :]) if found else None


def beside_date(line: str) -> str:
    """Return what stands in a date line besides dates and what belongs to them."""
    return " ".join(_without_dates(line, date_words()).split())


def _without_dates(rest: str, words: DateWords) -> str:
    """Return what stands beside a date without further dates and what belongs to them."""
    for pattern in words.dates:
        rest = pattern.sub("", rest)
    return words.beside.sub("", rest)


def _is_place(rest: str, edge: str) -> bool:
    """Tell whether words beside a date may be a place or an agency: set off, with capitals."""
    words = re.findall(r"[^\W\d_]+", rest)
    if not words:
        return not re.search(r"\d", rest)
    return not edge.isalnum() and len(words) <= 3 and not re.search(r"\d|(?<![^\W_])[a-z]", rest)


@kept_for_lines
def is_time_line(line: str) -> bool:
    """Tell whether a line is nothing but a time of day or a month: "09:30", "June 2024"."""
    return len(line) <= _LONGEST_TIME and date_words().time_line.fullmatch(line) is not None


def is_byline(line: str) -> bool:
    """Tell whether a line names the author: "By Nell Harwick, town reporter"."""
    words = date_words()
    if len(line) > _LONGEST_BYLINE or words.no_author.match(line):
        return False
    return words.byline.fullmatch(line) is not None

"""What a row of the list says: the quiet line below the title, the numbers, all of it aloud."""

from datetime import date
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from reader.storage.library.rows import TRASH_DAYS, ArticleRow, local_day

_PARTING = " · "


def detail_of(row: ArticleRow) -> str:
    """Return outlet, kind, copies, versions and notes of an article, parted by dots."""
    kind = row.kind if row.kind not in {None, "news", "unknown"} else ""
    parts = (
        row.outlet or "",
        kind or "",
        _days_left(row),
        _copies(row),
        _tr("{n} versions").format(n=row.versions) if row.versions > 1 else "",
        _count(row.notes, _tr("1 note"), _tr("{n} notes")),
        _other_language(row),
        added_words(row),
    )
    return _PARTING.join(filter(None, parts)) or _tr("outlet not known")


def _days_left(row: ArticleRow) -> str:
    """Return how long an article in the trash can be put back."""
    day = local_day(row.trashed or "")
    if not day:
        return ""
    gone = date.today() - date.fromisoformat(day)  # noqa: DTZ011 -- the reader's day
    days = max(0, TRASH_DAYS - gone.days)
    return _tr("1 day left") if days == 1 else _tr("{n} days left").format(n=days)


def tags_of(row: ArticleRow) -> str:
    """Return the tags, which stand in italics after the rest."""
    return ", ".join(row.tags)


def _copies(row: ArticleRow) -> str:
    if row.copy_of is not None:
        words = {
            "agency": _tr("the same agency copy"),
            "near": _tr("much the same text"),
            "version": _tr("an earlier version"),
        }
        return words.get(row.copy_kind or "near", "")
    if row.copies <= row.versions - 1:
        return ""  # they are its versions, which are told
    return _count(row.copies, _tr("1 copy below"), _tr("{n} copies below"))


def _other_language(row: ArticleRow) -> str:
    if row.language in {None, "en"} or row.marks is not None:
        return ""
    name = QLocale.languageToString(QLocale(row.language or "").language())
    return _tr("in {language}, not marked").format(language=name)


def _count(number: int, one: str, many: str) -> str:
    if not number:
        return ""
    return one if number == 1 else many.format(n=number)


def date_of(row: ArticleRow, this_year: int | None = None) -> str:
    """Return the day of publication as "9 May", a dash where it is not known."""
    return day_words(row.published[:10], this_year) if row.published else "–"


def added_words(row: ArticleRow, this_year: int | None = None) -> str:
    """Return when an article was added, where nobody knows when it was published; else ""."""
    if row.published:
        return ""
    return _tr("added {day}").format(day=day_words(local_day(row.added), this_year))


def day_words(day: str, this_year: int | None = None) -> str:
    """Return "9 May" for "2026-05-09", with the year where it is another one than today's."""
    year = date.today().year if this_year is None else this_year  # noqa: DTZ011 -- the reader's day
    return _day_words(day, year)


@lru_cache(maxsize=4_096)
def _day_words(day: str, year: int) -> str:
    when = QDate.fromString(day, "yyyy-MM-dd")
    if not when.isValid():
        return day
    return QLocale("en").toString(when, "d MMM" if when.year() == year else "d MMM yyyy")


def marks_words(row: ArticleRow, *, hides_marks: bool) -> tuple[str, str, str] | str:
    """Return the three counts by voice, a dash for none; or a few words in their stead.

    Args:
        row: The article.
        hides_marks: The reader wants to read first, and has not opened this one.
    """
    if row.marks is None:
        return _tr("not marked yet")
    if hides_marks and row.state == "new":
        return _tr("after reading")
    marks = row.marks
    narrator, direct, indirect = (
        f"{count:,}" if count else "–" for count in (marks.narrator, marks.direct, marks.indirect)
    )
    return narrator, direct, indirect


def state_words(row: ArticleRow) -> str:
    """Return how far an article has been read, in words."""
    return {"new": _tr("new"), "half-read": _tr("half read"), "read": _tr("read")}[row.state]


def spoken_row(row: ArticleRow, *, is_open: bool) -> str:
    """Return a whole row in words, for those who hear it."""
    marks = ""
    if row.marks is not None:
        told = _tr("marks: narrator {narrator}, quoted {quoted}, reported {reported}")
        marks = told.format(
            narrator=row.marks.narrator, quoted=row.marks.direct, reported=row.marks.indirect
        )
    folded = ""
    if row.copies:
        folded = _tr("open") if is_open else _tr("folded")
    parts = (
        row.name,
        detail_of(row),
        tags_of(row),
        date_of(row) if row.published else "",
        state_words(row),
        _tr("{n} words").format(n=row.words),
        marks,
        folded,
    )
    return ", ".join(filter(None, parts))


def _tr(words: str) -> str:
    return QCoreApplication.translate("ArticleRows", words)

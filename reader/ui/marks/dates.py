"""Dates as people write them."""

from datetime import date

from PySide6.QtCore import QDateTime, QLocale, Qt


def date_text(published: str | None) -> str:
    """Return an ISO date as people write it, or "" when there is none."""
    if not published:
        return ""
    try:
        day = date.fromisoformat(published)
    except ValueError:
        return published
    month = QLocale(QLocale.Language.English).monthName(day.month)
    return f"{day.day} {month} {day.year}"


def moment_text(moment: str) -> str:
    """Return a day and a time of day as people write them, where the reader is.

    Args:
        moment: The same in UTC, as `yyyy-mm-ddThh:mm:ssZ`.
    """
    here = QDateTime.fromString(moment, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale("en").toString(here, "d MMM yyyy, hh:mm")

"""Dates as people write them."""

from datetime import date

from PySide6.QtCore import QLocale


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

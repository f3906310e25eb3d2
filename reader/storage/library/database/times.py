"""Times as the library keeps them: in UTC, so that they sort as they stand."""

from datetime import UTC, datetime

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def in_utc(time: datetime) -> str:
    """Return a time as it is kept, such as 2026-11-26T09:00:00Z."""
    return time.astimezone(UTC).strftime(_FORM)


def utc_now() -> str:
    """Return the time now as it is kept."""
    return in_utc(datetime.now(UTC))

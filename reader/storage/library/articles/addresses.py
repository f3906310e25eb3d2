"""Web addresses as names of articles: two spellings of one address are one."""

from urllib.parse import urlsplit, urlunsplit

_SCHEMES = ("http", "https")
_TRACKING = "utm_"  # how the parameters begin that tell where a reader came from


def is_address(origin: str) -> bool:
    """Tell whether an origin is a web address, and no file."""
    return origin.lower().startswith(tuple(f"{scheme}://" for scheme in _SCHEMES))


def address_key(origin: str) -> str:
    """Return what all spellings of one web address share, "" for what is none.

    The scheme, a `www.`, the fragment, a slash at the end and parameters that only tell where a
    reader came from name no other article.
    """
    if not is_address(origin):
        return ""
    try:
        parts = urlsplit(origin.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:  # brackets or a port that are none
        return origin.strip()
    place = host if port in {None, 80, 443} else f"{host}:{port}"
    kept = [part for part in parts.query.split("&") if not part.lower().startswith(_TRACKING)]
    return urlunsplit(("", place, parts.path.rstrip("/"), "&".join(filter(None, kept)), ""))

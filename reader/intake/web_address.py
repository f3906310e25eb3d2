"""Fetching one page, only when the reader has asked for its address."""

import urllib.error
import urllib.request

from reader.errors import ImportFailedError

_SECONDS = 20
_LARGEST = 10_000_000  # bytes
_HINT = "Check the address, or save the page in a browser and open the file."


def fetch(address: str) -> bytes:
    """Return what lies at an http or https address.

    Raises:
        ImportFailedError: It could not be fetched, or is too large.
    """
    if not address.lower().startswith(("http://", "https://")):
        raise ImportFailedError(f"“{address}” is not a web address.", hint=_HINT)
    request = urllib.request.Request(
        address, headers={"User-Agent": "Close Reader", "Accept": "text/html,text/plain"}
    )
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
            data: bytes = answer.read(_LARGEST + 1)
    except (urllib.error.URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise ImportFailedError(
            f"“{address}” could not be fetched: {reason}.", hint=_HINT
        ) from error
    if len(data) > _LARGEST:
        raise ImportFailedError(f"The page at “{address}” is larger than 10 MB.", hint=_HINT)
    return data

"""Fetching one page, only when the reader has asked for its address."""

import http.client
import time
import urllib.error
import urllib.request
from urllib.parse import quote

from reader.errors import ImportFailedError

_SECONDS = 20
_LARGEST = 10_000_000  # bytes
_PIECE = 65_536  # bytes read at a time
_HINT = "Check the address, or save the page in a browser and open the file."
_HEADERS = {"User-Agent": "Close Reader", "Accept": "text/html,text/plain;q=0.9,*/*;q=0.1"}


def fetch(address: str) -> bytes:
    """Return what lies at an http or https address.

    Raises:
        ImportFailedError: It could not be fetched, or is too large.
    """
    if not address.lower().startswith(("http://", "https://")):
        raise ImportFailedError(f"“{address}” is not a web address.", hint=_HINT)
    try:
        plain = quote(address, safe="%/:=&?~#+!$,;'@()*[]")
        request = urllib.request.Request(plain, headers=_HEADERS)
        with urllib.request.build_opener(_WebOnly).open(request, timeout=_SECONDS) as answer:
            return _content(answer, address)
    except (OSError, ValueError, http.client.HTTPException) as error:
        message = f"“{address}” could not be fetched: {_reason(error)}."
        raise ImportFailedError(message, hint=_HINT) from error


class _WebOnly(urllib.request.HTTPRedirectHandler):
    """Follows a page that has moved, but never away from the web."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: object,
        code: int,
        msg: str,
        headers: object,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Return the request for the new address."""
        if not newurl.lower().startswith(("http://", "https://")):
            raise urllib.error.URLError("it leads away from the web")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]  # typeshed names private types


def _content(answer: http.client.HTTPResponse, address: str) -> bytes:
    """Return the body; a server that drips is given up on, as is one that never ends."""
    latest = time.monotonic() + _SECONDS
    data = bytearray()
    while piece := answer.read1(_PIECE):
        data += piece
        if len(data) > _LARGEST:
            message = f"The page at “{address}” is larger than 10 MB."
            raise ImportFailedError(message, hint=_HINT)
        if time.monotonic() > latest:
            raise TimeoutError
    return bytes(data)


def _reason(error: Exception) -> str:
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(error, urllib.error.HTTPError):
        return f"the server answers {error.code}, {error.reason}"
    if isinstance(cause, TimeoutError):
        return f"there was no answer within {_SECONDS} seconds"
    if isinstance(cause, str):
        return cause
    if isinstance(cause, ConnectionRefusedError):
        return "the connection was refused"
    return "the server was not found or gave no proper answer"

"""One small client for the web: pages now, feeds later. It fetches only what it is asked for.

The whole exchange, look-up of the name, connecting, headers, redirects and body together, has one
deadline and one limit on the decoded bytes. It runs on a thread of its own that holds nothing but
its socket: at the deadline, or when nobody wants the answer any more, the socket is shut and the
caller goes on at once.
"""

import http.client
import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import chain
from urllib.parse import urljoin

import urllib3
from urllib3.connection import HTTPConnection

from reader.errors import ImportFailedError
from reader.intake.sources.web_connection import Connection, HttpAddress, ProxyError, read_address
from reader.intake.sources.web_packing import PackingError, Unpacking
from reader.values import frozen

DEADLINE_S = 30.0
LARGEST = 10_000_000  # bytes, decoded
_PIECE = 65_536  # bytes decoded at a time
_LOOKS_PER_SECOND = 10  # how often the caller is asked whether it still wants the answer
_MOST_MOVES = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
_FAILURES = (
    OSError,
    ValueError,
    LookupError,
    http.client.HTTPException,
    urllib3.exceptions.HTTPError,
)
_CUTS = (
    urllib3.exceptions.IncompleteRead,
    urllib3.exceptions.ProtocolError,
    urllib3.exceptions.ReadTimeoutError,
)
_CONDITIONS = frozenset({"if-none-match", "if-modified-since"})
PAGE_HINT = "Check the address, or save the page in a browser and open the file."
_HEADERS = {
    "User-Agent": "Close Reader",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
}


class MovedAwayError(ImportFailedError):
    """A page sends to another site, which is not asked without the reader's consent.

    Attributes:
        target: The address that it sends to.
    """

    def __init__(self, address: str, target: str) -> None:
        super().__init__(
            f"“{address}” sends to another place: {target}.",
            hint="Nothing was asked there. Open that address if you want it.",
        )
        self.target = target


@frozen
class Fetched:
    """What a server answered.

    Attributes:
        data: The body, decoded.
        address: Where it lay in the end, after redirects on one site.
        is_cut: The body ended before the length that the server had named.
        headers: Header fields by lower-case name, such as `etag`.
        status: The status code, 200 or 304.
    """

    data: bytes
    address: str
    is_cut: bool
    headers: dict[str, str]
    status: int


def fetch(
    address: str,
    *,
    headers: dict[str, str] | None = None,
    still_wanted: Callable[[], object] = lambda: None,
    deadline_s: float = DEADLINE_S,
) -> Fetched:
    """Return what lies at an http or https address.

    Args:
        address: What the reader typed or chose.
        headers: Further header fields, such as `If-None-Match`.
        still_wanted: Called about ten times a second; whatever it raises ends the exchange.
        deadline_s: Seconds for everything together.

    Raises:
        ImportFailedError: It could not be fetched, is too large, or took too long.
        MovedAwayError: It sends to another site.
    """
    exchange = _Exchange(address, {**_HEADERS, **(headers or {})})
    latest = time.monotonic() + deadline_s
    exchange.start()
    try:
        while True:
            try:
                outcome = exchange.outcomes.get(timeout=1 / _LOOKS_PER_SECOND)
            except queue.Empty:
                still_wanted()
                if time.monotonic() < latest:
                    continue
                raise _failed(
                    address, f"no whole answer came within {deadline_s:g} seconds"
                ) from None
            if isinstance(outcome, Exception):
                raise outcome
            return outcome
    finally:
        exchange.shut()


def _failed(address: str, reason: str) -> ImportFailedError:
    return ImportFailedError(f"“{address}” could not be fetched: {reason}.", hint=PAGE_HINT)


class _Exchange:
    """One request with its redirects, on a thread that the program never waits for."""

    def __init__(self, address: str, headers: dict[str, str]) -> None:
        self._asked = address
        self._headers = headers
        self._connection = Connection()
        self.outcomes: queue.SimpleQueue[Fetched | ImportFailedError] = queue.SimpleQueue()

    def start(self) -> None:
        """Begin; the outcome is put into `outcomes`."""
        threading.Thread(target=self._run, name="web client", daemon=True).start()

    def shut(self) -> None:
        """End whatever the thread waits for; an outcome that comes late is for nobody."""
        self._connection.shut()

    def _run(self) -> None:
        try:
            self.outcomes.put(self._follow(read_address(self._asked)))
        except ImportFailedError as error:
            self.outcomes.put(error)
        except _FAILURES as error:
            self.outcomes.put(_failed(self._asked, _reason(error)))
        finally:
            self._connection.shut()

    def _follow(self, address: HttpAddress) -> Fetched:
        for _ in range(_MOST_MOVES + 1):
            with closing(self._ask(address)) as answer:
                target = answer.headers.get("location")
                if answer.status not in _MOVED or not target:
                    return self._taken(answer, address)
            moved = self._moved(address, _plain(_as_sent(target)))
            if not moved.is_on_site_of(address):
                raise MovedAwayError(self._asked, moved.text)
            address = moved
        raise _failed(self._asked, "it sends from address to address without end")

    def _moved(self, address: HttpAddress, target: str) -> HttpAddress:
        try:
            return read_address(urljoin(address.text, target))
        except (ValueError, ImportFailedError) as error:
            reason = f"it sends to “{target[:200]}”, which is no web address"
            raise _failed(self._asked, reason) from error

    def _ask(self, address: HttpAddress) -> urllib3.BaseHTTPResponse:
        channel: HTTPConnection = self._connection.open(address)
        channel.request(
            "GET",
            self._connection.target(address),
            headers={**self._connection.headers(address), **self._headers},
            preload_content=False,
            decode_content=False,  # see `_taken`
            enforce_content_length=False,  # what came before a cut is kept, see `_taken`
        )
        return channel.getresponse()

    def _taken(self, answer: urllib3.BaseHTTPResponse, address: HttpAddress) -> Fetched:
        if answer.status not in {200, 203, 304}:
            reason = _plain(answer.reason or "")
            told = f"the server answers {answer.status}" + (f", {reason}" if reason else "")
            raise _failed(self._asked, told)
        if answer.status == 304 and not _CONDITIONS.intersection(map(str.lower, self._headers)):
            raise _failed(self._asked, "the server answers 304 to what was not asked before")
        data, is_cut = bytearray(), False
        unpacking = Unpacking(answer.headers.get("content-encoding", ""))
        try:
            for piece in chain.from_iterable(map(unpacking.pieces, _pieces(answer))):
                data += piece
                if len(data) > LARGEST:
                    message = f"The page at “{self._asked}” is larger than 10 MB."
                    raise ImportFailedError(message, hint=PAGE_HINT)
        except (*_CUTS, PackingError):
            if not data:
                raise
            is_cut = True
        length = answer.headers.get("content-length", "")
        is_short = length.isdecimal() and answer.tell() < int(length)
        is_cut = is_cut or is_short or not unpacking.is_whole
        headers = {name.lower(): _plain(value) for name, value in answer.headers.items()}
        return Fetched(bytes(data), address.text, is_cut, headers, answer.status)


def _pieces(answer: urllib3.BaseHTTPResponse) -> Iterator[bytes]:
    """Yield the body as it comes, still packed."""
    if answer.chunked:
        yield from answer.stream(_PIECE, decode_content=False)
        return
    while piece := answer.read1(_PIECE, decode_content=False):
        yield piece


def _as_sent(words: str) -> str:
    """Return a header field as it was meant: in UTF-8, if it is that."""
    try:
        return words.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return words


def _plain(words: str) -> str:
    """Return a server's words without control signs, and not too long."""
    return "".join(sign for sign in words if sign.isprintable())[:2000].strip()


def _reason(error: Exception) -> str:
    """Return why an exchange failed, in words of ours."""
    if isinstance(error, TimeoutError | urllib3.exceptions.TimeoutError):
        return "there was no answer in time"
    if isinstance(error, ProxyError):
        return str(error)
    if isinstance(error, ConnectionRefusedError):
        return "the connection was refused"
    if isinstance(error, PackingError):
        return "the server packed it in a way that cannot be unpacked"
    if "certificate" in str(error).lower():
        return "the certificate of the server is not trusted"
    return "the server was not found or gave no proper answer"

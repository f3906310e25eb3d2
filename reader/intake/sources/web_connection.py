"""Addresses of the web, and connections whose sockets can be shut from another thread."""

import contextlib
import socket
import ssl
import threading
from http.client import HTTPConnection as PlainConnection
from http.client import HTTPException, HTTPResponse
from urllib.parse import quote, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import truststore
from urllib3 import make_headers
from urllib3.connection import HTTPConnection

from reader.errors import ImportFailedError
from reader.values import frozen

_CONNECT_S = 15.0
_MOST_AHEAD = 100  # answers that a server may send ahead of the one that counts
_SWITCHED = 101  # the answer that another way of talking follows
_HINT = "Type an address that begins with http:// or https://."
_PORTS = {"http": 80, "https": 443}
_SAFE = "%/:=&?~#+!$,;'@()*[]"


class ProxyError(ConnectionError):
    """The proxy of the system is of no use here. The words are the end of a sentence."""


@frozen
class HttpAddress:
    """An http or https address in its parts.

    Attributes:
        text: The whole address, with foreign letters escaped.
        scheme: "http" or "https".
        host: The name of the server, in letters that the network knows.
        port: Where it listens.
        target: Path and query, as a request names them.
    """

    text: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def host_header(self) -> str:
        """Return how a request names the server."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def is_on_site_of(self, other: "HttpAddress") -> bool:
        """Tell whether a redirect from `other` stays where the reader sent the program.

        The same host and port do, and so does the step from http to https or to `www.`, which
        nearly every site takes.
        """
        is_same_host = self.host.removeprefix("www.") == other.host.removeprefix("www.")
        is_usual = all(one.port == _PORTS[one.scheme] for one in (self, other))
        is_weaker = self.scheme == "http" and other.scheme == "https"
        return is_same_host and not is_weaker and (self.port == other.port or is_usual)


def read_address(text: str) -> HttpAddress:
    """Return the parts of an address.

    Raises:
        ImportFailedError: It is no http or https address.
    """
    problem = ImportFailedError(f"“{text[:200]}” is not a web address.", hint=_HINT)
    try:
        parts = urlsplit(quote(text.strip(), safe=_SAFE))
        host = (urlsplit(text.strip()).hostname or "").encode("idna").decode()
        port = _PORTS.get(parts.scheme, 0) if parts.port is None else parts.port
    except ValueError as error:
        raise problem from error
    if parts.scheme not in _PORTS or not host or not port:
        raise problem
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    shown = f"[{host}]" if ":" in host else host
    named = shown if port == _PORTS[parts.scheme] else f"{shown}:{port}"
    return HttpAddress(f"{parts.scheme}://{named}{target}", parts.scheme, host, port, target)


class LastAnswer(HTTPResponse):
    """The answer that counts, behind any that a server sends ahead ("103 Early Hints")."""

    def begin(self) -> None:
        """Read the heads of answers until one is not sent ahead of another.

        Raises:
            HTTPException: The head cannot be read, or too many answers are sent ahead.
        """
        for _ in range(_MOST_AHEAD):
            super().begin()
            if self.status == _SWITCHED or not 100 <= self.status < 200:
                return
            self.headers = None  # type: ignore[assignment]  # None has `begin` read a head
        raise HTTPException("too many answers were sent ahead")


class Connection:
    """One connection after another; `shut` ends the one that is open, from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._is_shut = False

    def open(self, address: HttpAddress) -> HTTPConnection:
        """Return a connection to an address, through the system's proxy where it names one.

        Raises:
            OSError: The server cannot be reached, or its certificate is not trusted.
        """
        named = proxy_of(address)
        proxy = named.address if named else None
        place = (proxy.host, proxy.port) if proxy else (address.host, address.port)
        try:
            opened = socket.create_connection(place, timeout=_CONNECT_S)
        except OSError as error:
            if proxy is None:
                raise
            raise ProxyError(f"the proxy {proxy.host_header} cannot be reached") from error
        plain = self._kept(opened)
        if named and address.scheme == "https":
            _through_proxy(plain, address, named)
        channel = HTTPConnection(address.host, address.port, timeout=_CONNECT_S)
        channel.response_class = LastAnswer
        if address.scheme == "https":
            context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            wrapped = context.wrap_socket(
                plain, server_hostname=address.host, do_handshake_on_connect=False
            )
            self._kept(wrapped)  # before it speaks, so that it can be ended
            wrapped.do_handshake()
            channel.sock = wrapped
        else:
            channel.sock = plain
        return channel

    def target(self, address: HttpAddress) -> str:
        """Return what the request line names: the whole address where a proxy reads it."""
        return address.text if _reading_proxy(address) else address.target

    def headers(self, address: HttpAddress) -> dict[str, str]:
        """Return what a request says to those on the way: whose it is, where a proxy reads it."""
        proxy = _reading_proxy(address)
        return {"Host": address.host_header, **(proxy.headers if proxy else {})}

    def _kept(self, opened: socket.socket) -> socket.socket:
        with self._lock:
            self._sockets.append(opened)
            is_late = self._is_shut
        if is_late:
            self.shut()
            raise ConnectionAbortedError("nobody wants the answer any more")
        return opened

    def shut(self) -> None:
        """End every wait on the sockets, and let none be opened any more."""
        with self._lock:
            self._is_shut = True
            sockets, self._sockets = self._sockets, []
        for opened in reversed(sockets):
            with contextlib.suppress(OSError):  # it was not connected, or is closed already
                opened.shutdown(socket.SHUT_RDWR)
            opened.close()


@frozen
class Proxy:
    """What the system names to be asked in place of a server.

    Attributes:
        address: Where it listens.
        headers: What it is told of the reader: name and password, where its address tells them.
    """

    address: HttpAddress
    headers: dict[str, str]


def proxy_of(address: HttpAddress) -> Proxy | None:
    """Return the proxy that the system names for an address, or None.

    Raises:
        ProxyError: What it names is no address, or a proxy of another kind.
    """
    if proxy_bypass(address.host):
        return None
    known = getproxies()
    named = known.get(address.scheme) or known.get("all", "")
    if not named:
        return None
    if "://" not in named:
        named = f"http://{named}"
    kind = named.partition("://")[0].lower()
    if kind not in _PORTS:
        raise ProxyError(
            f"the system names a proxy of the kind {kind[:20]}, and only http and https are known"
        )
    try:
        return Proxy(read_address(named), _who_asks(named))
    except (ImportFailedError, ValueError) as error:
        raise ProxyError("the proxy that the system names is no address") from error


def _who_asks(proxy: str) -> dict[str, str]:
    """Return the name and password in the address of a proxy as it is told them."""
    parts = urlsplit(proxy)
    if parts.username is None:
        return {}
    who = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return dict(make_headers(proxy_basic_auth=who))


def _reading_proxy(address: HttpAddress) -> Proxy | None:
    """Return the proxy that reads a request itself: one to an https server passes through it."""
    return proxy_of(address) if address.scheme == "http" else None


def _through_proxy(plain: socket.socket, address: HttpAddress, proxy: Proxy) -> None:
    """Ask a proxy for a tunnel to a server."""
    place = f"{address.host}:{address.port}"
    channel = PlainConnection(address.host, address.port)
    channel.sock = plain
    channel.putrequest("CONNECT", place, skip_host=True, skip_accept_encoding=True)
    channel.putheader("Host", place)
    for name, value in proxy.headers.items():
        channel.putheader(name, value)
    channel.endheaders()
    answer = channel.response_class(plain, method="CONNECT")
    answer.begin()
    if answer.status != 200:
        raise ProxyError(f"the proxy opens no way there (its answer is {answer.status})")

"""The web client against a server on this machine that misbehaves in every way we know."""

import gzip
import random
import socket
import struct
import threading
import zlib
from collections.abc import Iterator

import pytest

from reader.errors import ImportFailedError
from reader.intake.read import read_article
from reader.intake.sources import web_client
from reader.intake.sources.web_client import LARGEST, MovedAwayError, fetch
from reader.intake.sources.web_connection import HttpAddress, read_address
from reader.intake.sources.web_packing import Unpacking
from tests.odd_server import PAGE, Server, whole

SHORT_S = 1.0


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


def test_a_page_is_fetched_whole(server: Server) -> None:
    fetched = fetch(server.address)
    assert (fetched.data, fetched.is_cut, fetched.status) == (PAGE, False, 200)
    assert b"User-Agent: Close Reader" in server.asked[0]


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE, wbits=-15)),
        ("X-GZIP", gzip.compress(PAGE[:50]) + gzip.compress(PAGE[50:])),
        ("deflate, gzip", gzip.compress(zlib.compress(PAGE))),
        ("gzip", gzip.compress(PAGE) + b"what stands behind"),
        ("identity", PAGE),
        ("none", PAGE),
        ("UTF-8", PAGE),
        ("utf-8, gzip", gzip.compress(PAGE)),
    ],
)
def test_packed_answers_are_unpacked(server: Server, name: str, packed: bytes) -> None:
    server.answer = lambda peer: peer.sendall(whole(packed, f"Content-Encoding: {name}"))
    fetched = fetch(server.address)
    assert (fetched.data, fetched.is_cut) == (PAGE, False)


def test_a_packed_answer_that_ends_early_is_told(server: Server) -> None:
    packed = gzip.compress(PAGE * 50 + random.Random(1).randbytes(9_000))[:-5_000]
    server.answer = lambda peer: peer.sendall(whole(packed, "Content-Encoding: gzip"))
    fetched = fetch(server.address)
    assert fetched.data.startswith(PAGE)
    assert fetched.is_cut


def test_what_came_before_a_server_went_away_is_kept(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_read = threading.Event()

    class Telling(Unpacking):
        def pieces(self, data: bytes) -> Iterator[bytes]:
            has_read.set()
            return super().pieces(data)

    def answer(peer: socket.socket) -> None:
        peer.sendall(whole(PAGE, length=9_000))
        has_read.wait()  # or the reset would overtake the page
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    server.answer = answer
    monkeypatch.setattr(web_client, "Unpacking", Telling)
    fetched = fetch(server.address)
    assert (fetched.data, fetched.is_cut) == (PAGE, True)


def test_an_answer_without_words_is_told_by_its_address(server: Server) -> None:
    server.answer = lambda peer: peer.sendall(whole(b""))
    with pytest.raises(ImportFailedError, match=f"no words at “{server.address}”"):
        read_article(server.address)


SHORT = "<title>Bridge shut</title><p>The bridge was shut on Friday, the mayor said.</p>"


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (SHORT.encode(), ()),
        (f"<meta charset=utf-8>{SHORT}".encode(), ("Content-Type: text/html; charset=utf-8",)),
        (f"\n<!-- made by hand -->\n{SHORT}".encode(), ("Content-Type: Text/HTML",)),
        (SHORT.encode("utf-16"), ()),
        (SHORT.encode("utf-8-sig"), ("Content-Type: application/xhtml+xml",)),
    ],
)
def test_a_page_need_not_begin_as_one(
    server: Server, body: bytes, fields: tuple[str, ...]
) -> None:
    server.answer = lambda peer: peer.sendall(whole(body, *fields))
    article = read_article(server.address)
    assert (article.title, "<" in article.text) == ("Bridge shut", False)
    assert "The bridge was shut on Friday" in article.text


@pytest.mark.parametrize(
    ("body", "kind", "told"),
    [
        (b"<div>" * 100, "text/html", "no words"),
        (b"<meta http-equiv=refresh content='0;url=/b'>", "", "no words"),
    ],
)
def test_a_page_of_tags_alone_has_no_words(
    server: Server, body: bytes, kind: str, told: str
) -> None:
    server.answer = lambda peer: peer.sendall(whole(body, f"Content-Type: {kind}"))
    with pytest.raises(ImportFailedError, match=told):
        read_article(server.address)


def test_what_a_server_calls_plain_text_is_read_as_it_stands(server: Server) -> None:
    told = "Content-Type: text/plain"
    server.answer = lambda peer: peer.sendall(whole(SHORT.encode(), told))
    assert read_article(server.address).text == SHORT


DRIPS = {
    "status line": (b"HTTP/1.1 2", b"0"),
    "headers": (b"HTTP/1.1 200 OK\r\nX: ", b"a"),
    "continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "body": (b"HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n", b"a"),
    "chunk sizes": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"0"),
    "trailers": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX: ", b"a"),
}


HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\nTransfer-Encoding: chunked\r\n\r\n"
GOES_ON = b"HTTP/1.1 100 Continue\r\n\r\n"


@pytest.mark.parametrize(
    "ahead", [HINTS, HINTS * 20, HINTS + GOES_ON + HINTS, b"HTTP/1.1 102 Processing\r\n\r\n"]
)
def test_answers_that_are_sent_ahead_are_passed_over(server: Server, ahead: bytes) -> None:
    server.answer = lambda peer: peer.sendall(ahead + whole(PAGE))
    fetched = fetch(server.address)
    assert (fetched.data, fetched.is_cut, fetched.status) == (PAGE, False, 200)
    assert "link" not in fetched.headers


@pytest.mark.parametrize(
    ("ahead", "told"),
    [
        (HINTS * 500, "no proper answer"),
        (HINTS, "no proper answer"),
        (b"HTTP/1.1 101 Switching Protocols\r\n\r\n", "101"),
    ],
)
def test_answers_of_which_none_counts_are_told(server: Server, ahead: bytes, told: str) -> None:
    server.answer = lambda peer: peer.sendall(ahead)
    with pytest.raises(ImportFailedError, match=told):
        fetch(server.address)


@pytest.mark.parametrize("kind", DRIPS)
def test_a_server_that_drips_is_given_up_on(server: Server, kind: str) -> None:
    server.answer = server.drip(*DRIPS[kind])
    with pytest.raises(ImportFailedError) as told:
        fetch(server.address, deadline_s=SHORT_S)
    assert told.value.message.endswith(".")
    assert server.address in told.value.message


def test_a_silent_server_is_given_up_on(server: Server) -> None:
    server.answer = lambda _peer: server.ended.wait()
    with pytest.raises(ImportFailedError, match="within 1 seconds"):
        fetch(server.address, deadline_s=SHORT_S)


def test_nobody_waits_for_what_is_not_wanted(server: Server) -> None:
    server.answer = lambda _peer: server.ended.wait()

    class NotWantedError(Exception):
        pass

    def refuse() -> None:
        raise NotWantedError

    with pytest.raises(NotWantedError):
        fetch(server.address, still_wanted=refuse)
    server.answer = lambda peer: peer.sendall(whole(PAGE))
    assert fetch(server.address).data == PAGE


def test_a_body_that_ends_early_is_told(server: Server) -> None:
    server.answer = lambda peer: peer.sendall(whole(PAGE, length=9_000))
    assert fetch(server.address).is_cut
    article = read_article(server.address)
    assert "The bridge was shut" in article.text
    assert any("cut off" in caveat for caveat in article.caveats)


@pytest.mark.parametrize("packs", [False, True])
def test_a_body_without_end_is_refused(server: Server, packs: bool) -> None:
    body = b" " * (LARGEST + 10)
    packed = gzip.compress(body) if packs else body
    field = ("Content-Encoding: gzip",) if packs else ()
    server.answer = lambda peer: peer.sendall(whole(packed, *field))
    with pytest.raises(ImportFailedError, match="larger than 10 MB"):
        fetch(server.address)


@pytest.mark.parametrize("target", ["/b", "b", "?page=2"])
def test_moves_on_one_site_are_followed(server: Server, target: str) -> None:
    def answer(peer: socket.socket) -> None:
        is_first = len(server.asked) == 1
        moved = whole(b"", f"Location: {target}", status="302 Found")
        peer.sendall(moved if is_first else whole(PAGE))

    server.answer = answer
    assert fetch(server.address).data == PAGE


@pytest.mark.parametrize(
    "target", ["http://localhost:9/b", "http://127.0.0.1:9/b", "https://example.org/"]
)
def test_moves_to_other_places_are_told_and_not_followed(server: Server, target: str) -> None:
    moved = whole(b"", f"Location: {target}", status="301 Moved")
    server.answer = lambda peer: peer.sendall(moved)
    with pytest.raises(MovedAwayError) as told:
        fetch(server.address)
    assert told.value.target == target
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "target",
    [
        *("file:///etc/passwd", "ftp://127.0.0.1/", "javascript:alert(1)", "data:text/html,no"),
        *("http://[zz/", "http://127.0.0.1:99999/", "https:///nowhere"),
    ],
)
def test_moves_away_from_the_web_are_refused(server: Server, target: str) -> None:
    server.answer = lambda peer: peer.sendall(whole(b"", f"Location: {target}", status="302 F"))
    with pytest.raises(ImportFailedError) as told:
        fetch(server.address)
    assert f"it sends to “{target}”, which is no web address" in told.value.message
    assert len(server.asked) == 1


def test_a_move_in_foreign_letters_is_told_as_it_was_meant(server: Server) -> None:
    moved = whole(b"", "Location: http://münchen.example/", status="302 Found")
    server.answer = lambda peer: peer.sendall(moved)
    with pytest.raises(MovedAwayError) as told:
        fetch(server.address)
    assert told.value.target == "http://xn--mnchen-3ya.example/"


def test_moves_in_a_circle_end(server: Server) -> None:
    server.answer = lambda peer: peer.sendall(whole(b"", "Location: /a", status="302 Found"))
    with pytest.raises(ImportFailedError, match="without end"):
        fetch(server.address)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\x00\xff" * 40,
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
        whole(b"not gzip at all", "Content-Encoding: gzip"),
        whole(b"\x28\xb5\x2f\xfd words", "Content-Encoding: zstd"),
        whole(gzip.compress(PAGE), "Content-Encoding: " + ", ".join(["gzip"] * 50)),
        b"HTTP/1.1 304 Not Modified\r\n\r\n",
        whole(b"", status="404 \x1b[31mNot Found"),
        whole(b"", status="500 Error"),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nwords",
        b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\nwords",
        b"HTTP/9.9 200 OK\r\n\r\nwords",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\x15\x03\x01\x00\x02\x02\x46",
        PAGE,
    ],
)
def test_what_is_no_proper_answer_is_one_sentence(server: Server, answer: bytes) -> None:
    server.answer = lambda peer: peer.sendall(answer)
    with pytest.raises(ImportFailedError) as told:
        fetch(server.address)
    assert told.value.message.endswith(".")
    assert told.value.message.isprintable()


def test_a_port_where_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(ImportFailedError, match="refused"):
        fetch(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    "text", ["", "https://", "file:///etc/passwd", "http://[::1", "http://a:b/", "a b"]
)
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(ImportFailedError, match="is not a web address"):
        fetch(text)


@pytest.mark.parametrize(
    ("old", "new", "is_same"),
    [
        ("http://a.org/", "https://a.org/x", True),
        ("https://a.org/", "https://www.a.org/", True),
        ("https://a.org/", "http://a.org/", False),
        ("https://a.org/", "https://b.a.org/", False),
        ("http://a.org:8000/", "http://a.org:8001/", False),
        ("http://a.org:8000/", "http://a.org:8000/b", True),
    ],
)
def test_what_counts_as_one_site(old: str, new: str, is_same: bool) -> None:
    assert read_address(new).is_on_site_of(read_address(old)) is is_same


def test_foreign_letters_are_written_as_the_network_knows_them() -> None:
    assert read_address("http://bücher.example/ä?q=ö#c") == HttpAddress(
        "http://xn--bcher-kva.example/%C3%A4?q=%C3%B6",
        "http",
        "xn--bcher-kva.example",
        80,
        "/%C3%A4?q=%C3%B6",
    )


@pytest.mark.parametrize(
    ("proxy", "told"),
    [
        ("::::", "the proxy that the system names is no address"),
        ("http://127.0.0.1:99999", "the proxy that the system names is no address"),
        ("http://127.0.0.1:{free}", "the proxy 127.0.0.1:{free} cannot be reached"),
        (
            "socks5://127.0.0.1:{port}",
            "a proxy of the kind socks5, and only http and https are known",
        ),
        ("http://127.0.0.1:{port}", r"the proxy opens no way there \(its answer is 407\)"),
    ],
)
def test_a_proxy_of_no_use_is_told(
    server: Server, monkeypatch: pytest.MonkeyPatch, proxy: str, told: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free = taken.getsockname()[1]
    port = server.listener.getsockname()[1]
    server.answer = lambda peer: peer.sendall(b"HTTP/1.1 407 Who are you?\r\n\r\n")
    monkeypatch.setenv("https_proxy", proxy.format(free=free, port=port))
    monkeypatch.delenv("no_proxy", raising=False)
    with pytest.raises(ImportFailedError, match=told.format(free=free)) as failed:
        fetch("https://news.example/today")
    assert failed.value.message.startswith("“https://news.example/today” could not be fetched: ")


def test_a_proxy_of_the_system_is_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.address.removesuffix("/a"))
    monkeypatch.delenv("no_proxy", raising=False)
    assert fetch("http://news.example/today").data == PAGE
    assert server.asked[0].startswith(b"GET http://news.example/today HTTP/1.1\r\n")


@pytest.mark.parametrize("variable", ["http_proxy", "all_proxy"])
def test_a_proxy_is_told_the_name_and_password_in_its_address(
    server: Server, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    place = server.address.removesuffix("/a").removeprefix("http://")
    monkeypatch.setenv(variable, f"http://ada:r%40in@{place}")
    monkeypatch.delenv("no_proxy", raising=False)
    assert fetch("http://news.example/today").data == PAGE
    assert b"\r\nproxy-authorization: Basic YWRhOnJAaW4=\r\n" in server.asked[0]


def test_a_proxy_is_told_who_asks_before_it_opens_a_way(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = server.address.removesuffix("/a").removeprefix("http://")
    server.answer = lambda peer: peer.sendall(b"HTTP/1.1 502 No way\r\n\r\n")
    monkeypatch.setenv("https_proxy", f"http://ada:rain@{place}")
    monkeypatch.delenv("no_proxy", raising=False)
    with pytest.raises(ImportFailedError, match="its answer is 502"):
        fetch("https://news.example/today")
    assert b"\r\nproxy-authorization: Basic YWRhOnJhaW4=\r\n" in server.asked[0]

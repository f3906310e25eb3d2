"""A web server on this machine that answers whatever a test wants, well formed or not."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress

PAGE = (
    b"<html><body><h1>Bridge shut</h1>"
    b"<p>The bridge was shut on Friday, the mayor said.</p></body></html>"
)
Answer = Callable[[socket.socket], None]


def whole(body: bytes, *fields: str, status: str = "200 OK", length: int | None = None) -> bytes:
    size = len(body) if length is None else length
    head = "\r\n".join((f"HTTP/1.1 {status}", f"Content-Length: {size}", *fields))
    return head.encode() + b"\r\n\r\n" + body


class Server:
    """Answers every connection with one function; ends all of them when it is closed."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.answer: Answer = lambda peer: peer.sendall(whole(PAGE))
        self.asked: list[bytes] = []
        self.ended = threading.Event()
        self._peers: list[socket.socket] = []
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}/a"

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                peer, _ = self.listener.accept()
                self._peers.append(peer)
                threading.Thread(target=self._talk, args=(peer,), daemon=True).start()

    def _talk(self, peer: socket.socket) -> None:
        with suppress(OSError), peer:
            self.asked.append(peer.recv(65_536))
            self.answer(peer)

    def drip(self, before: bytes, piece: bytes) -> Answer:
        def answer(peer: socket.socket) -> None:
            peer.sendall(before)
            while not self.ended.wait(0.02):
                peer.sendall(piece)

        return answer

    def close(self) -> None:
        self.ended.set()
        self.listener.close()
        for peer in self._peers:
            peer.close()

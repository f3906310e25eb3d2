"""The bodies of web answers, unpacked piece by piece: gzip and deflate, and nothing else."""

import zlib
from collections.abc import Iterator, Sequence

_PIECE = 65_536  # bytes unpacked at a time, however small they were packed
_MOST_LAYERS = 3
_MEMBER = b"\x1f\x8b"  # begins another packed part behind the first
# Ways of packing that were not asked for. What else stands there ("none", "utf-8") packs nothing.
_UNASKED = frozenset(
    {
        "aes128gcm",
        "br",
        "bzip2",
        "compress",
        "dcb",
        "dcz",
        "exi",
        "lzma",
        "x-compress",
        "xz",
        "zstd",
    }
)
_WINDOWS = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


class PackingError(ValueError):
    """An answer is packed in a way that cannot be unpacked."""


class Unpacking:
    """Unpacks one answer; what a small answer unpacks to is never held as a whole."""

    def __init__(self, encodings: str) -> None:
        """Begin.

        Args:
            encodings: The header field `Content-Encoding`, the layer put on last named last.

        Raises:
            PackingError: It names another way of packing than was asked for.
        """
        names = [name.strip() for name in encodings.lower().split(",")]
        is_refused = not _UNASKED.isdisjoint(names)
        names = [name for name in names if name in _WINDOWS]
        if len(names) > _MOST_LAYERS or is_refused:
            raise PackingError(f"packed as {encodings[:80]}")
        self._layers = [_Layer(name) for name in reversed(names)]

    @property
    def is_whole(self) -> bool:
        """Tell whether everything that was begun has come to its end."""
        return all(layer.is_whole for layer in self._layers)

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """Yield what the next bytes of the answer unpack to.

        Raises:
            PackingError: They cannot be unpacked.
        """
        return _through(self._layers, data)


def _through(layers: Sequence["_Layer"], data: bytes) -> Iterator[bytes]:
    if not layers:
        yield data
        return
    for piece in layers[0].pieces(data):
        yield from _through(layers[1:], piece)


class _Layer:
    """One way of packing."""

    def __init__(self, name: str) -> None:
        self._window = _WINDOWS[name]
        self._packed = zlib.decompressobj(self._window)
        self._is_begun = False
        self._is_done = False

    @property
    def is_whole(self) -> bool:
        return not self._is_begun or self._is_done or self._packed.eof

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """Yield what some bytes unpack to; what stands behind the end is left."""
        is_more = bool(data) and not self._is_done
        while is_more:
            piece = self._unpacked(data)
            data = self._packed.unconsumed_tail
            is_more = bool(data) or len(piece) == _PIECE
            if piece:
                yield piece
            if self._packed.eof:
                data = self._packed.unused_data
                is_more = data.startswith(_MEMBER)
                self._is_done = bool(data) and not is_more
                if is_more:
                    self._packed = zlib.decompressobj(self._window)

    def _unpacked(self, data: bytes) -> bytes:
        try:
            piece = self._packed.decompress(data, _PIECE)
        except zlib.error as error:
            if self._is_begun or self._window != zlib.MAX_WBITS:
                raise PackingError(str(error)) from error
            self._window = -zlib.MAX_WBITS  # many servers send deflate without its frame
            self._packed = zlib.decompressobj(self._window)
            self._is_begun = True
            return self._unpacked(data)
        self._is_begun = True
        return piece

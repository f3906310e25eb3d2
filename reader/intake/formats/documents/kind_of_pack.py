"""What a packed document says of its kind before anything of it is unpacked."""

import struct
import zlib

_HEAD = struct.Struct("<4s5H3I2H")  # of the first part: signature, method, sizes, lengths ...
_BEGIN = b"PK\x03\x04"
_NAME = b"mimetype"
_LONGEST = 200  # characters of a kind


def kind_of_pack(data: bytes) -> bytes:
    """Return the kind in the first part of a packed file, or nothing.

    The standards ask for that part to come first and not to be compressed; some programs compress
    it all the same.
    """
    if not data.startswith(_BEGIN) or len(data) < _HEAD.size:
        return b""
    _, _, _, method, *_, name_length, more = _HEAD.unpack_from(data)
    begin = _HEAD.size + name_length
    if data[_HEAD.size : begin] != _NAME:
        return b""
    content = data[begin + more : begin + more + 2 * _LONGEST]
    if method:
        try:
            content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(content, _LONGEST)
        except zlib.error:
            return b""
    return content

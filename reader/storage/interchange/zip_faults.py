"""What can be wrong with a zip that somebody else made, and reading it under a limit."""

import lzma
import struct
import zipfile
import zlib

ENTRY = b"PK\x01\x02"  # begins an entry of the zip's directory, which zipfile reads whole
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    NotImplementedError,
    ValueError,
    LookupError,
    OverflowError,
)
LOCKED = RuntimeError  # zipfile's word for a password
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # others unpack without a limit


def file_in(archive: zipfile.ZipFile, info: zipfile.ZipInfo, longest: int) -> bytes:
    """Return a file of a zip, of which no more is unpacked than the bytes that are asked for.

    Raises:
        zipfile.BadZipFile: It is damaged, or packed in another way than packs of ours are.
    """
    if info.compress_type not in _METHODS:
        raise zipfile.BadZipFile("packed in a way that has no limit")
    with archive.open(info) as file:
        return file.read(longest)

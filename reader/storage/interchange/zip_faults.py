"""What can be wrong with a zip that somebody else made."""

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

"""What can be wrong with a zip that somebody else made, where its files lie, and a limit."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Sequence

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


def folder_in(names: Sequence[str], needed: Sequence[str]) -> str:
    """Return the one folder that holds all of a zip, as `list/`; "" where it has none.

    Programs that pack a folder put its name before each file.

    Args:
        names: The files in the zip.
        needed: Files that stand at the top of a zip as this program makes it; the folder is
            the one with the first of them.
    """
    if not set(needed).isdisjoint(names):
        return ""
    found = {name.removesuffix(needed[0]) for name in names if name.endswith(f"/{needed[0]}")}
    folders = [one for one in found if one.count("/") == 1 and not one.startswith((".", "_", "/"))]
    return folders[0] if len(folders) == 1 else ""

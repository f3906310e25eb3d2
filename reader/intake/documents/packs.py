"""Packed files (DOCX, ODT, EPUB, exports) under limits that hold before anything is unpacked.

A packed file of a few kilobytes can unpack to gigabytes. What its list of parts says is added up
first, and what comes out is counted while it is read, because a list can lie.
"""

import io
import struct
import zipfile
import zlib

from reader.errors import ImportFailedError

LARGEST_PART = 20_000_000  # bytes, unpacked
LARGEST_WHOLE = 200_000_000  # bytes of all parts together, pictures too
_MOST_PARTS = 20_000
_LARGEST_LIST = 4_000_000  # bytes of the list of parts
_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_REMARK = 65_535
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # others unpack without a limit
_PIECE = 65_536
_FAULTS = (
    OSError, ValueError, EOFError, RuntimeError, NotImplementedError, KeyError, OverflowError,
    zipfile.BadZipFile, zlib.error, struct.error,
)  # fmt: skip
_HINT = "Open it in the program that made it, copy the text and paste it here."


class Pack:
    """The parts of one packed file."""

    def __init__(self, data: bytes, name: str) -> None:
        """Look at the list of parts; nothing is unpacked.

        Raises:
            ImportFailedError: It is damaged, or would unpack to more than is sensible.
        """
        self._name = name
        self._read = 0
        _check_list(data, name)
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
            parts = self._file.infolist()
        except _FAULTS as error:
            raise damaged(name) from error
        self._parts = {part.filename: part for part in parts}
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_WHOLE:
            raise too_large(name)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all parts, in the order of the file."""
        return tuple(self._parts)

    def read(self, part: str, largest: int = LARGEST_PART) -> bytes:
        """Return one part, unpacked.

        Raises:
            ImportFailedError: It is missing, damaged, locked or too large.
        """
        found = self._parts.get(part)
        if found is None:
            raise damaged(self._name)
        if found.flag_bits & 1:
            raise locked(self._name)
        if found.compress_type not in _METHODS:
            raise _otherwise_packed(self._name)
        if found.file_size > largest:
            raise too_large(self._name)
        try:
            return self._unpacked(found, largest)
        except _FAULTS as error:
            raise damaged(self._name) from error

    def _unpacked(self, part: zipfile.ZipInfo, largest: int) -> bytes:
        taken = bytearray()
        with self._file.open(part) as stream:
            while piece := stream.read(_PIECE):
                taken += piece
                self._read += len(piece)
                if len(taken) > largest or self._read > LARGEST_WHOLE:
                    raise too_large(self._name)
        return bytes(taken)


def is_pack(data: bytes) -> bool:
    """Tell whether a file begins as packed files do."""
    return data.startswith(b"PK\x03\x04")


def _check_list(data: bytes, name: str) -> None:
    """Refuse a list of parts that would take long, or much memory, to go through."""
    place = data.rfind(_END, max(0, len(data) - _END_SIZE - _LONGEST_REMARK))
    if place < 0 or place + _END_SIZE > len(data):
        raise damaged(name)
    parts, size = struct.unpack("<HI", data[place + 10 : place + 16])
    if size > _LARGEST_LIST or parts > _MOST_PARTS:
        raise too_large(name)


def damaged(name: str) -> ImportFailedError:
    """Return the error for a file that is not whole."""
    return ImportFailedError(f"“{name}” is damaged and cannot be read.", hint=_HINT)


def _otherwise_packed(name: str) -> ImportFailedError:
    """Return the error for a file whose parts are packed in a way that has no limit here."""
    return ImportFailedError(
        f"“{name}” is packed in a way that documents and books are not.",
        hint="Open it in the program that made it, and save it again.",
    )


def locked(name: str) -> ImportFailedError:
    """Return the error for a file that is locked with a password."""
    return ImportFailedError(
        f"“{name}” is locked with a password.",
        hint="Open it in the program that made it and save it without the password.",
    )


def too_large(name: str) -> ImportFailedError:
    """Return the error for a file that would unpack to more than is sensible."""
    return ImportFailedError(f"“{name}” unpacks to more than an article can hold.", hint=_HINT)

"""The files of a zip with others' annotations, unpacked under limits."""

import io
import zipfile

from reader.errors import ImportFailedError
from reader.storage.exports.others.notes_file import LARGEST, TAKE_FEWER
from reader.storage.interchange.zip_faults import DAMAGED, ENTRY, LOCKED, file_in

_MOST_FILES = 2_000


def unpacked(data: bytes, name: str, endings: tuple[str, ...]) -> dict[str, bytes]:
    """Return the files of a zip whose names end so, by their names.

    Raises:
        ImportFailedError: It is damaged, or larger than annotations are.
    """
    if data.count(ENTRY) > _MOST_FILES:
        raise ImportFailedError(
            f"{name} holds more than {_MOST_FILES:,} files, and was not read.", hint=TAKE_FEWER
        )
    parts: dict[str, bytes] = {}
    left = LARGEST
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                if info.filename.endswith(endings) and left >= 0:
                    parts[info.filename] = file_in(archive, info, left + 1)
                    left -= len(parts[info.filename])
    except (*DAMAGED, LOCKED) as error:
        raise ImportFailedError(
            f"{name} is damaged, or no zip file.", hint="Ask for the file again."
        ) from error
    if left < 0:
        raise ImportFailedError(
            f"{name} is larger than {LARGEST // 1_000_000} MB when unpacked.", hint=TAKE_FEWER
        )
    return parts

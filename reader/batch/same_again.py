"""What the lines of a run depend on: where nothing of it has changed, they need not be made again.

Times and sizes are compared, of inputs and of all files that an analysis reads; nothing is read.
"""

import hashlib
import os
import stat
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.batch.documents import AnalysisSettings
from reader.batch.inputs import BatchInput
from reader.paths import Paths
from reader.storage.lexicons.files import lexicon_folders

_PROGRAM = Path(__file__).resolve().parent.parent
_MOST = 20_000  # files and folders of one folder


class _UnknownError(Exception):
    """It cannot be told how all files are."""


def state_of(items: Iterable[BatchInput], settings: AnalysisSettings, paths: Paths) -> str:
    """Return a digest of how all files are that the lines of a run depend on.

    "" where that cannot be told: a folder cannot be listed, or holds too much.

    Args:
        items: The inputs.
        settings: How they are analysed.
        paths: Where the lists and tables lie.
    """
    digest = hashlib.sha256(sys.version.encode())
    try:
        for told in _of_program(settings, paths):
            digest.update(told.encode(errors="surrogatepass"))
        for told in _of_inputs({item.path for item in items if item.path}):
            digest.update(told.encode(errors="surrogatepass"))
    except (OSError, _UnknownError):
        return ""
    return digest.hexdigest()


def _of_program(settings: AnalysisSettings, paths: Paths) -> Iterator[str]:
    """Yield how all files are that belong to the program, and the lists and tables."""
    libraries = sysconfig.get_paths()
    yield from map(_facts, (libraries["purelib"], libraries["platlib"]))
    places = (paths.lexicons, paths.user_lexicons, *settings.lexicons)
    lists = (one for place in places for one in lexicon_folders(place))
    for folder in (_PROGRAM, *lists, paths.resources, paths.own_language):
        yield from _all_in(folder)


def _of_inputs(paths: set[str]) -> Iterator[str]:
    """Yield how inputs are, and the folders that browsers saved beside pages.

    Raises:
        OSError: A folder cannot be listed.
        _UnknownError: One holds too much.
    """
    stems: dict[str, set[str]] = {}
    for path in sorted(paths):
        yield _facts(path)
        stems.setdefault(str(Path(path).parent), set()).add(Path(path).stem)
    for folder, names in sorted(stems.items()):
        beside = (one for one in Path(folder).iterdir() if one.is_dir())
        for one in sorted(beside):
            if any(one.name[:length] in names for length in range(1, len(one.name) + 1)):
                yield from _all_in(one)


def _all_in(folder: Path) -> Iterator[str]:
    """Yield how all files below a folder are, those behind links too, each folder once.

    Raises:
        OSError: A folder went away meanwhile.
        _UnknownError: It holds too much.
    """
    count = 0
    seen: set[tuple[int, int]] = set()
    for place, names, files in os.walk(folder, followlinks=True):
        here = Path(place).stat()
        if (here.st_dev, here.st_ino) in seen:
            names.clear()
            continue
        seen.add((here.st_dev, here.st_ino))
        names[:] = sorted(name for name in names if name != "__pycache__")
        count += 1 + len(files)
        if count > _MOST:
            raise _UnknownError
        for file in sorted(files):
            yield _facts(str(Path(place, file)))


def _facts(path: str) -> str:
    """Return name, size, times and number of a file; a change of its rights counts too."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return f"{path} -\n"
    times = f"{found.st_mtime_ns} {found.st_ctime_ns}"
    return f"{path} {stat.S_IFMT(found.st_mode)} {found.st_size} {times} {found.st_ino}\n"

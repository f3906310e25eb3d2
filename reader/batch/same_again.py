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

_PROGRAM = Path(__file__).resolve().parent.parent
_MOST = 20_000  # files of one folder


def state_of(items: Iterable[BatchInput], settings: AnalysisSettings, paths: Paths) -> str:
    """Return a digest of how all files are that the lines of a run depend on.

    Args:
        items: The inputs.
        settings: How they are analysed.
        paths: Where the lists and tables lie.
    """
    lists = (paths.lexicons, paths.user_lexicons, *settings.lexicons)
    folders = (_PROGRAM, *lists, paths.languages, paths.own_language)
    digest = hashlib.sha256(sys.version.encode())
    libraries = sysconfig.get_paths()
    for library in (libraries["purelib"], libraries["platlib"]):
        digest.update(_facts(library).encode())
    for folder in folders:
        for told in _all_in(folder):
            digest.update(told.encode(errors="surrogatepass"))
    for told in _of_inputs({item.path for item in items if item.path}):
        digest.update(told.encode(errors="surrogatepass"))
    return digest.hexdigest()


def _of_inputs(paths: set[str]) -> Iterator[str]:
    """Yield how inputs are, and the folders that browsers saved beside pages."""
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
    """Yield how all files below a folder are."""
    count = 0
    for place, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if name != "__pycache__")
        for file in sorted(files):
            count += 1
            if count <= _MOST:
                yield _facts(str(Path(place, file)))


def _facts(path: str) -> str:
    """Return name, size, times and number of a file; a change of its rights counts too."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return f"{path} -\n"
    times = f"{found.st_mtime_ns} {found.st_ctime_ns}"
    return f"{path} {stat.S_IFMT(found.st_mode)} {found.st_size} {times} {found.st_ino}\n"

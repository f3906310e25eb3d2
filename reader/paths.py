"""Where shipped files and the reader's own files live."""

import os
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_data_path

from reader.values import frozen

_APP = "close-reader"
MARKER = "portable"  # a file or a folder of this name beside the program keeps all beside it
BESIDE = "close-reader-data"  # the data folder beside a marker that is a file
_LONGEST = 4_096  # characters of a marker


def _is_shipped(folder: Path) -> bool:
    return (folder / "lexicons").is_dir() and (folder / "resources").is_dir()


def _folder_of_program() -> tuple[Path, Path]:
    """Return the folder the program lies in, and the one that holds `lexicons` and `resources`.

    In a checkout both are the folder above the package. A wheel puts the second under `share` of
    the environment, or beside the package where it was unpacked into a folder of its own
    (`pip install --target`), as on a stick.
    """
    above = Path(__file__).resolve().parent.parent
    if _is_shipped(above):
        return above, above
    beside = above / "share" / _APP
    if _is_shipped(beside):
        return above, beside
    return Path(sys.prefix), Path(sysconfig.get_path("data")) / "share" / _APP


def program_folders() -> tuple[Path, ...]:
    """Return the folders that count as beside the program; the first is the program's own."""
    own, _ = _folder_of_program()
    if own != Path(sys.prefix):
        return (own,)
    return tuple(dict.fromkeys((own, Path(sys.executable).absolute().parent)))


def portable_data(folders: Sequence[Path]) -> Path | None:
    """Return the data folder that a marker beside the program names, or None without a marker.

    A folder named `portable` is the data folder itself. A file of that name stands for
    `close-reader-data` beside it, or for the folder that its first line names, seen from it.
    """
    for folder in folders:
        marker = folder / MARKER
        if marker.is_dir():
            return marker
        if marker.is_file():
            return folder / (_first_line(marker) or BESIDE)
    return None


def _first_line(marker: Path) -> str:
    try:
        with marker.open(encoding="utf-8-sig", errors="replace") as file:
            return file.readline(_LONGEST).replace("\0", "").strip()
    except OSError:
        return ""


def usual_data() -> Path:
    """Return where the reader's own files lie when nothing else is said."""
    return user_data_path(_APP, appauthor=False)


@frozen
class Paths:
    """The folders the program reads from and writes to.

    Attributes:
        lexicons: Shipped lexicons, never written to.
        resources: Shipped fonts, icons, samples and language data.
        data: The reader's own files; made when something is first saved.
    """

    lexicons: Path
    resources: Path
    data: Path

    @property
    def languages(self) -> Path:
        """Return the folder of the languages that the program has data of, one a folder."""
        return self.resources / "language"

    @property
    def common_words(self) -> Path:
        """Return the file of words by which the language of a text is guessed."""
        return self.languages / "common-words.toml"

    @property
    def own_language(self) -> Path:
        """Return the folder of the reader's own copies of tables of a language."""
        return self.data / "language"

    def shipped_table(self, name: str) -> Path:
        """Return the shipped file of an English table, such as “page-furniture”."""
        return self.languages / "en" / f"{name}.toml"

    def own_table(self, name: str) -> Path:
        """Return where the reader's own copy of that table lies, if there is one."""
        return self.own_language / "en" / f"{name}.toml"

    @property
    def user_lexicons(self) -> Path:
        """Return the folder of the reader's own lexicons."""
        return self.data / "lexicons"

    @property
    def samples(self) -> tuple[Path, ...]:
        """Return the sample articles that are shipped."""
        return tuple(sorted((self.resources / "samples").glob("*.md")))

    @property
    def compiled_lists(self) -> Path:
        """Return where lists are kept in the form that is quickest to load."""
        return self.data / "compiled"


def default_paths(data: Path | None = None) -> Paths:
    """Return the usual folders.

    The reader's own is `data`, else what CLOSE_READER_DATA names, else what a marker beside the
    program says, else the one that the system has for such files.
    """
    _, shipped = _folder_of_program()
    override = os.environ.get("CLOSE_READER_DATA")
    own = data or (Path(override) if override else portable_data(program_folders()))
    return Paths(
        lexicons=shipped / "lexicons", resources=shipped / "resources", data=own or usual_data()
    )

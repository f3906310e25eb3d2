"""Where shipped files and the reader's own files live."""

import os
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

_APP = "close-reader"


def _shipped_root() -> Path:
    """Return the folder that holds `lexicons` and `resources`.

    In a checkout that is the folder above the package; in an installed wheel both
    lie under the environment's data folder.
    """
    checkout = Path(__file__).resolve().parent.parent
    if (checkout / "lexicons").is_dir() and (checkout / "resources").is_dir():
        return checkout
    return Path(sysconfig.get_path("data")) / "share" / _APP


@dataclass(frozen=True, slots=True)
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
    """Return the usual folders; `data` or CLOSE_READER_DATA replaces the user's own."""
    root = _shipped_root()
    override = os.environ.get("CLOSE_READER_DATA")
    own = data or (Path(override) if override else user_data_path(_APP, appauthor=False))
    return Paths(lexicons=root / "lexicons", resources=root / "resources", data=own)

"""The formats that lists of words come and go in, in one tuple.

`lexicon import` and `export` and the editor's dialogs share it. To add a format, write a module
with its ListFormat and add it to LIST_FORMATS; a test asks for what its users need.
"""

from pathlib import Path

from reader.core.languages.language import Languages
from reader.core.lexicon.lexicon import Lexicon
from reader.errors import LexiconError
from reader.storage.files.text_files import decode_text, read_bytes
from reader.storage.interchange.drafts import Exported
from reader.storage.interchange.list_format import ListFormat, Pack
from reader.storage.interchange.packs import PACK
from reader.storage.interchange.tables import CSV, DICX, TSV
from reader.storage.interchange.word_lists import LEXICODER, LIWC, WORDSTAT
from reader.storage.interchange.yaml_lists import QUANTEDA, VALE
from reader.storage.interchange.yoshikoder import YOSHIKODER
from reader.storage.lexicons.folder_files import PAPERS

LIST_FORMATS = (
    CSV,
    TSV,
    QUANTEDA,
    LIWC,
    DICX,
    YOSHIKODER,
    LEXICODER,
    WORDSTAT,
    VALE,
    PACK,
)


def list_format(name: str) -> ListFormat:
    """Return the format of a name.

    Raises:
        KeyError: There is none.
    """
    return {one.name: one for one in LIST_FORMATS}[name]


def list_format_of_file(path: Path) -> ListFormat | None:
    """Return the format of a file by the ending of its name, None where no format has it."""
    suffix = path.suffix.lower()
    return next((one for one in LIST_FORMATS if suffix in one.endings), None)


def list_endings() -> tuple[str, ...]:
    """Return the endings of all files that can be read."""
    return tuple(ending for one in LIST_FORMATS if one.read is not None for ending in one.endings)


def read_foreign(path: Path, languages: Languages) -> Pack:
    """Read a list of another program, or a pack, by the ending of its name.

    Raises:
        LexiconError: The ending is not known, or the file cannot be read at all.
    """
    known = list_format_of_file(path)
    if known is None or known.read is None:
        raise LexiconError(
            f"{path.name}: this kind of file is not known.",
            hint=f"A list of words ends in {', '.join(list_endings())}.",
        )
    return known.read(read_bytes(path, known.largest), path.name, languages)


def write_foreign(lexicon: Lexicon, name: str, folder: Path | None = None) -> Exported:
    """Return a lexicon in the format of a name.

    Args:
        lexicon: What to write.
        name: The name of one of LIST_FORMATS.
        folder: Where it lies; a pack takes licence and changelog from there.
    """
    return list_format(name).write(lexicon, {} if folder is None else _papers(folder))


def _papers(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for paper in PAPERS:
        for place in (folder / paper, folder / paper.replace("LICENCE.txt", "LICENSE")):
            if place.is_file():
                found.setdefault(paper, decode_text(read_bytes(place, 1_000_000)).text)
    return found

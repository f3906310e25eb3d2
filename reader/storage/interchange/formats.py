"""All formats by name and by file ending: the one door to reading and writing them."""

from collections.abc import Callable, Mapping
from pathlib import Path

from reader.core.lexicon.lexicon import Lexicon
from reader.errors import LexiconError
from reader.storage.interchange.drafts import Exported, Imported
from reader.storage.interchange.format_names import PACK, SUFFIXES, XML_SUFFIXES
from reader.storage.interchange.packs import PAPERS, Pack, read_pack, write_pack
from reader.storage.interchange.tables import (
    read_dicx,
    read_table,
    write_csv,
    write_dicx,
    write_tsv,
)
from reader.storage.interchange.word_lists import (
    read_lexicoder,
    read_liwc,
    read_wordstat,
    write_lexicoder,
    write_liwc,
    write_wordstat,
)
from reader.storage.interchange.yaml_lists import LARGEST, read_yaml, write_quanteda, write_vale
from reader.storage.interchange.yoshikoder import read_yoshikoder, write_yoshikoder
from reader.storage.text_files import LARGEST_FILE, decode_text, read_bytes

_READERS: Mapping[str, Callable[[str, str], Imported]] = {
    ".csv": read_table,
    ".tsv": read_table,
    ".yml": read_yaml,
    ".yaml": read_yaml,
    ".dic": read_liwc,
    ".dicx": read_dicx,
    ".lc3": read_lexicoder,
    ".cat": read_wordstat,
}
_WRITERS: Mapping[str, Callable[[Lexicon], Exported]] = {
    "csv": write_csv,
    "tsv": write_tsv,
    "quanteda": write_quanteda,
    "liwc": write_liwc,
    "dicx": write_dicx,
    "yoshikoder": write_yoshikoder,
    "lexicoder": write_lexicoder,
    "wordstat": write_wordstat,
    "vale": write_vale,
    "pack": write_pack,
}


def read_foreign(path: Path) -> Pack:
    """Read a list of another program, or a pack, by the ending of its name.

    Raises:
        LexiconError: The ending is not known, or the file cannot be read at all.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise LexiconError(
            f"{path.name}: this kind of file is not known.",
            hint=f"A list of words ends in {', '.join(SUFFIXES)}.",
        )
    data = read_bytes(path, LARGEST if suffix in {".yml", ".yaml"} else LARGEST_FILE)
    if suffix == PACK:
        return read_pack(data, path.name)
    if suffix in XML_SUFFIXES:
        return Pack(read_yoshikoder(data, path.name), {})
    read = decode_text(data)
    imported = _READERS[suffix](read.text, path.name)
    if read.note:
        problems = (f"{path.name}: {read.note}", *imported.problems)
        imported = Imported(imported.lexicon, problems)
    return Pack(imported, {})


def write_foreign(lexicon: Lexicon, name: str, folder: Path | None = None) -> Exported:
    """Return a lexicon in one of FORMATS.

    Args:
        lexicon: What to write.
        name: One of FORMATS.
        folder: Where it lies; a pack takes licence and changelog from there.
    """
    if name == "pack" and folder is not None:
        return write_pack(lexicon, _papers(folder))
    return _WRITERS[name](lexicon)


def _papers(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for paper in PAPERS:
        for place in (folder / paper, folder / paper.replace("LICENCE.txt", "LICENSE")):
            if place.is_file():
                found.setdefault(paper, decode_text(read_bytes(place, 1_000_000)).text)
    return found

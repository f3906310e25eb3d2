"""A lexicon packed into one file, `.crlex`: a zip of its two files, licence and changelog."""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from reader.core.languages.language import Languages
from reader.core.lexicon.lexicon import Lexicon
from reader.errors import LexiconError
from reader.schemas import is_later
from reader.storage.files.temporary_folders import temporary_folder
from reader.storage.interchange.drafts import Exported, Imported, lexicon_id
from reader.storage.interchange.list_format import ListFormat, Pack
from reader.storage.interchange.zip_faults import DAMAGED, ENTRY, LOCKED, file_in, folder_in
from reader.storage.lexicons.files import load_lexicon
from reader.storage.lexicons.folder_files import PAPERS
from reader.storage.lexicons.heads import lexicon_toml
from reader.storage.lexicons.tables import entry_table

_SCHEMA = "close-reader/lexicon/1"
_LABEL = "pack.json"
_NEEDED = ("lexicon.toml", "entries.csv")
_LARGEST = 20_000_000  # bytes of one file when unpacked
_MOST_FILES = 100
_ASK = "Ask for the file again."
_DATE = (1980, 1, 1, 0, 0, 0)  # the same lexicon always makes the same file


def write_pack(lexicon: Lexicon, papers: Mapping[str, str] | None = None) -> Exported:
    """Return a lexicon as one file, with licence and changelog."""
    texts = {
        _LABEL: json.dumps(
            {
                "schema": _SCHEMA,
                "id": lexicon.id,
                "title": lexicon.title,
                "version": lexicon.version,
                "licence": lexicon.licence,
                "authors": lexicon.authors,
            },
            ensure_ascii=False,
            indent=1,
        ),
        "lexicon.toml": lexicon_toml(lexicon),
        "entries.csv": entry_table(lexicon.entries),
        "LICENCE.txt": f"{lexicon.licence or 'No licence is named.'}\n",
        "CHANGELOG.md": f"# {lexicon.title}\n\nVersion {lexicon.version}.\n",
        **{name: text for name, text in (papers or {}).items() if name in PAPERS},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in texts.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)
    return Exported(out.getvalue(), ".crlex", ())


def read_pack(data: bytes, name: str, languages: Languages) -> Pack:
    """Read a pack. Only files of known names are looked at, so none can land elsewhere.

    Raises:
        LexiconError: It is no pack, or larger than a lexicon can be.
    """
    try:
        texts = _members(data, name)
    except DAMAGED as error:
        raise LexiconError(f"{name} is damaged, or no lexicon pack.", _ASK) from error
    except LOCKED as error:
        raise LexiconError(f"{name} is locked with a password.", _ASK) from error
    missing = [needed for needed in _NEEDED if needed not in texts]
    if missing:
        raise LexiconError(f"{name} is no lexicon pack: it has no {missing[0]}.", _ASK)
    folder = _named(texts.get(_LABEL, b""), name)
    with temporary_folder() as place:
        target = place / folder
        target.mkdir()
        for needed in _NEEDED:
            (target / needed).write_bytes(texts[needed])
        loaded = load_lexicon(target, languages)
    if loaded.lexicon is None:
        raise LexiconError(f"{name} could not be used: {loaded.problems[0]}")
    papers = {paper: texts[paper].decode("utf-8", "replace") for paper in PAPERS if paper in texts}
    return Pack(Imported(loaded.lexicon, tuple(map(str, loaded.problems))), papers)


def _members(data: bytes, name: str) -> dict[str, bytes]:
    texts = {}
    if data.count(ENTRY) > 10 * _MOST_FILES:
        raise LexiconError(f"{name} holds too many files; a lexicon pack has a handful.")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        if len(infos) > _MOST_FILES:
            raise LexiconError(f"{name} holds {len(infos):,} files; a lexicon pack has a handful.")
        folder = folder_in([info.filename for info in infos], _NEEDED)
        for info in infos:
            member = info.filename.removeprefix(folder)
            is_inside = info.filename.startswith(folder)
            if not is_inside or member not in {*_NEEDED, *PAPERS, _LABEL}:
                continue
            if member in texts:  # programs do not agree which of both counts
                raise LexiconError(f"{name} holds {member} twice.", _ASK)
            text = file_in(archive, info, _LARGEST + 1)
            if len(text) > _LARGEST:
                raise LexiconError(f"{name}: {member} is larger than 20 MB when unpacked.")
            texts[member] = text
    return texts


def _named(written: bytes, name: str) -> str:
    """Return the folder's name: the id on the label, or the file's own name."""
    try:
        plain = json.loads(written)
    except (ValueError, RecursionError):
        plain = None
    label = plain if isinstance(plain, dict) else {}
    if is_later(label.get("schema"), _SCHEMA):
        message = f"A later version of Close Reader made {name}."
        raise LexiconError(message, "Install that version, or ask for a table of the list (CSV).")
    wanted = label.get("id")
    return lexicon_id(str(wanted or Path(name).stem))


PACK = ListFormat("pack", "Lexicon pack", (".crlex",), write_pack, read_pack, is_text=False)

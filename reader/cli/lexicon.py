"""The `lexicon` command: list, check, import, export and audit lexicons."""

import argparse
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from reader.core.lexicon.audit import audit
from reader.core.lexicon.lexicon import Lexicon
from reader.errors import LexiconError, ReaderError
from reader.paths import Paths, default_paths
from reader.storage.atomic_files import write_atomically
from reader.storage.corpora import read_corpus
from reader.storage.interchange.drafts import Imported
from reader.storage.interchange.formats import read_foreign, write_foreign
from reader.storage.interchange.packs import Pack, install_lexicon
from reader.storage.language_data import load_tagger
from reader.storage.lexicons.files import load_lexicon, load_lexicons
from reader.storage.reports.audit_report import audit_lines

_BINARY = frozenset(("pack", "vale"))


def run(call: argparse.Namespace) -> int:
    """Run one action; return the exit status.

    Raises:
        ReaderError: It cannot be done.
    """
    actions: dict[str, Callable[[argparse.Namespace, Paths, TextIO], int]] = {
        "list": _list,
        "check": _check,
        "import": _import,
        "export": _export,
        "audit": _audit,
    }
    return actions[call.action](call, default_paths(), sys.stdout)


def _all(paths: Paths) -> tuple[tuple[Lexicon, ...], tuple[LexiconError, ...]]:
    return load_lexicons([paths.lexicons, paths.user_lexicons])


def _find(paths: Paths, name: str) -> Lexicon:
    for lexicon in reversed(_all(paths)[0]):
        if lexicon.id == name:
            return lexicon
    raise LexiconError(
        f"There is no lexicon “{name}”.", hint="`close-reader lexicon list` shows all of them."
    )


def _list(_call: argparse.Namespace, paths: Paths, out: TextIO) -> int:
    for lexicon in _all(paths)[0]:
        out.write(
            f"{lexicon.id}\t{lexicon.title} {lexicon.version}\t{lexicon.panel}\t"
            f"{len(lexicon.entries)} entries\t{lexicon.licence}\n"
        )
    return 0


def _check(call: argparse.Namespace, paths: Paths, out: TextIO) -> int:
    folders = call.paths or [paths.lexicons, paths.user_lexicons]
    for folder in call.paths:
        if not folder.is_dir():
            raise LexiconError(f"{folder} is not a folder.", hint="Name a lexicon's folder.")
    lexicons, problems = load_lexicons(folders)
    for problem in problems:
        out.write(f"{problem}\n")
    entries = sum(len(lexicon.entries) for lexicon in lexicons)
    out.write(f"{len(lexicons)} lexicons, {entries} entries, {len(problems)} things to mend.\n")
    return 1 if problems else 0


def _import(call: argparse.Namespace, paths: Paths, out: TextIO) -> int:
    pack = _read(call.file)
    _say(pack.imported.problems)
    if not pack.imported.lexicon.entries:
        raise LexiconError(
            f"{call.file.name} holds no entry that can be used.",
            hint="See what is said above, or look whether it is the file you mean.",
        )
    lexicon = pack.imported.lexicon
    if (paths.lexicons / lexicon.id).exists():  # shipped ones keep their name to themselves
        lexicon = replace(lexicon, id=f"{lexicon.id}-imported")
    install_lexicon(lexicon, paths.user_lexicons, pack.papers)
    out.write(f"{lexicon.title}: {len(lexicon.entries)} entries taken over as “{lexicon.id}”.\n")
    return 0


def _read(path: Path) -> Pack:
    """Return what a folder of ours, one of its two files, or a foreign file holds."""
    is_ours = path.name in {"entries.csv", "lexicon.toml"}
    folder = path.parent if is_ours else path
    if not folder.is_dir() or not (folder / "lexicon.toml").is_file():
        if path.is_dir():
            raise LexiconError(
                f"{path} is no lexicon's folder.",
                hint="A lexicon's folder holds lexicon.toml and entries.csv.",
            )
        return read_foreign(path)
    loaded = load_lexicon(folder)
    if loaded.lexicon is None:
        raise LexiconError(f"{folder} could not be used: {loaded.problems[0]}")
    return Pack(Imported(loaded.lexicon, tuple(map(str, loaded.problems))), {})


def _export(call: argparse.Namespace, paths: Paths, out: TextIO) -> int:
    lexicon = _find(paths, call.id)
    places = [folder / lexicon.id for folder in (paths.user_lexicons, paths.lexicons)]
    folder = next(place for place in places if place.is_dir())
    exported = write_foreign(lexicon, call.format, folder)
    if call.output:
        write_atomically(call.output, exported.data)
    elif call.format in _BINARY:
        _write_bytes(exported.data, out, exported.suffix)
    else:
        out.write(exported.data.decode())
    _say(exported.losses)
    return 0


def _write_bytes(data: bytes, out: TextIO, suffix: str) -> None:
    raw = getattr(out, "buffer", None)
    if raw is None or out.isatty():
        raise ReaderError(
            "This format is no text to show here.", hint=f"Name a file: --output NAME{suffix}"
        )
    raw.write(data)


def _say(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        sys.stderr.write(f"close-reader: {sentence}\n")


def _audit(call: argparse.Namespace, paths: Paths, out: TextIO) -> int:
    lexicon = _find(paths, call.id)
    tagger = load_tagger(paths.resources / "language" / "tagger.bin")
    report = audit(lexicon, read_corpus(call.on), tagger.tag)
    for line in audit_lines(report):
        out.write(f"{line}\n")
    return 0

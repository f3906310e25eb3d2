"""A packed lexicon that somebody opened: what it is, in words, and its installation."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reader.core.languages.language import Languages
from reader.core.lexicon.lexicon import Lexicon
from reader.errors import LexiconError
from reader.storage.interchange.list_format import Pack
from reader.storage.interchange.packs import install_lexicon
from reader.storage.interchange.registry import read_foreign
from reader.storage.lexicons.files import load_lexicon

_CHANGELOG = "CHANGELOG.md"
_MOST_LINES = 8  # of the changelog


def read_offer(path: Path, shipped: Collection[str], languages: Languages) -> Pack:
    """Return the lexicon of a pack; one that is called as a shipped one gets a name of its own.

    Raises:
        ReaderError: It cannot be read, or nothing in it can be used.
    """
    pack = read_foreign(path, languages)
    lexicon = pack.imported.lexicon
    if not lexicon.entries:
        hint = QCoreApplication.translate("PackOffer", "Ask for the file once more.")
        raise LexiconError(f"{path.name} holds no entry that can be used.", hint=hint)
    if lexicon.id in shipped:
        renamed = replace(pack.imported, lexicon=replace(lexicon, id=f"{lexicon.id}-imported"))
        return replace(pack, imported=renamed)
    return pack


def offer_text(pack: Pack, known: Lexicon | None) -> str:
    """Return what a pack holds, for the question whether to install it.

    Args:
        pack: What was read.
        known: The list of the same name that is installed already, or None.
    """
    lexicon = pack.imported.lexicon
    words = _tr("{title} {version}. Entries: {n}. Categories: {k}.")
    lines = [
        words.format(
            title=lexicon.title,
            version=lexicon.version,
            n=f"{len(lexicon.entries):,}",
            k=len(lexicon.categories),
        ),
        _tr("By {authors}. Licence: {licence}.").format(
            authors=", ".join(lexicon.authors) or _tr("nobody named"),
            licence=lexicon.licence or _tr("none named"),
        ),
        lexicon.purpose,
    ]
    if pack.imported.problems:
        words = _tr("{n} of its lines cannot be used.")
        lines.append(words.format(n=len(pack.imported.problems)))
    changes = _changes(pack)
    if changes:
        lines.append(_tr("Changes:") + "\n" + changes)
    if known is not None:
        words = _tr("It takes the place of {title} {version}, installed before.")
        lines.append(words.format(title=known.title, version=known.version))
    return "\n\n".join(filter(None, lines))


def installed(name: str, into: Path, languages: Languages) -> Lexicon | None:
    """Return the list of that name among the reader's own, or None."""
    folder = into / name
    return load_lexicon(folder, languages).lexicon if folder.is_dir() else None


def install(pack: Pack, into: Path) -> None:
    """Write a lexicon among the reader's own; one of its name gives way.

    Raises:
        ReaderError: It cannot be written.
    """
    install_lexicon(pack.imported.lexicon, into, pack.papers, is_update=True)


def _changes(pack: Pack) -> str:
    lines = [line.strip() for line in pack.papers.get(_CHANGELOG, "").splitlines()]
    words = [line for line in lines if line and not line.startswith("# ")]
    return "\n".join(words[:_MOST_LINES])


def _tr(words: str) -> str:
    return QCoreApplication.translate("PackOffer", words)

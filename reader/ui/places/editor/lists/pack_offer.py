"""A packed lexicon that somebody opened: what it is, in words, and its installation."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reader.core.languages.language import Languages
from reader.core.lexicon.lexicon import Lexicon
from reader.errors import LexiconError
from reader.storage.interchange.installing import (
    age_beside,
    install_pack,
    list_as_sent,
    with_free_id,
)
from reader.storage.interchange.list_format import Pack
from reader.storage.interchange.registry import read_foreign
from reader.ui.messages import Messages
from reader.ui.places.editor.editing import Editing

_CHANGELOG = "CHANGELOG.md"
_MOST_LINES = 8  # of the changelog
_MOST_TOLD = 6  # phrases


def install_if_wanted(path: Path, editing: Editing, messages: Messages) -> tuple[str, str]:
    """Ask whether to install a pack, and do so; return its id and what is to be told, or "", "".

    Raises:
        ReaderError: It cannot be read or written.
    """
    languages, into = editing.languages, editing.paths.user_lexicons
    pack = _read_offer(path, [one.id for one in editing.shipped], languages)
    text = _offer_text(pack, into, languages)
    if not messages.confirm(_tr("A lexicon"), text, _tr("Install")):
        return "", ""
    editing.close()  # what was typed last is written before it is read
    told = _install(pack, into, languages)
    editing.look_outside()
    return pack.imported.lexicon.id, told


def _read_offer(path: Path, shipped: Collection[str], languages: Languages) -> Pack:
    """Return the lexicon of a pack; one that is called as a shipped one gets a name of its own.

    Raises:
        ReaderError: It cannot be read, or nothing in it can be used.
    """
    pack = read_foreign(path, languages)
    lexicon = pack.imported.lexicon
    if not lexicon.entries:
        hint = _tr("Ask for the file again.")
        raise LexiconError(f"{path.name} holds no entry that can be used.", hint=hint)
    renamed = replace(pack.imported, lexicon=with_free_id(lexicon, shipped))
    return replace(pack, imported=renamed)


def _offer_text(pack: Pack, into: Path, languages: Languages) -> str:
    """Return what a pack holds, for the question whether to install it in a folder of lists."""
    lexicon = pack.imported.lexicon
    known = list_as_sent(lexicon.id, into, languages)
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
        lines.append(_beside_known(lexicon, known))
    return "\n\n".join(filter(None, lines))


def _beside_known(lexicon: Lexicon, known: Lexicon) -> str:
    """Return what a pack is beside the list of its name that is installed."""
    words = {
        "newer": _tr(
            "{title} {version} was installed before. It is brought up to date; all that you "
            "changed, added or deleted in it stays as you made it."
        ),
        "same": _tr("{title} {version} is installed already."),
        "changed": _tr(
            "{title} {version} is installed already, with other words or facts. It becomes what "
            "this file holds; all that you changed, added or deleted in it stays as you made it."
        ),
        "older": _tr(
            "Version {new} is older than version {version}, which is installed: what came later "
            "would be taken out again. All that you changed or added stays."
        ),
    }[age_beside(lexicon, known)]
    return words.format(title=known.title, version=known.version, new=lexicon.version)


def _install(pack: Pack, into: Path, languages: Languages) -> str:
    """Write a lexicon among the reader's own; return what is to be told of it.

    Raises:
        ReaderError: It cannot be written, or what is there already is not in order.
    """
    done = install_pack(pack.imported.lexicon, into, languages, pack.papers)
    told = _tr("{title} is installed.").format(title=done.lexicon.title)
    phrases = list(dict.fromkeys(notice.phrase for notice in done.notices))
    if phrases:
        words = _tr("Your version is kept of: {phrases}").format(
            phrases=", ".join(phrases[:_MOST_TOLD])
        )
        told += f" {words}" + ("…" if len(phrases) > _MOST_TOLD else ".")
    return told


def _changes(pack: Pack) -> str:
    lines = [line.strip() for line in pack.papers.get(_CHANGELOG, "").splitlines()]
    words = [line for line in lines if line and not line.startswith("# ")]
    return "\n".join(words[:_MOST_LINES])


def _tr(words: str) -> str:
    return QCoreApplication.translate("PackOffer", words)

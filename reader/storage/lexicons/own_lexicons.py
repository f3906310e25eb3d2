"""The reader's own lexicons in the data folder, kept as layers over the shipped ones.

Each is a lexicon folder as all others, with one file more: `base.csv` holds the shipped rows
that were changed, as they were at the time, so that a newer shipped version can be merged.
"""

import contextlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.core.languages.language import Language, Languages
from reader.core.lexicon.layering.layer_merging import Notice, merge_edits, merge_shipped
from reader.core.lexicon.layering.layers import (
    Key,
    Layer,
    as_lexicon,
    own_id,
    read_layer,
    repeated_entries,
)
from reader.core.lexicon.lexicon import Entry, Lexicon
from reader.errors import LexiconError, ReaderError
from reader.storage.files.csv_tables import CsvWriter
from reader.storage.files.file_locks import locked, locked_where_possible
from reader.storage.files.formulas import defused_for_return
from reader.storage.lexicons.files import (
    lexicon_folders,
    load_lexicon,
    read_entries,
)
from reader.storage.lexicons.folder_files import (
    delete_files,
    finish_replacing,
    folder_digest,
    replace_files,
)
from reader.storage.lexicons.heads import lexicon_toml
from reader.storage.lexicons.kept_lists import empty_old, put_back, throw_away
from reader.storage.lexicons.strange_parts import has_strange_parts, keep_aside
from reader.storage.lexicons.tables import COLUMNS, entry_row, entry_table
from reader.values import frozen

_BASE = "base.csv"
_NOW = ("now_phrase", "now_part")  # what the shipped row became; empty when it was muted


@frozen
class Reread:
    """What came of reading the reader's lexicons.

    Attributes:
        layers: The layers that count now, in the order of their folders.
        problems: Finished sentences naming file and line.
        notices: What a newer shipped version did not settle by itself, by layer id.
    """

    layers: tuple[Layer, ...]
    problems: tuple[LexiconError, ...] = ()
    notices: tuple[tuple[str, Notice], ...] = ()


@dataclass(slots=True)
class _Kept:
    """One folder as it was last read or written."""

    layer: Layer
    digest: str
    is_damaged: bool = False


class UserLexicons:
    """Reads and writes the layers; knows what the files held when it last looked."""

    def __init__(self, folder: Path, shipped: Sequence[Lexicon], languages: Languages) -> None:
        self._folder = folder
        self._languages = languages
        self._shipped = {lexicon.id: lexicon for lexicon in shipped}
        self._kept: dict[str, _Kept] = {}
        self._made: set[str] = set()  # folders that were not there before
        self._deleted: set[str] = set()  # lists that the reader deleted
        self._binned: dict[str, Path] = {}  # and where they lie
        self._set_aside: list[Path] = []

    @property
    def folder(self) -> Path:
        """Return the folder of the reader's lexicons."""
        return self._folder

    def layers(self) -> tuple[Layer, ...]:
        """Return the layers as they were last read or written."""
        return tuple(kept.layer for kept in self._kept.values())

    def shipped_below(self, layer: Layer) -> Lexicon | None:
        """Return the shipped lexicon that a layer lies on, or None."""
        return self._shipped.get(layer.over)

    def read(self) -> Reread:
        """Read all folders; one that is broken keeps the state that last worked."""
        with locked_where_possible(self._folder):
            with contextlib.suppress(ReaderError):
                finish_replacing(self._folder)
            empty_old(self._folder)
            return self._read_all()

    def _read_all(self) -> Reread:
        problems: list[LexiconError] = []
        notices: list[tuple[str, Notice]] = []
        places = lexicon_folders(self._folder)
        for gone in set(self._kept) - {place.name for place in places}:
            del self._kept[gone]
        for place in places:
            self._read_one(place, problems, notices)
        layers = tuple(self._kept[p.name].layer for p in places if p.name in self._kept)
        return Reread(layers, tuple(problems), tuple(notices))

    def _read_one(
        self, place: Path, problems: list[LexiconError], notices: list[tuple[str, Notice]]
    ) -> None:
        digest = folder_digest(place)
        kept = self._kept.get(place.name)
        if kept is not None and kept.digest == digest and not kept.is_damaged:
            return
        loaded = load_lexicon(place, self._languages)
        problems.extend(loaded.problems)
        if loaded.problems and kept is not None:
            kept.digest, kept.is_damaged = digest, True
            problems.append(
                LexiconError(
                    f"{place.name}: the state before is kept until the file is in order.",
                    hint="Mend the line, or change an entry in the window: your file is then "
                    "set aside.",
                )
            )
            return
        if loaded.lexicon is None:
            return
        shipped = self._shipped_for(place.name)
        layer = read_layer(
            loaded.lexicon, shipped, _read_bases(place, loaded.lexicon.language_data, problems)
        )
        if shipped is not None:
            layer, news = merge_shipped(layer, shipped)
            notices.extend((place.name, notice) for notice in news)
        self._kept[place.name] = _Kept(layer, digest, bool(loaded.problems))

    def _shipped_for(self, name: str) -> Lexicon | None:
        return next((item for id_, item in self._shipped.items() if own_id(id_) == name), None)

    def has_changed_outside(self) -> bool:
        """Tell whether a file is no longer as it was when last read or written."""
        names = {place.name for place in lexicon_folders(self._folder)}
        return names != set(self._kept) or any(
            folder_digest(self._folder / name) != kept.digest for name, kept in self._kept.items()
        )

    def save(self, layers: Sequence[Layer]) -> tuple[Layer, ...]:
        """Write the layers that changed; return them as they are now.

        What another window wrote meanwhile is read first, and both windows' changes are kept.
        A file that could not be read whole, or holds columns and keys that are not known here, is
        kept beside as `.old`. A folder that was made here
        and whose layer is no longer there, as after an undo, goes, unless others wrote in it.

        Raises:
            LexiconError: The other window's file is broken and nothing of it can be kept.
            ReaderError: The folder cannot be written.
        """
        gone = (self._made | self._deleted) & set(self._kept)
        gone -= {layer.lexicon.id for layer in layers}
        if not gone and all(self._is_kept(layer) for layer in layers):
            return tuple(layers)
        with locked(self._folder):
            finish_replacing(self._folder)
            for name in gone:
                if name in self._deleted:
                    self._throw_away(name)
                else:
                    self._take_back(name)
            return tuple(self._save_one(layer) for layer in layers)

    def note_deleted(self, name: str) -> None:
        """Know that a list is deleted by the reader: its folder goes among the deleted ones."""
        self._deleted.add(name)

    def place_of(self, name: str) -> Path:
        """Return the folder of a list."""
        return self._folder / name

    def restore(self, deleted: Path) -> str:
        """Put a deleted list back among the others; return its id.

        Raises:
            ReaderError: It cannot be moved.
        """
        name, number = deleted.name, 1
        with locked(self._folder):
            while (self._folder / name).exists():
                number += 1
                name = f"{deleted.name}-{number}"
            put_back(deleted, self._folder / name)
        self._deleted.add(name)  # an undo deletes it again
        return name

    def _throw_away(self, name: str) -> None:
        """Put a folder among the deleted ones, unless somebody wrote in it meanwhile."""
        kept, place = self._kept[name], self._folder / name
        if kept.digest == folder_digest(place):
            self._binned[name] = throw_away(place)
            del self._kept[name]

    def _take_back(self, name: str) -> None:
        """Delete a folder that was made here and holds what was written here."""
        self._made.discard(name)
        kept = self._kept.get(name)
        place = self._folder / name
        if kept is not None and kept.digest == folder_digest(place):
            del self._kept[name]
            delete_files(place)

    def _is_kept(self, layer: Layer) -> bool:
        """Tell whether a layer is as it was last read or written."""
        kept = self._kept.get(layer.lexicon.id)
        return kept is not None and kept.layer == layer

    def _save_one(self, layer: Layer) -> Layer:
        name = layer.lexicon.id
        if self._is_kept(layer):
            return layer
        kept = self._kept.get(name)
        place = self._folder / name
        binned = self._binned.pop(name, None)
        if binned is not None and not place.exists():
            put_back(binned, place)
            self._read_one(place, [], [])
            kept = self._kept.get(name)
        is_there = (place / "lexicon.toml").is_file()
        if is_there and (kept is None or kept.digest != folder_digest(place)):
            layer = self._joined(place, layer, kept)
            kept = self._kept.get(name)
        if is_there and ((kept is not None and kept.is_damaged) or has_strange_parts(place)):
            self._set_aside.append(keep_aside(place))
        if kept is None and not is_there:
            self._made.add(name)
        shipped = self.shipped_below(layer)
        lexicon = as_lexicon(layer, shipped)
        texts = {
            "lexicon.toml": lexicon_toml(lexicon),
            "entries.csv": entry_table(lexicon.entries),
            _BASE: _base_table(layer, shipped),
        }
        self._kept[name] = _Kept(layer, replace_files(place, texts))
        return layer

    def take_set_aside(self) -> tuple[Path, ...]:
        """Return the tables that were set aside since this was last asked."""
        taken = tuple(self._set_aside)
        self._set_aside.clear()
        return taken

    def _joined(self, place: Path, mine: Layer, kept: _Kept | None) -> Layer:
        before = kept.layer if kept else Layer(mine.lexicon, mine.over)
        problems: list[LexiconError] = []
        self._read_one(place, problems, [])
        theirs = self._kept.get(place.name)
        return merge_edits(before, mine, theirs.layer) if theirs else mine


def _base_table(layer: Layer, shipped: Lexicon | None) -> str:
    out = io.StringIO()
    writer = CsvWriter(out)
    writer.writerow((*COLUMNS, *_NOW))
    pairs = [(change.base, change.entry) for change in layer.changes if change.base is not None]
    pairs += [(entry, entry) for entry in repeated_entries(layer, shipped)]
    for base, entry in pairs:
        became = (entry.phrase, entry.part or "") if entry else ("", "")
        writer.writerow((*entry_row(base), *map(defused_for_return, became)))
    return out.getvalue()


def _read_bases(
    place: Path, language: Language, problems: list[LexiconError]
) -> tuple[tuple[Entry, Key | None], ...]:
    """Return the stored bases; a missing or broken file only means that there are fewer."""
    if not (place / _BASE).is_file():
        return ()
    rows, wrong = read_entries(place, _BASE, language)
    problems.extend(wrong)
    return tuple(
        (entry, (cells.get(_NOW[0], "").lower(), cells.get(_NOW[1], "")))
        if cells.get(_NOW[0])
        else (entry, None)
        for entry, cells in rows
    )

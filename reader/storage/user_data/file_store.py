"""What the reader makes, in files of the data folder: locked, merged, private, never half."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from reader.core.corrections import (
    EVERYWHERE,
    Corrections,
    Scope,
    digest,
    merged,
)
from reader.errors import LibraryError, ReaderError
from reader.settings import Settings
from reader.storage.files.atomic_files import clear_leftovers, make_private, tighten
from reader.storage.files.file_locks import locked
from reader.storage.files.lasting_folders import expect
from reader.storage.lexicons.folder_files import put_in_order
from reader.storage.user_data.earlier_mutes import EarlierMutes, earlier_mutes
from reader.storage.user_data.json_files import (
    DamagedError,
    NewerError,
    read_json,
    set_aside,
    set_aside_with_words,
    write_json,
)
from reader.storage.user_data.scope_files import (
    CORRECTIONS,
    NOTES,
    Kind,
    all_scopes,
    files_for,
    own_file,
    read_file,
    write_file,
)
from reader.storage.user_data.settings_file import (
    joined_settings,
    lost_choices,
    merged_settings,
    settings_by_lines,
    settings_from_plain,
)
from reader.storage.user_data.store import Kept, Loaded, Notes

T = TypeVar("T")
_EARLIER = "mutes.json"
_MOST_OF_DAMAGED = 1_000_000  # bytes
# What of the data folder is ours; it may be a folder that holds other things too.
_OURS = (
    *("settings.json", "settings.json.old", _EARLIER, f"{_EARLIER}.old", "library.sqlite"),
    *(CORRECTIONS.name, NOTES.name, "compiled", "lexicons", "backups", "originals"),
)


class FileStore:
    """The `Store` of files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._settings = folder / "settings.json"
        self._corrections = self._folder_of(CORRECTIONS)

    def _folder_of(self, kind: Kind[T]) -> Path:
        return self._folder / kind.name

    # -- at the start --------------------------------------------------------------------------

    def prepare(self) -> ReaderError | None:
        """Clear what killed programs left, and take an earlier version's mutes over."""
        if not self._folder.is_dir():
            return None
        expect(self._folder)
        try:
            with locked(self._folder):
                clear_leftovers(self._folder)
                clear_leftovers(self._corrections)
                clear_leftovers(self._folder / "compiled")
                clear_leftovers(self._folder_of(NOTES))
                tighten(self._folder, _OURS)
                make_private(self._corrections)
                put_in_order(self._folder / "lexicons")
                return self._take_over(self._folder / _EARLIER)
        except ReaderError as error:
            return error

    def _take_over(self, path: Path) -> ReaderError | None:
        try:
            mutes = earlier_mutes(read_json(path))
        except FileNotFoundError:
            return None
        except DamagedError as error:
            return set_aside_with_words(path, error, "Your mutes")
        everywhere = self._read(CORRECTIONS, EVERYWHERE).value
        both = merged((), mutes.everywhere, everywhere)
        write_file(CORRECTIONS, self._corrections, EVERYWHERE, both)
        self._take_over_places(mutes)
        name = set_aside(path)
        if mutes.is_whole:
            return None
        message = f"Some of your mutes in {path.name} could not be understood."
        return LibraryError(message, hint=f"The others are in force; the file is kept as {name}.")

    def _take_over_places(self, mutes: EarlierMutes) -> None:
        """Add muted places to every file of their text; make one where there is none."""
        known = [scope for scope in all_scopes(self._corrections) if scope.text]
        for text, places in mutes.places.items():
            own = [scope for scope in known if scope.text == text]
            for scope in own or [Scope(text, digest(""))]:
                before = self._read(CORRECTIONS, scope).value if own else ()
                both = merged((), places, before)
                write_file(CORRECTIONS, self._corrections, scope, both, is_taken_over=not own)

    # -- settings ------------------------------------------------------------------------------

    def load_settings(self) -> Loaded[Settings]:
        """Return the settings; the usual ones where there are none."""
        try:
            return Loaded(settings_from_plain(read_json(self._settings)))
        except FileNotFoundError:
            return Loaded(Settings())
        except DamagedError:
            return self._with_damaged_settings()

    def _with_damaged_settings(self) -> Loaded[Settings]:
        try:
            with locked(self._folder):  # another window may have mended them meanwhile
                return self._settings_or_usual()
        except ReaderError as error:
            return Loaded(Settings(), error)

    def _settings_or_usual(self) -> Loaded[Settings]:
        """Return the settings; damaged ones are set aside, while the folder is still locked."""
        try:
            return Loaded(settings_from_plain(read_json(self._settings)))
        except FileNotFoundError:
            return Loaded(Settings())
        except DamagedError as error:
            return self._settings_that_are_left(error)

    def _settings_that_are_left(self, error: DamagedError) -> Loaded[Settings]:
        """Set a damaged file aside, and keep what its whole lines say."""
        data = b""
        with contextlib.suppress(OSError):
            if self._settings.is_file():
                with self._settings.open("rb") as file:
                    data = file.read(_MOST_OF_DAMAGED)
        settings, read, has_tabs = settings_by_lines(data)
        told = set_aside_with_words(self._settings, error, "The settings")
        if read:
            of = "1 setting in it" if len(read) == 1 else f"{len(read)} settings in it"
            lost = lost_choices(read)
            others = f", but not {lost}; what was lost is as at first again" if lost else ""
            tabs = "" if has_tabs else "; articles that were open in tabs may be missing"
            told.hint += f" {of} could still be read{others}{tabs}."
            with contextlib.suppress(ReaderError):
                write_json(self._settings, joined_settings(None, settings))
        return Loaded(settings, told)

    def save_settings(self, before: Settings, after: Settings) -> Settings:
        """Keep what changed between two settings; return the settings that count now.

        Raises:
            ReaderError: They cannot be written.
        """
        with locked(self._folder):
            plain: object = None
            try:
                plain = read_json(self._settings)
                theirs = settings_from_plain(plain)
            except FileNotFoundError:
                theirs = before
            except DamagedError:
                set_aside(self._settings)
                theirs = before
            both = merged_settings(before, after, theirs)
            write_json(self._settings, joined_settings(plain, both))
        expect(self._folder)
        return both

    # -- corrections and notes -------------------------------------------------------------------

    def load_corrections(self, scope: Scope) -> Loaded[Corrections]:
        """Return the corrections of this text, else of an earlier text of the same origin."""
        return self._load(CORRECTIONS, scope)

    def load_notes(self, scope: Scope) -> Loaded[Notes]:
        """Return the notes of this text, else of an earlier text of the same origin."""
        return self._load(NOTES, scope)

    def _load(self, kind: Kind[T], scope: Scope) -> Loaded[tuple[T, ...]]:
        loaded = self._read(kind, scope)
        if loaded.problem is None:
            return loaded
        try:
            with locked(self._folder):  # another window may have mended the file meanwhile
                return self._read(kind, scope, sets_aside=True)
        except ReaderError:
            return loaded

    def _read(
        self, kind: Kind[T], scope: Scope, *, sets_aside: bool = False
    ) -> Loaded[tuple[T, ...]]:
        problem: ReaderError | None = None
        found: tuple[T, ...] = ()
        folder = self._folder_of(kind)
        for path in files_for(folder, scope):
            try:
                items, is_taken_over = read_file(kind, path)
            except FileNotFoundError:
                continue
            except DamagedError as error:
                problem = _told(kind, path, error, sets_aside=sets_aside)
                continue
            found = (*items, *found)
            if not is_taken_over or path == own_file(folder, scope):
                break
        return Loaded(found, problem)

    def save_corrections(
        self, scope: Scope, before: Corrections, after: Corrections
    ) -> Corrections:
        """Keep what changed between two states; return the corrections that count now.

        Raises:
            ReaderError: They cannot be written.
        """
        return self._save(CORRECTIONS, scope, before, after)

    def save_notes(self, scope: Scope, before: Notes, after: Notes) -> Notes:
        """Keep what changed between two states; return the notes that count now.

        Raises:
            ReaderError: They cannot be written.
        """
        return self._save(NOTES, scope, before, after)

    def _save(
        self, kind: Kind[T], scope: Scope, before: tuple[T, ...], after: tuple[T, ...]
    ) -> tuple[T, ...]:
        folder = self._folder_of(kind)
        with locked(self._folder):
            own = own_file(folder, scope)
            try:
                read_file(kind, own)
            except FileNotFoundError:
                pass
            except DamagedError:
                set_aside(own)
            both = kind.merged(before, after, self._read(kind, scope).value)
            write_file(kind, folder, scope, both)
        return both

    def all_corrections(self) -> Iterator[Kept]:
        """Yield every correction of every article, and those that count everywhere."""
        for scope, items in self._all(CORRECTIONS):
            yield from (Kept(scope, correction) for correction in items)

    def _all(self, kind: Kind[T]) -> Iterator[tuple[Scope, tuple[T, ...]]]:
        folder = self._folder_of(kind)
        for scope in all_scopes(folder):
            try:
                items, _ = read_file(kind, own_file(folder, scope))
            except (FileNotFoundError, DamagedError):
                continue
            yield scope, items


def _told(kind: Kind[T], path: Path, error: DamagedError, *, sets_aside: bool) -> ReaderError:
    """Return what to tell about a damaged file; one of a newer version stays where it is."""
    if sets_aside and not isinstance(error, NewerError):
        return set_aside_with_words(path, error, f"Your {kind.name}")
    return LibraryError(
        f"Your {kind.name} in {path.name} could not be read: {error}.",
        hint="The file stays where it is until you change them, and is then kept as "
        f"{path.name}.old.",
    )

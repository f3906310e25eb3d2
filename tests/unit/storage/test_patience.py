"""The window's thread waits hardly at all for a program that was stopped while it wrote."""

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.core.corrections import EVERYWHERE, muted_entry
from reader.errors import ReaderError
from reader.settings import Settings
from reader.storage.files.file_locks import locked
from reader.storage.files.patience import patience_s, wait_at_most
from reader.storage.library.library import Library
from reader.storage.library.store import LibraryStore
from reader.storage.user_data.patient_store import PatientStore

MUTE = muted_entry("loaded-wording", "brutal")


def on_a_hurried_thread(work: Callable[[], object]) -> None:
    """Do something on a thread that waits as the window's does."""
    failures: list[Exception] = []

    def run() -> None:
        wait_at_most(0.02)
        try:
            work()
        except Exception as error:  # noqa: BLE001 -- it is raised on the test's own thread
            failures.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    for failure in failures:
        raise failure


@contextlib.contextmanager
def writing_stopped(path: Path) -> Iterator[None]:
    """Hold a library as a program does that was stopped in the middle of a change."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def test_a_change_is_told_waits_and_is_kept_when_the_other_program_goes_on(
    tmp_path: Path,
) -> None:
    Library.open(tmp_path).close()
    store = PatientStore(LibraryStore(tmp_path))

    def work() -> None:
        with writing_stopped(tmp_path / "library.sqlite"):
            before = patience_s(tmp_path / "library.sqlite")
            with pytest.raises(ReaderError, match="another program is writing"):
                store.save_corrections(EVERYWHERE, (), (MUTE,))
            assert patience_s(tmp_path / "library.sqlite") < before / 2
            assert store.load_corrections(EVERYWHERE).value == (MUTE,)
        store.write_waiting()
        assert not store.has_waiting
        assert patience_s(tmp_path / "library.sqlite") == before

    on_a_hurried_thread(work)


def test_settings_wait_no_longer_for_a_stopped_program(tmp_path: Path) -> None:
    store = LibraryStore(tmp_path)
    before = patience_s(tmp_path)

    def save() -> None:
        store.save_settings(Settings(), Settings(text_size=30))

    def work() -> None:
        with pytest.raises(ReaderError, match="does not end"):
            save()
        assert patience_s(tmp_path) < before / 100

    with locked(tmp_path):
        on_a_hurried_thread(work)
    on_a_hurried_thread(save)
    assert store.load_settings().value.text_size == 30
    assert patience_s(tmp_path) == before

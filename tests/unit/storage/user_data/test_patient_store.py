"""What could not be written waits, and nothing of it is lost or comes back by mistake."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.core.corrections import Anchor, Scope
from reader.core.notes import Note
from reader.errors import ReaderError
from reader.storage.user_data.patient_store import PatientStore
from tests.memory_store import MemoryStore

HERE, THERE = Scope("here", "a", ""), Scope("there", "b", "")


def note(words):
    return Note("lemon", Anchor(words, "", "", 0), made="2026-11-26T20:00:00Z")


@pytest.fixture
def full():
    kept = MemoryStore()
    kept.failure = ReaderError("The disk is full.")
    return kept


def save(store, scope, before, after):
    with pytest.raises(ReaderError):
        store.save_notes(scope, before, after)


def test_it_is_found_again_and_written_when_that_can_be_done(full):
    store = PatientStore(full)
    save(store, HERE, (), (note("one"),))
    save(store, THERE, (), (note("two"),))
    assert store.has_waiting
    assert store.load_notes(HERE).value == (note("one"),)
    with pytest.raises(ReaderError):
        store.write_waiting()
    full.failure = None
    store.write_waiting()
    assert not store.has_waiting
    assert set(full.notes.values()) == {(note("one"),), (note("two"),)}


def test_it_goes_along_with_the_next_change(full):
    store = PatientStore(full)
    save(store, HERE, (), (note("one"),))
    full.failure = None
    assert store.save_notes(HERE, (), (note("one"), note("two"))) == (note("one"), note("two"))
    assert not store.has_waiting


def test_what_was_written_late_can_be_taken_back_by_who_never_heard_of_it(full):
    store = PatientStore(full)
    save(store, HERE, (), (note("one"),))
    full.failure = None
    store.write_waiting()
    assert store.save_notes(HERE, (), ()) == ()
    assert store.load_notes(HERE).value == ()


def test_what_another_window_kept_meanwhile_stays(full):
    store = PatientStore(full)
    save(store, HERE, (), (note("one"),))
    full.failure = None
    full.save_notes(HERE, (), (note("other"),))
    store.write_waiting()
    assert set(store.load_notes(HERE).value) == {note("one"), note("other")}


@given(steps=some.lists(some.tuples(some.sampled_from("abc"), some.booleans()), max_size=12))
def test_in_the_end_is_kept_what_the_reader_sees(steps):
    kept = MemoryStore()
    store = PatientStore(kept)
    known = now = ()
    for words, is_full in steps:
        kept.failure = ReaderError("The disk is full.") if is_full else None
        one = note(words)
        now = tuple(item for item in now if item != one) if one in now else (*now, one)
        try:
            known = now = store.save_notes(HERE, known, now)
        except ReaderError:
            assert store.has_waiting
        if not is_full:
            store.write_waiting()
    kept.failure = None
    store.write_waiting()
    assert set(kept.load_notes(HERE).value) == set(now)

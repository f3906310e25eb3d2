"""What a person is told of an error of the database is ours; its own words go to the log."""

import logging
import sqlite3
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.storage.library.database.failures import told


def test_words_of_the_database_go_to_the_log_alone(caplog):
    words = "cannot commit - SQL statements in progress (0x7f)"
    with (
        caplog.at_level(logging.DEBUG),
        pytest.raises(LibraryError) as failed,
        told(Path("library.sqlite")),
    ):
        raise sqlite3.OperationalError(words)
    assert words.lower() not in str(failed.value).lower()
    assert failed.value.message.endswith(".")
    assert failed.value.hint
    assert words in caplog.text

"""Readers over one data folder."""

import pytest

from tests.gui.desk.again_and_again import Readers


@pytest.fixture
def reader(qtbot, qapp, tmp_path, shown_messages, shared_tools):
    readers = Readers(qtbot, qapp, tmp_path, shown_messages, shared_tools)
    (tmp_path / "settings.json").write_text('{"keeps": "yes"}', encoding="utf-8")
    yield readers
    readers.close()


@pytest.fixture
def stranger(qtbot, qapp, tmp_path, shown_messages, shared_tools):
    """A reader who was not asked yet."""
    readers = Readers(qtbot, qapp, tmp_path, shown_messages, shared_tools)
    yield readers
    readers.close()


@pytest.fixture
def adding(reader, qtbot):
    """The dialog that adds articles, opened from the library."""
    program = reader.start()
    reader.library()
    reader.do("add")
    qtbot.waitUntil(lambda: program.desk.adding.dialog is not None)
    return program.desk.adding.dialog

"""What is muted, unmuted and corrected elsewhere: rows, pages and other windows follow."""

import pytest

from reader.launch import load_readability, load_renewing
from reader.ui.controllers.library.upkeep import renewing
from tests.gui.acting import choose, open_menu, select
from tests.gui.desk.again_and_again import FERRY, MARKET, Readers

TOLD = "The brutal mayor slammed the plan.\n\nA brutal winter came, the baker said to the office."


@pytest.fixture
def reader(qtbot, qapp, tmp_path, shown_messages, shared_tools, monkeypatch):
    monkeypatch.setattr(renewing, "_REST_MS", 0)
    readers = Readers(qtbot, qapp, tmp_path, shown_messages, shared_tools)
    readers.load_also(renewing=load_renewing, readability=load_readability)
    (tmp_path / "settings.json").write_text('{"keeps": "yes"}', encoding="utf-8")
    yield readers
    readers.close()


def counts(program, article_id="kept-1"):
    marks = program.session.door.library.row(article_id).marks
    return marks.narrator + marks.direct + marks.indirect


def mute(program, words, entry):
    choose(open_menu(program.window.view, select(program.window, words)), entry)


def test_rows_follow_what_is_muted_and_unmuted_while_another_article_is_in_front(reader, qtbot):
    program = reader.start()
    reader.paste(TOLD)
    before = counts(program)
    reader.paste(f"{MARKET}\n\nThe brutal market is over.")
    mute(program, "brutal", "Mute in every article")
    qtbot.waitUntil(lambda: counts(program) == before - 2)
    reader.paste(FERRY)
    corrections = program.session.analysis.corrections
    (kept,) = corrections.all_mutes()
    corrections.unmute(kept)
    qtbot.waitUntil(lambda: counts(program) == before)

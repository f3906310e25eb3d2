"""The audit of a list as a page of the window."""

import json

import pytest
from PySide6.QtCore import QUrl

TEXTS = [
    {"id": 1, "side": "left", "text": "The shocking deal was a disgrace.", "spans": [[4, 12]]},
    {"id": 2, "side": "left", "text": "It rained in Osk.", "spans": []},
    {
        "id": 3,
        "side": "right",
        "text": "A shocking day. The thugs left. More thugs came.",
        "spans": [],
    },
]


@pytest.fixture
def auditor(program):
    yield program.lexicon_windows.audit()
    program.lexicon_windows.close()


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_text("\n".join(map(json.dumps, TEXTS)), encoding="utf-8")
    return path


def count(auditor, qtbot, corpus):
    auditor.count_on(str(corpus))
    qtbot.waitUntil(auditor.save.isEnabled)
    return auditor.page.toPlainText()


def test_sides_stand_beside_one_another(auditor, corpus, qtbot):
    words = count(auditor, qtbot, corpus)
    assert "left" in words
    assert "right" in words
    assert "Marks people did not make" in words
    assert "counterpart" in words
    assert "texts.jsonl" in auditor.state.text()


def test_an_entry_leads_to_its_row(auditor, corpus, program, qtbot):
    assert "thug" in count(auditor, qtbot, corpus)  # on one side only, twice
    auditor.page.anchorClicked.emit(QUrl("entry:thug"))
    editor = program.lexicon_windows.editor
    assert editor.isVisible()
    assert editor.search.text() == "thug"


def test_it_is_saved_as_text(auditor, corpus, qtbot, shown_messages, tmp_path):
    count(auditor, qtbot, corpus)
    shown_messages.answer = str(tmp_path / "audit.txt")
    auditor.save.click()
    assert "per 1,000 words" in (tmp_path / "audit.txt").read_text(encoding="utf-8")


def test_a_broken_corpus_is_told_in_a_sentence(auditor, qtbot, tmp_path):
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{", encoding="utf-8")
    auditor.count_on(str(broken))
    qtbot.waitUntil(lambda: "not JSON" in auditor.state.text())
    assert not auditor.save.isEnabled()


def test_a_folder_for_each_side(auditor, qtbot, tmp_path):
    for side in ("north", "south"):
        (tmp_path / "sides" / side).mkdir(parents=True)
        (tmp_path / "sides" / side / "a.txt").write_text("A shocking day.", encoding="utf-8")
    words = count(auditor, qtbot, tmp_path / "sides")
    assert "north" in words
    assert "south" in words

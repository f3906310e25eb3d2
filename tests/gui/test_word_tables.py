"""The tables of words besides the lexicons, in the editor."""

import pytest

from reader.intake.text.date_lines import date_in
from reader.intake.text.word_tables import WORD_TABLES
from reader.paths import default_paths
from reader.tables.files import forget_tables
from reader.ui.places.editor.lists.word_tables import WordTables

DATES = WORD_TABLES[1]


@pytest.fixture
def dialog(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("CLOSE_READER_DATA", str(tmp_path))
    made = WordTables(default_paths(), None)
    qtbot.addWidget(made)
    made.show()
    made.rows.setCurrentRow(WORD_TABLES.index(DATES))
    yield made
    made.hide()
    monkeypatch.undo()
    forget_tables()


def change(dialog, old: str, new: str) -> None:
    text = dialog.text.toPlainText()
    assert old in text
    dialog.text.setPlainText(text.replace(old, new))


def test_a_copy_is_saved_counts_at_once_and_is_put_back(dialog):
    assert not dialog.put_back.isEnabled()
    change(dialog, '["may"],', '["may", "mai"],')
    dialog.main.click()
    assert dialog.told.text() == "Saved as your copy."
    assert date_in("23 Mai 2014") == "2014-05-23"
    dialog.put_back.click()
    assert date_in("23 Mai 2014") is None
    assert '"mai"' not in dialog.text.toPlainText()
    assert not dialog.put_back.isEnabled()


def test_a_mistake_is_told_and_not_saved(dialog):
    change(dialog, '["may"],', "")
    dialog.main.click()
    assert dialog.told.text().startswith("Not saved. “months” must be twelve lists")
    assert not default_paths().own_table(DATES.name).exists()


def test_what_is_not_saved_waits_in_its_table_and_is_asked_about(dialog):
    change(dialog, '["may"],', '["may", "mai"],')
    dialog.rows.setCurrentRow(0)
    dialog.rows.setCurrentRow(1)
    assert '"mai"' in dialog.text.toPlainText()
    dialog.reject()
    assert dialog.isVisible()
    assert dialog.told.text() == "Some changes are not saved. Close again to lose them."
    dialog.reject()
    assert not dialog.isVisible()


def test_what_another_window_saved_meanwhile_is_kept_beside(dialog):
    change(dialog, '["may"],', '["may", "mai"],')
    own = default_paths().own_table(DATES.name)
    own.parent.mkdir(parents=True)
    own.write_text("# from another window")
    dialog.main.click()
    told = f"What was there besides is kept as {DATES.name}.old.toml."
    assert dialog.told.text() == f"Saved as your copy. {told}"
    assert own.with_name(f"{DATES.name}.old.toml").read_text() == "# from another window"
    own.write_text("# and again")
    dialog.put_back.click()
    assert dialog.told.text().endswith(f"is kept as {DATES.name}.old1.toml.")
    assert not own.exists()

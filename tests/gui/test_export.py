"""Export and print: one dialog, every format, what it cannot hold, and the old file kept."""

import json
import os
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton, QToolButton

from reader.core.corrections import Anchor, mute_everywhere
from reader.core.notes import Note
from reader.core.text.spans import Span
from reader.launch import load_export
from reader.storage.exports.registry import EXPORT_FORMATS
from reader.storage.library.library import Library
from reader.storage.reports.report_format import PARTS, Choices
from reader.ui.places.export.families import families
from reader.ui.places.export.kept_choices import KeptChoices, kept_choices
from tests.gui.acting import select, words_of


@pytest.fixture
def reading(quick_program, samples, qtbot):
    """The program with an article open and analysed."""
    with qtbot.waitSignal(quick_program.session.analysis.changed):
        quick_program.session.article.open(str(samples[0]))
    yield quick_program
    if quick_program.exporting.dialog is not None:
        quick_program.exporting.dialog.reject()


@pytest.fixture
def opened_dialog(reading):
    reading.window.actions_by_name["export"].trigger()
    return reading.exporting.dialog


def press(dialog, kind, name, qtbot):
    button = dialog.findChild(kind, name)
    assert button.isVisible(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose_row(dialog, title):
    row = [one.title for one in families()].index(title)
    dialog.formats.setCurrentRow(row)


def test_every_format_is_in_the_list_once():
    names = [name for family in families() for name in family.names]
    assert sorted(names) == sorted(one.name for one in EXPORT_FORMATS)


def test_nothing_can_be_exported_without_an_article(quick_program):
    for name in ("export", "print", "export_corrections"):
        assert not quick_program.window.actions_by_name[name].isEnabled()


def test_a_web_page_is_saved(reading, opened_dialog, shown_messages, tmp_path, qtbot):
    shown_messages.answer = str(tmp_path / "page")
    press(opened_dialog, QPushButton, "export_save", qtbot)
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Fury" in page
    assert not opened_dialog.isVisible()
    assert "page.html" in words_of(reading.window.toast)


def test_every_format_has_a_preview_and_says_what_it_cannot_hold(opened_dialog):
    preview = opened_dialog.preview
    for family in reversed(families()):  # the dialog begins at the first
        preview.text.clear()
        preview.reading.clear()
        choose_row(opened_dialog, family.title)
        shown = preview.text.toPlainText() or preview.reading.toPlainText()
        assert shown or (family.names == ("pdf",) and preview.page.pages is not None)
        for one in family.formats:
            opened_dialog.choose_format(one.name)
            for part, box in opened_dialog.options.boxes.items():
                assert box.isEnabled() == (part in one.holds)
                assert box.isEnabled() or not box.isChecked()
            assert opened_dialog.options.loss.text() == one.loss


def test_ctrl_p_opens_at_paper_and_pages_are_turned(reading, qtbot):
    reading.window.actions_by_name["print"].trigger()
    dialog = reading.exporting.dialog
    assert dialog.formats.currentItem().text() == "PDF"
    preview = dialog.preview
    assert preview.told.text().startswith("Page 1 of ")
    press(dialog, QToolButton, "preview_chevron-right", qtbot)
    assert preview.told.text().startswith("Page 2 of ")
    press(dialog, QToolButton, "preview_chevron-left", qtbot)
    assert preview.page.number == 0
    assert not preview.previous.isEnabled()
    qtbot.mouseClick(preview.larger, Qt.MouseButton.LeftButton)
    larger = dialog.findChild(QDialog, "export_larger")
    assert larger.isVisible()
    larger.close()


def test_what_is_chosen_goes_in(reading, opened_dialog, shown_messages, tmp_path, qtbot):
    opened_dialog.choose_format("html")
    opened_dialog.findChild(QCheckBox, "export_hedging").setChecked(False)
    opened_dialog.findChild(QCheckBox, "export_hide_outlet").setChecked(True)
    shown_messages.answer = str(tmp_path / "page.html")
    press(opened_dialog, QPushButton, "export_save", qtbot)
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Signs of uncertainty" not in page
    assert "Eskerby Courier · " not in page


def test_the_last_choices_are_kept_by_format(
    reading, opened_dialog, shown_messages, tmp_path, qtbot
):
    opened_dialog.choose_format("pdf")
    press(opened_dialog, QToolButton, "export_paper_Letter", qtbot)
    press(opened_dialog, QToolButton, "export_ink_colour", qtbot)
    opened_dialog.choose_format("csv")
    opened_dialog.choose_format("pdf")
    assert opened_dialog.options.paper.now == "Letter"
    shown_messages.answer = str(tmp_path / "a.pdf")
    press(opened_dialog, QPushButton, "export_save", qtbot)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    reading.window.actions_by_name["export"].trigger()
    again = reading.exporting.dialog
    assert again.formats.currentItem().text() == "PDF"
    assert (again.options.paper.now, again.options.ink.now) == ("Letter", "colour")


def test_what_the_reader_wrote_goes_in(reading, shown_messages, tmp_path, qtbot):
    text = reading.session.article.current.text
    start = text.index("one day a month")
    anchor = Anchor.at(text, Span(start, start + 15))
    reading.noting.notes.add(Note("lemon", anchor, "Whole year?"))
    reading.window.actions_by_name["export"].trigger()
    dialog = reading.exporting.dialog
    dialog.choose_format("markdown")
    shown_messages.answer = str(tmp_path / "a.md")
    press(dialog, QPushButton, "export_save", qtbot)
    words = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "==one day a month==" in words
    assert "Whole year?" in words


def test_what_is_muted_is_not_counted(reading):
    found = [x for x in reading.session.analysis.current.findings if x.panel == "wording"]
    mute = mute_everywhere(found[0])
    left = sum(x.entry != found[0].entry for x in found if x.confidence == "confident")
    reading.session.analysis.corrections.add(mute)
    reading.window.actions_by_name["export"].trigger()
    assert f"{left} shown" in words_of(reading.exporting.dialog)


def test_the_selection_alone(reading, shown_messages, tmp_path, qtbot):
    select(reading.window, "The figure could not be independently verified.")
    reading.window.actions_by_name["export"].trigger()
    dialog = reading.exporting.dialog
    dialog.choose_format("markdown")
    assert dialog.scope.itemText(1) == "The selection"
    dialog.scope.setCurrentIndex(1)
    shown_messages.answer = str(tmp_path / "a.md")
    press(dialog, QPushButton, "export_save", qtbot)
    words = (tmp_path / "a.md").read_text(encoding="utf-8").partition("## Method")[0]
    assert "The figure could not be independently verified." in words
    assert "beloved" not in words


def test_only_the_marked_sentences(opened_dialog, qtbot):
    opened_dialog.choose_format("html")
    press(opened_dialog, QPushButton, "export_only_marked", qtbot)
    assert not opened_dialog.options.boxes["article"].isChecked()
    qtbot.waitUntil(
        lambda: "The building has stood" not in opened_dialog.preview.reading.toPlainText()
    )
    assert "beloved" in opened_dialog.preview.reading.toPlainText()


def test_what_cannot_be_written_is_told_in_the_dialog(
    opened_dialog, shown_messages, tmp_path, qtbot
):
    (tmp_path / "in the way").write_text("keep me")
    opened_dialog.choose_format("epub")
    shown_messages.answer = str(tmp_path / "in the way" / "a.epub")
    press(opened_dialog, QPushButton, "export_save", qtbot)
    assert opened_dialog.isVisible()
    assert "could not be written" in opened_dialog.told.text()
    assert (tmp_path / "in the way").read_text() == "keep me"


def test_a_full_disk_in_the_middle_of_a_pdf_leaves_the_old_file(
    opened_dialog, shown_messages, tmp_path, qtbot, monkeypatch
):
    path = tmp_path / "a.pdf"
    path.write_text("keep me")

    def no_room(_file):
        raise OSError(28, "No space left on device")

    opened_dialog.choose_format("pdf")
    shown_messages.answer = str(path)
    monkeypatch.setattr(os, "fsync", no_room)
    press(opened_dialog, QPushButton, "export_save", qtbot)
    assert opened_dialog.isVisible()
    assert opened_dialog.told.text() == (
        f"{path} could not be written: no space left on device. "
        "Choose another folder, or make room on the disk."
    )
    assert path.read_text() == "keep me"
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".pdf"] == ["a.pdf"]
    monkeypatch.undo()
    press(opened_dialog, QPushButton, "export_save", qtbot)
    assert path.read_bytes().startswith(b"%PDF")


class Paper:
    """Stands for a printer and remembers what it would have printed."""

    def __init__(self):
        self.printed = []

    def ask(self, _parent, choices):
        return self if choices.paper == "A4" else None

    def print_pages(self, _printer, reports, choices):
        self.printed.append((len(reports), choices.paper))


def test_a_page_is_printed_on_the_printer_that_is_chosen(reading, qtbot, monkeypatch):
    paper = Paper()
    parts = replace(load_export(), ask_printer=paper.ask, print_pages=paper.print_pages)
    monkeypatch.setattr(reading.exporting, "_loader", lambda: parts)
    reading.window.actions_by_name["print"].trigger()
    dialog = reading.exporting.dialog
    press(dialog, QToolButton, "export_paper_Letter", qtbot)
    press(dialog, QPushButton, "export_print", qtbot)
    assert (paper.printed, dialog.isVisible()) == ([], True)  # nobody chose a printer
    press(dialog, QToolButton, "export_paper_A4", qtbot)
    press(dialog, QPushButton, "export_print", qtbot)
    assert (paper.printed, dialog.isVisible()) == ([(1, "A4")], False)


def test_a_collection_is_saved(reading, shown_messages, tmp_path, qtbot):
    library = Library.open(tmp_path)
    article = reading.session.article.current
    library.articles.add(article, collections=["Market"])
    library.close()
    reading.window.actions_by_name["export"].trigger()
    dialog = reading.exporting.dialog
    dialog.choose_format("csv")
    dialog.scope.setCurrentIndex(dialog.scope.findText("Collection “Market”"))
    qtbot.waitUntil(lambda: "example" in dialog.preview.told.text())
    shown_messages.answer = str(tmp_path / "market.csv")
    press(dialog, QPushButton, "export_save", qtbot)
    qtbot.waitUntil((tmp_path / "market.csv").exists)
    assert "beloved" in (tmp_path / "market.csv").read_text(encoding="utf-8")
    qtbot.waitUntil(lambda: not dialog.isVisible())


@pytest.mark.parametrize("line", ["", "{", "[]", '{"formats": 7}', '{"formats": {"pdf": 1}}'])
def test_settings_that_are_no_choices_are_passed_over(line):
    assert kept_choices(line).of("html") == Choices()


def test_choices_come_back_from_the_settings():
    chosen = Choices(parts=frozenset(PARTS[:3]), is_black=True, paper="Letter")
    kept = KeptChoices().with_choice("pdf", replace(chosen, voices=("direct",)))
    assert kept_choices(kept.line()) == kept
    assert kept_choices(kept.line()).of("pdf") == chosen
    assert json.loads(kept.line())["last"] == "pdf"

"""The About panel: facts with their places, the kind of text, what was left out, measures."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton

from reader.core.document import analysis_document
from reader.ui.panels.about.detail_row import DetailRow
from reader.ui.panels.about.versions_page import KeptVersion
from tests.gui.acting import select, words_of

PAGE = """<html><head><title>Mill to close</title>
<meta property="og:site_name" content="The Courier">
<meta property="og:title" content="Mill shuts"><meta name="author" content="Nell Harwick">
<meta property="article:modified_time" content="2025-05-10T17:40:00Z">
<meta property="og:url" content="https://paper.example/opinion/mill.html"></head><body>
<nav><a href="/">Home</a> <a href="/a">News</a> <a href="/b">Sport</a></nav><article>
<h1>Mill to close</h1><p>The mill will be shut on Monday, the brutal owners said. Nobody asked us
about it, and nobody will.</p><p><a href="/x">Read more: Ferry to stop at night</a></p>
<p>It was built in 1902 and it has stood by the river ever since, through flood and fire.</p>
<p>“We were never asked,” said Ada Brook, who runs a shop there and has done so for years.</p>
</article></body></html>"""


@pytest.fixture
def about(program, tmp_path, qtbot):
    path = tmp_path / "mill.html"
    path.write_text(PAGE, encoding="utf-8")
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.open(str(path))
    program.window.actions_by_name["about_article"].trigger()
    return program.window.about


def press(panel, name):
    panel.findChild(QPushButton, name).click()


def test_every_fact_says_where_it_stands_and_what_differs(about):
    assert about.findChild(QLabel, "detail_title").text() == "Mill to close"
    told = words_of(about.details)
    assert "the page’s data (meta og:title) says “Mill shuts”" in told
    assert "from the page’s data (meta author)" in told
    assert "https://paper.example/opinion/mill.html" in told
    assert about.findChild(QLabel, "detail_changed").text() == "10 May 2025"
    assert about.findChild(QLabel, "detail_agency").text() == "none named"


def test_its_pages_fit_a_docked_panel(about, program):
    versions = [KeptVersion(str(number), "9 May", "") for number in range(12)]
    about.show_versions(versions, "0")
    program.window.resize(1366, 768)
    assert about.minimumSizeHint().width() <= 344  # else the page is narrower than the design


def test_the_kind_of_text_has_a_reason_and_the_reader_has_the_last_word(about, program, qtbot):
    window = program.window
    assert about.findChild(QPushButton, "kind_opinion").isChecked()
    assert "/opinion/" in about.findChild(QLabel, "kind_reason").text()
    assert "the author’s own" in window.wording.subheading.text()
    press(about, "kind_news")
    qtbot.waitUntil(lambda: "As you say" in about.findChild(QLabel, "kind_reason").text())
    assert "author’s own" not in window.wording.subheading.text()
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: about.findChild(QPushButton, "kind_opinion").isChecked())


def test_a_fact_is_said_better_in_its_place_and_taken_back(about, program, qtbot):
    page, view = about.details, program.window.view

    def shown(name):
        return about.findChild(QLabel, f"detail_{name}").text()

    pencil = about.findChild(QToolButton, "edit_author")
    pencil.setFocus()
    qtbot.keyClick(pencil, Qt.Key.Key_F2)
    field = about.findChild(QLineEdit, "field_author")
    assert field.selectedText() == "Nell Harwick"
    qtbot.keyClicks(field, "Ada Holm")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown("author") == "Ada Holm")
    assert "from you" in words_of(page)
    assert (
        about.findChild(QPushButton, "as_it_came_author").text() == "The program’s: Nell Harwick"
    )
    assert "Ada Holm" in view.toPlainText()
    assert (
        analysis_document(program.session.analysis.current, "x")["article"]["byline"] == "Ada Holm"
    )
    program.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: shown("author") == "Nell Harwick")
    assert "Ada Holm" not in view.toPlainText()
    program.window.actions_by_name["redo"].trigger()
    qtbot.waitUntil(lambda: shown("author") == "Ada Holm")
    press(about, "as_it_came_author")
    qtbot.waitUntil(lambda: shown("author") == "Nell Harwick")


def test_a_title_for_a_text_without_one_stands_over_it(program, tmp_path, qtbot):
    path = tmp_path / "plain.txt"
    path.write_text("The mill will be shut, said Ada Brook. Nobody was asked.\n", encoding="utf-8")
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.open(str(path))
    program.window.actions_by_name["about_article"].trigger()
    row = program.window.about.details.findChild(DetailRow, "detail_row_title")
    row.edit()
    qtbot.keyClicks(row.field, "Mill to shut")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    view = program.window.view
    qtbot.waitUntil(lambda: view.toPlainText().startswith("Mill to shut\n"))
    program.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: "Mill to shut" not in view.toPlainText())


def test_a_date_that_is_none_stays_in_the_field_with_what_to_write(about, program, qtbot):
    row = about.details.findChild(DetailRow, "detail_row_date")
    qtbot.mouseDClick(row, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(row.field, "some day")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert "2025-05-09" in words_of(row)
    row.field.setText("9 May 2025")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: about.findChild(QLabel, "detail_date").text() == "9 May 2025")
    assert "9 May 2025" in program.window.view.toPlainText()


def test_escape_gives_up_what_is_typed(about, qtbot):
    row = about.details.findChild(DetailRow, "detail_row_outlet")
    row.edit()
    qtbot.keyClicks(row.field, "Another paper")
    qtbot.keyClick(row.field, Qt.Key.Key_Escape)
    assert row.field is None
    assert row.value.text() == "The Courier"


def test_marks_come_and_go_with_the_language_that_the_reader_says(about, program, qtbot):
    corrections = program.session.analysis.corrections
    assert program.window.view.visible_marks()
    about.fact_requested.emit("language", "de")
    qtbot.waitUntil(lambda: not program.window.view.visible_marks())
    assert about.findChild(QLabel, "detail_language").text() == "German"
    corrections.undo()
    qtbot.waitUntil(lambda: bool(program.window.view.visible_marks()))


def test_left_out_pieces_are_listed_shown_on_the_page_and_put_back(about, program, qtbot):
    view = program.window.view
    press(about, "segment_about_left_out")
    count = len(program.session.article.current.removed)
    assert count >= 2
    assert about.left_out.isVisible()
    assert "Ferry to stop" in words_of(about.left_out)
    mark = view.visible_marks()[0]
    press(about, "show_left_out")
    assert view.toPlainText().count("Left out: ") == count
    assert mark in view.visible_marks()
    view.focus_finding(mark)
    view.anchorClicked.emit(QUrl("restore:0"))
    assert len(program.session.article.current.removed) == count - 1
    assert program.window.view.toPlainText().count("Left out: ") == count - 1


def test_more_is_left_out_as_the_reader_says(about, program):
    press(about, "segment_about_left_out")
    before = program.session.article.current
    press(about, "leave_more_out")
    assert "Select words on the page" in words_of(about.left_out)
    select(program.window, "stood by the river")
    press(about, "leave_more_out")
    article = program.session.article.current
    assert "river" not in article.text
    assert "left out by you" in words_of(about.left_out)
    number = [piece.reason for piece in article.removed].index("left out by you")
    press(about, f"restore_{number}")
    assert program.session.article.current.text == before.text


def test_what_may_be_missing_stands_beside_what_was_left_out(about, program):
    shown = program.session.article
    shown.show(replace(shown.current, caveats=("The end may be missing.",)))
    press(about, "segment_about_left_out")
    assert "The end may be missing." in words_of(about.left_out)
    assert about.findChild(QPushButton, "read_page_again") is None, "it came from a file"


def test_measures_begin_with_three_and_show_all_when_asked(about, qtbot):
    press(about, "segment_about_measures")
    qtbot.waitUntil(lambda: "follow" not in words_of(about.measures))
    told = words_of(about.measures)
    assert all(words in told for words in ("Words", "Minutes to read", "Words in a sentence"))
    assert "Flesch" not in told
    press(about, "all_measures")
    assert "Flesch reading ease" in words_of(about.measures)

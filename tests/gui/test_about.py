"""The About panel: facts with their places, the kind of text, what was left out, measures."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QLabel, QPushButton

from tests.gui.acting import words_of

PAGE = """<html><head><title>Mill to close</title>
<meta property="og:site_name" content="The Courier">
<meta property="og:title" content="Mill shuts"><meta name="author" content="Nell Harwick">
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
    with qtbot.waitSignal(program.session.analysis.changed, timeout=20_000):
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


def test_measures_begin_with_three_and_show_all_when_asked(about, qtbot):
    press(about, "segment_about_measures")
    qtbot.waitUntil(lambda: "follow" not in words_of(about.measures), timeout=20_000)
    told = words_of(about.measures)
    assert all(words in told for words in ("Words", "Minutes to read", "Words in a sentence"))
    assert "Flesch" not in told
    press(about, "all_measures")
    assert "Flesch reading ease" in words_of(about.measures)

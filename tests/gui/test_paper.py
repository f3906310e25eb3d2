"""Paper: every word can be copied, greys alone tell all, lines and paragraphs are numbered."""

import re
import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from reader.core.analysis.analysing import analyse
from reader.core.corrections import Anchor
from reader.core.notes import Note
from reader.core.text.spans import Span
from reader.intake.read import read_article, read_bytes
from reader.paths import default_paths
from reader.storage.analysis_tools import load_analysis_tools
from reader.storage.reports.choosing import chosen
from reader.storage.reports.report_format import EVERY_PART, USUAL, Choices, Report
from reader.ui.marks.paper.pages import Pages
from reader.ui.marks.paper.pdf import pdf, write_offscreen
from reader.ui.marks.paper.sheet import POINT, Sheet
from reader.ui.theme import load_fonts

pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 reads the PDF, and is not installed")


@pytest.fixture(scope="module")
def report(qapp, tmp_path_factory):
    load_fonts(default_paths().resources)
    tools, _ = load_analysis_tools(default_paths(tmp_path_factory.mktemp("data")))
    sample = sorted((default_paths().resources / "samples").glob("*.md"))[0]
    analysis = analyse(read_article(str(sample)), tools)
    text = analysis.article.text
    start = text.index("one day a month")
    anchor = Anchor.at(text, Span(start, start + 15))
    notes = (Note("lemon", anchor, "Whole year?", ("figures",)), Note("bar", None, "On it all."))
    return Report(analysis, "sample", (), notes)


def words_of(data):
    """Return the words of each page, space and the shape of apostrophes left aside."""
    document = pdfium.PdfDocument(data)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return [re.sub(r"\s+", " ", page).replace("ʼ", "’") for page in pages]


def test_every_word_can_be_copied(report):
    words = " ".join(words_of(pdf([report], USUAL)))
    article = report.analysis.article
    missing = [word for word in article.text.split() if word not in words]
    assert missing == []
    assert "Whole year? #figures" in words
    assert "On it all." in words
    assert "Method sheet" in words
    assert "loaded-wording@" in words


@pytest.mark.parametrize("has_wide_margin", [True, False])
def test_what_stands_beside_the_lines_is_no_part_of_an_article_read_again(report, has_wide_margin):
    choices = replace(USUAL, has_wide_margin=has_wide_margin)
    again = read_bytes(pdf([replace(report, notes=())], choices), "own.pdf").text
    again = " ".join(again.replace("ʼ", "’").split())
    article = report.analysis.article
    told = [zone.span.of(article.text) for zone in article.zones if zone.kind == "paragraph"]
    sentences = [one for words in told for one in re.split(r"(?<=[.!?”]) ", words)]
    missing = [one for one in sentences if " ".join(one.split()) not in again]
    assert len(sentences) > 20
    assert len(missing) <= 1  # which goes on over the end of the page
    assert "¶" not in again


def test_each_page_has_its_frame(report):
    pages = words_of(pdf([report], USUAL))
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "A mark is a question, not a verdict." in page
        assert "Loaded wording" in page
        assert "Emotive word" in page


def test_lines_and_paragraphs_are_numbered(report):
    first = words_of(pdf([report], USUAL))[0]
    for number in (1, 5, 10, 15, 20):
        assert re.search(rf"(?<!\S){number}(?!\S)", first)
    assert "¶1 " in first
    assert "¶2 " in first


def test_what_was_not_chosen_is_not_there(report):
    parts = EVERY_PART - {"method", "hedging", "notes"}
    choices = Choices(parts=parts, hides_outlet=True)
    words = " ".join(words_of(pdf([chosen(report, choices)], choices)))
    assert "Method sheet" not in words
    assert "Whole year?" not in words
    assert "How likely" not in words
    assert "Nell Harwick" not in words


def picture(pages, number, scale=0.1):
    """Return a page as a picture of one pixel for `1 / scale` units."""
    sheet = pages.sheet
    image = QImage(
        round(sheet.width * scale), round(sheet.height * scale), QImage.Format.Format_RGB32
    )
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    pages.paint(painter, number)
    painter.end()
    return image


def colours(image):
    pixels = (
        image.pixelColor(x, y)
        for y in range(0, image.height(), 2)
        for x in range(0, image.width(), 2)
    )
    return {(color.red(), color.green(), color.blue()) for color in pixels}


def test_black_has_no_colour_and_colour_has(report):
    black = colours(picture(Pages([report], Choices(is_black=True)), 0))
    assert len(black) > 5
    assert all(max(color) - min(color) == 0 for color in black)
    assert any(
        max(color) - min(color) > 40 for color in colours(picture(Pages([report], USUAL), 0))
    )


def test_nothing_is_painted_outside_the_paper_and_the_margin_for_notes_is_free(report):
    bare = replace(report, notes=())
    pages = Pages([bare], Choices(is_black=True))
    sheet = pages.sheet
    assert (sheet.right - sheet.rule) / POINT == pytest.approx(141.7, abs=0.1)  # 5 cm
    image = picture(pages, 0)
    free = QRectF(sheet.rule + 60 * POINT, sheet.top + 40 * POINT, 70 * POINT, 500 * POINT)
    assert colours(image.copy((QRectF(free.topLeft() * 0.1, free.size() * 0.1)).toRect())) == {
        (255, 255, 255)
    }


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("is_wide", [True, False])
def test_both_papers_and_margins_hold_the_column(paper, is_wide):
    sheet = Sheet.of(Choices(paper=paper, has_wide_margin=is_wide))
    assert 0 < sheet.left < sheet.left + sheet.text_width < sheet.rule < sheet.right < sheet.width
    assert sheet.text_width > 300 * POINT


def test_several_articles_begin_on_pages_of_their_own(report):
    choices = Choices(parts=EVERY_PART - {"method"})
    pages = words_of(pdf([report, report], choices))
    heads = [page for page in pages if report.analysis.article.title in page]
    assert len(heads) == 2
    assert write_offscreen([report], choices).startswith(b"%PDF-")


def test_the_command_writes_it_without_a_display(samples, tmp_path):
    out = tmp_path / "a.pdf"
    call = ["export", str(samples[0]), "--format", "pdf", "--output", str(out), "--black"]
    unset = "import os; [os.environ.pop(n, 0) for n in ('DISPLAY', 'QT_QPA_PLATFORM')]"
    code = f"{unset}; from reader.launch import run_command_line as run; print(run({call}))"
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("0\n", "")
    assert len(words_of(out.read_bytes())) > 1

"""Comparing in the window: choosing, the table that leads to passages, outlets, files, sheets."""

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from reader.core.corrections import Anchor, Correction, Scope, mute_here
from reader.core.text.spans import Span
from reader.intake.read import read_article
from reader.paths import default_paths
from reader.storage.library.library import Library
from reader.storage.library.store import LibraryStore
from reader.ui.places.comparison.choosing import Chosen
from reader.ui.places.comparison.parts import compared as compared_articles
from reader.ui.widgets.ordered_list import OrderedList
from tests.gui.acting import words_of
from tests.gui.test_access import nameless

SAMPLES = default_paths().resources / "samples"
COURIER, TODAY = SAMPLES / "eskerby-courier.md", SAMPLES / "eskerby-today.md"


def compared(program, qtbot, *paths):
    program.comparing.compare([str(path) for path in paths])
    qtbot.waitUntil(lambda: program.comparing.comparison_window is not None)
    return program.comparing.comparison_window


def test_the_welcome_compares_its_two_samples(quick_program, qtbot):
    comparing = quick_program.comparing
    qtbot.mouseClick(
        quick_program.window.welcome.findChild(QPushButton, "welcome_compare"),
        Qt.MouseButton.LeftButton,
    )
    qtbot.waitUntil(lambda: comparing.comparison_window is not None)
    told = words_of(comparing.comparison_window)
    assert all(outlet in told for outlet in ("Eskerby Today", "The Eskerby Courier"))


def test_articles_are_chosen_put_in_order_and_compared(program, qtbot, tmp_path):
    program.window.actions_by_name["compare"].trigger()
    chooser = program.comparing.chooser
    assert not chooser.compare.isEnabled()
    assert "2 to 6" in chooser.compare.toolTip()
    chooser.address.setText(str(COURIER))
    qtbot.keyClick(chooser.address, Qt.Key.Key_Return)
    chooser.add_files([str(TODAY), str(TODAY)])
    assert [item.title for item in chooser.chosen()] == ["eskerby-courier", "eskerby-today"]
    chooser.rows.setCurrentRow(1)
    qtbot.keyClick(chooser.rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert chooser.rows.item(0).text() == "A   eskerby-today"
    chooser.compare.click()
    qtbot.waitUntil(lambda: program.comparing.comparison_window is not None)
    shown = program.comparing.comparison_window
    assert [pane.letter for pane in shown.panes] == ["A", "B"]
    assert nameless(shown) == nameless(chooser) == []
    assert "moves to a monthly format" in shown.panes[0].page.toPlainText()
    third = tmp_path / "third.txt"
    third.write_text("Third paper\n\nThe market moves, Ada Renfrew said.\n", "utf-8")
    shown.hides.trigger()
    shown.to_add.trigger()
    adding = program.comparing.chooser
    assert [one.title for one in adding.chosen()] == [
        "Eskerby market moves to a monthly format",
        "Fury as council axes Saturday market",
    ]
    assert not adding.hides.isChecked()  # as it is in the window
    adding.add_files([str(third)])
    adding.compare.click()
    qtbot.waitUntil(lambda: len(shown.panes) == 3)
    assert "Ada Renfrew said" in shown.panes[2].page.toPlainText()
    shown.activateWindow()
    qtbot.keyClick(shown.panes[0].page, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not shown.isVisible()


def test_cells_lead_to_passages_and_outlets_stay_hidden_until_shown(program, qtbot, tmp_path):
    shown = compared(program, qtbot, COURIER, TODAY)
    assert "Renfrew" in shown.table.page.toPlainText()
    assert "outlet hidden" in words_of(shown.panes[0])
    assert "The Eskerby Courier" not in shown.panes[0].page.toPlainText()
    strip = next(n for n, (_, one) in enumerate(shown.table.page.html.pieces) if one.strip)
    assert not shown.table.page.loadResource(2, QUrl(f"strip:{strip}")).isNull()
    assert shown.table.page.loadResource(2, QUrl("https://example.org/a.png")) is None
    with qtbot.waitSignal(shown.table.passage_chosen) as chosen:
        shown.table.page.anchorClicked.emit(QUrl("0"))
    article, span = chosen.args
    assert "Holloway" in span.of(shown.shown.text_of(article))
    shown.hides.trigger()
    assert "The Eskerby Courier" in words_of(shown.panes[0])
    shown.table.tabs.setCurrentIndex(6)
    assert "Mira Osei" in shown.table.page.toPlainText()
    assert "Ada Renfrew" not in shown.table.page.toPlainText()
    shown.together.trigger()
    bar = shown.panes[0].page.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert shown.panes[1].page.top_place() > 0
    path = tmp_path / "both.json"
    program.messages.answer = str(path)
    shown.to_export.trigger()
    assert "close-reader/comparison/1" in path.read_text(encoding="utf-8")
    qtbot.keyClick(shown.table.page, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_a_missing_article_is_told_in_the_window(program, qtbot):
    program.comparing.compare([str(COURIER), "nowhere.txt"])
    qtbot.waitUntil(lambda: not program.comparing.jobs.is_busy)
    assert program.window.notes.error.isVisibleTo(program.window)
    assert "nowhere.txt" in words_of(program.window.notes.error)
    assert program.comparing.comparison_window is None


def test_a_source_has_a_sheet_to_save_and_to_print(open_text, qtbot, tmp_path):
    program = open_text("Ada Renfrew said that the market would stay in the square.\n")
    path = tmp_path / "sheet.html"
    program.messages.answer = str(path)
    source = program.session.analysis.current.sources[0]
    program.correcting.show_menu_of(source.id, program.window.pos())
    menu = program.window.findChildren(QMenu, "correction_menu")[-1]
    next(one for one in menu.actions() if one.text() == "Save source sheet…").trigger()
    assert "Ada Renfrew" in path.read_text(encoding="utf-8")
    pages: list[int] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        pages.append(dialog.findChild(QPrintPreviewWidget).pageCount())
        dialog.close()

    QTimer.singleShot(0, look)
    next(one for one in menu.actions() if one.text() == "Print source sheet…").trigger()
    menu.close()
    assert pages == [1]


def test_the_open_article_is_compared_without_what_is_muted(open_text):
    program = open_text("# A row\n\nThe mayor brutally axed the so-called plan, critics say.")
    analysis = program.session.analysis.current
    found = next(one for one in analysis.findings if one.panel == "wording")
    corrections = program.session.analysis.corrections
    corrections.add(mute_here(analysis.article.text, found))
    program.window.actions_by_name["compare"].trigger()
    chooser = program.comparing.chooser
    shown = chooser.chosen()[0].analysis
    assert len(shown.findings) < len(analysis.findings)
    assert found.span not in {one.span for one in shown.findings}
    chooser.reject()


def test_articles_of_the_library_are_compared_as_they_were_left(shared_tools, tmp_path):
    paths = default_paths(tmp_path)
    library = Library.open(paths.data)
    ids = [library.articles.add(read_article(str(one))).id for one in (COURIER, TODAY)]
    library.close()
    own = read_article(str(COURIER))
    start = own.text.index("brutally")
    mute = Correction("mute-here", places=(Anchor.at(own.text, Span(start, start + 8)),))
    store = LibraryStore(paths.data)
    store.save_corrections(Scope.of(own), (), (mute,))
    store.close()
    chosen = [Chosen(one, one) for one in ids]
    tools = shared_tools.load_analysis_tools(paths)[0]
    found = compared_articles(chosen, tools, paths, str)
    words = {one.span.of(own.text) for one in found.articles[0].analysis.findings}
    assert "brutally" not in words
    assert "rammed through" in words


class Unpacked:
    """A row that cannot be pickled, as an analysis."""

    title = origin = "one.md"

    def __reduce__(self):
        raise AssertionError(self.title)


def test_a_row_that_is_dragged_is_not_pickled(qtbot):
    rows = OrderedList()
    qtbot.addWidget(rows)
    row = Unpacked()
    rows.add_new([row])
    assert rows.model().mimeData([rows.model().index(0, 0)]).formats()
    assert rows.values() == (row,)

"""The reader's own highlights and notes: by mouse and keys, kept, found again, taken back."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip

from reader.core.corrections import Anchor, Scope
from reader.core.notes import Note
from reader.core.text.spans import Span
from reader.errors import LibraryError
from reader.storage.library.store import LibraryStore
from reader.storage.library.work.work import Work
from reader.ui.reading_view.card.mark_card import MarkCard
from tests.gui.acting import select


@pytest.fixture
def reading(opened):
    return opened


def notes_of(program):
    return [
        (note.pen, note.anchor.quote if note.anchor else "") for note in program.noting.notes.now
    ]


def told_of_notes(program):
    label = program.window.statusBar().findChild(QLabel, "status_notes")
    return label.text() if label.isVisible() else ""


def trigger(program, name):
    program.window.actions_by_name[name].trigger()


def test_words_are_highlighted_by_keys_with_one_pen_after_the_other(reading):
    select(reading.window, "one day a month")
    trigger(reading, "highlight")
    assert notes_of(reading) == [("lemon", "one day a month")]
    trigger(reading, "highlight")
    trigger(reading, "highlight")
    assert notes_of(reading) == [("lilac", "one day a month")]
    assert not reading.window.view.textCursor().hasSelection()  # it would cover the pen
    select(reading.window, " one day a month ")  # as a drag of the mouse takes them
    trigger(reading, "highlight")
    assert notes_of(reading) == [("bar", "one day a month")]
    trigger(reading, "undo")
    select(reading.window, "Dunmore group")
    trigger(reading, "highlight_sentence")
    assert notes_of(reading)[1][1].endswith("run by the Dunmore group.")
    for _ in range(4):
        assert reading.window.actions_by_name["undo"].isEnabled()
        trigger(reading, "undo")
    assert notes_of(reading) == []
    trigger(reading, "redo")
    assert notes_of(reading) == [("lemon", "one day a month")]


def test_the_bar_offers_pens_and_goes_with_the_selection(reading, qtbot):
    select(reading.window, "beloved")
    view, bar = reading.window.view, reading.noting.bar
    view.words_selected.emit(view.selected_span())
    assert bar.isVisible()
    keys = [label.text() for label in bar.findChildren(QLabel)]
    assert keys == ["Y", "N"]
    reading.window.actions_by_name["note"].setShortcut("Ctrl+Shift+N")  # as in the keys dialog
    keys = [label.text() for label in bar.findChildren(QLabel)]
    assert keys == ["Y", "Ctrl+Shift+N"]
    assert bar.note.sizeHint().width() > bar.note.fontMetrics().horizontalAdvance(
        "Note… Ctrl+Shift+N"
    )
    qtbot.mouseClick(bar.pens[1], Qt.MouseButton.LeftButton)
    assert notes_of(reading) == [("apricot", "beloved")]
    assert told_of_notes(reading) == "1 note, kept on this computer"
    assert not bar.isVisible()
    select(reading.window, "beloved")
    view.words_selected.emit(view.selected_span())
    toast = reading.window.toast
    toast.show_words("Muted here.", can_undo=True)
    lies = QRect(bar.mapTo(reading.window, QPoint(0, 0)), bar.size())
    toast.move(lies.topLeft())
    view.words_selected.emit(view.selected_span())
    assert toast.isVisible()
    assert not toast.geometry().intersects(lies)
    trigger(reading, "next_mark")  # which takes the selection away
    assert not bar.isVisible()


def test_what_is_being_typed_when_the_window_closes_is_kept(reading, qtbot, tmp_path):
    select(reading.window, "one day a month")
    trigger(reading, "note")
    qtbot.keyClicks(reading.noting.writing.field.words, "How large is the cut?")
    scope = Scope.of(reading.session.article.current)
    reading.window.close()
    (note,) = LibraryStore(tmp_path).load_notes(scope).value
    assert note.text == "How large is the cut?"


def test_a_note_is_kept_while_typing_goes_on_without_a_rest(reading, qtbot):
    select(reading.window, "one day a month")
    trigger(reading, "note")
    field = reading.noting.writing.field
    typing = QTimer(field)
    typing.setInterval(40)
    typing.timeout.connect(lambda: qtbot.keyClick(field.words, Qt.Key.Key_A))
    with qtbot.waitSignal(field.edited):
        typing.start()
    typing.stop()
    assert reading.noting.notes.now[0].text.startswith("aa")


def test_a_note_is_written_in_the_margin_and_kept(reading, qtbot, tmp_path):
    select(reading.window, "one day a month")
    trigger(reading, "note")
    field = reading.noting.writing.field
    assert field.isVisible()
    qtbot.keyClicks(field.words, "How large is the cut?")
    qtbot.keyClicks(field.tags, "number, to check, number")
    qtbot.keyClick(field.words, Qt.Key.Key_Escape)
    assert not field.isVisible()
    (note,) = reading.noting.notes.now
    assert (note.text, note.tags) == ("How large is the cut?", ("number", "to check"))
    article = reading.session.article.current
    kept = LibraryStore(tmp_path).load_notes(Scope.of(article)).value
    assert kept == (note,)
    (row,) = reading.noting.panel.rows
    assert "How large is the cut?" in row.accessibleName()
    select(reading.window, "one day")
    trigger(reading, "remove_highlight")
    assert reading.noting.notes.now == ()
    assert told_of_notes(reading) == ""


def test_notes_of_another_window_are_there_when_the_reader_comes_back(reading, tmp_path):
    select(reading.window, "one day a month")
    trigger(reading, "highlight")
    (mine,) = reading.noting.notes.now
    scope = Scope.of(reading.session.article.current)
    theirs = replace(mine, text="How large?")
    other = LibraryStore(tmp_path)
    other.save_notes(scope, (mine,), (mine, theirs))
    QApplication.sendEvent(reading.window, QEvent(QEvent.Type.WindowActivate))
    assert reading.noting.notes.now == (mine, theirs)
    assert len(reading.noting.panel.rows) == 2
    trigger(reading, "undo")
    assert reading.noting.notes.now == (theirs,)
    other.save_notes(scope, (theirs,), ())
    QApplication.sendEvent(reading.window, QEvent(QEvent.Type.WindowActivate))
    assert reading.noting.notes.now == ()


def test_a_note_is_not_written_behind_the_card_of_a_mark(reading):
    reading.window.view.open_card()
    assert reading.window.findChild(MarkCard).isVisible()
    select(reading.window, "one day a month")
    trigger(reading, "note")
    assert reading.noting.writing.field.isVisible()
    assert not reading.window.findChild(MarkCard).isVisible()


def test_notes_come_again_with_the_article_and_lost_ones_are_listed(reading, qtbot):
    article = reading.session.article.current
    select(reading.window, "Dunmore group")
    trigger(reading, "highlight")
    trigger(reading, "note_on_article")
    qtbot.keyClicks(reading.noting.writing.field.words, "Read again")
    qtbot.keyClick(reading.noting.writing.field.words, Qt.Key.Key_Escape)
    reading.session.article.close()
    assert reading.noting.panel.rows == []
    with qtbot.waitSignal(reading.session.analysis.changed):
        reading.session.article.show(article)
    assert {quote for _, quote in notes_of(reading)} == {"Dunmore group", ""}
    assert [row.place for row in reading.noting.panel.rows] == ["", "2.1"]


def test_an_empty_note_on_the_article_is_none(reading, qtbot):
    trigger(reading, "note_on_article")
    qtbot.keyClick(reading.noting.writing.field.words, Qt.Key.Key_Escape)
    assert reading.noting.notes.now == ()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete])
def test_rows_are_used_by_keys(reading, qtbot, key):
    select(reading.window, "beloved")
    trigger(reading, "highlight")
    panel = reading.noting.panel
    panel.copy_all.click()
    assert "“beloved”" in QGuiApplication.clipboard().text()
    qtbot.keyClick(panel.rows[0], Qt.Key.Key_Return)
    assert reading.noting.writing.field.isVisible()
    qtbot.keyClick(reading.noting.writing.field.words, Qt.Key.Key_Escape)
    qtbot.keyClick(panel.rows[0], key)
    assert notes_of(reading) == []


def test_words_with_a_hidden_note_keep_that_note(reading, qtbot):
    select(reading.window, "beloved")
    trigger(reading, "highlight")
    trigger(reading, "show_highlights")
    select(reading.window, "beloved")
    trigger(reading, "note")
    qtbot.keyClicks(reading.noting.writing.field.words, "by whom?")
    reading.noting.writing.field.end()
    (note,) = reading.noting.notes.now
    assert (note.anchor.quote, note.text) == ("beloved", "by whom?")


def test_highlights_are_hidden_on_request_only(reading):
    select(reading.window, "beloved")
    trigger(reading, "highlight")
    view = reading.window.view
    trigger(reading, "show_marks")
    assert view.note_at(view.selected_span()) is not None
    trigger(reading, "show_highlights")
    assert view.note_at(view.selected_span()) is None


def take_in(reading, qtbot, path):
    """Choose a file of annotations by the menu and wait until it was read."""
    reading.messages.answer = str(path)
    trigger(reading, "import_notes")
    qtbot.waitUntil(lambda: not reading.notes_from_files.is_busy)


def test_notes_of_a_file_are_taken_in_told_and_taken_back(reading, qtbot, tmp_path):
    items = [
        {"target": {"selector": {"type": "TextQuoteSelector", "exact": words}}, "bodyValue": "?"}
        for words in ("one day a month", "of which nothing is said")
    ]
    path = tmp_path / "class.jsonld"
    path.write_text(json.dumps(items), "utf-8")
    assert reading.noting.panel.take_in.isEnabled()
    take_in(reading, qtbot, path)
    assert [quote for _, quote in notes_of(reading)] == [
        "one day a month",
        "of which nothing is said",
    ]
    ((title, told),) = reading.messages.told
    assert title == "2 notes added"
    assert "of which nothing is said" in told
    assert "place not found" in reading.noting.panel.rows[0].accessibleName()
    take_in(reading, qtbot, path)
    assert len(reading.noting.notes.now) == 2
    assert "not added again: 2" in reading.messages.told[-1][1]
    trigger(reading, "undo")
    assert reading.noting.notes.now == ()


def test_notes_that_all_have_their_place_are_taken_back_at_the_toast(reading, qtbot, tmp_path):
    path = tmp_path / "cows.ann"
    text = reading.session.article.current.text
    start = text.index("beloved")
    path.write_text(f"T1\tOdd {start} {start + 7}\tbeloved\n", "utf-8")
    take_in(reading, qtbot, path)
    assert notes_of(reading) == [("lemon", "beloved")]
    qtbot.mouseClick(reading.window.toast.undo, Qt.MouseButton.LeftButton)
    assert notes_of(reading) == []


def test_a_file_of_another_text_is_told_above_the_page(reading, qtbot, tmp_path):
    path = tmp_path / "far.ann"
    path.write_text("T1\tOdd 0 9000000\tfar\n", "utf-8")
    take_in(reading, qtbot, path)
    assert "points at 0 to 9000000" in reading.window.notes.error.cause.text()
    assert notes_of(reading) == []


def highlight(reading, qtbot, words, told=""):
    select(reading.window, words)
    trigger(reading, "note")
    qtbot.keyClicks(reading.noting.writing.field.words, told)
    qtbot.keyClick(reading.noting.writing.field.words, Qt.Key.Key_Escape)


def sign_of(view, note):
    """Return a point of the margin at which a note, or the dot that stands for it, is found."""
    wide, high = view.viewport().width(), view.viewport().height()
    points = (QPoint(x, y) for y in range(0, high, 6) for x in range(wide // 2, wide, 6))
    return next((point for point in points if view.note_in_margin(point) == note), None)


@pytest.mark.parametrize("width", [1366, 900, 640])
def test_a_note_or_its_dot_opens_by_a_click(reading, qtbot, width):
    reading.window.resize(width, 600)
    highlight(reading, qtbot, "one day a month", "How large is the cut?")
    view, (note,) = reading.window.view, reading.noting.notes.now
    for are_marks_on in (True, False):
        view.set_marks_visible(are_marks_on)
        point = sign_of(view, note)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        field = reading.noting.writing.field
        assert field.isVisible()
        assert field.words.toPlainText() == "How large is the cut?"
        lines = view.rects_of(note.place_in(reading.session.article.current.text))
        covered = [line for line in lines if line.intersects(QRectF(field.geometry()))]
        assert covered == []  # it never lies on the words that it is about
        qtbot.keyClick(field.words, Qt.Key.Key_Escape)
    assert view.has_note_margin == (width > 1300)
    view.grab()


def test_a_tip_shows_the_words_of_a_note_as_they_are(reading, qtbot):
    reading.window.resize(900, 600)
    highlight(reading, qtbot, "one day a month", "<b>1 < 2</b>")
    view, (note,) = reading.window.view, reading.noting.notes.now
    point = sign_of(view, note)
    tip = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), tip)
    assert QToolTip.text() == "<qt>&lt;b&gt;1 &lt; 2&lt;/b&gt;</qt>"
    QToolTip.hideText()


def test_f8_walks_the_notes_while_their_panel_is_in_front(reading, qtbot):
    for words in ("Dunmore group", "one day a month", "beloved"):
        highlight(reading, qtbot, words, "?")
    reading.window.view.verticalScrollBar().setValue(0)
    trigger(reading, "next_mark")
    assert reading.window.view.focused_finding() is not None  # another panel is in front
    reading.window.show_panel("notes")
    text = reading.session.article.current.text
    places = sorted(note.place_in(text) for note in reading.noting.notes.now)
    seen = []
    for name in ("next_mark", "next_mark", "next_mark", "previous_mark"):
        trigger(reading, name)
        found = reading.window.view.note_at(reading.window.view.selected_span())
        seen.append(found[0])
    assert seen == [places[0], places[1], places[2], places[1]]
    assert reading.window.view.focused_finding() is None
    qtbot.keyClick(reading.window.view, Qt.Key.Key_Return)
    assert reading.noting.writing.field.isVisible()  # Enter goes into the note of the highlight
    qtbot.keyClick(reading.noting.writing.field.words, Qt.Key.Key_Escape)
    qtbot.keyClick(reading.window.view, Qt.Key.Key_Delete)
    assert len(reading.noting.notes.now) == len(places) - 1


def test_tags_are_chips_that_can_be_taken_away_and_written_anew(reading, qtbot):
    select(reading.window, "one day a month")
    trigger(reading, "note")
    field = reading.noting.writing.field
    qtbot.keyClicks(field.tags, "number, to check,hours,")
    assert field.tags.text() == ""
    chips = {chip.accessibleName(): chip for chip in field.findChildren(QPushButton)}
    qtbot.mouseClick(chips["Take the tag to check away"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(field.tags, Qt.Key.Key_Backspace)
    assert field.tags.text() == "hours"
    qtbot.keyClicks(field.tags, " lost")
    qtbot.keyClick(field.tags, Qt.Key.Key_Return)
    assert not field.isVisible()
    (note,) = reading.noting.notes.now
    assert note.tags == ("number", "hours lost")


def test_pens_and_tags_choose_what_is_listed(reading, qtbot):
    highlight(reading, qtbot, "Dunmore group", "Who?")
    select(reading.window, "one day a month")
    trigger(reading, "highlight")
    trigger(reading, "highlight")  # apricot
    select(reading.window, "beloved")
    trigger(reading, "note")
    qtbot.keyClicks(reading.noting.writing.field.tags, "to check")
    qtbot.keyClick(reading.noting.writing.field.words, Qt.Key.Key_Escape)
    reading.window.show_panel("notes")
    panel = reading.noting.panel
    assert len(panel.rows) == 3
    panel.filter.tags.menu().actions()[1].trigger()
    assert [row.note.tags for row in panel.rows] == [("to check",)]
    panel.filter.tags.menu().actions()[0].trigger()
    pens = {row.note.pen for row in panel.rows}
    assert len(pens) > 1
    for pen in pens:
        panel.filter.buttons[pen].click()
        assert {row.note.pen for row in panel.rows} == {pen}


def test_tab_goes_from_selected_words_into_the_bar(reading, qtbot):
    window, view, bar = reading.window, reading.window.view, reading.noting.bar
    window.activateWindow()
    view.setFocus()
    select(window, "beloved")
    view.words_selected.emit(view.selected_span())
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert window.focusWidget() is bar.pens[0]
    qtbot.keyClick(bar.pens[0], Qt.Key.Key_Tab)
    qtbot.keyClick(bar.pens[1], Qt.Key.Key_Space)
    assert notes_of(reading) == [("apricot", "beloved")]
    assert window.focusWidget() is view
    select(window, "beloved")
    view.words_selected.emit(view.selected_span())
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(bar.pens[0], Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert window.focusWidget() is view


def test_a_deleted_row_leaves_the_keyboard_in_the_list(reading, qtbot):
    for words in ("beloved", "Dunmore group"):
        select(reading.window, words)
        trigger(reading, "highlight")
    reading.window.show_panel("notes")
    panel = reading.noting.panel
    panel.rows[0].setFocus()
    for left in (1, 0):
        qtbot.keyClick(reading.window.focusWidget(), Qt.Key.Key_Delete)
        assert len(panel.rows) == left
        assert reading.window.focusWidget() is (panel.rows[0] if left else panel.article_note)


def test_of_very_many_notes_the_first_are_listed_and_the_others_on_request(reading, qtbot):
    text = reading.session.article.current.text
    many = [Note("lemon", Anchor.at(text, Span(n, n + 12)), f"number {n}") for n in range(310)]
    reading.noting.take_in(tuple(many))
    panel = reading.noting.panel
    assert len(panel.rows) == 300
    qtbot.mouseClick(panel.findChild(QPushButton, "more_notes"), Qt.MouseButton.LeftButton)
    assert len(panel.rows) == 310


def test_a_mark_that_is_taken_back_is_named(reading):
    write_note(reading, "one day a month")
    trigger(reading, "undo")
    told = reading.window.toast.words
    assert told.text() == "Taken back: mark on “one day a month”."
    trigger(reading, "redo")
    assert told.text() == "Done again: mark on “one day a month”."


def write_note(program, words):
    select(program.window, words)
    trigger(program, "highlight")


@pytest.fixture
def full(reading, monkeypatch):
    """A program whose disk is full, until the returned function is called."""
    error = LibraryError("The library could not be written: the disk is full.", hint="Make room.")

    def refuse(*_):
        raise error

    monkeypatch.setattr(Work, "save", refuse)
    return monkeypatch.undo


def test_what_a_full_disk_could_not_take_is_told_and_kept_once_there_is_room(reading, full, data):
    write_note(reading, "one day a month")
    assert "disk is full" in reading.window.notes.error.cause.text()
    assert told_of_notes(reading) == "Your latest changes are not kept yet"
    full()
    reading.unwritten.write()  # as every few seconds
    assert told_of_notes(reading) == "1 note, kept on this computer"
    scope = Scope.of(reading.session.article.current)
    assert len(LibraryStore(data.data).load_notes(scope).value) == 1


def test_a_data_folder_that_has_gone_is_waited_for_and_nothing_is_made_in_its_place(
    reading, data, shown_messages
):
    write_note(reading, "one day a month")
    away = data.data.with_name(f"{data.data.name}-away")
    data.data.rename(away)
    write_note(reading, "Dunmore group")
    settings = reading.session.settings
    settings.change(replace(settings.now, open_folder="/quay"))
    assert not data.data.exists()
    assert "no longer there" in reading.window.notes.error.cause.text()
    assert told_of_notes(reading) == "Your latest changes are not kept yet"
    assert len(reading.noting.notes.now) == 2
    shown_messages.answer = "2"
    reading.window.close()
    assert reading.window.isVisible()
    assert shown_messages.told[-1][0] == "Not all your changes are kept"
    away.rename(data.data)
    reading.unwritten.write()  # as every few seconds
    assert told_of_notes(reading) == "2 notes, kept on this computer"
    store = LibraryStore(data.data)
    assert len(store.load_notes(Scope.of(reading.session.article.current)).value) == 2
    assert store.load_settings().value.open_folder == "/quay"


def test_the_page_keeps_its_notes_when_it_is_read_again_while_their_folder_is_gone(
    reading, data, qtbot
):
    write_note(reading, "one day a month")
    away = data.data.with_name(f"{data.data.name}-away")
    data.data.rename(away)
    reading.noting.notes.begin(reading.session.article.current)
    assert len(reading.noting.notes.now) == 1
    write_note(reading, "Dunmore group")
    away.rename(data.data)
    reading.unwritten.write()
    scope = Scope.of(reading.session.article.current)
    assert len(LibraryStore(data.data).load_notes(scope).value) == 2


@pytest.mark.parametrize(("answer", "is_open"), [("2", True), ("1", False)])
def test_no_window_closes_untold_while_changes_wait(
    reading, full, shown_messages, answer, is_open
):
    write_note(reading, "one day a month")
    shown_messages.answer = answer
    reading.window.close()
    assert shown_messages.told[-1] == (
        "Not all your changes are kept",
        "The library could not be written: the disk is full. Make room.",
    )
    assert reading.window.isVisible() is is_open
    full()
    reading.window.close()
    assert not reading.window.isVisible()

"""Articles, folders and feeds added in the dialog, or dropped."""

import os
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QPushButton,
)

from reader.core.corrections import Scope
from reader.core.text.article import Removed
from reader.errors import IsFeedError
from reader.intake.feeds.feed import Feed, FeedEntry
from reader.intake.feeds.fetching import FeedAnswer
from reader.intake.read import read_pasted_text
from reader.storage.library.library import Library
from reader.storage.library.rows import Wanted
from reader.storage.user_data.scope_files import CORRECTIONS
from reader.ui.places.library.adding.offered import offers
from reader.ui.places.library.shelf_tree.tree_places import TreePlace
from tests.gui.desk.again_and_again import FERRY, MARKET, press, waits_for_offer
from tests.gui.test_access import nameless


def test_files_are_taken_in_behind_the_page(adding, reader, tmp_path, qtbot, shown_messages):
    for number in range(12):
        path = tmp_path / f"notice-{number}.txt"
        path.write_text(f"Notice {number}\n\nThe bridge is shut, day {number}.", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    shown_messages.answer = [str(path) for path in tmp_path.glob("*.txt")]
    adding.kinds.choose("file")
    adding.page.choose.click()
    waits_for_offer(qtbot, adding)
    assert adding.main.text() == "Add 13"
    adding.options.collection.setText("Bridge")
    with qtbot.waitSignal(reader.program.desk.adding.finished) as report:
        adding.main.click()
    (report,) = report.args
    assert report.count("added") == 12
    assert ["empty.txt" in one.problem for one in report.to_look_at()] == [True]
    assert len(reader.titles()) == 12
    reader.program.desk.page.place.choose_place(TreePlace("collection", "Bridge"))
    assert len(reader.titles()) == 12
    reader.do("reports")
    dialog = reader.program.window.findChild(QDialog, "report_dialog")
    assert "12 added" in dialog.told.text()
    assert dialog.list.count() == 1
    dialog.close()


def test_what_cannot_be_read_is_told_under_the_field(adding, qtbot):
    qtbot.keyClicks(adding.field, "nowhere.txt")
    adding.kinds.choose("file")
    press(qtbot, adding.field, Qt.Key.Key_Return)
    waits_for_offer(qtbot, adding)
    note = adding.page.note
    assert "nowhere.txt" in note.cause.text()
    assert adding.field.text() == "nowhere.txt"
    assert not adding.main.isEnabled()
    assert [way for way, button in note.buttons.items() if button.isVisible()] == [
        "choose",
        "type",
    ]
    note.buttons["type"].click()
    assert adding.kinds.kind() == "text"
    assert not note.isVisible()
    adding.close()


def test_an_address_that_is_a_feed_is_offered_as_one(adding, qtbot, monkeypatch):
    feed = Feed("Harbour News", "", (FeedEntry(guid="1", title="Ferry stops"),))
    answer = FeedAnswer(feed, "https://harbour.example/feed")

    def is_feed(*_args, **_more):
        raise IsFeedError("“feed” is a feed, and no article.")

    monkeypatch.setattr(offers, "read_with_bytes", is_feed)
    monkeypatch.setattr(offers, "find_feed", lambda _address: (answer, ()))
    qtbot.keyClicks(adding.field, "harbour.example/feed")
    press(qtbot, adding.field, Qt.Key.Key_Return)
    waits_for_offer(qtbot, adding)
    assert (adding.kinds.kind(), adding.main.text()) == ("feed", "Follow and add 1")
    assert "Ferry stops" in adding.page.items.item(0).text()
    adding.close()


def test_the_clipboard_is_looked_at_before_it_is_added(adding, reader, qtbot, qapp):
    qapp.clipboard().setText(MARKET)
    adding.kinds.choose("text")
    waits_for_offer(qtbot, adding)
    text = adding.page.text
    adding.look()
    waits_for_offer(qtbot, adding)
    assert text.words.toPlainText() == MARKET, "the empty field takes nothing away"
    assert text.title.placeholderText() == "Market to move"
    qtbot.keyClicks(text.outlet, "The Eskerby Courier")
    qtbot.keyClicks(text.date, "9 Maybe")
    assert text.problem.isVisible()
    assert not adding.main.isEnabled()
    text.date.setText("9 May 2025")
    text.date.textEdited.emit("9 May 2025")
    assert adding.main.text() == "Add 1"
    adding.options.tags.setText("council, hill")
    adding.main.click()
    reader.settle()
    assert reader.titles() == ["Market to move"]
    library = reader.program.session.door.library
    (row,) = library.rows_of(library.ids(Wanted()))
    assert (row.outlet, row.published) == ("The Eskerby Courier", "2025-05-09")
    article = library.articles.article(row.id, is_edited=False)
    said = library.work.load(CORRECTIONS, Scope.of(article))  # what the page lays over it
    assert [(one.action, one.value) for one in said.value] == [
        ("set-outlet", "The Eskerby Courier"),
        ("set-date", "2025-05-09"),
    ]
    reader.program.desk.page.place.choose_place(TreePlace("tag", "hill"))
    assert reader.titles() == ["Market to move"]


def test_another_text_of_an_address_is_offered_as_a_version(adding, reader, qtbot, monkeypatch):
    origin = "https://harbour.example/market"
    older = replace(read_pasted_text(MARKET), origin=origin)
    newer = replace(read_pasted_text(MARKET.replace("final", "open")), origin=origin)
    monkeypatch.setattr(offers, "read_with_bytes", lambda *_, **__: (newer, b"x"))
    reader.program.session.door.library.articles.add(older)
    qtbot.keyClicks(adding.field, "harbour.example/market")
    press(qtbot, adding.field, Qt.Key.Key_Return)
    waits_for_offer(qtbot, adding)
    assert "1 paragraph is different" in adding.page.note.advice.text()
    assert adding.main.text() == "Keep as a version"
    assert adding.field.found.text() == "a page"
    adding.page.note.buttons["differences"].click()
    shown = adding.findChild(QDialog, "difference_dialog")
    assert "finalopen" in shown.page.toPlainText().replace(" ", "")
    press(qtbot, shown, Qt.Key.Key_F8)
    assert shown.page.at == 0
    press(qtbot, shown.page, Qt.Key.Key_Escape)
    adding.main.click()
    reader.settle()
    assert len(reader.titles()) == 1, "the older one is folded"


def test_what_a_page_left_out_and_lacks_is_told_before_it_is_added(
    adding, reader, qtbot, monkeypatch
):
    read = replace(
        read_pasted_text(MARKET),
        origin="https://harbour.example/market",
        removed=(Removed("Share this", "a list of buttons", 0),),
        caveats=("Parts of it may be missing: 20 words were found.",),
    )
    monkeypatch.setattr(offers, "read_with_bytes", lambda *_, **__: (read, b"x"))
    qtbot.keyClicks(adding.field, "harbour.example/market")
    press(qtbot, adding.field, Qt.Key.Key_Return)
    waits_for_offer(qtbot, adding)
    page = adding.page
    assert page.note.property("role") == "warning"
    assert page.note.buttons["choose"].text() == "Choose the saved page…"
    assert page.items.isHidden(), "one article needs no list"
    page.look.click()
    assert [page.pieces.item(n).text() for n in range(page.pieces.count())] == [
        "“Share this”, a list of buttons"
    ]
    assert nameless(adding) == []
    assert adding.main.text() == "Add 1"
    adding.close()


def test_a_watched_folder_brings_what_comes_into_it(adding, reader, tmp_path, qtbot):
    folder = tmp_path / "in"
    folder.mkdir()
    adding.kinds.choose("watched")
    adding.take_folder(str(folder))
    qtbot.waitUntil(adding.main.isEnabled)
    with qtbot.waitSignal(reader.program.desk.adding.finished):
        adding.main.click()
    reader.settle()
    (folder / "new.txt").write_text("New notice\n\nThe bridge is open.", encoding="utf-8")
    os.utime(folder / "new.txt", (2_000_000_000, 2_000_000_000))
    with qtbot.waitSignal(reader.program.desk.adding.finished):
        reader.do("reload")
    assert reader.titles() == ["New notice"]


def test_everything_in_the_dialog_has_a_name(adding):
    assert nameless(adding) == []
    adding.close()


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("The mayor said that the bridge would close. Nobody was asked.", "text"),
        ("“Will the bridge be closed?” she asked", "text"),
        ("mayor.txt", "address"),
        ("the mayor and Mr. Smith.txt", "file"),
        ("/home/ada/what the mayor said. Again.txt", "file"),
        ("The mayor said", "file"),
    ],
)
def test_what_is_typed_is_known_for_a_text_by_its_sentences(typed, kind):
    assert offers.kind_of(typed) == kind


def test_enter_in_the_field_of_tags_adds(adding, reader, qtbot, tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY, encoding="utf-8")
    adding.take_files([str(path)])
    waits_for_offer(qtbot, adding)
    tags = adding.options.tags
    qtbot.keyClicks(tags, "boats,ferry,harbour")
    chips = {one.accessibleName(): one for one in tags.parent().findChildren(QPushButton)}
    assert [name for name, one in chips.items() if one.isVisible()] == [
        "Take the tag boats away",
        "Take the tag ferry away",
    ]
    chips["Take the tag ferry away"].click()
    press(qtbot, tags, Qt.Key.Key_Return)
    library = reader.program.session.door.library
    qtbot.waitUntil(lambda: [one.tags for one in library.rows()] == [("boats", "harbour")])


@pytest.mark.parametrize("typed", ["~5 people were hurt", "a" * 300, f"{'a' * 300}.txt"])
@pytest.mark.parametrize("kind", ["", "file", "folder", "watched"])
def test_what_is_no_path_is_told_and_ends_nothing(tmp_path, typed, kind):
    library = Library.open(tmp_path / "data")
    offer = offers.look_at(library, kind or offers.kind_of(typed), typed, print)
    library.close()
    assert offer.article is not None or str(offer.error).endswith(".")


def test_files_dropped_on_the_tree_are_looked_at(reader, samples, qtbot):
    program = reader.start()
    place = reader.library()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(samples[0]))])
    how = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    viewport = place.tree.viewport()
    entering = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, *how)
    QApplication.sendEvent(viewport, entering)
    assert entering.isAccepted()
    dropped = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, *how)
    QApplication.sendEvent(viewport, dropped)
    qtbot.waitUntil(lambda: program.desk.adding.dialog is not None)
    dialog = program.desk.adding.dialog
    assert dialog.kinds.kind() == "file"
    assert dialog.field.text() == str(samples[0])
    dialog.reject()

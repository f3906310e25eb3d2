"""The library's tree, list and details: chosen, tagged, thrown away, compared, exported."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QToolButton,
)

from reader.storage.library.rows import Wanted
from reader.ui.places.library.article_list.article_model import ids_in
from reader.ui.places.library.article_list.row_words import day_words
from reader.ui.places.library.shelf_tree.tree_places import ALL, TreePlace
from tests.gui.acting import choose, select
from tests.gui.desk.again_and_again import FERRY, MARKET, press, spoken
from tests.gui.test_access import nameless
from tests.gui.test_seen_focus import without_sign


def test_an_article_without_a_date_tells_when_it_was_added(reader, qtbot):
    reader.start()
    before = date.today()  # noqa: DTZ011 -- the reader's day
    reader.paste(FERRY)
    articles = reader.library().list.articles
    days = (before, date.today())  # noqa: DTZ011 -- one more where midnight fell between them
    spoken = articles.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert any(f"added {day_words(day.isoformat())}, new" in spoken for day in days)
    assert articles.index(0, 1).data() == ""


def test_the_pane_shows_the_notes(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    select(program.window, "night ferry")
    reader.do("highlight")
    reader.settle()
    place = reader.library()
    words = place.pane.findChild(QLabel, "pane_facts").text()
    assert "Your notes: 1" in words
    assert "night ferry" in words
    qtbot.keyClicks(place.bar.field, "notes:ferry")
    results = place.found.results
    qtbot.waitUntil(lambda: len(results.lines()) > 1)
    results.step_to_place(1)
    chosen = results.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert chosen == "1, your note, night ferry"
    assert "Your notes: 1" in place.pane.findChild(QLabel, "pane_facts").text()
    press(qtbot, results, Qt.Key.Key_Return)
    assert not program.desk.page.is_in_front


def test_collections_and_tags_are_changed_in_the_details(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    reader.do("about_article")
    about = program.window.about

    def shown(shelf):
        return about.findChild(QLabel, f"detail_{shelf}").text()

    def write(shelf, words, after):
        pencil = f"edit_{shelf}"
        qtbot.waitUntil(lambda: about.findChild(QToolButton, pencil) is not None)
        about.findChild(QToolButton, pencil).click()
        field = about.findChild(QLineEdit, f"field_{shelf}")
        field.setText(words)
        press(qtbot, field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: shown(shelf) == after)

    write("collections", "Harbour, Ferry at night", "Ferry at night, Harbour")
    write("tags", "boats,, for class , boats", "boats, for class")
    place = reader.library()
    (row,) = place.list.articles.ids()
    row = program.session.door.library.row(row)
    assert (row.collections, row.tags) == (("Ferry at night", "Harbour"), ("boats", "for class"))
    reader.do("library")
    write("collections", "Harbour", "Harbour")
    write("tags", "", "none")
    program.window.toast.undo.click()
    qtbot.waitUntil(lambda: shown("tags") == "boats, for class")
    assert shown("kept").endswith(", pasted")


def test_an_article_is_chosen_while_ctrl_is_held(reader, qtbot):
    reader.start()
    reader.paste(FERRY)
    reader.paste(MARKET)
    place = reader.library()
    qtbot.keyPress(place.list, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    place.list.show_article("kept-1")
    chosen = place.list.chosen_ids()
    qtbot.keyRelease(place.list, Qt.Key.Key_Control)
    assert chosen == ("kept-1",)


def test_deleting_goes_to_the_trash_and_is_taken_back(reader, qtbot):
    reader.start()
    reader.paste(FERRY)
    reader.paste(MARKET)
    place = reader.library()
    place.list.setFocus()
    place.list.show_article("kept-1")
    press(qtbot, place.list, Qt.Key.Key_Delete)
    reader.settle()
    assert reader.titles() == ["Market to move"]
    assert reader.program.window.toast.isVisible()
    reader.do("undo")
    reader.settle()
    assert sorted(reader.titles()) == ["Ferry to stop at night from June", "Market to move"]
    reader.do("redo")
    reader.settle()
    assert reader.titles() == ["Market to move"]
    assert not reader.program.window.actions_by_name["redo"].isEnabled()
    reader.do("undo")
    reader.settle()
    assert sorted(reader.titles()) == ["Ferry to stop at night from June", "Market to move"]


def test_the_trash_gives_back_and_is_emptied_after_a_question(reader, qtbot, shown_messages):
    reader.start()
    reader.paste(FERRY)
    place = reader.library()
    place.list.setFocus()
    press(qtbot, place.list, Qt.Key.Key_Delete)
    reader.settle()
    place.choose_place(TreePlace("trash"))
    assert "30 days left" in spoken(place, 0)
    assert place.pane.open.text() == "Put back"
    place.pane.open.click()
    reader.settle()
    place.choose_place(ALL)
    assert reader.titles() == ["Ferry to stop at night from June"]
    press(qtbot, place.list, Qt.Key.Key_Delete)
    reader.settle()
    shown_messages.answer = "yes"
    reader.do("empty_trash")
    reader.settle()
    place.choose_place(TreePlace("trash"))
    assert "deleted for good" in shown_messages.told[-1][1]
    assert place.note.sentence.text() == "The trash is empty."


def test_del_in_a_collection_only_takes_out_of_it(reader, qtbot, shown_messages):
    reader.start()
    reader.paste(FERRY)
    place = reader.library()
    shown_messages.answer = "Harbour"
    reader.do("new_collection")
    reader.settle()
    assert "collection of 1 article" in reader.program.window.toast.words.text()
    place.choose_place(TreePlace("collection", "Harbour"))
    assert reader.titles() == ["Ferry to stop at night from June"]
    place.list.setFocus()
    press(qtbot, place.list, Qt.Key.Key_Delete)
    reader.settle()
    assert "It stays in the library" in reader.program.window.toast.words.text()
    assert reader.titles() == []
    reader.do("undo")
    reader.settle()
    assert reader.titles() == ["Ferry to stop at night from June"]


def test_articles_are_dropped_on_a_tag(reader, qtbot, shown_messages):
    reader.start()
    reader.paste(FERRY)
    reader.paste(MARKET)
    place = reader.library()
    place.list.show_article("kept-1")
    shown_messages.answer = "council, for class"
    place.pane.tags_requested.emit()
    reader.settle()
    data = place.list.articles.mimeData([place.list.articles.index(0, 0)])
    place.tree.articles_dropped.emit(TreePlace("tag", "council"), ids_in(data))
    reader.settle()
    place.choose_place(TreePlace("tag", "council"))
    assert len(reader.titles()) == 2


def test_what_is_new_in_a_list_is_marked_as_read_and_what_is_half_read_stays(
    reader, qtbot, shown_messages
):
    program = reader.start()
    reader.paste(FERRY)
    reader.paste(MARKET)
    place, library = reader.library(), program.session.door.library
    library.reading.set_state(["kept-1"], "new")
    library.reading.set_state(["kept-2"], "half-read")
    reader.settle()

    def states():
        reader.settle()
        return [library.row(one).state for one in ("kept-1", "kept-2")]

    reader.do("mark_read")
    assert states() == ["read", "half-read"]
    reader.do("undo")
    assert states() == ["new", "half-read"]
    shown_messages.answer = "Town"
    place.list.choose(["kept-1", "kept-2"])
    reader.do("new_collection")
    reader.settle()
    place.choose_place(TreePlace("collection", "Town"))
    shown_messages.answer = "City"
    press(qtbot, place.tree, Qt.Key.Key_F2)
    reader.settle()
    assert place.place().name == "City"
    place.tree.menu_requested.emit(place.place(), QPoint(5, 5))
    choose(program.window.findChildren(QMenu, "library_menu")[-1], "Mark what")
    assert states() == ["read", "half-read"]
    reader.do("mark_read")
    assert program.window.status.state.text() == "There is nothing new here."


def test_a_low_window_keeps_the_status_bar_where_it_is_needed(reader, qtbot):
    window = reader.start().window
    reader.paste(FERRY)
    window.show()
    window.resize(900, 600)
    assert not window.statusBar().isVisible()
    reader.library()
    assert window.statusBar().isVisible()
    window.show_page()
    assert not window.statusBar().isVisible()
    window.status.show_import("Reading 1 of 2")
    assert window.status.cancel.isVisible()
    window.status.show_import("")
    assert not window.statusBar().isVisible()


def test_the_field_of_the_search_counts_one_article_as_one(reader):
    reader.start()
    reader.paste(FERRY)
    assert reader.library().bar.field.placeholderText().startswith("Search 1 article ")


def test_many_rows_are_shown_as_they_come_into_view(reader, qtbot):
    program = reader.start()
    place = reader.library()
    asked = []
    place.list.articles.set_readers(lambda ids: asked.extend(ids) or (), lambda _id: ())
    place.list.show_ids([f"kept-{n}" for n in range(1, 50_001)], Wanted())
    place.middle.setCurrentWidget(place.list)
    program.window.grab()
    assert place.list.articles.rowCount() == 50_000
    assert 0 < len(set(asked)) < 1_000


def test_a_narrow_window_has_a_rail_that_opens_the_tree(reader, qtbot, qapp):
    program = reader.start()
    place = reader.library()
    program.window.resize(1000, 700)
    qapp.processEvents()
    assert place.rail.isVisible()
    assert not place.tree.isVisible()
    assert not place.pane.isVisible()
    qtbot.mouseClick(place.rail.findChild(QToolButton, "rail_tags"), Qt.MouseButton.LeftButton)
    assert place.tree.isVisible()
    place.choose_lately_read()
    assert not place.tree.isVisible()
    place.bar.show_counts({"all": 23, "narrator": 9, "direct": 7, "indirect": 7})
    program.window.resize(900, 600)
    qapp.processEvents()
    assert place.bar.findChild(QToolButton, "library_more").isVisible(), "there is room for all"
    narrator = place.bar.findChild(QToolButton, "library_voice_narrator")
    assert (narrator.text(), narrator.accessibleName()) == ("9", "Narrator 9")
    program.window.resize(1366, 768)
    qapp.processEvents()
    assert place.tree.isVisible()
    assert place.pane.isVisible()
    reader.do("library_pane")
    for width in (1000, 1366):
        program.window.resize(width, 700)
        qapp.processEvents()
        assert not place.pane.isVisible()  # who closed it wants it closed in every width


def test_everything_in_the_library_has_a_name(reader):
    reader.start()
    reader.paste(FERRY)
    place = reader.library()
    assert nameless(place) == []
    row = place.list.articles.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert row.startswith("Ferry to stop at night from June")
    assert "marks: narrator" in row


def test_the_keyboard_is_seen_everywhere_in_the_library_and_f6_goes_round(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    place, window = reader.library(), program.window
    assert without_sign(window, qtbot) == []
    facts = place.pane.findChild(QLabel, "pane_facts")
    place.bar.field.setFocus()
    assert "in this voice" in facts.text()

    def next_pane():
        reader.do("next_pane")
        focus = window.focusWidget()
        return next(one for one in place.panes() if one is focus or one.isAncestorOf(focus))

    panes = [place.tree, place.middle, place.pane, place.bar, place.tree]
    assert [next_pane() for _ in panes] == panes
    assert "Collections" in facts.text()


def test_the_pane_shows_more_of_a_text_without_a_headline_than_what_it_is_called_by(reader):
    reader.start()
    reader.paste("The ferry sails no more.\n\nIt was sold with the harbour, the mayor said.")
    place = reader.library()
    place.list.choose(place.list.articles.ids()[:1])
    shown = [label.text() for label in place.pane.findChildren(QLabel)]
    assert "It was sold with the harbour, the mayor said." in shown


def test_the_pane_tells_what_chosen_articles_share_and_offers_another(reader, qtbot):
    names = (
        "Ada Lind, Tom Roe, Mira Osei, Piers Holloway and the mayor of Carrow, in 2025 and 2026"
    )
    reader.start()
    for title, way in (("One", "say"), ("Two", "insist"), ("Three", "admit")):
        reader.paste(f"{title} story\n\nThere {way} {names}, that it ends. They {way} it {way}.")
    place = reader.library()
    ids = place.list.articles.ids()
    place.list.choose(ids[:1])
    same = place.pane.findChild(QLabel, "pane_same")
    qtbot.waitUntil(same.isVisible)
    assert "11 names and figures shared" in same.text()
    same.linkActivated.emit(ids[2])
    assert place.chosen_ids() == (ids[2],)
    place.list.choose(ids[:2])
    assert not same.isVisible()
    chosen = place.pane.chosen
    qtbot.waitUntil(lambda: "share 11 names and figures" in chosen.shared.text())
    assert "You decide" in chosen.shared.text()
    told = chosen.rows.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("A, ")
    assert told.endswith(" words"), "its outlet, day and length stand below the title"
    assert chosen.others.isVisible()
    chosen.others.linkActivated.emit(ids[2])
    assert set(place.chosen_ids()) == set(ids)
    qtbot.waitUntil(lambda: "C shares 11 with them" in chosen.shared.text())
    assert not chosen.others.isVisible()


def test_what_is_chosen_in_the_library_is_compared(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    reader.paste(MARKET)
    place = reader.library()
    place.list.selectAll()
    ids = tuple(reversed(place.chosen_ids()))
    assert len(ids) == 2
    chosen = place.pane.chosen
    press(qtbot, chosen.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert chosen.ids() == ids
    assert chosen.compare.isEnabled()
    reader.do("compare")
    comparing = program.comparing
    qtbot.waitUntil(lambda: comparing.comparison_window is not None)
    shown = comparing.comparison_window
    assert "The night ferry" in "".join(pane.page.toPlainText() for pane in shown.panes)
    shown.hides.setChecked(False)
    assert tuple(item.id for item in shown.shown.articles) == ids
    shown.close()
    cross = chosen.rows.visualItemRect(chosen.rows.item(0)).center()
    cross.setX(chosen.rows.viewport().width() - 10)
    viewport = chosen.rows.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=cross)
    assert place.chosen_ids() == ids[1:]
    place.list.clearSelection()
    reader.do("compare")
    assert comparing.chooser.isVisible()
    comparing.chooser.reject()


def test_what_is_chosen_in_the_library_is_exported_and_not_the_page(
    reader, qtbot, shown_messages, tmp_path
):
    program = reader.start()
    reader.paste(MARKET)
    reader.paste(FERRY)
    place = reader.library()
    place.list.choose(())
    export = program.window.actions_by_name["export"]
    assert not export.isEnabled()

    def save(ids, name):
        place.list.choose(ids)
        export.trigger()
        qtbot.waitUntil(lambda: dialog() is not None and dialog().isVisible())
        dialog().choose_format("html")
        shown_messages.answer = str(tmp_path / name)
        scope = dialog().scope.currentText()
        dialog().save.click()
        qtbot.waitUntil(lambda: not dialog().isVisible())
        return scope, (tmp_path / name).read_text(encoding="utf-8")

    def dialog():
        return program.exporting.dialog

    scope, saved = save(["kept-1"], "one.html")
    assert scope == "This article"
    assert ("market moves" in saved, "regime" in saved) == (True, False)
    scope, saved = save(["kept-1", "kept-2"], "both.html")
    assert scope == "The 2 chosen articles"
    assert ("market moves" in saved, "regime" in saved) == (True, True)


@pytest.mark.parametrize(
    ("command", "rows"), [("compare", "chosen_articles"), ("new_lesson", "lesson_articles")]
)
def test_kept_articles_are_added_from_a_list_of_the_library(reader, qtbot, command, rows):
    program = reader.start()
    reader.paste(FERRY)
    reader.paste(MARKET)
    reader.do(command)
    dialog = program.comparing.chooser if command == "compare" else program.lessons.new_lesson
    qtbot.mouseClick(dialog.library, Qt.MouseButton.LeftButton)
    kept = dialog.findChild(QDialog, "kept_articles")
    assert kept.isVisible()
    assert not kept.add.isEnabled()
    qtbot.keyClicks(kept.filter, "ferry stop")
    shown = [kept.list.item(row) for row in range(2) if not kept.list.item(row).isHidden()]
    assert [item.text().startswith("Ferry to stop") for item in shown] == [True]
    assert nameless(kept) == []
    shown[0].setSelected(True)
    qtbot.mouseClick(kept.add, Qt.MouseButton.LeftButton)
    added = dialog.findChild(QListWidget, rows)
    assert [added.item(row).text()[4:] for row in range(added.count())] == [
        "Market to move",
        "Ferry to stop at night from June",
    ]
    dialog.reject()

"""Feeds: found, followed, asked, left."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QMenu,
    QSpinBox,
)

from reader.batch.importing import refreshing
from reader.core.text.article import Article
from reader.errors import ImportFailedError
from reader.intake.feeds.feed import Feed, FeedEntry, FeedLink
from reader.intake.feeds.fetching import FeedAnswer
from reader.intake.read import read_pasted_text
from reader.storage.library.library import Library
from reader.ui.places.library.adding import add_dialog
from reader.ui.places.library.adding.offered import offers
from reader.ui.places.library.adding.offered.offer import Offer
from reader.ui.places.library.shelf_tree.tree_places import TreePlace
from tests.gui.acting import choose
from tests.gui.desk.again_and_again import FERRY, MARKET, press, waits_for_offer


def test_a_feed_is_asked_otherwise_renamed_left_and_followed_again(reader, qtbot, shown_messages):
    program = reader.start()
    reader.paste(FERRY)
    place, library = reader.library(), program.session.door.library
    library.feeds.follow("http://127.0.0.1:9/feed", title="Quay")
    feed = TreePlace("feed", "Quay", feed=1)

    heading = place.tree.visualItemRect(place.tree.topLevelItem(0)).center()
    qtbot.mouseClick(place.tree.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert [item.text(0) for item in place.tree.selectedItems()] == ["All articles"]

    def act(*path):
        place.tree.menu_requested.emit(feed, QPoint(5, 5))
        choose(program.window.findChildren(QMenu, "library_menu")[-1], *path)
        reader.settle()
        return library.feeds.all()

    assert act("&Check it", "Every h")[0].schedule == "hourly"
    assert act("Fetch whole")[0].wants_page
    shown_messages.answer = "Harbour"
    assert act("&Rename")[0].title == "Harbour"
    assert act("Stop &following") == ()
    for _ in range(4):
        reader.do("undo")
    reader.settle()
    (again,) = library.feeds.all()
    assert (again.schedule, again.wants_page, again.title) == ("by-hand", False, "Quay")


def test_preferences_say_how_all_feeds_are_asked_and_how_long_they_stay(reader, qtbot):
    program = reader.start()
    reader.paste(FERRY)
    reader.library()
    library = program.session.door.library
    library.feeds.follow("http://127.0.0.1:9/feed", title="Quay")
    old = library.articles.add(Article("Old.", ()), feed=1).id
    database = library.articles._database  # noqa: SLF001 -- nobody waits ten days
    database.run("UPDATE article SET added = '2020-01-01T00:00:00Z' WHERE id = 2")
    program.window.actions_by_name["preferences"].trigger()
    dialog = program.appearance.dialog
    for name, value in (("feed_schedule", "hourly"), ("feed_pages", "yes")):
        field = dialog.findChild(QComboBox, f"preference_{name}")
        field.setCurrentIndex(field.findData(value))
    days = dialog.findChild(QSpinBox, "preference_feed_days")
    assert days.text() == "always"
    days.setValue(10)
    dialog.accept()
    reader.settle()
    assert library.row(old).trashed
    assert "1 article" in program.window.toast.words.text()
    program.window.toast.undo.click()
    reader.settle()
    assert library.row(old).trashed is None
    reader.do("add")
    options = program.desk.adding.dialog.options
    assert (options.schedule(), options.full_pages.isChecked()) == ("hourly", True)
    assert not options.full_pages.isEnabled()
    program.desk.adding.dialog.close()


def test_entries_of_a_feed_are_chosen_and_no_other_feed_is_asked(
    adding, reader, qtbot, monkeypatch
):
    entries = [
        FeedEntry(word, f"Ferry {word}", f"https://harbour.example/{word}", f"It {word}.", True)
        for word in ("stops", "sails", "sinks")
    ]
    feed = Feed("Harbour News", "", tuple(entries))
    asked = []

    def ask(address, **_more):
        asked.append(address)
        return FeedAnswer(feed, address)

    library = reader.program.session.door.library
    library.feeds.follow("https://other.example/feed")
    answer = ask("https://harbour.example/feed")
    monkeypatch.setattr(offers, "find_feed", lambda _address: (answer, ()))
    monkeypatch.setattr(refreshing, "fetch_feed", ask)
    adding.kinds.choose("feed")
    qtbot.keyClicks(adding.field, "harbour.example/feed")
    press(qtbot, adding.field, Qt.Key.Key_Return)
    waits_for_offer(qtbot, adding)
    for number in (0, 2):
        adding.page.items.item(number).setCheckState(Qt.CheckState.Unchecked)
    assert adding.main.text() == "Follow and add 1"
    adding.page.items.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert (adding.main.text(), adding.main.isEnabled()) == ("Follow", True)
    adding.page.items.item(1).setCheckState(Qt.CheckState.Checked)
    with qtbot.waitSignal(reader.program.desk.adding.finished):
        adding.main.click()
    assert reader.titles() == ["Ferry sails"]
    assert asked == ["https://harbour.example/feed"] * 2
    followed = library.feeds.at("https://harbour.example/feed")
    assert library.feeds.unseen(followed.number, ["stops", "sails", "sinks", "new"]) == ("new",)
    library.feeds.choose(followed.number, ["stops", "sails"], ["sinks"])
    assert library.feeds.unseen(followed.number, ["stops", "sails", "sinks"]) == ("stops",)


def test_who_looks_for_new_articles_is_told_that_there_are_none(reader, qtbot, monkeypatch):
    program = reader.start()
    reader.library()
    feeds = program.session.door.library.feeds
    feeds.follow("https://harbour.example/feed")
    answers = [FeedAnswer(Feed("Harbour News"), "https://harbour.example/feed")]

    def ask(*_names, **_more):
        if answers:
            return answers.pop()
        raise ImportFailedError("https://harbour.example/feed does not answer.", hint="Try later.")

    monkeypatch.setattr(refreshing, "fetch_feed", ask)
    for told in ("Nothing new.", "0 added, 1 to look at. See Library > Reports."):
        with qtbot.waitSignal(program.desk.adding.finished):
            reader.do("look_for_new")
        assert program.window.status.state.text() == told


def test_a_page_that_names_a_feed_says_so_and_leads_there(adding, reader, qtbot, monkeypatch):
    page = b"<html><head><link rel=alternate type='application/rss+xml' href=/feed></head></html>"
    article = replace(read_pasted_text(MARKET), origin="https://harbour.example/market")
    answer = FeedAnswer(Feed("Harbour News"), "https://harbour.example/feed")
    named = (FeedLink(answer.address), FeedLink("https://harbour.example/comments", "Letters"))
    monkeypatch.setattr(offers, "read_with_bytes", lambda *_, **__: (article, page))
    monkeypatch.setattr(offers, "find_feed", lambda _address: (answer, named))
    kept = reader.program.session.door.library.articles.add(article).id
    qtbot.keyClicks(adding.field, "harbour.example/market")
    press(qtbot, adding.field, Qt.Key.Key_Return)
    waits_for_offer(qtbot, adding)
    assert adding.page.note.cause.text().startswith("You have had this since")
    assert adding.page.note.buttons["yours"].isVisible()
    assert not adding.main.isEnabled()
    adding.page.also.click()
    waits_for_offer(qtbot, adding)
    assert (adding.kinds.kind(), adding.main.text()) == ("feed", "Follow 1")
    assert "names 2 feeds" in adding.page.told.text()
    adding.page.also.click()
    waits_for_offer(qtbot, adding)
    assert adding.kinds.kind() == "address"
    adding.page.note.buttons["yours"].click()
    assert reader.program.session.article.kept_id == kept


def test_feeds_of_a_list_are_followed_and_a_silent_one_is_told_in_place(
    adding, reader, tmp_path, qtbot
):
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        '<opml version="2.0"><body><outline text="Courier" xmlUrl="http://127.0.0.1:9/feed"/>'
        '<outline text="Today" xmlUrl="http://127.0.0.1:9/today"/></body></opml>',
        encoding="utf-8",
    )
    adding.kinds.choose("feed")
    adding.field.setText(str(opml))
    adding.look()
    waits_for_offer(qtbot, adding)
    assert adding.main.text() == "Follow 2"
    with qtbot.waitSignal(reader.program.desk.adding.finished):
        adding.main.click()
    reader.settle()
    feeds = reader.program.session.door.library.feeds.all()
    assert [feed.title for feed in feeds] == ["Courier", "Today"]
    reader.program.desk.adding._show_sources()  # noqa: SLF001 -- what follows every change
    place = reader.program.desk.page.place
    place.choose_place(TreePlace("feed", "Courier", feed=1))
    assert place.place().problem


def test_after_a_feed_was_found_another_kind_is_found_too(adding, qtbot, monkeypatch):
    monkeypatch.setattr(add_dialog, "look_at", lambda *_: Offer("feed", title="Courier"))
    adding.kinds.choose("feed")
    qtbot.keyClicks(adding.field, "The mayor said that it would close.")
    assert adding.kinds.kind() == "feed", "the reader chose it"
    adding.kinds.choose("address")
    adding.field.clear()
    qtbot.keyClicks(adding.field, "https://courier.example/")
    press(qtbot, adding.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: adding.kinds.kind() == "feed")
    adding.field.clear()
    qtbot.keyClicks(adding.field, "The mayor said that it would close.")
    assert adding.kinds.kind() == "text"
    assert adding.page.text.words.toPlainText().startswith("The mayor")
    adding.reject()


@pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "feed.txt"])
def test_a_feed_that_was_saved_as_a_file_is_offered_by_its_address(tmp_path, name):
    own = '<link rel="self" href="https://quay.example/feed"/>'
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Quay</title>{own}</feed>'
    place = tmp_path / name
    place.write_text(feed)
    library = Library.open(tmp_path / "data")
    offer = offers.look_at(library, offers.kind_of(str(place)), str(place), print)
    library.close()
    assert offer.error is None
    assert offer.kind == "feed"
    assert [link.address for link in offer.links] == ["https://quay.example/feed"]

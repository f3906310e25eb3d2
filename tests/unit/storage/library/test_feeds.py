"""Feeds that are followed: what is kept of them, which are due, which entries were seen."""

from datetime import timedelta

import pytest

from reader.core.text.article import Article
from reader.errors import LibraryError

AT = "https://quay.example/feed"


def test_a_feed_is_followed_once_and_keeps_what_the_reader_said(library):
    assert library.feeds.follow(AT, title="Quay", folder="Sea", schedule="daily")
    assert not library.feeds.follow(AT, title="Other")
    (feed,) = library.feeds.all()
    assert (feed.title, feed.folder, feed.schedule) == ("Quay", "Sea", "daily")
    assert (feed.asked, feed.answered, feed.problem, feed.new) == (None, None, "", 0)
    assert library.feeds.at(AT) == feed
    assert library.feeds.at("https://other.example/") is None


def test_what_a_server_answered_is_kept_for_the_next_question(library):
    library.feeds.follow(AT)
    (feed,) = library.feeds.all()
    assert feed.title == AT
    library.feeds.failed(feed.number, "It could not be fetched.")
    assert library.feeds.at(AT).problem == "It could not be fetched."
    library.feeds.answered(feed.number, etag='"v1"', modified="x", title="Quay", site="https://q/")
    after = library.feeds.at(AT)
    assert (after.etag, after.modified, after.title, after.problem) == ('"v1"', "x", "Quay", "")
    library.feeds.answered(feed.number, etag="", modified="", title="New name", site="")
    assert library.feeds.at(AT).title == "Quay"


@pytest.mark.parametrize(
    ("schedule", "hours", "is_due"),
    [
        ("by-hand", 100, False),
        ("hourly", 0.5, False),
        ("hourly", 1, True),
        ("daily", 23, False),
        ("daily", 24, True),
        ("daily", -9_000, True),  # the clock was set back since
        ("by-hand", -9_000, False),
    ],
)
def test_a_schedule_says_when_a_feed_is_due(library, clock, schedule, hours, is_due):
    library.feeds.follow(AT, schedule=schedule)
    assert bool(library.feeds.due()) is (schedule != "by-hand")
    library.feeds.failed(library.feeds.all()[0].number, "No.")
    clock.time += timedelta(hours=hours)
    assert bool(library.feeds.due()) is is_due


def test_one_schedule_may_count_for_all_feeds(library):
    library.feeds.follow(AT, schedule="by-hand")
    assert library.feeds.due("hourly")
    library.feeds.ask(1, "daily", wants_page=True)
    (feed,) = library.feeds.all()
    assert (feed.schedule, feed.wants_page) == ("daily", True)
    assert library.feeds.due()
    assert not library.feeds.due("by-hand")


def test_only_what_nobody_touched_goes_after_its_days(library, clock):
    library.feeds.follow(AT)
    ids = [library.articles.add(Article(f"{n}.", ()), feed=1).id for n in range(6)]
    own = library.articles.add(Article("Mine.", ())).id
    library.reading.opened(ids[0])
    library.reading.set_state([ids[1]], "read")
    library.shelves.give_tag("boats", [ids[2]])
    library.shelves.put_in_collection("Town", [ids[3]])
    clock.time += timedelta(days=8)
    late = library.articles.add(Article("Late.", ()), feed=1).id
    assert library.trash.remove_unopened(10) == ()
    assert library.trash.remove_unopened(7) == (ids[4], ids[5])
    assert library.row(own).trashed is None is library.row(late).trashed
    library.trash.restore([ids[4]])
    assert library.trash.remove_unopened(7) == ()  # somebody wanted it back


def test_entries_are_seen_once(library):
    library.feeds.follow(AT)
    number = library.feeds.all()[0].number
    added = library.articles.add(Article("One.", ()), feed=number)
    library.feeds.see(number, "a", added.id)
    library.feeds.see(number, "b", None)
    assert library.feeds.unseen(number, ["c", "a", "b", "d"]) == ("c", "d")
    assert library.feeds.all()[0].new == 1
    assert library.row(added.id).feed == number


def test_articles_stay_when_a_feed_is_followed_no_more(library):
    library.feeds.follow(AT)
    added = library.articles.add(Article("One.", ()), feed=library.feeds.all()[0].number)
    library.feeds.unfollow(AT)
    assert library.feeds.all() == ()
    assert library.row(added.id).feed is None
    with pytest.raises(LibraryError, match="No feed is followed"):
        library.feeds.unfollow(AT)


def test_watched_folders(library, tmp_path):
    library.watched.watch(tmp_path)
    library.watched.watch(tmp_path)
    (folder,) = library.watched.all()
    assert (folder.path, folder.looked) == (tmp_path, None)
    library.watched.looked(tmp_path, library.watched.time())
    assert library.watched.all()[0].looked is not None
    library.watched.forget(tmp_path)
    assert library.watched.all() == ()

"""Articles of the library for export, as a worker of the window reads them."""

from contextlib import closing

from reader.core.corrections import Scope
from reader.core.notes import Note
from reader.intake.read import read_text
from reader.paths import default_paths
from reader.storage.library.library import Library
from reader.storage.library.store import LibraryStore
from reader.ui.places.export import scopes
from reader.ui.places.export.scopes import FromLibrary

TEXTS = (
    "The market\n\nThe regime cut it.",
    "The ferry\n\nIt stops.",
    "The ring road\n\nTwo views.",
)


def test_what_is_wanted_is_read_with_the_notes_and_nothing_is_left_open(
    tmp_path, shipped_tools, monkeypatch
):
    paths = default_paths(tmp_path)
    articles = [read_text(text, "") for text in TEXTS]
    with closing(Library.open(paths.data)) as library, closing(LibraryStore(paths.data)) as store:
        for article in articles:
            library.articles.add(article)
        library.shelves.put_in_collection("Town", ["kept-1", "kept-3"])
        store.save_notes(Scope.of(articles[1]), (), (Note("lemon", None, "Ask."),))
    monkeypatch.setattr(scopes, "load_analysis_tools", lambda _paths: (shipped_tools, ()))
    told = []

    def titles(wanted):
        found = scopes.kept_reports(paths, wanted, told.append)
        # Qt ends a worker's thread with what lies open in it, and the window with that.
        assert not list(paths.data.glob("*-wal"))
        return [(one.analysis.article.title, len(one.notes)) for one in found]

    assert titles(FromLibrary(ids=("kept-2",))) == [("The ferry", 1)]
    assert sorted(titles(FromLibrary("Town"))) == [("The market", 0), ("The ring road", 0)]
    assert titles(FromLibrary("Nowhere")) == []
    assert told == ["0", "0", "1"]

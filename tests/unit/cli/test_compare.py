"""`compare`: formats, hidden outlets, and calls that end in a sentence."""

import json
import re

import pytest

from reader.cli import compare
from reader.core.corrections import Anchor, Correction, Scope
from reader.core.text.spans import Span
from reader.errors import LibraryError
from reader.intake.read import read_article
from reader.launch import run_command_line as main
from reader.paths import default_paths
from reader.storage.library.library import Library
from reader.storage.library.rows import Wanted
from reader.storage.library.store import LibraryStore

SAMPLES = default_paths().resources / "samples"
BOTH = (str(SAMPLES / "eskerby-courier.md"), str(SAMPLES / "eskerby-today.md"))


@pytest.fixture
def ready(monkeypatch, shipped_tools):
    """Has the tools loaded already, as most calls here are about something else."""
    monkeypatch.setattr(compare, "load_analysis_tools", lambda _paths: (shipped_tools, ()))


def compared(capsys, *words):
    assert main(["compare", *words]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def test_the_document_names_the_articles(capsys):
    document = json.loads(compared(capsys, *BOTH, "--format", "json"))
    assert document["schema"] == "close-reader/comparison/1"
    assert [item["id"] for item in document["articles"]] == ["eskerby-courier", "eskerby-today"]
    assert "Mira Osei" in document["only_in"][1]["people"]


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_hidden_outlets_are_not_told(capsys, form, tmp_path):
    unknown = tmp_path / "herald.txt"  # no line of data names its outlet
    unknown.write_text(
        "# Ferry to stop\n\nThe Lowmere Herald, 3 March 2025\n\n"
        "The ferry will stop, Ada Lind said. The Herald has seen the report. "
        "She told the Lowmere Herald that it was final, THE LOWMERE HERALD said; THE HERALD "
        "takes letters at tips@lowmereherald.example, and as @LowmereHerald.",
        encoding="utf-8",
    )
    page = tmp_path / "page.html"  # its outlet's name does not end in a letter
    page.write_text(
        "<meta property='og:site_name' content='Yoho!'><h1>Ferry to stop</h1>"
        "<p>The ferry will stop, Yoho! reported. Write to news@yoho.example.</p>",
        encoding="utf-8",
    )
    given = *BOTH, str(unknown), str(page)
    told = compared(capsys, *given, "--hide-outlets", "--format", form)
    assert not re.search("courier|eskerby today|herald|yoho|3 march", told, re.IGNORECASE)
    assert "Lind" in told


@pytest.mark.usefixtures("ready")
def test_words_of_hidden_outlets_move_no_other(capsys):
    shown, hidden = (
        json.loads(compared(capsys, *BOTH, *more, "--format", "json"))
        for more in ((), ("--hide-outlets",))
    )
    assert hidden["quotations"] == shown["quotations"]
    assert [one["name"] for one in hidden["sources"]] == [one["name"] for one in shown["sources"]]


@pytest.mark.usefixtures("ready")
def test_the_text_report_cites_places(capsys):
    report = compared(capsys, *BOTH)
    assert "B  Council leader Piers Holloway 3.1" in report
    assert "  Ines Falk" in report
    assert "not found" in report
    assert all(len(line) <= 88 for line in report.splitlines())


@pytest.mark.usefixtures("ready")
def test_the_page_leads_to_places_and_loads_nothing(capsys):
    page = compared(capsys, *BOTH, "--format", "html")
    links = set(re.findall(r"href='#([^']+)'", page))
    names = set(re.findall(r"id='?([\w.-]+)'?>", page))
    assert links
    assert links <= names
    assert not re.search(r"https?://|<script|<img", page)


@pytest.mark.usefixtures("ready")
def test_what_stands_in_articles_is_no_markup(capsys, tmp_path):
    for name in ("a", "b"):
        text = f"# <script>{name}</script>\n\n“<b>Never again in this town</b>,” said Ada Lind."
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    both = [str(tmp_path / f"{name}.txt") for name in ("a", "b")]
    page = compared(capsys, *both, "--format", "html")
    assert "<script" not in page
    assert "<b>" not in page


@pytest.mark.usefixtures("ready")
def test_two_files_of_one_name_are_told_apart(capsys, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "story.txt").write_text(f"It rained on day {name}.", encoding="utf-8")
    both = [str(tmp_path / name / "story.txt") for name in ("one", "two")]
    document = json.loads(compared(capsys, *both, "--format", "json"))
    assert [item["id"] for item in document["articles"]] == ["story", "story-2"]


@pytest.mark.parametrize("words", [BOTH[:1], BOTH * 4, ("-", "-"), ()])
def test_a_wrong_number_is_a_wrong_call(capsys, words):
    assert main(["compare", *words]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_missing_article_is_named(capsys):
    assert main(["compare", BOTH[0], "nowhere.txt"]) == 1
    assert "nowhere.txt" in capsys.readouterr().err


def test_no_article_is_written_over(capsys, tmp_path):
    mine = tmp_path / "mine.txt"
    mine.write_text("It rained.", encoding="utf-8")
    assert main(["compare", BOTH[0], str(mine), "--output", str(mine)]) == 1
    assert mine.read_text(encoding="utf-8") == "It rained."
    assert "written over" in capsys.readouterr().err


def test_kept_articles_are_compared_as_their_reader_left_them(capsys, tmp_path, ready):
    assert main(["library", "add", *BOTH, "--no-analysis"]) == 0
    own = read_article(BOTH[0])
    start = own.text.index("brutally")
    place = Anchor.at(own.text, Span(start, start + len("brutally")))
    hedged = Anchor.at(own.text, Span(start - 3, start - 1))
    store = LibraryStore(tmp_path / "data")
    added = Correction("add-hedge", places=(hedged,), value="modal")
    store.save_corrections(Scope.of(own), (), (added, Correction("mute-here", places=(place,))))
    store.close()
    library = Library.open(tmp_path / "data")
    ids = [one.id for one in library.rows(Wanted())]
    first = next(one for one in ids if library.articles.article(one).text == own.text)
    library.close()
    capsys.readouterr()
    ordered = [first, *(one for one in ids if one != first)]
    kept = json.loads(compared(capsys, *ordered, "--format", "json"))
    plain = json.loads(compared(capsys, *BOTH, "--format", "json"))

    def marked(document, part):
        return [one["text"] for group in document[part] for one in group["in"]]

    assert "brutally" in marked(plain, "wording")
    assert "brutally" not in marked(kept, "wording")
    assert own.text[start - 3 : start - 1] in marked(kept, "hedges")
    assert own.text[start - 3 : start - 1] not in marked(plain, "hedges")


def test_the_library_is_closed_when_corrections_cannot_be_read(capsys, monkeypatch, ready):
    assert main(["library", "add", BOTH[0], "--no-analysis"]) == 0
    library = Library.open(default_paths().data)
    (kept,) = [one.id for one in library.rows(Wanted())]
    library.close()
    closed = []

    def fail(*_):
        raise LibraryError("The library is damaged.")

    class Store(LibraryStore):
        def close(self):
            closed.append(self)
            super().close()

    monkeypatch.setattr(compare, "corrected", fail)
    monkeypatch.setattr(compare, "LibraryStore", Store)
    assert main(["compare", kept, BOTH[1]]) == 1
    assert "damaged" in capsys.readouterr().err
    assert closed

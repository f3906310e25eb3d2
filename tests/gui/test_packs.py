"""A packed lexicon is opened as an article would be, and offers itself."""

from dataclasses import replace

import pytest

from reader.core.lexicon.lexicon import Category, Entry, Lexicon
from reader.paths import default_paths
from reader.storage.interchange.packs import read_pack, write_pack
from reader.storage.languages import load_languages
from tests.english import ENGLISH

CATEGORY = Category("mine", "Mine", "Ours.", "Why?", "M", 1, "thick")


@pytest.fixture
def pack(tmp_path):
    lexicon = Lexicon(
        id="mill-words",
        title="Mill words",
        language="en",
        version="1.2",
        panel="wording",
        licence="CC0-1.0",
        authors=("Ada Brook",),
        purpose="Words of the mill.",
        limits="",
        categories=(CATEGORY,),
        entries=(Entry("millish", "forms", None, "mine", "confident"),),
        language_data=ENGLISH,
    )
    path = tmp_path / "mill-words.crlex"
    exported = write_pack(lexicon, {"CHANGELOG.md": "# Mill words\n\n1.2: more words\n"})
    path.write_bytes(exported.data)
    return path


def test_it_tells_what_it_is_and_is_installed_when_wanted(program, pack, shown_messages, qtbot):
    shown_messages.answer = "yes"
    program.opening.open_first([str(pack)])
    text = shown_messages.told[-1][1]
    for words in ("Mill words 1.2", "Entries: 1", "Ada Brook", "CC0-1.0", "more words"):
        assert words in text
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.paste_text("It was a millish plan, said the mayor of the town.")
    assert "millish" in {found.entry.phrase for found in program.session.analysis.current.findings}
    program.opening.open(str(pack))
    assert "Mill words 1.2 is installed already." in shown_messages.told[-1][1]
    shown_messages.answer = ""
    for version, words in (
        ("1.10", "It is brought up to date"),
        ("1.1", "1.1 is older than"),
        ("1.2", "installed already, with other words or facts"),
    ):
        other = pack.with_name(f"{version}.crlex")
        lexicon = read_pack(
            pack.read_bytes(), pack.name, load_languages(default_paths().languages)
        ).imported.lexicon
        other.write_bytes(write_pack(replace(lexicon, version=version, limits="Few.")).data)
        program.opening.open(str(other))
        assert words in shown_messages.told[-1][1]


def test_no_is_no(program, pack, shown_messages, tmp_path):
    program.opening.open(str(pack))
    assert shown_messages.told
    assert not list(tmp_path.rglob("mill-words/entries.csv"))


def test_a_broken_pack_is_told_in_a_sentence(program, tmp_path, shown_messages):
    broken = tmp_path / "broken.crlex"
    broken.write_bytes(b"PK\x03\x04 no pack")
    program.opening.open(str(broken))
    assert program.window.notes.error.isVisible()
    assert not shown_messages.told

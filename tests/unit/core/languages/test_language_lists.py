"""What rooms declare and what English has fit each other, list by list."""

import ast
from dataclasses import fields, replace
from pathlib import Path

import reader
from reader.core.language_lists import declared_lists, language_problems
from reader.core.languages.inflections import SuffixWords
from tests.english import ENGLISH


def test_english_has_every_list_and_no_other() -> None:
    assert language_problems(ENGLISH) == ()
    for cls in declared_lists(ENGLISH):
        table = ENGLISH.tables[cls.TABLE]
        assert [item.name for item in fields(cls) if not table.get(item.name)] == [], cls


def test_what_nobody_uses_or_is_written_otherwise_is_told() -> None:
    tables = {
        **ENGLISH.tables,
        "spells": {"abra": "cadabra"},
        "tokens": {"titels": "mr", "titles": ["mr"]},
    }
    wrong = replace(ENGLISH, tables=tables)
    assert language_problems(wrong) == (
        "English, spells: no part of the program has a use for this table.",
        "English, tokens: no part of the program has a use for the list “titels”.",
        "English, tokens: “titles” must be words with spaces between them.",
    )


def test_every_list_says_what_it_holds() -> None:
    for cls in (*declared_lists(ENGLISH), SuffixWords):
        assert cls.__doc__
        assert cls.TABLE
        assert all(len(item.metadata["meaning"]) > 10 for item in fields(cls)), cls


def test_no_room_is_forgotten() -> None:
    known = {cls.__name__ for cls in (*declared_lists(ENGLISH), SuffixWords)}
    for path in Path(reader.__file__).parent.rglob("*.py"):
        text = path.read_text("utf-8")
        for node in ast.walk(ast.parse(text)) if "TABLE" in text else ():
            if isinstance(node, ast.ClassDef) and node.name != "WordLists":
                names = [getattr(item, "target", None) for item in node.body]
                if any(isinstance(name, ast.Name) and name.id == "TABLE" for name in names):
                    assert node.name in known, f"{path}: {node.name}"

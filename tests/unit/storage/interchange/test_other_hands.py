"""Files as other programs, and people with a spreadsheet, leave them: read, and the rest told."""

from pathlib import Path

import pytest

from reader.core.lexicon.guards import format_guards
from reader.core.lexicon.lexicon import Category, Entry, Lexicon
from reader.storage.interchange.drafts import Imported
from reader.storage.interchange.registry import LIST_FORMATS, read_foreign, write_foreign
from tests.english import ENGLISH, LANGUAGES

LEGEND = "%\n1\tRain\n2\tWind\n%\n"
NODES = '<dictionary{}><cnode name="All">{}</cnode></dictionary>'


def read(folder: Path, name: str, text: str) -> Imported:
    (folder / name).write_text(text, encoding="utf-8", newline="")
    return read_foreign(folder / name, LANGUAGES).imported


def phrases(lexicon: Lexicon) -> dict[str, list[str]]:
    return {
        one.id: [entry.phrase for entry in lexicon.entries if one.id in entry.categories]
        for one in lexicon.categories
    }


READ_WHOLE = [
    ("a.dic", "%\n01\tRain\n%\nrain\t1\ngale\t001\n", {"rain": ["rain", "gale"]}),
    ("a.dic", "%\nglad\tBe glad\n%\nrain\tglad\n", {"be-glad": ["rain"]}),
    ("a.dic", "%\nA1\tRain\nB2\tWind\n%\ngale\tB2\tA1\n", {"rain": ["gale"], "wind": ["gale"]}),
    ("a.dic", f"{LEGEND}rain\t1,2\n", {"rain": ["rain"], "wind": ["rain"]}),
    ("a.dicx", "Word;Rain;Wind\nrain*;X;\n", {"rain": ["rain*"], "wind": []}),
    ("a.dicx", "Word\tRain\nrain*\t1.0\n", {"rain": ["rain*"]}),
    ("a.dicx", "sep=,\r\nWord,Rain,Wind\r\nrain,X,no\r\n", {"rain": ["rain"], "wind": []}),
    ("a.csv", "sep=;\nphrase;category\nbarn;Farm\n", {"Farm": ["barn"]}),
    ("a.csv", '\n,,\nphrase,category\nbarn,"Farm"\n', {"Farm": ["barn"]}),
    ("a.csv", 'phrase;"note";category\nbarn;"1,2,3";Farm\n', {"Farm": ["barn"]}),
    ("a.cat", "RAIN\n    RAIN (1,0)\n    STRONG\n        STORM (1.0)\n",
     {"rain": ["rain"], "rain-strong": ["storm"]}),
    ("a.cat", "RAIN\n  STRONG\n    STORM (1)\n  WEAK\n",
     {"rain": [], "rain-strong": ["storm"], "rain-weak": []}),
    ("a.yml", "rain:\nwind: []\ncold: {}\nwarm: [sun]\n",
     {"rain": [], "wind": [], "cold": [], "warm": ["sun"]}),
    ("a.ykd", NODES.format("", '<cnode name="A"/><cnode name="B"><pnode name="b1"/></cnode>'),
     {"a": [], "b": ["b1"]}),
    ("a.ykd", NODES.format(' patternengine="regexp"', '<cnode name="A"><pnode name="colou?r"/>'
                           "</cnode>"), {"a": ["color", "colour"]}),
    ("a.yml", "extends: existence\nignorecase: true\ntokens: ['(?i:rain|gale)']\n",
     {"a": ["rain", "gale"]}),
    ("a.yml", "rain:\n  - drizzle\n  - strong: [storm]\n  - weak:\n    - mist\n",
     {"rain": ["drizzle"], "rain-strong": ["storm"], "rain-weak": ["mist"]}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected"), READ_WHOLE, ids=range(len(READ_WHOLE)))
def test_other_ways_of_writing_are_read(tmp_path: Path, name, text, expected) -> None:
    imported = read(tmp_path, name, text)
    assert phrases(imported.lexicon) == expected
    assert imported.problems == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.dic", f"{LEGEND}soft\u00adly\t1\n"),
        ("a.csv", "phrase,category\nsof\u200btly,rain\n"),
        ("a.yml", "rain: [so\u2060ftly]\n"),
    ],
)
def test_signs_that_nobody_sees_are_no_part_of_a_word(
    tmp_path: Path, name: str, text: str
) -> None:
    """Copied from a page they stand in words, and no text would ever have such a word."""
    assert [one.phrase for one in read(tmp_path, name, text).lexicon.entries] == ["softly"]


SWAP = "extends: substitution\nmessage: m\nswap:\n  "
TOLD = [
    ("a.dicx", "W,Rain,Rain\nrain,X,\n", "line 1: there are several columns “Rain”"),
    ("a.dicx", "W,,Rain\nrain,X,\n", "line 1: a column has no name; its words come under “words”"),
    ("a.dicx", "W,Rain\nrain,X,X\n", "line 2: the row has 3 cells for 2 columns."),
    ("a.csv", "\n\nphrase,category\n?,Farm\n", "a.csv, line 4: "),
    ("a.csv", "phrase,category,\nbarn,Farm,secret\n", "under columns without a name is left out"),
    ("a.cat", "RAIN\n\tSTORM (0,5)\n", "line 2: the weight of “STORM” is not kept."),
    ("a.yml", "? [a, b]\n: [rain]\n", "line 1: a category whose name is a list is left out."),
    ("a.yml", f"{SWAP}rain: [a, b]\n", "line 4: what is better than “rain” is not kept"),
    ("a.yml", f"{SWAP}'(a|b)rain': '$1x'\n", "is not kept: it is put together from parts."),
    ("a.yml", f"{SWAP}- rain\n", "line 4: “swap” must name words"),
    ("a.yml", f"{SWAP}rain: x\npos: VB\n", "line 5: “pos” has no counterpart here."),
    ("a.yml", "extends: existence\nmessage: m\n", "the rule has no “tokens”."),
    ("a.yml", "extends: substitution\nmessage: m\n", "the rule has no “swap”."),
    ("a.yml", "extends: [a]\ntokens: [b]\n", "of the kind “?” is no list"),
    ("a.yml", "extends: existence\ntokens:\n  - {a: 1}\n", "line 3: a list among the words"),
    ("a.yml", "extends: existence\ntokens: ['(?P<x>rain)']\n", "more than a list"),
    ("a.ykd", NODES.format("", '<cnode name="A"><pnode name="b1" score="-2"/></cnode>'),
     "the score of “b1” is not kept."),
    ("a.ykd", NODES.format(' patternengine="regexp"', '<cnode name="A"><pnode name="b.+d"/>'
                           "</cnode>"), "“b.+d” "),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "told"), TOLD, ids=range(len(TOLD)))
def test_what_is_not_kept_is_told(tmp_path: Path, name: str, text: str, told: str) -> None:
    assert told in "\n".join(read(tmp_path, name, text).problems)


def test_what_a_rule_appends_stands_behind_its_words(tmp_path: Path) -> None:
    rule = "extends: existence\nappend: true\nraw:\n  - '\\s(is|was)'\ntokens:\n  - rain\n"
    imported = read(tmp_path, "a.yml", rule)
    assert [format_guards(one.guards) for one in imported.lexicon.entries] == ["only-after:is|was"]
    assert imported.problems == ()


def test_no_part_of_what_is_put_together_becomes_a_plainer_wording(tmp_path: Path) -> None:
    imported = read(tmp_path, "a.yml", f"{SWAP}'(a|b)rain': '$1x'\n  gale: wind\n")
    assert [one.alternatives for one in imported.lexicon.entries] == [(), (), ("wind",)]


FULL = Lexicon(
    "full", "Full", "en", "7", "wording", "CC0-1.0", ("A. Teacher",), "For class.", "Few words.",
    (Category("rain", "Rain", "It is wet.", "Is it?", "R", 1, "thin"),
     Category("none", "None", "", "", "N", 2, "thin")),
    (Entry("drizzle", "exact", None, "rain", "confident"),),
    language_data=ENGLISH,
)  # fmt: skip


@pytest.mark.parametrize("name", [one.name for one in LIST_FORMATS])
def test_a_format_tells_which_facts_of_the_list_it_has_no_place_for(name: str) -> None:
    told = "\n".join(write_foreign(FULL, name).losses)
    for fact in ("authors", "licence", "version", "limits", "question"):
        assert (fact in told) == (name != "pack")
    assert ("explanation" in told) == (name not in {"pack", "yoshikoder", "vale"})


@pytest.mark.parametrize(
    "name", ["liwc", "dicx", "quanteda", "yoshikoder", "lexicoder", "wordstat"]
)
def test_a_category_without_words_comes_back(tmp_path: Path, name: str) -> None:
    exported = write_foreign(FULL, name)
    back = read(tmp_path, f"a{exported.suffix}", exported.data.decode())
    assert phrases(back.lexicon) == {"rain": ["drizzle"], "none": []}
    assert back.problems == ()
    kept = "It is wet." if name == "yoshikoder" else ""
    assert back.lexicon.categories[0].explanation == kept

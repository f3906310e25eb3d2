"""Files of other programs: what is taken over, what is told, and what comes back."""

import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from reader.core.lexicon.guards import format_guards, parse_guards
from reader.core.lexicon.layering.layers import as_lexicon, read_layer
from reader.core.lexicon.lexicon import Category, Entry, Lexicon
from reader.core.lexicon.matcher import Matcher
from reader.errors import LexiconError
from reader.paths import default_paths
from reader.storage.interchange.drafts import Imported
from reader.storage.interchange.expressions import UnreadableError, spelt_out
from reader.storage.interchange.registry import LIST_FORMATS, read_foreign, write_foreign
from reader.storage.lexicons.files import load_lexicon
from tests.english import ENGLISH, LANGUAGES, tokenize

QUANTEDA = """\
# a dictionary of ours
Weather:
  rain:
    - rain*
    - "wet through"
    - th*
  wind: [gale, breeze]
  __:
    - no
Harvest:
  - barn
  - b?rn
"""
VALE_SUBSTITUTION = """\
extends: substitution
message: "Use '%s' instead of '%s'."
link: https://example.org/plain
level: warning
ignorecase: true
action:
  name: replace
swap:
  utilise: use
  '(?:give|gave) rise to': cause|lead to
  'in(?= order)': to
"""
VALE_EXISTENCE = """\
extends: existence
message: Consider removing '%s'
ignorecase: false
tokens:
  - obviously
  - colou?rful
  - Big Barn
  - '[^x]+'
exceptions:
  - colourful language
"""
LIWC = (
    "%\n1\tRain\n2\tWind\n%\nrain*\t1\nstorm\t1\t2\nwet through\t1\nkind (of)\t1\nhail\t9\nlone\n"
)
DICX = "DicTerm,Rain,Wind\nrain*,X,\nstorm,1,X\nhail,,\nsnow,0.5,\n"
YKD = """\
<?xml version="1.0" encoding="UTF-8"?>
<dictionary style="050805" patternengine="substring">
<cnode name="All">
<cnode name="Rain" desc="falls"><pnode name="rain*"/><pnode name="wet through"/></cnode>
<cnode name="Wind"><cnode name="Strong"><pnode name="storm"/></cnode></cnode>
<snode name="x"/>
</cnode>
</dictionary>
"""
SPACED = "%\n1 \tRain\n 2\tWind \n%\nrain*\t1\ngale\t2\n"
LC3 = "stray\n+Rain\nrain*\nwet through\n+Wind\nstorm \n"
CAT = "RAIN\n\tRAIN* (1)\n\tWET_THROUGH (1)\n\tSTRONG\n\t\tSTORM (2)\n\t@RULE (1)\n"
TABLE = "Term;Category;note\n'=barn;Farm;'-said\nrain*;;\n;Farm;\n"

FILES = [
    (
        "mine.yml",
        QUANTEDA,
        {
            "weather-rain": ["rain*", "wet through"],
            "weather-wind": ["gale", "breeze"],
            "weather": ["no"],
            "harvest": ["barn"],
        },
        ["line 6: “th*” would match nearly everything", "line 12: “b?rn”: a ?"],
    ),
    (
        "Plain.yml",
        VALE_SUBSTITUTION,
        {"plain": ["utilise", "give rise to", "gave rise to"]},
        ["line 11: “in” stands in nearly every sentence."],
    ),
    (
        "Bare.yml",
        VALE_EXISTENCE,
        {"bare": ["obviously", "colorful", "colourful", "Big Barn"]},
        ["line 8: “[^x]+” describes how words look, and a list names them."],
    ),
    (
        "mine.dic",
        LIWC,
        {"rain": ["rain*", "storm", "wet through"], "wind": ["storm"]},
        [
            "line 8: “kind (of)\t1” has a condition in brackets",
            "line 9: category 9 of “hail” is not in the legend.",
            "line 10: “lone” names no category.",
        ],
    ),
    ("spaced.dic", SPACED, {"rain": ["rain*"], "wind": ["gale"]}, []),
    (
        "mine.dicx",
        DICX,
        {"rain": ["rain*", "storm", "snow"], "wind": ["storm"]},
        ["line 4: “hail” is in no category.", "line 5: the weight 0.5"],
    ),
    (
        "mine.ykd",
        YKD,
        {"rain": ["rain*", "wet through"], "wind-strong": ["storm"]},
        ["line 6: <snode> is not known here."],
    ),
    (
        "mine.lc3",
        LC3,
        {"rain": ["rain*", "wet through"], "wind": ["storm"]},
        ["line 1: “stray” stands before the first +category."],
    ),
    (
        "mine.cat",
        CAT,
        {"rain": ["rain*", "wet through"], "rain-strong": ["storm"]},
        ["line 5: the weight of “STORM” is not kept.", "line 6: “@RULE” is a rule"],
    ),
    (
        "mine.csv",
        TABLE,
        {"Farm": ["=barn"], "words": ["rain*"]},
        ["line 4: the entry has no phrase."],
    ),
]


def read(folder: Path, name: str, text: str | bytes) -> Imported:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_foreign(path, LANGUAGES).imported


def by_category(lexicon: Lexicon) -> dict[str, list[str]]:
    return {
        category.id: [e.phrase for e in lexicon.entries if category.id in e.categories]
        for category in lexicon.categories
    }


@pytest.mark.parametrize(("name", "text", "phrases", "told"), FILES, ids=[f[0] for f in FILES])
def test_a_file_is_taken_over_and_the_rest_is_told(
    tmp_path: Path, name: str, text: str, phrases: dict[str, list[str]], told: list[str]
) -> None:
    imported = read(tmp_path, name, text)
    found = by_category(imported.lexicon)
    assert found == phrases
    problems = "\n".join(imported.problems)
    for sentence in told:
        assert f"{name}, {sentence}" in problems
    assert len(imported.problems) == len(told), problems


def test_what_a_rule_says_is_kept(tmp_path: Path) -> None:
    (utilise, *others) = read(tmp_path, "Plain.yml", VALE_SUBSTITUTION).lexicon.entries
    assert utilise.alternatives == ("use",)
    assert others[0].alternatives == ("cause", "lead to")
    assert "https://example.org/plain" in utilise.note
    entries = {e.phrase: e for e in read(tmp_path, "Bare.yml", VALE_EXISTENCE).lexicon.entries}
    assert (entries["Big Barn"].match, entries["obviously"].match) == ("case", "exact")
    assert entries["obviously"].guards == parse_guards("phrase:colourful language")[0]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("name", ["mine.dic", "mine.lc3", "mine.dicx"])
def test_old_encodings_are_read(tmp_path: Path, name: str, encoding: str) -> None:
    texts = {"mine.dic": "%\n1\tÉté\n%\nnaïve\t1\n", "mine.lc3": "+Été\nnaïve\n",
             "mine.dicx": "DicTerm,Été\nnaïve,X\n"}  # fmt: skip
    imported = read(tmp_path, name, texts[name].encode(encoding))
    assert by_category(imported.lexicon) == {"été": ["naïve"]}
    assert len(imported.problems) == (encoding == "cp1252")


# ------------------------------------------------------------ hostile files

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    '<dictionary><cnode name="&b;"/></dictionary>'
)
OUTSIDE = (
    '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    '<dictionary><cnode name="a"><pnode name="&x;"/></cnode></dictionary>'
)
REFUSED = [
    ("a.ykd", BOMB, "a DOCTYPE"),
    ("a.ykd", OUTSIDE, "a DOCTYPE"),
    ("a.ykd", "<dictionary><cnode>", "not XML"),
    ("a.ykd", "", "not XML"),
    ("a.ykd", '<?xml version="1.0" encoding="nope"?><dictionary/>', "not XML"),
    ("a.ykd", '<?xml version="1.0" encoding="rot13"?><dictionary/>', "not XML"),
    ("a.yml", "a: [" + "b," * 300_000 + "]", "too large"),
    ("a.zip", "x", "not known"),
    ("a.ykd", "\x00\x01", "not XML"),
    ("a.lcd", BOMB, "a DOCTYPE"),
    ("a.yml", "a: [", "this is not YAML"),
    ("a.yml", "a:\n\t- b", "line 2: this is not YAML"),
    ("a.yml", "[" * 10_000, "nested too deeply"),
    ("a.yml", "- " * 10_000, "nested too deeply"),
    ("a.yml", "\n".join(" " * i + "a:" for i in range(2_000)), "nested too deeply"),
    ("a.yml", "a: \x07", "YAML"),
    ("a.crlex", "no zip", "damaged"),
    ("a.doc", "x", "not known"),
    ("a", "x", "not known"),
]


@pytest.mark.parametrize(("name", "text", "told"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_at_all_is_refused(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    with pytest.raises(LexiconError) as refused:
        read(tmp_path, name, text)
    assert told in str(refused.value)
    assert name in refused.value.message
    assert refused.value.hint


MANY = [str(number) for number in range(1, 26)]
MANY_DIC = "\n".join(["%", *(f"{n}\tC{n}" for n in MANY), "%", "\t".join(["rain", *MANY])])
MANY_DICX = ",".join(["W", *(f"C{n}" for n in MANY)]) + "\nrain" + ",X" * 25 + "\n"
ODD = [
    ("a.yml", "- a\n- b\n", "must begin with the name of a category"),
    ("a.yml", "", "must begin with the name of a category"),
    ("a.yml", "a: &x [barn]\nb: *x\n", "line 2: “b” refers to another part by an alias"),
    ("a.yml", "a: &x\n  b: *x\n", "alias"),
    ("a.yml", "a:\n  - [b, c]\n", "line 2: a list inside a list"),
    ("a.yml", "a: !!python/object/apply:os.system ['x y']\n", ""),
    ("a.yml", "extends: script\nscript: x\n", "line 1: a Vale rule of the kind “script”"),
    ("a.yml", "extends: existence\nraw:\n  - x;\n", "line 3: “x;” asks for a semicolon"),
    ("a.yml", "extends: existence\ntokens: ['(a+)+$', '" + "(" * 50 + "']\n", "more than a list"),
    ("a.dic", "no legend\n", "none were found"),
    ("a.dic", "%\nx\n%\n", "line 2: “x” is no numbered category."),
    ("a.ykd", "<other/>", "no <dictionary>"),
    ("a.dic", MANY_DIC, "line 28: “rain” is in more than 20 categories; the first 20 are kept."),
    ("a.dicx", MANY_DICX, "line 2: “rain” is in more than 20 categories; the first 20 are kept."),
    ("a.dicx", "", "line 1: the first line must name"),
    ("a.dicx", 'W,A\n"open,X\nb,X\n', "a quotation mark is not closed"),
    ("a.csv", "", "no column"),
    ("a.lc3", "+a\n" + "x" * 5_000 + "\n", "line 2: the line is longer"),
    ("a.lc3", "+a\n" + "x" * 1_500 + "\n", "too long"),
    ("a.cat", "word (1)\n", "before the first category"),
    ("a.dic", "%\n1\tA\n1\tB\n%\nrain\t1\n", "line 3: category 1 is “A” already"),
    ("a.dic", "%\n1\tA b\n2\ta-b\n%\nrain\t2\n", "“a-b” and “A b” are taken as one category"),
    ("a.csv", "phrase,Kategorie\nrain,x\n", "line 1: what stands under “kategorie” is left out"),
    ("a.csv", "phrase,note,note\nrain,x,y\n", "several columns “note”; the last one counts"),
    ("a.csv", "phrase,match,note\nRain,case,x\nrain,exact,y\n", "the note of the first is kept"),
]


@pytest.mark.parametrize(("name", "text", "told"), ODD, ids=range(len(ODD)))
def test_odd_files_are_told_about(tmp_path: Path, name: str, text: str, told: str) -> None:
    imported = read(tmp_path, name, text)
    assert told in "\n".join(imported.problems)
    assert imported.lexicon.categories


LARGE_AND_ODD: list[tuple[str, Callable[[int], str]]] = [
    ("a.yml", lambda times: "a:\n" + "  - barn owl\n" * times),
    ("a.yml", lambda times: "a: &a [x]\n" + "".join(f"k{i}: *a\n" for i in range(times))),
    ("a.lc3", lambda times: "+a\n" + "?\n" * times),
    ("a.dic", lambda times: "%\n" * times),
    ("a.dic", lambda times: "%\n1\tA\n%\n" + "x " * times + "\n" + "1 " * times),
    ("a.cat", lambda times: "\t" * times + "x"),
    (
        "a.ykd",
        lambda times: "<dictionary>" + "<cnode>" * times + "</cnode>" * times + "</dictionary>",
    ),
    ("a.csv", lambda times: "phrase,category\n" + '"' * (times + 1)),
]


@pytest.mark.parametrize(("name", "text_of"), LARGE_AND_ODD, ids=range(len(LARGE_AND_ODD)))
def test_large_odd_files_take_linear_time(
    tmp_path: Path,
    name: str,
    text_of: Callable[[int], str],
    grows_in_line: Callable[..., bool],
) -> None:
    def read_times(times: int) -> None:
        assert len(read(tmp_path, name, text_of(times)).problems) <= 201

    assert grows_in_line(read_times, short=1_000)


@pytest.mark.parametrize("name", [one.name for one in LIST_FORMATS if one.name != "dicx"])
def test_entries_of_many_categories_are_written_in_linear_time(
    name: str, grows_in_line: Callable[..., bool]
) -> None:
    """All but `.dicx`, whose table has a cell for each word and category."""

    def write(count: int) -> None:
        categories = tuple(
            Category(f"c{n}", f"C{n}", "", "", "C", 1, "thin") for n in range(count)
        )
        entries = tuple(entry(f"word{n}", match="exact", category=f"c{n}") for n in range(count))
        write_foreign(replace(OURS, categories=categories, entries=entries), name)

    assert grows_in_line(write, short=400)


def test_a_word_of_many_categories_has_the_first_ones(tmp_path: Path) -> None:
    kept = [f"c{number}" for number in range(1, 21)]
    for name, text in (("a.dic", MANY_DIC), ("a.dicx", MANY_DICX)):
        (entry,) = read(tmp_path, name, text).lexicon.entries
        assert list(entry.categories) == kept


def test_numbers_and_brackets_before_the_tab_are_part_of_the_phrase(tmp_path: Path) -> None:
    text = (
        "%\n1\tA\n2\tB\n%\nchannel 4\t1\t2\nCPI(M)\t2\nnumber 10 1\nkind(<of>)\t1\nlike\t(02)1\n"
    )
    imported = read(tmp_path, "mine.dic", text)
    found = {entry.phrase: entry.categories for entry in imported.lexicon.entries}
    assert list(found) == ["channel 4", "CPI(M)", "number"]
    assert found["channel 4"] == ("a", "b")
    assert len(imported.problems) == 3


# ------------------------------------------------------------ there and back

CATEGORIES = (
    Category("loud", "Loud & <clear>", "It shouts.", "Why?", "L", 1, "wave"),
    Category("farm", "Farm", "", "", "F", 2, "thin"),
)


def entry(phrase: str, **fields) -> Entry:
    plain = {"match": "forms", "part": None, "category": "loud", "confidence": "confident"}
    return Entry(phrase, **{**plain, **fields})


OURS = Lexicon(
    "ours", "Our list", "en", "3", "wording", "CC0-1.0", ("A. Teacher",), "For class.", "",
    CATEGORIES,
    (
        entry("slam", part="verb", alternatives=("criticise", "reject"), note="=1+1"),
        entry("barn owl", category="farm", example="A barn owl sat there."),
        entry("rain*", match="exact", category="farm", confidence="possible"),
        entry("so-called", match="exact", guards=parse_guards("before:the")[0]),
        entry("call … liar", match="exact"),
        entry("Big Barn", match="case", category="farm", counterpart="small barn"),
        entry("it’s over", match="exact"),
    ),
    ("muted one",),
        language_data=ENGLISH,
)  # fmt: skip
TEXT = (
    "He slammed a barn owl; barn owls slam rainy, so-called Big Barn. It's over. Call him a liar."
)
SUFFIXES = {"pack": ".crlex"}


def marks(lexicon: Lexicon) -> list[str]:
    return [f.span.of(TEXT) for f in Matcher([lexicon]).find(tokenize(TEXT), None)]


@pytest.mark.parametrize("name", [one.name for one in LIST_FORMATS if one.read is not None])
def test_what_is_exported_marks_the_same_when_it_comes_back(tmp_path: Path, name: str) -> None:
    exported = write_foreign(OURS, name)
    back = read(tmp_path, f"back{exported.suffix}", exported.data)
    fallen = [] if name in {"csv", "tsv", "pack"} else ["Call him a liar", "Big Barn"]
    assert marks(back.lexicon) == [mark for mark in marks(OURS) if mark not in fallen]
    assert back.problems == ()
    assert bool(exported.losses) == (name != "pack")


@pytest.mark.parametrize("name", ["csv", "tsv", "pack"])
def test_tables_and_packs_keep_every_cell(tmp_path: Path, name: str) -> None:
    exported = write_foreign(OURS, name)
    back = read(tmp_path, f"back{exported.suffix}", exported.data).lexicon
    kept = [(e.phrase, e.match, e.part, e.alternatives, e.guards, e.note) for e in OURS.entries]
    assert [
        (e.phrase, e.match, e.part, e.alternatives, e.guards, e.note) for e in back.entries
    ] == kept


def test_formulas_are_defused() -> None:
    for name, delimiter in (("csv", ","), ("tsv", "\t")):
        text = write_foreign(OURS, name).data.decode()
        cells = [
            cell for row in csv.reader(io.StringIO(text), delimiter=delimiter) for cell in row
        ]
        assert "'=1+1" in cells
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


@pytest.mark.parametrize(
    "cell", ["'=1", "''-ish", "'tis", "=1", "'", "'＝x", "' +x", "\tc", "\u200b=1", "'﹦1", "−1"]
)
@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_an_apostrophe_of_the_readers_own_comes_back(tmp_path: Path, name: str, cell: str) -> None:
    lexicon = replace(DEEP, entries=(replace(DEEP.entries[0], note=cell),))
    back = read(tmp_path, f"a.{name}", write_foreign(lexicon, name).data).lexicon
    assert back.entries[0].note == cell


@pytest.mark.parametrize(
    ("name", "phrase", "told"),
    [
        ("lexicoder", "+1", "takes a word with + before it for a category; left out: +1."),
        ("wordstat", "ﬁne", "from which these words do not come back: ﬁne."),
        ("wordstat", "@home", "for a rule: @home."),
    ],
)
def test_a_word_that_a_format_cannot_hold_is_told(name: str, phrase: str, told: str) -> None:
    lexicon = replace(DEEP, entries=(replace(DEEP.entries[0], phrase=phrase, match="exact"),))
    assert any(told in loss for loss in write_foreign(lexicon, name).losses)


@pytest.mark.parametrize("name", ["liwc", "dicx", "quanteda", "yoshikoder"])
def test_categories_that_are_called_alike_are_told(name: str) -> None:
    first = DEEP.categories[0]
    both = (first, replace(first, id="again", name=first.name.upper()))
    told = write_foreign(replace(DEEP, categories=both), name).losses
    assert any("called alike" in loss for loss in told)


def test_losses_name_what_falls() -> None:
    told = "\n".join(write_foreign(OURS, "liwc").losses)
    for what in (
        "guards; 1 entry",
        "plainer wordings",
        "possible",
        "call … liar",
        "capitals",
        "muted",
    ):
        assert what in told


def test_yaml_words_stay_words(tmp_path: Path) -> None:
    lexicon = Lexicon(
        "y", "Y", "en", "1", "wording", "", (), "", "", CATEGORIES,
        tuple(entry(word, match="exact") for word in ("no", "yes", "null", "1984", "on: off")),
        language_data=ENGLISH,
)  # fmt: skip
    text = write_foreign(lexicon, "quanteda").data.decode()
    assert yaml.safe_load(text)["Loud & <clear>"] == ["no", "yes", "null", "1984", "on: off"]
    back = read(tmp_path, "y.yml", text).lexicon
    assert [e.phrase for e in back.entries] == ["no", "yes", "null", "1984", "on: off"]


def test_a_vale_style_comes_back(tmp_path: Path) -> None:
    exported = write_foreign(OURS, "vale")
    entries: list[Entry] = []
    with zipfile.ZipFile(io.BytesIO(exported.data)) as archive:
        names = archive.namelist()
        for name in names:
            imported = read(tmp_path, Path(name).name, archive.read(name))
            assert imported.problems == ()
            entries.extend(imported.lexicon.entries)
    assert sorted(names) == [
        "Ourlist/Farm.yml",
        "Ourlist/LoudClear.yml",
        "Ourlist/LoudClearPlainer.yml",
    ]
    found = {e.phrase: e.alternatives for e in entries}
    assert found["slammed"] == ("criticise", "reject")
    assert {"barn owls", "rain*", "so-called", "call … liar", "big barn"} <= {
        p.lower() for p in found
    }


DEEP = Lexicon(
    "deep", "Deep", "en", "1", "wording", "", (), "", "",
    (
        Category("care.virtue", "care.virtue", "", "", "C", 1, "thin"),
        Category("Care_Vice", "Care_Vice", "", "", "V", 2, "thin"),
        Category("a-b", "a-b", "", "", "A", 3, "thin"),
    ),
    (
        entry("helper", category="care.virtue"),
        entry("harm", category="Care_Vice"),
        entry("barn", category="a-b"),
    ),
    language_data=ENGLISH,
)  # fmt: skip


@pytest.mark.parametrize("name", ["csv", "tsv", "pack"])
def test_ids_of_categories_come_back_as_they_were(tmp_path: Path, name: str) -> None:
    exported = write_foreign(DEEP, name)
    back = read(tmp_path, f"back{exported.suffix}", exported.data).lexicon
    assert [category.id for category in back.categories] == ["care.virtue", "Care_Vice", "a-b"]
    assert [one.category for one in back.entries] == ["care.virtue", "Care_Vice", "a-b"]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("A\n\tB\n\t\tBARN (1)\n\t\tC\n\t\t\tOWL (1)\n\tD\n\t\tFERRY (1)\nE\n\tGALE (1)\n",
         {"a-b": ["barn"], "a-b-c": ["owl"], "a-d": ["ferry"], "e": ["gale"], "a": []}),
        ("A\n\tB\n\t\tBARN (1)\n\tOWL (1)\n", {"a": ["owl"], "a-b": ["barn"]}),
        ("A\n\t\t\tB\n\t\t\t\tBARN (1)\n", {"a": [], "a-b": ["barn"]}),
    ],
)  # fmt: skip
def test_levels_of_categories_come_back(tmp_path: Path, text: str, phrases: dict) -> None:
    first = read(tmp_path, "a.cat", text).lexicon
    assert by_category(first) == phrases
    written = write_foreign(first, "wordstat").data
    assert by_category(read(tmp_path, "b.cat", written).lexicon) == phrases


def test_rules_of_categories_that_are_called_alike_are_files_of_their_own() -> None:
    names = ("Loud", "LOUD!", "Loud Plainer", "Loud2")
    categories = tuple(Category(f"c{i}", n, "", "", "A", 1, "thin") for i, n in enumerate(names))
    entries = tuple(
        entry(f"word{i}", category=f"c{i}", alternatives=others)
        for i in range(4)
        for others in ((), ("plain",))
    )
    plain = ("l", "L", "en", "1", "wording", "", (), "", "", categories, entries)
    lexicon = Lexicon(*plain, language_data=ENGLISH)
    with zipfile.ZipFile(io.BytesIO(write_foreign(lexicon, "vale").data)) as archive:
        files = [name.lower() for name in archive.namelist()]
    assert len(files) == len(set(files)) == 8


@pytest.mark.parametrize("name", ["csv", "tsv", "pack", "liwc", "dicx", "quanteda", "yoshikoder"])
def test_entries_in_several_categories_come_back_in_all_of_them(tmp_path: Path, name: str) -> None:
    again = replace(DEEP.entries[0], category="care.virtue|a-b")
    lexicon = replace(DEEP, entries=(again, *DEEP.entries[1:]))
    exported = write_foreign(lexicon, name)
    back = read(tmp_path, f"back{exported.suffix}", exported.data)
    phrases = [e.phrase for e in back.lexicon.entries if len(e.categories) == 2]
    assert phrases[:1] == [again.phrase]
    assert not back.problems


@pytest.mark.parametrize("name", ["csv", "tsv", "pack"])
def test_each_part_of_speech_of_a_phrase_comes_back(tmp_path: Path, name: str) -> None:
    """A table has as many rows after the way out and in again as it had before."""
    noun = replace(DEEP.entries[0], part="noun", note="The thing.")
    rows = (noun, replace(noun, part="adj", note="How it is."), *DEEP.entries[1:])
    exported = write_foreign(replace(DEEP, entries=rows), name)
    back = read(tmp_path, f"back{exported.suffix}", exported.data)
    assert [(e.phrase, e.part, e.note) for e in back.lexicon.entries] == [
        (e.phrase, e.part, e.note) for e in rows
    ]


def test_outermost_categories_stay_where_there_are_several(tmp_path: Path) -> None:
    one = '<cnode name="{}"><cnode name="b"><pnode name="{}"/></cnode></cnode>'
    both = f"<dictionary>{one.format('a', 'barn')}{one.format('c', 'owl')}</dictionary>"
    assert by_category(read(tmp_path, "a.ykd", both).lexicon) == {"a-b": ["barn"], "c-b": ["owl"]}


def test_a_nul_makes_no_wide_letters_of_a_table(tmp_path: Path) -> None:
    table = b"phrase,category\nra\0in,a\n"
    assert [e.phrase for e in read(tmp_path, "a.csv", table).lexicon.entries] == ["rain"]


def test_a_phrase_that_is_met_again_says_what_of_it_is_not_kept(tmp_path: Path) -> None:
    table = "phrase,category,note,confidence\nbarn,a,Wood.,\nbarn,b,Stone.,possible\nbarn,b,,\n"
    imported = read(tmp_path, "mine.csv", table)
    assert [(e.categories, e.note) for e in imported.lexicon.entries] == [(("a", "b"), "Wood.")]
    assert [told.partition(": ")[2] for told in imported.problems] == [
        "“barn” stands in line 2 already; of both the note of the first is kept.",
        "“barn” stands in line 2 already; of both the confidence of the first is kept.",
    ]


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_a_shipped_list_comes_back_row_by_row(tmp_path: Path, name: str) -> None:
    """Out as a table, in again, and once through the reader's own folder: nothing is lost."""
    before = load_lexicon(default_paths().lexicons / "attribution-cues", LANGUAGES).lexicon
    assert before is not None
    exported = write_foreign(before, name)
    back = read(tmp_path, f"back{exported.suffix}", exported.data)
    own = as_lexicon(read_layer(back.lexicon, None, ()), None)
    assert [replace(one, line=0) for one in own.entries] == [
        replace(one, line=0) for one in before.entries
    ]
    assert back.problems == ()


EXPRESSIONS = [
    ("foo[ -]?bars?", ["foobar", "foobars", "foo bar", "foo bars", "foo-bar", "foo-bars"], ""),
    ("happy[ -]*hour", ["happyhour", "happy hour", "happy-hour"], ""),
    ("all talk, no action", ["all talk, no action"], ""),
    (r"\b(?:eg|e\.g\.)(?=[\s,;])", ["eg", "e.g."], ""),
    (r"it is(?!\.)", ["it is"], "after:."),
    ("all of (?!a sudden|these)", ["all of"], "after:a sudden|these"),
    (r"that's(?=\.)", ["that's"], "only-after:."),
    (r"(?<!not )sure", ["sure"], "before:not"),
    (r"\d{1,2} a\.m\. in the morning", ["a.m. in the morning"], "only-before:#"),
    ("top of .{2,8} class", ["top of … class"], ""),
    (", so to speak", ["so to speak"], "only-before:,"),
    (r"(?:^|\s)I,\s", ["I"], "only-after:,"),
    ("drive C:", ["drive C"], "only-after::"),
]


@pytest.mark.parametrize(("expression", "words", "unless"), EXPRESSIONS)
def test_an_expression_that_lists_spellings_is_written_out(
    expression: str, words: list[str], unless: str
) -> None:
    read = spelt_out(expression)
    assert [one.text for one in read.spellings] == words
    assert {format_guards(one.guards) for one in read.spellings} == {unless}
    assert parse_guards(unless)[1] == ()


UNREADABLE = [
    (";", "looks for signs"),
    (r"\s[—–]\s", "looks for signs"),
    (r"\d+/\d+", "looks for numbers"),
    (r"\d+(?:st|nd)", "looks for words with numbers"),
    ("[A-Z]{2,4}", "describes how words look"),
    (r"\b\w+ly-\w+", "describes how words look"),
    ("(a(b(c(d(e(f))))))", "brackets in brackets"),
    ("(one|two", "not closed"),
    ("(a|b|c|d|e)" * 9, "stands for more than"),
    ("x" * 401, "too long"),
    ("(a|aa)+$", "more than a list"),
    ("so;", "semicolon"),
]


@pytest.mark.parametrize(("expression", "reason"), UNREADABLE)
def test_an_expression_that_does_more_says_why(expression: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        spelt_out(expression)


def test_what_a_rule_asks_for_before_its_words_is_kept(tmp_path: Path) -> None:
    rule = "extends: existence\nraw:\n  - \\b(am|is)\\b\\s*\ntokens:\n  - awoken\n  - '[\\w]+ed'\n"
    imported = read(tmp_path, "passive.yml", rule)
    (found,) = imported.lexicon.entries
    assert (found.phrase, format_guards(found.guards)) == ("awoken", "only-before:am|is")
    assert imported.problems == (
        "passive.yml, line 6: “[\\w]+ed” describes how words look, and a list names them.",
    )
    other = rule.replace("(am|is)", "[a-z]+")
    assert read(tmp_path, "shape.yml", other).lexicon.entries == ()


def test_a_rule_may_be_raw_alone(tmp_path: Path) -> None:
    rule = "extends: existence\nraw:\n  - (?:There|Here)\n  - '\\s(?:lies|lie)'\n"
    imported = read(tmp_path, "there.yml", rule)
    phrases = [one.phrase for one in imported.lexicon.entries]
    assert phrases == ["There lies", "There lie", "Here lies", "Here lie"]
    assert imported.problems == ()

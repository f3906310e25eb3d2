"""The house stays small enough to find one's way in: sizes of modules, functions and levels."""

import ast
import re
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "reader"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_ON_A_LEVEL = 14
LONGEST_MODULE = 500  # lines
LONGEST_FUNCTION = 50  # lines, without its docstring
MEDIAN_MODULE = 150
SENTENCE = 60  # letters of a line that is no mere heading
FROZEN_OTHERWISE = {  # frozen dataclasses that `frozen` cannot make, and why
    "AnalysisTools": "too large to be told: no repr",
    "Language": "compared by identity",
    "Languages": "compared by identity",
    "LessonTexts": "keeps what it worked out, so it has no slots",
    "Session": "Qt refers weakly to it",
    "Wanted": "compared by identity",
}
ATTICS = {"utils", "helpers", "common", "misc", "base", "manager", "models"}


def level_of(folder: Path) -> list[str]:
    """Return the modules and rooms that lie in a folder."""
    return [
        entry.stem
        for entry in folder.iterdir()
        if (entry.suffix == ".py" and entry.stem != "__init__") or (entry / "__init__.py").exists()
    ]


@pytest.mark.parametrize(
    "folder", sorted({path.parent for path in MODULES}), ids=lambda path: path.name
)
def test_no_level_is_crowded(folder: Path) -> None:
    assert len(level_of(folder)) <= MOST_ON_A_LEVEL, sorted(level_of(folder))


def test_modules_are_short() -> None:
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert [str(path) for path, count in lines.items() if count > LONGEST_MODULE] == []
    assert median(count for count in lines.values() if count) <= MEDIAN_MODULE


def test_functions_are_short() -> None:
    long = [
        f"{path.name}:{node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and lines_without_docstring(node) > LONGEST_FUNCTION
    ]
    assert long == []


def test_what_is_private_is_used() -> None:
    unused = [
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in MODULES
        for text in [path.read_text(encoding="utf-8")]
        for name in re.findall(r"^(?:def |class )?(_[A-Za-z]\w*)", text, re.MULTILINE)
        if len(re.findall(rf"\b{name}\b", text)) == 1
    ]
    assert unused == []


@pytest.mark.parametrize("name", ["CHANGELOG.md", "tests/quality/benchmarks_history.md"])
def test_no_sentence_of_the_notes_stands_twice(name: str) -> None:
    """Git joins what several people wrote there, and then may keep both forms of a line."""
    lines = (ROOT / name).read_text(encoding="utf-8").split("\n")
    sentences = [line for line in lines if len(line) > SENTENCE and not line.startswith("|")]
    assert sorted(line for line in set(sentences) if sentences.count(line) > 1) == []


def lines_without_docstring(node: ast.FunctionDef) -> int:
    """Return the length of a function's code in lines."""
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or 0) - first.lineno + 1


def test_values_are_made_in_one_way() -> None:
    """`reader.values.frozen` is ten times as fast as a frozen dataclass, but cannot do all."""
    found = {
        node.name
        for path in MODULES
        for text in [path.read_text(encoding="utf-8")]
        if "dataclass" in text  # most modules need not be read for this
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ClassDef) and any(map(is_frozen_dataclass, node.decorator_list))
    }
    assert found == set(FROZEN_OTHERWISE)


def is_frozen_dataclass(node: ast.expr) -> bool:
    """Tell whether a decorator is `dataclass` with `frozen`, however it is written."""
    if not isinstance(node, ast.Call):
        return False
    name = ast.unparse(node.func).rpartition(".")[2]
    return name == "dataclass" and any(one.arg == "frozen" for one in node.keywords)


@pytest.mark.parametrize(
    ("written", "is_one"),
    [
        ("@dataclass(frozen=True, slots=True)", True),
        ("@dataclasses.dataclass(slots=True, frozen=True)", True),
        ("@dataclass(slots=True)", False),
        ("@dataclass", False),
        ("@frozen", False),
    ],
)
def test_frozen_dataclasses_are_seen_however_they_are_written(written: str, is_one: bool) -> None:
    made = ast.parse(f"{written}\nclass A: pass").body[0]
    assert isinstance(made, ast.ClassDef)
    assert is_frozen_dataclass(made.decorator_list[0]) is is_one


def test_late_loads_stand_where_they_are_looked_for() -> None:
    found = {
        str(path.relative_to(PACKAGE))
        for path in MODULES
        for text in [path.read_text(encoding="utf-8")]
        if re.search(r"^(?!from |import ).*\bimport ", text, re.MULTILINE)
        for function in ast.walk(ast.parse(text))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert [one for one in found if not one.endswith(("/late_loads.py", "launch.py"))] == []
    assert "launch.py" in found


def test_no_module_is_an_attic() -> None:
    assert [path for path in MODULES if path.stem in ATTICS] == []


def test_every_room_says_what_lies_in_it() -> None:
    rooms = [path for path in MODULES if path.name == "__init__.py"]
    told = {path: ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) for path in rooms}
    assert [str(path) for path, words in told.items() if not words] == []


def test_the_map_names_every_room() -> None:
    plan = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in PACKAGE.glob("*/*/__init__.py")}
    rooms |= {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert sorted(room for room in rooms if f"{room}/" not in plan) == []

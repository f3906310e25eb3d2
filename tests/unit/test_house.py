"""The house stays small enough to find one's way in: sizes of modules, functions and levels."""

import ast
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


def lines_without_docstring(node: ast.FunctionDef) -> int:
    """Return the length of a function's code in lines."""
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or 0) - first.lineno + 1


def test_values_are_made_in_one_way() -> None:
    slow = "@dataclass(frozen=True, slots=True)\n"  # ten times as slow as `reader.values.frozen`
    assert [path for path in MODULES if slow in path.read_text(encoding="utf-8")] == []


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

"""Words for readers stand where they are translated, so that a scanner finds them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).parents[3] / "reader" / "ui"
# These hand on words of a registry (commands, settings, formats, rules, panels), which a scanner
# finds in that one place.
OF_A_REGISTRY = frozenset({
    "actions", "comparing", "corpora", "opening", "key_rows", "preferences_dialog", "setting_row",
    "rule_words", "entry_differences", "editor_frame", "exchange", "word_tables", "panel",
    "menu_bar", "panel_tabs",
})  # fmt: skip
CALLS = frozenset({"tr", "_tr"})


def odd_calls(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        first = node.args[0]
        is_literal = isinstance(first, ast.Constant) and isinstance(first.value, str)
        if called in CALLS and not is_literal:
            yield f"{path.name}, line {node.lineno}: {ast.unparse(first)}"


@pytest.mark.parametrize("folder", sorted(path.name for path in UI.iterdir() if path.is_dir()))
def test_what_is_translated_is_written_there(folder: str) -> None:
    paths = [path for path in (UI / folder).rglob("*.py") if path.stem not in OF_A_REGISTRY]
    assert [odd for path in paths for odd in odd_calls(path)] == []

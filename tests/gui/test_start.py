"""What Qt for Python does with our modules when the program starts."""

import importlib
import sys

from PySide6 import support

from reader.launch import spare_all_source


def test_no_module_is_read_again_by_qt(qapp, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "seen_late.py").write_text("import json")
    asked = support.feature.pyside_feature_dict
    spare_all_source()
    left_alone = {name for name, mark in asked.items() if mark == -1}
    assert {"json", "pathlib"} <= left_alone  # those that are there
    importlib.import_module("seen_late")
    assert asked.pop("seen_late") == -1  # and those that are still to come
    sys.modules.pop("seen_late")

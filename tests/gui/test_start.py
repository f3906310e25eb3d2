"""What Qt for Python does with our modules when the program starts."""

import pkgutil

from PySide6 import support

import reader
from reader.launch import spare_our_source


def test_no_module_of_ours_is_read_again_by_qt(qapp) -> None:
    spare_our_source()
    ours = [name for _, name, _ in pkgutil.walk_packages(reader.__path__, "reader.")]
    left_alone = {name for name, mark in support.feature.pyside_feature_dict.items() if mark == -1}
    assert len(ours) > 500
    assert sorted(set(ours) - left_alone) == []

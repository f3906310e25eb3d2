"""Where the reader's own files lie, by what stands beside the program."""

from pathlib import Path

import pytest

from reader.paths import default_paths, portable_data, program_folders


@pytest.mark.parametrize(
    ("marker", "expected"),
    [("", "close-reader-data"), ("mine", "mine"), ("\ufeff ../mine \nand more", "../mine")],
)
def test_a_file_beside_the_program_names_the_folder(
    tmp_path: Path, marker: str, expected: str
) -> None:
    (tmp_path / "portable").write_text(marker, encoding="utf-8")
    assert portable_data([tmp_path]) == tmp_path / expected


def test_a_folder_beside_the_program_is_the_folder(tmp_path: Path) -> None:
    (tmp_path / "bin" / "portable").mkdir(parents=True)
    assert portable_data([tmp_path, tmp_path / "bin"]) == tmp_path / "bin" / "portable"


def test_without_a_marker_the_system_says_where(tmp_path: Path) -> None:
    assert portable_data([tmp_path]) is None


def test_what_is_said_counts_more_than_what_stands_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLOSE_READER_DATA", str(tmp_path / "said"))
    assert default_paths().data == tmp_path / "said"
    assert default_paths(tmp_path / "given").data == tmp_path / "given"


def test_beside_the_program_is_a_folder_that_is_there() -> None:
    folders = program_folders()
    assert folders
    assert [folder for folder in folders if not folder.is_dir()] == []

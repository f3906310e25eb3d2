"""Language data that is missing or damaged."""

import zlib
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.storage.language_data import load_syllables, load_tagger

DAMAGED = [
    b"",
    b"not compressed",
    zlib.compress(b"not json"),
    zlib.compress(b"[1]"),
    zlib.compress(b"{}"),
]


@pytest.mark.parametrize("load", [load_tagger, load_syllables])
def test_a_missing_file_is_told(load: object, tmp_path: Path) -> None:
    assert callable(load)
    with pytest.raises(ReaderError, match=r"x\.bin could not be read"):
        load(tmp_path / "x.bin")


@pytest.mark.parametrize("data", DAMAGED)
def test_damaged_weights_are_told(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(data)
    with pytest.raises(ReaderError, match=r"x\.bin is damaged"):
        load_tagger(path)


@pytest.mark.parametrize("data", DAMAGED[:-1])
def test_damaged_syllables_are_told(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(data)
    with pytest.raises(ReaderError, match=r"x\.bin is damaged"):
        load_syllables(path)

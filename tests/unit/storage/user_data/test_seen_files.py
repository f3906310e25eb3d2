"""Files that two windows write as a whole: nothing that the other one wrote is lost."""

import pytest

from reader.errors import ReaderError
from reader.storage.user_data.seen_files import SeenFiles

MINE, THEIRS = b"mine", b"theirs"


def held(folder):
    """Return what the files of a folder hold, but for its lock."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != ".lock"}


@pytest.mark.parametrize(
    ("before", "is_seen", "meanwhile", "kept"),
    [
        (None, False, None, None),
        (b"old", True, None, None),
        (b"old", False, None, b"old"),
        (b"old", True, THEIRS, THEIRS),
        (None, True, THEIRS, THEIRS),
        (b"old", True, MINE, None),
        (MINE, False, None, None),
    ],
)
def test_an_unseen_version_is_kept_beside(tmp_path, before, is_seen, meanwhile, kept):
    path, files = tmp_path / "lesson.toml", SeenFiles()
    if before is not None:
        path.write_bytes(before)
    if is_seen:
        files.see(path)
    if meanwhile is not None:
        path.write_bytes(meanwhile)
    (tmp_path / ".lesson.toml.abcd_123").write_bytes(b"what a killed program left")
    names = files.write({path: MINE})
    aside = {} if kept is None else {"lesson.old.toml": kept}
    assert held(tmp_path) == {"lesson.toml": MINE, **aside}
    assert names == tuple(aside)
    assert files.write({path: b"more"}) == ()


@pytest.mark.parametrize("is_seen", [True, False])
def test_a_file_that_goes_leaves_what_was_not_seen(tmp_path, is_seen):
    path, files = tmp_path / "dates.toml", SeenFiles()
    path.write_bytes(THEIRS)
    (tmp_path / "dates.old.toml").write_bytes(b"earlier")
    if is_seen:
        files.see(path)
    assert files.remove(path) == ("" if is_seen else "dates.old1.toml")
    rest = {} if is_seen else {"dates.old1.toml": THEIRS}
    assert held(tmp_path) == {"dates.old.toml": b"earlier", **rest}
    assert files.remove(path) == ""


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path):
    (tmp_path / "lesson.toml").mkdir()
    with pytest.raises(ReaderError, match="could not be read: it is a folder"):
        SeenFiles().write({tmp_path / "lesson.toml": MINE})

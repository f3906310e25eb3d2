"""Folders for a while go with their program, however it ends."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from reader.storage.files.temporary_folders import TemporaryFolder, temporary_folder

ROOT = Path(__file__).parents[3]
KILLED = """
import os, signal
from reader.storage.files.temporary_folders import TemporaryFolder
folder = TemporaryFolder()
(folder.path / "words.xml").write_text("of an article")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows tells no locks of others")
def test_what_a_killed_program_left_goes_and_what_is_used_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", KILLED], env=environment, check=False)
    (left,) = tmp_path.iterdir()
    used = TemporaryFolder()
    (tmp_path / "close-reader-of-mine").mkdir()
    others = tmp_path / "others"
    others.mkdir()
    (tmp_path / "close-reader-link").symlink_to(others)
    for folder in (left, used.path):
        os.utime(folder / ".held", (1, 1))  # it was begun long ago
    with temporary_folder() as meanwhile:
        assert meanwhile.is_dir()
        assert not left.exists()
        assert used.path.is_dir()
    assert not meanwhile.exists()
    used.close()
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"close-reader-of-mine", "close-reader-link", "others"}

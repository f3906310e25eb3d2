"""Files are there whole or not at all."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.storage.files.atomic_files import opened_special, write_atomically, write_together


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=20,
)
@given(st.binary(max_size=2000))
def test_what_was_written_is_there(tmp_path: Path, data: bytes) -> None:
    write_atomically(tmp_path / "a.json", data)
    assert (tmp_path / "a.json").read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize("place", ["/", "."])
def test_a_folder_is_not_written_over(place: str) -> None:
    with pytest.raises(ReaderError, match=r"could not be written: it is a folder\."):
        write_atomically(Path(place), b"1")


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    write_atomically(tmp_path / "new" / "deep" / "a", b"1")
    assert (tmp_path / "new" / "deep" / "a").read_bytes() == b"1"


def test_an_interrupted_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes"
    path.write_bytes(b"old")

    def no_space(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(ReaderError) as told:
        write_atomically(path, b"new" * 1000)
    assert told.value.message == f"{path} could not be written: no space left on device."
    assert told.value.hint == "Choose another folder, or make room on the disk."
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["notes"]


def test_what_a_killed_program_left_goes_with_the_next_writing(tmp_path: Path) -> None:
    """What another program may be writing stays, and so does what nobody here has made."""
    left = ".out.json.a1b2c3d4.part"
    names = (left, ".out.json.a1b2c3d5.part", ".out.json.crlesson", ".out2.json.a1b2c3d4.part")
    for name in names:
        (tmp_path / name).touch()
        if name != names[1]:
            os.utime(tmp_path / name, (0, 0))
    write_atomically(tmp_path / "out.json", b"{}")
    assert {path.name for path in tmp_path.iterdir()} == {"out.json", *names} - {left}


@pytest.mark.parametrize("stop", [KeyboardInterrupt, MemoryError])
def test_a_stop_in_the_middle_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    path = tmp_path / "notes"
    path.write_bytes(b"old")

    def interrupt(_: int) -> None:
        raise stop

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(stop):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["notes"]


def test_rights_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "private"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_atomically(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    write_atomically(tmp_path / "ours", b"1")
    (tmp_path / "usual").write_bytes(b"1")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_goes_on_pointing_where_it_did(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("place", ["folder", "file/inside"])
def test_what_cannot_be_written_is_told_in_a_sentence(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(ReaderError) as told:
        write_atomically(tmp_path / place, b"new")
    assert told.value.message.endswith(".")
    assert place.partition("/")[0] in told.value.message
    assert told.value.hint
    assert (tmp_path / "file").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_without_rights_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ReaderError, match="permission denied"):
        write_atomically(tmp_path / "a", b"1")
    tmp_path.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(pipe, b"words")
    assert os.read(reader, 10) == b"words"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    with pytest.raises(ReaderError, match="a device or a pipe"):
        write_together({pipe: b"", tmp_path / "other": b""})
    with pytest.raises(ReaderError, match="a device or a pipe"):
        write_atomically(pipe, b"words", is_private=True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_that_nobody_reads_is_not_waited_for_without_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="nobody reads that pipe"):
        opened_special(tmp_path / "pipe", read_within_s=0)


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="open files have no paths here")
def test_a_pipe_without_a_name_is_written_to() -> None:
    """As `analyze --output /dev/stdout | less`."""
    read, written = os.pipe()
    write_atomically(Path(f"/dev/fd/{written}"), b"words")
    os.close(written)
    assert os.read(read, 10) == b"words"
    os.close(read)

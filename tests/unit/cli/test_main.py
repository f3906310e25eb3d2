"""Calls of the command line: exit statuses, finished sentences, no Qt."""

import importlib
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from reader import __main__ as program
from reader import __version__, cli
from reader.cli.frame.command import Command
from reader.launch import COMMANDS, is_mistyped, report_without_window
from reader.launch import run_command_line as main

ROOT = Path(__file__).parents[3]


def run(
    *arguments: str, code: str = "", stdout: int | IO[bytes] = subprocess.PIPE, **changes: str
) -> subprocess.CompletedProcess[str]:
    """Run the program, or `code`, in a process of its own without a display."""
    environment = {key: value for key, value in os.environ.items() if key not in _DISPLAYS}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **changes}
    start = ["-c", code] if code else ["-m", "reader"]
    return subprocess.run(
        [sys.executable, *start, *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
        timeout=60,
    )


Capture = pytest.CaptureFixture[str]
_DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


_BROKEN = "x\udcff"  # how a byte that is no UTF-8 comes in


@pytest.mark.parametrize(
    "call",
    [
        ["library", "list", "--tag", _BROKEN],
        ["library", "list", "--collection", _BROKEN],
        ["library", "add", "a.txt", "--tag", _BROKEN],
        ["library", "search", _BROKEN],
        ["corpus", "dispersion", f"collection:{_BROKEN}", "w"],
        ["corpus", "keyness", "tag:a", f"search:{_BROKEN}"],
        ["lesson", "make", "b.md", "--output", "q.crlesson", "--title", _BROKEN],
        ["feeds", "follow", f"https://example.org/{_BROKEN}"],
    ],
)
def test_words_that_are_no_text_are_2(
    call: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(call) == 2
    told = capsys.readouterr().err
    assert "is not readable text" in told
    assert told.rstrip("\n").isprintable()


@pytest.mark.parametrize("number", ["9" * 5_000, "9" * 30, "0"])
def test_a_number_beyond_bounds_is_one_short_sentence(number: str, capsys: Capture) -> None:
    for call in (["corpus", "trends", "a", "b"], ["library", "search", "a"]):
        assert main([*call, "--limit", number]) == 2
        told = capsys.readouterr().err.splitlines()[-1]
        assert told.endswith("argument --limit: it takes a number from 1 to 1,000,000")


@pytest.mark.parametrize(
    "call",
    [
        [],
        ["analyse"],
        ["analyze"],
        ["analyze", "a", "b"],
        ["analyze", "a", "--format", "pdf"],
        ["batch", "folder"],
        ["batch", "--output", "x"],
        ["batch", "folder", "--output", "x", "--jobs", "0"],
        ["batch", "folder", "--output", "x", "--jobs", "many"],
        ["lexicon"],
    ],
)
def test_a_wrong_call_is_2(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(call) == 2
    assert "usage: close-reader" in capsys.readouterr().err


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "²", ""])
def test_a_wrong_number_of_jobs_is_told_in_words(
    jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["batch", "folder", "--output", "x", f"--jobs={jobs}"]) == 2
    assert "it takes a number from 1" in capsys.readouterr().err


def test_an_unknown_option_is_no_file_and_the_version_is_told() -> None:
    wrong = run("--colour")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    told = run("--version")
    assert (told.returncode, told.stdout) == (0, f"close-reader {__version__}\n")


@pytest.mark.parametrize("call", [["--help"], ["analyze", "--help"], ["batch", "-h"]])
def test_help_is_0(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(call) == 0
    assert "usage: close-reader" in capsys.readouterr().out


def test_no_command_imports_qt(article: Path, tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from reader.launch import run_command_line\n"
        f"out = {str(tmp_path)!r}\n"
        f"article = {str(article)!r}\n"
        "done = [run_command_line(call) for call in (\n"
        "    ['analyze', article, '--format', 'json', '--output', out + '/a.json'],\n"
        "    ['batch', article, '--output', out + '/a.jsonl'],\n"
        "    ['lexicon', 'list'])]\n"
        "qt = [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', "
        "'reader.ui'))]\n"
        "print('CHECK', done, qt)\n"
    )
    finished = run(code=code)
    assert finished.returncode == 0, finished.stderr
    assert "CHECK [0, 0, 0] []" in finished.stdout


@pytest.mark.parametrize(
    ("call", "unneeded"),
    [
        (["--help"], {"reader.core", "reader.paths", "yaml", "nltk"}),
        (["lexicon", "list"], {"nltk", "textstat", "lxml", "PySide6"}),
        (
            ["analyze", "ARTICLE"],
            {"reader.storage.interchange.formats", "lxml", "PySide6"},
        ),
    ],
)
def test_a_command_loads_only_what_it_needs(
    article: Path, call: list[str], unneeded: set[str]
) -> None:
    words = [str(article) if word == "ARTICLE" else word for word in call]
    code = (
        "import sys\n"
        "from reader.launch import run_command_line\n"
        f"status = run_command_line({words!r})\n"
        f"print('CHECK', status, {unneeded!r} & sys.modules.keys())\n"
    )
    assert "CHECK 0 set()" in run(code=code).stdout


def test_without_a_display_the_report_is_printed(article: Path) -> None:
    finished = run(str(article))
    assert finished.returncode == 0
    assert "SOURCING: " in finished.stdout
    assert "For the window" in finished.stderr
    assert "Traceback" not in finished.stderr


def test_without_a_display_every_article_is_tried(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report_without_window(["/nowhere/a.txt", str(article)]) == 1
    told = capsys.readouterr()
    assert "Storm may return" in told.out
    assert "/nowhere/a.txt” is not there." in told.err


def test_a_file_with_the_name_of_an_option_is_a_file(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(article.parent)
    article.rename(article.parent / "--jobs")
    assert report_without_window(["--jobs"]) == 0
    assert "Storm may return" in capsys.readouterr().out


def test_an_interruption_is_told(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.cli.analyze.report_article", interrupt)
    assert main(["analyze", str(article)]) == 1
    assert re.search(r"close-reader: stopped\..*\.", capsys.readouterr().err)


def test_a_reader_of_the_output_may_go_away(article: Path) -> None:
    code = (
        "import subprocess, sys\n"
        f"call = [sys.executable, '-m', 'reader', 'analyze', {str(article)!r}]\n"
        "made = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE)\n"
        "made.stdout.close()\n"
        "print('CHECK', made.wait(), made.stderr.read())\n"
    )
    finished = run(code=code)
    assert re.search(r"CHECK [01] b''", finished.stdout), finished


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_has_what_its_users_need(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert re.fullmatch("[a-z-]+", command.name)
    assert command.help
    module = command.module()
    assert module.__doc__
    assert module.__name__ == f"reader.cli.{command.name}"
    assert callable(module.run)
    assert main([command.name, "--help"]) == 0
    assert f"usage: close-reader {command.name}" in capsys.readouterr().out
    assert main([command.name, "--no-such-option"]) == 2
    capsys.readouterr()
    assert main(["--help"]) == 0
    assert re.search(rf"(?m)^    {command.name} +\S", capsys.readouterr().out)


def test_no_module_of_a_command_is_forgotten() -> None:
    names = [module.name for module in pkgutil.iter_modules(cli.__path__)]
    modules = [importlib.import_module(f"reader.cli.{name}") for name in names]
    commands = {module for module in modules if hasattr(module, "run")}
    assert commands == {command.module() for command in COMMANDS}
    assert all(hasattr(module, "add_arguments") for module in commands)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_is_never_taken_for_an_article(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    monkeypatch.setattr("sys.argv", ["close-reader", command.name, "x"])
    monkeypatch.setattr(program, "run_command_line", lambda words: told.append(words) or 0)
    assert program.main() == 0
    assert told == [[command.name, "x"]]


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="there is no full disk to try")
@pytest.mark.parametrize(
    "call", ["analyze {a}", "analyze {a} --format json", "lexicon list",
             "lexicon export hedging", "lexicon export hedging --format pack"]
)  # fmt: skip
def test_a_full_disk_behind_the_output_ends_in_a_sentence(article: Path, call: str) -> None:
    words = [word.format(a=article) for word in call.split()]
    with FULL.open("wb") as full:
        finished = run(*words, stdout=full)
    assert finished.returncode == 1
    assert re.fullmatch(
        r"close-reader: the output could not be written: no space left on device\.\n",
        finished.stderr[finished.stderr.index("close-reader: the output") :],
    )
    assert "Traceback" not in finished.stderr


@pytest.mark.skipif(not FULL.exists(), reason="only Unix can close it so")
def test_a_closed_output_ends_in_a_sentence(article: Path) -> None:
    call = [sys.executable, "-m", "reader", "analyze", str(article)]
    finished = run(code=f"import os; os.close(1); os.execv({sys.executable!r}, {call!r})")
    assert finished.returncode == 1
    told = "close-reader: There is no standard output. Name a file with --output.\n"
    assert finished.stderr == told


@pytest.mark.parametrize(
    "words",
    [
        ("lesson", "make", "{a}", "--output", "{a}"),
        ("lesson", "html", "{a}", "--output", "{a}"),
        ("lesson", "score", "{b}", "{a}", "--output", "{a}"),
        ("lesson", "score", "{b}", "{folder}", "--output", "{a}"),
        ("corpus", "concordance", "{a}", "x", "--output", "{a}"),
        ("corpus", "concordance", "{folder}", "x", "--output", "{link}"),
        ("batch", "{folder}", "--output", "{link}"),
        ("compare", "{a}", "{b}", "--output", "{b}"),
        ("export", "{a}", "--format", "csv", "--output", "{library}"),
    ],
)
def test_no_call_writes_over_what_it_reads(words, tmp_path, monkeypatch, capsys):
    folder = tmp_path / "folder"
    folder.mkdir()
    monkeypatch.setenv("CLOSE_READER_DATA", str(tmp_path))
    places = {
        "a": folder / "a.txt",
        "b": tmp_path / "b.txt",
        "library": tmp_path / "library.sqlite",
    }
    for place in places.values():
        place.write_text("as it was")
    link = tmp_path / "link.csv"
    link.symlink_to(places["a"])
    call = [word.format(folder=folder, link=link, **places) for word in words]
    assert main(call) == 1
    assert "would be written over" in capsys.readouterr().err
    assert {place.read_text() for place in places.values()} == {"as it was"}


@pytest.mark.parametrize(
    "call",
    [
        "analyze {a} --output {there}",
        "export {a} --format csv --output {there}",
        "compare {a} {a} --output {there}",
        "batch {folder} --output {there}",
        "lesson make {a} --output {there}",
        "lexicon export hedging --format csv --output {there}",
        "feeds export {there}",
        "library backup {there}",
    ],
)
def test_no_output_makes_a_folder(call, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("CLOSE_READER_DATA", str(tmp_path / "data"))
    folder, missing = tmp_path / "texts", tmp_path / "slip"
    folder.mkdir()
    (folder / "a.txt").write_text("The mayor may go.")
    places = {"a": folder / "a.txt", "folder": folder, "there": missing / "file.csv"}
    assert main([word.format(**places) for word in call.split()]) == 1
    assert capsys.readouterr().err.rstrip().endswith(".")
    assert not missing.exists()
    link = folder / "link.csv"
    link.symlink_to(missing / "file.csv")
    assert main([word.format(**{**places, "there": link}) for word in call.split()]) == 1
    assert not missing.exists()


@pytest.mark.parametrize(
    ("word", "meant"), [("frobnicate", ""), ("analyse", "Did you mean analyze?")]
)
def test_a_word_that_is_no_command_and_no_file_is_a_wrong_call(word: str, meant: str) -> None:
    finished = run(word)
    assert finished.returncode == 2
    second, first = finished.stderr.splitlines()
    assert (
        first
        == f"close-reader: There is no command “{word}”, and no file of that name. {meant}".strip()
    )
    assert "analyze, batch, compare" in second


@pytest.mark.parametrize(
    ("word", "expected"),
    [("frobnicate", True), ("kept-17", False), ("a.md", False), ("x/y", False), ("-", False),
     ("storm", False), ("", False)],
)  # fmt: skip
def test_files_ids_and_addresses_are_articles(
    word: str, expected: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "storm").write_text("A storm.")
    monkeypatch.chdir(tmp_path)
    assert is_mistyped(word) is expected


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="standard output has no name here")
@pytest.mark.parametrize(
    ("call", "begins"),
    [
        ("analyze IN --format json --output -", "{"),
        ("export IN --format epub --output -", "PK"),
        ("lesson make IN --output -", "PK"),
        ("batch IN --output -", '{"schema": '),
        ("feeds export -", "<?xml"),
    ],
)
def test_a_dash_as_the_output_is_standard_output(
    call: str, begins: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, article: Path
) -> None:
    """As `{ echo TITLE; CALL --output -; } > FILE`: what went there before stays."""
    monkeypatch.setenv("CLOSE_READER_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    before = os.dup(1)
    with open(tmp_path / "out", "w+b") as file:  # noqa: PTH123 -- as a shell opens it
        os.dup2(file.fileno(), 1)
        os.write(1, b"title\n")
        try:
            with open(1, "w", closefd=False) as out:
                monkeypatch.setattr(sys, "stdout", out)
                status = main([str(article) if word == "IN" else word for word in call.split()])
        finally:
            os.dup2(before, 1)
            os.close(before)
    assert status == 0
    assert (tmp_path / "out").read_bytes().decode(errors="replace").startswith(f"title\n{begins}")
    assert {path.name for path in tmp_path.iterdir()} <= {"out", "data", article.name}


INTERRUPTED = """
import signal, threading
from reader.__main__ import keep_interruptions

class Cleared:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
keep_interruptions()
try:
    Cleared()
    threading.Event().wait(60)
except KeyboardInterrupt:
    print("stopped")
"""


@pytest.mark.skipif(os.name != "posix", reason="other systems do not wake what waits")
def test_ctrl_c_while_python_clears_away_is_kept() -> None:
    ended = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, check=True)
    assert (ended.stdout, ended.stderr) == (b"stopped\n", b"")


def test_ctrl_c_before_a_command_has_begun_is_a_quiet_end(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_words: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(program.sys, "argv", ["close-reader", "library", "list"])
    monkeypatch.setattr(program, "run_command_line", interrupted)
    assert program.main() == 130

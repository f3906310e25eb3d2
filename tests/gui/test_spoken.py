"""The window as a screen reader meets it, over AT-SPI, where that can run.

It needs a display without a screen (Xvfb), D-Bus, at-spi2-core, and a Python with `gi` and its
Atspi; on Debian: `apt install xvfb dbus at-spi2-core python3-gi gir1.2-atspi-2.0`. The same is
asked of Qt's own tree everywhere, in `test_access.py`.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYTHON = "/usr/bin/python3"
ASKED = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
BARE = {"filler", "panel", "layered pane", "separator", "frame"}  # what only holds other things
PLATFORM_PLUGIN = "xcb"
LIMIT_S = 150


def missing():
    """Return what is missing here, in words; "" when all is there."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is what Linux has for screen readers"
    for program in ("Xvfb", "xvfb-run", "dbus-run-session"):
        if shutil.which(program) is None:
            return f"{program} is not here"
    if not list(Path("/usr/libexec").glob("at-spi-bus-launcher")):
        return "at-spi2-core is not here"
    asked = subprocess.run([PYTHON, "-c", ASKED], capture_output=True, check=False)
    return "" if asked.returncode == 0 else "no Python here has gi with Atspi"


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    """Everything that the window announces while the first sample is open, marks and all."""
    reason = missing()
    if reason:
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("spoken")
    written = folder / "tree.json"
    call = ["xvfb-run", "-a", "dbus-run-session", "--", PYTHON]
    call += [str(Path(__file__).with_name("spoken_tree.py")), str(written)]
    call += [sys.executable, "-m", "reader", "resources/samples/eskerby-courier.md"]
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": PLATFORM_PLUGIN,
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "CLOSE_READER_DATA": str(folder / "data"),
        "XDG_RUNTIME_DIR": str(folder),
    }
    folder.chmod(0o700)
    said = folder / "said.txt"
    with said.open("wb") as told:  # a pipe would stay open with whatever outlives the call
        walking = subprocess.Popen(
            call, cwd=ROOT, env=environment, stdout=told, stderr=told, start_new_session=True
        )
        try:
            walking.wait(LIMIT_S)
        except subprocess.TimeoutExpired:
            os.killpg(walking.pid, signal.SIGKILL)
            walking.wait()
    if not written.exists():
        pytest.fail(said.read_text(encoding="utf-8", errors="replace")[-2_000:])
    return json.loads(written.read_text(encoding="utf-8"))


def roles(spoken, name):
    return {one["role"] for one in spoken if one["name"].startswith(name)}


def test_everything_that_is_announced_has_a_name(spoken):
    assert len(spoken) > 60
    assert [one for one in spoken if not one["name"] and one["role"] not in BARE] == []


def test_everything_says_what_it_is(spoken):
    assert roles(spoken, "Marks") >= {"check box", "menu item"}
    assert roles(spoken, "Narrator 1") == {"check box"}
    assert roles(spoken, "Previous mark") == {"push button"}
    assert roles(spoken, "Sourcing") == {"page tab"}
    assert roles(spoken, "Map of the marks") == {"scroll bar"}
    rows = [one for one in spoken if one["path"] and one["path"][-1].startswith("tree")]
    assert any(one["name"].startswith("Emotive word") for one in rows)


def test_whatever_can_have_the_keyboard_takes_it_and_says_so(spoken):
    tried = [one for one in spoken if one["took_focus"] is not None]
    if not tried:
        pytest.skip("there is no window manager, and so no window is ever active")
    assert len(tried) > 12
    assert [(one["role"], one["name"]) for one in tried if not one["took_focus"]] == []

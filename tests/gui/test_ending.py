"""The program ends in order when the system asks for it, and a throw-away profile is gone."""

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = """
import sys
from PySide6.QtCore import QTimer
from reader import launch
from reader.ui import app

class Told(app.Program):
    def begin(self, origins):
        {early}
        super().begin(origins)
        QTimer.singleShot(0, self.tell)

    def tell(self):
        print("ready", flush=True)

app.Program = Told
sys.exit(launch.run_window(["--temp-profile", "resources/samples/eskerby-courier.md"]))
"""
LOST = """
        import contextlib, signal
        with contextlib.suppress(SystemExit):  # as Qt does with what it calls
            print('ready', flush=True)
            signal.pause()
"""
NOW = "print('ready', flush=True); import signal; signal.pause()"


@pytest.mark.skipif(os.name != "posix", reason="other systems send no such signals")
@pytest.mark.parametrize("early", ["pass", NOW, LOST], ids=["waiting", "starting", "lost"])
@pytest.mark.parametrize("number", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_throw_away_profile_is_gone_after_a_signal(tmp_path, number, early):
    number = getattr(signal, number)
    environment = {
        **os.environ,
        "TMPDIR": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
    }
    call = [sys.executable, "-c", CODE.format(early=early)]
    with subprocess.Popen(
        call,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=partial(signal.signal, number, signal.SIG_DFL),  # noqa: PLW1509 -- no threads
    ) as program:
        assert program.stdout.readline() == "ready\n"
        assert list(tmp_path.glob("close-reader-*"))
        program.send_signal(number)
        _, told = program.communicate(timeout=120)
    assert list(tmp_path.glob("close-reader-*")) == []
    assert program.returncode == (128 + number if early == NOW else 0)
    assert "Traceback" not in told

"""Run every check and every test, in the order in which they fail fastest."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent

CHECKS = {
    "format": [BIN / "ruff", "format", "--check", "--quiet", "."],
    "lint": [BIN / "ruff", "check", "--quiet", "."],
    "types": [BIN / "mypy"],
    "imports": [BIN / "lint-imports", "--no-cache"],  # `python -m importlinter.cli` does nothing
    "tests": [sys.executable, "-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal"],
}


def main() -> int:
    """Run all checks; return 0 when all passed. The tests come last, with their own last line."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what tests start need not compile it all
    failed = []
    for name, command in CHECKS.items():
        print(f"== {name}", flush=True)
        began = time.monotonic()
        if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
            failed.append(name)
        if name != "tests":
            print(f"   {time.monotonic() - began:.1f} s", flush=True)
    if failed:
        print(f"Not in order: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

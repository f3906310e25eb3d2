"""Make `.venv`, install the project into it and see that Qt finds its system libraries.

Run with any Python >= 3.11: `python3 tests/tools/set_up.py [--dev]`. When all is there, it does
nothing.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# What Qt opens at run time and a bare Debian or Ubuntu does not have: library, package.
SYSTEM_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def run(*command: str | Path) -> None:
    """Run a command in the project's folder; stop with one sentence when it fails."""
    result = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
    if result.returncode:
        sys.exit(f"set_up: '{' '.join(map(str, command))}' failed; its own words stand above.")


def make_environment() -> None:
    """Make `.venv` with uv when it is installed, else with venv, else with pip alone."""
    if PYTHON.exists():
        return
    print("Making .venv ...", flush=True)
    if shutil.which("uv"):
        run("uv", "venv", "--quiet", "--python", sys.executable, VENV)
        return
    plain = subprocess.run(
        [sys.executable, "-m", "venv", str(VENV)], capture_output=True, check=False
    )
    if plain.returncode:  # Debian without python3-venv: an environment without pip will do
        shutil.rmtree(VENV, ignore_errors=True)
        run(sys.executable, "-m", "venv", "--without-pip", VENV)


def install(target: str) -> None:
    """Install the project in place, with the tools in `target` such as `.[dev]`."""
    print("Installing the project and what it needs ...", flush=True)
    if shutil.which("uv"):
        run("uv", "pip", "install", "--quiet", "--python", PYTHON, "-e", target)
        return
    has_pip = subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False)
    quiet = ("--quiet", "--disable-pip-version-check")
    if has_pip.returncode == 0:
        run(PYTHON, "-m", "pip", "install", *quiet, "-e", target)
    else:
        run(sys.executable, "-m", "pip", "--python", PYTHON, "install", *quiet, "-e", target)


def compile_modules() -> None:
    """Compile our modules where no start may do it: many machines forbid that by a variable.

    There each start would compile them anew, which takes as long as all the rest of it.
    """
    run(PYTHON, "-m", "compileall", "-q", "reader")


def missing_packages() -> list[str]:
    """Return the Debian packages of the system libraries that cannot be loaded."""
    if not sys.platform.startswith("linux"):
        return []
    probe = (
        "import ctypes, sys\n"
        "for name in sys.argv[1:]:\n"
        "    try: ctypes.CDLL(name)\n"
        "    except OSError: print(name)\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", probe, *SYSTEM_LIBRARIES],
        capture_output=True,
        text=True,
        check=True,
    )
    return [SYSTEM_LIBRARIES[name] for name in answer.stdout.split()]


def install_system_libraries() -> None:
    """Install what Qt lacks with root or sudo, else print the one line to type."""
    packages = missing_packages()
    if not packages:
        return
    line = f"apt-get install -y {' '.join(packages)}"
    if not shutil.which("apt-get"):
        print(f"Qt may lack system libraries. On Debian or Ubuntu: sudo {line}")
        return
    is_root = os.geteuid() == 0
    has_sudo = (
        shutil.which("sudo")
        and not subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode
    )
    if not (is_root or has_sudo):
        print(f"Qt lacks system libraries. Type this line, then try again:\n  sudo {line}")
        return
    print("Installing the system libraries that Qt needs ...", flush=True)
    prefix = [] if is_root else ["sudo", "-n"]
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run([*prefix, "apt-get", "update", "-qq"], check=False, **quiet)
    done = subprocess.run(
        [*prefix, *line.split(), "-qq", "--no-install-recommends"],
        check=False,
        stdout=subprocess.DEVNULL,
        **quiet,
    )
    if done.returncode:
        print(f"That did not work. Type this line, then try again:\n  sudo {line}")


def main() -> None:
    """Set up what `make run` or `make test` needs."""
    if sys.version_info < (3, 11):  # noqa: UP036 -- this script runs before pip could say so
        sys.exit(
            "Close Reader needs Python 3.11 or newer; 'make PYTHON=python3.12 run' picks one."
        )
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="install the tools for tests as well")
    is_dev = parser.parse_args().dev
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamps = [VENV / "ready-dev"] if is_dev else [VENV / "ready-dev", VENV / "ready"]
    if any(stamp.exists() and stamp.read_text() == digest for stamp in stamps):
        return
    make_environment()
    install(".[dev]" if is_dev else ".[pdf]")
    compile_modules()
    install_system_libraries()
    stamps[-1].write_text(digest)


if __name__ == "__main__":
    main()

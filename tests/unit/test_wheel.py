"""The wheel: it carries everything, and what is installed from it works from any folder."""

import os
import subprocess
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

builders = pytest.importorskip(
    "hatchling.builders.wheel", reason="hatchling is not here, so no wheel can be built"
)


ROOT = Path(__file__).resolve().parents[2]
STORY = "The mayor of Osk said the horrific storm may return.\n\nShe declined to comment.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    return Path(
        next(builders.WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"]))
    )


def shipped(folder: str) -> set[str]:
    place = ROOT / folder
    return {
        path.relative_to(ROOT).as_posix()
        for path in place.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }


@pytest.mark.parametrize("folder", ["lexicons", "resources"])
def test_the_wheel_carries_all_that_is_shipped(wheel: Path, folder: str) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    start = ".data/data/share/close-reader/"
    carried = {name.split(start)[1] for name in names if start in name}
    assert shipped(folder) <= carried


def test_the_wheel_carries_the_package_and_nothing_of_the_tests(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name for name in shipped("reader") if name.endswith(".py")} <= names
    assert not any(name.startswith("tests/") for name in names)
    assert any(name.endswith(".ttf") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it, as pip leaves it; what it needs is this one's."""
    home = tmp_path_factory.mktemp("installed") / "home"
    venv.create(home, with_pip=False)
    library = Path(sysconfig.get_path("purelib", vars={"base": str(home)}))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(library)
    for data in library.glob("*.data/data"):
        for part in data.iterdir():
            part.rename(home / part.name)
    libraries = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (library / "libraries.pth").write_text("\n".join(libraries))  # what pip would fetch
    return home


def python_of(home: Path) -> Path:
    return home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def test_an_installed_wheel_works_from_another_folder(installed: Path, tmp_path: Path) -> None:
    python = python_of(installed)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "storm.txt").write_text(STORY)
    (installed / "portable").write_text("mine\n")
    nobodys = tmp_path / "nobody"
    nobodys.mkdir()
    left_out = {"PYTHONPATH", "CLOSE_READER_DATA", "XDG_DATA_HOME"}
    environment = {key: value for key, value in os.environ.items() if key not in left_out}
    environment |= {"HOME": str(nobodys), "USERPROFILE": str(nobodys), "TMPDIR": str(nobodys)}
    finished = subprocess.run(
        [python, "-m", "reader", "analyze", "storm.txt"],
        cwd=elsewhere,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    assert "“horrific”" in finished.stdout
    assert "Loaded wording" in finished.stdout
    assert str(ROOT) not in finished.stdout + finished.stderr
    assert (installed / "mine" / "compiled").is_dir()  # the marker beside the program counts
    assert list(nobodys.iterdir()) == []
    where = "import reader; print(reader.__file__)"
    found = subprocess.run(
        [python, "-c", where], cwd=elsewhere, env=environment, capture_output=True, check=True
    )
    assert Path(found.stdout.decode().strip()).is_relative_to(installed)

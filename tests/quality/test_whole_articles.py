"""The program on articles marked whole, held to floors that are stored with a digest of the data.

`pytest -s tests/quality/test_whole_articles.py` prints the figures. A floor may only rise; to
lower one, run `tests/tools/score_articles.py --store --lower` and say why in the commit.
"""

import hashlib
import tomllib
from pathlib import Path

import pytest
from score_articles import FLOORS, SETS, digest_of, scored
from whole_articles import FALLING, SCORES

STORED = tomllib.loads(FLOORS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=sorted(SETS))
def reached(request: pytest.FixtureRequest) -> tuple[str, dict[str, float]]:
    figures = scored(SETS[request.param]).figures()
    print(
        f"\n{request.param}:", " ".join(f"{name} {value:.3f}" for name, value in figures.items())
    )
    return request.param, figures


def test_the_floors_belong_to_these_articles() -> None:
    assert {name: digest_of(folder) for name, folder in SETS.items()} == {
        name: STORED[name]["digest"] for name in STORED
    }


@pytest.mark.parametrize("figure", SCORES)
def test_no_figure_falls_below_its_floor(
    reached: tuple[str, dict[str, float]], figure: str
) -> None:
    name, figures = reached
    floor = STORED[name][figure]
    if figure in FALLING:
        assert round(figures[figure], 3) <= floor
    else:
        assert round(figures[figure], 3) >= floor


def test_the_digest_sees_every_letter(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    before = digest_of(tmp_path)
    (tmp_path / "a.txt").write_text("onE", encoding="utf-8")
    assert digest_of(tmp_path) != before
    assert len(before) == len(hashlib.sha256().hexdigest())

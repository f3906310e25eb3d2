"""A lesson's page: nothing in it runs but its own script, and it plays in a real browser."""

import json
import os
import re
import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from reader.core.lessons.placing import placed_answer
from reader.intake.read import read_article, read_text
from reader.paths import Paths, default_paths
from reader.storage.lessons.answer_files import read_answer_file
from reader.storage.lessons.html_lesson import lesson_page
from reader.storage.lessons.lesson_files import LessonPack
from reader.storage.lessons.making import make_lesson

BROWSER = Path(__file__).parents[3] / "browser"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
EVIL = "</script><script>alert(1)</script> <img src=x onerror=alert(2)> {script} {data}"


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    return default_paths(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def samples(paths: Paths) -> LessonPack:
    return make_lesson([read_article(str(path)) for path in paths.samples], paths)


def test_html_of_a_lesson_is_only_text(paths: Paths) -> None:
    evil = read_text(
        f"# {EVIL}\n\nThe mayor said {EVIL} and left the room at noon.", "/a/evil.txt"
    )
    page = lesson_page(make_lesson([evil], paths, EVIL), paths).decode()
    assert len(re.findall("<script", page)) == 2
    assert "<img" not in page
    data = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    assert json.loads(data[1])["lesson"]["title"] == EVIL


def test_the_policy_lets_only_the_pages_own_script_run(samples: LessonPack, paths: Paths) -> None:
    page = lesson_page(samples, paths).decode()
    policy = re.search('Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none';")
    for tag in ("script", "style"):
        inner = re.search(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert inner is not None
        digest = b64encode(sha256(inner[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]
    assert not re.search(r"(?:src|href)=|https?://|url\(", page.split('id="data">')[0])
    assert len(page.encode()) < 400_000
    assert 'lang="en"' in page


@pytest.mark.skipif(
    not (shutil.which("node") and Path(CHROMIUM).exists() and (BROWSER / "node_modules").exists()),
    reason="there is no node, no Chromium, or no `npm install --prefix tests/browser` was made",
)
@pytest.mark.parametrize("width", [360, 1366])
def test_a_pupil_plays_the_lesson_in_a_browser(
    samples: LessonPack, paths: Paths, tmp_path: Path, width: int
) -> None:
    page = tmp_path / "lesson.html"
    page.write_bytes(lesson_page(samples, paths))
    played = subprocess.run(
        ["node", str(BROWSER / "play_lesson.mjs"), str(page), str(width), str(tmp_path)],
        env={**os.environ, "CHROMIUM": CHROMIUM}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert played.returncode == 0, played.stderr
    told = json.loads(played.stdout)
    assert (told["requests"], told["console"], told["axe"], told["overflow"]) == ([], [], [], [])
    file = tmp_path / "heron-14.answer"
    assert file.stat().st_size <= 50_000
    answer = placed_answer(read_answer_file(file), samples.lesson)
    words = [mark.mark.selector.exact for mark in answer.marks]
    assert words[1:] == ["rammed through", "could", "council"]
    assert answer.marks[0].mark.reason == "I had no facts <b>yet</b>."
    assert answer.answer.withdrawn[0].reason == "My neighbour was right."
    assert answer.answer.judgement == "Done well: it says who paid."
    assert answer.answer.lateral[0].where == "the minutes"
    assert answer.answer.cell("actors", "B") == "the market, a <b>dying</b> one"

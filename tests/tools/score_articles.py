"""Scores the program on articles marked whole.

    score_articles.py [FOLDER] [-v] [--store [--lower]]

Without a folder the shipped sets are scored. `-v` prints what is wrong. `--store` writes floors a
little below today's figures of the shipped sets; a floor falls only with `--lower`.
"""

import argparse
import hashlib
import json
import sys
import tempfile
import tomllib
from pathlib import Path

from whole_articles import FALLING, Article, Tally

from reader.core.analysis.analysing import analyse
from reader.core.document import analysis_document
from reader.intake.text.plain_text import read_verbatim
from reader.paths import default_paths
from reader.storage.analysis_tools import load_analysis_tools

ROOT = Path(__file__).resolve().parents[2]
QUALITY = ROOT / "tests" / "quality"
SETS = {
    name: QUALITY / name
    for name in ("gold_chains", "gold_marked", "gold_outlets", "gold_references", "wikinews")
}
FLOORS = QUALITY / "floors.toml"
SLACK = 0.01
CEILINGS = {"unsure": 0.15}  # to be unsure is allowed, up to here


def digest_of(folder: Path) -> str:
    """Return a digest of all articles and marks of a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.txt")) + sorted(folder.glob("*.json")):
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)} ".encode() + content)
    return digest.hexdigest()


def scored(folder: Path) -> Tally:
    """Return the counts over all articles of a folder."""
    with tempfile.TemporaryDirectory() as nothing_of_ones_own:
        tools, _ = load_analysis_tools(default_paths(Path(nothing_of_ones_own)))
    tally = Tally()
    for path in sorted(folder.glob("*.txt")):
        marks = path.with_suffix(".json")
        if marks.is_file():
            text = path.read_text(encoding="utf-8")
            analysis = analyse(read_verbatim(text, path.name), tools, assume_english=True)
            document = json.loads(json.dumps(analysis_document(analysis, path.stem)))
            gold = json.loads(marks.read_text(encoding="utf-8"))
            Article(path.stem, text, gold, document).count(tally)
    return tally


def store(*, may_lower: bool) -> None:
    """Write floors a little below today's figures; what would fall stays, unless it may."""
    known = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    lines = ["# Written by `tests/tools/score_articles.py --store`; a floor may only rise."]
    for name, folder in SETS.items():
        old = {} if may_lower else known.get(name, {})
        lines += ["", f"[{name}]", f'digest = "{digest_of(folder)}"']
        for figure, value in scored(folder).figures().items():
            is_falling = figure in FALLING
            near = value + SLACK if is_falling else max(0.0, value - SLACK)
            new = CEILINGS.get(figure, round(near, 3))
            better = min if is_falling else max
            lines.append(f"{figure} = {better(new, old.get(figure, new))}")
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Print the figures of a folder, or of every shipped set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--store", action="store_true")
    parser.add_argument("--lower", action="store_true")
    call = parser.parse_args()
    if call.store:
        store(may_lower=call.lower)
    for name, folder in {call.folder.name: call.folder}.items() if call.folder else SETS.items():
        tally = scored(folder)
        if call.verbose:
            print(*tally.wrong, sep="\n")
        told = " ".join(f"{figure} {value:.3f}" for figure, value in tally.figures().items())
        print(f"{name}, {tally.counts['marked']} attributions: {told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Compare two readings of the marked texts: `score_agreement.py FOLDER [--readings a b] [-v]`.

FOLDER holds `NN.txt` and two readings of it, `NN.reading-a.json` and `NN.reading-b.json`, in the
form that the folder's README tells. What counts are attributions that a reading is sure of, that
are no attitudes and not inside another. The figures say how far two readings of our own agree;
they are no agreement among trained people, so never set them beside such figures.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

ENOUGH = 0.4  # of all the characters of both contents, the share that must be in both
Mark = dict[str, Any]
Reading = dict[str, Any]
COLUMNS = {
    "a met": ("a met", "a"),
    "b met": ("b met", "b"),
    "cue": ("cue", "met"),
    "source": ("source", "met"),
    "sort": ("sort", "met"),
    "form": ("form", "met"),
    "kind": ("kind", "named"),
    "identif.": ("identification", "named"),
}


def characters(spans: Iterable[list[int]]) -> set[int]:
    """Return the places of all characters in some spans."""
    return {place for start, end in spans for place in range(start, end)}


def share_in_both(first: set[int], second: set[int]) -> float:
    """Return how much of two stretches lies in both."""
    return len(first & second) / max(1, len(first | second))


def paired(first: list[Mark], second: list[Mark], enough: float) -> list[tuple[Mark, Mark]]:
    """Return marks of two readings that mean the same words, each used once, closest first.

    Args:
        first: Marks with `content`.
        second: Marks with `content`.
        enough: The least share of characters in both; 0 asks for any one character.
    """
    ours = [characters(mark["content"]) for mark in first]
    theirs = [characters(mark["content"]) for mark in second]
    candidates = [
        (share, first[i].get("inside") == second[j].get("inside"), -i, -j)
        for i, here in enumerate(ours)
        for j, there in enumerate(theirs)
        if (share := share_in_both(here, there)) >= enough and share > 0
    ]
    used_first, used_second, pairs = set(), set(), []
    for _, _, i, j in sorted(candidates, reverse=True):
        if i not in used_first and j not in used_second:
            used_first.add(i)
            used_second.add(j)
            pairs.append((first[-i], second[-j]))
    return pairs


def counts(mark: Mark) -> bool:
    """Return whether an attribution is one of the main ones."""
    return mark["sure"] and not mark["inside"] and mark["kind"] != "attitude"


def is_same_place(first: list[int] | None, second: list[int] | None) -> bool:
    """Return whether two spans share a character, or neither reading has one."""
    if first is None or second is None:
        return first is second
    return first[0] < second[1] and second[0] < first[1]


def add_details(tally: Counter[str], mark: Mark, other: Mark, a: Reading, b: Reading) -> None:
    """Count in what two marks of the same words agree."""
    tally["met"] += 1
    for part in ("cue", "source"):
        tally[part] += is_same_place(mark[part], other[part])
    tally["sort"] += mark["kind"] == other["kind"]
    tally["form"] += mark["form"] == other["form"]
    if mark["entity"] and other["entity"]:
        ours, theirs = a["entities"][mark["entity"]], b["entities"][other["entity"]]
        tally["named"] += 1
        for part in ("kind", "identification"):
            tally[part] += ours[part] == theirs[part]


def compare(a: Reading, b: Reading) -> Counter[str]:
    """Return what two readings of one text have in common, as counts."""
    tally: Counter[str] = Counter()
    tally["a"] = sum(map(counts, a["attributions"]))
    tally["b"] = sum(map(counts, b["attributions"]))
    pairs = paired(a["attributions"], b["attributions"], ENOUGH)
    main = [(mark, other) for mark, other in pairs if counts(mark) or counts(other)]
    tally["a met"] = sum(counts(mark) for mark, _ in main)
    tally["b met"] = sum(counts(other) for _, other in main)
    tally["both sure"] = sum(counts(mark) and counts(other) for mark, other in main)
    for mark, other in main:
        add_details(tally, mark, other, a, b)
    for (mark, other), (mark_2, other_2) in combinations(main, 2):
        here = mark["entity"] is not None and mark["entity"] == mark_2["entity"]
        there = other["entity"] is not None and other["entity"] == other_2["entity"]
        tally["together a"] += here
        tally["together b"] += there
        tally["together"] += here and there
    loaded = [[{"content": [x["span"]]} for x in reading["loaded"]] for reading in (a, b)]
    tally["loaded a"], tally["loaded b"] = map(len, loaded)
    tally["loaded"] = len(paired(loaded[0], loaded[1], enough=0))
    return tally


def third_lines(folder: Path) -> list[str]:
    """Return how far the third reading, of loaded words only, goes with each other one."""
    lines = []
    for name, suffix in (("a", ".reading-a.json"), ("b", ".reading-b.json"), ("decided", ".json")):
        tally: Counter[str] = Counter()
        for path in sorted((folder / "third").glob("*.json")):
            files = (path, folder / f"{path.stem}{suffix}")
            third, other = (
                [
                    {"content": [one["span"]]}
                    for one in json.loads(file.read_text("utf-8"))["loaded"]
                ]
                for file in files
            )
            tally["both"] += len(paired(third, other, enough=0))
            tally["third"] += len(third)
            tally["other"] += len(other)
        share = ratio(2 * tally["both"], tally["third"] + tally["other"])
        lines.append(
            f"third and {name:8}{tally['third']:>5}{tally['other']:>5}{tally['both']:>5}"
            f"   loaded F1 {share:.2f}"
        )
    return lines


def ratio(part: float, whole: float) -> float:
    """Return a share, 0 when there is nothing to share."""
    return part / whole if whole else 0.0


def harmonic(first: float, second: float) -> float:
    """Return the F1 of two shares."""
    return ratio(2 * first * second, first + second)


def figures(tally: Counter[str]) -> dict[str, float]:
    """Return the figures of a line of the table."""
    shares = {name: ratio(tally[part], tally[of]) for name, (part, of) in COLUMNS.items()}
    return {
        "found F1": harmonic(shares["a met"], shares["b met"]),
        "both sure": ratio(2 * tally["both sure"], tally["a"] + tally["b"]),
        **shares,
        "same src": ratio(2 * tally["together"], tally["together a"] + tally["together b"]),
        "loaded F1": ratio(2 * tally["loaded"], tally["loaded a"] + tally["loaded b"]),
    }


def unmet(a: Reading, b: Reading, text: str) -> list[str]:
    """Return the main attributions of each reading that the other does not have."""
    pairs = paired(a["attributions"], b["attributions"], ENOUGH)
    met = {id(mark) for pair in pairs for mark in pair}
    return [
        f"  only {name}: {text[mark['content'][0][0] :][:70]!r}"
        for name, reading in (("a", a), ("b", b))
        for mark in reading["attributions"]
        if counts(mark) and id(mark) not in met
    ]


def row(name: str, tally: Counter[str]) -> str:
    """Return a line of the table."""
    numbers = "".join(f"{value:>11.2f}" for value in figures(tally).values())
    return f"{name:16}{tally['a']:>5}{tally['b']:>5}{numbers}"


def main() -> None:
    """Print the table, one line a text, and the sum."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--readings", nargs=2, default=["a", "b"], metavar=("ONE", "OTHER"))
    parser.add_argument("-v", "--verbose", action="store_true", help="show what only one has")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    names = "".join(f"{name:>11}" for name in figures(total))
    print(f"{'text':16}{'a':>5}{'b':>5}{names}")
    for path in sorted(options.folder.glob("*.txt")):
        files = [path.with_suffix(f".reading-{name}.json") for name in options.readings]
        if not all(file.exists() for file in files):
            print(f"{path.stem:16} has only one reading.")
            continue
        a, b = (json.loads(file.read_text(encoding="utf-8")) for file in files)
        tally = compare(a, b)
        total += tally
        print(row(path.stem, tally))
        if options.verbose:
            print(*unmet(a, b, path.read_text(encoding="utf-8")), sep="\n")
    print(row("all", total))
    if (options.folder / "third").is_dir():
        print(*third_lines(options.folder), sep="\n")


if __name__ == "__main__":
    main()

"""`close-reader lexicon`: list, check, import, export and audit lexicons."""

import argparse
import csv
import io
import json
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TextIO

from reader.core.lexicon import Lexicon
from reader.core.matcher import Matcher
from reader.core.tokens import tokenize
from reader.errors import LexiconError, ReaderError
from reader.paths import Paths
from reader.storage.language_data import load_tagger
from reader.storage.lexicon_files import load_lexicon, load_lexicons
from reader.storage.lexicon_tables import COLUMNS
from reader.storage.reports import defused

_FORMATS = ("csv", "tsv")


def add_lexicon_commands(commands: Any) -> None:  # noqa: ANN401 -- argparse keeps the type to itself
    """Add `lexicon` and what it can do to the command line."""
    parser = commands.add_parser("lexicon", help="list, check, import, export, audit word lists")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help="all lexicons in use")
    check = actions.add_parser("check", help="say all that is wrong with lexicons")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    bring = actions.add_parser("import", help="take a lexicon folder or a CSV table over")
    bring.add_argument("file", type=Path, metavar="FILE")
    export = actions.add_parser("export", help="write a lexicon as a table")
    export.add_argument("id", metavar="ID")
    export.add_argument("--format", choices=_FORMATS, default="csv")
    audit = actions.add_parser("audit", help="how a lexicon treats the sides of a corpus")
    audit.add_argument("id", metavar="ID")
    audit.add_argument("--on", required=True, type=Path, metavar="CORPUS")


def run_lexicon(call: argparse.Namespace, paths: Paths, out: TextIO) -> int:
    """Run one action; return the exit status.

    Raises:
        ReaderError: It cannot be done.
    """
    actions: dict[str, Callable[[argparse.Namespace, Paths, TextIO], int]] = {
        "list": _list,
        "check": _check,
        "import": _import,
        "export": _export,
        "audit": _audit,
    }
    return actions[call.action](call, paths, out)


def _all(paths: Paths) -> tuple[tuple[Lexicon, ...], tuple[LexiconError, ...]]:
    return load_lexicons([paths.lexicons, paths.user_lexicons])


def _find(paths: Paths, name: str) -> Lexicon:
    for lexicon in _all(paths)[0]:
        if lexicon.id == name:
            return lexicon
    raise LexiconError(
        f"There is no lexicon “{name}”.", hint="`close-reader lexicon list` shows all of them."
    )


def _list(_call: argparse.Namespace, paths: Paths, out: TextIO) -> int:
    for lexicon in _all(paths)[0]:
        out.write(
            f"{lexicon.id}\t{lexicon.title} {lexicon.version}\t{lexicon.panel}\t"
            f"{len(lexicon.entries)} entries\t{lexicon.licence}\n"
        )
    return 0


def _check(call: argparse.Namespace, paths: Paths, out: TextIO) -> int:
    folders = call.paths or [paths.lexicons, paths.user_lexicons]
    for folder in call.paths:
        if not folder.is_dir():
            raise LexiconError(f"{folder} is not a folder.", hint="Name a lexicon's folder.")
    lexicons, problems = load_lexicons(folders)
    for problem in problems:
        out.write(f"{problem}\n")
    entries = sum(len(lexicon.entries) for lexicon in lexicons)
    out.write(f"{len(lexicons)} lexicons, {entries} entries, {len(problems)} things to mend.\n")
    return 1 if problems else 0


def _import(call: argparse.Namespace, paths: Paths, out: TextIO) -> int:
    folder = call.file if call.file.is_dir() else call.file.parent
    if call.file.name not in {"entries.csv", "lexicon.toml"} and not call.file.is_dir():
        raise LexiconError(
            f"{call.file.name} is not a lexicon of ours.",
            hint="Name a folder with lexicon.toml and entries.csv.",
        )
    loaded = load_lexicon(folder)
    if loaded.lexicon is None:
        raise LexiconError(f"{folder} could not be used: {loaded.problems[0]}")
    target = paths.user_lexicons / folder.name
    if target.exists():
        raise LexiconError(
            f"There is a lexicon “{folder.name}” already.", hint="Rename the folder first."
        )
    try:
        target.mkdir(parents=True)
        for name in ("lexicon.toml", "entries.csv"):
            if (folder / name).is_file():
                shutil.copyfile(folder / name, target / name)
    except OSError as error:
        raise ReaderError(f"{target} could not be written: {error.strerror}.") from error
    for problem in loaded.problems:
        sys.stderr.write(f"close-reader: {problem}\n")
    out.write(f"{loaded.lexicon.title}: {len(loaded.lexicon.entries)} entries taken over.\n")
    return 0


def _export(call: argparse.Namespace, paths: Paths, out: TextIO) -> int:
    lexicon = _find(paths, call.id)
    folder = next(
        place / lexicon.id
        for place in (paths.user_lexicons, paths.lexicons)
        if (place / lexicon.id).is_dir()
    )
    rows = csv.DictReader(io.StringIO((folder / "entries.csv").read_text(encoding="utf-8-sig")))
    writer = csv.writer(out, delimiter="," if call.format == "csv" else "\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([defused(row.get(column) or "") for column in COLUMNS])
    return 0


def _corpus(path: Path) -> Iterator[dict[str, Any]]:
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)
    except (OSError, ValueError) as error:
        raise LexiconError(
            f"{path} could not be read as a corpus.",
            hint="It takes JSON Lines of {id, text, spans, meta: {type}}.",
        ) from error


def _audit(call: argparse.Namespace, paths: Paths, out: TextIO) -> int:
    lexicon = _find(paths, call.id)
    matcher = Matcher([lexicon])
    tagger = load_tagger(paths.resources / "language" / "tagger.bin")
    words: Counter[str] = Counter()
    marks: Counter[str] = Counter()
    right: Counter[str] = Counter()
    sides: dict[str, set[str]] = {}
    for item in _corpus(call.on):
        side = str(item.get("meta", {}).get("type", "unknown"))
        tokens = tokenize(str(item.get("text", "")))
        words[side] += len(tokens)
        for finding in matcher.find(tokens, tagger.tag(tokens)):
            marks[side] += 1
            sides.setdefault(finding.entry.phrase, set()).add(side)
            right[side] += any(
                span[0] < finding.span.end and finding.span.start < span[1]
                for span in item.get("spans", ())
            )
    out.write("side\twords\tmarks\tper 1,000 words\tshared with human marks (95 % interval)\n")
    for side in sorted(words):
        rate = 1000 * marks[side] / max(1, words[side])
        low, high = wilson_interval(right[side], marks[side])
        out.write(
            f"{side}\t{words[side]}\t{marks[side]}\t{rate:.1f}\t"
            f"{right[side]} of {marks[side]} ({low:.2f} to {high:.2f})\n"
        )
    single = sum(len(found) == 1 for found in sides.values())
    missing = sum(not entry.counterpart for entry in lexicon.entries)
    out.write(f"{single} of {len(sides)} entries seen fire on one side only.\n")
    out.write(f"{missing} of {len(lexicon.entries)} entries name no counterpart.\n")
    return 0


def wilson_interval(hits: int, total: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson 1927); (0, 1) for nothing counted."""
    if not total:
        return 0.0, 1.0
    z = 1.96
    share = hits / total
    middle = share + z * z / (2 * total)
    spread = z * (share * (1 - share) / total + z * z / (4 * total * total)) ** 0.5
    scale = 1 + z * z / total
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)

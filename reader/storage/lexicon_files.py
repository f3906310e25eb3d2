"""Lexicons as folders: `lexicon.toml` and `entries.csv`. All mistakes are reported together."""

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast, get_args

from reader.core.guards import format_guards, parse_guards
from reader.core.lexicon import (
    Category,
    Confidence,
    Entry,
    Lexicon,
    Match,
    Panel,
    Part,
)
from reader.core.phrases import phrase_problem
from reader.errors import LexiconError
from reader.storage.atomic_files import write_atomically

COLUMNS = (
    "phrase",
    "match",
    "part",
    "category",
    "confidence",
    "alternatives",
    "unless",
    "counterpart",
    "note",
    "source",
    "example",
    "counterexample",
)
_LARGEST_FILE = 50_000_000  # bytes; a list of a million words is far smaller
_LARGEST_CELL = 4_000


@dataclass(frozen=True, slots=True)
class LoadedLexicon:
    """What could be read of a lexicon, and what could not.

    Attributes:
        folder: Where it lies.
        lexicon: The usable part, or None when nothing is.
        problems: Finished sentences naming file and line.
    """

    folder: Path
    lexicon: Lexicon | None
    problems: tuple[LexiconError, ...]


@dataclass(slots=True)
class _Reading:
    """The mistakes met while one folder is read."""

    folder: Path
    problems: list[LexiconError] = field(default_factory=list)

    def complain(self, file: str, line: int, what: str, hint: str = "") -> None:
        place = f", line {line}" if line else ""
        self.problems.append(LexiconError(f"{self.folder.name}/{file}{place}: {what}", hint))


def load_lexicons(
    folders: Sequence[Path],
) -> tuple[tuple[Lexicon, ...], tuple[LexiconError, ...]]:
    """Return all lexicons that lie in `folders`, and all that is wrong with them.

    Each of `folders` is a lexicon itself or holds lexicons, one a folder. Missing folders are
    passed over. Later ones lie on top of earlier ones.
    """
    lexicons: list[Lexicon] = []
    problems: list[LexiconError] = []
    for folder in folders:
        for place in lexicon_folders(folder):
            loaded = load_lexicon(place)
            problems.extend(loaded.problems)
            if loaded.lexicon is not None:
                lexicons.append(loaded.lexicon)
    return tuple(lexicons), tuple(problems)


def lexicon_folders(folder: Path) -> tuple[Path, ...]:
    """Return the lexicon folders at or below `folder`, sorted by name."""
    if (folder / "lexicon.toml").is_file():
        return (folder,)
    if not folder.is_dir():
        return ()
    return tuple(sorted(path.parent for path in folder.glob("*/lexicon.toml")))


def load_lexicon(folder: Path) -> LoadedLexicon:
    """Read one lexicon; what is good is used, what is not is told."""
    reading = _Reading(folder)
    plain = _read_toml(reading)
    if plain is None:
        return LoadedLexicon(folder, None, tuple(reading.problems))
    categories = tuple(_categories(plain, reading))
    panel = plain.get("panel", "wording")
    if panel not in get_args(Panel):
        reading.complain("lexicon.toml", 0, f"“{panel}” is not a panel; wording is used.")
        panel = "wording"
    entries = tuple(_entries(reading, {category.id for category in categories}))
    authors = plain.get("authors", ())
    lexicon = Lexicon(
        id=folder.name,
        title=str(plain.get("title", folder.name)),
        language=str(plain.get("language", "en")),
        version=str(plain.get("version", "1")),
        panel=cast("Panel", panel),
        licence=str(plain.get("licence", "")),
        authors=tuple(map(str, authors)) if isinstance(authors, list) else (str(authors),),
        purpose=str(plain.get("purpose", "")),
        limits=str(plain.get("limits", "")),
        categories=categories,
        entries=entries,
        muted=_texts(plain.get("muted")),
    )
    return LoadedLexicon(folder, lexicon, tuple(reading.problems))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _read_text(reading: _Reading, name: str) -> str | None:
    path = reading.folder / name
    try:
        if path.stat().st_size > _LARGEST_FILE:
            reading.complain(name, 0, "the file is larger than 50 MB and was not read.")
            return None
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        reading.complain(name, 0, f"the file cannot be read: {reason}.")
        return None
    try:
        return data.decode("utf-8-sig").replace("\x00", "")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reading.complain(name, line, "the file is not in UTF-8.", "Save it as UTF-8 again.")
        return data.decode("cp1252", errors="replace").replace("\x00", "")


def _read_toml(reading: _Reading) -> Mapping[str, object] | None:
    text = _read_text(reading, "lexicon.toml")
    if text is None:
        return None
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        reading.complain("lexicon.toml", 0, f"it is not written as TOML asks: {error}.")
        return None


def _categories(plain: Mapping[str, object], reading: _Reading) -> Iterator[Category]:
    tables = plain.get("categories", [])
    seen: set[str] = set()
    for number, table in enumerate(tables if isinstance(tables, list) else [], start=1):
        if not isinstance(table, dict) or not table.get("id"):
            reading.complain("lexicon.toml", 0, f"category {number} has no id.")
            continue
        name = str(table["id"])
        if name in seen:
            reading.complain("lexicon.toml", 0, f"the category “{name}” stands there twice.")
            continue
        seen.add(name)
        slot = table.get("slot", 1)
        wording = table.get("wording")
        yield Category(
            id=name,
            name=str(table.get("name", name)),
            explanation=str(table.get("explanation", "")),
            question=str(table.get("question", "")),
            letter=str(table.get("letter", name[:1].upper()))[:1],
            slot=slot if isinstance(slot, int) and 1 <= slot <= 8 else 1,
            line=str(table.get("line", "thin")),
            wording=str(wording) if wording else None,
        )
    if not seen:
        reading.complain("lexicon.toml", 0, "it names no category.", "Add a [[categories]] part.")


def _entries(reading: _Reading, categories: set[str]) -> Iterator[Entry]:
    text = _read_text(reading, "entries.csv")
    if text is None:
        return
    seen: dict[tuple[str, str, str], int] = {}
    for line, row in _rows(text, reading):
        entry = _entry(row, line, categories, reading)
        if entry is None:
            continue
        key = (entry.phrase.lower(), entry.part or "", format_guards(entry.guards))
        if key in seen:
            reading.complain(
                "entries.csv", line, f"“{entry.phrase}” stands in line {seen[key]} already."
            )
            continue
        seen[key] = line
        yield entry


def read_entries(
    folder: Path, name: str
) -> tuple[tuple[tuple[Entry, Mapping[str, str]], ...], tuple[LexiconError, ...]]:
    """Return the entries of another table of a lexicon, each with its cells, and what is wrong.

    Any category is taken: the table may speak of an older version.
    """
    reading = _Reading(folder)
    text = _read_text(reading, name)
    found = []
    for line, row in _rows(text or "", reading):
        entry = _entry(row, line, {row.get("category", "")}, reading)
        if entry is not None:
            found.append((entry, row))
    return tuple(found), tuple(reading.problems)


def _rows(text: str, reading: _Reading) -> Iterator[tuple[int, dict[str, str]]]:
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    csv.field_size_limit(_LARGEST_FILE)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = [name.strip().lower() for name in next(rows, [])]
        if "phrase" not in names:
            reading.complain(
                "entries.csv", 1, "no column is called “phrase”.", "The first line names them."
            )
            return
        before = rows.line_num
        for cells in rows:
            line, before = before + 1, rows.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if any(len(cell) > _LARGEST_CELL for cell in cells):
                reading.complain("entries.csv", line, "a cell is longer than 4,000 characters.")
                continue
            yield line, dict(zip(names, (cell.strip() for cell in cells), strict=False))
    except csv.Error as error:
        reading.complain("entries.csv", rows.line_num, f"the table breaks off here: {error}.")


def _entry(
    row: Mapping[str, str], line: int, categories: set[str], reading: _Reading
) -> Entry | None:
    def complain(what: str, hint: str = "") -> None:
        reading.complain("entries.csv", line, what, hint)

    phrase = " ".join(row.get("phrase", "").replace("...", "…").split())
    problem = phrase_problem(phrase)
    category = row.get("category", "")
    if problem is None and not category:
        problem = "the entry has no category."
    elif problem is None and category not in categories:
        problem = f"“{category}” is not one of this lexicon's categories."
    if problem is not None:
        complain(problem, "Mend the line, or remove it.")
        return None
    guards, wrong = parse_guards(row.get("unless", ""))
    for what in wrong:
        complain(f"{what} The entry works without it.")
    return Entry(
        phrase=phrase,
        match=cast("Match", _choice(row, "match", get_args(Match), "forms", complain)),
        part=cast("Part | None", _choice(row, "part", get_args(Part), "", complain) or None),
        category=category,
        confidence=cast(
            "Confidence", _choice(row, "confidence", get_args(Confidence), "confident", complain)
        ),
        alternatives=tuple(filter(None, map(str.strip, row.get("alternatives", "").split("|")))),
        guards=guards,
        counterpart=row.get("counterpart", ""),
        note=row.get("note", ""),
        source=row.get("source", ""),
        example=row.get("example", ""),
        counterexample=row.get("counterexample", ""),
        line=line,
    )


def _choice(
    row: Mapping[str, str], column: str, allowed: Sequence[str], default: str, complain: object
) -> str:
    value = row.get(column, "").lower() or default
    if value == default or value in allowed:
        return value
    if callable(complain):
        complain(f"“{value}” is not a value of {column}; it is one of {', '.join(allowed)}.")
    return default


def save_lexicon(folder: Path, lexicon: Lexicon) -> None:
    """Write a lexicon to its folder; each file is there whole or as it was before.

    Raises:
        ReaderError: The folder cannot be written.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(entry_cells(entry) for entry in lexicon.entries)
    write_atomically(folder / "entries.csv", out.getvalue().encode())
    write_atomically(folder / "lexicon.toml", _toml(lexicon).encode())


def entry_cells(entry: Entry) -> tuple[str, ...]:
    """Return an entry as the cells of its row, in the order of COLUMNS."""
    return (
        entry.phrase,
        entry.match,
        entry.part or "",
        entry.category,
        entry.confidence,
        "|".join(entry.alternatives),
        format_guards(entry.guards),
        entry.counterpart,
        entry.note,
        entry.source,
        entry.example,
        entry.counterexample,
    )


def _toml(lexicon: Lexicon) -> str:
    lines = [
        f"{key} = {_quoted(value)}"
        for key, value in (
            ("id", lexicon.id),
            ("title", lexicon.title),
            ("language", lexicon.language),
            ("version", lexicon.version),
            ("panel", lexicon.panel),
            ("licence", lexicon.licence),
            ("purpose", lexicon.purpose),
            ("limits", lexicon.limits),
        )
    ]
    lines.append(f"authors = [{', '.join(map(_quoted, lexicon.authors))}]")
    if lexicon.muted:
        lines.append(f"muted = [{', '.join(map(_quoted, lexicon.muted))}]")
    for category in lexicon.categories:
        lines += ["", "[[categories]]"]
        for name in ("id", "name", "explanation", "question", "letter", "line", "wording"):
            value = getattr(category, name)
            if value is not None:
                lines.append(f"{name} = {_quoted(value)}")
        lines.append(f"slot = {category.slot}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'

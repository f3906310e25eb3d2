"""Lexicons as folders: `lexicon.toml` and `entries.csv`. All mistakes are reported together."""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast, get_args

from reader.core.languages.language import Language, Languages
from reader.core.lexicon.lexicon import Category, Entry, Guard, Lexicon, Panel
from reader.errors import LexiconError
from reader.storage.atomic_files import write_together
from reader.storage.languages import SHIPPED
from reader.storage.lexicons.compiled_lists import ReadTable, keep_table, kept_table, source_key
from reader.storage.lexicons.tables import RowRules, entry_table, read_row, table_rows
from reader.storage.text_files import read_text_file


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
    folders: Sequence[Path], languages: Languages, compiled: Path | None = None
) -> tuple[tuple[Lexicon, ...], tuple[LexiconError, ...]]:
    """Return all lexicons that lie in `folders`, and all that is wrong with them.

    Each of `folders` is a lexicon itself or holds lexicons, one a folder. Missing folders are
    passed over. Later ones lie on top of earlier ones.

    Args:
        folders: Where to look.
        languages: What is known of the languages that they are in.
        compiled: Where long lists are kept as they were read, so that an unchanged one is quick
            to read again; None for nowhere.
    """
    lexicons: list[Lexicon] = []
    problems: list[LexiconError] = []
    for folder in folders:
        for place in lexicon_folders(folder):
            loaded = load_lexicon(place, languages, compiled)
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


def load_lexicon(
    folder: Path, languages: Languages, compiled: Path | None = None
) -> LoadedLexicon:
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
    code = str(plain.get("language", SHIPPED))
    language = languages.of(code)
    rules = RowRules(frozenset(category.id for category in categories), language)
    entries = _kept_or_read(reading, rules, compiled)
    authors = plain.get("authors", [])
    lexicon = Lexicon(
        id=folder.name,
        title=str(plain.get("title", folder.name)),
        language=code,
        version=str(plain.get("version", "1")),
        panel=cast("Panel", panel),
        licence=str(plain.get("licence", "")),
        authors=tuple(map(str, authors)) if isinstance(authors, list) else (str(authors),),
        purpose=str(plain.get("purpose", "")),
        limits=str(plain.get("limits", "")),
        categories=categories,
        entries=entries,
        muted=_texts(plain.get("muted")),
        use=str(plain.get("use", "")),
        language_data=language,
    )
    return LoadedLexicon(folder, lexicon, tuple(reading.problems))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _read_text(reading: _Reading, name: str) -> str | None:
    try:
        read = read_text_file(reading.folder / name)
    except LexiconError as error:
        reading.problems.append(LexiconError(f"{reading.folder.name}/{error.message}", error.hint))
        return None
    if read.note:
        reading.complain(name, read.line, read.note, "Save it as UTF-8 again.")
    return read.text


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


def _kept_or_read(reading: _Reading, rules: RowRules, compiled: Path | None) -> tuple[Entry, ...]:
    text = _read_text(reading, "entries.csv")
    if text is None:
        return ()
    if compiled is None:
        return tuple(_entries(text, reading, rules))
    place = compiled / f"{reading.folder.name}.json"
    key = source_key(text, rules.language.code, *sorted(rules.categories or ()))
    kept = kept_table(place, key)
    if kept is None:
        told = len(reading.problems)
        entries = tuple(_entries(text, reading, rules))
        keep_table(place, key, ReadTable(entries, tuple(reading.problems[told:])))
        return entries
    reading.problems.extend(kept.problems)
    return kept.entries


def _entries(text: str, reading: _Reading, rules: RowRules) -> Iterator[Entry]:
    def complain(line: int, what: str, hint: str) -> None:
        reading.complain("entries.csv", line, what, hint)

    seen: dict[tuple[str, str | None, tuple[Guard, ...]], int] = {}
    for line, row in table_rows(text, complain):
        entry = read_row(row, line, rules, complain)
        if entry is None:
            continue
        key = (entry.phrase.lower(), entry.part, entry.guards)
        if key in seen:
            complain(line, f"“{entry.phrase}” stands in line {seen[key]} already.", "")
            continue
        seen[key] = line
        yield entry


def read_entries(
    folder: Path, name: str, language: Language
) -> tuple[tuple[tuple[Entry, Mapping[str, str]], ...], tuple[LexiconError, ...]]:
    """Return the entries of another table of a lexicon, each with its cells, and what is wrong.

    Any category is taken: the table may speak of an older version.
    """
    reading = _Reading(folder)

    def complain(line: int, what: str, hint: str) -> None:
        reading.complain(name, line, what, hint)

    found = []
    for line, row in table_rows(_read_text(reading, name) or "", complain):
        entry = read_row(row, line, RowRules(None, language), complain)
        if entry is not None:
            found.append((entry, row))
    return tuple(found), tuple(reading.problems)


def save_lexicon(folder: Path, lexicon: Lexicon) -> None:
    """Write a lexicon to its folder: afterwards both files are the new ones, or both the old.

    Raises:
        ReaderError: The folder cannot be written.
    """
    write_together(
        {
            folder / "entries.csv": entry_table(lexicon.entries).encode(),
            folder / "lexicon.toml": lexicon_toml(lexicon).encode(),
        }
    )


def lexicon_toml(lexicon: Lexicon) -> str:
    """Return the text of `lexicon.toml`."""
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
    if lexicon.use:
        lines.append(f"use = {_quoted(lexicon.use)}")
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
    """Return a TOML string; JSON writes it as TOML reads it, but for the delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

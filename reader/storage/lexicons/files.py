"""Lexicons as folders: `lexicon.toml` and `entries.csv`. All mistakes are reported together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from reader.core.languages.language import Language, Languages
from reader.core.lexicon.lexicon import Entry, Guard, Lexicon
from reader.errors import LexiconError
from reader.storage.lexicons.compiled_lists import (
    ReadTable,
    Table,
    keep_table,
    kept_table,
    read_whole,
)
from reader.storage.lexicons.heads import HEAD, read_head
from reader.storage.lexicons.limits import MOST_ENTRIES
from reader.storage.lexicons.reading import Reading
from reader.storage.lexicons.tables import RowRules, read_row, table_rows
from reader.values import frozen

_ENTRIES = "entries.csv"
Later = list[Callable[[], object]]  # what is to be done when there is time


@frozen
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


def load_lexicons(
    folders: Sequence[Path],
    languages: Languages,
    compiled: Path | None = None,
    later: Later | None = None,
) -> tuple[tuple[Lexicon, ...], tuple[LexiconError, ...]]:
    """Return all lexicons that lie in `folders`, and all that is wrong with them.

    Each of `folders` is a lexicon itself or holds lexicons, one a folder. Missing folders are
    passed over. Later ones lie on top of earlier ones.

    Args:
        folders: Where to look.
        languages: What is known of the languages that they are in.
        compiled: Where long lists are kept as they were read, so that an unchanged one is quick
            to read again; None for nowhere.
        later: Takes what keeps those that were read anew, to be called when there is time; None
            to keep them at once.
    """
    lexicons: list[Lexicon] = []
    problems: list[LexiconError] = []
    for folder in folders:
        for place in lexicon_folders(folder):
            loaded = load_lexicon(place, languages, compiled, later)
            problems.extend(loaded.problems)
            if loaded.lexicon is not None:
                lexicons.append(loaded.lexicon)
    return tuple(lexicons), tuple(problems)


def lexicon_folders(folder: Path) -> tuple[Path, ...]:
    """Return the lexicon folders at or below `folder`, sorted by name."""
    if (folder / HEAD).is_file():
        return (folder,)
    if not folder.is_dir():
        return ()
    return tuple(sorted(path.parent for path in folder.glob(f"*/{HEAD}")))


def load_lexicon(
    folder: Path,
    languages: Languages,
    compiled: Path | None = None,
    later: Later | None = None,
) -> LoadedLexicon:
    """Return one lexicon with all that is usable, and the problems of the rest."""
    reading = Reading(folder)
    lexicon = read_head(reading, languages)
    if lexicon is not None:
        names = frozenset(category.id for category in lexicon.categories)
        rules = RowRules(names, lexicon.language_data)
        lexicon = replace(lexicon, entries=_kept_or_read(reading, rules, compiled, later))
    return LoadedLexicon(folder, lexicon, reading.problems())


def _kept_or_read(
    reading: Reading, rules: RowRules, compiled: Path | None, later: Later | None
) -> Sequence[Entry]:
    data = reading.data(_ENTRIES)
    if data is None:
        return ()
    if compiled is None:
        return tuple(_entries(reading.decoded(_ENTRIES, data), reading, rules))
    place, table = compiled / f"{reading.folder.name}.list", Table(data, rules)
    kept = kept_table(place, table)
    if kept is None:
        kept, keep = _read_anew(reading, table, data)
        if later is None:
            keep(place)
        else:
            later.append(partial(keep, place))
    reading.take(kept.problems)
    return kept.entries


def _read_anew(
    reading: Reading, table: Table, data: bytes
) -> tuple[ReadTable, Callable[[Path], None]]:
    """Return what a table holds, and what keeps it at a place."""
    whole = read_whole(table)
    if whole is not None:
        return whole
    alone = Reading(reading.folder)
    entries = tuple(_entries(reading.decoded(_ENTRIES, data), alone, table.rules))
    read = ReadTable(entries, alone.problems())
    return read, lambda place: keep_table(place, table, read)


def _entries(text: str, reading: Reading, rules: RowRules) -> Iterator[Entry]:
    def complain(line: int, what: str, hint: str) -> None:
        reading.complain(_ENTRIES, line, what, hint)

    seen: dict[tuple[str, str | None, tuple[Guard, ...]], int] = {}
    for line, row in table_rows(text, complain):
        entry = read_row(row, line, rules, complain)
        if entry is None:
            continue
        key = (entry.phrase.lower(), entry.part, entry.guards)
        if key in seen:
            complain(line, f"“{entry.phrase}” stands in line {seen[key]} already.", "")
            continue
        if len(seen) == MOST_ENTRIES:
            complain(line, f"only {MOST_ENTRIES:,} entries are used.", "Make two lists of it.")
            return
        seen[key] = line
        yield entry


def read_entries(
    folder: Path, name: str, language: Language
) -> tuple[tuple[tuple[Entry, Mapping[str, str]], ...], tuple[LexiconError, ...]]:
    """Return the entries of another table of a lexicon, each with its cells, and what is wrong.

    Any category is taken: the table may speak of an older version.
    """
    reading = Reading(folder)

    def complain(line: int, what: str, hint: str) -> None:
        reading.complain(name, line, what, hint)

    found = []
    for line, row in table_rows(reading.text(name) or "", complain):
        entry = read_row(row, line, RowRules(None, language), complain)
        if entry is not None:
            found.append((entry, row))
    return tuple(found), reading.problems()

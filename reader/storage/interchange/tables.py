"""Tables: CSV and TSV of our columns or of phrase and category only, and LIWC-22 `.dicx`."""

import csv
import io

from reader.core.languages.language import Language
from reader.core.lexicon.lexicon import Lexicon
from reader.storage.files.csv_tables import CsvWriter
from reader.storage.files.formulas import as_meant, defused_for_return
from reader.storage.interchange.drafts import Exported, Imported, ListDraft, visible
from reader.storage.interchange.list_format import ListFormat, from_text, without_papers
from reader.storage.interchange.spellings import by_category, losses, losses_of_the_list
from reader.storage.lexicons.limits import MOST_CATEGORIES
from reader.storage.lexicons.tables import (
    COLUMNS,
    RowRules,
    TableForm,
    entry_row,
    plain_text,
    read_row,
    table_form,
    table_records,
    table_rows,
)

_LONGEST = 100_000  # characters of the line that names the columns
_MOST_NAMED = 5  # columns that are left out
_YES = frozenset("x X 1 1.0 yes true".split())
_NO = frozenset(["", "0", "0.0", "no", "false"])


def read_table(text: str, name: str, language: Language) -> Imported:
    """Read a table with a column of phrases; all our other columns may be missing."""
    draft = ListDraft(name, language)
    text = draft.without_head(plain_text(text))
    _tell_columns(text, draft)
    for line, cells in table_rows(text, draft.complain):
        row = dict(cells)
        row["phrase"] = visible(row.get("phrase", ""))
        row["category"] = draft.categories(row.get("category", ""))
        if "match" not in row:
            row["match"] = "exact"
        entry = read_row(row, line, RowRules(None, language), draft.complain)
        if entry is not None:
            draft.add_entry(entry)
    return draft.finished()


def _tell_columns(text: str, draft: ListDraft) -> None:
    """Tell which columns are left out: those that are not known here, and those named twice."""
    form = table_form(text[:_LONGEST])
    names = form.names
    if "phrase" not in names:
        return  # which is told with its rows
    unknown = [f"“{name[:40]}”" for name in names if name and name not in COLUMNS]
    if unknown:
        told = ", ".join(unknown[:_MOST_NAMED]) + (" …" if len(unknown) > _MOST_NAMED else "")
        draft.complain(1, f"what stands under {told} is left out; no such column is known.")
    if not all(names) and _has_nameless_cells(text, form):
        draft.complain(1, "what stands under columns without a name is left out.")
    for name in (one for one in COLUMNS if names.count(one) > 1):
        draft.complain(1, f"there are several columns “{name}”; the last one counts.")


def _has_nameless_cells(text: str, form: TableForm) -> bool:
    places = [place for place, name in enumerate(form.names) if not name]
    records = table_records(text, form.delimiter, len(form.names), lambda *_told: None)
    return any(row[place].strip() for _, row in records for place in places if place < len(row))


def write_csv(lexicon: Lexicon) -> Exported:
    """Write all entries as a table with commas, formulas defused."""
    return _table(lexicon, ",", ".csv")


def write_tsv(lexicon: Lexicon) -> Exported:
    """Write all entries as a table with tabs, formulas defused."""
    return _table(lexicon, "\t", ".tsv")


def _table(lexicon: Lexicon, delimiter: str, suffix: str) -> Exported:
    out = io.StringIO()
    writer = CsvWriter(out, delimiter)
    writer.writerow(COLUMNS)
    for entry in lexicon.entries:
        writer.writerow(entry_row(entry))
    told = [*losses_of_the_list(lexicon, "A table")]
    if lexicon.muted:
        told.append(f"A table has no place for the {len(lexicon.muted)} muted phrases.")
    return Exported(out.getvalue().encode(), suffix, tuple(told))


def read_dicx(text: str, name: str, language: Language) -> Imported:
    """Read a LIWC-22 dictionary: a column of words, then one column a category."""
    draft = ListDraft(name, language)
    text = draft.without_head(draft.first_lines(text))
    first = text.split("\n", 1)[0][:_LONGEST]
    delimiter = max(",;\t", key=first.count)
    header = [cell.strip() for cell in next(csv.reader([first], delimiter=delimiter), [])]
    while header and not header[-1]:
        header.pop()
    if len(header) > MOST_CATEGORIES + 1:
        draft.complain(1, f"it names more than {MOST_CATEGORIES:,} categories.")
        return draft.finished()
    if len(header) < 2:
        draft.complain(1, "the first line must name the words and at least one category.")
        return draft.finished()
    for category in header[1:]:
        draft.category(category)
    _tell_twice(header[1:], draft)
    for line, cells in table_records(text, delimiter, len(header), draft.complain):
        if line > 1:
            _read_dicx_row(cells, header, line, draft)
    return draft.finished()


def _tell_twice(header: list[str], draft: ListDraft) -> None:
    if "" in header:
        draft.complain(1, "a column has no name; its words come under “words”.")
    for name in (one for one in dict.fromkeys(header) if one and header.count(one) > 1):
        draft.complain(1, f"there are several columns “{name[:40]}”; they are taken as one.")


def _read_dicx_row(cells: list[str], header: list[str], line: int, draft: ListDraft) -> None:
    if not any(map(str.strip, cells)):
        return
    word = as_meant(cells[0])
    if any(map(str.strip, cells[len(header) :])):
        draft.complain(line, f"the row has {len(cells)} cells for {len(header)} columns.")
    pairs = zip(header[1:], cells[1:], strict=False)
    marked = [(category, cell) for category, cell in pairs if cell.strip().lower() not in _NO]
    if not marked:
        draft.complain(line, f"“{word[:40]}” is in no category.")
    for _, cell in marked:
        if cell.strip() not in _YES:
            draft.complain(line, f"the weight {cell[:20]} of “{word[:40]}” is not kept.")
    draft.add_to_all(word, (category for category, _ in marked), line)


def write_dicx(lexicon: Lexicon) -> Exported:
    """Write a LIWC-22 dictionary; inflections are written out."""
    places: dict[str, set[int]] = {}
    for number, (_, spelt) in enumerate(by_category(lexicon)):
        for text in spelt:
            places.setdefault(text.lower(), set()).add(number)
    out = io.StringIO()
    writer = CsvWriter(out)
    writer.writerow(["DicTerm", *(category.name for category in lexicon.categories)])
    width = range(len(lexicon.categories))
    for text, found in sorted(places.items()):
        writer.writerow(
            [defused_for_return(text), *("X" if number in found else "" for number in width)]
        )
    return Exported(out.getvalue().encode(), ".dicx", losses(lexicon, "LIWC-22"))


CSV = ListFormat(
    "csv", "Table with commas", (".csv",), without_papers(write_csv), from_text(read_table)
)
TSV = ListFormat(
    "tsv", "Table with tabs", (".tsv",), without_papers(write_tsv), from_text(read_table)
)
DICX = ListFormat("dicx", "LIWC-22", (".dicx",), without_papers(write_dicx), from_text(read_dicx))

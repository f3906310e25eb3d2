"""What `lexicon.toml` says of a lexicon: read with all its mistakes, and written."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import cast, get_args

import tomli_w

from reader.core.languages.language import Languages
from reader.core.lexicon.lexicon import USES, Category, Lexicon, Panel
from reader.storage.languages import SHIPPED
from reader.storage.lexicons.limits import MOST_CATEGORIES
from reader.storage.lexicons.reading import Reading
from reader.tables.toml import parsed_toml

HEAD = "lexicon.toml"
_LARGEST = 1_000_000  # bytes
_MOST_TEXTS = 1_000_000_000


def read_head(reading: Reading, languages: Languages) -> Lexicon | None:
    """Return a lexicon without its entries, None where nothing of it can be used."""
    plain = _read_toml(reading)
    if plain is None:
        return None
    panel = plain.get("panel", "wording")
    if panel not in get_args(Panel):
        reading.complain(HEAD, 0, f"“{str(panel)[:40]}” is not a panel; wording is used.")
        panel = "wording"
    authors = plain.get("authors", [])
    code = str(plain.get("language", SHIPPED))
    name = reading.folder.name
    return Lexicon(
        id=name,
        title=str(plain.get("title", name)),
        language=code,
        version=str(plain.get("version", "1")),
        panel=cast("Panel", panel),
        licence=str(plain.get("licence", "")),
        authors=tuple(map(str, authors)) if isinstance(authors, list) else (str(authors),),
        purpose=str(plain.get("purpose", "")),
        limits=str(plain.get("limits", "")),
        categories=tuple(_categories(plain, reading)),
        entries=(),
        muted=_texts(plain.get("muted")),
        use=_use(plain, reading),
        precision=_precision(plain, reading),
        measured_on=_measured_on(plain, reading),
        measured_how=str(plain.get("measured_how", "")),
        language_data=languages.of(code),
    )


def _use(plain: Mapping[str, object], reading: Reading) -> str:
    use = str(plain.get("use", ""))
    if use in USES:
        return use
    known = ", ".join(filter(None, USES))
    reading.complain("lexicon.toml", 0, f"“{use}” is no use of a list; it is one of {known}.")
    return ""


def _precision(plain: Mapping[str, object], reading: Reading) -> float | None:
    value = plain.get("precision")
    if value is None:
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    reading.complain(HEAD, 0, "its precision must be a number from 0 to 1.")
    return None


def _measured_on(plain: Mapping[str, object], reading: Reading) -> int | None:
    value = plain.get("measured_on")
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _MOST_TEXTS:
        return value
    reading.complain(HEAD, 0, "its measured_on must be a number of texts, such as 250.")
    return None


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _read_toml(reading: Reading) -> Mapping[str, object] | None:
    text = reading.text(HEAD, _LARGEST)
    if text is None:
        return None
    try:
        return parsed_toml(text)
    except ValueError as error:
        reason = f"{error}".removesuffix(".")
        reading.complain(HEAD, 0, f"it is not written as TOML asks: {reason}.")
        return None


def _categories(plain: Mapping[str, object], reading: Reading) -> Iterator[Category]:
    found = plain.get("categories", [])
    tables = found if isinstance(found, list) else []
    seen: set[str] = set()
    twice: set[str] = set()
    for number, table in enumerate(tables[:MOST_CATEGORIES], start=1):
        if not isinstance(table, dict) or not table.get("id"):
            reading.complain(HEAD, 0, f"category {number} has no id.")
            continue
        name = str(table["id"])
        if name in seen:
            twice.add(name)
            continue
        seen.add(name)
        yield _category(name, table)
    for name in sorted(twice):  # each is told once, however often it stands there
        reading.complain(HEAD, 0, f"the category “{name}” stands there more than once.")
    if len(tables) > MOST_CATEGORIES:
        what = f"it names {len(tables):,} categories; the first {MOST_CATEGORIES:,} are used."
        reading.complain(HEAD, 0, what)
    if not seen:
        reading.complain(HEAD, 0, "it names no category.", "Add a [[categories]] part.")


def _category(name: str, table: Mapping[str, object]) -> Category:
    slot = table.get("slot", 1)
    wording = table.get("wording")
    return Category(
        id=name,
        name=str(table.get("name", name)),
        explanation=str(table.get("explanation", "")),
        question=str(table.get("question", "")),
        letter=str(table.get("letter", name[:1].upper()))[:1],
        slot=slot if isinstance(slot, int) and 1 <= slot <= 8 else 1,
        line=str(table.get("line", "thin")),
        wording=str(wording) if wording else None,
    )


def lexicon_toml(lexicon: Lexicon) -> str:
    """Return the text of `lexicon.toml`."""
    plain: dict[str, object] = {
        "id": lexicon.id,
        "title": lexicon.title,
        "language": lexicon.language,
        "version": lexicon.version,
        "panel": lexicon.panel,
        "licence": lexicon.licence,
        "purpose": lexicon.purpose,
        "limits": lexicon.limits,
        "authors": list(lexicon.authors),
    }
    if lexicon.use:
        plain["use"] = lexicon.use
    if lexicon.precision is not None:
        plain["precision"] = lexicon.precision
    if lexicon.measured_on is not None:
        plain["measured_on"] = lexicon.measured_on
    if lexicon.measured_how:
        plain["measured_how"] = lexicon.measured_how
    if lexicon.muted:
        plain["muted"] = list(lexicon.muted)
    plain["categories"] = [
        {name: value for name, value in asdict(category).items() if value is not None}
        for category in lexicon.categories
    ]
    return tomli_w.dumps(plain)

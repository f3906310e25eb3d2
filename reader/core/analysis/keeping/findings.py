"""Findings as plain data: an entry of a lexicon is kept by its name.

So its note reads as it reads today; where the lexicon has lost the entry, its phrase remains.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from reader.core.analysis.keeping.spans import Plain, columns, flat, rows_of, spans_of
from reader.core.analysis.known_lexicons import KnownLexicons
from reader.core.lexicon.filed.late_entries import key_of
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Entry, Guard


def plain_findings(findings: Sequence[Finding], text: str, known: KnownLexicons) -> Plain:
    """Return findings as places and columns."""
    rows = [_row(finding, text, known) for finding in findings]
    return [flat(finding.span for finding in findings), columns(rows)]


def findings_of(plain: Plain, text: str, known: KnownLexicons) -> tuple[Finding, ...]:
    """Return the findings that were kept.

    Raises:
        ValueError: They are damaged; so do TypeError, KeyError and IndexError tell.
    """
    places, rows = plain
    made = []
    for span, row in zip(spans_of(places), rows_of(rows), strict=bool(rows)):
        lexicon, panel, category, *entry, confidence, voice, one, zone, negated, question = row
        made.append(
            Finding(
                span=span,
                lexicon=lexicon,
                panel=panel,
                category=category,
                entry=_entry(entry, span.of(text), row, known),
                confidence=confidence,
                voice=voice,
                attribution=one,
                zone=zone,
                is_negated=bool(negated),
                is_question=bool(question),
            )
        )
    return tuple(made)


def found_in(plain: Plain, text: str) -> tuple[tuple[int, int, str, str], ...]:
    """Return start, end, phrase of the entry and category of the findings of a kept analysis.

    It reads only that part, for searches through many.
    """
    places, rows = plain[3]
    found = []
    for span, row in zip(spans_of(places), rows_of(rows), strict=bool(rows)):
        found.append((span.start, span.end, _phrase(row[3], span.of(text)), row[2]))
    return tuple(found)


def _row(finding: Finding, text: str, known: KnownLexicons) -> Plain:
    entry, words = finding.entry, finding.span.of(text)
    is_listed = known.find(finding.lexicon, key_of(entry)) == entry
    phrase = None if entry.phrase == words.lower() else entry.phrase
    return [
        finding.lexicon,
        finding.panel,
        finding.category,
        phrase if is_listed else _whole(entry),
        entry.match,
        entry.part,
        None if entry.category == finding.category else entry.category,
        entry.line,
        finding.confidence,
        finding.voice,
        finding.attribution,
        finding.zone,
        int(finding.is_negated),
        int(finding.is_question),
    ]


def _whole(entry: Entry) -> dict[str, Any]:
    """Return an entry that no list has: a detector made it."""
    plain = {one.name: getattr(entry, one.name) for one in fields(entry)}
    plain["guards"] = [[guard.kind, guard.words, guard.only] for guard in entry.guards]
    return {name: value for name, value in plain.items() if value not in ("", (), [], 0, None)}


def _phrase(plain: str | Mapping[str, Any] | None, words: str) -> str:
    if plain is None:
        return words.lower()
    return plain if isinstance(plain, str) else str(plain["phrase"])


def _entry(plain: Plain, words: str, row: Sequence[Any], known: KnownLexicons) -> Entry:
    phrase, match, part, category, line = plain
    if isinstance(phrase, dict):
        return _made(phrase)
    lexicon, _, shown, *_ = row
    key = (_phrase(phrase, words), match, part, category or shown, line)
    return known.find(lexicon, key) or Entry(*key[:4], confidence=row[8])


def _made(plain: Mapping[str, Any]) -> Entry:
    made: dict[str, Any] = {"phrase": "", "match": "forms", "part": None, "category": ""}
    made |= {"confidence": "possible", **plain}
    made["alternatives"] = tuple(made.get("alternatives", ()))
    made["guards"] = tuple(Guard(a, tuple(b), c) for a, b, c in made.get("guards", ()))
    return Entry(**made)

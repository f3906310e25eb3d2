"""What lines of a text say: when it was changed, where it was written, whose text it is."""

import pytest

from reader.intake.read import read_text

BODY = "The ferry stops at night in {town}. People of {town} asked why, and nobody said a word."


def told(text):
    facts = read_text(text, "x.txt").facts
    return {(one.name, one.value) for one in facts if one.name in {"changed", "place", "agency"}}


def article(*, line="", start="", end="", town="Harwick"):
    parts = ("Ferry to stop", line, f"{start}{BODY.format(town=town)}", "Nobody knows.", end)
    return "\n\n".join(filter(None, parts))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"start": "HARWICK (Reuters) – "}, {("place", "Harwick"), ("agency", "Reuters")}),
        ({"start": "HARWICK, May 9 (AP) — "}, {("place", "Harwick"), ("agency", "AP")}),
        ({"start": "PORT ELLS, N.Y. -- ", "town": "Port Ells"}, {("place", "Port Ells, N.Y.")}),
        ({"start": "LOWER-HARWICK — ", "town": "Lower-Harwick"}, {("place", "Lower-Harwick")}),
        ({"start": "Harwick (dpa) – "}, {("place", "Harwick"), ("agency", "dpa")}),
        ({"line": "HARWICK, 9 May 2025"}, {("place", "Harwick")}),
        ({"line": "Harwick, 9 May 2025 | AFP"}, {("place", "Harwick"), ("agency", "AFP")}),
        ({"line": "Published 9 May 2025 | Updated 10 May 2025"}, {("changed", "2025-05-10")}),
        ({"line": "By Ann Lee, Associated Press"}, {("agency", "Associated Press")}),
        ({"end": "© AFP"}, {("agency", "AFP")}),
    ],
)
def test_what_stands_as_such_lines_do_is_taken(parts, expected):
    assert told(article(**parts)) == expected


@pytest.mark.parametrize(
    "parts",
    [
        {"start": "NASA – the agency – said so. "},
        {"start": "The ferry - a slow one - is late. "},
        {"start": "EXCLUSIVE – "},
        {"start": "TOLLBY — "},  # nobody names it again
        {"start": "Reuters said it first. "},
        {"start": "HARWICK (an old town – and small) "},
        {"line": "Sport, 9 May 2025"},
        {"line": "The Harwick, 9 May 2025", "town": "The Harwick"},
        {"line": "NEWS | 9 MAY 2025"},
        {"line": "By Ann Lee, harbour reporter"},
        {"end": "A man of AFP was there, too."},
    ],
)
def test_what_only_looks_so_is_left(parts):
    assert told(article(**parts)) == set()

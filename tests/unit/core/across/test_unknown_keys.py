"""Keys of a search that mean nothing are seen, and what may have been meant."""

import pytest

from reader.core.across.unknown_keys import UnknownKey, unknown_keys

CASES = [
    ("market", []),
    ('title:axes source:"Ada Renfrew" voice:quoted in:title date:2025..', []),
    ("https://news.example/a market", []),
    ("at 12:30 title:", []),
    ("voise:narrator", [("voise", "narrator", False, "voice")]),
    ("market, Sorce:renfrew", [("sorce", "renfrew", False, "source")]),
    ('-tagg:"old town"', [("tagg", "old town", False, "tag")]),
    ("qqq:market", [("qqq", "market", False, None)]),
    ("voice:nobody", [("voice", "nobody", True, None)]),
    ("date:soon in:body", [("date", "soon", True, None), ("in", "body", True, None)]),
]


@pytest.mark.parametrize(("typed", "expected"), CASES)
def test_keys_that_mean_nothing(
    typed: str, expected: list[tuple[str, str, bool, str | None]]
) -> None:
    assert list(unknown_keys(typed)) == [UnknownKey(*one) for one in expected]

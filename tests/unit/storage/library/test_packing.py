"""Plain data as small bytes, and back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.text.article import Article, Fact, Zone, ZoneKind
from reader.core.text.spans import Span
from reader.storage.library.articles.stored import article_from, rest_of
from reader.storage.library.database.packing import (
    pack_rising,
    packed,
    unpack_analysis,
    unpack_rising,
    unpack_text,
    unpacked,
    unpacked_file,
)


@given(st.sets(st.integers(0, 1 << 40)))
def test_rising_numbers_come_back(numbers: set[int]) -> None:
    assert list(unpack_rising(pack_rising(sorted(numbers)))) == sorted(numbers)


def test_numbers_of_an_earlier_version_come_back() -> None:
    assert list(unpack_rising(packed([3, 4, 300]))) == [3, 7, 307]


def test_what_was_not_packed_so_is_refused() -> None:
    with pytest.raises(ValueError, match="unpacked"):
        list(unpack_rising(b"\x00nonsense"))


@pytest.mark.parametrize("cell", [7, "words", None, b"", b"\x01", 1.5])
def test_damaged_cells_of_any_kind_are_refused(cell: object) -> None:
    for unpack in (unpack_analysis, unpacked, unpacked_file):
        with pytest.raises(ValueError, match=r"."):
            unpack(cell)
    assert unpack_text(cell) == ""


def test_zones_come_back_as_they_were_and_so_do_those_of_an_earlier_version() -> None:
    kinds: tuple[ZoneKind, ...] = (
        "headline",
        "dateline",
        "paragraph",
        "standing-note",
        "list-item",
    )
    spans = ((0, 4), (6, 9), (9, 30), (35, 36), (38, 40))
    zones = tuple(Zone(kind, Span(*span)) for kind, span in zip(kinds, spans, strict=True))
    article = Article("x" * 40, zones, facts=(Fact("place", "Harwick", "time"),))
    assert article_from((article.text, rest_of(article))) == article
    bare = replace(article, zones=())
    assert article_from((bare.text, rest_of(bare))) == bare
    plain = [[zone.kind, zone.span.start, zone.span.end] for zone in zones]
    earlier = packed([None, None, None, None, "", None, plain, [], [], []])
    assert article_from((article.text, earlier)).zones == zones

"""The line with an outlet beside the date, which a lesson leaves out to hide the outlet."""

import pytest

from reader.core.text.article import Article, Zone
from reader.core.text.outlet_line import without_outlet_line
from reader.core.text.spans import Span

# The line, the outlet that is told by it, and whether it goes.
LINES = [
    ("The Lowmere Herald, 3 March 2025", "The Lowmere Herald", True),
    ("March 3, 2025 | Lowmere Times", "Lowmere Times", True),
    ("Voice of Lowmere 3 March 2025", "Voice of Lowmere", True),
    ("Herald, 3 March 2025", None, True),  # a place, perhaps
    ("KYIV, 3 March 2025", None, False),
    ("Last updated: 3 March 2025", None, False),
    ("3 March 2025", None, False),
]


def article(*blocks: tuple[str, str]) -> Article:
    at, zones = 0, []
    for kind, words in blocks:
        zones.append(Zone(kind, Span(at, at + len(words))))
        at += len(words) + 2
    return Article("\n\n".join(words for _, words in blocks), tuple(zones))


@pytest.mark.parametrize(("line", "outlet", "goes"), LINES)
def test_a_line_that_names_the_outlet_goes(line, outlet, goes):
    found = without_outlet_line(
        article(("headline", "Baths to close"), ("dateline", line), ("paragraph", "They close."))
    )
    blocks = [zone.span.of(found.text) for zone in found.zones]
    assert blocks == ["Baths to close", *([] if goes else [line]), "They close."]
    assert found.outlet == outlet

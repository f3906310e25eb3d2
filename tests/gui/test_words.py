"""Every term of the program has words for the reader."""

from typing import get_args

import pytest

from reader.core.attribution.attributions import Form, Kind
from reader.core.sources.source import Identification, SourceKind
from reader.core.views.disclosure import Position
from reader.core.views.disclosure_words import Channel, Knowledge
from reader.ui.marks import words
from reader.ui.widgets.strokes import Style

TERMS = [
    (Form, words.form_words),
    (Kind, words.attribution_kind_words),
    (Identification, words.grade_words),
    (SourceKind, words.source_kind_words),
    (Position, words.position_words),
    (Channel, words.channel_words),
    (Knowledge, words.knowledge_words),
]


@pytest.mark.parametrize(
    ("term", "say"),
    [(term, say) for terms, say in TERMS for term in get_args(terms)],
)
def test_a_term_has_words(term, say):
    assert say(term).strip()
    assert "-" not in say(term) or say(term) == "letter or e-mail"


def test_no_two_terms_of_a_kind_have_the_same_words():
    for terms, say in TERMS[1:]:
        said = [say(term) for term in get_args(terms)]
        assert len(set(said)) == len(said)


def test_colours_and_lines_have_names():
    assert len({words.colour_words(slot) for slot in range(1, 9)}) == 8
    assert all(words.line_words(line) for line in get_args(Style))

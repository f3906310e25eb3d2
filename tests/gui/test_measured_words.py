"""What a card says of how good a list was in a test."""

from dataclasses import replace

import pytest

from reader.core.lexicon.lexicon import Lexicon
from reader.ui.marks.measured_words import measured_words

LIST = Lexicon("mine", "Mine", "en", "1", "wording", "", (), "", "", (), ())


@pytest.mark.parametrize(
    ("precision", "texts", "words"),
    [
        (None, 40, ""),
        (0.0, None, "In tests, readers agreed with hardly any of its marks."),
        (0.5, 1806, "In tests on 1,806 texts, readers agreed with about half of its marks."),
        (0.7, 2, "In tests on 2 texts, readers agreed with about two thirds of its marks."),
        (1.0, None, "In tests, readers agreed with nearly all of its marks."),
    ],
)
def test_a_measured_list_says_how_many_marks_readers_shared(precision, texts, words):
    measured = replace(LIST, precision=precision, measured_on=texts)
    assert measured_words(measured) == words

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
        (0.0, None, "In tests hardly any of its marks were shared by readers."),
        (0.5, 1806, "In tests on 1,806 texts about half of its marks were shared by readers."),
        (0.7, 2, "In tests on 2 texts about two thirds of its marks were shared by readers."),
        (1.0, None, "In tests nearly all of its marks were shared by readers."),
    ],
)
def test_a_measured_list_says_how_many_marks_readers_shared(precision, texts, words):
    measured = replace(LIST, precision=precision, measured_on=texts)
    assert measured_words(measured) == words

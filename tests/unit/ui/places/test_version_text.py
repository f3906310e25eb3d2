"""Two versions of a text as one."""

import pytest

from reader.core.across.versions import differences
from reader.ui.places.library.versions.version_text import version_pieces, words_changed

OLD = "Anger as council axes market\n\nAbout sixty stalls could go."
NEW = "Fury as council axes market\n\nAbout forty stalls could go. The auditors say so."


@pytest.mark.parametrize(
    ("old", "new"), [(OLD, NEW), (NEW, OLD), (OLD, OLD), ("", NEW), (OLD, "")]
)
def test_both_texts_stand_in_the_pieces(old, new):
    pieces = list(version_pieces(new, old, differences(old, new)))
    assert "".join(text for text, kind in pieces if kind != "gone") == new
    assert "".join(text for text, kind in pieces if kind != "new") == old


def test_words_are_counted_as_new_and_gone():
    changes = differences(OLD, NEW)
    added, gone = words_changed(NEW, OLD, changes)
    assert gone == 2
    assert added == 6

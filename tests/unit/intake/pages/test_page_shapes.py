"""Every sentence of a well-formed page stands once in its text or among what was left out."""

import pytest

from reader.intake.read import read_bytes
from tests.tools.page_shapes import SHAPES, fates, make_page


@pytest.mark.parametrize("shape", sorted(SHAPES))
@pytest.mark.parametrize("seed", range(3))
def test_every_sentence_is_once_in_its_zone(shape, seed):
    made = make_page(1000 * seed + len(shape), shape)
    article = read_bytes(made.html.encode(), "made.html")
    assert list(fates(made, article)) == [], made.html


def test_the_shapes_tell_what_goes_wrong():
    made = make_page(1, "paragraph")
    article = read_bytes(made.html.replace(made.story[0][0], "Nothing.").encode(), "made.html")
    assert ("lost", made.story[0][0]) in list(fates(made, article))
    doubled = read_bytes(f"{made.html}<p>{made.story[0][0]}</p>".encode(), "made.html")
    assert ("twice", made.story[0][0]) in list(fates(made, doubled))

"""Pages as their builders write them: each sentence is where a browser would let it be read."""

import pytest

from reader.intake.read import read_bytes
from tests.tools.page_templates import faults, planted, templates

PAGES = templates()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_sentence_of_a_template_has_its_place(name):
    page = planted(name, PAGES[name])
    assert list(faults(page, read_bytes(page.data, "made.html"))) == [], page.html


def test_the_templates_tell_what_goes_wrong():
    page = planted(
        "made", "<article><h1>[T]</h1><p>[p*2]</p><p>[x hidden]</p><p>[p]</p></article>"
    )
    told = list(faults(page, read_bytes(page.data, "made.html")))
    assert [line.split(":")[0] for line in told] == ["taken in"]

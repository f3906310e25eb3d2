"""The names in bylines, as a list of references wants them."""

import pytest

from reader.storage.exports.authors import authors_of


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        (None, ()),
        ("By Nell Harwick", ("Nell Harwick",)),
        ("Nell Harwick", ("Nell Harwick",)),
        ("By Nell Harwick, town reporter", ("Nell Harwick",)),
        ("By Ada Roe and Bo Lee, town reporters", ("Ada Roe", "Bo Lee")),
        ("By Ada Roe, Bo Lee & Cy Poe", ("Ada Roe", "Bo Lee", "Cy Poe")),
        ("Words by Ada Roe in Kyiv", ("Ada Roe",)),
        ("Ada Roe in Kyiv and Bo Lee in Rome", ("Ada Roe", "Bo Lee")),
        ("BY ADA ROE | The Courier", ("ADA ROE",)),
        ("Byron Andrews", ("Byron Andrews",)),
        ("Marie-Anne de la Tour", ("Marie-Anne de la Tour",)),
        ("By", ("By",)),
        (" , and ", ()),
    ],
)
def test_the_names_of_a_byline(byline: str | None, names: tuple[str, ...]) -> None:
    assert authors_of(byline) == names

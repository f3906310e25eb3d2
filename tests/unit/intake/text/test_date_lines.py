"""Lines that say when and by whom, and those that look like it."""

import pytest

from reader.intake.text.date_lines import (
    date_in,
    date_of_line,
    date_words,
    is_byline,
    is_time_line,
)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("23 May 2014", "2014-05-23"),
        ("Fri. 23rd May, 2014", "2014-05-23"),
        ("Sept. 3, 2021", "2021-09-03"),
        ("KYIV, 23 May, 2014 01:02", "2014-05-23"),
        ("Last updated on 2014-05-23T01:02:03Z", "2014-05-23"),
        ("3 March 2021 · 5 min read", "2021-03-03"),
        ("Published 1 June 2020 at 9.30 a.m. BST", "2020-06-01"),
        ("PUBLISHED: May 8, 2023 at 4:56 p.m. | UPDATED: May 9, 2023 at 6:00 p.m.", "2023-05-08"),
        ("Protest planned for 23 May 2014", None),
        ("31 February 2014", None),
        ("May 2014", None),
    ],
)
def test_a_line_of_a_date(line, day):
    assert date_of_line(line) == day


def test_the_first_date_in_a_text():
    assert date_in("It opened on 3 March 2021 and shut on 4 April 2022.") == "2021-03-03"
    assert date_in("It opened in March.") is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Nell Harwick, town reporter", True),
        ("BY ADA BROOK", True),
        ("Words by Ada de la Brook and Odo Brandt", True),
        ("By Ada Brook | The Quay", True),
        ("By Monday morning", False),
        ("By the sea", False),
        ("by and large", False),
        ("Bystanders ran", False),
    ],
)
def test_a_line_of_an_author(line, names):
    assert is_byline(line) is names


@pytest.mark.parametrize(
    ("line", "is_time"), [("09:30", True), ("9 p.m.", True), ("June 2024", True), ("9 men", False)]
)
def test_a_line_of_a_time(line, is_time):
    assert is_time_line(line) is is_time


def test_the_table_names_twelve_months():
    assert set(date_words().months.values()) == set(range(1, 13))

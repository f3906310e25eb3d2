"""Every rule of attribution has its words on the card."""

from typing import get_args

import pytest

from reader.core.attribution.rules import Rule, Shape, rule_name
from reader.core.corrections import RULE
from reader.ui.marks.rule_words import rule_words


@pytest.mark.parametrize("name", [*filter(None, get_args(Rule) + get_args(Shape)), RULE])
def test_a_rule_has_its_words(name):
    assert rule_words(name) != name


def test_a_rule_in_a_shape_has_both():
    assert rule_words(rule_name("clause", "to")) == (
        "a verb after “to”, a whole clause follows the verb"
    )

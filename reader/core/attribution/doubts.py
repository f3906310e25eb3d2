"""Which attributions the program is unsure of: kinds of finding that are wrong too often."""

from reader.core.attribution.drafts import Draft

# Rules, with the classes of verbs they are doubtful for; none stands for every class.
_DOUBTFUL: dict[str, frozenset[str] | None] = {
    "impression": None,
    "goes on": None,
    "noun with its object": None,
}


def is_sure(draft: Draft) -> bool:
    """Tell whether the program stands by a draft."""
    if draft.is_doubtful:
        return False
    if draft.rule not in _DOUBTFUL:
        return True
    classes = _DOUBTFUL[draft.rule]
    return classes is not None and draft.verb_class not in classes

"""Agreement figures through nltk, guarded where its own fail. It takes half a second to load."""

from collections.abc import Hashable, Iterable, Mapping, Sequence

from nltk.metrics.agreement import AnnotationTask  # type: ignore[import-untyped]  # no types

FEWEST_UNITS = 20
"""Below, one sentence more or less changes kappa too much to tell anything."""


def kappa(first: Sequence[Hashable], second: Sequence[Hashable]) -> float | None:
    """Return Cohen's kappa of two coders over the same units, None where there is only one value.

    Higher is closer; 0 is what chance would give. Cohen 1960.

    Args:
        first: What one coder said of each unit.
        second: What the other said of them; of the same length, without gaps.
    """
    if len({*first, *second}) < 2:
        return None
    coders = (("first", first), ("second", second))
    task = AnnotationTask(
        (name, unit, value) for name, values in coders for unit, value in enumerate(values)
    )
    return float(task.kappa_pairwise("first", "second"))


def alpha(coders: Iterable[Mapping[Hashable, Hashable]]) -> float | None:
    """Return Krippendorff's nominal alpha, None where only one value occurs among the compared.

    Higher is closer; 0 is what chance would give. Krippendorff 1980.

    Args:
        coders: For each coder what was said of which unit; units may be missing.
    """
    triples = [
        (number, unit, value) for number, said in enumerate(coders) for unit, value in said.items()
    ]
    coded: dict[Hashable, list[Hashable]] = {}
    for _, unit, value in triples:
        coded.setdefault(unit, []).append(value)
    compared = {unit for unit, values in coded.items() if len(values) > 1}
    if len({value for unit in compared for value in coded[unit]}) < 2:
        return None
    names = {unit: number for number, unit in enumerate(compared)}
    kept = ((coder, names[unit], value) for coder, unit, value in triples if unit in compared)
    return float(AnnotationTask(kept).alpha())

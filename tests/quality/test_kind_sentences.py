"""Sentences of the kinds that the program once got wrong, held to a floor for each kind.

`python tests/tools/score_kinds.py -v` prints what is wrong with each. A floor may only rise.
"""

from collections import Counter

import pytest
from score_kinds import SENTENCES, cases_of, judged

# Of the kinds that are not named here all sentences are right.
FEWEST_RIGHT = {"5 extents of indirect speech": 7, "6 kind of source": 19}


@pytest.fixture(scope="module")
def wrong() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for case, judgement in judged(SENTENCES):
        faults = list(judgement.faults())
        if faults:
            found.setdefault(case.kind, []).append(f"{case.text}\n{faults}")
    return found


@pytest.mark.parametrize("kind", sorted({case.kind for case in cases_of(SENTENCES)}))
def test_a_kind_of_fault_stays_mended(wrong: dict[str, list[str]], kind: str) -> None:
    count = Counter(case.kind for case in cases_of(SENTENCES))[kind]
    right = count - len(wrong.get(kind, []))
    assert right >= FEWEST_RIGHT.get(kind, count), "\n".join(wrong.get(kind, []))

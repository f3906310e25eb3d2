"""Every reader of foreign bytes answers mutated files with what it read or with a sentence.

`tests/tools/fuzz.py` looks for failing files for as long as one likes; the small ones that it
found lie in `tests/fuzz_corpus` and are read here again.
"""

import pytest
from fuzz import CORPUS, fault_of, targets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutations import hostile_files

TARGETS = targets()
EXAMPLES = 60
FEWER = {
    "article-pdf": 6,  # each is read in a process of its own
    # Whole folders of files, and classes that are scored.
    **{name: 20 for name in TARGETS if name.startswith(("docx-", "odt-", "epub-"))},
    **{name: 15 for name in TARGETS if name.startswith(("data", "own", "lesson", "answer"))},
    "analysis-lines": 15,
}


@pytest.mark.parametrize("name", TARGETS)
def test_mutated_files(name: str) -> None:
    target = TARGETS[name]

    @settings(
        max_examples=FEWER.get(name, EXAMPLES),
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(data=hostile_files(target.seeds))
    def check(data: bytes) -> None:
        assert fault_of(target, data) is None

    check()


@pytest.mark.parametrize(
    "place", sorted(f"{path.parent.name}/{path.name}" for path in CORPUS.glob("*/*"))
)
def test_files_that_failed_once(place: str) -> None:
    assert fault_of(TARGETS[place.partition("/")[0]], (CORPUS / place).read_bytes()) is None


@given(st.binary(max_size=200))
@settings(max_examples=50)
def test_a_reader_that_fails_is_found_out(data: bytes) -> None:
    def fail(_: bytes) -> None:
        raise KeyError("x")

    target = TARGETS["article-plain-text"]
    assert fault_of(type(target)("broken", fail, target.seeds), data) == "KeyError: 'x'"

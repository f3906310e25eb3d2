"""Programs that are killed at work lose nothing that they confirmed; what fails is told."""

import os
from pathlib import Path

import kill_library
import pytest

from reader.core.corrections import Correction, Scope
from reader.errors import LibraryError
from reader.intake.read import read_text
from reader.storage.library.library import Library
from reader.storage.user_data.scope_files import CORRECTIONS


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")  # Python 3.12 on
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked")
def test_nothing_confirmed_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kill_library, "LONGEST_S", 0.05)
    kinds = len(kill_library.KINDS)
    assert [faults for _, faults in kill_library.kill_many(kinds, 1, tmp_path)] == [[]] * kinds


def test_the_look_afterwards_sees_a_loss(tmp_path: Path) -> None:
    Library.open(tmp_path).close()
    lost = [["correction", 5], ["note", 5], ["collection", "C5"]]
    assert len(list(kill_library.look_over(tmp_path, lost))) == 3


FAILURES = [
    ("PRAGMA max_page_count = 1", "the disk is full"),
    ("PRAGMA query_only = ON", "may not be written"),
]


@pytest.mark.parametrize(("trouble", "told"), FAILURES)
def test_a_failure_is_one_sentence_and_loses_nothing(
    library: Library, trouble: str, told: str
) -> None:
    one = library.articles.add(read_text("The ferry.", "")).id
    library.articles._database.connection.execute(trouble)  # noqa: SLF001 -- as a full disk answers
    article = read_text(" ".join(f"Word{number}" for number in range(40_000)), "")
    acts = (
        lambda: library.articles.add(article),
        lambda: library.work.save(
            CORRECTIONS, Scope.of(article), (), (Correction("name-side", value="1 x" * 90_000),)
        ),
    )
    for act in acts:
        with pytest.raises(LibraryError, match=told) as caught:
            act()
        assert caught.value.message.endswith(".")
        assert caught.value.hint
    library.close()
    assert library.ids() == (one,)
    assert library.articles.add(article).is_new

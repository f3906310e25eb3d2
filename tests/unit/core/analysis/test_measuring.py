"""Readability: formulas by hand, nothing over the network, no trouble without words."""

import math
import re
import socket
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from string import ascii_lowercase

import nltk
import pyphen
import pytest

from reader.core.analysis.hyphenation import Hyphenation
from reader.core.analysis.measuring import ReadabilityMeter
from reader.core.analysis.readability import (
    Counts,
    automated_readability_index,
    coleman_liau_index,
    dale_chall,
    flesch_kincaid_grade,
    flesch_reading_ease,
    gunning_fog,
    measures,
    smog_index,
)
from reader.storage.languages import load_syllables

ROOT = Path(__file__).parents[4]
COUNTS = Counts(
    words=100,
    sentences=5,
    syllables=150,
    long_words=12,
    complex_words=10,
    difficult_words=20,
    letters=480,
)


@pytest.fixture(scope="module")
def syllables() -> Mapping[str, int]:
    return load_syllables(ROOT / "resources" / "language" / "en" / "syllables.bin")


@pytest.fixture(scope="module")
def meter(syllables: Mapping[str, int]) -> ReadabilityMeter:
    return ReadabilityMeter(syllables, str(ROOT / "resources" / "nltk"))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (flesch_reading_ease, 206.835 - 20.3 - 126.9),
        (flesch_kincaid_grade, 7.8 + 17.7 - 15.59),
        (gunning_fog, 0.4 * 30),
        (smog_index, 1.043 * math.sqrt(72) + 3.1291),
        (coleman_liau_index, 28.224 - 1.48 - 15.8),
        (automated_readability_index, 22.608 + 10 - 21.43),
        (dale_chall, 3.158 + 0.992 + 3.6365),
    ],
)
def test_formulas(formula: object, expected: float) -> None:
    assert callable(formula)
    assert formula(COUNTS) == pytest.approx(expected)


def test_a_text_is_measured(meter: ReadabilityMeter) -> None:
    text = "The cat sat on the mat. Everybody remembered the remarkable animal."
    values = {measure.id: measure.value for measure in meter.measure(text, 11, 2)}
    assert values["words"] == 11
    assert values["words_per_sentence"] == 5.5
    # the(4x1) cat sat on mat: 8; ev-ery-bod-y remembered(3) remarkable(4) animal(3)
    assert values["syllables_per_word"] == pytest.approx(22 / 11, abs=0.1)


def test_words_that_stand_often_count_as_often(meter: ReadabilityMeter) -> None:
    text = "The cat sat. The cat sat. Remarkable animal."  # six words of one, then 4 and 3
    values = {measure.id: measure.value for measure in meter.measure(text, 8, 3)}
    assert values["syllables_per_word"] == pytest.approx(13 / 8, abs=0.01)


def test_a_word_without_end_counts_by_its_beginning(meter: ReadabilityMeter) -> None:
    short, long = (meter.measure(f"So {'a' * times}.", 2, 1) for times in (100, 50_000))
    assert [(one.id, one.value) for one in short] == [(one.id, one.value) for one in long]


def test_our_sentences_count(meter: ReadabilityMeter) -> None:
    text = "The U.S. Senate met in the U.S. Capitol."
    values = {measure.id: measure.value for measure in meter.measure(text, 8, 1)}
    assert values["words_per_sentence"] == 8


@pytest.mark.parametrize("text", ["", "  ", "... !", "—"])
def test_without_words_there_is_no_figure(text: str, meter: ReadabilityMeter) -> None:
    found = meter.measure(text, 0, 0)
    assert found == measures(0, 0, None)
    assert all(measure.value is None for measure in found[3:])


def test_no_network_and_no_download(
    monkeypatch: pytest.MonkeyPatch, meter: ReadabilityMeter
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(nltk, "download", refuse)
    text = "An unheard-of zyzzyvine sentence for this very test was measured."
    assert meter.measure(text, 10, 1)[3].value is not None


def test_without_the_data_folder_nothing_is_measured_or_fetched(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(nltk.data, "path", [])
    with pytest.raises(LookupError):
        ReadabilityMeter({}, str(tmp_path))


def test_threads_agree(meter: ReadabilityMeter) -> None:
    texts = [f"Sentence number {number} is about the harbour." for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: meter.measure(text, 7, 1), texts))
    assert together == [meter.measure(text, 7, 1) for text in texts]


def test_the_data_is_lean(syllables: Mapping[str, int]) -> None:
    assert len(syllables) > 100_000
    assert (syllables["harbour"], syllables["cat"]) == (2, 1)
    assert sys.getsizeof(syllables) < 8_000_000


def test_the_analysis_does_not_load_nltk() -> None:
    code = (
        "import sys, reader.core.analysis.analysis\n"
        "sys.exit(bool({'nltk', 'textstat'} & {*sys.modules}))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_words_on_no_list_are_hyphenated_as_textstat_does() -> None:
    lines = pyphen.LANGUAGES["en_US"].read_text(encoding="utf-8").splitlines()[1:]
    ours, theirs, dice = Hyphenation.of(lines), pyphen.Pyphen(lang="en_US"), Random(3)
    assert ours
    patterns = [re.sub("[^a-z]", "", line.lower()) for line in lines]
    words = ["a", "ab", "abc", "abcd", "20th", "x" * 100]
    words += ["".join(dice.choices(ascii_lowercase, k=dice.randint(1, 14))) for _ in range(2_000)]
    words += ["".join(dice.choices(patterns, k=2)) for _ in range(2_000)]
    for word in words:
        assert ours.parts(word) == len(theirs.positions(word)) + 1, word


def test_patterns_that_change_letters_are_left_to_textstat() -> None:
    assert Hyphenation.of(["1ca", "f1f/ff=f,1,2"]) is None

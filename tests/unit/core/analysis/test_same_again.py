"""The same text gives the same analysis in every process, whatever order sets have there."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[4]
TEXT = ROOT / "tests" / "quality" / "conflict_sentences.txt"


def test_a_text_is_analysed_alike_in_two_processes() -> None:
    call = [sys.executable, "-m", "reader", "analyze", "--format", "json", str(TEXT)]
    first, second = (
        subprocess.run(
            call,
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        ).stdout
        for seed in ("1", "2")
    )
    assert b'"attributions"' in first
    assert first == second

"""Runs other tools and ours on the same texts; prints speed and, where there is gold, quality.

    compare_tools.py [--python PYTHON] [--gender-gap-tracker FOLDER] [--model NAME] [FOLDER]

PYTHON has the other tools installed: spaCy with a model, pymongo, proselint. FOLDER of the Gender
Gap Tracker is a clone of github.com/sfu-discourse-lab/GenderGapTracker. What is missing is told in
its line. Without a last FOLDER the two sets of `tests/quality` are read: texts with marks by hand.
Nothing of other tools lies in this project.

All are scored by `whole_articles.py`, which says what each figure means. The dictionary counts the
phrases of our own lists as a look-up of quanteda does: globs over words, in any case, without
guards, forms or voices. It is our code, since quanteda is an R package.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whole_articles import Article, Tally

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.document import analysis_document
from reader.intake.text.plain_text import read_verbatim
from reader.paths import default_paths
from reader.storage.analysis_tools import load_all_lexicons, load_analysis_tools

QUALITY = Path(__file__).resolve().parents[1] / "quality"
SETS = ("gold_marked", "wikinews")
RUNNER = Path(__file__).with_name("other_tools.py")
WORD, GLOB = re.compile(r"\w+"), re.compile(r"\w+\*?")

Plain = Mapping[str, Any]


@dataclass(frozen=True)
class Text:
    """A text with its marks by hand."""

    name: str
    text: str
    gold: Plain


@dataclass(frozen=True)
class Outcome:
    """What a tool made of all texts: a document of each, CPU seconds; or why it could not."""

    documents: Sequence[Plain] = ()
    seconds: float = 0.0
    missing: str = ""


def texts_of(folder: Path) -> list[Text]:
    """Return the texts of a folder that have marks by hand."""
    pairs = ((path, path.with_suffix(".json")) for path in sorted(folder.glob("*.txt")))
    return [
        Text(path.stem, path.read_text("utf-8"), json.loads(marks.read_text("utf-8")))
        for path, marks in pairs
        if marks.is_file()
    ]


# -- ours --------------------------------------------------------------------------------------


def ours(texts: Sequence[Text], tools: AnalysisTools) -> Outcome:
    """Return what Close Reader finds."""
    articles = [read_verbatim(one.text, one.name) for one in texts]
    analyse(articles[0], tools, assume_english=True)
    began = time.process_time()
    analyses = [analyse(article, tools, assume_english=True) for article in articles]
    seconds = time.process_time() - began
    documents = [json.loads(json.dumps(analysis_document(one, ""))) for one in analyses]
    return Outcome(documents, seconds)


def dictionary(texts: Sequence[Text]) -> Outcome:
    """Return where phrases of our wording lists stand, counted as a dictionary counts."""
    lexicons, _ = load_all_lexicons(default_paths(Path(tempfile.mkdtemp())), ())
    globs: dict[str, list[list[str]]] = {}  # by their first word, or its beginning and a star
    for lexicon in lexicons:
        if lexicon.panel == "wording":
            for entry in lexicon.entries:
                words = GLOB.findall(entry.phrase.lower())
                if words and "…" not in entry.phrase:
                    globs.setdefault(words[0], []).append(words)
    began = time.process_time()
    found = [list(_look_up(one.text, globs)) for one in texts]
    return Outcome([_document(findings=spans) for spans in found], time.process_time() - began)


def _look_up(text: str, globs: Mapping[str, list[list[str]]]) -> Iterator[tuple[int, int]]:
    words = [(match[0].lower(), *match.span()) for match in WORD.finditer(text)]
    lengths = {len(first) - 1 for first in globs if first.endswith("*")}
    for place, (word, start, _) in enumerate(words):
        for first in (word, *(f"{word[:length]}*" for length in lengths if length <= len(word))):
            for phrase in globs.get(first, ()):
                here = words[place : place + len(phrase)]
                if len(here) == len(phrase) and all(map(_fits, phrase, (one[0] for one in here))):
                    yield start, here[-1][2]


def _fits(glob: str, word: str) -> bool:
    return word.startswith(glob[:-1]) if glob.endswith("*") else word == glob


def _document(
    attributions: Sequence[Plain] = (), findings: Sequence[tuple[int, int]] = ()
) -> Plain:
    marks = [
        {"start": start, "end": end, "panel": "wording", "confidence": "confident"}
        for start, end in findings
    ]
    return {"attributions": attributions, "sources": [], "findings": marks, "naming": []}


# -- others ------------------------------------------------------------------------------------


def run_other(python: str, texts: Sequence[Text], *call: str) -> Plain | str:
    """Return what another tool found, or why it could not be run."""
    done = subprocess.run(
        [python, str(RUNNER), *call],
        input=json.dumps([one.text for one in texts]),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = [line for line in done.stderr.splitlines() if line.strip()][-1:]
        return last[0][:160] if last else "it ended without a word"
    told: Plain = json.loads(done.stdout)
    return told


def proselint(python: str, texts: Sequence[Text]) -> Outcome:
    """Return the spots of proselint as marks."""
    told = run_other(python, texts, "proselint")
    if isinstance(told, str):
        return Outcome(missing=told)
    spans = [[(spot["start"], spot["end"]) for spot in found] for found in told["found"]]
    return Outcome([_document(findings=one) for one in spans], told["seconds"])


def gender_gap_tracker(python: str, texts: Sequence[Text], folder: str, model: str) -> Outcome:
    """Return the quotes of the Gender Gap Tracker as attributions."""
    if not folder:
        return Outcome(missing="no clone was named with --gender-gap-tracker")
    told = run_other(python, texts, "gender-gap-tracker", folder, model)
    if isinstance(told, str):
        return Outcome(missing=told)
    documents = []
    for text, quotes in zip(texts, told["found"], strict=True):
        words = [(_plain(match[0]), *match.span()) for match in WORD.finditer(text.text)]
        documents.append(_document([*_quotes(words, quotes)]))
    return Outcome(documents, told["seconds"])


def _quotes(words: Sequence[tuple[str, int, int]], quotes: Sequence[Plain]) -> Iterator[Plain]:
    """Yield its quotes where their words stand: it gives offsets into a text of its own."""
    for quote in quotes:
        content = _place(words, quote["quote"], 0)
        if content is not None:
            near = content[0]
            places = [_place(words, quote[key], near) for key in ("speaker", "verb")]
            source, cue = ([[*one]] if one else [] for one in places)
            yield {
                "content": [[*content]], "source": source, "cue": cue,
                "inside": None, "source_id": None, "sure": True,
            }  # fmt: skip


def _place(
    words: Sequence[tuple[str, int, int]], sought: str, near: int
) -> tuple[int, int] | None:
    """Return where some words stand, the place that is nearest to another one."""
    wanted = [_plain(word) for word in WORD.findall(sought)]
    size = len(wanted)
    found = [
        (words[place][1], words[place + size - 1][2])
        for place in range(len(words) - size + 1)
        if size and [one[0] for one in words[place : place + size]] == wanted
    ]
    return min(found, key=lambda span: abs(span[0] - near), default=None)


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


# -- side by side --------------------------------------------------------------------------------


def show(name: str, texts: Sequence[Text], outcome: Outcome, figures: Sequence[str]) -> None:
    """Print one line."""
    if outcome.missing:
        print(f"{name:22} not run: {outcome.missing}")
        return
    tally = Tally()
    for one, document in zip(texts, outcome.documents, strict=True):
        Article(one.name, one.text, one.gold, document).count(tally)
    words = sum(len(WORD.findall(one.text)) for one in texts)
    told = tally.figures()
    quality = "  ".join(
        f"{figure} {told[figure]:.2f}" if figure in figures else f"{figure}  –  "
        for figure in ("found", "false", "source", "loaded_p", "loaded_r")
    )
    speed = words / outcome.seconds if outcome.seconds else 0
    print(f"{name:22} {1000 * outcome.seconds / len(texts):7.1f} ms a text "
          f"{speed:9,.0f} words/s  {quality}")  # fmt: skip


def main() -> None:
    """Run all that is there over each set."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--gender-gap-tracker", default="", metavar="CLONE")
    parser.add_argument("--model", default="en_core_web_sm", help="of spaCy")
    call = parser.parse_args()
    tools, _ = load_analysis_tools(default_paths(Path(tempfile.mkdtemp())))
    sets = call.folders or [QUALITY / name for name in SETS]
    said, worded = ("found", "false", "source"), ("loaded_p", "loaded_r")
    for folder in sets:
        texts = texts_of(folder)
        count = sum(len(WORD.findall(one.text)) for one in texts)
        print(f"{folder.name}: {len(texts)} texts, {count:,} words; CPU seconds, without loading")
        show("Close Reader", texts, ours(texts, tools), (*said, *worded))
        tracker = gender_gap_tracker(call.python, texts, call.gender_gap_tracker, call.model)
        show("Gender Gap Tracker", texts, tracker, said)
        show("proselint", texts, proselint(call.python, texts), worded)
        show("dictionary look-up", texts, dictionary(texts), worded)


if __name__ == "__main__":
    main()

"""The `lesson` command: make a lesson, write it for browser and paper, score the answers."""

import argparse
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

from reader.cli.arguments.articles import article_of
from reader.cli.frame.command import LessonLoads
from reader.cli.frame.output import (
    refuse_library,
    refuse_missing_folder,
    say,
    say_to_person,
    standard_output,
    write_output,
)
from reader.core.lessons.scores.scoring import class_scores
from reader.errors import ReaderError
from reader.paths import Paths, default_paths
from reader.storage.files.atomic_files import is_special, write_atomically, write_together
from reader.storage.lessons.answer_files import answer_bytes, read_class, read_reference
from reader.storage.lessons.html_lesson import lesson_page
from reader.storage.lessons.lesson_files import SUFFIX, lesson_bytes, read_lesson_file
from reader.storage.lessons.making import make_lesson
from reader.storage.lessons.ready_lessons import ready_lesson, ready_pack, ready_reference
from reader.storage.lessons.scores.registry import SCORE_FORMATS, score_format
from reader.storage.lessons.texts import LessonTexts


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the actions on lessons, each with what may follow it."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    make = actions.add_parser("make", help="a lesson from articles, by the shipped plan")
    make.epilog = "ARTICLE may be the name of a ready lesson: four-papers, night-bus, water-tests."
    make.add_argument("articles", nargs="+", metavar="ARTICLE")
    make.add_argument("--output", required=True, type=Path, metavar=f"FILE{SUFFIX}")
    make.add_argument("--title", default="", help="what the lesson is called")
    make.add_argument(
        "--reference", type=Path, metavar="FILE", help="of a ready lesson: write its reference"
    )
    make.set_defaults(written=("reference",))
    page = actions.add_parser("html", help="the lesson as one page for browsers, without network")
    page.add_argument("lesson", type=Path, metavar=f"FILE{SUFFIX}")
    page.add_argument("--output", required=True, type=Path, metavar="FILE.html")
    paper = actions.add_parser("paper", help="the forms of the lesson to print, as a PDF")
    paper.add_argument("lesson", type=Path, metavar=f"FILE{SUFFIX}")
    paper.add_argument("--output", required=True, type=Path, metavar="FILE.pdf")
    paper.add_argument("--reference", type=Path, metavar="ANSWER", help="for the teacher's key")
    paper.add_argument(
        "--answers", nargs="+", type=Path, default=[], metavar="ANSWER", help="for the class map"
    )
    score = actions.add_parser("score", help="what a class answered, against a reference")
    score.add_argument("lesson", type=Path, metavar=f"FILE{SUFFIX}")
    score.add_argument("answers", nargs="+", type=Path, metavar="ANSWER")
    score.add_argument("--reference", type=Path, metavar="ANSWER", help="the teacher's marks")
    names = [one.name for one in SCORE_FORMATS]
    score.add_argument("--format", choices=names, default="text", help="default: text")
    score.add_argument("--output", type=Path, metavar="FILE", help="write there, not here")


def run(call: argparse.Namespace, loads: object) -> int:
    """Run one action; return the exit status.

    Args:
        call: The words of the call.
        loads: What the actions load late, a LessonLoads.

    Raises:
        ReaderError: It cannot be done.
    """
    actions: dict[str, Callable[[argparse.Namespace, Paths, LessonLoads], int]] = {
        "html": _html,
        "make": _make,
        "paper": _paper,
        "score": _score,
    }
    return actions[call.action](call, default_paths(), cast("LessonLoads", loads))


def _make(call: argparse.Namespace, paths: Paths, _loads: LessonLoads) -> int:
    ready = ready_lesson(call.articles[0], paths) if len(call.articles) == 1 else None
    if call.reference is not None and ready is None:
        raise ReaderError(
            "Only a ready lesson has a reference.", hint="Make yours in the lesson window."
        )
    if call.reference is not None:
        _refuse_one_file(call.output, call.reference)
    if ready is not None:
        pack = ready_pack(ready, paths, article_of)
    else:
        pack = make_lesson([article_of(word) for word in call.articles], paths, call.title)
    data, files = lesson_bytes(pack), {}
    if call.reference is not None and ready is not None:
        files[call.reference] = answer_bytes(ready_reference(ready, pack.lesson))
    if call.output is None:
        write_output(data, None, ".crlesson")
    else:
        files[call.output] = data
    _write_all(files)
    lesson = pack.lesson
    count = len(lesson.articles)
    articles = "1 article" if count == 1 else f"{count} articles"
    told = f"{lesson.title}: {articles}, {len(lesson.steps)} steps, "
    told += f"{lesson.minutes} minutes, in {call.output or 'standard output'}."
    if call.output is None or is_special(call.output):  # the lesson itself went there
        say_to_person(told)
    else:
        standard_output().write(f"{told}\n")
    return 0


def _refuse_one_file(lesson: Path | None, reference: Path) -> None:
    """Refuse one file for both, a reference in a folder that is not there, or over a library.

    Raises:
        ReaderError: Something would be written over, or there is no such folder.
    """
    refuse_missing_folder(reference)
    hint = "Choose another file with --reference."
    refuse_library(reference, hint)
    if lesson is not None and os.path.realpath(lesson) == os.path.realpath(reference):
        raise ReaderError(f"{lesson} cannot hold both the lesson and its reference.", hint=hint)


def _write_all(files: Mapping[Path, bytes]) -> None:
    """Write all files or none; what goes to a device or a pipe goes there first.

    Raises:
        ReaderError: One of them cannot be written.
    """
    plain = {path: data for path, data in files.items() if not is_special(path)}
    for path in files.keys() - plain.keys():
        write_atomically(path, files[path])
    write_together(plain)


def _html(call: argparse.Namespace, paths: Paths, _loads: LessonLoads) -> int:
    write_output(lesson_page(read_lesson_file(call.lesson), paths), call.output)
    return 0


def _paper(call: argparse.Namespace, paths: Paths, loads: LessonLoads) -> int:
    pack = read_lesson_file(call.lesson)
    reference = read_reference(call.reference, pack.lesson) if call.reference else None
    answers, refused = read_class(_answer_files(call.answers), pack.lesson, call.reference)
    write_output(loads.paper()(pack, reference, paths, answers), call.output, ".pdf")
    say(tuple(f"{one.file} is not counted. {one.reason}" for one in refused))
    return 0


def _score(call: argparse.Namespace, paths: Paths, loads: LessonLoads) -> int:
    lesson = read_lesson_file(call.lesson).lesson
    reference = read_reference(call.reference, lesson) if call.reference else None
    answers, refused = read_class(_answer_files(call.answers), lesson, call.reference)
    if not answers:
        say(tuple(f"{one.file}: {one.reason}" for one in refused))
        raise ReaderError(
            "None of the answers could be counted.",
            hint=f"They must be answers to “{lesson.title}”, saved by its pupils.",
        )
    texts = LessonTexts.of(lesson, paths)
    scores = class_scores(lesson, answers, reference, texts.sentences, loads.agreement(), refused)
    write_output(score_format(call.format).write(scores, texts), call.output)
    if call.output is not None or call.format != "text":
        say(tuple(f"{one.file} is not counted. {one.reason}" for one in refused))
    return 0


def _answer_files(paths: list[Path]) -> list[Path]:
    """Return the files that are named, and those in folders that are named, in order."""
    found: list[Path] = []
    for path in paths:
        found += sorted(path.glob("*.answer")) if path.is_dir() else [path]
    return found

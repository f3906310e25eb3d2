"""CPU time to score a class of 120, and the size of what is written.

python tests/tools/benchmark_lessons.py
"""

import tempfile
import time
from pathlib import Path

from play_class import play_class

from reader.core.lessons.answer import Answer, AnswerMark, ArticleVersion, Selector
from reader.core.lessons.placing import placed_answer
from reader.core.lessons.scores.scoring import class_scores
from reader.core.text.spans import Span
from reader.intake.read import read_article
from reader.launch import load_agreement
from reader.paths import default_paths
from reader.storage.lessons.answer_files import answer_file_name, read_class, write_answer
from reader.storage.lessons.making import make_lesson
from reader.storage.lessons.scores.registry import SCORE_FORMATS
from reader.storage.lessons.texts import LessonTexts

PUPILS = 120


def reference_of(lesson) -> Answer:
    """Return a reference of some forty marks: every seventh long word of each text."""
    marks = []
    for article in lesson.articles:
        words = [word for word in article.text.split() if len(word) > 6 and word.isalpha()]
        for number, word in enumerate(words[::4]):
            start = article.text.index(word)
            span = Span(start, start + len(word))
            marks.append(
                AnswerMark(article.id, "LSH"[number % 3], Selector.at(article.text, span))
            )
    versions = tuple(ArticleVersion(one.id, one.sha256) for one in lesson.articles)
    return Answer(lesson.id, "teacher", versions, tuple(marks))


def main() -> None:
    paths = default_paths()
    lesson = make_lesson([read_article(str(path)) for path in paths.samples], paths).lesson
    reference = placed_answer(reference_of(lesson), lesson)
    began = time.process_time()
    agreement = load_agreement()
    print(f"loading nltk: {time.process_time() - began:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for answer in play_class(lesson, reference, PUPILS):
            files.append(Path(folder) / answer_file_name(answer.code))
            write_answer(files[-1], answer)
        sizes = [path.stat().st_size for path in files]
        began = time.process_time()
        answers, refused = read_class(files, lesson)
        texts = LessonTexts.of(lesson, paths)
        scores = class_scores(lesson, answers, reference, texts.sentences, agreement, refused)
        took = time.process_time() - began
        print(f"{len(answers)} answers, {len(reference.marks)} in the reference: {took:.2f} s")
        print(f"answer files: {min(sizes) / 1000:.1f} to {max(sizes) / 1000:.1f} kB")
        for one in SCORE_FORMATS:
            began = time.process_time()
            size = len(one.write(scores, texts))
            print(f"{one.name}: {time.process_time() - began:.2f} s, {size / 1000:.0f} kB")


if __name__ == "__main__":
    main()

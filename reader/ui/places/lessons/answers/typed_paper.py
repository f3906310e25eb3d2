"""Typing in what a pupil marked on paper: a code, and a line for each mark."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.core.analysis.places import Places
from reader.core.lessons.answer import Answer, AnswerMark, ArticleVersion, Selector, is_code
from reader.core.lessons.lesson import Lesson, LessonArticle
from reader.core.text.spans import Span
from reader.errors import ReaderError
from reader.storage.lessons.texts import LessonTexts
from reader.ui.places.lessons.pupil.mark_form import plain_label

_LINE = re.compile(r"(?:(?P<article>[A-L])\s+)?(?P<place>\d+(?:\.\d+)?|[a-z-]+)\s+(?P<rest>.+)")


def typed_answer(lesson: Lesson, texts: LessonTexts, code: str, lines: Iterable[str]) -> Answer:
    """Return the answer that typed lines are: place, words, pen; then, if any, a reason.

    Raises:
        ReaderError: A line cannot be understood; the sentence says which.
    """
    if not is_code(code):
        raise ReaderError(f"“{code[:40]}” is no code: letters and digits, as in heron-14.")
    marks = [
        _mark(lesson, texts, line.strip(), number)
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]
    versions = tuple(ArticleVersion(one.id, one.sha256) for one in lesson.articles)
    return Answer(lesson.id, code, versions, tuple(marks))


def _mark(lesson: Lesson, texts: LessonTexts, line: str, number: int) -> AnswerMark:
    said, _, reason = line.partition(":")
    found = _LINE.fullmatch(said.strip())
    words = found["rest"].split() if found else []
    pens = {pen.id.upper(): pen.id for pen in lesson.pens}
    pen = pens.get(words[-1].upper()) if len(words) > 1 else None
    if found is None or pen is None:
        raise ReaderError(
            f"Line {number}, “{line[:60]}”, is no mark: write place, words and pen, as in "
            "“7.2 brutally L”."
        )
    article = lesson.article(found["article"] or lesson.articles[0].id)
    quoted = " ".join(words[:-1])
    span = _found(article, texts, found["place"], quoted) if article else None
    if article is None or span is None:
        told = f"Line {number}: “{quoted[:60]}” does not stand at {found['place']}"
        raise ReaderError(f"{told}{_elsewhere(article, texts, quoted)}.")
    return AnswerMark(article.id, pen, Selector.at(article.text, span), reason.strip())


def _found(article: LessonArticle, texts: LessonTexts, place: str, quoted: str) -> Span | None:
    shown = article.as_article(with_outlet=False)
    where = Places(shown, texts.sentences[article.id]).find(place)
    return _within(article, where, quoted) if where is not None else None


def _within(article: LessonArticle, where: Span, quoted: str) -> Span | None:
    pattern = r"\s+".join(map(re.escape, quoted.split()))
    found = re.search(pattern, where.of(article.text), re.IGNORECASE)
    return Span(where.start + found.start(), where.start + found.end()) if found else None


def _elsewhere(article: LessonArticle | None, texts: LessonTexts, quoted: str) -> str:
    """Return the place where words do stand, as the end of a sentence; "" for nowhere."""
    if article is None:
        return ""
    found = _within(article, Span(0, len(article.text)), quoted)
    return f", but at {texts.place_in(article.id, found)}" if found else ""


class PaperDialog(QDialog):
    """Asks for a code and the marks on a paper."""

    def __init__(self, lesson: Lesson, texts: LessonTexts, parent: QWidget) -> None:
        super().__init__(parent)
        self._lesson, self._texts = lesson, texts
        self.answer: Answer | None = None
        self.setWindowTitle(_tr("Type in answers from paper"))
        self.resize(520, 420)
        rows = QVBoxLayout(self)
        rows.addWidget(plain_label(_tr("Code on the paper"), "section"))
        self.code = QLineEdit()
        self.code.setObjectName("paper_code")
        self.code.setAccessibleName(_tr("Code on the paper"))
        rows.addWidget(self.code)
        told = _tr(
            "A line for each mark: place, words, pen, and a reason after a colon. "
            "7.2 brutally L: how bad before how much. With several articles the letter comes "
            "first: B 3.1 critics S."
        )
        rows.addWidget(plain_label(told, "small"))
        self.lines = QPlainTextEdit()
        self.lines.setObjectName("paper_lines")
        self.lines.setProperty("read", True)  # noqa: FBT003 -- Qt's call
        self.lines.setAccessibleName(_tr("The marks, a line each"))
        rows.addWidget(self.lines, 1)
        self.error = plain_label("", "missing")
        rows.addWidget(self.error)
        buttons = QDialogButtonBox()
        take = buttons.addButton(_tr("Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setProperty("main", True)  # noqa: FBT003 -- Qt's call
        buttons.addButton(_tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows.addWidget(buttons)

    def accept(self) -> None:
        """Take the lines, or say which cannot be understood."""
        try:
            self.answer = typed_answer(
                self._lesson, self._texts, self.code.text().strip(),
                self.lines.toPlainText().splitlines(),
            )  # fmt: skip
        except ReaderError as error:
            self.error.setText(error.message)
            return
        super().accept()


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lesson", words)

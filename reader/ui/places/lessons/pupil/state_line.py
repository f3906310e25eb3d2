"""Where a pupil is: the code and what was told, the step, the article with its outlet."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QStatusBar

from reader.core.lessons.lesson import Step
from reader.ui.places.lessons.pupil.mark_form import plain_label
from reader.ui.places.lessons.pupil.pupil_work import PupilWork


class StateLine(QObject):
    """Fills the labels around a pupil's page.

    Attributes:
        where: The article and its outlet, for the bar on top.
    """

    def __init__(self, work: PupilWork) -> None:
        super().__init__()
        self._work = work
        self.where = _line("small")
        self._state, self._planned = _line(), _line()

    def add_to(self, bar: QStatusBar) -> None:
        """Put the code and the step into a status bar."""
        bar.addWidget(self._state, 1)
        bar.addPermanentWidget(self._planned)

    def show_step(self, step: Step, article_id: str) -> None:
        """Show which step and article are in front; the code takes the place of what was told."""
        lesson = self._work.lesson
        ids = [one.id for one in lesson.articles]
        article = lesson.articles[ids.index(article_id) if article_id else 0]
        told = self.tr("Article {letter} of {n}").format(letter=article_id or "–", n=len(ids))
        outlet = article.outlet if lesson.shows_outlets(step) else self.tr("outlet hidden")
        self.where.setText(f"{told}, {outlet}" if outlet else told)
        number = lesson.steps.index(step) + 1
        minutes = self.tr(", {n} minutes planned").format(n=step.minutes)
        self._planned.setText(
            self.tr("Step {n} of {m}").format(n=number, m=len(lesson.steps))
            + (minutes if step.minutes else "")
        )
        self._state.setText(self._code() or self.tr("No code yet"))

    def tell(self, words: str) -> None:
        """Tell something beside the code."""
        self._state.setText("    ".join(filter(None, (self._code(), words))))

    def _code(self) -> str:
        code = self._work.code
        return self.tr("Code: {code}").format(code=code) if code else ""


def _line(role: str = "") -> QLabel:
    made = plain_label("", role)
    made.setWordWrap(False)
    return made

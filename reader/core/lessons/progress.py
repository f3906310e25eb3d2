"""How far a pupil is in a lesson: which steps are open, and whose marks stay as they are."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.core.lessons.lesson import PROGRAM, Lesson, Step, TableRow
from reader.values import frozen


@frozen
class Progress:
    """What a pupil has done so far.

    Attributes:
        done: The ids of the steps that are done.
        handed: The ids of the steps that are handed in.
        words: The ids of the steps that were opened with the teacher's word.
    """

    done: frozenset[str] = frozenset()
    handed: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def is_open(self, step: Step) -> bool:
        """Tell whether a step is open."""
        opens = step.opens
        if opens.when == "after":
            return opens.step in self.done
        if opens.when == "handed-in":
            return opens.step in self.handed
        return opens.when == "at-once" or not opens.word or step.id in self.words

    def finished(self, lesson: Lesson, step: Step) -> "Progress":
        """Return the progress once a step is done; where others wait for it, it is handed in."""
        handed = self.handed | {step.id} if is_hand_in(lesson, step) else self.handed
        return replace(self, done=self.done | {step.id}, handed=handed)

    def with_word(self, step: Step, word: str) -> "Progress | None":
        """Return the progress once a step was opened with a word, or None for a wrong one."""
        if word.strip().casefold() != step.opens.word.strip().casefold():
            return None
        return replace(self, words=self.words | {step.id})

    def is_frozen(self, lesson: Lesson, article: str) -> bool:
        """Tell whether the marks of an article were handed in, and stay as they are."""
        steps = (lesson.step(one) for one in self.handed)
        return any(step is not None and article in step.articles for step in steps)


def is_hand_in(lesson: Lesson, step: Step) -> bool:
    """Tell whether another step waits until this one is handed in."""
    return any(one.opens.when == "handed-in" and one.opens.step == step.id for one in lesson.steps)


def shows_program(step: Step) -> bool:
    """Tell whether the program's marks may be seen in a step."""
    return PROGRAM not in step.locked


def readable(lesson: Lesson, step: Step) -> tuple[str, ...]:
    """Return the ids of the articles that may be read in a step."""
    known = (one.id for one in lesson.articles)
    return tuple(one for one in known if one in step.articles and one not in step.locked)


def asked_of(lesson: Lesson, step: Step, article: str) -> tuple[str, ...]:
    """Return what is asked of a mark: by this step, or by the first that marks the article."""
    if step.asks:
        return step.asks
    first = next((one for one in lesson.steps if one.pens and article in one.articles), None)
    return first.asks if first else ()


def named_rows(titles: Iterable[str], before: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """Return rows of the comparison table with these titles; a row keeps its id where it can.

    A title that was there keeps the id it had; one that is new takes that of its place, where no
    other row has it.

    Args:
        titles: What is asked, row by row; empty ones are left out.
        before: The rows as they were.
    """
    wanted = list(dict.fromkeys(title.strip() for title in titles if title.strip()))
    known = {row.title: row.id for row in before}
    taken = {known[title] for title in wanted if title in known}
    rows = []
    for place, title in enumerate(wanted):
        name = known.get(title, "")
        if not name and place < len(before) and before[place].id not in taken:
            name = before[place].id
        numbers = (f"row-{number}" for number in range(1, len(taken) + 2))
        name = name or next(one for one in numbers if one not in taken)
        taken.add(name)
        rows.append(TableRow(name, title))
    return tuple(rows)


def changed_order(lesson: Lesson, step_id: str, by: int) -> Lesson:
    """Return a lesson with a step moved up or down; none waits for a later one then."""
    steps = list(lesson.steps)
    place = next(number for number, step in enumerate(steps) if step.id == step_id)
    target = min(max(0, place + by), len(steps) - 1)
    steps.insert(target, steps.pop(place))
    return replace(lesson, steps=mended(steps))


def mended(steps: list[Step]) -> tuple[Step, ...]:
    """Return steps of which none waits for one that does not come before it."""
    kept: list[Step] = []
    for step in steps:
        before = {one.id for one in kept}
        waits = step.opens.when in {"after", "handed-in"}
        if waits and step.opens.step not in before:
            last = kept[-1].id if kept else ""
            opens = replace(step.opens, when="after" if last else "at-once", step=last)
            step = replace(step, opens=opens)  # noqa: PLW2901 -- the step that is kept
        kept.append(step)
    return tuple(kept)

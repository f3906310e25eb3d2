"""In which order the reader took steps of several kinds, so that the last goes back first."""

from typing import Literal

from reader.values import frozen

Kind = Literal["note", "correction", "exception", "text"]


@frozen
class StepOrder:
    """The kinds of the steps on one article.

    Attributes:
        past: What can be taken back, the last one last.
        future: What was taken back and can be done again, the last one last.
    """

    past: tuple[Kind, ...] = ()
    future: tuple[Kind, ...] = ()

    def after(self, kind: Kind, way: str) -> "StepOrder":
        """Return the order after a step of a kind.

        Args:
            kind: The kind of the step.
            way: It is `new`, went `back`, came `again`, or is `forgotten` altogether.
        """
        if way == "new":
            return StepOrder((*self.past, kind))
        if way == "again":
            return StepOrder((*self.past, kind), _without_last(self.future, kind))
        past = _without_last(self.past, kind)
        return StepOrder(past, (*self.future, kind) if way == "back" else self.future)

    def without_last(self) -> "StepOrder":
        """Return the order without its last step, which cannot be taken back any more."""
        return StepOrder(self.past[:-1], self.future)

    def without_next(self) -> "StepOrder":
        """Return the order without the step that was to come again, which no longer can."""
        return StepOrder(self.past, self.future[:-1])

    def since_text(self) -> "StepOrder":
        """Return only the steps since the text was last changed: what was before it is lost."""
        past = self.past[::-1]
        kept = past[: past.index("text")] if "text" in past else past
        future = self.future[::-1]
        still = future[: future.index("text")] if "text" in future else future
        return StepOrder(kept[::-1], still[::-1])


def _without_last(kinds: tuple[Kind, ...], kind: Kind) -> tuple[Kind, ...]:
    """Return kinds without the last one of a kind."""
    if kind not in kinds:
        return kinds
    place = len(kinds) - 1 - kinds[::-1].index(kind)
    return (*kinds[:place], *kinds[place + 1 :])

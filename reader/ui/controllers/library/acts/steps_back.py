"""What was done in the library and how to take it back."""

from reader.ui.controllers.library.acts.library_changes import Change
from reader.values import frozen

_MOST = 50


@frozen
class Step:
    """One act.

    Attributes:
        words: What was done, in a sentence.
        change: Does it.
        back: Takes it back.
    """

    words: str
    change: Change
    back: Change


class StepsBack:
    """Remembers the latest acts; the last is taken back first, and done again first."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._taken: list[Step] = []

    def __bool__(self) -> bool:
        """Tell whether there is an act to be taken back."""
        return bool(self._steps)

    @property
    def can_go_on(self) -> bool:
        """Tell whether an act was taken back."""
        return bool(self._taken)

    def add(self, step: Step) -> None:
        """Remember a new act; those that were taken back are forgotten."""
        self._steps.append(step)
        self._taken.clear()
        del self._steps[:-_MOST]

    def take(self) -> Step | None:
        """Return the last act, which is now to be taken back; None when there is none."""
        if self._steps:
            self._taken.append(self._steps.pop())
            return self._taken[-1]
        return None

    def take_again(self) -> Step | None:
        """Return the act that was taken back last, now to be done again; None for none."""
        if self._taken:
            self._steps.append(self._taken.pop())
            return self._steps[-1]
        return None

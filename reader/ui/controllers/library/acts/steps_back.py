"""What was done in the library and how to take it back."""

from reader.ui.controllers.library.acts.library_changes import Change
from reader.values import frozen

_MOST = 50


@frozen
class Step:
    """One act.

    Attributes:
        words: What was done, in a sentence.
        back: Takes it back.
    """

    words: str
    back: Change


class StepsBack:
    """Remembers the latest acts; the last is taken back first."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def __bool__(self) -> bool:
        """Tell whether there is an act to be taken back."""
        return bool(self._steps)

    def add(self, step: Step) -> None:
        """Remember an act."""
        self._steps.append(step)
        del self._steps[:-_MOST]

    def take(self) -> Step | None:
        """Return the last act, which is now to be taken back; None when there is none."""
        return self._steps.pop() if self._steps else None

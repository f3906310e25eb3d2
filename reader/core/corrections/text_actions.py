"""What the reader can say of a text as a whole: its kind."""

from collections.abc import Callable, Mapping

from reader.core.corrections.layer import Correction
from reader.core.text.article import TextKind


class CorrectedText:
    """Holds what the reader says of the text.

    Attributes:
        kind: The kind of the text, or "" as long as the reader has not said it.
    """

    def __init__(self) -> None:
        self.kind = ""

    def set_kind(self, correction: Correction) -> bool:
        """Take the kind that the reader gives the text."""
        self.kind = correction.value
        return True


# To add an action of texts: its method above, its name here, and how it is said below.
TEXT_ACTIONS: Mapping[str, Callable[[CorrectedText, Correction], bool]] = {
    "set-text-kind": CorrectedText.set_kind,
}


def set_text_kind(kind: TextKind) -> Correction:
    """Say what kind of text an article is; "unknown" takes the program's guess away too."""
    return Correction("set-text-kind", value=kind)

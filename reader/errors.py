"""The one family of errors that people get to read."""


class ReaderError(Exception):
    """Something a person can act on.

    Attributes:
        message: One finished sentence: what failed, and where.
        hint: What to do next; empty when there is nothing to advise.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Return message and hint as one line of text."""
        return f"{self.message} {self.hint}".strip()


class ImportFailedError(ReaderError):
    """An article could not be read."""


class IsFeedError(ImportFailedError):
    """What was to be read as an article is a feed, which can be followed."""


class LexiconError(ReaderError):
    """A lexicon, or a line of it, could not be used."""


class LibraryError(ReaderError):
    """The reader's own data could not be read or written."""


def lack_of_memory() -> ReaderError:
    """Return what to tell a person where the machine has no room for what was asked."""
    return ReaderError(
        "There is not enough memory for this.",
        hint="Close other programs, or cut the text into parts, and try each.",
    )


def reason_of(error: Exception) -> str:
    """Return why the system refused something, for the end of a sentence."""
    reason = str(getattr(error, "strerror", None) or error)
    return reason[:1].lower() + reason[1:]

"""How the Naming panel calls kinds of actors, voices and forms of names."""

from PySide6.QtCore import QCoreApplication

from reader.core.lexicon.findings import Voice
from reader.core.sources.chain.entities import Form
from reader.core.sources.naming import ActorKind, Naming

FORM_COLUMNS: tuple[tuple[Form, ...], ...] = (
    ("full",),
    ("last",),
    ("first",),
    ("title", "role"),
    ("pronoun",),
)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Naming", words)


def kind_words(naming: Naming) -> str:
    """Return what an actor is: its role, or what kind of actor."""
    if naming.role:
        return naming.role
    words: dict[ActorKind, str] = {
        "person": _tr("person"),
        "body": _tr("organisation"),
        "group": _tr("group"),
        "someone": _tr("somebody"),
        "named": _tr("named"),
        "own": _tr("yours"),
    }
    return words[naming.kind]


def voice_words(voice: Voice) -> str:
    """Return how a voice is called."""
    words: dict[Voice, str] = {
        "narrator": _tr("narrator"),
        "direct": _tr("quoted"),
        "indirect": _tr("reported"),
    }
    return words[voice]


def form_titles() -> tuple[str, ...]:
    """Return the titles of the columns of forms."""
    return (_tr("full"), _tr("last"), _tr("first"), _tr("title"), _tr("pronoun"))


def places_words(count: int) -> str:
    """Return how many places there are."""
    return _tr("1 place") if count == 1 else _tr("{n} places").format(n=count)

"""What a correction did, in words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from reader.core.corrections import Correction
from reader.ui.marks.words import unnamed_source

_SHOWN = 36  # characters of a name in a menu


def _tr(words: str) -> str:
    return QCoreApplication.translate("Corrections", words)


def correction_words(correction: Correction) -> str:
    """Return what a correction did, for the button that takes it back."""
    name = correction.speaker.name if correction.speaker else ""
    other = correction.other.name if correction.other else ""
    named: Mapping[str, str] = {
        "merge-sources": _tr("joined {other} and {name}"),
        "split-off": _tr("split off “{words}”"),
        "set-speaker": _tr("{name} speaks"),
        "set-extent": _tr("extent “{words}”"),
        "set-kind": _tr("kind of “{words}”"),
        "set-source-kind": _tr("kind of {name}"),
        "set-side": _tr("side of {name}"),
        "name-side": _tr("name of a side"),
        "add-attribution": _tr("{name} says “{words}”"),
        "remove-attribution": _tr("nobody says “{words}”"),
        "add-hedge": _tr("hedge “{words}”"),
        "remove-hedge": _tr("no hedge “{words}”"),
        "join-names": _tr("“{words}” means {name}"),
        "part-names": _tr("“{words}” is an actor of its own"),
        "set-text-kind": _tr("kind of this text"),
        "set-title": _tr("title: {words}"),
        "set-author": _tr("author: {words}"),
        "set-outlet": _tr("outlet: {words}"),
        "set-date": _tr("date: {words}"),
        "set-language": _tr("language: {words}"),
        "mute-here": _tr("muted “{words}” here"),
        "mute-everywhere": _tr("muted “{words}” in every article"),
    }
    # An action without words of its own goes by its name, which is plain English.
    words = named.get(correction.action, f"{correction.action.replace('-', ' ')}: “{{words}}”")
    return words.format(
        name=shortened(name or unnamed_source()),
        other=shortened(other or unnamed_source()),
        words=shortened(correction.words) or _tr("none"),
    )


def shortened(words: str) -> str:
    """Return words on one line, without quotation marks and cut where they get too long."""
    flat = " ".join(words.split()).strip("“”\"'‘’«»")
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"

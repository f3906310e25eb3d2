"""What is said of an offer: in the field where it was found, and on the button that adds it."""

from PySide6.QtCore import QCoreApplication

from reader.ui.places.library.adding.offered.offer import Kind, Offer


def found_words(offer: Offer) -> str:
    """Return in a word or two what lies where the field points."""
    count = len(offer.links) if offer.links else len(offer.items)
    one = {"address": _tr("a page"), "file": _tr("a file"), "feed": _tr("a feed")}
    several = {
        "feed": _tr("{n} feeds"),
        "file": _tr("{n} files"),
        "folder": _tr("{n} files"),
        "watched": _tr("{n} files"),
    }
    words = one if count == 1 and offer.kind in one else several
    return words.get(offer.kind, "").format(n=f"{count:,}")


def adding_words(offer: Offer | None, kind: Kind, count: int) -> str:
    """Return what the button says that adds the items that are chosen.

    Args:
        offer: What was found, None before anything was.
        kind: The kind that is chosen.
        count: How many items are chosen.
    """
    return _unfilled(offer, kind, count).format(n=count)


def _unfilled(offer: Offer | None, kind: Kind, count: int) -> str:
    if offer is not None and offer.has_entries:
        return _tr("Follow and add {n}") if count else _tr("Follow")
    if offer is not None and offer.article is not None and offer.is_version:
        return _tr("Keep as a version")
    numbered, bare = {
        "feed": (_tr("Follow {n}"), _tr("Follow")),
        "watched": (_tr("Watch it and add {n}"), _tr("Watch it")),
    }.get(kind, (_tr("Add {n}"), _tr("Add")))
    return numbered if count else bare


def _tr(words: str) -> str:
    return QCoreApplication.translate("AddDialog", words)

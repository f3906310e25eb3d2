"""The dialogs that no first text waits for: each is loaded when a reader opens it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.dialogs.kept_articles import KeptArticles, KeptTitle
    from reader.ui.dialogs.keys.keys_dialog import KeysDialog
    from reader.ui.dialogs.muted_dialog import MutedDialog
    from reader.ui.dialogs.preferences.preferences_dialog import PreferencesDialog
    from reader.ui.places.tour.tour_card import TourCard, TourRing


def kept_articles() -> "tuple[type[KeptArticles], type[KeptTitle]]":
    """Return the dialog in which articles of the library are chosen, and what it lists."""
    from reader.ui.dialogs.kept_articles import KeptArticles, KeptTitle

    return KeptArticles, KeptTitle


def keys_dialog() -> "type[KeysDialog]":
    """Return the editor of keys."""
    from reader.ui.dialogs.keys.keys_dialog import KeysDialog

    return KeysDialog


def muted_dialog() -> "type[MutedDialog]":
    """Return the list of muted words."""
    from reader.ui.dialogs.muted_dialog import MutedDialog

    return MutedDialog


def preferences_dialog() -> "type[PreferencesDialog]":
    """Return the dialog of settings."""
    from reader.ui.dialogs.preferences.preferences_dialog import PreferencesDialog

    return PreferencesDialog


def tour_card() -> "tuple[type[TourCard], type[TourRing]]":
    """Return the card of the tour, and the ring around what it points at."""
    from reader.ui.places.tour.tour_card import TourCard, TourRing

    return TourCard, TourRing

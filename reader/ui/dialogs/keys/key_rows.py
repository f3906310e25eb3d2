"""The rows of the keys editor, made from the commands of the window."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from reader.ui.actions import COMMANDS, MENUS, PANELS_HERE
from reader.ui.dialogs.keys.key_table import KeyRow


def key_rows(actions: Mapping[str, QAction], usual: Mapping[str, str]) -> tuple[KeyRow, ...]:
    """Return a row for every command, in the order of the menus, then the keys of the page.

    Args:
        actions: The commands with their keys of now.
        usual: The key that each command comes with, by name.
    """
    of_menus = (
        _row(name, actions[name], usual.get(name, ""), _plain(title))
        for title, names in MENUS.items()
        for name in _names(names, actions)
    )
    return (*of_menus, *_without_menu())


def _names(names: tuple[str, ...], actions: Mapping[str, QAction]) -> Iterator[str]:
    for name in names:
        if name == PANELS_HERE:
            yield from (one for one in actions if one not in COMMANDS)
        elif name:
            yield name


def _row(name: str, action: QAction, usual: str, section: str) -> KeyRow:
    words = action.text().replace("&", "").rstrip("…")
    return KeyRow(name, section, words, action.shortcut().toString(), usual)


def _plain(title: str) -> str:
    return QCoreApplication.translate("MainWindow", title).replace("&", "")


def _without_menu() -> Iterator[KeyRow]:
    section = _tr("On the page and in the panels")
    for keys, told in (
        ("Enter", _tr("Show the card of a mark, open a row")),
        ("Esc", _tr("Close the card")),
        ("Space", _tr("Show or hide the marks of a category")),
        ("1, 2, 0", _tr("Put a source on a side, or on none")),
        ("J", _tr("Join a source with another")),
        ("C", _tr("Change the speaker of what a source says")),
    ):
        yield KeyRow("", section, told, keys, keys)


def _tr(words: str) -> str:
    return QCoreApplication.translate("KeysDialog", words)

"""Every command once: its words, its key and its tip. Menus, toolbar and tests share them.

To add one, give it a line in COMMANDS and a place in MENUS, and its slot among the `slots()` of
the controller that does it.
"""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from reader.values import frozen


@frozen
class Command:
    """One command.

    Attributes:
        text: What the menu says, with `&` before the mnemonic.
        key: The shortcut, or "".
        icon: The name of its icon, or "".
        is_checkable: Whether it is on or off.
    """

    text: str
    key: str = ""
    icon: str = ""
    is_checkable: bool = False


COMMANDS: dict[str, Command] = {
    "open": Command("&Open…", "Ctrl+O", "folder-open"),
    "open_address": Command("Open &address…", "", "link"),
    "paste": Command("&Paste an article", "Ctrl+V", "clipboard-paste"),
    "reload": Command("&Read again", "F5"),
    "close_article": Command("&Close the article", "Ctrl+W"),
    "export": Command("E&xport and print…", "Ctrl+Shift+E", "upload"),
    "print": Command("Pr&int…", "Ctrl+P", "printer"),
    "export_corrections": Command("&Save analysis and corrections…", "Ctrl+S"),
    "add": Command("A&dd articles…", "Ctrl+Shift+O", "plus"),
    "without_keeping": Command("Read without &keeping", "", "", is_checkable=True),
    "library": Command(
        "Library, and back to the pa&ge", "Ctrl+L", "library-big", is_checkable=True
    ),
    "shelf": Command("&List over the page", "Ctrl+Shift+L", "library-big", is_checkable=True),
    "search_library": Command("&Search the library", "Ctrl+Shift+F", "search"),
    "lately_read": Command("Lately &read", "Ctrl+H", "history"),
    "back": Command("&Back", "Alt+Left", "arrow-left"),
    "forward": Command("&Forward", "Alt+Right", "arrow-right"),
    "next_article": Command("&Next article", "F9"),
    "previous_article": Command("&Previous article", "Shift+F9"),
    "next_tab": Command("Next t&ab", "Ctrl+Tab"),
    "previous_tab": Command("Previo&us tab", "Ctrl+Shift+Tab"),
    "reopen_tab": Command("Op&en the closed tab again", "Ctrl+Shift+T"),
    "only_new": Command("&Only new", "", "list-filter", is_checkable=True),
    "fold_copies": Command("Fold &copies", "", "layers", is_checkable=True),
    "library_pane": Command(
        "Details of the c&hosen article", "", "panel-right", is_checkable=True
    ),
    "new_collection": Command("Ne&w collection…"),
    "keep_search": Command("&Keep this search…"),
    "look_for_new": Command("Look for new art&icles"),
    "mark_read": Command("&Mark what is new as read"),
    "reports": Command("Repor&ts…"),
    "save_feeds": Command("Sa&ve feeds as OPML…"),
    "empty_trash": Command("Empt&y the trash…"),
    "quit": Command("&Quit", "Ctrl+Q"),
    "undo": Command("&Undo", "Ctrl+Z", "undo-2"),
    "redo": Command("&Redo", "Ctrl+Shift+Z", "redo-2"),
    "correct": Command("Correct &here…", "Ctrl+Shift+C", "pencil"),
    "copy": Command("&Copy", "Ctrl+C"),
    "find": Command("&Find…", "Ctrl+F", "search"),
    "go_to": Command("&Go to…", "Ctrl+G"),
    "preferences": Command("&Preferences…", "Ctrl+,"),
    "show_panel": Command("&Panel", "Ctrl+B", "panel-left", is_checkable=True),
    "pin_layer": Command("P&in this layer", "Ctrl+Shift+P", "pin", is_checkable=True),
    "widen_panel": Command("Wi&den the panel", "Ctrl+Shift+B"),
    "tear_off_panel": Command("Pan&el in its own window"),
    "move_panel": Command("Panel on the &other side"),
    "larger": Command("&Larger text", "Ctrl++", "a-large-small"),
    "smaller": Command("S&maller text", "Ctrl+-"),
    "usual_size": Command("&Usual size", "Ctrl+0"),
    "next_theme": Command("Light, dar&k, sepia", "Ctrl+T", "sun-moon"),
    "stronger_voices": Command("Stron&ger voice marks", "", "", is_checkable=True),
    "full_screen": Command("&Full screen", "F11", "", is_checkable=True),
    "next_pane": Command("Ne&xt pane", "F6"),
    "show_marks": Command("&Marks", "M", "eye", is_checkable=True),
    "next_mark": Command("&Next mark", "F8", "chevron-down"),
    "previous_mark": Command("&Previous mark", "Shift+F8", "chevron-up"),
    "open_card": Command("Show the &card", "", ""),
    "voice_all": Command("&All", "Alt+1", "", is_checkable=True),
    "voice_narrator": Command("Narra&tor", "Alt+2", "", is_checkable=True),
    "voice_direct": Command("&Quoted", "Alt+3", "", is_checkable=True),
    "voice_indirect": Command("&Reported", "Alt+4", "", is_checkable=True),
    "mute_here": Command("Mute at th&is place", "Ctrl+M"),
    "mute_everywhere": Command("Mute in &every article", "Ctrl+Shift+M", "volume-x"),
    "muted": Command("Muted &words…", "Ctrl+Alt+M"),
    "highlight": Command("&Highlight", "Y", "highlighter"),
    "highlight_sentence": Command("Highlight the &sentence", "Shift+Y"),
    "note": Command("&Write a note", "N", "notebook-pen"),
    "note_on_article": Command("Note on the &article"),
    "import_notes": Command("Notes from a &file…"),
    "remove_highlight": Command("&Delete the highlight here"),
    "show_highlights": Command("&Your highlights", "", "", is_checkable=True),
    "text_cursor": Command("Text &cursor on the page", "F7", "", is_checkable=True),
    "compare": Command("&Compare articles…", "Ctrl+K", "columns-2"),
    "corpus": Command("Count &words over many articles…", "Ctrl+Shift+K", "table"),
    "edit_lexicons": Command("&Edit lexicons…", "Ctrl+E", "pencil"),
    "add_to_lexicon": Command("&Add the selected words…", "Ctrl+D", "plus"),
    "audit": Command("How a list &treats the sides…", "", ""),
    "reload_lexicons": Command("&Read the lexicons again"),
    "lexicon_folder": Command("Fo&lder of your own lexicons"),
    "play_lesson": Command("&Play a lesson…", "", "graduation-cap"),
    "new_lesson": Command("&Make a lesson…"),
    "change_lesson": Command("&Change a lesson, or look at answers…"),
    "ready_lessons": Command("&Ready lessons…"),
    "lexicon_duel": Command("&Two lists on one text…"),
    "teachers_guide": Command("&Guide for teachers"),
    "tour": Command("&Show me around"),
    "keys": Command("&Keys", "F1"),
    "about": Command("&About Close Reader"),
}

PANELS_HERE = "panels"  # stands in a menu where the commands of all panels go
MENUS: dict[str, tuple[str, ...]] = {
    "&File": (
        "add",
        "open",
        "open_address",
        "paste",
        "reload",
        "without_keeping",
        "",
        "export",
        "print",
        "export_corrections",
        "",
        "close_article",
        "quit",
    ),
    "&Edit": ("undo", "redo", "correct", "", "copy", "find", "go_to", "", "preferences"),
    "&View": (
        "show_panel",
        PANELS_HERE,
        "pin_layer",
        "widen_panel",
        "tear_off_panel",
        "move_panel",
        "",
        "larger",
        "smaller",
        "usual_size",
        "next_theme",
        "stronger_voices",
        "full_screen",
        "next_pane",
    ),
    "Li&brary": (
        "library",
        "shelf",
        "search_library",
        "lately_read",
        "",
        "back",
        "forward",
        "next_article",
        "previous_article",
        "next_tab",
        "previous_tab",
        "reopen_tab",
        "",
        "only_new",
        "fold_copies",
        "library_pane",
        "",
        "new_collection",
        "keep_search",
        "",
        "look_for_new",
        "mark_read",
        "reports",
        "save_feeds",
        "empty_trash",
    ),
    "&Marks": (
        "show_marks",
        "next_mark",
        "previous_mark",
        "open_card",
        "",
        "voice_all",
        "voice_narrator",
        "voice_direct",
        "voice_indirect",
        "",
        "mute_here",
        "mute_everywhere",
        "muted",
    ),
    "&Compare": ("compare", "corpus"),
    "&Notes": (
        "highlight",
        "highlight_sentence",
        "note",
        "note_on_article",
        "remove_highlight",
        "import_notes",
        "",
        "show_highlights",
        "text_cursor",
    ),
    "&Lexicons": (
        "edit_lexicons",
        "add_to_lexicon",
        "audit",
        "",
        "reload_lexicons",
        "lexicon_folder",
    ),
    "Le&sson": (
        "play_lesson",
        "",
        "new_lesson",
        "change_lesson",
        "ready_lessons",
        "lexicon_duel",
        "",
        "teachers_guide",
    ),
    "&Help": ("tour", "keys", "about"),
}


def make_actions(parent: QWidget, commands: Mapping[str, Command]) -> Mapping[str, QAction]:
    """Return one action for every command, by name."""
    actions = {}
    for name, command in commands.items():
        text = QCoreApplication.translate("Actions", command.text)
        action = QAction(text, parent)
        action.setObjectName(name)
        action.setCheckable(command.is_checkable)
        set_key(action, command.key)
        actions[name] = action
    return actions


def set_key(action: QAction, key: str) -> None:
    """Give an action its key, and name it in its tip; "" for none."""
    action.setShortcut(QKeySequence(key))
    plain = action.text().replace("&", "").rstrip("…")
    action.setToolTip(f"{plain} ({key})" if key else plain)

"""Walks the window over AT-SPI, as a screen reader does; run by the Python that has `gi`.

    spoken_tree.py FILE PROGRAM...

starts the program, waits for its marks, and writes what it met as JSON: a list of
`{"role", "name", "is_sensitive", "can_focus", "took_focus", "path"}`.
"""

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 -- the version is asked for first

LIMIT_S = 60
SETTLED_S = 1  # so long rows stay the same before they count as settled
FOCUS_S = 10  # most that focus may take on a busy machine; it comes within a tenth of a second
MOST_ROWS = 12  # children of a list that are walked: its rows are alike
ROWS = {"list", "tree", "tree table", "table"}
MANAGERS = ("openbox", "twm", "xfwm4", "metacity", "icewm")
TRIED = {"push button", "check box", "radio button", "entry", "combo box", "tree", "label"}


def wait_for(look, limit_s=LIMIT_S):
    """Return what `look` returns as soon as that is something; None past the limit."""
    until = time.monotonic() + limit_s
    while not (found := look()):
        if time.monotonic() > until:
            return None
        time.sleep(0.1)
    return found


def announced(look):
    """Return what `look` returns as soon as that is something; end where it never comes."""
    return wait_for(look) or sys.exit("the window, or its marks, were never announced")


def children(one):
    count = one.get_child_count()
    return [child for n in range(count) if (child := one.get_child_at_index(n)) is not None]


def has(one, state):
    return one.get_state_set().contains(state)


def window():
    """Return the program's window, once it is shown."""
    frames = [frame for program in children(Atspi.get_desktop(0)) for frame in children(program)]
    shown = [one for one in frames if has(one, Atspi.StateType.SHOWING)]
    return next((one for one in shown if one.get_role_name() == "frame"), None)


def walk(one, path=()):
    """Yield everything that is shown, with its role and where it stands."""
    role = one.get_role_name()
    yield one, role, path
    below = children(one)
    for child in below[:MOST_ROWS] if role in ROWS else below:
        if has(child, Atspi.StateType.SHOWING):
            yield from walk(child, (*path, role))


def settled_rows(frame):
    """Return what looks whether the panel's rows stay: they come again with measures."""
    before, since = [], 0.0

    def look():
        nonlocal before, since
        rows = [one for one, _, path in walk(frame) if path and path[-1] in ROWS]
        for one in rows:
            one.clear_cache()
        names = [one.get_name() for one in rows]
        if names != before:
            before, since = names, time.monotonic()
        return bool(names) and all(names) and time.monotonic() - since > SETTLED_S

    return look


def takes_focus(one):
    """Give one the focus, and tell whether it says that it has it."""
    one.grab_focus()

    def look():
        one.clear_cache()
        return has(one, Atspi.StateType.FOCUSED)

    return bool(wait_for(look, FOCUS_S))


def met(frame, *, has_manager):
    for one, role, path in list(walk(frame)):
        can_focus = has(one, Atspi.StateType.FOCUSABLE)
        is_sensitive = has(one, Atspi.StateType.SENSITIVE)
        opens_menu = has(one, Atspi.StateType.HAS_POPUP)  # Qt gives such a button no focus so
        is_tried = has_manager and can_focus and is_sensitive and not opens_menu and role in TRIED
        yield {
            "role": role,
            "name": one.get_name(),
            "is_sensitive": is_sensitive,
            "can_focus": can_focus,
            "took_focus": takes_focus(one) if is_tried else None,
            "path": path,
        }


def manager():
    """Start a window manager, where there is one; without it no window is ever active."""
    found = next(filter(None, map(shutil.which, MANAGERS)), None)
    return subprocess.Popen([found]) if found else None


def main():
    managing = manager()
    with subprocess.Popen(sys.argv[2:]) as program:
        try:
            frame = announced(window)
            announced(settled_rows(frame))
            found = list(met(frame, has_manager=managing is not None))
            Path(sys.argv[1]).write_text(json.dumps(found), encoding="utf-8")
        finally:
            program.terminate()
            if managing is not None:
                managing.terminate()


main()

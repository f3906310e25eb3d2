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
MOST_ROWS = 12  # children of a list that are walked: its rows are alike
ROWS = {"list", "tree", "tree table", "table"}
MANAGERS = ("openbox", "twm", "xfwm4", "metacity", "icewm")
TRIED = {"push button", "check box", "radio button", "entry", "combo box", "tree", "label"}


def wait_for(look):
    """Return what `look` returns as soon as that is something."""
    until = time.monotonic() + LIMIT_S
    while time.monotonic() < until:
        found = look()
        if found:
            return found
        time.sleep(0.2)
    sys.exit("the window, or its marks, were never announced")


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


def settled_rows(frame, before=()):
    """Return the names of the panel's rows, once they stay: they come again with measures."""
    rows = [one for one, _, path in walk(frame) if path and path[-1] in ROWS]
    for one in rows:
        one.clear_cache()
    names = [one.get_name() for one in rows]
    if names and all(names) and names == before:
        return names
    time.sleep(1)
    return settled_rows(frame, names) if names else None


def takes_focus(one):
    """Give one the focus, and tell whether it says that it has it."""
    one.grab_focus()
    until = time.monotonic() + 1
    while time.monotonic() < until:
        one.clear_cache()
        if has(one, Atspi.StateType.FOCUSED):
            return True
        time.sleep(0.02)
    return False


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
            frame = wait_for(window)
            wait_for(lambda: settled_rows(frame))
            found = list(met(frame, has_manager=managing is not None))
            Path(sys.argv[1]).write_text(json.dumps(found), encoding="utf-8")
        finally:
            program.terminate()
            if managing is not None:
                managing.terminate()


main()

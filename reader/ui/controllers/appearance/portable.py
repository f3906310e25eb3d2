"""Portable: moves what the reader keeps beside the program and back, when the window is closed."""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

from reader.paths import BESIDE, MARKER, Paths, portable_data, program_folders, usual_data
from reader.ui.dialogs.preferences.portable_row import DataPlace
from reader.ui.dialogs.waiting_dialog import WaitingDialog
from reader.ui.messages import Messages

Tell = Callable[[str], None]


class Portable(QObject):
    """Asks about the move, and makes it once nothing is written any more.

    Signals:
        ending_requested(): The window is to close, so that nothing changes meanwhile.
    """

    ending_requested = Signal()

    def __init__(
        self,
        paths: Paths,
        messages: Messages,
        load_library: "Callable[[], Any] | None",
        folders: tuple[Path, ...] = (),
        parent: QObject | None = None,
    ) -> None:
        """Move files of these paths; `folders` are those beside the program."""
        super().__init__(parent)
        self._now, self._messages, self._load = paths.data, messages, load_library
        self._folders = folders or program_folders()
        self._target: Path | None = None

    def place(self) -> DataPlace:
        """Return where the reader's files lie, and whether that can be changed here."""
        marked = portable_data(self._folders)
        is_portable = marked is not None and marked == self._now
        return DataPlace(self._now, is_portable, self._why_not(is_portable=is_portable))

    def _why_not(self, *, is_portable: bool) -> str:
        program = self._folders[0]
        if is_portable and (self._marker is None or self._marker.is_dir()):
            return self.tr("Move the folder “portable” away to end that.")
        if not is_portable and self._now != usual_data():
            return self.tr("The folder was named when the program was started.")
        if not os.access(program, os.W_OK):
            return self.tr("The program lies in {folder}, where you may not write.").format(
                folder=program
            )
        return "" if self._load is not None else self.tr("This window keeps no library.")

    @property
    def _marker(self) -> Path | None:
        found = (folder / MARKER for folder in self._folders)
        return next((marker for marker in found if marker.exists()), None)

    def ask(self, is_wanted: bool) -> None:  # noqa: FBT001 -- a slot
        """Ask whether to move, and close the window for it."""
        target = self._folders[0] / BESIDE if is_wanted else usual_data()
        is_there = target.is_dir() and any(target.iterdir())
        if is_there:
            told = self.tr(
                "There is something in {new} already: the program will go on with that. What lies "
                "in {old} stays as it is."
            )
        else:
            told = self.tr(
                "Settings, library and lists are copied to {new} and looked over. What lies in "
                "{old} stays as it is, and is used no longer."
            )
        title = self.tr("Keep everything beside the program?")
        if not is_wanted:
            title = self.tr("Keep everything in the usual folder of the system?")
        verb = self.tr("Use that folder") if is_there else self.tr("Copy and start again")
        if self._messages.confirm(title, told.format(new=target, old=self._now), verb):
            self._target = target
            self.ending_requested.emit()

    @property
    def is_wanted(self) -> bool:
        """Tell whether a move was asked for."""
        return self._target is not None

    def carry_out(self) -> None:
        """Move, with a dialog meanwhile; then tell, and start the program again."""
        if self._target is None or self._load is None:
            return
        work = partial(_move, self._load, self._now, self._target, self._switch)
        title = self.tr("Everything is being copied")
        problem = WaitingDialog(title, self.tr("Do not pull the stick out.")).run(work)
        if problem is None:
            told = self.tr("Everything lies in {folder} now.").format(folder=self._target)
        else:
            told = f"{problem.message} {problem.hint}"
        title = self.tr("Moved") if problem is None else self.tr("Everything stays where it was")
        verbs = (self.tr("Start again"), self.tr("Close"))
        if self._messages.choose(title, told, verbs) == 0:
            QProcess.startDetached(sys.orig_argv[0], sys.orig_argv[1:])

    def _switch(self, moving: Any) -> None:  # noqa: ANN401 -- a module that is loaded late
        """Have the program use the new folder from its next start on."""
        program = self._folders[0]
        if self._target is not None and self._target.parent == program:
            moving.keep_beside(program, self._target)
        elif self._marker is not None:
            moving.keep_as_usual(self._marker)


def _move(  # a worker runs it
    load: Callable[[], Any], old: Path, new: Path, switch: Callable[[Any], None], _tell: Tell
) -> None:
    moving = load().moving
    if not moving.is_used(new):
        moving.copy_data(old, new)
    switch(moving)

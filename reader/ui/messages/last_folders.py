"""The folders in which files were last chosen, so that the next choice begins there."""

from typing import Literal, Protocol

from PySide6.QtCore import QDir, QFileInfo, QStandardPaths

FileKind = Literal["open", "export", "lesson"]
_USUAL = (
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.HomeLocation,
)


class KeptFolders(Protocol):
    """Whatever keeps the folders between two starts."""

    def folder_of(self, kind: FileKind) -> str:
        """Return the last folder of a kind; "" for none yet."""

    def keep_folder(self, kind: FileKind, folder: str) -> None:
        """Keep the last folder of a kind."""


class LastFolders:
    """Tells where a choice of files begins, and learns where it ended."""

    def __init__(self, kept: KeptFolders | None = None) -> None:
        self._kept = kept

    def start(self, kind: FileKind, name: str = "") -> str:
        """Return the folder to begin in, with the name of a new file; no folder that is gone.

        A pupil did not choose where the program was started: a lesson begins in the documents.
        """
        folder = self._kept.folder_of(kind) if self._kept is not None else ""
        if kind == "lesson" and not (folder and QDir(folder).exists()):
            usual = map(QStandardPaths.writableLocation, _USUAL)
            folder = next((one for one in usual if QDir(one).exists()), "")
        is_there = bool(folder) and QDir(folder).exists()
        return QDir(folder).filePath(name) if is_there else name

    def learn(self, kind: FileKind, path: str, *, is_folder: bool = False) -> None:
        """Keep the folder of what was chosen; nothing when nothing was."""
        if path and self._kept is not None:
            info = QFileInfo(path)
            folder = info.absoluteFilePath() if is_folder else info.absolutePath()
            self._kept.keep_folder(kind, folder)

"""The settings as a JSON file in the reader's own folder."""

import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from reader.errors import ReaderError
from reader.settings import Settings
from reader.storage.atomic_files import write_atomically


def load_settings(path: Path) -> tuple[Settings, ReaderError | None]:
    """Return the settings, and what is wrong with the file; what is good in it is used."""
    try:
        plain = dict(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Settings(), None
    except (OSError, ValueError, TypeError) as error:
        problem = ReaderError(
            f"The settings in {path.name} could not be read, so the defaults are used.",
            hint="They are written anew when a setting changes.",
        )
        problem.__cause__ = error
        return Settings(), problem
    known: dict[str, Any] = {}
    for item in fields(Settings):
        value = plain.get(item.name)
        if isinstance(value, list):
            value = tuple(str(part) for part in value)
        if value is not None and isinstance(value, type(item.default)):
            known[item.name] = _bounded(
                value, item.metadata.get("least"), item.metadata.get("most")
            )
    return Settings(**known), None


def _bounded(value: object, least: object, most: object) -> object:
    if isinstance(value, int) and isinstance(least, int) and isinstance(most, int):
        return min(most, max(least, value))
    return value


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings.

    Raises:
        ReaderError: The folder cannot be written.
    """
    text = json.dumps(asdict(settings), indent=1, ensure_ascii=False)
    write_atomically(path, (text + "\n").encode())

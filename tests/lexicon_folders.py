"""Lexicons written to folders, for tests that read them."""

from pathlib import Path

from reader.core.lexicon.lexicon import Lexicon
from reader.storage.files.atomic_files import write_together
from reader.storage.lexicons.heads import lexicon_toml
from reader.storage.lexicons.tables import entry_table


def save_lexicon(folder: Path, lexicon: Lexicon) -> None:
    """Write a lexicon as the program writes its own: both files, or neither."""
    write_together(
        {
            folder / "entries.csv": entry_table(lexicon.entries).encode(),
            folder / "lexicon.toml": lexicon_toml(lexicon).encode(),
        }
    )

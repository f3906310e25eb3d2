"""The language data that the program ships: tagger weights and syllables."""

import json
import zlib
from collections.abc import Mapping
from pathlib import Path

from reader.core.text.tagging import Tagger, TaggerModel
from reader.errors import ReaderError

_HINT = "Install Close Reader again."


def load_tagger(path: Path) -> Tagger:
    """Return the part-of-speech tagger from the file of its weights.

    Raises:
        ReaderError: The file is missing or not what it should be.
    """
    try:
        return Tagger(TaggerModel.from_bytes(_read(path)))
    except ValueError as error:
        raise _damaged(path) from error


def load_syllables(path: Path) -> Mapping[str, int]:
    """Return how many syllables each listed English word has.

    Raises:
        ReaderError: The file is missing or not what it should be.
    """
    syllables: dict[str, int] = {}
    try:
        for count, words in json.loads(zlib.decompress(_read(path))).items():
            syllables.update(dict.fromkeys(words.split(), int(count)))
    except (zlib.error, ValueError, AttributeError) as error:
        raise _damaged(path) from error
    return syllables


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"The language data {path.name} could not be read."
        raise ReaderError(message, hint=_HINT) from error


def _damaged(path: Path) -> ReaderError:
    return ReaderError(f"The language data {path.name} is damaged.", hint=_HINT)

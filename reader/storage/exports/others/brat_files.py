"""brat's files as they travel: a .ann beside its .txt, or a zip of such pairs."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from reader.core.text.article import Article
from reader.errors import ImportFailedError
from reader.storage.exports.others.brat_lines import read_brat
from reader.storage.exports.others.brat_notes import notes_of
from reader.storage.exports.others.notes_file import (
    LARGEST,
    MOST,
    TAKE_FEWER,
    NotesFile,
    other_text,
    too_many,
)
from reader.storage.files.limited_files import read_limited


def read_ann(data: bytes, path: Path, article: Article) -> NotesFile:
    """Return the notes of a .ann file; its text is the .txt beside it, or else the article.

    Raises:
        ImportFailedError: It is no such file, or it belongs to another text.
        ReaderError: The .txt beside it cannot be read.
    """
    beside = path.with_suffix(".txt")
    text = article.text
    if beside.is_file():
        text = _text(read_limited(beside, LARGEST, TAKE_FEWER), beside.name)
    return _checked(_notes(_text(data, path.name), text, path.name), article, path.name)


def read_pairs(parts: Mapping[str, bytes], name: str, article: Article) -> NotesFile:
    """Return the notes of that pair among the files of a zip which is about the article.

    It is the pair whose text is the article's, or else the one most of whose words stand there.

    Raises:
        ImportFailedError: There is none, or it belongs to another text.
    """
    read: list[tuple[str, NotesFile]] = []
    for part, ann, text in _pairs(parts):
        read.append((text, _notes(ann, text, f"{name}, {part}")))
    if not read:
        raise ImportFailedError(
            f"{name} holds no .ann file with its .txt.", hint="Choose what brat exports."
        )

    def nearness(pair: tuple[str, NotesFile]) -> tuple[bool, int]:
        text, held = pair
        return text == article.text, _found(held, article)

    best = max(read, key=nearness)
    others = sum(len(held.notes) for _, held in read) - len(best[1].notes)
    return _checked(NotesFile(best[1].notes, others), article, name)


def _notes(ann: str, text: str, name: str) -> NotesFile:
    notes = notes_of(read_brat(ann, text, name))
    if len(notes) > MOST:
        raise too_many(name, len(notes))
    return NotesFile(notes)


def _found(held: NotesFile, article: Article) -> int:
    return sum(note.place_in(article.text) is not None for note in held.notes)


def _checked(held: NotesFile, article: Article, name: str) -> NotesFile:
    if held.notes and not _found(held, article):
        raise other_text(name)
    return held


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportFailedError(
            f"{name} could not be read: it is no text in UTF-8.",
            hint="Save it as UTF-8, and try again.",
        ) from error


def _pairs(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str, str]]:
    """Yield name, lines and text of each pair among the files of a zip."""
    for part, ann in parts.items():
        text = parts.get(f"{part.removesuffix('.ann')}.txt")
        if part.endswith(".ann") and text is not None:
            shown = PurePosixPath(part).name
            yield shown, _text(ann, shown), _text(text, shown)

"""What the program must know of a format that lists of words come and go in."""

from collections.abc import Callable, Mapping

from reader.core.languages.language import Language, Languages
from reader.core.lexicon.lexicon import Lexicon
from reader.storage.files.text_files import LARGEST_FILE, decode_text
from reader.storage.interchange.drafts import Exported, Imported
from reader.storage.languages import SHIPPED
from reader.values import frozen


@frozen
class Pack:
    """What came out of a file.

    Attributes:
        imported: The lexicon, and all that is wrong with it.
        papers: Licence, changelog and readme texts by file name, where the format has them.
    """

    imported: Imported
    papers: Mapping[str, str]


@frozen
class ListFormat:
    """A format that lists of words come and go in.

    Attributes:
        name: Its fixed short name, as it is typed after --format.
        title: What a person calls it, as the file dialog shows it.
        endings: How the names of its files end, with the dot; a file that is written has the
            first.
        write: Returns a lexicon in this format; papers are handed on where there is a place.
        read: Returns what the bytes of a file of some name hold, or raises a LexiconError; None
            where it is only written.
        is_text: Whether it can be shown on a terminal.
        largest: The largest file that is read, in bytes.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    write: Callable[[Lexicon, Mapping[str, str]], Exported]
    read: Callable[[bytes, str, Languages], Pack] | None
    is_text: bool = True
    largest: int = LARGEST_FILE


def from_text(
    read: Callable[[str, str, Language], Imported],
) -> Callable[[bytes, str, Languages], Pack]:
    """Return a reader of files made from a reader of texts; it reports a guessed encoding."""

    def read_file(data: bytes, name: str, languages: Languages) -> Pack:
        text = decode_text(data)
        imported = read(text.text, name, languages.of(SHIPPED))
        if text.note:
            problems = (f"{name}: {text.note}", *imported.problems)
            imported = Imported(imported.lexicon, problems)
        return Pack(imported, {})

    return read_file


def without_papers(
    write: Callable[[Lexicon], Exported],
) -> Callable[[Lexicon, Mapping[str, str]], Exported]:
    """Return the writer of a format that has no place for papers."""

    def write_file(lexicon: Lexicon, _papers: Mapping[str, str]) -> Exported:
        return write(lexicon)

    return write_file

"""The tables of a language besides the lexicons that a reader may change, in one tuple.

`lexicon check` and the editor ask here. To add one, write what is wrong with it where it is read;
one below `words/` goes into `_REPLACED` of `storage/languages.py` too, which reads those.
"""

import os

from reader.core.sources.words.disclosure_words import disclosure_problems
from reader.errors import reason_of
from reader.intake.text import furniture
from reader.paths import Paths
from reader.tables import date_table
from reader.tables.files import Problems, parsed_table, table_text
from reader.values import frozen


@frozen
class WordTable:
    """A table of words and patterns, shipped in a file that the reader may lay an own one over.

    Attributes:
        name: Of its file below the folder of the language, without the ending.
        title: What a person calls it.
        about: What the program does with it, in a sentence.
        problems: Returns what is wrong with what it says.
    """

    name: str
    title: str
    about: str
    problems: Problems

    def shipped_text(self, paths: Paths) -> str:
        """Return the file as it is shipped."""
        return paths.shipped_table(self.name).read_text(encoding="utf-8")

    def wrong(self, text: str, paths: Paths) -> tuple[str, ...]:
        """Return all that is wrong with the text of such a file, as finished sentences.

        What it lacks is no mistake: it is as it is shipped then.
        """
        try:
            shipped = parsed_table(self.shipped_text(paths))
            return tuple(self.problems({**shipped, **parsed_table(text)}))
        except ValueError as error:
            return (f"It is not written as TOML asks: {error}.",)


WORD_TABLES = (
    WordTable(
        furniture.TABLE,
        "What pages put around a story",
        "By these words menus, share bars, invitations, notes and credits are left out of a page.",
        furniture.furniture_problems,
    ),
    WordTable(
        date_table.TABLE,
        "Lines with date and author",
        "By these words the lines are found that tell when a text appeared, and who wrote it.",
        date_table.date_problems,
    ),
    WordTable(
        "words/disclosure",
        "What a text tells of its sources",
        "By these patterns the Sourcing panel tells how a source spoke, how it knows, and why "
        "its name is kept back.",
        disclosure_problems,
    ),
)


def own_problems(paths: Paths) -> tuple[str, ...]:
    """Return what is wrong with the reader's own copies, each with the name of its file."""
    found: list[str] = []
    for table in WORD_TABLES:
        path = paths.own_table(table.name)
        if os.path.lexists(path):
            try:
                wrong = table.wrong(table_text(path), paths)
            except UnicodeDecodeError:
                wrong = ("It is no text in UTF-8.",)
            except OSError as error:
                wrong = (f"It could not be read: {reason_of(error)}.",)
            found += [f"{path.name}: {told} The shipped one is used." for told in wrong]
    return tuple(found)

"""Languages as folders: `language.toml`, word lists, and what a tagger has learned."""

import struct
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from pathlib import Path

from reader.core.languages.english import EnglishInflections, EnglishWords
from reader.core.languages.guessing import LanguageGuesser
from reader.core.languages.inflections import Inflections, Stem, SuffixInflections, SuffixWords
from reader.core.languages.language import Language, Languages, Tables
from reader.core.sources.words.disclosure_words import DisclosureWords, disclosure_problems
from reader.core.text.drawers import NumberDrawer
from reader.core.text.tagger_model import TaggerModel
from reader.core.text.tagging import Tagger, TaggerWords, UnknownParts
from reader.core.text.tokens import Tokenizer, TokenWords
from reader.core.text.word_lists import Plain, read_lists
from reader.errors import ReaderError
from reader.paths import Paths
from reader.storage.late_loads import load_stemmers
from reader.tables.files import laid_over
from reader.values import frozen

SHIPPED = "en"  # the language of the shipped lexicons, and of lists that do not say theirs
_HINT = "Install Close Reader again."
_ABOUT = "language.toml"
_WORDS = "words"
_TAGGER = "tagger.bin"
# Tables that a reader may lay an own copy over; `intake/text/word_tables.py` lists them too.
_REPLACED = {DisclosureWords.TABLE: disclosure_problems}
_INFLECTIONS = ("english", "suffixes")


@lru_cache(maxsize=8)
def load_languages(folder: Path, own: Path | None = None) -> Languages:
    """Return all languages that lie in `folder`, one a folder, as they were read first.

    Args:
        folder: Where the shipped ones lie.
        own: Where the reader's own copies of tables lie, in the same order; None for nowhere.

    Shipped files stay as they are while the program runs, so each is read once: lists that are
    loaded twice then share what was made of their phrases.

    Raises:
        ReaderError: A language cannot be read, or there is none.
    """
    found = [load_language(place.parent, own) for place in sorted(folder.glob(f"*/{_ABOUT}"))]
    if not found:
        raise ReaderError("The language data could not be read.", hint=_HINT)
    return Languages({language.code: language for language in found})


def languages_in_use(paths: Paths) -> Languages:
    """Return the shipped languages, with the reader's own tables where there are any.

    Raises:
        ReaderError: A language cannot be read, or there is none.
    """
    own = paths.own_language if paths.own_language.is_dir() else None
    return load_languages(paths.languages, own)


def load_language(folder: Path, own: Path | None = None) -> Language:
    """Return one language; all that is wrong with its files is reported together.

    An own copy of a table with mistakes is passed over.

    Raises:
        ReaderError: A file is missing or not what it should be.
    """
    reading = _Reading(folder)
    about = reading.about()
    tables = reading.tables()
    if own is not None:
        tables = _with_own(tables, own / folder.name / _WORDS)
    kind = str(about.get("inflections", "suffixes"))
    if kind not in _INFLECTIONS:
        known = ", ".join(_INFLECTIONS)
        reading.complain(_ABOUT, f"“{kind}” is no way to make forms; it is one of {known}.")
    stem = _stem_by(str(about["stemmer"]), reading) if "stemmer" in about else None
    if reading.problems:
        raise ReaderError(" ".join(reading.problems), hint=_HINT)
    return Language(
        code=str(about["code"]),
        name=str(about["name"]),
        tokenizer=Tokenizer(read_lists(TokenWords, tables.get(TokenWords.TABLE, {}))),
        inflections=_inflections(kind, tables, stem),
        tables=tables,
        has_tagger=about.get("tagger") is True,
    )


def _with_own(tables: Tables, folder: Path) -> Tables:
    """Return the tables, with the reader's own copies in a folder laid over them."""
    laid = {
        name: laid_over(tables.get(name, {}), folder / f"{name}.toml", problems)
        for name, problems in _REPLACED.items()
    }
    return {**tables, **{name: table for name, table in laid.items() if table}}


@frozen
class _Reading:
    """The mistakes met while the folder of a language is read."""

    folder: Path
    problems: list[str] = field(default_factory=list)

    def complain(self, file: str, what: str) -> None:
        self.problems.append(f"{self.folder.name}/{file}: {what}")

    def about(self) -> Mapping[str, object]:
        """Return what `language.toml` says of the language."""
        about = self._toml(self.folder / _ABOUT)
        for key in ("code", "name"):
            if not isinstance(about.get(key), str):
                self.complain(_ABOUT, f"it does not say the language's {key}.")
        return about

    def tables(self) -> Tables:
        """Return the word lists of all files, by table and name."""
        places = sorted((self.folder / _WORDS).glob("*.toml"))
        return {path.stem: dict(self._lists(path)) for path in places}

    def _lists(self, path: Path) -> Iterator[tuple[str, Plain]]:
        for name, plain in self._toml(path).items():
            if isinstance(plain, str) or (
                isinstance(plain, list) and all(isinstance(item, str) for item in plain)
            ):
                yield name, plain
            else:
                self.complain(path.name, f"“{name}” is neither words nor a list of texts.")

    def _toml(self, path: Path) -> Mapping[str, object]:
        try:
            return tomllib.loads(path.read_text("utf-8"))
        except OSError:
            self.complain(path.name, "it could not be read.")
        except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
            self.complain(path.name, f"it is not written as TOML asks: {error}.")
        return {}


def _inflections(kind: str, tables: Tables, stem: Stem | None) -> Inflections:
    if kind == "english":
        lists = read_lists(EnglishWords, tables.get(EnglishWords.TABLE, {}))
        return EnglishInflections(lists)
    return SuffixInflections(read_lists(SuffixWords, tables.get(SuffixWords.TABLE, {})), stem)


def _stem_by(name: str, reading: _Reading) -> Stem | None:
    """Return the Snowball stemmer of a name; a language that names none does not load nltk."""
    snowball = load_stemmers()
    if name not in snowball.SnowballStemmer.languages:
        known = ", ".join(snowball.SnowballStemmer.languages)
        reading.complain(_ABOUT, f"“{name}” is no stemmer; it is one of {known}.")
        return None
    stemmer = snowball.SnowballStemmer(name)
    return lambda word: str(stemmer.stem(word))


def load_guesser(path: Path) -> LanguageGuesser:
    """Return what guesses the language of a text by the words of a file.

    Raises:
        ReaderError: The file is missing or not what it should be.
    """
    try:
        return LanguageGuesser.from_table(tomllib.loads(_read(path).decode("utf-8")))
    except ValueError as error:  # what TOML and UTF-8 complain of too
        raise _damaged(path) from error


def load_tagger(folder: Path, language: Language) -> Tagger:
    """Return the part-of-speech tagger of a language; it knows no part where there is no data.

    Args:
        folder: Where the languages lie, one a folder.
        language: The one that is meant.

    Raises:
        ReaderError: The file is missing or not what it should be.
    """
    if not language.has_tagger:
        return UnknownParts()
    path = folder / language.code / _TAGGER
    try:
        model = TaggerModel.from_bytes(_read(path))
    except ValueError as error:
        raise _damaged(path) from error
    return Tagger(model, language.lists(TaggerWords))


def load_syllables(path: Path) -> Mapping[str, int]:
    """Return how many syllables each listed English word has.

    Raises:
        ReaderError: The file is missing or not what it should be.
    """
    try:
        return NumberDrawer.from_bytes(_read(path))
    except (ValueError, struct.error) as error:
        raise _damaged(path) from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"The language data {path.name} could not be read."
        raise ReaderError(message, hint=_HINT) from error


def _damaged(path: Path) -> ReaderError:
    return ReaderError(f"The language data {path.name} is damaged.", hint=_HINT)

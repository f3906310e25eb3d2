"""A language as the program knows it: how to cut its texts, its forms and its word lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from reader.core.languages.inflections import Inflections, SuffixInflections, SuffixWords
from reader.core.text.tokens import Tokenizer, TokenWords
from reader.core.text.word_lists import Plain, WordLists, read_lists

_Lists = TypeVar("_Lists", bound=WordLists)
Tables = Mapping[str, Mapping[str, Plain]]


@dataclass(frozen=True, eq=False, slots=True)
class Language:
    """One language. Rules are written once; what differs between languages stands here.

    Attributes:
        code: Two letters, as in lexicons and articles.
        name: Its English name, for sentences to the reader.
        tokenizer: Cuts a text into words and sentences.
        inflections: Knows the forms of words.
        tables: The word lists by table and name, as its data files write them.
        has_tagger: Its data hold what a tagger has learned; without it no part of speech is
            known and no attribution is found.
    """

    code: str
    name: str
    tokenizer: Tokenizer
    inflections: Inflections
    tables: Tables = field(default_factory=dict)
    has_tagger: bool = False
    _lists: dict[type, WordLists] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Return code and name: the lists would fill pages in a failed test."""
        return f"Language({self.code!r}, {self.name!r})"

    def lists(self, cls: type[_Lists]) -> _Lists:
        """Return the word lists that a room declares; a list that is lacking is empty."""
        if cls not in self._lists:
            self._lists[cls] = read_lists(cls, self.tables.get(cls.TABLE, {}))
        return cast("_Lists", self._lists[cls])


def plain_language(code: str = "", name: str = "an unknown language") -> Language:
    """Return a language without any word list: words are found as they are written."""
    return Language(code, name, Tokenizer(TokenWords()), SuffixInflections(SuffixWords()))


PLAIN = plain_language()


@dataclass(frozen=True, eq=False, slots=True)
class Languages:
    """The languages that the program has data of.

    Attributes:
        known: Each language by its code.
    """

    known: Mapping[str, Language]

    def of(self, code: str) -> Language:
        """Return the language of a code such as “en” or “en-GB”, or the plain one."""
        return self.known.get(_plain(code), PLAIN)

    def knows(self, code: str) -> bool:
        """Tell whether there is data of a language."""
        return _plain(code) in self.known


def _plain(code: str) -> str:
    """Return the language of a code such as "en-GB" or "EN_us"."""
    return code.lower().replace("_", "-").partition("-")[0]

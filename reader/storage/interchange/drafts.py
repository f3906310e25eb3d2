"""A lexicon in the making: what a foreign list holds, gathered with all that cannot be used."""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass, field, replace
from operator import attrgetter

from reader.core.languages.language import Language
from reader.core.lexicon.lexicon import (
    SEPARATOR,
    TEXT_COLUMNS,
    Category,
    Entry,
    Guard,
    Lexicon,
    joined_categories,
)
from reader.core.lexicon.phrases import phrase_problem
from reader.storage.lexicons.limits import (
    MOST_CATEGORIES,
    MOST_COMPLAINTS,
    MOST_ENTRIES,
    MOST_LINES,
    MOST_PLACES,
    and_more,
    first_lines,
)
from reader.values import frozen

_MOST_ALTERNATIVES = 50  # of one entry
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))  # where a line may break, or not
_LONGEST_TOLD = 1_000  # characters of what is told of a category
_LINES = ("thick", "dashed", "wave", "dotted", "double", "thin")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_ID = re.compile(r"[\w.:-]+")
_PROGRAM = "Imported"
# Empty lines before the one that names the columns, and the one by which Excel knows how to cut.
_ABOVE_TABLE = re.compile(r'(?:[,; \t]*+\n|"?sep=[^\n]{1,3}\n)*+', re.IGNORECASE)
_PLAIN = Entry("", "exact", None, "", "confident")
_said = attrgetter("phrase", "category", "alternatives", "match", "confidence", *TEXT_COLUMNS)


@frozen
class Imported:
    """What came of reading a foreign list.

    Attributes:
        lexicon: What could be used.
        problems: Finished sentences about what could not, with line numbers.
    """

    lexicon: Lexicon
    problems: tuple[str, ...]


@frozen
class Exported:
    """A lexicon in a foreign format.

    Attributes:
        data: The file's bytes.
        suffix: How its name should end, with the dot.
        losses: Finished sentences about what the format cannot hold.
    """

    data: bytes
    suffix: str
    losses: tuple[str, ...]


# Phrase, part of speech and guards: what may stand once in a list, whatever its categories.
_Key = tuple[str, str | None, tuple[Guard, ...]]


@dataclass(slots=True)
class ListDraft:
    """Entries and categories as they are met; a phrase met again gets the further category."""

    name: str
    language: Language
    problems: list[str] = field(default_factory=list)
    _complaints: int = 0
    _above: int = 0  # lines before the first that counts
    _has_too_many: bool = False
    _last: tuple[str, str, str | None] = ("", "", "the entry has no phrase.")
    _ids: dict[str, str] = field(default_factory=dict)  # of categories, by the name given
    _letters: set[str] = field(default_factory=set)
    _taken_as_one: set[str] = field(default_factory=set)  # names told of already
    _categories: dict[str, Category] = field(default_factory=dict)
    _told: dict[str, str] = field(default_factory=dict)  # of categories, by their ids
    _entries: dict[_Key, Entry] = field(default_factory=dict)

    def complain(self, line: int, what: str, hint: str = "") -> None:
        """Note something that could not be used; the first are kept, the rest is counted."""
        self._complaints += 1
        if self._complaints <= MOST_COMPLAINTS:
            place = f"line {line + self._above}: " if line else ""
            self.problems.append(f"{self.name}, {place}{what} {hint}".strip())

    def first_lines(self, text: str) -> str:
        """Return the lines of a text with plain ends, up to the limit."""
        text, more = first_lines(text.replace("\r\n", "\n").replace("\r", "\n"))
        if more:
            self.complain(0, f"only the first {MOST_LINES:,} lines are read.")
        return text

    def without_head(self, text: str) -> str:
        """Return a table from the line that names its columns on."""
        above = _ABOVE_TABLE.match(text)
        place = 0 if above is None else above.end()
        self._above = text.count("\n", 0, place)
        return text[place:]

    def category(self, name: str, *, is_id: bool = False) -> str:
        """Return the id of the category called `name`, made where it is new.

        Args:
            name: What it is called.
            is_id: Whether the name may be an id of ours, which is kept as it is.
        """
        shown = " ".join(name.split())[:80] or "words"
        plain = re.sub(r"[^\w]+", "-", shown.lower()).strip("-") or "words"
        keeps = is_id and _ID.fullmatch(shown) is not None
        known = shown.lower() if keeps else plain
        if known not in self._categories:
            number = len(self._categories)
            if number == MOST_CATEGORIES:
                return self._last_category(known)
            letter, line = self._letter(known), _LINES[(number // 8) % len(_LINES)]
            place = shown if keeps else known
            self._categories[known] = Category(place, shown, "", "", letter, number % 8 + 1, line)
        elif self._categories[known].name != shown and shown not in self._taken_as_one:
            self._taken_as_one.add(shown)
            name = self._categories[known].name
            self.complain(0, f"“{shown}” and “{name}” are taken as one category.")
        return self._categories[known].id

    def explain(self, name: str, told: str) -> None:
        """Keep what a file tells of the category called `name`."""
        self._told.setdefault(self.category(name), " ".join(told.split())[:_LONGEST_TOLD])

    def categories(self, cell: str) -> str:
        """Return the ids of the categories that a cell names, `|` between them, as one."""
        names = [name for name in cell.split(SEPARATOR) if name.strip()]
        return joined_categories(self.category(name, is_id=True) for name in names or [""])

    def _last_category(self, known: str) -> str:
        """Return the category that takes the words of those for which there is no place."""
        last = next(reversed(self._categories.values()))
        if not self._has_too_many:
            self._has_too_many = True
            what = f"only {MOST_CATEGORIES:,} categories are taken over; words of “{known}” and "
            self.complain(0, f"{what}later ones come under “{last.name}”.")
        return last.id

    def _letter(self, known: str) -> str:
        """Return a sign that no other category has, as far as there are any."""
        letter = free_letter(known, self._letters)
        self._letters.add(letter)
        return letter

    def add(self, pattern: str, category: str, line: int, like: Entry = _PLAIN) -> None:
        """Add a pattern with `*` for any ending under the category called `category`.

        Args:
            pattern: The words.
            category: The name as people read it.
            line: Where it stands.
            like: Has what else is known of it.
        """
        self.add_to_all(pattern, (category,), line, like)

    def add_to_all(
        self, pattern: str, categories: Iterable[str], line: int, like: Entry = _PLAIN
    ) -> None:
        """Add a pattern under several categories at once, which one line names; see `add`."""
        phrase, problem = self._read(pattern)
        if problem is not None:
            self.complain(line, problem)
            return
        places = tuple(dict.fromkeys(map(self._place, categories)))
        if places:
            held = self._held(phrase, places, line)
            source = f"{_PROGRAM}: {self.name}"
            self.add_entry(replace(like, phrase=phrase, category=held, source=source, line=line))

    def _place(self, category: str) -> str:
        place = self._ids.get(category) or self.category(category)
        self._ids[category] = place
        return place

    def _held(self, phrase: str, places: tuple[str, ...], line: int) -> str:
        """Return the categories of an entry as it holds them; there are no more than it may have.

        What is too many is told.
        """
        if len(places) > MOST_PLACES:
            what = f"“{phrase}” is in more than {MOST_PLACES} categories; "
            self.complain(line, f"{what}the first {MOST_PLACES} are kept.")
        return joined_categories(places[:MOST_PLACES])

    def _read(self, pattern: str) -> tuple[str, str | None]:
        """Return a pattern's phrase, and what is wrong with it; kept for its next category."""
        if self._last[0] != pattern:
            phrase = " ".join(visible(pattern).replace("...", "…").split())
            problem = _pattern_problem(phrase) or phrase_problem(phrase, self.language)
            self._last = (pattern, phrase, problem)
        return self._last[1:]

    def add_entry(self, entry: Entry) -> None:
        """Add a finished entry; one that is met again gives its categories and alternatives."""
        key = (entry.phrase.lower(), entry.part, entry.guards)
        before = self._entries.get(key)
        if before is None and len(self._entries) >= MOST_ENTRIES:
            self.complain(entry.line, f"only {MOST_ENTRIES:,} entries are taken over.")
            return
        self._entries[key] = entry if before is None else self._joined(before, entry)

    def _joined(self, before: Entry, entry: Entry) -> Entry:
        """Return one entry of two rows that have the same phrase; what is not kept is told."""
        if _said(entry) == _said(before):
            return before
        alternatives = dict.fromkeys((*before.alternatives, *entry.alternatives))
        places = tuple(dict.fromkeys((*before.categories, *entry.categories)))
        merged = replace(
            before,
            category=self._held(entry.phrase, places, entry.line),
            alternatives=tuple(alternatives)[:_MOST_ALTERNATIVES],
        )
        kept: tuple[str, ...] = (*TEXT_COLUMNS, "confidence")
        if _is_in_other_capitals(before, entry):
            merged = replace(merged, match="exact")
        else:
            kept = (*kept, "match")
        for name in kept:
            old, new = getattr(before, name), getattr(entry, name)
            if not old and new:
                merged = replace(merged, **{name: new})
            elif new and new != old:
                where = f"“{entry.phrase}” stands in line {before.line + self._above} already"
                self.complain(entry.line, f"{where}; of both the {name} of the first is kept.")
        return merged

    def finished(self, title: str = "") -> Imported:
        """Return the lexicon with all that was met."""
        if not self._categories:
            self.category("words")
        stem = self.name.partition(".")[0]
        lexicon = Lexicon(
            id=lexicon_id(stem),
            title=title or stem,
            language=self.language.code,
            version="1",
            panel="wording",
            licence="",
            authors=(),
            purpose=f"Taken over from {self.name}.",
            limits="",
            categories=tuple(
                replace(one, explanation=self._told.get(one.id, ""))
                for one in self._categories.values()
            ),
            entries=tuple(self._entries.values()),
            language_data=self.language,
        )
        more = self._complaints - len(self.problems)
        rest = (f"{self.name}: {and_more(more)}",) if more else ()
        return Imported(lexicon, (*self.problems, *rest))


def free_letter(name: str, taken: Set[str]) -> str:
    """Return a sign for a category of a name that is not taken; its first letter if it is free."""
    # a sign above another is none by itself, and “ß” has two in capitals
    first = next((letter for letter in name if letter.isalnum()), "?").upper()[:1]
    signs = (first, *_LETTERS)
    return next((sign for sign in signs if sign not in taken), "?")


def with_free_letters(lexicon: Lexicon, beside: Iterable[Lexicon]) -> Lexicon:
    """Return a list of which no letter is that of a category which the page draws already.

    Args:
        lexicon: A list whose letters were chosen here, not by its authors.
        beside: The lists that are in use with it.
    """
    drawn = (one for one in beside if one.panel != "sourcing")
    taken = {category.letter for one in drawn for category in one.categories}
    kept: list[Category] = []
    for category in lexicon.categories:
        letter = free_letter(category.name, taken)
        # where none is free, those of the list itself still tell its own categories apart
        kept.append(category if letter == "?" else replace(category, letter=letter))
        taken.add(kept[-1].letter)
    return replace(lexicon, categories=tuple(kept))


def visible(words: str) -> str:
    """Return words without the signs that nobody sees, with which no text would have them."""
    return words if words.isascii() else words.translate(_UNSEEN)


def _is_in_other_capitals(before: Entry, entry: Entry) -> bool:
    is_plain = {before.match, entry.match} <= {"exact", "case"}
    is_other = before.match != entry.match or before.phrase != entry.phrase
    return is_plain and is_other and before.category == entry.category


def lexicon_id(name: str) -> str:
    """Return an id that can be the name of a folder on every system."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60]
    return plain if plain and plain not in {"con", "prn", "aux", "nul"} else f"list-{plain}"


def _pattern_problem(pattern: str) -> str | None:
    if "?" in pattern:
        return f"“{pattern}”: a ? for any letter has no counterpart here."
    if len(pattern) > 400:
        return f"“{pattern[:40]}…” is too long for a phrase."
    if any(sign in pattern for sign in "<>[]{}\\|"):
        return f"“{pattern}” holds signs that are no words."
    return None

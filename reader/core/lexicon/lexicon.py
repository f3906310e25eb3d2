"""Lexicons as data: categories, entries and the guards that switch an entry off."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import field, fields, replace
from typing import Literal

from reader.core.languages.language import PLAIN, Language
from reader.core.text.tagging import Part
from reader.values import frozen

Panel = Literal["wording", "hedging", "sourcing"]
Match = Literal["forms", "exact", "case", "slot"]
Confidence = Literal["confident", "possible"]
# What the program does with a list; without a word its panel tells.
USES = (
    "",
    "marks",
    "cues",
    "source-kinds",
    "names-and-titles",
    "unnamed-speakers",
    "acts-without-doer",
    "quoting-words",
)
GuardKind = Literal["before", "after", "name", "phrase"]
SEPARATOR = "|"  # between the categories of an entry
LOSES = ": "  # between a plainer wording and what it loses
SLOT = "X"  # what stands for any word in an entry with a slot
_SLOT_WORD = re.compile(rf"\b{SLOT}\b")


@frozen
class Category:
    """A group of entries with one colour and one explanation.

    Attributes:
        id: Fixed name, as files and reports use it.
        name: What a person reads.
        explanation: One sentence: what such a word does.
        question: The question to ask of it.
        letter: The one sign that always names the category.
        slot: The colour, 1 to 8; hedging ignores it.
        line: The underline style, by the names in the design (thick, dashed, wave ...).
        wording: For a class of attribution cues: the wording category its words are
            shown as, or None when they are not marked at all.
    """

    id: str
    name: str
    explanation: str
    question: str
    letter: str
    slot: int
    line: str
    wording: str | None = None


@frozen
class Guard:
    """A condition on the words around an entry.

    Attributes:
        kind: Where to look.
        words: Lower-case words or phrases, any of which fulfils the condition; `#` is a number.
        only: True: the entry counts only where the condition holds. False: only where it does not.
    """

    kind: GuardKind
    words: tuple[str, ...] = ()
    only: bool = False


@frozen
class Entry:
    """One phrase to look for, and what to tell a person about it.

    A further column of text is one more field with "" as its default: tables, the reader's
    copies, exports and the editor's form take it from here.

    Attributes:
        phrase: One or more words; `*` ends a word with any ending, `…` stands for up to
            three words.
        match: `forms` all inflections of the head word, `exact` any case, `case` as written,
            `slot` with `X` in the place of any word, name or part of a compound.
        part: The part of speech it must have, or None.
        category: The id of its category; of several, `|` between them, the first one leads.
        confidence: `confident` marks are shown at first, `possible` ones on request.
        alternatives: Plainer wordings, options and not corrections; what one loses may follow it
            after a colon ("crowd: loses that it threatened").
        guards: The conditions that switch it off.
        counterpart: The phrase that does the same for the other side, or "".
        note: Why it is listed, for a pupil.
        source: Where the entry comes from.
        example: A sentence in which it counts.
        counterexample: A sentence in which it does not.
        date: Since when, or until when, the word is used so.
        region: Where the word is used so.
        practice: For a contested term: what which handbook does, with name and year.
        objection: What is said against each of the rival words.
        line: Its line number in the file, 0 when it has none.
    """

    phrase: str
    match: Match
    part: Part | None
    category: str
    confidence: Confidence
    alternatives: tuple[str, ...] = ()
    guards: tuple[Guard, ...] = ()
    counterpart: str = ""
    note: str = ""
    source: str = ""
    example: str = ""
    counterexample: str = ""
    date: str = ""
    region: str = ""
    practice: str = ""
    objection: str = ""
    line: int = 0

    @property
    def categories(self) -> tuple[str, ...]:
        """Return the ids of all its categories, the one that leads first."""
        return categories_in(self.category)

    @property
    def wordings(self) -> tuple[str, ...]:
        """Return the plainer wordings without what they lose."""
        return tuple(option.partition(LOSES)[0].strip() for option in self.alternatives)

    def filled(self, found: str) -> "Entry":
        """Return it with the word that stood in its slot in the plainer wordings.

        "Oslo-backed" found by `X-backed` makes "supported by Oslo" of "supported by X".

        Args:
            found: What the entry was found as in the text.
        """
        before, is_open, after = self.phrase.partition(SLOT)
        if self.match != "slot" or not is_open:
            return self
        word = " ".join(found[len(before) : len(found) - len(after)].split())
        filled = (_SLOT_WORD.sub(lambda _: word, option) for option in self.alternatives)
        return replace(self, alternatives=tuple(filled))

    @property
    def losses(self) -> tuple[tuple[str, str], ...]:
        """Return each plainer wording of which it is told what it loses, with that."""
        parts = (option.partition(LOSES) for option in self.alternatives)
        return tuple((words.strip(), loss.strip()) for words, _, loss in parts if loss.strip())


def categories_in(names: str) -> tuple[str, ...]:
    """Return the ids of the categories that an entry holds, the one that leads first."""
    return tuple(names.split(SEPARATOR))


def joined_categories(names: Iterable[str]) -> str:
    """Return several ids of categories as an entry holds them, each once."""
    return SEPARATOR.join(dict.fromkeys(names))


# The columns that hold text as it stands, in the order of the file.
TEXT_COLUMNS = tuple(item.name for item in fields(Entry) if item.default == "")


@frozen
class Lexicon:
    """A named file of entries.

    Attributes:
        id: The folder's name.
        title: What a person reads.
        language: Two-letter code.
        version: As its authors count it.
        panel: Which panel shows its findings.
        licence: Under which terms it may be copied.
        authors: Who wrote it.
        purpose: What it is for, in a sentence or two.
        limits: What it is known not to do well.
        categories: In the order the panel shows them.
        entries: In the order of the file; long lists make each when it is asked for.
        muted: Phrases that the reader switched off in the layers below this one.
        use: What the program does with it: "marks" and "cues" are read from the panel when it
            is empty; other lists are words to reason with, such as "source-kinds".
        precision: The share of its confident marks that readers in a test marked too, from 0
            to 1; None where nobody measured.
        measured_on: The number of texts of that test, or None.
        measured_how: Who marked what, in a sentence.
        language_data: What is known of the language: its forms and word lists.
    """

    id: str
    title: str
    language: str
    version: str
    panel: Panel
    licence: str
    authors: tuple[str, ...]
    purpose: str
    limits: str
    categories: tuple[Category, ...]
    entries: Sequence[Entry]
    muted: tuple[str, ...] = ()
    use: str = ""
    precision: float | None = None
    measured_on: int | None = None
    measured_how: str = ""
    language_data: Language = field(default=PLAIN, compare=False, repr=False)

    def serves(self, use: str) -> bool:
        """Tell whether the program uses the list for `use`; without one its panel tells."""
        return use == (self.use or ("cues" if self.panel == "sourcing" else "marks"))


def switched_on(lexicons: Iterable[Lexicon], off: Set[str]) -> tuple[Lexicon, ...]:
    """Return all lexicons but those of some ids, and the reader's layers over these."""
    return tuple(one for one in lexicons if off.isdisjoint({one.id, one.id.removeprefix("my-")}))

"""The search language: anything that is typed is a search, and nothing typed is an error.

    query   = { group }                       all groups must be met
    group   = term { "OR" term }              one of its terms is enough
    term    = [ "-" ] ( phrase | word | field ":" ( phrase | word ) )
    phrase  = quotation mark, any text, quotation mark       words that follow one another
    word    = any text without a blank; with "*" at its end, any ending

A word with a sign inside (`don't`, `e-mail`) is a phrase. What begins like a field but is none
(`http://…`), or has no value, is searched as words. A quotation mark that is not closed closes at
the end. Case and accents make no difference. The fields:

    title: outlet: tag: collection: kind:     that fact, in part or whole
    date:          when it was published: 2025, 2025-05, 2025-05-09, or from..to with either end
                   open; what has no date is found by no date
    added:         when it was kept, written the same way
    entry: category:                          what a lexicon found
    source:        who is said to speak; words then count only in that source's mouth
    voice:         narrator, direct (quoted) or indirect (reported): words count only there
    notes:         what the reader wrote or highlighted
    in:title       words count only in the headline; in:notes in what the reader wrote

Two ways to say it in words: "said by NAME" up to a comma is `source:`, and ", narrator only",
", quoted only" or ", reported only" is `voice:`; after a comma "only" may be left out.
"""

import re
import unicodedata
from dataclasses import replace
from typing import Literal, cast, get_args

from reader.core.lexicon.findings import Voice
from reader.values import frozen

Field = Literal[
    "words",
    "title",
    "outlet",
    "tag",
    "collection",
    "kind",
    "date",
    "added",
    "entry",
    "category",
    "source",
    "notes",
]
_FIELDS = frozenset(get_args(Field)) - {"words"}
VOICE_NAMES: dict[str, Voice] = {
    "narrator": "narrator",
    "direct": "direct",
    "quoted": "direct",
    "indirect": "indirect",
    "reported": "indirect",
}
_QUOTES = '"“”„«»'
PIECE = re.compile(
    rf"(?P<minus>-)?(?:(?P<field>[A-Za-z]+):)?"
    rf"(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?:[{_QUOTES}]|$)|(?P<word>[^\s{_QUOTES}]+))"
)
_SAID_BY = re.compile(r"(?i)(?:^|(?<=[\s,]))said by\s+(?P<name>[^,]+?)\s*(?:,|$)")
_VOICE = "|".join(VOICE_NAMES)
_ONLY = re.compile(rf"(?i),?\s*\b(?P<voice>{_VOICE}) only\s*,?|,\s+(?P<alone>{_VOICE})\s*(?:,|$)")
WORD = re.compile(r"[^\W_]+")  # of a folded text
_MOST = 64  # terms; a pasted page is no search
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@frozen
class Term:
    """One thing that is looked for.

    Attributes:
        field: Where: "words" for the text with its headline, or a fact.
        value: What, as it was typed.
        words: The folded words of the value, in order.
        is_prefix: The last word may end in any way.
        is_excluded: Articles with it are left out.
    """

    field: Field
    value: str
    words: tuple[str, ...] = ()
    is_prefix: bool = False
    is_excluded: bool = False


@frozen
class Query:
    """What was typed, understood.

    Attributes:
        groups: All must be met, each by one of its terms.
        voice: Words and entries count only in this voice, or None.
    """

    groups: tuple[tuple[Term, ...], ...] = ()
    voice: Voice | None = None

    def __bool__(self) -> bool:
        """Tell whether anything is looked for."""
        return bool(self.groups)

    @property
    def terms(self) -> tuple[Term, ...]:
        """Return all terms that must or may be found, without the excluded ones."""
        return tuple(term for group in self.groups for term in group if not term.is_excluded)


class _Fold(dict[int, str]):
    """Each character in small letters without its accent; never more or fewer than one."""

    def __missing__(self, code: int) -> str:
        first = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = first if len(first) == 1 else chr(code)
        return self[code]


_FOLD = _Fold()


def fold(text: str) -> str:
    """Return a text in small letters without accents; every character keeps its place."""
    return text.translate(_FOLD)


def words_in(text: str) -> tuple[str, ...]:
    """Return the folded words of a text."""
    return tuple(WORD.findall(fold(text)))


def read_query(typed: str, voice: Voice | None = None) -> Query:
    """Return what was typed as a query.

    Args:
        typed: Any text.
        voice: A voice that was chosen beside the field; one that is typed comes before it.
    """
    fields: list[Term] = []

    def take_name(found: re.Match[str]) -> str:
        fields.append(_term("source", found["name"].strip(_QUOTES)))
        return " "

    def take_voice(found: re.Match[str]) -> str:
        nonlocal voice
        voice = VOICE_NAMES[(found["voice"] or found["alone"]).lower()]
        return " "

    rest = _SAID_BY.sub(take_name, _ONLY.sub(take_voice, typed))
    reading = _Reading(voice)
    for piece in PIECE.finditer(rest):
        reading.take(piece)
    groups = [*reading.groups, *([term] for term in fields if term.words)]
    return Query(tuple(map(tuple, groups[:_MOST])), reading.voice)


def widened(typed: str) -> str:
    """Return a wider search for one that found nothing, or "" where none suggests itself.

    What was asked of one voice or one source is asked of everybody; of several plain words one
    is enough. A search with facts, with words to leave out or with an OR stays as it is.
    """
    query = read_query(typed)
    terms = [group[0] for group in query.groups if len(group) == 1 and not group[0].is_excluded]
    if len(terms) < len(query.groups) or {term.field for term in terms} - {"words", "source"}:
        return ""
    words = [_as_typed(term) for term in terms if term.field == "words"]
    if words and (query.voice is not None or len(words) < len(terms)):
        return " ".join(words)
    return " OR ".join(words) if len(words) > 1 else ""


def _as_typed(term: Term) -> str:
    return f"“{term.value}”" if " " in term.value else term.value


class _Reading:
    """Puts the terms of a query together, from left to right."""

    def __init__(self, voice: Voice | None) -> None:
        self.groups: list[list[Term]] = []
        self.voice = voice
        self._field: Field = "words"  # what plain words are looked for in
        self._joins = False

    def take(self, piece: re.Match[str]) -> None:
        """Take the next piece of what was typed."""
        word, name = piece["word"], (piece["field"] or "").lower()
        if word == "OR" and not name and not piece["minus"]:
            self._joins = bool(self.groups) and not self.groups[-1][-1].is_excluded
            return
        value = piece["phrase"] if word is None else word
        if not self._is_order(name, value):
            self._add(_read_term(piece, self._field))

    def _is_order(self, name: str, value: str) -> bool:
        """Obey what bears on all terms; tell whether it was that."""
        if name == "voice" and value.lower() in VOICE_NAMES:
            self.voice = VOICE_NAMES[value.lower()]
        elif name == "in" and value.lower() in {"title", "notes"}:
            self._field = cast("Field", value.lower())
            self.groups = [[_in(self._field, term) for term in group] for group in self.groups]
        else:
            return False
        return True

    def _add(self, term: Term) -> None:
        if not term.words:
            return
        if self._joins and not term.is_excluded:
            self.groups[-1].append(term)
        else:
            self.groups.append([term])
        self._joins = False


def _in(field: Field, term: Term) -> Term:
    return replace(term, field=field) if term.field == "words" else term


def _read_term(piece: re.Match[str], usual: Field) -> Term:
    word, name = piece["word"], (piece["field"] or "").lower()
    is_excluded = bool(piece["minus"])
    value = piece["phrase"] if word is None else word
    if name in _FIELDS and words_in(value):
        return _term(cast("Field", name), value, is_excluded=is_excluded)
    whole = f"{piece['field']}:{value}" if name else value
    return _term(usual, whole, is_excluded=is_excluded)


def _term(field: Field, value: str, *, is_excluded: bool = False) -> Term:
    is_prefix = value.rstrip(",.;").endswith("*")
    return Term(field, value, words_in(value), is_prefix, is_excluded)


def date_bounds(value: str) -> tuple[str, str] | None:
    """Return the first and last date that a `date:` means, or None where it is no date.

    Args:
        value: "2025", "2025-05", "2025-05-09", "2025-05..2025-07", "..2024" or "2025..".
    """
    first, dots, last = value.strip().rstrip(",;").partition("..")
    if not dots:
        last = first
    if not (first or last) or not all(_DATE.fullmatch(one) for one in (first, last) if one):
        return None
    return first or "0000", f"{last}~" if last else "~"  # "~" sorts after every digit and sign


def pattern_of(term: Term) -> re.Pattern[str]:
    """Return what finds a term's words in a folded text, one after another."""
    inner = r"[\W_]+".join(map(re.escape, term.words))
    ending = "" if term.is_prefix else r"(?![^\W_])"
    return re.compile(rf"(?<![^\W_]){inner}{ending}" + (r"[^\W_]*" if term.is_prefix else ""))


def holds(name: str, term: Term) -> bool:
    """Tell whether a name holds the words of a term, one after another."""
    return pattern_of(term).search(fold(name)) is not None

"""Labels of turns: "Jon:", "Q.", "[00:14] Dana Reyes:", "DANA REYES (00:14):"."""

from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.text_view import TextView
from reader.core.attribution.words import InterviewWords
from reader.values import frozen

MARKS = frozenset({":", ".", ")"})
_LONGEST = 5  # tokens before a colon
_LONGEST_TIME = 3  # tokens of "[00:14]"
_BRACKETS = frozenset("[](){}")


@frozen
class Label:
    """Who speaks from here on.

    Attributes:
        name: The tokens of the name or the letter.
        start: The first token of what is said.
        text: The name in small letters, by which the same label is known again.
    """

    name: TokenRange
    start: int
    text: str


class Labels:
    """Reads the labels that paragraphs begin with."""

    def __init__(self, view: TextView, lists: InterviewWords) -> None:
        self._view = view
        self._words = view.words
        self._lowers = view.lowers
        self._tags = view.tags
        self._lists = lists

    def at(self, first: int, end: int) -> Label | None:
        """Return the label of the paragraph between two tokens, or None."""
        first = self._past_time(first, end)
        if self._is_lettered(first, end):
            is_marked = self._words[first + 1] in MARKS
            return self._label((first, first + 1), first + 1 + is_marked, end)
        place = first
        while place < min(end, first + _LONGEST + 1):
            if self._words[place] == ":" and place > first:
                return self._named(first, place, place + 1, end)
            past = self._past_time(place, end)
            if past > place > first:
                is_colon = self._words[past] == ":"
                return self._named(first, place, past + 1, end) if is_colon else None
            if not self._words[place][0].isupper() and self._words[place] not in {".", "&"}:
                break
            place += 1
        return None

    def _named(self, first: int, past_last: int, start: int, end: int) -> Label | None:
        is_name = self._words[first][0].isupper() and not self._is_no_label(first, past_last)
        return self._label((first, past_last), start, end) if is_name else None

    def _label(self, name: TokenRange, start: int, end: int) -> Label:
        text = " ".join(self._lowers[name[0] : name[1]]).rstrip(".")
        return Label(name, self._past_time(start, end), text)

    def _past_time(self, place: int, end: int) -> int:
        """Return where a mark of time ends that may stand at a token: "00:14", "[1:00:14]"."""
        for at in range(place, min(end - 1, place + _LONGEST_TIME)):
            word = self._words[at]
            if ":" in word and word.replace(":", "").isdigit():
                return at + 1 + (self._words[at + 1] in _BRACKETS)
            if word not in _BRACKETS:
                break
        return place

    def _is_lettered(self, first: int, end: int) -> bool:
        """Tell whether a paragraph begins with "Q." or "A." and goes on."""
        is_letter = self._lowers[first].rstrip(".") in self._lists.letters
        is_marked = self._words[first].endswith(".") or self._words[first + 1] in MARKS
        return is_letter and is_marked and self._words[first].isupper() and end - first > 1

    def _is_no_label(self, first: int, past_last: int) -> bool:
        """Tell whether a colon stands behind a part of a page or behind a sentence."""
        if past_last - first == 1 and len(self._words[first]) == 1:
            return False
        if self._lowers[first] in self._lists.answer_labels | self._lists.question_labels:
            return past_last - first > 1
        if self._lowers[first] in self._lists.articles and past_last - first > 1:
            return False  # "The Mountain Post:"
        return self._lowers[first] in self._view.grammar.no_speakers or self._view.has_verb(
            first, past_last
        )

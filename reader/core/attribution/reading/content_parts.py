"""Content that stands before its cue, and where it goes on behind it: “X,” he said, “Y”."""

from reader.core.attribution.drafts import Sentence
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.reading.ends import Ends
from reader.core.attribution.text_view import STOPS, RulesOnView, TextView
from reader.core.text.tagging import FINITE

_LONGEST_ASIDE = 10  # tokens up to the verb of "with the mayor calling it late"
_SMALL = 3  # letters of the small words in a title


class ContentParts(RulesOnView):
    """Finds the parts of what is reported around a cue that follows or interrupts it."""

    def __init__(self, view: TextView, ends: Ends) -> None:
        super().__init__(view)
        self._ends = ends

    def before(self, left: int, sentence: Sentence) -> TokenRange | None:
        """Return the content that ends before `left`: a quotation, or all from the beginning."""
        end = left
        while end > sentence.first and self._words[end - 1] in {",", "—", "–", "--"}:
            end -= 1
        start = sentence.first
        number = self._view.quotation_before(left)
        if left == sentence.first:
            quotation = self._quotations[self._inside[left - 1]]
            return quotation.first, quotation.past_last
        if number >= 0:
            opening = self._quotations[number].first
            before = self._words[opening - 1] if opening > sentence.first else ","
            if before in {",", ":", "—", "–", "--"}:
                start = max(start, opening)
        return (start, end) if end - start >= 1 else None

    def second(self, rest: int, sentence: Sentence) -> TokenRange | None:
        """Return what goes on after an interrupting `, he said,`."""
        end = sentence.end(self._words)
        is_colon = self._words[rest] == ":" and self._tags[rest - 1] in FINITE
        if is_colon and rest + 1 < end:  # "Help is needed, Holm said: it will save lives"
            return rest + 1, end
        place = rest
        while place < end and self._inside[place] < 0 and self._words[place] != ",":
            place += 1
        if place >= end:
            return None
        if max(self._inside[place], self._inside[place + 1]) >= 0:
            if self._is_name(place):
                return None
            return place + (self._inside[place] < 0), end
        if self._parts_subject(place, rest, sentence):
            return place + 1, end
        return self._past_interruption(place, rest, sentence)

    def _is_name(self, mark: int) -> bool:
        """Tell whether marks hold a name: "told the programme “Inside Edition” on Friday"."""
        if self._inside[mark] < 0 or not self._tags[mark - 1].startswith("NN"):
            return False
        first, past_last = self._quotations[self._inside[mark]].words
        long = [word for word in self._words[first:past_last] if len(word) > _SMALL]
        return all(word[0].isupper() for word in long) and self._words[past_last - 1] not in {
            ",",
            *STOPS,
        }

    def _parts_subject(self, comma: int, rest: int, sentence: Sentence) -> bool:
        """Tell whether the verb comes late: "Taxing them, he told a hall in Porto, was theft"."""
        is_verb = self._tags[comma + 1] in FINITE and not self._view.has_verb(rest, comma)
        before = (place for place in range(sentence.first, rest) if self._words[place] == ",")
        first = next(before, rest)
        return is_verb and comma > rest and not self._view.has_verb(sentence.first, first)

    def _past_interruption(self, place: int, rest: int, sentence: Sentence) -> TokenRange | None:
        """Return what goes on without marks behind a comma: ", he said, and will close"."""
        if place != rest:
            return None
        start, end = place + 1, sentence.end(self._words)
        is_indirect = max(self._inside[sentence.first : rest]) < 0
        is_second = self._is_second_half(start) or (
            is_indirect and (self._is_added(start, end) or self._is_apart(start, rest))
        )
        if is_second:
            return start, end
        if self._is_narrators(start, rest):
            return None
        return (start, end) if self._goes_on(start, end, is_indirect=is_indirect) else None

    def _is_added(self, start: int, end: int) -> bool:
        """Tell whether a main clause is added: ", and it will close"."""
        is_joined = self._lowers[start] in self._grammar.adds_clause
        is_clause = self._tags[start + 1] == "MD" or self._view.clause_after(start + 1, end)
        return is_joined and is_clause

    def _is_narrators(self, start: int, rest: int) -> bool:
        """Tell whether the narrator goes on: tells who it is, when it was, what was done."""
        if self._tags[start] in {"VBG", "WP", "WDT", "CC"}:
            return True
        if self._lowers[start] in self._grammar.enders or self._ends.is_told_when(start):
            return True
        is_from = self._tags[start] == "IN" and self._tags[start + 1] == "NNP"
        if is_from and self._tags[rest - 1] not in FINITE:
            return True  # "said Holm, of Kell"
        is_apposed = self._tags[start] == "DT" and self._tags[start + 1] in FINITE
        is_plain = self._inside[start - 2] < 0  # "recalls Holm, 80, a retired baker"
        return is_plain and (is_apposed or self._is_circumstance(start))

    def _goes_on(self, start: int, end: int, *, is_indirect: bool) -> bool:
        """Tell whether a clause goes on, or "with them calling it late"."""
        if any(self._tags[place] in FINITE for place in range(start, end)):
            return True
        near = self._tags[start + 1 : start - 1 + _LONGEST_ASIDE]
        is_long = is_indirect or "VBG" in near  # not "“…,” he said, with a laugh"
        return is_long and self._lowers[start] in self._view.speakers.accompanying

    def _is_apart(self, place: int, rest: int) -> bool:
        """Tell whether "two streets away" goes on in "He was born, he says, two streets away"."""
        is_behind = self._tags[rest - 1].startswith("NN")  # "recalls Holm, a retired baker"
        is_time = self._lowers[place + 1] in self._grammar.times
        return not is_behind and not is_time and self._tags[place] in {"CD", "PRP$"}

    def _is_second_half(self, place: int) -> bool:
        """Tell whether "but never filled in" goes on: a conjunction, and no new subject."""
        following = place + 1
        while self._tags[following] == "RB":
            following += 1
        return self._lowers[place] in self._grammar.adds_clause and (
            self._tags[following] in {"VBN", "VBD", "VB"}
        )

    def _is_circumstance(self, place: int) -> bool:
        """Tell whether it is when or where it was said: "on Monday", "as she left"."""
        lower = self._lowers[place]
        return (
            lower in self._grammar.whens
            or lower in self._grammar.circumstances
            or (
                self._lowers[place] in self._grammar.places
                and self._lowers[place + 1] in self._grammar.days
            )
        )

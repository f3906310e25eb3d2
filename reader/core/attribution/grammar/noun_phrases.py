"""Noun phrases left and right of a verb, found from tags: no parser."""

from collections.abc import Sequence

from reader.core.attribution.grammar.phrases_after import (
    LONGEST,
    NOUNISH,
    QUOTATION_MARKS,
    PhrasesAfter,
)
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.words import NounPhraseWords
from reader.core.text.expressions import APOSTROPHES
from reader.core.text.tagging import FINITE

_ENDS = frozenset("NN NNS NNP NNPS PRP DT CD JJ JJR JJS POS FW".split())
_CLOSES = frozenset({",", "—", "–", "--", "-", "―"})  # an apposition
_NO_NAMES = frozenset("IN CC WP WDT WRB MD TO EX UH".split())
_LAST_SIGNS = APOSTROPHES | {")"}
_LONGEST_NAME = 8  # tokens of a name before the place it is from
_LONGEST_AGE = 2  # digits


class NounPhrases(PhrasesAfter):
    """Finds noun phrases beside a place in one text, those that end before it as well.

    Attributes:
        postposed: Words behind a noun that belong to it.
    """

    def __init__(
        self,
        words: Sequence[str],
        lowers: Sequence[str],
        tags: Sequence[str],
        lists: NounPhraseWords,
    ) -> None:
        super().__init__(words, lowers, tags, lists)
        self.postposed = lists.postposed
        self._known: dict[int, TokenRange | None] = {}  # by where they end, up to one limit
        self._limit = -1

    def is_expletive(self, phrase: TokenRange) -> bool:
        """Tell whether a subject names nobody ("it is said")."""
        is_one = phrase[1] - phrase[0] == 1
        return is_one and self._lowers[phrase[0]] in self._lists.expletives

    def may_be_body(self, phrase: TokenRange) -> bool:
        """Tell whether a subject is a pronoun for a body: "it added that"."""
        is_one = phrase[1] - phrase[0] == 1
        return is_one and self._lowers[phrase[0]] in self._lists.body_pronouns

    def before(self, index: int, limit: int) -> TokenRange | None:
        """Return the noun phrase that ends right before `index`, not reaching past `limit`.

        An apposition or relative clause between commas belongs to it.
        """
        end = self._before_adverbials(index, limit)
        if end <= limit:
            return None
        if self._words[end - 1] in _CLOSES:
            return self._with_apposition(end, limit)
        return self._past_age(end, limit)

    def _past_age(self, end: int, limit: int) -> TokenRange | None:
        """Return "Holm" of "Holm, 78" or the plain phrase: "Holm, 78, who was there, said"."""
        if end - 2 > limit and self._is_age(end - 1):
            end -= 2
        found = self._plain_before(end, limit)
        return self._whose_places(found, limit) if found is not None else None

    def _whose_places(self, found: TokenRange, limit: int) -> TokenRange:
        """Return "Farmers from Orel" for "Osk and Kell", the last of their places."""
        comma = place = found[0] - 1
        if place <= limit or self._words[place] != "," or not self._is_pair(found):
            return found
        while place > limit and (
            self._tags[place] in {"NNP", "NNPS"} or self._words[place] == ","
        ):
            comma = place if self._words[place] == "," else comma
            place -= 1
        is_of = self._lowers[place] in self._lists.joins and self._tags[place] == "IN"
        if place <= limit or not is_of or self._tags[place - 1] != "NNS":
            return found
        return self._plain_before(comma, limit) or found

    def _is_pair(self, phrase: TokenRange) -> bool:
        """Tell whether a phrase is two names and no more: "Osk and Kell"."""
        rest = [p for p in range(*phrase) if self._tags[p] not in {"NNP", "NNPS"}]
        return len(rest) == 1 and self._lowers[rest[0]] in self._lists.ands

    def _is_age(self, place: int) -> bool:
        """Tell whether a number is somebody's age: it stands after a name and a comma."""
        is_number = self._words[place].isdigit() and len(self._words[place]) <= _LONGEST_AGE
        is_parted = self._words[place - 1] == "," and self._tags[place - 2].startswith("NNP")
        return is_number and is_parted

    def plain_before(self, end: int, limit: int) -> TokenRange | None:
        """Return the noun phrase that ends right before a token, without what is added to it."""
        return self._plain_before(end, limit) if end > limit else None

    def _before_adverbials(self, index: int, limit: int) -> int:
        """Return the place left of adverbs and of "on Friday", "last week", "in April"."""
        end = index
        while end > limit:
            if (
                self._tags[end - 1] in {"RB", "RBR"}
                and self._lowers[end - 1] not in self._lists.days
            ):
                end -= 1
                continue
            if self._lowers[end - 1] not in self._lists.days or end - 2 <= limit:
                break
            start = end - 1
            if self._is_reduced(start - 1, index) and self._tags[start - 2].startswith("NN"):
                end = start - 1  # "a report published Wednesday said"
                break
            while start - 1 > limit and self._lowers[start - 1] in self._lists.time_words:
                start -= 1
            is_name = not self._words[end - 1].islower()
            if start == end - 1 and is_name:  # "Mr. May said" names a person
                break
            end = start
        return end

    def _is_reduced(self, place: int, verb: int) -> bool:
        """Tell whether "published" is no verb of its own: "a report published Monday showed"."""
        is_second = self._tags[place] == "VBD" and self._tags[verb] in FINITE
        return is_second or self._tags[place] == "VBN"

    def _with_apposition(self, end: int, limit: int) -> TokenRange | None:
        comma = self._words[end - 1]
        place, farthest = end - 2, max(limit, end - LONGEST)
        while place > farthest and self._words[place] != comma:
            is_mark = self._words[place] in QUOTATION_MARKS and self._tags[place] != "POS"
            if is_mark or self._words[place] in {";", ":"}:
                return None
            place -= 1
        if place <= limit or self._words[place] != comma or not self._opens_apposition(place + 1):
            return None
        head = self._plain_before(place, limit)
        if head is None:
            named = self._tags[end - 2].startswith("NNP") and self._plain_before(end - 1, limit)
            return named or None
        if head[0] > limit + 1 and self._words[head[0] - 1] == comma:
            first = self._past_age(head[0] - 1, limit)  # "Holm, a baker from Orel, Maine,"
            if first is not None and first[0] == limit and first[1] - limit <= _LONGEST_NAME:
                return limit, end - 1
        opener = head[0] - 1
        is_parted = opener > limit + 1 and self._words[opener - 1] == comma
        is_home = is_parted and self._is_age(opener - 2)  # "Holm, 78, from Orel, Maine, said"
        if is_parted and (is_home or self._lowers[opener] in self._lists.asides):
            return self._past_age(opener - 1, limit)  # "Holm, at a fair in Orel, Maine, said"
        is_aside = self._tags[place + 1] in {"IN", "RB", "TO"}
        is_aside = is_aside and self._lowers[place + 1] not in self._lists.of
        return head if is_aside else (head[0], end - 1)

    def _opens_apposition(self, index: int) -> bool:
        tag, lower = self._tags[index], self._lowers[index]
        if lower in self._lists.opens_clause:
            return False
        is_nounish = tag[:2] in {"DT", "NN", "JJ", "WP", "CD", "PR", "VB", "RB", "WD"}
        return is_nounish or lower in self._lists.opens_second

    def _plain_before(self, end: int, limit: int) -> TokenRange | None:
        if limit != self._limit:
            self._known.clear()
            self._limit = limit
        if end not in self._known:
            self._known[end] = self._found_before(end, limit)
        return self._known[end]

    def _found_before(self, end: int, limit: int) -> TokenRange | None:
        first, farthest = end, max(limit, end - LONGEST)
        depth = 0
        while first > farthest:
            place = first - 1
            word, tag = self._lowers[place], self._tags[place]
            if word in {")", "]"}:
                depth += 1
            elif word in {"(", "["}:
                depth -= 1
                if depth < 0:
                    break
            elif depth == 0 and first < end and self._is_whole(place, first):
                break
            elif depth == 0 and not self._joins_left(place, word, tag, end, limit):
                is_parted = word in _CLOSES  # "the storm which hit Aston, Holm said"
                relative = None if is_parted else self._before_relative(place - 1, limit)
                if relative:
                    return relative[0], end
                break
            first -= 1
        return self._trimmed(self._second_start(first, end), end)

    def _second_start(self, first: int, end: int) -> int:
        """Return where the second of two phrases begins that stand side by side, or `first`.

        "a move | unions described", "a threat | many people".
        """
        is_one = end - first > 2 and self._lowers[first] in self._lists.single
        if not is_one or self._tags[end - 1] != "NNS":
            return first
        noun = end - 2
        while noun > first and self._tags[noun] == "JJ":
            noun -= 1
        is_side = self._tags[noun] == "NN" and self._lowers[noun] not in self._lists.numbering
        return noun + 1 if is_side and noun > first else first

    def _is_whole(self, place: int, first: int) -> bool:
        """Tell whether a phrase begins at `first`: "say | they", "a fault | the agency"."""
        if self._lowers[first] in self._lists.nominative:
            return True
        begins = (
            self._tags[first] in {"DT", "PRP", "PRP$"}
            and self._lowers[first] not in self._lists.postposed
        )
        return begins and self._tags[place].startswith("NN")

    def _joins_left(self, place: int, word: str, tag: str, end: int, limit: int) -> bool:
        if tag in NOUNISH and word not in QUOTATION_MARKS:
            return not (tag in {"VBG", "VBN"} and place > limit and self._words[place - 1] == ",")
        if place <= limit or place == end - 1:
            return False
        if word in self._lists.close and self._lowers[place + 1] in self._lists.joins:
            return True
        before = self._tags[place - 1]
        if word in self._lists.joins and tag in {"IN", "TO"}:
            is_close = self._lowers[place - 1] in self._lists.close
            is_reduced = before == "VBN" and self._tags[place - 2].startswith("NN")
            is_many = before == "JJ" and self._tags[place + 1] == "PRP"  # "many of us"
            is_part = before == "JJ" and self._lowers[place - 2] in self._lists.single
            is_many = is_many or is_part  # "a third of those asked"
            return is_close or is_reduced or is_many or before.startswith(("NN", "CD", "DT"))
        if word in self._lists.ands:
            is_pair = (
                before == "JJ" and self._tags[place + 1] == "JJ"
            )  # "current and former aides"
            is_whole = is_pair or before.startswith(("NN", "PRP"))
            return is_whole and not self._has_verb_left(place, limit)
        return word in APOSTROPHES and before.startswith("NN")

    def _has_verb_left(self, place: int, limit: int) -> bool:
        """Tell whether the words left of a conjunction are a clause of their own."""
        for index in range(place - 1, max(limit - 1, place - 15), -1):
            if self._tags[index] in FINITE:
                return True
            if self._words[index] in {",", ";", ":", "."}:
                return False
        return False

    def _before_relative(self, place: int, limit: int) -> TokenRange | None:
        """Return the noun before "who runs" when `place` stands in such a clause."""
        for index in range(place, max(limit, place - 12), -1):
            if self._tags[index] in {"WP", "WDT", "WP$"}:
                return self._plain_before(index, limit) if index > limit else None
            if self._words[index] in {",", ";", ":"} or self._words[index] in QUOTATION_MARKS:
                return None
        return None

    def _trimmed(self, first: int, end: int) -> TokenRange | None:
        """Cut what does not belong: "In May", "On Tuesday", a leading adverb."""
        while first < end and self._tags[first] in {"IN", "TO", "CC", "RB", ",", "POS"}:
            if self._tags[first] in {"IN", "TO"}:
                first = self._after_adverbial(first + 1, end)
            else:
                first += 1
        if first >= end:
            return None
        is_time = self._lowers[first] in self._lists.time_openers and (
            self._lowers[first + 1] in self._lists.days
        )
        if is_time and first + 2 < end and self._tags[first + 2] != "POS":
            first += 1  # "Last night Holm said"
        if self._lowers[first] in self._lists.days and first + 1 < end:
            first += 1
        if ":" in self._words[first] and first + 1 < end:  # "10:42 The mayor"
            first += 1
        last = self._tags[end - 1]
        is_name = end - first == 1 and self._words[first][0].isupper() and last not in _NO_NAMES
        # "the accused", "its thinking"
        is_behind = end - first > 1 and self._tags[end - 2] in {"DT", "PRP$"}
        is_named = is_behind and last in {"VBN", "VBG"}
        is_named = is_named or (last == "VBN" and self._tags[end - 2] == "NNS")  # "people asked"
        if (
            last not in _ENDS
            and not (is_name or is_named)
            and self._words[end - 1] not in _LAST_SIGNS
        ):
            return None
        return first, end

    def _after_adverbial(self, index: int, end: int) -> int:
        """Return where the noun phrase begins after a phrase such as "in a speech on Monday"."""
        for place in range(end - 1, index - 1, -1):
            if self._lowers[place] in self._lists.days or self._tags[place] == "CD":
                return min(place + 1, end - 1)
        place = end - 1
        while place > index and self._tags[place - 1] in {"NNP", "NNPS"}:
            place -= 1
        return place

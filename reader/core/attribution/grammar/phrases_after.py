"""Noun phrases right of a place, found from tags: no parser."""

from collections.abc import Sequence

from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.words import NounPhraseWords
from reader.core.text.expressions import APOSTROPHES
from reader.core.text.tagging import FINITE

NOUNISH = frozenset(
    "NN NNS NNP NNPS PRP PRP$ DT PDT JJ JJR JJS CD POS VBG VBN FW SYM $ EX # ADD GW".split()
)
QUOTATION_MARKS = frozenset('"“”‘’«»') | {"''", "``"}
LONGEST = 45  # tokens a noun phrase with its apposition may have


class PhrasesAfter:
    """Finds noun phrases that begin at a place in one text; its columns are windows."""

    def __init__(
        self,
        words: Sequence[str],
        lowers: Sequence[str],
        tags: Sequence[str],
        lists: NounPhraseWords,
    ) -> None:
        self._words = words
        self._lowers = lowers
        self._tags = tags
        self._lists = lists

    def after(self, index: int, limit: int) -> TokenRange | None:
        """Return the noun phrase that begins at `index`, appositions included."""
        end = self._plain_after(index, limit)
        if end == index:
            return None
        while end + 1 < limit and self._words[end] == "," and self._is_apposition(end + 1):
            closing = self._apposition_end(end + 1, limit)
            if closing == end + 1:
                break
            end = closing
        if end < limit and self._lowers[end] in self._lists.goes_on:
            end = self._relative_end(end, limit)
        return index, end

    def _relative_end(self, start: int, limit: int) -> int:
        """Return where "who was briefed on the matter" ends."""
        place = start
        while place < min(limit, start + LONGEST):
            if (
                self._words[place] in {",", ";", ":", "—", "–", "--"}
                or self._words[place] in QUOTATION_MARKS
            ):
                return place
            if self._words[place] in {".", "?", "!"}:
                return place
            place += 1
        return place

    def plain_after(self, index: int, limit: int) -> TokenRange | None:
        """Return the noun phrase that begins at `index`, without what is added to it."""
        end = self._plain_after(index, limit)
        return (index, end) if end > index else None

    def _plain_after(self, index: int, limit: int) -> int:
        end = index
        while end < limit:
            following = self._after_one(index, end, limit)
            if following == end:
                break
            end = following
            if self._tags[end - 1] == "PRP":
                break
        return end

    def _after_one(self, index: int, end: int, limit: int) -> int:
        """Return the token after the one at `end` if that belongs to the phrase, else `end`."""
        word, tag = self._lowers[end], self._tags[end]
        if word in {"(", "["}:
            return self._bracket_end(end, limit) or end
        if tag in NOUNISH and word not in QUOTATION_MARKS:
            is_second = tag in {"DT", "PRP$"} and self._tags[end - 1].startswith("NN")
            is_verb = tag in {"VBG", "VBN"} and self._tags[end - 1] != "DT"
            is_one_of = tag == "PRP" and self._tags[end - 1] == "IN"  # "one of them"
            is_new = (tag == "PRP" and not is_one_of) or is_second or is_verb
            return end if end > index and is_new else end + 1
        if end == index or end + 1 >= limit:
            return end
        is_join = (
            word in self._lists.right_joins or word in APOSTROPHES or word in self._lists.ands
        )
        if not (is_join and self._tags[end + 1] in NOUNISH):
            return end
        return (
            end if word in self._lists.ands and self._clause_follows(end + 1, limit) else end + 1
        )

    def _clause_follows(self, index: int, limit: int) -> bool:
        """Tell whether a new clause (noun, then finite verb) begins at `index`."""
        place = index
        while place < limit and self._tags[place] in NOUNISH:
            place += 1
        return place < limit and self._tags[place] in FINITE

    def _bracket_end(self, index: int, limit: int) -> int:
        for place in range(index + 1, min(limit, index + 12)):
            if self._words[place] in {")", "]"}:
                return place + 1
        return 0

    def _is_apposition(self, index: int) -> bool:
        lower, tag = self._lowers[index], self._tags[index]
        if lower in self._lists.opens_apposition:
            return True
        return tag in {"NN", "NNP", "JJ", "CD"} and lower not in self._lists.days

    def _apposition_end(self, index: int, limit: int) -> int:
        """Return where an apposition or relative clause ends: the next comma or mark."""
        place = index
        while place < min(limit, index + LONGEST):
            if self._words[place] in {",", ";", ":", ".", "—", "–", "--", "?", "!"}:
                break
            if self._words[place] in QUOTATION_MARKS and self._words[place] not in APOSTROPHES:
                break
            place += 1
        for inner in range(index, place):
            if self._lowers[inner] in self._lists.relatives:
                break
            if self._tags[inner] in FINITE:
                return index
        return place

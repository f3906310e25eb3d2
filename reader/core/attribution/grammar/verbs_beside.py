"""Verbs beside a quotation that a tagger takes for nouns: `“It is late,” grumbles Holm`."""

from collections.abc import Iterable, Sequence

from reader.core.attribution.grammar.tagged_words import TaggedWords
from reader.core.attribution.quoting.quotations import Quotation
from reader.core.text.tagging import NAME_TAGS

_BEFORE_CLOSING = frozenset({",", "!", "?"})
_STARTS = NAME_TAGS | {"DT", "PRP", "PRP$"}
_IN_SPEAKER = frozenset("NN NNS NNP NNPS DT JJ PRP$ POS CD VBN VBG VBD IN".split())
_IN_ROLE = frozenset({"VB", "VBP", "VBG", "NN", "JJ"})
_LONGEST_ROLE = 3  # tokens before a name: "urges rowing coach Tom Lis"
_AFTER_VERB = frozenset({"IN", "RB", "TO", "WRB", ",", ".", ":", ""})
_LONGEST_SPEAKER = 8  # tokens


class VerbsBesideQuotations:
    """Gives verb tags to words that stand where only a verb of speech can."""

    def __init__(self, text: TaggedWords) -> None:
        self._words = text.words
        self._lowers = text.lowers
        self._tags = text.tags
        self._grammar = text.grammar

    def corrected(
        self, quotations: Sequence[Quotation], elsewhere: Iterable[tuple[int, str]]
    ) -> Sequence[str]:
        """Return the tags put right.

        Args:
            quotations: Beside these it is looked for verbs.
            elsewhere: The places of other verbs with a wrong tag, and the right ones.
        """
        changes = dict(elsewhere)
        for quotation in quotations:
            if self._ends_as_speech(quotation):
                place = self._verb_place(quotation.past_last)
                if place >= 0:
                    changes[place] = self._verb_tag(place)
                    if self._is_role(place + 1) and self._tags[place + 1] == "VBP":
                        changes[place + 1] = "NN"  # "bellows foreman Sam Holm"
        if not changes:
            return self._tags
        tags = list(self._tags)
        for place, tag in changes.items():
            tags[place] = tag
        return tuple(tags)

    def _ends_as_speech(self, quotation: Quotation) -> bool:
        if not quotation.is_closed or quotation.past_last - quotation.first < 3:
            return False
        is_inside = self._words[quotation.past_last - 2] in _BEFORE_CLOSING
        return is_inside or self._words[quotation.past_last] == ","

    def _verb_place(self, start: int) -> int:
        """Return where a word stands that must be the verb; -1 where there is none."""
        start += self._words[start] == ","
        while self._tags[start] == "RB":
            start += 1
        is_past = self._tags[start] in {"NN", "JJ"} and self._words[start].islower()
        is_past = is_past and self._tags[start + 1] in {"DT", "PRP$"}  # "spat the old man"
        if is_past or (self._may_be_verb(start) and self._begins_speaker(start + 1)):
            return start
        if self._tags[start] not in _STARTS:
            return -1
        for place in range(start + 1, start + _LONGEST_SPEAKER):
            if self._tags[place][:2] in {"VB", "MD"} and self._tags[place] not in {"VBN", "VBG"}:
                return -1
            if self._may_be_verb(place) and self._is_over(place + 1):
                return place
            if self._tags[place] not in _IN_SPEAKER:
                return -1
        return -1

    def _begins_speaker(self, place: int) -> bool:
        is_name = self._words[place][:1].isupper()
        return self._tags[place] in _STARTS or is_name or self._is_role(place)

    def _is_role(self, place: int) -> bool:
        """Tell whether a noun that a tagger may take for a verb stands before a name."""
        past = place
        while past < place + _LONGEST_ROLE and self._words[past].islower():
            if self._tags[past] not in _IN_ROLE:
                return False
            past += 1
        return past > place and self._tags[past] in NAME_TAGS

    def _is_over(self, place: int) -> bool:
        return self._tags[place] in _AFTER_VERB or not self._words[place][0].isalnum()

    def _may_be_verb(self, place: int) -> bool:
        """Tell whether a word has a form of a verb: "grumbles", "fumed"."""
        word = self._words[place]
        if self._tags[place][:2] not in {"NN", "VB", "JJ"}:
            return False
        if not word.isalpha() or not word.islower() or self._tags[place] in {"VBD", "VBZ"}:
            return False
        return word.endswith(self._grammar.verb_endings) and not word.endswith(
            self._grammar.no_verb_endings
        )

    def _verb_tag(self, place: int) -> str:
        is_present = self._words[place].endswith(self._grammar.verb_endings)
        is_past = self._words[place].endswith(self._grammar.past_endings) or not is_present
        return "VBD" if is_past else "VBZ"

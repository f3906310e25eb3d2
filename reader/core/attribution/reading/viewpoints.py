"""Sentences that tell whose view it is, by a phrase beside them or by "was how she put it"."""

from collections.abc import Sequence

from reader.core.attribution.drafts import Draft, Sentence
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.reading.speakers import Speakers
from reader.core.attribution.rules import Rule
from reader.core.attribution.text_view import CLOSING, RulesOnView, TextView

_LONGEST_APPOSITION = 12  # tokens
_PAST_BE = 2  # tokens of "that is"
_LONGEST_OPENER = 2  # tokens: "as", "the way", "to hear"


class ViewpointReader(RulesOnView):
    """Makes a draft of "in her words", "as the mayor sees it", "in a poll".

    Attributes:
        openings: The first words of what it reads.
    """

    def __init__(self, view: TextView, speakers: Speakers) -> None:
        super().__init__(view)
        self._speakers = speakers
        grammar = view.grammar
        self._at_head = grammar.views | grammar.points_back
        self.openings = grammar.own_links | grammar.told_openers | grammar.how | self._at_head

    def read(self, index: int, sentence: Sentence, drafts: Sequence[Draft]) -> Draft | None:
        """Return what the phrase that begins at a token makes somebody's, or None."""
        lower = self._lowers[index]
        is_first = index == sentence.first
        is_parted = is_first or self._words[index - 1] == ","
        if lower in self._grammar.own_links and is_parted:
            own = self._in_own_words(index, sentence, drafts)
            if own is not None or not is_first:
                return own
            told = self._as_told(index, sentence) or self._study(index, sentence)
            return told or self._for_somebody(index, sentence)
        if is_first and lower in self._at_head:
            return self._summed_up(index, sentence) or self._for_somebody(index, sentence)
        if lower in self._grammar.told_openers and is_parted:
            return self._as_told(index, sentence)
        if lower in self._grammar.how and self._lowers[index - 1] in self._grammar.be:
            return self._how_put(index, sentence)
        return None

    def _summed_up(self, index: int, sentence: Sentence) -> Draft | None:
        """Read "The task is hard. That is the view of Ada Hill": the sentence before is hers."""
        noun = index + _PAST_BE + (self._tags[index + _PAST_BE] == "DT")
        link = noun + 1
        is_view = self._lowers[noun] in self._view.speakers.own_words
        is_view = is_view or self._cues.noun_at(self._lowers, noun) is not None
        is_whose = self._lowers[link] in self._grammar.points_to
        is_back = self._lowers[index] in self._grammar.points_back
        is_said = is_back and self._lowers[index + 1] in self._grammar.be
        if not (is_said and is_view and is_whose):
            return None
        source = self._phrases.after(link + 1, sentence.end(self._words))
        before = self._view.sentence_before(index)
        if source is None or before is None or self._view.has_quotation(*before):
            return None
        return self._draft(source, (index, link), [before], index)

    def _for_somebody(self, index: int, sentence: Sentence) -> Draft | None:
        """Read "To Kevin Allton, a teacher, it was a shock"."""
        end = sentence.end(self._words)
        source = self._phrases.plain_after(index + 1, end)
        if source is None or self._lowers[index] not in self._grammar.views:
            return None
        head = source[1] - 1
        is_somebody = self._tags[head] in {"NNP", "PRP"} or self._lowers[head] in self._view.people
        comma = next((p for p in range(source[1], end) if self._words[p] == ","), end)
        while comma < end and not self._view.clause_after(comma + 1, end):
            comma = next((p for p in range(comma + 1, end) if self._words[p] == ","), end)
        is_near = self._words[source[1]] == "," and comma - source[1] <= _LONGEST_APPOSITION
        if not is_somebody or comma >= end or not is_near:
            return None
        return self._draft(source, (index, index + 1), [(comma + 1, end)], index)

    def _study(self, index: int, sentence: Sentence) -> Draft | None:
        """Read "In a poll last month, most said that the road was safe"."""
        end = sentence.end(self._words)
        source = self._phrases.plain_after(index + 1, end)
        if source is None or self._lowers[index] not in self._grammar.study_links:
            return None
        if not self._grammar.studies.intersection(self._lowers[source[0] : source[1]]):
            return None
        start = self._view.past_comma(source[1], end)
        if start == source[1] or not self._view.has_verb(start, end):
            return None
        place = (index, index + 1)
        return Draft("speech", source, place, [(start, end)], None, "study", index)

    def _in_own_words(
        self, index: int, sentence: Sentence, drafts: Sequence[Draft]
    ) -> Draft | None:
        """Read "In Dr Marsh's words, “it was a bad day”": the owner of the words speaks."""
        end = sentence.end(self._words)
        phrase = self._phrases.plain_after(index + 1, end)
        if phrase is not None and self._tags[phrase[1]] == "VBG":  # "on his telling"
            phrase = (phrase[0], phrase[1] + 1)
        if phrase is None:
            return None
        head = self._without_topic(phrase) - 1
        if self._lowers[head] not in self._view.speakers.own_words:
            return None
        source = self._speakers.possessor(head, sentence)
        after = phrase[1]
        is_closed = after >= end or self._words[after] == "," or self._inside[after] >= 0
        if source is None or not is_closed:
            return None
        parts = [(after + (self._words[after] == ","), end)]
        if index == sentence.first:
            source = self._owner_after(index, parts[0], source)
        if index > sentence.first:
            if _holds(drafts, index) or not self._view.has_verb(sentence.first, end):
                return None
            if self._inside[after] >= 0:
                parts = [(after, self._quotations[self._inside[after]].past_last)]
            else:
                parts.insert(0, (sentence.first, index - 1))
        return self._draft(source, (index, after), parts, index)

    def _without_topic(self, phrase: TokenRange) -> int:
        """Return where "his version" ends in "his version of events"."""
        is_topic = self._lowers[phrase[1] - 2] in self._grammar.noun_topics
        return phrase[1] - 2 * is_topic

    def _owner_after(self, index: int, content: TokenRange, owner: TokenRange) -> TokenRange:
        """Return "Reed" of "By his own account, Reed slept": a subject that the pronoun means."""
        following = self._phrases.plain_after(*content)
        is_own = self._lowers[index + 2] in self._grammar.own and owner[1] - owner[0] == 1
        is_named = following is not None and self._tags[following[1] - 1].startswith("NN")
        return following if is_own and is_named and following is not None else owner

    def _as_told(self, index: int, sentence: Sentence) -> Draft | None:
        """Read "As the mayor sees it, the wall is safe" and "…, the way she tells it"."""
        end = sentence.end(self._words)
        opener = self._opener_end(index)
        source = self._phrases.plain_after(opener, end) if opener else None
        if source is None or self._lowers[source[1]] not in self._grammar.seen:
            return None
        past = source[1] + 2
        if self._lowers[past - 1] not in self._grammar.seen_objects:
            return None
        place = (source[1], past)
        if index == sentence.first:
            is_closed = self._words[past] in {",", ":"}
            return self._draft(source, place, [(past + 1, end)], index) if is_closed else None
        is_last = past >= end
        return (
            self._draft(source, place, [(sentence.first, index - 1)], index) if is_last else None
        )

    def _opener_end(self, index: int) -> int:
        """Return where "as", "the way" or "to hear" ends; 0 for anything else."""
        for length in range(1, _LONGEST_OPENER + 1):
            if " ".join(self._lowers[index : index + length]) in self._grammar.as_told:
                return index + length
        return 0

    def _how_put(self, index: int, sentence: Sentence) -> Draft | None:
        """Read "“A long goodbye” was how the vicar put it"."""
        verb = index - 1
        edge = verb - 1 - (self._words[verb - 1] == ",")
        if self._inside[edge] < 0 or self._words[edge] not in CLOSING:
            return None
        source = self._phrases.plain_after(index + 1, sentence.end(self._words))
        if source is None or self._tags[source[1]][:2] not in {"VB", "MD"}:
            return None
        quotation = self._quotations[self._inside[edge]]
        content = [(max(sentence.first, quotation.first), quotation.past_last)]
        return self._draft(source, (verb, source[1] + 1), content, index)

    def _draft(
        self, source: TokenRange, cue: TokenRange, parts: list[TokenRange], order: int
    ) -> Draft | None:
        content = [part for part in parts if part[0] < part[1]]
        rule: Rule = "viewpoint"
        return Draft("speech", source, cue, content, None, rule, order) if content else None


def _holds(drafts: Sequence[Draft], place: int) -> bool:
    """Tell whether a token is in the content of one of the drafts."""
    return any(start <= place < end for draft in drafts for start, end in draft.content)

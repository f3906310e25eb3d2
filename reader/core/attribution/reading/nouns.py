"""Nouns that stand for words: "the mayor's claim that", "her criticism of", "his view is that"."""

from reader.core.attribution.cue_list import Cue
from reader.core.attribution.drafts import Draft, Sentence
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.reading.extents import Extents
from reader.core.attribution.reading.speakers import Speakers
from reader.core.attribution.rules import Rule, Shape
from reader.core.attribution.text_view import CLOSING, RulesOnView, TextView
from reader.core.text.tagging import FINITE

_LONGEST_ARRIVAL = 7  # tokens from "reached" to "that"
_IN_SUBJECT = frozenset("DT JJ JJS NN NNS NNP NNPS POS PRP$ CD VBN".split())


class NounReader(RulesOnView):
    """Makes a draft of a noun of speech or thought."""

    def __init__(self, view: TextView, extents: Extents, speakers: Speakers) -> None:
        super().__init__(view)
        self._ends = extents.ends
        self._speakers = speakers

    def read(self, index: int, cue: Cue, sentence: Sentence) -> Draft | None:
        """Return what the noun at `index` stands for, or None where the text does not give it."""
        end = sentence.end(self._words)
        source = self._speakers.possessor(index, sentence)
        summed = self._summed_up(index, source, sentence) if source is not None else None
        if summed is not None or index + 2 >= end:
            return summed
        place = (index, index + 1)
        if source is None:
            source, verb = self._speakers.of_light_verb(index, sentence)
            place = (index if verb is None else verb, index + 1)
        following = self._lowers[index + 1]
        is_owned = source is not None and place[0] == index
        rule: Rule = "noun"
        content: TokenRange | None = None
        that = self._arriving(index, end)
        sender = self._sender(index, end) if source is None and not that else None
        is_all = (
            source is None and self._tags[sentence.first] == "DT" and self._opens(index, sentence)
        )
        if self._is_clause(index, end):
            content = self._clause(index, sentence, index + 1)
        elif that:
            content = that, self._ends.content_end(that, end, is_clause=True)
        elif sender is not None:
            source, content = sender, self._clause(index, sentence, sender[1])
        elif (is_owned or is_all) and following in self._grammar.be:
            place, content = self._is_that(index, end)
        elif source is not None and following in self._grammar.noun_topics:
            rule, content = "noun with its object", self._object(index, sentence)
        if content is None:
            return None
        shape: Shape = "verb and noun" if place[0] < index else ""
        return Draft("speech", source, place, [content], cue.verb_class, rule, index, shape)

    def _summed_up(self, index: int, source: TokenRange, sentence: Sentence) -> Draft | None:
        """Read "“Too salty,” was Holm's verdict"."""
        verb = source[0] - 1
        edge = verb - 1 - (self._words[verb - 1] == ",")
        number = self._inside[edge]
        is_behind = verb > sentence.first and self._lowers[verb] in self._grammar.be
        if not is_behind or number < 0 or self._words[edge] not in CLOSING:
            return None
        content = [(self._quotations[number].first, self._quotations[number].past_last)]
        return Draft("speech", source, (index, index + 1), content, None, "viewpoint", index)

    def _opens(self, index: int, sentence: Sentence) -> bool:
        """Tell whether a noun is the subject that a sentence opens with: "the claim is"."""
        return all(self._tags[place] in _IN_SUBJECT for place in range(sentence.first, index))

    def _arriving(self, index: int, end: int) -> int:
        """Return where "that" begins what arrives: "word reached the camp that"; else 0."""
        verb = index + 1
        while self._tags[verb] == "RB" or self._lowers[verb] in self._view.auxiliaries:
            verb += 1
        is_had = self._lowers[verb - 1] in self._grammar.have
        is_known = is_had and self._lowers[verb] in self._grammar.it  # "word has it that"
        if self._lowers[verb] not in self._grammar.arrivals and not is_known:
            return 0
        for place in range(verb + 1, min(end, verb + _LONGEST_ARRIVAL)):
            if self._lowers[place] in self._grammar.clause_links and self._tags[place] == "IN":
                return place if self._tags[place + 1] not in FINITE else 0
            is_that = self._lowers[place + 1] in self._grammar.clause_links
            if is_that and self._lowers[place] in self._grammar.be:
                return place + 1  # "information reaching us is that"
            is_time = self._lowers[place] in self._grammar.times
            if is_time or self._tags[place] in FINITE or self._words[place] == ",":
                break  # "her order came the day that"
        return 0

    def _sender(self, index: int, end: int) -> TokenRange | None:
        """Return "the bench" of "a suggestion from the bench that it was too low", or None."""
        if self._lowers[index + 1] not in self._grammar.senders:
            return None
        found = self._phrases.plain_after(index + 2, end)
        if found is None or self._lowers[found[1]] not in self._grammar.clause_links:
            return None
        return found if self._view.clause_after(found[1] + 1, end) else None

    def _is_clause(self, index: int, end: int) -> bool:
        """Tell whether "that" and a clause follow; "letters that show" are things."""
        is_link = self._lowers[index + 1] in self._grammar.clause_links
        is_open = self._tags[index + 2] in FINITE or self._tags[end - 1] == "IN"
        if self._tags[end - 1].startswith("VB"):  # "he left, a claim that few believe"
            first = index - 1
            while self._tags[first] in {"JJ", "RB", "VBN"}:
                first -= 1
            is_parted = self._tags[first] == "DT" and self._words[first - 1] == ","
            is_open = is_open or is_parted or self._is_told_of(first, end)
        return is_link and self._tags[index + 1] in {"IN", "WDT"} and not is_open

    def _is_told_of(self, article: int, end: int) -> bool:
        """Tell whether a thing is told of: "was a verdict that the board has not appealed"."""
        is_new = self._lowers[article] in self._view.speakers.new
        if not is_new or self._lowers[article - 1] not in self._grammar.be:
            return False
        before = self._view.past_adverbs(end - 1, article) - 1
        return self._tags[before] == "TO" or self._lowers[before] in self._grammar.have

    def _clause(self, index: int, sentence: Sentence, start: int) -> TokenRange:
        """Return the clause that begins at a token behind the noun at `index`."""
        end = sentence.end(self._words)
        past_last = self._ends.content_end(start, end)
        if self._ends.is_subordinate(sentence):
            past_last = min(past_last, self._ends.main_clause(start, end))
        opens = range(sentence.first, index)
        if all(self._tags[place] in _IN_SUBJECT for place in opens):
            past_last = self._ends.before_main_verb(start, past_last)
        return start, past_last

    def _is_that(self, index: int, end: int) -> tuple[TokenRange, TokenRange | None]:
        """Return cue and content of "his view is that the bridge should stay"."""
        start = index + 2 + (self._tags[index + 2] == "RB")
        is_link = self._lowers[start] in self._grammar.clause_links
        content = (start, self._ends.content_end(start, end, is_clause=True))
        return (index, start), content if is_link else None

    def _object(self, index: int, sentence: Sentence) -> TokenRange | None:
        """Return what a noun is about: "of the plan", "to close the road"."""
        start, end = index + 1, sentence.end(self._words)
        past_last = self._ends.content_end(start, end)
        if self._ends.is_subordinate(sentence):
            past_last = self._ends.main_clause(start, past_last)
        if self._tags[start] == "TO":
            return (start, past_last) if self._tags[start + 1] == "VB" else None
        past_last = min(past_last, self._verb_after(start + 1, past_last))
        phrase = self._phrases.plain_after(start + 1, end)
        is_said = phrase is not None or self._tags[start + 1] == "VBG"
        return (start, past_last) if is_said else None

    def _verb_after(self, start: int, end: int) -> int:
        """Return where the finite verb after a noun phrase stands, or `end`."""
        questions, links = self._grammar.questions, self._grammar.clause_links
        for place in range(start, end):
            if self._lowers[place] in questions or self._lowers[place] in links:
                return end
            if self._tags[place] in FINITE or self._words[place] == ",":
                return place
        return end

"""Speakers before a colon: labels of turns, and sentences that announce a quotation."""

from collections.abc import Iterable, Sequence

from reader.core.attribution.drafts import Draft, Sentence
from reader.core.attribution.noun_phrases import TokenRange
from reader.core.attribution.quoting.quotations import Quotation
from reader.core.attribution.text_view import FINITE, RulesOnView, TextView

_LONGEST_LABEL = 9  # tokens before a colon that may name a speaker


class LabelReader(RulesOnView):
    """Makes a draft of a name or a clause before a colon."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)

    def announced(self, sentence: Sentence, drafts: Sequence[Draft]) -> Draft | None:
        """Read "Holm went further: “The road is shut.”": the sentence announces a quotation."""
        if ":" not in self._words[sentence.first : sentence.past_last]:
            return None
        for colon in range(sentence.first + 2, sentence.past_last):
            if self._words[colon] != ":" or self._inside[colon] >= 0:
                continue
            past = colon + 1
            if self._inside[past] < 0:
                continue
            quotation = self._quotations[self._inside[past]]
            if quotation.first != past or _holds(drafts, past):
                continue
            return self._from_main_clause(sentence, colon, quotation)
        return None

    def _from_main_clause(
        self, sentence: Sentence, colon: int, quotation: Quotation
    ) -> Draft | None:
        for verb in range(sentence.first + 1, colon):
            if self._tags[verb] not in FINITE or self._inside[verb] >= 0:
                continue
            source = self._phrases.before(verb, sentence.first)
            if source is None or self._phrases.is_expletive(source):
                continue
            past_verb = verb + 1
            while past_verb < colon and self._tags[past_verb][:2] in {"VB", "RB"}:
                past_verb += 1
            content = [(quotation.first, quotation.past_last)]
            return Draft("speech", source, (verb, past_verb), content, None, "announced", verb)
        return None

    def colon(self, sentence: Sentence) -> Draft | None:
        """Read "Mayor: bridge is safe", "Gowdy: “I have not”" and "Q:" in a transcript."""
        last = min(sentence.first + _LONGEST_LABEL, sentence.past_last - 2)
        colon = next((i for i in range(sentence.first + 1, last) if self._words[i] == ":"), 0)
        if not colon:
            return None
        source, place = (sentence.first, colon), (colon, colon + 1)
        is_heading = self._tags[colon + 1] in {"WRB", "VB"}  # "SAFETY: How to stay well"
        if sentence.paragraph_end and self._is_label(sentence.first, colon) and not is_heading:
            whole = (colon + 1, sentence.paragraph_end)
            return Draft("speech", source, place, [whole], None, "transcript", colon)
        source = self._sender(*source) or source
        if self._phrases.after(*source) != source or not self._is_speaker(source):
            return None
        content = (colon + 1, sentence.end(self._words))
        is_said = any(
            self._tags[word] in FINITE or self._inside[word] >= 0 for word in range(*content)
        )
        if not is_said:
            return None
        return Draft("speech", source, place, [content], None, "colon", colon)

    def _sender(self, first: int, colon: int) -> TokenRange | None:
        """Return "Mr Cooper" of "The reply from Mr Cooper: “No.”"."""
        if self._inside[colon + 1] < 0 or self._view.has_verb(first, colon):
            return None
        for place in range(first, colon - 1):
            if self._lowers[place] in self._grammar.senders:
                return place + 1, colon
        return None

    def _is_label(self, first: int, colon: int) -> bool:
        """Tell whether a paragraph begins with "Q:", "A:" or "ADA BROOK:"."""
        label = self._words[first:colon]
        if self._lowers[first] in self._grammar.no_speakers and len(label[0]) > 1:
            return False
        return label in {("Q",), ("A",)} or all(
            word.isupper() and len(word) > 1 for word in label if word[0].isalnum()
        )

    def _is_speaker(self, source: TokenRange) -> bool:
        if self._lowers[source[0]] in self._grammar.no_speakers:
            return False
        capitals = [self._words[place][0].isupper() for place in range(source[0], source[1])]
        is_before_quotation = self._inside[source[1] + 1] >= 0
        return all(capitals) or (is_before_quotation and capitals[0] and capitals[-1])


def _holds(drafts: Iterable[Draft], place: int) -> bool:
    """Tell whether a token is in the content of one of the drafts."""
    return any(start <= place < end for draft in drafts for start, end in draft.content)

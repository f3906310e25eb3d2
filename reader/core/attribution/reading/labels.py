"""Speakers before a colon: labels of turns, and sentences that announce a quotation."""

from collections.abc import Iterable, Sequence

from reader.core.attribution.drafts import Draft, Sentence
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.quoting.quotations import Quotation
from reader.core.attribution.reading.speakers import Speakers
from reader.core.attribution.text_view import STOPS, RulesOnView, TextView
from reader.core.text.tagging import FINITE

_LONGEST_LABEL = 9  # tokens before a colon that may name a speaker
_LONGEST_OWNED = 7  # tokens up to the noun in "the mayor of Aston's answer"
_FEWEST_SMALL = 3  # words in small letters in a headline that somebody is said to say


class LabelReader(RulesOnView):
    """Makes a draft of a name or a clause before a colon."""

    def __init__(self, view: TextView, speakers: Speakers) -> None:
        super().__init__(view)
        self._speakers = speakers
        grammar = self._grammar
        self._openers = grammar.circumstances_within | grammar.questions | grammar.clause_links

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
            return self._from_owner(sentence, colon, quotation) or self._from_main_clause(
                sentence, colon, quotation, drafts
            )
        return None

    def _from_owner(self, sentence: Sentence, colon: int, quotation: Quotation) -> Draft | None:
        """Read "Her answer, when it came, was short: “Never.”": who owns the noun speaks."""
        for noun in range(sentence.first + 1, min(colon, sentence.first + _LONGEST_OWNED)):
            if self._cues.noun_at(self._lowers, noun) is None:
                continue
            owner = self._speakers.possessor(noun, sentence)
            if owner is None or owner[0] != sentence.first or self._tags[noun + 1] == "IN":
                return None
            content = [(quotation.first, quotation.past_last)]
            return Draft("speech", owner, (noun, noun + 1), content, None, "announced", noun)
        return None

    def _from_main_clause(
        self, sentence: Sentence, colon: int, quotation: Quotation, drafts: Sequence[Draft]
    ) -> Draft | None:
        for verb in range(sentence.first + 1, colon):
            if self._tags[verb] not in FINITE or self._inside[verb] >= 0:
                continue
            if _holds((draft for draft in drafts if draft.rule == "asked"), verb):
                continue  # "Asked what she ate, Holm is brief: “Bread.”"
            source = self._phrases.before(verb, sentence.first)
            if source is None or self._phrases.is_expletive(source):
                continue
            if self._is_aside(source, verb):
                continue
            past_verb = verb + 1
            while past_verb < colon and self._tags[past_verb][:2] in {"VB", "RB"}:
                past_verb += 1
            content = [(quotation.first, quotation.past_last)]
            place = (verb, past_verb)
            draft = Draft("speech", source, place, content, None, "announced", verb)
            draft.is_doubtful = self._is_thing(source, verb)
            return draft
        return None

    def _is_thing(self, source: TokenRange, verb: int) -> bool:
        """Tell whether what is told of may say nothing: "The gauge is plain: “No water.”"."""
        found = self._phrases.plain_after(*source)
        head = (found or source)[1] - 1
        known = self._view.people | self._view.speakers.documents
        is_known = not self._view.people or self._lowers[head] in known
        is_common = self._tags[head] in {"NN", "NNS"} and self._words[head].islower()
        is_said = self._cues.verb_at(self._lowers, verb) is not None
        return is_common and not is_known and not is_said

    def _is_aside(self, source: TokenRange, verb: int) -> bool:
        """Tell whether a side clause tells something: "As Holm left, Roth was brief: “No.”"."""
        opener, is_said = self._lowers[source[0] - 1], self._cues.verb_at(self._lowers, verb)
        if is_said is not None and (
            opener in self._grammar.as_said or opener not in self._openers
        ):
            return False  # "As Holm observed, the winner was another: “It is the hall.”"
        return self._view.has_verb(*source) or opener in self._openers

    def colon(self, sentence: Sentence) -> Draft | None:
        """Read "Mayor: bridge is safe", "Gowdy: “I have not”" and "Q:" in a transcript."""
        last = min(sentence.first + _LONGEST_LABEL, sentence.past_last - 2)
        colon = next((i for i in range(sentence.first + 1, last) if self._words[i] == ":"), 0)
        if not colon:
            return None
        is_timed = ":" in self._words[sentence.first] and colon > sentence.first + 1
        source, place = (sentence.first + is_timed, colon), (colon, colon + 1)
        is_heading = self._tags[colon + 1] in {"WRB", "VB"}  # "SAFETY: How to stay well"
        if sentence.paragraph_end and self._is_label(sentence.first, colon) and not is_heading:
            whole = (colon + 1, sentence.paragraph_end)
            return Draft("speech", source, place, [whole], None, "transcript", colon)
        if self._words[colon - 1] == ")":  # "Rep. Ada Hill (R-Kell): “No.”"
            opening = (p for p in range(source[0] + 1, colon) if self._words[p] == "(")
            source = (source[0], next(opening, colon))
        source = (source[0], self._before_age(colon, source[1]))
        owner = self._owner(colon, sentence)
        source = owner or self._sender(*source) or source
        is_speaker = owner is not None or (
            self._phrases.after(*source) == source and self._is_speaker(source, colon)
        )
        is_speaker = is_speaker or self._is_apposed(source, sentence) or self._is_placed(source)
        content = (colon + 1, sentence.end(self._words))
        if not is_speaker or not self._is_said(source, content):
            return None
        is_shouted = self._words[source[0]].isupper()
        is_one = owner is None and source[1] - source[0] == 1
        is_one = is_one and (is_shouted or not self._is_role(source))
        if is_heading and is_one and self._inside[colon + 1] < 0:
            return None  # "Bio: Make sure it is clear"
        return Draft("speech", source, place, [content], None, "colon", colon)

    def _before_age(self, colon: int, end: int) -> int:
        """Return where a name ends behind which an age stands: "Paula Ruiz, 44: “It moved.”"."""
        is_age = self._words[colon - 1].isdigit() and self._words[colon - 2] == ","
        return colon - 2 if is_age else end

    def _is_apposed(self, source: TokenRange, sentence: Sentence) -> bool:
        """Tell whether a role and a name stand before a quotation: "Baker in Kell, Ada Hill:"."""
        first, colon = source
        is_whole = first == sentence.first and self._inside[colon + 1] >= 0
        is_named = is_whole and self._words[first][:1].isupper() and self._tags[colon - 1] == "NNP"
        commas = [p for p in range(first, colon) if self._words[p] == ","]
        if not is_named or len(commas) != 1 or self._view.has_verb(first, colon):
            return False
        told = (self._lowers[first], self._lowers[commas[0] - 1])
        return commas[0] == colon - 3 or not self._view.people.isdisjoint(told)

    def _is_placed(self, source: TokenRange) -> bool:
        """Tell whether somebody is told by where: "Tenant on third floor: “It leaks.”"."""
        first, colon = source
        found = self._phrases.plain_after(first, colon)
        if found is None or found[1] >= colon or self._inside[colon + 1] < 0:
            return False
        place = found[1] + (self._words[found[1]] == ",")
        is_place = self._tags[place] == "IN" and not self._view.has_verb(first, colon)
        is_named = place > found[1] and self._tags[found[1] - 1] == "NNP"
        return is_place and (is_named or self._is_role(found))

    def _is_said(self, source: TokenRange, content: TokenRange) -> bool:
        """Tell whether what follows a label is a sentence, a quotation or words of a headline."""
        is_told = any(
            self._tags[word] in FINITE or self._inside[word] >= 0 for word in range(*content)
        )
        return is_told or self._is_in_headline(source, content)

    def _is_in_headline(self, source: TokenRange, content: TokenRange) -> bool:
        """Tell whether a role speaks in a line without a stop: "Council leader: no money left"."""
        is_line = self._words[content[1]] not in STOPS
        small = sum(self._words[place].islower() for place in range(*content))
        return is_line and small >= _FEWEST_SMALL and self._is_role(source)

    def _is_role(self, source: TokenRange) -> bool:
        """Tell whether a label ends in a noun for people: "Council leader"."""
        is_capital = self._words[source[0]][:1].isupper()
        return is_capital and self._lowers[source[1] - 1] in self._view.people

    def _sender(self, first: int, colon: int) -> TokenRange | None:
        """Return "Mr Cooper" of "The reply from Mr Cooper: “No.”"."""
        if self._inside[colon + 1] < 0 or self._view.has_verb(first, colon):
            return None
        for place in range(first, colon - 1):
            if self._lowers[place] in self._grammar.senders and self._words[place - 1] != ",":
                return place + 1, colon
        return None

    def _owner(self, colon: int, sentence: Sentence) -> TokenRange | None:
        """Return "her" of "Her verdict: “Too salty.”": who owns the noun of speech."""
        if self._view.has_verb(sentence.first, colon):
            return None
        for noun in range(sentence.first + 1, colon):
            if self._cues.noun_at(self._lowers, noun) is None:
                continue
            owner = self._speakers.possessor(noun, sentence)
            return owner if owner is not None and owner[0] == sentence.first else None
        return None

    def _is_label(self, first: int, colon: int) -> bool:
        """Tell whether a paragraph begins with "Q:", "A:" or "ADA BROOK:"."""
        label = self._words[first:colon]
        if label[0] == "(":
            return False  # "(EDIT: the link is gone)"
        if self._lowers[first] in self._grammar.no_speakers and len(label[0]) > 1:
            return False
        return label in {("Q",), ("A",)} or all(
            word.isupper() and len(word) > 1 for word in label if word[0].isalnum()
        )

    def _is_speaker(self, source: TokenRange, colon: int) -> bool:
        is_listed = self._words[source[1] - 1] in self._grammar.no_speakers  # "Match notes:"
        if is_listed or self._lowers[source[0]] in self._grammar.no_speakers:
            return False
        capitals = [self._words[place][0].isupper() for place in range(source[0], source[1])]
        is_before_quotation = self._inside[colon + 1] >= 0
        if all(capitals) or (is_before_quotation and capitals[0] and capitals[-1]):
            return True
        return self._is_role(source)


def _holds(drafts: Iterable[Draft], place: int) -> bool:
    """Tell whether a token is in the content of one of the drafts."""
    return any(start <= place < end for draft in drafts for start, end in draft.content)

"""Verbs in other frames than the active one: passive, infinitive, refusal, impression."""

from reader.core.attribution.attributions import IMPRESSION
from reader.core.attribution.cue_list import Cue
from reader.core.attribution.drafts import Draft, Sentence
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.reading.extents import Extents
from reader.core.attribution.reading.speakers import Speakers
from reader.core.attribution.text_view import RulesOnView, TextView
from reader.core.text.tagging import FINITE

_FEELINGS = frozenset({"blame", "approval", "mind", "attack"})
_PASSIVE = frozenset(
    "endorsing approval argument mind blame neutral asking naming distancing attack".split()
)
_TO_DO = frozenset("naming attack blame insisting endorsing".split())
_COMPLEMENT_TAGS = frozenset("JJ JJR JJS VBN VBG RBR".split())
_SUBJECT_TAGS = frozenset("DT PRP PRP$ NNP".split())
_ADVERBIAL_TAGS = frozenset("IN RB RBR NNP NN JJ JJR".split())
_VERB_TAGS = frozenset("VB VBD VBZ VBP MD".split())
_LONGEST_ADVERBIAL = 7  # tokens: "earlier this week in Brussels"


class FrameReader(RulesOnView):
    """Makes a draft of a verb that has no plain subject and object."""

    def __init__(self, view: TextView, extents: Extents, speakers: Speakers) -> None:
        super().__init__(view)
        self._extents = extents
        self._speakers = speakers

    def impression(
        self, index: int, group: int, past_cue: int, sentence: Sentence
    ) -> Draft | None:
        """Read "the bridge seems to be safe", "it appears that": nobody is named."""
        end = sentence.end(self._words)
        place = past_cue
        while place < end and self._tags[place] == "RB":
            place += 1
        if place >= end or self._tags[index] in {"VB", "VBG"}:
            return None
        subject = self._phrases.before(group, sentence.first)
        if self._is_clause(place):
            content = [(past_cue, self._extents.ends.content_end(past_cue, end))]
        elif subject and self._is_complement(place):
            content = [subject, (past_cue, self._extents.ends.complement_end(place, end))]
        else:
            return None
        cue_place = (group, past_cue)
        return Draft("thought", None, cue_place, content, IMPRESSION, "impression", index)

    def _is_complement(self, place: int) -> bool:
        """Tell whether what begins here says how something looks; "appeared in court" does not."""
        if self._tags[place] == "TO":
            return self._tags[place + 1] in {"VB", "RB"}
        return self._tags[place] in _COMPLEMENT_TAGS

    def _is_clause(self, place: int) -> bool:
        return (
            self._lowers[place] in self._grammar.clause_openers
            or self._tags[place] in _SUBJECT_TAGS
        )

    def passive(
        self, index: int, group: int, past_cue: int, cue: Cue, sentence: Sentence
    ) -> Draft | None:
        """Read "the plan is expected to pass", "it was said that", "was criticised by X"."""
        if self._only_introduces(index, past_cue, sentence):
            return None
        heard = self._heard_quotation(past_cue, cue)
        if heard is not None:
            place = (group, past_cue)
            return Draft("speech", None, place, [heard], cue.verb_class, "passive", index)
        subject = self._phrases.before(group, sentence.first)
        end = (
            self._extents.ends.content_end(past_cue, sentence.end(self._words))
            if past_cue
            else past_cue
        )
        if past_cue < end and self._lowers[past_cue] in self._grammar.passive_ends:
            end = self._extents.ends.complement_end(past_cue, end)
        end = self._end_of_aside(index, group, past_cue, end)
        source, rest_end = self._speakers.agent(past_cue, end)
        rest = (past_cue, rest_end)
        if source and source[1] < end and source[0] - past_cue <= 1:
            rest = (source[1], source[1] if self._is_where(source[1]) else end)
        is_told = self._complements.names_hearer(cue)
        is_empty = subject is not None and self._phrases.is_expletive(subject)
        is_dated = is_told and self._lowers[past_cue] in self._grammar.occasion_links
        if is_empty or is_dated:
            rest = (self._past_adverbial(past_cue, end), rest[1])
        follows = self._lowers[rest[0]] if rest[0] < end else ""
        is_said = follows in self._grammar.passive_links or source is not None
        is_said = is_said or ((is_told or is_empty) and self._is_bare_clause(rest[0], end))
        is_ordered = is_empty and follows in self._grammar.clause_links
        if not is_said or not (is_ordered or cue.verb_class in _PASSIVE):
            return None
        if follows in self._grammar.faults and cue.verb_class not in _FEELINGS:
            return None
        content = [rest] if rest[0] < rest[1] else []
        if subject and not is_empty and not is_told:
            content.insert(0, self._extents.ends.without_relative(subject))
        if not content:
            return None
        kind = self._complements.kind_of(cue)
        return Draft(kind, source, (group, past_cue), content, cue.verb_class, "passive", index)

    def _is_where(self, place: int) -> bool:
        """Tell whether it is only told where it was: "backed by those | in the hall"."""
        lower = self._lowers[place]
        is_place = lower in self._grammar.places or lower in self._grammar.occasion_links
        return is_place and self._tags[place] == "IN"

    def _end_of_aside(self, index: int, group: int, start: int, end: int) -> int:
        """Return where "of theft" ends in "Holm, accused of theft, said", or `end`."""
        if group != index or self._words[index - 1] != ",":
            return end
        return next((p for p in range(start, end) if self._words[p] == ","), end)

    def _heard_quotation(self, past_cue: int, cue: Cue) -> TokenRange | None:
        """Return what somebody was asked or told: "was asked, “Is it open?”"."""
        mark = past_cue + (self._words[past_cue] in {",", ":"})
        number = self._inside[mark]
        if not self._complements.names_hearer(cue) or number < 0:
            return None
        return mark, self._quotations[number].past_last

    def _only_introduces(self, index: int, past_cue: int, sentence: Sentence) -> bool:
        """Tell whether another verb reports: "is quoted as saying", "Asked by Holm, he said".

        Or none does: "Being asked to explain a joke is no fun".
        """
        if self._tags[self._view.group_start(index, sentence.first)] == "VBG":
            return index > sentence.first
        if self._tags[past_cue + 1] == "VBG" and self._lowers[past_cue] in self._grammar.as_what:
            return self._cues.verb_at(self._lowers, past_cue + 1) is not None
        if self._lowers[past_cue] not in self._grammar.agents:
            return False
        agent = self._phrases.plain_after(past_cue + 1, sentence.past_last)
        if agent is None or self._lowers[agent[1]] in self._grammar.as_what:
            return agent is not None and self._tags[agent[1] + 1] == "VBG"
        return index == sentence.first and self._words[agent[1]] == ","

    def _is_bare_clause(self, place: int, end: int) -> bool:
        """Tell whether a clause begins without "that": "the jury was told he had left"."""
        found = self._phrases.plain_after(place, end)
        return found is not None and found[1] < end and self._tags[found[1]] in FINITE

    def _past_adverbial(self, place: int, end: int) -> int:
        """Return where "that" begins after when or where it was said: "said on Friday that"."""
        if place >= end or self._tags[place] not in _ADVERBIAL_TAGS:
            return place
        for at in range(place + 1, min(end, place + _LONGEST_ADVERBIAL)):
            if self._lowers[at] in self._grammar.clause_links:
                return at
            if self._tags[at] in _VERB_TAGS or self._words[at] == ",":
                break
        return place

    def infinitive(
        self, index: int, group: int, past_cue: int, cue: Cue, sentence: Sentence
    ) -> Draft | None:
        """Read "plans to announce", "used the speech to praise"."""
        if self._is_purpose(group):
            return None
        content, rule = self._extents.content_after(past_cue, index, cue, sentence)
        source = self._subject_of(group, index, sentence)
        if content is None or source is None or self._phrases.is_expletive(source):
            return None
        if rule in {"noun phrase", "preposition"} and cue.verb_class not in _TO_DO:
            return None
        kind, place = self._complements.kind_of(cue), (group, past_cue)
        draft = Draft(kind, source, place, [content], cue.verb_class, rule, index, "to")
        draft.is_doubtful = self._is_to_come(group, index)
        return None if draft.is_doubtful and cue.verb_class == "blame" else draft

    def _is_to_come(self, group: int, index: int) -> bool:
        """Tell whether it is not done yet: "Holm is to say"; "is to blame" is no report."""
        link = self._tags.index("TO", group, index)
        return self._lowers[self._view.past_adverbs(link, group) - 1] in self._grammar.be

    def _subject_of(self, group: int, index: int, sentence: Sentence) -> TokenRange | None:
        """Return who has to do it: "Holm had to admit", "Holm wants to say"."""
        if self._view.has_verb(group, index):
            return self._speakers.subject(group, sentence, [], is_participle=False)
        return self._speakers.first_subject(group, sentence)

    def _is_purpose(self, group: int) -> bool:
        """Tell whether nobody does it yet: "required to disclose", "a way to document"."""
        before = group - 1
        if self._tags[before] == "CC":
            before = self._before_first(before)
        if self._lowers[before] in self._view.speakers.purposes or self._is_first(before):
            return True
        if self._lowers[before] in self._view.speakers.made_to:
            return False  # "was forced to admit"
        start = self._view.group_start(before, max(0, before - 6))
        return self._tags[before] == "VBN" and self._view.has_auxiliary(start, before)

    def _is_first(self, noun: int) -> bool:
        """Tell whether it is told who does it first: "the first president to address it"."""
        found = self._phrases.plain_before(noun + 1, max(0, noun - _LONGEST_ADVERBIAL))
        is_time = self._lowers[noun] in self._grammar.times | self._grammar.months
        if found is None or is_time or not self._tags[noun].startswith("NN"):
            return False
        return not self._view.speakers.firsts.isdisjoint(self._lowers[slice(*found)])

    def _before_first(self, join: int) -> int:
        """Return the word before the first of two infinitives: "a way to ask and to argue"."""
        for place in range(join - 1, max(0, join - _LONGEST_ADVERBIAL), -1):
            if self._tags[place] == "TO" and self._tags[place + 1] == "VB":
                return place - 1
        return join

    def refusal(self, index: int, group: int, past_cue: int, sentence: Sentence) -> Draft | None:
        """Read "declined to comment on the plan": the content is what it was about."""
        source = self._phrases.before(group, sentence.first)
        if source is None:
            return None
        end = sentence.end(self._words)
        start = index + 1
        if self._tags[start] not in {"TO", "IN"}:
            start = past_cue  # "neither confirm nor deny that"
        content: list[TokenRange] = []
        is_when = self._lowers[start + 1] in self._grammar.days
        if start < end and self._tags[start] in {"TO", "IN"} and not is_when:
            content = [(start, self._extents.ends.complement_end(start, end))]
        place = (group, start if content else past_cue)
        return Draft("refusal", source, place, content, "refusal", "refusal", group)

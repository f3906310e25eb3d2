"""Verbs that report: active, passive, after their content, in the infinitive."""

from reader.core.attribution.attributions import IMPRESSION
from reader.core.attribution.cue_list import Cue
from reader.core.attribution.drafts import Draft, Sentence
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.reading.asides import AsideReader
from reader.core.attribution.reading.extents import Extents
from reader.core.attribution.reading.frames import FrameReader
from reader.core.attribution.reading.speakers import Speakers
from reader.core.attribution.reading.speakers_behind import SpeakersBehind
from reader.core.attribution.rules import Rule, Shape
from reader.core.attribution.text_view import CLOSING, RulesOnView, TextView
from reader.core.text.tagging import FINITE

_BEFORE_NOUN = frozenset({"DT", "PRP$", "JJ", "POS", "CD"})
_BARE_PASSIVE = frozenset("naming attack blame argument".split())
# What "which" and "that" say: "a message that said", not "a law which defines".
_OF_RELATIVES = frozenset({"that", "clause", "wh-clause", "quotation"})
_CLAUSES = frozenset({"that", "clause", "wh-clause"})
_OF_RELATIVE = frozenset({"WP", "WP$"})
_TOLD_OF = frozenset("neutral showing endorsing argument insisting distancing conceding".split())
_JUST_BEFORE = 2  # tokens before a sentence: a comma, and the mark before it
_FRONT = 2  # words that may stand before a participle at the head of a sentence


class VerbReader(RulesOnView):
    """Makes a draft of a verb that reports speech or thought."""

    def __init__(self, view: TextView, extents: Extents, speakers: Speakers) -> None:
        super().__init__(view)
        self._extents = extents
        self._speakers = speakers
        self._behind = SpeakersBehind(view, speakers)
        self._frames = FrameReader(view, extents, speakers)
        self._asides = AsideReader(view, extents, self._behind)

    def read(self, index: int, cue: Cue, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        """Return what the verb at `index` reports, or None when it only looks like a cue.

        Args:
            index: The head of the verb.
            cue: Its entry.
            sentence: Where it stands.
            drafts: What was found to its left, for verbs without a subject of their own.
        """
        group = self._view.group_start(index, sentence.first)
        past_cue = index + 1 + len(cue.after)
        if self._is_habit(index, group, past_cue) or self._is_attribute(index, group, cue):
            return None
        if cue.verb_class == "refusal":
            return self._frames.refusal(index, group, past_cue, sentence)
        if cue.verb_class == IMPRESSION:
            return self._frames.impression(index, group, past_cue, sentence)
        is_finite = self._tags[index] in FINITE
        if index == sentence.first and is_finite and cue.verb_class == "neutral":
            return self._first(index, past_cue, cue, sentence)
        asked = self._asked(index, cue, sentence)
        asked = asked or self._asides.heard(index, group, past_cue, sentence)
        return asked or self._said(index, group, cue, sentence, drafts)

    def _is_habit(self, index: int, group: int, past_cue: int) -> bool:
        """Tell whether it is only told how often: "liked to say that"; the verb behind reports."""
        if self._lowers[index] not in self._grammar.habits or self._tags[past_cue] != "TO":
            return False
        told = self._cues.verb_at(self._lowers, past_cue + 1)
        return told is not None and told.verb_class == "neutral" and self._tags[group] != "MD"

    def _is_attribute(self, index: int, group: int, cue: Cue) -> bool:
        """Tell whether a participle only says which ones: "Nine suspected guards were held"."""
        is_counted = self._tags[index - 1] == "CD" and group == index > 0
        is_past = self._tags[index] in {"VBN", "VBD"} and cue.verb_class != "neutral"
        return is_counted and is_past and self._tags[index + 1].startswith(("NN", "JJ"))

    def _first(self, index: int, past_cue: int, cue: Cue, sentence: Sentence) -> Draft | None:
        """Read "Said Ada Hill, who was there, “It shook.”": the verb opens the sentence."""
        source = self._phrases.after(past_cue, sentence.past_last)
        if source is None:
            return None
        start = source[1] + (self._words[source[1]] in {",", ":"})
        end = sentence.end(self._words)
        if start == source[1] or start >= end or self._inside[start] < 0:
            return None
        return Draft(
            "speech", source, (index, past_cue), [(start, end)], cue.verb_class, "quotation", index
        )

    def is_state(self, index: int, sentence: Sentence) -> bool:
        """Tell whether an adjective is the predicate: a form of "be" stands before it."""
        group = self._view.group_start(index, sentence.first)
        return self._view.has_auxiliary(group, index)

    def read_state(
        self, index: int, cue: Cue, sentence: Sentence, drafts: list[Draft]
    ) -> Draft | None:
        """Return what "was still proud of" tells somebody to feel, `index` being the adjective."""
        group = self._view.group_start(index, sentence.first)
        content, rule = self._extents.content_after(index + 1, index, cue, sentence)
        source = self._speakers.subject(group, sentence, drafts, is_participle=False)
        if content is None or source is None or self._phrases.is_expletive(source):
            return None
        is_ready = self._lowers[index] in self._grammar.ready  # "is certain to win"
        if rule == "quotation" or (is_ready and rule not in {"that", "clause"}):
            return None
        place = (group, index + 1)
        return Draft("thought", source, place, [content], cue.verb_class, rule, index, "state")

    def _said(
        self, index: int, group: int, cue: Cue, sentence: Sentence, drafts: list[Draft]
    ) -> Draft | None:
        """Return what a verb with a subject or an agent reports, by its form."""
        past_cue = index + 1 + len(cue.after)
        is_bare = self._is_by(index, group, cue) or self._is_without_object(index, group, cue)
        if is_bare or self._view.is_passive(index, group):
            return self._frames.passive(index, group, past_cue, cue, sentence)
        if any(self._tags[place] == "TO" for place in range(group, index)):
            return self._frames.infinitive(index, group, past_cue, cue, sentence)
        if self._is_no_predicate(index, group, sentence):
            return None
        return self._active(index, group, cue, sentence, drafts)

    def _asked(self, index: int, cue: Cue, sentence: Sentence) -> Draft | None:
        """Read "Asked whether it was safe," and "when asked about the road": nobody is named."""
        before = self._lowers[index - 1] if index > sentence.first else ""
        if self._lowers[index] not in self._grammar.asked or (
            before and before not in self._grammar.before_asked
        ):
            return None
        end = sentence.end(self._words)
        start = next(
            (
                place
                for place in range(index + 1, min(end, index + 6))
                if self._opens_question(place)
            ),
            end,
        )
        comma = (place for place in range(start, end) if self._words[place] in {",", ":"})
        content = (start, next(comma, end))
        if content[0] >= content[1]:
            return None
        place = (index, index + 1)
        return Draft("speech", None, place, [content], cue.verb_class, "asked", index)

    def _opens_question(self, place: int) -> bool:
        return self._lowers[place] in self._grammar.asked_about

    def _is_no_predicate(self, index: int, group: int, sentence: Sentence) -> bool:
        """Tell whether a form is an adjective ("the growing claims") or an order ("Say no")."""
        if self._tags[index] == "VB":
            return group == index
        is_owned = self._tags[index - 1] == "POS" and self._words[index - 1] not in CLOSING
        if self._tags[index] == "VBN" and is_owned:
            return True  # "the board's ignored warning"
        if self._tags[index] != "VBG" or self._view.has_auxiliary(group, index):
            return False
        return index > sentence.first and self._tags[index - 1] in _BEFORE_NOUN

    def _active(
        self, index: int, group: int, cue: Cue, sentence: Sentence, drafts: list[Draft]
    ) -> Draft | None:
        past_cue = index + 1 + len(cue.after)
        is_participle = self._tags[index] == "VBG" and not self._view.has_auxiliary(group, index)
        content, rule = self._extents.content_after(past_cue, index, cue, sentence)
        if not is_participle:
            beside = self._beside(group, past_cue, cue, sentence, content, rule)
            if beside is not None:
                return beside
        is_only_which = is_participle and self._qualifies(group, cue, rule, sentence)
        if content is None or is_only_which or self._is_reduced(index, group, rule, sentence):
            return None
        if is_participle and group - sentence.first <= _FRONT:
            return self._fronted(group, past_cue, cue, content, rule, sentence)
        source = self._speakers.subject(group, sentence, drafts, is_participle=is_participle)
        if source is None and rule != "quotation":
            return None
        content = self._within_relative(source, content, rule, sentence)
        if self._is_nothing(source, content, cue, rule):
            return None
        is_body = cue.verb_class != "showing" and source and self._phrases.may_be_body(source)
        is_relative = source is not None and self._tags[source[0]] == "WDT"
        is_nobody = source and self._phrases.is_expletive(source) and not (is_body or is_relative)
        if is_nobody or self._complements.is_impersonal(cue):
            source = None
        shape: Shape = "participle" if is_participle else ""
        place = (group, past_cue)
        return Draft(
            self._complements.kind_of(cue),
            source,
            place,
            [content],
            cue.verb_class,
            rule,
            index,
            shape,
        )

    def _within_relative(
        self, source: TokenRange | None, content: TokenRange, rule: Rule, sentence: Sentence
    ) -> TokenRange:
        """Return content that ends with its relative clause: "who says it is safe, left early"."""
        if source is None:
            return content
        opener = source[0] - 1
        is_parted = self._lowers[opener] in self._grammar.enders and self._words[opener - 1] == ","
        if is_parted or self._lowers[source[0]] in self._grammar.who:
            content = self._extents.ends.within_relative(content)
        if rule not in _CLAUSES and not self._view.has_verb(*content):
            return content
        if self._tags[sentence.first] == "IN" and self._opens_relative(source[0], sentence):
            content = content[0], self._extents.ends.main_clause(*content)
        if self._qualifies_subject(source[0], sentence):
            return self._before_main_verb(content, rule)
        return content

    def _before_main_verb(self, content: TokenRange, rule: Rule) -> TokenRange:
        """Return what is said in a relative clause, up to the verb of its sentence."""
        own = next(self._view.verbs_between(*content), content[0])
        is_alone = self._tags[own + 1] in FINITE  # "whose tenants say he lies was fined"
        if not is_alone and self._cues.verb_at(self._lowers, own) is not None:
            is_main = rule == "clause" and (
                self._extents.ends.before_main_verb(*content) >= content[1]
            )
            # "who wrote the speech says that", "who has not seen the report said that"
            return (content[0], content[0]) if is_main else content
        if rule not in _CLAUSES and not self._view.has_verb(own + 1, content[1]):
            return content[0], own  # "Voters who support Holm are young"
        return content[0], self._extents.ends.before_main_verb(*content)

    def _opens_relative(self, first: int, sentence: Sentence) -> bool:
        """Tell whether a main clause follows: "In a talk that spoke to it, she left"."""
        is_relative = self._tags[first] in {"WDT", "WP"}
        return is_relative and self._view.is_head_only(sentence.first, first)

    def _qualifies_subject(self, first: int, sentence: Sentence) -> bool:
        """Tell whether it is said in a relative clause of the subject, without a comma.

        "Critics in Lagos who believe the levy is unfair | have gone to court".
        """
        opener = first - (self._tags[first] not in _OF_RELATIVE)
        is_relative = self._tags[opener] in _OF_RELATIVE and self._tags[opener - 1] != ","
        return (
            is_relative
            and opener > sentence.first
            and self._tags[opener - 1].startswith("NN")
            and self._view.is_head_only(sentence.first, opener)
        )

    def _is_nothing(
        self, source: TokenRange | None, content: TokenRange, cue: Cue, rule: Rule
    ) -> bool:
        """Tell whether nothing is said: "who wrote the report", "it tells them when"."""
        is_it = source is not None and self._phrases.is_expletive(source)
        if is_it and self._complements.is_addressed(cue):
            return True
        if is_it and source and self._tags[source[0]] == "DT" and rule == "clause":
            return True  # "That said, the road is open"
        if source is not None and self._tags[source[0]] == "WDT":
            return rule not in _OF_RELATIVES or cue.verb_class not in _TOLD_OF
        is_quoted = max(self._inside[slice(*content)], default=-1) >= 0
        if rule != "clause" or is_quoted or self._view.has_verb(content[0], content[1] + 1):
            return False
        return {"VBN", "VBP", "''"}.isdisjoint(self._tags[slice(*content)])

    def _qualifies(self, group: int, cue: Cue, rule: Rule, sentence: Sentence) -> bool:
        """Tell whether a participle only says which ones: "groups supporting the plan".

        So it does behind a colon: "It is a risk: opposing him in his own hall".
        """
        if self._words[group - 1] == ":":
            return rule != "quotation"
        is_beside = rule == "noun phrase" and self._tags[group - 1].startswith("NN")
        is_own = cue.verb_class in {"naming", "neutral"}
        return is_beside and not is_own and not self._speakers.is_accompanying(group, sentence)

    def _fronted(
        self,
        group: int,
        past_cue: int,
        cue: Cue,
        content: TokenRange,
        rule: Rule,
        sentence: Sentence,
    ) -> Draft | None:
        """Read "Praising the plan, Holm opened the fair": the speaker follows the content."""
        found = self._speakers.after_comma(content[0], sentence)
        if found is None:
            return None
        source, end = found
        parts = [(content[0], end)]
        return Draft(
            self._complements.kind_of(cue),
            source,
            (group, past_cue),
            parts,
            cue.verb_class,
            rule,
            group,
            "participle",
        )

    def _beside(
        self,
        group: int,
        past_cue: int,
        cue: Cue,
        sentence: Sentence,
        content: TokenRange | None,
        rule: Rule,
    ) -> Draft | None:
        """Return the draft of a cue after its content, or within it."""
        is_plain = content is not None and self._behind.is_after_apposition(group, sentence, rule)
        postposed = (
            None if is_plain else self._asides.postposed(group, past_cue, cue, sentence, rule)
        )
        if postposed is not None:
            return postposed
        return self._asides.aside(group, past_cue, cue, sentence) or self._asides.between_commas(
            group, past_cue, cue.verb_class, self._complements.kind_of(cue), sentence
        )

    def read_unlisted(self, index: int, sentence: Sentence) -> Draft | None:
        """Read "“Choke!” blared the front page": beside a quotation any verb may report it."""
        if (
            self._tags[index] not in {"VBD", "VBZ"}
            or self._lowers[index] in self._view.auxiliaries
        ):
            return None
        group = self._view.group_start(index, sentence.first)
        found = None
        if self._view.has_quotation(sentence.first - _JUST_BEFORE, sentence.past_last):
            found = self._behind.before_cue(group, index + 1, sentence, "", "")
            if found is not None and not self._behind.is_over(index + 1, sentence):
                return None
            found = found or self._behind.after_cue(group, index + 1, sentence, "", "")
        if found is None:
            is_person = self._tags[group - 1] == "PRP"
            return (
                self._asides.between_commas(group, index + 1, None, "speech", sentence)
                if is_person
                else None
            )
        source, left, _, rule = found
        content = self._extents.parts.before(left, sentence)
        place = (group, index + 1)
        if content is None or not self._is_whole_quotation(content):
            return None
        return Draft("speech", source, place, [content], None, rule, group, "any verb")

    def _is_whole_quotation(self, content: TokenRange) -> bool:
        """Tell whether a content is one quotation that ends as speech does."""
        number = self._inside[content[0]]
        if number < 0 or self._inside[content[1] - 1] != number:
            return False
        return self._words[content[1] - 2] in {",", "!", "?"}

    def _is_by(self, index: int, group: int, cue: Cue) -> bool:
        """Tell whether a bare participle has its agent beside it: "a plan attacked by Holm"."""
        is_bare = self._tags[index] == "VBN" and group == index
        past_cue = index + 1 + len(cue.after)
        is_by = self._lowers[past_cue] in self._grammar.agents
        return is_bare and is_by and cue.verb_class in _BARE_PASSIVE

    def _is_without_object(self, index: int, group: int, cue: Cue) -> bool:
        """Tell whether a verb that needs an object has none: "Holm accused of lying"."""
        past_cue = index + 1 + len(cue.after)
        is_past = group == index and self._tags[index] in {"VBD", "VBN"}
        follows = self._lowers[past_cue]
        return (
            is_past
            and self._complements.needs_object(cue)
            and follows in self._grammar.without_object
        )

    def _is_reduced(self, index: int, group: int, rule: Rule, sentence: Sentence) -> bool:
        """Tell whether a participle only qualifies a noun: "the letter released on Friday"."""
        if self._tags[index] == "VBN" and rule == "clause":
            verbs = (p for p in range(index + 1, sentence.past_last) if self._tags[p] in FINITE)
            return self._words[next(verbs, 0) - 1] == ","  # "a plea posted online, urged"
        if self._tags[index] != "VBN" or rule not in {"noun phrase", "infinitive", "preposition"}:
            return False
        if self._tags[index + 1] in {"NNP", "PRP", "DT", "PRP$"}:  # "Holm, the mayor, called it"
            return False
        if self._view.is_head_only(sentence.first, sentence.past_last):
            return False  # without another finite verb this is the predicate, wrongly tagged
        return not any(self._lowers[place] in self._grammar.have for place in range(group, index))

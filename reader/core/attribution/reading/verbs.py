"""Verbs that report: active, passive, after their content, in the infinitive."""

from reader.core.attribution.attributions import IMPRESSION, Kind
from reader.core.attribution.cue_list import Cue
from reader.core.attribution.drafts import Draft, Sentence
from reader.core.attribution.noun_phrases import TokenRange
from reader.core.attribution.reading.extents import Extents
from reader.core.attribution.reading.speakers import Speakers
from reader.core.attribution.rules import Rule, Shape
from reader.core.attribution.text_view import FINITE, TextView

_BEFORE_NOUN = frozenset({"DT", "PRP$", "JJ", "POS", "CD"})
_PASSIVE = frozenset(
    "endorsing approval argument mind blame neutral asking naming distancing attack".split()
)
_BARE_PASSIVE = frozenset("naming attack blame argument".split())
_TO_DO = frozenset("naming attack blame insisting endorsing".split())
_COMPLEMENT_TAGS = frozenset("JJ JJR JJS VBN VBG RBR".split())
_SUBJECT_TAGS = frozenset("DT PRP PRP$ NNP".split())
_FRONT = 2  # words that may stand before a participle at the head of a sentence
_TAILS = frozenset("neutral endorsing insisting argument manner conceding distancing mind".split())
_INVERTIBLE = frozenset(
    "neutral formal argument endorsing distancing conceding insisting manner mind attack asking "
    "showing blame".split()
)


_BETWEEN = frozenset({None, *"neutral manner mind argument endorsing insisting conceding".split()})


class VerbReader:
    """Makes a draft of a verb that reports speech or thought."""

    def __init__(self, view: TextView, extents: Extents, speakers: Speakers) -> None:
        self._view = view
        self._extents = extents
        self._speakers = speakers
        self._grammar = view.grammar
        self._complements = view.complements
        self._words = view.words
        self._lowers = view.lowers
        self._tags = view.tags
        self._inside = view.inside
        self._phrases = view.phrases

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
        if cue.verb_class == "refusal":
            return self._refusal(index, group, past_cue, sentence)
        if cue.verb_class == IMPRESSION:
            return self._impression(index, group, past_cue, sentence)
        asked = self._asked(index, cue, sentence)
        return asked or self._said(index, group, cue, sentence, drafts)

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
        if rule == "quotation" or self._lowers[index] in self._grammar.ready:
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
            return self._passive(index, group, past_cue, cue, sentence)
        if any(self._tags[place] == "TO" for place in range(group, index)):
            return self._infinitive(index, group, past_cue, cue, sentence)
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

    def _impression(
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
            content = [(past_cue, self._extents.content_end(past_cue, end))]
        elif subject and self._is_complement(place):
            content = [subject, (past_cue, self._extents.complement_end(place, end))]
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

    def _opens_question(self, place: int) -> bool:
        return self._lowers[place] in self._grammar.asked_about

    def _is_no_predicate(self, index: int, group: int, sentence: Sentence) -> bool:
        """Tell whether a form is an adjective ("the growing claims") or an order ("Say no")."""
        if self._tags[index] == "VB":
            return group == index
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
        if self._is_reduced(index, group, rule, sentence):
            return None
        if is_participle and rule == "noun phrase" and self._qualifies(group, cue):
            return None
        if is_participle and content and group - sentence.first <= _FRONT:
            return self._fronted(group, past_cue, cue, content, rule, sentence)
        source = self._speakers.subject(group, sentence, drafts, is_participle=is_participle)
        if content is None or (source is None and rule != "quotation"):
            return None
        if source and self._phrases.is_expletive(source):
            source = None
        if source and self._lowers[source[0]] == "who":
            content = self._extents.within_relative(content)
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

    def _qualifies(self, group: int, cue: Cue) -> bool:
        """Tell whether a participle only says which ones: "groups supporting the plan"."""
        is_beside = self._tags[group - 1].startswith("NN")
        return is_beside and cue.verb_class not in {"naming", "neutral"}

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
        is_plain = content is not None and self._speakers.is_after_apposition(
            group, sentence, rule
        )
        postposed = None if is_plain else self._postposed(group, past_cue, cue, sentence, rule)
        if postposed is not None:
            return postposed
        return self._aside(group, past_cue, cue, sentence) or self._between_commas(
            group, past_cue, cue.verb_class, self._complements.kind_of(cue), sentence
        )

    def _between_commas(
        self, group: int, past_cue: int, verb_class: str | None, kind: Kind, sentence: Sentence
    ) -> Draft | None:
        """Read "Building it, the engineers note, takes steel"."""
        source = self._phrases.plain_before(group, sentence.first)
        if source is None or verb_class not in _BETWEEN or self._words[past_cue] != ",":
            return None
        comma = source[0] - 1
        if comma <= sentence.first or self._words[comma] != "," or self._inside[comma] >= 0:
            return None
        end = sentence.end(self._words)
        parts = [(sentence.first, comma), (past_cue + 1, end)]
        if parts[1][0] >= end or not self._view.has_verb(sentence.first, end):
            return None
        place = (group, past_cue)
        return Draft(kind, source, place, parts, verb_class, "after its content", group)

    def read_unlisted(self, index: int, sentence: Sentence) -> Draft | None:
        """Read "“Choke!” blared the front page": beside a quotation any verb may report it."""
        if (
            self._tags[index] not in {"VBD", "VBZ"}
            or self._lowers[index] in self._view.auxiliaries
        ):
            return None
        group = self._view.group_start(index, sentence.first)
        found = self._speakers.before_cue(group, index + 1, sentence, "", "")
        if found is not None and not self._speakers.is_over(index + 1, sentence):
            return None
        if found is None:
            found = self._speakers.after_cue(group, index + 1, sentence, "", "")
        if found is None:
            is_person = self._tags[group - 1] == "PRP"
            return (
                self._between_commas(group, index + 1, None, "speech", sentence)
                if is_person
                else None
            )
        source, left, _, rule = found
        content = self._extents.content_before(left, sentence)
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
        is_by = self._lowers[past_cue] == "by"
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

    def _passive(
        self, index: int, group: int, past_cue: int, cue: Cue, sentence: Sentence
    ) -> Draft | None:
        """Read "the plan is expected to pass", "it was said that", "was criticised by X"."""
        subject = self._phrases.before(group, sentence.first)
        end = (
            self._extents.content_end(past_cue, sentence.end(self._words))
            if past_cue
            else past_cue
        )
        if past_cue < end and self._lowers[past_cue] in self._grammar.passive_ends:
            end = self._extents.complement_end(past_cue, end)
        source, rest_end = self._speakers.agent(past_cue, end)
        rest = (past_cue, rest_end)
        if source and source[1] < end and source[0] - past_cue <= 1:
            rest = (source[1], end)
        follows = self._lowers[past_cue] if past_cue < end else ""
        is_said = follows in self._grammar.passive_links or source
        if not is_said or cue.verb_class not in _PASSIVE:
            return None
        if follows == "for" and cue.verb_class not in {"blame", "approval", "mind", "attack"}:
            return None
        content = [rest] if rest[0] < rest[1] else []
        is_told = self._complements.names_hearer(cue)
        if subject and not self._phrases.is_expletive(subject) and not is_told:
            content.insert(0, self._extents.without_relative(subject))
        if not content:
            return None
        kind = self._complements.kind_of(cue)
        return Draft(kind, source, (group, past_cue), content, cue.verb_class, "passive", index)

    def _infinitive(
        self, index: int, group: int, past_cue: int, cue: Cue, sentence: Sentence
    ) -> Draft | None:
        """Read "plans to announce", "used the speech to praise"."""
        if self._is_purpose(group):
            return None
        content, rule = self._extents.content_after(past_cue, index, cue, sentence)
        source = self._speakers.first_subject(group, sentence)
        if content is None or source is None or self._phrases.is_expletive(source):
            return None
        if rule in {"noun phrase", "preposition"} and cue.verb_class not in _TO_DO:
            return None
        kind = self._complements.kind_of(cue)
        return Draft(kind, source, (group, past_cue), [content], cue.verb_class, rule, index, "to")

    def _is_purpose(self, group: int) -> bool:
        """Tell whether nobody does it yet: "required to disclose", "a way to document"."""
        before = group - 1
        if self._lowers[before] in self._view.speakers.purposes:
            return True
        start = self._view.group_start(before, max(0, before - 6))
        return self._tags[before] == "VBN" and self._view.has_auxiliary(start, before)

    def _refusal(self, index: int, group: int, past_cue: int, sentence: Sentence) -> Draft | None:
        """Read "declined to comment on the plan": the content is what it was about."""
        source = self._phrases.before(group, sentence.first)
        if source is None:
            return None
        end = sentence.end(self._words)
        start = index + 1
        content: list[TokenRange] = []
        if start < end and self._tags[start] in {"TO", "IN"}:
            content = [(start, self._extents.complement_end(start, end))]
        place = (group, start if content else past_cue)
        return Draft("refusal", source, place, content, "refusal", "refusal", group)

    def _aside(self, group: int, past_cue: int, cue: Cue, sentence: Sentence) -> Draft | None:
        """Read "the road is open, as Holm said" and "a plan that critics say will fail"."""
        source = self._phrases.before(group, sentence.first)
        if source is None or source[0] <= sentence.first or cue.verb_class not in _TAILS:
            return None
        link = source[0] - 1
        rule: Rule = "as"
        content = self._of_as(link, past_cue, sentence)
        if content is None:
            rule, content = "relative clause", self._of_relative(link, past_cue, cue, sentence)
        if not content:
            return None
        place = (group, past_cue)
        return Draft(
            self._complements.kind_of(cue), source, place, content, cue.verb_class, rule, group
        )

    def _of_as(self, link: int, past_cue: int, sentence: Sentence) -> list[TokenRange] | None:
        """Return what "as Holm said" at either end of a sentence is about; None without it."""
        end = sentence.end(self._words)
        is_first = not self._view.has_verb(sentence.first, link)  # "And, as Holm said, it is"
        if self._lowers[link] != "as" or not (is_first or self._words[link - 1] == ","):
            return None
        is_closed = past_cue >= end or self._words[past_cue] == ","
        if is_first:
            return [(past_cue + 1, end)] if is_closed and past_cue + 1 < end else []
        return [(sentence.first, link - 1)] if is_closed and link - 1 > sentence.first else []

    def _of_relative(
        self, link: int, past_cue: int, cue: Cue, sentence: Sentence
    ) -> list[TokenRange]:
        """Return "a plan" and "will fail" of "a plan (that) critics say will fail"."""
        end = sentence.end(self._words)
        is_past = cue.verb_class == "neutral" and self._tags[past_cue] == "VBN"
        if past_cue >= end or not (is_past or self._tags[past_cue] in FINITE):
            return []
        content = [(past_cue, self._extents.content_end(past_cue, end))]
        if self._lowers[link] in self._grammar.relatives:
            content.insert(0, (link, link + 1))
        elif self._tags[link].startswith("NN"):
            content.insert(0, self._phrases.before(link + 1, sentence.first) or (link, link + 1))
        return content

    def _postposed(
        self, group: int, past_cue: int, cue: Cue, sentence: Sentence, rule_after: Rule
    ) -> Draft | None:
        """Read `“X,” said Y` and `X, Y said`."""
        if cue.verb_class not in _INVERTIBLE or group <= sentence.first:
            return None
        kind = self._complements.kind_of(cue)
        found = self._speakers.before_cue(group, past_cue, sentence, rule_after, cue.verb_class)
        if found is None:
            found = self._speakers.after_cue(group, past_cue, sentence, rule_after, cue.verb_class)
        if found is None:
            return None
        source, left, rest, rule = found
        content = self._extents.content_before(left, sentence)
        if content is None:
            return None
        parts = [content]
        second = self._extents.second_part(rest, sentence)
        if second:
            parts.append(second)
        place = (group, past_cue)
        return Draft(kind, source, place, parts, cue.verb_class, rule, group)

    def _is_reduced(self, index: int, group: int, rule: Rule, sentence: Sentence) -> bool:
        """Tell whether a participle only qualifies a noun: "the letter released on Friday"."""
        if self._tags[index] != "VBN" or rule not in {"noun phrase", "infinitive", "preposition"}:
            return False
        if self._tags[index + 1] in {"NNP", "PRP", "DT", "PRP$"}:  # "Holm, the mayor, called it"
            return False
        if self._view.is_head_only(sentence.first, sentence.past_last):
            return False  # without another finite verb this is the predicate, wrongly tagged
        return not any(self._lowers[place] in self._grammar.have for place in range(group, index))

"""Cues beside or within what they report: after it, between commas, behind “as”."""

from reader.core.attribution.attributions import Kind
from reader.core.attribution.cue_list import Cue
from reader.core.attribution.drafts import Draft, Sentence
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.reading.extents import Extents
from reader.core.attribution.reading.speakers_behind import SpeakersBehind
from reader.core.attribution.rules import Rule
from reader.core.attribution.text_view import OPENING, RulesOnView, TextView
from reader.core.text.tagging import FINITE

_TAILS = frozenset("neutral endorsing insisting argument manner conceding distancing mind".split())
_INVERTIBLE = frozenset(
    "neutral formal argument endorsing distancing conceding insisting manner mind attack asking "
    "showing blame".split()
)
_BETWEEN = frozenset(
    {None, *"neutral formal manner mind argument endorsing insisting conceding".split()}
)


_LONGEST_WHEN = 10  # tokens of when and to whom it was said


class AsideReader(RulesOnView):
    """Makes a draft of a cue that follows its content or parts it."""

    def __init__(self, view: TextView, extents: Extents, behind: SpeakersBehind) -> None:
        super().__init__(view)
        self._extents = extents
        self._behind = behind

    def between_commas(
        self, group: int, past_cue: int, verb_class: str | None, kind: Kind, sentence: Sentence
    ) -> Draft | None:
        """Read "Building it, the engineers note, takes steel"."""
        source = self._phrases.plain_before(group, sentence.first)
        if source is None or verb_class not in _BETWEEN:
            return None
        is_said = verb_class not in {None, "formal"}
        closing = self._closing_comma(past_cue, source[0], sentence, is_said=is_said)
        if not closing:
            return None
        is_quoting = self._words[closing + 1] in OPENING
        opens_sentence = is_quoting and self._words[closing + 2][:1].isupper()
        if opens_sentence or (verb_class == "formal" and is_quoting):
            return None
        comma = source[0] - 1
        if comma <= sentence.first or self._words[comma] != "," or self._inside[comma] >= 0:
            return None
        end = sentence.end(self._words)
        parts = [(sentence.first, comma), (closing + 1, end)]
        if parts[1][0] >= end or not self._view.has_verb(sentence.first, end):
            return None
        place = (group, past_cue)
        return Draft(kind, source, place, parts, verb_class, "after its content", group)

    def _closing_comma(
        self, past_cue: int, source: int, sentence: Sentence, *, is_said: bool
    ) -> int:
        """Return the comma behind ", the engineers note," or ", she said on Friday,"; else 0."""
        if self._words[past_cue] == ",":
            return past_cue
        lower, grammar = self._lowers[past_cue], self._grammar
        is_when = lower in grammar.occasion_links or lower in grammar.days
        is_when = is_when or lower in grammar.time_openers
        is_when = is_when or (self._tags[past_cue] == "IN" and is_said)  # "had warned for years,"
        is_told = self._lowers[past_cue - 1] in grammar.told
        if not (is_when or is_told) or self._view.has_verb(sentence.first, source):
            return 0
        for place in range(past_cue, min(sentence.past_last, past_cue + _LONGEST_WHEN)):
            if self._words[place] == ",":
                return place if self._tags[place + 1] in FINITE else 0
            if self._tags[place] in FINITE or self._inside[place] >= 0:
                break
        return 0

    def heard(self, index: int, group: int, past_cue: int, sentence: Sentence) -> Draft | None:
        """Read "The road was icy, an inquest has heard" and "…, the court was told"."""
        lower = self._lowers[index]
        if lower not in self._grammar.heard and lower not in self._grammar.told:
            return None
        source = self._phrases.plain_before(group, sentence.first)
        if source is None or self._lowers[source[1] - 1] not in self._grammar.hearers:
            return None
        comma = source[0] - 1
        is_over = past_cue >= sentence.end(self._words) or self._words[past_cue] == ","
        if comma <= sentence.first or self._words[comma] != "," or not is_over:
            return None
        content = [(sentence.first, comma)]
        return Draft(
            "speech", source, (group, past_cue), content, "neutral", "after its content", group
        )

    def aside(self, group: int, past_cue: int, cue: Cue, sentence: Sentence) -> Draft | None:
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
        if self._lowers[link] in self._grammar.thus and self._lowers[link - 1] in (
            self._grammar.coordinators
        ):  # "it is over, or so Holm said"
            if link - 1 == sentence.first:  # "It is over. Or so Holm says."
                before = self._view.sentence_before(sentence.first)
                return [before] if before is not None and past_cue >= end else []
            is_parted = self._words[link - 2] == "," and link - 2 > sentence.first
            return [(sentence.first, link - 2)] if is_parted else []
        is_first = not self._view.has_verb(sentence.first, link)  # "And, as Holm said, it is"
        if self._lowers[link] not in self._grammar.as_said or not (
            is_first or self._words[link - 1] == ","
        ):
            return None
        is_closed = past_cue >= end or self._words[past_cue] == ","
        is_dated = self._tags[past_cue] in {"IN", "NNP"} and not self._view.has_verb(past_cue, end)
        is_closed = is_closed or (is_dated and not is_first)  # "as Holm said on Friday."
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
        past_last = self._extents.ends.content_end(past_cue, end)
        if not self._view.has_verb(sentence.first, link):
            past_last = self._extents.ends.main_verb_after(past_cue, past_last)
        content = [(past_cue, past_last)]
        if self._lowers[link] in self._grammar.relatives:
            content.insert(0, (link, link + 1))
        elif self._tags[link].startswith("NN"):
            content.insert(0, self._phrases.before(link + 1, sentence.first) or (link, link + 1))
        return content

    def postposed(
        self, group: int, past_cue: int, cue: Cue, sentence: Sentence, rule_after: Rule
    ) -> Draft | None:
        """Read `“X,” said Y` and `X, Y said`."""
        if cue.verb_class not in _INVERTIBLE or group <= sentence.first:
            return None
        kind = self._complements.kind_of(cue)
        found = self._behind.before_cue(group, past_cue, sentence, rule_after, cue.verb_class)
        if found is None:
            found = self._behind.after_cue(group, past_cue, sentence, rule_after, cue.verb_class)
        if found is None:
            return None
        source, left, rest, rule = found
        is_bare = (
            self._tags[group] == "VBN" and group == past_cue - 1 and cue.verb_class != "neutral"
        )
        if is_bare and self._view.quotation_before(left) < 0:
            return None  # "a habit, something shown in ravens"
        content = self._extents.parts.before(left, sentence)
        if content is None:
            return None
        parts = [content]
        second = self._extents.parts.second(rest, sentence)
        if second:
            parts.append(second)
        place = (group, past_cue)
        return Draft(kind, source, place, parts, cue.verb_class, rule, group)

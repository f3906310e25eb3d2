"""Who speaks: subjects before their words, owners of nouns, agents of passives."""

from bisect import bisect_right
from collections.abc import Sequence

from reader.core.attribution.drafts import Draft, Sentence
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.text_view import RulesOnView, TextView
from reader.core.text.tagging import FINITE

_OWNER_TAGS = frozenset("NN NNS NNP NNPS DT JJ PRP$".split())
_LONGEST_RELATIVE = 30  # tokens from "who" to its comma
_LONGEST_WITH = 8  # tokens from "with" to the verb in -ing
_IN_ABSOLUTE = ("NN", "DT", "JJ", "POS", "PRP", "CD")
_BEFORE_NOUN = frozenset("DT JJ JJR JJS NN NNS CD VBN VBG RB PRP$".split())


class Speakers(RulesOnView):
    """Finds who speaks at a cue that stands before its content, or is a noun."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._lists = view.speakers
        adding = view.places.of(self._grammar.adds_clause | {";"})
        self._without_subject = ((-1, -1), -1)  # a clause, and up to where its verbs have none
        self._breaks = [p for p in adding if self._words[p] == ";" or self._words[p - 1] == ","]

    def subject(
        self, group: int, sentence: Sentence, drafts: list[Draft], *, is_participle: bool
    ) -> TokenRange | None:
        """Return the one who speaks at a verb group that stands before its content."""
        left = self._view.past_adverbs(group, sentence.first)
        before = self._lowers[left - 1] if left > sentence.first else ""
        beside = None
        if is_participle:
            beside = (
                self._behind_with(left, sentence)
                or self._document(left, sentence)
                or self._quoted(left, sentence)
            )
        elif before == ",":
            beside = self.before_relative(left - 1, sentence)
        if beside is None and drafts and not is_participle:
            beside = self._own_or_inner(group, left, sentence, drafts[-1])
        if beside is not None:
            return beside
        if drafts and (is_participle or before in {",", *self._grammar.coordinators}):
            outer = [draft for draft in drafts if draft.inside is None]
            named = [draft.source for draft in outer or drafts if draft.source is not None]
            if named or is_participle or before == ",":
                return named[-1] if named else None
        if is_participle or before in self._grammar.coordinators:
            asked = drafts[-1].content[0][1] if drafts and drafts[-1].rule == "asked" else 0
            found = self.first_subject(group, sentence, asked)
            is_opening = not is_participle or before == ","
            return found or (self._opening(group, sentence) if is_opening else None)
        return self._plain_subject(group, left, sentence, drafts)

    def _plain_subject(
        self, group: int, left: int, sentence: Sentence, drafts: list[Draft]
    ) -> TokenRange | None:
        """Return the noun phrase right before a verb, or "who"."""
        found = self._phrases.before(group, sentence.first)
        if found is not None and self._is_occasion(found, sentence):
            return named[-1] if (named := [d.source for d in drafts if d.source]) else None
        if found is not None:
            return self._head_of_reduced(found, sentence) or found
        if self._tags[left - 1] in {"WP", "WDT"}:
            return (left - 1, left) if self._lowers[left - 1] in self._grammar.relatives else None
        return self._opening_phrase(group, sentence)

    def _head_of_reduced(self, found: TokenRange, sentence: Sentence) -> TokenRange | None:
        """Return "The trust" of "The trust spending a million on a bus line in Kell said"."""
        head = self._head_before_participle(sentence, found[0])
        if head is None:
            return None
        between = range(head[1], found[0])
        is_open = all(self._words[p] not in {",", ";", ":"} for p in between)
        is_alone = is_open and not self._view.has_verb(head[0], found[0])
        return head if is_alone and "CC" not in self._tags[head[1] : found[0]] else None

    def _head_before_participle(self, sentence: Sentence, end: int) -> TokenRange | None:
        """Return the noun phrase that opens a sentence and stands before a verb in -ing."""
        for place in range(sentence.first + 1, end):
            if self._tags[place] == "VBG" and self._tags[place - 1] == "NN":
                found = self._phrases.plain_before(place, sentence.first)
                return found if found is not None and found[0] == sentence.first else None
            if self._tags[place] not in _BEFORE_NOUN:
                return None
        return None

    def _is_occasion(self, phrase: TokenRange, sentence: Sentence) -> bool:
        """Tell whether it is only where somebody speaks: "but in a later interview said"."""
        link = phrase[0] - 1
        is_added = link > sentence.first and self._lowers[link - 1] in self._grammar.coordinators
        is_where = is_added and self._lowers[link] in self._grammar.occasion_links
        return is_where and self._lowers[phrase[1] - 1] in self._grammar.occasions

    def _own_or_inner(
        self, group: int, left: int, sentence: Sentence, outer: Draft
    ) -> TokenRange | None:
        """Return "its rival" of ", while its rival, the league, urged"; or an inner speaker."""
        before = self._lowers[left - 1]
        if before in self._grammar.coordinators:
            return self._inner_speaker(left - 1, outer)
        own = self._phrases.before(group, sentence.first) if before == "," else None
        if own is None:
            return None
        is_joined = self._lowers[own[0] - 1] in self._grammar.joins_clauses
        is_main = self._words[own[0] - 1] == "," and outer.content[-1][1] == own[0] - 1
        is_main = is_main or self._words[own[0] - 1] == ";" or _is_aside(outer, own, self._words)
        return own if is_joined or is_main else None

    def _inner_speaker(self, join: int, outer: Draft) -> TokenRange | None:
        """Return "a neighbour" of "told them that a neighbour had heard it and said"."""
        is_clause = outer.rule in {"that", "clause"} and len(outer.content) == 1
        if not is_clause or self._words[join - 1] == ",":
            return None
        start, end = outer.content[0]
        verbs = [p for p in range(start, join) if self._tags[p] in FINITE] if join < end else []
        if not verbs:
            return None
        head = verbs[-1]
        while self._tags[head + 1] in {"VBN", "VB", "RB"}:
            head += 1
        if self._cues.verb_at(self._lowers, head) is None or head == verbs[-1]:
            return None
        return self._phrases.before(verbs[-1], start)

    def before_relative(self, comma: int, sentence: Sentence) -> TokenRange | None:
        """Return "Holm" of "Holm, who did not see it, said"."""
        for place in range(comma - 1, max(sentence.first, comma - _LONGEST_RELATIVE), -1):
            if self._words[place] in {",", ";", ":"} or self._inside[place] >= 0:
                is_open = self._words[place] == "," and self._inside[place] < 0
                opener = place + 1 + (self._tags[place + 1] in {"IN", "TO"})  # "to which"
                if is_open and self._lowers[opener] in self._lists.parted_relatives:
                    named = self._phrases.before(place, sentence.first)
                    first = self._name_before(named, sentence)
                    return (first, comma) if named is not None else None
                if self._words[place] != ",":
                    return None
        return None

    def _name_before(self, phrase: TokenRange | None, sentence: Sentence) -> int:
        """Return where "Holm" begins in "Holm, director of the mill, who was there, said"."""
        first = sentence.first if phrase is None else phrase[0]
        if first <= sentence.first + 1 or self._words[first - 1] != ",":
            return first
        name = self._phrases.plain_before(first - 1, sentence.first)
        is_name = name is not None and self._tags[name[1] - 1] == "NNP"
        return sentence.first if is_name and name and name[0] == sentence.first else first

    def is_accompanying(self, group: int, sentence: Sentence) -> bool:
        """Tell whether a verb in -ing has a subject behind "with": "with Israel blaming it"."""
        return self._behind_with(group, sentence) is not None

    def _behind_with(self, left: int, sentence: Sentence) -> TokenRange | None:
        """Return "Israel" of "with Israel saying that"."""
        for place in range(left - 1, max(sentence.first - 1, left - _LONGEST_WITH), -1):
            is_second = self._lowers[place] in self._grammar.coordinators
            if self._lowers[place] in self._lists.accompanying or is_second:
                found = self._phrases.plain_after(place + 1, left)
                is_whole = found is not None and found[1] == left
                is_behind = not is_second or self._goes_on_with(place, sentence)
                return found if is_whole and is_behind else None
            if self._words[place] == ",":
                return self._absolute(place, left, sentence)
            is_one_of = self._tags[place] == "IN" and self._tags[place - 1] in {"CD", "DT"}
            if not is_one_of and not self._tags[place].startswith(_IN_ABSOLUTE):
                return None
        return None

    def _absolute(self, comma: int, left: int, sentence: Sentence) -> TokenRange | None:
        """Return "the club" of "Neither would give way, the club claiming that"."""
        found = self._phrases.plain_after(comma + 1, left)
        is_whole = found is not None and found[1] == left
        is_main = self._view.has_verb(sentence.first, comma) and comma > sentence.first
        is_article = self._tags[comma + 1] in {"DT", "PRP$", "CD"}
        return found if is_whole and is_main and is_article else None

    def _document(self, left: int, sentence: Sentence) -> TokenRange | None:
        """Return "numerous accounts" of "there are numerous accounts indicating that"."""
        if self._lowers[left - 1] not in self._lists.documents:
            return None
        return self._phrases.plain_before(left, sentence.first)

    def _quoted(self, left: int, sentence: Sentence) -> TokenRange | None:
        """Return "a clerk" of "quoted a clerk as saying"."""
        if self._lowers[left - 1] not in self._grammar.as_what:
            return None
        found = self._phrases.plain_before(left - 1, sentence.first)
        verb = found[0] - 1 if found is not None else sentence.first
        cue = self._cues.verb_at(self._lowers, verb) if verb > sentence.first else None
        return found if cue is not None else None

    def _goes_on_with(self, join: int, sentence: Sentence) -> bool:
        """Tell whether "and" joins a second subject to "with the league blaming the rain"."""
        for place in range(join - 1, max(sentence.first - 1, join - _LONGEST_RELATIVE), -1):
            is_comma = self._words[place] == "," and self._tags[place + 1] in {"DT", "PRP$"}
            if self._lowers[place] in self._lists.accompanying or is_comma:
                found = self._phrases.plain_after(place + 1, join)
                is_saying = found is not None and self._tags[found[1]] == "VBG"
                if is_saying or not is_comma:
                    return is_saying
            if self._tags[place] in FINITE and self._words[place - 1] == ",":
                return False
        return False

    def _opening_phrase(self, group: int, sentence: Sentence) -> TokenRange | None:
        """Return "Holm" of "Holm, R-Maine, when asked about it, said": a verb after a comma."""
        if self._words[group - 1] != "," or not self._view.is_head_only(sentence.first, group):
            return None
        found = self._opening(group, sentence)
        is_closed = found is not None and self._words[found[1]] == ","
        return found if is_closed else None

    def _opening(self, limit: int, sentence: Sentence) -> TokenRange | None:
        """Return the noun phrase that opens a sentence, "Last week," passed over."""
        first = sentence.first
        if self._tags[first] == "VBN":  # "Questioned about the loan, the senator said"
            commas = (place for place in range(first, limit) if self._words[place] == ",")
            first = next(commas, first) + 1
        found = self._phrases.plain_after(first, limit)
        if (
            found
            and self._lowers[found[1] - 1] in self._grammar.times
            and self._words[found[1]] == ","
        ):
            found = self._phrases.plain_after(found[1] + 1, limit)
        return found

    def after_comma(self, start: int, sentence: Sentence) -> tuple[TokenRange, int] | None:
        """Return the subject after the comma that ends a participle's clause, and the comma."""
        end = sentence.end(self._words)
        for place in range(start + 1, end - 1):
            if self._words[place] == "," and self._inside[place] < 0:
                found = self._phrases.plain_after(place + 1, end)
                if found and self._view.clause_after(place + 1, end):
                    return found, place
        return None

    def first_subject(self, group: int, sentence: Sentence, past: int = 0) -> TokenRange | None:
        """Return the subject of the main clause to the left, a relative clause passed over.

        Args:
            group: The verb group that has no subject of its own.
            sentence: Where it stands.
            past: Where a question ends that opens the sentence: "Asked if she would, Reed …".
        """
        start = max(past, self._last_break(group, sentence))
        clause = (start, sentence.first)
        known, seen = self._without_subject
        for place in self._view.verbs_between(seen if known == clause else start, group):
            subject = self._subject_of(place, sentence)
            if subject is not None:
                return subject
            self._without_subject = (clause, place + 1)
        return None

    def _subject_of(self, verb: int, sentence: Sentence) -> TokenRange | None:
        """Return the subject of a finite verb, if it is in no relative clause and not "it"."""
        first = self._view.group_start(verb, sentence.first)
        if first > sentence.first and self._lowers[first - 1] in self._grammar.relatives:
            return None
        subject = self._phrases.before(first, sentence.first)
        return subject if subject and not self._phrases.is_expletive(subject) else None

    def _last_break(self, group: int, sentence: Sentence) -> int:
        """Return where the clause begins that a participle or infinitive belongs to."""
        number = bisect_right(self._breaks, group - 2) - 1
        last = self._breaks[number] if number >= 0 else sentence.first
        return last + 1 if last > sentence.first else sentence.first

    def possessor(self, index: int, sentence: Sentence) -> TokenRange | None:
        """Return whose claim it is: "the mayor's" or "her" before a noun."""
        place = index - 1
        while place > sentence.first and self._tags[place] in {"JJ", "NN", "VBN", "CD", "VBG"}:
            place -= 1
        if place > sentence.first and self._tags[place] == "POS":
            first = place
            while first > sentence.first and self._tags[first - 1] in _OWNER_TAGS:
                first -= 1
            return (first, place + 1) if first < place else None
        return (place, place + 1) if self._tags[place] == "PRP$" else None

    def of_light_verb(
        self, index: int, sentence: Sentence
    ) -> tuple[TokenRange | None, int | None]:
        """Return who "made the claim" or "gave a warning", and where the verb begins."""
        verb = index - 1
        while verb > sentence.first and self._tags[verb] in _BEFORE_NOUN:
            verb -= 1
        if self._lowers[verb] not in self._grammar.light_verbs or not self._tags[verb].startswith(
            "VB"
        ):
            return None, None
        group = self._view.group_start(verb, sentence.first)
        if self._tags[verb] == "VBG" or self._tags[group] == "TO":
            return self.first_subject(group, sentence), group
        return self.subject(group, sentence, [], is_participle=False), group

    def _may_act(self, agent: TokenRange) -> bool:
        """Tell whether a phrase after "by" may be who did it: not "by 20 per cent"."""
        first, last = self._tags[agent[0]], self._lowers[agent[1] - 1]
        return first != "VBG" and (first != "CD" or last in self._view.people)

    def agent(self, start: int, end: int) -> tuple[TokenRange | None, int]:
        """Return the one behind "by", and where the words before it end."""
        for place in range(start, min(end, start + 12)):
            if self._lowers[place] in self._grammar.agents and place + 1 < end:
                agent = self._phrases.plain_after(place + 1, end)
                if agent and self._may_act(agent):
                    is_means = self._lowers[agent[0]] in self._grammar.occasions
                    return (None, end) if is_means else (agent, place)
            if self._words[place] in {",", ";"}:
                break
        return None, end


def _is_aside(outer: Draft, own: TokenRange, words: Sequence[str]) -> bool:
    """Tell whether an attribution stands between commas: "Holm, accused by Reed, said"."""
    if outer.rule != "passive" or outer.cue is None:
        return False
    return own[0] < outer.cue[0] and words[outer.cue[0] - 1] == ","

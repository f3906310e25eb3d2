"""Where the content of an attribution ends."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain

from reader.core.attribution.drafts import Sentence
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.text_view import CLOSING, RulesOnView, TextView
from reader.core.text.tagging import FINITE

_SAYING = frozenset("neutral argument endorsing insisting conceding distancing naming".split())
_APPOSED = frozenset({"DT", "CD", "JJR"})
_LONGEST_GAPPED = 4  # tokens of a speaker without a verb
_LONGEST_APPOSITION = 16  # tokens between a name and its verb
_OPENING = 3  # tokens of what is said, in which its subject is brought up
_NEAR_VERB = 8  # tokens from "though" to the verb of its clause
_OBJECTS = frozenset({"DT", "PRP", "PRP$", "NNP"})
_DESCRIBED = frozenset({"JJ", "NN", "NNS"})  # "and growing debts"
_BEHIND_VERBS = frozenset({"DT", "IN", "PRP$", "RB", "TO"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "PRP"})
_DASHES = frozenset({"—", "–", "--"})
_BORDERS = _DASHES | {",", ";"}
_BREAKS = frozenset({",", ":", ";", "—", "–", "--", "-", "("})


class Ends(RulesOnView):
    """Finds where what is reported stops and the narrator goes on."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._contrasts = self._grammar.contrasts | self._grammar.enders
        self._marks = self._outside(view.places.of(_BORDERS))
        opens = frozenset(words.partition(" ")[0] for words in self._grammar.set_against)
        self._turns = self._outside(view.places.of(opens))
        self._joins = self._outside(view.places.of(self._grammar.coordinators))
        quoted = (range(one.first, one.past_last) for one in self._quotations)
        edges = {*chain.from_iterable(quoted), *view.tag_places.of({"CC"})}
        self._may_add_clause = sorted(edges | {*view.places.of({",", *self._grammar.means})})
        self._may_end_object = sorted({*self._may_add_clause, *self._where_it_is_told_when()})

    def _outside(self, places: Sequence[int]) -> Sequence[int]:
        """Return those places that are in no quotation."""
        return [place for place in places if self._inside[place] < 0]

    def _where_it_is_told_when(self) -> Sequence[int]:
        """Return where a circumstance may begin; `object_end` looks there, and at clauses."""
        grammar = self._grammar
        words = grammar.circumstances | grammar.time_openers | grammar.days
        return self._view.places.of(words | grammar.occasion_links)

    def is_subordinate(self, sentence: Sentence) -> bool:
        """Tell whether a sentence begins with a clause such as "After Holm said that"."""
        first = self._lowers[sentence.first]
        is_participle = first.endswith(self._grammar.participle_endings)
        if is_participle and self._tags[sentence.first] in {"VBG", "NNP"}:
            return first not in self._grammar.enders  # "Fuelling talk that"; not "According"
        return any(
            self._lowers[place] in self._grammar.circumstances_within
            for place in range(sentence.first, min(sentence.first + 2, sentence.past_last))
        )

    def main_clause(self, start: int, end: int) -> int:
        """Return where the main clause begins after a subordinate one, or `end`."""
        for place in range(start + 1, end - 1):
            is_comma = self._words[place] == "," and (
                self._inside[place] < 0 or self._words[place + 1] in CLOSING
            )
            is_dash = self._words[place] in _DASHES and self._inside[place] < 0
            if not is_comma and not (is_dash and self._view.has_verb(start, place)):
                continue
            main = place + 1 + (self._words[place + 1] in CLOSING)
            if self._view.clause_after(main, end) or self._is_apposed(main, end):
                return place if self._inside[place] < 0 else main
        return end

    def _is_apposed(self, start: int, end: int) -> bool:
        """Tell whether a name with an apposition and a verb begins: "Ada Hill, a baker, said"."""
        found = self._phrases.plain_after(start, end)
        if found is None or self._words[found[1]] != "," or self._tags[found[1] - 1] != "NNP":
            return False
        past = range(found[1] + 1, min(end - 1, found[1] + _LONGEST_APPOSITION))
        closing = next((place for place in past if self._words[place] == ","), 0)
        return closing > 0 and self._tags[closing + 1] in FINITE

    def object_end(self, start: int, end: int) -> int:
        """Return where an object ends: before a circumstance or a new clause."""
        for place in _between(self._may_end_object, start + 1, end):
            if self._inside[place] >= 0:
                return end
            if self._lowers[place] in self._grammar.circumstances and self._tags[place] in {
                "IN",
                "WRB",
                "RB",
            }:
                return place - (self._words[place - 1] in {",", ";"})
            if self._words[place] == "," and (
                self._tags[place + 1] == "VBG"
                or self._lowers[place + 1] in self._grammar.adds_clause
                or self._lowers[place + 1] in self._view.speakers.accompanying
                or self._view.clause_after(place + 1, end)
            ):
                return place
            if self._is_new_verb(place) or self._is_occasion(place, end):
                return place
            if self._tags[place] == "CC" and self._is_next_clause(start, place, end):
                return place
        return end

    def _is_next_clause(self, start: int, join: int, end: int) -> bool:
        """Tell whether somebody else acts: "asked for time and the bank gave it a week"."""
        opens = self._grammar.questions | self._grammar.clause_links
        is_plain = opens.isdisjoint(self._lowers[start:join])
        is_plain = is_plain and not self._view.has_verb(start, join)
        return is_plain and self._view.clause_after(join + 1, end)

    def _is_occasion(self, place: int, end: int) -> bool:
        """Tell whether it is told here when or where it was said: "on Friday", "in a speech"."""
        lower, following = self._lowers[place], self._lowers[place + 1]
        if lower in self._grammar.time_openers and following in self._grammar.times:
            return True
        if lower in self._grammar.days and self._tags[place + 1] != "POS":
            return self._tags[place - 1].startswith(("NN", "PRP", "RB"))
        if lower not in self._grammar.occasion_links:
            return False
        if following in self._grammar.days or following in self._grammar.months:
            return True
        found = self._view.phrases.plain_after(place + 1, end)
        near = self._lowers[place + 2 : found[1]] if found else ()
        return not self._grammar.occasions.isdisjoint(near)

    def new_clause(self, start: int, end: int) -> int:
        """Return where "to relocate them, but the others fired" ends: before a new main clause."""
        for place in _between(self._may_add_clause, start + 1, end):
            if self._inside[place] >= 0:
                return end
            is_added = self._words[place] == "," and (
                self._lowers[place + 1] in self._grammar.adds_clause
            )
            is_clause = is_added and (
                self._tags[place + 2] in FINITE or self._view.clause_after(place + 2, end)
            )
            if is_clause or self._is_new_verb(place):
                return place
        return end

    def _is_new_verb(self, place: int) -> bool:
        """Tell whether a second verb or a means begins: "and left", "by joking that"."""
        if self._tags[place] == "CC":
            verb = place + 1
            while self._tags[verb] == "RB":
                verb += 1
            is_past = self._tags[verb] == "VBN" and self._tags[place - 1] in _NOUNS
            return (
                self._tags[verb] in {"VBZ", "VBD", "MD"} or is_past
            )  # "and kneels", "but blamed"
        return self._lowers[place] in self._grammar.means and self._tags[place + 1] == "VBG"

    def before_next_act(self, start: int, end: int) -> int:
        """Return where "declares ‘revolution,’ ignores losses" has a second verb, or `end`."""
        past = self._quotations[self._inside[start]].past_last
        is_over = past < end and self._words[past - 2] == ","
        return past if is_over and self._tags[past] in {"VBZ", "VBD"} else end

    def before_next_deed(self, start: int, end: int) -> int:
        """Return where "attacking him and visiting the hall" has a second deed, or `end`."""
        if "VBG" not in self._tags[start + 1 : end]:
            return end
        second = self._tags.index("VBG", start + 1, end)
        join = second - 1 - (self._tags[second - 1] == "RB")
        is_deed = self._inside[join] < 0 and self._tags[second + 1] not in _DESCRIBED
        return join if is_deed and self._lowers[join] in self._grammar.coordinators else end

    def without_relative(self, phrase: TokenRange) -> TokenRange:
        """Cut a noun phrase before a relative clause: "the union, which endorsed her"."""
        for place in range(phrase[0] + 1, phrase[1] - 1):
            is_comma = self._words[place] == ","
            if is_comma and self._lowers[place + 1] in self._view.speakers.parted_relatives:
                return phrase[0], place
        return phrase

    def complement_end(self, start: int, end: int) -> int:
        """Return where "to be safe" ends: before a comma, a dash or a circumstance."""
        for place in range(start + 1, end):
            is_break = (
                self._words[place] in _BREAKS or self._lowers[place] in self._grammar.circumstances
            )
            if is_break and self._inside[place] < 0:
                return place
        return end

    def content_end(self, start: int, end: int, *, is_clause: bool = False) -> int:
        """Return where content that runs to the right stops inside its sentence.

        Args:
            start: The first token of the content.
            end: Where the sentence ends.
            is_clause: Whether the content is a clause, which goes on up to its own verb.
        """
        first = start
        if is_clause:
            first = self._verb_of_clause(self._past_condition(start, end), end)
        end = self._before_turn(start, end)
        for place in _between(self._marks, max(start + 1, first), end - 1):
            if self._is_border(place, end, start):
                return place
        return end

    def _brings_up(self, start: int, place: int, end: int) -> bool:
        """Tell whether the narrator goes on with somebody new: ", and a crane swung over us"."""
        new = self._view.speakers.new
        opening = self._lowers[start : start + _OPENING]
        if self._lowers[place] not in new or not new.isdisjoint(opening):
            return False
        found = self._phrases.plain_after(place, end)
        is_done = found is not None and found[1] < end and self._tags[found[1]] == "VBD"
        return is_done and self._view.has_verb(start, place)

    def _before_turn(self, start: int, end: int) -> int:
        """Return where "that he was safe" ends before "even as rivals left", or `end`."""
        for place in _between(self._turns, start + 1, end - 1):
            is_turn = " ".join(self._lowers[place : place + 2]) in self._grammar.set_against
            if is_turn and self._view.has_verb(start, place):
                return place - (self._words[place - 1] == ",")
        return end

    def _past_condition(self, start: int, end: int) -> int:
        """Return where the main clause of "that, as they came late, they should pay" begins."""
        place = start + (self._lowers[start] in self._grammar.clause_links)
        place += self._words[place] == ","
        place += self._tags[place] == "RB"  # "that, even as they came late, they should pay"
        if self._lowers[place] not in self._grammar.circumstances_within:
            return start
        main = self.main_clause(place, end)
        return start if main >= end or self._inside[main] >= 0 else main + 1

    def _verb_of_clause(self, start: int, end: int) -> int:
        """Return where the main verb of a clause stands; "eels, which live long, grow fast"."""
        is_parted = False
        for place in range(start, end):
            if self._inside[place] >= 0:
                continue
            if self._words[place] == ",":
                if is_parted and self._is_verb_behind(place):
                    return place + 1
                is_parted = self._lowers[place + 1] in self._view.speakers.parted_relatives
                if is_parted and self._closes_later(place, end):
                    continue
                is_parted = False
            elif self._words[place] == ";":
                return start
            elif self._tags[place] in FINITE and not is_parted:
                return place
            elif self._says_more(place, end):
                return start
        return start

    def _closes_later(self, comma: int, end: int) -> bool:
        """Tell whether a relative clause ends at a comma before a finite verb."""
        for place in range(comma + 1, end - 1):
            if self._words[place] == ",":
                return self._is_verb_behind(place)
        return False

    def _is_verb_behind(self, comma: int) -> bool:
        """Tell whether a verb stands behind the comma that ends a relative clause.

        A verb of the present is easily taken for another word there: "bats, which sleep by day,
        hunt at night".
        """
        tag, following = self._tags[comma + 1], self._tags[comma + 2]
        return tag in FINITE or tag == "VB" or (tag == "NN" and following in _BEHIND_VERBS)

    def _is_border(self, place: int, end: int, start: int) -> bool:
        """Tell whether what is reported ends before a token."""
        if self._words[place] == ";" or self._resumes(place, end):
            return True
        if self._words[place] != ",":
            return False
        following = self._lowers[place + 1]
        is_participle = self._tags[place + 1] == "VBG"
        return (
            following in self._contrasts
            or self._says_more(place + 1, end)
            or self.is_told_when(place + 1)
            or self._is_comment(place + 1)
            or following in self._grammar.outcomes
            or self._is_not_said(place + 1)
            or self._is_gapped(place + 1)
            # "he said it would cost 500 jobs, a tenth of the town's"
            or (self._tags[place + 1] in _APPOSED and "," not in self._words[place + 1 : end])
            or (following in self._grammar.turns and self._goes_on(place + 2, end))
            or (following in self._grammar.coordinators and self._brings_up(start, place + 2, end))
            or (is_participle and self._cues.verb_at(self._lowers, place + 1) is not None)
        )

    def _is_comment(self, place: int) -> bool:
        """Tell whether the narrator names what was said: ", a view that few share"."""
        if self._tags[place] != "DT":
            return False
        noun = place + 1
        while self._tags[noun] in {"JJ", "RB", "VBN"}:
            noun += 1
        return self._tags[noun] == "NN" and self._cues.noun_at(self._lowers, noun) is not None

    def _is_not_said(self, place: int) -> bool:
        """Tell whether the narrator tells what was left out: ", without saying when"."""
        is_link = (
            self._lowers[place] in self._view.speakers.negations and self._tags[place] == "IN"
        )
        is_verb = is_link and self._tags[place + 1] == "VBG"
        return is_verb and self._cues.verb_at(self._lowers, place + 1) is not None

    def is_told_when(self, place: int) -> bool:
        """Tell whether the narrator tells when it was: ", hours before the dam gave way"."""
        follows = self._lowers[place + 1]
        is_time = self._lowers[place] in self._grammar.times and self._tags[place] == "NNS"
        return is_time and follows in self._grammar.circumstances

    def _is_gapped(self, place: int) -> bool:
        """Tell whether a second speaker shares the verb: "Ada said yes, Bo that not"."""
        found = self._phrases.plain_after(place, place + _LONGEST_GAPPED)
        is_named = found is not None and self._tags[found[1] - 1].startswith("NNP")
        if (
            found is None
            or not is_named
            or self._lowers[found[1]] not in (self._grammar.clause_links)
        ):
            return False
        return self._tags[found[1]] == "IN" or self._view.clause_after(found[1] + 1, found[1] + 9)

    def _says_more(self, place: int, end: int) -> bool:
        """Tell whether somebody says something in the clause: "though he added that"."""
        if self._lowers[place] not in self._grammar.circumstances:
            return False
        for verb in range(place + 1, min(end, place + _NEAR_VERB)):
            if self._tags[verb] in FINITE and self._inside[verb] < 0:
                cue = self._cues.verb_at(self._lowers, verb)
                if cue is not None and cue.verb_class in _SAYING:
                    return True
        return False

    def _resumes(self, place: int, end: int) -> bool:
        """Tell whether a dash and a conjunction begin something new."""
        is_dash = self._words[place] in _DASHES
        return is_dash and place + 1 < end and self._tags[place + 1] == "CC"

    def _goes_on(self, start: int, end: int) -> bool:
        """Tell whether the narrator goes on: a subject in the nominative and a finite verb."""
        return start < end and self._tags[start] == "PRP" and self._view.has_verb(start, start + 3)

    def before_main_verb(self, start: int, end: int) -> int:
        """Return where "that she was framed" ends before "was thrown out", or `end`."""
        is_own_verb = True
        for place in range(start + 1, end):
            if self._inside[place] >= 0 or self._words[place] == ",":
                return end
            if self._tags[place] not in FINITE:
                continue
            before = self._lowers[place - 1]
            is_linked = before in self._grammar.relatives or before in self._grammar.coordinators
            if is_own_verb or is_linked or self._lowers[place - 1] in self._view.auxiliaries:
                is_own_verb = False
                continue
            is_she = self._tags[place - 1] in {"PRP", "EX"} and before not in (
                self._grammar.accusative
            )
            if is_she or self._opens_inner(start, place):
                continue
            return place
        return end

    def before_own_act(self, start: int, end: int, cue: int) -> int:
        """Return where "it had been hacked" ends before "and closed its doors", or `end`.

        What follows "and" is the speaker's own act where only the cue's tense fits it: "said he
        would resign and left".
        """
        if self._tags[cue] != "VBD":
            return end
        joins = _between(self._joins, start + 1, end - 1)
        verbs = [p for p in range(start, end) if self._tags[p] in FINITE] if joins else []
        for place in joins:
            verb = place + 1
            while self._tags[verb] == "RB" or self._lowers[verb] in self._grammar.after_and:
                verb += 1
            before = [p for p in verbs if p < place]
            if before and self._is_own_act(before, place, verb):
                return place - (self._words[place - 1] == ",")
        return end

    def _is_own_act(self, verbs: Sequence[int], join: int, verb: int) -> bool:
        """Tell whether a past form after "and" cannot belong to the verbs of what is said."""
        has_object = self._tags[verb + 1] in _OBJECTS
        last = head = verbs[-1]
        while head + 1 < join and self._tags[head + 1] in {"VB", "VBN", "RB"}:
            head += 1
        is_act = self._tags[verb] in {"VBD", "VBN"} and self._lowers[verb] not in (
            self._view.auxiliaries
        )
        if not is_act or self._cues.verb_at(self._lowers, verb) is not None:
            return False  # "he was elated and feared the worst"
        is_parted = self._words[join - 1] == "," or self._inside[join - 1] >= 0
        if is_parted and self._tags[verb] == "VBD":
            return True
        if self._view.is_passive(head, self._view.group_start(head, last)):
            return has_object and head - last > 1
        if self._tags[last] == "MD":
            return self._tags[head] == "VB" and not self._is_past(verbs)
        is_plain = self._tags[verb] == "VBD" and self._lowers[last] not in self._view.auxiliaries
        return is_plain and not self._is_past(verbs)

    def _is_past(self, verbs: Sequence[int]) -> bool:
        return any(self._tags[place] == "VBD" for place in verbs)

    def _opens_inner(self, start: int, verb: int) -> bool:
        """Tell whether a verb belongs to a clause inside the one that begins at `start`."""
        subject = self._phrases.plain_before(verb, start)
        if subject is None or subject[0] - 1 <= start:
            return False
        opener, grammar = self._lowers[subject[0] - 1], self._grammar
        return (
            opener in grammar.questions
            or opener in grammar.circumstances
            or opener in grammar.clause_links
        )

    def main_verb_after(self, start: int, end: int) -> int:
        """Return the comma before the main verb: "which critics say was late, hands over…"."""
        for place in range(start + 1, end - 1):
            is_comma = self._words[place] == "," and self._inside[place] < 0
            if is_comma and (self._tags[place + 1] in FINITE or self._tags[place + 1] == "NNS"):
                return place
        return end

    def within_relative(self, content: TokenRange) -> TokenRange:
        """Cut content that runs past its relative clause: "who says it is safe, left early"."""
        start, end = content
        for place in range(start + 1, end - 1):
            is_comma = self._words[place] == "," and self._inside[place] < 0
            verb = place + 1
            while is_comma and self._tags[verb] == "RB":
                verb += 1
            if is_comma and self._tags[verb] in FINITE:
                return start, place
        return content


def _between(places: Sequence[int], first: int, past_last: int) -> Sequence[int]:
    """Return those of some places, in order, that lie in a range."""
    start = bisect_left(places, first)
    return places[start : bisect_left(places, past_last, start)]

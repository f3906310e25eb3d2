"""Where content that stands behind its cue begins and ends."""

from collections.abc import Iterator

from reader.core.attribution.cue_list import Cue
from reader.core.attribution.drafts import Sentence
from reader.core.attribution.grammar.complements import Frames, class_frames
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.reading.content_parts import ContentParts
from reader.core.attribution.reading.ends import Ends
from reader.core.attribution.rules import Rule
from reader.core.attribution.text_view import RulesOnView, TextView
from reader.core.text.tagging import FINITE

_OBJECT_TAGS = frozenset("DT NN NNS NNP PRP PRP$ JJ CD NNPS $".split())
_SUBJECT_TAGS = _OBJECT_TAGS | {"EX", "VBG", "JJR", "JJS", "RBR", "PDT"}
_NEAR_VERB = 14  # tokens from "it" or "if" to the verb of its clause
_LONGEST_SUBJECT = 14  # tokens between the beginning of a clause and its verb


class Extents(RulesOnView):
    """Finds where what is reported behind a cue begins and ends.

    Attributes:
        ends: Finds the ends.
        parts: Finds content that stands before its cue or around it.
    """

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self.ends = Ends(view)
        self.parts = ContentParts(view, self.ends)

    def content_after(
        self, past_cue: int, index: int, cue: Cue, sentence: Sentence
    ) -> tuple[TokenRange | None, Rule]:
        """Return the content right of a cue and the rule that found it; None and "" for none.

        Args:
            past_cue: The token after the cue.
            index: The head of the cue.
            cue: Its entry; the class decides what may follow.
            sentence: Where it stands.
        """
        end = sentence.end(self._words)
        if past_cue >= end:
            return None, ""
        start, rule = self._content_start(past_cue, index, cue, end)
        if start is None or start >= end:
            return None, ""
        if rule == "quotation" and self._is_anothers(start, past_cue, index, cue, sentence):
            return None, ""
        is_clause = rule in {"that", "clause", "wh-clause"}
        past_last = self.ends.content_end(start, end, is_clause=is_clause)
        if rule == "quotation":
            past_last = self.ends.before_next_act(start, past_last)
        if self._tags[index] == "VBG" and not self._view.is_progressive(index, sentence.first):
            past_last = self.ends.before_next_deed(start, past_last)
        if is_clause:
            past_last = self.ends.before_own_act(start, past_last, index)
        is_late = rule == "clause" and self._tags[start] == "IN"  # "in order to win, he will"
        if self.ends.is_subordinate(sentence) and not is_late:
            past_last = min(past_last, self.ends.main_clause(start, end))
        if rule in {"noun phrase", "gerund", "preposition"}:
            past_last = self.ends.object_end(start, past_last)
        is_to_do = rule == "wh-clause" and self._tags[start + 1] == "TO"
        is_to_do = is_to_do or (rule == "told to" and self._tags[start] == "TO")
        if rule == "infinitive" or is_to_do:
            past_last = self.ends.new_clause(start, past_last)
        return (start, past_last), rule

    def _is_anothers(
        self, start: int, past_cue: int, index: int, cue: Cue, sentence: Sentence
    ) -> bool:
        """Tell whether a quotation is said by somebody else, or nobody.

        "When she railed against the bank, “it shut,” he said"; "will continue to be “a champion”".
        """
        is_to_be = self._tags[past_cue] == "TO" and self._lowers[past_cue + 1] in self._grammar.be
        if is_to_be and self._complements.is_alone(cue):
            return True
        is_far = start > past_cue + 1 and self._words[start - 1] == ","
        if not is_far or cue.verb_class == "neutral" or self._tags[index] not in FINITE:
            return False
        place = index - 1
        while place > sentence.first and self._tags[place] not in FINITE:
            if self._lowers[place] in self._grammar.circumstances_within:
                return self._lowers[place] not in self._grammar.as_said
            place -= 1
        return False

    def _content_start(
        self, past_cue: int, index: int, cue: Cue, end: int
    ) -> tuple[int | None, Rule]:
        """Return where the content right of a cue begins, and by which rule."""
        frames = self._complements.frames_of(cue)
        takes_object = "noun" in frames or frames == {"clause"}
        takes_object = takes_object and not self._complements.is_addressed(cue)
        marker = self._find_marker(past_cue, end, is_told=self._complements.is_addressed(cue))
        is_far = frames <= {"preposition"} and self._is_far(past_cue, marker or past_cue)
        if marker is not None and (
            is_far
            or (takes_object and self._is_relative(past_cue, marker))
            or self._is_told_to(past_cue, marker, cue)
            or self._is_to_do(past_cue, marker, frames, end)
        ):
            marker = None
        if marker is not None and not self._is_embedded(past_cue, marker, index, cue):
            return self._at_marker(marker)
        place = past_cue
        while place < end and self._is_adverbial(place):
            place += 1
        place = self._past_day(place, end)
        if place >= end:
            return None, ""
        is_open = bool(cue.after) and self._lowers[place - 1] in self._grammar.clause_links
        is_late = is_open and self._lowers[place] in self._grammar.circumstances
        if is_late or ("answer" in frames and self._is_inverted_if(place, end)):
            return place, "that"  # "found that although they look alike, there are"
        if self._is_conditional(place, end, frames):
            return place + 1, "clause"
        asked = self._past_asked(place, end) if "infinitive" in frames else 0
        if asked:
            return asked, "told to"
        rule: Rule = ""
        if self._complements.is_addressed(cue):
            place, rule = self._past_addressee(place, end)
        rule = rule or self._framed(place, end, frames)
        return (place, rule) if rule else (None, "")

    def _past_asked(self, place: int, end: int) -> int:
        """Return where "to free her" begins in "appealed to the gang to free her"; else 0."""
        found = self._phrases.plain_after(place + 1, end) if self._tags[place] == "TO" else None
        is_verb = found is not None and self._tags[place + 1] != "VB"
        past = found[1] if is_verb and found is not None else place
        return past if past > place and self._is_infinitive(past) else 0

    def _is_to_do(self, past_cue: int, marker: int, frames: Frames, end: int) -> bool:
        """Tell whether "to" comes before "that": "vowed to repeal a law that bans it"."""
        is_link = self._lowers[marker] in self._grammar.clause_links and self._inside[marker] < 0
        place = self._past_day(past_cue, end)
        return is_link and "infinitive" in frames and self._is_infinitive(place)

    def _past_day(self, place: int, end: int) -> int:
        """Return what follows "on Monday" or "by phone": "vowed on Monday to repeal"."""
        lower = self._lowers[place]
        if lower in self._grammar.time_openers and self._lowers[place + 1] in self._grammar.times:
            return place + 2 if self._is_infinitive(place + 2) else place  # "refused last week to"
        if lower in self._grammar.durations:
            found = self._phrases.plain_after(place + 1, end)
            is_time = found is not None and self._lowers[found[1] - 1] in self._grammar.times
            if found is not None and is_time and self._view.clause_after(found[1], end):
                return found[1]  # "has said for weeks he will win"
        if lower not in self._grammar.occasion_links and lower not in self._grammar.means:
            return place
        past = place + 1
        while past < end and self._is_adverbial(past):
            past += 1
        if past > place + 1:
            is_open = self._is_infinitive(past) or self._view.clause_after(past, end)
            return past if is_open else place
        found = self._phrases.plain_after(past, end)
        if found is None or self._lowers[found[1] - 1] not in self._grammar.occasions:
            return place
        is_open = self._is_infinitive(found[1]) or self._view.clause_after(found[1], end)
        return found[1] if is_open else place

    def _past_addressee(self, place: int, end: int) -> tuple[int, Rule]:
        """Return what follows who is told or asked: "to leave", "of the war", a clause."""
        if self._lowers[place] in self._grammar.nominative:
            return place, ""
        addressee = self._phrases.plain_after(place, end)
        if addressee is None or addressee[1] >= end:
            return place, ""
        start, place = place, self._past_hearers(addressee, end)
        is_be = self._words[place].isalpha() and self._lowers[place] in self._view.auxiliaries
        is_verb = self._tags[place] == "MD" or (is_be and self._tags[place] in FINITE)
        if is_verb and self._lowers[addressee[1] - 1] not in self._grammar.accusative:
            return start, "clause"  # "warned the wards could close"
        lower, tag = self._lowers[place], self._tags[place]
        is_topic = tag == "IN" and lower in self._grammar.noun_topics  # "reminded them of the war"
        is_to = tag == "TO" or (tag == "RB" and self._tags[place + 1] == "TO")
        if is_topic or is_to or lower in self._grammar.questions:
            return place, "told to"
        return place, "clause" if self._starts_clause(place, end) else ""

    def _past_hearers(self, addressee: TokenRange, end: int) -> int:
        """Return where who is told ends: "told reporters | prices had risen"."""
        past = addressee[1]
        if self._tags[past] not in FINITE:
            return past
        for place in range(addressee[0], past - 1):
            is_many = self._tags[place] == "NNS" and self._tags[place + 1][:2] in {"NN", "JJ"}
            if is_many and self._view.clause_after(place + 1, end):
                return place + 1
        return past

    def _is_conditional(self, comma: int, end: int, frames: Frames) -> bool:
        """Tell whether "said, if elected, she would" goes on: a clause behind a condition."""
        opens = self._lowers[comma + 1] in self._grammar.circumstances_within
        if self._words[comma] != "," or not opens or "clause" not in frames:
            return False
        second = next((p for p in range(comma + 2, end) if self._words[p] == ","), end)
        return second < end and self._view.clause_after(second + 1, end)

    def _is_told_to(self, past_cue: int, marker: int, cue: Cue) -> bool:
        """Tell whether "to" comes before a colon: "pleaded with them to stay away: “…”"."""
        is_addressed = self._complements.is_addressed(cue)
        between = range(past_cue, marker)
        is_to = any(self._tags[p] == "TO" and self._tags[p + 1] == "VB" for p in between)
        is_within = self._inside[marker] >= 0 and self._words[marker - 1] not in {":", ","}
        return is_addressed and is_to and (is_within or self._words[marker] == ":")

    def _is_adverbial(self, place: int) -> bool:
        lower = self._lowers[place]
        is_day = lower in self._grammar.days and self._tags[place + 1] != "POS"
        is_day = is_day or (
            lower in self._grammar.parts_of_day and self._lowers[place - 1] in self._grammar.days
        )
        return is_day or (self._tags[place] == "RB" and lower not in self._grammar.no_adverbs)

    def _is_relative(self, past_cue: int, marker: int) -> bool:
        """Tell whether "that" belongs to an object before it: "released letters that show"."""
        is_adverbial = " ".join(self._lowers[past_cue:marker]) in self._grammar.adverbials
        is_adverbial = is_adverbial or (
            self._lowers[past_cue] in self._grammar.time_openers
            and self._lowers[marker - 1] in self._grammar.times | self._grammar.days
        )  # "confirmed this evening that", "announced last Thursday that"
        return (
            not is_adverbial
            and self._tags[past_cue] in _OBJECT_TAGS
            and self._lowers[past_cue] not in self._grammar.days
            and self._lowers[marker] in self._grammar.clause_links
            and (marker > past_cue + 1 or self._tags[past_cue] == "NNS")
        )

    def _is_far(self, past_cue: int, marker: int) -> bool:
        """Tell whether "that" belongs to what was spoken at: "at a clinic that donors built"."""
        is_link = self._lowers[marker] in self._grammar.clause_links and self._inside[marker] < 0
        return is_link and self._tags[past_cue] in {"IN", "TO"}

    def _is_embedded(self, past_cue: int, marker: int, index: int, cue: Cue) -> bool:
        """Tell whether a quotation is only a part of what follows: "called the law “strong”"."""
        if marker == past_cue or self._inside[marker] < 0 or self._complements.is_addressed(cue):
            return False
        if class_frames(cue).isdisjoint({"noun", "clause"}):
            return False
        starts_object = self._tags[past_cue] in _OBJECT_TAGS
        return starts_object and self._words[marker - 1] not in {",", ":", "—", "–", "--", "-"}

    def _at_marker(self, marker: int) -> tuple[int, Rule]:
        word = self._lowers[marker]
        if word in self._grammar.clause_links:
            return marker, "that"
        if word == ":":
            return marker + 1, "colon after the cue"
        return marker, "quotation"

    def _framed(self, place: int, end: int, frames: Frames) -> Rule:
        """Return the rule by which a verb of these frames takes what begins at `place`."""
        tests = self._frame_tests(place, end, frames)
        return next((rule for rule, holds in tests if holds), "")

    def _frame_tests(self, place: int, end: int, frames: Frames) -> Iterator[tuple[Rule, bool]]:
        """Yield the rules and whether they hold; what is not asked for is not worked out."""
        lower, tag, grammar = self._lowers[place], self._tags[place], self._grammar
        takes_question = not frames.isdisjoint({"clause", "question"})
        yield (
            "wh-clause",
            (takes_question and lower in grammar.questions) or lower in grammar.whether,
        )
        yield "infinitive", "infinitive" in frames and self._is_infinitive(place)
        yield "gerund", tag == "VBG" and self._tags[place - 1] == "TO"  # "admitted to entering"
        yield "clause", "clause" in frames and self._starts_clause(place, end)
        yield "clause", self._starts_late(place, end, frames)
        if "answer" in frames:
            is_object = "noun" in frames and self._is_second(place, end)
            yield "clause", not is_object and self._starts_long(place, end)
            yield "clause", self._starts_past(place, end)
            yield "clause", self._starts_behind(place, end)
        is_gerund = tag == "VBG" and lower not in grammar.enders  # not "said according to"
        yield "gerund", is_gerund and not frames.isdisjoint({"clause", "noun"})
        yield "preposition", "preposition" in frames and tag == "IN" and lower in grammar.topics
        yield "preposition", "state" in frames and tag == "IN" and lower in grammar.state_topics
        yield "noun phrase", "noun" in frames and tag in _OBJECT_TAGS
        yield "answer", "answer" in frames and lower in grammar.answers
        yield "answer", "words" in frames and self._names_words(place, end)

    def _is_infinitive(self, place: int) -> bool:
        return self._tags[place] == "TO" and self._tags[place + 1] in {"VB", "RB", "VBP"}

    def _find_marker(self, place: int, end: int, *, is_told: bool) -> int | None:
        """Return the next "that", colon or opening mark before any finite verb."""
        for index in range(place, min(end, place + 16)):
            lower = self._lowers[index]
            if self._inside[index] >= 0 or lower == ":":
                return index
            is_that = lower in self._grammar.clause_links
            if is_that and self._lowers[index - 1] in self._grammar.conditions:
                continue  # "told the paper, on condition that …, that"
            if is_that and (self._points(index, end) or self._is_apposed(index, place)):
                return None  # "assumed that office", "adds a voice to Benghazi, an attack that"
            if is_that and self._tags[index] in {"IN", "WDT"}:
                is_link = (
                    self._tags[index] == "IN"
                    or all(map(self._is_adverbial, range(place, index)))
                    or is_told
                    or self._lowers[index + 1] in self._grammar.circumstances_within
                    or self._lowers[index + 1] in self._grammar.circumstances
                    or self._view.clause_after(index + 1, end)
                )
                return index if is_link else None
            is_subject = self._lowers[index + 1] in self._view.speakers.anybody
            if is_that and (is_subject or self._view.has_verb(index + 1, min(end, index + 9))):
                return index
            if self._stops_search(index, place, end):
                return None
        return None

    def _is_apposed(self, that: int, start: int) -> bool:
        """Tell whether "that" belongs to a noun between a comma and itself: ", an attack that"."""
        noun = that - 1
        while noun > start and self._tags[noun] in {"NN", "JJ"}:
            noun -= 1
        is_noun = self._tags[that - 1] == "NN" and self._lowers[noun] in self._view.speakers.new
        return is_noun and noun > start and self._words[noun - 1] == ","

    def _points(self, that: int, end: int) -> bool:
        """Tell whether "that" points at a noun that ends the clause: "heard that one before,"."""
        after = (
            that
            + 2
            + (
                self._tags[that + 2] == "RB"
                or self._lowers[that + 2] in self._grammar.late_adverbs
            )
        )
        return self._tags[that + 1] == "NN" and (after >= end or self._words[after] == ",")

    def _stops_search(self, index: int, start: int, end: int) -> bool:
        """Tell whether what follows a token cannot belong to the cue before it."""
        if self._lowers[index] == "," and index + 1 < end:
            if index == start and self._tags[index + 1].startswith("NN"):
                return True  # "which the firm has not confirmed, show that"
            if self._lowers[index + 1] in self._view.speakers.accompanying:
                return True  # "voted to reject it, with the mayor calling it “cruel”"
            return self._tags[index + 1] in {"VBG", "CC"} | FINITE
        is_how = self._lowers[index] in self._grammar.means and self._tags[index + 1] == "VBG"
        is_how = is_how and self._cues.verb_at(self._lowers, index + 1) is not None
        is_end = is_how or self._lowers[index] in self._grammar.breaks
        return self._tags[index] in FINITE or is_end  # "admitted as much by agreeing that"

    def _starts_clause(self, place: int, end: int) -> bool:
        """Tell whether a subject and a finite verb follow."""
        is_nominative = self._lowers[place] in self._grammar.nominative and place + 1 < end
        if is_nominative or self._opens_clause(place, end):
            return True
        is_pair = self._lowers[place] in self._grammar.pairs
        is_object = self._tags[place] == "PRP" and self._is_object(place)
        if is_object or (self._tags[place] not in _SUBJECT_TAGS and not is_pair):
            return False
        for verb in range(place + 1, min(end, place + _LONGEST_SUBJECT)):
            if self._tags[verb] in FINITE:
                return self._tags[verb - 1] != "CC"  # "found him asleep and woke him"
            if self._words[verb] in {",", ";", ":"}:
                return self._is_parted(verb, end)
            if self._lowers[verb] in self._grammar.no_subjects:
                return False
        is_participle = self._tags[place + 1 : place + 2] == ("VBN",)
        is_object = self._lowers[place] in self._grammar.accusative  # "found him wounded"
        return is_participle and self._tags[place] == "PRP" and not is_object

    def _is_object(self, place: int) -> bool:
        """Tell whether "them" and a second thing stand here: "expects them and is ready"."""
        is_never = self._lowers[place] in self._grammar.accusative
        return is_never and self._tags[place + 1] == "CC"

    def _opens_clause(self, place: int, end: int) -> bool:
        """Tell whether a word begins a clause with a verb: "it is", not "had not seen it"."""
        if self._lowers[place] not in self._grammar.opens_clause:
            return False
        last = self._view.places.next_of(",", place + 1, min(end, place + _NEAR_VERB))
        return self._view.has_verb(place + 1, last)

    def _is_parted(self, comma: int, end: int) -> bool:
        """Tell whether a clause parts a subject from its verb: "eels, which are", "oil, if it"."""
        opens = self._lowers[comma + 1] in self._view.speakers.parted_relatives
        opens = opens or self._lowers[comma + 1] in self._grammar.circumstances_within
        opens = opens or self._tags[comma + 1] in {"VBN", "VBG", "DT"}  # "the law, passed in May,"
        if self._words[comma] != "," or not opens:
            return False
        verb = self._view.places.next_of(",", comma + 1, end - 1) + 1
        while self._tags[verb] == "RB":
            verb += 1
        is_verb = self._tags[verb] in FINITE or self._tags[verb] == "VBN"
        is_verb = is_verb or (
            self._tags[verb] == "NNS" and self._tags[verb + 1] in {"DT", "CD", "PRP$"}
        )  # "the law, passed in May, breaks three treaties"
        return is_verb and verb < end

    def _starts_long(self, place: int, end: int) -> bool:
        """Tell whether a clause with a long or late subject follows: "said the plan, if…, is"."""
        begins = self._tags[place] in _SUBJECT_TAGS
        if self._lowers[place] in self._grammar.circumstances:
            begins = self.ends.main_clause(place, end) < end
        last = self._view.places.next_of(";", place, end)
        return begins and self._view.has_verb(place + 1, last) and not self._is_deed(place, last)

    def _is_second(self, place: int, end: int) -> bool:
        """Tell whether the next verb is a second one: "addressed the envelope and left"."""
        verb = next(self._view.verbs_between(place + 1, end), end)
        return verb < end and self._tags[verb - 1] == "CC"

    def _is_deed(self, place: int, end: int) -> bool:
        """Tell whether the next verb is another clause's: "added forty | before rain stopped"."""
        verb = next(self._view.verbs_between(place + 1, end), end)
        if self._lowers[place - 1] not in self._view.speakers.with_objects or verb == end:
            return False
        if self._tags[verb - 1] == "CC":
            return True
        inner = range(place + 1, verb)
        return any(
            self._lowers[p] in self._grammar.circumstances and self._words[p - 1] != ","
            for p in inner
        )

    def _starts_past(self, place: int, end: int) -> bool:
        """Tell whether subject and past form follow; the tagger takes some for participles."""
        subject = self._phrases.plain_after(place, end)
        if subject is None or subject[1] >= end or self._lowers[place] in self._grammar.accusative:
            return False
        return self._tags[subject[1]] == "VBN" or self._inside[subject[1]] >= 0

    def _names_words(self, place: int, end: int) -> bool:
        """Tell whether words are told by a noun: "said the same of Holm", "says cruel things"."""
        found = self._phrases.plain_after(place, end)
        if found is None or found[1] - found[0] == 1:
            return False
        is_inverted = self._words[place - 2] == "," and "NNP" in self._tags[slice(*found)]
        return not is_inverted and self._tags[place] in {"DT", "JJ", "NNS", "NN", "NNP"}

    def _is_inverted_if(self, place: int, end: int) -> bool:
        """Tell whether "had it rained, the dam would" begins at a token."""
        comma = self._view.places.next_of(",", place + 1, end)
        is_if = self._lowers[place] in self._grammar.inverted_ifs
        return is_if and self._tags[place + 1] != "VBN" and self._view.clause_after(comma + 1, end)

    def _starts_behind(self, place: int, end: int) -> bool:
        """Tell whether a clause begins with when or why: "said at noon, the lights went out"."""
        is_parted = self._tags[place] == "IN" and self._lowers[place] not in self._grammar.means
        comma = self._view.places.next_of(",", place + 1, min(end, place + _LONGEST_SUBJECT))
        if not is_parted or self._lowers[comma - 1] in self._grammar.occasions:
            return False
        is_clause = self._view.clause_after(comma + 1, end)
        return is_clause and not self._view.has_verb(place + 1, comma)

    def _starts_late(self, place: int, end: int, frames: Frames) -> bool:
        """Tell whether a clause follows a short "in politics" or "on Wednesday"."""
        if (
            "clause" not in frames
            or self._tags[place] != "IN"
            or self._lowers[place] in self._grammar.topics
        ):
            return False
        phrase = self._phrases.plain_after(place + 1, end)
        if phrase is None or phrase[1] >= end:
            return False
        is_time = self._tags[phrase[1] - 1] == "CD" and self._view.clause_after(phrase[1], end)
        return is_time or self._tags[phrase[1]] == "PRP"  # "said at 9pm the lights went out"

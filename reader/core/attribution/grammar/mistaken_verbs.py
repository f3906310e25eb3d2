"""Verbs of speech and thought that a tagger takes for nouns: "she fears the road will close"."""

from collections.abc import Callable, Iterator, Sequence, Set

from reader.core.attribution.grammar.lacked_verbs import (
    LONGEST_CLAUSE,
    LONGEST_SUBJECT,
    LONGEST_WHEN,
    PLAIN_STARTS,
    TAKEN_FOR,
    LackedVerbs,
)
from reader.core.attribution.grammar.tagged_words import (
    BREAKS,
    MANY,
    NOUNS,
    OPENING,
    PLURALS,
    TaggedWords,
)
from reader.core.text.tagging import FINITE, NAME_TAGS

_PASTS = frozenset({"VBD", "VBZ"})
_ONE = frozenset({"NN", "NNP"})
_IN_SUBJECT = NOUNS | {"DT", "JJ", "PRP$", "POS", "CD"}
_IN_PHRASE = _IN_SUBJECT | {"IN", "TO"}
_AFTER_VERB = frozenset({"IN", "RB", "DT", "PRP$", "TO", "PRP"})
_VERBS = frozenset("VB VBD VBG VBN VBP VBZ".split())
_LOOKED_AT = frozenset({"VBD", "IN", "VBP", "MD", "VBZ"})
_LONGEST_SENTENCE = 60  # tokens that are looked at for a verb before the last clause
_LONGEST_ASIDE = 6  # tokens from "as" to the verb
_LONGEST_OBJECT = 4  # tokens from "helps" to the infinitive
_ONLY_CUES = frozenset({"NN", "VBN", "JJ"})  # what no verb that reports may be is passed over
_LAST = frozenset({"VBN", "NN", "NNS", "JJ"})  # what may be a verb at the end of a sentence
_OTHERS = (_LOOKED_AT | TAKEN_FOR.keys()) - _ONLY_CUES


class MistakenVerbs:
    """Finds verbs with a wrong tag by the words beside them, or as all the verb of a clause."""

    def __init__(
        self,
        text: TaggedWords,
        is_cue: Callable[[int], bool],
        starts: Set[int],
        reporting: Set[str],
    ) -> None:
        """Look at a text.

        Args:
            text: Its words.
            is_cue: Tells of a word whether it is a cue.
            starts: Where its sentences begin.
            reporting: Those of its words that may be forms of a cue.
        """
        grammar = text.grammar
        self._words, self._lowers, self._tags = text.words, text.lowers, text.tags
        self._grammar = grammar
        self._is_cue = is_cue
        self._starts = starts
        self._reporting = reporting
        self._lacked = LackedVerbs(text, is_cue, starts)
        self._auxiliaries = grammar.have | grammar.be
        # What may show that a plural is a verb, by the tags before it.
        self._plurals: Sequence[tuple[Set[str], Callable[[int], bool]]] = (
            (NOUNS, self._is_heard),
            ({"PRP", "RB"}, self._follows_she),
            (_ONE, self._plans),
            (_ONE, self._interrupts),
            (_ONE, self._acts_on),
            (_ONE, self._reports),
            ({","}, self._inverts),
            ({",", "NNP"}, self._announces),
            ({"NNP"}, self._is_only_verb),
            ({"NN"}, self._is_main_verb),
            ({"NNS"}, self._follows_many),
        )

    def found(self) -> Iterator[tuple[int, str]]:
        """Yield the places whose tag is wrong, with the right one."""
        lowers, reporting = self._lowers, self._reporting
        for place, tag in enumerate(self._tags):
            if tag in _ONLY_CUES:
                if lowers[place] not in reporting:
                    continue
            elif tag not in _OTHERS:
                continue
            before = self._tags[place - 1] if place else ""
            right = self._beside(place, tag, before)
            if tag == "JJ" and self._is_participle(place, before):
                right = "VBN"
            elif tag == "NN" and before == "RB" and self._is_learnt(place):
                right = "VBN"  # "it was later learnt that"
            if not right and tag not in _LOOKED_AT:
                right = self._lacked.alone(place, tag, before)
            if right:
                yield place, right
                if right == "VBZ" and before in _ONE and self._is_thing(place + 1):
                    yield place + 1, "NN"  # "Minister slams report"
        yield from self._lacked.before_that()

    def _beside(self, place: int, tag: str, before: str) -> str:
        """Return the right tag of a word that its neighbours tell, or ""."""
        if tag in _LOOKED_AT:
            return self._no_verb(place, tag, before)
        if tag == "NNS" and any(before in tags and test(place) for tags, test in self._plurals):
            return "VBZ"
        if tag == "VB":
            return self._base(place, before)
        is_last = tag in {"NN", "NNS"} and before in NOUNS and self._closes_aside(place)
        if is_last or (tag in _LAST and before in NOUNS and self._closes_sentence(place)):
            agrees = tag == "VBN" or self._lacked.agrees(place, tag)
            return TAKEN_FOR[tag] if agrees and self._is_cue(place) else ""
        return ""

    def _base(self, place: int, before: str) -> str:
        """Return the right tag of a word taken for an infinitive, or ""."""
        is_thing = before == "JJ" and self._tags[place - 2] == "DT"  # "the free kick"
        if is_thing or (before in _PASTS and self._tags[place + 1] in _PASTS):
            return "NN"  # "said help was near"
        if before in MANY and self._words[place].islower():
            return "" if self._is_let(place) else "VBP"
        if before in NOUNS and self._closes_sentence(place):
            is_many = self._lacked.agrees(place, "VB")  # "agronomists in Soc Trang warn."
            return "VBP" if is_many and self._is_cue(place) else ""
        is_turned = before == "," and self._inverts(place)  # ", say some farmers"
        is_told = place - 1 in self._starts and self._tags[place + 1] == "PRP"
        is_told &= self._lowers[place - 1].endswith(self._grammar.plurals)
        if is_told and self._words[place].islower() and self._is_cue(place):
            return "VBP"  # "Neighbours tell us he was quiet"
        return "VBP" if is_turned or (before == "CC" and self._goes_on(place)) else ""

    def _is_heard(self, place: int) -> bool:
        """Tell whether a court hears: "the inquest hears that"."""
        is_court = self._lowers[place - 1] in self._grammar.hearers
        return is_court and self._lowers[place] in self._grammar.heard

    def _follows_she(self, place: int) -> bool:
        """Tell whether a pronoun stands before, with or without an adverb: "she fears"."""
        pronoun = place - 1 - (self._tags[place - 1] == "RB")
        return self._lowers[pronoun] in self._grammar.nominative

    def _follows_many(self, place: int) -> bool:
        """Tell whether the first verb stands behind a plural: "A letter to members calls for"."""
        is_for = self._tags[place + 1] == "IN" and self._lowers[place + 1] in self._grammar.topics
        is_one = is_for and self._is_cue(place) and not self._is_said_before(place)
        first, limit = place - 1, place - LONGEST_CLAUSE
        while first not in self._starts and self._tags[first] in _IN_PHRASE and first > limit:
            first -= 1
        return is_one and first in self._starts and self._tags[first + 1] == "NN"

    def _acts_on(self, place: int) -> bool:
        """Tell whether a pronoun is its object: "silence suits him"."""
        is_pronoun = self._tags[place + 1] == "PRP"
        return is_pronoun and self._lowers[place + 1] in self._grammar.accusative

    def _reports(self, place: int) -> bool:
        """Tell whether a clause is its object: "his brother insists he was pushed".

        In "the insurance claims he made were false" another verb follows at once.
        """
        is_clause = self._lowers[place + 1] in self._grammar.nominative
        is_clause &= self._tags[place + 2] in FINITE and self._tags[place + 3] not in FINITE
        first = self._before_phrase(place - 1)
        opens = first < 0 or first + 1 in self._starts or self._words[first] == ","
        return is_clause and opens and self._is_cue(place)

    def _is_only_verb(self, place: int) -> bool:
        """Tell whether a sentence or headline has no verb else: "Noor Aziz bakes before dawn."."""
        following = self._tags[place + 1]
        is_object = following in NOUNS or following in {"JJ", "VBP", "``"}
        if not self._words[place].islower() or not (is_object or following in _AFTER_VERB):
            return False
        if is_object and not self._is_cue(place):
            return False  # in headlines: "Union slams petty fines"
        past = self._past_main_clause(
            place + 1 + (following == "VBP"), passes_side_clauses=is_object
        )
        is_open = past in self._starts or not self._tags[past]
        is_line = self._words[past - 1] not in {".", "?", "!"}
        return is_open and is_line is is_object and self._opens_with_name(place)

    def _is_thing(self, place: int) -> bool:
        """Tell whether a verb is none behind another one: "Minister slams report"."""
        is_beside_object = self._tags[place + 1] in {"NNP", "DT", "PRP$", "PRP", "CD"}
        return self._tags[place] == "VBP" and not is_beside_object

    def _is_main_verb(self, place: int) -> bool:
        """Tell whether a sentence has no verb else: "The minister slams the report."."""
        if self._tags[place + 1] not in PLAIN_STARTS or not self._is_cue(place):
            return False
        first, limit = place - 1, place - LONGEST_SUBJECT
        while first not in self._starts and self._tags[first] in _IN_SUBJECT and first > limit:
            first -= 1
        if first not in self._starts or self._tags[first] not in PLAIN_STARTS:
            return False
        past = self._past_main_clause(place + 1, passes_side_clauses=True)
        return past in self._starts or not self._tags[past]

    def _past_main_clause(self, place: int, *, passes_side_clauses: bool) -> int:
        """Return the place of the next finite verb, or where the sentence ends without one.

        Args:
            place: The token at which the search begins.
            passes_side_clauses: Leave out verbs behind "as" or "after": "as the strike goes on".
        """
        limit, is_beside = place + _LONGEST_SENTENCE, False
        while place not in self._starts and self._tags[place] and place < limit:
            if self._tags[place] in FINITE and not is_beside:
                break
            is_beside |= (
                passes_side_clauses and self._lowers[place] in self._grammar.circumstances_within
            )
            place += 1
        return place

    def _opens_with_name(self, place: int) -> bool:
        """Tell whether nothing but a name stands before a token in its sentence."""
        first, limit = place - 1, place - LONGEST_CLAUSE
        while first not in self._starts and self._tags[first] in NOUNS and first > limit:
            first -= 1
        return first in self._starts and self._words[first][:1].isupper()

    def _closes_sentence(self, place: int) -> bool:
        """Tell whether it ends what was said: "It held two passports, officials alleged."."""
        past = place + 1 + (self._lowers[place + 1] in self._grammar.occasion_links)
        past += self._lowers[past] in self._grammar.days
        parts = self._words[past] == "," and self._tags[past + 1] in FINITE
        if self._words[past] != "." and not (parts and past > place + 1):
            return False
        left = self._before_phrase(place - 1)
        if self._tags[left] == "IN" and self._tags[left - 1] in PLURALS:
            left = self._before_phrase(left - 1)  # ", fishermen on the shore complain."
        is_parted = self._words[left] == "," and self._tags[left + 1] not in {"CD", "JJ"}
        return is_parted and (parts or self._is_said_before(left))  # ", Holm stressed on Friday,"

    def _before_phrase(self, place: int) -> int:
        """Return where what stands before a noun phrase ends, which ends at a place itself."""
        while self._tags[place] in _IN_SUBJECT:
            place -= 1
        return place

    def _is_said_before(self, left: int) -> bool:
        """Tell whether a finite verb stands before a token in its sentence."""
        for verb in range(left - 1, max(-1, left - _LONGEST_SENTENCE), -1):
            if self._tags[verb] in FINITE or verb in self._starts:
                return self._tags[verb] in FINITE
        return False

    def _is_participle(self, place: int, before: str) -> bool:
        """Tell whether an adjective is a participle: "has been branded a fool", "has learnt"."""
        if self._lowers[place - 1] in self._grammar.have and self._words[place + 1] in BREAKS:
            return self._is_cue(place)
        return (before == "VBN" and self._is_passive(place)) or self._is_learnt(place)

    def _is_learnt(self, place: int) -> bool:
        """Tell whether nobody in particular reports: "it was learnt on Monday that"."""
        auxiliary = place - 1
        while self._lowers[auxiliary] in self._auxiliaries or self._tags[auxiliary] == "RB":
            auxiliary -= 1
        if auxiliary == place - 1 or self._lowers[auxiliary] not in self._grammar.it:
            return False
        near = self._lowers[place + 1 : place + LONGEST_WHEN]
        return not self._grammar.clause_links.isdisjoint(near) and self._is_cue(place)

    def _is_passive(self, place: int) -> bool:
        """Tell whether "branded" stands behind a form of "be", and may report."""
        is_past = self._lowers[place].endswith(self._grammar.past_endings)
        return is_past and self._lowers[place - 1] in self._grammar.be and self._is_cue(place)

    def _announces(self, place: int) -> bool:
        """Tell whether a plural is a verb before a colon: "A reader, Tom, emails: “Shut.”"."""
        is_open = self._words[place + 1] == ":" and self._words[place + 2] in OPENING
        return is_open and self._words[place].islower() and self._is_cue(place)

    def _goes_on(self, place: int) -> bool:
        """Tell whether a verb after "and" is a second one: "want it and say they will pay"."""
        following = self._lowers[place + 1]
        grammar = self._grammar
        is_clause = following in grammar.clause_links or following in grammar.subject_pronouns
        if not is_clause or not self._is_cue(place):
            return False
        for left in range(place - 2, max(0, place - LONGEST_CLAUSE), -1):
            if self._tags[left] in {"TO", "MD"} or self._words[left] in BREAKS:
                return False
            if self._tags[left] == "VBP":
                return True
        return False

    def _no_verb(self, place: int, tag: str, before: str) -> str:
        """Return the tag of a participle taken for a past form, or of a name, or ""."""
        if tag == "MD":
            is_name = self._words[place][0].isupper() and self._is_named_so(place, before)
            return "NN" if before == "PRP$" else "NNP" if is_name else ""  # "in her will"
        if tag == "VBZ":
            is_number = before == "CD" and self._words[place - 1].islower()
            return "NNS" if is_number and self._tags[place - 2] in _PASTS else ""  # "two counts"
        if tag == "VBD" and before == "CD":
            is_whose = self._tags[place - 2] in {"POS", "PRP$"}
            return "VBN" if is_whose and self._tags[place + 1] == "NNS" else ""  # "his 20 pledged"
        if tag == "VBD":
            return "VBN" if before == "NN" and self._is_aside(place) else ""
        if tag == "VBP":
            is_thing = before == "JJ" and self._lowers[place - 2] in self._grammar.single
            is_helped = before == "NNS" and self._is_helped(place)
            return "NN" if is_thing else "VB" if is_helped else ""  # "an explosive serve"
        is_name = before in NAME_TAGS and self._words[place][0].isupper()
        return "NNP" if is_name and self._lowers[place] in self._grammar.like_prepositions else ""

    def _is_named_so(self, place: int, before: str) -> bool:
        """Tell whether "Will" is a name: "Will wrote", "George Will, a columnist"."""
        following = self._tags[place + 1]
        is_last = before in NAME_TAGS and place not in self._starts
        return following in _PASTS or (is_last and following not in {"VB", "RB", "NNP", "PRP"})

    def _is_aside(self, place: int) -> bool:
        """Tell whether a past form is a participle: ", in a plea posted online, urged"."""
        opener = place - 1
        while self._tags[opener] in {"NN", "JJ", "DT", "PRP$"}:
            opener -= 1
        if self._tags[opener] != "IN" or self._words[opener - 1] != ",":
            return False
        comma = next(
            (p for p in range(place, place + LONGEST_SUBJECT) if self._words[p] == ","), 0
        )
        return comma > 0 and self._tags[comma + 1] in _PASTS

    def _is_let(self, place: int) -> bool:
        """Tell whether an infinitive without "to" stands here: "helps engineers decide"."""
        near = self._lowers[max(0, place - _LONGEST_OBJECT) : place]
        return not self._grammar.lets.isdisjoint(near)

    def _is_helped(self, place: int) -> bool:
        """Tell whether "helps" stands right before the noun of a bare infinitive."""
        left = place - 1
        while self._tags[left - 1] in {"DT", "JJ", "PRP$", "NN"}:
            left -= 1
        return self._lowers[left - 1] in self._grammar.lets and self._tags[left - 1] in _VERBS

    def _closes_aside(self, place: int) -> bool:
        """Tell whether a word closes "as the firm claims," or "or so the firm claims."."""
        if self._words[place + 1] not in {",", "."}:
            return False
        for left in range(place - 1, place - _LONGEST_ASIDE, -1):
            lower = self._lowers[left]
            if lower in self._grammar.as_what or lower in self._grammar.thus:
                is_parted = self._words[left - 1] in BREAKS
                return is_parted or self._lowers[left - 1] in self._grammar.coordinators
            if self._tags[left] not in _IN_SUBJECT:
                return False
        return False

    def _inverts(self, place: int) -> bool:
        """Tell whether a plural after a comma is a verb before a speaker at the end."""
        tag, following = self._tags[place], self._tags[place + 1]
        is_role = following in {"NN", "VBP"} and self._tags[place + 2] == "NNP"
        is_many = tag == "VB" and following in PLURALS  # ", say growers in the delta"
        is_speaker = is_role or is_many or following in {"DT", "NNP", "PRP$"}
        if not is_speaker or not self._words[place].islower():
            return False
        for right in range(place + 1, place + LONGEST_SUBJECT):
            is_named = self._words[right] == "," and self._tags[right - 1] in {"NNP", *PLURALS}
            if self._words[right] == "." or (is_named and right > place + 2):
                is_alone = tag != "VB" or self._is_said_before(place)
                return is_alone and self._is_cue(place)
            if self._tags[right] not in _IN_SUBJECT and not (is_role and right == place + 1):
                return False
        return False

    def _interrupts(self, place: int) -> bool:
        """Tell whether a plural is a verb: "Dredging it, the board concedes, will cost more"."""
        if self._words[place + 1] != "," or self._tags[place + 2] not in FINITE:
            return False
        left, limit = place - 1, place - LONGEST_CLAUSE
        while self._tags[left] in _IN_SUBJECT and left > limit:
            left -= 1
        return self._words[left] == "," and self._is_cue(place)

    def _plans(self, place: int) -> bool:
        """Tell whether a plural before "to" is a verb: "the governor plans to stay"."""
        following = self._tags[place + 2]
        is_open = following in {"VB", "RB"} or self._words[place + 2] in OPENING
        return self._tags[place + 1] == "TO" and is_open

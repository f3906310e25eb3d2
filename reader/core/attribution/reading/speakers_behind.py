"""Speakers who stand behind their words: “X,” said Y; X, Y said."""

from typing import NamedTuple

from reader.core.attribution.drafts import Sentence
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.reading.speakers import Speakers
from reader.core.attribution.rules import Rule
from reader.core.attribution.text_view import CLOSING, OPENING, STOPS, RulesOnView, TextView
from reader.core.text.tagging import FINITE

_TAILS = frozenset(
    "neutral formal endorsing insisting argument manner conceding distancing showing".split()
)
_BARE_TAILS = frozenset({"blame", "mind"})  # "…, tenants complain"; nothing may follow
_HEADS = frozenset("neutral endorsing manner".split())
_NAMED_HEADS = frozenset("insisting argument conceding distancing asking".split())
_LONGEST_PHRASE = 7  # tokens before a speaker that may be a phrase without a verb
_LONGEST_APPOSED = 32  # tokens of a speaker with all that is added between commas
_LONGEST_NAME = 4  # tokens
_LONGEST_SIDE = 16  # tokens of a side clause with one verb


class Behind(NamedTuple):
    """A speaker behind the words.

    Attributes:
        source: Who speaks.
        end: Where the words end.
        rest: Where more of them may go on behind cue and speaker.
        rule: By which rule.
    """

    source: TokenRange
    end: int
    rest: int
    rule: Rule


class SpeakersBehind(RulesOnView):
    """Finds who speaks at a cue that follows its content, or parts it."""

    def __init__(self, view: TextView, speakers: Speakers) -> None:
        super().__init__(view)
        self._speakers = speakers

    def after_cue(
        self, group: int, past_cue: int, sentence: Sentence, rule_after: Rule, verb_class: str
    ) -> Behind | None:
        """Read `“X,” said Y`."""
        if (
            not self._view.ends_content(group - 1)
            or self._lowers[past_cue - 1] in self._grammar.told
        ):
            return None
        is_quoted = self._view.quotation_before(group) >= 0
        has_auxiliary = self._lowers[group] in self._view.auxiliaries
        if not is_quoted and (has_auxiliary or verb_class not in _HEADS | _NAMED_HEADS):
            return None
        source = self._phrases.after(past_cue, sentence.past_last)
        if not is_quoted and verb_class not in _HEADS and not self._is_named(source, sentence):
            return None
        if source is None or (not is_quoted and self._is_subject(source, rule_after, sentence)):
            return None
        return Behind(source, group, source[1], "inverted")

    def _is_named(self, phrase: TokenRange | None, sentence: Sentence) -> bool:
        """Tell whether a name with nothing behind it follows: ", cautions Ada Hill, a baker."."""
        if phrase is None or self._tags[phrase[0] + 1] != "NNP":
            return False
        is_last = phrase[1] >= sentence.end(self._words) or self._words[phrase[1]] == ","
        return is_last and self._view.has_verb(sentence.first, phrase[0] - 2)

    def _is_subject(self, phrase: TokenRange, rule_after: Rule, sentence: Sentence) -> bool:
        """Tell whether what follows is no speaker: "Holm, who was there, said pupils ran"."""
        comma = phrase[0] - 2
        is_named = "NNP" in self._tags[slice(*phrase)] or self._tags[phrase[0]] == "DT"
        is_clause = rule_after in {"clause", "that", "wh-clause"} or not is_named  # "said little"
        is_parted = is_clause and self._words[comma] == ","
        if is_parted and self._speakers.before_relative(comma, sentence) is not None:
            return True
        # "Nuns who wrote a book, voiced their concern": that comma parts subject and verb
        is_thing = self._tags[phrase[0]] == "PRP$" and not self._phrases.may_be_body(phrase)
        is_thing &= self._lowers[phrase[1] - 1] not in self._view.people
        if is_parted and is_thing and not self._has_main_verb(sentence.first, comma):
            return True
        return rule_after == "clause" and self._goes_on(phrase, sentence)

    def _goes_on(self, phrase: TokenRange, sentence: Sentence) -> bool:
        """Tell whether a noun phrase is the subject of what is said: "Holm, 43, said it is"."""
        has_subject = self._view.is_head_only(sentence.first, phrase[0] - 1) or (
            self._speakers.before_relative(phrase[0] - 2, sentence) is not None
        )
        return has_subject and self._words[phrase[1]] != ","

    def before_cue(
        self, group: int, past_cue: int, sentence: Sentence, rule_after: Rule, verb_class: str
    ) -> Behind | None:
        """Read `X, Y said`."""
        past_told = self._past_addressee(past_cue, sentence)
        source = self._phrases.before(group, sentence.first)
        if source is None or self._view.quotation_before(source[0]) < 0:
            source = self._apposed(group, sentence) or source
        if source is None or self._view.quotation_before(group) >= 0:
            return None
        if source[0] == sentence.first:
            is_plain = rule_after in {"", "preposition"} and verb_class != "manner"
            return self._behind_stop(source, past_cue, sentence) if is_plain else None
        is_plain = self._words[group - 1] == "," and self._view.quotation_before(source[0]) < 0
        is_colon = rule_after == "colon after the cue" and self._words[past_cue] == ":"
        is_colon = is_colon and self._inside[past_cue + 1] < 0
        if is_plain and rule_after not in {"", "preposition"} and not is_colon:
            return None
        if not self._is_after_content(source[0], past_told, sentence, rule_after):
            return None
        # "the gas will go and the valley, its leaflet promises, “a future”"
        goes_on = verb_class == "formal" and self._words[past_told + 1] in OPENING
        is_quoted = self._view.quotation_before(source[0]) >= 0
        is_open = past_told < sentence.end(self._words) and self._words[past_told] != ","
        is_deed = verb_class == "formal" and is_open and not self._is_day(past_told)
        # "In May, Holm released the names"; "The mill will close, Holm announced on Monday"
        is_bare = verb_class in _BARE_TAILS and self._ends_sentence(source, past_told, sentence)
        is_bare = is_bare or (verb_class == "asking" and self._is_question(source, sentence))
        is_tail = verb_class in _TAILS or (is_bare and not rule_after)
        is_asked = self._lowers[sentence.first] in self._grammar.asked  # "Asked about it, he left"
        is_to_come = self._tags[group] == "MD"  # "she can expect", "the choir would sing"
        is_no_tail = is_deed or is_asked or is_to_come or not is_tail
        if goes_on or (not is_quoted and is_no_tail):
            return None
        rest = past_cue if is_quoted else past_told
        return Behind(source, source[0], rest, "after its content")

    def _is_question(self, source: TokenRange, sentence: Sentence) -> bool:
        """Tell whether a question stands before: "Why did it fail, the inspector wondered."."""
        opens = self._lowers[sentence.first] in self._grammar.questions
        return opens and self._words[source[0] - 1] == ","

    def _ends_sentence(self, source: TokenRange, past_cue: int, sentence: Sentence) -> bool:
        """Tell whether ", tenants complain." closes a sentence that has a verb of its own."""
        is_last = past_cue >= sentence.end(self._words) and self._words[source[0] - 1] == ","
        is_real = self._tags[past_cue - 1] in FINITE | {"VBN"} and self._tags[past_cue - 2] != "MD"
        opens = self._lowers[sentence.first] in self._grammar.subordinators
        is_main = self._view.has_verb(sentence.first, source[0]) and not opens
        return is_last and is_real and is_main

    def _apposed(self, group: int, sentence: Sentence) -> TokenRange | None:
        """Return the speaker of `“…,” Cora Hill, 67, a baker in Aston, Ohio, said`.

        The last comma may be missing: `“…,” Cora Hill, a baker in Aston told the Post`.
        """
        is_closed = self._words[group - 1] == ","
        end = group - 1 if is_closed else group
        if self._inside[end] >= 0:
            return None
        farthest = max(sentence.first, group - _LONGEST_APPOSED)
        if not self._view.has_quotation(farthest, end):
            return None
        first = end - 1
        while first > farthest and self._inside[first] < 0:
            first -= 1
        start = first + 1 + (self._words[first + 1] == ",")
        is_beside = self._inside[first] >= 0 and self._view.quotation_before(start) >= 0
        is_speech = is_beside and self._words[first - 1] in {",", "?", "!"}
        is_name = self._tags[start] in {"NNP", "DT"}
        is_whole = is_closed or self._names_first(start, end)
        if not (is_speech and is_name and is_whole) or self._has_main_verb(start, end):
            return None
        return start, end

    def _names_first(self, start: int, end: int) -> bool:
        """Tell whether a full name and a comma open a stretch, and no second comma follows."""
        comma = self._view.places.next_of(",", start, end)
        name = range(start, comma)
        is_name = 1 < len(name) <= _LONGEST_NAME and self._tags[comma - 1] == "NNP"
        return is_name and comma < end and self._tags[comma + 1] in {"DT", "NN", "JJ", "PRP$"}

    def _has_main_verb(self, start: int, end: int) -> bool:
        """Tell whether a finite verb stands in a range that no "who" begins."""
        is_relative = False
        for place in range(start, end):
            is_relative = is_relative or self._lowers[place] in self._grammar.relatives
            is_verb = self._tags[place] in FINITE and self._tags[place - 1] != "DT"  # "a retired"
            if is_verb and not is_relative:
                return True
            is_relative = is_relative and self._words[place] != ","
        return False

    def _behind_stop(self, source: TokenRange, past_cue: int, sentence: Sentence) -> Behind | None:
        """Read `“Is it open?” Mr Holm asked.`: the mark ends a sentence, and not what is told."""
        mark = source[0] - 1
        is_quoted = self._inside[mark] >= 0 and self._words[mark] in CLOSING
        is_open = not sentence.paragraph_end and self._words[mark - 1] in STOPS | {"…"}
        if not (is_quoted and is_open):
            return None
        is_last = self.is_over(past_cue, sentence)
        return Behind(source, source[0], past_cue, "after its content") if is_last else None

    def _past_addressee(self, past_cue: int, sentence: Sentence) -> int:
        """Return where the one addressed ends: "the road is open, Holm told the court"."""
        if self._lowers[past_cue - 1] not in self._grammar.told:
            return past_cue
        found = self._phrases.plain_after(past_cue, sentence.past_last)
        if found is None:
            return past_cue
        end = sentence.end(self._words)
        while found[1] < end and self._tags[found[1]] in {"VBG", "NN", "NNS"}:  # a cheering crowd
            found = (found[0], found[1] + 1)
        after = found[1] + (self._tags[found[1]] in {"RB", "IN"})  # "told a crowd outside"
        is_last = (
            after >= end
            or self._words[found[1]] == ","
            or self._lowers[found[1]] in self._grammar.places
        )
        return found[1] if is_last else past_cue

    def _is_after_content(
        self, start: int, past_cue: int, sentence: Sentence, rule_after: Rule
    ) -> bool:
        """Tell whether "Y said" stands after what Y said."""
        number = self._view.quotation_before(start)
        if number >= 0:
            is_when = self._lowers[past_cue] in self._grammar.whens or self._is_time(past_cue)
            is_plain = is_when or rule_after not in {"that", "clause", "wh-clause"}
            is_far = self._lowers[past_cue] not in self._grammar.clause_links
            return is_plain or (rule_after == "that" and is_far and self._is_sentence(number))
        if not self._view.ends_content(start - 1):
            return False
        if not self._view.has_verb(sentence.first, start):
            is_long = start - sentence.first > _LONGEST_PHRASE and not rule_after
            is_long = is_long and self._lowers[sentence.first] not in self._grammar.subordinators
            is_long = is_long and not self._tells_how(sentence.first)
            return (
                is_long or self._closes(past_cue, sentence) or self._interrupts(past_cue, sentence)
            )
        return self._follows_clause(start, past_cue, sentence, rule_after)

    def _tells_how(self, first: int) -> bool:
        """Tell whether a sentence opens with what somebody does: "Talking to us,", "By asking"."""
        is_link = self._tags[first] == "IN" and self._tags[first + 1] == "VBG"
        return is_link or self._lowers[first] in self._grammar.openers

    def _is_sentence(self, number: int) -> bool:
        """Tell whether a quotation is a clause of its own, so that "that" goes with a noun.

        "“I would do it again,” he told reporters outside the court that his firm had built".
        """
        first, past_last = self._quotations[number].words
        return self._words[past_last - 1] == "," and self._view.has_verb(first, past_last)

    def _closes(self, past_cue: int, sentence: Sentence) -> bool:
        """Tell whether "she told a packed hall" ends what begins with a verb in -ing."""
        is_told = self._tags[past_cue - 1].startswith("NN")
        is_last = past_cue >= sentence.end(self._words)
        return is_told and is_last and self._tags[sentence.first] == "VBG"

    def _follows_clause(
        self, start: int, past_cue: int, sentence: Sentence, rule_after: Rule
    ) -> bool:
        """Tell whether "Y said" ends or interrupts a sentence that has a verb before it."""
        is_parted = self._words[past_cue] == ","
        is_closed = past_cue >= sentence.end(self._words) or is_parted
        if self._lowers[sentence.first] in self._grammar.subordinators and not (
            is_parted or (is_closed and self._has_main_clause(sentence.first, start))
        ):
            return False  # "As it grew, Holm talked to the crowd", "When she came, Holm smiled"
        if rule_after in {"that", "clause", "wh-clause", "told to", "infinitive", "gerund"}:
            return False
        if rule_after == "quotation" and (
            self._words[past_cue] != "," or self._opens_sentence(past_cue + 1)
        ):
            return False
        is_parted = rule_after == "colon after the cue" and self._inside[past_cue + 1] < 0
        is_object = rule_after == "noun phrase" and self._tags[past_cue] != "CD"
        return self.is_over(past_cue, sentence) or is_object or is_parted

    def _has_main_clause(self, first: int, end: int) -> bool:
        """Tell whether a clause follows the one with which "while" or "as" opens a sentence."""
        commas = (place for place in range(first + 1, end - 1) if self._words[place] == ",")
        after = next(commas, end)
        is_long = end - first > _LONGEST_SIDE  # "After Holm took it in 2011 he made changes"
        return is_long or self._view.has_verb(after + 1, end - 1)

    def _opens_sentence(self, place: int) -> bool:
        """Tell whether a quotation that opens here begins a sentence of its own."""
        return self._inside[place] >= 0 and self._words[place + 1][:1].isupper()

    def _interrupts(self, past_cue: int, sentence: Sentence) -> bool:
        """Tell whether ", she said," parts a subject from its verb."""
        verb = past_cue + 1
        if self._words[past_cue] != "," or verb >= sentence.past_last:
            return False
        while verb < sentence.past_last - 1 and self._tags[verb] == "RB":
            verb += 1
        if self._tags[verb] in FINITE:
            return True
        end = sentence.end(self._words)
        return self._lowers[verb] in self._grammar.subject_pronouns or self._view.clause_after(
            verb, end
        )

    def is_over(self, index: int, sentence: Sentence) -> bool:
        """Tell whether nothing that could be the content follows the cue."""
        if index >= sentence.end(self._words):
            return True
        word, tag = self._words[index], self._tags[index]
        is_time = self._is_time(index) or self._lowers[index] in self._grammar.days
        if word in {",", ";", "—", "–", "--", "."} or is_time:
            return True
        if self._inside[index] >= 0 or word == ":" or word in self._grammar.clause_links:
            return False
        is_when = self._lowers[index] in self._grammar.whens
        return is_when or tag in {"IN", "RB", "VBG", "TO", "NNP"}

    def _is_time(self, index: int) -> bool:
        """Tell whether "last year", "this week" or "late on Sunday" begins at a token.

        So does "the day after they left".
        """
        following = self._lowers[index + 1]
        is_opener = self._lowers[index] in self._grammar.time_openers
        is_late = following in self._grammar.occasion_links or following in self._grammar.days
        if is_opener and (is_late or following in self._grammar.times):
            return True  # "late on Sunday"
        is_counted = self._tags[index] in {"DT", "CD"} and following in self._grammar.times
        return is_counted and self._lowers[index + 2] in self._grammar.circumstances

    def _is_day(self, index: int) -> bool:
        """Tell whether a day follows: "Monday", "on Monday", "last week", "in a letter"."""
        days = self._grammar.days
        if self._lowers[index] in days or self._is_time(index):
            return True
        is_occasion = self._lowers[index] in self._grammar.occasion_links
        return is_occasion and self._tags[index + 1] in {"NNP", "DT"}

    def _is_time_phrase(self, first: int, comma: int) -> bool:
        """Tell whether "Earlier this month," begins at a token."""
        head = next((p for p in range(first, comma) if self._words[p] == ","), comma) - 1
        opens = self._lowers[first : first + 2]
        is_time = head > first and self._lowers[head] in self._grammar.times
        return is_time and not self._grammar.time_openers.isdisjoint(opens)

    def is_after_apposition(self, group: int, sentence: Sentence, rule: Rule) -> bool:
        """Tell whether "Holm, the mayor, said" reads better than "..., said Holm"."""
        comma = group - 1
        if comma <= sentence.first or self._words[comma] not in {",", "—", "–", "--"}:
            return False
        if self._inside[comma] >= 0 or self._words[comma - 1] in CLOSING:
            return False
        source = self._phrases.before(group, sentence.first)
        if source is None or self._view.quotation_before(source[0]) >= 0:
            return False
        is_governed = self._tags[source[0] - 1] in {"IN", "TO"} and source[0] > sentence.first
        opens = self._grammar.circumstances | self._grammar.whens | self._grammar.clause_links
        is_governed = is_governed and self._lowers[source[0] - 1] not in opens
        if is_governed:
            return False  # "It is open to dogs, cats and goats, said the owners"
        if self._is_time_phrase(source[0], comma):
            return False  # "Last week, the state declared an emergency, reported Euro News"
        return rule != "noun phrase" or self._view.is_head_only(sentence.first, source[0])

"""Who speaks: subjects, speakers after their words, owners of nouns, agents of passives."""

from reader.core.attribution.drafts import Draft, Sentence
from reader.core.attribution.grammar.noun_phrases import TokenRange
from reader.core.attribution.rules import Rule
from reader.core.attribution.text_view import (
    CLOSING,
    FINITE,
    OPENING,
    STOPS,
    RulesOnView,
    TextView,
)

_TAILS = frozenset(
    "neutral formal endorsing insisting argument manner conceding distancing showing".split()
)
_HEADS = frozenset("neutral endorsing manner".split())
_NAMED_HEADS = frozenset("insisting argument conceding distancing asking".split())
_OWNER_TAGS = frozenset("NN NNS NNP NNPS DT JJ PRP$".split())
_LONGEST_RELATIVE = 30  # tokens from "who" to its comma
_LONGEST_PHRASE = 7  # tokens before a speaker that may be a phrase without a verb
_LONGEST_APPOSED = 32  # tokens of a speaker with all that is added between commas
_LONGEST_SIDE = 16  # tokens of a side clause with one verb
_LONGEST_WITH = 8  # tokens from "with" to the verb in -ing
_BEFORE_NOUN = frozenset("DT JJ JJR JJS NN NNS CD VBN VBG RB PRP$".split())


class Speakers(RulesOnView):
    """Finds who speaks at a cue."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._lists = view.speakers

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
            beside = self._before_relative(left - 1, sentence)
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
        found = self._phrases.before(group, sentence.first)
        if found is not None and self._is_occasion(found, sentence):
            return named[-1] if (named := [d.source for d in drafts if d.source]) else None
        if found is None and self._tags[left - 1] in {"WP", "WDT"}:
            return (left - 1, left) if before in self._grammar.relatives else None
        return found or self._opening_phrase(group, sentence)

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
        is_joined = own is not None and self._lowers[own[0] - 1] in self._grammar.joins_clauses
        return own if is_joined else None

    def _inner_speaker(self, join: int, outer: Draft) -> TokenRange | None:
        """Return "a neighbour" of "told them that a neighbour had heard it and said"."""
        if outer.rule not in {"that", "clause"} or len(outer.content) > 1:
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

    def _before_relative(self, comma: int, sentence: Sentence) -> TokenRange | None:
        """Return "Holm" of "Holm, who did not see it, said"."""
        for place in range(comma - 1, max(sentence.first, comma - _LONGEST_RELATIVE), -1):
            if self._words[place] in {",", ";", ":"} or self._inside[place] >= 0:
                is_open = self._words[place] == "," and self._inside[place] < 0
                opener = place + 1 + (self._tags[place + 1] in {"IN", "TO"})  # "to which"
                if is_open and self._lowers[opener] in self._lists.parted_relatives:
                    named = self._phrases.before(place, sentence.first)
                    return (named[0], comma) if named is not None else None
                if self._words[place] != ",":
                    return None
        return None

    def is_accompanying(self, group: int, sentence: Sentence) -> bool:
        """Tell whether a verb in -ing has a subject behind "with": "with Israel blaming it"."""
        return self._behind_with(group, sentence) is not None

    def _behind_with(self, left: int, sentence: Sentence) -> TokenRange | None:
        """Return "Israel" of "with Israel saying that"."""
        for place in range(left - 1, max(sentence.first, left - _LONGEST_WITH), -1):
            is_second = self._lowers[place] in self._grammar.coordinators
            if self._lowers[place] in self._lists.accompanying or is_second:
                found = self._phrases.plain_after(place + 1, left)
                is_whole = found is not None and found[1] == left
                is_behind = not is_second or self._goes_on_with(place, sentence)
                return found if is_whole and is_behind else None
            if self._words[place] == ",":
                return self._absolute(place, left, sentence)
            if not self._tags[place].startswith(("NN", "DT", "JJ", "POS", "PRP", "CD")):
                return None
        return None

    def _absolute(self, comma: int, left: int, sentence: Sentence) -> TokenRange | None:
        """Return "the club" of "Neither would give way, the club claiming that"."""
        found = self._phrases.plain_after(comma + 1, left)
        is_whole = found is not None and found[1] == left
        is_main = self._view.has_verb(sentence.first, comma) and comma > sentence.first
        is_article = self._tags[comma + 1] in {"DT", "PRP$"}
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
        for place in range(join - 1, max(sentence.first, join - _LONGEST_RELATIVE), -1):
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
        found = self._phrases.plain_after(sentence.first, limit)
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
        for place in range(start, group):
            if self._tags[place] not in FINITE or self._inside[place] >= 0:
                continue
            first = self._view.group_start(place, sentence.first)
            if first > sentence.first and self._lowers[first - 1] in self._grammar.relatives:
                continue
            subject = self._phrases.before(first, sentence.first)
            if subject and not self._phrases.is_expletive(subject):
                return subject
        return None

    def _last_break(self, group: int, sentence: Sentence) -> int:
        """Return where the clause begins that a participle or infinitive belongs to."""
        for place in range(group - 2, sentence.first, -1):
            if self._words[place] == ";":
                return place + 1
            if self._lowers[place] in self._grammar.adds_clause and self._words[place - 1] == ",":
                return place + 1
        return sentence.first

    def after_cue(
        self, group: int, past_cue: int, sentence: Sentence, rule_after: Rule, verb_class: str
    ) -> tuple[TokenRange, int, int, Rule] | None:
        """Read `“X,” said Y`: source, end of the content, what comes after, and the rule."""
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
        return source, group, source[1], "inverted"

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
        if is_parted and self._before_relative(comma, sentence) is not None:
            return True
        return rule_after == "clause" and self._goes_on(phrase, sentence)

    def _goes_on(self, phrase: TokenRange, sentence: Sentence) -> bool:
        """Tell whether a noun phrase is the subject of what is said: "Holm, 43, said it is"."""
        has_subject = self._view.is_head_only(sentence.first, phrase[0] - 1) or (
            self._before_relative(phrase[0] - 2, sentence) is not None
        )
        return has_subject and self._words[phrase[1]] != ","

    def before_cue(
        self, group: int, past_cue: int, sentence: Sentence, rule_after: Rule, verb_class: str
    ) -> tuple[TokenRange, int, int, Rule] | None:
        """Read `X, Y said`: source, end of the content, what comes after, and the rule."""
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
        if is_plain and rule_after not in {"", "preposition"}:
            return None
        if not self._is_after_content(source[0], past_told, sentence, rule_after):
            return None
        # "the gas will go and the valley, its leaflet promises, “a future”"
        goes_on = verb_class == "formal" and self._words[past_told + 1] in OPENING
        is_quoted = self._view.quotation_before(source[0]) >= 0
        is_open = past_told < sentence.end(self._words) and self._words[past_told] != ","
        is_deed = verb_class == "formal" and is_open and not self._is_day(past_told)
        # "In May, Holm released the names"; "The mill will close, Holm announced on Monday"
        if goes_on or (not is_quoted and (is_deed or verb_class not in _TAILS)):
            return None
        return source, source[0], past_cue if is_quoted else past_told, "after its content"

    def _apposed(self, group: int, sentence: Sentence) -> TokenRange | None:
        """Return the speaker of `“…,” Cora Hill, 67, a baker in Aston, Ohio, said`."""
        comma = group - 1
        if self._words[comma] != "," or self._inside[comma] >= 0:
            return None
        first = comma
        while first > max(sentence.first, group - _LONGEST_APPOSED) and self._inside[first] < 0:
            first -= 1
        start = first + 1 + (self._words[first + 1] == ",")
        is_beside = self._inside[first] >= 0 and self._view.quotation_before(start) >= 0
        is_speech = is_beside and self._words[first - 1] in {",", "?", "!"}
        is_name = self._tags[start] in {"NNP", "DT"}
        if not is_speech or not is_name or self._has_main_verb(start, comma):
            return None
        return start, comma

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

    def _behind_stop(
        self, source: TokenRange, past_cue: int, sentence: Sentence
    ) -> tuple[TokenRange, int, int, Rule] | None:
        """Read `“Is it open?” Mr Holm asked.`: the mark ends a sentence, and not what is told."""
        mark = source[0] - 1
        is_quoted = self._inside[mark] >= 0 and self._words[mark] in CLOSING
        is_open = not sentence.paragraph_end and self._words[mark - 1] in STOPS | {"…"}
        if not (is_quoted and is_open):
            return None
        is_last = self.is_over(past_cue, sentence)
        return (source, source[0], past_cue, "after its content") if is_last else None

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
        if self._view.quotation_before(start) >= 0:
            is_when = self._lowers[past_cue] in self._grammar.whens
            return is_when or rule_after not in {"that", "clause", "wh-clause"}
        if not self._view.ends_content(start - 1):
            return False
        if not self._view.has_verb(sentence.first, start):
            is_long = start - sentence.first > _LONGEST_PHRASE and not rule_after
            return (
                is_long or self._closes(past_cue, sentence) or self._interrupts(past_cue, sentence)
            )
        return self._follows_clause(start, past_cue, sentence, rule_after)

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
            is_parted or (is_closed and self.has_main_clause(sentence.first, start))
        ):
            return False  # "As it grew, Holm talked to the crowd", "When she came, Holm smiled"
        if rule_after in {"that", "clause", "wh-clause", "told to", "infinitive", "gerund"}:
            return False
        if rule_after == "quotation" and (
            self._words[past_cue] != "," or self._opens_sentence(past_cue + 1)
        ):
            return False
        return self.is_over(past_cue, sentence) or rule_after == "noun phrase"

    def has_main_clause(self, first: int, end: int) -> bool:
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
        return tag in {"IN", "RB", "VBG", "TO", "NNP"} or word in {"Monday", "after", "when"}

    def _is_time(self, index: int) -> bool:
        """Tell whether "last year" or "this week" begins at a token."""
        is_opener = self._lowers[index] in self._grammar.time_openers
        return is_opener and self._lowers[index + 1] in self._grammar.times

    def _is_day(self, index: int) -> bool:
        """Tell whether a day follows: "Monday", "on Monday", "last week", "in a letter"."""
        days = self._grammar.days
        if self._lowers[index] in days or self._is_time(index):
            return True
        is_occasion = self._lowers[index] in self._grammar.occasion_links
        return is_occasion and self._tags[index + 1] in {"NNP", "DT"}

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
        return rule != "noun phrase" or self._view.is_head_only(sentence.first, source[0])

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

    def agent(self, start: int, end: int) -> tuple[TokenRange | None, int]:
        """Return the one behind "by", and where the words before it end."""
        for place in range(start, min(end, start + 12)):
            if self._lowers[place] == "by" and place + 1 < end:
                agent = self._phrases.plain_after(place + 1, end)
                if agent and self._tags[agent[0]] not in {"VBG", "CD"}:
                    return agent, place
            if self._words[place] in {",", ";"}:
                break
        return None, end

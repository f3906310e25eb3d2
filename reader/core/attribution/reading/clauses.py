"""Who says what in one sentence: cue by cue, from left to right."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reader.core.attribution.cue_list import Cue
from reader.core.attribution.drafts import Draft, Sentence
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.reading.extents import Extents
from reader.core.attribution.reading.labels import LabelReader
from reader.core.attribution.reading.nouns import NounReader
from reader.core.attribution.reading.speakers import Speakers
from reader.core.attribution.reading.verbs import VerbReader
from reader.core.attribution.reading.viewpoints import ViewpointReader
from reader.core.attribution.text_view import CLOSING, OPENING, RulesOnView, TextView

_MAY_REPORT = frozenset("VB VBD VBG VBN VBP VBZ NNS".split())
_CLAUSE_TAGS = frozenset("DT PRP PRP$ NNP JJR CD".split())
_BREAKS = frozenset({",", ";", ":", "—", "–", "--", "-", "(", "."})
_LONGEST_SOURCE = 14  # tokens of what a source phrase names
_ANY_VERB = frozenset({"VBD", "VBZ"})
_COMMA = frozenset({","})
_SETS_OFF = frozenset({":", "(", ")", "-", "—", "–", "--"})  # a label, a date line

# Rules whose cue stands after its content: reports inside that content are nested in it.
_ROUND = frozenset({"source phrase", "after its content", "inverted"})

# Verbs of a second speaker, before whom a comma may end what the first one says.
_PARTING = frozenset({"neutral", "insisting", "distancing"})


class ClauseReader(RulesOnView):
    """Reads sentences; knows the text, its tags, its quotations and the cues."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._extents = Extents(view)
        self._speakers = Speakers(view)
        self._labels = LabelReader(view, self._speakers)
        self._verbs = VerbReader(view, self._extents, self._speakers)
        self._nouns = NounReader(view, self._extents, self._speakers)
        self._viewpoints = ViewpointReader(view, self._speakers)
        self._places = sorted(self._cue_places(view))
        self._busy = self._busy_places(view)

    def _cue_places(self, view: TextView) -> set[int]:
        """Return where a cue may stand: at a verb, and at what the list knows."""
        lowers, reporting, auxiliaries = self._lowers, view.reporting, view.auxiliaries
        found = set(view.places.of(self._cues.openings))
        found |= {place for place in view.tag_places.of(_MAY_REPORT) if lowers[place] in reporting}
        for place in view.tag_places.of(_ANY_VERB):  # beside a quotation any verb may report it
            if lowers[place] not in auxiliaries:
                found.add(place)
        for comma in view.places.of(_COMMA):
            if self._tags[comma - 1] == "NN" and lowers[comma - 1] in reporting:
                found.add(comma - 1)
        for place in view.places.of(self._viewpoints.openings):
            if self._words[place - 1] == "," or self._lowers[place] in self._grammar.how:
                found.add(place)
        return found

    def _busy_places(self, view: TextView) -> bytearray:
        """Return a 1 for each token that may have something to do with a report."""
        busy = bytearray(len(self._words))
        for place in (*self._places, *view.places.of(_SETS_OFF)):
            busy[place] = 1
        return busy

    def is_idle(self, first: int, past_last: int) -> bool:
        """Tell whether a sentence surely reports nothing: it holds no cue, and opens with none."""
        if self._busy.find(1, first, past_last) >= 0:
            return False
        tag, lower = self._tags[first], self._lowers[first]
        if lower in self._viewpoints.openings or lower in self._cues.openings:
            return False
        # a noun before a comma, and one in the plural, may be a verb with a wrong tag
        may_be_verb = tag == "NNS" or (tag == "NN" and self._words[first + 1] == ",")
        return not (may_be_verb or tag.startswith("VB"))

    def _places_in(self, sentence: Sentence) -> Sequence[int]:
        """Return where a cue may stand: at the first token, at a verb, at what the list knows."""
        after = bisect_right(self._places, sentence.first)
        past = bisect_left(self._places, sentence.past_last, after)
        return (sentence.first, *self._places[after:past])

    def read(self, sentence: Sentence) -> Iterator[Draft]:
        """Yield the attributions whose cue stands in this sentence, outside quotations."""
        drafts: list[Draft] = []
        colon = self._labels.colon(sentence)
        if colon:
            drafts.append(colon)
        for index in self._places_in(sentence):
            if self._inside[index] >= 0:
                continue
            draft = self._draft_at(index, sentence, drafts)
            if draft is None or _is_intended(drafts, draft):
                continue
            if _speaks_too(draft) or not _names_speaker(drafts, index):
                self._settle(draft, drafts, sentence)
                drafts.append(draft)
        announced = self._labels.announced(sentence, drafts)
        if announced is not None:
            drafts.append(announced)
        yield from sorted(drafts, key=_order)

    def _draft_at(self, index: int, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        lower = self._lowers[index]
        if lower in self._viewpoints.openings:
            viewed = self._viewpoints.read(index, sentence, drafts)
            if viewed is not None:
                return viewed
        if lower in self._cues.openings:
            phrase = self._cues.phrase_at(self._lowers, index)
            if phrase is not None:
                return self._source_phrase(index, phrase, sentence, drafts)
        return self._at_word(index, sentence, drafts)

    def _at_word(self, index: int, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        state = self._cues.state_at(self._lowers, index)
        if state is not None and self._verbs.is_state(index, sentence):
            return self._verbs.read_state(index, state, sentence, drafts)
        return self._verb_or_noun(index, sentence, drafts)

    def _verb_or_noun(self, index: int, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        tag = self._tags[index]
        if (
            tag.startswith("VB")
            or (tag == "NNS" and self._speaks_after(index))
            or (tag == "NN" and self._is_verb_by_place(index))
        ):
            cue = self._cues.verb_at(self._lowers, index)
            found = None if cue is None else self._verbs.read(index, cue, sentence, drafts)
            found = found or self._verbs.read_unlisted(index, sentence)
            if found is not None or tag != "NNS":
                return found
        noun = self._cues.noun_at(self._lowers, index) if tag.startswith("NN") else None
        return self._nouns.read(index, noun, sentence) if noun else None

    def _is_verb_by_place(self, index: int) -> bool:
        """Tell whether a word is a verb by its place: ", the engineers note,"."""
        if self._words[index + 1] != "," or self._tags[index - 1] != "NNS":
            return False
        return self._words[index - 2] == "," or self._words[index - 3] == ","

    def _speaks_after(self, index: int) -> bool:
        """Tell whether a plural may be a verb: it stands before a clause or what is said."""
        is_noun = self._lowers[index] in self._grammar.no_lone_verbs
        if is_noun or self._tags[index - 1] in {"JJ", "VBN"}:
            return False
        following = self._words[index + 1]
        if following in OPENING or following in self._grammar.clause_links:
            return True
        if self._tags[index - 1] not in {"NNP", "NNPS"}:
            return False
        if following == ":":  # "Holm notes: “It is late.”"; not "Match notes: it is over"
            return self._inside[index + 2] >= 0
        return self._tags[index + 1] in _CLAUSE_TAGS

    def _is_cited_within(self, index: int, outer: Draft) -> bool:
        """Tell whether a source cites another: "According to Yonhap, quoting the army,"."""
        is_before = outer.content[0][0] > index
        return is_before and self._words[index - 1] == ","

    def _source_phrase(
        self, index: int, cue: Cue, sentence: Sentence, drafts: Sequence[Draft]
    ) -> Draft | None:
        past_cue = index + 1 + len(cue.after)
        if (
            drafts
            and drafts[-1].rule == "source phrase"
            and self._is_cited_within(index, drafts[-1])
        ):
            return None
        source = self._phrases.after(past_cue, sentence.past_last)
        if source is None and self._tags[past_cue] == "VB":  # "according to exit polls"
            rest = self._phrases.after(past_cue + 1, sentence.past_last)
            source = (past_cue, rest[1]) if rest else None
        if source is None:
            return None
        end = sentence.end(self._words)
        before = self._lowers[index - 1 - (self._words[index - 1] == ",")]
        is_linked = before in self._grammar.clause_links or (
            before in self._grammar.adds_clause and self._words[index - 2] == ","
        )
        if index - sentence.first <= 1 or is_linked:
            if source[1] >= end:  # what stands after its comma is no apposition
                source = self._phrases.plain_after(past_cue, end) or source
            start = self._view.past_comma(source[1], end)
            content = [(start, end)]
            if self._tags[source[1]] == "VBN" and self._words[start - 1] == ",":
                source = (source[0], start - 1)  # "According to a poll made by Holm, it is"
        else:
            content = [(sentence.first, self._before_comma(index))]
            source = (source[0], self._up_to_mark(source[1], end))
            if (
                source[1] + 3 < end
                and self._words[source[1]] == ","
                and (self._words[index - 1] == ",")
            ):
                content.append((source[1] + 1, end))
        content = [part for part in content if part[0] < part[1]]
        if not content:
            return None
        place = (index, past_cue)
        return Draft("speech", source, place, content, cue.verb_class, "source phrase", index)

    def _up_to_mark(self, place: int, end: int) -> int:
        """Return where "a count by the agency" ends that is named behind what it says."""
        past = place
        while past < min(end, place + _LONGEST_SOURCE) and self._words[past] not in _BREAKS:
            if self._inside[past] >= 0 or self._lowers[past] in self._grammar.circumstances:
                break
            past += 1
        is_whole = past >= end or self._words[past] in _BREAKS
        return past if is_whole else place

    def _before_comma(self, index: int) -> int:
        return index - 1 if self._words[index - 1] == "," else index

    def _settle(self, draft: Draft, drafts: list[Draft], sentence: Sentence) -> None:
        """Decide between nested and side by side for a draft inside an earlier one's content."""
        if draft.rule in _ROUND and len(draft.content) == 1:
            self._put_inside(draft, drafts)
        is_late = self._extents.ends.is_subordinate(sentence)
        place = draft.cue[0] if draft.cue else draft.order
        for earlier in reversed(drafts):
            for number, (start, end) in enumerate(earlier.content):
                if not start <= place < end:
                    continue
                cut = self._cut(draft, earlier, start, place)
                if cut is not None:
                    earlier.content[number] = (start, cut)
                    continue
                border = None
                if self._goes_on(draft, earlier, start, place):
                    draft.source = self._inner_subject(start, place) or draft.source
                elif draft.rule not in {"noun", "noun with its object"}:
                    border = self._border(draft, start, place, is_late=is_late)
                    border = self._without_cut(draft, earlier, (start, end), border)
                if border is not None:
                    earlier.content[number] = (start, border)
                    if draft.shape == "participle":
                        return
                    continue
                draft.inside = earlier
                return

    def _without_cut(
        self, draft: Draft, earlier: Draft, clause: TokenRange, border: int | None
    ) -> int | None:
        """Return no border where it would cut a subject: "said teasing them and blaming me is"."""
        is_inner = border is not None and draft.shape == "participle"
        if border is None or not is_inner or self._tags[border] not in {"CC", ","}:
            return border
        is_open = earlier.rule in {"that", "clause"} and (
            not self._view.has_verb(clause[0], border) and self._view.has_verb(border, clause[1])
        )
        if not is_open or self._words[border] != ",":
            return None if is_open else border
        return None if self._takes_subject(draft, clause[0], border) else border

    def _takes_subject(self, draft: Draft, start: int, border: int) -> bool:
        """Take the subject that is parted from its verb: "said the bank, citing it, had lied"."""
        own = self._extents.ends.within_relative(draft.content[-1])
        subject = self._inner_subject(start, border)
        if own == draft.content[-1] or subject is None or subject[1] != border:
            return False
        draft.source, draft.content[-1] = subject, own
        return True

    def _cut(self, draft: Draft, earlier: Draft, start: int, place: int) -> int | None:
        """Return where an earlier content ends before a cue that has the rest, or all of it."""
        opening = self._opening_of_own(draft, start)
        if opening is not None:
            return opening
        held = _held_end(draft, earlier.order, place)
        if held > start:  # "She wants to go, he said": the later cue is the outer one
            earlier.inside = draft
            return held
        return None

    def _opening_of_own(self, draft: Draft, start: int) -> int | None:
        """Return where "Her verdict: “Too salty,” she said" has words with a cue behind them."""
        if draft.rule not in {"after its content", "inverted"}:
            return None
        first = draft.content[0][0]
        number = self._inside[first]
        is_behind = first >= start
        if not is_behind or number < 0 or self._quotations[number].first != first:
            return None
        is_parted = self._words[first - 1] in {":", ","} and first > start
        return first - 1 if is_parted else (start if first == start else None)

    def _goes_on(self, draft: Draft, earlier: Draft, start: int, place: int) -> bool:
        """Tell whether "and" goes on with what was said: "said it was late and had to leave"."""
        own = draft.source is not None and start <= draft.source[0] < place
        join = place - 1
        while self._tags[join] == "RB":
            join -= 1
        if own or earlier.cue is None or self._lowers[join] not in self._grammar.coordinators:
            return False
        cue = earlier.cue[1] - 1
        is_plain = self._tags[cue] == "VBD" and earlier.cue[1] - earlier.cue[0] == 1
        is_past = self._tags[place] == "VBD" and self._lowers[place] in self._view.auxiliaries
        return is_plain and (self._tags[place] == "MD" or is_past)

    def _inner_subject(self, start: int, place: int) -> TokenRange | None:
        """Return the subject that a reported clause begins with: "that the crew was late"."""
        start += self._lowers[start] in self._grammar.clause_links
        found = self._phrases.plain_after(start, place)
        return found if found is not None and found[0] == start else None

    def _put_inside(self, outer: Draft, drafts: Sequence[Draft]) -> None:
        """Put what "…, according to the Post" covers inside it."""
        start, end = outer.content[0]
        for draft in drafts:
            if draft.inside is None and start <= draft.order < end:
                draft.inside = outer

    def _border(self, draft: Draft, start: int, place: int, *, is_late: bool) -> int | None:
        """Return where the earlier content ends when the draft does not belong to it."""
        if draft.rule == "passive" and draft.source is None:
            subject = min(first for first, _ in draft.content)
            if start < subject < place and self._words[subject - 2] == ",":
                is_joined = self._lowers[subject - 1] in self._grammar.joins_clauses
                return subject - 2 if is_joined else None
        own = draft.source is not None and start <= draft.source[0] < place
        left = draft.source[0] if own and draft.source else place
        is_it = draft.source is None and self._lowers[left - 1] in self._grammar.it
        if is_it and self._lowers[left - 2] in self._grammar.coordinators:
            left -= 1  # "heard that he hid it, and it was later learnt that"
        before = self._lowers[left - 1]
        if draft.shape == "participle":
            is_beside = own and draft.source is not None and draft.source[1] == place
            is_said = draft.verb_class == "neutral"
            return self._participle_border(left if is_beside else place, is_said=is_said)
        if not own and before in self._grammar.after_and:
            left -= 1
            before = self._lowers[left - 1]
        if not own and before in self._grammar.coordinators and draft.kind == "thought":
            return None  # "she said it was late and hoped that it would end"
        if before in self._grammar.joins_clauses:
            closed = self._words[left - 2] in CLOSING and self._words[left - 3] == ","
            comma = self._words[left - 2] == "," or closed  # "“it is late,” but she said"
            goes_on = (
                draft.kind == "speech" and self._lowers[left] in self._grammar.person_pronouns
            )
            if not own or comma or goes_on or self._is_alike(draft):
                return left - 2 if comma and not closed else left - 1
        # "says that, according to two ministers, it was never asked"
        is_within = draft.rule == "source phrase" and (
            self._lowers[place - 2] in self._grammar.clause_links
        )
        is_spliced = own and self._is_alike(draft) and self._is_spliced(draft, start, left)
        is_border = before == "," and not is_within and (not own or is_late or is_spliced)
        return left - 1 if is_border else None

    def _is_spliced(self, draft: Draft, start: int, left: int) -> bool:
        """Tell whether a comma parts two reports: "the board says yes, its tenants say no"."""
        is_plain = (
            self._tags[left] in {"PRP$", "DT", "NNS", "NNP"} and draft.verb_class in _PARTING
        )
        return is_plain and draft.rule in {"that", "clause"} and self._view.has_verb(start, left)

    def _is_alike(self, draft: Draft) -> bool:
        """Tell whether "and" joins two reports: "Holm said he was fit and the doctor said not"."""
        is_clause = draft.rule in {"that", "clause", "quotation", "wh-clause"}
        return is_clause and draft.shape == "" and draft.kind == "speech"

    def _participle_border(self, left: int, *, is_said: bool) -> int | None:
        """Return where a content ends before a participle; None when that goes on within it."""
        place = left - 1
        while place > 0 and self._tags[place] == "RB":
            place -= 1
        if is_said and left > place and self._lowers[place] in self._grammar.contrasts:
            return place  # "said it was late while adding that"
        if self._tags[place] == "IN" or self._tags[place].startswith("VB"):
            return None  # "that after calling him a liar she left", "loved hearing"
        is_joined = (
            self._words[left - 1] == "," or self._lowers[left - 1] in self._grammar.coordinators
        )
        return left - 1 if is_joined else left


def _held_end(draft: Draft, order: int, place: int) -> int:
    """Return where a content before `place` ends that holds the cue at `order`; else 0."""
    ends = [end for start, end in draft.content if start <= order < end <= place]
    return max(ends, default=0)


def _order(draft: Draft) -> int:
    return draft.order


def _speaks_too(draft: Draft) -> bool:
    """Tell whether a relative clause after a speaker has words too: "said Beck, who said it"."""
    return draft.verb_class == "neutral" and draft.rule in {"that", "clause", "quotation"}


def _is_intended(drafts: Sequence[Draft], draft: Draft) -> bool:
    """Tell whether an infinitive is what an earlier one is about: "refused to recognise it"."""
    return draft.shape == "to" and any(
        earlier.rule in {"infinitive", "refusal"}
        and draft.cue
        and earlier.content
        and earlier.content[0][0] == draft.cue[0]
        for earlier in drafts
    )


def _names_speaker(drafts: Sequence[Draft], place: int) -> bool:
    """Tell whether a token belongs to what names the speaker: "asks Holm, who wants to go"."""
    return any(
        (draft.rule == "inverted" and _is_within(place, draft.source))
        or (draft.rule == "viewpoint" and _is_within(place, draft.cue))
        for draft in drafts
    )


def _is_within(place: int, part: TokenRange | None) -> bool:
    return part is not None and part[0] <= place < part[1]

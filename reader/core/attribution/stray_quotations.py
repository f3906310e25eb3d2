"""Quotations without a cue of their own, given to the speaker beside or before them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.core.attribution.drafts import Draft
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.quoting.quotations import Quotation
from reader.core.attribution.text_view import CLOSING, STOPS, TextView
from reader.core.text.tagging import FINITE

_YEAR = 4  # digits
_SMALL = 3  # letters; shorter words have no capital in a title
_SHORT = 4  # words; a shorter quotation that nobody claims may be a name or a scare quote
_SAYING = frozenset("neutral manner endorsing insisting argument".split())
_JUDGING = frozenset("naming blame attack approval conceding distancing asking formal".split())
_BEHIND = frozenset({"after its content", "inverted"})
_LONGEST_BEFORE = 80  # tokens of a sentence that tells of whom a quotation behind it is
_MOST_RUNNING = 40  # paragraphs that a quotation may run on to
_OPENING_WORDS = 6  # tokens by which the same words are known again
_BEFORE_SPEECH = frozenset({",", ":", ".", "?", "!", "”", '"', ""})
_DASHES = frozenset({"—", "–", "--", "-", "―"})
_LONGEST_NAME = 12  # tokens after a dash
_MOST_POSTS = 100  # of one thread


class StrayQuotations:
    """Finds the owners of quotations that no content holds."""

    def __init__(
        self,
        view: TextView,
        length: int,
        drafts: list[Draft],
        paragraphs: Sequence[TokenRange],
    ) -> None:
        self._view = view
        self._words = view.words
        self._tags = view.tags
        self._quotations = view.quotations
        self._drafts = drafts
        self._orders = [draft.order for draft in drafts]
        self._latest = list(_latest_of(drafts))
        self._places = [draft.order for draft, _ in self._latest]
        self._paragraphs = paragraphs
        self._starts = [first for first, _ in paragraphs]
        self._covered = bytearray(length)
        self._owners: dict[int, Draft] = {}
        self._openings: dict[tuple[str, ...], list[int]] = {}
        self._begins = frozenset(map(self._opening, self._quotations))  # all that is asked for
        self._first_words = frozenset(words[0] for words in self._begins if words)
        self._dashes = view.places.of(_DASHES)
        self._unnoted: list[int] = []  # owned quotations whose words are not among them yet

    def adopt(self) -> None:
        """Give each quotation that no content holds to somebody, where that is plain."""
        self._cover()
        made: list[Draft] = []
        for number, quotation in enumerate(self._quotations):
            first, past_last = quotation.words
            if any(self._covered[first:past_last]) or self._is_name(quotation):
                continue
            runs_on = number > 0 and self._runs_on(number)
            if past_last - first < _SHORT and not (runs_on or quotation.goes_on):
                continue
            begin, end = self._paragraph_of(quotation.first)
            owner = self._owners.get(number - 1) if runs_on else None
            owner = owner or self._beside(quotation, begin, end) or self._ahead(number)
            if owner is not None and self._is_elsewhere(owner, quotation):
                continue
            if owner is not None and not runs_on and self._is_apart(owner, quotation):
                content = [(quotation.first, quotation.past_last)]
                owner = Draft(
                    "speech", owner.source, None, content, None, "beside", quotation.first
                )
                made.append(owner)
            elif owner is not None:
                owner.content.append((quotation.first, quotation.past_last))
            else:
                owner = self._new(number, quotation, begin, end)
                if owner is not None:
                    made.append(owner)
            if owner is not None:
                self._give(number, owner)
        made.extend(post for part in self._paragraphs for post in self._posts(*part))
        made.extend(self._blocks())
        self._drafts.extend(made)
        self._drafts.sort(key=lambda draft: draft.order)

    def _cover(self) -> None:
        """Note what contents hold, and whose quotations those are."""
        for draft in self._drafts:
            for start, end in draft.content:
                self._covered[start:end] = b"\x01" * (end - start)
                if draft.inside is None:
                    for place in (start, end - 1):
                        number = self._view.inside[place]
                        if number >= 0:
                            self._give(number, draft)

    def _give(self, number: int, owner: Draft) -> None:
        """Note whose words a quotation is."""
        if number not in self._owners:
            self._unnoted.append(number)
        self._owners[number] = owner

    def _is_apart(self, owner: Draft, quotation: Quotation) -> bool:
        """Tell whether it is a sentence behind words without marks: `said he won. “Good.”`."""
        before = (end for _, end in reversed(owner.content) if end <= quotation.first)
        end = next(before, 0)
        if owner.source is None or not end or self._view.inside[end - 1] >= 0:
            return False
        return self._words[quotation.first - 1] in STOPS

    def _is_name(self, quotation: Quotation) -> bool:
        """Tell whether a quotation is the name of something: `a page called “Free the Leeks”`."""
        first, past_last = quotation.words
        if self._tags[quotation.first - 1][:2] not in {"VB", "NN"}:
            return False
        long = [w for w in self._words[first:past_last] if len(w) > _SMALL and w[0].isalpha()]
        is_titled = past_last - first > 1 and all(word[0].isupper() for word in long)
        ends_as_speech = self._words[past_last - 1] in STOPS | {","}
        return is_titled and not ends_as_speech

    def _runs_on(self, number: int) -> bool:
        """Tell whether a quotation opens a paragraph that the one before runs on to."""
        return self._quotations[number - 1].goes_on

    def _is_elsewhere(self, owner: Draft, quotation: Quotation) -> bool:
        """Tell whether a few words within a sentence cannot be those of another sentence."""
        first, _ = quotation.words
        is_part = self._words[first][:1].islower() and self._words[first - 2] not in _BEFORE_SPEECH
        if not is_part or owner.cue is None:
            return False
        low, high = sorted((owner.cue[0], first))
        return self._view.has_break(low + 1, high)

    def _ahead(self, number: int) -> Draft | None:
        """Return who is named behind the last paragraph that a quotation runs on to."""
        last = number
        limit = min(len(self._quotations) - 1, number + _MOST_RUNNING)
        while self._quotations[last].goes_on and last < limit:
            last += 1
        owner = self._owners.get(last) if last > number else None
        return owner if owner is not None and owner.rule in _BEHIND else None

    def _paragraph_of(self, place: int) -> TokenRange:
        return self._paragraphs[bisect_right(self._starts, place) - 1]

    def _paragraph_before(self, begin: int) -> TokenRange | None:
        number = bisect_left(self._starts, begin)
        return self._paragraphs[number - 1] if number else None

    def _beside(self, quotation: Quotation, begin: int, end: int) -> Draft | None:
        """Return the attribution of the same paragraph that the quotation belongs to."""
        before, says = self._latest_before(quotation.first)
        is_next = before is not None and before.rule in _BEHIND
        for draft in (before, says) if is_next else (says, before):
            if draft is not None and draft.order >= begin:
                return draft
        after = self._eligible_from(quotation.past_last)
        if after is not None and after.order < end:
            return after
        return self._announced(quotation, begin)

    def _latest_before(self, place: int) -> tuple[Draft | None, Draft | None]:
        """Return the last attribution before a token, and the last one that says something."""
        number = bisect_left(self._places, place)
        return self._latest[number - 1] if number else (None, None)

    def _eligible_from(self, place: int) -> Draft | None:
        number = bisect_left(self._places, place)
        return self._latest[number][0] if number < len(self._latest) else None

    def _drafts_between(self, begin: int, end: int) -> list[Draft]:
        low, high = bisect_left(self._orders, begin), bisect_left(self._orders, end)
        return self._drafts[low:high]

    def _announced(self, quotation: Quotation, begin: int) -> Draft | None:
        """Return the speaker of a paragraph that ends with a colon before a quotation only."""
        previous = self._paragraph_before(begin)
        if previous is None or quotation.first > begin + 1:
            return None
        if self._words[previous[1] - 1] != ":":
            return None
        before = self._drafts_between(previous[0], begin)
        return before[-1] if before else None

    def _new(self, number: int, quotation: Quotation, begin: int, end: int) -> Draft | None:
        """Return a new draft for a quotation whose speaker is named in another way."""
        if not self._is_alone(quotation, begin, end):
            signed = self._signed(quotation, begin, end) or self._named(quotation, begin, end)
            return signed or self._told_before(quotation, begin)
        return (
            self._after_label(quotation, begin)
            or self._said_elsewhere(quotation, begin)
            or self._probably(number, quotation, begin)
        )

    def _is_alone(self, quotation: Quotation, begin: int, end: int) -> bool:
        """Tell whether a paragraph is one quotation and nothing else."""
        rest = range(quotation.past_last, end)
        return quotation.first == begin and not any(self._words[i][0].isalnum() for i in rest)

    def _signed(self, quotation: Quotation, begin: int, end: int) -> Draft | None:
        """Read `“…” – Commissioner Stark`: a name after a dash closes the paragraph."""
        dash = quotation.past_last
        if quotation.first != begin or self._words[dash] not in _DASHES:
            return None
        while end > dash and (self._words[end - 1] in STOPS or self._words[end - 1] in CLOSING):
            end -= 1
        source = (dash + 1, end)
        is_named = any(self._words[place][0].isupper() for place in (dash + 1, end - 1))
        if not 0 < end - dash - 1 <= _LONGEST_NAME or not is_named:
            return None
        if any(self._tags[place] in FINITE or self._is_year(place) for place in range(*source)):
            # a sentence, or a list of what was read: "“Mayor quits” — Herald, May 2008"
            return None
        content = [(quotation.first, quotation.past_last)]
        return Draft("speech", source, (dash, dash + 1), content, None, "signed", begin)

    def _named(self, quotation: Quotation, begin: int, end: int) -> Draft | None:
        """Read `“We search every boat,” Ana Reyes, head of the port.`: the verb is missing."""
        start = quotation.past_last
        is_speech = quotation.first == begin and self._words[start - 2] == ","
        if not is_speech or self._tags[start] != "NNP":
            return None
        stop = next((i for i in range(start, end) if self._words[i] in STOPS), end)
        is_verbless = not any(self._tags[place] in FINITE for place in range(start, stop))
        source = self._view.phrases.plain_after(start, stop)
        if source is None or not is_verbless or self._words[source[1]] not in {",", "."}:
            return None
        content = [(quotation.first, quotation.past_last)]
        return Draft("speech", source, None, content, None, "signed", begin)

    def _told_before(self, quotation: Quotation, begin: int) -> Draft | None:
        """Give `“Yes.”` in `Holm nodded. “Yes.”` to whom the sentence before tells of."""
        first, past_last = quotation.words
        is_sentence = self._words[first - 2] in STOPS and self._words[past_last - 1] in STOPS
        if not is_sentence or quotation.first <= begin or not self._words[first][:1].isupper():
            return None
        source = self._last_subject((begin, quotation.first))
        content = [(quotation.first, quotation.past_last)]
        return source and Draft("speech", source, None, content, None, "goes on", begin)

    def _is_year(self, place: int) -> bool:
        return self._words[place].isdigit() and len(self._words[place]) == _YEAR

    def _posts(self, begin: int, end: int) -> Iterator[Draft]:
        """Yield the draft of a post set into the text: "The mill is open. — Roth (@roth)"."""
        last = bisect_left(self._dashes, end) - 1
        if last < 0 or self._dashes[last] <= begin:
            return
        dash = self._dashes[last]
        near = range(dash + 1, min(end, dash + _LONGEST_NAME))
        handle = next((i for i in near if self._is_handle(i)), 0)
        if handle and not any(self._covered[begin:dash]):
            source = (dash + 1, handle - (self._words[handle - 1] == "("))
            if source[0] >= source[1]:
                source = (handle, handle + 1)
            place = (dash, dash + 1)
            yield Draft("speech", source, place, [(begin, dash)], None, "signed", begin)

    def _blocks(self) -> Iterator[Draft]:
        """Yield the draft of a paragraph without marks behind "She writes:", which is unsure.

        Posts that are numbered ("1/", "2/") belong together, and are sure.
        """
        for number, (previous, (begin, end)) in enumerate(pairwise(self._paragraphs), start=1):
            colon = previous[1] - 1
            is_free = self._view.inside[begin] < 0 and not any(self._covered[begin:end])
            if self._words[colon] != ":" or not is_free or self._view.inside[colon] >= 0:
                continue
            posts = self._numbered(number)
            if posts or self._view.has_verb(begin, end):
                yield from self._block(previous, posts or [(begin, end)], is_sure=bool(posts))

    def _numbered(self, number: int) -> list[TokenRange]:
        """Return the paragraphs of a thread: "1/ The mill is open.", "2/ Come and see."."""
        found = []
        for begin, end in self._paragraphs[number : number + _MOST_POSTS]:
            if not self._words[begin].isdigit() or self._words[begin + 1] != "/":
                break
            found.append((begin + 2, end))
        return found

    def _block(
        self, previous: TokenRange, content: list[TokenRange], *, is_sure: bool
    ) -> Iterator[Draft]:
        """Yield the draft of paragraphs behind a sentence that ends "reports from Oban:"."""
        colon = previous[1] - 1
        near = range(colon - 1, max(previous[0], colon - _LONGEST_NAME), -1)
        verb = next((place for place in near if self._is_verb(place)), 0)
        cue = self._view.cues.verb_at(self._view.lowers, verb) if verb else None
        is_said = cue is not None and cue.verb_class in _SAYING
        is_said = is_said and not self._view.has_break(verb + 1, colon)
        source = self._view.phrases.before(verb, previous[0]) if is_said else None
        if source is not None and cue is not None:
            place = (verb, verb + 1)
            draft = Draft("speech", source, place, content, cue.verb_class, "announced", verb)
            draft.is_doubtful = not is_sure
            yield draft

    def _is_verb(self, place: int) -> bool:
        """Tell whether a word is a finite verb, be it by its place: "Hal Kerr reports from"."""
        is_plural = self._tags[place] == "NNS" and self._tags[place - 1] == "NNP"
        return is_plural or self._tags[place] in FINITE

    def _is_handle(self, place: int) -> bool:
        return self._words[place].startswith("@") and len(self._words[place]) > 1

    def _after_label(self, quotation: Quotation, begin: int) -> Draft | None:
        """Read `And from Chairwoman Rosen:` in the paragraph before."""
        previous = self._paragraph_before(begin)
        if previous is None or self._words[previous[1] - 1] != ":":
            return None
        colon = end = previous[1] - 1
        while self._words[end - 1] == "," or self._tags[end - 1] == "RB":
            end -= 1  # "And from the mayor, meanwhile:"
        source = self._view.phrases.before(end, previous[0] - 1)
        if source is None or colon - previous[0] > _LONGEST_NAME:
            return None
        content = [(quotation.first, quotation.past_last)]
        return Draft("speech", source, (colon, colon + 1), content, None, "announced", begin)

    def _probably(self, number: int, quotation: Quotation, begin: int) -> Draft | None:
        """Let the speaker of the paragraph before go on, which is only probable."""
        previous = self._paragraph_before(begin)
        if previous is None:
            return None
        is_near = number > 0 and self._quotations[number - 1].first >= previous[0]
        owner = self._owners.get(number - 1) if is_near else None
        if owner is None:
            said = [
                draft
                for draft in self._drafts_between(previous[0], begin)
                if draft.kind == "speech" and draft.inside is None and _may_go_on(draft)
            ]
            owner = said[-1] if said else None
        source = owner.source if owner is not None else self._last_subject(previous)
        if source is None:
            return None
        content = [(quotation.first, quotation.past_last)]
        return Draft("speech", source, None, content, None, "goes on", begin)

    def _said_elsewhere(self, quotation: Quotation, begin: int) -> Draft | None:
        """Return whose words a line set in large type repeats: they stand in another quotation."""
        first, opening = quotation.words[0], self._opening(quotation)
        if len(opening) < _OPENING_WORDS:
            return None
        self._note_openings()
        for number in self._openings.get(opening, ()):
            owner = self._owners[number]
            if owner.source is not None and number != self._view.inside[first]:
                content = [(quotation.first, quotation.past_last)]
                return Draft("speech", owner.source, None, content, None, "goes on", begin)
        return None

    def _opening(self, quotation: Quotation) -> tuple[str, ...]:
        first, past_last = quotation.words
        return self._view.lowers[first : min(past_last, first + _OPENING_WORDS)]

    def _note_openings(self) -> None:
        """Note which quotations with an owner hold the first words of some quotation.

        Those are looked at that have found their owner since the last time.
        """
        lowers = self._view.lowers
        for number in self._unnoted:
            for place in range(*self._quotations[number].words):
                if lowers[place] in self._first_words:
                    words = lowers[place : place + _OPENING_WORDS]
                    if words in self._begins:
                        self._openings.setdefault(words, []).append(number)
        self._unnoted.clear()

    def _last_subject(self, paragraph: TokenRange) -> TokenRange | None:
        """Return the person of whom the last sentence of a paragraph tells something."""
        first, past_last = paragraph
        near = range(past_last - 2, max(first, past_last - _LONGEST_BEFORE) - 1, -1)
        last = next((i + 1 for i in near if self._ends(i)), first)
        if last == first and past_last - first > _LONGEST_BEFORE:
            return None
        first = last
        if self._words[past_last - 1] == "?":
            return self._asked_of(first, past_last)
        verbs = (i for i in range(first + 1, past_last) if self._tags[i] in FINITE)
        verb = next(verbs, first)
        source = self._view.phrases.before(verb, first) if verb > first else None
        if source is None or source[0] != first or self._view.inside[source[0]] >= 0:
            return None
        head = self._view.phrases.plain_after(*source)
        last = (head or source)[1] - 1
        is_person = self._tags[last] == "NNP" or self._view.lowers[last] in self._view.people
        return source if is_person else None

    def _asked_of(self, first: int, past_last: int) -> TokenRange | None:
        """Return whose words are asked for: "What did Holm say to that?"."""
        lowers = self._view.lowers
        asks = lowers[first] in self._view.grammar.questions and self._tags[first + 1] in FINITE
        source = self._view.phrases.plain_after(first + 2, past_last) if asks else None
        if source is None or self._view.cues.verb_at(lowers, source[1]) is None:
            return None
        return source if self._tags[source[1] - 1] == "NNP" else None

    def _ends(self, place: int) -> bool:
        """Tell whether a sentence ends at a token."""
        return self._words[place] in STOPS and self._view.inside[place] < 0


def _latest_of(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Draft | None]]:
    """Yield each attribution that a quotation may belong to, with the last that says something."""
    says = None
    for draft in drafts:
        if draft.kind != "refusal" and draft.inside is None and draft.rule != "asked":
            says = draft if _says(draft) else says
            yield draft, says


def _may_go_on(draft: Draft) -> bool:
    """Tell whether who spoke may go on in the next paragraph: "called the vote shameful"."""
    return _says(draft) or (draft.shape == "" and draft.verb_class in _JUDGING)


def _says(draft: Draft) -> bool:
    """Tell whether a quotation can go on here: of "he said, showing them in" at *said*."""
    if draft.shape == "participle":
        return draft.verb_class == "neutral"
    return draft.verb_class is None or draft.verb_class in _SAYING

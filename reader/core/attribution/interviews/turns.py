"""Interviews: pieces of questions and answers, in which each answer is somebody's words.

Two forms are known. With labels ("Jon: Often.") a paragraph belongs to the name before its colon,
and so does what follows up to the next label. Without labels the paragraphs between two questions
are the answer; they belong to the one person that headline and lead name, where that is plain.
"""

import itertools
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from reader.core.attribution.drafts import Draft
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.interviews.fixed_phrases import FixedPhrases
from reader.core.attribution.interviews.interviewees import Interviewees
from reader.core.attribution.interviews.labels import MARKS, Label, Labels
from reader.core.attribution.interviews.statements import Statements
from reader.core.attribution.text_view import CLOSING, TextView
from reader.core.attribution.words import InterviewWords
from reader.values import frozen

UNNAMED = (
    "This looks like an interview. The text does not say at each answer who speaks, so no name "
    "is given to the answers."
)
ALL_OF_THEM = (
    "This looks like an interview with several people. The text does not say at each answer who "
    "of them speaks, so the answers are given to all of them."
)
_FEWEST = 3  # questions, or labelled paragraphs of one name
_ANSWERING = 0.4  # share of answers in the first person
_ANSWERING_YOU = 0.2  # and where nearly every question speaks to "you"
_TO_YOU = 0.75
_SHORTEST_ADVICE = 8  # tokens; "Follow Ada on Twitter" is no advice
_LONGEST_QUESTION = 120  # tokens
_LONGEST_STATEMENT = 40  # tokens of a question that is no question
_HEAD = 5  # paragraphs that may call the text an interview
_TITLES = 3  # paragraphs that may call it one as headlines do
_FAR = 12  # paragraphs from one question to the next


@frozen
class Interview:
    """What somebody says in the answers of an interview.

    Attributes:
        turns: One draft for each answer, or for each labelled turn.
        stretch: The tokens from the first question to the last answer.
        caveats: What could not be decided.
        parts: The paragraphs of answers, where the narrator may speak between two of them.
    """

    turns: tuple[Draft, ...] = ()
    stretch: TokenRange = (0, 0)
    caveats: tuple[str, ...] = ()
    parts: tuple[TokenRange, ...] = ()

    def placed(
        self, drafts: Sequence[Draft], view: TextView, lists: InterviewWords
    ) -> list[Draft]:
        """Return the turns and, inside them, what they report; "I" and "you" are no sources.

        Args:
            drafts: What was found in the sentences, in reading order.
            view: The text.
            lists: The pronouns of an interview.
        """
        talking = lists.addressed | lists.first_person
        first, past_last = self.stretch
        turns = list(self._parted(drafts, view, lists))
        starts = [turn.content[0][0] for turn in turns]
        result: list[Draft] = []
        gone: set[int] = set()
        for draft in drafts:
            if first <= draft.order < past_last:
                is_turn = draft.rule in {"transcript", "colon"}
                if is_turn or _is_one_of(draft, view, talking):
                    gone.add(id(draft))
                    continue
                number = bisect_right(starts, draft.order) - 1
                if number >= 0 and draft.order < turns[number].content[0][1]:
                    is_held = draft.inside is not None and id(draft.inside) not in gone
                    draft.inside = draft.inside if is_held else turns[number]
            result.append(draft)
        return sorted([*result, *turns], key=lambda draft: draft.order)

    def _parted(
        self, drafts: Sequence[Draft], view: TextView, lists: InterviewWords
    ) -> Iterator[Draft]:
        """Yield the turns without what stands between two answers: "The council says no."."""
        starts = [start for start, _ in self.parts]
        told: set[TokenRange] = set()
        for draft in drafts:
            number = bisect_right(starts, draft.order) - 1
            if number >= 0 and _tells_alone(draft, self.parts[number], view, lists):
                told.add(self.parts[number])
        for turn in self.turns:
            start, past_last = turn.content[0]
            for first, end in sorted(told):
                if start < first < past_last:
                    yield replace(turn, content=[(start, first)], order=start)
                    start = end
            if start < past_last:
                yield replace(turn, content=[(start, past_last)], order=start)


def _tells_alone(draft: Draft, part: TokenRange, view: TextView, lists: InterviewWords) -> bool:
    """Tell whether a short paragraph is what somebody else says, in the narrator's words."""
    first, end = part
    if draft.source is None or draft.cue is None or draft.verb_class != "neutral":
        return False
    begins = min(draft.source[0], draft.content[0][0])
    if not first <= begins <= first + 1 or end - first > _LONGEST_STATEMENT:
        return False
    return all(
        view.lowers[place] not in lists.first_person or view.inside[place] >= 0
        for place in range(first, end)
    )


def _is_one_of(draft: Draft, view: TextView, pronouns: Set[str]) -> bool:
    """Tell whether the source of a draft is a pronoun among these, or nobody."""
    if draft.source is None:
        return True
    start, end = draft.source
    return end - start == 1 and view.lowers[start] in pronouns


def find_interview(
    view: TextView, paragraphs: Sequence[TokenRange], lists: InterviewWords
) -> Interview:
    """Return the turns of an interview; none where the text is no interview."""
    finder = _Finder(view, paragraphs, lists)
    found = finder.with_labels() or finder.without_labels() or finder.run_in()
    if found is not None:
        return found
    whole = Statements(view, paragraphs, lists).whole()
    return Interview((whole,), whole.content[0]) if whole is not None else Interview()


class _Finder:
    """Looks at the paragraphs of one text."""

    def __init__(
        self, view: TextView, paragraphs: Sequence[TokenRange], lists: InterviewWords
    ) -> None:
        self._view = view
        self._words = view.words
        self._lowers = view.lowers
        self._tags = view.tags
        self._paragraphs = paragraphs
        self._lists = lists
        self._labels = Labels(view, lists)

    def with_labels(self) -> Interview | None:
        """Return the turns of "Jon: Often.", each up to the next label."""
        labels = [self._labels.at(first, end) for first, end in self._paragraphs]
        times = Counter(label.text for label in labels if label)
        often = {name for name, count in times.items() if count >= _FEWEST - 1}
        is_short = False
        if len(often) < 2 or sum(times[name] for name in often) < 2 * _FEWEST:
            often, is_short = self._asked_and_answered(labels), True
        if not often:
            return None
        marked = [
            (number, label) for number, label in enumerate(labels) if label and label.text in often
        ]
        rest = list(range(marked[-1][0], len(labels)))
        rest = self._before_end(rest, is_advice=True) if is_short else self._before_note(rest)
        ends = [*(number for number, _ in marked[1:]), rest[-1] + 1]
        people = Interviewees(self._view, self._lists, self._paragraphs[: marked[0][0]])
        answering = people.only_one()
        turns = []
        for (_, label), following in zip(marked, ends, strict=True):
            content = (label.start, self._paragraphs[following - 1][1])
            if content[0] < content[1]:
                turns.append(self._labelled(label, content, answering))
        return Interview(tuple(turns), (turns[0].order, turns[-1].content[0][1]))

    def _labelled(self, label: Label, content: TokenRange, answering: TokenRange | None) -> Draft:
        """Return the turn of a label; a letter names nobody, and "Q." only asks."""
        is_answer = label.text in self._lists.answer_labels
        is_unnamed = is_answer or label.text in self._lists.question_labels
        source = (answering if is_answer else None) if is_unnamed else label.name
        behind = label.name[1]
        place = (behind, behind + 1) if self._words[behind] in MARKS else label.name
        draft = Draft("speech", source, place, [content], None, "transcript", label.name[0])
        draft.is_doubtful = is_unnamed and not is_answer
        return draft

    def _asked_and_answered(self, labels: Sequence[Label | None]) -> set[str]:
        """Return the labels of a question and of the answer right behind it."""
        found: set[str] = set()
        for number, (asks, answers) in enumerate(itertools.pairwise(labels)):
            is_question = self._words[self._paragraphs[number][1] - 1] == "?"
            if asks and answers and is_question and asks.text != answers.text:
                found |= {asks.text, answers.text}
        return found

    def _before_note(self, answer: list[int]) -> list[int]:
        """Cut from the end of the last answer what speaks neither of "me" nor to "you"."""
        past = len(answer)
        while past > 1 and not self._talks(self._paragraphs[answer[past - 1]]):
            past -= 1
        return answer[:past]

    def _talks(self, part: TokenRange) -> bool:
        return self._is_in_first_person(part) or self._advises(part)

    def without_labels(self) -> Interview | None:
        """Return the answers between paragraphs that ask somebody."""
        is_told = self._is_told()
        questions = self._questions(is_told=is_told)
        if len(questions) < (1 if is_told else _FEWEST):
            return None
        answers = self._answers(questions)
        if not answers or not self._are_answers(questions, answers, is_told=is_told):
            return None
        first = self._paragraphs[questions[0]][0]
        stretch = (first, self._paragraphs[answers[-1][-1]][1])
        people = Interviewees(self._view, self._lists, self._paragraphs[: questions[0]])
        source = people.only_one()
        if source is None and people.several() is None:
            source = people.called([self._paragraphs[number] for number in questions])
        if source is None:
            parts = [self._paragraphs[number] for answer in answers for number in answer]
            all_of_them = people.several()
            turns = [self._turn(all_of_them, [part]) for part in parts if self._is_said(part)]
            return Interview(tuple(turns), stretch, (ALL_OF_THEM if all_of_them else UNNAMED,))
        turns = [self._turn(source, [self._paragraphs[n] for n in answer]) for answer in answers]
        inner = [self._paragraphs[n] for answer in answers for n in answer[1:]]
        return Interview(tuple(turns), stretch, parts=tuple(inner))

    def run_in(self) -> Interview | None:
        """Return the answers that stand behind their questions in the same paragraph.

        A page has such questions in bold, which a text does not tell; a writer who asks and
        answers asks nobody. So they must speak to "you", and one person must be named.
        """
        if sum(1 for _ in self._view.places.of({"?"})) < _FEWEST:
            return None
        asked = [(part, self._past_question(*part)) for part in self._paragraphs]
        if sum(self._is_to_you(part[0], past) for part, past in asked) < _FEWEST:
            return None
        halves = [half for (first, end), past in asked for half in ((first, past), (past, end))]
        parts = [part for part in halves if part[0] < part[1]]
        found = _Finder(self._view, parts, self._lists).without_labels()
        return found if found is not None and not found.caveats else None

    def _past_question(self, first: int, end: int) -> int:
        """Return where the question ends that a paragraph opens with, or its start."""
        mark = next((i for i in range(first, end) if self._is_mark(i)), end)
        past = mark + 1
        is_parted = past < end and self._view.has_break(past, past + 1)
        return past if is_parted and past - first <= _LONGEST_STATEMENT else first

    def _is_to_you(self, first: int, past_last: int) -> bool:
        return not self._lists.addressed.isdisjoint(self._lowers[first:past_last])

    def _is_mark(self, place: int) -> bool:
        return self._words[place] == "?" and self._view.inside[place] < 0

    def _is_told(self) -> bool:
        """Tell whether headline or lead call the text an interview."""
        return self._is_entitled() or any(
            self._lowers[place] in self._lists.interviewed
            for first, end in self._paragraphs[:_HEAD]
            for place in range(first, min(end, first + _LONGEST_STATEMENT))
        )

    def _is_entitled(self) -> bool:
        """Tell whether the text begins as interviews do: "Five minutes with Kofi Osei"."""
        titles = FixedPhrases(self._lowers, self._lists.titles)
        return any(titles.first_in(*part) is not None for part in self._paragraphs[:_TITLES])

    def _questions(self, *, is_told: bool) -> list[int]:
        """Return the numbers of the paragraphs that ask; an answer lies between two of them."""
        found: list[int] = []
        asked = 0
        for number, (first, end) in enumerate(self._paragraphs):
            is_after = bool(found) and found[-1] == number - 1
            if self._is_question(first, end):
                asked += 1
            elif is_after or not self._is_prompt(number, is_told=is_told):
                continue
            found.append(number)
        return found if 2 * asked >= len(found) else []

    def _turn(self, source: TokenRange | None, parts: Sequence[TokenRange]) -> Draft:
        content = (parts[0][0], parts[-1][1])
        return Draft("speech", source, None, [content], None, "interview", content[0])

    def _is_said(self, part: TokenRange) -> bool:
        """Tell whether a paragraph is an answer, no heading and no note in brackets."""
        is_note = self._words[part[0]] in {"(", "["}
        return not is_note and self._words[part[1] - 1] in {".", "!", "?", ";", "…"} | CLOSING

    def _is_question(self, first: int, end: int) -> bool:
        """Tell whether a paragraph ends with a question mark and is no quotation."""
        last = end - 1
        if self._words[last] in CLOSING and self._view.inside[last] < 0:
            last -= 1
        if self._view.inside[first] >= 0 and self._view.inside[first] == self._view.inside[last]:
            return False
        return self._words[last] == "?" and end - first <= _LONGEST_QUESTION

    def _is_prompt(self, number: int, *, is_told: bool) -> bool:
        """Tell whether a paragraph speaks to "you" without a question: "You once said no.".

        The first one is a headline: "You mind a boat".
        """
        if not number:
            return False
        first, end = self._paragraphs[number]
        lowers = self._lowers[first:end]
        if not 3 < end - first <= _LONGEST_STATEMENT or self._lists.addressed.isdisjoint(lowers):
            return False
        if self._lists.first_person.isdisjoint(lowers):
            return True
        following = self._paragraphs[number + 1 : number + 2]
        return is_told and bool(following) and following[0][1] - following[0][0] > end - first

    def _answers(self, questions: Sequence[int]) -> list[list[int]]:
        """Return for each question the paragraphs of its answer."""
        known = {*questions}
        found = []
        for number, following in zip(
            questions, [*questions[1:], len(self._paragraphs)], strict=True
        ):
            answer = [n for n in range(number + 1, following) if n not in known]
            if following == len(self._paragraphs):
                answer = self._before_end(answer)
            while answer and not self._is_said(self._paragraphs[answer[-1]]):
                answer.pop()
            if answer:
                found.append(answer)
        return found

    def _before_end(self, answer: list[int], *, is_advice: bool = False) -> list[int]:
        """Cut the last answer where the narrator takes over again; advice speaks to "you"."""
        kept = answer[:1]
        for number in answer[1:]:
            part = self._paragraphs[number]
            if not (self._talks(part) if is_advice else self._is_in_first_person(part)):
                break
            kept.append(number)
        return kept

    def _advises(self, part: TokenRange) -> bool:
        """Tell whether a paragraph speaks to "you", or begins "Leave a light on"."""
        is_order = self._tags[part[0]] == "VB" and part[1] - part[0] > _SHORTEST_ADVICE
        return is_order or not self._lists.addressed.isdisjoint(self._lowers[slice(*part)])

    def _are_answers(
        self, questions: Sequence[int], answers: Sequence[Sequence[int]], *, is_told: bool
    ) -> bool:
        """Tell whether people talk: questions to "you", and answers in the first person."""
        if any(len(answer) > _FAR for answer in answers):
            return False
        asked = [self._paragraphs[number] for number in questions]
        addressed = sum(
            not self._lists.addressed.isdisjoint(self._lowers[first:end]) for first, end in asked
        )
        own = sum(self._is_in_first_person(part) for part in asked)
        begins = [self._paragraphs[answer[0]] for answer in answers]
        if is_told:
            begins = [self._paragraphs[number] for answer in answers for number in answer]
        share = _ANSWERING_YOU if addressed >= _TO_YOU * len(asked) else _ANSWERING
        fewest = 1 if self._is_entitled() else share * len(begins)
        is_spoken = sum(map(self._is_spoken, begins)) >= fewest
        return is_spoken and (is_told or (addressed > 0 and own < len(asked) / 2))

    def _is_spoken(self, part: TokenRange) -> bool:
        """Tell whether a paragraph is in the first person, or one quotation and no more."""
        number = self._view.inside[part[0]]
        is_quoted = number >= 0 and self._view.inside[part[1] - 1] == number
        return is_quoted or self._is_in_first_person(part)

    def _is_in_first_person(self, part: TokenRange) -> bool:
        """Tell whether "I" or "we" stands in a paragraph, outside quotations."""
        return any(
            self._lowers[place] in self._lists.first_person and self._view.inside[place] < 0
            for place in range(*part)
        )

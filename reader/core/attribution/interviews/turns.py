"""Interviews: pieces of questions and answers, in which each answer is somebody's words.

Two forms are known. With labels ("Jon: Often.") a paragraph belongs to the name before its colon,
and so does what follows up to the next label. Without labels the paragraphs between two questions
are the answer; they belong to the one person that headline and lead name, where that is plain.
"""

import itertools
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence, Set

from reader.core.attribution.drafts import Draft
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.interviews.interviewees import Interviewees
from reader.core.attribution.text_view import CLOSING, FINITE, TextView
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
_LABEL_MARKS = frozenset({":", ".", ")"})
_LONGEST_LABEL = 5  # tokens before a colon
_ANSWERING = 0.4  # share of answers in the first person
_LONGEST_QUESTION = 120  # tokens
_LONGEST_STATEMENT = 40  # tokens of a question that is no question
_HEAD = 5  # paragraphs that may call the text an interview
_FAR = 12  # paragraphs from one question to the next


@frozen
class Interview:
    """What somebody says in the answers of an interview.

    Attributes:
        turns: One draft for each answer, or for each labelled turn.
        stretch: The tokens from the first question to the last answer.
        caveats: What could not be decided.
    """

    turns: tuple[Draft, ...] = ()
    stretch: TokenRange = (0, 0)
    caveats: tuple[str, ...] = ()

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
        turns = list(self.turns)
        starts = [turn.content[0][0] for turn in turns]
        result: list[Draft] = []
        for draft in drafts:
            if first <= draft.order < past_last:
                is_turn = draft.rule in {"transcript", "colon"}
                if is_turn or _is_one_of(draft, view, talking):
                    continue
                number = bisect_right(starts, draft.order) - 1
                if number >= 0 and draft.order < turns[number].content[0][1]:
                    draft.inside = draft.inside or turns[number]
            result.append(draft)
        return sorted([*result, *turns], key=lambda draft: draft.order)


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
    return finder.with_labels() or finder.without_labels() or Interview()


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

    def with_labels(self) -> Interview | None:
        """Return the turns of "Jon: Often.", each up to the next label."""
        labels = [self._label(first, end) for first, end in self._paragraphs]
        times = Counter(self._name(label) for label in labels if label)
        often = {name for name, count in times.items() if count >= _FEWEST - 1}
        is_short = False
        if len(often) < 2 or sum(times[name] for name in often) < 2 * _FEWEST:
            often, is_short = self._asked_and_answered(labels), True
        if not often:
            return None
        marked = [
            (number, label)
            for number, label in enumerate(labels)
            if label and self._name(label) in often
        ]
        last = marked[-1][0]
        rest = self._before_end(list(range(last, len(labels))))
        ends = [*(number for number, _ in marked[1:]), rest[-1] + 1 if is_short else len(labels)]
        people = Interviewees(self._view, self._lists, self._paragraphs[: marked[0][0]])
        answering = people.only_one()
        turns = []
        for (_, label), following in zip(marked, ends, strict=True):
            is_marked = self._words[label[1]] in _LABEL_MARKS
            content = (label[1] + is_marked, self._paragraphs[following - 1][1])
            if content[0] < content[1]:
                place = (label[1], label[1] + 1) if is_marked else label
                turns.append(self._labelled(label, place, content, answering))
        return Interview(tuple(turns), (turns[0].order, turns[-1].content[0][1]))

    def _labelled(
        self,
        label: TokenRange,
        place: TokenRange,
        content: TokenRange,
        answering: TokenRange | None,
    ) -> Draft:
        """Return the turn of a label; a letter names nobody, and "Q." only asks."""
        name = self._name(label)
        is_answer = name in self._lists.answer_labels
        is_letter = is_answer or name in self._lists.letters
        source = (answering if is_answer else None) if is_letter else label
        draft = Draft("speech", source, place, [content], None, "transcript", label[0])
        draft.is_doubtful = is_letter and not is_answer
        return draft

    def _asked_and_answered(self, labels: Sequence[TokenRange | None]) -> set[str]:
        """Return the labels of a question and of the answer right behind it."""
        found: set[str] = set()
        for number, (asks, answers) in enumerate(itertools.pairwise(labels)):
            is_question = self._words[self._paragraphs[number][1] - 1] == "?"
            if asks and answers and is_question and self._name(asks) != self._name(answers):
                found |= {self._name(asks), self._name(answers)}
        return found

    def _label(self, first: int, end: int) -> TokenRange | None:
        """Return the name before the colon that a paragraph begins with."""
        if self._is_lettered(first, end):
            return (first, first + 1)
        for place in range(first + 1, min(end, first + _LONGEST_LABEL + 1)):
            if self._words[place] == ":":
                is_name = self._words[first][0].isupper() and not self._is_no_label(first, place)
                return (first, place) if is_name else None
            is_part = self._words[place][0].isupper() or self._words[place] in {".", "&"}
            if not is_part:
                break
        return None

    def _is_lettered(self, first: int, end: int) -> bool:
        """Tell whether a paragraph begins with "Q." or "A." and goes on."""
        is_letter = self._lowers[first].rstrip(".") in self._lists.letters
        is_marked = self._words[first].endswith(".") or self._words[first + 1] in _LABEL_MARKS
        return is_letter and is_marked and self._words[first].isupper() and end - first > 1

    def _is_no_label(self, first: int, past_last: int) -> bool:
        if past_last - first == 1 and len(self._words[first]) == 1:
            return False
        return self._lowers[first] in self._view.grammar.no_speakers or any(
            self._tags[place] in FINITE for place in range(first, past_last)
        )

    def _name(self, label: TokenRange) -> str:
        return " ".join(self._lowers[label[0] : label[1]]).rstrip(".")

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
        if source is None:
            parts = [self._paragraphs[number] for answer in answers for number in answer]
            all_of_them = people.several()
            turns = [self._turn(all_of_them, [part]) for part in parts if self._is_said(part)]
            return Interview(tuple(turns), stretch, (ALL_OF_THEM if all_of_them else UNNAMED,))
        turns = [self._turn(source, [self._paragraphs[n] for n in answer]) for answer in answers]
        return Interview(tuple(turns), stretch)

    def _is_told(self) -> bool:
        """Tell whether headline or lead call the text an interview."""
        return any(
            self._lowers[place] in self._lists.interviewed
            for first, end in self._paragraphs[:_HEAD]
            for place in range(first, min(end, first + _LONGEST_STATEMENT))
        )

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
        """Tell whether a paragraph speaks to "you" without a question: "You once said no."."""
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

    def _before_end(self, answer: list[int]) -> list[int]:
        """Cut the last answer where the narrator takes over again."""
        kept = answer[:1]
        for number in answer[1:]:
            if not self._is_in_first_person(self._paragraphs[number]):
                break
            kept.append(number)
        return kept

    def _are_answers(
        self, questions: Sequence[int], answers: Sequence[Sequence[int]], *, is_told: bool
    ) -> bool:
        """Tell whether people talk: questions to "you", and answers in the first person."""
        if any(len(answer) > _FAR for answer in answers):
            return False
        asked = [self._paragraphs[number] for number in questions]
        is_to_somebody = is_told or any(
            not self._lists.addressed.isdisjoint(self._lowers[first:end]) for first, end in asked
        )
        own = sum(self._is_in_first_person(part) for part in asked)
        begins = [self._paragraphs[answer[0]] for answer in answers]
        if is_told:
            begins = [self._paragraphs[number] for answer in answers for number in answer]
        spoken = sum(map(self._is_in_first_person, begins))
        is_spoken = spoken >= _ANSWERING * len(begins)
        return is_to_somebody and is_spoken and (is_told or own < len(asked) / 2)

    def _is_in_first_person(self, part: TokenRange) -> bool:
        """Tell whether "I" or "we" stands in a paragraph, outside quotations."""
        return any(
            self._lowers[place] in self._lists.first_person and self._view.inside[place] < 0
            for place in range(*part)
        )

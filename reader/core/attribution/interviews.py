"""Interviews: pieces of questions and answers, in which each answer is somebody's words.

Two forms are known. With labels ("Jon: Often.") a paragraph belongs to the name before its colon,
and so does what follows up to the next label. Without labels the paragraphs between two questions
are the answer; they belong to the one person that headline and lead name, where that is plain.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.attribution.drafts import Draft
from reader.core.attribution.interviewees import Interviewees
from reader.core.attribution.noun_phrases import TokenRange
from reader.core.attribution.text_view import CLOSING, FINITE, TextView
from reader.core.attribution.words import InterviewWords

UNNAMED = (
    "This looks like an interview. The text does not say at each answer who speaks, so no name "
    "is given to the answers."
)
_FEWEST = 3  # questions, or labelled paragraphs of one name
_LONGEST_LABEL = 5  # tokens before a colon
_ANSWERING = 0.4  # share of answers in the first person
_LONGEST_QUESTION = 120  # tokens
_LONGEST_STATEMENT = 40  # tokens of a question that is no question
_FAR = 12  # paragraphs from one question to the next


@dataclass(frozen=True, slots=True)
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
        if len(often) < 2 or sum(times[name] for name in often) < 2 * _FEWEST:
            return None
        numbers = [i for i, label in enumerate(labels) if label and self._name(label) in often]
        turns = []
        for number, following in zip(numbers, [*numbers[1:], len(labels)], strict=True):
            label = labels[number]
            content = (label[1] + 1, self._paragraphs[following - 1][1])
            if content[0] < content[1]:
                place = (label[1], label[1] + 1)
                turns.append(
                    Draft("speech", label, place, [content], None, "transcript", label[0])
                )
        return Interview(tuple(turns), (turns[0].order, turns[-1].content[0][1]))

    def _label(self, first: int, end: int) -> TokenRange:
        """Return the name before the colon that a paragraph begins with; else an empty range."""
        for place in range(first + 1, min(end, first + _LONGEST_LABEL + 1)):
            if self._words[place] == ":":
                is_name = self._words[first][0].isupper() and not self._is_no_label(first, place)
                return (first, place) if is_name else (0, 0)
            is_part = self._words[place][0].isupper() or self._words[place] in {".", "&"}
            if not is_part:
                break
        return (0, 0)

    def _is_no_label(self, first: int, past_last: int) -> bool:
        if past_last - first == 1 and len(self._words[first]) == 1:
            return False
        return self._lowers[first] in self._view.grammar.no_speakers or any(
            self._tags[place] in FINITE for place in range(first, past_last)
        )

    def _name(self, label: TokenRange) -> str:
        return " ".join(self._lowers[label[0] : label[1]])

    def without_labels(self) -> Interview | None:
        """Return the answers between paragraphs that end with a question mark."""
        kinds = [self._is_question(first, end) for first, end in self._paragraphs]
        questions = [i for i, is_question in enumerate(kinds) if is_question]
        if len(questions) < _FEWEST:
            return None
        answers = self._answers(questions)
        if not self._are_answers(questions, answers):
            return None
        first = self._paragraphs[questions[0]][0]
        stretch = (first, self._paragraphs[answers[-1][-1]][1])
        people = Interviewees(self._view, self._lists, self._paragraphs[: questions[0]])
        source = people.only_one()
        if source is None:
            parts = [self._paragraphs[number] for answer in answers for number in answer]
            turns = [self._turn(None, [part]) for part in parts if self._is_said(part)]
            return Interview(tuple(turns), stretch, (UNNAMED,))
        turns = [self._turn(source, [self._paragraphs[n] for n in answer]) for answer in answers]
        return Interview(tuple(turns), stretch)

    def _turn(self, source: TokenRange | None, parts: Sequence[TokenRange]) -> Draft:
        content = (parts[0][0], parts[-1][1])
        return Draft("speech", source, None, [content], None, "interview", content[0])

    def _is_said(self, part: TokenRange) -> bool:
        """Tell whether a paragraph is more than a heading between answers."""
        return self._words[part[1] - 1] in {".", "!", "?", ";", "…"} | CLOSING

    def _is_question(self, first: int, end: int) -> bool:
        """Tell whether a paragraph is a question to somebody."""
        last = end - 1
        if self._words[last] in CLOSING and self._view.inside[last] < 0:
            last -= 1
        if self._view.inside[first] >= 0 and self._view.inside[first] == self._view.inside[last]:
            return False
        if self._words[last] == "?":
            return end - first <= _LONGEST_QUESTION
        lowers = self._lowers[first:end]
        is_to_you = not self._lists.addressed.isdisjoint(lowers)
        is_mine = not self._lists.first_person.isdisjoint(lowers)
        return is_to_you and not is_mine and 3 < end - first <= _LONGEST_STATEMENT

    def _answers(self, questions: Sequence[int]) -> list[list[int]]:
        """Return for each question the paragraphs of its answer."""
        known = {*questions}
        found = []
        for number, following in zip(questions, [*questions[1:], len(self._paragraphs)], strict=True):
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

    def _are_answers(self, questions: Sequence[int], answers: Sequence[Sequence[int]]) -> bool:
        """Tell whether people talk: questions to "you", and answers in the first person."""
        if len(answers) < _FEWEST - 1 or any(len(answer) > _FAR for answer in answers):
            return False
        asked = [self._paragraphs[number] for number in questions]
        is_to_somebody = any(
            not self._lists.addressed.isdisjoint(self._lowers[first:end]) for first, end in asked
        )
        own = sum(self._is_in_first_person(part) for part in asked)
        spoken = sum(
            any(self._is_in_first_person(self._paragraphs[number]) for number in answer)
            for answer in answers
        )
        share = spoken / len(answers)
        return is_to_somebody and share >= _ANSWERING and own < len(asked) / 2

    def _is_in_first_person(self, part: TokenRange) -> bool:
        """Tell whether "I" or "we" stands in a paragraph, outside quotations."""
        return any(
            self._lowers[place] in self._lists.first_person and self._view.inside[place] < 0
            for place in range(*part)
        )

"""Who answers in an interview: the one person that headline and lead name."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.interviews.fixed_phrases import FixedPhrases
from reader.core.attribution.text_view import TextView
from reader.core.attribution.words import InterviewWords
from reader.core.text.tagging import NAME_TAGS

_PLURAL = frozenset({"NNS", "NNPS"})
_LONGEST_NAME = 4  # tokens
_NEAR = 12  # tokens from "spoke with" to the name
_TOLD = 4  # tokens of "as written down by"
_LEAD = 8  # paragraphs before the first question that are looked at


class Interviewees:
    """Looks for the names in the paragraphs before the first question."""

    def __init__(
        self, view: TextView, lists: InterviewWords, paragraphs: Sequence[TokenRange]
    ) -> None:
        self._view = view
        self._words = view.words
        self._lowers = view.lowers
        self._tags = view.tags
        self._lists = lists
        self._told = FixedPhrases(view.lowers, lists.told_to)
        self._paragraphs = [*paragraphs[:1], *paragraphs[1:][-_LEAD:]]

    def only_one(self) -> TokenRange | None:
        """Return where the only person who can be meant is named, or None."""
        if self.several() is not None:
            return None
        names = [name for part in self._paragraphs for name in self._names(part)]
        full = [name for name in names if name[1] - name[0] > 1]
        if not full:
            return None
        times = Counter(self._lowers[name[1] - 1] for name in names)
        ranks = {
            self._lowers[name[1] - 1]: (
                times[self._lowers[name[1] - 1]],
                self._is_told(name),
                self._lowers[name[0] - 1] in self._view.people,  # "captain Ada Hill"
            )
            for name in reversed(full)
        }
        best = max(ranks.values())
        last = [name for name, rank in ranks.items() if rank == best]
        if len(last) > 1:
            return None
        return next(name for name in full if self._lowers[name[1] - 1] == last[0])

    def called(self, questions: Sequence[TokenRange]) -> TokenRange | None:
        """Return the one name by which the questions call who answers: "Ada, how did you begin?".

        Args:
            questions: The paragraphs that ask.
        """
        names = [name for part in questions for name in self._called_in(part)]
        is_one = len({self._lowers[name[1] - 1] for name in names}) == 1
        return names[0] if is_one else None

    def _called_in(self, question: TokenRange) -> Iterator[TokenRange]:
        """Yield the names that open or end a question to "you", with a comma."""
        first, end = question
        if self._lists.addressed.isdisjoint(self._lowers[first:end]):
            return
        for name in self._names(question):
            opens = name[0] == first and self._words[name[1]] == ","
            ends = name[1] == end - 1 and self._words[name[0] - 1] == ","
            if opens or ends:
                yield name

    def _names(self, part: TokenRange) -> Iterator[TokenRange]:
        """Yield the runs of capitals that may be a person's name, credits left out."""
        place, end = part
        while place < end:
            if self._lowers[place] in self._lists.credits:
                while place < end and not self._ends_credit(place):
                    place += 1
                continue
            stop = place
            while stop < end and self._tags[stop] in NAME_TAGS and self._is_capital(stop):
                stop += 1
            if 0 < stop - place <= _LONGEST_NAME and not self._is_no_person(place, stop):
                yield place, stop
            place = max(stop, place + 1)

    def _is_capital(self, place: int) -> bool:
        """Tell whether a name may begin here: a tagger takes some trades for one."""
        return self._words[place][0].isupper()

    def _ends_credit(self, place: int) -> bool:
        """Tell whether a credit is over: at a stop, and at "our reporter spoke to"."""
        return self._words[place] == "." or self._lowers[place] in self._lists.talked

    def _is_no_person(self, first: int, past_last: int) -> bool:
        lowers = self._lowers[first:past_last]
        before = self._lowers[first - 1] if first else ""
        is_writer = self._told.first_in(max(0, first - _TOLD), first) is not None
        is_none = not self._lists.no_persons.isdisjoint(lowers) or before in self._lists.articles
        return is_none or is_writer

    def _is_told(self, name: TokenRange) -> bool:
        """Tell whether "spoke with" or "interviews" stands before a name."""
        for place in range(name[0] - 1, max(-1, name[0] - _NEAR), -1):
            if self._words[place] in {".", "?", "!"}:
                return False
            if self._lowers[place] in self._lists.interviewed:
                return True
            is_with = self._lowers[place] in self._lists.talked_with
            if is_with and self._lowers[place - 1] in self._lists.talked:
                return True
        return False

    def several(self) -> TokenRange | None:
        """Return where several people are interviewed: "interviews two experts", "A and B"."""
        for first, end in self._paragraphs:
            for place in range(first, end):
                if self._lowers[place] not in self._lists.interviewed:
                    continue
                start = place + 1 + (self._lowers[place + 1] in self._lists.talked_with)
                found = self._view.phrases.plain_after(start, end)
                if found is None:
                    continue
                head = next((i for i in range(*found) if self._tags[i] == "IN"), found[1])
                if self._tags[head - 1] in _PLURAL or self._is_joined(found[0], head):
                    return found[0], self._past_body(head, found[1])
        return None

    def _past_body(self, join: int, past_last: int) -> int:
        """Return where names end with the body that they are of: "A and B of Kell Motors"."""
        end = join + 1
        if join == past_last or self._lowers[join] not in self._lists.of_body:
            return join
        while end < past_last and self._tags[end] in NAME_TAGS:
            end += 1
        return end if end > join + 1 else join

    def _is_joined(self, first: int, past_last: int) -> bool:
        """Tell whether a phrase holds two names."""
        return any(
            self._lowers[place] in self._lists.joiners and self._tags[place + 1] in NAME_TAGS
            for place in range(first, past_last)
        )

"""What the words that mention a source say: a name, a role, and how much of it is told."""

from collections.abc import Sequence

from reader.core.sources.source import Identification
from reader.core.sources.words.reference_words import without_opening
from reader.core.sources.words.source_words import SourceWords
from reader.core.text.expressions import plain_apostrophes
from reader.core.text.tagging import NAME_TAGS
from reader.core.text.tokens import TokenTable
from reader.values import frozen

_BEFORE_SECOND = frozenset({"PRP$", "NN", "JJ"})
_ENDS_HEAD = frozenset(
    {"IN", "TO", "WDT", "WP", "WP$", "WRB", "VBG", "VBN", ",", ":", "(", "-LRB-"}
)
_ENDING_WORDS = frozenset(", ( ; : – —".split())
_BEFORE_PARTICIPLES = frozenset({"DT", "JJ", "PRP$", "CD"})  # "a captured soldier"
_BEFORE_ROLE = frozenset({"DT", "NN", "JJ", "PRP$"})
_LONGEST_NAME = 4  # words
_LONGEST_OFFICE = 7  # words


@frozen
class Mention:
    """One mention of a source, read.

    Attributes:
        name: The name; the whole description where there is none.
        role: What else is said of who it is, or None.
        is_person: The name is one that persons have.
        grade: How well it tells who speaks, taken by itself.
        head: The tokens of the name, or of the description up to what hangs on it.
        is_joined: Two names share it, so it is neither's alone: "Anna Hill and Ben Stone".
    """

    name: str
    role: str | None
    is_person: bool
    grade: Identification
    head: range = range(0)
    is_joined: bool = False


class MentionReader:
    """Reads the mentions of sources in one text."""

    def __init__(self, tokens: TokenTable, tags: Sequence[str], lists: SourceWords) -> None:
        self._tokens = tokens
        self._words = tokens.words
        self._lowers = tokens.lowers
        self._tags = tags
        self._lists = lists
        self._empty_roles = lists.forms_of_address | lists.grammar.tells_no_role

    def read(self, places: range) -> Mention:
        """Return what a mention says of its source."""
        paper = self._paper(places)
        if paper is not None:
            return self._unnamed(places, self._grade(places, paper), paper)
        head = self._head(places)
        run = (
            self._name_at_end(head)
            or self._name_beside(places, head)
            or self._name_after_office(places)
        )
        if run is None or self._is_people(run[-1]) or self._is_body(run, head):
            return self._unnamed(places, self._grade(places, head), head)
        before = self._text(range(places.start, run.start)).strip(" ,")
        rest = range(run.stop, places.stop)
        after = self._text(rest).strip(" ,")
        is_joined = self._is_joined(run, places)
        if is_joined:
            before, run = "", range(places.start, run.stop)
        if after.partition(" ")[0].lower() in {"&", *self._lists.grammar.ands}:
            return self._unnamed(places, "named", head)
        role = self._role(before, self._text(self._telling(rest)).strip(" ,"))
        grade: Identification = "named-with-role" if role else "named"
        return Mention(self._text(run), role, not is_joined, grade, run, is_joined)

    def _paper(self, places: range) -> range | None:
        """Return the words up to the noun of a document by a body: "A University of Osk study"."""
        for place in places[2:]:
            is_noun = self._tags[place] in {"NN", "NNS"} and self._words[place].islower()
            is_behind_name = self._tags[place - 1] in NAME_TAGS
            if is_noun and is_behind_name:
                is_paper = self._lists.kinds.get(self._lowers[place]) == "document"
                return range(places.start, place + 1) if is_paper else None
        return None

    def listed(self, places: range) -> Mention | None:
        """Return a mention that is the listed name of a body, whatever words are in it."""
        name = self._text(places)
        key = without_opening(plain_apostrophes(name.lower()), self._lists.grammar.name_openers)
        if key not in self._lists.named:
            return None
        return Mention(name, None, is_person=False, grade="named", head=places)

    def words_of_body(self, name: str) -> list[str]:
        """Return the words of a body's name, without its article and signs such as "&"."""
        grammar, words = self._lists.grammar, name.lower().split()
        words = words[1:] if words[0] in grammar.name_openers else words
        return [word for word in words if word not in grammar.signs_in_names]

    def _is_joined(self, run: range, places: range) -> bool:
        """Tell whether another name is joined before this one: "Lugansk and Donetsk Regions"."""
        join = run.start - 1
        while join > places.start and self._lowers[join] in self._lists.before_names:
            join -= 1  # "Lord Hill and Lord Stone"
        told = join
        while join > places.start and self._tags[join] in _BEFORE_SECOND:
            join -= 1  # "Ada Hill and her neighbour Ben Stone"
        if join <= places.start or self._tags[join] != "CC" or not self._is_in_name(join - 1):
            return False
        # not "Health and education minister Ben Stone"
        return join == told or (join - 1 > places.start and self._is_in_name(join - 2))

    def _unnamed(self, places: range, grade: Identification, head: range) -> Mention:
        """Return a mention whose description stands for a name; a clause in it tells more."""
        clause = next((place for place in places[1:] if self._opens_clause(place)), places.stop)
        name = self._text(range(places.start, clause)).rstrip(" ,")
        told = self._text(range(clause, places.stop)) or None
        return Mention(name, told, is_person=False, grade=grade, head=head)

    def _opens_clause(self, place: int) -> bool:
        """Tell whether a clause begins: "who was there", ", seen by the paper"."""
        is_parted = self._words[place - 1] == "," and self._tags[place] == "VBN"
        return is_parted or self._lowers[place] in self._lists.grammar.relative

    def _text(self, places: range) -> str:
        if not places:
            return ""
        span = self._tokens.span(places[0], places[-1] + 1)
        return " ".join(span.of(self._tokens.text).split())

    def _head(self, places: range) -> range:
        """Return the mention up to the first comma, preposition or clause."""
        for place in places[1:]:
            is_participle = self._tags[place] in {"VBN", "VBG"}
            is_name = self._words[place][0].isupper() and is_participle
            is_name |= is_participle and self._tags[place - 1] in _BEFORE_PARTICIPLES
            is_name |= is_participle and self._is_post(place)
            if not is_name and (
                self._tags[place] in _ENDS_HEAD
                or self._words[place] in _ENDING_WORDS
                or self._is_close(place)
            ):
                return range(places.start, place)
        return places

    def _is_post(self, place: int) -> bool:
        """Tell whether a participle begins a listed post: "managing director"."""
        words = " ".join(self._lowers[place : place + 2])
        return words in self._lists.kinds or words in self._lists.weak_kinds

    def _is_close(self, place: int) -> bool:
        """Tell whether an adjective hangs on the noun before it: "a source close to the club"."""
        is_after_noun = self._tags[place - 1] in {"NN", "NNS"}
        return is_after_noun and self._tags[place] in {"RB", "JJ"} and self._words[place].islower()

    def _name_at_end(self, head: range) -> range | None:
        """Return the run of names that ends a head, without the titles before it."""
        start = head.stop
        while start > head.start and self._is_in_name(start - 1):
            start -= 1
        return self._without_titles(range(start, head.stop))

    def _is_in_name(self, place: int) -> bool:
        """Tell whether a token belongs to a name, as "&" does between two: "Kell & Stroud"."""
        is_joined = self._words[place] == "&" and self._tags[place - 1] in NAME_TAGS
        is_initials = self._words[place].isupper() and self._words[place].endswith(".")
        return is_joined or is_initials or self._tags[place] in NAME_TAGS

    def _without_titles(self, run: range) -> range | None:
        """Return what is left of a run after the last title in it, or None when nothing is."""
        start = run.start
        if not any(self._lowers[place] in self._lists.bodies for place in run[-1:]):
            for place in run:
                if self._lowers[place] in self._lists.before_names:
                    start = place + 1
        return range(start, run.stop) if start < run.stop else None

    def _name_beside(self, places: range, head: range) -> range | None:
        """Return the name that stands after the role: "the mayor, Marta Lind"."""
        start = head.stop + 1
        if start >= places.stop or self._words[head.stop] != ",":
            return None
        end = start
        while end < places.stop and self._tags[end] in NAME_TAGS:
            end += 1
        run = self._without_titles(range(start, end))
        is_whole = end == places.stop or self._words[end] in _ENDING_WORDS
        return run if run and is_whole and len(run) >= 2 else None

    def _name_after_office(self, places: range) -> range | None:
        """Return the name behind a long office: "Minister of Education Ada Hill"."""
        for start in range(min(places.stop - 1, places.start + _LONGEST_OFFICE), places.start, -1):
            office = " ".join(self._lowers[places.start : start])
            is_office = office in self._lists.kinds or self._lowers[start - 1] in (
                self._lists.forms_of_address
            )
            run = range(start, places.stop)
            if is_office and all(self._is_in_name(place) for place in run):
                return run if len(run) <= _LONGEST_NAME else None
        return None

    def _is_body(self, run: range, head: range) -> bool:
        """Tell whether a run of names is that of an organisation."""
        if len(run) > _LONGEST_NAME or any(
            self._lowers[place] in self._lists.bodies or self._words[place] == "&" for place in run
        ):
            return True
        if len(run) > 1 and " ".join(self._lowers[run.start : run.stop]) in self._lists.named:
            return True
        if len(run) > 1 and self._lowers[run[-1]] in self._lists.kinds_by_ending:
            return self._lowers[run.start] not in self._lists.grammar.given_names
        before = self._lowers[head.start : run.start]
        return len(before) == 1 and before[0] in self._lists.grammar.name_openers

    def _is_people(self, place: int) -> bool:
        """Tell whether a name is that of many: "Wary Republicans"."""
        return self._tags[place] == "NNPS" and self._lowers[place].endswith(
            self._lists.grammar.peoples_in_names
        )

    def _role(self, before: str, after: str) -> str | None:
        parts = [part for part in (before, after) if self._says_something(part)]
        return ", ".join(parts) or None

    def _telling(self, places: range) -> range:
        """Return what stands after a name and tells who it is: not an age, nor "who was late"."""
        start = places.start
        while start < places.stop and (self._words[start] == "," or self._words[start].isdigit()):
            start += 1
        clause = range(start, places.stop)
        if not clause or self._lowers[start] not in self._lists.grammar.personal_relative:
            return clause
        grammar = self._lists.grammar
        is_post = any(self._lowers[place] in grammar.posts for place in clause)
        is_somebody = any(
            self._lowers[place] in grammar.be and self._tags[place + 1] in _BEFORE_ROLE
            for place in clause[:-1]
        )
        return clause if is_post or is_somebody else range(start, start)

    def _says_something(self, part: str) -> bool:
        words = [word.strip(",()") for word in part.lower().split()]
        return any(word and word[0].isalpha() and word not in self._empty_roles for word in words)

    def _is_short_name(self, places: range, last: int) -> bool:
        """Tell whether a body is named by its letters: "the M5S party", not "a UN body"."""
        is_the = self._lowers[places[0]] in self._lists.grammar.name_openers
        letters = self._words[last - 1] if last > places[0] else ""
        is_short = letters.isupper() and len(letters) > 1 and self._tags[last - 1] in NAME_TAGS
        return is_the and is_short and self._lowers[last] in self._lists.bodies

    def _is_firm(self, first: int, last: int) -> bool:
        """Tell whether a name ends in what only firms have, where taggers err: "Osk Inc."."""
        is_form = self._lowers[last].rstrip(".") in self._lists.grammar.legal_forms
        return is_form and last > first and self._words[last - 1][:1].isupper()

    def _has_maker(self, head: range) -> bool:
        """Tell whether the name of who made it stands before a poll: "a Monmouth poll"."""
        makers = (place for place in head[:-1] if self._tags[place] in NAME_TAGS)
        lists = self._lists
        known = lists.states | lists.calendar
        return any(
            self._words[place][0].isupper() and self._lowers[place] not in known
            for place in makers
        )

    def _grade(self, places: range, head: range) -> Identification:
        """Return how much a mention without a person's name tells."""
        last = head[-1] if head else places[-1]
        lower = self._lowers[last]
        is_body = lower in self._lists.plain_bodies
        is_common = lower in self._lists.titles
        opens = self._lowers[places[0]]
        if is_body and opens not in self._lists.grammar.indefinite:
            is_several = self._tags[last] == "NNS" and lower.endswith(
                self._lists.grammar.plurals
            )  # "prosecutors"
            return "group" if is_several else "named"
        if lower in self._lists.grammar.polls and self._has_maker(head):
            return "named"
        is_crowd = is_common or self._is_people(last) or lower in self._lists.crowds
        if self._tags[last] in NAME_TAGS and not is_crowd:
            return "named"
        if self._is_short_name(places, last) or self._is_firm(places[0], last):
            return "named"
        words = {self._lowers[place] for place in head}
        is_nobody = lower in self._lists.nobodies and lower not in self._lists.grammar.several
        if is_nobody and len(places) <= 2:
            return "unnamed"
        is_many = (
            self._tags[last] in {"NNS", "NNPS"}
            or lower in self._lists.crowds
            or bool(words & self._lists.grammar.many)
            or opens in self._lists.grammar.many
        )
        return "group" if is_many else "described"

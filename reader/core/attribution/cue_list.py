"""The attribution cues lexicon, made ready for looking up."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.core.attribution.words import AttributionWords
from reader.core.languages.language import PLAIN, Language
from reader.core.lexicon.filed.known_entries import known
from reader.core.lexicon.filed.late_entries import Lead
from reader.core.lexicon.guards import lies_inside, stands_after, stands_before
from reader.core.lexicon.lexicon import Entry, Guard, Lexicon, categories_in
from reader.core.lexicon.phrase_words import PhraseWords
from reader.core.lexicon.phrases import is_no_head, plain_words
from reader.core.text.kept import Kept
from reader.values import frozen


@frozen
class Cue:
    """An entry of the cue lexicon, cut into words.

    Attributes:
        phrase: As it is listed.
        verb_class: The id of its category; of several, the one that leads.
        entries: The entries of its list, which are made when they are asked for.
        number: Which of them it is.
        before: Words one of which stands before the head ("not", "n't" in "not respond").
        after: Words right after it ("out" in "point out").
        is_state: It is an adjective with its verb before it: "is angry that".
    """

    phrase: str
    verb_class: str
    entries: Sequence[Entry]
    number: int
    before: frozenset[str] = frozenset()
    after: tuple[str, ...] = ()
    is_state: bool = False

    @property
    def guards(self) -> tuple[Guard, ...]:
        """Return what switches it off."""
        return self.entries[self.number].guards


class CueList:
    """Verbs by base form, nouns by form, and fixed phrases by first word.

    Attributes:
        language: The language of the cues; a plain one where there are none.
        openings: The words at which a fixed phrase, a noun or a state may begin.
    """

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        cues = [lexicon for lexicon in lexicons if lexicon.serves("cues")]
        self.language = cues[0].language_data if cues else PLAIN
        self._lists = self.language.lists(PhraseWords)
        self._days = self.language.lists(AttributionWords).days
        self._verbs: dict[str, list[Cue]] = {}
        self._states: dict[str, Cue] = {}
        self._nouns: dict[str, Cue] = {}
        self._phrases: dict[str, list[Cue]] = {}
        for lexicon in cues:
            for number, lead in enumerate(known(lexicon.entries).leads()):
                self._file(lexicon.entries, number, lead, lexicon.language_data)
        for found in (*self._verbs.values(), *self._phrases.values()):
            found.sort(key=lambda cue: -bool(cue.before) - len(cue.after))
        self.openings = frozenset((*self._phrases, *self._nouns, *self._states))
        self._by_form = Kept(self._verbs_of)

    def _file(self, entries: Sequence[Entry], number: int, lead: Lead, language: Language) -> None:
        words = plain_words(lead.phrase, language.tokenizer)
        whole = Cue(lead.phrase, categories_in(lead.kind.category)[0], entries, number)
        part = lead.kind.part
        grammar = language.lists(PhraseWords)
        if part == "verb" and words[0] in grammar.be and len(words) == 2:
            self._states[words[1]] = replace(whole, is_state=True)
        elif part == "verb":
            head = int(len(words) > 1 and is_no_head(words[0], grammar))
            before = frozenset(words[:head])
            before |= grammar.nots if before & grammar.nots else frozenset()
            cue = replace(whole, before=before, after=words[head + 1 :])
            self._verbs.setdefault(words[head], []).append(cue)
        elif part == "noun":
            for form in language.inflections.forms(words[-1], "noun"):
                self._nouns[form] = whole
        else:
            self._phrases.setdefault(words[0], []).append(replace(whole, after=words[1:]))

    def verb_at(self, lowers: Sequence[str], index: int) -> Cue | None:
        """Return the verb cue whose head is the token at `index`, guards heeded."""
        for cue in self._by_form[lowers[index]]:
            if _fits(cue, lowers, index) and self._is_let_pass(cue, lowers, index):
                return cue
        return None

    def verb_forms(self, words: Iterable[str]) -> frozenset[str]:
        """Return those words that may be a form of a verb that reports."""
        return frozenset(filter(self._by_form.__getitem__, words))

    def _verbs_of(self, form: str) -> tuple[Cue, ...]:
        """Return the cues whose head may have this form, the likeliest verb first."""
        lemmas = self.language.inflections.verb_lemmas(form, self._verbs)
        return tuple(cue for lemma in lemmas for cue in self._verbs.get(lemma, ()))

    def state_at(self, lowers: Sequence[str], index: int) -> Cue | None:
        """Return the cue "be proud" when the token at `index` is its adjective, or None."""
        cue = self._states.get(lowers[index])
        return cue if cue and self._is_let_pass(cue, lowers, index) else None

    def noun_at(self, lowers: Sequence[str], index: int) -> Cue | None:
        """Return the noun cue at `index`, or None."""
        cue = self._nouns.get(lowers[index])
        return cue if cue and self._is_let_pass(cue, lowers, index) else None

    def phrase_at(self, lowers: Sequence[str], index: int) -> Cue | None:
        """Return the fixed phrase that begins at `index`, or None."""
        for cue in self._phrases.get(lowers[index], ()):
            if _fits(cue, lowers, index):
                return cue
        return None

    def _is_let_pass(self, cue: Cue, lowers: Sequence[str], index: int) -> bool:
        numbers = self._lists.numbers
        past_last = index + 1 + len(cue.after)
        if cue.after and past_last < len(lowers) and lowers[past_last] in self._days:
            return False  # "reported on Tuesday" is no "report on"
        for guard in cue.guards:
            if guard.kind == "before":
                holds = stands_before(lowers, index, guard.words, numbers)
            elif guard.kind == "after":
                holds = stands_after(lowers, past_last, guard.words, numbers)
            elif guard.kind == "phrase":
                holds = lies_inside(lowers, index, past_last, guard.words, numbers)
            else:
                continue
            if holds is not guard.only:
                return False
        return True


def _fits(cue: Cue, lowers: Sequence[str], index: int) -> bool:
    if cue.after:
        past_head = index + 1
        if tuple(lowers[past_head : past_head + len(cue.after)]) != cue.after:
            return False
    return not cue.before or not cue.before.isdisjoint(lowers[max(0, index - 2) : index])

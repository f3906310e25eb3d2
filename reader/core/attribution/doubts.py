"""What is no report after all, and which reports the program is unsure of."""

from collections.abc import Callable, Mapping, Sequence, Set

from reader.core.attribution.drafts import Draft
from reader.core.attribution.grammar.tagged_words import TokenRange
from reader.core.attribution.text_view import TextView
from reader.core.attribution.words import SpeakerWords
from reader.core.text.tagging import FINITE

# Kinds of finding that are wrong too often: rules, with the classes of verbs they are doubtful
# for; none stands for every class.
_DOUBTFUL: dict[str, frozenset[str] | None] = {
    "impression": None,
    "goes on": None,
    "noun with its object": None,
    "answer": None,
    "quotation": frozenset({"naming", "mind"}),
    "noun phrase": frozenset({"approval", "formal", "attack", "conceding", "counter-factive"}),
    "preposition": frozenset({"neutral", "mind"}),
    "infinitive": frozenset({"mind"}),
    "passive": frozenset({"neutral", "mind", "argument", "endorsing"}),
}
# Rules that stand whoever seems to speak.
_OF_ANYTHING = frozenset({"quotation", "source phrase", "told to", "signed", "viewpoint"})
_OF_CLAUSES = frozenset({"clause", "that", "wh-clause"})
_ARTICLE_AND_NUMBER = 2  # tokens: "a fourth"
_WITH_THINGS = frozenset("formal conceding insisting counter-factive showing".split())
_NEAR = 5  # tokens between a subject and its verb
_OF_DEEDS = frozenset("attack formal insisting distancing conceding approval mind showing".split())


class Doubts:
    """Judges drafts by who is to speak and what is to be said."""

    def __init__(
        self, view: TextView, lists: SpeakerWords, people: Set[str] = frozenset()
    ) -> None:
        self._view = view
        self._people = people
        self._lowers = view.lowers
        self._tags = view.tags
        self._lists = lists
        self._doubts: Sequence[Callable[[Draft], bool]] = (
            self._is_doubtful,
            self._is_unsaid,
            self._is_sum,
            self._is_by_strange,
            self._is_of_anybody,
            self._is_shown_by_none,
            self._is_charge,
            self._is_assault,
            self._is_plain_deed,
            self._is_perhaps_object,
            self._is_deed_to_come,
        )
        self._no_reports: Mapping[str, Sequence[Callable[[Draft], bool]]] = {
            "noun phrase": (self._is_deed_done, self._only_names, self._is_asked_person),
            "gerund": (self._is_deed_done,),
            "clause": (self._is_asked_person,),
            "preposition": (self._is_no_topic,),
            "passive": (self._is_given_name,),
            "quotation": (self._is_name,),
        }

    def is_none(self, draft: Draft) -> bool:
        """Tell whether a draft is no report: a thing as speaker, a deed, a name in marks."""
        if draft.source is not None and self._is_article(draft.source):
            return True  # "the issues that face us", where "issues" was taken for a verb
        if draft.source is not None and self._is_no_speaker(draft.source):
            return draft.rule not in {"that", "source phrase", "transcript"}
        tests = self._no_reports.get(draft.rule, ())
        return any(test(draft) for test in tests) or self._is_shown_title(draft)

    def _is_deed_done(self, draft: Draft) -> bool:
        """Tell whether it is a deed: "defended the title", "described an arc", "a shop offers"."""
        thing = self._head(draft.content[0])
        if draft.verb_class == "naming":
            return thing in self._lists.shapes
        speaker = self._head(draft.source) if draft.source is not None else ""
        is_deed = thing in self._lists.deeds or speaker in self._lists.premises
        return draft.verb_class in _OF_DEEDS and is_deed

    def _is_shown_title(self, draft: Draft) -> bool:
        """Tell whether only a title is shown: "the hall shows a “Lady of the Lake”"."""
        if draft.verb_class != "showing":
            return False
        first, past_last = draft.content[0]
        place = first + (self._lowers[first] in self._lists.articles)
        number = self._view.inside[place]
        if number < 0:
            return False
        is_whole = self._view.quotations[number].past_last >= past_last
        return is_whole and place > first and self._view.words[place + 1][:1].isupper()

    def is_sure(self, draft: Draft) -> bool:
        """Tell whether the program stands by a draft."""
        if any(test(draft) for test in self._doubts):
            return False
        if draft.rule not in _DOUBTFUL or self._is_heard(draft) or self._is_judged(draft):
            return True
        classes = _DOUBTFUL[draft.rule]
        return classes is not None and draft.verb_class not in classes

    def _is_doubtful(self, draft: Draft) -> bool:
        """Tell whether who found it doubts it, or "you" or "few" are to have said it."""
        is_nobodys = draft.source is not None and self._is_anybody(draft.source, draft)
        return draft.is_doubtful or is_nobodys

    def _is_shown_by_none(self, draft: Draft) -> bool:
        """Tell whether something is shown, and not by a document: "she showed the hall"."""
        if draft.rule != "noun phrase" or draft.verb_class != "showing" or not draft.source:
            return False
        return self._head(draft.source) not in self._lists.documents

    def _is_deed_to_come(self, draft: Draft) -> bool:
        """Tell whether it may be done, not said: "will oppose Cuba in June", "exposing fraud"."""
        if draft.rule != "noun phrase" or draft.cue is None:
            return False
        if draft.shape == "participle":
            return draft.verb_class == "endorsing"
        first, past_last = draft.cue
        is_sought = self._lowers[past_last - 1] in self._lists.asked_of_people
        is_stand = draft.verb_class in _OF_DEEDS or draft.verb_class == "blame"
        is_to_come = self._tags[first] == "MD" and is_stand
        return is_to_come or (draft.verb_class == "asking" and is_sought)

    def _is_charge(self, draft: Draft) -> bool:
        """Tell whether somebody may have been charged: "was charged with fraud"."""
        return draft.rule == "passive" and draft.source is None and self._is_of_deeds(draft)

    def _is_unsaid(self, draft: Draft) -> bool:
        """Tell whether it was not said, or only might be: "never said that", "if he says that"."""
        if draft.kind != "speech" or draft.cue is None or draft.rule == "quotation":
            return False
        first, past_last = draft.cue
        start = first - 1
        if " ".join(self._lowers[max(0, first - 2) : first]) in self._lists.short_of:
            return True  # "stopped short of saying that"
        if draft.source is not None:
            opens, end = draft.source
            is_number = self._tags[opens + 1] == "CD"  # "No 10 said"
            if self._lowers[opens] in self._lists.nobody and not is_number:
                return True
            if opens > 0 and self._lowers[opens - 1] in self._lists.before_unsaid:
                return True
            start = end if first - _NEAR <= end <= first else start
        beside = self._lowers[max(0, start) : past_last]
        if not self._lists.negations.isdisjoint(beside):
            return self._lists.denials.isdisjoint(beside)
        return not self._lists.unreal.isdisjoint(beside)

    def _is_of_anybody(self, draft: Draft) -> bool:
        """Tell whether "who" is nobody in particular: "someone who knows they are ill"."""
        if draft.source is None or self._tags[draft.source[0]] != "WP":
            return False
        return self._lowers[draft.source[0] - 1] in self._lists.anybody

    def _is_article(self, source: TokenRange) -> bool:
        """Tell whether a source is only an article."""
        is_one = source[1] - source[0] == 1 and self._tags[source[0]] == "DT"
        return is_one and self._lowers[source[0]] in self._lists.articles

    def _is_sum(self, draft: Draft) -> bool:
        """Tell whether a sum of money would speak: "the fund of $5 million said"."""
        return draft.source is not None and self._tags[draft.source[0]] == "$"

    def _is_no_speaker(self, source: TokenRange) -> bool:
        """Tell whether a source is a thing."""
        if source[1] - source[0] == 1 and self._lowers[source[0]].isdigit():
            return True  # "41 confirmed dead"
        head = self._head(source)
        if head not in self._lists.things:
            return False
        is_common = head in self._view.words[source[0] : source[1]]  # and no "Storm Arwen"
        return is_common or not self._view.has_name(*source)

    def _is_asked_person(self, draft: Draft) -> bool:
        """Tell whether somebody is only asked things: "questioned the student"."""
        if draft.verb_class == "naming" or draft.cue is None:
            return False
        if draft.rule == "clause" and self._view.has_verb(*draft.content[0]):
            return False
        is_asking = self._lowers[draft.cue[1] - 1] in self._lists.asked_of_people
        return is_asking and self._head(draft.content[0]) in self._people

    def _is_no_topic(self, draft: Draft) -> bool:
        """Tell whether a preposition begins no topic: "a ruling that she appealed against"."""
        first, past_last = draft.content[0]
        return past_last - first == 1 or self._is_claimed(draft) or self._is_time(draft)

    def _is_claimed(self, draft: Draft) -> bool:
        """Tell whether nothing but an object of a deed is asked for: "appealed for a penalty"."""
        first, past_last = draft.content[0]
        found = self._view.phrases.plain_after(first + 1, past_last)
        return found is not None and self._head(found) in self._lists.deeds

    def _is_time(self, draft: Draft) -> bool:
        """Tell whether it is only told how long: "had sought for years", "spoke for an hour"."""
        first, past_last = draft.content[0]
        found = self._view.phrases.plain_after(first + 1, past_last)
        is_whole = found is not None and found[1] == past_last
        return is_whole and self._lowers[past_last - 1] in self._view.grammar.times

    def _is_of_deeds(self, draft: Draft) -> bool:
        """Tell whether a verb may name a deed: "charged", "named"."""
        return draft.cue is not None and (self._lowers[draft.cue[1] - 1] in self._lists.deed_verbs)

    def _is_assault(self, draft: Draft) -> bool:
        """Tell whether things may have been struck: "their homes were attacked by troops"."""
        if draft.rule != "passive" or draft.cue is None or draft.source is None:
            return False
        is_blow = self._lowers[draft.cue[1] - 1] in self._lists.blows
        return (
            is_blow and draft.content[0][1] <= draft.cue[0] and self._is_strange(draft.content[0])
        )

    def _is_plain_deed(self, draft: Draft) -> bool:
        """Tell whether verb and object may be a deed: "named his team", "defended the bay"."""
        if draft.rule != "noun phrase":
            return False
        is_told = self._view.cues.noun_at(self._lowers, self._head_place(draft.content[0]))
        if self._is_of_deeds(draft) and not self._has_relative(draft) and is_told is None:
            last = self._tags[draft.content[0][1] - 1]  # "called the film old" says something
            return last.startswith("NN") and self._is_bare(draft.content[0])
        if draft.verb_class == "naming":
            return self._tags[draft.content[0][0]] == "PRP$"
        if draft.verb_class == "argument":  # "considered dozens of letters"
            return self._is_bare(draft.content[0])
        is_deed = draft.verb_class in _OF_DEEDS or draft.verb_class == "asking"
        return is_deed and draft.source is not None and self._is_strange(draft.source)

    def _is_judged(self, draft: Draft) -> bool:
        """Tell whether somebody calls something so, and gives no name: "called it “a farce”"."""
        if draft.rule != "quotation" or draft.verb_class != "naming" or draft.source is None:
            return False
        return self._view.words[draft.content[0][0] + 1][:1].islower()

    def _is_perhaps_object(self, draft: Draft) -> bool:
        """Tell whether "claimed the wall and moss grew" may be an object and a new clause.

        So it may be with "found it defaced".
        """
        if draft.cue is None or draft.rule not in {"clause", "noun phrase"}:
            return False
        is_both = self._lowers[draft.cue[1] - 1] in self._lists.with_objects
        if not is_both and draft.verb_class not in _WITH_THINGS:
            return False
        start, end = draft.content[0]
        if draft.rule == "noun phrase":  # a verb taken for a participle
            join = self._first_of({"CC"}, start, end)
            return self._first_of({"VBN", "VBD"}, join, end) < end
        verb = next(self._view.verbs_between(start, end), end)
        if verb >= end or self._lowers[verb] in self._view.auxiliaries or self._tags[verb] == "MD":
            return False
        is_it = verb == start + 1 and self._tags[start] == "PRP" and verb + 1 >= end
        return is_it or self._first_of({"CC"}, start, verb) < verb

    def _first_of(self, tags: Set[str], start: int, end: int) -> int:
        """Return the first token of a range with one of some tags, or its end."""
        return next((place for place in range(start, end) if self._tags[place] in tags), end)

    def _has_relative(self, draft: Draft) -> bool:
        """Tell whether its other object stands before the speaker: "what he called a song"."""
        before = draft.source[0] - 1 if draft.source is not None else -1
        return before >= 0 and self._lowers[before] in self._view.grammar.questions

    def _is_heard(self, draft: Draft) -> bool:
        """Tell whether somebody heard it: "the court was told that he had left at noon"."""
        if draft.rule != "passive" or draft.cue is None:
            return False
        verb = self._lowers[draft.cue[1] - 1]
        is_told = verb in self._view.grammar.told and self._is_clause(draft.content[0])
        return is_told or self._is_known(draft)

    def _is_known(self, draft: Draft) -> bool:
        """Tell whether a fact is told of nobody: "it was learned on Monday that"."""
        is_fact = draft.source is None and draft.verb_class in {"neutral", "endorsing"}
        return is_fact and self._lowers[draft.content[0][0]] in self._view.grammar.clause_links

    def _is_clause(self, content: TokenRange) -> bool:
        """Tell whether it begins as a clause does: with "that", or with a subject and its verb."""
        found = self._view.phrases.plain_after(*content)
        is_bare = found is not None and self._tags[found[1]] in FINITE and found[1] < content[1]
        return is_bare or self._lowers[content[0]] in self._view.grammar.clause_links

    def _is_bare(self, content: TokenRange) -> bool:
        """Tell whether nothing but a noun phrase is said, with what hangs on it."""
        found = self._view.phrases.plain_after(*content)
        is_long = found is not None and found[1] - found[0] > _ARTICLE_AND_NUMBER
        if found is not None and is_long and self._tags[found[1] - 1] == "JJ":
            return False  # "called the film blasphemous", but "named a fourth"
        return found is not None and (found[1] >= content[1] or self._tags[found[1]] == "IN")

    def _is_by_strange(self, draft: Draft) -> bool:
        """Tell whether a thing seems to speak: "its depth exposed a rift"."""
        if draft.source is None or draft.rule in _OF_ANYTHING:
            return False
        is_said = draft.rule in _OF_CLAUSES and draft.verb_class == "neutral"  # "the mine says"
        if is_said or not draft.content or self._view.inside[draft.content[0][0]] >= 0:
            return False
        first, past_last = draft.source
        is_name = past_last - first == 1 and self._view.words[first][0].isupper()
        return not is_name and self._is_strange(draft.source)

    def _is_strange(self, source: TokenRange) -> bool:
        """Tell whether a speaker is a noun of which nobody knows that it can speak."""
        head, lists = self._head(source), self._lists
        is_known = not self._people or head in self._people
        is_known = is_known or head in lists.documents or head in lists.amounts
        if is_known or not head[:1].isalpha() or self._view.has_name(*source):
            return False
        return any(
            self._lowers[place] == head and self._tags[place] in {"NN", "NNS"}
            for place in range(*source)
        )

    def _is_given_name(self, draft: Draft) -> bool:
        """Tell whether a name is given: "named “Endeavour” by the queen", "named as Leo Marsh"."""
        if draft.verb_class != "naming":
            return False
        content = draft.content[-1]
        number = self._view.inside[content[0]]
        if number < 0:
            return draft.source is None and self._tags[content[0] + 1].startswith("NNP")
        last = self._view.words[self._view.quotations[number].past_last - 2]
        is_capital = self._view.words[content[0] + 1][:1].isupper()
        return is_capital and last not in {",", "!", "?", "."}

    def _is_anybody(self, source: TokenRange, draft: Draft) -> bool:
        """Tell whether a source is "you", "few"; "Three spoke. One said" is one of them."""
        if self._lowers[source[0]] not in self._lists.anybody:
            return False
        length = source[1] - source[0]
        if self._lowers[source[1] - 1] in self._view.phrases.postposed:
            length -= 1  # "we all"
        if length > 1:  # "anyone who was there", "many of us"
            is_us = self._lowers[source[1] - 1] in self._lists.anybody
            return is_us or self._tags[source[0] + 1] == "WP"
        is_one = self._tags[source[0]] == "CD" and draft.rule in _OF_CLAUSES | {"quotation"}
        is_past = draft.cue is not None and self._tags[draft.cue[0]] == "VBD"
        return not (is_one and is_past)

    def _head(self, phrase: TokenRange) -> str:
        """Return the head of a noun phrase: its last noun before a preposition or a comma."""
        return self._lowers[self._head_place(phrase)]

    def _head_place(self, phrase: TokenRange) -> int:
        """Return where the head of a noun phrase stands."""
        found = self._view.phrases.plain_after(phrase[0], phrase[1])
        end = found[1] if found else phrase[1]
        head = phrase[0]
        for place in range(phrase[0], end):
            if self._tags[place] in {"IN", "TO", ",", "WP", "WDT"} or self._tags[place] in FINITE:
                break
            if self._tags[place].startswith("NN"):
                head = place
        is_none = not self._tags[head].startswith("NN")
        return end - 1 if is_none and found and phrase[0] < end else head  # "a hat-trick"

    def _is_name(self, draft: Draft) -> bool:
        """Tell whether what stands in marks is a name: "a group called “We love…”"."""
        if self._lowers[draft.content[0][0] - 1] in self._lists.names:
            return True  # "goes by the name “Stretch”"
        if draft.verb_class not in {"naming", "mind"} or draft.cue is None:
            return False
        first, past_last = draft.cue
        is_bare = past_last - first == 1 and self._tags[first] == "VBN"
        is_capital = self._view.words[draft.content[0][0] + 1][:1].isupper()
        is_thing = (
            draft.source is not None
            and draft.source[1] == first
            and (self._is_strange(draft.source))
        )  # "the technique called “mental arithmetic”"
        return is_bare and (is_capital or draft.source is None or is_thing)

    def _only_names(self, draft: Draft) -> bool:
        """Tell whether a participle gives a name: "a man called Idris Coe"."""
        if draft.verb_class != "naming" or draft.cue is None or draft.source is None:
            return False
        first, past_last = draft.cue
        if draft.source[1] != first:
            return False
        is_new = self._lowers[draft.source[0]] in self._lists.new  # "a man named Idris Coe"
        is_bare = past_last - first == 1 and (self._tags[first] == "VBN" or is_new)
        return is_bare and self._tags[draft.content[0][0]].startswith("NNP")

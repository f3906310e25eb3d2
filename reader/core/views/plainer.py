"""Plainer wordings in the form that the marked word has in its sentence."""

from dataclasses import replace
from typing import ClassVar

from reader.core.analysis.analysis import Analysis
from reader.core.languages.inflections import Seen
from reader.core.languages.language import Language
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import LOSES, Entry
from reader.core.lexicon.phrase_words import PhraseWords
from reader.core.lexicon.phrases import head_place
from reader.core.sources.words.reference_words import ReferenceWords
from reader.core.text.spans import Span
from reader.core.text.word_lists import words
from reader.values import frozen

_AROUND = 60  # characters in which the words beside a mark are looked for
_NEAR = 3  # words before a verb among which an auxiliary makes it a participle


@frozen
class PlainerWords:
    """What must be known of a language to tell a participle from a past form."""

    TABLE: ClassVar[str] = "plainer"

    before_participle: frozenset[str] = words("auxiliaries shortly before a participle")
    beside_participle: frozenset[str] = words("words right before a participle used as adjective")
    after_participle: frozenset[str] = words("words right behind a participle that name the doer")
    keeps_form: frozenset[str] = words("first words of a wording that keep its verb as it is")
    behind_noun: frozenset[str] = words("words behind the noun of a wording, prepositions apart")
    behind_verb: frozenset[str] = words(
        "words behind the verb of a wording, which is no noun then"
    )
    relatives: frozenset[str] = words("words behind a noun whose verb agrees with that noun")


def fitted_entry(analysis: Analysis, finding: Finding) -> Entry:
    """Return the entry of a mark with its plainer wordings as they could stand in its sentence.

    "slammed" gets "criticised" where the list says "criticise", "Oslo-backed" "supported by Oslo".
    Where the language does not know the form, the wordings stay as the list has them.
    """
    entry, text = finding.entry, analysis.article.text
    if not entry.alternatives:
        return entry
    if entry.match == "slot":
        return entry.filled(finding.span.of(text))
    if entry.match != "forms":
        return entry
    language = analysis.language_data
    seen = _seen(entry, text, finding.span, language)
    if seen is None or seen.form == seen.base:
        return entry
    fitted = (_fitted(option, seen, language) for option in entry.alternatives)
    return replace(entry, alternatives=tuple(fitted))


def _seen(entry: Entry, text: str, span: Span, language: Language) -> Seen | None:
    """Return the head of the marked words as it stands in the text; None if it is not found."""
    phrase = language.tokenizer(entry.phrase).lowers
    place = head_place(phrase, entry.part, language.lists(PhraseWords))
    part = entry.part or (None if place == 0 else "noun")
    base = phrase[place]
    known = language.inflections.forms(base, part)
    form = next((w for w in language.tokenizer(span.of(text)).lowers if w in known), None)
    if form is None:
        return None
    return Seen(base, form, part, _is_participle(text, span, language))


def _is_participle(text: str, span: Span, language: Language) -> bool:
    lists = language.lists(PlainerWords)
    before = language.tokenizer(text[max(0, span.start - _AROUND) : span.start]).lowers[-_NEAR:]
    after = language.tokenizer(text[span.end : span.end + _AROUND]).lowers[:1]
    return (
        not lists.before_participle.isdisjoint(before)
        or not lists.beside_participle.isdisjoint(before[-1:])
        or not lists.after_participle.isdisjoint(after)
    )


def _fitted(option: str, seen: Seen, language: Language) -> str:
    """Return one plainer wording in that form, with what it loses as it was."""
    plainer, colon, loss = option.partition(LOSES)
    pieces = plainer.split()
    if not pieces or pieces[0] in language.lists(PlainerWords).keeps_form:
        return option
    place = _place(pieces, seen, language)
    before = pieces[place]
    pieces[place] = language.inflections.like(before, seen)
    if pieces[place] != before and seen.part == "noun":
        pieces[place + 1 :] = _agreeing(pieces[place + 1 :], seen, language)
    return " ".join(pieces) + colon + loss


def _agreeing(pieces: list[str], seen: Seen, language: Language) -> list[str]:
    """Return what stands behind a noun that has become a plural: "who pay" for "who pays"."""
    if len(pieces) < 2 or pieces[0] not in language.lists(PlainerWords).relatives:
        return pieces
    lemma = language.inflections.verb_lemmas(pieces[1])[0]
    is_third = language.inflections.like(lemma, seen) == pieces[1]  # made as a plural is
    return [pieces[0], lemma if is_third else pieces[1], *pieces[2:]]


def _place(pieces: list[str], seen: Seen, language: Language) -> int:
    """Return which word of a plainer wording takes the form: its verb, or its noun."""
    lists, near = language.lists(PhraseWords), language.lists(PlainerWords)
    as_verb = head_place(pieces, "verb", lists)
    behind = (place for place, word in enumerate(pieces[1:]) if word in near.behind_noun)
    as_noun = min(head_place(pieces, "noun", lists), next(behind, len(pieces)))
    if seen.part is not None:
        return as_noun if seen.part == "noun" else as_verb
    following = pieces[as_verb + 1 : as_verb + 2]
    is_verb = bool(following) and (
        following[0] in near.behind_verb or following[0].endswith(lists.adverb_endings)
    )
    plurals = language.lists(ReferenceWords).plurals
    return as_verb if is_verb or not seen.form.endswith(plurals) else as_noun

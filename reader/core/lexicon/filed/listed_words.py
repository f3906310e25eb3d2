"""Lists that the program reasons with, made ready for looking up: words by category."""

from collections.abc import Iterable, Mapping

from reader.core.languages.language import Language
from reader.core.lexicon.filed.known_entries import known
from reader.core.lexicon.filed.late_entries import Lead
from reader.core.lexicon.lexicon import Confidence, Lexicon, categories_in
from reader.core.lexicon.phrases import read_phrase
from reader.core.text.expressions import plain_apostrophes


class ListedWords:
    """The single words of all lists with one use, by category.

    Later lists lie on top: their entries replace those of the same phrase below, and their muted
    phrases take entries below out.

    Attributes:
        names: What is listed with a capital, in lower case: names, of one word or several.
    """

    def __init__(self, lexicons: Iterable[Lexicon], use: str) -> None:
        words: dict[tuple[str, str | None], tuple[Lead, Language]] = {}
        for lexicon in lexicons:
            if lexicon.serves(use):
                muted = {phrase.lower() for phrase in lexicon.muted}
                words = {key: lead for key, lead in words.items() if key[0] not in muted}
                words |= {
                    (lead.phrase.lower(), lead.kind.part): (lead, lexicon.language_data)
                    for lead in known(lexicon.entries).leads()
                }
        written = (lead.phrase for lead, _ in words.values())
        self.names = frozenset(
            plain_apostrophes(one.lower()) for one in written if one != one.lower()
        )
        self._categories: dict[tuple[str, Confidence], dict[str, None]] = {}
        for lead, language in words.values():
            for category in categories_in(lead.kind.category):
                group = self._categories.setdefault((category, lead.kind.confidence), {})
                group.update(dict.fromkeys(_forms(lead, language)))

    def of(self, *categories: str) -> frozenset[str]:
        """Return the lower-case words of some categories, whatever their confidence."""
        return frozenset(
            word
            for (category, _), words in self._categories.items()
            if category in categories
            for word in words
        )

    def categories(self, confidence: Confidence) -> Mapping[str, str]:
        """Return the category of every word that is listed with this confidence."""
        found: dict[str, str] = {}
        for (category, listed_as), words in self._categories.items():
            if listed_as == confidence:
                for word in words:
                    found.setdefault(word, category)
        return found


def _forms(lead: Lead, language: Language) -> Iterable[str]:
    """Return the words of an entry; most are seen at once, and there are seven thousand."""
    phrase, (match, part, _, _) = lead
    written = plain_apostrophes(phrase.lower())
    if " " in written:
        return (written,)
    if written.isalpha() and not language.tokenizer.is_fused(phrase):
        return language.inflections.forms(written, part) if match == "forms" else (written,)
    steps = read_phrase(phrase, match, part, language).steps
    # An abbreviation with a full stop, or a compound, is one word in a text.
    return (written,) if len(steps) > 1 else steps[0].forms

"""Lists that the program reasons with, made ready for looking up: words by category."""

from collections.abc import Iterable, Mapping

from reader.core.languages.language import Language
from reader.core.lexicon.lexicon import Confidence, Entry, Lexicon
from reader.core.lexicon.phrases import read_phrase


class ListedWords:
    """The single words of all lists with one use, by category.

    Later lists lie on top: their entries replace those of the same phrase below, and their muted
    phrases take entries below out.

    Attributes:
        names: What is listed with a capital, in lower case: names, of one word or several.
    """

    def __init__(self, lexicons: Iterable[Lexicon], use: str) -> None:
        entries: dict[tuple[str, str | None], tuple[Entry, Language]] = {}
        for lexicon in lexicons:
            if lexicon.serves(use):
                muted = {phrase.lower() for phrase in lexicon.muted}
                entries = {key: entry for key, entry in entries.items() if key[0] not in muted}
                entries |= {
                    (entry.phrase.lower(), entry.part): (entry, lexicon.language_data)
                    for entry in lexicon.entries
                }
        written = (entry.phrase for entry, _ in entries.values())
        self.names = frozenset(
            one.lower().replace("’", "'") for one in written if one != one.lower()
        )
        self._categories: dict[tuple[str, Confidence], dict[str, None]] = {}
        for entry, language in entries.values():
            for category in entry.categories:
                group = self._categories.setdefault((category, entry.confidence), {})
                group.update(dict.fromkeys(_forms(entry, language)))

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


def _forms(entry: Entry, language: Language) -> Iterable[str]:
    """Return the words of an entry; most are seen at once, and there are seven thousand."""
    written = entry.phrase.lower().replace("’", "'")
    is_plain = entry.match != "forms" and written.isalpha()
    if " " in written or (is_plain and not language.tokenizer.is_fused(entry.phrase)):
        return (written,)
    steps = read_phrase(entry.phrase, entry.match, entry.part, language).steps
    # An abbreviation with a full stop, or a compound, is one word in a text.
    return (written,) if len(steps) > 1 else steps[0].forms

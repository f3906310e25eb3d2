"""The words of a text with their tags, as grammar looks at them."""

from collections.abc import Sequence

from reader.core.attribution.words import AttributionWords
from reader.core.text.tagging import NAME_TAGS
from reader.core.text.word_places import WordPlaces
from reader.values import frozen

TokenRange = tuple[int, int]  # from the first token to the one after the last
PLURALS = frozenset({"NNS", "NNPS"})
MANY = PLURALS | {"PRP", "CD"}  # what may be the subject of a plural verb
NOUNS = NAME_TAGS | {"NN", "NNS"}
OPENING = frozenset('"“‘«') | {"``"}
BREAKS = frozenset({"", ",", ";", ":", ".", "?", "!", "—", "–", "--", "”", "“", '"', "(", ")"})


@frozen
class TaggedWords:
    """The words of a text and what is known of each.

    Attributes:
        words: As written.
        lowers: In lower case.
        tags: What a tagger took them for.
        grammar: The closed classes of the language.
        places: Where each word in lower case stands.
    """

    words: Sequence[str]
    lowers: Sequence[str]
    tags: Sequence[str]
    grammar: AttributionWords
    places: WordPlaces

"""Finding the attributions of a text with the shipped lists, for the tests of this room."""

from functools import cache

from reader.core.attribution.cue_list import CueList
from reader.core.attribution.joining import find_reported
from reader.core.sources.words.source_words import SourceWords
from reader.paths import default_paths
from reader.storage.lexicons.files import load_lexicons
from tests.english import LANGUAGES, english_tagger, tokenize


@cache
def _tools():
    lexicons = load_lexicons([default_paths().lexicons], LANGUAGES)[0]
    return english_tagger(), CueList(lexicons), SourceWords.of(lexicons).speaking


def found_in(text):
    """Return the attributions of a text and its caveats."""
    tagger, cues, speaking = _tools()
    tokens = tokenize(text)
    found = find_reported(tokens, tagger.tag(tokens), cues, speaking)
    return found.attributions, found.caveats


def told(text):
    """Return source, cue, contents and certainty of each attribution inside no other."""
    return [
        (
            " ".join(span.of(text) for span in item.source),
            " ".join(span.of(text) for span in item.cue),
            [span.of(text) for span in item.content],
            item.sure,
        )
        for item in found_in(text)[0]
        if item.inside is None
    ]

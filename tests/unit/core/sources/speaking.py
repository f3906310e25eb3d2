"""Finding who speaks in a text with the shipped lists, for the tests of this room."""

from functools import cache

from reader.core.attribution.cue_list import CueList
from reader.core.attribution.joining import find_reported
from reader.core.attribution.quoting.quotations import quoted_spans
from reader.core.sources.chain.building import find_chains
from reader.core.sources.sources import find_sources
from reader.core.sources.words.source_words import SourceWords
from reader.paths import default_paths
from reader.storage.lexicons.files import load_lexicons
from tests.english import LANGUAGES, english_tagger, tokenize


@cache
def _tools():
    paths = default_paths()
    lexicons = load_lexicons([paths.lexicons], LANGUAGES)[0]
    return english_tagger(), CueList(lexicons), SourceWords.of(lexicons)


def sources_of(text):
    """Return who speaks in a text."""
    tagger, cues, words = _tools()
    tokens = tokenize(text)
    tags = tagger.tag(tokens)
    found = find_reported(tokens, tags, cues).attributions
    speakers = [(item.source[0], item.inside is None) for item in found if item.source]
    chains = find_chains(tokens, tags, words, speakers, quoted_spans(tokens))
    return find_sources(tokens, tags, found, words, chains)

"""English as it is shipped, for tests that need its tokenizer, its forms or its tagger."""

from reader.core.text.tagging import Tagger
from reader.paths import default_paths
from reader.storage.languages import SHIPPED, load_languages, load_tagger

FOLDER = default_paths().languages
LANGUAGES = load_languages(FOLDER)
ENGLISH = LANGUAGES.of(SHIPPED)
tokenize = ENGLISH.tokenizer


def english_tagger() -> Tagger:
    """Return a tagger that has seen no text yet."""
    return load_tagger(FOLDER, ENGLISH)

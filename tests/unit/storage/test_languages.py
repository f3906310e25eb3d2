"""Languages as folders: one made up from a handful of lists, and data missing or damaged."""

import zlib
from pathlib import Path

import pytest

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.languages.language import Language, Languages
from reader.core.lexicon.matcher import Matcher
from reader.core.text.article import Article, Zone
from reader.core.text.spans import Span
from reader.core.text.tagger_model import PackedWeights, TaggerModel
from reader.errors import ReaderError
from reader.paths import default_paths
from reader.storage.languages import (
    load_guesser,
    load_language,
    load_languages,
    load_syllables,
    load_tagger,
)
from reader.storage.lexicons.files import load_lexicons

# A made-up language: “dok.” shortens a title, verbs end in -an, -it and -ot.
TOY = {
    "language.toml": 'code = "xy"\nname = "Toyish"\ninflections = "suffixes"\n',
    "words/tokens.toml": 'titles = "dok"\nabbreviations = "kv"\nletters = "U"\n'
    "endings = \"'lo\"\nfused = 'dalo da lo'\n",
    "words/inflections.toml": 'cut_off = ["an"]\nverb_endings = ["an", "it", "ot"]\n'
    'noun_endings = ["ek"]\nirregular = "sai sul"\n',
    "words/phrases.toml": 'negations = "nek"\nnumbers = "tri"\nprepositions = "von"\n',
}
LEXICON = """title = "Loud words"
language = "xy"
[[categories]]
id = "loud"
name = "Loud"
"""
ENTRIES = """phrase,match,part,category,unless
brullan,forms,verb,loud,
sai,forms,,loud,
bruk,forms,noun,loud,after:#
sturm von hus,forms,,loud,
"""
TEXT = "Dok. Hulm brullit nek. Ik sul da'lo sturmek von hus. Bruk tri bruk."


def folder_of(place: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    return place


def article(text: str) -> Article:
    return Article(text, (Zone("paragraph", Span(0, len(text))),))


@pytest.fixture
def languages(tmp_path: Path) -> Languages:
    folder_of(tmp_path / "languages" / "xy", TOY)
    return load_languages(tmp_path / "languages")


@pytest.fixture
def toyish(languages: Languages) -> Language:
    return languages.of("xy-AB")


@pytest.fixture
def lexicons(tmp_path: Path, languages: Languages) -> tuple:
    place = folder_of(tmp_path / "loud", {"lexicon.toml": LEXICON, "entries.csv": ENTRIES})
    found, problems = load_lexicons([place], languages)
    assert not problems
    return found


def test_a_toy_language_has_tokens_and_sentences(toyish: Language) -> None:
    tokens = toyish.tokenizer("Dok. Hulm sai dalo. Kv. Ram'lo U. Da")
    assert " ".join(tokens.words) == "Dok. Hulm sai da lo . Kv. Ram 'lo U . Da"
    assert [" ".join(tokens.words[a:b]) for a, b in tokens.sentences] == [
        "Dok. Hulm sai da lo .",
        "Kv. Ram 'lo U .",
        "Da",
    ]


@pytest.mark.parametrize(
    ("word", "part", "expected"),
    [
        ("brullan", "verb", {"brullan", "brullit", "brullot"}),
        ("bruk", "noun", {"bruk", "brukek"}),
        ("sai", "noun", {"sai", "saiek", "sul"}),
    ],
)
def test_a_toy_language_has_forms(
    toyish: Language, word: str, part: str, expected: set[str]
) -> None:
    assert expected <= toyish.inflections.forms(word, part)


def test_a_toy_language_has_lemmas(toyish: Language) -> None:
    assert "brullan" in toyish.inflections.verb_lemmas("brullit")
    assert toyish.inflections.verb_lemmas("sul")[0] == "sai"


def test_a_lexicon_in_a_toy_language_marks(toyish: Language, lexicons: tuple) -> None:
    tokens = toyish.tokenizer(TEXT)
    found = Matcher(lexicons).find(tokens, None)
    assert [item.span.of(TEXT) for item in found] == ["brullit", "sul", "sturmek von hus", "bruk"]


def test_an_article_in_a_toy_language_is_analysed(
    tmp_path: Path, toyish: Language, lexicons: tuple
) -> None:
    tagger = load_tagger(tmp_path / "languages", toyish)
    tools = AnalysisTools.of(tagger, lexicons, toyish)
    analysis = analyse(article(TEXT), tools)
    marked = [item.span.of(TEXT) for item in analysis.findings]
    assert marked == ["brullit", "sul", "sturmek von hus", "bruk"]
    assert analysis.article.language == "xy"
    assert len(analysis.sentences) == 3


def test_another_language_is_named_by_its_name(
    tmp_path: Path, toyish: Language, lexicons: tuple
) -> None:
    guess = load_guesser(default_paths().common_words)
    tools = AnalysisTools.of(load_tagger(tmp_path, toyish), lexicons, toyish, guess)
    text = "The mayor said that it was the road and not the bridge that they had to shut."
    (caveat,) = analyse(article(text), tools).caveats
    assert caveat == (
        "This does not look like Toyish. The lists are Toyish, so nothing is marked."
    )


def test_a_language_without_data_is_read_as_written(languages: Languages) -> None:
    other = languages.of("zz")
    assert other.tokenizer("Brul. Da").words == ("Brul", ".", "Da")
    assert other.inflections.forms("Brul", "verb") == {"brul"}


# ------------------------------------------------------------ mistakes


def test_all_mistakes_are_told_together(tmp_path: Path) -> None:
    place = folder_of(
        tmp_path / "xy",
        {
            "language.toml": 'code = "xy"\ninflections = "magic"\n',
            "words/tokens.toml": "titles = 3\n",
            "words/phrases.toml": "numbers = \n",
        },
    )
    with pytest.raises(ReaderError) as told:
        load_language(place)
    for part in (
        "xy/language.toml: it does not say the language's name.",
        "“magic” is no way to make forms; it is one of english, suffixes.",
        "xy/tokens.toml: “titles” is neither words nor a list of texts.",
        "xy/phrases.toml: it is not written as TOML asks",
    ):
        assert part in told.value.message


def test_no_language_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="could not be read"):
        load_languages(tmp_path)


DAMAGED = [
    b"",
    b"not compressed",
    zlib.compress(b"not json"),
    zlib.compress(b"[1]"),
    zlib.compress(b"{}"),
]
TAGGER = TaggerModel(("NN",), {"mill": ("NN",)}, PackedWeights.made({})).to_bytes()


@pytest.fixture
def tagged(tmp_path: Path) -> Language:
    about = TOY["language.toml"] + "tagger = true\n"
    return load_language(folder_of(tmp_path / "xy", {**TOY, "language.toml": about}))


def test_missing_weights_are_told(tagged: Language, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"tagger\.bin could not be read"):
        load_tagger(tmp_path, tagged)


@pytest.mark.parametrize(
    "data", [*DAMAGED, b"tagger 3 0\n", TAGGER[:-9], TAGGER[:99] + b"x" + TAGGER[100:]]
)
def test_damaged_weights_are_told(tagged: Language, data: bytes, tmp_path: Path) -> None:
    (tmp_path / "xy" / "tagger.bin").write_bytes(data)
    with pytest.raises(ReaderError, match=r"tagger\.bin is damaged"):
        load_tagger(tmp_path, tagged)


def test_missing_syllables_are_told(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"x\.bin could not be read"):
        load_syllables(tmp_path / "x.bin")


@pytest.mark.parametrize("data", DAMAGED[:-1])
def test_damaged_syllables_are_told(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(data)
    with pytest.raises(ReaderError, match=r"x\.bin is damaged"):
        load_syllables(path)


STEMMED = {
    "language.toml": 'code = "xz"\nname = "Like German"\nstemmer = "german"\n',
    "words/inflections.toml": 'noun_endings = ["e", "es", "en", "in"]\n',
}


def test_a_stemmer_leaves_out_forms_of_other_words(tmp_path: Path) -> None:
    language = load_language(folder_of(tmp_path / "xz", STEMMED))
    forms = language.inflections.forms("freund", "noun")
    assert forms == {"freund", "freunde", "freundes", "freunden"}  # "freundin" is another word


def test_an_unknown_stemmer_is_one_sentence(tmp_path: Path) -> None:
    broken = {**STEMMED, "language.toml": 'code = "xz"\nname = "X"\nstemmer = "klingon"\n'}
    with pytest.raises(ReaderError, match="“klingon” is no stemmer"):
        load_language(folder_of(tmp_path / "xz", broken))


@pytest.mark.parametrize("data", [b"\xff", b"en = 3", b"en = ", b'english = "the of"'])
def test_damaged_common_words_are_told(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "common-words.toml"
    path.write_bytes(data)
    with pytest.raises(ReaderError, match=r"common-words\.toml is damaged"):
        load_guesser(path)

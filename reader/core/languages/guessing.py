"""The language of a text, guessed from its script and its commonest words."""

import re
from collections import Counter
from collections.abc import Mapping

_LOOKED_AT = 4_000  # characters; the rest of a text seldom says otherwise
_FEWEST = 3  # common words that must be seen
_SHARE = 0.12  # of all words, least share of common words in a text of that language

_COMMON: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in is was that for it on with as are be at by this have from not "
        "they which an were said has had but his her their who will more",
        "de": "der die und das ist nicht ein eine den von zu mit sich des auf für im dem als "
        "auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie "
        "einem über",
        "fr": "le la les de des et est une un dans que qui pour pas sur au avec ce il par plus "
        "ne se sont aux du en cette mais ont elle leur comme été",
        "es": "el la los de que y en un una es por con para las del se no su al lo como más "
        "pero sus ha fue son este está entre cuando muy",
        "it": "il di che la e è un una per in non sono del della con le si da i gli ha nel dei "
        "alla anche più ma come lo al delle questo stato",
        "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij naar "
        "door hij maar wordt worden heeft nog uit dan deze",
        "pt": "o a de que e do da em um uma para com não os no se na por mais as dos como mas "
        "ao foi das é são pelo pela está também",
        "pl": "w i na z się do nie że to jest o jak od po ale przez za dla są był być ma które "
        "który oraz jego tym",
        "sv": "och att det i en som på är av för med den till inte har de om ett men var jag "
        "sig från vi så kan när också eller",
        "da": "og at det i en er på af for til med den ikke har de som et men der var sig fra "
        "vi så kan når også eller blev efter",
        "no": "og at det i en er på av for til med den ikke har de som et men var seg fra vi så "
        "kan når også eller ble etter",
        "fi": "ja on ei se että oli hän mutta ovat myös kun joka mukaan sen kuin olla ole tai jo",
        "cs": "a se v na je že to s z do o i pro ale by jako za jsou po podle jeho který však byl",
        "hu": "a az és hogy nem is egy van ez meg csak volt már de ha mint vagy még azt kell",
        "ro": "și de în a la cu nu că este pe un o din pentru care mai sau sunt fost prin după",
        "tr": "ve bir bu da de için ile olarak çok daha en kadar gibi olan ama sonra var ne",
        "uk": "і в на не що з у до та як за від це для його але був які про також",
        "ru": "и в не на что с по как это за из от для он к но его был которые также",
    }.items()
}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")


def guess_language(text: str) -> str | None:
    """Return the two-letter code of the language, or None when the text does not tell.

    A text of a few words, or of several languages alike, does not tell.
    """
    piece = text[:_LOOKED_AT]
    by_script = _by_script(piece)
    if by_script:
        return by_script
    words = Counter(word.lower() for word in _WORD.findall(piece))
    return _by_words(words)


def _by_script(piece: str) -> str | None:
    letters = len(_LETTER.findall(piece))
    for language, script in _SCRIPTS:
        found = len(script.findall(piece))
        # Japanese mixes its syllables with Chinese signs.
        if found >= 4 and found > letters * (0.15 if language == "ja" else 0.4):
            return language
    return None


def _by_words(words: Counter[str]) -> str | None:
    total = words.total()
    ranked = sorted(
        (
            (sum(count for word, count in words.items() if word in common), language)
            for language, common in _COMMON.items()
        ),
        reverse=True,
    )
    (most, language), (second, _) = ranked[:2]
    if most < _FEWEST or most < _SHARE * total or most == second:
        return None
    return language

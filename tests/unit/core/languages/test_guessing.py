"""Which language a text is in."""

import pytest

from reader.core.languages.guessing import LanguageGuesser
from reader.paths import default_paths
from reader.storage.languages import load_guesser

guess = load_guesser(default_paths().common_words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said that it was too late and that he would not come to the town.", "en"),
        ("Der Minister hat gesagt, dass er nicht kommt und die Reise verschoben wird.", "de"),
        ("Le ministre a dit que la réunion est reportée dans une lettre.", "fr"),
        ("El ministro dijo que la reunión no se celebra en la ciudad.", "es"),
        ("Il ministro ha detto che la riunione non è in programma per la sera.", "it"),
        ("De minister zei dat het niet te laat is en dat hij met de trein komt.", "nl"),
        ("Министр сказал, что он не приедет и что встреча не состоится.", "ru"),
        ("Міністр сказав, що зустріч не відбудеться і що це не так.", "uk"),
        ("部长说会议推迟了。", "zh"),
        ("大臣は会議が延期されたと述べた。", "ja"),
        ("قال الوزير إن الاجتماع تأجل", "ar"),
    ],
)
def test_known_languages(text: str, expected: str) -> None:
    assert guess(text) == expected


@pytest.mark.parametrize("text", ["", "Storm", "12 345", "Xyzzy plugh frob quux grue zork blorb"])
def test_a_text_that_does_not_tell(text: str) -> None:
    assert guess(text) is None


def test_another_language_is_known_by_a_line_of_its_words() -> None:
    toy = LanguageGuesser.from_table({"zz": "plugh xyzzy frob", "en": "the of and"})
    assert toy("Xyzzy plugh frob quux grue zork blorb") == "zz"
    assert toy("部长说会议推迟了。") == "zh"


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"eng": "the of"}, "“eng” is no two-letter code of a language."),
        ({"en": ["the"]}, "“en” must be words in lower case with spaces between them."),
        ({"en": "The of"}, "“en” must be words in lower case with spaces between them."),
    ],
)
def test_a_table_that_is_none_is_told(table: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        LanguageGuesser.from_table(table)


def test_every_language_has_words_enough_to_be_told_by() -> None:
    assert {code for code, words in guess.common.items() if len(words) < 15} == set()
    assert len({frozenset(words) for words in guess.common.values()}) == len(guess.common)

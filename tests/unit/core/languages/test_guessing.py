"""Which language a text is in."""

import pytest

from reader.core.languages.guessing import guess_language


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
    assert guess_language(text) == expected


@pytest.mark.parametrize("text", ["", "Storm", "12 345", "Xyzzy plugh frob quux grue zork blorb"])
def test_a_text_that_does_not_tell(text: str) -> None:
    assert guess_language(text) is None

"""What an article tells of a source: channel, how it knows, where it speaks, why no name."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.analysis.analysing import analyse
from reader.core.views.disclosure import Disclosures
from reader.intake.text.plain_text import read_verbatim
from reader.paths import default_paths
from reader.storage.analysis_tools import load_analysis_tools


@cache
def tools():
    return load_analysis_tools(default_paths())[0]


def told(text):
    """Return the disclosures of the speakers with a name, in their order, and the text."""
    analysis = analyse(read_verbatim(text, "test"), tools(), assume_english=True)
    disclosures = Disclosures(analysis)
    return [
        disclosures.of(source) for source in analysis.sources if source.name
    ], analysis.article.text


def facts(items, text):
    return [(item.value, item.words.of(text)) for item in items]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("Marta Lind told the Harbour Gazette that the ferry was late.", "other-media", None),
        ("Marta Lind told state television that the ferry was late.", "other-media", None),
        ("Marta Lind told RT that the ferry was late.", "other-media", "told RT"),
        ("“It was late,” Marta Lind said in an interview.", "interview", "interview"),
        ("Marta Lind said in a statement that it was late.", "statement", "in a statement"),
        ("Marta Lind told reporters that the ferry was late.", "press-conference", None),
        ("Marta Lind said at a news conference that it was late.", "press-conference", None),
        ("Marta Lind told the court that the ferry was late.", "hearing", "told the court"),
        ("Marta Lind wrote on Facebook that the ferry was late.", "post", "on Facebook"),
        ("Marta Lind said in a letter that the ferry was late.", "letter", "in a letter"),
        ("Marta Lind said in a speech that the ferry was late.", "speech", "in a speech"),
        ("Marta Lind told The Gleaner that it was late.", "other-media", "told The Gleaner"),
        ("“It was late,” Marta Lind said on Fox News Sunday.", "other-media", None),
        ("Marta Lind told newsmen that it was late.", "press-conference", "told newsmen"),
        ("Marta Lind told Leeds Crown Court that it was late.", "hearing", None),
        ("Giving evidence, Marta Lind said it was late.", "hearing", "Giving evidence"),
        ("Taking to Twitter, Marta Lind said it was late.", "post", "Taking to Twitter"),
        ("Marta Lind said in a text message that it was late.", "letter", None),
        ("Marta Lind told supporters in Osk that it was late.", "speech", "told supporters"),
        ("In his homily, Bishop Bo Hill said it was late.", "speech", "In his homily"),
        ("In an opinion piece, Marta Lind said it was late.", "published-work", None),
        ("Speaking via Zoom, Marta Lind said it was late.", "interview", "via Zoom"),
        ("Sitting in her garden, Marta Lind said it was late.", "interview", None),
        ("Marta Lind said through her lawyer that it was late.", "statement", None),
        ("Sentencing him, Judge Marta Lind said it was late.", "hearing", "Sentencing him"),
        ("Marta Lind told the Toronto Star that it was late.", "other-media", None),
    ],
)
def test_a_channel_is_told_with_its_words(text, value, words):
    (found,), whole = told(text)
    assert value in [item.value for item in found.channels], facts(found.channels, whole)
    if words:
        assert (value, words) in facts(found.channels, whole)


@pytest.mark.parametrize(
    "text",
    [
        "Marta Lind said the ferry was late.",
        "Marta Lind told MPs’ families that the ferry was late.",
        "Marta Lind said that a statement to the court was read in an interview.",
        "Marta Lind, of The Hague, said the ferry was late.",
        "Marta Lind told her daughter over dinner that the ferry was late.",
    ],
)
def test_what_is_said_itself_tells_no_channel(text):
    (found,), _ = told(text)
    assert not {"interview", "statement", "other-media", "speech"} & {
        c.value for c in found.channels
    }


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A witness said the ferry was late.", ["witness"]),
        ("“I saw the smoke from the pier,” said Marta Lind.", ["witness"]),
        ("A man who attended the meeting said it was loud.", ["participant"]),
        ("A source familiar with the talks said they had ended.", ["hearsay"]),
        ("A spokeswoman for the ministry said the ferry was late.", ["official-duty"]),
        ("Marta Lind, who was on the ferry, said it was late.", ["witness"]),
        ("Marta Lind, who was injured, said it was late.", ["participant"]),
        ("Marta Lind, who watched from a window, said it was late.", ["witness"]),
        ("Marta Lind, who heard it from her aunt, said it was late.", ["hearsay"]),
        ("Marta Lind, who led the study, said it was late.", ["participant"]),
        ("Marta Lind, who led the party, said it was late.", ["official-duty"]),
        ("Marta Lind, who has seen the report, said it was late.", ["document"]),
        ("The senior investigating officer said it was late.", ["official-duty"]),
        ("Marta Lind said the ferry was late.", []),
    ],
)
def test_how_a_source_knows_is_told_or_left_empty(text, values):
    (found,), whole = told(text)
    assert [item.value for item in found.knowledge] == values, facts(found.knowledge, whole)


@pytest.mark.parametrize(
    ("text", "asked", "reason"),
    [
        (
            "An official, speaking on condition of anonymity because the talks are secret,"
            " said they had ended.",
            True,
            "because the talks are secret",
        ),
        (
            "An official who asked not to be named said the talks had ended.",
            True,
            None,
        ),
        (
            "An official who was not authorised to speak to the press said the talks had ended.",
            True,
            "not authorised to speak to the press",
        ),
        (
            "“They ended,” said one official, who declined to give his name, citing his safety.",
            True,
            "citing his safety",
        ),
        (
            "A trader who pleaded anonymity said the shop had closed because of rain.",
            True,
            None,
        ),
        (
            "One worker, who gave only her first name because of threats, said it was over.",
            True,
            "because of threats",
        ),
        ("An official said the talks had ended.", False, None),
        ("Marta Lind, who asked not to be named wrongly, said it was over.", False, None),
    ],
)
def test_a_reason_for_anonymity_is_told_in_the_words_of_the_text(text, asked, reason):
    (found,), whole = told(text)
    anonymity = found.anonymity
    assert (anonymity is not None) is asked
    if anonymity is not None:
        assert (anonymity.reason and anonymity.reason.of(whole)) == reason


def test_two_speakers_of_one_sentence_keep_their_own_channel():
    (one, two), whole = told(
        "Marta Lind said the ferry was late, while Per Holm said in a letter that it was not."
    )
    assert facts(one.channels, whole) == []
    assert facts(two.channels, whole) == [("letter", "in a letter")]


def test_positions_tell_where_somebody_speaks():
    quiet = "The ferry carries wood and grain. " * 8
    found, _ = told(
        "Lind: ferry is late\n\nMarta Lind said the ferry was late.\n\n"
        f"{quiet}\n\n{quiet}\n\n{quiet}\n\nPer Holm said the ferry was early."
    )
    assert "lead" in found[0].positions
    assert found[-1].positions == ("later", "last-word")


@settings(max_examples=30)
@given(
    st.lists(
        st.sampled_from(
            [
                "Lind said it rained. ",
                "He told the BBC so. ",
                "“I saw it 😀,” ",
                "an official who asked not to be named because of it said. ",
                "\n\n",
                "In a letter ",
            ]
        ),
        max_size=12,
    )
)
def test_words_lie_in_the_text(parts):
    found, text = told("".join(parts))
    for item in found:
        spans = [part.words for part in (*item.channels, *item.knowledge)]
        if item.anonymity:
            spans.append(item.anonymity.asked)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert len({part.value for part in item.channels}) == len(item.channels)


@pytest.mark.parametrize(
    "text",
    [
        "Dr Marta Lind, who was not involved in the study, said it was late.",
        "Marta Lind, who had never seen the report, said it was late.",
        "Marta Lind, who did not work on the bridge and was not present at it, said so.",
        "Marta Lind said, without having seen the documents, that it was late.",
    ],
)
def test_what_is_negated_is_no_fact(text):
    (found, *_), whole = told(text)
    assert facts(found.knowledge, whole) == []


def test_a_call_to_a_cousin_is_no_interview():
    (found,), _ = told("Marta Lind told her cousin by telephone that the ferry was late.")
    assert "interview" not in [item.value for item in found.channels]
    (found,), _ = told("Marta Lind said by telephone that the ferry was late.")
    assert "interview" in [item.value for item in found.channels]


def test_to_talk_freely_is_a_reason():
    text = "An aide, on condition of anonymity to talk freely, said the ferry was late."
    (found,), whole = told(text)
    assert found.anonymity.reason.of(whole) == "to talk freely"

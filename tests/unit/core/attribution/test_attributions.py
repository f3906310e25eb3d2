"""Who says what, construction by construction, in sentences of our own."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.attribution.cue_list import CueList
from reader.core.attribution.joining import find_reported
from reader.core.sources.chain.building import find_chains
from reader.core.sources.sources import find_sources
from reader.core.sources.words.source_words import SourceWords
from reader.paths import default_paths
from reader.storage.lexicons.files import load_lexicons
from tests.english import LANGUAGES, english_tagger, tokenize


@cache
def tools():
    paths = default_paths()
    lexicons = load_lexicons([paths.lexicons], LANGUAGES)[0]
    return english_tagger(), CueList(lexicons), SourceWords.of(lexicons)


def found_in(text):
    tagger, cues, _ = tools()
    tokens = tokenize(text)
    found = find_reported(tokens, tagger.tag(tokens), cues)
    return found.attributions, found.caveats


def told(text):
    """Return source, cue and contents of each attribution that is inside no other."""
    return [
        (
            " ".join(span.of(text) for span in item.source),
            " ".join(span.of(text) for span in item.cue),
            [span.of(text) for span in item.content],
        )
        for item in found_in(text)[0]
        if item.inside is None
    ]


def test_two_cues_of_one_content_are_one_report_with_another_inside() -> None:
    text = "Holm dismissed claims that the road was shut, and then Brook left."
    outer, inner = found_in(text)[0]
    assert [span.of(text) for span in outer.cue] == ["dismissed"]
    assert inner.inside == outer.id


def test_and_joins_two_reports() -> None:
    found = told("Holm said the road was safe and the doctor said that it was shut.")
    assert [(source, content) for source, _, content in found] == [
        ("Holm", ["the road was safe"]),
        ("the doctor", ["that it was shut"]),
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Holm said the road was shut.", "Holm", "said", ["the road was shut"]),
        ("Holm said that it was shut.", "Holm", "said", ["that it was shut"]),
        ("“It is shut,” said Holm.", "Holm", "said", ["“It is shut,”"]),
        ("“It is shut,” Holm said.", "Holm", "said", ["“It is shut,”"]),
        ("''It is shut,'' Holm said.", "Holm", "said", ["''It is shut,''"]),
        ("«It is shut», said Holm.", "Holm", "said", ["«It is shut»"]),
        ("‘It is shut,’ said Holm.", "Holm", "said", ["‘It is shut,’"]),
        ('"It is shut," Holm told reporters.', "Holm", "told", ['"It is shut,"']),
        (
            "“It is shut,” Holm said. “Nobody knows why it was done.”",
            "Holm",
            "said",
            ["“It is shut,”", "“Nobody knows why it was done.”"],
        ),
        ("Holm, the mayor, said it was shut.", "Holm, the mayor", "said", ["it was shut"]),
        ("On Sunday, Holm said it was shut.", "Holm", "said", ["it was shut"]),
        ("Holm on Friday said it was shut.", "Holm", "said", ["it was shut"]),
        (
            "The report published Tuesday showed that the road was shut.",
            "The report",
            "showed",
            ["that the road was shut"],
        ),
        ("A poll released Monday found it is shut.", "A poll", "found", ["it is shut"]),
        ("The road, Holm said, is shut.", "Holm", "said", ["The road", "is shut"]),
        ("The road is shut, Holm said.", "Holm", "said", ["The road is shut"]),
        ("The road is shut, as Holm said.", "Holm", "said", ["The road is shut"]),
        ("According to Holm, the road is shut.", "Holm", "According to", ["the road is shut"]),
        ("The road is shut, according to Holm.", "Holm", "according to", ["The road is shut"]),
        ("Mayor: bridge is safe", "Mayor", ":", ["bridge is safe"]),
        (
            "Holm went further: “The road is a danger to us all.”",
            "Holm",
            "went further",
            ["“The road is a danger to us all.”"],
        ),
        ("The plan was criticised by farmers.", "farmers", "was criticised", ["The plan"]),
        ("It was said that the road is shut.", "", "was said", ["that the road is shut"]),
        (
            "The road is expected to open in May.",
            "",
            "is expected",
            ["The road", "to open in May"],
        ),
        (
            "Holm called the law “a very bad joke”.",
            "Holm",
            "called",
            ["the law “a very bad joke”"],
        ),
        ("Brook walked off, saying it was over.", "Brook", "saying", ["it was over"]),
        (
            "Brook, who says the road is safe, left early.",
            "who",
            "says",
            ["the road is safe"],
        ),
        (
            "“We are safe” at the mill, Holm said.",
            "Holm",
            "said",
            ["“We are safe” at the mill"],
        ),
        (
            "In any case, Holm said, the road was shut.",
            "Holm",
            "said",
            ["In any case", "the road was shut"],
        ),
        (
            "The road is shut, according to exit polls.",
            "exit polls",
            "according to",
            ["The road is shut"],
        ),
        ("The road is shut, as Holm said on Friday.", "Holm", "said", ["The road is shut"]),
        (
            "The road is shut, the ministry reported on Monday.",
            "the ministry",
            "reported",
            ["The road is shut"],
        ),
        (
            "“It is shut,” Ada Holm, the miners’ spokeswoman, said in a statement.",
            "Ada Holm, the miners’ spokeswoman",
            "said",
            ["“It is shut,”"],
        ),
        ("Holm said both he and Brook would go.", "Holm", "said", ["both he and Brook would go"]),
        (
            "Holm said he loved hearing from friends.",
            "Holm",
            "said",
            ["he loved hearing from friends"],
        ),
        ("Holm praised the plan in a speech.", "Holm", "praised", ["the plan"]),
        ("Holm criticised the plan on Friday.", "Holm", "criticised", ["the plan"]),
        ("It was a fault the agency said was old.", "the agency", "said", ["a fault", "was old"]),
        (
            "It ended a strike that owners said was unfair.",
            "owners",
            "said",
            ["that", "was unfair"],
        ),
        (
            "Holm said the road, with its old bridge, was shut.",
            "Holm",
            "said",
            ["the road, with its old bridge, was shut"],
        ),
        (
            "The road is shut, a man close to him said.",
            "a man close to him",
            "said",
            ["The road is shut"],
        ),
        ("“It is shut,“ said Holm.", "Holm", "said", ["“It is shut,“"]),
        ("The road is shut, Holm told the court.", "Holm", "told", ["The road is shut"]),
        ("By praising the plan, Holm opened the fair.", "Holm", "praising", ["the plan"]),
        ("Holm made the claim that it rained.", "Holm", "made the claim", ["that it rained"]),
        ("Holm has proposed closing the mill.", "Holm", "has proposed", ["closing the mill"]),
        ("The road seems to be safe, for now.", "", "seems", ["The road", "to be safe"]),
        ("It appears that the road is safe.", "", "appears", ["that the road is safe"]),
        ("Her claim that it rained is new.", "Her", "claim", ["that it rained"]),
    ],
)
def test_one_attribution_is_found_whole(text, source, cue, content):
    assert told(text) == [(source, cue, content)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Brook, a baker from Orel, Maine, said the roads have led her home.",
            [("Ada Brook, a baker from Orel, Maine", "said", ["the roads have led her home"])],
        ),
        (
            "Brook’s office, when asked by The Courier, said the mayor had left.",
            [("Brook’s office", "said", ["the mayor had left"])],
        ),
        (
            "OREL (Agency) - Holm said it was shut.",
            [("Holm", "said", ["it was shut"])],
        ),
        (
            "As The Courier noted, the road is shut.",
            [("The Courier", "noted", ["the road is shut"])],
        ),
        (
            "“Certainly,” he said when a girl asked.",
            [("he", "said", ["“Certainly,”"])],
        ),
        (
            "Holm has long said that it is shut.",
            [("Holm", "has long said", ["that it is shut"])],
        ),
        (
            "Holm told reporters this was the only road.",
            [("Holm", "told", ["this was the only road"])],
        ),
        (
            "The mill was doing what others do, he told the court in June.",
            [("he", "told", ["The mill was doing what others do"])],
        ),
        (
            "Holm said he was tired and he accused the mayor of delay.",
            [
                ("Holm", "said", ["he was tired"]),
                ("he", "accused", ["the mayor of delay"]),
            ],
        ),
        (
            "Holm rejected the idea that the road was safe and said that it was shut.",
            [
                ("Holm", "rejected", ["the idea that the road was safe"]),
                ("Holm", "said", ["that it was shut"]),
            ],
        ),
        (
            "Holm said the road was shut, though Brook added that it was safe.",
            [
                ("Holm", "said", ["the road was shut"]),
                ("Brook", "added", ["that it was safe"]),
            ],
        ),
        (
            "Brook, in a talk on Friday, barely looked up, saying that she was tired.",
            [("Brook", "saying", ["that she was tired"])],
        ),
        (
            "“It is shut,” Holm said, referring to the road. “Nobody knows why it was done.”",
            [
                ("Holm", "said", ["“It is shut,”", "“Nobody knows why it was done.”"]),
                ("Holm", "referring to", ["the road"]),
            ],
        ),
        (
            "Holm said it would cost 500 jobs, a tenth of all in the town.",
            [("Holm", "said", ["it would cost 500 jobs"])],
        ),
        (
            "However, as Holm noted, the road is shut.",
            [("Holm", "noted", ["the road is shut"])],
        ),
        (
            "The mill stands in a town which few leave, Holm said.",
            [("Holm", "said", ["The mill stands in a town which few leave"])],
        ),
        (
            "The mill bakes for towns, which pay late, said Ada Brook, head of a bakers' union.",
            [
                (
                    "Ada Brook, head of a bakers' union",
                    "said",
                    ["The mill bakes for towns, which pay late"],
                )
            ],
        ),
        (
            "“It is old,” Cora Brook, 67, a retired baker in Aston, Ohio, said in May.",
            [("Cora Brook, 67, a retired baker in Aston, Ohio", "said", ["“It is old,”"])],
        ),
        (
            "The road was shut, current and former drivers said.",
            [("current and former drivers", "said", ["The road was shut"])],
        ),
        (
            "The mill is old, according to a count by Holm and Brook.",
            [("a count by Holm and Brook", "according to", ["The mill is old"])],
        ),
        (
            "His verdict: “It is not quite done,” he said.",
            [("he", "said", ["“It is not quite done,”"])],
        ),
        (
            "''We are told, 'The road is shut,''' Mr Holm said.",
            [("Mr Holm", "said", ["''We are told, 'The road is shut,'''"])],
        ),
        (
            "It has since emerged that it was shut.",
            [("", "has since emerged", ["that it was shut"])],
        ),
        (
            "Word reached the village that the mill had closed.",
            [("", "Word", ["that the mill had closed"])],
        ),
        ("The fear is that the mill will close.", [("", "fear is", ["that the mill will close"])]),
        (
            "The Post quoted a baker as saying the mill was old.",
            [("The Post", "quoted", ["a baker as saying the mill was old"])],
        ),
        (
            "She held up a letter that said the mill was old.",
            [("that", "said", ["the mill was old"])],
        ),
        (
            "Voters said Holm was kind, and Brook said the same of Lind.",
            [
                ("Voters", "said", ["Holm was kind"]),
                ("Brook", "said", ["the same of Lind"]),
            ],
        ),
        (
            "Holm said the mill would close, a claim that few believe.",
            [("Holm", "said", ["the mill would close"])],
        ),
        (
            "Holm said the mill would close, prompting laughter.",
            [("Holm", "said", ["the mill would close"])],
        ),
        (
            "They want it back and say they will pay.",
            [("They", "want", ["it back"]), ("They", "say", ["they will pay"])],
        ),
        (
            "Said Ada Hill, a baker, “It is old.”",
            [("Ada Hill, a baker", "Said", ["“It is old.”"])],
        ),
        (
            "The mill shut, its owner telling reporters prices had risen.",
            [("its owner", "telling", ["prices had risen"])],
        ),
        (
            "Holm, at a meeting in Orel, Maine, said it was old.",
            [("Holm", "said", ["it was old"])],
        ),
        (
            "Holm vowed on Monday to publish a report that shows it.",
            [("Holm", "vowed", ["to publish a report that shows it"])],
        ),
        (
            "Holm said by telephone his sister had left.",
            [("Holm", "said", ["his sister had left"])],
        ),
        (
            "The mill is old, cautions Ada Hill, a baker.",
            [("Ada Hill, a baker", "cautions", ["The mill is old"])],
        ),
        (
            "It was further ordered that trees be planted.",
            [("", "was further ordered", ["that trees be planted"])],
        ),
        ("Holm, who sat in front, said little.", []),
        ("On his telling, it was a joke.", [("his", "On his telling", ["it was a joke"])]),
        (
            "“Too salty,” was Holm's verdict.",
            [("Holm's", "verdict", ["“Too salty,”"])],
        ),
        (
            "Her answer, when it came, was short: “Never.”",
            [("Her", "answer", ["“Never.”"])],
        ),
        (
            "NAGPUR: Holm said on Monday in the crowded hall of the mill that the road was shut.",
            [("Holm", "said", ["that the road was shut"])],
        ),
        (
            "A reader, Ada, emails: “It is shut.”",
            [("A reader, Ada", "emails", ["“It is shut.”"])],
        ),
        (
            "The plan has been branded a “farce” by Holm.",
            [("Holm", "has been branded", ["The plan", "a “farce”"])],
        ),
        ("10:05 Mayor: “Stay at home.”", [("Mayor", ":", ["“Stay at home.”"])]),
        ("Holm accused of late filing", [("", "accused", ["Holm", "of late filing"])]),
        ("As the crowd grew, Holm talked to a neighbour.", []),
    ],
)
def test_where_speaker_and_content_begin_and_end(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The fire claimed dozens of lives.",
        "The men reported for duty at noon.",
        "He added two seats to the bus.",
        "The letter released on Friday is long.",
        "Only time will tell whether the road is safe.",
        "The road leads to the mill.",
        "She appeared in court on Friday.",
        "LIVE: The Road Is Shut",
        "They invited the mayor.",
        "The club maintains the old road.",
        "The crowd cast their votes.",
        "He continued his walk after that.",
    ],
)
def test_verbs_that_only_look_like_cues_stay_silent(text):
    assert told(text) == []


def test_a_refusal_is_a_kind_of_its_own():
    [item] = found_in("Holm declined to comment.")[0]
    assert (item.kind, [span.of("Holm declined to comment.") for span in item.content]) == (
        "refusal",
        ["to comment"],
    )


def test_the_inner_attribution_is_inside_the_outer_one():
    outer, inner = found_in("The paper reported that the mayor said the bridge was safe.")[0]
    assert inner.inside == outer.id


@pytest.mark.parametrize(
    "text",
    [
        "The guards wanted to move them, but the others opened fire, Holm said.",
        "The guards were asking “not to be moved,” Holm said.",
    ],
)
def test_who_speaks_last_of_a_sentence_speaks_around_what_it_holds(text):
    inner, outer = found_in(text)[0]
    assert (inner.inside, outer.inside) == (outer.id, None)
    assert inner.content[-1].end <= outer.content[-1].end < outer.source[0].start


def test_each_attribution_tells_its_rule():
    [item] = found_in("“It is shut,” said Holm.")[0]
    assert item.rule == "inverted"


def test_a_transcript_gives_each_speaker_the_whole_paragraph():
    text = "Q: Is the road shut?\n\nA: It is. Holm said it would open in May.\n\nThe day ended."
    first, second = told(text)
    assert first == ("", ":", ["Is the road shut?"])
    assert second == ("", ":", ["It is. Holm said it would open in May."])


def test_an_unclosed_mark_loses_nothing():
    text = "“It is shut, Holm said on Monday.\n\nBrook said the mill was open."
    attributions, caveats = found_in(text)
    assert any("not closed" in caveat for caveat in caveats)
    assert any(span.of(text) == "Brook" for item in attributions for span in item.source)


def test_a_quotation_over_paragraphs_has_one_speaker():
    text = "“It is shut,” said Holm. “We waited.\n\n“Nobody came to us in all those days.”"
    [(source, _, content)] = told(text)
    assert source == "Holm"
    assert "Nobody came" in content[-1]


def names(text):
    tagger, cues, words = tools()
    tokens = tokenize(text)
    tags = tagger.tag(tokens)
    found = find_reported(tokens, tags, cues).attributions
    chains = find_chains(
        tokens, tags, words, [(item.source[0], True) for item in found if item.source]
    )
    return find_sources(tokens, tags, found, words, chains)


def test_a_surname_and_a_pronoun_join_the_full_name():
    [source] = names(
        "Ada Brook, a baker, said it was cold. Brook said it rained. She said it would snow."
    )
    assert (source.name, source.role, len(source.attributions)) == ("Ada Brook", "a baker", 3)
    assert source.identification == "named-with-role"


def test_who_stands_for_the_name_before_it():
    [source] = names("Ada Brook, who says the road is safe, left early.")
    assert source.name == "Ada Brook"


def test_a_pronoun_without_a_name_stays_unresolved():
    [source] = names("He said it was cold.")
    assert not source.is_resolved
    assert source.identification == "unnamed"


pieces = st.sampled_from(
    ["Holm", "said", "“", "”", '"', "''", "that", "the road", "is shut", ",", ".", ":", "who",
     "according to", "\n\n", "was", "told", "Brook", "claim", "to", "😀", "’s", "(", ")", "as"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(pieces, max_size=40))
def test_any_text_gives_spans_inside_it_in_order(parts):
    text = " ".join(parts)
    for item in found_in(text)[0]:
        for spans in (item.source, item.cue, item.content):
            assert list(spans) == sorted(spans)
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert item.content or item.kind == "refusal"


@pytest.mark.parametrize(
    "piece",
    ["Holm said that the road ", "“", "“Yes,” he said ", "said ", "that ", "He, who ", "a, b, "],
)
def test_a_text_without_a_stop_is_work_in_line_with_its_length(piece, calls_of):
    found_in(piece * 50)  # what is made once and kept
    short = calls_of(lambda: found_in(piece * 500))
    assert calls_of(lambda: found_in(piece * 4_000)) < 12 * short


def test_what_the_writer_thinks_stays_the_narrators():
    found, _ = found_in("I think the mill is old. “I think so too,” Holm said.")
    assert [(item.of_writer, item.is_counted) for item in found] == [(True, False), (False, True)]
    found = found_in("I learned that I wrote in “Holm” then. Brook said that I was wrong.")[0]
    assert [item.of_writer for item in found] == [True, True, False]


def test_a_paragraph_without_marks_behind_a_colon_is_perhaps_the_speakers():
    found, _ = found_in(
        "Our reporter Ada Holm is there. She writes:\n\nThe river is over the wall."
    )
    block = found[-1]
    assert (block.rule, block.sure) == ("announced", False)

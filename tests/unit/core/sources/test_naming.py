"""Naming: all wordings for one actor, by voice, and nothing where it is not sure."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.document import analysis_document
from reader.intake.text.plain_text import read_verbatim
from reader.storage.reports.text_report import text_report

Labels = dict[str, list[tuple[str, str]]]


def named(text: str, tools: AnalysisTools) -> Labels:
    analysis = analyse(read_verbatim(text, "x"), tools, assume_english=True)
    return {
        item.actor: [(label.text, label.voice) for label in item.labels for _ in label.spans]
        for item in analysis.naming
    }


@pytest.mark.parametrize(
    ("text", "actor", "labels"),
    [
        (
            "Mayor Ada Renfrew opened the market. Renfrew cut a ribbon. Later Ms Renfrew left.",
            "Ada Renfrew",
            ["Mayor Ada Renfrew", "Ada Renfrew", "Renfrew", "Ms Renfrew"],
        ),
        (
            "Ostap Cherniy, a spokesman for the militias, said it was quiet. Cherniy smiled.",
            "Ostap Cherniy",
            ["Ostap Cherniy", "spokesman for the militias", "Cherniy"],
        ),
        (
            "Mayor Ada Renfrew opened the market. Then the mayor left.",
            "Ada Renfrew",
            ["Mayor Ada Renfrew", "Ada Renfrew", "the mayor"],
        ),
        (
            "Council leader Piers Holloway said it was late. Holloway sat down.",
            "Piers Holloway",
            ["Council leader Piers Holloway", "Piers Holloway", "Holloway"],
        ),
        (
            "Ada Lund, a farmer’s widow, came. Colonel Ada Lund left. The former nurse said no.",
            "Ada Lund",
            [
                "Ada Lund",
                "Ada Lund",
                "a farmer’s widow",
                "Colonel Ada Lund",
                "the former nurse",
            ],
        ),
        (
            "Ada Lund met fans of Osk. The supporters sang. The fans left.",
            "fans of Osk",
            ["fans of Osk", "the supporters", "the fans"],
        ),
        (  # a name that opens a sentence is one, though it looks like a noun there
            "Piers Holloway said it was late. Holloway is waging war, they say.",
            "Piers Holloway",
            ["Piers Holloway", "Holloway"],
        ),
        (
            "Renfrew wins\n\nMayor Ada Renfrew won the vote.",
            "Ada Renfrew",
            ["Renfrew", "Mayor Ada Renfrew", "Ada Renfrew"],
        ),
        (  # her husband is another, though only she is named in full
            "Ada Renfrew hoped that she would win. Mr Renfrew left. Then Mrs Renfrew left.",
            "Ada Renfrew",
            ["Ada Renfrew", "Mrs Renfrew"],
        ),
        (
            "Mr Bo Renfrew met Mrs Ada Renfrew. Then Mrs Renfrew left.",
            "Ada Renfrew",
            ["Mrs Ada Renfrew", "Ada Renfrew", "Mrs Renfrew"],
        ),
    ],
)
def test_a_person_is_followed(
    shipped_tools: AnalysisTools, text: str, actor: str, labels: list[str]
) -> None:
    assert [label for label, _ in named(text, shipped_tools)[actor]] == labels


@pytest.mark.parametrize(
    "text",
    [
        "It rained all day. Nobody came.",
        "Mayor Ada Renfrew opened the market.",
        "Mayor Ada Renfrew met Mayor Bo Renfrew. Renfrew laughed.",  # which one?
        "Mayor Ada Renfrew met Mayor Bo Stern. Then the mayor laughed.",
        "Mayor Ada Renfrew met a mayor from abroad. Then the mayor laughed.",
        "Mayor Ada Renfrew met the mayors. Then the mayor of Osk laughed.",
        "She studied at Fenwick University, a school for the rich. Fenwick is old.",
        "Dr Ada Falk, the baker, and the judge went home.",  # a list, or an apposition?
    ],
)
def test_nothing_is_guessed(shipped_tools: AnalysisTools, text: str) -> None:
    assert named(text, shipped_tools) == {}


def test_whose_word_it_is(shipped_tools: AnalysisTools) -> None:
    text = "Mayor Ada Renfrew opened the market. “I trust Renfrew with my life,” said Bo Stern."
    assert named(text, shipped_tools)["Ada Renfrew"] == [
        ("Mayor Ada Renfrew", "narrator"),
        ("Ada Renfrew", "narrator"),
        ("Renfrew", "direct"),
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Rebels took the bridge at dawn. The militants then burned two cars.",
            ["Rebels", "the militants"],
        ),
        (
            "The rebels took the bridge. The army told reporters that these terrorists were few.",
            ["the rebels", "these terrorists"],
        ),
        ("Rebels took the bridge. Militants burned two cars elsewhere.", []),  # not taken up
        ("Rebels fought the militants at dawn. The militants won.", []),  # two groups
        ("Rebels took the bridge." + " It rained." * 9 + " The militants went home.", []),
        ("Rebels took the bridge. The rebels left.", []),  # one name only
        ("The war went on. The conflict cost lives.", []),  # no actors
        ("Rebels took the bridge. The militant leader spoke.", []),
    ],
)
def test_rival_names_of_a_group(
    shipped_tools: AnalysisTools, text: str, labels: list[str]
) -> None:
    found = [[label for label, _ in group] for group in named(text, shipped_tools).values()]
    several = [group for group in found if len({label.casefold() for label in group}) > 1]
    assert several == ([labels] if labels else [])


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Ada Renfrew said it was late.", ["Ada Renfrew"]),  # who speaks is an actor
        ("Mr Bo Stern ran. Then he fell.", ["Bo Stern"]),  # so is who comes again
        ("Mr Bo Stern ran.", []),
    ],
)
def test_who_speaks_or_comes_again_is_an_actor_with_one_name_too(
    shipped_tools: AnalysisTools, text: str, actors: list[str]
) -> None:
    assert list(named(text, shipped_tools)) == actors


def test_spans_are_where_the_words_are(
    shipped_tools: AnalysisTools, check_document: Callable[..., None]
) -> None:
    text = "😀 Rebels took the bridge. The militants burned cars. Mr Bo Stern ran. Stern fell."
    analysis = analyse(read_verbatim(text, "x"), shipped_tools, assume_english=True)
    document = analysis_document(analysis, "x")
    check_document(document)
    assert len(document["naming"]) == 2
    for naming in analysis.naming:
        for label in naming.labels:
            for span in label.spans:
                assert span.of(text).casefold() == label.text.casefold()


def test_the_text_report_shows_it(shipped_tools: AnalysisTools) -> None:
    text = "Rebels took the bridge. The militants burned cars."
    analysis = analyse(read_verbatim(text, "x"), shipped_tools, assume_english=True)
    report = text_report(analysis, "x")
    assert "NAMING: 1 with more than one name" in report
    assert "“the militants”" in report
    text = "Mayor Ada Renfrew came. “I trust Renfrew with all I own,” said Bo Stern."
    report = text_report(
        analyse(read_verbatim(text, "x"), shipped_tools, assume_english=True), "x"
    )
    assert "meant by: 1 full name, 1 last name" in report
    assert "so Bo Stern" in report
    without: Analysis = replace(analysis, naming=())
    assert "NAMING" not in text_report(without, "x")


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (  # by head noun and modifier: the forces of one state are one side, irregulars another
            "The Osk troops attacked the militia. The militiamen fled. Later Osk forces followed."
            " The militias"
            " said that pro-Osk fighters came.",
            [
                {"the Osk troops", "Osk forces", "pro-Osk fighters"},
                {"the militia", "the militiamen", "The militias"},
            ],
        ),
        (  # some of an army, and a side's own militia, are told apart; "of" tells whose forces
            "The Osk troops came. Then Osk conscripts fled to the militia. The conscripts wept."
            " The militias fed them. A pro-Osk militia shot at the militias. Nearby, forces of the"
            " Republic of Aln hid. Later Osk forces left.",
            [
                {"the Osk troops", "Osk forces"},
                {"Osk conscripts", "the conscripts"},
                {"the militia", "the militias"},
            ],
        ),
        (  # who is only backed by a side is none of its forces
            "Norland troops stayed. Norland-backed rebels took the town. The rebels left.",
            [{"Norland-backed rebels", "the rebels"}],
        ),
        ("There Norland soldiers met Hill soldiers. The soldiers ate.", []),  # whose?
        (
            "Library campaigners came. The campaigners sang. Campaigners left.",
            [{"Library campaigners", "the campaigners"}],
        ),
    ],
)
def test_groups_come_together_by_noun_and_modifier(
    shipped_tools: AnalysisTools, text: str, groups: list[set[str]]
) -> None:
    found = [
        {label.casefold() for label, _ in labels} for labels in named(text, shipped_tools).values()
    ]
    assert found == [{label.casefold() for label in group} for group in groups]


def test_a_representative_is_the_spokesman_of_the_same_kind(shipped_tools: AnalysisTools) -> None:
    told = "Ada Hill, a spokeswoman for the militia, spoke. It rained. “We left,” said the {}."
    for words, is_one in (("self-defence representative", True), ("ministry official", False)):
        labels = named(told.format(words), shipped_tools).get("Ada Hill", [])
        assert (f"the {words}" in {label for label, _ in labels}) is is_one


def test_the_place_of_a_report_is_no_body(shipped_tools: AnalysisTools) -> None:
    text = "OSK, 3 May - Police came at noon. The regime said that it had no choice."
    assert "OSK" not in named(text, shipped_tools)


def test_an_owner_in_a_name_stays_in_it(shipped_tools: AnalysisTools) -> None:
    text = (
        "He leads the self-proclaimed People’s Republic of Danby. Danby slept."
        " The People’s Republic of Danby was calm."
    )
    labels = [label for group in named(text, shipped_tools).values() for label, _ in group]
    assert "People’s Republic of Danby" in "; ".join(labels)
    assert not any(label.startswith("’") for label in labels)


def test_a_label_never_crosses_a_line(shipped_tools: AnalysisTools) -> None:
    text = "Trouble for Renfrew\nMayor Ada Renfrew won. Renfrew was glad."
    labels = [label for group in named(text, shipped_tools).values() for label, _ in group]
    assert labels
    assert all("\n" not in label for label in labels)


def test_forms_are_counted(shipped_tools: AnalysisTools) -> None:
    text = "Mayor Ada Renfrew came. Renfrew sang. She sat. Then Ms Renfrew left. The mayor slept."
    analysis = analyse(read_verbatim(text, "x"), shipped_tools, assume_english=True)
    (naming,) = analysis.naming
    assert dict(naming.forms) == {"full": 1, "last": 1, "pronoun": 1, "title": 1, "role": 1}


def test_a_label_has_its_speaker(shipped_tools: AnalysisTools) -> None:
    text = "Mayor Ada Renfrew came. “I trust Renfrew with all I own,” said Bo Stern."
    analysis = analyse(read_verbatim(text, "x"), shipped_tools, assume_english=True)
    naming = next(item for item in analysis.naming if item.actor == "Ada Renfrew")
    stern = next(source for source in analysis.sources if source.name == "Bo Stern")
    assert [(label.text, label.speaker) for label in naming.labels][-1] == ("Renfrew", stern.id)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (  # whom "he" means in what she says tells nothing of her
            "Prosecutor Emily Shaw said he walked to the inn. “It was a miracle,” she said.",
            ["Emily Shaw", "Emily Shaw"],
        ),
        (
            "Superintendent of police Meera Nair said two were held. “It is calm,” she added.",
            ["Meera Nair", "Meera Nair"],
        ),
        ("District magistrate S.K. Verma said the pump was shut.", ["S.K. Verma"]),
        (
            "Holt's barrister, James Aldous, said he was sorry. Det Con Mark Dwyer, of West Osk"
            " Police, said Holt's acts were rash. “I hope so,” he added.",
            ["James Aldous", "Mark Dwyer", "Mark Dwyer"],
        ),
        (  # what somebody works as is nobody else
            "Former striker Alan Peel, working as a pundit, felt they were slow. “They slept,” he"
            " said.",
            ["Alan Peel", "Alan Peel"],
        ),
        (
            "Osk County chief officer for fire safety Bram Simi said it was out. “Go home,” said"
            " Mr Simi.",
            ["Bram Simi", "Bram Simi"],
        ),
        (
            "Osk MP Yusuf Hall called it a shame. The legislator said it was late.",
            ["Yusuf Hall"] * 2,
        ),
        ("It will close two mills, a move unions described as “a betrayal”.", ["unions"]),
        (  # an office in another paragraph is no person's of whom nothing is told
            "Jean Pettigrew, 67, said: “It shook.”\n\nThe prime minister said help was near.",
            ["Jean Pettigrew", "The prime minister"],
        ),
        ("Nimbus Mining shut the pit. The company said copper was cheap.", ["Nimbus Mining"]),
    ],
)
def test_each_report_is_given_to_whom_a_reader_gives_it(
    shipped_tools: AnalysisTools, text: str, owners: list[str]
) -> None:
    found = analyse(read_verbatim(text, "x"), shipped_tools, assume_english=True)
    owner = {number: source.name for source in found.sources for number in source.attributions}
    assert [owner[item.id] for item in found.attributions if item.sure] == owners


def test_owners_without_end_make_no_wording_without_end(shipped_tools):
    text = "Ada Hill 's " * 200 + "dog barked."
    longest = max(
        len(label) for labels in named(text, shipped_tools).values() for label, _ in labels
    )
    assert longest < len(text) / 4  # or a wording would be made for each, all as long as the text


def test_who_has_been_named_once_is_known_without_counting_all_places(shipped_tools):
    text = "Ada Hill left. " + "She smiled. " * 5 + "She said it was late."
    [actor] = analyse(read_verbatim(text, "x"), shipped_tools, assume_english=True).naming
    assert actor.forms == {"full": 1, "pronoun": 6}

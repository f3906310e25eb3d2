"""Where descriptions are cut, by the small words of any language."""

from reader.core.sources.aliases import abbreviations
from reader.core.sources.words.joints import Joints
from reader.core.sources.words.reference_words import ReferenceWords

GERMAN = ReferenceWords(
    role_joins=frozenset({"von", "für"}),
    relative=frozenset({"der"}),
    name_openers=frozenset({"die"}),
    unabbreviated=frozenset({"für"}),
    seats=("S",),
)


def test_a_description_is_cut_by_the_words_of_its_language() -> None:
    joints = Joints.of(GERMAN)
    assert joints.part.split("sprecher von holm") == ["sprecher ", " holm"]
    assert joints.part.split("spokesman of holm") == ["spokesman of holm"]
    assert joints.relative.search("ein mann, der bellt")
    assert joints.past_role.split("bäcker für holm ")[0] == "bäcker"
    assert joints.seat.search("Ada Holm (S-Bern)")


def test_without_words_nothing_is_cut() -> None:
    joints = Joints.of(ReferenceWords())
    words = "spokesman of the ministers' council, who left (D-Calif.)"
    assert joints.part.split(words) == [words]
    assert not any(one.search(words) for one in (joints.relative, joints.owners, joints.seat))


def test_an_abbreviation_leaves_out_the_small_words_of_its_language() -> None:
    text = "Das Amt für Zahlen (die AZ) schweigt."
    assert abbreviations(text, GERMAN) == {"az": "amt für zahlen"}
    assert abbreviations(text, ReferenceWords()) == {}

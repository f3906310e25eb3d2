"""The kind of source that a description tells of."""

from dataclasses import replace

import pytest

from reader.core.sources.kinds_in_words.kinds import kind_of


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a spokesman for the militias", "armed-group"),
        ("a spokesman for the army", "military"),
        ("a police union leader", "civil-society"),
        ("who sells bread and chairs the Traders’ Association", "civil-society"),
        ("the president of the rail company", "business"),
        ("President", "official"),
        ("a professor of law at the University of Carrow", "expert"),
        ("a resident of the street behind the court", "citizen"),
        ("the mayor’s brother", "citizen"),
        ("the ministry’s annual report", "document"),
        ("a reporter for the local television", "media"),
        ("a Labour candidate", "party"),
        ("Rev Per Holm, parish priest", "civil-society"),
        ("Marta Lind (D-Calif.)", "official"),
        ("a party operative", "party"),
        ("the White House", "official"),
        ("Assistant U.S. Attorney", "official"),
        ("an emergency management coordinator", "official"),
        ("vice president of planning at Osk", "business"),
        ("the vice president of Kenya", "official"),
        ("director of policy at the Farmers’ Union", "civil-society"),
        ("founder of Mothers for Clean Air", "civil-society"),
        ("the chair of the Osk Parents", "civil-society"),
        ("; president of Courier Workers United", "civil-society"),
        ("Fire Chief Marcel Dubeau of the Larch Creek volunteers", "official"),
        ("Union water secretary", "official"),
        ("chairwoman", "unclear"),
        ("who leads the local chapter of Parents First", "civil-society"),
        ("who farms four hectares", "citizen"),
        ("a dairy farmer", "citizen"),
        ("a senior at Osk Central", "citizen"),
        ("a chairwoman", "business"),
        ("the mother of the director", "citizen"),
        ("a redacted copy of the memo", "document"),
        ("the Foreign Affairs Committee chairwoman", "official"),
        ("an official familiar with the talks", "official"),
        ("somebody close to the minister", "unclear"),
        ("a source familiar with the report of the police", "unclear"),
        ("people briefed on the plan", "unclear"),
        ("the director of Osk", "unclear"),
        ("president of Osk", "unclear"),
        ("an adviser to Ada Lund", "unclear"),
        ("who was for many years the long-serving head of the Democratic campaign", "party"),
        ("the tallest of them", "unclear"),
        ("Osk Athletics chief", "unclear"),
        ("its leader", "unclear"),
        ("Kenyan leaders", "official"),
        ("Osk Watch President", "unclear"),
        ("the outgoing president", "official"),
        ("a former international development secretary", "official"),
        ("a NYX representative", "unclear"),
        ("director general of prisons for Osk", "business"),
        ("an audit committee", "official"),
        ("an associate director of the Institute for the Study of Children", "expert"),
        ("head of the team behind the lamp", "unclear"),
        ("vice president of networks at Osk Motors", "business"),
        ("coordinator for the Redon Restoration Programme", "unclear"),
        ("Republican National Committee chairman", "party"),
        ("border agents", "official"),
        ("who worked with the Osk Herald", "unclear"),
        ("who worked for the Osk Herald", "media"),
        ("", "unclear"),
        ("somebody who saw the army leave", "unclear"),
        ("the member for Mildura", "official"),
        ("Member representing Ifo West in the House", "official"),
        ("a member of the choir", "civil-society"),
        ("the wine concern controlled by the Bronfman family", "business"),
        ("ISPR director general Lt Gen", "military"),
        ("the NDC Member of Parliament for Osk", "official"),
        ("Credai Osk Metro president", "business"),
        ("the Minority’s spokesperson on trade", "party"),
        ("the market queen", "civil-society"),
        ("the institute’s CEO", "expert"),
        ("Food Standards Agency", "official"),
        ("ZQX president", "unclear"),
        ("ZQX county chair", "unclear"),
        ("the NUT’s branch secretary", "civil-society"),
        ("NAFDAC director-general", "official"),
        ("Zonta president", "unclear"),
        ("Kenyan president", "official"),
        ("Shire president", "official"),
        ("KZN premier", "official"),
        ("CEO and founder", "business"),
        ("the hoteliers’ association", "business"),
        ("a defence spokesman", "military"),
        ("an opposition lawmaker", "party"),
        ("managing director", "business"),
        ("CSIRO entomologist Dr", "expert"),
    ],
)
def test_the_head_tells_the_kind(shipped_tools, words, kind):
    assert kind_of(words, shipped_tools.sources) == kind


def test_what_is_kept_of_one_description_is_told_of_no_other(shipped_tools):
    lists = shipped_tools.sources
    emptied = replace(lists, kinds={}, weak_kinds={})
    for _ in range(2):
        assert kind_of("president", lists) == "official"
        assert kind_of("president", lists, is_sure=True) == "unclear"
        assert kind_of("president", emptied) == "unclear"

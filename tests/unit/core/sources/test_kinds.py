"""The kind of source that a description tells of."""

import pytest

from reader.core.sources.kinds import kind_of


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
        ("", "unclear"),
        ("somebody who saw the army leave", "unclear"),
    ],
)
def test_the_head_tells_the_kind(shipped_tools, words, kind):
    assert kind_of(words, shipped_tools.sources) == kind

"""Who speaks: mentions that belong together, how well named, of what kind."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.core.sources.speaking import sources_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Marta Lind said the ferry was late. She added that crews were tired.",
            [("Marta Lind", 2, True)],
        ),
        (
            "Marta Lind, the harbour master, said the ferry was late. Lind said crews were tired.",
            [("Marta Lind", 2, True)],
        ),
        (
            "Marta Lind said the ferry was late. Oskar Brandt arrived at noon."
            " She said crews were tired.",
            [("Marta Lind", 1, True), ("she", 1, False)],
        ),
        (
            "Marta Lind said the ferry was late. Lind left at noon. She said crews were tired.",
            [("Marta Lind", 2, True)],
        ),
        ("He said the ferry was late.", [("he", 1, False)]),
        (  # the one person of this paragraph, though others spoke before
            "Marta Lind said it was late. Bo Stern said it was cold.\n\n"
            "The mayor, Ada Hill, came at noon. She said it was hot.",
            [("Marta Lind", 1, True), ("Bo Stern", 1, True), ("Ada Hill", 1, True)],
        ),
        (
            "A baker who lost her shop said it was hard. The baker said she would open again.",
            [("A baker", 2, True)],
        ),
        (
            "Mayor Marta Lind said it was late. The mayor said it was cold.",
            [("Marta Lind", 2, True)],
        ),
        (
            "Marta Lind, a spokeswoman for the port, and Oskar Brandt, a spokeswoman for the town,"
            " met. Lind said it was cold. Brandt said it was hot. The spokeswoman left, she said.",
            [("Marta Lind", 1, True), ("Oskar Brandt", 2, True)],
        ),
        (
            "The Office for Ferry Safety (OFS) said it was late. The OFS said it was cold.",
            [("Office for Ferry Safety", 2, True)],
        ),
        (
            "Sen. Marta Lind spoke at noon. Lind said it was late.",
            [("Marta Lind", 1, True)],
        ),
        (
            "Dr. Marta Abu Lind said it was late. Abu Lind said it was cold.",
            [("Marta Abu Lind", 2, True)],
        ),
        (
            "Marta Lind met Oskar Lind. Lind said it was late.",
            [("Lind", 1, True)],
        ),
        (
            "Marta Lind said it was late. Her claim that crews were tired is old."
            " Lind’s claim that it was cold is new.",
            [("Marta Lind", 3, True)],
        ),
    ],
)
def test_mentions_join_only_where_that_is_safe(text, expected):
    found = [(s.name, len(s.attributions), s.is_resolved) for s in sources_of(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "identification", "kind"),
    [
        (
            "Marta Lind, the mayor of Osterby, said the bridge was safe.",
            "named-with-role",
            "official",
        ),
        ("Marta Lind said the bridge was safe.", "named", "unclear"),
        ("A resident said the bridge was safe.", "described", "citizen"),
        ("Residents said the bridge was safe.", "group", "citizen"),
        ("Critics said the bridge was unsafe.", "group", "unclear"),
        ("The audit said the bridge was safe.", "described", "document"),
        ("Interior Minister Marta Lind said it was safe.", "named-with-role", "official"),
        ("Mr Lind said the bridge was safe.", "named", "unclear"),
        ("Marta Lind, 43, said the bridge was safe.", "named", "citizen"),
        ("Marta Lind, a baker, said the bridge was safe.", "named-with-role", "business"),
        ("The Lind campaign went on to the vote. Marta Lind said so.", "named-with-role", "party"),
        ("The mayor, Marta Lind, said the bridge was safe.", "named-with-role", "official"),
        ("A spokesman for the Teachers Union said it was unsafe.", "described", "civil-society"),
        ("A police union leader said it was unsafe.", "described", "civil-society"),
        ("A spokesman for the army said it was safe.", "described", "military"),
        ("The president of the company said it was safe.", "described", "business"),
        ("The Interior Ministry said the bridge was safe.", "named", "official"),
        ("A Pentagon official said the bridge was safe.", "described", "official"),
        ("Pentagon officials said the bridge was safe.", "group", "official"),
        ("A source said the bridge was safe.", "unnamed", "unclear"),
        ("Police said the bridge was safe.", "named", "official"),
        ("Anna Baker said the bridge was safe.", "named", "unclear"),
        ("“It was a first,” wrote Ben Hill in The Guardian.", "named-with-role", "media"),
        ("As the Post’s Ruth Hill puts it, “it is an offer.”", "named-with-role", "media"),
        (
            "“This is a step,” said Jo Holt, who was not involved in the study.",
            "named-with-role",
            "expert",
        ),
        (
            "Osk State commissioner for rural works Dax Brandt said the ferry was late.",
            "named-with-role",
            "official",
        ),
        (
            "One of the 14 councillors, Ann Bell, said the ferry was late.",
            "named-with-role",
            "official",
        ),
        ("Bo Lund lost her home. Lund said the ferry was late.", "named-with-role", "citizen"),
        ("The ferry was late, court papers show.", "described", "document"),
        ("A University of Carrow study found that eels grow.", "described", "document"),
        ("A Monmouth poll found that few would go.", "named", "document"),
        ("Respondents said the ferry was late.", "group", "citizen"),
        ("Osk Securities said the ferry was late.", "named", "business"),
        (
            "The Alternative for Germany won. Germany said the ferry was late.",
            "named",
            "official",
        ),
        (
            "Shares fell on lower profit, and the dividend was cut as revenue and earnings fell."
            " The Osk-based group said the ferry was late.",
            "described",
            "business",
        ),
        ("Brandt Inc. said the ferry was late.", "named", "business"),
        ("Brandt Steel Logistics said the ferry was late.", "named", "business"),
        ("ZQX managing director Ann Bell said it was late.", "named-with-role", "unclear"),
        (
            "The film opens in May. The actor sang songs for the album, a band played, and the"
            " movie won an Oscar. Ann Bell said the ferry was late.",
            "named",
            "citizen",
        ),
    ],
)
def test_a_source_has_a_grade_and_a_kind(text, identification, kind):
    (source,) = sources_of(text)
    assert (source.identification, source.kind) == (identification, kind)


@pytest.mark.parametrize(
    ("text", "name", "grade"),
    [
        (
            "Lugansk and Donetsk Regions have refused to recognize the vote.",
            "Lugansk and Donetsk Regions",
            "named",
        ),
        ("Anna Hill and Ben Stone said it was late.", "Anna Hill and Ben Stone", "named"),
        (
            "President Hill and Mayor Stone said it was late.",
            "President Hill and Mayor Stone",
            "named",
        ),
        (
            "Anna Hill and Ben Stone of Kell Motors said it was late.",
            "Anna Hill and Ben Stone",
            "named-with-role",
        ),
    ],
)
def test_two_joined_names_are_one_source_and_no_role_of_each_other(text, name, grade):
    (source,) = sources_of(text)
    assert (source.name, source.identification) == (name, grade)
    assert "and" not in (source.role or "").split()


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Mayor Marta Lind said it was safe. Lind said so twice.", "Marta Lind", "Mayor"),
        (
            "Marta Lind, a harbour pilot, came late. Marta Lind said the bridge was safe.",
            "Marta Lind",
            "a harbour pilot",
        ),
        (
            "Interior Ministry spokeswoman Ana Ruiz said it was safe.",
            "Ana Ruiz",
            "Interior Ministry spokeswoman",
        ),
        ("The Harbour Board said the bridge was safe.", "Harbour Board", None),
        (
            "Minister of Transport Ada Lund said it was safe.",
            "Ada Lund",
            "Minister of Transport",
        ),
        (
            "Retired nurse Ann Lee, 64, who lives there, said it was safe.",
            "Ann Lee",
            "Retired nurse",
        ),
        (
            "The firm’s director, a quiet man named Bo Stern, left. “It is safe,” he said.",
            "Bo Stern",
            "quiet man",
        ),
        (
            "An official who asked not to be named said the bridge was safe.",
            "An official",
            "who asked not to be named",
        ),
    ],
)
def test_a_title_is_a_role_and_no_part_of_the_name(text, name, role):
    (source,) = sources_of(text)
    assert (source.name, source.role) == (name, role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The gate, said Peter Cook, is shut. Cook said it was late.", "Peter Cook"),
        ("Cook, the owner, denied it. Peter Cook said it was late.", "Peter Cook"),
        ("The firm said it was late. It added that crews were tired.", "The firm"),
        ("Peter Cook said in a statement that it was late.", "Peter Cook"),
        ("Kiri Challenger, who owns it, left. Challenger said it was late.", "Kiri Challenger"),
        (
            "The head of the Council on Open Relations Alia Holm left. Holm said it was late.",
            "Alia Holm",
        ),
        ("Secretary of State Antony Lund said it was late.", "Antony Lund"),
        ("Tanaiste Leo Lund said it was late.", "Leo Lund"),
        ("Sens. Ada Lund and Bo Stern came. Lund said it was late.", "Ada Lund"),
        ("The Restaurants Association of Osk said it was late.", "Restaurants Association of Osk"),
        ("The Osk Morning Herald said it was late.", "Osk Morning Herald"),
    ],
)
def test_a_name_is_whole_and_holds_nothing_else(text, name):
    assert [source.name for source in sources_of(text)] == [name]


PIECES = (
    "Lind said it rained. ",
    "He said so. ",
    "Oslo is wet. ",
    "“No,” ",
    "\n",
    "Ada Hill, who thinks it rained, ",
    "said his friend, Bo Lund, who fears that ",
)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(PIECES)))
def test_mentions_lie_in_the_text_and_no_attribution_has_two_sources(parts):
    text = "".join(parts)
    sources = sources_of(text)
    ids = [number for source in sources for number in source.attributions]
    assert len(ids) == len(set(ids))
    assert all(0 <= m.start < m.end <= len(text) for s in sources for m in s.mentions)
    for source in sources:
        assert not any(one.overlaps(other) for one, other in pairwise(source.mentions))


def test_who_speaks_in_a_clause_of_its_own_mention_is_mentioned_once():
    text = "Ada Hill, who has said that it rained, said it was late."
    (source,) = sources_of(text)
    assert len(source.attributions) == 2
    assert [m.of(text) for m in source.mentions] == ["Ada Hill, who has said that it rained"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # whoever was the subject last, and not only who spoke
            "Mayor Bo Stern opened the plant. He said it was cheap. Later Mrs Ada Falk came in."
            " She said it was dear.",
            [("Bo Stern", 1), ("Ada Falk", 1)],
        ),
        (  # a role told sentences later belongs to the name
            "Marta Lind said it was late. Lind, the governor, left at noon."
            " The governor said it was cold.",
            [("Marta Lind", 2)],
        ),
        (
            "The mayor of Osterby, Bo Stern, came. Stern said it was late.",
            [("Bo Stern", 1)],
        ),
        (
            "A source said it was late. It rained. The source said it was cold.",
            [("A source", 2)],
        ),
        (
            "Another source said it was late. A source said it was cold.",
            [("Another source", 1), ("A source", 1)],
        ),
        (
            "Mr Bo Stern met Mrs Ada Falk. He said it was late.",
            [("Bo Stern", 1)],
        ),
        (  # two could be meant
            "Bo Stern, a baker, met Al Falk, a brewer. He said it was late.",
            [("he", 1)],
        ),
        (
            "Rebels took the bridge. The rebels said it was theirs.",
            [("The rebels", 1)],
        ),
        ("10:42 The mayor said it was late.", [("The mayor", 1)]),
    ],
)
def test_one_chain_joins_what_belongs_together(text, expected):
    found = [(source.name, len(source.attributions)) for source in sources_of(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # what somebody is, told by the words for who goes on speaking
            "Councillor Ada Hill came. Hill said it was late."
            " The former headteacher said it was cold.",
            [("Ada Hill", 2)],
        ),
        (
            "Bo Lund, a spokesman, said it was late. “It was cold,” the 43-year-old said.",
            [("Bo Lund", 2)],
        ),
        (  # the age tells who it is, not who spoke last
            "Bo Lund, 43, came. Ada Hill, 51, said it was late. The 43-year-old said it was cold.",
            [("Ada Hill", 1), ("Bo Lund", 1)],
        ),
        ("Ada Hill said it was late. The Italian said it was cold.", [("Ada Hill", 2)]),
        ("Ada Hill said it was late. The mother of four said no.", [("Ada Hill", 2)]),
        ("Ada Hill said it was late. The miller said it was cold.", [("Ada Hill", 2)]),
        (  # offices, and parts in an event, are somebody's already
            "Ada Hill said it was late.\n\nThe president said it was cold.",
            [("Ada Hill", 1), ("The president", 1)],
        ),
        (
            "Ada Hill said it was late. The victim said it was cold.",
            [("Ada Hill", 1), ("The victim", 1)],
        ),
        (  # a body is no nurse
            "Ada Hill said it was late. The council said no. The former nurse said it was cold.",
            [("Ada Hill", 2), ("The council", 1)],
        ),
        (
            "Osk Outdoor said it was late. Osk lost money. The Denver-based retailer said no.",
            [("Osk Outdoor", 2)],
        ),
        (  # a baker is no officer, and a woman no father
            "Ada Hill, a baker, said it was late. The officer said it was cold.",
            [("Ada Hill", 1), ("The officer", 1)],
        ),
        (
            "Mrs Ada Hill said it was late. The father of two said it was cold.",
            [("Ada Hill", 1), ("The father of two", 1)],
        ),
        (  # one leader is not the other
            "The leader came. The Harbour leader said it was late."
            " The Forest leader said it was cold.",
            [("The Harbour leader", 1), ("The Forest leader", 1)],
        ),
        ("The wife of the baker, Ada Hill, said it was late.", [("Ada Hill", 1)]),
        ("Union secretary Dean Holt came. Holt said it was late.", [("Dean Holt", 1)]),
        (
            "Joe Lund came. His brother Ben came. Ben Lund said it was late. Joe Lund said no.",
            [("Ben Lund", 1), ("Joe Lund", 1)],
        ),
        (  # a last name alone is that of the only bearer so far, and stays so
            "Joe Lund came. Lund said it was late. His brother Ben Lund came. Lund said no.",
            [("Joe Lund", 2)],
        ),
        (
            "Bo Lund met his wife, baker Ada Lund. Ms Lund said it was late. Mr Lund said no.",
            [("Ada Lund", 1), ("Bo Lund", 1)],
        ),
        (  # another noun takes up the only group of its kind
            "Gunmen came. The kidnappers said it was late. The attackers said no.",
            [("The kidnappers", 2)],
        ),
        ("Halva, a farmer’s widow, came. She said it was late.", [("Halva", 1)]),
        ("Their commander, Sunday Obi, said it was late.", [("Sunday Obi", 1)]),
        (  # who told her is not she
            "Ada Holm came. Councillor Lee Hart told her it was late. She said no.",
            [("Lee Hart", 1), ("Ada Holm", 1)],
        ),
        (  # who told her brother may be she
            "Ada Holm came. Councillor Lee Hart told her brother it was late. She said no.",
            [("Lee Hart", 2)],
        ),
        (
            "Mothers for Open Doors said it was late. Action for Renewal Party said no.",
            [("Mothers for Open Doors", 1), ("Action for Renewal Party", 1)],
        ),
        (  # named only after the first sentence
            "The education secretary is under fire. Ada Lund said it was late.\n\n"
            "The shadow education secretary, Bo Holt, said no. The education secretary said no.",
            [("Ada Lund", 2), ("Bo Holt", 1)],
        ),
        (
            "A nurse has lost her job. Ada Lund, 43, said it was late. The nurse said no.",
            [("Ada Lund", 2)],
        ),
        (  # whose office is told is not the one of the first sentence
            "A nurse has lost her job. Detective Bo Lund said it was late. The nurse said no.",
            [("Bo Lund", 1), ("The nurse", 1)],
        ),
        (
            "Councillor Bo Lund, leader of the Conservative group, came. Ada Hill said no."
            " The Tory leader said no.",
            [("Ada Hill", 1), ("Bo Lund", 1)],
        ),
        (
            "Union secretary Ada Lund of Osk and Aston said it was late. The nurse said no.",
            [("Ada Lund", 2)],
        ),
        (
            "Rupert Vane KC, a barrister, said it was late. The barrister said no.",
            [("Rupert Vane", 2)],
        ),
        (
            "Osk Borough Council came. Osk Council said it was late."
            " Labour-run Osk Council said no.",
            [("Osk Borough Council", 2)],
        ),
        (  # one is no mayor and president
            "Mayor Bo Lund came. President Lund said it was late.",
            [("Lund", 1)],
        ),
        (
            "Former President Bo Lund met Mayor Ada Lund. President Lund said it was late.",
            [("Bo Lund", 1)],
        ),
        (  # who speaks as "who", and nobody else of that kind
            "A militia member told us that it rained. That was said by one of the defectors, who"
            " said it was late. “It was cold,” the soldier said.",
            [("A militia member", 1), ("one of the defectors", 2)],
        ),
        ("Retired nurse Ada Lund said it was late. Lund said no.", [("Ada Lund", 2)]),
        (
            "Leader of the Opposition Ada Lund said it was late.",
            [("Ada Lund", 1)],
        ),
    ],
)
def test_an_epithet_means_who_goes_on_speaking(text, expected):
    found = [(source.name, len(source.attributions)) for source in sources_of(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a body called after somebody takes no name away
            "Donald Osk opened Osk Tower Manila. Osk said it was late. Mr Osk said no.",
            [("Donald Osk", 2)],
        ),
        (
            "Michael R. Bloomberg came. Bloomberg said it was late. Michael Bloomberg said no.",
            [("Michael R. Bloomberg", 2)],
        ),
        ("Bill Powers came. “It was late,” Mr Powers said.", [("Bill Powers", 1)]),
        ("Hill admits defeat\n\nMr Hill lands in Osk today. Ada Hill said no.", [("Ada Hill", 2)]),
        ("Rep. Ada Hill slams Reed\n\nHill said it was late.", [("Ada Hill", 2)]),
        (  # who is called a prince is called so by somebody else
            "Bo Reed came. One baker called Reed “the prince”. The baker said it was late.",
            [("The baker", 1)],
        ),
        ("Bo Reed said it was late. The Labour MP said it was cold.", [("Bo Reed", 2)]),
        (  # an office by itself is nobody
            "He fought it while mayor. Ada Hill came. She said it was late.",
            [("Ada Hill", 1)],
        ),
        (
            "Children growing up in his city, Bo Reed said, are well. He said no.",
            [("Bo Reed", 2)],
        ),
        ("Bo Reed lost. The former Osk governor wept. He said it was late.", [("Bo Reed", 1)]),
        (  # one sentence speaks of two
            "Ada Hill said it was late, after the former nurse said it was cold.",
            [("Ada Hill", 1), ("the former nurse", 1)],
        ),
        (
            "A lawmaker is calling for Donald Reed to be banned after the presidential candidate"
            " said it was late. “It was cold,” Ada Hill said. The lawmaker said no.",
            [("Ada Hill", 3), ("Donald Reed", 1)],
        ),
        (  # the name follows
            "A former bodyguard told the court that it was late. “It was cold,” Thabo Nkuna said.",
            [("Thabo Nkuna", 2)],
        ),
        (
            "A former bodyguard told the court it was late. “No,” baker Thabo Nkuna said.",
            [("A former bodyguard", 1), ("Thabo Nkuna", 1)],
        ),
        (
            "Osk lawmaker quits\n\nA lawmaker said it was late. Ada Hill said no.",
            [("Ada Hill", 2)],
        ),
        ("Many live in Southern Osk. Osk is wet. He said it was late.", [("he", 1)]),
        (  # what is told of somebody later hides no name
            "The head of Osk Mills said it was late. “It was cold,” Ada Hill said. Hill, a former"
            " lawyer, said no.",
            [("Ada Hill", 3)],
        ),
        (
            "He left the public works minister. The minister, Ada Hill, said it was late."
            " The minister said no.",
            [("Ada Hill", 2)],
        ),
        (
            "The minister, Ada Hill, said it was late. The French minister said no.",
            [("Ada Hill", 1), ("The French minister", 1)],
        ),
        ("Her counsel, advocate Bo Reed SC, said it was late. Reed said no.", [("Bo Reed", 2)]),
        ("The opposition People’s Congress said it was late.", [("People’s Congress", 1)]),
        (
            "Highways Management B.C. said it rained. HMBC said no.",
            [("Highways Management B.C.", 2)],
        ),
        (
            "Ada Hill, a retired midwife, said it was late. The retired midwife said no.",
            [("Ada Hill", 2)],
        ),
        (
            "Councillor Donald Osk came.\n\nThe builder Timothy Osk came. Mr Osk said it was late."
            "\n\nCouncillor Osk said no. Mr Osk said yes.",
            [("Timothy Osk", 2), ("Donald Osk", 1)],
        ),
        (
            "Ada Hill said it was late. The Presidency said no.",
            [("Ada Hill", 1), ("Presidency", 1)],
        ),
        (  # who is named only far behind is not meant
            "It rained. It rained on. It was wet. It was cold. It was late. The senator said no."
            "\n\nSen. Ada Hill said it was late.",
            [("The senator", 1), ("Ada Hill", 1)],
        ),
        (  # bodies of many sorts
            "The Osk Lake Authority said it was late. The agency said it was cold.",
            [("Osk Lake Authority", 2)],
        ),
        ("Lund’s team came. They said it was late.", [("Lund’s team", 1)]),
        (
            "A team of researchers at Osk University in Osk City, NY, said it was late.",
            [("A team of researchers at Osk University in Osk City, NY", 1)],
        ),
        (  # a couple, and whose wife she is
            "Anders and Anna Reed came. Anders said it was late. His wife said no. Her husband,"
            " she said, was cold.",
            [("Anders Reed", 1), ("Anna Reed", 2)],
        ),
        (
            "Mr Donald Osk came. His son came. “Late,” Timothy Osk said. His father said no.",
            [("Timothy Osk", 1), ("Donald Osk", 1)],
        ),
        (
            "Mrs Jean Tapp said it was late. Her husband, Hugh, said yes. Mr Tapp said no.",
            [("Jean Tapp", 1), ("Hugh", 2)],
        ),
        (
            "Mr Bo Reed married Ada Reed. His first wife said it was late.",
            [("His first wife", 1)],
        ),
        (  # the group that the last sentence holds, which is about nobody
            "Managers said it was late. It left some experts bewildered. They said no.",
            [("Managers", 1), ("some experts", 1)],
        ),
        (
            "The Osk Sentinel reported that it was late. “It was cold,” said Bo Reed."
            " Ada Hill left. The newspaper reported that it rained.",
            [("Osk Sentinel", 2), ("Bo Reed", 1)],
        ),
    ],
)
def test_names_and_descriptions_of_real_reports_are_joined(text, expected):
    found = [(source.name, len(source.attributions)) for source in sources_of(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A ministry press secretary said it was safe.", "official"),
        ("The SHO of the Osk police station said it was safe.", "official"),
        ("DCP Meera Nair said it was safe.", "official"),
        ("Detective Sgt. Bo Lund said it was safe.", "official"),
        ("Shadow housing minister Ada Lund said it was safe.", "party"),
        ("The opposition Osk Unity Congress said it was safe.", "party"),
        ("FBU regional secretary Ada Lund said it was safe.", "civil-society"),
        ("Mothers for Open Doors said it was safe.", "civil-society"),
        ("United Retail Workers said it was safe.", "civil-society"),
        ("His party, the Progress Movement, said it was safe.", "party"),
        (
            "Ada Lund, president of the Osk union, said no. The baker said it was safe.",
            "civil-society",
        ),
        ("Co-author Ada Lund said it was safe.", "expert"),
        (  # what somebody is comes before what she was and whose mother she is
            "Ada Lund, a director, came. Lund, a mother of four, said it was safe."
            " Lund is a former nurse.",
            "business",
        ),
        ("The harbour board met. Board chair Ada Lund said it was safe.", "official"),
        (
            "Mothers for Open Doors came. “It is safe,” founder Ada Lund said.",
            "civil-society",
        ),
        ("The general manager said it was safe.", "business"),
        ("A hospital cleaner said it was safe.", "citizen"),
        ("The author of the report said it was safe.", "expert"),
        ("Two key figures said it was safe.", "unclear"),
        ("Medics said it was safe.", "expert"),
        ("His sister May Stern said it was safe.", "citizen"),
        ("Hill Farm, a company, grew. Its director, Bo Stern, said it was safe.", "business"),
        ("The drivers’ league said it was safe.", "civil-society"),
        ("Interior Ministry spokesman Colonel Bo Stern said it was safe.", "official"),
        ("A local head of state said it was safe.", "official"),
        ("South Korea said it was safe.", "official"),
        ("The newspaper said it was safe.", "media"),
        (
            "The secretary general of KEI (a teachers union), Bo Stern, said so.",
            "civil-society",
        ),
        ("Bo Stern, who runs a café in Osk, said it was safe.", "business"),
        ("Ada Hill, who chairs the Tenants’ Union, said it was safe.", "civil-society"),
        (
            "It is safe, said Ada Hill, who has sold tea since May and chairs the Tenants’ Union.",
            "civil-society",
        ),
        ("Ada Hill, who chaired a review of it for the Institute of Roads, said so.", "expert"),
        ("Ada Hill, the mayor’s chief of staff, said it was safe.", "official"),
        ("Army Chief of Staff Bo Stern said it was safe.", "military"),
        ("Senator Eva Lund won. Bo Stern, a spokesman for Ms Lund, said it was safe.", "official"),
        ("Bo Stern, a spokesman for Ms Lund, said it was safe.", "unclear"),
        ("The ministry was angry. A spokesman, Bo Stern, said it was safe.", "official"),
        ("A report by the auditors Lund & Vale, seen by the Post, said it was safe.", "document"),
        ("The auditors Lund & Vale drew up a list. They wrote that it was safe.", "expert"),
        ("The Lund campaign grew. Ada Lund said it was safe.", "party"),
        ("Lund’s presidential campaign grew. Ada Lund said it was safe.", "party"),
        ("Few voted for Lund. Ada Lund said it was safe.", "party"),
        ("He endorsed Ada Lund. Lund said it was safe.", "party"),
        ("The Lund government fell. Ada Lund said it was safe.", "official"),
        ("A Lund government would fall. Ada Lund said it was safe.", "party"),
        ("The campaign grew. Ada Lund said it was safe.", "unclear"),
        ("Police came. Cpl. Bo Stern said it was safe.", "official"),
        ("Police came. A sergeant said it was safe.", "official"),
        ("Police and the army came. Cpl. Bo Stern said it was safe.", "military"),
        ("Cpl. Bo Stern said it was safe.", "military"),
        ("Civil society watchdog Clear Tap said it was safe.", "civil-society"),
        ("Osk Bank lends less. Osk Bank officials said it was safe.", "business"),
        ("Osk officials said it was safe.", "official"),
        ("Cole’s son, Bo Stern, runs the company now. Stern said it was safe.", "business"),
        ("Cole’s son, Bo Stern, runs often. Stern said it was safe.", "citizen"),
        ("Bo Stern admits it. Mr Stern said it was safe.", "unclear"),
        ("A judge heard the case. Bo Stern denies it. Mr Stern said it was safe.", "citizen"),
        ("Mr Lund lands today. President Ada Lund came. Mr Lund said it was safe.", "official"),
        ("The firm grew, President Ada Lund said. “It is safe,” Lund said.", "official"),
        ("According to data from Bo Stern, it is safe, Stern said.", "unclear"),
        ("Ada Lund, who works at a bakery in Osk, said it was safe.", "citizen"),
        ("Ada Lund, who runs a bakery in Osk, said it was safe.", "business"),
        ("Voters like the Lund campaign. The surgeon, Ada Lund, said it was safe.", "expert"),
        (
            "Voters like the Lund campaign and other Lund supporters. "
            "The surgeon, Ada Lund, said it was safe.",
            "party",
        ),
        (
            "Voters like the Lund campaign and other Lund supporters. "
            "Governor Ada Lund said it was safe.",
            "official",
        ),
        (
            "Voters like the Lund campaign and other Lund supporters. "
            "Senator Ada Lund said it was safe.",
            "party",
        ),
        (
            "Voters like the Lund campaign and other Lund supporters. "
            "His wife, Ada Lund, said it was safe.",
            "citizen",
        ),
        ("Cllr Ada Lund, leader of the Conservative group, said it was safe.", "party"),
        ("Cllr Ada Lund, leader of the council, said it was safe.", "official"),
        ("Ada Lund, a former nurse who leads the union, said it was safe.", "civil-society"),
        ("The paper’s Ada Lund said it was safe.", "media"),
        ("Ada Lund left. Bo Stern, a Lund spokesman, said it was safe.", "unclear"),
        ("Bo Stern, a Loomix spokesman, said it was safe.", "business"),
        ("The spokesman, Bo Stern, said it was safe.", "unclear"),
        ("“It is safe,” said Bo Stern, marketing director of Osk Bank.", "business"),
        ("Bo Stern, then a spokesman for the ministry, said it was safe.", "official"),
        (
            "The vote is near. Osk supporters left. A spokesman for Osk’s troops said two died.",
            "military",
        ),
        ("Bo Stern is chief economist at Osk. “It is safe,” Stern said.", "expert"),
        ("Bo Stern, from the Ministry of Works, said it was safe.", "official"),
        ("Bo Stern of Osk Bank said it was safe.", "business"),
        ("Bo Stern, from Kenya, said it was safe.", "unclear"),
        ("The Kenyan leader said it was safe.", "official"),
        ("The Jewish leader said it was safe.", "civil-society"),
        (
            "Voters like the Lund campaign and other Lund supporters. "
            "Secretary Lund said it was safe. “It is,” Ada Lund said.",
            "party",
        ),
        ("Bo Stern, who farms four hectares, said it was safe.", "citizen"),
        ("Bo Stern, who was rescued, said it was safe.", "citizen"),
        ("Deputy Commissioner of Police (Crime) Bo Stern said it was safe.", "official"),
        ("Warden Sgt. Bo Stern said it was safe.", "official"),
        ("The school principal said it was safe.", "official"),
        ("The anti-litter campaign said it was safe.", "civil-society"),
        ("The Lund campaign said it was safe before the election.", "party"),
        ("The Lund campaign said it was safe.", "civil-society"),
        ("The United States said it was safe.", "official"),
        ("Angela Merkel said it was safe.", "official"),
        ("Marine Le Pen said it was safe.", "party"),
        ("Bernie Sanders, an actor, said it was safe.", "citizen"),
        ("Ada Lund, who is running for mayor, said it was safe.", "party"),
        ("An invitation obtained by the Post said it was safe.", "document"),
        ("People who have spoken with ministers said it was safe.", "unclear"),
        ("A resident who knows the mayor said it was safe.", "citizen"),
        ("A Navy veteran said it was safe.", "citizen"),
        ("The Herald said it was late. A spokesman said it was safe.", "unclear"),
        ("A man from New Zealand said it was safe.", "citizen"),
        ("The paper shut. A spokeswoman for Osk said it was safe.", "business"),
        ("The firm shut. A spokeswoman said it was safe.", "business"),
        ("Senator Bernie Sanders said before the primary that it was safe.", "party"),
        ("Donald J. Trump, asked about the deaths of journalists, said it was safe.", "party"),
        ("The captain said it was safe.", "unclear"),
        ("The army came. The captain said it was safe.", "military"),
        ("Ada Lund is mayor. Ada Lund and her supporters said it was safe.", "official"),
        ("The army and aid workers said it was safe.", "military"),
        ("Bo Stern, an Oscar nominee, said it was safe.", "citizen"),
        ("Labour met the Conservatives. Bo Stern, the deputy leader, said it was safe.", "party"),
        ("Ada Lund spoke. Ada Lund voted. Ada Lund, 52, said it was safe.", "unclear"),
        ("Ada Lund, 52, said it was safe.", "citizen"),
        ("The home affairs spokesman, Bo Stern, said it was safe.", "unclear"),
        ("Lumen Studios spokesman Bo Stern said it was safe.", "business"),
        ("Gordon Brown told a full Sage Centre. A Sage Centre Gordon Brown said so.", "official"),
        ("Research showed that it was safe.", "document"),
        ("Ada Lund of Carrow Research said it was safe.", "expert"),
        (
            "Former secretary of state Hillary Clinton said before the election it was safe.",
            "party",
        ),
        ("Some Osk members said it was safe.", "unclear"),
        ("Professor Ada Lund measured it. Lund’s team said it was safe.", "expert"),
        ("Canada, a key producer of gold, said it was safe.", "official"),
        ("Governor Ada Lund, who is running for re-election, said it was safe.", "official"),
        ("Ada Lund, a doctoral candidate at Carrow University, said it was safe.", "expert"),
        ("Senator Ada Lund, a former presidential candidate, said it was safe.", "official"),
        ("Ada Lund, a guest on Fox News Channel, said it was safe.", "unclear"),
        ("The Boston Herald was shut. The paper said it was safe.", "media"),
        ("The study was out. The paper said it was safe.", "document"),
        ("The US, which can veto it, said it was safe.", "official"),
        ("Scientists for Global Care said it was safe.", "civil-society"),
        ("The Lakeside Observer Group said it was safe.", "civil-society"),
        ("A Fox News poll of mothers said it was safe.", "document"),
        ("New research from the Osk Police said it was safe.", "document"),
        ("Two key figures from the Osk Police said it was safe.", "official"),
        ("Some 42 percent of the Republicans said it was safe.", "citizen"),
        ("Four in ten Republicans said it was safe.", "citizen"),
        ("Ada Hill ran in the election. Hill spokesman Bo Lund said it was safe.", "unclear"),
        ("Voters like Ted Cruz. Cruz spokesman Bo Lund said it was safe.", "party"),
        ("Voters like Ted Cruz. Cruz's confidants said it was safe.", "party"),
        ("Bo Lund, press secretary for the Hill campaign in the election, said so.", "party"),
        ("Bo Lund, press secretary for the mayor, said it was safe.", "official"),
        ("Bo Lund, who hopes to unseat the mayor in the election, said so.", "party"),
        ("Bo Lund, the owner of the Osk Country Club, said it was safe.", "business"),
        ("Bo Lund, a nurse who had waited since dawn, said it was safe.", "citizen"),
        ("Bo Lund, a nurse who had worked since dawn, said it was safe.", "expert"),
        ("Bo Lund, a former policeman from Osk, said it was safe.", "citizen"),
        ("Bo Lund, a former police commissioner of Osk, said it was safe.", "official"),
        ("Vice President Al Byrd said it was safe. The Republican nominee said so.", "party"),
        ("Ann Coll, a Justice Department lawyer, said it was safe.", "official"),
        (
            "Donald Trump Just Revealed Who He Would Pick For The Vote. Donald Trump named one."
            " “I like him,” Trump said.",
            "party",
        ),
        ("Ohio said it was safe.", "official"),
        ("Bo Lund, a Merrill Lynch food analyst, said it was safe.", "expert"),
        ("Bo Lund, head of National Nurses United, said it was safe.", "civil-society"),
        ("Bo Lund, a Zonta vice president, said it was safe.", "unclear"),
        ("Voters met. President Ada Hill spoke. Candidate Hill said it was safe.", "official"),
        ("Voters met Hill supporters and Hill backers. Judge Ada Hill said so.", "official"),
        ("President Ada Hill, the voice for unity against ISIS, said so.", "official"),
        ("Voters like Ted Cruz. “It is safe,” spokesman Bo Lund said.", "party"),
        ("NATO allies said it was safe.", "official"),
        ("Bo Lund, a former secretary of state, said it was safe.", "official"),
        ("Osk raised money. The city said it was safe.", "official"),
        ("Most Swedes said it was safe.", "citizen"),
        ("Nine in 10 Americans said it was safe.", "citizen"),
        ("Osk authorities and media said it was safe.", "official"),
        ("Adm. Harry Lund, who leads the fleet, said it was safe.", "military"),
        ("Bo Lund, the president of Osk Watch, a conservative group, said so.", "civil-society"),
        ("Ann Coll, an immigration lawyer, said it was safe.", "expert"),
        ("Sierra Leone said it was safe.", "official"),
        ("Iran and Turkey said it was safe.", "official"),
        ("Norton Textiles and Norton Chemicals fell. Norton said it was safe.", "business"),
        ("Norton Foods fell. Norton Chairman Bo Lund said it was safe.", "business"),
        ("The academy was shut. A Westerville city spokeswoman said it was safe.", "official"),
        ("A spokesman for Osk, the wine concern, said it was safe.", "business"),
        ("Ted Cruz won the caucus. A spokesman for Cruz said it was safe.", "party"),
        ("Records show Bo Lund said it was safe.", "unclear"),
        ("Sean Hannity said it was safe.", "media"),
        ("The Osk Transit Trust met. The trust said it was safe.", "official"),
        ("The Osk Reading Trust met. The trust said it was safe.", "civil-society"),
    ],
)
def test_the_kind_comes_from_all_that_is_told(text, kind):
    assert [source.kind for source in sources_of(text)][-1] == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Al Jazeera", "media"),
        ("Proud Boys", "armed-group"),
        ("Plaid Cymru", "party"),
        ("Moody’s", "business"),
        ("Transport for London", "official"),
        ("Friends of the Earth", "civil-society"),
        ("The Globe and Mail", "media"),
        ("AT&T", "business"),
        ("Press Trust of India", "media"),
        ("Harrison Ford", "unclear"),
    ],
)
def test_a_listed_name_is_whole_and_of_its_kind(name, kind):
    text = f"The road was shut on Monday.\n\n{name} said on Tuesday that the plan was late."
    assert [(item.name, item.kind) for item in sources_of(text)] == [(name, kind)]


def test_mentions_stand_in_reading_order():
    text = "he may to critics may 😀 Ada to said , he told to told “ told now x"
    found = sources_of(text)
    assert any(len(source.mentions) > 1 for source in found)
    for source in found:
        assert list(source.mentions) == sorted(source.mentions)

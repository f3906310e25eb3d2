"""Whom names, descriptions and documents mean in the wordings of real reports."""

import pytest

from tests.unit.core.sources.speaking import sources_of


def speakers(text):
    return [(source.name, len(source.attributions)) for source in sources_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the name of a firm is no word for people
        ("Verizon said no. “It is late,” Verizon said.", [("Verizon", 2)]),
        ("OpenAI said no. The company said it was late.", [("OpenAI", 2)]),
        (
            "Customs and Border Protection (CBP) found it, Customs and Border Protection said. CBP"
            " said it was late.",
            [("Customs and Border Protection", 2)],
        ),
        # what follows a name goes on with a participle, or tells of two offices
        (
            "Jimmy Reed, 39, a Danish man visiting Osk, told a paper it was late. He said no.",
            [("Jimmy Reed", 2)],
        ),
        (
            "Bo Reed, a baker based in Osk, said no. The baker said it was late.",
            [("Bo Reed", 2)],
        ),
        (
            "Bo Reed, a former mayor of Osk and currently president of the council, said no."
            " The president said it was late.",
            [("Bo Reed", 2)],
        ),
        ("Dan (not his real name), a student in Osk, said no. He said so.", [("Dan", 2)]),
        # surnames and first names that are words too
        ("Mark Cuban said no. Cuban said he was late.", [("Mark Cuban", 2)]),
        ("David Lord said no. Lord said he was late.", [("David Lord", 2)]),
        ("Carol Church said no. Church said she was late.", [("Carol Church", 2)]),
        (
            "Bo Reed came. Sandy Holt, who lost her home, said no. “It was late,” she said.",
            [("Sandy Holt", 2)],
        ),
        # who is quoted is nobody in what is quoted
        (
            "It is late, said Bo Reed. Nationally it is worse. If a student's income falls, all"
            " is lost, he said.",
            [("Bo Reed", 2)],
        ),
        (
            "“It is late,” said Bo Reed. Under the law the Osk Peoples are free."
            "\n\n“It was cold,” he said.",
            [("Bo Reed", 2)],
        ),
    ],
)
def test_a_name_is_met_again(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A new research paper published in a journal says it is late. The paper said no."
            " The study said it was cold.",
            [("A new research paper published in a journal", 3)],
        ),
        ("A police report said no. The report said it was late.", [("A police report", 2)]),
        (
            "A police report said no. A council report said so. The report said it was late.",
            [("A police report", 1), ("A council report", 1), ("The report", 1)],
        ),
        (
            "A police report said no. The council report said it was late.",
            [("A police report", 1), ("The council report", 1)],
        ),
        (  # research in general is no study
            "Research in mice said no. The study said it was late.",
            [("Research", 1), ("The study", 1)],
        ),
    ],
)
def test_a_document_is_told_of_again_where_it_can_be_one_only(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # who governs a state, under the names of its seat and its capital
            "Russia has left. Moscow said it was late. The Kremlin said no. The Russian"
            " government said so. Ukraine’s government said it was cold. Ukraine said no.",
            [("Moscow", 3), ("Ukraine", 2)],
        ),
        ("The US said no. The United States said so.", [("United States", 2)]),
        (  # a city in which something happens is no government
            "Russia said no. The man was born in Moscow. He said it was late.",
            [("Russia", 1), ("The man", 1)],
        ),
        (
            "The Italian Supreme Court of Cassation said no. The Supreme Court said so. The Court"
            " said it was late.",
            [("Supreme Court of Cassation", 3)],
        ),
        (
            "The Osk Foundation for the Visual Arts said no. The Foundation said it was late.",
            [("Osk Foundation for the Visual Arts", 2)],
        ),
        ("Pastor Emeka Nwosu said no. The cleric said it was late.", [("Emeka Nwosu", 2)]),
        (
            "Daniel Reed, who founded Osk Foods, said no. Bo Lund said so. Osk Foods’ founder"
            " said it was late.",
            [("Daniel Reed", 2), ("Bo Lund", 1)],
        ),
        (  # of two who share a surname, the one who is not "Ms."
            "Daniel Reed said no. His sister, Lena Reed, said so. Ms. Reed said it was late. Reed"
            " said it was cold.",
            [("Daniel Reed", 2), ("Lena Reed", 2)],
        ),
        ("Kraftvann said no. The energy firm said it was late.", [("Kraftvann", 2)]),
        (  # a word that only judges takes up no name of which nothing is told
            "Kraftvann said no. This barbarous organization said it was late.",
            [("Kraftvann", 1), ("This barbarous organization", 1)],
        ),
        (
            "Defence Minister Corin Holt said no. The guerrilla chief said it was late.",
            [("Corin Holt", 1), ("The guerrilla chief", 1)],
        ),
        (
            "The militia has called for attacks, according to the Osk Institute. It said more"
            " were feared.",
            [("The militia", 1), ("Osk Institute", 2)],
        ),
        (
            "Chief of Staff Cheryl Mills said no. Mills said it was late.",
            [("Cheryl Mills", 2)],
        ),
        (
            "Premier Gail Holt spoke. “It is late,” Bo Reed, a nurse, said. The Labor leader said"
            " it was cold.",
            [("Bo Reed", 1), ("The Labor leader", 1)],
        ),
    ],
)
def test_other_words_mean_who_was_named(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Its leader, who goes by the name of Commander Sola, said no. Sola said it was late.",
            [("Sola", 2)],
        ),
        (
            "An okada rider, simply identified as Ime, said no. He said it was late.",
            [("Ime", 2)],
        ),
        ("Theresa May said no. May said it was late. Mrs May said so.", [("Theresa May", 3)]),
        ("In May Ada Hill said no. On May 3 she said it was late.", [("Ada Hill", 2)]),
        (
            "Donald Holt said no. Donald Holt Jr. said it was late. Mr Holt said so.",
            [("Donald Holt", 2), ("Donald Holt Jr.", 1)],
        ),
        ("Joseph Holt Jr. said no. Joseph Holt said it was late.", [("Joseph Holt", 2)]),
        ("Harlow Foods said no. Harlow said it was late.", [("Harlow Foods", 2)]),
        (
            "“They close it,” Rita Holt said. The union’s president said it was late.",
            [("Rita Holt", 2)],
        ),
        (
            "Philippa Dunn KC, defence counsel, said no. “It was late,” counsel said.",
            [("Philippa Dunn", 2)],
        ),
        (
            "The Irving Police Department said no. “It was late,” police said.",
            [("Irving Police Department", 2)],
        ),
        (
            "The Communications Workers of America said no. Workers said it was late.",
            [("Communications Workers of America", 1), ("Workers", 1)],
        ),
        (
            "Grace Holt, a teacher, said no. The incumbent said it was late.",
            [("Grace Holt", 1), ("The incumbent", 1)],
        ),
    ],
)
def test_names_that_are_given_or_shortened_are_known(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "nobodys"),
    [
        # a "he" that means nobody known is not somebody else next
        (
            "Ada Hill and Bo Lund met, and Lund got in digs. He accused Hill of haste."
            " He noted that Hill had taken money.",
            "he",
        ),
        # a last name that two bear
        (
            "Bo Lund spoke. Ada Reed, whose husband, Ty Reed, fell, met Lund. Lund said no."
            " Reed said it was late. “It is cold,” she said.",
            "she",
        ),
    ],
)
def test_a_pronoun_stays_unresolved_where_two_may_be_meant(text, nobodys):
    assert sources_of(text)[-1].name == nobodys


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the text began with one of a name
        (
            "Mark Reed to quit\n\nRep. Mark Reed will go, Ada Hill said. His wife Deb Reed left."
            "\n\n“It is late,” Reed said. Congressman Reed told a paper he was glad.",
            [("Ada Hill", 1), ("Mark Reed", 2)],
        ),
        # a family name that comes first
        (
            "Lee Jae-sung, leader of the party, said it was late. Lee said it was cold. The court"
            " sent for Lee Sang-ho.",
            [("Lee Jae-sung", 2)],
        ),
        # small words that are first names, and those that are none
        ("Di Holt, a chemist, said no. “It is late,” Holt said.", [("Di Holt", 2)]),
        ("Al Reed said no. Reed said he was late.", [("Al Reed", 2)]),
        ("Luigi Di Maro quit. Di Maro said it was late. He said so.", [("Luigi Di Maro", 2)]),
        # who goes on speaking is not whom the words are about
        (
            "Mr Hill said no. Ada Lee said Hill's plan was bad. “It will go on,” he said. Osk"
            " cheered.",
            [("Hill", 1), ("Ada Lee", 2)],
        ),
        (
            "Mr Hill came. Hill's plans were so secret that Bo King, a clerk, left. He said he was"
            " told late.",
            [("Bo King", 1)],
        ),
        # a headline, and a nameless one who is named soon
        (
            "Organizer says Osk is deaf\n\nThousands came. Speakers took turns. Ada Hill, an"
            " organizer with the union, said it was late.",
            [("Ada Hill", 2)],
        ),
        (
            "A woman who was robbed said on Sunday it was late. Ada Hill, who said it was cold,"
            " told a paper.",
            [("Ada Hill", 2)],
        ),
        # people who are together, and somebody whom a paper meets again much later
        (
            "Hundreds of demonstrators marched to Osk. The crowd chanted that it was late. The"
            " group said it would go on.",
            [("The crowd", 2)],
        ),
        ("Ada Hill, its leader, said no. Its leader said it was late.", [("Ada Hill", 2)]),
        ("Ada Hill came. On Friday, Hill Sunday night recounted it was late.", [("Ada Hill", 1)]),
        ("Labour MP for Osk Ada Hill said it was late. Hill said so twice.", [("Ada Hill", 2)]),
        ("The state Osk Party met. The state said it was late.", [("The state", 1)]),
        (
            "Lawmakers from the People Power Party left. The People Power Party said no.",
            [("People Power Party", 1)],
        ),
        # a first name and an age; further words before an office
        ("Lucy, 36, said no. Lucy said she was glad.", [("Lucy", 2)]),
        ("Osk Senator Jo Hill said no. “It is late,” the Labour senator said.", [("Jo Hill", 2)]),
        ("Labour MP Jo Hill said no. “It is late,” the Osk North MP said.", [("Jo Hill", 2)]),
        (
            "Labour MP Jo Hill said no. “It is late,” the Tory MP said.",
            [("Jo Hill", 1), ("the Tory MP", 1)],
        ),
        (
            "Shadow chancellor Jo Hill said no. Bo Reed came. The chancellor said it was late.",
            [("Jo Hill", 1), ("The chancellor", 1)],
        ),
        # bodies by the last word of their names, and in headlines and first sentences
        (
            "The Making Decisions Alliance said no. The alliance said it was late.",
            [("Making Decisions Alliance", 2)],
        ),
        (
            "US bank loses tapes\n\nThe Bank of Osk has lost them. The bank said it was late.",
            [("Bank of Osk", 1)],
        ),
        (
            "An Indian telecoms firm said it used lasers. Osko Telecom Ltd said so on Friday.",
            [("Osko Telecom Ltd", 2)],
        ),
        (
            "A bookmaker said it was late. Osko Hill said so on Friday, a spokesman for Osko Hill"
            " said.",
            [("Osko Hill", 2), ("a spokesman for Osko Hill", 1)],
        ),
        # letters, fields and initials of an office, and who leads what stands before
        ("Iain Hill KC said no. “It is late,” counsel said.", [("Iain Hill", 2)]),
        (
            "Director General of Police Rekha Sinha said no. Bo Reed left. The DGP said it was"
            " late. The police chief said so.",
            [("Rekha Sinha", 3)],
        ),
        ("Ada Hill said no. “It is late,” the former ambo said.", [("Ada Hill", 2)]),
        (
            "Harbour commissioner Wayne Holt said no. “It is late,” the Labour leader said.",
            [("Wayne Holt", 1), ("the Labour leader", 1)],
        ),
        # those who work or fight together
        (
            "Researchers said no. The team said it was late. The scientists said so.",
            [("Researchers", 3)],
        ),
        (
            "Troops fled. Fighters of the Northern Front said no. The Northern Front said it was"
            " late.",
            [("Northern Front", 2)],
        ),
        (
            "The Hill Peoples’ Front (HPF) said no. The HPF said it was late.",
            [("Hill Peoples’ Front", 2)],
        ),
        # a document is nobody who is named behind it
        (
            "According to an FBI summary of its inquiry, Ada Hill, a top aide, sent it. The"
            " summary said no.",
            [("an FBI summary of its inquiry, Ada Hill, a top aide", 2)],
        ),
        # a name with an owner in it, and a headline in capitals
        ("Save Our Sands said no. Save Our Sands said it was late.", [("Save Our Sands", 2)]),
        (
            "Holt Says His Plan Works\n\nBo Holt said no. Holt said it was late.",
            [("Bo Holt", 2)],
        ),
        # a report by whom and which
        ("The report says no. “It is late,” says its report.", [("The report", 2)]),
    ],
)
def test_whom_a_text_goes_on_about(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(("others", "times"), [(3, 2), (220, 1)])
def test_a_noun_that_hundreds_bear_means_none_of_them(others, times):
    names = (
        f"{one}{other}na".title()
        for one in "bdfghklmnprstv"
        for other in map("{}i".format, "bdfghklmnprstvwz")
    )
    crowd = " ".join(
        f"Tory senator {name} Reed came." for name, _ in zip(names, range(others), strict=False)
    )
    text = f"Labour senator Ada Hill said no. {crowd} The Labour senator said it was late."
    assert dict(speakers(text))["Ada Hill"] == times

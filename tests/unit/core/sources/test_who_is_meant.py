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

"""What a comparison finds in small articles: who is one, what is shared, what only one has."""

import json
from dataclasses import replace
from itertools import permutations

import pytest

from reader.core.across.comparison.comparing import compare
from reader.core.across.comparison.comparison import ComparedArticle, Comparison
from reader.core.across.comparison.comparison_words import ComparisonWords
from reader.core.across.comparison.figures import Figures
from reader.core.across.comparison.forms.document import comparison_document
from reader.core.across.comparison.forms.table import comparison_table
from reader.core.analysis.analysing import analyse
from reader.intake.read import read_article, read_text
from reader.paths import default_paths
from tests.english import ENGLISH

SAMPLES = default_paths().resources / "samples"


@pytest.fixture
def compared(shipped_tools):
    """Compares texts, each with a title of its own."""

    def of(*texts: str) -> Comparison:
        articles = (
            read_text(f"Title {'ABCDEFG'[n]}\n\n{text}", f"{n}.txt")
            for n, text in enumerate(texts)
        )
        return compare(
            [ComparedArticle(item.origin, analyse(item, shipped_tools)) for item in articles]
        )

    return of


@pytest.fixture(scope="module")
def samples(shipped_tools):
    paths = (SAMPLES / "eskerby-courier.md", SAMPLES / "eskerby-today.md")
    return compare(
        [
            ComparedArticle(path.stem, analyse(read_article(str(path)), shipped_tools))
            for path in paths
        ]
    )


def across(comparison: Comparison) -> dict[str, set[int]]:
    """Return the actors of several articles, with the articles."""
    found = {actor.name: {one.article for one in actor.labels} for actor in comparison.actors}
    return {name: articles for name, articles in found.items() if len(articles) > 1}


# One pair of texts each, and who must be one actor in both; everybody else stays apart.
JOINS = [
    ("Ada Renfrew spoke first, said Ada Renfrew.", "“No,” said Ada Renfrew.", {"Ada Renfrew"}),
    ("“Yes,” said Mayor Ada Renfrew.", "“No,” said Ms Renfrew.", {"Ada Renfrew"}),
    ("“Yes,” said Ada J. Renfrew.", "“No,” said Ada Renfrew.", {"Ada J. Renfrew"}),
    # two bear the name: nobody is joined to the bare one
    (
        "“Yes,” said Ada Renfrew. “No,” said Bert Renfrew.",
        "“Perhaps,” said Mr Renfrew on Monday.",
        set(),
    ),
    ("“Yes,” said Ada Renfrew.", "“No,” said Bert Renfrew.", set()),
    ("“Yes,” said Bo Lind Jr.", "“No,” said Bo Lind.", set()),
    # forms of address tell two of one name apart
    (
        "“Yes,” said Mr. Bert Renfrew. “No,” said Mrs. Ada Renfrew.",
        "“Perhaps,” said Mrs. Renfrew on Monday.",
        {"Ada Renfrew"},
    ),
    (
        "The Harbour Works Commission (HWC) met. The HWC said no.",
        "The HWC said that it would meet.",
        {"Harbour Works Commission"},
    ),
    # one word at the end of a name, and another convention
    ("“Yes,” the Osk Republicans said.", "“No,” the Republicans said.", set()),
    (
        "The Green National Convention met. The National Convention said no.",
        "The Labour National Convention met. The National Convention said yes.",
        set(),
    ),
    # a word alone may be another's in another article
    ("The campaign said no.", "The campaign said yes.", set()),
    ("The council said no.", "On Monday the council said yes.", {"the council"}),
    ("A spokesman said no.", "A spokesman said yes.", set()),
    ("Critics said no.", "Critics said yes.", set()),
]


@pytest.mark.parametrize(("one", "other", "expected"), JOINS)
def test_only_who_is_surely_one_is_joined(compared, one, other, expected):
    assert across(compared(one, other)).keys() == expected


# Texts, the wordings of one row, and who may be meant by it; the articles do not tell.
UNDECIDED = [
    # an office of one, and another role is told of the only one of this name
    (
        "Nominee Ada Reed came. President Reed had left, he said.",
        "“Yes,” said nominee Ada Reed.",
        {"President Reed"},
        ("Ada Reed",),
    ),
    # a last name alone, and two bear it in the other article
    (
        "“No,” said Governor Reed. Reed left.",
        "“Yes,” said Ada Reed. “No,” said Bert Reed.",
        {"Governor Reed", "Reed"},
        ("Ada Reed", "Bert Reed"),
    ),
    # two forms of address in one article are two people
    (
        "“No,” said Mr. Reed. “Yes,” said Mrs. Reed. Mr. Reed left, and Mrs. Reed stayed.",
        "“Yes,” said Ada Reed. “No,” said Bert Reed.",
        {"Mrs. Reed", "Reed"},
        ("Ada Reed", "Bert Reed"),
    ),
]


@pytest.mark.parametrize(("one", "other", "words", "perhaps"), UNDECIDED)
def test_what_the_articles_do_not_decide_stays_apart_and_is_told(
    compared, one, other, words, perhaps
):
    rows = {
        frozenset(label.text for label in actor.labels): actor.perhaps
        for actor in compared(one, other).actors
    }
    assert rows.get(frozenset(words)) == perhaps


def test_a_title_goes_to_who_bears_it_in_another_article(compared):
    found = compared(
        "Ada Reed came late. President Reed had left.",
        "“Yes,” said President Bert Reed. “No,” said Ada Reed.",
    )
    rows = {actor.name: {label.text for label in actor.labels} for actor in found.actors}
    assert "President Reed" in rows["Bert Reed"]
    assert "President Reed" not in rows["Ada Reed"]


def test_a_title_of_one_of_two_takes_no_bare_name_along(compared):
    found = compared(
        "“No,” said President Reed. Reed left. Reed wept.",
        "“Yes,” said President Bert Reed. “No,” said Ada Reed.",
    )
    rows = {actor.name: actor for actor in found.actors}
    assert {label.text for label in rows["Bert Reed"].of(0)} == {"President Reed"}


TITLES = [
    # nothing speaks against it: as newspapers write
    ("Ada Reed came. President Reed left.", "“Yes,” said Ada Reed.", {"President Reed"}),
    # somebody below the office, and the office under its short form
    ("Sen. Bo Lind came. Senator Lind left.", "“Yes,” said Bo Lind.", {"Senator Lind"}),
    (
        "Secretary Ada Reed came. Sec. Reed left.",
        "“Yes,” said nominee Ada Reed.",
        {"Sec. Reed"},
    ),
]


@pytest.mark.parametrize(("one", "other", "words"), TITLES)
def test_a_title_that_nothing_speaks_against_stays_with_the_name(compared, one, other, words):
    (actor,) = (item for item in compared(one, other).actors if len(item.name.split()) == 2)
    assert words <= {label.text for label in actor.labels}
    assert not actor.perhaps


@pytest.mark.parametrize(
    ("year", "articles"), [("2004-05-01", {0, 1}), ("2021-05-01", {1}), (None, {0, 1})]
)
def test_articles_of_another_time_may_mean_another(shipped_tools, year, articles):
    texts = [("“Yes,” said Ada Reed.", "2003-02-01"), ("“No,” said Judge Reed.", year)]
    dated = [
        replace(read_text(f"Title\n\n{text}", "a.txt"), published=date) for text, date in texts
    ]
    found = compare([ComparedArticle("a", analyse(one, shipped_tools)) for one in dated])
    (actor,) = (actor for actor in found.actors if actor.kind == "person")
    assert {label.article for label in actor.labels} == articles


def test_rival_names_of_one_group_are_one_actor(compared):
    found = compared(
        "The rebels fired on a bus near the bridge at Osk, the governor said.",
        "The terrorists fired on a school bus at the bridge near Osk.",
    )
    (actor,) = (item for item in found.actors if len({one.article for one in item.labels}) > 1)
    assert {label.text.split()[-1] for label in actor.labels} == {"rebels", "terrorists"}


def test_rival_names_in_another_matter_stay_apart(compared):
    found = compared(
        "The rebels fired on a bus near the bridge at Osk, the governor said.",
        "In the capital the terrorists were sentenced to ten years by a court.",
    )
    assert not across(found)


def test_a_source_has_words_and_verbs_of_each_article(compared):
    found = compared(
        "“It is a shameful plan,” said Ada Renfrew.",
        "Ada Renfrew claimed that the plan was bad. She admitted that it was legal.",
    )
    (source,) = (item for item in found.sources if item.name == "Ada Renfrew")
    assert [(part.article, part.words, set(part.verbs)) for part in source.parts] == [
        (0, 5, {"said"}),
        (1, 9, {"claimed", "admitted"}),
    ]


def test_a_source_has_a_strip_of_where_it_speaks(compared):
    words = (
        "“We were never asked,” said Ada Lind. "
        + "It rained. " * 20
        + "Ada Lind said that it hurt."
    )
    sections = comparison_table(compared(words, "Ada Lind said nothing would change."))
    rows = next(section.rows for section in sections if section.id == "sources")
    strip = next(row for row in rows if row.name == "Ada Lind").cells[0][0].strip
    assert [(one.start < 0.1, one.end > 0.9, one.is_indirect) for one in strip] == [
        (True, False, False),
        (False, True, True),
    ]


def test_what_a_quotation_lost_is_told(compared):
    found = compared(
        "“We will fight this plan in every court, if we must,” said Ada Renfrew.",
        "“We will fight this plan,” Ada Renfrew said.",
    )
    (quotation,) = found.quotations
    assert quotation.differs
    assert quotation.fullest == 0
    ((article, places),) = quotation.cut
    text = found.text_of(0)
    assert (article, [place.of(text) for place in places]) == (1, ["in every court, if we must"])


def test_what_a_very_long_quotation_lost_is_told(compared):
    parts = [f"the plan is number{number} and the mayor" for number in range(200)]
    cut = [*parts[:90], *parts[91:]]
    found = compared(*(f"“{', '.join(words)},” Ada Renfrew said." for words in (parts, cut)))
    (quotation,) = found.quotations
    ((_, (place,)),) = quotation.cut
    assert "number90" in place.of(found.text_of(0))
    assert len(place.of(found.text_of(0)).split()) == len(parts[90].split())


def test_the_same_quotation_does_not_differ(compared):
    found = compared(
        "“A plain betrayal of us,” said Ada Renfrew.", "It was “a plain betrayal of us”."
    )
    (quotation,) = found.quotations
    assert not quotation.differs


def test_the_same_quotation_again_and_again_is_one(compared):
    words = "“It is a plain betrayal of us,” said Ada Lind. " * 30
    found = compared(words, words)
    (quotation,) = found.quotations
    assert len(quotation.carried) == 60
    assert not quotation.differs


def test_short_quotations_of_two_speakers_are_two(compared):
    found = compared(
        "Ada Renfrew called it “a betrayal”.", "Bert Falk called the new law “a betrayal”."
    )
    assert found.quotations == ()


def test_sentences_are_shared_word_for_word(compared):
    found = compared(
        "It rained. The old bridge was closed on Monday for repairs.",
        "The old bridge was closed on Monday for repairs! It rained.",
    )
    ((one, other),) = found.shared_sentences
    assert (one.article, other.article) == (0, 1)
    assert one.span.of(found.text_of(0)).startswith("The old bridge")


def test_what_only_one_has_is_in_no_other(compared):
    found = compared(
        "In Osk, 300 people came. “No,” said Ada Renfrew. Some seven tents stood there.",
        "Some 300 people came, and 7 tents stood near Tamble. “Yes,” said Bert Falk.",
    )
    first, second = found.only_in
    assert [item.text for item in first.people] == ["Ada Renfrew"]
    assert [item.text for item in first.places] == ["Osk"]
    assert [item.text for item in second.people] == ["Bert Falk"]
    assert [item.text for item in second.places] == ["Tamble"]
    assert first.figures == second.figures == ()


FIGURES = [
    ("It cost £2m, or £2 million.", [(2e6, "£"), (2e6, "£")]),
    ("Some 60,000 came.", [(60000, "")]),
    ("Twenty-five per cent of 1.5 billion.", [(25, "%"), (1.5e9, "")]),
    ("On 9 May at 10:42 in room 4.", [(4, "")]),
    ("six hundred years", [(600, "")]),
    ("a B2B-2 firm, 10:15", []),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figures_have_a_value(shipped_tools, text, expected):
    finder = Figures(ENGLISH.lists(ComparisonWords), shipped_tools.sources.calendar)
    assert [(figure.value, figure.unit) for figure in finder.of(text)] == expected


def test_a_claim_shows_who_is_sure(compared):
    found = compared(
        "Ada Renfrew insisted that the market was losing £60,000 a year.",
        "The market may have lost £60,000 last year.",
    )
    (claim,) = found.claims
    assert claim.about == "£60,000"
    first, second = claim.parts
    assert first.attributed == (("Ada Renfrew", "insisted"),)
    assert not first.hedges
    assert [hedge.span.of(found.text_of(1)) for hedge in second.hedges] == ["may"]
    assert second.attributed == ()


def test_both_names_of_every_actor_of_the_samples_stand_together(samples):
    names = {actor.name: actor for actor in samples.actors}
    for name, wordings in {
        "Ada Renfrew": ({"Ada Renfrew", "Renfrew"}, {"Ada Renfrew", "Renfrew"}),
        "Piers Holloway": ({"Council leader Piers Holloway"}, {"Holloway"}),
        "Ines Falk": ({"Dr Ines Falk"}, {"Dr Ines Falk"}),
        "Kell & Stroud": ({"auditors Kell & Stroud"}, {"Kell & Stroud"}),
        "Stallholders’ Association": (
            {"Stallholders’ Association", "the association"},
            {"Stallholders’ Association", "the association"},
        ),
        "Dunmore": ({"Dunmore"}, {"Dunmore"}),
        "the council": ({"the council"}, {"the council"}),
    }.items():
        for article, expected in enumerate(wordings):
            assert expected <= {label.text for label in names[name].of(article)}, name
    shared = {source.name for source in samples.sources if len(source.parts) > 1}
    assert shared == {"Ada Renfrew", "Piers Holloway", "Ines Falk", "Police"}
    assert samples.quotations == ()  # the two carry no words of anybody in common


def test_the_document_is_plain_and_quotes_its_texts(samples):
    document = comparison_document(samples)
    assert list(document) == [
        *"schema articles actors sources quotations shared_sentences only_in".split(),
        *"hedges wording claims".split(),
    ]
    assert document == json.loads(json.dumps(document))
    texts = [samples.text_of(0), samples.text_of(1)]
    for family in ("hedges", "wording", "quotations", "claims"):
        for row in document[family]:
            for place in row["in"]:
                words = texts[place["article"]][place["start"] : place["end"]]
                assert place["text"] == words
    outlets = [item["outlet"] for item in document["articles"]]
    assert outlets == ["The Eskerby Courier", "Eskerby Today"]
    hidden = comparison_document(samples, has_outlets=False)
    assert [item["outlet"] for item in hidden["articles"]] == [None, None]


def test_the_order_of_the_articles_changes_no_fact(compared):
    texts = (
        "“We will fight this plan in every court,” said Ada Renfrew. It cost £3m.",
        "“We will fight this plan,” Renfrew said. The council met in Osk.",
        "Ada Renfrew spoke. The council met. It cost £4m.",
    )
    found = {
        (
            frozenset(across(result)),
            len(result.quotations),
            frozenset(one.text for only in result.only_in for one in only.figures),
        )
        for result in (compared(*order) for order in permutations(texts))
    }
    assert len(found) == 1


@pytest.mark.parametrize("number", [0, 1, 7])
def test_two_to_six_can_be_compared(compared, number):
    with pytest.raises(ValueError, match="2 to 6"):
        compared(*["It rained."] * number)


def test_comparing_grows_with_the_articles_in_line(shipped_tools, calls_of):
    def work(sentences: int) -> int:
        letters = "bcdfghjklmnpqrst"
        names = [f"{a}o{b}e{c}ar" for a in letters for b in letters for c in letters]
        words = [names[5 * n : 5 * n + 5] for n in range(sentences)]
        texts = (
            " ".join(f"The {' '.join(of)} may close, officials said." for of in words),
            " ".join(f"The {' '.join(of)} will close, the mayor said." for of in words),
        )
        articles = [
            ComparedArticle(str(n), analyse(read_text(text, f"{n}.txt"), shipped_tools))
            for n, text in enumerate(texts)
        ]
        found: list[Comparison] = []
        calls = calls_of(lambda: found.append(compare(articles)))
        assert len(found[0].claims) == sentences
        return calls

    work(10)  # what is made once
    assert work(160) < 6 * work(40)

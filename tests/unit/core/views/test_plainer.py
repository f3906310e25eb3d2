"""Plainer wordings stand in the form of the word that they could stand for."""

from dataclasses import replace

import pytest

from reader.core.analysis.analysis import Analysis
from reader.core.languages.language import PLAIN
from reader.core.lexicon.findings import Finding
from reader.core.lexicon.lexicon import Entry
from reader.core.text.spans import Span
from reader.core.views.plainer import fitted_entry
from reader.intake.read import read_text
from tests.english import ENGLISH


def fitted(entry: Entry, sentence: str) -> Entry:
    """Return the entry as it is shown for what stands in brackets."""
    start, end = sentence.index("["), sentence.index("]") - 1
    article = read_text(sentence.replace("[", "").replace("]", ""), "x.txt")
    analysis = Analysis(article, language_data=ENGLISH)
    finding = Finding(Span(start, end), "l", "wording", entry.category, entry, "confident")
    return fitted_entry(analysis, finding)


VERBS = [
    ("slam", "criticise", "The mayor [slammed] the plan.", "criticised"),
    ("slam", "criticise", "The mayor [slams] the plan.", "criticises"),
    ("slam", "criticise", "The mayor is [slamming] the plan.", "criticising"),
    ("slam", "criticise", "They will [slam] the plan.", "criticise"),
    ("slam", "criticise", "Mayor [Slams] Plan", "criticises"),
    ("plummet", "fall quickly", "Prices [plummeted] in May.", "fell quickly"),
    ("plummet", "fall quickly", "Prices had sharply [plummeted].", "fallen quickly"),
    ("rip", "break", "A plan [ripped] by rivals fell.", "broken"),
    ("rip", "break", "The [ripped] flag hung there.", "broken"),
    ("tear up", "break", "She [tore up] the deal.", "broke"),
    ("tear up", "break", "They watched the deal [torn up] there.", "broken"),
    ("muscle in", "enter", "Rivals [muscled in] on Monday.", "entered"),
    ("cosy up to", "be close to", "He [cosied up to] the board.", "was close to"),
    ("backfire", "have the opposite effect", "The plan [backfires].", "has the opposite effect"),
    ("stonewall", "not answer", "The firm [stonewalled] them.", "not answer"),
    ("gloss over", "strongly play down", "It [glossed over] the loss.", "strongly played down"),
    ("prance", "panic", "The crowd [pranced] there.", "panicked"),
    ("crush", "put down", "Troops [crushed] the revolt.", "put down"),
    ("fear-monger", "warn", "He [fear-mongered] about it.", "warned"),
    ("lay bare", "show: loses that it hid", "It [laid bare] a gap.", "showed: loses that it hid"),
]
NOUNS = [
    ("thug", "attacker", "The [thugs] fled.", "attackers"),
    ("thug", "attacker", "A [thug] fled.", "attacker"),
    ("henchman", "ally", "Her [henchmen] fled.", "allies"),
    ("outcry", "criticism", "There were [outcries].", "criticism"),
    ("tissue of lies", "set of untruths", "It told [tissues of lies].", "sets of untruths"),
    ("freeloader", "person who pays nothing", "Two [freeloaders] ate.", "people who pay nothing"),
    ("turncoat", "member who left", "Two [turncoats] won.", "members who left"),
    ("mob", "crowd", "No [mobs] came.", "crowds"),
]
EITHER = [
    ("henchman", "aide", "Her [henchmen] fled.", "aides"),
    ("rant", "speak angrily", "She [rants] at them.", "speaks angrily"),
    ("rant", "angry speech", "Two [rants] followed.", "angry speeches"),
    ("claim", "say", "The board [claims] it.", "says"),
    ("claim", "say", "The board [claimed] it.", "said"),
]
OTHERS = [
    ("brutal", "harsh", "It was [brutal].", "harsh"),
    ("ugly", "unpleasant", "An [uglier] scene followed.", "unpleasant"),
]


@pytest.mark.parametrize(
    ("part", "phrase", "plainer", "sentence", "expected"),
    [
        (part, *row)
        for part, rows in (("verb", VERBS), ("noun", NOUNS), (None, EITHER), ("adj", OTHERS))
        for row in rows
    ],
)
def test_the_form_of_the_text(
    part: str | None, phrase: str, plainer: str, sentence: str, expected: str
) -> None:
    entry = Entry(phrase, "forms", part, "emotive", "confident", (plainer,))
    assert fitted(entry, sentence).alternatives == (expected,)


def test_what_is_written_out_stays_as_listed() -> None:
    entry = Entry("slammed", "exact", None, "forceful", "confident", ("criticised",))
    assert fitted(entry, "She [slammed] it.") is entry


def test_a_slot_is_filled() -> None:
    entry = Entry("X-backed", "slot", None, "label", "confident", ("supported by X",))
    assert fitted(entry, "An [Oslo-backed] list won.").alternatives == ("supported by Oslo",)


def test_a_language_without_rules_leaves_the_base_form() -> None:
    entry = Entry("slam", "forms", "verb", "forceful", "confident", ("criticise",))
    analysis = replace(Analysis(read_text("She slammed it.", "x.txt")), language_data=PLAIN)
    finding = Finding(Span(4, 11), "l", "wording", "forceful", entry, "confident")
    assert fitted_entry(analysis, finding).alternatives == ("criticise",)

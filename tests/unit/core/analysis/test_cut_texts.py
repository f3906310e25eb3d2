"""Texts that end anywhere, begin anywhere, run together, double or shout: all are analysed.

A failure shows its text and what went wrong in one line.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.attribution.text_view import TextView, quotation_mask
from reader.core.document import analysis_document
from reader.core.text.article import Article, Zone
from reader.core.text.spans import Span
from reader.core.text.tokens import window
from reader.intake.text.plain_text import read_verbatim
from tests.english import tokenize

ROOT = Path(__file__).parents[4]
MARK = re.compile(r"\{(?:h|\d+)\.[a-z-]+(?:=[^:{}]+)?:|\}")  # see tests/quality/gold/README.md
STEP = 7  # words from one cut to the next; `tests/tools/cut_texts.py` makes every cut
BEFORE = 30  # words before a cut
STRANGE = (
    "\ud83d",
    "\udc00",
    "\u0301",
    "\x00",
    "\x07",
    "\x1b",
    "\x7f",
    "\x85",
    "\u200d",
    "\ufeff",
)


@cache
def whole_texts() -> tuple[str, ...]:
    """Return the marked articles of tests/quality without their marks, and the samples."""
    gold = sorted((ROOT / "tests/quality/gold").glob("*.txt"))
    samples = sorted((ROOT / "resources/samples").glob("*.md"))
    plain = [MARK.sub("", path.read_text("utf-8").partition("\n---\n")[2]) for path in gold]
    return (*plain, *(path.read_text("utf-8").split("---", 2)[2] for path in samples))


@cache
def words() -> tuple[tuple[str, ...], ...]:
    """Return each text as words with the space after them."""
    return tuple(tuple(re.findall(r"\S+\s*", text)) for text in whole_texts())


def problem_with(text: str, tools: AnalysisTools) -> str:
    """Return what the analysis of a text gets wrong and the text, in one line; "" for nothing."""
    article = Article(text, (Zone("paragraph", Span(0, len(text))),) if text else ())
    try:
        found = analyse(article, tools, assume_english=True)
    except Exception as error:  # noqa: BLE001 -- whatever it is, it is shown beside its text
        return f"{type(error).__name__}: {text!r}"
    spans = [
        span for item in found.attributions for span in (*item.source, *item.cue, *item.content)
    ]
    spans += [item.span for item in found.findings]
    spans += [span for source in found.sources for span in source.mentions]
    outside = [span for span in spans if not 0 <= span.start < span.end <= len(text)]
    return f"{outside[0]} is no place in {text!r}" if outside else ""


@pytest.mark.parametrize(
    "text",
    [
        '"Stop," he said,',
        "Residents said the noise that",
        "The mayor said critics that",
        "said y that",
        "The mayor told",
        "The mayor told reporters",
        "“Stop,” said 's",
        "Holm said:",
        "Holm said, “",
        "As Holm said",
        ", said Holm,",
        "who said",
        "by",
        "claim that",
        "claim of",
        "The mayor’s claim to",
        "According to",
        "In a poll",
        "Mayor Holm, a",
        "the mayor Ada Holm, the",
        "Ada Holm. The",
        "of Ada Holm said it. Holm of the",
        "Holm declined to",
        "It seems",
        "(",
        "said (",
        "Holm said “it” —",
        "Asked",
        "—, said",
        "of Monday said",
    ],
)
def test_a_text_that_ends_in_the_wrong_word(shipped_tools: AnalysisTools, text: str) -> None:
    assert problem_with(text, shipped_tools) == ""
    assert problem_with(text.upper(), shipped_tools) == ""


def test_the_marked_articles_cut_between_words(shipped_tools: AnalysisTools) -> None:
    for number, pieces in enumerate(words()):
        for end in range(1 + number % STEP, len(pieces) + 1, STEP):
            text = "".join(pieces[max(0, end - BEFORE) : end]).rstrip()
            assert problem_with(text, shipped_tools) == ""


@st.composite
def stretches(draw: st.DrawFn) -> str:
    """Give a stretch of an article from any word to any word, as it is, shouted or doubled."""
    pieces = draw(st.sampled_from(words()))
    start = draw(st.integers(0, len(pieces) - 1))
    text = "".join(pieces[start : start + draw(st.integers(1, 40))])
    change = draw(st.sampled_from(("as it is", "stripped", "shouted", "doubled", "in half")))
    changed = {
        "stripped": text.rstrip(),
        "shouted": text.upper(),
        "doubled": text * 2,
        "in half": text[: len(text) // 2],
    }
    return changed.get(change, text)


@settings(max_examples=300)
@given(
    parts=st.lists(st.one_of(stretches(), st.sampled_from(STRANGE)), min_size=1, max_size=4),
    between=st.sampled_from(("", " ", "\n\n", ", ")),
)
@example(parts=["The \ud83d mayor said", "that"], between="\x00")
def test_cut_joined_doubled_and_shouted_texts(
    shipped_tools: AnalysisTools, parts: list[str], between: str
) -> None:
    assert problem_with(between.join(parts), shipped_tools) == ""


@pytest.mark.parametrize("sign", STRANGE)
@pytest.mark.parametrize(
    "pattern", ["{}", "{} said", "Holm {} said it", "Holm said {}", "“{}” said Holm", "ma{}y"]
)
def test_strange_characters_anywhere(
    shipped_tools: AnalysisTools, pattern: str, sign: str
) -> None:
    assert problem_with(pattern.format(sign), shipped_tools) == ""
    analysis = analyse(read_verbatim(pattern.format(sign), "x"), shipped_tools)
    assert analysis_document(analysis, "x")["id"] == "x"


def test_tools_do_not_hide_the_text_that_failed(shipped_tools: AnalysisTools) -> None:
    assert len(repr(shipped_tools)) < 60


def test_a_window_answers_nothing_outside_its_column() -> None:
    column = window(("a", "b"), "")
    assert [column[place] for place in (-2, -1, 0, 1, 2, 40)] == ["", "", "a", "b", "", ""]


def test_a_view_has_nothing_outside_its_text(shipped_tools: AnalysisTools) -> None:
    tokens = tokenize("Holm said")
    view = TextView(tokens, ("NNP", "VBD"), shipped_tools.cues, ())
    for place in (-1, 2, 30):
        assert (view.words[place], view.lowers[place], view.tags[place]) == ("", "", "")
        assert view.inside[place] == quotation_mask(2, ())[place] == -1

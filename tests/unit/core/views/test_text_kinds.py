"""The kind of a text: guessed with a reason, and as the reader says."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.core.analysis.analysing import AnalysisTools, analyse
from reader.core.analysis.analysis import Analysis
from reader.core.corrections import apply
from reader.core.corrections.text_actions import set_text_kind
from reader.core.text.article import Fact, Removed
from reader.core.views.text_kinds import KindOfText, guessed_kind, kind_of_text
from reader.intake.read import read_text

BODY = "The council met on Monday. It voted late. " * 6
WRITER = "I walked to the mill. My boots were wet, and I was cold. " * 3
LIVE = "\n\n".join(f"{hour}:15 The doors open and people come in.\n" for hour in range(9, 15))


@pytest.fixture(scope="module")
def look(shipped_tools: AnalysisTools) -> Callable[..., Analysis]:
    def look(text: str, origin: str = "x.txt", **changes: object) -> Analysis:
        article = replace(read_text(text, origin), **changes)
        return analyse(article, shipped_tools)

    return look


@pytest.mark.parametrize(
    ("address", "kind", "words"),
    [
        ("https://paper.example/opinion/market.html", "opinion", "/opinion/"),
        ("https://paper.example/news/opinion/2026/market", "opinion", "/opinion/"),
        ("https://paper.example/commentisfree/2026/market", "opinion", "/commentisfree/"),
        ("https://paper.example/world/live/2026/market", "live", "/live/"),
        ("https://paper.example/news/market.html", "news", "/news/"),
        ("https://paper.example/2026/opinion", "unknown", ""),
        ("https://news.example/2026/market", "unknown", ""),
        ("/home/ada/opinion/market.txt", "unknown", ""),
    ],
)
def test_an_address_tells_the_kind(
    look: Callable[..., Analysis], address: str, kind: str, words: str
) -> None:
    found = guessed_kind(look(BODY, address))
    assert (found.kind, found.words) == (kind, words)
    assert found.reason == ("address" if words else "none")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Opinion: The market must stay", "opinion"),
        ("Analysis | What the vote means", "analysis"),
        ("Live: The vote as it happens", "live"),
        ("The vote: a council divided", "unknown"),
        ("Market to close", "unknown"),
    ],
)
def test_a_label_of_the_title_tells_the_kind(
    look: Callable[..., Analysis], title: str, kind: str
) -> None:
    assert guessed_kind(look(f"{title}\n\n{BODY}")).kind == kind


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        (WRITER, "opinion", "writer"),
        (f"“{WRITER}” said Ada Brook.", "unknown", "none"),
        (BODY * 12 + "I was there. I saw it. I left.", "unknown", "none"),
        (f"The day\n\n{LIVE}", "live", "times"),
    ],
)
def test_the_text_itself_tells_the_kind(
    look: Callable[..., Analysis], text: str, kind: str, reason: str
) -> None:
    found = guessed_kind(look(text))
    assert (found.kind, found.reason) == (kind, reason)


def test_a_note_that_was_left_out_tells_the_kind(look: Callable[..., Analysis]) -> None:
    note = Removed("The views expressed are the author’s own.", "a note", 0)
    found = guessed_kind(look(BODY, removed=(note,)))
    assert found == KindOfText("opinion", "note", "the views expressed")


def test_the_address_among_the_facts_counts(look: Callable[..., Analysis]) -> None:
    fact = Fact("address", "https://paper.example/comment/1", "meta og:url")
    assert guessed_kind(look(BODY, facts=(fact,))).words == "/comment/"


def test_the_reader_has_the_last_word(look: Callable[..., Analysis]) -> None:
    analysis = look(BODY, "https://paper.example/opinion/market")
    said = apply(analysis, (set_text_kind("news"),))
    assert kind_of_text(said) == KindOfText("news", "reader")
    assert guessed_kind(said).kind == "opinion"
    strange = apply(analysis, (replace(set_text_kind("news"), value="poem"),))
    assert kind_of_text(strange).kind == "opinion"

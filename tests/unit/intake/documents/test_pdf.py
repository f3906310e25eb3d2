"""PDF: columns, heads and feet, hyphens, paragraphs; scans, locks and bombs in a sentence."""

import multiprocessing
import os
import signal
import zlib
from multiprocessing import util
from types import SimpleNamespace

import make_samples as made
import pytest
from make_samples import Words, lines_of_text

from reader.errors import ImportFailedError
from reader.intake.documents.pdf import process, worker
from reader.intake.documents.pdf.process import read_pages
from reader.intake.read import read_bytes


@pytest.fixture
def here(monkeypatch):
    """Read in this process, as a worker of a cluster does; it takes less time."""
    monkeypatch.setattr(
        process.multiprocessing, "current_process", lambda: SimpleNamespace(daemon=1)
    )


def zones(article):
    return [(zone.kind, zone.span.of(article.text)) for zone in article.zones]


LEFT = ("The ferry stops running on", "Sunday, the harbour board", "said. It may start again.")
RIGHT = ("“We were never asked,” said", "Nell Harwick, who lives on", "the far side of the water.")
THIRD = ("The mayor rowed across on", "Monday, and many watched", "him from the quay.")


@pytest.mark.parametrize("columns", [(LEFT, RIGHT), (LEFT, RIGHT, THIRD)])
@pytest.mark.parametrize("is_row_by_row", [True, False])
@pytest.mark.usefixtures("here")
def test_columns_are_read_one_after_the_other(columns, is_row_by_row):
    placed = [lines_of_text(60 + 170 * place, 700, lines) for place, lines in enumerate(columns)]
    body = [one for row in zip(*placed, strict=True) for one in row]
    if not is_row_by_row:
        body = [one for column in placed for one in column]
    article = read_bytes(
        made.pdf([[Words(60, 760, "Ferry stops, and starts again", 20), *body]]), "x"
    )
    assert article.title == "Ferry stops, and starts again"
    told = " ".join(words for kind, words in zones(article) if kind == "paragraph")
    assert told == " ".join(line for lines in columns for line in lines)


@pytest.mark.usefixtures("here")
def test_heads_feet_and_numbers_of_pages_are_left_out_and_listed():
    pages = [
        [
            Words(60, 800, f"THE QUAY, 3 March 2021, page {number}", 8),
            *lines_of_text(60, 700, [f"Story {number}{sign} begins on a", "line and ends."] * 3),
            Words(300, 40, str(number), 8),
        ]
        for number, sign in ((1, "a"), (2, "b"), (3, "c"))
    ]
    article = read_bytes(made.pdf(pages), "x")
    assert article.text.count("begins on a line and ends.") == 9
    assert {(piece.text, piece.reason) for piece in article.removed} == {
        *(
            (f"THE QUAY, 3 March 2021, page {n}", "at the head or foot of every page")
            for n in "123"
        ),
        *((n, "page number") for n in "123"),
    }
    assert article.removed[0].position < article.removed[-1].position


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["The govern-", "ment left."], "The government left."),
        (["A well-known man is well-", "known here."], "A well-known man is well-known here."),
        (["The Harwick-", "Brook bill failed."], "The Harwick-Brook bill failed."),
        (["It was so \x97", "or nearly."], "It was so — or nearly."),
    ],
)
@pytest.mark.usefixtures("here")
def test_words_parted_at_the_end_of_a_line_are_joined(lines, words):
    lines = [line.replace("\x97", "—") for line in lines]
    page = [Words(60, 760, "Ferry", 20), *lines_of_text(60, 700, lines)]
    assert zones(read_bytes(made.pdf([page]), "x"))[1] == ("paragraph", words)


@pytest.mark.usefixtures("here")
def test_a_paragraph_goes_on_over_the_end_of_a_page():
    long = ["The ferry stops running on Sunday, said the board, and it", "may start again on a"]
    pages = [lines_of_text(60, 120, long), lines_of_text(60, 700, ["day that was not named."])]
    assert zones(read_bytes(made.pdf(pages), "x")) == [
        ("paragraph", f"{' '.join(long)} day that was not named.")
    ]


@pytest.mark.usefixtures("here")
def test_a_line_that_stands_in_begins_a_paragraph():
    lines = [
        Words(72, 700, "The ferry stops running on Sunday, and the board"),
        Words(60, 687, "of the harbour said that it may start again, soon."),
        Words(72, 674, "Nobody was asked, said Nell Harwick, who lives on"),
        Words(60, 661, "the far side."),
    ]
    assert [kind for kind, _ in zones(read_bytes(made.pdf([lines]), "x"))] == ["paragraph"] * 2


@pytest.mark.usefixtures("here")
def test_headings_of_two_sizes_lists_and_tables_of_contents():
    page = [
        Words(60, 780, "Ferry stops running", 24),
        Words(60, 750, "What the harbour board decided", 16),
        *lines_of_text(60, 700, ["Ferries . . . . . . . . 12", "The board met on Sunday, and"]),
        *lines_of_text(
            60, 674, ["decided this:", "\x95 no ferry in winter", "\x95 a bus instead"]
        ),
    ]
    page = [Words(one.x, one.y, one.text.replace("\x95", "•"), one.size) for one in page]
    article = read_bytes(made.pdf([page]), "x")
    assert zones(article) == [
        ("headline", "Ferry stops running"),
        ("subheading", "What the harbour board decided"),
        ("paragraph", "The board met on Sunday, and decided this:"),
        ("list-item", "no ferry in winter"),
        ("list-item", "a bus instead"),
    ]
    assert article.removed[0].reason == "line of a table of contents"


@pytest.mark.usefixtures("here")
def test_pages_without_words_are_told():
    pages = [[Words(60, 700, "The ferry stops running on Sunday.")], [], []]
    assert "Pages 2, 3 have no words" in read_bytes(made.pdf(pages), "x").caveats[0]


LOCK = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O({'a' * 32})/U({'b' * 32})>>/ID[(a)(a)]"
LOOP = ("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 99999/Kids[2 0 R 2 0 R]>>")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (made.pdf([[], []]), "holds no text: each page is a picture"),
        (made.pdf([[Words(60, 700, "The ferry.")]], LOCK), "locked with a password"),
        (b"%PDF-1.4\n" + b"\x00\xff" * 9_000, "damaged"),
        (made.story_pdf()[:400], "damaged"),
        (made.file_of_objects([*LOOP, "<<>>", "<<>>"]), "more time or memory"),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_cannot_be_read_is_one_sentence(data, told):
    with pytest.raises(ImportFailedError, match=told) as caught:
        read_bytes(data, "x.pdf")
    assert caught.value.message.endswith(".")


@pytest.mark.usefixtures("here")
def test_the_missing_part_is_named_with_the_line_to_type(monkeypatch):
    monkeypatch.setattr(worker, "pypdfium2", None)
    with pytest.raises(ImportFailedError) as caught:
        read_bytes(made.story_pdf(), "x.pdf")
    assert 'pip install "close-reader[pdf]"' in caught.value.hint
    assert caught.value.hint.startswith("PDF needs one more part: ")


def test_the_process_that_reads_is_one_of_its_own_and_ends():
    assert read_bytes(made.story_pdf(), "x.pdf").title == made.TITLE
    assert multiprocessing.active_children() == []


def test_a_bomb_ends_the_process_that_reads_and_nothing_else():
    drawn = zlib.compress(b"BT /F 10 Tf 72 700 Td (Hello there) Tj ET\n" * 2_500_000)
    page = "<</Type/Page/Parent 2 0 R/Contents 6 0 R/Resources<</Font<</F 3 0 R>>>>>>"
    head = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[5 0 R]>>", "<<>>", "<<>>"]
    stream = f"<</Filter/FlateDecode/Length {len(drawn)}>>stream\n".encode() + drawn
    file = made.file_of_objects([*head, page, "BOMB"]).replace(b"BOMB", stream + b"\nendstream")
    with pytest.raises(ImportFailedError, match=r"more time or memory|damaged"):
        read_bytes(file, "x.pdf")
    assert multiprocessing.active_children() == []


def test_nobody_waits_for_what_is_not_wanted():
    class NotWantedError(Exception):
        pass

    def refuse():
        raise NotWantedError

    with pytest.raises(NotWantedError):
        process.read_pages(made.story_pdf(), "x.pdf", still_wanted=refuse)
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(os.name != "posix", reason="only Unix sends Ctrl+C so")
def test_ctrl_c_while_its_process_starts_leaves_none_behind(monkeypatch):
    usual = util.spawnv_passfds
    started = []

    def spawn(*call):
        number = usual(*call)
        if "spawn_main" in repr(call):  # and not what looks after its pipes
            started.append(number)
        signal.raise_signal(signal.SIGINT)
        return number

    monkeypatch.setattr(util, "spawnv_passfds", spawn)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            read_pages(b"%PDF-1.7", "a.pdf")
    finally:
        signal.signal(signal.SIGINT, before)
    assert len(started) == 1
    with pytest.raises(ProcessLookupError):
        os.kill(started[0], 0)


def test_a_machine_that_starts_no_more_processes_is_told_of_a_pdf(monkeypatch):
    def spawn(*_call):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(util, "spawnv_passfds", spawn)
    with pytest.raises(ImportFailedError, match=r"no more can be started here: resource"):
        read_pages(b"%PDF-1.7", "a.pdf")

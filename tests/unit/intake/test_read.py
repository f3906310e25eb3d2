"""Files, pages and bad input, through the one door."""

import io
import os
import random
import sys

import pytest

from reader.core.text.spans import Span
from reader.errors import ImportFailedError, ReaderError
from reader.intake.read import (
    leave_out,
    read_article,
    read_bytes,
    read_pasted_html,
    read_pasted_text,
    restore_all,
)
from reader.intake.text.zones import restored

STORY = (
    "The ferry stops running on Sunday, the harbour board said on Monday evening.",
    "“We were never asked,” said Ada Brook, who sells tickets at the quay and lives nearby.",
    "The board did not say when the boat will sail again, and nobody answered the telephone.",
)
PAGE = f"""<!DOCTYPE html><html><head><title>Ferry stops | The Quay</title>
<meta property="og:title" content="Ferry stops running"><meta name="author" content="Nell Harwick">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle",
"headline": "Ferry stops running", "datePublished": "2021-03-03T07:15:00Z",
"publisher": {{"name": "The Quay"}}}}]}}</script></head>
<body><nav><ul><li>Home</li><li>Sport</li></ul></nav><article><h1>Ferry stops running</h1>
<p>{STORY[0]}</p><figure><img src="https://pictures.example/a.jpg">
<figcaption>The quay at noon</figcaption></figure><p>{STORY[1]}</p><p>{STORY[2]}</p></article>
<footer><p>© The Quay. All rights reserved, and no part may be copied without asking.</p></footer>
<script>document.write("hostile")</script></body></html>"""


def zones(article):
    return [(zone.kind, zone.span.of(article.text)) for zone in article.zones]


def test_a_saved_page_gives_its_story_in_order():
    article = read_bytes(PAGE.encode(), "ferry.html")
    assert zones(article) == [
        ("headline", "Ferry stops running"),
        ("paragraph", STORY[0]),
        ("caption", "The quay at noon"),
        ("paragraph", STORY[1]),
        ("paragraph", STORY[2]),
    ]
    assert (article.title, article.byline) == ("Ferry stops running", "Nell Harwick")
    assert (article.published, article.outlet) == ("2021-03-03", "The Quay")
    assert "hostile" not in article.text
    assert any("All rights reserved" in piece.text for piece in article.removed)


def test_a_page_without_the_ending_is_told_from_text():
    article = read_bytes(PAGE.encode(), "ferry")
    assert article.title == "Ferry stops running"


def test_a_page_saved_as_one_file_is_read():
    archive = (
        "From: <Saved>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="cut"\r\n\r\n--cut\r\n'
        'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
        f"{PAGE}\r\n--cut--\r\n"
    )
    assert read_bytes(archive.encode(), "ferry.mhtml").title == "Ferry stops running"


@pytest.mark.parametrize(
    ("source", "head"),
    [
        ("cid:frame-1@saved", "Content-ID: <frame-1@saved>"),
        ("inner.html", "Content-Location: http://quay.example/inner.html"),
        ("http://quay.example/a?b&amp;c", "Content-Location: http://quay.example/a?b&c"),
    ],
)
def test_frames_of_a_page_saved_as_one_file_show_their_pages(source, head):
    said = "In the frame the mayor said that the quay was empty, and that nobody had come."
    frame = f'<iframe src="http://[none"></iframe><iframe class="wide" src="{source}"></iframe>'
    part = "--cut\r\nContent-Type: text/html\r\n"
    archive = (
        "From: <Saved>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="cut"\r\n\r\n'
        f"{part}Content-Location: http://quay.example/\r\n\r\n"
        f"{PAGE.replace('</p>', f'</p>{frame}', 1)}\r\n"
        f"{part}{head}\r\n\r\n<p>{said}</p>{frame}\r\n--cut--\r\n"
    )
    assert read_bytes(archive.encode(), "ferry.mhtml").text.count(said) == 1


def test_a_pasted_piece_of_a_page_keeps_all_its_words():
    article = read_pasted_html("<h2>Ferry stops</h2><p>It stops.<br>Now.</p><ul><li>A bus</ul>")
    assert article.title == "Ferry stops"
    assert article.text.split() == ["Ferry", "stops", "It", "stops.", "Now.", "A", "bus"]


def test_what_the_story_finder_passes_over_can_be_put_back():
    heading = '<div class="widget"><h6>Who pays?</h6></div>'
    page = PAGE.replace(f"<p>{STORY[1]}</p>", f"{heading}<p>{STORY[1]}</p>")
    whole = restore_all(read_bytes(page.encode(), "ferry.html"))
    assert "Who pays?" in [words for _, words in zones(whole)]


@pytest.mark.parametrize(
    ("words", "left", "gone"),
    [
        ("never asked", [STORY[0], "The quay at noon", STORY[2]], [STORY[1]]),
        ("quay at noon", [STORY[0], STORY[1], STORY[2]], ["The quay at noon"]),
        (f"noon\n\n{STORY[1]}", [STORY[0], STORY[2]], ["The quay at noon", STORY[1]]),
    ],
)
def test_the_reader_leaves_out_what_is_no_part_of_the_article(words, left, gone):
    whole = read_bytes(PAGE.encode(), "ferry.html")
    start = whole.text.index(words)
    shorter = leave_out(whole, Span(start, start + len(words)))
    assert [text for _, text in zones(shorter)] == ["Ferry stops running", *left]
    by_reader = [piece for piece in shorter.removed if piece.reason == "left out by you"]
    assert [piece.text for piece in by_reader] == gone
    numbers = {shorter.removed.index(piece) for piece in by_reader}
    again = restored(shorter, frozenset(numbers))
    assert again.text == whole.text
    assert again.removed == whole.removed


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [(0, 0, "Select words"), (0, 5, "Select words"), (0, 10_000, "Nothing of the article")],
)
def test_a_title_is_not_left_out_and_something_stays(start, end, told):
    with pytest.raises(ReaderError, match=told):
        leave_out(read_bytes(PAGE.encode(), "ferry.html"), Span(start, end))


def test_a_page_without_a_story_shows_all_words_and_says_so():
    article = read_bytes(b"<html><body><table><tr><td>Ferry<td>Bus</table>", "x.html")
    assert article.text.split() == ["Ferry", "Bus"]
    assert "No story was found" in article.caveats[0]


def test_a_deep_page_loses_no_words():
    page = "<html><body>" + "<div>" * 3000 + f"<p>{STORY[0]}</p>" + "</div>" * 3000 + "<p>End.</p>"
    article = read_bytes(page.encode(), "deep.html")
    words = article.text + "".join(piece.text for piece in article.removed)
    assert STORY[0] in words
    assert "End." in words


def test_verbatim_keeps_every_character(tmp_path):
    path = tmp_path / "a.html"
    path.write_bytes(b"<p>One\r\n\r\ntwo\x00\r</p>")
    assert read_article(str(path), verbatim=True).text == "<p>One\r\n\r\ntwo\x00\r</p>"


def test_standard_input_is_read(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY[0].encode())))
    assert read_article("-").text == STORY[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \r\n\x00 ", "is empty"),
        (b"PK\x03\x04rest", "not text"),
        (b"<html><body></body></html>", "holds no words"),
    ],
)
def test_a_file_without_an_article_is_told_in_one_sentence(tmp_path, data, words):
    path = tmp_path / "thing.html"
    path.write_bytes(data)
    with pytest.raises(ImportFailedError) as caught:
        read_article(str(path))
    assert words in caught.value.message
    assert caught.value.message.count(".") <= 2
    assert caught.value.hint


@pytest.mark.parametrize("data", [b"---\ntags: a\n---\n", b"# \n", b"![](a.png)\n"])
def test_a_file_in_markdown_without_words_is_no_article(data):
    with pytest.raises(ImportFailedError, match=r"no words in “a\.md”"):
        read_bytes(data, "a.md")


@pytest.mark.parametrize(
    ("origin", "words"), [("", "folder"), ("nowhere.txt", "is not there"), ("a\x00b", "cannot")]
)
def test_a_path_that_cannot_be_read_is_told(tmp_path, origin, words):
    with pytest.raises(ImportFailedError) as caught:
        read_article(str(tmp_path / origin) if "\x00" not in origin else origin)
    assert words in caught.value.message


def test_a_text_of_nothing_but_furniture_is_shown_as_it_is():
    assert read_pasted_text("Share this article").text == "Share this article"


def test_nothing_to_paste_is_told():
    with pytest.raises(ImportFailedError, match="no text to paste"):
        read_pasted_text(" \n\x00")


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("x.html", b"<!---->"),
        ("x.html", b"<!DOCTYPE html ["),
        ("x.html", b"<div>"),
        ("x.html", b"<a "),
        ("x.html", b"<ul><li>x "),
        ("x.md", b"["),
        ("x.md", b"![a]("),
        ("x.md", b"*a "),
        ("x.txt", b"(photo "),
        ("x.txt", b"By Aa "),
    ],
)
def test_hostile_text_takes_no_longer_than_its_length(name, piece, grows_in_line):
    start = {"x.md": b"# T\n\n", "x.html": b"<p>", "x.txt": b""}[name] + STORY[0].encode()
    assert grows_in_line(lambda times: read_bytes(start + piece * times, name))


def mangled(page, dice):
    parts = list(page)
    for _ in range(40):
        place = dice.randrange(len(parts))
        junk = dice.choice(["<", ">", "</p", '"', "&#x", ""])
        parts[place : place + dice.randrange(12)] = junk
    return "".join(parts)


def told(data):
    """Return the text of a page, or the sentence that says why there is none."""
    try:
        return read_bytes(data, "x.html").text
    except ImportFailedError as error:
        return error.message


@pytest.mark.parametrize("seed", range(40))
def test_mangled_pages_end_in_words_or_in_a_sentence(seed):
    assert told(mangled(PAGE, random.Random(seed)).encode()).strip()


@pytest.mark.parametrize("word", ["", " "])
def test_a_call_that_names_nothing_says_so(word):
    with pytest.raises(ImportFailedError, match="No article was named"):
        read_article(word)


def test_what_would_be_waited_for_without_end_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ImportFailedError, match="is no file with text in it"):
        read_article(str(tmp_path / "pipe"))


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_file_of_too_many_lines_is_refused_before_it_is_read(name):
    with pytest.raises(ImportFailedError, match="more lines than an article can have"):
        read_bytes(b"a\n" * 1_000_001, name)


@pytest.mark.parametrize(
    "start",
    ["<rss version='2.0'>", "<?xml version='1.0'?>\n<feed xmlns='a'>", "<opml>", "<rdf:RDF>"],
)
def test_a_feed_is_told_as_one(start):
    with pytest.raises(ImportFailedError, match="is a feed") as told:
        read_bytes(start.encode() + b"<a>The ferry stops.</a>", "a.xml")
    assert "feeds follow" in told.value.hint
    assert (
        read_bytes(b"<feedback> The ferry stops.", "a.txt").text == "<feedback> The ferry stops."
    )


def test_standard_input_that_cannot_be_read_is_told(monkeypatch, tmp_path):
    with (tmp_path / "written").open("wb") as file:  # which can only be written to
        monkeypatch.setattr(
            sys, "stdin", io.TextIOWrapper(io.FileIO(file.fileno(), closefd=False))
        )
        with pytest.raises(ImportFailedError, match="Standard input cannot be read"):
            read_article("-")


@pytest.mark.parametrize("is_exact", [False, True])
def test_a_text_that_nobody_could_wait_for_is_refused(is_exact, monkeypatch):
    text = b"It rains in Danby, and nobody says so."
    assert read_bytes(text, "a.txt", verbatim=is_exact).text
    monkeypatch.setattr("reader.intake.read._MOST_CHARACTERS", 37)
    with pytest.raises(ImportFailedError, match="has 38 characters; an article can"):
        read_bytes(text, "a.txt", verbatim=is_exact)


@pytest.mark.parametrize("nothing", ["\u200b", "\u2060\u200e", "\xad", "\ufeff"])
def test_facts_that_show_nothing_are_none(nothing):
    names = ("property='og:site_name'", "name='author'", "property='og:title'")
    head = "".join(f"<meta {name} content='{nothing}'>" for name in names)
    page = f"<html><head><title>{nothing}</title>{head}</head><p>The mayor said so.</p></html>"
    article = read_bytes(page.encode(), "a.html")
    assert (article.title, article.byline, article.outlet, article.facts) == (None, None, None, ())

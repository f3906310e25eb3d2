"""Pages as they are built today: what is kept, in which zone, and what is said of the rest."""

from base64 import b64encode
from html import escape
from urllib.parse import quote

import pytest

from reader.errors import ReaderError
from reader.intake.pages.caveats import caveats_of
from reader.intake.read import read_bytes
from reader.intake.text.zones import Piece

LEAD = "The ferry stops running on Sunday, the harbour board said on Monday evening in Danby."
SAID = "“We were never asked,” said Ada Brook, who sells tickets at the quay and lives nearby."
END = "The board did not say when the boat will sail again, and nobody answered the telephone."


def read(body, head=""):
    page = f"<html><head><title>Ferry stops</title>{head}</head><body>{body}</body></html>"
    return read_bytes(page.encode(), "ferry.html")


def story(middle, head=""):
    return read(
        f"<article><h1>Ferry stops</h1><p>{LEAD}</p><p>{SAID}</p>{middle}<p>{END}</p></article>",
        head,
    )


def linked(words):
    return f'<script type="application/ld+json">{words}</script>'


def zones(article):
    return [(zone.kind, zone.span.of(article.text)) for zone in article.zones]


def reasons(article, words):
    return [piece.reason for piece in article.removed if words in piece.text]


def test_equal_paragraphs_in_a_row_all_stay():
    assert story(f"<p>{SAID}</p>" * 3).text.count(SAID) == 4


def test_the_same_caption_comes_once():
    figure = "<figure><img src=a.jpg><figcaption>The quay at noon</figcaption></figure>"
    article = story(figure * 2)
    assert zones(article).count(("caption", "The quay at noon")) == 1
    assert reasons(article, "The quay at noon") == ["given twice"]


def test_a_letter_that_is_a_word_elsewhere_is_no_drop_cap():
    article = read("<h2>A</h2><p>old mill stands here.</p><p>It is a mill of old.</p>")
    assert "Aold" not in article.text


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>Are you smart?<b>Before</b> noon she was.</p>", "smart? Before noon"),
        ("<p><span>By</span><span>Ann Holt</span> of the board, she said.</p>", "By Ann Holt of"),
        ("<p>It fell in<br>Danby on <i>Mon</i>day.</p>", "fell in Danby on Monday."),
        (
            "<div>It has <div style='display: inline-block'>no</div> break today.</div>",
            "It has no break today.",
        ),
        (
            "<p>A drop <b>c</b>ap and eBay and H<sub>2</sub>O stay.</p>",
            "A drop cap and eBay and H2O",
        ),
        ("<span>T</span><p>urkey and Poland are on the list.</p>", "Turkey and Poland are on"),
        ("<p>He said: <q>“No.”</q> Then he went.</p>", "said: “No.” Then"),
        ("<p>She said: <q>He said <q>no</q> to us.</q></p>", "said: “He said ‘no’ to us.”"),
        (
            "<p>soft\u00adhyphen and zero\u200bwidth are gone today.</p>",
            "softhyphen and zerowidth",
        ),
    ],
)
def test_words_are_neither_glued_nor_torn(markup, words):
    assert words in story(markup).text


def test_standfirst_and_kicker_have_zones_of_their_own():
    article = read(
        "<article><div class=kicker>Harbour</div><h1>Ferry stops</h1>"
        f"<p class=standfirst>Islanders wait for an answer from the board</p>"
        f"<p class=byline>By Ann Holt</p><p>{LEAD}</p><p>{SAID}</p><p>{END}</p></article>"
    )
    assert zones(article)[:4] == [
        ("headline", "Ferry stops"),
        ("kicker", "Harbour"),
        ("standfirst", "Islanders wait for an answer from the board"),
        ("dateline", "By Ann Holt"),
    ]


def test_a_kicker_inside_the_heading_is_not_glued_to_it():
    article = read(
        f"<article><h1><span class=kicker>Harbour</span>Ferry stops</h1><p>{LEAD}</p><p>{SAID}</p>"
        f"<p>{END}</p></article>"
    )
    assert article.title == "Ferry stops"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Follow us on Facebook for more", "invitation to follow, sign up or write"),
        ("We want to hear what you think about this article.", "invitation to follow"),
        ("Sign up for our newsletter to read more like this.", "invitation to follow"),
        ("Story continues below", "part of the page"),
        ("This site uses Akismet to reduce spam.", "note of the site about itself"),
        ("Photo: Otto Brill", "credit of a picture"),
        ("Copy Link URLCopied!", "part of the page"),
        ("Link copied to clipboard", "part of the page"),
        ("Ann Holt is a reporter who covers harbours.", "about the author"),
    ],
)
def test_what_a_page_says_beside_its_story_is_left_out(words, reason):
    head = '<meta name="author" content="Ann Holt">'
    article = story(f"<p>{SAID}</p><p>{END}</p><p>{words}</p>", head)
    assert words not in article.text
    assert reasons(article, words)[0].startswith(reason)


def test_a_note_on_this_very_story_stays_a_note():
    note = "Correction: an earlier version named another quay."
    assert ("standing-note", note) in zones(story(f"<p>{note}</p>"))


def test_text_that_unfolds_counts_as_shown():
    article = story(
        f"<details><summary>Why it stops</summary><p>{LEAD} Again.</p></details>"
        '<button aria-controls="more">More</button>'
        f'<div id="more" hidden><p>{SAID} Again.</p></div>'
    )
    assert "Why it stops" in article.text
    assert article.text.count("Again.") == 2


@pytest.mark.parametrize(
    "control",
    [
        '<a href="#more">More</a>',
        "<span onclick=\"document.getElementById('more').hidden = false\">More</span>",
        '<a class="toggle" data-target="#more">More</a>',
    ],
)
def test_a_control_in_a_line_unfolds_too(control):
    words = "Then the board met again in the evening."
    assert words in story(f'<p>{control}</p><p id="more" hidden>{words}</p>').text


def test_the_panel_of_another_tab_counts_as_shown():
    words = "Then the board met again in the evening."
    assert words in story(f'<div role="tabpanel" hidden><p>{words}</p></div>').text


def test_a_heading_by_its_role_is_a_subheading():
    article = story('<div role="heading" aria-level="2">What comes next</div>')
    assert ("subheading", "What comes next") in zones(article)


def test_what_a_form_offers_is_told():
    words = "The board meets again on Monday."
    assert reasons(story(f"<p>Choose: <select><option>{words}</select></p>"), words) == ["form"]


def test_a_paragraph_that_differs_from_the_page_data_is_told():
    body = " ".join(f"{LEAD} It was vote {number} of the day." for number in range(20))
    shown = f"{LEAD} It was the last vote of the day."
    article = read(
        f"<p>{shown}</p>", linked(f'{{"@type": "NewsArticle", "articleBody": "{body}"}}')
    )
    assert reasons(article, "last vote") == ["given twice"]


def test_hidden_text_is_left_out_with_its_reason():
    article = story('<p style="display: none">Nobody sees this sentence on the page at all.</p>')
    assert reasons(article, "Nobody sees") == ["hidden on the page"]


def test_a_pulled_quotation_comes_once():
    article = story(f'<aside class="pullquote"><p>{SAID}</p></aside>')
    assert article.text.count(SAID) == 1
    assert reasons(article, SAID) == ["repeats words of the story"]


def test_a_story_that_stands_only_in_the_data_is_taken_from_there():
    body = f"{LEAD}\\n{SAID}\\n{END}"
    head = linked(f'{{"@type":"NewsArticle","articleBody":"{body}"}}')
    article = read("<h1>Ferry stops</h1><div>1 of 5</div>", head)
    assert [words for kind, words in zones(article) if kind == "paragraph"] == [LEAD, SAID, END]
    assert "from the page's own data" in article.caveats[0]


def test_a_page_that_says_it_is_not_free_is_told():
    head = linked('{"@type":"NewsArticle","isAccessibleForFree":"False"}')
    assert "for subscribers" in story("", head).caveats[0]
    assert story("").caveats == ()


def test_too_long_paragraphs_and_sentences_are_told():
    caveats = story(f"<p>{'They went on and on ' * 60}</p>").caveats
    assert "Paragraph 3 has more than 200 words" in caveats[0]
    assert "Sentences have" in caveats[1]


def test_a_page_of_which_little_was_kept_is_told():
    told = list(caveats_of([Piece(LEAD)], is_free=None, has_paywall=False, left_out=300))
    assert told == [
        "Little of the page was kept: 15 words, while about 300 were left out. "
        "They can be put back."
    ]


def test_short_pieces_left_out_side_by_side_come_as_one():
    menu = "<nav><ul><li><a href=/a>Home</a><li><a href=/b>News</a></ul></nav>"
    removed = read(f"{menu}<h1>Ferry stops</h1><p>{LEAD}</p>").removed
    assert [piece.text for piece in removed] == ["Home · News"]


@pytest.mark.parametrize(
    "piece",
    [
        "<p>xx",
        "<td>x y",
        "<q>x",
        "x<br><br>",
        "<div hidden><p>x y",
        "<b itemprop=author>x</b>",
        '<a "',
        "<svg><p>Words.</p>",
    ],
)
def test_hostile_pages_take_no_longer_than_their_length(piece, grows_in_line):
    start = f"<p>{LEAD}"
    assert grows_in_line(lambda times: read_bytes((start + piece * times).encode(), "x.html"))


def test_a_hundred_thousand_attributes_take_no_longer_than_words(grows_in_line):
    def read_attributes(count):
        names = " ".join(f"b{number}=1" for number in range(count))
        return read_bytes(f"<p>{LEAD}<p {names}>{END}".encode(), "x.html")

    assert END in read_attributes(20_000).text
    assert grows_in_line(read_attributes)


def test_an_old_page_of_breaks_is_taken_apart():
    article = read_bytes(OLD_PAGE.encode(), "old.html")
    assert (article.byline, article.published) == ("Ann Holt", "1999-06-03")
    assert zones(article) == [
        ("headline", "Ferry stops running"),
        ("dateline", "By Ann Holt"),
        ("dateline", "June 3, 1999"),
        ("caption", "The quay at noon. Photo: Otto Brill"),
        ("paragraph", LEAD),
        ("paragraph", SAID),
        ("paragraph", END),
    ]
    assert reasons(article, "Home | News | Sport") == ["not taken for part of the article"]


def test_a_short_page_keeps_its_table_and_its_short_sentences():
    article = read(
        "<h1>Market opens</h1><table><tr><th>Day<th>Stalls<tr><td>Monday<td>12</table>"
        "<p>The market opened on Monday.</p><p>It rained.</p><dl><dt>Who<dd>The county</dl>"
    )
    assert [words for _, words in zones(article)] == [
        "Market opens",
        "Day",
        "Stalls",
        "Monday",
        "12",
        "The market opened on Monday.",
        "It rained.",
        "Who",
        "The county",
    ]
    assert article.caveats == ()


OLD_PAGE = f"""<HTML><HEAD><TITLE>Danby Post: Ferry stops running</TITLE></HEAD>
<BODY BGCOLOR=white><A HREF="/">Home</A> | <A HREF="/n">News</A> | <A HREF="/s">Sport</A><BR><BR>
<TABLE WIDTH=600><TR><TD WIDTH=150><A HREF=a>Archive</A><BR><A HREF=b>Contact</A></TD><TD>
<FONT SIZE=5><B>Ferry stops running</B></FONT><BR><FONT SIZE=2>By Ann Holt<BR>June 3, 1999
<BR><BR><IMG SRC=a.gif><BR><I>The quay at noon. Photo: Otto Brill</I><BR><BR>{LEAD}<BR><BR>
{SAID}<BR><BR>{END}<BR><BR>
<A HREF=next>Next story: Market opens</A></FONT></TD></TR></TABLE></BODY>"""


@pytest.mark.parametrize("start", ["<!doctype html>", "", "<!doctype html><html>", "<head>"])
def test_a_page_may_leave_its_outer_tags_out(start: str) -> None:
    page = (
        f"{start}<title>A bridge</title><meta charset=utf-8><article><h1>A bridge</h1>"
        "<p>The bridge was shut on Friday, the mayor said.</p><p>Nobody was hurt.</p></article>"
    )
    article = read_bytes(page.encode(), "page.html")
    assert article.text == (
        "A bridge\n\nThe bridge was shut on Friday, the mayor said.\n\nNobody was hurt."
    )
    assert article.title == "A bridge"


LAST = "The court in the capital has the last word in this."


@pytest.mark.parametrize(
    "markup",
    [
        f"<news-box><template shadowrootmode=open><p>{LAST}</p></template></news-box>",
        f"<div class='no-comments has-sidebar'><p>{LAST}</p></div>",
        f"<div class='menu-open ad-free'><p>{LAST}</p></div>",
        f"<blockquote><p>We shall not come this year.</p><footer>{LAST}</footer></blockquote>",
        f"<x-box><template shadowrootmode=open><slot>No.</slot></template><p>{LAST}</p></x-box>",
        f"<ol>{'<li>Forty boats left the harbour in the dark last week.' * 9}</ol><p>{LAST}</p>",
    ],
)
def test_a_sentence_of_the_story_stays_whatever_is_around_it(markup):
    article = read(f"<article><h1>Shut</h1><p>{LEAD}<p>{SAID}<p>{END}</p>{markup}</article>")
    assert article.text.count(LAST) == 1


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (f"<div class='modal--open'><p>{LAST}</p></div>", "window over the page"),
        (f"<div popover><p>{LAST}</p></div>", "hidden on the page"),
        (
            f"<x-box><template shadowrootmode=open><slot name=a></slot></template><p>{LAST}</p>"
            "</x-box>",
            "hidden on the page",
        ),
        (
            f"<style>.a:not(:focus){{display:none}}</style><p class=a>{LAST}</p>",
            "hidden on the page",
        ),
        (
            f"<aside aria-label='newsletter promotion'><p>{LAST}</p></aside>",
            "invitation to sign up",
        ),
        (f"<x-island name=NewsletterSignup><p>{LAST}</p></x-island>", "invitation to sign up"),
        (f"<amp-ad><div>{LAST}</div></amp-ad>", "advertisement"),
        (f"<noscript><p>{LAST}</p></noscript>", "for browsers without scripts, frames or players"),
        (f"<p>It <svg><text>{LAST}</text></svg> rose.</p>", "words in a drawing or a film"),
        (f"<object data=x><p>{LAST}</p></object>", "words in a drawing or a film"),
    ],
)
def test_what_is_beside_the_story_is_left_out_with_its_reason(markup, reason):
    article = story(markup)
    assert LAST not in article.text
    assert [one.reason for one in article.removed if LAST in one.text] == [reason]


def test_a_shadow_shows_what_its_element_holds_where_the_slots_are():
    shadow = f"<p>{SAID}</p><slot name=end></slot>"
    article = read(
        f"<x-story><template shadowrootmode=open><slot></slot>{shadow}</template>"
        f"<p slot=end>{END}</p><h1>Shut</h1><p>{LEAD}</p></x-story>"
    )
    assert article.text.split("\n\n") == ["Shut", LEAD, SAID, END]


def test_a_bold_line_between_breaks_is_a_subheading():
    article = read(f"<h1>Shut</h1><div>{LEAD}<br><br><b>What comes</b><br><br>{SAID}</div>")
    assert ("subheading", "What comes") in zones(article)


def test_names_in_further_attributes_count():
    intro = "Two towns wait for a boat that no longer comes."
    page = (
        f"<div data-gu-name=headline><h1>Shut</h1></div><div data-x-name=standfirst>{intro}</div>"
    )
    article = read(f"{page}<p>{LEAD}<p>{SAID}<p>{END}<p>{LAST}")
    assert ("standfirst", intro) in zones(article)


def test_a_story_for_browsers_without_scripts_is_read_where_there_is_no_other():
    article = read(f"<div id=app></div><noscript><p>{LEAD}<p>{SAID}<p>{END}</noscript>")
    assert article.text.split("\n") == ["Ferry stops", "", LEAD, "", SAID, "", END]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>The bus stopped in</br>Danby on Sunday, she said.</p>", "in Danby"),
        ("<p>The bus stopped in</BR />Danby on Sunday, she said.</p>", "in Danby"),
        ("<div>The bus stopped in</p>Danby on Sunday, she said.</div>", "in Danby"),
        ("<h2>The bus</h3>It stopped in Danby on Sunday, she said, and nobody came.", "\n\nIt st"),
        ("<h3>The bus</h2><p>It stopped in Danby on Sunday, she said.</p>", "bus\n\nIt stopped"),
    ],
)
def test_odd_end_tags_part_words(markup, words):
    assert words in story(markup).text


SEEN = "A witness said in the frame that the quay was empty, and that nobody had come."
FRAMED = escape(f"<style>.x {{display: none}}</style><p>{SEEN}<p class=x>{LAST}")
TWICE_FRAMED = escape(f"<iframe srcdoc='{FRAMED}'>")
CARRIED = quote(f"<p>{SEEN}</p>" + " " * 500)
INSTEAD = "for browsers without scripts, frames or players"


@pytest.mark.parametrize(
    "markup",
    [
        f'<iframe srcdoc="{FRAMED}">{LAST}</iframe>',
        f'<iframe srcdoc="{TWICE_FRAMED}"></iframe>',
        f"<iframe src='data:text/html;charset=utf-8,{CARRIED}'></iframe>",
        f"<iframe src='data:text/html;base64,{b64encode(SEEN.encode()).decode()}'></iframe>",
        f"<object data='data:text/html,{CARRIED}'>{LAST}</object>",
        f"<embed src='data:text/html,{CARRIED}'>",
        f"<iframe src='data:text/html;charset=punycode,{CARRIED}'></iframe>",
    ],
)
def test_a_page_that_a_frame_carries_is_read_where_it_stands(markup):
    text = story(markup).text
    assert text.count(SEEN) == 1
    assert text.index(SAID) < text.index(SEEN) < text.index(END)
    assert LAST not in text


def test_a_page_of_frames_alone_shows_their_pages():
    frames = f"<frame src='data:text/html,{CARRIED}'><noframes>{LAST}</noframes>"
    article = read(f"<html><frameset cols='*'>{frames}</frameset></html>")
    assert article.text.endswith(SEEN)
    assert reasons(article, LAST) == [INSTEAD]


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (f"<noscript><p>{SEEN}</p></noscript>", INSTEAD),
        (f"<noscript><noscript>{SEEN}</noscript></noscript>", INSTEAD),
        (f"<iframe src=a.html><p>{SEEN}</p></iframe>", INSTEAD),
        (f"<video><source src=a><p>{SEEN}</p></video>", INSTEAD),
        (f"<canvas><table><tr><td>{SEEN}</table></canvas>", INSTEAD),
        (f"<noframes>{SEEN}</noframes>", INSTEAD),
        (f"<form><textarea>{SEEN}</textarea></form>", "form"),
        (f"<iframe srcdoc='<p>{LAST}'><p>{SEEN}</p></iframe>", INSTEAD),
        (f"<object data='data:text/html,{LAST}'>{SEEN}</object>", INSTEAD),
        (f"<iframe hidden srcdoc='{SEEN}'></iframe>", "hidden on the page"),
        (f"<iframe width=0 srcdoc='{SEEN}'></iframe>", "hidden on the page"),
    ],
)
def test_what_is_shown_in_place_of_something_is_told(markup, reason):
    article = story(markup)
    assert SEEN not in article.text
    assert reasons(article, SEEN) == [reason]


def test_words_for_other_browsers_are_told_of_a_page_without_a_story():
    article = read(f"<p>Short.</p><noscript>{SEEN}</noscript>")
    assert "Short." in article.text
    assert SEEN not in article.text
    assert reasons(article, SEEN) == [INSTEAD]


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("<frameset><frame src=a></frameset>", "frames"),
        ("<div id=app></div><script>" + "render();" * 50 + "</script>", "script"),
    ],
)
def test_a_page_without_words_tells_where_they_may_be(markup, told):
    with pytest.raises(ReaderError, match=f"no words that can be read.*{told}"):
        read_bytes(f"<html>{markup}</html>".encode(), "a.html")


def test_the_buttons_of_a_video_are_no_caption():
    buttons = "<a class=embed-btn href=#>EMBED &lt;&gt;</a><a href=/watch/>More Videos</a>"
    captions = f"<div class=image-caption>{buttons}</div><div class=caption>The quay at noon</div>"
    article = story(f"<div class=video>{captions}</div>")
    assert "EMBED" not in article.text
    assert reasons(article, "EMBED") == ["part of the page, not of the story"]
    assert ("caption", "The quay at noon") in zones(article)


@pytest.mark.parametrize(
    ("words", "is_caption"),
    [("IMG_20-quay-1160x768.JPG", False), ("The quay.", True), ("He sent quay.jpg", True)],
)
def test_the_name_of_a_picture_is_no_caption(words, is_caption):
    article = story(f"<figure><img src=a><figcaption>{words}</figcaption></figure>")
    assert (("caption", words) in zones(article)) is is_caption
    assert bool(reasons(article, words)) is not is_caption


@pytest.mark.parametrize(
    ("named", "heading", "title"),
    [
        ("Ferry at night stops in June", "Log In", "Ferry at night stops in June"),
        ("The Courier", "Harbour closed", "Harbour closed"),
    ],
)
def test_the_heading_of_a_box_is_no_title(named, heading, title):
    page = (
        f'<html><head><title>{named}</title><meta property="og:title" content="{named}"></head>'
        f"<form><h1>{heading}</h1><hr><label>User <input name=user></label></form>"
        f"<article><p>{LEAD}</p><p>{SAID}</p><p>{END}</p></article></html>"
    )
    assert read_bytes(page.encode(), "ferry.html").title == title


def test_a_summary_called_a_teaser_is_the_standfirst():
    intro = "Two towns wait for a boat that no longer comes."
    article = read(
        f"<h1>Shut</h1><div class=teaser><p>{intro}</p></div><p>{LEAD}<p>{SAID}<p>{END}"
    )
    assert ("standfirst", intro) in zones(article)
    linked = (
        f"<h1>Shut</h1><div class=teaser><a href=/x>{intro}</a></div><p>{LEAD}<p>{SAID}<p>{END}"
    )
    assert intro not in read(linked).text


def test_joiners_in_latin_words_are_no_part_of_them():
    article = read(
        f"<h1>Shut</h1><p>{LEAD}<p>The un\u200busual let\u200cter came.<p>{SAID}<p>{END}"
    )
    assert "The unusual letter came." in article.text


def test_the_style_sheets_of_a_page_saved_in_one_file_count():
    page = f"<link rel=stylesheet href='cid:a@x'><h1>Shut</h1><p>{LEAD}<p class=n>{LAST}<p>{SAID}"
    parts = (
        ("text/html", "", page),
        ("text/css; charset=utf-8", "Content-ID: <a@x>\n", ".n{display:none}"),
    )
    body = "".join(f"--b\nContent-Type: {kind}\n{more}\n{text}\n" for kind, more, text in parts)
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
    article = read_bytes(f"{head}{body}--b--\n".encode(), "ferry.mhtml")
    assert LAST not in article.text
    assert [one.reason for one in article.removed if LAST in one.text] == ["hidden on the page"]

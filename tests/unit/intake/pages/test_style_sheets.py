"""What only a page's own style sheet hides is left out with a reason; what unfolds is not."""

import pytest

from reader.intake.pages.markup.styles.style_rules import Compound
from reader.intake.read import read_bytes

LEAD = "The ferry stops running on Sunday, the harbour board said on Monday evening in Danby."
SAID = "“We were never asked,” said Ada Brook, who sells tickets at the quay and lives nearby."
END = "The board did not say when the boat will sail again, and nobody answered the telephone."
NOTE = "Nobody can see this note about the old timetable."


def read(sheet, markup, head=""):
    story = f"<h1>Ferry stops</h1><p>{LEAD}</p><p>{SAID}</p>{markup}<p>{END}</p>"
    page = (
        f"<html><head><title>Ferry stops</title><style>{sheet}</style>{head}</head>"
        f"<body><article class='story dark'>{story}</article></body></html>"
    )
    return read_bytes(page.encode(), "ferry.html")


def fate(article):
    """Tell where the note is: "shown", or the reason why it is left out; once only."""
    text = " ".join(article.text.split())
    left = [piece.reason for piece in article.removed if NOTE in piece.text]
    assert text.count(NOTE) + len(left) == 1
    assert all(sentence in text for sentence in (LEAD, SAID, END))
    return left[0] if left else "shown"


PLAIN = f'<p class="note small" id="n">{NOTE}</p>'


@pytest.mark.parametrize(
    "sheet",
    [
        ".note{display:none}",
        ".note { display : none !important; }",
        "p.note{color:red;display:none}",
        "#n{display:none}",
        ".story .note{display:none}",
        ".story > p.small.note{visibility:hidden}",
        ".a,.note,.b{visibility:collapse}",
        "/* } */ .note/* x */{display:none}",
        "@media screen{.note{display:none}}",
        "@media (min-width:600px){.note{display:none}}",
        "@media print{.note{display:block}} .note{display:none}",
        ".note{display:none}@media (max-width:600px){.note{display:block}}",
        ".note{display:block}.note.small{display:none}",
        "#n{display:none}.note{display:block}",
        ".note{position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden}",
        ".note{position:absolute!important;clip:rect(1px,1px,1px,1px)}",
        ".note{position:absolute;clip-path:inset(50%)}",
        ".note{position:absolute;left:-9999px}",
        ".note{text-indent:-9999px}",
        ".note{position:absolute;top:-9999px}",
        ".note{opacity:0;position:absolute}",
        ".note{opacity: 0.0!important;position:fixed}.note.small{opacity:1}",
        ".note{position:absolute;opacity:.5}.note.small{position:absolute;opacity:0%}",
        "@supports (display:grid){.note{DISPLAY: None}}",
        "@charset 'utf-8';@import url(x.css);.note{display:none}",
        "@font-face{font-family:x;src:url(x)}.note{display:none}",
        ".note{display:none",
        ".note{content-visibility:hidden}",
        ".note{font-size:0}",
        ".note{font-size: 0px!important}.note.small{font-size:1rem}",
        "@media (width >= 600px){.note{display:none}}",
        "@media (600px <= width < 2000px){.note{display:none}}",
        "@media not print{.note{display:none}}",
        "@media (orientation:landscape) and (hover:hover){.note{display:none}}",
        "@supports not (display:grid){.note{display:block!important}}.note{display:none}",
    ],
)
def test_what_a_rule_hides_is_left_out_with_its_reason(sheet):
    assert fate(read(sheet, PLAIN)) == "hidden on the page"


@pytest.mark.parametrize(
    "sheet",
    [
        "",
        ".notes{display:none}.no-note{display:none}p.other{display:none}",
        ".note{display:none}.note{display:block}",
        ".note{display:none}p.note{display:block}",
        ".note{display:none}.story .note{display:block}",
        ".note{display:none}@media (min-width:900px){.small{display:block}}",
        "@media print{.note{display:none}}",
        "@media (max-width:600px){.note{display:none}}",
        "@media (width < 600px){.note{display:none}}",
        "@media (3000px < width){.note{display:none}}",
        "@media not all and (hover){.note{display:none}}",
        "@supports not (display:grid){.note{display:none}}",
        ".note{content-visibility:auto}",
        ".note{font-size:0.9em}",
        ".note{font-size:0}.note.small{font-size:1rem}",
        ".story{font-size:0}",  # the gaps of a row; what stands in it has a size of its own
        "@keyframes k{from{visibility:hidden}to{visibility:visible}}",
        ".note:hover{display:none}",
        ".note:not(.small){display:none}",
        ".elsewhere .note{display:none}",
        ".note::before{display:none}",
        ".note{display:none}.open .note{display:block}",  # a class that a script sets
        ".note{display:none}.note.is-open{display:block}",
        ".note{display:none}input:checked ~ .note{display:block}",
        ".note{display:none}.note:target{display:block}",
        "body{visibility:hidden}article{display:none}",  # until a script has run
        ".note{left:-9999px}",  # without a position of its own it stays
        ".note{overflow:hidden;width:100%}",
        ".note{opacity:0}",  # it fades in when it is come to
        ".note{opacity:0;position:absolute;transition:opacity 1s}",
        ".note{opacity:0;position:absolute}.note.small{opacity:1}",
        ".note{opacity:0;position:absolute}.note.is-seen{opacity:1}",
        ".note{opacity:0.4;position:absolute}",
        ".note{margin-top:-9999px}",
        "}}} .note{",
    ],
)
def test_what_is_shown_or_unfolds_stays(sheet):
    assert fate(read(sheet, PLAIN)) == "shown"


@pytest.mark.parametrize(
    "markup",
    [
        f'<button aria-expanded="false">More</button><div class="note"><p>{NOTE}</p></div>',
        f'<div class="note"><p>{NOTE}</p></div><button aria-expanded="false">More</button>',
        f'<h3><button>Why?</button></h3><div class="note">{NOTE}</div>',
        f'<p onclick="show()">Why?</p><p class="note">{NOTE}</p>',
        f'<p><a href="#n">Why?</a></p><p>So.</p><p class="note" id="n">{NOTE}</p>',
        f'<p><i aria-controls="n">Why?</i></p><p>So.</p><p class="note" id="n">{NOTE}</p>',
        f'<p>So. <a href="#n">Why?</a> <span class="note" id="n">{NOTE}</span></p>',
        f'<p class="note" style="display:block">{NOTE}</p>',
    ],
)
def test_what_a_control_beside_it_or_by_its_name_unfolds_counts_as_shown(markup):
    assert fate(read(".note{display:none}", markup)) == "shown"


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("position:absolute; left:-9999px", "hidden on the page"),
        ("position: absolute; clip: rect(0 0 0 0)", "hidden on the page"),
        ("text-indent:-9999px", "hidden on the page"),
        ("opacity:0;position:absolute", "hidden on the page"),
        ("opacity:0", "shown"),
        ("margin-left:-20px;width:1px", "shown"),
        ("left:-9999px", "shown"),
    ],
)
def test_what_an_element_says_of_its_own_place(style, told):
    assert fate(read("", f'<p style="{style}">{NOTE}</p>')) == told


@pytest.mark.parametrize(
    "hidden",
    ['class="note"', 'style="display:none"', "hidden"],
)
def test_hidden_words_inside_a_line_leave_it(hidden):
    article = read(".note{display:none}", f"<p>It sails<span {hidden}>{NOTE}</span> today.</p>")
    assert fate(article) == "hidden on the page"
    assert "It sails today." in article.text


@pytest.mark.parametrize(
    ("sheet", "markup"),
    [
        ('.said::before{content:"\\201C"}.said::after{content:"\\201D"}', "<p class=said>{}</p>"),
        (
            ".said:before{content:open-quote}.said:after{content:close-quote}",
            "<p><i class=said>{}</i></p>",
        ),
        (
            "blockquote::before{content:'“'}blockquote::after{content:'”'}",
            "<blockquote><p>{}</p></blockquote>",
        ),
        ("p::before{content:'“'}p::after{content:'”'}", "<p>“{}”</p>"),
    ],
)
def test_quotation_marks_that_a_sheet_draws_stand_in_the_text(sheet, markup):
    said = "We were told on Sunday."
    assert f"“{said}”" in read(sheet, markup.format(said)).text.split("\n\n")


def test_drawn_marks_are_looked_for_no_more_often_than_a_limit(monkeypatch):
    looks, fits = [], Compound.fits
    monkeypatch.setattr(Compound, "fits", lambda *asked: looks.append(1) or fits(*asked))
    sides = (f".a{number} .b::before,.a{number} .b::after" for number in range(100))
    sheet = "".join(f"{both}{{content:'“'}}" for both in sides)
    markup = "<div class=a1>" * 100 + "<i class=b>x</i>" * 20_000
    assert LEAD in read(sheet, markup).text
    assert len(looks) < 500_000


def test_a_single_drawn_mark_is_an_ornament():
    article = read(".said::before{content:'“';font-size:5em}", f"<p class=said>{NOTE}</p>")
    assert NOTE in article.text.split("\n\n")


def test_only_sheets_for_screens_count():
    head = "<style media=print>.note{display:none}</style>"
    assert fate(read("", PLAIN, head)) == "shown"
    head = "<noscript><style>.note{display:none}</style></noscript>"
    assert fate(read("", PLAIN, head)) == "shown"


@pytest.mark.parametrize(
    "sheet",
    [
        ".note{display:none}" * 30_000,
        "".join(f".n{i}{{display:none}}" for i in range(30_000)),
        "@media screen{" * 20_000,
        "{" * 300_000,
        ".note " * 50_000 + "{display:none}",
        "display:none;" * 40_000,
        "/*" * 200_000,
        ".a:not(" * 50_000,
        f".note{{position:absolute;opacity:{'0' * 50_000}x}}",
        "content:open-quote;" * 40_000,
        ".x1::before,.x1::after{content:open-quote}" * 20_000,
    ],
)
def test_a_hostile_sheet_costs_little(sheet):
    """It is read under limits, so the test is done long before its time is up."""
    markup = "".join(f'<p class="n{i} x{i}">Word.</p>' for i in range(300))
    article = read(sheet, markup)
    assert LEAD in article.text


MANY = " ".join(f"k{number}" for number in range(300))


@pytest.mark.parametrize(
    ("sheet", "markup"),
    [
        (".a{display:none}" * 300, "<p class=a>Word.</p>" * 2_000),
        (
            "".join(f".a .b{number} .h{{display:none}}" for number in range(300)),
            "<div class=a>" * 200 + "<div class=h><span class=h>x</span></div>" * 5_000,
        ),
        (f".{MANY.replace(' ', '.')}{{display:none}}" * 200, f'<p class="{MANY}">x</p>' * 100),
        (".a{display:none}@media x{a{}" * 40_000, "<p class=a>Word.</p>"),
        (
            ".a{display:none}" + "".join(f".k{number % 300} " for number in range(90_000)),
            "".join(f'<p class="a k{number}">Word.</p>' for number in range(300)),
        ),
        (
            "".join(f".a:has(.z{number}){{display:none}}" for number in range(8_000)),
            ("<div class=a>" + "<b class=k>w </b>" * 200 + "</div>") * 100,
        ),
    ],
)
def test_rules_are_looked_at_no_more_often_than_a_limit(sheet, markup, monkeypatch):
    """Each of these took from 10 s to minutes; what is beyond the limit counts as shown."""
    looks, fits = [], Compound.fits
    monkeypatch.setattr(Compound, "fits", lambda *asked: looks.append(1) or fits(*asked))
    assert LEAD in read(sheet, markup).text
    assert len(looks) < 1_000_000


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ("@media print{a{b:c}@media print{a{b:c}}}.note{display:none}", "hidden on the page"),
        ("@media print{a{b:c}}@media print{.note{display:none}}", "shown"),
        ("@media print{@media screen{.note{display:none}}}", "shown"),
        ("@media screen{a{b:c}}.note{display:none}@media print{a{b:c}}", "hidden on the page"),
    ],
)
def test_a_rule_counts_where_all_around_it_is_in_force(sheet, told):
    assert fate(read(sheet, PLAIN)) == told

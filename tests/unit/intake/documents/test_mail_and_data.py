"""Newsletters, mailboxes, articles in JSON: what they hold comes in, one or many."""

import json
from base64 import b64encode
from pathlib import Path

import pytest

from reader.errors import ImportFailedError
from reader.intake.read import articles_in, read_bytes

HEAD = (
    "From: Ada Brook <ada@quay.example>\nTo: b@quay.example\nSubject: {}\n"
    "Date: Wed, 03 Mar 2021 18:00:00 +0100\nMessage-ID: <1@quay.example>\n"
)
SAMPLES = Path(__file__).parents[1] / "formats" / "samples"


def message(body, subject="Ferry stops", *fields):
    head = HEAD.format(subject) + "".join(f"{field}\n" for field in fields)
    return f"{head}\n{body}".encode("latin-1")


def zones(article):
    return [(zone.kind, zone.span.of(article.text)) for zone in article.zones]


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Ferry stops", "Ferry stops"),
        ("=?utf-8?q?F=C3=A4hre?= stops", "Fähre stops"),
        ("=?no-such-code?q?F=E4hre?=", "=?no-such-code?q?F=E4hre?="),
        ("Ferry\n stops\n running", "Ferry stops running"),
    ],
)
def test_the_subject_is_the_headline(subject, title):
    article = read_bytes(message("The ferry stops on Sunday.", subject), "a.eml")
    assert zones(article) == [("headline", title), ("paragraph", "The ferry stops on Sunday.")]
    assert (article.byline, article.published) == ("Ada Brook", "2021-03-03")
    places = {(fact.name, fact.place) for fact in article.facts}
    assert {("title", "subject of the message"), ("date", "date of the message")} <= places


@pytest.mark.parametrize(
    ("charset", "letters"),
    [("iso-8859-1", "caf\xe9"), ("no-such-code", "caf\xe9"), ("utf-8", "caf\xc3\xa9")],
)
def test_letters_of_a_message(charset, letters):
    data = message(f"The {letters} is shut.", "T", f"Content-Type: text/plain; charset={charset}")
    assert read_bytes(data, "a.eml").text.endswith("The café is shut.")


@pytest.mark.parametrize(
    ("told", "body", "lines"),
    [
        ("", "The mayor \nleft.\n\n-- \nAda", ["The mayor left.", "--", "Ada"]),
        ("; delsp=yes", "The ma \nyor left. \n In May.", ["The mayor left.In May."]),
        ("; DelSp=Yes", "The  \nmayor left. \n", ["The mayor left."]),
        (
            "",
            "> The \n> mayor \n left.\n>> We \n> did.",
            ["> The mayor", "left.", ">> We", "> did."],
        ),
        ("", "The mayor\n  left.", ["The mayor", "left."]),
    ],
)
def test_lines_that_a_program_broke_are_whole_again(told, body, lines):
    data = message(body, "T", f"Content-Type: text/plain; format=flowed{told}")
    text = read_bytes(data, "a.eml").text
    assert [line.strip() for line in text.split("\n") if line.strip()] == ["T", *lines]


@pytest.mark.parametrize(
    ("kind", "body", "lines"),
    [
        ("enriched",
         "<bold>The mayor</bold>\nleft <x><param>red</param>today</x>.\n\nFive << six.",
         ["The mayor left today.", "Five < six."]),
        ("enriched",
         "<nofill>The mayor left.\n\nShe came back.</nofill> And\nstayed.</nofill></param>",
         ["The mayor left.", "She came back. And stayed."]),
        ("richtext", "The mayor<nl><nl>left <lt>today>.<comment>No.</comment>",
         ["The mayor", "left <today>."]),
        ("enriched", "The mayor <param>left.\n\nShe <comment>came back.",
         ["The mayor left.", "She came back."]),
        ("enriched", "The mayor <param>left.\n\nFive << six <b>of\n<nofill>a\n\nb</nofill>",
         ["The mayor left.", "Five < six of a", "b"]),
        ("richtext", "The mayor <comment>left.<nl><nl>Five <lt> six.",
         ["The mayor left.", "Five < six."]),
        ("markdown", "The mayor left.", ["The mayor left."]),
    ],
)  # fmt: skip
def test_text_with_commands_is_read_as_it_is_shown(kind, body, lines):
    data = message(body, "T", f"Content-Type: text/{kind}")
    assert read_bytes(data, "a.eml").text.split("\n\n") == ["T", *lines]


@pytest.mark.parametrize("end", [b"\r", b"\r\r\n", b"\r\n"])
@pytest.mark.parametrize("first", [b"", b"From ada Wed Mar  3 18:00:00 2021\n"])
def test_a_message_has_the_line_ends_of_any_program(first, end):
    data = (first + message("The mayor left.\n\nShe came back.")).replace(b"\n", end)
    assert zones(read_bytes(data, "a")) == [
        ("headline", "Ferry stops"),
        ("paragraph", "The mayor left."),
        ("paragraph", "She came back."),
    ]


def test_what_is_attached_is_no_part_of_the_text():
    data = message(
        "--x\nContent-Type: text/plain\n\nThe ferry stops.\n--x\nContent-Type: text/html\n"
        "Content-Disposition: attachment\n\n<p>No.\n--x--\n",
        "T",
        "Content-Type: multipart/mixed; boundary=x",
    )
    assert read_bytes(data, "a.eml").text == "T\n\nThe ferry stops."


PLAIN, PAGE, PICTURE = (f"Content-Type: {kind}\n\n" for kind in ("text/plain", "text/html", "a/b"))
INNER = "Content-Type: message/rfc822\n\nSubject: S\n\n"


@pytest.mark.parametrize(
    ("kind", "parts", "lines"),
    [
        ("mixed", [f"{PLAIN}The mayor left.", f"{PICTURE}x", f"{PLAIN}She came back."],
         ["The mayor left.", "She came back."]),
        ("mixed", [f"{PAGE}<p>The mayor left.", f"{PICTURE}x", f"{PAGE}<p>She came back."],
         ["The mayor left.", "She came back."]),
        ("alternative", [f"{PLAIN}The mayor left.", f"{PAGE}<p></p>"], ["The mayor left."]),
        ("alternative", [f"{PLAIN}The mayor left.", "Content-Type: text/enriched\n\nHe left."],
         ["The mayor left."]),
        ("alternative", [f"{PLAIN}The mayor left.", f"{PLAIN}The mayor has left."],
         ["The mayor left."]),
        ("mixed", [f"{PLAIN}The mayor left.", f"{INNER}She came back."], ["The mayor left."]),
        ("mixed", [f"{PICTURE}x", f"{INNER}She came back."], ["She came back."]),
        ("mixed", [f"{PLAIN}The mayor left.", f"Content-Disposition: attachment\n{INNER}No."],
         ["The mayor left."]),
    ],
)  # fmt: skip
def test_all_text_of_a_message_is_read_once(kind, parts, lines):
    body = "".join(f"--cut\n{part}\n" for part in parts) + "--cut--\n"
    data = message(body, "T", f"Content-Type: multipart/{kind}; boundary=cut")
    assert read_bytes(data, "a.eml").text.split("\n\n") == ["T", *lines]


@pytest.mark.parametrize("charset", ["utf-16", "UTF-16LE", "utf-16be", "utf-32"])
def test_a_message_in_wide_letters(charset):
    body = b64encode("Мэр сказал.".encode(charset)).decode()
    told = f"Content-Type: text/plain; charset={charset}"
    data = message(body, "T", told, "Content-Transfer-Encoding: base64")
    assert read_bytes(data, "a.eml").text == "T\n\nМэр сказал."


def test_a_mailbox_gives_its_first_message_or_all():
    data = (SAMPLES / "mailbox.mbox").read_bytes()
    assert "holds 2 messages" in read_bytes(data, "a.mbox").caveats[0]
    first, second = articles_in(data, "a.mbox")
    assert (first.title, second.title) == ("Ferry stops running", "Mayor rows across")
    assert "\n\nFrom now on there is a bus.\n\n" in first.text
    assert second.caveats == ()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (message("", "T", "Content-Type: image/png"), "no message"),
        (message("--x\n" * 3_000, "T", "Content-Type: multipart/mixed; boundary=x"), "no message"),
        (
            HEAD.format("T").encode()
            + b"".join(
                b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i)
                for i in range(3_000)
            ),
            "no message",
        ),
        (b'{"a": 1}', "holds data and no article"),
        (b'[{"text": ""}, {"text": 7}, 3, []]', "holds data and no article"),
        (b'{"text": "a' + b"}", "is damaged"),
        (b'[{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}]", "is damaged"),
        (b"[" + b"[]," * 3_000_000 + b"[]]", "more data than can be read"),
        (b'{"text": ' + b"9" * 9_000 + b"}", "is damaged"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(data, told):
    with pytest.raises(ImportFailedError, match=told) as caught:
        read_bytes(data, "a.bin")
    assert caught.value.message.endswith(".")


def test_articles_in_json():
    data = json.dumps(
        {
            "items": [
                {
                    "title": "One",
                    "content_html": "<h2>Two</h2><p>The ferry stops.",
                    "url": "http://a.b/",
                },
                {"title": "Three", "text": "The mayor left.", "author": {"name": "Ada"}},
                {"title": "no words"},
            ]
        }
    ).encode()  # fmt: skip
    one, three = articles_in(data, "a.json")
    assert zones(one) == [
        ("headline", "One"),
        ("subheading", "Two"),
        ("paragraph", "The ferry stops."),
    ]
    assert (one.origin, three.origin, three.byline) == ("http://a.b/", "a.json", "Ada")
    assert "holds 3 articles" in read_bytes(data, "a.json").caveats[0]


def test_an_analysis_of_ours_gives_its_article_as_it_was():
    article = {
        "title": "One",
        "text": "One\n\nTwo.",
        "published": "2021-03-03",
        "zones": [
            {"kind": "headline", "start": 0, "end": 3},
            {"kind": "paragraph", "start": 5, "end": 9},
            {"kind": "paragraph", "start": 7, "end": 99},
            {"kind": "unheard-of", "start": 5, "end": 9},
        ],
        "removed": [{"text": "Share", "reason": "menu"}],
    }
    data = json.dumps({"schema": "close-reader/analysis/1", "article": article}).encode()
    read = read_bytes(data, "a.json")
    assert zones(read) == [("headline", "One"), ("paragraph", "Two.")]
    assert (read.text, read.published, read.removed[0].text) == (
        "One\n\nTwo.",
        "2021-03-03",
        "Share",
    )


def test_an_analysis_of_a_later_version_is_refused():
    later = {"schema": "close-reader/analysis/2", "article": {"text": "The mayor spoke."}}
    with pytest.raises(ImportFailedError, match="later version"):
        read_bytes(json.dumps(later).encode(), "later.json")


def test_lines_of_json_are_several_articles():
    data = b'{"text": "The ferry stops."}\n{"text": "The mayor left."}\n'
    assert [one.text for one in articles_in(data, "")] == ["The ferry stops.", "The mayor left."]


def test_a_page_of_singlefile_tells_its_address_and_its_pictures_cost_nothing():
    picture = "data:image/png;base64," + "iVBORw0KGgo" * 200_000
    page = (
        "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n"
        " url: https://quay.example/ferry \n saved date: Wed Mar 03 2021\n-->"
        f"<head><style>a{{background:url({picture})}}</style></head>"
        f'<body><article><h1>Ferry stops</h1><img src="{picture}"><p>The ferry stops on Sunday, '
        "the harbour board said, and it may start again in May.</p></article></body></html>"
    ).encode()
    article = read_bytes(page, "a.html")
    assert article.title == "Ferry stops"
    assert article.text.endswith("start again in May.")
    assert ("address", "https://quay.example/ferry", "note of SingleFile") in {
        (fact.name, fact.value, fact.place) for fact in article.facts
    }


@pytest.mark.parametrize("name", ["a.eml", "a.mhtml"])
@pytest.mark.parametrize("piece", [";", "; a=b", "\n ;", ';a="'])
@pytest.mark.parametrize("field", ["Type: multipart/related; boundary=b", "Disposition: inline"])
def test_a_field_without_end_takes_no_longer_than_its_length(name, piece, field, grows_in_line):
    start = "Content-Type: multipart/related; boundary=b\n" if field.startswith("D") else ""

    def read_times(length):
        head = f"From: a@b.example\nSubject: T\n{start}Content-{field}{piece * length}"
        body = "--b\nContent-Type: text/html\n\n<p>The mayor left the town.\n--b--\n"
        read_bytes(f"{head}\n\n{body}".encode(), name)

    assert grows_in_line(read_times, short=20_000)

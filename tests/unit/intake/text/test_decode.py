"""Bytes of all kinds become text, or a finished sentence."""

import codecs

import pytest

from reader.errors import ImportFailedError
from reader.intake.text.decode import decode, in_stated_encoding, plain_characters

WORDS = "Café prices rose – “again”, said Zoë."


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        WORDS.encode("utf-16"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-32"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("cp1252"),
        codecs.BOM_UTF8 * 2 + WORDS.encode(),
        codecs.BOM_UTF16_LE * 2 + WORDS.encode("utf-16-le"),
        "\ufeffï»¿".encode() + WORDS.encode(),
        (WORDS[:5] + "\ufeff" + WORDS[5:]).encode(),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16", "utf-16 be", "utf-32", "utf-16 no mark", "windows",
         "two marks", "two of utf-16", "mark written as letters", "joined files"],
)  # fmt: skip
def test_any_encoding_gives_the_same_words(data):
    assert decode(data, "x.txt") == WORDS


@pytest.mark.parametrize(
    "words",
    ["The board’s plan – £5 – was “late”, said the café’s owner.", "Café owner José said no."],
)
def test_a_short_text_full_of_marks_is_taken_for_western(words):
    assert decode(words.encode("cp1252"), "x.txt") == words


def test_a_declared_encoding_is_used():
    page = '<?xml version="1.0" encoding="windows-1251"?><p>Мэр сказал, что мост закрыт.</p>'
    assert decode(page.encode("windows-1251"), "x.html") == page


@pytest.mark.parametrize(
    ("stated", "encoding", "words"),
    [
        ("gb2312", "gb18030", "他说：“桥𠀀已经关闭”。€"),
        ("gbk", "gb18030", "市长说桥已经关闭。"),
        ("Shift_JIS", "cp932", "市長は①橋が閉鎖されたと述べた。"),
        ("euc-kr", "cp949", "시장은 다리가 폐쇄됐다고 말했다. 똠방"),
        ("iso-8859-9", "cp1254", "“Köprü kapandı” dedi – başkan."),
        ("iso-2022-jp", "iso2022_jp", "市長は橋が閉鎖されたと述べた。"),
        ("iso-8859-1", "cp1252", "The café’s owner – “late”."),
    ],
)
def test_a_name_is_read_as_browsers_read_it(stated, encoding, words):
    page = f'<meta charset="{stated}"><p>{words * 3}</p>'
    assert decode(page.encode(encoding), "x.html") == page


def test_one_bad_byte_does_not_cost_the_declared_encoding():
    page = f'<meta charset="windows-1251"><p>{"Мэр сказал, что мост закрыт. " * 20}'
    assert decode(page.encode("windows-1251") + b"\x98", "x.html") == page + "�"


def test_a_declaration_far_down_is_found():
    page = f'<!-- {"x" * 5_000} --><meta charset="windows-1251"><p>{"Мост закрыт. " * 20}'
    assert decode(page.encode("windows-1251"), "x.html") == page


@pytest.mark.parametrize(
    ("header", "meta", "encoding"),
    [
        ("text/html; charset=koi8-r", "", "koi8-r"),
        ("text/html; charset=koi8-r", "windows-1251", "koi8-r"),  # as browsers do
        ("text/html; charset=iso-8859-1", "windows-1251", "windows-1251"),  # the usual header
        ("text/html; charset=koi8-r", "", "utf-8"),
        ("text/html", "windows-1251", "windows-1251"),
        ("text/html; charset=nonsense", "windows-1251", "windows-1251"),
        ("image/png; charset=koi8-r", "windows-1251", "windows-1251"),
    ],
)
def test_what_the_server_states_counts_before_the_page(header, meta, encoding):
    page = f'<meta charset="{meta}"><p>{"Мэр сказал, что мост закрыт. " * 20}'
    sent = in_stated_encoding(page.encode(encoding), header)
    assert decode(sent, "x.html") == page


@pytest.mark.parametrize("meta", ["", "utf-8"])
def test_japanese_in_signs_of_ascii_is_known_by_the_header_alone(meta):
    page = f'<meta charset="{meta}"><p>{"市長は橋が閉鎖されると述べた。" * 20}'
    sent = in_stated_encoding(page.encode("iso2022_jp"), "text/html; charset=ISO-2022-JP")
    assert decode(sent, "x.html") == page


@pytest.mark.parametrize("name", ["punycode", "unicode_escape", "rot13", "no-such-thing"])
def test_a_declared_codec_that_is_no_encoding_is_not_used(name):
    data = f'<meta charset="{name}">'.encode() + b" caf\xe9"
    assert decode(data, "x.html").endswith("café")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_newline_becomes_a_line_feed(end):
    assert decode(end.join(["one", "two"]).encode(), "x") == "one\ntwo"


def test_nul_bytes_are_taken_out():
    assert decode(b"one\x00 two", "x") == "one two"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a\x07b\x1b[1m\x7f", "ab[1m"),
        ("a\tb\x0bc\x0cd", "a\tb\x0bc\x0cd"),
        ("half \ud83d of \ude00", "half � of �"),
        ("whole \ud83d\ude00", "whole 😀"),
        ("\u0301 alone, e\u0301", "\u0301 alone, e\u0301"),
        ("don\x92t", "don\x92t"),
        ("a\r\nb\rc", "a\nb\nc"),
    ],
)
def test_what_cannot_be_shown_or_written_is_mended(text, words):
    assert plain_characters(text) == words


def test_exact_text_keeps_line_ends_and_nul():
    assert decode(b"one\r\ntwo\x00", "x", is_exact=True) == "one\r\ntwo\x00"


def test_a_damaged_document_is_called_so():
    with pytest.raises(ImportFailedError, match=r"“letter\.docx” is damaged\."):
        decode(b"PK\x03\x04rest", "letter.docx")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 rest", "a PDF"),
        (b"PK\x03\x04rest", "an archive or an office document"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\x7fELF\x02", "a program"),
        (bytes(range(1, 32)) * 40, "not text"),
    ],
)
def test_what_is_no_text_is_named(data, words):
    with pytest.raises(ImportFailedError) as caught:
        decode(data, "thing")
    assert words in caught.value.message
    assert caught.value.message.endswith(".")
    assert caught.value.hint

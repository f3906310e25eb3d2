"""Word, OpenDocument, rich text and books: their words come in, and hostile ones do no harm."""

import zipfile
from contextlib import suppress
from io import BytesIO

import make_samples as made
import pytest

from reader.errors import ImportFailedError
from reader.intake.documents.xml_parts import parsed
from reader.intake.formats.registry import ARTICLE_FORMATS
from reader.intake.read import read_bytes

ENTITIES = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaa'><!ENTITY b SYSTEM 'file:///etc/passwd'>]>"


def zones(data, origin="x"):
    article = read_bytes(data, origin)
    return [(zone.kind, zone.span.of(article.text)) for zone in article.zones]


STORY = [
    ("headline", made.TITLE),
    ("dateline", "By Ada Brook"),
    *(("paragraph", line) for line in made.STORY),
    ("subheading", "What is left"),
    *(("list-item", line) for line in made.ENDS),
]


@pytest.mark.parametrize("make", [made.docx, made.odt])
def test_headings_lists_and_lines_of_an_office_document(make):
    assert zones(make()) == STORY
    facts = read_bytes(make(), "x").facts
    assert ("date", "2021-03-03", "document properties") in {
        (fact.name, fact.value, fact.place) for fact in facts
    }


@pytest.mark.parametrize("make", [made.docx, made.odt])
def test_when_a_document_was_made_is_no_date_of_publication(make):
    assert read_bytes(make(), "x").published is None


def test_notes_of_a_word_document_lose_their_arrows():
    link = '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    line = made.word_line("The mayor left.").replace("</w:p>", link)
    notes = f'<w:footnote w:id="1">{made.word_line("By boat.")}</w:footnote>'
    document = made.docx(made.word_line("Ferry", "Title") + line, notes=notes)
    assert zones(document)[1:] == [("paragraph", "The mayor left."), ("list-item", "By boat.")]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("<text:p>One<text:s/>two<text:line-break/>three</text:p>", "One two three"),
        ("<text:p>One <text:span>tw</text:span>o</text:p>", "One two"),
        ("<text:p>One<text:note><text:p>no</text:p></text:note> two.</text:p>", "One two."),
        (
            "<office:annotation><text:p>no</text:p></office:annotation><text:p>One.</text:p>",
            "One.",
        ),
        (
            "<text:tracked-changes><text:p>no</text:p></text:tracked-changes><text:p>One.</text:p>",
            "One.",
        ),
    ],
)
def test_lines_of_an_opendocument_text(line, words):
    body = f'<text:h text:outline-level="1">Title</text:h>{line}'
    assert zones(made.odt(body)) == [("headline", "Title"), ("paragraph", words)]


@pytest.mark.parametrize(
    ("rtf", "words"),
    [
        (r"{\rtf1\ansi\ansicpg1251 \'cc\'fd\'f0 said.\par}", "Мэр said."),
        (r"{\rtf1\ansi \uc1\u8220?No\u8221?, she said.}", "“No”, she said."),
        (r"{\rtf1 A bus {\*\bkmkstart x}goes{\pict\bin3 a}b} today.}", "A bus goes today."),
        (
            r'{\rtf1 The {\field{\*\fldinst{HYPERLINK "x"}}{\fldrslt{mayor}}} left.}',
            "The mayor left.",
        ),
        (r"{\rtf1 {\header Page 1}The mayor left.}", "The mayor left."),
        (r"{\rtf1\uc99999999999999 \u8220 ?The mayor left.}", "“The mayor left."),
        (
            r"{\rtf1 A.\par{\shp{\*\shpinst\x1{\shptxt B {\b c}.\par}}{\shprslt B c.}}D.\par}",
            "A.\n\nB c.\n\nD.",
        ),
        (r"{\rtf1 A bus.\par {\footnote no end", "A bus."),
    ],
)  # fmt: skip
def test_rich_text(rtf, words):
    assert read_bytes(rtf.encode(), "x.rtf").text == words


NOTE = "The mayor told us so by telephone."
RTF_NOTE = r"{\rtf1 A bus{\super 1}{\footnote {\super 1}" + NOTE + r"} goes.\par}"
ODT_NOTE = (
    "<text:p>A bus<text:note><text:note-citation>1</text:note-citation><text:note-body>"
    f"<text:p>{NOTE}</text:p></text:note-body></text:note> goes.</text:p>"
)


@pytest.mark.parametrize(
    ("data", "name"), [(RTF_NOTE.encode(), "x.rtf"), (made.odt(ODT_NOTE), "x.odt")]
)
def test_notes_are_told_and_are_no_part_of_the_text(data, name):
    article = read_bytes(data, name)
    assert "goes." in article.text
    assert NOTE not in article.text
    ((words, reason),) = [(one.text, one.reason) for one in article.removed if NOTE in one.text]
    assert words.endswith(NOTE)
    assert reason == "note at the foot of the page"


def test_a_note_is_read_in_the_letters_of_its_document():
    fonts = r"{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset238 B;}}"
    note = r"{\footnote \'cc\'fd\'f0.}{\footnote\f1 \'e8lov\u8217 }"
    source = rf"{{\rtf1\ansi\ansicpg1251\deff0{fonts}\f0 A bus{note} goes.\par}}"
    article = read_bytes(source.encode(), "x.rtf")
    assert article.text == "A bus goes."
    assert [one.text for one in article.removed] == ["Мэр.", "člov’"]


def test_a_book_is_one_article_with_headings_or_one_a_chapter():
    assert ("subheading", "Mayor rows across") in zones(made.epub())
    (book,) = (one for one in ARTICLE_FORMATS if one.name == "epub")
    chapters = book.read_many(made.epub(), "x.epub")
    assert [one.title for one in chapters] == [made.TITLE, "Mayor rows across"]
    assert [one.byline for one in chapters] == ["Ada Brook", "Ada Brook"]
    assert chapters[1].text == "Mayor rows across\n\nThe mayor rowed across on Monday."


@pytest.mark.parametrize(
    ("lost", "told"), [(1, "1 chapter is missing"), (2, "2 chapters are missing")]
)
def test_chapters_that_are_not_there_are_told(lost, told):
    names = [f"c{number}.xhtml" for number in range(3)]
    whole = made.epub({name: f"<p>The ferry of {name} stops on Sunday.</p>" for name in names})
    assert read_bytes(whole, "x.epub").caveats == ()
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            if not part.filename.endswith(tuple(names[1 : 1 + lost])):
                new.writestr(part.filename, old.read(part))
    (caveat,) = read_bytes(out.getvalue(), "x.epub").caveats
    assert caveat.startswith(told)
    (epub,) = (one for one in ARTICLE_FORMATS if one.name == "epub")
    first, *others = epub.read_many(out.getvalue(), "x.epub")
    assert first.caveats == (caveat,)
    assert not any(one.caveats for one in others)


def test_parts_of_a_book_named_from_its_top_or_behind_an_empty_line_are_read():
    def otherwise(part, data):
        is_list = part.endswith(".opf")
        data = data.replace(b'href="one', b'href="/OPS/one') if is_list else data
        return b"\n" + data if is_list or part.endswith("container.xml") else data

    out = BytesIO()
    with zipfile.ZipFile(BytesIO(made.epub())) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            new.writestr(part.filename, otherwise(part.filename, old.read(part)))
    assert read_bytes(out.getvalue(), "x").text == read_bytes(made.epub(), "x").text


@pytest.mark.parametrize(
    ("told", "written"),
    [("utf-16", "utf-8"), ("windows-1252", "utf-8"), ("no-such-code", "utf-8"),
     ("utf-8", "utf-16"), ("utf-8", "latin-1"), ("iso-8859-1", "latin-1")],
)  # fmt: skip
def test_parts_that_name_a_wrong_encoding_are_read(told, written):
    part = f'<?xml version="1.0" encoding="{told}"?>\n<a>café</a>'
    assert parsed(part.encode(written), "x.epub").text == "café"


def test_a_protected_book_says_so():
    told = '<encryption><CipherReference URI="OPS/one.xhtml"/></encryption>'
    with pytest.raises(ImportFailedError, match="protected against copying"):
        read_bytes(made.epub(META__INF="", **{"META-INF__encryption_xml": told}), "x.epub")


def with_size(data, part, size):
    """Return a pack whose list says that a part has another size."""
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(part.encode()))
    return data[: place + 24] + size.to_bytes(4, "little") + data[place + 28 :]


def bomb(size):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("word/document.xml", b"")
        with pack.open("word/media/a.bin", "w") as part:
            for _ in range(size // 1_000_000):
                part.write(bytes(1_000_000))
    return out.getvalue()


def packed_anew(data, method):
    """Return a pack whose parts are packed in another way."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", method) as new:
        for part in old.infolist():
            stays = part.filename == "mimetype"
            new.writestr(part.filename, old.read(part), zipfile.ZIP_STORED if stays else method)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (packed_anew(made.epub(), zipfile.ZIP_LZMA), "packed in a way"),
        (packed_anew(made.epub(), zipfile.ZIP_BZIP2), "packed in a way"),
        (packed_anew(made.docx(), zipfile.ZIP_LZMA), "packed in a way"),
        (packed_anew(made.odt(), zipfile.ZIP_BZIP2), "packed in a way"),
        (made.docx(declaration=ENTITIES), "declarations"),
        (made.odt(declaration=ENTITIES), "declarations"),
        (made.docx("<w:p/>" * 200_000), "unpacks to more"),
        (made.odt("<text:p/>" * 1_200_000), "unpacks to more"),
        (made.epub({"one.xhtml": "<p>" * 4_000_000}), "unpacks to more"),
        (bomb(201_000_000), "unpacks to more"),
        (with_size(made.docx(), "word/document.xml", 4_000_000_000), "unpacks to more"),
        (with_size(made.docx(), "word/document.xml", 10), "damaged"),
        (made.docx("<w:sdt><w:sdtContent>" * 5_000 + "x"), "damaged"),
        (made.odt("<text:p>" * 5_000), "damaged"),
        (made.docx()[:-30], "damaged"),
        (made.odt()[:-30], "damaged"),
        (made.packed({"word/x": b""}), "damaged"),
        (made.packed({"a": "b"}, "application/epub+zip"), "damaged"),
        (made.docx("<w:p/>"), "holds no words"),
        (made.odt("<text:p/>"), "holds no words"),
        (made.epub({"one.xhtml": "<p></p>"}), "holds no words"),
        (b"{\\rtf1}", "holds no words"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (b"{\\rtf1 " + b"word " * 1_500_000, "unpacks to more"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(data, told):
    with pytest.raises(ImportFailedError, match=told) as caught:
        read_bytes(data, "x.bin")
    assert caught.value.message.endswith(".")
    assert "“x.bin”" in caught.value.message


@pytest.mark.parametrize(
    "piece",
    [
        r'{\field{\*\fldinst{ HYPERLINK "a"',
        r"{\fonttbl\f1\fcharset1",
        r"{\fonttbl",
        r"\pict\bin",
        r"\bin1 a",
        "{",
        "}",
        r"{\info{\title a",
    ],
)
def test_rich_text_takes_no_longer_than_its_length(piece, grows_in_line):
    def read_times(length):
        data = (r"{\rtf1 Hello. " + piece * (length // len(piece))).encode()
        with suppress(ImportFailedError):
            read_bytes(data, "x.rtf")

    assert grows_in_line(read_times, short=50_000)


def test_attributes_of_a_document_take_no_longer_than_their_number(grows_in_line):
    def read_times(number):
        many = " ".join(f'a{one}="1"' for one in range(number))
        read_bytes(made.odt(f"<text:p {many}>The mayor left.</text:p>"), "a.odt")

    assert grows_in_line(read_times, short=3_000)

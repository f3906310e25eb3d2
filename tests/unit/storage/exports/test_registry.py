"""Every format has what its users need, and writes something that can be read again."""

import ast
import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

import reader
from reader.core.corrections import mute_everywhere, mute_here
from reader.storage.exports.registry import (
    EXPORT_FORMATS,
    REPORTS,
    export_format,
    written,
)
from reader.storage.reports.report_format import EVERY_PART, USUAL, Choices, Report
from reader.storage.reports.sheets.method_sheet import QUESTION

WRITTEN_HERE = [one for one in EXPORT_FORMATS if one.write is not None]


def made(name, *reports, choices=USUAL):
    one = export_format(name)
    return written(one, reports, choices, one.write)


def check_json(data, report):
    document = json.loads(data)
    assert (document["schema"], document["id"]) == ("close-reader/analysis/1", "storm")
    assert len(document["findings"]) == len(report.analysis.findings)
    assert document["corrections"]


def check_csv(data, report):
    rows = list(csv.DictReader(io.StringIO(data.decode())))
    marks = [row for row in rows if row["panel"] != "note"]
    text = report.analysis.article.text
    assert [(int(row["start"]), row["text"]) for row in marks] == [
        (finding.span.start, finding.span.of(text)) for finding in report.analysis.findings
    ]
    assert {row["text"] for row in marks if row["by"] == "reader"} == {"was never finished"}
    notes = {row["text"]: row for row in rows if row["panel"] == "note"}
    assert set(notes) == {"torn off on Sunday", "😡", "The council declined to comment.", ""}
    assert notes["The council declined to comment."]["note"] == "'=1+1"
    assert notes["The council declined to comment."]["tags"] == "a b"
    assert notes["torn off on Sunday"]["place"] == "1.1"


def check_text(data, report):
    lines = data.decode().splitlines()
    assert lines[0] == report.analysis.article.title
    assert any(line.startswith("SOURCING: ") for line in lines)


class Page(HTMLParser):
    """Reads a page, and sees that what is opened is closed in the right order."""

    def __init__(self):
        super().__init__()
        self.opened, self.words = [], []

    def handle_starttag(self, tag, _attributes):
        if tag != "meta":
            self.opened.append(tag)

    def handle_endtag(self, tag):
        assert self.opened.pop() == tag

    def handle_data(self, data):
        if not {"sup", "style", "title", "details"} & set(self.opened):
            self.words.append(data)


def check_html(data, report):
    page = Page()
    page.feed(data.decode())
    page.close()
    assert page.opened == []
    shown = re.sub(r"\s", "", "".join(page.words))
    assert re.sub(r"\s", "", report.analysis.article.text) in shown
    assert "&lt;b&gt;Ask&lt;/b&gt;" in data.decode()
    assert "was never finished" in data.decode().partition("Corrected by hand")[2]


def check_epub(data, report):
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        first = pack.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert pack.read("mimetype") == b"application/epub+zip"
        pages = [name for name in pack.namelist() if name.endswith((".xhtml", ".opf", ".xml"))]
        trees = {name: ElementTree.fromstring(pack.read(name)) for name in pages}
        package = trees["EPUB/package.opf"]
        listed = {f"EPUB/{item.get('href')}" for item in package.iter() if item.get("href")}
        assert listed == set(pack.namelist()) - {
            "mimetype", "META-INF/container.xml", "EPUB/package.opf"
        }  # fmt: skip
        chapter = trees["EPUB/article-1.xhtml"]
        ids = [item.get("id") for item in chapter.iter() if item.get("id")]
        assert len(ids) == len(set(ids))
        links = [item.get("href") for item in chapter.iter() if item.tag.endswith("}a")]
        assert links
        assert all(link[1:] in ids for link in links)
        assert "torn off on Sunday" in "".join(chapter.itertext())


def check_markdown(data, report):
    _, head, body = data.decode().split("---\n", 2)
    facts = yaml.safe_load(head)
    assert facts["title"] == report.analysis.article.title
    assert facts["tags"] == ["to-ask", "a", "b"]
    assert "==torn off on Sunday==" in body
    assert "> torn off on Sunday\n" in body
    assert "\n\\=1+1\n" in body
    assert "\\<b\\>Ask\\</b\\>" in body
    assert "#to-ask" in body


def check_xlsx(data, report):
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        names = re.findall(r'sheet name="(\w+)"', book.read("xl/workbook.xml").decode())
        words = b"".join(book.read(name) for name in sheets).decode()
    assert names == "articles marks hedges attributions sources names notes method".split()
    assert "<f>" not in words
    assert "'=1+1" in words
    assert "horrific" in words
    assert f"<v>{report.analysis.findings[0].span.start}</v>" in words


def check_annotations(data, report):
    page = json.loads(data)
    kinds = [item["closeReader"]["kind"] for item in page["items"]]
    assert kinds.count("mark") == len(report.analysis.findings)
    assert kinds.count("note") == len(report.notes)


def check_brat(data, report):
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        assert pack.namelist() == ["storm.txt", "storm.ann"]
        assert pack.read("storm.txt").decode() == report.analysis.article.text


def check_ris(data, report):
    records = data.decode().split("ER  - \r\n")
    assert records[0].startswith("TY  - NEWS\r\n")
    assert f"TI  - {report.analysis.article.title}\r\n" in records[0]
    assert records[1:] == ["\r\n"]


def check_csl(data, report):
    items = json.loads(data)
    assert [item["type"] for item in items][:2] == ["article-newspaper", "dataset"]
    assert len({item["id"] for item in items}) == len(items) == 1 + len(report.analysis.lexicons)


def check_evaluation(data, report):
    line = json.loads(data)
    assert (line["id"], line["meta"]["checked"]) == ("storm", True)
    assert "reader" in line["by"]


def check_marked(data, report):
    marks = json.loads(data)
    assert marks["text"] == "storm.marks.txt"
    assert len(marks["attributions"]) == len(report.analysis.attributions)


def check_method(data, report):
    told = data.decode()
    for lexicon in report.analysis.lexicons:
        assert f"{lexicon.id}@{lexicon.version}" in told
    assert "added the hedge “was never finished” (limitation)" in told


CHECKS = {
    name.removeprefix("check_"): check for name, check in globals().items() if "check_" in name
}


@pytest.mark.parametrize("one", WRITTEN_HERE, ids=lambda one: one.name)
def test_a_format_writes_what_can_be_read(one, report):
    CHECKS[one.name](written(one, [report], USUAL, one.write), report)


@pytest.mark.parametrize("one", EXPORT_FORMATS, ids=lambda one: one.name)
def test_a_format_has_what_its_users_need(one):
    assert re.fullmatch("[a-z]+", one.name)
    assert one.title
    assert one.about
    assert one.holds
    assert one.holds <= EVERY_PART
    assert one.loss == "" or one.loss.endswith(".")
    assert one.holds == EVERY_PART or one.loss, "it does not say what it cannot hold"
    assert re.fullmatch(r"(\.[a-z]+)+", one.suffix)
    assert export_format(one.name) is one


def test_no_format_is_forgotten_and_none_is_there_twice():
    for facts in ({one.name for one in EXPORT_FORMATS}, {one.suffix for one in EXPORT_FORMATS}):
        assert len(facts) == len(EXPORT_FORMATS)
    rooms = (Path(reader.__file__).parent / "storage" / room for room in ("reports", "exports"))
    trees = [ast.parse(path.read_text("utf-8")) for room in rooms for path in room.rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    found = sum(getattr(call.func, "id", "") == "ReportFormat" for call in calls)
    assert found == len(EXPORT_FORMATS), "a format is not in EXPORT_FORMATS"
    assert set(REPORTS) <= set(EXPORT_FORMATS)


@pytest.mark.parametrize("name", ["html", "epub", "markdown", "xlsx", "annotations", "method"])
def test_what_can_hold_it_names_lists_and_voices_and_says_that_a_mark_is_a_question(name, report):
    choices = Choices(voices=("narrator", "direct"))
    data = made(name, report, choices=choices)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            data = b"".join(pack.read(one) for one in pack.namelist())
    told = data.decode(errors="replace")
    assert "loaded-wording" in told
    assert "hedging@" in told.replace("\\", "")
    assert "narrator, quoted" in told
    assert QUESTION in told


def test_only_the_chosen_voices_are_marked(report):
    choices = Choices(voices=("direct",))
    rows = list(csv.DictReader(io.StringIO(made("csv", report, choices=choices).decode())))
    assert {row["voice"] for row in rows} == {"direct", ""}
    assert "shameful" in {row["text"] for row in rows}
    assert "horrific" not in {row["text"] for row in rows}


@pytest.mark.parametrize("one", WRITTEN_HERE, ids=lambda one: one.name)
def test_a_hidden_outlet_is_nowhere(one, storm):
    facts = {"outlet": "Tamble Herald", "byline": "Nell Oddname", "origin": "https://a.herald/x"}
    analysis = replace(storm, article=replace(storm.article, **facts))
    shown = written(one, [Report(analysis, "herald-7")], USUAL, one.write)
    hidden = written(one, [Report(analysis, "herald-7")], Choices(hides_outlet=True), one.write)

    def words(data):
        if not data.startswith(b"PK"):
            return data.decode()
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            return " ".join((*pack.namelist(), *(pack.read(n).decode() for n in pack.namelist())))

    assert "erald" in words(shown)
    assert not any(word in words(hidden) for word in ("erald", "Oddname"))


def test_without_the_article_only_marked_sentences_are_there(report):
    choices = Choices(parts=frozenset({"wording", "notes"}), voices=("direct",))
    for name in ("html", "markdown"):
        page = made(name, report, choices=choices).decode()
        assert "shameful" in page
        assert "torn off on Sunday" in page
        assert "the county" not in page
        assert "the county" in made(name, report).decode()


@pytest.mark.parametrize("one", WRITTEN_HERE, ids=lambda one: one.name)
def test_several_articles_go_into_one_file(one, report, storm):
    data = written(
        one, [report, *(Report(storm, name) for name in ("storm", "é/..=x"))], USUAL, one.write
    )
    assert data
    if one.name == "brat":
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            names = [name for name in pack.namelist() if name.endswith(".ann")]
        assert names == ["storm.ann", "storm-2.ann", "x.ann"]


def test_a_muted_place_and_a_muted_entry_are_not_marked(report):
    text = report.analysis.article.text
    found = {item.span.of(text): item for item in report.analysis.findings}
    mutes = (mute_here(text, found["horrific"]), mute_everywhere(found["shameful"]))
    muted = Report(report.analysis, "storm", mutes)
    words = {row["text"] for row in csv.DictReader(io.StringIO(made("csv", muted).decode()))}
    assert "horrific" not in words
    assert "shameful" not in words
    assert "possibly" in words

"""Every report format has what its users need, and writes something that can be read again."""

import ast
import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import reader
from reader.storage.reports.registry import (
    REPORT_FORMATS,
    report_format,
    report_format_of_file,
)
from reader.storage.reports.report_format import Report


def check_json(data, storm):
    document = json.loads(data)
    assert (document["schema"], document["id"]) == ("close-reader/analysis/1", "storm")
    assert len(document["findings"]) == len(storm.findings)


def check_csv(data, storm):
    rows = list(csv.DictReader(io.StringIO(data.decode())))
    assert [(int(row["start"]), row["text"]) for row in rows] == [
        (finding.span.start, finding.span.of(storm.article.text)) for finding in storm.findings
    ]


def check_text(data, storm):
    lines = data.decode().splitlines()
    assert lines[0] == storm.article.title
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
        if self.opened and self.opened[-1] not in {"sup", "style", "title"}:
            self.words.append(data)


def check_html(data, storm):
    page = Page()
    page.feed(data.decode())
    page.close()
    assert page.opened == []
    shown = re.sub(r"\s", "", "".join(page.words))
    assert re.sub(r"\s", "", storm.article.text) in shown


CHECKS = {"json": check_json, "csv": check_csv, "text": check_text, "html": check_html}


@pytest.mark.parametrize("one", REPORT_FORMATS, ids=lambda one: one.name)
def test_a_format_writes_what_can_be_read(one, storm):
    CHECKS[one.name](one.write(Report(storm, "storm")), storm)


@pytest.mark.parametrize("one", REPORT_FORMATS, ids=lambda one: one.name)
def test_a_format_has_what_its_users_need(one):
    assert re.fullmatch("[a-z]+", one.name)
    assert one.title
    assert re.fullmatch(r"\.[a-z]+", one.suffix)
    assert report_format(one.name) is one
    assert report_format_of_file(f"/a.b/c{one.suffix.upper()}") is one


def test_no_format_is_forgotten_and_none_is_there_twice():
    for facts in ({one.name for one in REPORT_FORMATS}, {one.suffix for one in REPORT_FORMATS}):
        assert len(facts) == len(REPORT_FORMATS)
    folder = Path(reader.__file__).parent / "storage" / "reports"
    trees = [ast.parse(path.read_text("utf-8")) for path in folder.glob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    made = sum(getattr(call.func, "id", "") == "ReportFormat" for call in calls)
    assert made == len(REPORT_FORMATS), "a format is not in REPORT_FORMATS"
    assert report_format_of_file("a.none") is None

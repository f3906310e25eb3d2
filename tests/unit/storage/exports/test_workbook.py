"""A workbook holds numbers and words as they are, and nothing that a spreadsheet would run."""

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.storage.exports import workbook
from reader.storage.exports.workbook import Workbook, column_letters

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def made(*sheets):
    out = io.BytesIO()
    with Workbook.at(out) as book:
        for name, columns, rows in sheets:
            book.begin(name, columns)
            for row in rows:
                book.write(name, row)
    return out.getvalue()


def cells_of(data, number=1):
    """Return the cells of a sheet by their places, as a spreadsheet reads them."""
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        sheet = ElementTree.fromstring(pack.read(f"xl/worksheets/sheet{number}.xml"))
    cells = {}
    for cell in sheet.iter(f"{MAIN}c"):
        words, value = cell.find(f"{MAIN}is/{MAIN}t"), cell.find(f"{MAIN}v")
        assert cell.find(f"{MAIN}f") is None
        cells[cell.get("r")] = int(value.text) if words is None else unescaped(words.text)
    return cells


def unescaped(words):
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), words)


def test_every_part_is_named_and_there():
    data = made(("a & b", ("x",), []), ("c", ("y",), [(1,)]))
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        trees = {name: ElementTree.fromstring(pack.read(name)) for name in pack.namelist()}
        types = trees["[Content_Types].xml"]
        named = {item.get("PartName", "")[1:] for item in types if item.get("PartName")}
        assert named == {name for name in trees if not name.endswith((".rels", "Types].xml"))}
        targets = {item.get("Target") for item in trees["xl/_rels/workbook.xml.rels"]}
        assert {f"xl/{target}" for target in targets} == named - {"xl/workbook.xml"}
        names = [item.get("name") for item in trees["xl/workbook.xml"].iter(f"{MAIN}sheet")]
        assert names == ["a & b", "c"]


def test_the_same_rows_make_the_same_bytes():
    assert made(("s", ("x",), [("a",)])) == made(("s", ("x",), [("a",)]))


@given(st.lists(st.text(min_size=1) | st.integers(-(10**9), 10**9), min_size=1, max_size=30))
def test_any_words_come_back_but_for_what_a_formula_or_xml_cannot_be(row):
    cells = cells_of(made(("s", [f"c{i}" for i in range(len(row))], [row])))
    for letters, told in zip(column_letters(), row, strict=False):
        found = cells[f"{letters}2"]
        if isinstance(told, int):
            assert found == told
        else:
            plain = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "�", told)
            assert found.removeprefix("'") == plain.removeprefix("'")
            assert not found.lstrip().startswith(tuple("=+-@"))


def test_columns_have_the_names_of_spreadsheets():
    names = list(column_letters())
    assert [names[place] for place in (0, 25, 26, 51, 52, 701)] == "A Z AA AZ BA ZZ".split()


def test_more_rows_than_a_sheet_holds_are_told(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    with pytest.raises(ReaderError, match=r"more rows than the 3 .*Choose csv, parquet or sqlite"):
        made(("s", ("x",), [("a",)] * 4))
    assert len(cells_of(made(("s", ("x",), [("a",)] * 3)))) == 4


def test_a_cell_is_cut_where_a_sheet_has_no_room():
    cells = cells_of(made(("s", ("x",), [("a" * 40_000,)])))
    assert cells["A2"] == "a" * 32_766 + "…"


def test_openpyxl_reads_it():
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    data = made(("s", ("x", "y"), [("_x0041_ =1", 7), ("", 8), ("  a\r\nb ", "")]))
    sheet = openpyxl.load_workbook(io.BytesIO(data))["s"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["x", "y"]
    assert [row[1] for row in rows[1:]] == [7, 8, None]


def test_no_part_tells_when_or_where_it_was_made():
    with zipfile.ZipFile(io.BytesIO(made(("Marks", ("a",), [("b",)])))) as pack:
        assert len({part.date_time for part in pack.infolist()}) == 1

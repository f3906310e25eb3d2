"""Sheets that lie beside a saved page, and what is never read for one."""

import pytest

from reader.intake.read import read_article

STORY = "The mayor of Danby closed the old pier on Monday, and 40 boats left the harbour at noon."
TRAP = "Sale of the week: ropes for half the price until the end of May, as long as there are any."
PAGE = (
    "<html><head><title>Pier closed</title>{}</head><body><article><h1>Pier closed</h1>"
    f"<p>{STORY}</p><p class=trap>{TRAP}</p><p>{STORY} Again.</p></article></body></html>"
)
SHEET = ".trap{display:none}"


def fate(tmp_path, address, files):
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    page = tmp_path / "Pier closed.html"
    page.write_text(PAGE.format(f'<link rel="stylesheet" href="{address}">'))
    article = read_article(str(page))
    assert STORY in article.text
    return "shown" if TRAP in article.text else article.removed[0].reason


@pytest.mark.parametrize(
    "address",
    ["./Pier%20closed_files/a.css", "Pier closed_files/deep/a.css?v=2", "Pier closed-x/a"],
)
def test_a_sheet_in_the_folder_of_the_page_counts(tmp_path, address):
    name = address.removeprefix("./").replace("%20", " ").partition("?")[0]
    assert fate(tmp_path, address, {name: SHEET}) == "hidden on the page"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("other/a.css", "other/a.css"),
        ("a.css", "a.css"),
        ("Pier closed_files/../other/a.css", "other/a.css"),
        ("Pier closed_files/missing.css", "Pier closed_files/a.css"),
        ("https://news.example/Pier closed_files/a.css", "Pier closed_files/a.css"),
    ],
)
def test_a_sheet_elsewhere_is_not_read(tmp_path, address, name):
    assert fate(tmp_path, address, {name: SHEET}) == "shown"


HOME = "Pier closed_files"


@pytest.mark.parametrize(
    ("files", "shown"),
    [
        ({"a.css": '@import "b.css";', "b.css": SHEET}, "hidden on the page"),
        ({"a.css": '@charset "utf-8"; @import "b.css"', "b.css": SHEET}, "hidden on the page"),
        ({"a.css": "@import url(deep/b.css) screen;", "deep/b.css": SHEET}, "hidden on the page"),
        (
            {"a.css": "@import 'in/b.css';", "in/b.css": "@import '../c.css';", "c.css": SHEET},
            "hidden on the page",
        ),
        ({"a.css": '@import "b.css" print;', "b.css": SHEET}, "shown"),
        ({"a.css": '/* @import "b.css"; */', "b.css": SHEET}, "shown"),
        ({"a.css": '@import "../../other/b.css";', "../other/b.css": SHEET}, "shown"),
        ({"a.css": '@import "https://news.example/b.css";', "b.css": SHEET}, "shown"),
        ({"a.css": '@import "a.css"; @import "b.css";', "b.css": '@import "a.css";'}, "shown"),
        ({f"{n}.css": f'@import "{n + 1}.css"; @import "{n + 2}.css";' for n in range(40)}
         | {"a.css": '@import "0.css";'}, "shown"),
    ],
)  # fmt: skip
def test_sheets_that_a_sheet_imports_count_if_they_lie_in_the_folder(tmp_path, files, shown):
    held = {f"{HOME}/{name}": text for name, text in files.items()}
    assert fate(tmp_path, f"{HOME}/a.css", held) == shown


def test_an_import_behind_a_rule_counts_as_little_as_in_a_browser(tmp_path):
    files = {f"{HOME}/a.css": 'p { color: red } @import "b.css";', f"{HOME}/b.css": SHEET}
    assert fate(tmp_path, f"{HOME}/a.css", files) == "shown"


@pytest.mark.parametrize(
    "files",
    [
        {"a.css": "@import" * 40_000},
        {"a.css": "@charset " * 30_000 + "@import"},
        {"a.css": '@import "b.css";' * 18_000, "b.css": '@import "c.css";' * 18_000}
        | {"c.css": '@import "d.css";' * 18_000, "d.css": "p { color: red }"},
    ],
)
def test_sheets_without_end_end(tmp_path, files):
    """It took ten minutes to look at the first, and hours to read what the last imports."""
    assert fate(tmp_path, f"{HOME}/a.css", {f"{HOME}/{n}": t for n, t in files.items()}) == "shown"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    outside = tmp_path / "outside.css"
    outside.write_text(SHEET)
    folder = tmp_path / "Pier closed_files"
    folder.mkdir()
    (folder / "a.css").symlink_to(outside)
    assert fate(tmp_path, "Pier closed_files/a.css", {}) == "shown"


def test_a_sheet_that_is_too_large_is_not_read(tmp_path):
    files = {"Pier closed_files/a.css": SHEET + " " * 400_000}
    assert fate(tmp_path, "Pier closed_files/a.css", files) == "shown"

"""The library: which files count, in which order, and what is kept of each."""

import os

from reader.intake.article_folder import LibraryFile, library_files, read_library_text

GERMAN = "Der Rat hat am Montag beschlossen, dass der Markt nicht verlegt wird. " * 6


def write(path, text, age):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    os.utime(path, (1_000_000 - age, 1_000_000 - age))
    return str(path)


def names(files):
    return [file.path.rsplit("/", 1)[-1] for file in files]


def test_a_folder_with_all_below_it_and_what_was_read_lately_newest_first(tmp_path):
    folder = tmp_path / "texts"
    write(folder / "old.txt", "Old.", 30)
    write(folder / "below" / "new.md", "New.", 10)
    write(folder / ".hidden" / "secret.txt", "No.", 1)
    write(folder / ".secret.txt", "No.", 1)
    write(folder / "table.csv", "no", 1)
    recent = write(tmp_path / "read.html", "<p>Read.</p>", 20)
    gone = str(tmp_path / "gone.txt")
    files = library_files(str(folder), [recent, gone, str(folder / "old.txt")])
    assert names(files) == ["new.md", "read.html", "old.txt"]
    assert names(library_files("", [recent])) == ["read.html"]
    assert library_files(str(tmp_path / "nowhere"), []) == ()


def test_a_changed_file_has_another_stamp(tmp_path):
    path = write(tmp_path / "a.txt", "One.", 5)
    before = library_files(str(tmp_path), [])
    write(tmp_path / "a.txt", "One, two.", 5)
    assert library_files(str(tmp_path), []) != before
    assert before[0].path == path


def test_very_large_files_are_passed_over(tmp_path):
    write(tmp_path / "large.txt", "word " * 900_000, 1)
    assert library_files(str(tmp_path), []) == ()


def read(path):
    return read_library_text(LibraryFile(str(path), (0, 0)))


def test_title_text_and_notes_are_kept(tmp_path):
    write(tmp_path / "plain.txt", "The mayor slammed the plan on Monday, and left.", 1)
    assert read(tmp_path / "plain.txt").title == "plain"
    assert "slammed" in read(tmp_path / "plain.txt").text
    write(tmp_path / "titled.md", "---\ntitle: Harbour vote\n---\n\nThe mayor left.\n", 1)
    assert read(tmp_path / "titled.md").title == "Harbour vote"


def test_nothing_is_counted_in_other_languages_and_what_cannot_be_read_is_told(tmp_path):
    write(tmp_path / "rat.txt", GERMAN, 1)
    assert read(tmp_path / "rat.txt").text == ""
    (tmp_path / "empty.txt").touch()
    told = read(tmp_path / "empty.txt")
    assert (told.text, told.title) == ("", "empty")
    assert "empty" in told.problem
    assert "not" in read(tmp_path / "gone.txt").problem

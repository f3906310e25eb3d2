"""Lessons as pupils and teachers play them: opened, marked by keys, handed in, looked at."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest
from play_class import play_class
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTextBrowser,
    QToolButton,
    QWidget,
)

from reader.core.lessons.answer import Answer, AnswerMark, Selector
from reader.core.lessons.lesson import Opening, TableRow
from reader.core.text.spans import Span, whole_words
from reader.intake.read import read_article
from reader.launch import load_lessons
from reader.paths import default_paths
from reader.storage.lessons.answer_files import answer_file_name, read_answer_file, write_answer
from reader.storage.lessons.drafts import Draft
from reader.storage.lessons.lesson_files import LessonPack, lesson_bytes, read_lesson_file
from reader.storage.lessons.making import make_lesson
from reader.ui.controllers.lessons.pupil_steps import PupilSteps
from reader.ui.controllers.lessons.teacher_steps import TeacherSteps
from reader.ui.marks.paper.printer import print_painted
from reader.ui.messages.last_folders import LastFolders
from reader.ui.places.lessons.answers.reasons_dialog import reason_rows
from reader.ui.places.lessons.answers.typed_paper import typed_answer
from reader.ui.places.lessons.paper.forms import FORMS
from reader.ui.theme import LIGHT
from tests.gui.acting import words_of


@pytest.fixture(scope="module")
def pack() -> LessonPack:
    paths = default_paths()
    return make_lesson([read_article(str(path)) for path in paths.samples], paths, "The market")


def let_go(all_steps):
    """Close windows, and let Qt take them away as the program does, not Python in pieces."""
    for steps in all_steps:
        steps.window.close()
        steps.window.deleteLater()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def begin(qtbot, qapp, tmp_path, shown_messages):
    """Begins a lesson as a pupil with a code; the window is closed in the end."""
    begun = []

    def begin_as(pack, code="heron-14"):
        theme, paths = LIGHT, default_paths(tmp_path / "data")
        steps = PupilSteps(load_lessons(), pack, paths, shown_messages, theme)
        steps.begin_as(code)
        begun.append(steps)
        return steps

    yield begin_as
    let_go(begun)


@pytest.fixture
def pupil(begin, pack):
    """A pupil who has begun under a code."""
    return begin(pack)


def mark(window, words, key):
    """Select words on the page and press the letter of a pen."""
    start = window.page._article.text.index(words)  # noqa: SLF001 -- where a person looks
    window.page.select(Span(start, start + len(words)))
    QTest.keyClick(window.page, key)


def press(window, name):
    window.findChild(QPushButton, name).click()
    QApplication.processEvents()


def type_into(window, name, words):
    field = window.findChild(QPlainTextEdit, name) or window.findChild(QLineEdit, name)
    field.setFocus()
    QTest.keyClicks(field, words)


def test_a_lesson_with_open_steps_is_handed_in_when_that_is_wanted(
    pupil, shown_messages, tmp_path
):
    type_into(pupil.window, "step_words", "A market was cut.")
    press(pupil.window, "step_done")
    press(pupil.window, "hand_in")
    assert "7 of 8 steps are still open" in shown_messages.told[-1][1]
    shown_messages.answer = str(tmp_path / "heron-14")
    press(pupil.window, "hand_in")
    assert (tmp_path / "heron-14.answer").exists()


def test_a_lesson_that_was_opened_is_handed_in_beside_it(program, shown_messages, tmp_path, pack):
    place = tmp_path / "class" / "market.crlesson"
    place.parent.mkdir()
    place.write_bytes(load_lessons().files.lesson_bytes(pack))
    played = []
    program.lessons.play = played.append
    program.lessons.play_file(str(place))
    assert len(played) == 1
    folders = LastFolders(program.session.settings)
    assert folders.start("lesson", "heron-14.answer") == str(place.parent / "heron-14.answer")
    program.window.fit_beside(other := QMainWindow())
    assert program.window.actions_by_name["quit"] in other.actions()


def test_a_first_answer_is_offered_among_the_documents():
    assert LastFolders().start("lesson", "heron-14.answer") != "heron-14.answer"


def test_a_pupil_plays_a_lesson_to_its_end(qtbot, pupil, shown_messages, tmp_path):
    window, work = pupil.window, pupil.work
    assert "outlet hidden" in window.state.where.text()
    type_into(window, "step_words", "A market was cut.")
    press(window, "step_done")
    assert window.step.id == "mark"
    mark(window, "brutally", Qt.Key.Key_L)
    QTest.keyClick(window.page, Qt.Key.Key_Return)
    type_into(window, "mark_reason", "How bad before how much <b>x</b>.")
    type_into(window, "mark_plainer", "sharply")
    window.resize(1366, 700)  # what a screen 768 high leaves
    done = window.findChild(QPushButton, "step_done")
    assert done.visibleRegion().boundingRect() == done.rect()
    mark(window, "critics", Qt.Key.Key_S)
    mark(window, "could", Qt.Key.Key_H)
    QTest.keyClick(window.page, Qt.Key.Key_Delete)
    written = work.change_mark(work.marks[0], loses="It frightens.")
    work.undo()
    assert [one.mark.selector.exact for one in work.marks] == ["brutally", "critics", "could"]
    assert work.marks[0] == written  # words that were written since are not taken back
    press(window, "step_done")
    press(window, "step_done")  # hands in
    assert window.step.kind == "program"
    qtbot.waitUntil(lambda: bool(window.program_page.visible_marks()))
    assert work.add_mark("A", "L", Span(0, 4)) is None  # handed in: it stays as it is
    type_into(window, "wrong", "claimed")
    press(window, "step_done")
    press(window, "found_sources")
    type_into(window, "name_0", "Ada Renfrew")
    press(window, "step_done")
    window.choose_article("B")
    mark(window, "council", Qt.Key.Key_S)
    fill_the_table(window)
    press(window, "step_done")
    type_into(window, "looked_up_0", "the vote")
    press(window, "step_done")
    assert "outlet hidden" not in window.state.where.text()
    type_into(window, "judgement", "Done well: the report.")
    shown_messages.answer = str(tmp_path / "heron-14")
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    if not (tmp_path / "heron-14.answer").exists():
        pupil.hand_in()
    answer = read_answer_file(tmp_path / "heron-14.answer")
    assert answer.marks[0].reason == "How bad before how much <b>x</b>."
    assert answer.marks[0].plainer == "sharply"
    assert answer.sources[0].name == "Ada Renfrew"
    assert answer.lateral[0].looked_up == "the vote"
    assert answer.wrong == "claimed"
    assert answer.judgement == "Done well: the report."
    assert answer.steps["read"] == "A market was cut."
    assert answer.cell("actors", "B") == "the market, a <b>dying</b> one"


def fill_the_table(window):
    """Fill a cell of the comparison table; what the program found is shown only then."""
    press(window, "found_table")
    assert window.findChild(QLabel, "found_table_told").text() == "Fill one cell yourself first."
    type_into(window, "cell_actors_B", "the market, a <b>dying</b> one")
    press(window, "found_table")
    assert "Ada Renfrew" in window.findChild(QLabel, "found_sources").text()
    assert window.findChild(QLabel, "found_voiceless").text() == "Only a reader can tell."


def test_the_windows_of_lessons_close_by_the_key(pupil, teacher):
    for window in (pupil.window, teacher.window):
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
        assert not window.isVisible()


def test_a_draft_comes_back_under_its_code(begin, pupil, pack):
    press(pupil.window, "step_done")
    mark(pupil.window, "brutally", Qt.Key.Key_L)
    pupil.window.close()
    again = begin(pack)
    assert [one.mark.selector.exact for one in again.work.marks] == ["brutally"]
    assert again.window.step.id == "mark"
    assert begin(pack, "otter-2").work.marks == ()


def test_a_step_opens_with_the_teachers_word(begin, pack):
    step = pack.lesson.steps[1]
    opens = type(step.opens)("word", "", "heron")
    steps = (pack.lesson.steps[0], type(step)("mark", "mark", "Mark", opens=opens))
    lesson = type(pack.lesson)("w", "Word", steps, pack.lesson.pens, pack.lesson.articles)
    window = begin(LessonPack(lesson)).window
    window.show_step("mark")
    type_into(window, "word", "otter")
    QTest.keyClick(window.findChild(QLineEdit, "word"), Qt.Key.Key_Return)
    assert not window.work.progress.is_open(steps[1])
    assert window.findChild(QLabel, "word_told").text() == "That is not the word."
    press(window, "step_done")  # neither written nor finished before it opens
    assert window.findChild(QPlainTextEdit, "step_words") is None
    assert "mark" not in window.work.progress.done
    window.findChild(QLineEdit, "word").setText("Heron")
    QTest.keyClick(window.findChild(QLineEdit, "word"), Qt.Key.Key_Return)
    assert window.work.progress.is_open(steps[1])
    assert window.findChild(QPlainTextEdit, "step_words") is not None


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """A ready lesson, made once: what it is made of, and the lesson."""
    parts, paths = load_lessons(), default_paths(tmp_path_factory.mktemp("ready"))
    found = parts.ready.ready_lesson("night-bus", paths)
    return found, parts.ready.ready_pack(found, paths, read_article)


@pytest.fixture
def change(qtbot, qapp, tmp_path, shown_messages, ready):
    """Opens a ready lesson as a teacher does; the window is closed in the end."""
    opened = []

    def open_ready(**others):
        parts, paths = replace(load_lessons(), **others), default_paths(tmp_path / "data")
        found, pack = ready
        kept = parts.kept.kept_reference(paths, pack.lesson)
        reference = kept or parts.ready.ready_placed_reference(found, pack.lesson)
        opened.append(TeacherSteps(parts, pack, reference, paths, shown_messages, LIGHT))
        opened[-1].show()
        return opened[-1]

    yield open_ready
    let_go(opened)


@pytest.fixture
def teacher(change):
    """A teacher with a ready lesson open."""
    return change()


def test_another_windows_version_of_a_lesson_is_kept_beside(change, teacher, tmp_path):
    other = change()
    for steps, title in ((teacher, "One"), (other, "Other")):
        steps.draft.change_step(replace(steps.draft.lesson.step("mark"), title=title))
        steps.keep()
    assert "Another version of this lesson is kept as " in other.window.state.text()
    kept = (tmp_path / "data" / "lessons").glob("*.crlesson")
    titles = {path.name.count(".old"): read_lesson_file(path) for path in kept}
    assert {n: one.lesson.step("mark").title for n, one in titles.items()} == {
        0: "Other",
        1: "One",
    }


def test_a_teacher_makes_a_lesson(change, teacher, shown_messages, tmp_path):
    window, draft = teacher.window, teacher.draft
    steps = window.maker.steps.findChild(QListWidget)
    steps.setCurrentRow(1)
    title = window.maker.editor.findChild(QLineEdit, "step_title")
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_End)
    QTest.keyClicks(title, " well")
    assert draft.lesson.step("mark").title == "Mark well"
    shown_messages.answer = " The Night Post "
    menu = window.findChild(QToolButton, "lesson_more").menu()
    next(one for one in menu.actions() if one.text().startswith("Outlet of")).trigger()
    assert draft.lesson.articles[0].outlet == "The Night Post"
    assert draft.undo()
    assert draft.lesson.articles[0].outlet == "The Harrow Vale Echo"
    count = len(draft.marks)
    window.maker.page.select(Span(0, 5))
    QTest.keyClick(window.maker.page, Qt.Key.Key_S)
    assert len(draft.marks) == count + 1
    QTest.keyClick(window.maker.page, Qt.Key.Key_Delete)
    assert len(draft.marks) == count
    steps.setCurrentRow(5)
    table = window.maker.editor.findChild(QPlainTextEdit, "table_rows")
    table.appendPlainText("Whose picture would you take?")
    assert draft.lesson.table[-1] == TableRow("row-1", "Whose picture would you take?")
    assert draft.lesson.table[0].id == "actors"
    draft.move_step("mark", 1)
    assert [one.id for one in draft.lesson.steps][:3] == ["read", "notes", "mark"]
    assert draft.lesson.step("notes").opens.step == "read"
    assert draft.undo()
    shown_messages.answer = str(tmp_path / "bus")
    for what, ending in (("lesson", ".crlesson"), ("html", ".html"), ("reference", ".answer")):
        teacher.save(what)
        assert (tmp_path / f"bus{ending}").stat().st_size
    assert read_lesson_file(tmp_path / "bus.crlesson").lesson.step("mark").title == "Mark well"
    teacher.take_over("A")
    assert len(draft.marks) > count
    teacher.write_forms(tmp_path / "bus.pdf", ["pupil", "key"])
    assert (tmp_path / "bus.pdf").read_bytes().startswith(b"%PDF")
    window.close()
    assert len(change().draft.marks) == len(draft.marks)  # what was kept comes back


def drop_on(steps, row, part):
    """Let the current row go over another one, in its upper or its lower part."""
    rect = steps.visualItemRect(steps.item(row))
    place = QPointF(rect.center().x(), rect.top() + part * rect.height())
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    mime = steps.mimeData([steps.currentItem()])
    steps.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, mime, buttons, keys))


def test_steps_are_put_in_order_by_mouse_and_keys(teacher):
    window, draft = teacher.window, teacher.draft
    steps = window.maker.steps.findChild(QListWidget)

    def order():
        QApplication.processEvents()
        return [one.id for one in draft.lesson.steps[:4]]

    before = order()
    assert before == ["read", "mark", "notes", "program"]
    steps.setCurrentRow(1)
    drop_on(steps, 3, 0.9)
    assert order() == ["read", "notes", "program", "mark"]
    assert steps.currentRow() == 3
    assert "Step 4" in words_of(window.maker.editor)
    assert draft.lesson.step("notes").opens.step == "read"
    spoken = steps.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Step 4, Mark, 4 of 8")
    drop_on(steps, 1, 0.1)
    assert order() == ["read", "mark", "notes", "program"]
    drop_on(steps, 1, 0.9)  # where it is
    QTest.keyClick(steps, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order() == ["read", "notes", "mark", "program"]
    assert steps.count() == len(draft.lesson.steps)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert order() == before
    assert steps.currentRow() == 1
    assert "Step 2" in words_of(window.maker.editor)


def test_buttons_say_when_a_step_opens(teacher):
    window, draft = teacher.window, teacher.draft
    editor = window.maker.editor

    def press_opening(way):
        editor.findChild(QToolButton, f"opens_{way}").click()
        return draft.lesson.step("program").opens

    window.maker.steps.findChild(QListWidget).setCurrentRow(3)
    before = draft.lesson.step("program").opens
    assert press_opening("at-once") == Opening()
    assert press_opening("after") == Opening("after", "notes")
    editor.findChild(QSpinBox, "opens_step").setValue(1)
    assert draft.lesson.step("program").opens == Opening("after", "read")
    assert editor.findChild(QToolButton, "opens_after").text() == "After step 1"
    press_opening("word")
    type_into(window, "opens_word", "heron")
    assert draft.lesson.step("program").opens == Opening("word", "", "heron")
    while draft.undo():
        pass
    assert draft.lesson.step("program").opens == before
    window.maker.show_same_step()
    assert editor.findChild(QToolButton, "opens_handed-in").isChecked()
    window.maker.steps.findChild(QListWidget).setCurrentRow(0)
    assert editor.findChild(QToolButton, "opens_after") is None  # nothing comes before it


def test_answers_of_a_class_are_looked_at(qtbot, teacher, shown_messages, tmp_path):
    folder = tmp_path / "class"
    lesson = teacher.draft.lesson
    for answer in play_class(lesson, teacher.draft.reference(), 12):
        write_answer(folder / answer_file_name(answer.code), answer)
    (folder / "bad.answer").write_text("{")
    html = json.dumps({"schema": "<b>x</b>"})
    (folder / "html.answer").write_text(html)
    window, work = teacher.window, teacher.window.work
    shown_messages.answer = str(folder)
    press(window, "choose_answer_folder")
    assert window.answers.table.rowCount() == 14
    assert len(work.counted()[0]) == 12
    late = play_class(lesson, teacher.draft.reference(), 14, seed=3)[-1]
    write_answer(folder / "late.answer", late)  # the folder is watched
    qtbot.waitUntil(lambda: window.answers.table.rowCount() == 15)
    work.leave_out(["late.answer"])
    assert len(work.counted()[0]) == 12
    for view in ("class", "pupil", "pairs"):
        press(window, f"view_{view}")
        assert window.class_view.isVisible() or not window.isVisible()
    assert window.class_view.page._layers.pens  # noqa: SLF001 -- what is painted
    window.show_view("pupil")
    steps = window.class_view.findChild(QComboBox, "pupil_step")
    told = []
    for number in range(steps.count()):
        steps.setCurrentIndex(number)
        told.append(words_of(window.class_view))
    assert "wrote this in “Read”." in told[1]
    assert "Not marked:" in told[2] or "Reference:" in told[2]
    assert "“claimed”: he did claim it." in told[4]
    assert "Done well: it says who paid for the report." in told[8]
    window.show_view("class")
    assert window.class_view.page._layers.heat  # noqa: SLF001
    assert reason_rows(work.scores(), work.texts)
    work.leave_out(["bad.answer", work.files[0].name])
    assert len(work.counted()[0]) in {11, 12}
    assert work.undo()
    shown_messages.answer = str(tmp_path / "book.csv")
    teacher.save_scores("csv")
    assert len((tmp_path / "book.csv").read_text("utf-8").splitlines()) == 13
    shown_messages.answer = str(tmp_path / "map.pdf")
    press(window, "save_heat")
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")


def test_a_paper_is_typed_in(teacher):
    lesson, texts = teacher.draft.lesson, teacher.window.work.texts
    lines = ["headline Cruel blow L: how it feels first", "B 1.1 ghost bus L", ""]
    answer = typed_answer(lesson, texts, "teal-05", lines)
    assert [one.selector.exact for one in answer.marks] == ["Cruel blow", "ghost bus"]
    assert answer.marks[0].reason == "how it feels first"
    teacher.window.work.add_typed(answer)
    assert teacher.window.work.counted()[0][0].code == "teal-05"
    for bad in ("7.2", "1.1 nowhere here L", "99.1 bus L"):
        with pytest.raises(Exception, match=r"Line 1"):
            typed_answer(lesson, texts, "teal-05", [bad])
    with pytest.raises(Exception, match=r"does not stand at 2\.1, but at 1\.1\."):
        typed_answer(lesson, texts, "teal-05", ["B 2.1 ghost bus L"])


def test_lessons_are_opened_from_the_window(program, pack, tmp_path, shown_messages, monkeypatch):
    path, broken = tmp_path / "market.crlesson", tmp_path / "broken.crlesson"
    path.write_bytes(lesson_bytes(pack))
    broken.write_bytes(b"PK")
    opened = []
    with monkeypatch.context() as patched:
        patched.setattr(program.lessons, "play", opened.append)
        program.opening.open(str(path))
    assert [one.lesson.id for one in opened] == [pack.lesson.id]
    program.opening.open(str(broken))
    assert "damaged" in shown_messages.told[-1][1]
    for name, wanted in (("water-tests", "notes"), ("four-papers", "later")):
        program.lessons.open_ready(name, wanted)
    program.lessons.show_guide()
    program.lessons.show_ready()
    teacher = program.lessons.teachers[-1]
    assert teacher.draft.lesson.id == "four-papers-later"
    press(teacher.window, "try_pupil")
    assert program.lessons.pupils[-1].work.code == "trial"
    assert program.lessons.pupils[-1].window.isMaximized()  # no screen of tests has room for it
    program.appearance.next_theme()
    program.lessons.pupils[-1].window.close()
    assert program.lessons.pupils == []


@pytest.mark.parametrize(
    ("span", "wanted"),
    [
        ((1, 3), "The"),
        ((4, 12), "so-called"),
        ((4, 26), "so-called “plan”, don’t"),
        ((3, 4), None),
    ],
)
def test_a_selection_takes_whole_words(span, wanted):
    text = "The so-called “plan”, don’t."
    found = whole_words(text, Span(*span))
    assert (found.of(text) if found else None) == wanted


def test_a_mark_without_place_is_left_out_of_a_draft(pupil, pack):
    lost = AnswerMark("A", "L", Selector("not there", "", "", 99_999, 100_008))
    answer = Answer(pack.lesson.id, "x", (), (lost,))
    pupil.work.take_draft(Draft(answer, pupil.work.progress))
    assert pupil.work.marks == ()


def test_two_lists_are_set_against_one_another(program, shown_messages, tmp_path):
    program.lessons.duel()
    duel = program.lessons.duels[-1]
    first, second, both = duel.window.counts()
    assert first
    assert second
    assert duel.window.page._layers.pens  # noqa: SLF001 -- what is painted
    shown_messages.answer = str(tmp_path / "duel")
    press(duel.window, "save_duel")
    duel.window.close()
    assert program.lessons.duels == []
    program.opening.open(str(tmp_path / "duel.crlesson"))
    assert program.lessons.duels[-1].window.counts() == (first, second, both)


SPOKEN = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView, QTextBrowser)


def unnamed(window):
    """Return what a screen reader would have no words for."""
    return [
        f"{type(one).__name__} {one.objectName()}"
        for one in window.findChildren(QWidget)
        if isinstance(one, SPOKEN)
        and one.window() is window
        and not isinstance(one.parent(), QComboBox | QSpinBox | QAbstractItemView)
        and not one.objectName().startswith("qt_")
        and not (one.accessibleName() or one.toolTip() or getattr(one, "text", str)())
    ]


def test_everything_in_the_windows_has_a_name(pupil, teacher):
    press(pupil.window, "step_done")
    mark(pupil.window, "brutally", Qt.Key.Key_L)
    assert unnamed(pupil.window) == []
    for step in ("sources", "lateral", "judge"):
        pupil.window.show_step(step)
        assert unnamed(pupil.window) == []
    assert unnamed(teacher.window) == []


def test_a_lesson_is_made_from_files_kept_and_found_again(program, samples, shown_messages):
    program.window.actions_by_name["new_lesson"].trigger()
    dialog = program.lessons.new_lesson
    assert not dialog.make.isEnabled()
    shown_messages.answer = [str(path) for path in samples]
    press(dialog, "lesson_files")
    QTest.keyClick(dialog.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    type_into(dialog, "lesson_title", "The market")
    assert dialog.rows.item(1).text() == f"B   {samples[0].stem}"
    press(dialog, "make_lesson")
    window = program.lessons.teachers[-1].window
    assert window.draft.lesson.title == "The market"
    page, reference = window.maker.page, window.maker.reference
    start = page._article.text.index("council")  # noqa: SLF001 -- where a person looks
    page.select(Span(start, start + 7))
    QTest.keyClick(page, Qt.Key.Key_S)
    window.activateWindow()
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Who in it?")
    assert window.draft.marks[0].mark.reason == "Who in it?"
    assert "no reason" not in window.state.text()
    assert reference.isVisible()
    type_into(window, "lesson_name", "Again: ")
    window.close()
    QApplication.processEvents()
    program.window.actions_by_name["change_lesson"].trigger()
    kept = program.lessons.dialog
    assert kept.list.count() == 1
    press(kept, "open_kept_lesson")
    again = program.lessons.teachers[-1].window.draft
    assert again.lesson.title == "Again: The market"
    assert again.marks[0].mark.reason == "Who in it?"
    program.session.article.open(str(samples[0]))
    program.window.actions_by_name["new_lesson"].trigger()
    titles = [one.title for one in program.lessons.new_lesson.chosen()]
    assert titles == ["Fury as council axes Saturday market"]  # what is open is there already
    program.lessons.new_lesson.reject()


def test_forms_go_to_the_printer_that_was_chosen(change, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    chosen = SimpleNamespace(ask_printer=lambda _parent: printer, print_painted=print_painted)
    teacher = change(printer=chosen)
    press(teacher.window, "paper_forms")
    dialog = teacher.dialog
    for form in FORMS:
        dialog.findChild(QCheckBox, f"form_{form.name}").setChecked(form.name == "judge")
    press(dialog, "print_forms")
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    assert teacher.window.state.text() == "Sent to the printer"


def test_a_task_written_over_by_mistake_comes_back_in_one_step(teacher):
    """Ctrl+Z in a field in which nothing is left to take back is the lesson's."""
    window, draft = teacher.window, teacher.draft
    first, second = draft.lesson.steps[:2]
    window.maker.steps.step_chosen.emit(second.id)
    task = window.findChild(QPlainTextEdit, "step_task")
    task.setFocus()
    task.selectAll()
    QTest.keyClicks(task, "What happened?")
    assert draft.lesson.step(second.id).task == "What happened?"
    window.maker.steps.step_chosen.emit(first.id)
    window.maker.steps.step_chosen.emit(second.id)
    task = window.findChild(QPlainTextEdit, "step_task")
    task.setFocus()
    QTest.keyClick(task, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert draft.lesson.step(second.id).task == second.task
    assert window.findChild(QPlainTextEdit, "step_task").toPlainText() == second.task

"""One way back over all that is changed on the page, in its order, with tabs between."""

from random import Random

import pytest

from reader.core.corrections import muted_entry
from reader.core.corrections.text_actions import set_fact
from reader.core.notes import changed
from tests.gui.acting import choose, open_menu, select

TEXT = "The brutal mayor slammed the plan. It may end, he said. A stunning blow, said Ada Holm.\n"
OTHER = "A stunning day in the village. Nobody may know why, the brutal mayor said.\n"


@pytest.fixture
def reading(program, tmp_path, qtbot):
    for name, text in (("one", TEXT), ("two", OTHER)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.open(str(tmp_path / "one.txt"))
    return program


def state(program):
    """Return all that the reader made of the article on the page, and of the lists."""
    steps = program.mark_menu._steps  # noqa: SLF001 -- the lists as they count
    return (
        frozenset(program.noting.notes.now),
        frozenset(program.session.analysis.corrections.done),
        tuple(row.shown.guards for row in steps.editing().rows_in("loaded-wording")),
        program.session.article.current.text,
    )


def do(program, name):
    program.window.actions_by_name[name].trigger()


def highlight(program, words):
    select(program.window, words)
    do(program, "highlight")


def mute(program, words):
    choose(open_menu(program.window.view, select(program.window, words)), "Mute at this place")


def except_(program, words):
    choose(open_menu(program.window.view, select(program.window, words)), "Not in")


def step(program, number):
    """Take the step of a number; return whether it changed anything."""
    before = state(program)
    notes, corrections = program.noting.notes, program.session.analysis.corrections
    match number:
        case 0:
            highlight(program, "mayor slammed")
        case 1:
            corrections.add(muted_entry("loaded-wording", "stunning"))
        case 2 if corrections.done:
            corrections.take_back(corrections.done[0])
        case 3 if notes.now:
            notes.replace(notes.now[0], changed(notes.now[0], f"{len(before[0])}", words="Why?"))
        case 4 if notes.now:
            program.noting.remove(notes.now[-1])
        case 5:
            corrections.add(set_fact("author", f"Ada {len(corrections.done)}"))
        case 6:
            highlight(program, "plan")
        case 7:
            findings = program.session.analysis.found.findings
            mark = next(one for one in findings if one.entry.phrase == "brutal")
            program.mark_menu._steps.make_exception(mark, f"so {len(before[0])}")  # noqa: SLF001
    return state(program) != before


@pytest.mark.parametrize("seed", range(4))
def test_every_step_goes_back_in_its_order_and_comes_again(reading, seed):
    dice, states = Random(seed), [state(reading)]
    while len(states) < 25:
        if step(reading, dice.randrange(8)):
            states.append(state(reading))
    for before in reversed(states[:-1]):
        do(reading, "undo")
        assert state(reading) == before
        assert reading.window.toast.isVisible()  # which tells it in words
    for after in states[1:]:
        do(reading, "redo")
        assert state(reading) == after
        assert reading.window.toast.isVisible()


def test_the_order_is_known_when_the_article_comes_back_to_the_page(reading, tmp_path, qtbot):
    first = state(reading)
    highlight(reading, "mayor slammed")
    second = state(reading)
    mute(reading, "brutal")
    third = state(reading)
    highlight(reading, "plan")
    with qtbot.waitSignal(reading.session.analysis.changed):
        reading.session.article.open(str(tmp_path / "two.txt"))
    highlight(reading, "village")
    with qtbot.waitSignal(reading.session.analysis.changed):
        reading.session.article.open(str(tmp_path / "one.txt"))
    for before in (third, second, first):
        do(reading, "undo")
        assert state(reading) == before
    for after in (second, third):
        do(reading, "redo")
        assert state(reading) == after


def test_two_exceptions_go_back_one_after_the_other_and_what_was_edited_since_stays(reading):
    except_(reading, "brutal")
    except_(reading, "stunning")
    editing = reading.mark_menu._steps.editing()  # noqa: SLF001 -- as the editor edits
    row = next(one for one in editing.rows_in("loaded-wording") if one.shown.phrase == "heroic")
    editing.remove([row])
    do(reading, "undo")
    do(reading, "undo")
    rows = {one.shown.phrase: one for one in editing.rows_in("loaded-wording")}
    assert rows["heroic"].entry is None
    assert {rows[words].state for words in ("brutal", "stunning")} == {"shipped"}


def test_what_was_left_out_comes_again(program, qtbot):
    text = "The clock struck nine and the mill may close.\n\nRead more: Ferry\n\nIt rained."
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.paste_text(text)
    short = program.session.article.current.text
    program.session.article.restore_all()
    whole = program.session.article.current.text
    do(program, "undo")
    assert program.session.article.current.text == short
    do(program, "redo")
    assert program.session.article.current.text == whole


def test_a_note_on_the_article_in_which_nothing_was_written_is_no_step(reading):
    highlight(reading, "plan")
    kept = state(reading)
    do(reading, "note_on_article")
    reading.noting.writing.field.end()
    assert state(reading) == kept
    do(reading, "undo")
    assert not reading.noting.notes.now

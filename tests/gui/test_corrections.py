"""The reader corrects the program, in the page and in the panels, and takes it back."""

import json
import sqlite3

import pytest
from PySide6.QtCore import QPoint, Qt

from reader.core.corrections import ACTIONS, Anchor, Correction, Scope, attribution_at, muted_entry
from reader.core.text.article import Article
from reader.core.text.spans import Span
from reader.storage.exports.registry import REPORTS
from reader.storage.library.store import LibraryStore
from reader.ui.controllers.corrections.correction_words import correction_words
from tests.gui.acting import (
    below,
    choose,
    click_row,
    latest_menu,
    open_menu,
    row,
    row_place,
    select,
    texts,
)


@pytest.fixture
def reading(opened, qtbot):
    opened.window.tabs.setCurrentIndex(1)
    return opened


@pytest.fixture
def changed(reading, qtbot):
    """Return a context in which the analysis has to change."""
    return lambda: qtbot.waitSignal(reading.session.analysis.changed)


def speaker_at(program, words):
    analysis = program.session.analysis.current
    start = analysis.article.text.index(words)
    item = attribution_at(analysis, Span(start, start + len(words)))
    if item is None:
        return None
    owner = next(source for source in analysis.sources if item.id in source.attributions)
    return owner.name


def hedges(program):
    analysis = program.session.analysis.current
    found = (item for item in analysis.findings if item.panel == "hedging")
    return [item.span.of(analysis.article.text) for item in found]


@pytest.mark.parametrize("name", [*ACTIONS, "a-new-action"])
def test_every_correction_says_what_it_did(name):
    words = correction_words(Correction(name, places=(Anchor("ice", "", "", 0),)))
    assert len(words) > len(name) / 2
    assert not {"{", "_"} & set(words)


def test_a_selection_is_said_by_somebody_and_taken_back(reading, changed):
    window, words = reading.window, "The building has stood empty ever since"
    assert speaker_at(reading, words) is None
    menu = open_menu(window.view, select(window, words))
    with changed():
        choose(menu, "This is said by", "Piers Holloway")
    assert speaker_at(reading, words) == "Piers Holloway"
    assert row(window.sourcing.tree, "Piers Holloway").is_corrected
    assert "Corrected by you" in window.sourcing.subheading.text()
    assert window.sourcing.undo_button.isVisible()
    with changed():
        window.actions_by_name["undo"].trigger()
    assert speaker_at(reading, words) is None
    assert not window.sourcing.undo_button.isVisible()
    with changed():
        window.actions_by_name["redo"].trigger()
    assert speaker_at(reading, words) == "Piers Holloway"


def test_somebody_else_is_asked_for_by_name(reading, changed, shown_messages):
    window, words = reading.window, "nobody had been hurt"
    shown_messages.answer = "The ambulance service"
    menu = open_menu(window.view, select(window, words))
    with changed():
        choose(menu, "Change the speaker", "Somebody else")
    assert speaker_at(reading, words) == "The ambulance service"


def test_a_whole_selection_changes_extent_and_speaker_in_one_step(reading, changed):
    window, words = reading.window, "He dismissed the protest as “a noisy fringe”"
    before = reading.session.analysis.current
    inner = "“a noisy fringe” and claimed"
    menu = open_menu(window.view, select(window, "a noisy fringe"))
    assert "Only the selected words are said" in texts(menu)
    with changed():
        choose(menu, "This is said by", "Ines Falk")
    assert speaker_at(reading, "a noisy fringe") == "Ines Falk"
    assert inner in before.article.text
    assert words in before.article.text
    with changed():
        window.actions_by_name["undo"].trigger()
    assert reading.session.analysis.current.attributions == before.attributions


PIECES = ("This is nothing short of a disaster", "We were never asked.")


@pytest.mark.parametrize("said", [0, 1])
def test_a_piece_of_a_quotation_goes_to_another_and_the_rest_stays(reading, changed, said):
    window = reading.window
    text = reading.session.article.current.text
    start = text.index(PIECES[said])
    menu = open_menu(window.view, select(window, text[start : text.index("”", start)]))
    with changed():
        choose(menu, "This is said by", "Piers Holloway")
    assert speaker_at(reading, PIECES[said]) == "Piers Holloway"
    assert speaker_at(reading, PIECES[1 - said]) == "Ada Renfrew"
    found = reading.session.analysis.current.attributions
    own = [one for one in found if any(PIECES[said] in part.of(text) for part in one.content)]
    assert len(own) == 1  # nobody else says these words any more


def test_a_whole_quotation_in_pieces_goes_to_another_without_its_verb(reading, changed):
    window = reading.window
    text = reading.session.article.current.text
    start = text.index(PIECES[0])
    end = text.index("”", text.index(PIECES[1])) + 1
    menu = open_menu(window.view, select(window, text[start:end]))
    with changed():
        choose(menu, "This is said by", "Piers Holloway")
    assert [speaker_at(reading, words) for words in PIECES] == ["Piers Holloway"] * 2
    assert speaker_at(reading, "who has sold bread") is None


@pytest.mark.parametrize("words", ["insisted", "Ada Renfrew"])
def test_the_menu_of_a_verb_or_a_name_changes_who_speaks(reading, words):
    view = reading.window.view
    place = select(reading.window, words)
    cursor = view.textCursor()
    cursor.clearSelection()
    view.setTextCursor(cursor)
    menu = open_menu(view, place - QPoint(8, 0))
    assert "Change the speaker" in texts(menu)
    menu.close()


def test_hedges_are_added_and_taken_out(reading, changed):
    window = reading.window
    menu = open_menu(window.view, select(window, "after a stormy meeting"))
    with changed():
        choose(menu, "Add a hedge", "Rough figure")
    assert "after a stormy meeting" in hedges(reading)
    assert "you added 1" in window.hedging.subheading.text()
    window.view.moveCursor(window.view.textCursor().MoveOperation.Start)
    place = select(window, "roughly")
    with changed():
        choose(open_menu(window.view, place), "Not a hedge")
    assert "roughly" not in hedges(reading)
    assert "took out 1" in window.hedging.subheading.text()


def test_a_mark_of_the_readers_says_so_on_its_card(reading, changed):
    window = reading.window
    window.tabs.setCurrentIndex(2)
    menu = open_menu(window.view, select(window, "stormy"))
    with changed():
        choose(menu, "Add a hedge", "Rough figure")
    mark = next(item for item in window.view.visible_marks() if item.lexicon == "your corrections")
    window.view.focus_finding(mark)
    window.view.open_card()
    told = [label.text() for label in window.view.findChildren(object, "") if _is_label(label)]
    assert any("your corrections" in words for words in told)


def _is_label(widget):
    return hasattr(widget, "text") and hasattr(widget, "wordWrap")


@pytest.fixture
def with_pronoun(reading, changed):
    """Split off what "she" said, so that a row stands for a pronoun that is not resolved."""
    tree = reading.window.sourcing.tree
    menu = open_menu(tree, row_place(tree, "Ada Renfrew"))
    with changed():
        choose(menu, "Split off", "“They will not stop here")


def ticked(menu, words):
    below = next(one.menu() for one in menu.actions() if one.text() == words)
    return [one.text() for one in below.actions() if one.isChecked()]


def test_a_row_shows_all_that_is_said_and_changes_who_says_it(
    reading, changed, shown_messages, qtbot
):
    tree = reading.window.sourcing.tree
    click_row(qtbot, tree, "critics")
    assert not any(words.endswith("which") for words in below(tree, "critics"))
    shown_messages.answer = "The Renfrews"
    menu = open_menu(tree, row_place(tree, "critics"))
    with changed():
        choose(menu, "Change the speaker", "“which … ", "Somebody else")
    assert "The Renfrews" in [one.text for one in tree.rows()]


@pytest.mark.usefixtures("with_pronoun")
def test_sources_are_joined_and_split_from_their_rows(reading, changed, qtbot):
    tree = reading.window.sourcing.tree
    count = len(reading.session.analysis.current.sources)
    menu = open_menu(tree, row_place(tree, "she (not resolved)"))
    with changed():
        choose(menu, "Same source as", "Ada Renfrew")
    assert len(reading.session.analysis.current.sources) == count - 1
    assert speaker_at(reading, "They will not stop here,”") == "Ada Renfrew"
    menu = open_menu(tree, row_place(tree, "Ada Renfrew"))
    with changed():
        choose(menu, "Split off", "“They will not stop here")
    assert len(reading.session.analysis.current.sources) == count


def test_the_present_kind_is_ticked_and_the_panel_says_what_was_corrected(reading, changed):
    tree = reading.window.sourcing.tree
    menu = open_menu(tree, row_place(tree, "Ines Falk"))
    assert ticked(menu, "Kind of source") == [row(tree, "Ines Falk").sort]
    with changed():
        choose(menu, "Kind of source", "citizen")
    assert row(tree, "Ines Falk").sort == "citizen"
    told = reading.window.sourcing.subheading.text()
    assert "Corrected by you: 1 source" in told
    assert "had found" not in told  # as many as before
    menu = open_menu(tree, row_place(tree, "Ines Falk"))
    assert ticked(menu, "Kind of source") == ["citizen"]
    menu.close()


@pytest.mark.usefixtures("with_pronoun")
def test_a_pronoun_is_merged_with_somebody_named_before_it(reading, changed):
    tree = reading.window.sourcing.tree
    count = len(reading.session.analysis.current.sources)
    menu = open_menu(tree, row_place(tree, "she (not resolved)"))
    offered = [words for words in texts(menu) if words.startswith("Merge “she” with")]
    assert 1 <= len(offered) <= 3
    with changed():
        choose(menu, offered[0])
    assert len(reading.session.analysis.current.sources) == count - 1
    menu = open_menu(tree, row_place(tree, "Ines Falk"))
    assert not any(words.startswith("Merge") for words in texts(menu))
    menu.close()


@pytest.mark.usefixtures("with_pronoun")
def test_keys_join_and_change_the_speaker(reading, changed, qtbot):
    window = reading.window
    tree = window.sourcing.tree
    tree.setFocus()
    row_place(tree, "she (not resolved)")
    qtbot.keyClick(tree, Qt.Key.Key_J)
    menu = latest_menu(window)
    assert "Ada Renfrew" in texts(menu)
    menu.close()
    row_place(tree, "Ines Falk")
    qtbot.keyClick(tree, Qt.Key.Key_C)
    menu = latest_menu(window)
    with changed():
        choose(menu, "“Perhaps one in five", "Ada Renfrew")
    assert speaker_at(reading, "Perhaps one in five") == "Ada Renfrew"


def test_the_mark_with_the_ring_is_corrected_by_keys(reading, changed):
    window = reading.window
    window.actions_by_name["next_mark"].trigger()
    said = window.view.focused_finding().attribution
    window.actions_by_name["correct"].trigger()
    with changed():
        choose(latest_menu(window), "Not said by anyone")
    assert said not in [item.id for item in reading.session.analysis.current.attributions]
    select(window, "after a stormy meeting")
    window.actions_by_name["correct"].trigger()
    assert "Add a hedge" in texts(latest_menu(window))
    latest_menu(window).close()


def test_the_panel_stays_where_it_is(reading, changed, qtbot):
    tree = reading.window.sourcing.tree
    row_place(tree, "Some stewards")
    height = tree.verticalScrollBar().value()
    assert height > 0
    with changed():
        qtbot.keyClick(tree, Qt.Key.Key_1)
    assert tree.current_row().text == "Some stewards"
    assert row(tree, "Some stewards").side == 1
    assert tree.verticalScrollBar().value() == height


def test_undo_follows_the_order_of_mutes_and_corrections(reading, changed):
    window = reading.window
    window.tabs.setCurrentIndex(0)
    marks = window.view.visible_marks()
    menu = open_menu(window.view, select(window, "nobody had been hurt"))
    with changed():
        choose(menu, "Not said by anyone")
    window.view.focus_finding(window.view.visible_marks()[0])
    window.actions_by_name["mute_here"].trigger()
    assert len(window.view.visible_marks()) == len(marks) - 1
    window.actions_by_name["undo"].trigger()
    assert len(window.view.visible_marks()) == len(marks)
    assert speaker_at(reading, "nobody had been hurt") is None
    with changed():
        window.actions_by_name["undo"].trigger()
    assert speaker_at(reading, "nobody had been hurt") == "Police"


def test_corrections_are_there_again_when_the_article_is(reading, changed, samples, qtbot):
    window, words = reading.window, "nobody had been hurt"
    with changed():
        choose(open_menu(window.view, select(window, words)), "Not said by anyone")
    with changed():
        reading.session.article.open(str(samples[1]))
    assert reading.session.analysis.corrections.done == ()
    with qtbot.waitSignal(
        reading.session.analysis.changed, check_params_cb=lambda it: it.marks.removed == 1
    ):
        reading.session.article.open(str(samples[0]))
    assert speaker_at(reading, words) is None
    with changed():
        window.actions_by_name["undo"].trigger()
    assert speaker_at(reading, words) == "Police"


def test_corrections_stay_when_a_piece_is_put_back(program, qtbot):
    text = "The clock struck nine and the mill may close.\n\nRead more: Ferry\n\nIt rained."
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.paste_text(text)
    session = program.session
    assert session.article.current.removed
    place = session.article.current.text.index("nine")
    anchor = Anchor.at(session.article.current.text, Span(place, place + 4))
    session.analysis.corrections.add(Correction("add-hedge", places=(anchor,), value="modal"))
    session.article.restore_all()
    with qtbot.waitSignal(session.analysis.changed):
        pass
    assert len(session.analysis.current.marks.hedges) == 1


def test_undo_takes_back_that_all_pieces_were_put_back_and_no_mute_of_another_article(
    program, qtbot
):
    text = "The clock struck nine and the mill may close.\n\nRead more: Ferry\n\nIt rained."
    session, undo = program.session, program.window.actions_by_name["undo"]
    with qtbot.waitSignal(session.analysis.changed):
        session.article.paste_text(text)
    short = session.article.current.text
    mute = muted_entry("loaded-wording", "stunning")
    session.analysis.corrections.add(mute)
    with qtbot.waitSignal(session.analysis.changed):
        session.article.restore_all()
    assert session.article.current.text != short
    assert program.window.toast.undo.isVisibleTo(program.window.toast)
    assert undo.isEnabled()
    with qtbot.waitSignal(session.analysis.changed):
        undo.trigger()
    assert session.article.current.text == short
    assert mute in session.analysis.corrections.done
    assert not session.article.can_take_back


def test_a_correction_of_an_earlier_session_is_named_when_it_is_taken_back(program, qtbot):
    text = "The old mill may close on Friday, and nobody knows when it will open again."
    session = program.session
    with qtbot.waitSignal(session.analysis.changed):
        session.article.paste_text(text)
    anchor = Anchor.at(text, Span(4, 12))
    session.analysis.corrections.add(Correction("add-hedge", places=(anchor,), value="modal"))
    session.analysis.corrections.begin(session.article.current)  # as a later start does
    program.window.actions_by_name["undo"].trigger()
    told = program.window.toast.words
    assert told.text() == "Taken back. It was: hedge “old mill”."
    program.window.actions_by_name["redo"].trigger()
    assert told.text() == "Done again: hedge “old mill”."


def test_what_has_no_place_any_more_is_told_and_kept(program, tmp_path, qtbot):
    text = "The old mill may close on Friday, and nobody knows when it will open again."
    gone = Correction("add-hedge", places=(Anchor.at(text, Span(4, 12)),), value="modal")
    edited = tmp_path / "mill.txt"
    edited.write_text("A harbour was quiet. Two boats came in before noon, one with fish.")
    origin = str(edited)
    program.session.article.open(origin)
    program.session.analysis.corrections.add(gone)
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.analysis.start()
    told = program.session.analysis.current.caveats
    assert any("“old mill”" in words and "kept" in words for words in told)
    article = program.session.article.current
    again = Article(text=article.text, zones=(), origin=article.origin)
    store = LibraryStore(tmp_path)
    assert store.load_corrections(Scope.of(again)).value == (gone,)
    store.close()


def test_broken_corrections_are_told(program, tmp_path, samples, qtbot):
    program.session.article.open(str(samples[0]))
    program.session.analysis.corrections.add(Correction("name-side", value="1 Traders"))
    library = sqlite3.connect(tmp_path / "library.sqlite")
    library.execute("UPDATE work SET data = '[{'")
    library.commit()
    library.close()
    program.session.article.open(str(samples[0]))
    assert program.window.notes.error.isVisible()
    assert "damaged in the library" in program.window.notes.error.cause.text()
    with qtbot.waitSignal(program.session.analysis.changed):
        pass


def test_corrections_are_saved_as_evaluation_data(reading, changed, shown_messages, tmp_path):
    window = reading.window
    with changed():
        choose(
            open_menu(window.view, select(window, "nobody had been hurt")), "Not said by anyone"
        )
    line = json.loads(saved(reading, shown_messages, "evaluation", tmp_path / "gold.jsonl"))
    assert line["id"] == "fury-as-council-axes-saturday-market"
    assert line["meta"]["attributions_removed"] == 1
    assert {"source", "cue", "content"} <= set(line["attributions"][0])
    document = json.loads(saved(reading, shown_messages, "json", tmp_path / "analysis.json"))
    assert document["schema"] == "close-reader/analysis/1"
    assert [item["action"] for item in document["corrections"]] == ["remove-attribution"]
    assert document["summary"]["corrections"]["reader"]["attributions_removed"] == 1
    marks = json.loads(saved(reading, shown_messages, "marked", tmp_path / "a.marks.json"))
    assert marks["text"] == "a.marks.txt"
    text = (tmp_path / "a.marks.txt").read_text(encoding="utf-8")
    assert text == reading.session.article.current.text
    for one in REPORTS:
        written = saved(reading, shown_messages, one.name, tmp_path / f"report{one.suffix}")
        assert "fury-as-council" in written.lower() or "fury as council" in written.lower()
    (tmp_path / "none").write_text("in the way")
    shown_messages.answer = str(tmp_path / "none" / "x" / "gold.jsonl")
    window.actions_by_name["export_corrections"].trigger()
    dialog = reading.exporting.dialog
    dialog.choose_format("evaluation")
    dialog.save.click()
    assert "could not be written" in dialog.told.text()
    dialog.reject()


def saved(program, messages, name, path):
    """Save what Ctrl+S offers in a format, and return what the file holds."""
    program.window.actions_by_name["export_corrections"].trigger()
    assert program.exporting.dialog.formats.currentItem().text() == "Analysis"
    program.exporting.dialog.choose_format(name)
    messages.answer = str(path)
    program.exporting.dialog.save.click()
    return path.read_text(encoding="utf-8")


def test_the_page_menu_is_about_what_is_shown_there(reading):
    window = reading.window
    window.actions_by_name["show_marks"].trigger()
    menu = open_menu(window.view, select(window, "nobody had been hurt"))
    assert len(texts(menu)) == 1
    menu.close()
    window.actions_by_name["show_marks"].trigger()
    view = reading.window.view
    place = select(reading.window, "nobody had been hurt")
    cursor = view.textCursor()
    cursor.clearSelection()
    view.setTextCursor(cursor)
    menu = open_menu(view, place - QPoint(20, 0))
    assert "Not said by anyone" in texts(menu)
    assert "Add a hedge" not in texts(menu)
    menu.close()

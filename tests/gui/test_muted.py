"""The list of muted words: everything that is muted, each with a way back."""

from PySide6.QtCore import Qt


def lines(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def mute_next(window, action):
    window.actions_by_name["next_mark"].trigger()
    mark = window.view.focused_finding()
    window.actions_by_name[action].trigger()
    assert mark not in window.view.visible_marks()
    return mark


def test_muted_words_are_listed_and_come_back(opened, samples, qtbot):
    window = opened.window
    text = opened.session.article.current.text
    here = mute_next(window, "mute_here")
    everywhere = mute_next(window, "mute_everywhere")
    window.actions_by_name["close_article"].trigger()
    window.actions_by_name["muted"].trigger()
    dialog = opened.muted_words.dialog
    assert lines(dialog)[0] == f"“{everywhere.entry.phrase}”, in every article"
    assert f"“{here.span.of(text)}”, in “Fury" in lines(dialog)[1]
    dialog.list.setCurrentRow(1)
    qtbot.mouseClick(dialog.unmute, Qt.MouseButton.LeftButton)
    assert len(lines(dialog)) == 1
    qtbot.mouseClick(dialog.unmute, Qt.MouseButton.LeftButton)
    assert "Nothing is muted" in dialog.note.text()
    assert not dialog.unmute.isEnabled()
    dialog.close()
    with qtbot.waitSignal(opened.session.analysis.changed):
        opened.session.article.open(str(samples[0]))
    shown = window.view.visible_marks()
    assert {here.span, everywhere.span} <= {mark.span for mark in shown}


def test_what_is_unmuted_is_marked_at_once(opened, qtbot):
    window = opened.window
    mark = mute_next(window, "mute_here")
    window.actions_by_name["muted"].trigger()
    assert ", here: " in lines(opened.muted_words.dialog)[0]
    qtbot.mouseClick(opened.muted_words.dialog.unmute, Qt.MouseButton.LeftButton)
    assert mark in window.view.visible_marks()
    opened.muted_words.dialog.close()


def test_the_open_category_stays_open_when_a_word_of_it_is_muted(opened):
    window = opened.window
    window.actions_by_name["next_mark"].trigger()
    tree = window.wording.tree
    name = window.view.focused_finding().category

    def is_open():
        return {
            row.payload: tree.topLevelItem(n).isExpanded() for n, row in enumerate(tree.rows())
        }

    assert is_open()[name]
    window.actions_by_name["mute_here"].trigger()
    assert is_open()[name]

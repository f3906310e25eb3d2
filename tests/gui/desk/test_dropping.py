"""What is dropped on the window: copied, never moved; looked at as what is pasted is."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit

from reader.ui.places.comparison.choosing import ChooseArticles
from reader.ui.places.lessons.maker.new_lesson import NewLesson

ANY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
SHIFT, LEFT = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton


def drop(widget, data, actions=ANY):
    """Drag data over a widget and let it go with Shift, as to move it; return both events."""
    entering = QDragEnterEvent(QPoint(20, 20), actions, data, LEFT, SHIFT)
    entering.ignore()
    QApplication.sendEvent(widget, entering)
    dropped = QDropEvent(QPointF(20, 20), actions, data, LEFT, SHIFT)
    dropped.ignore()
    if entering.isAccepted():
        QApplication.sendEvent(widget, dropped)
    return entering, dropped


def of_file(path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def test_what_is_dropped_is_copied_and_stays_where_it_was(program, samples, qtbot):
    with qtbot.waitSignal(program.session.analysis.changed):
        events = drop(program.window, of_file(samples[0]))
    for event in events:
        assert event.isAccepted()
        assert event.proposedAction() == Qt.DropAction.MoveAction
        assert event.dropAction() == Qt.DropAction.CopyAction


def test_what_can_only_be_moved_is_not_taken(program, samples):
    for event in drop(program.window, of_file(samples[0]), Qt.DropAction.MoveAction):
        assert not event.isAccepted()
    assert program.session.article.current is None


def test_files_dropped_on_the_tree_stay_where_they_were(reader, samples, qtbot):
    program = reader.start()
    events = drop(reader.library().tree.viewport(), of_file(samples[0]))
    assert [event.dropAction() for event in events] == [Qt.DropAction.CopyAction] * 2
    qtbot.waitUntil(lambda: program.desk.adding.dialog is not None)
    dialog = program.desk.adding.dialog
    for event in drop(dialog, of_file(samples[1])):
        assert event.isAccepted()
        assert event.dropAction() == Qt.DropAction.CopyAction
    dialog.reject()


@pytest.mark.parametrize("kind", [ChooseArticles, NewLesson])
def test_files_dropped_on_a_dialog_stay_where_they_were(kind, samples, qtbot):
    dialog = kind([]) if kind is NewLesson else kind()
    qtbot.addWidget(dialog)
    events = drop(dialog, of_file(samples[0]))
    assert [event.isAccepted() for event in events] == [True, True]
    assert [event.dropAction() for event in events] == [Qt.DropAction.CopyAction] * 2


def test_dropped_words_with_facts_over_them_are_read_as_pasted_ones(program, qtbot):
    """An editor hands on the shapes of its letters too, and each line as a paragraph."""
    editor = QTextEdit()
    qtbot.addWidget(editor)
    facts = "---\ntitle: The mill road\nauthor: Ann Lee\noutlet: Valley News\n---\n\n"
    editor.setPlainText(f"{facts}The mill road stays shut, the mayor said.")
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    assert data.hasHtml()
    with qtbot.waitSignal(program.session.analysis.changed):
        drop(program.window, data)
    article = program.session.article.current
    assert (article.title, article.outlet) == ("The mill road", "Valley News")


def of_ended():
    """Return what a program offered that has ended before it handed anything over."""
    data = QMimeData()
    data.setData("text/uri-list", b"")
    assert data.hasUrls()
    return data


def test_a_drop_of_a_program_that_has_ended_is_told(program):
    drop(program.window, of_ended())
    note = program.window.notes.error
    assert note.isVisible()
    assert "did not arrive" in " ".join(label.text() for label in note.findChildren(QLabel))


def test_files_of_a_program_that_ends_as_they_are_dropped_are_opened(program, samples, qtbot):
    data = of_file(samples[0])
    entering = QDragEnterEvent(QPoint(20, 20), ANY, data, LEFT, SHIFT)
    QApplication.sendEvent(program.window, entering)
    gone = of_ended()
    dropped = QDropEvent(QPointF(20, 20), ANY, gone, LEFT, SHIFT)
    with qtbot.waitSignal(program.session.analysis.changed):
        QApplication.sendEvent(program.window, dropped)
    assert gone.urls() == []
    assert program.session.article.current.origin == str(samples[0])

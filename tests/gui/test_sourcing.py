"""The Sourcing panel: who speaks, the sides of the reader, and a table of it all."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel

from reader.ui.panels.sourcing.source_rows import SourceRow
from reader.ui.panels.sourcing.word_flow import Run, cut, whole_then_cut
from reader.ui.theme import sans, serif
from tests.gui.acting import below, click_row, row, row_place


@pytest.fixture
def panel(opened):
    opened.window.tabs.setCurrentIndex(1)
    return opened.window.sourcing


def test_marks_of_sourcing_are_walked_through_and_have_cards(opened, panel, qtbot):
    window = opened.window
    analysis = opened.session.analysis.current
    marks = window.view.visible_marks()
    assert {item.panel for item in marks} == {"sourcing"}
    assert {item.attribution for item in marks} == {item.id for item in analysis.attributions}
    window.actions_by_name["next_mark"].trigger()
    window.actions_by_name["open_card"].trigger()
    card = window.view.findChild(object, "mark_card")
    assert card.isVisible()
    told = " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())
    assert "Found by the rule" in told
    assert "Plainer" not in told
    assert not card.mute.isVisible()
    current = panel.tree.current_row()
    assert current.payload.id == window.view.focused_finding().attribution
    count = len(marks)
    window.actions_by_name["mute_here"].trigger()
    assert len(window.view.visible_marks()) == count
    window.tabs.setCurrentIndex(0)
    assert {item.panel for item in window.view.visible_marks()} == {"wording"}


def wait_for_change(program, qtbot):
    return qtbot.waitSignal(program.session.analysis.changed)


def test_sources_are_rows_with_words_verbs_and_identification(panel):
    found = row(panel.tree, "Piers Holloway")
    assert found.grade == "named, with role"
    assert found.dots == 4
    assert found.sort == "official"
    assert "admitted" in [verb.words for verb in found.verbs]
    assert "gives in" in [verb.what for verb in found.verbs]
    assert "% of the text" in found.spoken
    words = [item.words for item in panel.tree.rows() if hasattr(item, "words")]
    assert words == sorted(words, reverse=True)
    assert "Passages with no source found" in [item.text for item in panel.tree.rows()]


def test_cards_and_rows_lead_to_their_sentences(opened, panel, qtbot):
    first, title, last = panel.cards
    assert "First to speak" in first.accessibleName()
    assert not title.isEnabled()
    view = opened.window.view
    view.verticalScrollBar().setValue(0)
    qtbot.mouseClick(last, Qt.MouseButton.LeftButton)
    assert view.verticalScrollBar().value() > 0

    click_row(qtbot, panel.tree, "Ines Falk")
    assert any("rarely come back" in words for words in below(panel.tree, "Ines Falk"))


def test_a_source_tells_its_places_and_why_it_has_no_name(opened, panel, qtbot):
    found = row(panel.tree, "a senior official")
    assert found.detail.startswith("reason given: because she is not")
    click_row(qtbot, panel.tree, found.text)
    told = below(panel.tree, found.text)
    assert any(words.startswith("Speaks in: ") for words in told)
    assert any("Why no name is given: because she is not" in words for words in told)
    panel.as_table.setChecked(True)
    titles = [panel.table.horizontalHeaderItem(n).text() for n in range(panel.table.columnCount())]
    assert {"Channel", "How they know", "Where", "Name kept back"} <= set(titles)


def test_sides_by_key_drag_and_name(opened, panel, qtbot, shown_messages):
    tree = panel.tree
    assert "Sides, as you set them" not in [item.text for item in tree.rows()]
    tree.setFocus()
    row_place(tree, "Ada Renfrew")
    with wait_for_change(opened, qtbot):
        qtbot.keyClick(tree, Qt.Key.Key_1)
    assert row(tree, "Ada Renfrew").side == 1
    row_place(tree, "Piers Holloway")
    with wait_for_change(opened, qtbot):
        drop(tree, panel.sides.headings[1])
    assert row(tree, "Piers Holloway").side == 2
    assert row(tree, "words").counts == (
        row(tree, "Ada Renfrew").words,
        row(tree, "Piers Holloway").words,
    )
    assert row(tree, "claimed · not vouched for").counts == (0, 1)
    click_row(qtbot, tree, "words")
    assert any("disaster" in words for words in below(tree, "words"))
    assert any(item.text == "Equal space is not always fair." for item in tree.rows())
    row_place(tree, "Ada Renfrew")
    with wait_for_change(opened, qtbot):
        qtbot.keyClick(tree, Qt.Key.Key_0)
    assert row(tree, "Ada Renfrew").side == 0
    shown_messages.answer = "For the market"
    with wait_for_change(opened, qtbot):
        qtbot.mouseClick(panel.sides.headings[0], Qt.MouseButton.LeftButton)
    assert panel.sides.headings[0].text() == "For the market"


def drop(tree, target):
    """Let the current row go over a heading, as a drag does."""
    data = tree.mimeData(tree.selectedItems())
    place = target.rect().center()
    how = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(place, *how)
    QApplication.sendEvent(target, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(place), *how))


def test_wide_panel_and_table_have_the_same_numbers(opened, panel, qtbot):
    window = opened.window
    window.resize(1600, 1100)
    window.resizeDocks([window.panel.dock], [640], Qt.Orientation.Horizontal)
    qtbot.waitUntil(panel.silence.isVisible)
    titles = [item.text for item in panel.silence.rows()]
    assert "Passages with no source found" in titles
    assert "Passages with no source found" not in [item.text for item in panel.tree.rows()]
    first = panel.silence.rows()[titles.index("Passages with no source found") + 1]
    assert first.payload in opened.session.analysis.current.unsourced
    qtbot.mouseClick(panel.as_table, Qt.MouseButton.LeftButton)
    assert panel.table.isVisible()
    assert not panel.tree.isVisible()
    cells = panel.table.words()
    sources = [item for item in panel.tree.rows() if hasattr(item, "words")]
    assert [line[1] for line in cells] == [item.text for item in sources]
    assert [int(line[4]) for line in cells] == [item.words for item in sources]
    panel.table.setCurrentCell(len(cells) - 1, 0)
    panel.table.setFocus()
    with qtbot.waitSignal(panel.place_activated):
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)


def test_no_share_is_told_of_a_short_text(program, qtbot):
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.paste_text(
            "“We were never asked,” said Ada Brook, who runs a shop there."
        )
    panel = program.window.sourcing
    assert "%" not in row(panel.tree, "Ada Brook").spoken
    panel.as_table.click()
    assert panel.table.words()[0][5] == "–"


def test_every_row_is_high_enough_for_the_list_to_scroll(panel):
    tree = panel.tree
    rows = [tree.visualItemRect(tree.topLevelItem(i)) for i in range(tree.topLevelItemCount())]
    assert min(rect.height() for rect in rows) > 0  # Qt repaints nothing on scrolling else


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("room", range(100, 700, 40))
def test_a_line_is_cut_after_a_whole_word(room):
    runs = [
        Run("described · official ·", sans(12), "#000"),
        Run("said,", serif(14, italic=True), "#000", 4),
        Run("not vouched for, giving no reason", sans(12), "#000", 4),
    ]
    whole = " ".join(run.words for run in runs).split()
    shown = [one.run.words for one in cut(runs, room)]
    *before, last = shown
    assert before == whole[: len(before)]
    assert last == whole[-1] or last.removesuffix("…") == whole[len(before)].rstrip(",·")
    assert all(one.left < room and one.line == 0 for one in cut(runs, room))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("room", range(60, 700, 40))
def test_a_name_is_read_whole_and_what_follows_is_cut(room):
    name = Run("The Stallholders’ Association of Eskerby", sans(13, weight=600), "#000")
    role = Run("which has sold bread on the square since 1998", sans(13), "#000", 5)
    shown = whole_then_cut(name, [role], room)
    words = [one.run.words for one in shown]
    count = len(name.words.split())
    assert words[:count] == name.words.split()
    assert len(words) != count + 1, "one word of a role says nothing"
    assert all(one.line == shown[count - 1].line for one in shown[count:])
    edges = [
        one.left + QFontMetricsF(one.run.font).horizontalAdvance(one.run.words) for one in shown
    ]
    assert all(edge <= room for edge in edges[count:])


def test_as_many_sources_as_the_last_numeral(panel):
    numbers = [int(item.letter) for item in panel.tree.rows() if isinstance(item, SourceRow)]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert panel.subheading.text().startswith(f"{len(numbers)} sources")

"""What a reader does with one article."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QToolButton, QToolTip

from reader.core.analysis.places import Places
from reader.core.text.spans import Span
from reader.ui.window.bars import status_line
from reader.ui.window.welcome_page import Offer, WelcomePage
from tests.gui.acting import select, words_of

NEWS = """Council shuts the mill road

The outrageous plan was rammed through on Monday, the mayor said.

“We were never asked,” said Ada Brook, who runs a shop there. The cost could not be verified."""


def test_an_empty_window_offers_the_samples(program, samples):
    welcome = program.window.welcome
    assert program.window.pages.currentWidget() is welcome
    assert welcome.findChild(object, "sample_0") is not None
    assert len(samples) == 2


def test_a_sample_shows_all_lines_of_its_title(qtbot):
    page = WelcomePage()
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show_offers([Offer("x", "Market moves to a monthly format and stays", "Today", True)], [])
    with qtbot.waitExposed(page):
        page.show()
    titles = [label for label in page.findChildren(QLabel) if label.text().startswith("Market")]
    assert [one.height() >= one.heightForWidth(one.width()) > 30 for one in titles] == [True]


def test_a_click_on_a_sample_opens_it(program, qtbot):
    button = program.window.welcome.findChild(object, "sample_0")
    with qtbot.waitSignal(program.session.analysis.changed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "Saturday market" in program.window.windowTitle()
    assert "Saturday market" in program.window.view.toPlainText()


def test_marks_and_panels_are_filled(opened):
    window = opened.window
    assert window.view.visible_marks()
    assert "look at" in window.wording.heading.text()
    assert window.wording.tree.rows()
    assert "Ada Renfrew" in [row.text for row in window.sourcing.tree.rows()]
    assert "signs of uncertainty" in window.hedging.heading.text()


def test_one_key_hides_and_shows_all_marks(opened):
    marks = opened.window.actions_by_name["show_marks"]
    before = opened.window.view.visible_marks()
    marks.trigger()
    assert opened.window.view.visible_marks() == ()
    marks.trigger()
    assert opened.window.view.visible_marks() == before


def test_the_preference_starts_without_marks(program, samples, qtbot):
    program.window.welcome.hidden_box.setChecked(True)
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.open(str(samples[0]))
    window = program.window
    assert window.view.visible_marks() == ()
    buttons = window.voices.findChildren(QToolButton)
    assert not any(character.isdigit() for button in buttons for character in button.text())
    window.actions_by_name["show_marks"].trigger()
    assert window.voices.findChild(QToolButton, "filter_all").text().startswith("All ")


def test_enter_opens_a_card_wherever_the_walk_began(opened, qtbot):
    window = opened.window
    window.tabs.setFocus()
    window.actions_by_name["next_mark"].trigger()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.findChild(QFrame, "mark_card").isVisible()


def test_next_mark_walks_through_all_and_round(opened):
    view = opened.window.view
    marks = view.visible_marks()
    seen = []
    for _ in range(len(marks) + 1):
        opened.window.actions_by_name["next_mark"].trigger()
        seen.append(view.focused_finding())
    assert seen[: len(marks)] == list(marks)
    assert seen[-1] == marks[0]


@pytest.mark.parametrize("voice", ["narrator", "direct", "indirect"])
def test_the_voice_filter_draws_only_that_voice(opened, voice):
    view, actions = opened.window.view, opened.window.actions_by_name
    every = view.visible_marks()
    actions[f"voice_{voice}"].trigger()
    assert view.visible_marks() == tuple(mark for mark in every if mark.voice == voice) != ()
    actions["voice_all"].trigger()
    assert view.visible_marks() == every


def test_the_front_tab_decides_the_layer(opened):
    opened.window.actions_by_name["hedging"].trigger()
    assert {item.panel for item in opened.window.view.visible_marks()} == {"hedging"}
    opened.window.actions_by_name["wording"].trigger()
    assert {item.panel for item in opened.window.view.visible_marks()} == {"wording"}


def test_a_muted_place_is_not_drawn_until_undone(opened):
    view = opened.window.view
    opened.window.actions_by_name["next_mark"].trigger()
    finding = view.focused_finding()
    opened.window.actions_by_name["mute_here"].trigger()
    assert finding not in view.visible_marks()
    every = len(view.visible_marks())
    assert opened.window.voices.findChild(QToolButton, "filter_all").text() == f"All {every}"
    assert opened.window.wording.heading.text().startswith(f"{every} ")
    assert "hidden by the filter" not in words_of(opened.window.wording)
    assert opened.window.toast.isVisibleTo(opened.window)
    opened.window.actions_by_name["undo"].trigger()
    assert finding in view.visible_marks()


def test_after_a_mute_the_walk_goes_on_from_there(opened):
    view, actions = opened.window.view, opened.window.actions_by_name
    marks = view.visible_marks()
    for _ in range(4):
        actions["next_mark"].trigger()
    actions["mute_here"].trigger()
    actions["next_mark"].trigger()
    assert view.focused_finding() == marks[4]
    actions["previous_mark"].trigger()
    assert view.focused_finding() == marks[2]


def test_an_unticked_category_is_not_drawn(opened, qtbot):
    view, tree = opened.window.view, opened.window.wording.tree
    category = view.visible_marks()[0].category
    tree.setCurrentItem(tree.topLevelItem([row.payload for row in tree.rows()].index(category)))
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert category not in {item.category for item in view.visible_marks()}
    tree.setCurrentItem(tree.topLevelItem([row.payload for row in tree.rows()].index(category)))
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert category in {item.category for item in view.visible_marks()}


def test_pasted_text_becomes_an_article(program, qtbot):
    QGuiApplication.clipboard().setText(NEWS)
    with qtbot.waitSignal(program.session.analysis.changed):
        program.window.actions_by_name["paste"].trigger()
    assert program.session.article.current.title == "Council shuts the mill road"


def test_dropped_html_becomes_an_article(program, qtbot):
    page = "<h1>Mill road shut</h1>" + "".join(
        f"<p>{part}</p>" for part in NEWS.split("\n\n")[1:] * 3
    )
    data = QMimeData()
    data.setHtml(page)
    with qtbot.waitSignal(program.session.article.changed):
        program.window.drops.text_dropped.emit("", data.html())
    assert "rammed through" in program.session.article.current.text


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "is empty"),
        ("survey.docx", b"PK\x03\x04rest", "is damaged"),
        ("survey.bin", b"PK\x03\x04rest", "not text"),
        ("nowhere.txt", None, "is not there"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_place(program, tmp_path, name, content, words):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    program.session.article.open(str(path))
    assert words in program.window.notes.error.cause.text()
    assert program.window.notes.error.isVisibleTo(program.window)


def test_a_remark_takes_one_line_and_closes(program, qtbot, open_text):
    open_text(NEWS.replace("\n\nThe out", "\n\nRead more: Ferry\n\nThe out"))
    note = program.window.notes.gaps
    assert note.isVisible()
    assert note.height() < 3 * note.cause.height()
    qtbot.mouseClick(note.done, Qt.MouseButton.LeftButton)
    assert not note.isVisible()
    open_text(NEWS.replace("\n\nThe out", "\n\nRead more: Ferry\n\nThe out"))
    assert note.isVisible()
    qtbot.keyClick(program.window.view, Qt.Key.Key_Escape)
    assert not note.isVisible()


def test_what_was_left_out_is_put_back_with_one_click(program, qtbot):
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.paste_text(
            NEWS.replace("\n\nThe out", "\n\nRead more: Ferry\n\nThe out")
        )
    assert "1 piece" in program.window.notes.gaps.cause.text()
    qtbot.mouseClick(program.window.notes.gaps.second, Qt.MouseButton.LeftButton)
    assert "Read more: Ferry" in program.session.article.current.text


def test_text_in_another_language_is_not_marked(program, qtbot):
    words = "Der Rat hat am Montag beschlossen, dass der Markt nicht mehr jede Woche stattfindet. "
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.paste_text(words * 6)
    assert program.window.view.visible_marks() == ()
    assert "German" in program.window.notes.language.cause.text()


def test_the_text_grows_and_the_theme_changes_without_losing_the_article(opened):
    before = opened.window.view.toPlainText()
    for name in ("larger", "larger", "next_theme", "next_theme", "usual_size"):
        opened.window.actions_by_name[name].trigger()
    assert opened.window.view.toPlainText() == before
    assert opened.window.view.visible_marks()


def test_the_size_is_told_at_once_beside_the_place(opened):
    label = opened.window.statusBar().findChild(QLabel, "status_place")
    for command, told in (("larger", "105 %"), ("larger", "111 %"), ("usual_size", "100 %")):
        opened.window.actions_by_name[command].trigger()
        assert label.text().endswith(told)


def test_what_was_left_at_its_top_is_shown_from_its_top(opened):
    view = opened.window.view
    view.put_at_top(0)
    assert view.verticalScrollBar().value() == 0


def test_copied_text_is_clean(opened, qtbot):
    view = opened.window.view
    view.selectAll()
    opened.window.actions_by_name["copy"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert "Eskerby’s beloved Saturday market" in copied
    assert not set(copied) & {"\u2028", "\u2029", "\ufffc", "\xa0"}
    assert "E\n" not in copied  # no letter of the margin
    article = opened.session.article.current
    assert "462 words" in view.toPlainText()
    assert copied.split() == article.text.split()  # nothing of the program's own
    with qtbot.waitSignal(opened.session.article.changed):
        opened.window.actions_by_name["paste"].trigger()
    assert opened.session.article.current.text.split() == article.text.split()


def test_of_the_programs_own_line_alone_is_copied_what_is_chosen(opened):
    select(opened.window, "462 words")
    opened.window.actions_by_name["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "462 words"


def test_settings_outlast_the_window(program, tmp_path):
    program.window.actions_by_name["larger"].trigger()
    program.window.close()
    kept = (tmp_path / "settings.json").read_text(encoding="utf-8")
    assert '"text_size": 20' in kept


def place_told(window):
    return window.statusBar().findChild(QLabel, "status_place").text()


def test_a_place_is_gone_to_and_stays_marked(opened, qtbot, shown_messages):
    view = opened.window.view
    for place in ("2", "4.2", "12.1"):
        shown_messages.answer = place
        opened.window.actions_by_name["go_to"].trigger()
        found = Places.of(opened.session.analysis.current).find(place)
        assert view.selected_span().start == found.start, place
        assert place_told(opened.window).startswith(f"Paragraph {place}")
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        assert not place_told(opened.window).startswith(f"Paragraph {place}.")


def test_a_place_is_marked_without_any_marks_too(opened, shown_messages):
    window = opened.window
    window.actions_by_name["show_marks"].trigger()
    before = window.view.grab().toImage()
    shown_messages.answer = "1.1"
    window.actions_by_name["go_to"].trigger()
    assert window.view.grab().toImage() != before


def test_a_place_that_is_not_there_is_told(opened, shown_messages):
    for place in ("13", "1.9", "seven", "0"):
        shown_messages.answer = place
        opened.window.actions_by_name["go_to"].trigger()
        assert f"There is no place {place}" in opened.window.toast.words.text()


def test_without_an_article_in_front_nothing_is_asked(opened, shown_messages, monkeypatch):
    window = opened.window
    shown_messages.answer = "2"
    window.actions_by_name["close_article"].trigger()
    window.actions_by_name["go_to"].trigger()
    assert "Open an article first" in window.status.state.text()
    assert window.view.isHidden() or not window.view.isVisible()
    for patience_ms, stays in ((10**9, True), (0, False)):  # what was told goes once it was read
        monkeypatch.setattr(status_line, "_READ_MS", patience_ms)
        window.show_welcome()
        assert ("Open an article first" in window.status.state.text()) is stays
    assert "Works without network" in window.status.state.text()


@pytest.mark.parametrize(("place", "told"), [("1.9", "Paragraph 1 has"), ("99.2", "The last par")])
def test_how_far_a_paragraph_goes_is_told(opened, shown_messages, place, told):
    shown_messages.answer = place
    opened.window.actions_by_name["go_to"].trigger()
    assert told in opened.window.toast.words.text()


def test_the_number_of_a_paragraph_is_the_same_in_every_width(opened):
    window = opened.window
    finding, told = window.view.visible_marks()[-1], set()
    for width in (1366, 900, 620):
        window.resize(width, 700)
        window.view.focus_finding(finding)
        told.add(place_told(window).split(" of ")[0])
    assert told == {
        f"Paragraph {Places.of(opened.session.analysis.current).of_span(finding.span)}"
    }


def test_a_byline_of_the_text_is_not_told_twice(open_text):
    words = "Bridge shut\n\nBy Ada Brook\n\n3 May 2025\n\n" + "The bridge was shut on Monday. " * 9
    page = open_text(words).window.view.toPlainText()
    assert (page.count("Ada Brook"), page.count("May 2025")) == (1, 1)


def place_of(view, mark):
    """Return a point of the view at which a mark is drawn."""
    view.reveal(mark.span)
    width, height = view.viewport().width(), view.viewport().height()
    points = (QPoint(x, y) for y in range(0, height, 4) for x in range(60, width, 6))
    return next(point for point in points if view.finding_at(point) is mark)


def test_a_drag_between_two_lines_selects_the_words_there(opened, qtbot):
    view = opened.window.view
    text = opened.session.article.current.text
    span = Places(opened.session.article.current).numbered()[0][1]
    above, below = view.rects_of(span)[:2]
    gap = range(round(above.bottom()), round(below.top()) + 1)
    assert len(gap) > 2, "there is room between the lines"
    for height in gap:
        view.select(Span(0, 0))  # a press on selected words would drag them
        start, end = (QPoint(round(above.left()) + x, height) for x in (60, 260))
        qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(view.viewport(), end)
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
        chosen = view.selected_span()
        assert 10 < len(chosen.of(text)) < 40, height
        assert [rect.top() for rect in view.rects_of(chosen)] in ([above.top()], [below.top()])


def test_words_dragged_over_the_page_are_no_article(opened):
    window = opened.window
    select(window, "council")
    data = window.view.createMimeDataFromSelection()
    place, buttons = QPoint(300, 300), Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    taken = []
    window.drops.text_dropped.connect(lambda *_: taken.append("text"))

    class FromThePage(QDragEnterEvent):
        def source(self):
            return window.view

    for kind, is_taken in ((QDragEnterEvent, True), (FromThePage, False)):
        event = kind(place, Qt.DropAction.CopyAction, data, buttons, keys)
        event.ignore()
        window.drops.eventFilter(window, event)
        assert event.isAccepted() == is_taken
        window.drops.sign.hide()
    assert not taken


def test_hovering_shows_the_card_and_nothing_else(opened, qtbot):
    window, view = opened.window, opened.window.view
    window.actions_by_name["next_mark"].trigger()
    ring, row = view.focused_finding(), window.wording.tree.current_row()
    mark = next(item for item in view.visible_marks() if item.category != ring.category)
    point = place_of(view, mark)
    before = view.verticalScrollBar().value()
    qtbot.mouseMove(view.viewport(), point)
    qtbot.waitUntil(lambda: view.findChild(QFrame, "mark_card") is not None)
    card = view.findChild(QFrame, "mark_card")
    assert card.isVisible()
    words = " ".join(mark.span.of(opened.session.article.current.text).split())
    assert words in [label.text() for label in card.findChildren(QLabel)]
    assert view.focused_finding() is ring
    assert window.wording.tree.current_row() == row
    assert view.verticalScrollBar().value() == before


def test_letters_in_the_margin_and_the_map_say_what_they_are(opened, qtbot):
    view = opened.window.view
    mark = view.visible_marks()[0]
    y = place_of(view, mark).y()
    width = view.viewport().width()
    said = {words_at(view, QPoint(x, y + n)) for x in range(0, width, 6) for n in range(0, 40, 6)}
    words = " ".join(mark.span.of(opened.session.article.current.text).split())
    assert f"Emotive word: “{words}”" in said
    assert "narrator" in view.verticalScrollBar().toolTip()


def words_at(view, point):
    """Return the tooltip of a point of the page."""
    viewport = view.viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)
    return QToolTip.text()


def test_the_ends_of_the_article_are_one_key_away(opened, qtbot):
    view = opened.window.view
    bar = view.verticalScrollBar()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(view, Qt.Key.Key_End, control)
    assert bar.value() == bar.maximum() > 0
    qtbot.keyClick(view, Qt.Key.Key_Home, control)
    assert bar.value() == 0


def test_the_card_of_a_contested_term_shows_what_others_say(open_text, qtbot):
    window = open_text("The death tax rose on Monday, and the mill was sold.").window
    window.actions_by_name["next_mark"].trigger()
    window.actions_by_name["open_card"].trigger()
    card = window.view.findChild(QFrame, "mark_card")
    entry = window.view.focused_finding().entry
    assert entry.counterpart
    assert f"Others say:</span> {entry.counterpart}" in words_of(card)

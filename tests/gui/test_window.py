"""The window around the page: panel, narrow widths, notes, finding words, what is remembered."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QLabel, QToolBar, QToolButton

from reader.errors import ReaderError
from reader.launch import load_analysis, load_editor, load_readability
from reader.paths import default_paths
from reader.ui.app import Program
from reader.ui.jobs import Jobs
from reader.ui.session.loaders import LateLoads
from reader.ui.window.welcome_page import Offer

GERMAN = "Der Rat hat am Montag beschlossen, dass der Markt nicht mehr stattfindet. " * 6


@pytest.fixture
def narrow(window, qapp):
    window.resize(1000, 700)
    qapp.processEvents()
    return window


def test_the_panel_closes_and_opens_with_its_action(window):
    panel = window.actions_by_name["show_panel"]
    assert panel.isChecked()
    panel.trigger()
    assert not window.panel.dock.isVisible()
    panel.trigger()
    assert window.panel.dock.isVisible()


def test_a_closed_panel_stays_closed_for_the_next_article(opened, samples, qtbot):
    opened.window.actions_by_name["show_panel"].trigger()
    with qtbot.waitSignal(opened.session.analysis.changed):
        opened.session.article.open(str(samples[1]))
    assert not opened.window.panel.dock.isVisible()
    opened.window.actions_by_name["hedging"].trigger()
    assert opened.window.panel.dock.isVisible()
    assert opened.window.actions_by_name["show_panel"].isChecked()


def test_the_panel_gets_wider_and_narrow_again(window, qapp):
    widths = []
    for _ in range(3):
        window.actions_by_name["widen_panel"].trigger()
        qapp.processEvents()
        widths.append(window.panel.dock.width())
    assert widths[0] < widths[1]
    assert widths[2] < widths[0]


def test_the_panel_can_stand_in_its_own_window_and_on_the_other_side(window, qapp):
    tear = window.actions_by_name["tear_off_panel"]
    tear.trigger()
    assert window.panel.dock.isFloating()
    assert window.panel.dock.titleBarWidget() is None
    tear.trigger()
    assert not window.panel.dock.isFloating()
    window.actions_by_name["move_panel"].trigger()
    qapp.processEvents()
    assert window.dockWidgetArea(window.panel.dock) == Qt.DockWidgetArea.LeftDockWidgetArea


def test_a_narrow_window_opens_the_panel_over_the_page(narrow, qtbot):
    assert narrow.panel.rail.isVisible()
    assert not narrow.panel.dock.isVisible()
    page = narrow.view.width()
    button = narrow.panel.rail.widgetForAction(narrow.actions_by_name["hedging"])
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert narrow.panel.overlay.isVisible()
    assert narrow.hedging.isVisible()
    assert narrow.view.width() == page
    qtbot.keyClick(narrow, Qt.Key.Key_Escape)
    assert not narrow.panel.overlay.isVisible()


def test_the_second_press_on_the_rail_closes_the_panel(narrow):
    narrow.actions_by_name["sourcing"].trigger()
    narrow.actions_by_name["hedging"].trigger()
    assert narrow.panel.overlay.isVisible()
    narrow.actions_by_name["hedging"].trigger()
    assert not narrow.panel.overlay.isVisible()


def test_a_wide_window_gets_its_panel_back(narrow, qapp):
    narrow.actions_by_name["sourcing"].trigger()
    narrow.resize(1366, 768)
    qapp.processEvents()
    assert narrow.panel.dock.isVisible()
    assert narrow.sourcing.isVisible()
    assert not narrow.panel.rail.isVisible()


def test_the_voice_filter_of_a_narrow_window_is_a_menu(narrow):
    button = narrow.voices.findChild(QToolButton, "filter_menu")
    assert button.isVisible()
    narrow.actions_by_name["voice_direct"].trigger()
    assert "Quoted" in button.text()


def test_other_colours_set_the_page_once(program, qtbot):
    """It takes a second in a text of 100,000 words."""
    times = []
    program.window.view.page_set.connect(lambda: times.append(1))
    program.window.actions_by_name["next_theme"].trigger()
    assert len(times) == 1
    program.window.actions_by_name["larger"].trigger()
    assert len(times) == 2


def test_the_filter_names_the_number_of_marks_of_each_voice(window):
    window.actions_by_name["next_theme"].trigger()
    shown = window.view.visible_marks()
    for voice in ("narrator", "direct"):
        button = window.voices.findChild(QToolButton, f"filter_{voice}")
        number = sum(item.voice == voice for item in shown)
        assert button.text().split()[-1] == str(number)


def test_words_are_found_forward_back_and_round(window, qtbot):
    window.actions_by_name["find"].trigger()
    qtbot.keyClicks(window.find_bar.field, "market")
    total = int(window.find_bar.count.text().split()[-1])
    assert total > 2
    assert window.view.textCursor().selectedText().lower() == "market"
    for _ in range(total):
        qtbot.keyClick(window.find_bar.field, Qt.Key.Key_Return)
    assert window.find_bar.count.text() == f"1 of {total}"
    back = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.find_bar.field, Qt.Key.Key_Return, back)
    assert window.find_bar.count.text() == f"{total} of {total}"
    qtbot.keyClicks(window.find_bar.field, "zzz")
    assert "Not in this article" in window.find_bar.count.text()
    qtbot.keyClick(window.find_bar.field, Qt.Key.Key_Escape)
    assert not window.find_bar.isVisible()


def lit(window):
    return [light.cursor.selectedText() for light in window.view.extraSelections()]


def test_every_place_is_lit_until_the_search_ends(window, qtbot):
    window.actions_by_name["find"].trigger()
    qtbot.keyClicks(window.find_bar.field, "council")
    assert {"Council", "council"} <= set(lit(window))
    qtbot.mouseClick(window.find_bar.case, Qt.MouseButton.LeftButton)
    assert set(lit(window)) == {"council"}
    window.actions_by_name["larger"].trigger()
    assert set(lit(window)) == {"council"}
    qtbot.keyClick(window.find_bar.field, Qt.Key.Key_Escape)
    assert lit(window) == []


def test_another_language_is_named_and_can_be_overruled(open_text, qtbot):
    program = open_text(GERMAN)
    window = program.window
    assert "German" in window.notes.language.cause.text()
    assert not window.wording.tree.isVisible()
    assert window.view.visible_marks() == ()
    qtbot.mouseClick(window.notes.language.first, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(program.session.analysis.current.lexicons))
    assert not window.notes.language.isVisible()


def test_rows_of_the_article_before_do_not_stay(opened, samples):
    assert opened.window.wording.tree.isVisible()
    opened.session.article.open(str(samples[1]))
    assert not opened.window.wording.tree.isVisible()
    assert opened.window.view.visible_marks() == ()


def test_a_mute_outlasts_the_window(opened, qapp, tmp_path, samples, qtbot, shown_messages):
    mark = opened.window.view.visible_marks()[0]
    opened.window.view.mute_here_requested.emit(mark)
    opened.window.close()
    again = Program(
        qapp,
        default_paths(tmp_path),
        LateLoads(load_analysis, load_readability, load_editor),
        shown_messages,
    )
    qtbot.addWidget(again.window)
    again.begin([])
    with qtbot.waitSignal(again.session.analysis.changed):
        again.session.article.open(str(samples[0]))
    shown = [(item.span, item.category) for item in again.window.view.visible_marks()]
    assert (mark.span, mark.category) not in shown
    assert shown
    again.window.close()


def test_settings_that_cannot_be_read_are_told_and_replaced(qapp, tmp_path, qtbot, shown_messages):
    (tmp_path / "settings.json").write_text("{broken", encoding="utf-8")
    program = Program(
        qapp,
        default_paths(tmp_path),
        LateLoads(load_analysis, load_readability, load_editor),
        shown_messages,
    )
    qtbot.addWidget(program.window)
    program.begin([])
    assert "settings" in program.window.notes.error.cause.text().lower()
    program.window.close()


def test_what_was_read_is_offered_again(program, tmp_path, qtbot):
    path = tmp_path / "mill-road.txt"
    path.write_text("The mill road stays shut, the mayor said.", encoding="utf-8")
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.open(str(path))
    actions = program.window.recent_menu.actions()
    assert [action.text() for action in actions] == [
        "“The mill road stays shut, the mayor said.” (mill-road.txt)"
    ]
    path.unlink()
    program.window.actions_by_name["close_article"].trigger()
    action = program.window.recent_menu.actions()[0]
    assert not action.isEnabled()
    assert "moved or deleted" in action.text()


def test_a_recent_article_opens_from_the_menu(program, tmp_path, qtbot):
    path = tmp_path / "mill-road.txt"
    path.write_text("The mill road stays shut, the mayor said.", encoding="utf-8")
    with qtbot.waitSignal(program.session.analysis.changed):
        program.session.article.open(str(path))
    program.window.actions_by_name["close_article"].trigger()
    with qtbot.waitSignal(program.session.analysis.changed):
        program.window.recent_menu.actions()[0].trigger()
    assert "mill road" in program.window.view.toPlainText()


def _drag(kind, data):
    point = QPoint(300, 300)
    if kind is QDropEvent:
        point = QPointF(point)
    return kind(
        point,
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_a_file_dropped_on_the_window_is_opened(program, samples, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in samples])
    window = program.window
    QApplication.sendEvent(window, _drag(QDragEnterEvent, data))
    assert window.drops.sign.isVisible()
    with qtbot.waitSignal(program.session.analysis.changed):
        QApplication.sendEvent(window, _drag(QDropEvent, data))
    assert not window.drops.sign.isVisible()
    assert program.session.article.current.origin == str(samples[0])
    qtbot.waitUntil(lambda: window.article_tabs.count() == len(samples))


def test_several_articles_named_at_the_start_are_not_dropped_untold(program, samples, qtbot):
    with qtbot.waitSignal(program.session.analysis.changed):
        program.begin([str(path) for path in samples])
    assert program.session.article.current.origin == str(samples[0])
    tabs = program.window.article_tabs
    qtbot.waitUntil(lambda: tabs.count() == len(samples))


def test_the_sign_goes_when_the_drag_leaves(program):
    data = QMimeData()
    data.setText("Words")
    QApplication.sendEvent(program.window, _drag(QDragEnterEvent, data))
    assert program.window.drops.sign.isVisible()
    QApplication.sendEvent(program.window, QDragLeaveEvent())
    assert not program.window.drops.sign.isVisible()


def test_files_are_chosen_in_the_dialog_and_all_but_the_first_get_tabs(
    program, samples, shown_messages, qtbot
):
    shown_messages.answer = [str(samples[1]), str(samples[0])]
    with qtbot.waitSignal(program.session.analysis.changed):
        program.window.actions_by_name["open"].trigger()
    assert program.session.article.current.origin == str(samples[1])
    qtbot.waitUntil(lambda: program.window.article_tabs.count() == 2)


def test_what_was_read_lately_makes_the_window_no_higher(window):
    recent = [Offer(str(n), f"Article {n}", "Today") for n in range(12)]
    window.welcome.show_offers(recent[:2], recent)
    assert window.minimumSizeHint().height() < 500


def test_an_address_that_cannot_be_reached_is_told(program, shown_messages, qtbot):
    shown_messages.answer = "http://127.0.0.1:9/nothing"
    with qtbot.waitSignal(program.session.article.failed):
        program.window.actions_by_name["open_address"].trigger()
    assert program.window.notes.error.isVisible()


def test_f6_goes_round_page_panel_and_toolbar(window):
    window.activateWindow()
    window.view.setFocus()
    places = []
    for _ in range(3):
        window.actions_by_name["next_pane"].trigger()
        focus = window.focusWidget()
        is_panel = window.tabs is focus or window.tabs.isAncestorOf(focus)
        places.append("panel" if is_panel else "page" if focus is window.view else "bar")
    assert places == ["panel", "bar", "page"]


def test_cancel_keeps_the_text_and_drops_the_marks(program, samples):
    program.session.article.open(str(samples[0]))
    program.session.analysis.start()
    program.window.status.cancel.click()
    assert "Saturday market" in program.window.view.toPlainText()
    assert program.session.analysis.current is None
    assert program.window.view.visible_marks() == ()


def test_reading_again_takes_the_changed_file(program, tmp_path, qtbot):
    path = tmp_path / "notice.txt"
    path.write_text("The bridge is shut.", encoding="utf-8")
    program.session.article.open(str(path))
    path.write_text("The bridge is open.", encoding="utf-8")
    with qtbot.waitSignal(program.session.analysis.changed):
        program.window.actions_by_name["reload"].trigger()
    assert "open" in program.window.view.toPlainText()


def test_pasted_text_cannot_be_read_again_and_that_is_said(open_text):
    program = open_text("The bridge is shut.")
    program.window.actions_by_name["reload"].trigger()
    assert "Pasted text" in program.window.notes.error.cause.text()
    assert "shut" in program.window.view.toPlainText()


def test_a_pinned_layer_stays_on_the_page(window):
    window.actions_by_name["wording"].trigger()
    window.actions_by_name["pin_layer"].trigger()
    window.actions_by_name["hedging"].trigger()
    assert {item.panel for item in window.view.visible_marks()} == {"wording", "hedging"}


def test_a_mistake_in_the_program_is_reported_and_the_window_stays(program):
    reports = []
    program.messages.report_crash = reports.append
    try:
        int("seven")
    except ValueError as error:
        program.crash_hook.report(type(error), error, error.__traceback__)
    assert "ValueError" in reports[0]
    assert program.window.isVisible()


def test_too_little_memory_is_told_in_a_sentence(program, shown_messages, qtbot):
    """On the window's own thread, and on a worker."""
    reports = []
    program.messages.report_crash = reports.append
    program.crash_hook.report(MemoryError, MemoryError(), None)
    told = "There is not enough memory for this. Close other programs, or cut the text into"
    assert shown_messages.told[-1][1].startswith(told)
    program.crash_hook.report(ReaderError, ReaderError("It is gone.", "Install it."), None)
    assert shown_messages.told[-1][1] == "It is gone. Install it."
    assert reports == []

    def work(_tell):
        raise MemoryError

    jobs = Jobs()
    with qtbot.waitSignal(jobs.failed) as failed:
        jobs.start(work)
    assert str(failed.args[0]).startswith(told)


def test_a_click_on_a_mark_opens_its_card(opened, qtbot, qapp):
    view = opened.window.view
    mark = view.visible_marks()[1]
    view.reveal(mark.span)
    qapp.processEvents()
    place = next(
        QPoint(x, y)
        for y in range(0, view.viewport().height(), 4)
        for x in range(60, 700, 6)
        if view.finding_at(QPoint(x, y)) is mark
    )
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.focused_finding() is mark
    card = view.findChild(QFrame, "mark_card")
    assert card.isVisible()
    words = " ".join(mark.span.of(opened.session.article.current.text).split())
    assert words in [label.text() for label in card.findChildren(QLabel)]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_a_list_is_switched_off_and_on_in_about(opened, qtbot):
    window, session = opened.window, opened.session
    window.actions_by_name["about_article"].trigger()
    box = window.about.findChild(QCheckBox, "lexicon_loaded-wording")
    with qtbot.waitSignal(session.analysis.changed):
        box.click()
    assert not [
        item for item in session.analysis.current.findings if item.lexicon == "loaded-wording"
    ]
    assert opened.session.settings.now.lexicons_off == ("loaded-wording",)
    box = window.about.findChild(QCheckBox, "lexicon_loaded-wording")
    assert not box.isChecked()
    with qtbot.waitSignal(session.analysis.changed):
        box.click()
    assert [item for item in session.analysis.current.findings if item.lexicon == "loaded-wording"]


def test_the_window_has_the_icon_of_the_program(program, qapp):
    icon = program.window.windowIcon()
    sharp = [icon.pixmap(size, size).toImage() for size in (16, 32, 256)]
    assert all(picture.pixelColor(picture.rect().center()).alpha() for picture in sharp)
    assert sharp[0].pixelColor(11, 7).name() == "#f79469"  # the letter, on whole pixels
    assert qapp.desktopFileName() in {"", "close-reader"}


def test_icons_in_sight_are_drawn_at_once_and_the_others_with_a_menu(window):
    bar, file_menu = window.findChild(QToolBar, "toolbar"), window.menuBar().actions()[0].menu()
    assert not any(action.icon().isNull() for action in bar.actions() if action.objectName())
    unseen = window.actions_by_name["open_address"]
    assert unseen.icon().isNull()
    file_menu.popup(window.pos())
    assert not unseen.icon().isNull()
    file_menu.close()

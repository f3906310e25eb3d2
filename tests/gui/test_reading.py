"""What a reader does with one article."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

NEWS = """Council shuts the mill road

The outrageous plan was rammed through on Monday, the mayor said.

“We were never asked,” said Ada Brook, who runs a shop there. The cost could not be verified."""


def test_an_empty_window_offers_the_samples(program, samples):
    welcome = program.window.welcome
    assert program.window.pages.currentWidget() is welcome
    assert welcome.findChild(object, "sample_0") is not None
    assert len(samples) == 2


def test_a_click_on_a_sample_opens_it(program, qtbot):
    button = program.window.welcome.findChild(object, "sample_0")
    with qtbot.waitSignal(program.session.analysis.changed, timeout=20_000):
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
    with qtbot.waitSignal(program.session.analysis.changed, timeout=20_000):
        program.session.article.open(str(samples[0]))
    assert program.window.view.visible_marks() == ()


def test_next_mark_walks_through_all_and_round(opened):
    view = opened.window.view
    marks = view.visible_marks()
    seen = []
    for _ in range(len(marks) + 1):
        opened.window.actions_by_name["next_mark"].trigger()
        seen.append(view.focused_finding())
    assert seen[: len(marks)] == list(marks)
    assert seen[-1] == marks[0]


@pytest.mark.parametrize(
    ("action", "voices"),
    [
        ("voice_narrator", {"narrator"}),
        ("voice_direct", {"direct"}),
        ("voice_all", {"narrator", "direct"}),
    ],
)
def test_the_voice_filter_draws_only_that_voice(opened, action, voices):
    opened.window.actions_by_name[action].trigger()
    found = {finding.voice for finding in opened.window.view.visible_marks()}
    assert found
    assert found <= voices | {"indirect"} if action == "voice_all" else found == voices


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
    assert opened.window.toast.isVisibleTo(opened.window)
    opened.window.actions_by_name["undo"].trigger()
    assert finding in view.visible_marks()


def test_an_unticked_category_is_not_drawn(opened):
    category = opened.window.view.visible_marks()[0].category
    opened.window.wording.category_toggled.emit(category, False)
    assert category not in {item.category for item in opened.window.view.visible_marks()}
    opened.window.wording.category_toggled.emit(category, True)
    assert category in {item.category for item in opened.window.view.visible_marks()}


def test_pasted_text_becomes_an_article(program, qtbot):
    QGuiApplication.clipboard().setText(NEWS)
    with qtbot.waitSignal(program.session.analysis.changed, timeout=20_000):
        program.window.actions_by_name["paste"].trigger()
    assert program.session.article.current.title == "Council shuts the mill road"


def test_dropped_html_becomes_an_article(program, qtbot):
    page = "<h1>Mill road shut</h1>" + "".join(
        f"<p>{part}</p>" for part in NEWS.split("\n\n")[1:] * 3
    )
    data = QMimeData()
    data.setHtml(page)
    with qtbot.waitSignal(program.session.article.changed, timeout=20_000):
        program.window.text_dropped.emit("", data.html())
    assert "rammed through" in program.session.article.current.text


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "is empty"),
        ("survey.docx", b"PK\x03\x04rest", "not text"),
        ("nowhere.txt", None, "is not there"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_place(program, tmp_path, name, data, words):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    program.session.article.open(str(path))
    assert words in program.window.notes.error.cause.text()
    assert program.window.notes.error.isVisibleTo(program.window)


def test_what_was_left_out_is_put_back_with_one_click(program, qtbot):
    with qtbot.waitSignal(program.session.analysis.changed, timeout=20_000):
        program.session.article.paste_text(
            NEWS.replace("\n\nThe out", "\n\nRead more: Ferry\n\nThe out")
        )
    assert "1 piece" in program.window.notes.gaps.cause.text()
    program.window.notes.gaps.second_chosen.emit()
    assert "Read more: Ferry" in program.session.article.current.text


def test_text_in_another_language_is_not_marked(program, qtbot):
    words = "Der Rat hat am Montag beschlossen, dass der Markt nicht mehr jede Woche stattfindet. "
    with qtbot.waitSignal(program.session.analysis.changed, timeout=20_000):
        program.session.article.paste_text(words * 6)
    assert program.window.view.visible_marks() == ()
    assert "German" in program.window.notes.language.cause.text()


def test_the_text_grows_and_the_theme_changes_without_losing_the_article(opened):
    before = opened.window.view.toPlainText()
    for name in ("larger", "larger", "next_theme", "next_theme", "usual_size"):
        opened.window.actions_by_name[name].trigger()
    assert opened.window.view.toPlainText() == before
    assert opened.window.view.visible_marks()


def test_copied_text_is_clean(opened):
    view = opened.window.view
    view.selectAll()
    opened.window.actions_by_name["copy"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert "Eskerby’s beloved Saturday market" in copied


def test_settings_outlast_the_window(program, tmp_path):
    program.window.actions_by_name["larger"].trigger()
    program.window.close()
    kept = (tmp_path / "settings.json").read_text(encoding="utf-8")
    assert '"text_size": 20' in kept


@pytest.mark.parametrize("line", [1, 17, 46])
def test_a_line_is_gone_to_by_its_number(opened, shown_messages, line):
    view = opened.window.view
    shown_messages.answer = str(line)
    opened.window.actions_by_name["go_to_line"].trigger()
    assert view.line_of(view.selected_span()) == line
    first, most = view.line_in_view()
    assert first <= line <= most


def test_a_byline_of_the_text_is_not_told_twice(open_text):
    words = "Bridge shut\n\nBy Ada Brook\n\n3 May 2025\n\n" + "The bridge was shut on Monday. " * 9
    page = open_text(words).window.view.toPlainText()
    assert (page.count("Ada Brook"), page.count("May 2025")) == (1, 1)

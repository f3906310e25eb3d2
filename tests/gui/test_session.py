"""Article, lexicons and analysis of a window: nothing waits, and nothing old comes late."""

import threading

import pytest

from reader.launch import load_analysis, load_editor
from reader.paths import default_paths
from reader.ui.app import Program
from reader.ui.session.loaders import LateLoads
from tests.gui.acting import choose, open_menu, select, texts

TEXT = "The brutal mayor slammed the plan. A brutal winter came, he said, and it may end."
OTHER = "A horrific storm may return, the forecaster said on Sunday."


class SlowWork:
    """Stands for the analysis; each of its steps waits until the test lets it go on."""

    def __init__(self, tools):
        self.real = tools
        self.gates = {"load": threading.Semaphore(0), "analyse": threading.Semaphore(0)}
        self.begun = {"load": threading.Semaphore(0), "analyse": threading.Semaphore(0)}

    def _wait(self, step):
        self.begun[step].release()
        assert self.gates[step].acquire(timeout=60)

    def load_analysis_tools(self, paths, **_later):
        self._wait("load")
        return self.real.load_analysis_tools(paths)

    def analyse(self, article, tools, **options):
        self._wait("analyse")
        return self.real.analyse(article, tools, **options)

    def __getattr__(self, name):
        return getattr(self.real, name)

    def let(self, step, times=1):
        for _ in range(times):
            self.gates[step].release()

    def let_all(self, *_of_the_window):
        """Let all go on: a window waits for what it has begun, before fixtures are torn down."""
        self.let("load", 9)
        self.let("analyse", 9)

    def until_begun(self, step):
        assert self.begun[step].acquire(timeout=60)


@pytest.fixture
def slow(shared_tools):
    made = SlowWork(shared_tools)
    yield made
    made.let_all()


@pytest.fixture
def editor_loads():
    return []


@pytest.fixture
def program(qtbot, qapp, tmp_path, shown_messages, slow, editor_loads):
    def load_and_note():
        editor_loads.append("editor")
        return load_editor()

    loads = LateLoads(lambda: slow, lambda _paths: lambda _analysis: (), load_and_note)
    made = Program(qapp, default_paths(tmp_path), loads, shown_messages)
    qtbot.addWidget(made.window, before_close_func=slow.let_all)
    made.begin([])
    return made


def begin(program, qtbot, slow, *, at):
    """Paste a text and wait until the work on it has come to a step."""
    program.session.article.paste_text(TEXT)
    qtbot.waitUntil(lambda: slow.begun["load"].acquire(blocking=False))
    if at == "analyse":
        slow.let("load")
        qtbot.waitUntil(lambda: slow.begun["analyse"].acquire(blocking=False))


def finish(program, qtbot, slow):
    with qtbot.waitSignal(program.session.analysis.changed):
        slow.let("load", 5)
        slow.let("analyse", 5)


def marked(program):
    return {item.entry.phrase for item in program.session.analysis.current.findings}


@pytest.mark.parametrize("at", ["load", "analyse"])
@pytest.mark.parametrize(
    ("switches", "is_marked"),
    [
        ([["loaded-wording"]], False),
        ([["loaded-wording"], []], True),
        ([[], ["loaded-wording"], [], ["loaded-wording"]], False),
    ],
)
def test_the_page_is_marked_with_the_lists_that_are_on_now(
    program, qtbot, slow, at, switches, is_marked
):
    begin(program, qtbot, slow, at=at)
    for off in switches:
        program.session.lexicons.switch_off(off)
    finish(program, qtbot, slow)
    assert ("brutal" in marked(program)) is is_marked
    analysis, lexicons = program.session.analysis.current, program.session.lexicons
    assert analysis.lexicons == lexicons.tools.lexicons
    names = {item.id for item in analysis.lexicons}
    assert ("loaded-wording" in names) is is_marked
    assert {item.id for item in lexicons.known} > {"loaded-wording"}


def test_what_the_editor_changes_while_the_lists_are_read_counts(program, qtbot, slow):
    begin(program, qtbot, slow, at="load")
    tools, _problems = slow.real.load_analysis_tools(default_paths())
    without = tuple(item for item in tools.lexicons if item.panel != "wording")
    program.session.lexicons.use(without)
    finish(program, qtbot, slow)
    assert "brutal" not in marked(program)
    assert program.session.lexicons.known == without


@pytest.mark.parametrize("at", ["load", "analyse"])
def test_a_late_result_for_another_article_is_dropped(program, qtbot, slow, at):
    seen = []
    program.session.analysis.changed.connect(seen.append)
    begin(program, qtbot, slow, at=at)
    program.session.article.paste_text(OTHER)
    assert program.session.analysis.current is None
    finish(program, qtbot, slow)
    assert {item.article.text for item in seen} == {program.session.article.current.text}
    assert "storm" in seen[0].article.text


def test_cancel_leaves_the_text_and_the_next_article_is_marked(program, qtbot, slow):
    begin(program, qtbot, slow, at="analyse")
    program.window.status.cancel.click()
    slow.let("analyse")
    assert program.session.analysis.current is None
    program.session.article.paste_text(OTHER)
    finish(program, qtbot, slow)
    assert "horrific" in marked(program)


@pytest.mark.parametrize("name", ["story.html", "story.htm", "story.txt"])
def test_a_local_page_is_read_away_from_the_window(program, qtbot, tmp_path, name):
    path = tmp_path / name
    paragraphs = "".join(f"<p>{TEXT} Ward {n} voted.</p>" for n in range(500))
    path.write_text(f"<!doctype html><h1>Storm</h1><article>{paragraphs}</article>", "utf-8")
    with qtbot.waitSignal(program.session.article.changed):
        program.session.article.open(str(path))
        assert program.session.article.current is None
    assert "Ward 499" in program.session.article.current.text


def test_reading_is_given_up_for_another_article(program, qtbot, tmp_path):
    path = tmp_path / "story.html"
    path.write_text("<h1>Storm</h1>" + f"<p>{OTHER}</p>" * 50, "utf-8")
    program.session.article.open(str(path))
    program.session.article.paste_text(TEXT)
    program.session.article.stop()
    qtbot.wait(0)
    assert program.session.article.current.text == TEXT


def test_the_menu_of_a_mark_loads_no_editor(program, qtbot, slow, editor_loads):
    begin(program, qtbot, slow, at="load")
    finish(program, qtbot, slow)
    window = program.window
    menu = open_menu(window.view, select(window, "brutal"))
    offered = texts(menu)
    assert {"Mute at this place", "Mute in every article", "Change the entry “brutal”…"} <= set(
        offered
    )
    assert editor_loads == []
    choose(menu, "Not in “brutal mayor”")
    assert editor_loads == ["editor"]
    assert program.lexicon_windows.editor is None
    phrases = [item.entry.phrase for item in window.view.visible_marks()]
    assert phrases.count("brutal") == 1


def test_the_real_work_has_the_names_that_are_asked_for():
    for name in ("analyse", "load_analysis_tools", "Remarker"):
        assert callable(getattr(load_analysis(), name))

"""What stands in the window: the article at once, its marks when the analysis is there."""

from PySide6.QtCore import QEvent, QObject, QTimer

from reader.core.analysis.analysis import Analysis
from reader.core.corrections.text_actions import edited_article
from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.ui.controllers.corrections.correcting import Correcting
from reader.ui.controllers.files.opening import Opening
from reader.ui.controllers.marking.shown_marks import ShownMarks
from reader.ui.session.session import Session
from reader.ui.window.main_window import MainWindow

_USUAL_SIZE = 19  # pixels of the text


class ShownArticle(QObject):
    """Shows what the session holds, and starts the analysis once the text has been painted."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        marks: ShownMarks,
        opening: Opening,
        correcting: Correcting,
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._marks, self._opening, self._correcting = marks, opening, correcting
        self._waits_for_paint = False
        self._connect_session()
        window.view.viewport().installEventFilter(self)
        window.view.place_changed.connect(self._place_changed)
        window.view.restore_requested.connect(session.article.restore)
        window.about.restore_all_requested.connect(session.article.restore_all)
        window.about.restore_requested.connect(session.article.restore)
        window.about.stubs_toggled.connect(window.view.show_left_out)
        window.about.more_left_out_requested.connect(self._leave_out)
        window.about.again_requested.connect(session.article.reload)
        window.notes.gaps.first_chosen.connect(self._look_at_gaps)
        window.notes.gaps.second_chosen.connect(session.article.restore_all)
        window.notes.language.first_chosen.connect(self._assume_english)
        window.status.cancel.clicked.connect(session.cancel)

    def _connect_session(self) -> None:
        session, window = self._session, self._window
        session.settings.failed.connect(window.notes.show_trouble)
        session.analysis.changed.connect(self._analysis_changed)
        session.analysis.failed.connect(window.notes.show_trouble)
        session.analysis.marks_changed.connect(window.view.show_analysis)
        session.analysis.step_changed.connect(window.status.show_step)
        session.analysis.corrections.mutes_changed.connect(self._mutes_changed)
        session.article.changed.connect(self._article_changed)
        session.article.failed.connect(window.notes.show_error)
        session.article.step_changed.connect(window.status.show_step)
        session.lexicons.settled.connect(window.notes.take_back)
        session.lexicons.troubled.connect(window.notes.show_trouble)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Start the analysis once the text has been painted."""
        if event.type() == QEvent.Type.Paint and self._waits_for_paint:
            self._waits_for_paint = False
            QTimer.singleShot(0, self._session.analysis.start)
        return False

    def _article_changed(self, article: Article | None) -> None:
        if article is None:
            self._window.show_welcome()
            self._opening.show_offers()
            return
        self._waits_for_paint = True
        corrections = self._session.analysis.corrections
        self._window.show_article(edited_article(article, corrections.done))
        is_marked = not self._session.settings.now.marks_hidden_at_first
        self._marks.begin_article(article, is_marked=is_marked)
        self._window.notes.note_gaps(article)
        self._opening.remember(article)
        if corrections.problem is not None:
            self._window.notes.show_trouble(corrections.problem)

    def _analysis_changed(self, analysis: Analysis) -> None:
        self._window.show_facts(analysis.article)
        self._window.view.show_analysis(analysis)
        self._marks.refilter()
        self._window.notes.note_language(analysis)
        self._correcting.show_state()

    def _mutes_changed(self) -> None:
        self._marks.refilter()
        self._correcting.show_state()

    def _assume_english(self) -> None:
        self._window.notes.language.hide()
        self._session.analysis.assume_english()

    def _look_at_gaps(self) -> None:
        self._window.notes.gaps.hide()
        self._window.show_panel(self._window.about.id)
        self._window.about.show_left_out()

    def _leave_out(self) -> None:
        """Leave out the paragraphs that are selected, or say how that is done."""
        try:
            self._session.article.leave_out(self._window.view.selected_span())
        except ReaderError as error:
            self._window.about.left_out.tell(str(error))

    def _place_changed(self, place: str, count: int) -> None:
        zoom = round(100 * self._session.settings.now.text_size / _USUAL_SIZE)
        self._window.status.show_place(place, count, zoom)

"""Names grouped anew by the reader, and shown on the page."""

from PySide6.QtCore import QObject

from reader.core.corrections.naming_actions import NAMING_ACTIONS, join_names, part_names
from reader.core.sources.naming import Naming
from reader.core.text.spans import Span
from reader.ui.controllers.corrections.correcting import Correcting
from reader.ui.controllers.corrections.correction_words import correction_words
from reader.ui.panels.naming.naming_panel import NamingPanel
from reader.ui.session.session import Session
from reader.ui.window.main_window import MainWindow


class NamingSteps(QObject):
    """Answers what the reader asks of the Naming panel by corrections."""

    def __init__(self, window: MainWindow, session: Session, correcting: Correcting) -> None:
        super().__init__(window)
        self._analysis, self._correcting = session.analysis, correcting
        self._panel = panel = window.tabs.panel_of(NamingPanel)
        panel.join_requested.connect(self.join)
        panel.names_chosen.connect(window.view.show_names)
        panel.part_requested.connect(self.part)
        panel.undo_requested.connect(correcting.undo)
        session.analysis.changed.connect(self.show_state)
        session.analysis.corrections.changed.connect(self.show_state)

    def join(self, spans: tuple[Span, ...], actor: Naming) -> None:
        """Give the words at some places to an actor."""
        analysis = self._analysis.current
        if analysis is not None:
            self._correcting.correct(join_names(analysis, spans, actor))

    def part(self, spans: tuple[Span, ...], name: str) -> None:
        """Make the words at some places an actor of their own."""
        analysis = self._analysis.current
        if analysis is not None:
            self._correcting.correct(part_names(analysis, spans, name))

    def show_state(self) -> None:
        """Tell the panel what can be taken back."""
        done = self._analysis.corrections.done
        is_name = bool(done) and done[-1].action in NAMING_ACTIONS
        self._panel.show_undo(correction_words(done[-1]) if is_name else "")

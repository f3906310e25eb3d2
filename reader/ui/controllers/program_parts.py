"""What most controllers work with; who needs fewer than three of these takes them alone."""

from reader.paths import Paths
from reader.ui.messages import Messages
from reader.ui.session.session import Session
from reader.ui.window.main_window import MainWindow
from reader.values import frozen


@frozen
class ProgramParts:
    """The parts of a running program that more than one controller needs.

    Attributes:
        window: The main window.
        session: The article, the lexicons and the analysis.
        messages: Asks and tells.
        paths: Where files lie.
    """

    window: MainWindow
    session: Session
    messages: Messages
    paths: Paths

"""What stands where a list would be: nothing kept, nothing found, the library closed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reader.core.across.query import widened
from reader.ui.widgets.centred_words import CentredWords


class EmptyNote(CentredWords):
    """One serif sentence, one line of advice, at most one button.

    Signals:
        wanted(): The button was pressed.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("library_note", parent)
        self.sentence.setStyleSheet('font: 400 20px "Source Serif 4";')
        self.button = QPushButton(self)
        self.button.setObjectName("library_note_button")
        self.button.clicked.connect(self.wanted)
        self.button.hide()
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)

    def show_nothing_kept(self, aside: str = "") -> None:
        """Say that the library is empty, and how it is filled.

        Args:
            aside: The file of an earlier library that was set aside, as one that is damaged is.
        """
        told = self.tr("Nothing is kept here yet.")
        if aside:
            told = self.tr(
                "This library is new: the one before was damaged, and lies beside it as {name}."
            ).format(name=aside)
        self.show_words(
            told,
            self.tr(
                "Add an address, a saved page or a feed.\nWhat you add stays on this computer."
            ),
            self.tr("Add…"),
            is_main=True,
        )

    def show_empty(self, kind: str, *, is_only_new: bool) -> None:
        """Say that a place of the tree is empty.

        Args:
            kind: The kind of the place.
            is_only_new: What has been read is left out.
        """
        if kind == "trash":
            self.show_words(self.tr("The trash is empty."), "")
        elif is_only_new:
            told = self.tr("Nothing new here.")
            self.show_words(told, self.tr("“Only new” leaves out what you have read."))
        else:
            self.show_words(
                self.tr("There is no article here."),
                self.tr("Drag articles here, or choose another place at the left."),
            )

    def show_nothing_found(self, query: str, keys: str) -> None:
        """Say that nothing was found, and offer a wider search where there is one.

        Args:
            query: What was looked for.
            keys: What can be typed besides words.
        """
        wider = widened(query)
        verb = self.tr("Look for either") if " OR " in wider else self.tr("Look in all voices")
        told = self.tr("No place with “{query}”.").format(query=query)
        self.show_words(told, keys, verb if wider else "")

    def show_words(
        self, sentence: str, advice: str, verb: str = "", *, is_main: bool = False
    ) -> None:
        """Show a sentence, what can be done, and a button for it; no button without a verb."""
        self.sentence.setText(sentence)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self.button.setText(verb)
        self.button.setVisible(bool(verb))
        self.button.setProperty("main", "true" if is_main else "false")
        style = self.button.style()
        style.unpolish(self.button)
        style.polish(self.button)

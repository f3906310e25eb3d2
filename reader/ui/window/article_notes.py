"""The notes above the page: an error, another language, what was left out of the article."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.core.analysis.analysis import Analysis
from reader.core.text.article import Article
from reader.errors import ReaderError
from reader.ui.widgets.note_bar import NoteBar

_MOST_REASONS = 4  # of what was left out, on the note


class ArticleNotes(QWidget):
    """One note below the other, each shown when there is something to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.error = NoteBar("error", self)
        self.language = NoteBar("language", self, "remark")
        self.gaps = NoteBar("gaps", self, "remark")
        self.keeping = NoteBar("keeping", self, "remark")
        self._told: ReaderError | None = None
        self.error.second_chosen.connect(self.error.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for note in (self.error, self.language, self.gaps, self.keeping):
            column.addWidget(note)

    def hide_all(self) -> None:
        """Hide every note, as another article is shown."""
        for note in (self.error, self.language, self.gaps, self.keeping):
            note.hide()

    def close_remarks(self) -> bool:
        """Hide the remarks, but no error; return whether there was one."""
        open_ones = [note for note in (self.language, self.gaps, self.keeping) if note.isVisible()]
        for note in open_ones:
            note.hide()
        return bool(open_ones)

    def show_error(self, error: ReaderError) -> None:
        """Say why an article is not there, with a way to paste its text."""
        self._told = error
        buttons = (self.tr("Paste text"), self.tr("Close"))
        self.error.show_note(error.message, error.hint, buttons, is_warning=True)

    def show_trouble(self, error: ReaderError) -> None:
        """Say what went wrong beside the article."""
        self._told = error
        buttons = ("", self.tr("Close"))
        self.error.show_note(error.message, error.hint, buttons, is_warning=True)

    def take_back(self, error: ReaderError) -> None:
        """Say no longer what is no longer so, if it is what is said now."""
        if error is self._told:
            self.error.hide()

    def note_gaps(self, article: Article) -> None:
        """Say what was left out of an article, if anything was."""
        if not article.removed:
            return
        count = len(article.removed)
        cause = self.tr("{n} pieces were left out of the article.").format(n=count)
        if count == 1:
            cause = self.tr("1 piece was left out of the article.")
        reasons = list(dict.fromkeys(piece.reason for piece in article.removed))
        words = ", ".join(reasons[:_MOST_REASONS]) + ("…" if len(reasons) > _MOST_REASONS else ".")
        self.gaps.show_note(
            cause,
            words[:1].upper() + words[1:],
            (self.tr("Look at them"), self.tr("Put all back")),
        )

    def note_language(self, analysis: Analysis) -> None:
        """Say which language an article seems to be in, when the lists do not fit it."""
        language = analysis.article.language
        if language in {None, "en"} or analysis.lexicons:
            self.language.hide()
            return
        name = QLocale.languageToString(QLocale(language).language())
        cause = self.tr("This looks like {language}.").format(language=name)
        if not name or QLocale(language).language() == QLocale.Language.C:
            cause = self.tr("This does not look like English.")
        self.language.show_note(
            cause,
            self.tr("The lists are English, so nothing is marked. The article can be read."),
            (self.tr("It is English, mark it"), ""),
        )

"""The pane at the right: the chosen article with its first words, or the place that was found."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.core.notes import Note
from reader.core.text.article import Article
from reader.storage.library.rows import ArticleRow, local_day
from reader.ui.marks.kept_words import kept_words
from reader.ui.places.library.article_list.row_words import day_words
from reader.ui.places.library.pane.chosen_list import ChosenList
from reader.ui.places.library.pane.link_label import LinkLabel
from reader.ui.places.library.results.result_lines import PlaceLine
from reader.ui.places.library.results.result_model import cited
from reader.ui.theme import Theme
from reader.ui.theme.key_hint import ButtonKeyHint
from reader.ui.theme.pens import pen_color

WIDTH = 344
_MOST_WORDS, _SHORT = 420, 100  # characters of the first paragraph
_MOST_NOTES, _MOST_OF_A_NOTE = 5, 120  # notes, and characters of each
_SERIF = "font: 400 14px 'Source Serif 4'"
_ZERO_SPACE = "\u200b"  # where a line may end, though nothing is seen


class ArticlePane(QScrollArea):
    """Shows what is known of the article that is chosen.

    Signals:
        article_requested(str, int): Open it, where a place begins; -1 for its kept place.
        restore_requested(): What is chosen is to come out of the trash.
        tags_requested(): The tags of what is chosen are to be others.
        versions_requested(str): Show the versions of this article.
        next_requested(): Choose the next place that was found.
        same_requested(str): Choose this article, which may be of the same event.
    """

    article_requested = Signal(str, int)
    restore_requested = Signal()
    tags_requested = Signal()
    versions_requested = Signal(str)
    next_requested = Signal()
    same_requested = Signal(str)

    def __init__(
        self, theme: Theme, compare: QAction, step: QAction, parent: QWidget | None = None
    ) -> None:
        """Build it, with the commands that compare and that go to the next place."""
        super().__init__(parent)
        self.setObjectName("article_pane")
        self.setAccessibleName(self.tr("The chosen article"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(280)
        self._theme = theme
        self._id, self._start = "", -1
        self._is_trashed = False
        page = QWidget(self)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(14, 12, 14, 14)
        self._column.setSpacing(6)
        self._over = self._label("small")
        self._title = self._label("")
        self._title.setStyleSheet('font: 600 20px "Source Serif 4";')
        self._by = self._label("quiet")
        self._by.setStyleSheet('font: italic 400 15px "Source Serif 4";')
        self._buttons = self._make_buttons(compare, step, page)
        self._column.addWidget(self._buttons)
        self._words = self._label("")
        self._words.setStyleSheet('font: 400 16px "Source Serif 4";')
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._facts = self._link_label()
        self._facts.setObjectName("pane_facts")
        self._facts.linkActivated.connect(self._follow)
        self.chosen = ChosenList(theme, compare, page)
        self._column.addWidget(self.chosen, 1)
        self._rest = QWidget(page)
        self._column.addWidget(self._rest, 1)
        self._same = self._link_label()
        self._same.setProperty("role", "small")
        self._same.setObjectName("pane_same")
        self._same.linkActivated.connect(self.same_requested)
        self.setWidget(page)
        self.show_nothing()

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            label.setProperty("role", role)
        self._column.addWidget(label)
        return label

    def _link_label(self) -> LinkLabel:
        label = LinkLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.RichText)
        self._column.addWidget(label)
        return label

    def _make_buttons(self, compare: QAction, step: QAction, parent: QWidget) -> QWidget:
        buttons = QWidget(parent)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 6, 0, 6)
        self.open = QPushButton(self.tr("Read"), parent)
        self.open.setObjectName("pane_open")
        self.open.setProperty("main", "true")
        self.open.clicked.connect(self._open)
        self.compare = QPushButton(self.tr("Compare…"), parent)
        self.compare.setObjectName("pane_compare")
        self.compare.clicked.connect(compare.trigger)
        self.next = QPushButton(self.tr("Next place"), parent)
        self.next.setObjectName("pane_next")
        ButtonKeyHint(step, self.next)
        self.next.clicked.connect(self.next_requested)
        for button in (self.open, self.compare, self.next):
            row.addWidget(button)
        row.addStretch(1)
        return buttons

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of what is marked in the words."""
        self._theme = theme
        self.chosen.set_theme(theme)

    # -- showing -------------------------------------------------------------------------------

    def show_help(self) -> None:
        """Show how one looks for words, and for those who say them."""
        self._id, self._start = "", -1
        self._show(
            "",
            self.tr("Look for words, and whose they are"),
            self.tr("A place counts for the voice it stands in."),
            "",
            self._help(),
        )
        self.open.hide()
        self.compare.hide()

    def _help(self) -> str:
        lines = (
            (self.tr("regime council"), self.tr("both, in one article")),
            (self.tr("“renewal plan”"), self.tr("exactly so")),
            (self.tr("regime OR junta"), self.tr("one of them")),
            (self.tr("-harbour"), self.tr("leave these out")),
            (self.tr("flog*"), self.tr("any ending")),
            (self.tr("regime, narrator only"), self.tr("in this voice")),
            (self.tr("said by Holloway"), self.tr("in this mouth")),
            (
                self.tr("outlet:courier"),
                self.tr("also date:2025-05, added:, tag:, in:notes, in:title"),
            ),
        )
        rows = "".join(
            f'<tr><td style="padding: 3px 14px 3px 0; font-weight: 600">{escape(typed)}</td>'
            f'<td style="color: {self._theme.text2}; padding: 3px 0">{escape(means)}</td></tr>'
            for typed, means in lines
        )
        return f"<table>{rows}</table>"

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        self._id, self._start = "", -1
        self._show("", self.tr("Nothing is chosen."), "", "", "")
        self.open.hide()
        self.compare.hide()

    def show_article(
        self,
        row: ArticleRow,
        article: Article | None,
        place: str,
        notes: Sequence[Note] = (),
    ) -> None:
        """Show an article.

        Args:
            row: What the list says of it.
            article: Its text, or None where it could not be read.
            place: Where it was left, as places are cited; "" where it was not opened.
            notes: The reader's highlights and notes on it.
        """
        self._id, self._start = row.id, -1
        day = day_words(row.published[:10]) if row.published else ""
        over = " · ".join(filter(None, (row.outlet or "", day)))
        by = " · ".join(
            filter(
                None,
                (
                    row.byline or "",
                    row.kind or "",
                    self.tr("{n} words").format(n=f"{row.words:,}"),
                ),
            )
        )
        facts = self._facts_of(row) + self._notes_of(notes)
        title = row.name
        if not row.title:  # the name of a file: lines may end in it
            title = title.replace("_", f"_{_ZERO_SPACE}").replace(".", f"{_ZERO_SPACE}.")
        self._show(over, title, by, escape(_beginning(article)), facts)
        self.open.setText(self._verb(row, place))
        self.open.show()
        self._is_trashed = row.trashed is not None
        self.compare.setHidden(self._is_trashed)

    def _verb(self, row: ArticleRow, place: str) -> str:
        if row.trashed is not None:
            return self.tr("Put back")
        if row.state == "half-read" and place:
            return self.tr("Go on reading at {place}").format(place=cited(place))
        return self.tr("Read again") if row.state == "read" else self.tr("Read")

    def show_several(self, rows: Sequence[ArticleRow], number: int) -> None:
        """Show some of the chosen articles, with the letters they get in a comparison.

        Args:
            rows: The articles, at most as many as can be compared.
            number: How many are chosen.
        """
        self._id, self._start = "", -1
        told = self.tr("{n} articles chosen").format(n=f"{number:,}")
        self._show("", told, "", "", "", is_several=True)
        self.chosen.show_rows(rows, number)
        self.open.hide()
        self.compare.hide()

    def show_place(self, line: PlaceLine, paragraph: str, at: tuple[int, int]) -> None:
        """Show a place that was found in its paragraph.

        Args:
            line: The place.
            paragraph: All words of its paragraph.
            at: Where the hit begins and ends in them.
        """
        self._id, self._start, self._is_trashed = line.article.id, line.place.start, False
        start, end = at
        wash = f"background-color: {self._theme.accent_wash}; font-weight: 600"
        hit = f'<span style="{wash}">{escape(paragraph[start:end])}</span>'
        words = f"{escape(paragraph[:start])}{hit}{escape(paragraph[end:])}"
        self._show(
            line.article.outlet or "", line.article.name, line.place.speaker or "", words, ""
        )
        self.open.setText(self.tr("Open at {place}").format(place=cited(line.name)))
        self.open.show()
        self.next.show()
        self.compare.hide()

    def shows(self, article_id: str) -> bool:
        """Tell whether an article is shown, and no place of it."""
        return self._id == article_id and self._start < 0

    def show_same(self, article_id: str, title: str, number: int) -> None:
        """Say which other article may be of the same event as the one that is shown.

        Args:
            article_id: The other article.
            title: Its title.
            number: How many names and figures the two share.
        """
        look = f"color: {self._theme.accent}; text-decoration: none; font-weight: 600"
        link = f'<a href="{escape(article_id)}" style="{look}">{escape(title)}</a>'
        told = self.tr("Perhaps the same event: {title} · {n} names and figures shared")
        self._same.show_words(told.format(title=link, n=number))
        self._same.show()

    def _show(
        self,
        over: str,
        title: str,
        by: str,
        words: str,
        facts: str,
        *,
        is_several: bool = False,
    ) -> None:
        self._buttons.setHidden(is_several)
        self._same.hide()
        self.next.hide()
        self.chosen.setVisible(is_several)
        self._rest.setVisible(not is_several)
        for label, text in (
            (self._over, over),
            (self._title, title),
            (self._by, by),
            (self._words, words),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._facts.setVisible(bool(facts))
        self._facts.show_words(facts)

    def _facts_of(self, row: ArticleRow) -> str:
        """Return collections, tags, when it was added and how many versions, as a table."""
        look = f"color: {self._theme.accent}; text-decoration: none; font-weight: 600"
        edit = f'<a href="tags" style="{look}">{self.tr("Edit")}</a>'
        tags = f"{escape(', '.join(row.tags)) or self.tr('none')} {edit}"
        facts = [
            (self.tr("Collections"), escape(", ".join(row.collections)) or self.tr("none")),
            (self.tr("Tags"), tags),
            (self.tr("Added"), escape(kept_words(row, day_words(local_day(row.added))))),
        ]
        if row.versions > 1:
            show = f'<a href="versions" style="{look}">'
            show += f"{self.tr('Show')}</a>"
            facts.append((self.tr("Versions"), f"{row.versions} {show}"))
        lines = "".join(
            f'<tr><td style="color: {self._theme.text2}; padding: 3px 14px 3px 0">{name}</td>'
            f'<td style="padding: 3px 0">{value}</td></tr>'
            for name, value in facts
        )
        return f"<table>{lines}</table>"

    def _notes_of(self, notes: Sequence[Note]) -> str:
        """Return the first of some notes with the words that they are on."""
        if not notes:
            return ""
        told = self.tr("Your notes: {n}").format(n=f"{len(notes):,}")
        lines = [f'<p style="color: {self._theme.text2}; font-weight: 600">{told}</p>']
        for note in notes[:_MOST_NOTES]:
            words = _cut(note.anchor.quote, _MOST_OF_A_NOTE) if note.anchor is not None else ""
            pen = pen_color(self._theme, note.pen)
            wash = f' style="background-color: {pen.name()}"' if pen is not None else ""
            parts = (
                f"<span{wash}>{escape(words)}</span>" if words else "",
                f"<i>{escape(_cut(note.text, _MOST_OF_A_NOTE))}</i>" if note.text else "",
            )
            lines.append(f'<p style="{_SERIF}">{"<br>".join(filter(None, parts))}</p>')
        return "".join(lines)

    # -- acts ----------------------------------------------------------------------------------

    def _open(self) -> None:
        if self._id and self._is_trashed:
            self.restore_requested.emit()
        elif self._id:
            self.article_requested.emit(self._id, self._start)

    def _follow(self, link: str) -> None:
        if link == "tags":
            self.tags_requested.emit()
        elif self._id:
            self.versions_requested.emit(self._id)


def _beginning(article: Article | None) -> str:
    """Return the first paragraph of an article, cut where it is long.

    A short one that an article without a headline is called by stands above it already.
    """
    if article is None:
        return ""
    zones = [zone for zone in article.zones if zone.kind == "paragraph"][:2]
    if len(zones) > 1 and not article.title and len(zones[0].span) <= _SHORT:
        zones = zones[1:]
    zone = zones[0] if zones else None
    return _cut(zone.span.of(article.text) if zone else article.text, _MOST_WORDS)


def _cut(text: str, most: int) -> str:
    """Return words on one line, cut after whole words where they are longer than that."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + "…"

"""The Sourcing panel: who speaks, how well they are named, and where no source was found."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.core.analysis import Analysis
from reader.core.attribution import Attribution
from reader.core.findings import Finding
from reader.core.lexicon import Category
from reader.core.sources import Source
from reader.core.spans import Span
from reader.core.summary import (
    attributed_words,
    attributions_of,
    panel_categories,
    refusals,
    speakers,
    speaking_sources,
)
from reader.ui.theme import Theme
from reader.ui.widgets.panel_frame import PanelFrame
from reader.ui.widgets.places import LineFinder, line_text, no_lines, sentence_row, span_mark
from reader.ui.widgets.position_strip import StripMark
from reader.ui.widgets.row_tree import Row, RowTree

_MOST = 200  # passages listed one by one


class SourcingPanel(PanelFrame):
    """Lists the sources with their words, verbs and places.

    Signals:
        place_activated(Span): A sentence was chosen.
        show_marks_requested(): The reader wants the marks back.
    """

    place_activated = Signal(object)
    finding_activated = Signal(object)
    show_marks_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("sourcing_panel", "", parent)
        self.setAccessibleName(self.tr("Sourcing"))
        self._line_of: LineFinder = no_lines
        self._opened: object = None
        self._grades = {
            "named-with-role": "●●●● " + self.tr("named, with role"),
            "named": "●●●○ " + self.tr("named"),
            "described": "●●○○ " + self.tr("described"),
            "group": "●○○○ " + self.tr("a group"),
            "unnamed": "○○○○ " + self.tr("not named"),
        }
        self._cards = [QLabel(self) for _ in range(3)]
        self.body.addLayout(self._card_row())
        self.tree = RowTree(theme, "sourcing_rows", self)
        self.tree.setAccessibleName(self.tr("Sources"))
        self.tree.row_activated.connect(self._activated)
        self.body.addWidget(self.tree, 1)
        self.foot(
            self.tr(
                "Equal space is not always fair. The program found no source for some passages; "
                "the reporter may still have one, or have been there."
            )
        )
        self.state_button.clicked.connect(self.show_marks_requested)

    def _card_row(self) -> QVBoxLayout:
        outer = QVBoxLayout()
        outer.setContentsMargins(14, 8, 14, 6)
        row = QHBoxLayout()
        row.setSpacing(6)
        for card in self._cards:
            card.setWordWrap(True)
            card.setProperty("role", "small")
            row.addWidget(card, 1)
        outer.addLayout(row)
        return outer

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.tree.set_theme(theme)

    def set_line_finder(self, line_of: LineFinder) -> None:
        """Take the function that tells the line of a span."""
        self._line_of = line_of

    def show_analysis(self, analysis: Analysis) -> None:
        """List who speaks in the article."""
        sources = speaking_sources(analysis)
        silent = refusals(analysis)
        self.heading.setText(self.tr("Who speaks in this article"))
        told = self.tr("{n} sources, {m} did not answer. {a} of {b} words are somebody’s words.")
        self.subheading.setText(
            told.format(
                n=len(sources), m=len(silent), a=attributed_words(analysis), b=analysis.words
            )
        )
        self._show_cards(analysis)
        names = {category.id: category for category in panel_categories(analysis, "sourcing")}
        numbers = {source.id: index for index, source in enumerate(analysis.sources, start=1)}
        rows = [self._row(analysis, item, numbers[item.id], names) for item in sources]
        rows += self._silent(analysis, silent)
        rows += self._without_source(analysis)
        self.tree.show_rows(rows, self._opened)
        if sources or silent or analysis.unsourced:
            self.show_body()
        else:
            self.show_state(
                self.tr("Nobody is quoted or reported here."),
                self.tr("The program found no source. The reporter may still have one."),
            )

    def show_marks_off(self) -> None:
        """Say that the marks are hidden."""
        self.show_state(
            self.tr("Marks are off."),
            self.tr("Read first. What happened, in one sentence?"),
            self.tr("Show marks"),
        )

    def _show_cards(self, analysis: Analysis) -> None:
        speaking = [item for item in analysis.attributions if item.content]
        owners = speakers(analysis)
        zones = analysis.article.zones
        title = zones[0].span if zones and zones[0].kind == "headline" else Span(0, 0)
        in_title = [item for item in speaking if title.contains(item.content[0])]
        body = [item for item in speaking if item not in in_title]
        for card, heading, found in (
            (self._cards[0], self.tr("First to speak"), body[:1]),
            (self._cards[1], self.tr("In the title"), in_title[:1]),
            (self._cards[2], self.tr("Last word"), body[-1:]),
        ):
            if found:
                source = owners.get(found[0].id)
                name = (source.name if source else None) or self.tr("a source not named")
                line = line_text(self._line_of(found[0].content[0]))
            else:
                name, line = self.tr("nobody"), self.tr("the narrator’s words")
            card.setText(f"{heading}\n{name}\n{line}")

    def _row(
        self, analysis: Analysis, source: Source, number: int, names: dict[str, Category]
    ) -> Row:
        said = attributions_of(analysis, source)
        marks = [
            span_mark(analysis, span, item.form == "indirect")
            for item in said
            for span in item.content
        ]
        name = source.name or self.tr("no source named")
        if not source.is_resolved:
            name = self.tr("{name} (not resolved)").format(name=name)
        grade = self._grades[source.identification]
        return Row(
            kind="category",
            text=name,
            detail=(source.role or "").strip(),
            letter=str(number),
            counts=(source.words, len(said)),
            strip=marks,
            payload=source.id,
            children=partial(self._details, analysis, source, marks, names),
            spoken=self.tr("{name}, {grade}, {n} words").format(
                name=name, grade=grade, n=source.words
            ),
        )

    def _details(
        self,
        analysis: Analysis,
        source: Source,
        marks: Sequence[StripMark],
        names: dict[str, Category],
    ) -> list[Row]:
        said = attributions_of(analysis, source)
        grade = self._grades[source.identification]
        rows = [
            Row(kind="strip", strip=marks, text=self.tr("Where this source speaks")),
            Row(kind="quiet", text=f"{grade} · {source.kind.replace('-', ' ')}"),
            Row(kind="quiet", text=self._verbs(analysis, said, names)),
        ]
        if source.anonymity_reason:
            told = self.tr("Reason given: {words}").format(words=source.anonymity_reason)
            rows.append(Row(kind="quiet", text=told))
        rows += [
            sentence_row(analysis, item.content[0], self._line_of) for item in said if item.content
        ]
        return rows

    def _verbs(
        self, analysis: Analysis, said: tuple[Attribution, ...], names: dict[str, Category]
    ) -> str:
        """Return the cues of a source with what they do: "admitted (gives in), said ×2"."""
        found: dict[str, tuple[int, str]] = {}
        for item in said:
            if item.cue:
                words = " ".join(item.cue[0].of(analysis.article.text).split())
                count, _ = found.get(words, (0, ""))
                category = names.get(item.verb_class or "")
                found[words] = (count + 1, category.name.lower() if category else "")
        return ", ".join(
            f"{words}{f' ×{count}' if count > 1 else ''}{f' ({what})' if what else ''}"
            for words, (count, what) in found.items()
        )

    def _silent(self, analysis: Analysis, silent: tuple[Attribution, ...]) -> list[Row]:
        if not silent:
            return []
        rows = [
            Row(kind="heading", text=self.tr("Asked, did not answer"), detail=str(len(silent)))
        ]
        for item in silent:
            start = item.source[0].start if item.source else item.cue[0].start
            rows.append(sentence_row(analysis, Span(start, item.cue[0].end), self._line_of))
        return rows

    def _without_source(self, analysis: Analysis) -> list[Row]:
        passages = analysis.unsourced
        if not passages:
            return []
        title = self.tr("Passages with no source found")
        rows = [Row(kind="heading", text=title, detail=str(len(passages)))]
        rows += [sentence_row(analysis, span, self._line_of) for span in passages[:_MOST]]
        if len(passages) > _MOST:
            rest = self.tr("and {n} more").format(n=len(passages) - _MOST)
            rows.append(Row(kind="quiet", text=rest))
        return rows

    def _activated(self, payload: object) -> None:
        if isinstance(payload, Finding):
            self.finding_activated.emit(payload)
        elif isinstance(payload, Span):
            self.place_activated.emit(payload)
        else:
            self._opened = payload

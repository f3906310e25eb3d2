"""What goes into a file, and how its pages look: boxes and segments, told apart by format."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.storage.reports.report_format import PARTS, Choices, Part, ReportFormat
from reader.ui.places.export.families import short_title
from reader.ui.places.export.segments import Segments

_PAGED = frozenset({"pdf"})
_INKED = frozenset({"pdf", "html", "epub"})
_HIDING = frozenset({"json", "text", "evaluation"})  # these tell where an article came from


class Options(QWidget):
    """The choices for one format.

    Signals:
        changed(): Something else was chosen.
        kind_chosen(str): Another format of the same family.
    """

    changed = Signal()
    kind_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("export_options")
        self._choices = Choices()
        self._format: ReportFormat | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 14, 14)
        layout.setSpacing(9)
        layout.addWidget(self._heading(self.tr("What goes in")))
        self._facts: dict[Part, QLabel] = {}
        self.boxes: dict[Part, QCheckBox] = {part: self._box(part, layout) for part in PARTS}
        self.loss = QLabel(self)
        self.loss.setObjectName("export_loss")
        self.loss.setProperty("role", "small")
        self.loss.setWordWrap(True)
        layout.addWidget(self.loss)
        layout.addSpacing(6)
        self._page_heading = self._heading(self.tr("Page"))
        layout.addWidget(self._page_heading)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, 96)
        self._grid.setColumnStretch(1, 1)
        layout.addLayout(self._grid)
        self._rows: dict[str, tuple[QLabel, QWidget]] = {}
        self.kinds = self._segments("export_kind", self.tr("Kind"))
        self.kinds.chosen.connect(self.kind_chosen)
        self.paper = self._segments("export_paper", self.tr("Paper"))
        self.ink = self._segments("export_ink", self.tr("Ink"))
        self.margin = self._segments("export_margin", self.tr("Right margin"))
        self.hides = QCheckBox(self.tr("hide the name and the byline"), self)
        self.hides.setObjectName("export_hide_outlet")
        self.hides.toggled.connect(self._tell)
        self._row("outlet", self.tr("Outlet"), self.hides)
        for segments in (self.paper, self.ink, self.margin):
            segments.chosen.connect(self._tell)
        layout.addStretch(1)

    # -- building ------------------------------------------------------------------------------

    def _heading(self, words: str) -> QLabel:
        heading = QLabel(words, self)
        heading.setProperty("role", "section")
        return heading

    def _box(self, part: Part, layout: QVBoxLayout) -> QCheckBox:
        row = QHBoxLayout()
        row.setSpacing(8)
        box = QCheckBox(self._words()[part], self)
        box.setObjectName(f"export_{part}")
        box.toggled.connect(self._tell)
        row.addWidget(box)
        facts = QLabel(self)
        facts.setProperty("role", "small")
        row.addWidget(facts, 1)
        self._facts[part] = facts
        layout.addLayout(row)
        return box

    def _words(self) -> Mapping[Part, str]:
        return {
            "article": self.tr("The article"),
            "wording": self.tr("Wording marks"),
            "voices": self.tr("Voices"),
            "sourcing": self.tr("Sourcing numerals"),
            "hedging": self.tr("Hedging marks"),
            "notes": self.tr("Your highlights and notes"),
            "corrections": self.tr("Your corrections"),
            "method": self.tr("Method sheet at the end"),
        }

    def _segments(self, name: str, words: str) -> Segments:
        segments = Segments(name, words, self)
        self._row(name, words, segments)
        return segments

    def _row(self, name: str, words: str, field: QWidget) -> None:
        label = QLabel(words, self)
        label.setProperty("role", "quiet")
        number = len(self._rows)
        self._grid.addWidget(label, number, 0)
        holder = QHBoxLayout()
        holder.addWidget(field)
        holder.addStretch(1)
        self._grid.addLayout(holder, number, 1)
        self._rows[name] = (label, field)

    # -- showing -------------------------------------------------------------------------------

    def show_format(
        self,
        chosen: ReportFormat,
        family: Sequence[ReportFormat],
        choices: Choices,
        facts: Mapping[Part, str],
    ) -> None:
        """Show the choices for a format, and what it cannot hold.

        Args:
            chosen: The format.
            family: All formats of its row.
            choices: What is chosen.
            facts: What is told beside each part: how many there are.
        """
        self._format, self._choices = chosen, choices
        with QSignalBlocker(self):  # this is nobody's choice
            self._fill(chosen, family, facts)

    def _fill(
        self,
        chosen: ReportFormat,
        family: Sequence[ReportFormat],
        facts: Mapping[Part, str],
    ) -> None:
        for part, box in self.boxes.items():
            is_held = part in chosen.holds
            box.setEnabled(is_held)
            box.setChecked(is_held and part in self._choices.parts)
            told = facts.get(part, "") if is_held else self.tr("not in this format")
            self._facts[part].setText(told)
            box.setAccessibleDescription(told)
        self.loss.setText(chosen.loss)
        self.loss.setVisible(bool(chosen.loss))
        kinds = [(one.name, short_title(one)) for one in family]
        self.kinds.show_choices(kinds, chosen.name)
        self.paper.show_choices((("A4", "A4"), ("Letter", "Letter")), self._choices.paper)
        inks = (("black", self.tr("Black")), ("colour", self.tr("Colour")))
        self.ink.show_choices(inks, "black" if self._choices.is_black else "colour")
        margins = (("narrow", self.tr("Narrow")), ("wide", self.tr("5 cm for notes")))
        self.margin.show_choices(margins, "wide" if self._choices.has_wide_margin else "narrow")
        self.hides.setChecked(self._choices.hides_outlet)
        shown = {
            "export_kind": len(kinds) > 1,
            "export_paper": chosen.name in _PAGED,
            "export_ink": chosen.name in _INKED,
            "export_margin": chosen.name in _PAGED,
            "outlet": chosen.name not in _HIDING,
        }
        for name, (label, field) in self._rows.items():
            label.setVisible(shown[name])
            field.setVisible(shown[name])
        self._page_heading.setVisible(any(shown.values()))

    def choices(self) -> Choices:
        """Return what is chosen now; what the format cannot hold keeps its last choice."""
        parts = {part for part, box in self.boxes.items() if box.isEnabled() and box.isChecked()}
        kept = {part for part, box in self.boxes.items() if not box.isEnabled()}
        return replace(
            self._choices,
            parts=frozenset(parts | (kept & self._choices.parts)),
            paper="Letter" if self.paper.now == "Letter" else "A4",
            is_black=self.ink.now == "black",
            has_wide_margin=self.margin.now == "wide",
            hides_outlet=self.hides.isChecked(),
        )

    def take_only_marked_sentences(self) -> None:
        """Leave the article out, so that only sentences with a mark or a note go in."""
        if self.boxes["article"].isEnabled():
            self.boxes["article"].setChecked(False)

    def _tell(self) -> None:
        if self._format is not None and not self.signalsBlocked():
            self.changed.emit()

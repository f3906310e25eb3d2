"""Finds out where an entry stands, here and in the library, and whether its examples hold."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from reader.core.analysis import Analysis
from reader.core.findings import Finding
from reader.core.lexicon import Entry
from reader.core.lexicon_layers import Key, Row, entry_key
from reader.ui.editor.editing import Editing
from reader.ui.editor.entry_checks import counts_in
from reader.ui.editor.entry_form import EntryForm
from reader.ui.editor.library_search import LibrarySearch
from reader.ui.editor.library_steps import LibraryCount, Wanted
from reader.ui.session import Session
from reader.ui.widgets.mark_look import Look, look_of
from reader.ui.widgets.places import LineFinder, no_lines, place_row

_MOST_PLACES = 40


class EntryMatches(QObject):
    """Asks session and library, and shows the answers in the form."""

    def __init__(
        self, editing: Editing, session: Session, form: EntryForm, library: LibrarySearch
    ) -> None:
        super().__init__(form)
        self._editing, self._session = editing, session
        self._form, self._library = form, library
        self._line_of: LineFinder = no_lines
        self._row: Row | None = None
        self.counted: Analysis | None = None  # whose marks were counted last
        library.counted.connect(self._show_library)

    def set_line_finder(self, line_of: LineFinder) -> None:
        """Take the function that tells the line of a place on the page."""
        self._line_of = line_of

    def counts_here(self) -> Counter[tuple[str, Key]]:
        """Return how often each entry stands in the article, by list and key."""
        analysis = self.counted = self._session.analysis
        findings = analysis.findings if analysis else ()
        return Counter((self.owner(item), entry_key(item.entry)) for item in findings)

    def owner(self, finding: Finding) -> str:
        """Return the list whose row a finding belongs to."""
        layer = self._editing.layer_of(finding.lexicon)
        return (layer.over if layer else "") or finding.lexicon

    def show(self, row: Row | None) -> None:
        """Show where the entry of a row stands; nothing for none or a muted one."""
        self._row = row
        analysis = self._session.analysis
        if row is None or row.entry is None:
            self._form.places.show_here("", ())
            self._form.show_signs(example=None, counterexample=None)
            self._library.seek(None)
            return
        self._show_signs(row, row.entry)
        if analysis is None:
            told = self.tr("Open an article to see the places there.")
            self._form.places.show_here(told, ())
        else:
            self._show_findings(analysis, row)
        self._library.seek(self._wanted(row, row.entry))

    def _show_findings(self, analysis: Analysis, row: Row) -> None:
        found = self._findings(analysis.findings, row)
        own = sum(item.voice == "narrator" for item in found)
        told = self.tr("Matches in this article: {n} by the narrator, {m} by sources")
        name = self._editing.categories(row.lexicon)[row.shown.category].name
        look = self._look(row)
        places = [
            replace(
                place_row(analysis, item, name, self._line_of, {}),
                slot=look.slot,
                line=look.style,
            )
            for item in found[:_MOST_PLACES]
        ]
        self._form.places.show_here(told.format(n=own, m=len(found) - own), places)

    def _findings(self, findings: Sequence[Finding], row: Row) -> list[Finding]:
        key = entry_key(row.shown)
        return [
            item
            for item in findings
            if entry_key(item.entry) == key and self.owner(item) == row.lexicon
        ]

    def _show_signs(self, row: Row, entry: Entry) -> None:
        categories = tuple(self._editing.categories(row.lexicon).values())
        lexicon = replace(self._editing.list_of(row.lexicon), categories=categories)
        tagger = self._session.tagger
        good, other = entry.example, entry.counterexample
        self._form.show_signs(
            example=counts_in(good, entry, lexicon, tagger) if good else None,
            counterexample=not counts_in(other, entry, lexicon, tagger) if other else None,
        )

    def _look(self, row: Row) -> Look:
        category = self._editing.categories(row.lexicon)[row.shown.category]
        return look_of(category, is_hedge=self._editing.list_of(row.lexicon).panel == "hedging")

    # -- the library -----------------------------------------------------------------------------

    def _wanted(self, row: Row, entry: Entry) -> Wanted:
        layer = self._editing.layer_of(row.lexicon)
        names = {row.lexicon, layer.lexicon.id} if layer else {row.lexicon}
        return Wanted(
            entry,
            frozenset(names),
            self._editing.lexicons(),
            self._session.matcher,
            self._session.tagger,
        )

    def _show_library(self, count: LibraryCount | None) -> None:
        row = self._row
        if row is not None and row.lexicon in {item.id for item in self._editing.lists()}:
            self._form.places.show_library(count, self._look(row))

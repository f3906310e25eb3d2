"""Finds out where an entry stands, here and in the library, and whether its examples hold."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from PySide6.QtCore import QObject

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.attribution import Attribution
from reader.core.lexicon.findings import Finding, each_once
from reader.core.lexicon.layering.layers import Key, Row, entry_key
from reader.core.lexicon.lexicon import Entry
from reader.core.views.cue_findings import cue_findings, findings_of_cue
from reader.ui.marks.look import Look, look_of
from reader.ui.marks.places import place_row
from reader.ui.places.editor.editing import Editing
from reader.ui.places.editor.entry_checks import counts_in
from reader.ui.places.editor.folder_search.folder_search import LibrarySearch
from reader.ui.places.editor.folder_search.search_steps import LibraryCount, Wanted, are_same
from reader.ui.places.editor.form.entry_form import EntryForm
from reader.ui.session.session import Session
from reader.ui.widgets.rows.fact_row import FactRow

_MOST_PLACES = 40


class EntryMatches(QObject):
    """Asks session and library, and shows the answers in the form."""

    def __init__(
        self, editing: Editing, session: Session, form: EntryForm, library: LibrarySearch
    ) -> None:
        super().__init__(form)
        self._editing, self._session = editing, session
        self._form, self._library = form, library
        self._row: Row | None = None
        self._cues: tuple[Finding, ...] = ()
        self._cues_of: Sequence[Attribution] | None = None
        self._cue_rows: tuple[tuple[Row, ...], ...] = ()
        self._cues_counted: Mapping[tuple[str, Key], int] = {}
        self.counted: Analysis | None = None  # whose marks were counted last
        library.counted.connect(self._show_library)

    def counts_here(self) -> Counter[tuple[str, Key]]:
        """Return how often each entry stands in the article, by list and key."""
        analysis = self.counted = self._session.analysis.current
        findings = analysis.findings if analysis else ()
        once = each_once(findings)
        counts = Counter((self.owner(item), entry_key(item.entry)) for item in once)
        counts.update(self._cue_counts(analysis))
        return counts

    def _cue_counts(self, analysis: Analysis | None) -> Mapping[tuple[str, Key], int]:
        """Return how many reports in the article each cue that is not marked introduces."""
        reports = analysis.attributions if analysis else ()
        lists = [item.id for item in self._editing.lists() if item.serves("cues")]
        rows = tuple(self._editing.rows_in(name) for name in lists)
        if self._cues_of is not reports or not are_same(rows, self._cue_rows):
            self._cues_of, self._cue_rows = reports, rows
            self._cues = cue_findings(analysis) if analysis else ()
            self._cues_counted = dict(self._counted_cues())
        return self._cues_counted

    def _counted_cues(self) -> Iterator[tuple[tuple[str, Key], int]]:
        kinds = {item.category for item in self._cues}
        for row in chain.from_iterable(self._cue_rows):
            entry = row.entry
            if entry is not None and entry.categories[0] in kinds and self._is_only_cue(row):
                language = self._editing.list_of(row.lexicon).language_data
                number = len(findings_of_cue(self._cues, entry, language))
                yield (row.lexicon, entry_key(entry)), number

    def _is_only_cue(self, row: Row) -> bool:
        """Return whether an entry introduces what somebody said and is not marked itself."""
        if not self._editing.list_of(row.lexicon).serves("cues"):
            return False
        categories = self._editing.categories(row.lexicon)
        return all(categories[name].wording is None for name in row.shown.categories)

    def owner(self, finding: Finding) -> str:
        """Return the list whose row a finding belongs to."""
        layer = self._editing.layer_of(finding.lexicon)
        return (layer.over if layer else "") or finding.lexicon

    def show(self, row: Row | None) -> None:
        """Show where the entry of a row stands; nothing for none or a muted one."""
        self._row = row
        analysis = self._session.analysis.current
        if row is None or row.entry is None:
            self._form.places.show_here("", ())
            self._form.show_signs(example=None, counterexample=None)
            self._library.seek(None)
            return
        self._show_signs(row, row.entry)
        if analysis is None:
            words = self.tr("Open an article to see the places there.")
            self._form.places.show_here(words, ())
        elif self._is_only_cue(row):
            self._show_cues(analysis, row, row.entry)
        else:
            self._show_findings(analysis, row)
        self._seek(row, row.entry)

    def _seek(self, row: Row, entry: Entry) -> None:
        if self._is_only_cue(row):
            self._library.seek(None)
            words = self.tr("In files only words that are marked are counted.")
            self._form.places.note_library(words)
        else:
            self._library.seek(self._wanted(row, entry))

    def _show_cues(self, analysis: Analysis, row: Row, entry: Entry) -> None:
        language = self._editing.list_of(row.lexicon).language_data
        found = findings_of_cue(self._cues, entry, language)
        words = self.tr("Not marked itself. Reports that it introduces in this article: {n}")
        self._form.places.show_here(words.format(n=len(found)), self._rows(analysis, found, row))

    def _show_findings(self, analysis: Analysis, row: Row) -> None:
        found = self._findings(analysis.findings, row)
        own = sum(item.voice == "narrator" for item in found)
        words = self.tr("Matches in this article: {n} by the narrator, {m} by sources")
        places = self._rows(analysis, found, row)
        self._form.places.show_here(words.format(n=own, m=len(found) - own), places)

    def _rows(self, analysis: Analysis, found: Sequence[Finding], row: Row) -> list[FactRow]:
        name = self._editing.categories(row.lexicon)[row.shown.categories[0]].name
        look, places = self._look(row), Places.of(analysis)
        return [
            replace(
                place_row(analysis, item, name, places, {}),
                slot=look.slot,
                line=look.style,
            )
            for item in found[:_MOST_PLACES]
        ]

    def _findings(self, findings: Sequence[Finding], row: Row) -> list[Finding]:
        key = entry_key(row.shown)
        return [
            item
            for item in each_once(findings)
            if entry_key(item.entry) == key and self.owner(item) == row.lexicon
        ]

    def _show_signs(self, row: Row, entry: Entry) -> None:
        categories = tuple(self._editing.categories(row.lexicon).values())
        lexicon = replace(self._editing.list_of(row.lexicon), categories=categories)
        tagger = self._session.lexicons.tagger
        good, other = entry.example, entry.counterexample
        self._form.show_signs(
            example=counts_in(good, entry, lexicon, tagger) if good else None,
            counterexample=not counts_in(other, entry, lexicon, tagger) if other else None,
        )

    def _look(self, row: Row) -> Look:
        category = self._editing.categories(row.lexicon)[row.shown.categories[0]]
        return look_of(category, is_hedge=self._editing.list_of(row.lexicon).panel == "hedging")

    # -- the library -----------------------------------------------------------------------------

    def _wanted(self, row: Row, entry: Entry) -> Wanted:
        layer = self._editing.layer_of(row.lexicon)
        names = {row.lexicon, layer.lexicon.id} if layer else {row.lexicon}
        return Wanted(
            entry,
            frozenset(names),
            self._editing.lexicons(),
            self._session.lexicons.matcher,
            self._session.lexicons.tagger,
        )

    def _show_library(self, count: LibraryCount | None) -> None:
        row = self._row
        if count is None or row is None:
            self._form.places.show_library(None, Look(1, "thin", "?"))
        elif row.lexicon in {item.id for item in self._editing.lists()}:
            self._form.places.show_library(count, self._look(row))

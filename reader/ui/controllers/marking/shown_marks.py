"""What is marked: filter, voices, categories, mutes and pins, and the panels that tell of it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from reader.core.analysis.analysis import Analysis
from reader.core.analysis.places import Places
from reader.core.corrections import Correction, mute_everywhere, mute_here
from reader.core.lexicon.findings import Finding, each_once
from reader.core.text.article import Article
from reader.ui.reading_view import Layer, MarkFilter
from reader.ui.reading_view.mark_filter import ALL_VOICES
from reader.ui.session.session import Session
from reader.ui.widgets.panel_shape.panel import PanelView
from reader.ui.window.main_window import MainWindow

_LAYERS: tuple[Layer, ...] = ("wording", "sourcing", "hedging")


class ShownMarks(QObject):
    """Keeps the filter, and shows its effect on the page and in the panels."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._analysis, self._lexicons = session.analysis, session.lexicons
        self._filter = MarkFilter(shows_possible=session.settings.now.shows_possible)
        self._pinned: Layer | None = None
        self._told: tuple[object, ...] = ()  # what the panels were filled with
        self._analysis_told: Analysis | None = None
        window.tabs.currentChanged.connect(self.change_tab)
        window.wording.category_toggled.connect(self.toggle_category)
        window.wording.possible_toggled.connect(self.toggle_possible)
        for panel in window.tabs.panels:
            panel.finding_activated.connect(window.view.focus_finding)
            panel.place_activated.connect(window.view.show_place)
            panel.show_marks_requested.connect(self.bring_marks_back)
        window.view.finding_focused.connect(self.follow_ring)
        window.view.mute_everywhere_requested.connect(self.mute_everywhere)
        window.view.mute_here_requested.connect(self.mute_here)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the commands do, by their name."""
        return {
            "mute_everywhere": self.mute_focus_everywhere,
            "mute_here": self.mute_focus_here,
            "pin_layer": self.pin_layer,
            "show_marks": self.show_marks,
            "voice_all": self.choose_voices,
            "voice_direct": self.choose_voices,
            "voice_indirect": self.choose_voices,
            "voice_narrator": self.choose_voices,
        }

    def begin_article(self, article: Article, *, is_marked: bool) -> None:
        """Forget the article before: nothing of it may stay in the panels."""
        window = self._window
        window.actions_by_name["show_marks"].setChecked(is_marked)
        window.view.set_marks_visible(is_marked)
        window.voices.show_counts({})
        self._told = ()
        for panel in window.tabs.panels:
            panel.show_waiting(article)

    def refilter(self) -> None:
        """Show what the filter lets through, on the page and in the panels."""
        analysis = self._analysis.current
        muted = self._analysis.corrections.muted_spans(analysis)
        self._filter = replace(self._filter, muted=muted, layers=self._shown_layers())
        self._window.view.set_filter(self._filter)
        if analysis is not None:
            self._show_counts(analysis)
            self._fill_panels(analysis)

    def _show_counts(self, analysis: Analysis) -> None:
        """Write on the filter how many marks each voice has; none while the marks are off."""
        every = replace(self._filter, voices=ALL_VOICES).shown(analysis.findings)
        counts = Counter(finding.voice for finding in each_once(every))
        is_marked = self._window.actions_by_name["show_marks"].isChecked()
        words: dict[str, int] = {}
        if is_marked and self._filter.layers[0] not in {"sourcing", "naming"}:
            words = {"all": counts.total()} | {str(voice): n for voice, n in counts.items()}
        self._window.voices.show_counts(words)

    def _fill_panels(self, analysis: Analysis) -> None:
        """Fill all panels, unless they tell all of this already: another tab changes nothing."""
        is_marked = self._window.actions_by_name["show_marks"].isChecked()
        every = replace(self._filter, layers=_LAYERS, hidden_categories=frozenset())
        hidden, lexicons = self._filter.hidden_categories, tuple(self._lexicons.known)
        told = (every, hidden, is_marked, tuple(map(id, lexicons)))
        if told == self._told and analysis is self._analysis_told:
            return
        self._told, self._analysis_told = told, analysis
        shown = every.shown(analysis.findings)
        view = PanelView(
            analysis, Places.of(analysis), shown, self._filter.muted, hidden, lexicons
        )
        for panel in self._window.tabs.panels:
            if panel.needs_marks and not is_marked:
                panel.show_marks_off()
            else:
                panel.show_analysis(view)

    def _shown_layers(self) -> tuple[Layer, ...]:
        front = self._window.tabs.front().layer or self._filter.layers[0]
        if self._pinned is not None and self._pinned != front:
            return (front, self._pinned)
        return (front,)

    def follow_ring(self, finding: Finding | None) -> None:
        """Select the row of the mark in focus."""
        for panel in self._window.tabs.panels:
            if finding is not None and panel.layer == finding.panel:
                panel.select_finding(finding)

    def show_marks(self) -> None:
        """Show or hide all marks, as the action says."""
        is_shown = self._window.actions_by_name["show_marks"].isChecked()
        self._window.view.set_marks_visible(is_shown)
        self.refilter()

    def bring_marks_back(self) -> None:
        """Show the marks, as a panel asks for."""
        self._window.actions_by_name["show_marks"].setChecked(True)
        self.show_marks()

    def choose_voices(self) -> None:
        """Draw the marks of the voice that is chosen."""
        chosen = [
            voice
            for voice in ALL_VOICES
            if self._window.actions_by_name[f"voice_{voice}"].isChecked()
        ]
        self._filter = replace(self._filter, voices=frozenset(chosen) or ALL_VOICES)
        self.refilter()

    def toggle_category(self, category: str, is_shown: bool) -> None:  # noqa: FBT001 -- a slot
        """Hide or show the marks of a category."""
        key = ("wording", category)
        hidden = self._filter.hidden_categories
        hidden = hidden - {key} if is_shown else hidden | {key}
        self._filter = replace(self._filter, hidden_categories=hidden)
        self.refilter()

    def toggle_possible(self, is_shown: bool) -> None:  # noqa: FBT001 -- a slot
        """Draw the less certain marks too, or not."""
        self._filter = replace(self._filter, shows_possible=is_shown)
        self.refilter()

    def change_tab(self) -> None:
        """Show the layer of the tab in front."""
        layer = self._window.tabs.front().layer
        if layer is not None:
            self._window.actions_by_name["pin_layer"].setChecked(self._pinned == layer)
            self.refilter()

    def pin_layer(self) -> None:
        """Keep the layer in front on the page when another tab comes to the front."""
        is_pinned = self._window.actions_by_name["pin_layer"].isChecked()
        self._pinned = self._window.tabs.front().layer if is_pinned else None
        self.refilter()

    # -- muting --------------------------------------------------------------------------------

    def mute_focus_here(self) -> None:
        """Mute the place that has the ring."""
        finding = self._window.view.focused_finding()
        if finding is not None and finding.panel != "sourcing":
            self.mute_here(finding)

    def mute_focus_everywhere(self) -> None:
        """Mute the entry of the mark that has the ring."""
        finding = self._window.view.focused_finding()
        if finding is not None and finding.panel != "sourcing":
            self.mute_everywhere(finding)

    def mute_here(self, finding: Finding) -> None:
        """Mute one place, and offer to undo it."""
        analysis = self._analysis.current
        if analysis is not None:
            told = self.tr("“{words}” is muted at this place.")
            self._mute(mute_here(analysis.article.text, finding), told, finding)

    def mute_everywhere(self, finding: Finding) -> None:
        """Mute one entry, and offer to undo it."""
        told = self.tr("“{words}” is muted in every article.")
        self._mute(mute_everywhere(finding), told, finding)

    def _mute(self, mute: Correction, told: str, finding: Finding) -> None:
        self._analysis.corrections.add(mute)
        self._window.toast.show_words(told.format(words=finding.entry.phrase), can_undo=True)
